// One area: its figures with their sources, what they say already, its municipality, and the way to *Ett område*.

import { useEffect, useRef } from "preact/hooks";
import { builtIn, type Criterion } from "../engine/criteria.ts";
import { type Assessed, engine, loadEngine } from "../engine/page.ts";
import { loadPlanEngine, planEngine } from "../engine/plan.ts";
import { type Language, percent, whole } from "../text/format.ts";
import { Mark } from "../look/Mark.tsx";
import { address } from "../addresses.ts";
import type { Area, KnownFigure } from "./areas.ts";
import { day } from "./day.ts";
import { given } from "./given.ts";
import { useText } from "./language.ts";
import { listSentence, placeName } from "./places.ts";
import { below } from "./root.ts";
import { asked, present } from "./state.ts";
import { divisionName, missing } from "./sources.ts";
import { sentence } from "../text/swedish.ts";
import { linkTo } from "./link.ts";

const [set] = builtIn;

function useAssessed(area: Area, language: Language): Assessed | null {
  useEffect(() => {
    void loadEngine();
    void loadPlanEngine();
  }, []);
  const loaded = engine.value;
  if (loaded.state !== "ready") return null;
  const calculator = new loaded.core.Calculator(set);
  try {
    return calculator.assess({ figures: set.criteria.map(({ id }) => given(area.figures.get(id), language)), tie: null, require: null });
  } finally {
    calculator.free();
  }
}

export function Card({ area }: { area: Area }) {
  const { text, language } = useText();
  const assessed = useAssessed(area, language);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const divisions = new Set([...area.figures.values()].map(({ fetched }) => fetched.query.division.id));
  return (
    <div class="fetch-card" data-card={area.code}>
      <h3 ref={title} tabIndex={-1}>
        {text.card.in(area.name === "" ? area.code : area.name, placeName(area.municipality))}
      </h3>
      {assessed !== null && <Said assessed={assessed} />}
      <dl class="fetch-figures">
        {set.criteria.map((criterion, nth) => (
          <FigureOf
            key={criterion.id}
            criterion={criterion}
            area={area}
            outcome={assessed?.assessment.findings[nth]?.outcome}
            rounded={assessed?.assessment.findings[nth]?.percent ?? null}
          />
        ))}
      </dl>
      {divisions.size > 1 && <p class="notice">{text.card.divisions}</p>}
      <h4>{text.card.municipality}</h4>
      <p data-listed={area.municipality}>{listSentence(area.municipality, language)}</p>
      <Go area={area} />
      <p class="help">
        {text.card.hardship} {text.card.reading}
      </p>
    </div>
  );
}

/** What the figures that are there say already, and what is left to decide. */
function Said({ assessed: { assessment } }: { assessed: Assessed }) {
  const { text, language } = useText();
  const known = assessment.findings.filter(({ outcome }) => outcome !== "unknown");
  const met = known.filter(({ countsAsMet }) => countsAsMet === true);
  const open = set.criteria.filter((_, nth) => assessment.findings[nth]?.outcome === "unknown");
  const verdict = assessment.verdict;
  return (
    <p class="fetch-said" data-said={verdict}>
      {known.length === 0 ? text.card.noFigures : text.card.known(met.length, known.length)}{" "}
      {verdict === "undetermined"
        ? text.card.undetermined(open.map(({ label }) => label[language].toLocaleLowerCase(language)))
        : text.card[verdict]}
    </p>
  );
}

interface FigureProps {
  criterion: Criterion;
  area: Area;
  outcome: "met" | "at-threshold" | "not-met" | "unknown" | undefined;
  rounded: string | null;
}

function FigureOf({ criterion, area, outcome, rounded }: FigureProps) {
  const { text, language } = useText();
  const known = area.figures.get(criterion.id);
  return (
    <div class="fetch-figure" data-figure={criterion.id} data-found={outcome} data-tone={outcome}>
      <dt>{criterion.label[language]}</dt>
      <dd>
        <p>
          {known !== undefined && <b>{written(known, rounded, language)}</b>}{" "}
          {known?.figure.kind === "count" && text.card.share(whole(known.figure.count, language), whole(known.figure.total, language))}{" "}
          {outcome !== undefined && (
            <span class="fetch-outcome">
              <Mark outcome={outcome} /> {text.card.outcome[outcome]}
            </span>
          )}{" "}
          <span class="help">{text.card.threshold[criterion.direction](percent(criterion.threshold.value, language))}</span>
        </p>
        <p class="help">{known === undefined ? whyNone(criterion.id, area, text, language) : origin(known, text, language)}</p>
      </dd>
    </div>
  );
}

const written = ({ figure }: KnownFigure, rounded: string | null, language: Language) =>
  figure.kind === "percent" ? percent(figure.percent, language) : rounded === null ? "" : percent(rounded, language);

type Text = ReturnType<typeof useText>["text"];

function whyNone(criterion: string, area: Area, text: Text, language: Language): string {
  if (criterion === missing.criterion) return missing.why[language];
  if (area.renamed.includes(criterion)) return text.card.renamed;
  const wanted = asked.value.some(({ table }) => table.criterion === criterion);
  const there = present.value.some(({ query }) => query.table.criterion === criterion);
  return wanted && !there ? text.card.notFetched : text.card.missing;
}

function origin({ fetched: { query, from, dataset } }: KnownFigure, text: Text, language: Language): string {
  const { table, year, division } = query;
  const updated = dataset.updated === "" ? "" : `, ${text.card.updated(day(dataset.updated, language))}`;
  return `${text.card.source(from.id, String(year), table.ages, divisionName(division))}${updated}. ${sentence(table.base[language])}.`;
}

/** The way to *Ett område*: a link that carries the figures with their sources, in its part that no server sees. */
function Go({ area }: { area: Area }) {
  const { text, language } = useText();
  const loaded = planEngine.value;
  if (loaded.state !== "ready") {
    return <p class="help">{loaded.state === "failed" ? text.card.goFailed : text.card.goWait}</p>;
  }
  const fragment = linkTo(area, loaded.core, language);
  if (fragment === null) return <p class="help">{text.card.goFailed}</p>;
  return (
    <p>
      <a class="button fetch-go" data-fetch="go" href={`${below(address("area", language), language) || "./"}${fragment}`}>
        {text.card.go}
      </a>
    </p>
  );
}
