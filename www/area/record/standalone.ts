// The record as a web page of its own, with the JSON inside: it can be printed, kept and checked.

import type { Language } from "../../text/format.ts";

const look =
  "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:11pt/1.4 system-ui,sans-serif;color:#1d1b18;background:#fff}" +
  "p,ul{margin:0}h3{margin:0;font:400 1.6em/1.2 Georgia,serif}h4{margin:1.2em 0 .2em;font-size:.95em}" +
  "table{width:100%;margin-top:.9em;border-collapse:collapse;font-size:.9em}" +
  "th,td{padding:.45em .9em .45em 0;border-bottom:1px solid #857f72;text-align:start;vertical-align:top}" +
  "thead th{color:#57534a;font-size:.9em;font-weight:400}.record-threshold{white-space:nowrap}" +
  ".record-answer{margin:.6em 0 .25em;font:400 1.25em/1.3 Georgia,serif}" +
  ".record-kind,.record-notes,.record-foot{color:#57534a;font-size:.9em;font-weight:400}.record-notes{display:block;overflow-wrap:anywhere}" +
  ".record-digest,.record-hash{color:#57534a;font:.8em/1.4 ui-monospace,monospace}" +
  ".record-digest{display:inline-block;white-space:nowrap}dl{margin:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(13em,1fr));gap:0 1.5em;font-size:.8em}dl>div{display:flex;gap:1em;justify-content:space-between}dd{margin:0}.record-hash{overflow-wrap:anywhere}" +
  "ul{padding-left:1.2em;font-size:.9em}.record-foot{margin-top:1.2em;font-size:.85em}.record-table{overflow-x:auto}" +
  ".visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}" +
  "@page{size:A4;margin:14mm 15mm}@media print{body{max-width:none;margin:0;padding:0;font-size:9pt;line-height:1.35}" +
  "ul{columns:2;column-gap:2em}.record-table{overflow:visible}tr,li{break-inside:avoid}}";

/** Writes the page; `embedded` is the record as the core writes it for a script element. */
export function standalone(sheet: HTMLElement, embedded: string, language: Language): string {
  const title = sheet.querySelector("h3")?.textContent ?? "";
  const escaped = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped}</title>`,
    `<style>${look}</style>`,
    sheet.outerHTML,
    `<script type="application/json" id="troskel-record">${embedded}</script>`,
    "",
  ].join("\n");
}
