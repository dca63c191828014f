// How the points are read that the source leaves open, for all areas at once.

import { requires, ties } from "../engine/criteria.ts";
import { useText } from "./language.ts";
import { criteriaSet, readAs, reading } from "./state.ts";

export function Reading() {
  const { text } = useText();
  const set = criteriaSet.value;
  const tie = reading.value.tie ?? set.reading.tie.value;
  const require = reading.value.require ?? set.reading.require.value;
  const word = (one: string) => (one === "all" ? text.reading.all : one === "any" ? text.reading.any : text.reading.atLeast(Number(one)));
  return (
    <section class="areas-reading" aria-labelledby="reading-title">
      <h2 id="reading-title">{text.reading.label}</h2>
      <p class="help">{text.reading.why}</p>
      <div class="fields">
        <label>
          {text.reading.tie}
          <select
            class="field"
            name="tie"
            disabled={set.reading.tie.settled}
            value={tie}
            onChange={(event) => void readAs({ ...reading.value, tie: event.currentTarget.value })}
          >
            {ties.map((one) => (
              <option key={one} value={one}>
                {text.reading[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {text.reading.require}
          <select
            class="field"
            name="require"
            disabled={set.reading.require.settled}
            value={require}
            onChange={(event) => void readAs({ ...reading.value, require: event.currentTarget.value })}
          >
            {requires(set).map((one) => (
              <option key={one} value={one}>
                {word(one)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </section>
  );
}
