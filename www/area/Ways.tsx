// The ways to figures, how the scales show them, and the way past them.

import { address } from "../addresses.ts";
import { wholeScale } from "../model/area.ts";
import { Example } from "./Answer.tsx";
import { useText } from "./language.ts";

export function Ways() {
  const { text, language } = useText();
  return (
    <p class="start-ways">
      <a class="link" href={`${"../".repeat(address("area", language).split("/").length - 1)}${address("fetch", language)}`}>
        {text.start.fetch}
      </a>
      <Example />
      <button
        type="button"
        class="link"
        onClick={() => {
          wholeScale.value = !wholeScale.value;
        }}
      >
        {wholeScale.value ? text.start.near : text.start.whole}
      </button>
      <a class="link skip-here" href="#panels">
        {text.start.past}
      </a>
    </p>
  );
}
