// The shape of an outcome, the same wherever an outcome is said.

import "./mark.css";

const LINE = "M12 2V22";

/** Past the line, on the line, short of the line, or no place at all. Paths all of them, so that one becomes another. */
const shapes = {
  met: { line: LINE, shape: "mark-filled", path: "M13.5 6.5H17L23 12L17 17.5H13.5Z" },
  "at-threshold": { line: LINE, shape: "mark-filled", path: "M12 6L18 12L12 18L6 12Z" },
  "not-met": { line: LINE, shape: "mark-open", path: "M1.6 12a3.9 3.9 0 0 1 7.8 0a3.9 3.9 0 0 1 -7.8 0Z" },
  unknown: { line: "", shape: "mark-unknown", path: "M4 12a8 8 0 0 1 16 0a8 8 0 0 1 -16 0Z" },
} as const;

export function Mark({ outcome }: { outcome: keyof typeof shapes }) {
  const { line, shape, path } = shapes[outcome];
  return (
    <svg class="mark" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
      <path class="mark-line" d={line} />
      <path class={shape} d={path} />
    </svg>
  );
}
