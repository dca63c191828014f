// Opening what a person comes with: a link, a file, or the work that the device kept. What stands there is kept first,
// and there is a way back to it; where it can't be kept, nothing is opened unless the person says so.

import { type ComponentChildren, h } from "preact";
import * as storage from "../../device/storage.ts";
import type { CoreError } from "../../engine/page.ts";
import { loadPlanEngine, type PlanCore, planEngine, type Work } from "../../engine/plan.ts";
import { passTrap } from "../../engine/trap.ts";
import type { Language } from "../../text/format.ts";
import { announce } from "../../model/announce.ts";
import { tell, untell } from "../../model/notices.ts";
import { areaName, bringName, criteriaSet, isGuest, nothingEntered, planner, showsExample } from "../../model/area.ts";
import type { AreaText } from "../text.sv.ts";
import { request } from "../../model/answers.ts";
import { saveFile } from "../../device/files.ts";
import { takeBrought } from "../../model/brought.ts";
import { contentOf, keepNow, keepThis, know, leaveAlone, startKeeping, textOf } from "../../model/keeper.ts";
import type { PlanText } from "./text.sv.ts";
import { From } from "./From.tsx";
import { Then } from "./Then.tsx";
import { type Adopted, adoptWork, forgetWork, hasFiguresOf, isWorthKeeping } from "../../model/work.ts";
import { spoken } from "../../text/spoken.ts";

interface Words {
  readonly text: PlanText;
  readonly area: AreaText;
}

async function words(language: Language, area: AreaText): Promise<Words> {
  const { text } = await spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") });
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
function read(text: string, loaded: PlanCore): Work {
  return loaded.readWork(JSON.parse(text));
}

/** What was opened last, as it stood then: as long as nothing is changed in it, the link or the file is its keeper. */
let asOpened: string | null = null;

/** Keeps what stands here, so that something else can take its place. False where it can't be kept. */
function makeRoom(): boolean {
  const text = textOf();
  if (nothingEntered.value && !isWorthKeeping.value) return true;
  if (isGuest.value && contentOf() === asOpened) return true;
  if (!isWorthKeeping.value) {
    // Of figures alone, the tab takes care. An example is soon made anew.
    if (showsExample.value) return true;
    typed = text;
    storage.before.write(text);
    return true;
  }
  return (keepNow() && !isGuest.value) || storage.putAside("aside", text) !== null;
}

/** The figures that were typed before something was opened, also where the tab has no room for them. */
let typed: string | null = null;

/** Puts a work in place of what stands there, as a guest where the device keeps work of one's own. */
function open(work: Work, loaded: PlanCore, isOwn: boolean): Adopted {
  isGuest.value = !isOwn;
  const adopted = adoptWork(work, loaded);
  asOpened = contentOf();
  know();
  startKeeping();
  keepNow();
  return adopted;
}

/** The ways back from what was opened. */
function waysBack(language: Language, area: AreaText, { arrive }: PlanText) {
  const own = isGuest.value && storage.work.read() !== null;
  return [
    ...(own ? [{ label: arrive.ownInstead, run: () => void openOwn(language, area) }] : []),
    ...(typed !== null || storage.before.read() !== null ? [{ label: arrive.typedInstead, run: () => void openTyped() }] : []),
  ];
}

/** Says that what stands there can't be kept, and leaves it to the person what comes of it. */
function refuse(id: string, { arrive }: PlanText, anyway: () => void): void {
  const text = textOf();
  tell({
    id,
    said: arrive.noRoom,
    actions: [
      { label: arrive.saveThis, run: () => saveFile("troskel.json", text, "application/json") },
      { label: arrive.openAnyway, run: anyway },
    ],
  });
}

/** Opens the link in the address. */
export async function openLink(fragment: string, language: Language, area: AreaText, anyway = false): Promise<void> {
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
  if (!anyway && !makeRoom()) {
    refuse("link", text, () => void openLink(fragment, language, area, true));
    return;
  }
  const { work } = opened;
  const adopted = open(work, loaded, false);
  history.replaceState({ opened: fragment }, "");
  const lost = opened.problems.map(({ problem }) => (problem.code === "link-damaged" ? text.arrive.part(problem.part) : ""));
  const { said, more } = adoptedText(adopted, work, { text, area }, language);
  const damaged = lost.length > 0 ? [text.arrive.linkDamaged(lost.filter((part) => part !== ""))] : [];
  tell({
    id: "link",
    said: [text.arrive.linkOpened, ...damaged, ...said].join(" "),
    more: [more, h(From, { figures: work.figures, criteria: criteriaSet.value.criteria, language })],
    actions: waysBack(language, area, text),
  });
}

/** Goes back to the figures that were typed before something was opened. */
async function openTyped(): Promise<void> {
  const text = typed ?? storage.before.read();
  const loaded = await core();
  if (text === null || loaded === null) return;
  const opened = isGuest.value && isWorthKeeping.value && contentOf() !== asOpened ? textOf() : null;
  leaveGuest();
  adoptWork(read(text, loaded), loaded);
  // A name of one's own would have been kept, not typed alone.
  bringName(areaName.value);
  // They are not what the device keeps: that stays, and so does what was changed in what was opened.
  isGuest.value = storage.work.read() !== null;
  know();
  if (opened !== null && storage.putAside("aside", opened) === null) leaveAlone();
  typed = null;
  storage.before.clear();
}

/** Takes the link out of the address, and what was said of it. */
function leaveGuest(): void {
  isGuest.value = false;
  asOpened = null;
  history.replaceState(null, "", location.pathname + location.search);
  untell("link");
}

/** What is said of a work that was opened, and what stands below that. */
export interface Opening {
  readonly said: string;
  readonly more?: ComponentChildren;
  readonly isOpen: boolean;
}

/** Says what of a work is not as it was shared, with then and now where the criteria are not those of then. */
function adoptedText({ relation, readingsFit }: Adopted, { answer }: Work, { text, area }: Words, language: Language) {
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

/** Goes back to a person's own work; what stands here is kept first. */
async function openOwn(language: Language, area: AreaText, anyway = false): Promise<void> {
  const { text } = await words(language, area);
  if (!anyway && !makeRoom()) {
    refuse("link", text, () => void openOwn(language, area, true));
    return;
  }
  storage.guest.clear();
  leaveGuest();
  await restore(language, area, true);
}

/** An older version put a person's own work by while a link stood in its place: each goes to the place it has now. */
function moveOlder(): void {
  const own = storage.putBy.read();
  const link = storage.work.read();
  if (own === null || (link !== null && !storage.guest.write(link))) return;
  if (storage.work.write(own)) storage.putBy.clear();
}

/** Restores what the device kept; `whole` also where figures have been entered since. */
export async function restore(language: Language, area: AreaText, whole = false): Promise<void> {
  const [{ text }, loaded] = await Promise.all([words(language, area), core()]);
  moveOlder();
  tellAsides(language, area, text);
  const guest = whole ? null : storage.guest.read();
  const stored = guest ?? storage.work.read();
  if (stored === null) {
    know();
    if (loaded !== null) startKeeping();
    takeBrought();
    return;
  }
  if (loaded === null) {
    tell({
      id: "kept",
      said: text.arrive.keptNotLoaded,
      actions: [{ label: area.engine.retry, run: () => void restore(language, area, whole) }],
    });
    return;
  }
  try {
    const work = read(stored, loaded);
    const fits = nothingEntered.value || whole || hasFiguresOf(work);
    // What stands here is of another area than what is kept: neither is mixed into the other.
    const stays = !fits || (guest === null && isGuest.value && !whole);
    if (guest !== null && stays && storage.putAside("aside", guest) === null) leaveAlone();
    isGuest.value = guest !== null || stays;
    const adopted = stays ? null : adoptWork(work, loaded);
    if (guest === null || !stays) know();
    startKeeping();
    if (isGuest.value && storage.work.read() !== null)
      tell({ id: "link", said: text.arrive.ownPutBy, actions: waysBack(language, area, text) });
    if (adopted === null) {
      takeBrought();
      return;
    }
    const { said, more } = adoptedText(adopted, work, { text, area }, language);
    tell({
      id: "kept",
      said: [text.arrive.restored(work.scenarios.length), ...said].join(" "),
      more,
      actions: [
        {
          label: text.arrive.forget,
          run: () => {
            (isGuest.value ? storage.guest : storage.work).clear();
            know();
            forgetWork();
            untell("kept");
            announce(text.arrive.forgotten);
          },
        },
      ],
    });
  } catch (error) {
    passTrap(error);
    const slot = guest === null ? storage.work : storage.guest;
    const aside = storage.putAside("damaged", stored);
    if (aside !== null) slot.clear();
    know();
    // What could not be put aside stays where it is.
    if (aside === null) leaveAlone();
    startKeeping();
    const newer = codeOf(error) === "unknown-version";
    const said = aside === null ? text.arrive.keptStuck : newer ? text.arrive.keptNewer : text.arrive.keptDamaged;
    tell({
      id: "damaged",
      said,
      actions: [{ label: text.arrive.saveDamaged, run: () => saveFile(`${(aside ?? slot).key}.txt`, stored, "text/plain") }],
    });
    // One's own work is not what was damaged.
    if (guest !== null && aside !== null) await restore(language, area, whole);
  }
}

/** Says what was put aside, each to be opened, saved as a file or removed. */
function tellAsides(language: Language, area: AreaText, text: PlanText): void {
  for (const slot of storage.asides()) {
    const content = slot.read();
    if (content === null) continue;
    tell({
      id: slot.key,
      said: text.arrive.putAside(nameIn(content)),
      actions: [
        { label: text.arrive.openAside, run: () => void openAside(slot, content, language, area) },
        { label: text.arrive.saveDamaged, run: () => saveFile(`${slot.key}.json`, content, "application/json") },
        {
          label: text.arrive.removeAside,
          run: () => {
            slot.clear();
            untell(slot.key);
          },
        },
      ],
    });
  }
}

/** The name that a person gave an area, if there is one. */
function nameIn(content: string): string {
  try {
    const name: unknown = JSON.parse(content).area?.name;
    return typeof name === "string" ? name.trim() : "";
  } catch {
    return "";
  }
}

async function openAside(slot: storage.Slot, content: string, language: Language, area: AreaText): Promise<void> {
  const { said, isOpen } = await openText(content, await words(language, area), language);
  if (!isOpen) {
    tell({ id: `${slot.key}.opened`, said, actions: [] });
    return;
  }
  untell(slot.key);
  // It stands in a place of its own now; where that has no room, it stays put aside.
  if (keepNow()) slot.clear();
}

/** Takes over what another tab kept, in place of what stands here, which is put aside where it is not kept. */
export async function fetchElsewhere(language: Language, area: AreaText, anyway = false): Promise<void> {
  const { text } = await words(language, area);
  if (!anyway && !makeRoom()) {
    refuse("link", text, () => void fetchElsewhere(language, area, true));
    return;
  }
  await restore(language, area, true);
}

/** Keeps what stands here, and puts aside what another tab kept. */
export async function keepHere(language: Language, area: AreaText): Promise<void> {
  const { text } = await words(language, area);
  if (!keepThis()) refuse("link", text, () => void fetchElsewhere(language, area, true));
  else tellAsides(language, area, text);
}

/** Opens a file that was exported. Returns what to say of it. */
export async function openFile(file: File, words: Words, language: Language): Promise<Opening> {
  return openText(await file.text(), words, language);
}

async function openText(content: string, words: Words, language: Language, anyway = false): Promise<Opening> {
  const { text, area } = words;
  const loaded = await core();
  if (loaded === null) return { said: text.arrive.linkNotLoaded, isOpen: false };
  try {
    const work = read(content, loaded);
    if (!anyway && !makeRoom()) {
      refuse("link", text, () => void openText(content, words, language, true));
      return { said: text.arrive.noRoom, isOpen: false };
    }
    const adopted = open(work, loaded, storage.work.read() === null);
    const back = waysBack(language, area, text);
    if (back.length > 0) tell({ id: "link", said: text.arrive.ownPutBy, actions: back });
    const { said, more } = adoptedText(adopted, work, words, language);
    return { said: [text.arrive.fileOpened(work.scenarios.length), ...said].join(" "), more, isOpen: true };
  } catch (error) {
    passTrap(error);
    return { said: codeOf(error) === "unknown-version" ? text.arrive.fileNewer : text.arrive.fileUnreadable, isOpen: false };
  }
}
