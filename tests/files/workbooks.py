"""Writes workbooks cell by cell, with what people's programs do to them. Those of the old kind need xlwt (`pip install xlwt`)."""

import zipfile
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


class Cell:
    """A cell that is more than a text or a number: its number format, formula, kind."""

    def __init__(self, value, kind="n", number_format=None, formula=None):
        self.value, self.kind, self.format, self.formula = value, kind, number_format, formula


def one(value):
    """A number with one decimal."""
    return Cell(value, number_format="0.0")


def percent(value, number_format="0.0%"):
    return Cell(value, number_format=number_format)


def formula(text, value=None, number_format=None):
    return Cell(value, formula=text, number_format=number_format)


def error(text):
    return Cell(text, "e")


TRUE = Cell(1, "b")


class Sheet:
    def __init__(self, name, rows, merges=(), state=None, raw=None):
        self.name, self.rows, self.merges, self.state, self.raw = name, rows, merges, state, raw


def zipped(path, members):
    with zipfile.ZipFile(path, "w") as file:
        for name, content in members.items():
            info = zipfile.ZipInfo("x", (2024, 1, 2, 3, 4, 6))
            info.filename = name
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(info, content)


def place(row, column):
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column] + str(row + 1)


def xlsx(path, sheets, stored=lambda name: name, told=None, escaped=escape, date1904=False):
    """Writes a workbook. `stored` names its parts in the container, `told` in the relations (from the root, with a slash)."""
    formats, strings = [], []

    def cell(at, value):
        if value is None:
            return ""
        if isinstance(value, str):
            if value not in strings:
                strings.append(value)
            return f'<c r="{at}" t="s"><v>{strings.index(value)}</v></c>'
        if not isinstance(value, Cell):
            return f'<c r="{at}"><v>{value}</v></c>'
        style = ""
        if value.format:
            if value.format not in formats:
                formats.append(value.format)
            style = f' s="{formats.index(value.format) + 1}"'
        kind = "" if value.kind == "n" else f' t="{value.kind}"'
        inside = f"<f>{escape(value.formula)}</f>" if value.formula else ""
        inside += "" if value.value is None else f"<v>{value.value}</v>"
        return f'<c r="{at}"{style}{kind}>{inside}</c>'

    def target(name):
        return "/" + told(name) if told else name.removeprefix("xl/")

    parts, listed, relations = {}, [], []
    for index, sheet in enumerate(sheets):
        name = f"xl/worksheets/sheet{index + 1}.xml"
        rows = "".join(
            f'<row r="{r + 1}">' + "".join(cell(place(r, c), value) for c, value in enumerate(row)) + "</row>"
            for r, row in enumerate(sheet.rows)
        )
        merges = "".join(f'<mergeCell ref="{merge}"/>' for merge in sheet.merges)
        merges = f'<mergeCells count="{len(sheet.merges)}">{merges}</mergeCells>' if merges else ""
        parts[name] = sheet.raw or f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{merges}</worksheet>'
        state = f' state="{sheet.state}"' if sheet.state else ""
        listed.append(f'<sheet name={quoteattr(sheet.name)} sheetId="{index + 1}"{state} r:id="rId{index + 1}"/>')
        relations.append((f"rId{index + 1}", "worksheet", name))
    relations += [("rId90", "styles", "xl/styles.xml"), ("rId91", "sharedStrings", "xl/sharedStrings.xml")]
    dates = '<workbookPr date1904="1"/>' if date1904 else ""
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{REL}">{dates}<sheets>{"".join(listed)}</sheets></workbook>'
    )
    codes = "".join(f'<numFmt numFmtId="{170 + i}" formatCode={quoteattr(f)}/>' for i, f in enumerate(formats))
    styles = "".join(f'<xf numFmtId="{170 + i}" applyNumberFormat="1"/>' for i in range(len(formats)))
    parts["xl/styles.xml"] = (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(formats)}">{codes}</numFmts>'
        f'<cellXfs count="{len(formats) + 1}"><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>'
    )
    texts = "".join(f'<si><t xml:space="preserve">{escaped(text)}</t></si>' for text in strings)
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{texts}</sst>'
    related = "".join(
        f'<Relationship Id="{id}" Type="{REL}/{kind}" Target="{target(name)}"/>' for id, kind, name in relations
    )
    parts["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PACKAGE}/relationships">{related}</Relationships>'
    book = told("xl/workbook.xml") if told else "xl/workbook.xml"
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="{book}"/></Relationships>'
    )
    kinds = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{PACKAGE}/content-types">{kinds}<Default Extension="xml" ContentType="application/xml"/></Types>'
    )
    zipped(path, {stored(name): content for name, content in parts.items()})


def ods(path, sheets):
    """Writes an OpenDocument sheet; a cell or row that begins with `<table:` stands as it is."""

    def cell(value):
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, str) and value.startswith("<table:"):
            return value
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
        made = shown = ""
        kind = "float"
        if isinstance(value, Cell):
            made = f' table:formula="of:={escape(value.formula)}"' if value.formula else ""
            if value.format and value.format.endswith("%"):
                kind, shown = "percentage", f"{float(value.value) * 100:.1f} %"
            elif value.format:
                shown = f"{value.value:.1f}"
            value = value.value
        text = (shown or str(value)).replace(".", ",")
        return (
            f'<table:table-cell{made} office:value-type="{kind}" office:value="{value}">'
            f"<text:p>{text}</text:p></table:table-cell>"
        )

    def row(cells):
        if isinstance(cells, str):
            return cells
        return "<table:table-row>" + "".join(map(cell, cells)) + "</table:table-row>"

    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    tables = "".join(
        f"<table:table table:name={quoteattr(s.name)}>" + "".join(map(row, s.rows)) + "</table:table>" for s in sheets
    )
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    zipped(path, {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def xls(path, sheets):
    """Writes a workbook of the old kind."""
    import xlwt

    book = xlwt.Workbook()
    for sheet in sheets:
        made = book.add_sheet(sheet.name)
        made.visibility = 1 if sheet.state else 0
        merged = dict(merge.split(":") for merge in sheet.merges)
        for r, row in enumerate(sheet.rows):
            for c, value in enumerate(row):
                if value is None:
                    continue
                if last := merged.get(place(r, c)):
                    made.write_merge(r, int(last[1:]) - 1, c, ord(last[0]) - 65, value)
                elif isinstance(value, Cell) and value.kind == "e":
                    made.row(r).set_cell_error(c, {"#N/A": 0x2A}.get(value.value, value.value))
                elif isinstance(value, Cell):
                    made.write(r, c, value.value, xlwt.easyxf(num_format_str=value.format))
                else:
                    made.write(r, c, value)
    book.save(path)

