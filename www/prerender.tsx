// Renders each view in each language to HTML, so that the page can be read before any script runs.

import { render } from "preact-render-to-string";
import { Frame } from "./frame/Frame.tsx";
import { frameParts } from "./frame/live.tsx";
import { frameText } from "./frame/text.ts";
import type { Language } from "./text/format.ts";
import { address, type ViewId, viewIds } from "./addresses.ts";
import { views } from "./views.ts";

export interface Page {
  readonly view: ViewId;
  readonly language: Language;
  /** The address from the site's root, without a leading slash. */
  readonly address: string;
  readonly addresses: Readonly<Record<Language, string>>;
  readonly title: string;
  readonly description: string;
  readonly html: string;
}

const languages = ["sv", "en"] as const;

export async function pages(): Promise<Page[]> {
  const all: Page[] = [];
  // One after another: a view's texts are set for the language it is rendered in.
  for (const language of languages) {
    for (const view of viewIds) {
      const [{ Component, text }, frame, parts] = await Promise.all([views[view](language), frameText(language), frameParts(language)]);
      all.push({
        view,
        language,
        address: address(view, language),
        addresses: { sv: address(view, "sv"), en: address(view, "en") },
        title: text.metaTitle,
        description: text.metaDescription,
        html: render(
          <Frame view={view} language={language} text={frame} parts={parts}>
            <Component />
          </Frame>,
        ),
      });
    }
  }
  return all;
}
