// A box that keeps its height while what is in it is written anew. So it is laid out without the page around it, and
// what stands below does not move at every key. Without a script, and on paper, it is as high as what it holds.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import "./settled.css";

/** As much may stay empty below: two lines of text. */
const SLACK_PX = 48;

export function Settled({ children }: { children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const held = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [outer, inner] = [box.current, held.current];
    if (outer === null || inner === null) return;
    let kept = 0;
    // Heard after layout and before painting: nobody sees what does not fit.
    const heights = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize ?? kept;
      if (height <= kept && height > kept - SLACK_PX) return;
      kept = height;
      outer.style.setProperty("--kept", `${height}px`);
    });
    heights.observe(inner);
    return () => heights.disconnect();
  }, []);
  return (
    <div ref={box} class="settled">
      <div ref={held}>{children}</div>
    </div>
  );
}
