// Opening what a person comes with: a link, a file, or the work that the device kept.

import type { CoreError } from "../../engine/page.ts";
import { loadPlanEngine, type PlanCore, planEngine } from "../../engine/plan.ts";
import type { Language } from "../../text/format.ts";
import { announce } from "../announce.ts";
import { tell, untell } from "../notices.ts";
import { nothingEntered } from "../state.ts";
import type { AreaText } from "../text.sv.ts";
import { saveFile } from "./files.ts";
import { replaceAll } from "./scenarios.ts";
import { forget, KEPT, keepNow, kept, PUT_BY, put, setAside, startKeeping } from "./store.ts";
import type { PlanText } from "./text.sv.ts";
import { type Adopted, adoptWork, type WorkDocument } from "./work.ts";

interface Words {
  readonly text: PlanText;
  readonly area: AreaText;
}

async function words(language: Language, area: AreaText): Promise<Words> {
  const { text } = await (language === "sv" ? import("./text.sv.ts") : import("./text.en.ts"));
  return { text, area };
}

/** Waits for the panels' module; null where it could not be loaded. */
async function core(): Promise<PlanCore | null> {
  if (planEngine.value.state !== "ready") await loadPlanEngine();
  const loaded = planEngine.value;
  return loaded.state === "ready" ? loaded.core : null;
}

function codeOf(error: unknown): CoreError["problem"]["code"] | null {
  return typeof error === "object" && error !== null && "problem" in error ? (error as CoreError).problem.code : null;
}

/** Reads a text as a work; throws the core's error, or a syntax error of JSON. */
function read(text: string, loaded: PlanCore): WorkDocument {
  const document: unknown = JSON.parse(text);
  loaded.readWork(document);
  return document as WorkDocument;
}

/** Opens the link in the address; the person's own work is put by, never lost. */
export async function openLink(fragment: string, language: Language, area: AreaText): Promise<void> {
  const [{ text }, loaded] = await Promise.all([words(language, area), core()]);
  if (loaded === null) {
    tell({
      id: "link",
      said: text.arrive.linkNotLoaded,
      actions: [{ label: area.engine.retry, run: () => void openLink(fragment, language, area) }],
    });
    return;
  }
  let opened: ReturnType<PlanCore["readLink"]>;
  try {
    opened = loaded.readLink(fragment);
  } catch (error) {
    const code = codeOf(error);
    tell({ id: "link", said: code === "unknown-version" ? text.arrive.linkNewer : text.arrive.linkUnreadable, actions: [] });
    return;
  }
  // Of two links opened after each other, the first must not pass for a person's own work.
  const own = kept(PUT_BY) ?? kept(KEPT);
  if (own !== null) put(PUT_BY, own);
  const work = opened.work as unknown as WorkDocument;
  const adopted = adoptWork(work, loaded);
  history.replaceState({ opened: fragment }, "");
  startKeeping();
  keepNow();
  const lost = opened.problems.map(({ problem }) => (problem.code === "link-damaged" ? text.arrive.part(problem.part) : ""));
  const said = [
    text.arrive.linkOpened,
    ...(lost.length > 0 ? [text.arrive.linkDamaged(lost.filter((part) => part !== ""))] : []),
    ...adoptedText(adopted, work, loaded, text),
  ].join(" ");
  tell({
    id: "link",
    said,
    actions: own === null ? [] : [{ label: text.arrive.ownInstead, run: () => void openOwn(language, area) }],
  });
}

/** Says what of a work is not as it was shared. */
function adoptedText({ relation, readingsFit }: Adopted, work: WorkDocument, loaded: PlanCore, text: PlanText): string[] {
  return [
    ...(relation === "same" ? [] : [thenAndNow(relation, work, loaded, text)]),
    ...(readingsFit ? [] : [text.arrive.readingDropped]),
  ];
}

/** Says what an older criteria set made of the figures, beside what today's makes. */
function thenAndNow(relation: "changed" | "own" | "unknown", work: WorkDocument, loaded: PlanCore, text: PlanText): string {
  if (relation !== "changed" || work.criteria.set === null) return text.arrive.set[relation];
  try {
    const planner = new loaded.Calculator(work.criteria.set);
    const figures = work.criteria.set.criteria.map(({ id }) => work.figures[id]?.given ?? null);
    const { assessment } = planner.assess({ figures, ...work.reading });
    planner.free();
    return `${text.arrive.set.changed} ${text.arrive.answerThen(text.sure.verdict[assessment.verdict])}`;
  } catch {
    return text.arrive.set.changed;
  }
}

/** Goes back to the work that was put by when a link was opened. */
async function openOwn(language: Language, area: AreaText): Promise<void> {
  const own = kept(PUT_BY);
  if (own === null) return;
  put(KEPT, own);
  forget(PUT_BY);
  history.replaceState(null, "", location.pathname + location.search);
  untell("link");
  await restore(language, area, true);
}

/** Restores what the device kept; `whole` also where figures have been entered since. */
export async function restore(language: Language, area: AreaText, whole = false): Promise<void> {
  const stored = kept(KEPT);
  const [{ text }, loaded] = await Promise.all([words(language, area), core()]);
  if (kept(PUT_BY) !== null) {
    tell({ id: "link", said: text.arrive.ownPutBy, actions: [{ label: text.arrive.ownInstead, run: () => void openOwn(language, area) }] });
  }
  if (stored === null) return;
  if (loaded === null) {
    tell({ id: "kept", said: text.arrive.keptNotLoaded, actions: [{ label: area.engine.retry, run: () => void restore(language, area, whole) }] });
    return;
  }
  try {
    const work = read(stored, loaded);
    // The figures of this tab are newer than those that were kept; the scenarios are not theirs to lose.
    adoptWork(work, loaded, nothingEntered.value || whole);
    startKeeping();
    tell({
      id: "kept",
      said: text.arrive.restored(work.scenarios.length),
      actions: [
        {
          label: text.arrive.forget,
          run: () => {
            replaceAll([]);
            forget(KEPT);
            untell("kept");
            announce(text.arrive.forgotten);
          },
        },
      ],
    });
  } catch (error) {
    const key = setAside(stored);
    forget(KEPT);
    startKeeping();
    tell({
      id: "damaged",
      said: codeOf(error) === "unknown-version" ? text.arrive.keptNewer : text.arrive.keptDamaged,
      actions: [{ label: text.arrive.saveDamaged, run: () => saveFile(`${key}.txt`, stored, "text/plain") }],
    });
  }
}

/** Opens a file that was exported. Returns what to say of it. */
export async function openFile(file: File, text: PlanText): Promise<string> {
  const loaded = await core();
  if (loaded === null) return text.arrive.linkNotLoaded;
  const content = await file.text();
  try {
    const work = read(content, loaded);
    const adopted = adoptWork(work, loaded);
    startKeeping();
    return [text.arrive.fileOpened(work.scenarios.length), ...adoptedText(adopted, work, loaded, text)].join(" ");
  } catch (error) {
    return codeOf(error) === "unknown-version" ? text.arrive.fileNewer : text.arrive.fileUnreadable;
  }
}
