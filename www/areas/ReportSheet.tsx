// The report as a sheet of paper, drawn from what the core composed.

import { useMemo } from "preact/hooks";
import type { Report } from "../engine/tables.ts";
import { useText } from "./language.ts";

type Block = Report["blocks"][number];
type Rows = NonNullable<Report["appendix"]>;
type Picture = Extract<Block, { kind: "picture" }>["of"];

export function ReportSheet({ report, isBusy }: { report: Report; isBusy: boolean }) {
  const { text } = useText();
  // The same digits are the same areas with the same figures, which may be thousands.
  const appendix = useMemo(
    () =>
      report.appendix !== null && (
        <section class="report-appendix">
          <h4>{text.report.appendix}</h4>
          <Table label={text.report.appendix} table={report.appendix} />
        </section>
      ),
    [report.checkDigits, text],
  );
  return (
    <article class="report" aria-labelledby="report-title" aria-busy={isBusy ? true : undefined}>
      <h3 id="report-title">{report.title}</h3>
      {report.blocks.map((block, nth) => (
        <Part key={nth} block={block} label={nameOf(report.blocks, nth)} />
      ))}
      {appendix}
    </article>
  );
}

/** The heading that a block stands under; with a number where others under it have that name already. */
function nameOf(blocks: readonly Block[], nth: number): string {
  const before = blocks.slice(0, nth);
  const at = before.findLastIndex(({ kind }) => kind === "heading");
  const above = before[at];
  const named = before.slice(at + 1).filter(({ kind }) => kind === "table" || kind === "areas" || kind === "picture").length;
  const name = above?.kind === "heading" ? above.of : "";
  return named === 0 ? name : `${name} ${named + 1}`;
}

function Part({ block, label }: { block: Block; label: string }) {
  const { text } = useText();
  switch (block.kind) {
    case "heading":
      return <h4>{block.of}</h4>;
    case "text":
      return <p class="report-text">{block.of}</p>;
    case "list":
      return (
        <ul>
          {block.of.map((line, nth) => (
            <li key={nth}>{line}</li>
          ))}
        </ul>
      );
    case "table":
    case "areas":
      // Several may stand under a heading, each with a name of its own.
      return <Table label={`${label}: ${block.of.head[0]}`} table={block.of} />;
    case "picture":
      return <Drawing label={`${label}: ${text.report.picture}`} picture={block.of} />;
  }
}

function Table({ label, table: { head, rows } }: { label: string; table: Rows }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
    <div class="scrolls" role="region" aria-label={label} tabIndex={0}>
      <table class="cells">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {head.map((cell, nth) => (
              <th key={nth} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...others], nth) => (
            <tr key={nth}>
              <th scope="row">{first}</th>
              {others.map((cell, at) => (
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Drawing({ label, picture: { about, width, height, lines, captions, marks } }: { label: string; picture: Picture }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard.
    <div class="scrolls" role="region" aria-label={label} tabIndex={0}>
      <svg class="report-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={about}>
        {lines.map(({ what, path }) => (
          <path key={`${what} ${path}`} data-line={what} d={path} />
        ))}
        {captions.map(({ what, x, y, anchor, text }) => (
          <text key={`${x} ${y}`} data-caption={what} x={x} y={y} text-anchor={anchor}>
            {text}
          </text>
        ))}
        {marks.map(({ x, y, met }) => (
          <circle key={`${x} ${y} ${met}`} data-met={met} cx={x} cy={y} r="3.5" />
        ))}
      </svg>
    </div>
  );
}
