// The guards against losing what was typed or kept; see guards.mjs.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what stands in the guarded code stands here as it does there

const storage = "www/device/storage.ts";
const keeper = "www/model/keeper.ts";
const begin = "www/area/plan/begin.ts";
const lostTests = "chromium/nothing-lost.test.mjs";

/** @type {import("./guards.mjs").Guard[]} */
export const lost = [
  {
    guards: "a write that fails and is not told",
    file: storage,
    code: "note(made, kept ? null : text);",
    without: "",
    test: lostTests,
    named: "is said, can be saved as a file",
  },
  {
    guards: "a link that takes the place of one's own work",
    file: begin,
    code: "isGuest.value = !isOwn;",
    without: "isGuest.value = false;",
    test: lostTests,
    named: "a link leaves a person's own work",
  },
  {
    guards: "work that is replaced although it could not be kept",
    file: begin,
    code: 'return (keepNow() && !isGuest.value) || storage.putAside("aside", text) !== null;',
    without: "return true;",
    test: lostTests,
    named: "is not replaced unasked",
  },
  {
    guards: "work beside another tab's that goes with its tab",
    file: keeper,
    code: "if (changed && !keepNow()",
    without: "if (false && !keepNow()",
    test: lostTests,
    named: "heard of, is put aside",
  },
  {
    guards: "a project of another tab that is written over",
    file: "www/areas/project.ts",
    code: "if (isOthers && !storage.putProjectBefore(there)) return;",
    without: "",
    test: "chromium/project.test.mjs",
    named: "two tabs with different files",
  },
  {
    guards: "a project that there is no room to put aside",
    file: "www/areas/project.ts",
    code: "if (!putAside()) return;\n  clear();\n  takeUp(project, language);\n  const [files",
    without: "putAside();\n  clear();\n  takeUp(project, language);\n  const [files",
    test: "chromium/project.test.mjs",
    named: "without room for what stands here",
  },
  {
    guards: "what can't be read and is written over",
    file: keeper,
    code: "if (untouchable) return text === null;",
    without: "",
    test: lostTests,
    named: "no room to put it aside",
  },
  {
    guards: "another tab's work that is written over",
    file: keeper,
    code: "there !== null && there !== seen && there !== text",
    without: "there === undefined",
    test: lostTests,
    named: "ask which one stays",
  },
  {
    guards: "a tab that is left although it has no room for what was typed",
    file: "www/model/handover.ts",
    code: 'if (unkept.value.has(slot) && !nothingEntered.value) addEventListener("beforeunload", ask);',
    without: "if (false) void ask;",
    test: lostTests,
    named: "the browser asks before it leaves",
  },
  {
    guards: "kept work that is mixed with the figures of another area",
    file: begin,
    code: "const fits = nothingEntered.value || whole || hasFiguresOf(work);",
    without: "const fits = true;",
    test: lostTests,
    named: "is not mixed with",
  },
  {
    guards: "an id that every object answers to",
    file: "www/text/own.ts",
    code: "record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined",
    without: "record?.[name]",
    test: lostTests,
    named: "the id of what every object has",
  },
  {
    guards: "a file that another page has planted in the cache",
    file: "www/device/worker.ts",
    code: "if (found !== undefined && (await isWhole(found.clone(), address).catch(() => false))) return found;",
    without: "if (found !== undefined) return found;",
    test: "chromium/cache.test.mjs",
    named: "has put into the cache",
  },
];
