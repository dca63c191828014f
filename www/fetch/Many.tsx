// Everything that was fetched, handed over to *Många områden* as if the files had been dropped there.

import { whole } from "../text/format.ts";
import { address } from "../addresses.ts";
import { handOver } from "./handover.ts";
import { useText } from "./language.ts";
import { below } from "./root.ts";
import { areas, present } from "./state.ts";

export function Many() {
  const { text, language } = useText();
  const all = present.value;
  if (all.length === 0) return null;
  const count = areas.value.length;
  return (
    <section aria-labelledby="many-title">
      <h2 id="many-title">{text.many.title}</h2>
      <p>{text.many.said(whole(count, language), count === 1)}</p>
      <p>
        <a class="button fetch-go" data-fetch="many" href={below(address("areas", language), language)} onClick={() => handOver(all)}>
          {text.many.open}
        </a>
      </p>
    </section>
  );
}
