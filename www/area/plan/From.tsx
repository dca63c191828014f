// Where the figures of what was opened come from, as far as it is noted at them.

import type { Criterion } from "../../engine/criteria.ts";
import { labelOf } from "../../model/labels.ts";
import type { Work } from "../../engine/plan.ts";
import type { Language } from "../../text/format.ts";
import { own } from "../../text/own.ts";

interface Props {
  readonly figures: Work["figures"];
  readonly criteria: readonly Criterion[];
  readonly language: Language;
}

export function From({ figures, criteria, language }: Props) {
  const noted = criteria.flatMap((criterion) => {
    const { source = "", year = "", ages = "", division = "" } = own(figures, criterion.id)?.notes ?? {};
    // The address and the checksum are for the record, not for the eye.
    const short = source.replace(/(, https:\/\/\S+)?(, SHA-256 [0-9a-f]+)?$/, "");
    return short === ""
      ? []
      : [{ label: labelOf(criterion)[language], said: [short, year, ages, division].filter((part) => part !== "").join(", ") }];
  });
  if (noted.length === 0) return null;
  return (
    <ul class="notice-sources">
      {noted.map(({ label, said }) => (
        <li key={label}>
          {label}: {said}
        </li>
      ))}
    </ul>
  );
}
