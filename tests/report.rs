//! A report on chosen areas: what stands in it, and that nothing in it is markup of others.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at what is missing")]

use std::fmt::Write as _;

use troskel::areas::{Settings, import, join};
use troskel::criteria::{Language, sets};
use troskel::many::Run;
use troskel::output::report::{Asked, Report, html};
use troskel::output::xlsx::xlsx_report;

fn run(text: &str) -> Run {
    let set = sets::get("promemoria-2018").unwrap();
    let settings = Settings::new(&set);
    let joined = join(vec![import("a.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
    let reading = set.reading(None, None).unwrap();
    Run::new(joined, set, reading).unwrap()
}

fn areas(number: usize) -> String {
    let mut text = "Kod;Namn;Förvärvsintensitet 2022, procent;Långtidsarbetslösa;Befolkning 20-64 år;Valdeltagande 2022\n".to_owned();
    for nth in 0..number {
        writeln!(
            text,
            "0180R{nth:03};Område {nth};{},{};{};{};{},0",
            50 + nth % 20,
            nth % 10,
            30 + nth,
            400,
            60 + nth % 25
        )
        .unwrap();
    }
    text + "0180R900;<b>Torg & park</b>;60,1;<8;60;..\n0180R901;Höjden;61,4;<8;600;75,0\n"
}

fn page(run: &Run, language: Language) -> String {
    let positions: Vec<usize> = (0..run.len()).collect();
    let files = [("a.csv".to_owned(), "00ff".to_owned())];
    let asked = Asked {
        question: "Vilka områden? <script>alert(1)</script>",
        files: &files,
        assumed: &["a.csv: Antaget: x < y.".to_owned()],
        chosen: "De är utvalda så här: kommunen är <Stockholm>.",
        notes: "Ses med nämnden\n& skolan",
    };
    html(&Report::new(run, &positions, asked, language))
}

#[test]
fn a_report_tells_figures_distances_what_is_near_and_what_is_open() {
    let run = run(&areas(3));
    let swedish = page(&run, Language::Sv);
    for said in [
        "<html lang=\"sv\">",
        "Rapporten gäller 5 områden. De är utvalda så här: kommunen är &lt;Stockholm&gt;.",
        "<h2>Noteringar</h2><p>Ses med nämnden<br>&amp; skolan</p><h2>Källor</h2>",
        "går inte att avgöra: ",
        "60,1\u{a0}% (+0,1), inte uppfyllt",
        "högst 1,2\u{a0}% (\u{2212}8,8), inte uppfyllt",
        "Höjden: valdeltagande 75,0\u{a0}% (0,0)",
        "avrundningen kan avgöra",
        "Lågutbildade: siffran saknas. Det gäller alla områden.",
        "Långtidsinskrivna arbetslösa: antalet är ett spann med gränsen inuti. &lt;b&gt;Torg &amp; park&lt;/b&gt; (0–7/60).",
        "Alla kriterier krävs.",
        "a.csv, SHA-256 00ff",
        "a.csv: Antaget: x &lt; y.",
        "Kontrollsiffror: ",
    ] {
        assert!(swedish.contains(said), "{said}\n{swedish}");
    }
    let english = page(&run, Language::En);
    for said in [
        "<html lang=\"en\">",
        "The report is about 5 areas.",
        "at most 1.2% (\u{2212}8.8), not met",
        "Check digits: ",
    ] {
        assert!(english.contains(said), "{said}\n{english}");
    }
    for page in [&swedish, &english] {
        assert!(
            !page.contains("<script") && !page.contains("<b>") && !page.contains("http-equiv=\"refresh\"")
        );
        let asked_for = ["href=", "src=", "url(", "@import"];
        assert!(asked_for.iter().all(|asks| !page.contains(asks)), "it holds all that it needs");
    }
}

#[test]
fn twenty_areas_stand_on_the_first_pages_and_more_are_an_appendix() {
    let small = page(&run(&areas(18)), Language::Sv);
    assert!(!small.contains("class=\"appendix\""));
    assert_eq!(small.matches("<th scope=\"row\">Område ").count(), 18);
    let large = page(&run(&areas(19)), Language::Sv);
    let (first, appendix) = large.split_once("class=\"appendix\"").unwrap();
    assert_eq!(first.matches("<th scope=\"row\">Område ").count(), 0);
    assert_eq!(appendix.matches("<th scope=\"row\">Område ").count(), 19);
    assert!(first.contains("Alla 21 områden med siffror och avstånd står i bilagan."));
}

#[test]
fn areas_keep_the_order_of_the_file_and_check_digits_tell_another_figure() {
    let text = areas(3);
    let (one, other) = (run(&text), run(&text.replace("61,4", "61,5")));
    let digits = |run: &Run, positions: &[usize]| {
        Report::new(run, positions, Asked::default(), Language::Sv).check_digits
    };
    assert_eq!(digits(&one, &[0, 1, 4]), digits(&run(&text), &[0, 1, 4]));
    assert_eq!(digits(&one, &[0, 1]), digits(&other, &[0, 1]));
    assert_ne!(digits(&one, &[0, 4]), digits(&other, &[0, 4]));
    assert_eq!(digits(&one, &[0]).len(), 19);
    let page = page(&one, Language::Sv);
    let at = |name: &str| page.find(&format!("<th scope=\"row\">{name}")).unwrap();
    assert!(at("Område 0") < at("Område 1") && at("Område 2") < at("Höjden"));
}

#[test]
fn the_workbooks_method_sheet_holds_the_same_words() {
    let run = run(&areas(3));
    let files = [("stor.csv".to_owned(), String::new())];
    let asked = Asked { question: "Vilka områden?", files: &files, ..Asked::default() };
    let report = Report::new(&run, &[0, 3, 4], asked, Language::Sv);
    let mut bytes = Vec::new();
    let mut out = |piece: &[u8]| {
        bytes.extend_from_slice(piece);
        Ok(())
    };
    xlsx_report(&run, [0, 3, 4].into_iter(), Language::Sv, &report, &mut out).unwrap();
    let mut sheets: Vec<Vec<String>> = Vec::new();
    let mut rows = |record: &troskel::table::Record<'_>| {
        sheets.push(record.cells().map(str::to_owned).collect());
    };
    let (options, limits) = Default::default();
    troskel::table::read("a.xlsx", &bytes, &options, &limits, &mut rows).unwrap();
    let all: Vec<String> = sheets.concat();
    for said in [
        "Vilka områden?",
        "Nära en gräns",
        "Rapporten gäller 3 områden av 5 i filerna.",
        "stor.csv, utan kontrollsumma",
        "Det som inte går att avgöra",
        "Höjden",
    ] {
        assert!(all.iter().any(|cell| cell == said), "{said}");
    }
    assert!(all.iter().any(|cell| cell.contains(&report.check_digits)));
}
