// The shape of an outcome, the same wherever an outcome is said.

import "./mark.css";

/** Draws past the line, on the line, short of the line, or no place at all. */
export function Mark({ outcome }: { outcome: "met" | "at-threshold" | "not-met" | "unknown" }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      {outcome !== "unknown" && <path class="mark-line" d="M12 2V22" />}
      {outcome === "met" && <path class="mark-filled" d="M13.5 6.5H17L23 12L17 17.5H13.5Z" />}
      {outcome === "at-threshold" && <path class="mark-on" d="M12 6L18 12L12 18L6 12Z" />}
      {outcome === "not-met" && <circle class="mark-open" cx="5.5" cy="12" r="3.9" />}
      {outcome === "unknown" && <circle class="mark-unknown" cx="12" cy="12" r="8" />}
    </svg>
  );
}
