// When something stops that never should: a sentence and a way on, and what was entered stays.

import { Component, type ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { broken, reportBroken } from "../engine/broken.ts";
import type { LiveFrameText } from "./live.sv.ts";

/** Keeps an error while drawing within a part of the page: the rest goes on. */
export class Boundary extends Component<{ children: ComponentChildren }, { stopped: boolean }> {
  override state = { stopped: false };
  static override getDerivedStateFromError() {
    reportBroken();
    return { stopped: true };
  }
  override render() {
    return this.state.stopped ? null : this.props.children;
  }
}

export function Broken({ text }: { text: LiveFrameText["broken"] }) {
  useEffect(() => {
    const hear = (event: ErrorEvent | PromiseRejectionEvent) => {
      const thrown: unknown = "reason" in event ? event.reason : event.error;
      if (thrown instanceof WebAssembly.RuntimeError) broken.value = true;
    };
    addEventListener("error", hear);
    addEventListener("unhandledrejection", hear);
    return () => {
      removeEventListener("error", hear);
      removeEventListener("unhandledrejection", hear);
    };
  }, []);
  if (!broken.value) return null;
  return (
    <p class="notice" role="alert">
      {text.said}{" "}
      <button type="button" class="button" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </p>
  );
}
