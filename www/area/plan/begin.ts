// Opening what a person comes with: a link, a file, or the work that the device kept.

import { type ComponentChildren, h } from "preact";
import type { CoreError } from "../../engine/page.ts";
import { loadPlanEngine, type PlanCore, planEngine } from "../../engine/plan.ts";
import { passTrap } from "../../engine/trap.ts";
import type { Language } from "../../text/format.ts";
import { announce } from "../announce.ts";
import { tell, untell } from "../notices.ts";
import { criteriaSet, nothingEntered, showsExample } from "../state.ts";
import type { AreaText } from "../text.sv.ts";
import { planner, request } from "./answers.ts";
import { saveFile } from "./files.ts";
import { forget, KEPT, keepNow, kept, PUT_BY, put, setAside, startKeeping } from "./store.ts";
import type { PlanText } from "./text.sv.ts";
import { Then } from "./Then.tsx";
import { type Adopted, adoptWork, currentWork, forgetWork, type WorkDocument } from "./work.ts";

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
  return loaded.readWork(JSON.parse(text)) as unknown as WorkDocument;
}

/** The figures that a person typed in this tab before a link came, where nothing of them is kept on the device. */
let typed: string | null = null;
/** Whether what stands here came from a link, and so is nobody's own. */
let isFromLink = false;

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
    passTrap(error);
    const code = codeOf(error);
    tell({ id: "link", said: code === "unknown-version" ? text.arrive.linkNewer : text.arrive.linkUnreadable, actions: [] });
    return;
  }
  // Of two links opened after each other, the first must not pass for a person's own work.
  const own = kept(PUT_BY) ?? kept(KEPT);
  if (own !== null) put(PUT_BY, own);
  if (!isFromLink) typed = nothingEntered.value || showsExample.value ? null : JSON.stringify(currentWork());
  isFromLink = true;
  const back =
    own !== null
      ? [{ label: text.arrive.ownInstead, run: () => void openOwn(language, area) }]
      : typed !== null
        ? [{ label: text.arrive.typedInstead, run: () => openTyped(loaded) }]
        : [];
  const work = opened.work as unknown as WorkDocument;
  const adopted = adoptWork(work, loaded);
  history.replaceState({ opened: fragment }, "");
  startKeeping();
  keepNow();
  const lost = opened.problems.map(({ problem }) => (problem.code === "link-damaged" ? text.arrive.part(problem.part) : ""));
  const { said, more } = adoptedText(adopted, work, { text, area }, language);
  const damaged = lost.length > 0 ? [text.arrive.linkDamaged(lost.filter((part) => part !== ""))] : [];
  tell({
    id: "link",
    said: [text.arrive.linkOpened, ...damaged, ...said].join(" "),
    more,
    actions: back,
  });
}

/** Goes back to the figures that were typed before a link was opened. */
function openTyped(loaded: PlanCore): void {
  if (typed === null) return;
  adoptWork(read(typed, loaded), loaded);
  leaveLink();
}

/** Takes the link out of the address, and what was said of it. */
function leaveLink(): void {
  isFromLink = false;
  history.replaceState(null, "", location.pathname + location.search);
  untell("link");
}

/** What is said of a work that was opened, and what stands below that. */
export interface Opening {
  readonly said: string;
  readonly more?: ComponentChildren;
}

/** Says what of a work is not as it was shared, with then and now where the criteria are not those of then. */
function adoptedText({ relation, readingsFit }: Adopted, { answer }: WorkDocument, { text, area }: Words, language: Language) {
  const set = criteriaSet.value;
  const now = planner.value?.assess(request.value);
  const differs = (relation === "changed" || relation === "unknown") && answer !== null && now !== undefined;
  const said = [
    ...(relation === "same" ? [] : [text.arrive.set[relation]]),
    ...(differs ? [text.arrive.answers(text.sure.verdict[answer.verdict], text.sure.verdict[now.assessment.verdict])] : []),
    ...(readingsFit ? [] : [text.arrive.readingDropped]),
  ];
  return { said, more: differs && h(Then, { before: answer, now, criteria: set.criteria, text, area, language }) };
}

/** Goes back to the work that was put by when a link was opened. */
async function openOwn(language: Language, area: AreaText): Promise<void> {
  const own = kept(PUT_BY);
  if (own === null) return;
  put(KEPT, own);
  forget(PUT_BY);
  leaveLink();
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
    // The figures of this tab are newer than those that were kept; the rest is not theirs to lose.
    const figures = nothingEntered.value || whole;
    const adopted = adoptWork(work, loaded, figures);
    startKeeping();
    const { said, more } = figures ? adoptedText(adopted, work, { text, area }, language) : { said: [], more: null };
    tell({
      id: "kept",
      said: [text.arrive.restored(work.scenarios.length), ...said].join(" "),
      more,
      actions: [
        {
          label: text.arrive.forget,
          run: () => {
            forgetWork();
            forget(KEPT);
            untell("kept");
            announce(text.arrive.forgotten);
          },
        },
      ],
    });
  } catch (error) {
    passTrap(error);
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
export async function openFile(file: File, words: Words, language: Language): Promise<Opening> {
  const { text } = words;
  const loaded = await core();
  if (loaded === null) return { said: text.arrive.linkNotLoaded };
  const content = await file.text();
  try {
    const work = read(content, loaded);
    const adopted = adoptWork(work, loaded);
    startKeeping();
    const { said, more } = adoptedText(adopted, work, words, language);
    return { said: [text.arrive.fileOpened(work.scenarios.length), ...said].join(" "), more };
  } catch (error) {
    passTrap(error);
    return { said: codeOf(error) === "unknown-version" ? text.arrive.fileNewer : text.arrive.fileUnreadable };
  }
}
