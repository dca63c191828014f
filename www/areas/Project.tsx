// The project: notes, saving it as a file, and what is asked for and told when one is taken up.

import { useState } from "preact/hooks";
import { fileName, saveFile } from "../device/files.ts";
import { found, type Refusal } from "../model/project.ts";
import { useText } from "./language.ts";
import {
  beginAnew,
  contentBytes,
  type Earlier,
  earlier,
  filesOf,
  goBack,
  named,
  notes,
  refused,
  saveProject,
  takenUp,
  unreadable,
} from "./project.ts";
import { loaded } from "./state.ts";
import { size } from "./Understood.tsx";

/** Notes, and the project as a file, in one line that opens. */
export function ProjectFold() {
  const { text, language } = useText();
  const words = text.project;
  const [withContent, setWithContent] = useState(false);
  const run = loaded.value;
  if (run === null && takenUp.value === null) return null;
  const bytes = contentBytes();
  const noted = notes.value.trim();
  return (
    <details class="fold project">
      <summary>
        <span class="fold-name">{words.label}</span> <span class="fold-line">{noted === "" ? words.kept : noted}</span>
      </summary>
      <label class="project-notes">
        {words.notes}
        <textarea
          class="field"
          name="project-notes"
          rows={4}
          maxLength={20_000}
          value={notes.value}
          onInput={(event) => {
            notes.value = event.currentTarget.value;
          }}
        />
      </label>
      {run?.isExample === true ? (
        <p class="help">{words.example}</p>
      ) : (
        <>
          {run !== null && (
            <label class="check">
              <input
                type="checkbox"
                name="project-content"
                checked={withContent && bytes !== null}
                disabled={bytes === null}
                onChange={(event) => setWithContent(event.currentTarget.checked)}
              />
              <span>{bytes === null ? words.tooLarge : words.content(size(bytes, text.files.size, language))}</span>
            </label>
          )}
          <p class="exports-row">
            <button
              type="button"
              class="button"
              data-project="save"
              onClick={() => void saveProject(fileName(words.fileName, words.fileName, "json"), withContent && bytes !== null)}
            >
              {words.save}
            </button>
          </p>
          {unreadable.value && (
            <p class="notice" role="alert">
              {words.unreadable}
            </p>
          )}
          <p class="help">{words.help}</p>
        </>
      )}
    </details>
  );
}

/** The project that the device kept and that can't be read: what it is, and the way to have it as a file. */
function Leftover({ text: kept, why }: { text: string; why: Refusal }) {
  const { text } = useText();
  const words = text.project;
  return (
    <>
      {words.leftover[why]}{" "}
      <button
        type="button"
        class="button"
        data-project="leftover"
        onClick={() => saveFile("troskel-projekt.json", kept, "application/json")}
      >
        {words.save}
      </button>
    </>
  );
}

/** The way to an earlier project. */
function BackTo({ earlier: one, children }: { earlier: Earlier; children: string }) {
  const { language } = useText();
  return (
    <button type="button" class="link" data-project="back" onClick={() => void goBack(one, language)}>
      {children}
    </button>
  );
}

/** What a project that was taken up waits for, and which of its files are missing or have another content. */
export function Awaited() {
  const { text } = useText();
  const words = text.project;
  const project = takenUp.value;
  const wrong = refused.value;
  const run = loaded.value;
  const brought = filesOf(run).map(named);
  const lines = [...(project?.files ?? []), ...(project?.before ?? []), ...(project?.keys ?? []), ...(project?.changeLogs ?? [])]
    .map((file) => ({ file, state: found(file, brought) }))
    .filter(({ state }) => state === "missing" || state === "changed");
  const [latest, ...older] = earlier.value;
  const isTold = project !== null && (run === null || lines.length > 0);
  return (
    <>
      {wrong !== null && (
        <p class="notice" role="alert">
          {"file" in wrong.from ? words.refused[wrong.why](wrong.from.file) : <Leftover text={wrong.from.kept} why={wrong.why} />}
        </p>
      )}
      {(isTold || earlier.value.length > 0) && (
        <div class="notice project-awaited" role="status">
          {isTold && <p>{run === null ? words.goesOn(project.files.length) : words.differs}</p>}
          {lines.length > 0 && (
            <ul>
              {lines.map(({ file, state }) => (
                <li key={file.name} data-awaited={file.name} data-found={state}>
                  {state === "changed" ? words.changed(file.name) : run === null ? file.name : words.missing(file.name)}
                </li>
              ))}
            </ul>
          )}
          <p class="understood-actions">
            {isTold &&
              (run === null ? (
                <button type="button" class="link" data-project="anew" onClick={beginAnew}>
                  {words.anew}
                </button>
              ) : (
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    takenUp.value = null;
                  }}
                >
                  {words.seen}
                </button>
              ))}
            {latest !== undefined && <BackTo earlier={latest}>{words.back}</BackTo>}
          </p>
          {older.length > 0 && (
            <details>
              <summary>{words.older(older.length)}</summary>
              <ul>
                {older.map((one) => (
                  <li key={one.slot.key}>
                    <BackTo earlier={one}>{words.called(one.notes, one.files)}</BackTo>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </>
  );
}
