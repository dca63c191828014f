//! Sets beside the memo's over the same files, and two of them compared.

use std::fmt::Write as _;

use troskel::areas::{Settings, import, join};
use troskel::assess::Outcome;
use troskel::criteria::{CriteriaSet, Unit, sets};
use troskel::figure::Figure;
use troskel::many::{Change, Changes, Run, Turned};

use super::model::{MEMO, SCB};

/// Imports one table for a set.
fn run_for(set: &CriteriaSet, text: &str) -> Run {
    let settings = Settings::new(set);
    let joined = join(vec![import("a.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
    Run::new(joined, set.clone(), set.reading(None, None).unwrap()).unwrap()
}

/// Each area with its verdict and figures, a line each.
fn listed(run: &Run) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, area) in run.joined.areas.iter().enumerate() {
        let mut line = format!("{} {:?}", area.code().unwrap(), run.verdict(at));
        for nth in 0..run.set().criteria.len() {
            let figure = area.figure(nth).map_or("–".to_owned(), |figure: Figure| figure.to_string());
            write!(line, " {figure}").unwrap();
        }
        lines.push(line);
    }
    lines
}

const BOTH: &str = "Områdeskod;Andel förvärvsarbetande;Långtidsinskrivna arbetslösa, procent;Andel förgymnasial;Valdeltagande;\
Långvarigt försörjningsstöd, procent;Andel behöriga till gymnasieskolan;Folkmängd 31 december 2022\n\
0180R001;51,0;12,0;30,0;70,0;5,0;69,9;4000\n\
0180R002;55,0;12,0;30,0;70,0;5,0;69,9;4000\n\
0180R003;51,0;9,0;30,0;70,0;5,0;69,9;4001\n\
0180R004;51,0;12,0;30,0;70,0;5,0;69,9;3999\n\
0180R005;51,0;12,0;30,0;70,0;5,0;..;5000\n";

#[test]
fn another_set_finds_its_own_measures_in_the_same_file() {
    let run = run_for(&sets::get(SCB).unwrap(), BOTH);
    assert_eq!(
        listed(&run),
        [
            "0180R001 Meets 51.0 5.0 69.9 4000",
            "0180R002 DoesNotMeet 55.0 5.0 69.9 4000",
            "0180R003 Meets 51.0 5.0 69.9 4001",
            "0180R004 DoesNotMeet 51.0 5.0 69.9 3999",
            "0180R005 Undetermined 51.0 5.0 – 5000",
        ]
    );
}

/// The memo's set under another id, with other names for two of its criteria.
fn own_set() -> CriteriaSet {
    let mut set = sets::get(MEMO).unwrap();
    "egen".clone_into(&mut set.id);
    set.criteria.truncate(2);
    for (criterion, (id, label)) in set
        .criteria
        .iter_mut()
        .zip([("trangbodda", "Andel trångbodda"), ("trangbodda-barn", "Andel trångbodda barn")])
    {
        (criterion.id, criterion.label.sv, criterion.label.en) =
            (id.to_owned(), label.to_owned(), label.to_owned());
    }
    set
}

#[test]
fn a_set_of_ones_own_is_found_by_its_names() {
    for header in [
        "Andel trångbodda;Andel trångbodda barn",
        "Trångbodda, procent 2022;Trångbodda barn, procent 2022",
        "trangbodda;trangbodda_barn",
    ] {
        let run = run_for(&own_set(), &format!("kod;{header}\n0180R001;12,5;30,1\n"));
        assert_eq!(listed(&run), ["0180R001 Meets 12.5 30.1"], "{header}");
    }
    let one = run_for(&own_set(), "kod;Andel trångbodda barn\n0180R001;30,1\n");
    assert_eq!(listed(&one), ["0180R001 Undetermined – 30.1"]);
}

#[test]
fn two_sets_over_the_same_areas_tell_who_enters_and_leaves_and_why() {
    let (memo, scb) = (run_for(&sets::get(MEMO).unwrap(), BOTH), run_for(&sets::get(SCB).unwrap(), BOTH));
    let said = |list: &[Change]| -> Vec<String> {
        let outcome = |outcome: Option<Outcome>| outcome.map_or("–".to_owned(), |one| format!("{one:?}"));
        let turned = |one: &Turned| format!("{} {}→{}", one.criterion, outcome(one.before), outcome(one.now));
        let reasons = |change: &Change| change.turned.iter().map(turned).collect::<Vec<_>>().join(", ");
        list.iter()
            .map(|change| format!("{}: {}", change.code.as_deref().unwrap(), reasons(change)))
            .collect()
    };
    let changes = Changes::between(&memo, &scb, |_, _| true);
    assert_eq!(changes.staying, 1);
    assert_eq!(said(&changes.entering.areas), ["0180R003: long-term-unemployment NotMet→–"]);
    assert_eq!(
        said(&changes.leaving.areas),
        ["0180R002: employment Met→NotMet", "0180R004: population –→NotMet"]
    );
    assert_eq!(said(&changes.undecided.areas), ["0180R005: upper-secondary-eligibility –→Unknown"]);
    let back = Changes::between(&scb, &memo, |_, _| true);
    assert_eq!(said(&back.leaving.areas), ["0180R003: long-term-unemployment –→NotMet"]);
    assert_eq!(back.entering.count, 3);
    assert_eq!(
        said(&back.entering.areas),
        [
            "0180R002: employment NotMet→Met",
            "0180R004: population NotMet→–",
            "0180R005: upper-secondary-eligibility Unknown→–",
        ]
    );
}

#[test]
fn persons_by_sex_are_added_up_and_persons_of_an_age_are_not_the_population() {
    let scb = sets::get(SCB).unwrap();
    let by_sex = run_for(&scb, "region;kön;Folkmängd 2022\n0180R001;män;2000\n0180R001;kvinnor;2000\n");
    assert_eq!(listed(&by_sex), ["0180R001 Undetermined – – – 4000"]);
    let with_total = run_for(
        &scb,
        "region;kön;Folkmängd 2022\n0180R001;män;10\n0180R001;kvinnor;20\n0180R001;totalt;31\n",
    );
    assert_eq!(listed(&with_total), ["0180R001 DoesNotMeet – – – 31"]);
    let wide = run_for(&scb, "region;Sysselsatta 2022;Befolkning 20-64 år 2022\n0180R001;50;100\n");
    assert_eq!(listed(&wide), ["0180R001 Undetermined 50/100 – – –"]);
    let long = run_for(
        &scb,
        "region;arbetsmarknadsstatus;Befolkning 2022\n0180R001;sysselsatta;50\n0180R001;totalt;100\n",
    );
    assert_eq!(listed(&long), ["0180R001 Undetermined 50/100 – – –"]);
    assert!(scb.criteria.iter().any(|criterion| criterion.unit == Unit::Persons));
}

#[test]
fn more_changes_than_are_listed_are_counted() {
    let set = sets::get(MEMO).unwrap();
    let row = |figures: &str| {
        let mut text = String::from("kod;employment;long_term_unemployment;low_education;turnout\n");
        for nth in 0..2_500 {
            writeln!(text, "0180C{nth:04};{figures}").unwrap();
        }
        text
    };
    let changes =
        Changes::between(&run_for(&set, &row("59;11;29;74")), &run_for(&set, &row("61;11;29;74")), |_, _| {
            true
        });
    assert_eq!((changes.leaving.count, changes.leaving.areas.len()), (2_500, 2_000));
}
