// Two periods beside each other, of the files or of earlier ones and these: whose answer differs, each figure before and now,
// and what can't be compared.

import { useState } from "preact/hooks";
import { fileName, saveFile } from "../device/files.ts";
import type { Criterion } from "../engine/criteria.ts";
import type { Compared, ComparedFinding, ComparedPlace, Comparison, Sides } from "../engine/tables.ts";
import { labelOf } from "../model/labels.ts";
import { whole } from "../text/format.ts";
import { Breaks, Changed, value } from "./Years.tsx";
import { useText } from "./language.ts";
import { isChangeLog } from "./keys.ts";
import { comparedYears } from "./period.ts";
import { ask, criteriaSet, isFiltered, type Loaded, shown } from "./state.ts";
import { useAnswer } from "./useAnswer.ts";

/** As many areas are listed. */
const LISTED = 200;

/** Which areas are listed. */
const lists = ["turned", "not-comparable", "all"] as const;

export function PeriodsCompared({ run }: { run: Loaded }) {
  const { text } = useText();
  const words = text.years.compare;
  const frame = useAnswer((tables) => tables.ask("years", null), [run]);
  const periods = frame?.periods.map(({ period }) => period) ?? [];
  const chosen = comparedYears.value;
  const pick = (wanted: string | null, otherwise: string | undefined) =>
    (wanted !== null && periods.includes(wanted) ? wanted : otherwise) ?? "";
  const [before, now] = [pick(chosen.before, periods.at(-2)), pick(chosen.now, periods.at(-1))];
  if (periods.length < 2) return <p>{text.years.none}</p>;
  const year = (part: "before" | "now", label: string, at: string) => (
    <label>
      {label}
      <select
        class="field"
        name={`compare-${part}`}
        value={at}
        onChange={(event) => {
          comparedYears.value = { before, now, [part]: event.currentTarget.value };
        }}
      >
        {periods.map((period) => (
          <option key={period} value={period}>
            {period}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <p class="help">{words.intro}</p>
      <div class="fields">
        {year("before", words.before, before)}
        {year("now", words.now, now)}
      </div>
      <SidesCompared
        run={run}
        sides={{ before, now, kept: false }}
        caption={words.caption(before, now)}
        file={[before, now, words.file].join(" ")}
      />
    </>
  );
}

interface SidesProps {
  run: Loaded;
  sides: Sides;
  caption: string;
  /** What the file is called that it is saved as. */
  file: string;
}

/** What came of comparing two sides, among the areas that are shown. */
export function SidesCompared({ run, sides, caption, file }: SidesProps) {
  const { text, language } = useText();
  const words = text.years.compare;
  const [which, setWhich] = useState<(typeof lists)[number]>("turned");
  const answer = useAnswer(
    (tables) => tables.ask("comparePeriods", { sides, which, from: 0, count: LISTED }),
    [run, shown.value?.version, sides.before, sides.now, sides.kept, which],
  );
  const number = (count: number) => whole(count, language);
  const save = async () => {
    const blob = await ask((tables) => tables.ask("exportComparison", { sides, format: language === "sv" ? "csv-sv" : "csv" }));
    if (blob !== null) saveFile(fileName(file, words.file, "csv"), blob, blob.type);
  };
  const rows = (matched: Compared["matched"]) => answer?.head.matches.find((one) => one.matched === matched)?.rows ?? 0;
  const hooks = ({ entering, leaving, undecided }: Comparison) =>
    sides.kept
      ? { "data-entering": entering, "data-leaving": leaving, "data-undecided": undecided }
      : { "data-period-entering": entering, "data-period-leaving": leaving };
  return (
    <>
      {isFiltered.value && <p data-filtered="">{words.filtered}</p>}
      <div class="fields">
        <label>
          {words.list}
          <select
            class="field"
            name={sides.kept ? "compare-files-list" : "compare-list"}
            value={which}
            onChange={(event) => setWhich(lists.find((one) => one === event.currentTarget.value) ?? "turned")}
          >
            {lists.map((one) => (
              <option key={one} value={one}>
                {words.lists[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {answer !== null && (
        <>
          <p class="changed-result" role="status" {...hooks(answer.head)}>
            {text.explore.whatIf.result(
              number(answer.head.entering),
              number(answer.head.leaving),
              answer.head.undecided === 0 ? null : number(answer.head.undecided),
              number(answer.head.staying),
            )}
          </p>
          {answer.head.breaks.length > 0 && <Breaks breaks={answer.head.breaks.map((one, at) => ({ one, at }))} />}
          <p>{words.only(number(rows("only-before")), number(rows("only-now")))}</p>
          {rows("only-before") > 0 && rows("only-now") > 0 && !run.keys.some(isChangeLog) && <p class="help">{words.log}</p>}
          {answer.page.rows.length === 0 ? <p>{words.noOne}</p> : <Rows rows={answer.page.rows} caption={caption} />}
          {answer.page.total > LISTED && <p class="help">{words.more(number(LISTED), number(answer.page.total))}</p>}
          <p class="exports-row">
            <button type="button" class="button" data-comparison={sides.kept ? "save-files" : "save"} onClick={() => void save()}>
              {words.save}
            </button>
          </p>
        </>
      )}
    </>
  );
}

function Rows({ rows, caption }: { rows: readonly Compared[]; caption: string }) {
  const { text, language } = useText();
  const words = text.years.compare;
  const { criteria } = criteriaSet.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
    <div class="scrolls" role="region" aria-label={caption} tabIndex={0}>
      <table class="cells series-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.years.area}</th>
            <th scope="col">{text.table.verdict}</th>
            {criteria.map((criterion) => (
              <th key={criterion.id} scope="col">
                {labelOf(criterion)[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, nth) => (
            <tr key={nth}>
              <th scope="row">
                {named(row.now.length > 0 ? row.now : row.before, text.table.unnamed)}
                {row.matched !== "code" && <span class="areas-code">{[words.matched[row.matched], ...row.words].join(": ")}</span>}
              </th>
              <td>
                {verdicts(row)
                  .map((verdict) => text.verdict[verdict])
                  .join(" → ")}
              </td>
              {criteria.map((criterion, at) => (
                <td key={criterion.id}>
                  <BeforeAndNow criterion={criterion} finding={row.findings[at]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function named(places: readonly ComparedPlace[], unnamed: string): string {
  return places.map(({ name, code }) => [name, code].filter((part) => part !== null).join(" ") || unnamed).join(" + ");
}

/** The answers before and now; one where they are the same, none where several areas were added up. */
function verdicts({ before, now }: Compared): ComparedPlace["verdict"][] {
  const all = [before, now].flatMap((places) => (places.length === 1 ? places.map(({ verdict }) => verdict) : []));
  return all.filter((verdict, nth) => nth === 0 || verdict !== all[nth - 1]);
}

function BeforeAndNow({ criterion, finding }: { criterion: Criterion; finding: ComparedFinding | undefined }) {
  const { text, language } = useText();
  if (finding === undefined) return null;
  const { before, now, change, lacks } = finding;
  if (before === null && now === null) return <>{(lacks === null ? "" : text.years.lacks[lacks]) || "–"}</>;
  const sides = [before, now].map((side) => (side === null ? "–" : value(criterion, side.percent, language)));
  const outcomes = [before?.outcome ?? null, now?.outcome ?? null].filter((outcome) => outcome !== null);
  const turned = outcomes.length === 2 && outcomes[0] !== outcomes[1];
  return (
    <>
      {sides.join(" → ")} <Changed change={change} />
      {turned && <span class="areas-code">{outcomes.map((outcome) => text.outcome[outcome]).join(" → ")}</span>}
      {lacks !== null && text.years.lacks[lacks] !== "" && <span class="areas-code">{text.years.lacks[lacks]}</span>}
    </>
  );
}
