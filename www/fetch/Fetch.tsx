// The view as a whole: what is sent and the press, the area, then everything that was fetched and the way without it.

import { useEffect } from "preact/hooks";
import { ByHand } from "./ByHand.tsx";
import { Find } from "./Find.tsx";
import { Kept } from "./Kept.tsx";
import { useText } from "./language.ts";
import { Many } from "./Many.tsx";
import { Sent } from "./Sent.tsx";
import { isComplete, look } from "./state.ts";

export function Fetch() {
  const { text } = useText();
  const complete = isComplete.value;
  useEffect(() => void look(), []);
  return (
    <div class="fetch">
      <div class="fetch-head">
        <h1>{text.title}</h1>
        <p class="fetch-lead">{text.lead}</p>
        <noscript>
          <p class="notice">{text.noScript}</p>
        </noscript>
      </div>
      {complete ? (
        <>
          <Find />
          <Many />
          <Sent />
        </>
      ) : (
        <>
          <Sent />
          <Find />
          <Many />
        </>
      )}
      <Kept />
      <ByHand />
    </div>
  );
}
