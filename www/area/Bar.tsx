// The answer in one line at the foot of a small screen, while the sentence itself is out of sight. Whoever hears the page
// is told the answer anyway, so that it is for the eye alone.

import { useEffect, useRef, useState } from "preact/hooks";
import { useText } from "./language.ts";
import { useComputed } from "./signals.ts";
import { assessed, nothingEntered } from "../model/area.ts";

export function Bar() {
  const { text } = useText();
  const bar = useRef<HTMLDivElement>(null);
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const sentence = document.getElementById("answer");
    if (sentence === null) return;
    const watch = new IntersectionObserver(([seen]) => setAway(seen?.isIntersecting === false));
    watch.observe(sentence);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    // Above the keyboard, where that covers the page instead of making it smaller.
    const seen = window.visualViewport;
    if (seen === null || !isAway) return;
    const rise = () => bar.current?.style.setProperty("--covered", `${Math.max(0, innerHeight - seen.height - seen.offsetTop)}px`);
    rise();
    for (const name of ["resize", "scroll"]) seen.addEventListener(name, rise);
    return () => {
      for (const name of ["resize", "scroll"]) seen.removeEventListener(name, rise);
    };
  }, [isAway]);
  const line = useComputed(() => {
    const answer = assessed.value?.assessment;
    if (answer === undefined || nothingEntered.value) return "";
    const missing = answer.findings.filter(({ outcome }) => outcome === "unknown").length;
    return text.bar(answer.tally.met, answer.findings.length, missing, answer.verdict);
  }, [text]);
  if (!isAway || line.value === "") return null;
  return (
    <div ref={bar} class="bar" aria-hidden="true">
      {line}
    </div>
  );
}
