// Which scripts the pages are made of: what the same pages begin with is one.

import { fileURLToPath } from "node:url";

/** @param {string} name */
const source = (name) => fileURLToPath(new URL(`../www/${name}`, import.meta.url));

/** The folder of each view. */
const views = ["area", "areas", "fetch", "about"];

/**
 * What some views begin with beside their own: where a municipality is chosen, and where the core answers at once.
 *
 * @type {(language: string) => Record<string, string[]>}
 */
const more = (language) => ({
  area: [`municipality/text.${language}.ts`, "generated/page/page.js", "generated/page/page_bg.wasm?url"],
  about: [`municipality/text.${language}.ts`],
});

/**
 * The modules that a view in a language begins with, as the manifest names them; not every view has each.
 *
 * @param {string} view @param {string} language
 */
export function firstModules(view, language) {
  const own = ["live.tsx", "view.tsx", `live.${language}.ts`, `text.${language}.ts`].map((name) => `${view}/${name}`);
  return [...own, `frame/live.${language}.ts`, ...(more(language)[view] ?? [])];
}

/** Every page, by its view and its language. */
const pages = views.flatMap((view) => ["sv", "en"].map((language) => ({ view, language })));

/**
 * Follows imports from some modules to all that they need.
 *
 * @param {Iterable<string>} from @param {(id: string) => readonly string[]} importsOf @returns {Set<string>}
 */
function reached(from, importsOf) {
  const all = new Set(from);
  // A set takes what is added while it is walked through.
  for (const id of all) for (const imported of importsOf(id)) all.add(imported);
  return all;
}

/** The script that a module is gathered in. @type {Map<string, string>} */
const scripts = new Map();

/** What any page begins with. @type {Set<string>} */
const first = new Set();

/** Finds who needs each module, once all are known. @type {import("vite").Plugin} */
export const findScripts = {
  name: "find-scripts",
  apply: "build",
  buildEnd() {
    const at = (/** @type {string} */ id) => this.getModuleInfo(id);
    const imports = (/** @type {string} */ id) => at(id)?.importedIds ?? [];
    const named = new Set([source("main.tsx")]);
    const firsts = pages.map(({ view, language }) => {
      const entries = [source("main.tsx"), ...firstModules(view, language).map(source)];
      for (const id of entries) named.add(id);
      return { page: `${view}.${language}`, modules: reached(entries, imports) };
    });
    first.clear();
    for (const { modules } of firsts) for (const id of modules) first.add(id);
    /** What pages load later, where they have not begun with it. */
    const later = new Set();
    for (const { modules } of firsts) {
      const loaded = reached(modules, (id) => [...imports(id), ...(at(id)?.dynamicallyImportedIds ?? [])]);
      const entries = [...loaded].filter((id) => !named.has(id) && at(id)?.dynamicImporters.length);
      for (const id of reached(entries, imports)) if (!modules.has(id)) later.add(id);
    }
    scripts.clear();
    for (const { page, modules } of firsts)
      for (const id of modules) scripts.set(id, scripts.has(id) ? `${scripts.get(id)}-${page}` : page);
    for (const [id, of] of scripts) scripts.set(id, `${of.replaceAll(/(\w+)\.sv-\1\.en/g, "$1")}${later.has(id) ? "-later" : ""}`);
    // What is asked for by its own name stays a script of its own.
    for (const id of named) scripts.delete(id);
  },
};

/**
 * The scripts that modules are gathered in: what the same pages begin with is one, or two where others load some of it
 * later. So a first visit asks for a few files in place of dozens, and for nothing that its page has no use for. Whoever
 * needs a module needs its imports, too, so that no script waits for another in a circle.
 *
 * @type {import("vite").Rolldown.CodeSplittingGroup}
 */
export const gathered = {
  debugName: "what the same need",
  name: (id) => scripts.get(id) ?? null,
  includeDependenciesRecursively: false,
};

/**
 * What a script begins with. That of a first view says that its functions are called at once: a browser that knows the
 * words compiles them beside the page's own thread, and not there one by one while the page comes to life.
 *
 * @param {{ moduleIds: readonly string[] }} chunk
 */
export const beginning = ({ moduleIds }) => (moduleIds.some((id) => first.has(id)) ? "//# allFunctionsCalledOnLoad" : "");
