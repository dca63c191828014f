//! Suppressed counts in files: what lies between their bounds is kept, told and assessed.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, reason = "a test stops at what is missing")]

use std::fmt::Write as _;

use serde_json::Value;
use troskel::areas::{Joined, Settings, Warning, import, join};
use troskel::assess::{Outcome, Verdict};
use troskel::criteria::sets;
use troskel::figure::Decimal;
use troskel::many::{Chosen, Filter, Order, Run, Scenario, SortBy, select, sweep};
use troskel::output::list;

const UNEMPLOYMENT: usize = 1;

fn joined(files: &[(&str, &str)]) -> Joined {
    let settings = Settings::new(&sets::get("promemoria-2018").unwrap());
    let files = files.iter().map(|(name, text)| import(name, text.as_bytes(), &settings).unwrap());
    join(files.collect(), &settings).unwrap()
}

fn run(text: &str) -> Run {
    let set = sets::get("promemoria-2018").unwrap();
    let reading = set.reading(None, None).unwrap();
    Run::new(joined(&[("a.csv", text)]), set, reading).unwrap()
}

fn figures(joined: &Joined) -> Vec<String> {
    let figure = |area: troskel::areas::Area<'_>| area.figure(UNEMPLOYMENT).map(|figure| figure.to_string());
    joined.areas.iter().map(|area| figure(area).unwrap_or_default()).collect()
}

const WIDE: &str = "Kod;Långtidsarbetslösa;Befolkning 20-64 år\n0180R001;<8;600\n0180R002;<8;60\n0180R003;färre än 5;41\n\
0180R004;1-4;39\n0180R005;..;800\n0180R006;x;800\n0180R007;81;800\n0180R008;<8;2\n";

#[test]
fn a_suppressed_count_decides_where_all_that_it_can_be_is_on_one_side() {
    let run = run(WIDE);
    assert_eq!(figures(&run.joined), ["0–7/600", "0–7/60", "0–4/41", "1–4/39", "", "", "81/800", "0–2/2"]);
    let outcomes: Vec<Outcome> = (0..run.len()).map(|at| run.outcome(UNEMPLOYMENT, at)).collect();
    let (no, open) = (Outcome::NotMet, Outcome::Unknown);
    assert_eq!(outcomes, [no, open, no, open, open, open, Outcome::Met, open]);
    assert_eq!(run.verdict(0), Verdict::DoesNotMeet);
    assert_eq!(run.verdict(1), Verdict::Undetermined);
    // What stands for no number that is known is listed.
    assert_eq!(run.joined.rejected.total(), 1);
    let warnings = run.joined.tables.first().unwrap().warnings.as_slice();
    let column = "Långtidsarbetslösa".to_owned();
    assert_eq!(warnings, [Warning::Suppressed { column, cells: 5, low: 0, high: 7 }]);
    assert!(run.joined.tables.iter().all(|table| table.ledger.adds_up()));
}

#[test]
fn lists_tell_the_bounds_and_the_end_that_is_nearest() {
    let run = run(WIDE);
    let mut out = Vec::new();
    list::json(&run, 0..run.len(), None, &mut |bytes| {
        out.extend_from_slice(bytes);
        Ok(())
    })
    .unwrap();
    let told: Value = serde_json::from_slice(&out).unwrap();
    let of =
        |at: usize| told.pointer(&format!("/areas/{at}/findings/long-term-unemployment")).unwrap().clone();
    assert_eq!(
        of(0),
        serde_json::json!({"outcome": "not-met", "figure": null, "between": "0–7/600", "percent": "1.2", "distance": "-8.8",
            "comparison": "100*7 = 700 < 10*600 = 6000", "certainty": "certain", "dependsOn": []})
    );
    assert_eq!(
        of(1),
        serde_json::json!({"outcome": "unknown", "figure": null, "between": "0–7/60", "percent": null, "distance": null,
            "comparison": null, "certainty": "depends", "dependsOn": ["bounds"]})
    );
    // What a list says is what the explanation says.
    for at in 0..run.len() {
        let finding = run.row(at).unwrap().assessment.findings.get(UNEMPLOYMENT).unwrap().clone();
        let explained = serde_json::to_value(finding).unwrap();
        let told = of(at);
        assert_eq!(told.get("between").or(told.get("figure")), explained.get("figure"), "{at}");
        for member in ["outcome", "percent", "distance", "comparison", "certainty", "dependsOn"] {
            assert_eq!(of(at).get(member), explained.get(member), "{at} {member}");
        }
    }
}

#[test]
fn views_scenarios_and_moved_thresholds_take_the_bounds_for_what_they_are() {
    let run = run(WIDE);
    let sorted = select(&run, &Filter::default(), SortBy::Figure(UNEMPLOYMENT), Order::Ascending).unwrap();
    assert_eq!(sorted, [0, 1, 2, 7, 3, 6, 4, 5], "by the lowest value, those without a figure last");
    let near = Filter { within: Some((UNEMPLOYMENT, Decimal::new(1, 0))), ..Filter::default() };
    assert_eq!(select(&run, &near, SortBy::File, Order::Ascending).unwrap(), [1, 2, 3, 6, 7]);
    let thresholds: Vec<Option<Decimal>> = vec![None, Some(Decimal::new(1, 0))];
    let lower = run.under(&Scenario { thresholds, shifts: Vec::new() }, run.reading()).unwrap();
    let (no, open, met) = (Outcome::NotMet, Outcome::Unknown, Outcome::Met);
    let outcomes = lower.outcomes.get(UNEMPLOYMENT).unwrap().as_slice();
    assert_eq!(
        outcomes,
        [open, open, open, met, open, open, met, open],
        "7 of 600 is above 1 percent, 0 is not"
    );
    let shifts = vec![None, Some(Decimal::new(9, 0))];
    let higher = run.under(&Scenario { thresholds: Vec::new(), shifts }, run.reading()).unwrap();
    let outcomes = higher.outcomes.get(UNEMPLOYMENT).unwrap().as_slice();
    assert_eq!(outcomes, [open, open, open, met, open, open, met, open], "nine points more");
    let reading = run.set().reading(None, Some(troskel::criteria::Require::Any)).unwrap();
    let any = Run::new(joined(&[("a.csv", WIDE)]), run.set().clone(), reading).unwrap();
    let steps = sweep(
        &any,
        &Chosen::all(),
        UNEMPLOYMENT,
        &[Decimal::new(1, 0), Decimal::new(25, 1), Decimal::new(10, 0)],
    );
    assert_eq!(steps.meets, [2, 2, 1]);
    assert_eq!(no, run.outcome(UNEMPLOYMENT, 2));
}

#[test]
fn long_tables_parts_and_counts_over_another_files_base_keep_the_bounds() {
    let mut long = String::from("region;variabel;antal\n");
    for (code, count, total) in [("0180R001", "<8", "600"), ("0180R002", "7", "60"), ("0180R003", "..", "9")]
    {
        writeln!(long, "{code};långtidsarbetslösa;{count}\n{code};befolkning;{total}").unwrap();
    }
    assert_eq!(figures(&joined(&[("a.csv", &long)])), ["0–7/600", "7/60", ""]);
    let sexes = "Kod;Kön;Långtidsarbetslösa;Befolkning\n0180R001;män;<8;300\n0180R001;kvinnor;5;300\n\
0180R002;män;1-4;30\n0180R002;kvinnor;<5;30\n";
    assert_eq!(figures(&joined(&[("a.csv", sexes)])), ["5–12/600", "1–8/60"]);
    let counts = "Kod;Utan arbete mer än 12 månader\n0180R001;<8\n0180R002;9\n";
    let base = "Kod;Befolkning 2024\n0180R001;600\n0180R002;60\n";
    assert_eq!(figures(&joined(&[("a.csv", counts), ("b.csv", base)])), ["0–7/600", "9/60"]);
}

#[test]
fn a_share_with_a_sign_is_no_suppressed_count() {
    let text = "Kod;Långtidsarbetslösa, procent\n0180R001;<5\n0180R002;4,2\n";
    let joined = joined(&[("a.csv", text)]);
    assert_eq!(figures(&joined), ["", "4.2"]);
    assert_eq!(
        joined.rejected.entries().iter().map(|one| one.problem.code()).collect::<Vec<_>>(),
        ["not-a-number"]
    );
}
