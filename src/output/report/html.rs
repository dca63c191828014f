//! A report as a page that holds all it needs, and prints on A4.

use std::fmt::Write as _;

use super::picture::escaped;
use super::{Block, Report, Table};

const STYLE: &str = "@page{size:A4;margin:14mm}\
:root{color-scheme:light dark}\
body{font:9.5pt/1.35 system-ui,sans-serif;max-width:182mm;margin:0 auto;padding:1rem}\
h1{font-size:16pt;line-height:1.2;margin:0 0 2mm}\
h2{font-size:10.5pt;margin:3.5mm 0 1mm;break-after:avoid}\
p,ul{margin:0 0 1.5mm}ul{padding-left:4.5mm}\
.wide{overflow-x:auto}\
table{border-collapse:collapse;width:100%;font-size:8pt;line-height:1.25;margin:0 0 2mm}\
th,td{text-align:left;vertical-align:top;padding:.5mm 2mm .5mm 0;border-bottom:.2mm solid #8886;overflow-wrap:anywhere}\
thead{display:table-header-group}tr{break-inside:avoid}\
svg{display:block;width:100%;max-height:88mm;break-inside:avoid;font-size:11px;fill:currentColor}\
svg .name{font-weight:600}svg path{stroke:currentColor;fill:none}svg .axis{opacity:.4}\
svg .threshold{stroke-width:2}svg .average{stroke-dasharray:3 3}\
svg .met{fill:currentColor;stroke:currentColor}svg .not-met{fill:none;stroke:currentColor}\
.check{overflow-wrap:anywhere;font-size:8pt}\
.appendix{break-before:page}\
@media screen{.wide table{min-width:36rem}}\
@media print{body{padding:0;max-width:none}:root{color-scheme:light}}";

/// Writes a report as a page in HTML, which asks for nothing else.
pub fn html(report: &Report) -> String {
    let language = report.language;
    let title = escaped(&report.title);
    let mut out = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
<title>{title}</title><style>{STYLE}</style></head><body><main><h1>{title}</h1>",
        language.choose("sv", "en"),
    );
    let last = report.blocks.len().saturating_sub(1);
    for (nth, block) in report.blocks.iter().enumerate() {
        write_block(&mut out, block, nth == last);
    }
    if let Some(appendix) = &report.appendix {
        let heading = language.choose("Bilaga: alla områden", "Appendix: all areas");
        // Writing to a String never fails.
        let _ = write!(out, "<section class=\"appendix\"><h2>{heading}</h2>");
        write_table(&mut out, appendix);
        out.push_str("</section>");
    }
    out + "</main></body></html>\n"
}

fn write_block(out: &mut String, block: &Block, checks: bool) {
    match block {
        Block::Heading(text) => {
            let _ = write!(out, "<h2>{}</h2>", escaped(text));
        }
        Block::Text(text) => {
            let _ = write!(out, "<p>{}</p>", escaped(text).replace('\n', "<br>"));
        }
        Block::List(lines) => {
            out.push_str(if checks { "<ul class=\"check\">" } else { "<ul>" });
            for line in lines {
                let _ = write!(out, "<li>{}</li>", escaped(line));
            }
            out.push_str("</ul>");
        }
        Block::Table(table) | Block::Areas(table) => write_table(out, table),
        Block::Picture(picture) => out.push_str(&picture.svg()),
    }
}

fn write_table(out: &mut String, Table { head, rows }: &Table) {
    out.push_str("<div class=\"wide\"><table><thead><tr>");
    for cell in head {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(cell));
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        for (nth, cell) in row.iter().enumerate() {
            let (open, close) = if nth == 0 { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
            let _ = write!(out, "{open}{}{close}", escaped(cell));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
}
