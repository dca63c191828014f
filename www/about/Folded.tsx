// A section that is opened when it is wanted: by a press, by a link to it, and on paper.

import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

export function Folded({ id, heading, children }: { id: string; heading: string; children: ComponentChildren }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const open = () => {
      if (details.current !== null) details.current.open = true;
    };
    // Something within it may be what the address names.
    const arrive = () => {
      const target = document.getElementById(location.hash.slice(1));
      if (target === null || details.current?.contains(target) !== true || details.current.open) return;
      open();
      target.scrollIntoView();
    };
    arrive();
    addEventListener("hashchange", arrive);
    addEventListener("beforeprint", open);
    return () => {
      removeEventListener("hashchange", arrive);
      removeEventListener("beforeprint", open);
    };
  }, []);
  return (
    <details ref={details} id={id} class="about-section about-folded">
      <summary>
        <h2 id={`${id}-heading`}>{heading}</h2>
      </summary>
      {children}
    </details>
  );
}
