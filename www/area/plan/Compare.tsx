// Scenarios side by side: what to do with them, the table, the picture, and the editor of the one that is chosen.

import { nothingEntered } from "../../model/area.ts";
import { announce } from "../../model/announce.ts";
import { Editor } from "./Editor.tsx";
import { usePlan } from "./language.ts";
import { Picture } from "./Picture.tsx";
import { addScenario, assessedScenarios, canRedo, canUndo, freeName, redo, scenarios, selected, undo } from "../../model/scenarios.ts";
import { SideBySide } from "./SideBySide.tsx";
import "./compare.css";

export function Compare() {
  const { text } = usePlan();
  const chosen = assessedScenarios.value.find(({ scenario }) => scenario.id === selected.value);
  const none = scenarios.value.length === 0;
  return (
    <>
      <p class="panel-lead">{none ? (nothingEntered.value ? text.compare.enterFirst : text.compare.intro) : text.compare.introSome}</p>
      <p class="compare-actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            const name = freeName(text.compare.name);
            addScenario(name);
            announce(text.compare.added(name));
          }}
        >
          {text.compare.add}
        </button>
        {(canUndo.value || canRedo.value) && (
          <>
            <button
              type="button"
              class="button"
              aria-disabled={!canUndo.value}
              onClick={() => {
                if (!canUndo.value) return;
                undo();
                announce(text.compare.undone);
              }}
            >
              {text.compare.undo}
            </button>
            <button
              type="button"
              class="button"
              aria-disabled={!canRedo.value}
              onClick={() => {
                if (!canRedo.value) return;
                redo();
                announce(text.compare.redone);
              }}
            >
              {text.compare.redo}
            </button>
          </>
        )}
      </p>
      {!none && (
        <>
          <SideBySide />
          {chosen !== undefined && <Editor key={chosen.scenario.id} {...chosen} />}
          <Picture />
        </>
      )}
    </>
  );
}
