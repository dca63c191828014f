// The row below the criteria: each button opens a panel, whose code and texts are loaded when it is first wanted.

import { signal } from "@preact/signals";
import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Language } from "../../text/format.ts";
import { Boundary } from "../../frame/broken.tsx";
import { openPanel, type PanelId, takeFocus } from "../../model/panels.ts";
import { useText } from "../language.ts";
import type { PlanText } from "./text.sv.ts";
import { PlanContext } from "./language.ts";
import "./panels.css";
import { spoken } from "../../text/spoken.ts";

const loaders = {
  require: () => import("./Require.tsx").then((panel) => panel.Require),
  sure: () => import("./Sure.tsx").then((panel) => panel.Sure),
  compare: () => import("./Compare.tsx").then((panel) => panel.Compare),
  share: () => import("../share/Share.tsx").then((panel) => panel.Share),
  record: () => import("../record/Record.tsx").then((panel) => panel.Record),
  rule: () => import("../rule/Rule.tsx").then((panel) => panel.Rule),
  sets: () => import("../sets/Sets.tsx").then((panel) => panel.Sets),
} satisfies Record<PanelId, () => Promise<ComponentType>>;

/** For everyone, and for those who plan. */
const everyone: readonly PanelId[] = ["share", "record", "sure", "require"];
const planners: readonly PanelId[] = ["compare", "rule", "sets"];

interface Loaded {
  readonly Ready: ComponentType<{ children: ComponentChildren }>;
  readonly Panel: ComponentType;
  readonly text: PlanText;
}

async function load(id: PanelId, language: Language): Promise<Loaded> {
  const words = spoken(language, { sv: () => import("./text.sv.ts"), en: () => import("./text.en.ts") });
  const [Panel, { text }, { Ready }] = await Promise.all([loaders[id](), words, import("./Ready.tsx")]);
  return { Panel, text, Ready };
}

export function Panels() {
  const { text } = useText();
  const open = openPanel.value;
  return (
    <section id="panels" class="panels" tabIndex={-1} aria-label={text.panels.label}>
      <Buttons ids={everyone} />
      <details
        class="panels-more"
        open={isUnfolded.value || (open !== null && planners.includes(open))}
        onToggle={(event) => unfold(event.currentTarget.open)}
      >
        <summary>{text.panels.more}</summary>
        <Buttons ids={planners} />
      </details>
      {open !== null && (
        <Boundary key={open}>
          <OpenPanel id={open} />
        </Boundary>
      )}
    </section>
  );
}

/** Whether the rest is unfolded; it stays so while the page is open. */
const isUnfolded = signal(false);

function unfold(isOpen: boolean): void {
  isUnfolded.value = isOpen;
}

function Buttons({ ids }: { ids: readonly PanelId[] }) {
  const { text, language } = useText();
  const open = openPanel.value;
  return (
    <ul class="panels-row">
      {ids.map((id) => (
        <li key={id}>
          <button
            type="button"
            class="button"
            data-panel={id}
            aria-expanded={open === id}
            aria-controls={open === id ? `panel-${id}` : undefined}
            onPointerEnter={() => void load(id, language).catch(() => undefined)}
            onClick={() => {
              openPanel.value = open === id ? null : id;
            }}
          >
            {text.panels[id]}
          </button>
        </li>
      ))}
    </ul>
  );
}

function OpenPanel({ id }: { id: PanelId }) {
  const { text, language } = useText();
  const [loaded, setLoaded] = useState<Loaded | "loading" | "failed">("loading");
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    const settle = (result: Loaded | "failed") => {
      if (wanted) setLoaded(result);
    };
    setLoaded("loading");
    load(id, language).then(settle, () => settle("failed"));
    return () => {
      wanted = false;
    };
  }, [id, language, attempt]);
  useEffect(() => {
    if (typeof loaded === "string") return;
    const title = document.getElementById(`panel-title-${id}`);
    if (takeFocus()) title?.focus();
    // What opens below the screen's edge would not be seen to open.
    else title?.scrollIntoView({ block: "nearest" });
  }, [id, loaded]);
  return (
    <section id={`panel-${id}`} class={`panel panel-${id}`} aria-labelledby={`panel-title-${id}`}>
      {typeof loaded === "string" ? (
        <>
          <h2 id={`panel-title-${id}`}>{text.panels[id]}</h2>
          {loaded === "loading" && <p>{text.panels.loading}</p>}
          {loaded === "failed" && (
            <p role="alert">
              {text.panels.failed}{" "}
              <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
                {text.panels.retry}
              </button>
            </p>
          )}
        </>
      ) : (
        <PlanContext.Provider value={{ language, text: loaded.text, area: text }}>
          <h2 id={`panel-title-${id}`} tabIndex={-1}>
            {loaded.text[id].title}
          </h2>
          <loaded.Ready>
            <loaded.Panel />
          </loaded.Ready>
        </PlanContext.Provider>
      )}
    </section>
  );
}
