// Waits for the panels' Wasm module, and offers another try where it could not be loaded.

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { loadPlanEngine, planEngine } from "../../engine/plan.ts";
import { usePlan } from "./language.ts";
import { startKeeping } from "../../model/keeper.ts";

export function Ready({ children }: { children: ComponentChildren }) {
  const { area } = usePlan();
  const { state } = planEngine.value;
  useEffect(() => {
    if (planEngine.value.state !== "ready") void loadPlanEngine();
    startKeeping();
  }, []);
  if (state === "ready") return <>{children}</>;
  if (state === "loading") return <p>{area.engine.loading}</p>;
  return (
    <p role="alert">
      {area.engine.failed}{" "}
      <button type="button" class="button" onClick={() => void loadPlanEngine()}>
        {area.engine.retry}
      </button>
    </p>
  );
}
