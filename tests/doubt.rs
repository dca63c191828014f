//! Words that make a column another than the criterion's, wherever they stand: the figure is unknown, and never the wrong one.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use troskel::areas::{JoinWarning, Settings, import, join_all};
use troskel::criteria::sets;

/// Where a text may stand around a measure.
#[derive(Debug, Clone, Copy)]
enum At {
    /// Behind the measure in the heading.
    Heading,
    /// In a row above the headings.
    Title,
    /// In a row below all others.
    Note,
    /// In the file's name.
    File,
    /// In a column of units.
    Unit,
    /// In a column of groups.
    Group,
}

const EMPLOYMENT: (&str, usize) = ("Förvärvsintensitet", 0);
const LONG_TERM: (&str, usize) = ("Långtidsinskrivna arbetslösa", 1);
const LOW_EDUCATION: (&str, usize) = ("Låg utbildningsnivå", 2);
const TURNOUT: (&str, usize) = ("Valdeltagande", 3);

/// Returns the first area's figure of a measure with a text somewhere around it; `None` too where the file is refused.
fn figure((measure, criterion): (&str, usize), text: &str, at: At) -> Option<String> {
    let rows = |more: &str| format!("0127R001;58,2{more}\n0127R002;72,5{more}\n0127R003;81,1{more}\n");
    let plain = format!("Kod;{measure}\n{}", rows(""));
    let (file, content) = match at {
        At::Heading => ("a.csv".to_owned(), format!("Kod;{measure} {text}\n{}", rows(""))),
        At::Title => ("a.csv".to_owned(), format!("{text}\n\n{plain}")),
        At::Note => ("a.csv".to_owned(), format!("{plain}\n{text}\n")),
        At::File => (format!("{text}.csv"), plain),
        At::Unit => ("a.csv".to_owned(), format!("Kod;{measure};Enhet\n{}", rows(&format!(";{text}")))),
        At::Group => ("a.csv".to_owned(), format!("Kod;{measure};Grupp\n{}", rows(&format!(";{text}")))),
    };
    let settings = Settings::new(&sets::get("promemoria-2018").unwrap()).this_year(2026);
    let loaded = import(&file, content.as_bytes(), &settings).ok()?;
    let joined = join_all(vec![loaded], &settings).unwrap();
    let area = joined.areas.iter().next()?;
    area.figure(criterion).map(|figure| figure.to_string())
}

#[track_caller]
fn unknown(measure: (&str, usize), texts: &[&str], places: &[At]) {
    for text in texts {
        for at in places {
            assert_eq!(figure(measure, text, *at), None, "{} with “{text}” as {at:?}", measure.0);
        }
    }
}

#[track_caller]
fn known(measure: (&str, usize), texts: &[&str], places: &[At]) {
    for text in texts {
        for at in places {
            let found = figure(measure, text, *at);
            assert_eq!(found.as_deref(), Some("58.2"), "{} with “{text}” as {at:?}", measure.0);
        }
    }
}

#[test]
fn a_number_that_is_no_level_is_unknown_wherever_that_stands() {
    let words = [
        "index",
        "rangordning",
        "kvintiler",
        "z-värden",
        "förändring",
        "prognos",
        "mål",
        "målvärden",
        "indexpunkter",
    ];
    unknown(EMPLOYMENT, &words, &[At::Heading, At::Title, At::Note, At::File, At::Unit]);
    unknown(TURNOUT, &words, &[At::Heading, At::Title, At::Note, At::File, At::Unit]);
    let units =
        ["promille", "per 1000", "procentenheter", "p.e.", "poäng", "dagar", "plats", "skala 1-5", "ranking"];
    unknown(EMPLOYMENT, &units, &[At::Heading, At::Unit]);
    unknown(EMPLOYMENT, &["index, riket = 100"], &[At::Heading, At::Title, At::Note, At::File]);
    unknown(EMPLOYMENT, &["avvikelse från riket", "jämfört med riket"], &[At::Title, At::File]);
    unknown(EMPLOYMENT, &["andel av arbetslösa", "procent av arbetskraften"], &[At::Title, At::File]);
    known(EMPLOYMENT, &["underlag från Sverige", "områden i Sverige"], &[At::File]);
    unknown(EMPLOYMENT, &["åldersstandardiserat", "uppskattning", "z-poäng"], &[At::Heading, At::Title]);
    // Rows of areas whose figures are those of their municipality.
    unknown(EMPLOYMENT, &["Kommun"], &[At::Group]);
}

#[test]
fn words_that_are_not_understood_are_asked_about() {
    let words = [
        "i relation till riket",
        "mot riket",
        "gap till riket",
        "(riket=100)",
        "tröskelvärde",
        "score",
        "normerat värde",
        "förväntat värde",
        "könsgap",
        "spridning",
        "+/-",
        "bedömning 2027",
        "önskat läge",
        "snitt tre val",
        "2014-2022",
        "i länet",
        "kommunens snitt",
        "enligt enkät",
        "ny definition",
    ];
    unknown(EMPLOYMENT, &words, &[At::Heading]);
    unknown(TURNOUT, &words, &[At::Heading]);
    unknown(LOW_EDUCATION, &["hos mammor", "bland föräldrar", "som har arbete"], &[At::Heading]);
}

#[test]
fn figures_of_a_group_are_none_of_all() {
    let groups = [
        "kvinnor",
        "män",
        "utrikes födda",
        "flyktingar",
        "ungdomar",
        "studenter",
        "utländsk bakgrund",
        "hyresrätt",
        "pensionärer",
        "småbarnsföräldrar",
        "16-24 år",
        "immigrants",
    ];
    for measure in [EMPLOYMENT, LONG_TERM, LOW_EDUCATION] {
        unknown(measure, &groups, &[At::Heading, At::Title, At::Note, At::File, At::Group]);
    }
}

#[test]
fn turnout_is_that_of_the_riksdag() {
    let elections = ["EU-valet", "kommunalvalet", "regionvalet", "KF", "kyrkovalet", "EP-valet 2019"];
    unknown(TURNOUT, &elections, &[At::Heading, At::Title, At::File]);
    unknown(
        TURNOUT,
        &["Avser valet till kommunfullmäktige 2022.", "Källa: Valmyndigheten, val till Europaparlamentet"],
        &[At::Note],
    );
    unknown(TURNOUT, &["2019", "2020", "2023", "2024-06-09"], &[At::Heading]);
    unknown(TURNOUT, &["valdeltagande-2019", "valdeltagande_EUP19", "valdeltagande_KV22"], &[At::File]);
    known(TURNOUT, &["2022", "2018", "i riksdagsvalet 2022", "riksdag 2020"], &[At::Heading]);
}

#[test]
fn a_part_of_others_than_all_is_none_of_all() {
    unknown(TURNOUT, &["av folkmängden", "av alla invånare"], &[At::Heading]);
    unknown(("Andel av samtliga folkbokförda som röstade", 3), &[""], &[At::Heading]);
    known(("Andel av röstberättigade som röstade", 3), &[""], &[At::Heading]);
    known(TURNOUT, &["av röstberättigade", "av de röstberättigade"], &[At::Heading]);
    let bases = ["Andel av samtliga inskrivna", "Andel av arbetslösa", "Andel av företagen"];
    unknown(LONG_TERM, &bases, &[At::Title, At::Note, At::Unit]);
    unknown(EMPLOYMENT, &["Procent av arbetskraften"], &[At::Title, At::Note]);
}

#[test]
fn a_year_to_come_has_no_figure() {
    unknown(EMPLOYMENT, &["2027", "2030"], &[At::Heading]);
    known(EMPLOYMENT, &["2026", "2024"], &[At::Heading]);
}

#[test]
fn words_around_a_clear_column_leave_it_clear() {
    let titles = [
        "Statistik för områden i Norrköpings kommun",
        "Tabell 3. Områdesfakta",
        "Utvecklingsområden 2022",
        "Jämförelse mellan områden 2022",
        "Förändringsarbete i utsatta områden",
        "Arbetsmarknadsstatus efter region. År 2020 - 2024",
        "Socioekonomisk översikt",
    ];
    known(EMPLOYMENT, &titles, &[At::Title]);
    known(EMPLOYMENT, &titles, &[At::File]);
    let notes = [
        "Källa: SCB",
        "Index redovisas i bilaga 2.",
        "Anm: Riksgenomsnittet är 77,9 procent.",
        "Uppdaterad 2024-01-15",
    ];
    known(EMPLOYMENT, &notes, &[At::Note]);
    known(EMPLOYMENT, &["procent", "%", "andel i procent", "Procent"], &[At::Unit]);
    known(EMPLOYMENT, &["(SCB, RAMS)", "i området", "slutlig", "utfall 2023", "nuläge"], &[At::Heading]);
    known(TURNOUT, &["rank-column", "export 2024-11-28", "regso_2022", "kommun"], &[At::File]);
}

#[test]
fn the_whole_population_is_no_base_of_persons_of_some_ages() {
    let share = |base: &str| {
        let content = format!("Kod;Antal sysselsatta;{base}\n0127R001;582;1000\n0127R002;725;1000\n");
        let settings = Settings::new(&sets::get("promemoria-2018").unwrap());
        let joined =
            join_all(vec![import("a.csv", content.as_bytes(), &settings).unwrap()], &settings).unwrap();
        let figure = joined.areas.iter().next().and_then(|area| area.figure(0));
        figure.map(|figure| figure.to_string())
    };
    for base in ["Folkmängd", "Antal invånare", "Residents"] {
        assert_eq!(share(base), None, "{base}");
    }
    for base in ["Folkmängd 20-64 år", "Befolkning 20-64 år", "Befolkning"] {
        assert_eq!(share(base).as_deref(), Some("582/1000"), "{base}");
    }
}

#[test]
fn a_note_far_below_a_long_table_is_read() {
    let long = |note: &str| {
        let codes = (10..30_000).step_by(10).map(|nth| format!("0180A{nth:04}"));
        let rows = codes.take(2_500).fold(String::new(), |rows, code| rows + &code + ";58,2\n");
        let content = format!("Kod;Förvärvsintensitet\n{rows}\n{note}\n");
        let settings = Settings::new(&sets::get("promemoria-2018").unwrap());
        let joined =
            join_all(vec![import("a.csv", content.as_bytes(), &settings).unwrap()], &settings).unwrap();
        joined.areas.iter().filter(|area| area.figure(0).is_some()).count()
    };
    assert!(long("Källa: SCB") > 900);
    assert_eq!(long("Avser endast kvinnor."), 0);
    assert_eq!(long("Index, riket = 100"), 0);
}

#[test]
fn letters_and_their_marks_are_read_apart_too() {
    unknown(EMPLOYMENT, &["ma\u{308}n", "fo\u{308}ra\u{308}ndring"], &[At::File, At::Title, At::Note]);
    unknown(EMPLOYMENT, &["poa\u{308}ng"], &[At::Unit]);
}

#[test]
fn what_tables_of_an_earlier_year_say_against_each_other_is_told() {
    let of = |first: &str| {
        format!("Kod;Valdeltagande 2018;Valdeltagande 2022\n0180R001;{first};70,4\n0180R002;66,0;81,0\n")
    };
    let settings = Settings::new(&sets::get("promemoria-2018").unwrap()).every_period(true);
    let files = [("a.csv", of("61,9")), ("b.csv", of("58,3"))];
    let loaded = files.iter().map(|(name, text)| import(name, text.as_bytes(), &settings).unwrap()).collect();
    let joined = join_all(loaded, &settings).unwrap();
    let told = |warning: &JoinWarning| {
        let JoinWarning::Contradictory { criterion, period, areas } = warning else { return None };
        Some((criterion.clone(), period.clone(), *areas))
    };
    let told: Vec<_> = joined.warnings.iter().filter_map(told).collect();
    assert_eq!(told, [("turnout".to_owned(), Some("2018".to_owned()), 1)]);
}

/// What rows say of themselves counts, whatever the texts around the table say of it.
#[test]
fn rows_know_better_than_what_stands_around_them() {
    let first = |file: &str, content: &str, criterion: usize| {
        let settings = Settings::new(&sets::get("promemoria-2018").unwrap()).this_year(2026);
        let loaded = import(file, content.as_bytes(), &settings).unwrap();
        let joined = join_all(vec![loaded], &settings).unwrap();
        joined.areas.iter().next().and_then(|area| area.figure(criterion)).map(|figure| figure.to_string())
    };
    let years = "Kod;År;Valdeltagande\n2180R001;2018;70,1\n2180R001;2022;68,1\n2180R002;2018;80,1\n2180R002;2022;78\n";
    let elections = "Kod;Val;Valdeltagande\n2180R001;Riksdag;70,1\n2180R001;Kommun;60,1\n2180R002;Riksdag;68,1\n2180R002;Kommun;61\n";
    let ages = "Kod;Ålder;Andel sysselsatta (%)\n2180R001;20-64 år;70,1\n2180R002;20-64 år;68,1\n";
    let total = "Kod;Ålder;Värde\n2180R001;Totalt;70,1\n2180R002;Totalt;68,1\n";
    for (name, title) in
        [("valdeltagande-2024.csv", ""), ("a.csv", "Statistik 2024\n"), ("Valdeltagande 2018.csv", "")]
    {
        assert_eq!(first(name, &format!("{title}{years}"), 3).as_deref(), Some("68.1"), "{name} {title}");
    }
    assert_eq!(first("kommunvalet-2022.csv", elections, 3).as_deref(), Some("70.1"));
    assert_eq!(first("sysselsatta-16-64.csv", ages, 0).as_deref(), Some("70.1"));
    // A total is that of those whom the title names.
    let of = |ages: &str| format!("Andel sysselsatta {ages} år (%)\n{total}");
    assert_eq!(first("a.csv", &of("20-64"), 0).as_deref(), Some("70.1"));
    assert_eq!(first("a.csv", &of("16-29"), 0), None);
}

/// `999 = uppgift saknas` says of a number that it is none, wherever it stands.
#[test]
fn a_number_that_a_note_calls_missing_is_no_figure() {
    let figures = |content: &str| {
        let settings = Settings::new(&sets::get("promemoria-2018").unwrap());
        let joined =
            join_all(vec![import("a.csv", content.as_bytes(), &settings).unwrap()], &settings).unwrap();
        let of =
            |criterion| move |area: troskel::areas::Area<'_>| area.figure(criterion).map(|f| f.to_string());
        let all: Vec<_> = joined.areas.iter().flat_map(|area| [of(0)(area), of(3)(area)]).flatten().collect();
        all
    };
    let rows =
        "Kod;Förvärvsintensitet;Röstande;Röstberättigade\n0180R001;58,2;400;1000\n0180R002;99,9;999;999\n";
    let known = ["58.2", "400/1000"];
    for (note, known) in [
        ("Källa: SCB", ["58.2", "400/1000", "99.9", "999/999"].as_slice()),
        ("99,9 = uppgift saknas", ["58.2", "400/1000", "999/999"].as_slice()),
        ("Värdet 999 betyder att uppgiften saknas.", ["58.2", "400/1000", "99.9"].as_slice()),
    ] {
        assert_eq!(figures(&format!("{rows}\n{note}\n")), known, "{note}");
        assert_eq!(figures(&format!("{note}\n\n{rows}")), known, "{note}");
    }
    assert_eq!(figures(&format!("{rows}\n99,9 = saknas\n999 = sekretess\n")), known);
    // In two cells, cut by its own comma, and among others.
    assert_eq!(figures(&format!("{rows}\n99,9;uppgift saknas\n999;sekretess\n")), known);
    assert_eq!(figures(&format!("{rows}\n99,9 = uppgift saknas; 999 = sekretess\n")), known);
    assert_eq!(
        figures(&format!("{rows}\nKälla: SCB, 2024. 998 = okänt, 999 = sekretess, 99,9 = saknas\n")),
        known
    );
    // Far below a long table, too.
    let codes = (10..30_000).step_by(10).take(2_500).map(|nth| format!("0180A{nth:04}"));
    let long = codes.fold(String::from("Kod;Förvärvsintensitet\n"), |rows, code| rows + &code + ";99,9\n");
    assert_eq!(figures(&format!("{long}\n99,9 = uppgift saknas\n")).len(), 0);
}

/// A comma of its own cuts a note in two where commas divide the cells.
#[test]
fn a_note_that_its_own_comma_cuts_is_read() {
    let figure = |note: &str| {
        let content = format!(
            "Kod,Förvärvsintensitet,Valdeltagande 2022\n0127R001,58.2,71.1\n0127R002,72.5,80.3\n\n{note}\n"
        );
        let settings = Settings::new(&sets::get("promemoria-2018").unwrap());
        let joined =
            join_all(vec![import("a.csv", content.as_bytes(), &settings).unwrap()], &settings).unwrap();
        joined.areas.iter().next().and_then(|area| area.figure(0)).map(|figure| figure.to_string())
    };
    assert_eq!(figure("Källa: SCB, hämtad i dag").as_deref(), Some("58.2"));
    assert_eq!(figure("Avser endast kvinnor, enligt registret"), None);
    assert_eq!(figure("Index, riket = 100"), None);
}

/// What a repeated row says against the first is told, also where it gives another figure that the first lacks.
#[test]
fn a_repeated_row_that_says_otherwise_is_told() {
    let content = "Kod;Förvärvsintensitet;Valdeltagande 2022\n0180R001;58,2;\n0180R001;61,4;71,1\n0180R002;70;80\n0180R003;71;81\n\
        0180R004;72;82\n";
    let settings = Settings::new(&sets::get("promemoria-2018").unwrap());
    let joined = join_all(vec![import("a.csv", content.as_bytes(), &settings).unwrap()], &settings).unwrap();
    let told: Vec<_> =
        joined.rejected.entries().iter().map(|one| (one.problem.code(), one.text.clone())).collect();
    assert_eq!(told, [("duplicate-area", "61,4".to_owned())]);
}
