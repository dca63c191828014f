#!/usr/bin/env python3
"""Makes the workbooks of this folder: `python3 workbook_tables.py`.

The files are kept beside it, so that the tests need nothing of this; figures and places are made up.
"""

from xml.sax.saxutils import escape

from workbooks import MAIN, TRUE, Cell, Sheet, error, formula, ods, one, percent, xls, xlsx

UPPSALA = [
    ("0380R010 Uppsala (Gottsunda)", 1290, 260, 950),
    ("0380R011 Uppsala (Sunnersta)", 2010, 60, 330),
    ("0380R012 Uppsala (Stenhagen)", 1700, 190, 910),
]
CONTENTS = [
    "antal sysselsatta",
    "antal arbetslösa",
    "antal sysselsatta och arbetslösa (arbetskraften)",
    "antal personer utanför arbetskraften",
    "antal totalt",
]
STATUS = "Arbetsmarknadsstatus efter region, kön, ålder, tabellinnehåll och år"


def lines(*texts):
    return [[text] for text in texts]


def status():
    """The publisher's table of labour market status with all its contents."""
    rows = [[STATUS], [], [None, None, None, *CONTENTS], [None, None, None, *["2024"] * 5]]
    rows += [[name, "totalt", "20-64 år", e, u, e + u, o, e + u + o] for name, e, u, o in UPPSALA]
    footer = [[], *lines("Senaste uppdatering:", "20260226 08:00", "Källa:", "SCB")]
    xlsx("status.xlsx", [Sheet("0000089X", rows + footer)])
    ods("status.ods", [Sheet("0000089X", rows)])
    xls("status.xls", [Sheet("0000089X", rows)])


def by_sex(path, title, sexes, contents, footer):
    """Labels on the first of their rows, two years, men and women before their total."""
    years = ["2023", "2024"]
    rows = [[title], [], [None, None, contents[0], None, contents[1], None], [None, None, *years, *years]]
    for name, e, b in (("0883R001 Västervik (Norr)", 400, 800), ("0883R002 Västervik (Söder)", 720, 900)):
        parts = [(e // 2 + 4, b // 2 + 5), (e - e // 2 - 4, b - b // 2 - 5), (e, b)]
        for label, sex, (x, y) in zip((name, None, None), sexes, parts):
            rows.append([label, sex, x - 3, x, y - 2, y])
    xlsx(path, [Sheet("TAB6680", [*rows, [], *lines(*footer)])])


def publishers():
    status()
    swedish = ("Senaste uppdatering:", "20260226 08:00", "Källa:", "SCB", "Databas:", "20260226")
    by_sex("pxweb-stubs.xlsx", STATUS, ("män", "kvinnor", "totalt"), ("antal sysselsatta", "antal totalt"), swedish)
    title = "Labour market status by region, sex, observations and year"
    english = ("Latest update:", "20260226 08:00", "Source:", "Statistics Sweden")
    by_sex("pxweb-english.xlsx", title, ("men", "women", "total"), ("number of employed", "total number"), english)
    voted = [["Valdeltagande efter region och valår"], [], [None, "2018", "2022"]]
    voted += [["0883R001 Västervik (Norr)", one(73), one(70.4)], ["0883R002 Västervik (Söder)", one(90.1), one(88)], []]
    footer = lines("Senaste uppdatering:", "20230524", "20180101", "Referenstid:", "2022")
    xlsx("pxweb-footer.xlsx", [Sheet("Valdeltagande", voted + footer)])
    sexes = [["Kod", "Förvärvsarbetande", None, None, "Befolkning", None, None]]
    sexes += [[None, *["Kvinnor", "Män", "Totalt"] * 2]]
    sexes += [["0381R001", 300, 310, 610, 500, 510, 1010], ["0381R002", 400, 390, 790, 500, 490, 990]]
    xlsx("sexes.xlsx", [Sheet("Blad1", sexes, ["A1:A2", "B1:D1", "E1:G1"])])
    voted = [["Kod", "2018", "2022"], ["0862R001", one(72.2), one(70)], ["0862R002", one(90), one(88)]]
    educated = [["Kod", "2023", "2024"], ["0862R001", one(30), one(31)], ["0862R002", one(10), one(9)]]
    for write, ending in ((xlsx, "xlsx"), (xls, "xls"), (ods, "ods")):
        sheets = [Sheet("Valdeltagande", voted), Sheet("Andel lågutbildade", educated)]
        write(f"sheets-name-measures.{ending}", sheets)
    head = ["PERIOD", "LÄN", "KOMMUN", "ARBETSLÖSA", "Utan arbete mer än 12 månader"]
    title = lines("Inskrivna arbetslösa, tid utan arbete", "Arbetsförmedlingen", "Uppgifterna gäller 16-64 år")
    rows = [*title, [], head]
    for period, more in (("2024-11", 4), ("2024-12", 0)):
        counts = (("Värmdö", 700, 201), ("Botkyrka", 5100, 2730), ("Nacka", 2200, 902))
        rows += [[period, "Stockholms län", name, all_of, long + more] for name, all_of, long in counts]
    xlsx("registered.xlsx", [Sheet("Om statistiken", lines("Här visas inskrivna arbetslösa.")), Sheet("Kommun", rows)])
    head = ["Kommun", "RegSO-kod", "RegSO", "Långtidsinskrivna (>12 mån)", "Befolkning 16-64 år", "Andel"]
    rows = [["Långtidsinskrivna (mer än 12 månader) per RegSO, december 2024"], [], head]
    rows += [["Östhammar", "0382R021", "Alunda", 120, 900, formula("D4/E4", 0.13333333333333333, "0.0%")]]
    rows += [["Östhammar", "0382R022", "Gimo", "<8", 610, ".."]]
    rows += [["Östhammar", "0382R023", "Öregrund", 34, 1100, formula("D6/E6", 0.03090909090909091, "0.0%")]]
    whole = [formula("SUM(D4:D6)", 154), formula("SUM(E4:E6)", 2610), formula("D7/E7", 0.059003831417624524, "0.0%")]
    rows += [["Totalt", None, None, *whole], [], ["Källa: egen beställning. Värden under 8 är borttagna."]]
    xlsx("ordered.xlsx", [Sheet("Läs mig", lines("Beställning 2025-02-03")), Sheet("Långtidsinskrivna", rows)])
    rows = [["kpi", "municipality_id", "municipality", "period", "gender", "value"]]
    titles = ["Förvärvsarbetande invånare 20-64 år, andel (%)"]
    titles += ["Invånare 25-64 år med förgymnasial utbildning, andel (%)"]
    titles += ["Valdeltagande i senaste riksdagsvalet, andel (%)"]
    for code, name, values in (("0880", "Kalmar", (80.5, 12.2, 86.6)), ("0881", "Nybro", (78.0, 16.4, 84.4))):
        for kpi, value in zip(titles, values):
            rows += [[kpi, code, name, 2021, "T", one(55.5)], [kpi, code, name, 2022, "T", one(value)]]
    xlsx("kolada.xlsx", [Sheet("Data", rows)])


def elections():
    rows = [["Slutligt valresultat, riksdagsvalet 2014"], []]
    rows += [["LAN", "KOM", "VALDIST", "Kommun", "Valdistrikt", "S tal", "Rostande", "Rostb", "VDT"]]
    rows += [[3, 80, 1, "Uppsala", "Gottsunda 1", 410, 741, 1202, 61.65]]
    rows += [[3, 80, 12, "Uppsala", "Sunnersta 2", 310, 1001, 1100, 91.0]]
    xls("slutligt-2014.xls", [Sheet("slutligt", rows)])
    head = ["LÄNSKOD", "KOMMUNKOD", "VALKRETSKOD", "VALDISTRIKTSKOD", "LÄNSNAMN", "KOMMUNNAMN", "VALKRETSNAMN"]
    head += ["VALDISTRIKTSNAMN", "M", "S", "RÖSTER GILTIGA", "RÖSTANDE", "RÖSTBERÄTTIGADE", "VALDELTAGANDE"]

    def election(less):
        at = ("Uppsala län", "Uppsala", "Uppsala län")
        rows = [head, [3, 80, 3, 101, *at, "Gottsunda 1", 320, 410, 730 - less, 741 - less, 1202, 61.65]]
        rows += [[3, 80, 3, 102, *at, "Sunnersta 2", 680, 310, 990 - less, 1001 - less, 1100, 91.0]]
        return [*rows, [3, 80, 3, None, *at, "Uppsamlingsdistrikt", 20, 31, 51, 55, 0, None]]

    sheets = [Sheet("K antal", election(40)), Sheet("R antal", election(0)), Sheet("L antal", election(60))]
    xlsx("val-2018-r-k.xlsx", sheets)
    head = ["Val", "Distrikt", "Län", "Region", "Kommun", " Valdistriktskod", "Valdistriktnamn", "Valkretskod"]
    rows = [[*head, "Valkretsnamn", "Parti", "Röster", "Röstberättigade"]]
    parties = ["Moderaterna", "Arbetarepartiet-Socialdemokraterna", "Övriga anmälda partier", "Summa giltiga röster"]
    parties += ["Blanka röster", "Övriga ogiltiga", "Ej anmält deltagande", "Valdeltagande"]
    districts = [("03800101", "Gottsunda 1", 1202, (410, 300, 20, 730, 9, 2, 0, 741))]
    districts += [("03800102", "Sunnersta 2", 1100, (300, 670, 20, 990, 10, 1, 0, 1001))]
    districts += [(None, "Uppsamlingsdistrikt Uppsala", 0, (20, 31, 0, 51, 3, 1, 0, 55))]
    for code, name, entitled, votes in districts:
        district = f"VD-03-80-{code[4:]}" if code else "UP-03-80"
        at = ["RD", district, "Uppsala län", "Region Uppsala", "Uppsala", code, name, "03", "Uppsala län"]
        rows += [[*at, party, vote, entitled] for party, vote in zip(parties, votes)]
    information = Sheet("Information", lines("Röster per distrikt, slutligt resultat"))
    xlsx("val-2022-rd.xlsx", [information, Sheet("roster_RD", rows)])


def planners():
    head = ["RegSO-kod", "Antal förvärvsarbetande", "Befolkning 20-64 år", "Andel förvärvsarbetande"]
    rows = [head, ["1441R001", 97, 122, formula("B2/C2", "0.79508196721311475", "0.0%")]]
    xlsx("own-shares.xlsx", [Sheet("Blad1", [*rows, ["1441R002", 60, 100, formula("B3/C3", "0.6", "0.0%")]])])
    work = [[None, None, "Förvärvsarbetande 20-64 år, 2023", None], ["RegSO-kod", "Område", "Antal", "Befolkning"]]
    work += [["1441R001", "Norr", 97, 122], ["1441R002", "Söder", 60, 100], [None, "Lerum totalt", 157, 222]]
    votes = [["Kod", "Valdeltagande riksdag 2018", "Valdeltagande riksdag 2022"]]
    votes += [["1441R001", one(72.2), one(70.4)], ["1441R002", one(90), one(88)]]
    cover = Sheet("Försättsblad", lines("Underlag", "2025-03-12"))
    xlsx("own-sheets.xlsx", [cover, Sheet("Arbete", work, ["C1:D1"]), Sheet("Val", votes)])
    rows = [["RegSO-kod", "Förvärvsintensitet"], ["1441R001", formula("97/122", "0.795081967213115", "0.0%")]]
    ods("own-shares.ods", [Sheet("Blad1", [*rows, ["1441R002", formula("60/100", "0.6", "0.0%")]])])
    rows = [["Koppling mellan DeSO 2018 och RegSO 2020"], ["Källa: SCB"], []]
    rows += [["Kommun", "Kommunnamn", "DeSO_2018", "RegSO_2020", "RegSOkod_2020"]]
    for deso, name, regso in (("A0010", "Kristdala", "R001"), ("B2010", "Figeholm", "R002"), ("B2020", "Figeholm", "R002")):
        rows += [["0882", "Oskarshamn", "0882" + deso, name, "0882" + regso]]
    xlsx("key-2018.xlsx", [Sheet("Koppling DeSO2018 RegSO2020", rows)])


def rows():
    texts = [["RegSO-kod", "Område", "Valdeltagande"], ["0380R001", "Gottsunda", one(71.5)]]
    texts += [["0380R002", "Sala backe", "ej klart"], ["0380R003", "Luthagen", "ej klart"]]
    xlsx("texts-in-a-workbook.xlsx", [Sheet("Blad1", texts)])
    xls("texts-in-an-old-workbook.xls", [Sheet("Blad1", texts)])
    ods("texts-in-a-sheet.ods", [Sheet("Blad1", texts)])
    plain = [["Kod", "Namn", "Valdeltagande", "Lågutbildade"]]
    plain += [["0162R001", "Djursholm", one(80), one(12)], ["0162R002", "Stocksund", one(72), one(24)]]
    notes = [[], [None, "Uppdaterad", 20230524], ["2023 års gränser"]]
    xlsx("note-below.xlsx", [Sheet("Blad1", plain + notes)])
    total = [[None, "Totalt", one(78.5), one(15)]]
    xls("total-below.xls", [Sheet("Blad1", plain + total)])
    ods("total-below.ods", [Sheet("Blad1", plain + total)])

    def year(name, *figures):
        rows = [["Kod", "Förvärvsintensitet", "Valdeltagande"]]
        return Sheet(name, rows + [[f"0360R00{i + 1}", e, t] for i, (e, t) in enumerate(figures)])

    ods("sheets-are-years.ods", [year("2022", (58, 73.9), (81, 88.1)), year("2018", (61, 75.5), (84, 89.1))])
    groups = [["Kod", "Valdeltagande riksdag", None, None, None], [None, "2018", "2022", "Förvärvsintensitet", "Lågutbildade"]]
    groups += [["0643R001", one(70), one(71), one(55.5), one(30)], ["0643R002", one(88), one(89), one(80.5), one(10)]]
    xlsx("merged-groups.xlsx", [Sheet("Blad1", groups, ["A1:A2", "B1:C1"])])
    plain = [["Kod", "Valdeltagande", "Förvärvsintensitet", "Lågutbildade"]]
    plain += [["0643R001", one(71), one(55.5), one(30)], ["0643R002", one(89), one(80.5), one(10)]]
    xls("themes-above.xls", [Sheet("Blad1", [[None, "Demokrati", "Arbete och utbildning", None], *plain], ["C1:D1"])])
    ods("header-after-blanks.ods", [Sheet("Blad1", [["Underlag till nämnden"], [], [], *plain])])
    blank = [["Valdeltagande", "Förvärvsintensitet", "Kod"], [one(70), one(60.5), "0662R001"]]
    blank += [[None, one(80.5), "0662R002"], [one(90), one(77.7), "0662R003"]]
    xlsx("blank-figure-first.xlsx", [Sheet("Blad1", blank)])
    blank = [["Kod", "Namn", "Valdeltagande"], ["0662R001", "A", one(70)], [None, "B", one(60)], ["0662R003", "C", one(90)]]
    xls("blank-code.xls", [Sheet("Blad1", blank)])
    computed = [["Kod", "Förvärvsintensitet"], ["0765R001", percent("0.59996")]]
    computed += [["0765R002", formula("97/122", "0.79508196721311475", "0.0%")], ["0765R003", percent("0.6")]]
    xlsx("computed-shares.xlsx", [Sheet("Blad1", computed)])
    formats = [["Kod", "Valdeltagande", "Lågutbildade"], ["0765R001", percent(0.704, "0.00%"), percent(0.3, "0%")]]
    formats += [["0765R002", percent(0.6, "0.00%"), percent(0.125, "0%")]]
    xlsx("percent-formats.xlsx", [Sheet("Blad1", formats)])
    xls("percent-formats.xls", [Sheet("Blad1", formats)])
    sections = [["Kod", "Valdeltagande"], ["0765R001", percent("0.704", '[=0]"-";0.0%')]]
    sections += [["0765R002", percent("0.61", '[<0.05]"..";0.0%')]]
    xlsx("formats-of-several-sections.xlsx", [Sheet("Blad1", sections)])
    codes = [["Kommunkod", "Valdeltagande"], [980, one(84)], [1060, one(82.2)], [114, one(80.5)]]
    xlsx("codes-without-zeros.xlsx", [Sheet("Blad1", codes)])


def readers():
    head = ["Kod", "Område", "Valdeltagande", "Andel lågutbildade"]
    table = [head, ["1214R001", "Svalöv", one(71.5), one(29)], ["1214R002", "Röstånga", one(88), one(9.5)]]
    old = [head, ["1214R001", "Svalöv", one(66.5), one(33)], ["1214R002", "Röstånga", one(83), one(13.5)]]
    moved = {
        "xl/workbook.xml": "bok/arbetsbok22.xml",
        "xl/_rels/workbook.xml.rels": "bok/_rels/arbetsbok22.xml.rels",
        "xl/worksheets/sheet1.xml": "bok/data/blad.xml",
        "xl/styles.xml": "bok/stil/s.xml",
        "xl/sharedStrings.xml": "texter/t.xml",
    }
    elsewhere = lambda name: moved.get(name, name)
    xlsx("parts-elsewhere.xlsx", [Sheet("Blad1", table)], elsewhere, elsewhere)
    cased = lambda name: name.replace("sharedStrings", "SharedStrings").replace("sheet1", "SHEET1")
    xlsx("parts-in-upper-case.xlsx", [Sheet("Blad1", table)], cased)
    xlsx("parts-with-backslashes.xlsx", [Sheet("Blad1", table)], lambda name: name.replace("/", "\\"))
    coded = lambda text: escape(text).replace("å", "_x00E5_").replace("Andel ", "Andel_x000A_")
    xlsx("escaped-letters.xlsx", [Sheet("Blad1", table)], escaped=coded)

    def inline(at, value):
        if isinstance(value, Cell):
            return f'<c r="{at}" s="1"><v>{value.value}</v></c>'
        runs = '<rPh sb="0" eb="1"><t>ヨミ</t></rPh><phoneticPr fontId="1"/>'
        return f'<c r="{at}" t="inlineStr"><is><t>{value}</t>{runs}</is></c>'

    raw = ""
    for r, row in enumerate(table, 1):
        raw += f'<row r="{r}">' + "".join(inline(f"{letter}{r}", v) for letter, v in zip("ABCD", row)) + "</row>"
    raw = f'<worksheet xmlns="{MAIN}"><sheetData>{raw}</sheetData></worksheet>'
    xlsx("phonetic-runs-inline.xlsx", [Sheet("Blad1", table, raw=raw)])
    hidden = [Sheet("Gammalt", old, state="hidden"), Sheet("Dolt", old, state="veryHidden")]
    xlsx("hidden-sheets.xlsx", [*hidden, Sheet("Blad1", table)])
    years = [Cell(days, number_format="yyyy") for days in (41639, 43100)]
    dated = [["Kod", *years], ["1214R001", one(74), one(71.5)], ["1214R002", one(90), one(88)]]
    xlsx("dates-of-1904.xlsx", [Sheet("Valdeltagande", dated)], date1904=True)
    wrong = [head, ["1214R001", "Svalöv", error("#N/A"), one(29)], ["1214R002", "Röstånga", one(88), error("#DIV/0!")]]
    xlsx("error-cells-xlsx.xlsx", [Sheet("Blad1", wrong)])
    xls("old-error-cells.xls", [Sheet("Blad1", wrong)])
    first = lambda cell: [Sheet("Blad1", [head, ["1214R001", "Svalöv", cell, one(29)], table[2]])]
    xlsx("formulas-without-a-value.xlsx", first(formula("71.5")))
    xlsx("a-boolean.xlsx", first(TRUE))
    xls("old-hidden-sheet.xls", [Sheet("Gammalt", old, state="hidden"), Sheet("Blad1", table)])
    text = '<table:table-cell office:value-type="string">{}</table:table-cell>'.format
    broken = text("<text:p>Andel<text:line-break/>lågutbildade</text:p>")
    voted = text("<text:p>Valdeltagande</text:p><text:p>riksdag</text:p>")
    ods("breaks-in-cells.ods", [Sheet("Blad1", [["Kod", "Område", voted, broken], *table[1:]])])
    kept = 'office:value-type="float" office:value="0" table:formula="of:=1/0"'
    ods("errors-kept-as-zero.ods", first(f"<table:table-cell {kept}><text:p>#DIV/0!</text:p></table:table-cell>"))
    twice = 'table:number-columns-repeated="2" office:value-type="float" office:value="71.5"'
    twice = f"<table:table-cell {twice}><text:p>71,5</text:p></table:table-cell>"
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    blank = f'<table:table-row table:number-rows-repeated="1048000">{blank}</table:table-row>'
    ods("repeated-cells.ods", [Sheet("Blad1", [head, ["1214R001", "Svalöv", twice], table[2], blank])])
    noted = "<office:annotation><dc:creator>B</dc:creator><text:p>Preliminär</text:p></office:annotation><text:p>{}</text:p>"
    row = [text(noted.format("1214R001")), "Svalöv", text(noted.format("71,5")), one(29)]
    ods("comments-in-cells.ods", [Sheet("Blad1", [head, row, table[2]])])


def several():
    """Several tables in one sheet, and sheets that differ in one facet."""
    one_table, other = ["Område", "Sysselsatta %"], ["Område", "Valdeltagande %"]
    beside = [[*one_table, None, *other]]
    beside += [["0127R001", 58.2, None, "0127R003", 77.2], ["0127R002", 55.1, None, "0127R001", 67.3]]
    beside += [["0127R003", 75.3, None, "0127R002", 68.4]]
    xlsx("two-tables-beside.xlsx", [Sheet("Blad1", beside)])
    three = [["Förvärvsarbetande", None, None, "Valdeltagande", None, None, "Utbildning"]]
    three += [["Kod", "Andel", None, "Kod", "Valdeltagande %", None, "Kod", "Förgymnasial %"]]
    three += [["0127R001", 58.2, None, "0127R002", 70.5, None, "0127R003", 30.5]]
    three += [["0127R002", 59.2, None, "0127R001", 71.5, None, "0127R001", 31.5]]
    xlsx("three-tables-beside.xlsx", [Sheet("Blad1", three)])

    def month(serial):
        return Cell(serial, number_format="yyyy-mm-dd")

    months = [["Långtidsinskrivna, andel av befolkningen 20-64 år"], ["Område", month(45261), month(45292)]]
    xlsx("months-as-dates-in-headings.xlsx", [Sheet("D", months + [["0127R001", 7.1, 6.5], ["0127R002", 5, 4.5]])])

    def counts(more):
        return [["Område", "Sysselsatta", "Befolkning"], ["0127R001", 600 + more, 1000], ["0127R002", 650 + more, 1000]]

    ages = ["16-64 år", "20-64 år", "65+"]
    xlsx("sheets-are-ages.xlsx", [Sheet(age, counts(more)) for more, age in enumerate(ages)])

    def shares(more):
        return [["Område", "Förvärvsarbetande (%)"], ["0127R001", 61.5 + more], ["0127R002", 65.5 + more]]

    sexes = ["Kvinnor", "Män", "Totalt"]
    xlsx("sheets-are-sexes.xlsx", [Sheet(sex, shares(more)) for more, sex in enumerate(sexes)])

    def votes(more):
        return [["Område", "Röstande", "Röstber."], ["0127R001", 600 + more, 1000 + more], ["0127R002", 700 + 2 * more, 1000 + 2 * more]]

    xls("sheets-are-elections.xls", [Sheet("2018", votes(0)), Sheet("2022", votes(1))])
    heads = [["Område", "Förvärvsarbetande"], [None, "Kvinnor", None, "Män", None, "Totalt"], [None, *["Antal", "Andel (%)"] * 3]]
    heads += [["0127R001", 300, 61, 310, 59, 610, 60], ["0127R002", 320, 71, 330, 69, 650, 70]]
    xlsx("three-rows-of-headings.xlsx", [Sheet("D", heads, ["B1:G1", "B2:C2", "D2:E2", "F2:G2", "A1:A3"])])


if __name__ == "__main__":
    publishers()
    elections()
    planners()
    rows()
    readers()
    several()
