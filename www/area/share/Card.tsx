// The picture to share: seen as it will be, saved as PNG or SVG, or handed to the system's own way of sharing.

import { useEffect, useRef, useState } from "preact/hooks";
import { fileName, saveFile } from "../../device/files.ts";
import { builtIn } from "../../engine/criteria.ts";
import { planEngine } from "../../engine/plan.ts";
import { inUnit } from "../../text/format.ts";
import { labelOf } from "../../model/labels.ts";
import { announce } from "../../model/announce.ts";
import { figureText } from "../plan/figures.ts";
import { nameOf } from "../../municipality/designation.ts";
import { usePlan } from "../plan/language.ts";
import { ruleText } from "../Outcome.tsx";
import { answer } from "../sentences.ts";
import { areaName, criteriaSet, municipality, nothingEntered, reading, showsExample } from "../../model/area.ts";
import { explained } from "../../model/answers.ts";
import { type Card as CardContent, type CardRow, draw, HEIGHT, shapesOf, svgOf, WIDTH } from "./card.ts";

export function Card() {
  const { text } = usePlan();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [failed, setFailed] = useState(false);
  const content = useContent();
  const shapes = content === null ? [] : shapesOf(content);
  const title = content?.sentence.join(" ") ?? "";
  useEffect(() => {
    const to = canvas.current?.getContext("2d");
    if (to) draw(shapes, to);
  });
  if (content === null) return null;
  const { card } = text.share;
  const name = (ending: string) => fileName(areaName.value, card.fileName, ending);
  const png = () =>
    new Promise<Blob | null>((done) => {
      if (canvas.current === null) done(null);
      else canvas.current.toBlob(done, "image/png");
    });
  const savePng = async () => {
    const blob = await png();
    setFailed(blob === null);
    if (blob === null) return;
    saveFile(name("png"), blob, "image/png");
    announce(text.share.saved(name("png")));
  };
  const saveSvg = () => {
    saveFile(name("svg"), svgOf(shapes, title), "image/svg+xml");
    announce(text.share.saved(name("svg")));
  };
  const send = async () => {
    const blob = await png();
    setFailed(blob === null);
    if (blob === null) return;
    const files = [new File([blob], name("png"), { type: "image/png" })];
    // A person who changes their mind is no error; where files can't be shared, the picture is saved.
    if (navigator.canShare?.({ files }) === true) await navigator.share({ files, title }).catch(() => undefined);
    else await savePng();
  };
  return (
    <section class="share-card" aria-labelledby="share-card-title">
      <h3 id="share-card-title">{card.title}</h3>
      <p class="help">{card.intro}</p>
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-label={[...content.above.map((one) => `${one.replace(/\.$/, "")}.`), ...content.sentence, ...content.rows.map(spoken)].join(
          " ",
        )}
      />
      {failed && <p class="notice">{card.failed}</p>}
      <p class="compare-actions">
        {"share" in navigator && (
          <button type="button" class="button" onClick={() => void send()}>
            {card.send}
          </button>
        )}
        <button type="button" class="button" onClick={() => void savePng()}>
          {card.save}
        </button>
        <button type="button" class="button" onClick={saveSvg}>
          {card.saveSvg}
        </button>
      </p>
    </section>
  );
}

/** The day on the person's device. */
function today(language: "sv" | "en"): string {
  return new Intl.DateTimeFormat(language === "sv" ? "sv-SE" : "en-GB", { dateStyle: "long" }).format(new Date());
}

/** What the picture says; null while there is nothing to say. */
function useContent(): CardContent | null {
  const { text, area, language } = usePlan();
  const [result, set] = [explained.value, criteriaSet.value];
  if (result === null || nothingEntered.value) return null;
  const { sentence } = answer(result, set, false, areaName.value.trim(), area, language);
  const isMemos = set === builtIn[0];
  const { card } = text.share;
  return {
    above: [...placeOf(card.municipality), ...(showsExample.value ? [area.start.exampleShort] : [])],
    sentence,
    note: isMemos ? area.verdict.meaning : area.verdict.meaningOther,
    rows: set.criteria.map((criterion, nth) => {
      const finding = result.assessment.findings[nth];
      const outcome = finding?.outcome ?? "unknown";
      const tie = criterion.tie ?? reading.value.tie ?? set.reading.tie.value;
      return {
        criterion,
        label: labelOf(criterion)[language],
        value: finding?.percent ?? null,
        outcome,
        figure: finding?.figure == null ? null : figureText(finding.figure, criterion, text, language),
        word: outcome === "unknown" ? card.none : area.outcome[outcome],
        rule: ruleText({ ...criterion, tie }, area, language),
        average:
          criterion.nationalAverage === undefined
            ? null
            : `${card.average} ${inUnit(criterion.nationalAverage.value, criterion.unit, language)}`,
      };
    }),
    source: isMemos ? card.source : card.sourceOther(set.name[language]),
    made: card.made(today(language)),
  };
}

/** The municipality, where one is chosen. */
function placeOf(say: (name: string) => string): string[] {
  const [code, loaded] = [municipality.value, planEngine.value];
  const name = code === null || loaded.state !== "ready" ? null : nameOf(loaded.core.designation(code));
  return name === null ? [] : [say(name)];
}

const spoken = ({ label, figure, word, rule }: CardRow) =>
  `${[`${label}: ${figure ?? word}`, ...(figure === null ? [] : [word]), rule].join(", ")}.`;
