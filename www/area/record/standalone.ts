// The record as a web page of its own, with the JSON inside: it can be printed, kept and checked.

import type { Language } from "../../text/format.ts";

const look =
  "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:10.5pt/1.45 system-ui,sans-serif;color:#1d1b18}" +
  "h3{margin:0;font:400 20pt/1.2 Georgia,serif}h4{margin:1rem 0 .2rem}table{width:100%;border-collapse:collapse}" +
  "th,td{padding:.3rem .6rem .3rem 0;border-bottom:1px solid #857f72;text-align:start;vertical-align:top}" +
  ".record-answer{font:400 15pt/1.3 Georgia,serif}.record-notes{display:block;color:#57534a;font-size:9pt;font-weight:400}" +
  ".record-digest,.record-hash{color:#57534a;font:8pt/1.4 ui-monospace,monospace;overflow-wrap:anywhere}" +
  ".record-kind,.record-foot{color:#57534a;font-size:9pt}ul{padding-left:1.1rem}" +
  ".visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}@page{size:A4;margin:16mm}";

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
