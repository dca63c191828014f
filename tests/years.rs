//! A load at each of its periods: series with their breaks, and two periods compared.
#![cfg(feature = "tables")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops at what is missing")]

use std::fmt::Write as _;

use troskel::areas::{Settings, import, join};
use troskel::assess::Outcome;
use troskel::criteria::sets;
use troskel::many::{Filter, Run};
use troskel::years::{
    Among, AreaSeries, ChangeLog, Compared, Comparison, GroupSeries, Lacks, Match, Moment, SeriesFinding,
    Timeline,
};

mod bases;

const EMPLOYMENT: usize = 0;
const EDUCATION: usize = 2;
const TURNOUT: usize = 3;

fn run(files: &[(&str, &str)]) -> Run {
    let set = sets::get("promemoria-2018").unwrap();
    let settings = Settings::new(&set).every_period(true);
    let files = files.iter().map(|(name, text)| import(name, text.as_bytes(), &settings).unwrap());
    let joined = join(files.collect(), &settings).unwrap();
    let reading = set.reading(None, None).unwrap();
    Run::new(joined, set, reading).unwrap()
}

fn moment(run: &Run, period: Option<&str>) -> Moment {
    Moment::of_run(run, period, run.reading()).unwrap()
}

/// Writes a figure with its change, and the ids of the breaks before it.
fn told(timeline: &Timeline, finding: &SeriesFinding) -> String {
    let mut text = finding.figure.clone().unwrap_or_else(|| "–".to_owned());
    if let Some(change) = &finding.change {
        write!(text, " {} since {}", change.points, change.since).unwrap();
        if let Some(persons) = &change.persons {
            write!(text, " {persons} persons").unwrap();
        }
        for at in &change.breaks {
            write!(text, " [{}]", timeline.breaks()[*at].id).unwrap();
        }
    }
    text
}

/// Writes a criterion's figures of an area, year by year.
fn figures(timeline: &Timeline, code: &str, criterion: usize) -> Vec<String> {
    let all: Vec<AreaSeries> = (0..timeline.len()).map(|row| timeline.area(row).unwrap()).collect();
    let own = all.iter().find(|one| one.code.as_deref() == Some(code)).unwrap();
    let point = |point: &Option<_>| {
        point.as_ref().map_or_else(
            || "absent".to_owned(),
            |point: &troskel::years::SeriesPoint| told(timeline, &point.findings[criterion]),
        )
    };
    own.points.iter().map(point).collect()
}

fn periods(timeline: &Timeline) -> Vec<String> {
    timeline.frame().periods.into_iter().map(|one| one.period).collect()
}

#[test]
fn every_year_of_a_wide_file_is_kept_and_the_newest_is_still_taken() {
    let file = "region;Sysselsatta 2021;Befolkning 2021;Sysselsatta 2022;Befolkning 2022;Sysselsatta 2023;Befolkning 2023\n\
        0180R001;55;100;58;100;61;102\n0180R002;70;100;..;100;72;100\n";
    let run = run(&[("a.csv", file)]);
    assert_eq!(run.figure(EMPLOYMENT, 0).unwrap().to_string(), "61/102");
    let timeline = Timeline::new(&run).unwrap();
    assert_eq!(periods(&timeline), ["2021", "2022", "2023"]);
    assert_eq!(
        figures(&timeline, "0180R001", EMPLOYMENT),
        ["55/100", "58/100 3.0 since 2021 3 persons", "61/102 1.8 since 2022 3 persons"]
    );
    // A year without a figure is no zero, and nothing is put in its place.
    assert_eq!(
        figures(&timeline, "0180R002", EMPLOYMENT),
        ["70/100", "–", "72/100 2.0 since 2021 2 persons"]
    );
}

#[test]
fn both_ways_to_write_an_area_are_one_area() {
    let file = "\"region\",\"arbetsmarknadsstatus\",\"2023\",\"2024\"\n\
        \"Upplands Väsby (Bollstanäs)\",\"sysselsatta\",742,..\n\"Upplands Väsby (Bollstanäs)\",\"totalt\",1237,..\n\
        \"0114R001 Upplands Väsby (Bollstanäs)\",\"sysselsatta\",..,750\n\
        \"0114R001 Upplands Väsby (Bollstanäs)\",\"totalt\",..,1240\n";
    let timeline = Timeline::new(&run(&[("a.csv", file)])).unwrap();
    assert_eq!(timeline.len(), 1);
    assert_eq!(
        figures(&timeline, "0114R001", EMPLOYMENT),
        ["742/1237", "750/1240 0.5 since 2023 8 persons [regso-2025]"]
    );
}

#[test]
fn codes_of_two_divisions_in_one_file_are_one_series_with_a_break() {
    let file = "region;Sysselsatta 2023;Befolkning 2023;Sysselsatta 2024;Befolkning 2024\n\
        0114A0010;50;100;..;..\n0114A0010_DeSO2025;..;..;55;100\n0114A0020_DeSO2025;..;..;60;100\n";
    let run = run(&[("a.csv", file)]);
    assert_eq!(run.len(), 2, "areas of a division without figures are not assessed");
    let timeline = Timeline::new(&run).unwrap();
    assert_eq!(
        figures(&timeline, "0114A0010", EMPLOYMENT),
        ["50/100", "55/100 5.0 since 2023 5 persons [deso-2025]"]
    );
    assert_eq!(figures(&timeline, "0114A0020", EMPLOYMENT), ["absent", "60/100"]);
}

#[test]
fn an_election_stands_until_the_next_and_is_never_interpolated() {
    let turnout = "region;Valdeltagande 2018;Valdeltagande 2022\n0180R001;70,5;72,25\n";
    let employment =
        "region;Sysselsatta 2020;Befolkning 2020;Sysselsatta 2023;Befolkning 2023\n0180R001;1;2;1;2\n";
    let timeline = Timeline::new(&run(&[("t.csv", turnout), ("e.csv", employment)])).unwrap();
    assert_eq!(periods(&timeline), ["2018", "2020", "2022", "2023"]);
    assert_eq!(figures(&timeline, "0180R001", TURNOUT), ["70.5", "70.5", "72.25 1.75 since 2018", "72.25"]);
    let carried: Vec<bool> =
        timeline.frame().periods.iter().map(|period| period.figures[TURNOUT].carried).collect();
    assert_eq!(carried, [false, true, false, true]);
    assert_eq!(figures(&timeline, "0180R001", EMPLOYMENT)[2], "–", "employment of 2020 is not that of 2022");
}

#[test]
fn series_break_where_the_source_or_the_ages_change() {
    let old = "region;Sysselsatta 2018;Befolkning 2018;Sysselsatta 2019;Befolkning 2019;Sysselsatta 2020;Befolkning 2020\n\
        0180R001;50;100;51;100;52;100\n";
    let timeline = Timeline::new(&run(&[("a.csv", old)])).unwrap();
    assert_eq!(
        figures(&timeline, "0180R001", EMPLOYMENT),
        [
            "50/100",
            "51/100 1.0 since 2018 1 persons [employment-source-2019]",
            "52/100 1.0 since 2019 1 persons [employment-register-2020]"
        ]
    );
    let ages = |ages: &str, year: u32, count: u32| {
        format!(
            "region;ålder;utbildningsnivå;{year}\n0180R001;{ages} år;förgymnasial utbildning;{count}\n0180R001;{ages} år;totalt;100\n"
        )
    };
    let (before, now) = (ages("25-64", 2022, 30), ages("25-65", 2023, 31));
    let timeline = Timeline::new(&run(&[("b.csv", &before), ("n.csv", &now)])).unwrap();
    assert_eq!(figures(&timeline, "0180R001", EDUCATION)[1], "31/100 1.0 since 2022 1 persons [age]");
    // In one file as in two: the ages that are preferred are no reason to leave out a year that has others.
    let long = "region;ålder;utbildningsnivå;år;antal\n0180R001;25-64 år;förgymnasial utbildning;2022;30\n\
        0180R001;25-64 år;totalt;2022;100\n0180R001;25-65 år;förgymnasial utbildning;2023;31\n\
        0180R001;25-65 år;totalt;2023;100\n";
    let one = Timeline::new(&run(&[("l.csv", long)])).unwrap();
    assert_eq!(figures(&one, "0180R001", EDUCATION)[1], "31/100 1.0 since 2022 1 persons [age]");
    let told = &timeline.breaks()[0];
    assert!(told.sv.contains("25-64") && told.en.contains("25-65"), "{told:?}");
}

#[test]
fn counts_of_a_municipality_are_added_up_only_where_all_are_there() {
    let file = "region;Sysselsatta 2022;Befolkning 2022;Sysselsatta 2023;Befolkning 2023\n\
        0180R001;55;100;58;100\n0180R002;70;100;..;100\n0181R001;1;2;1;2\n";
    let run = run(&[("a.csv", file)]);
    let timeline = Timeline::new(&run).unwrap();
    let series: GroupSeries = timeline.municipality("0180");
    let found = |nth: usize| {
        let finding = &series.points[nth].findings[EMPLOYMENT];
        (finding.figure.clone(), finding.lacks, finding.met, finding.unknown)
    };
    assert_eq!(found(0), (Some("125/200".to_owned()), None, 1, 0));
    assert_eq!(found(1), (None, Some(Lacks::Missing), 1, 1));
    let both = timeline.selection(&[0, 2]);
    assert_eq!(both.points[1].findings[EMPLOYMENT].figure.as_deref(), Some("59/102"));
    assert_eq!(both.points[1].findings[EMPLOYMENT].change.as_ref().unwrap().persons.as_deref(), Some("3"));
    let percent =
        Timeline::new(&self::run(&[("t.csv", "region;Valdeltagande 2022\n0180R001;70\n0180R002;71\n")]))
            .unwrap();
    assert_eq!(percent.municipality("0180").points[0].findings[TURNOUT].lacks, Some(Lacks::Percentages));
}

/// Writes each row of a comparison: how it goes, codes or names before and now, and the change of employment.
fn listed(comparison: &Comparison) -> Vec<String> {
    let names = |places: &[troskel::years::ComparedPlace]| {
        let name = |place: &troskel::years::ComparedPlace| place.code.clone().or(place.name.clone()).unwrap();
        places.iter().map(name).collect::<Vec<_>>().join("+")
    };
    let row = |row: &Compared| {
        let change = row.findings[EMPLOYMENT].change.as_ref();
        let change = change.map_or("–".to_owned(), |change| {
            let ids = change.breaks.iter().map(|at| format!(" [{}]", comparison.breaks[*at].id));
            format!("{}{}", change.points, ids.collect::<String>())
        });
        format!("{} {} {} {change}", row.matched, names(&row.before), names(&row.now))
    };
    comparison.rows.iter().map(row).collect()
}

#[test]
fn two_loads_are_compared_by_code_and_else_by_municipality_and_name() {
    let before = run(&[(
        "a.csv",
        "region;Sysselsatta 2023;Befolkning 2023\nUpplands Väsby (Bollstanäs);50;100\n\
         Upplands Väsby (Runby);65;100\nVallentuna (Bollstanäs);70;100\n",
    )]);
    let now = run(&[(
        "b.csv",
        "region;Sysselsatta 2024;Befolkning 2024\n0114R002 Upplands Väsby (Runby);59;100\n\
         0114R001 Upplands Väsby (Bollstanäs);61;100\n0114R009 Upplands Väsby (Nytt);1;2\n",
    )]);
    let comparison = Comparison::new(&moment(&before, None), &moment(&now, None), None, &Among::all());
    assert_eq!(
        listed(&comparison),
        [
            "name Upplands Väsby (Runby) 0114R002 -6.0 [regso-2025]",
            "name Upplands Väsby (Bollstanäs) 0114R001 11.0 [regso-2025]",
            "only-now  0114R009 –",
            "only-before Vallentuna (Bollstanäs)  –",
        ]
    );
}

#[test]
fn two_periods_of_one_load_are_compared() {
    let run = run(&[(
        "a.csv",
        "region;Sysselsatta 2022;Befolkning 2022;Sysselsatta 2023;Befolkning 2023\n0180R001;55;100;61;100\n",
    )]);
    let comparison =
        Comparison::new(&moment(&run, Some("2022")), &moment(&run, Some("2023")), None, &Among::all());
    assert_eq!(listed(&comparison), ["code 0180R001 0180R001 6.0"]);
    let error = Moment::of_run(&run, Some("2019"), run.reading()).unwrap_err();
    assert_eq!(error.code(), "unknown-word");
}

#[test]
fn what_a_log_proves_is_bridged_and_what_it_does_not_is_not() {
    let codes = |year: u32, rows: &[(&str, u32)]| {
        let mut text = format!("region;Sysselsatta {year};Befolkning {year}\n");
        for (code, count) in rows {
            writeln!(text, "{code};{count};100").unwrap();
        }
        text
    };
    let before = codes(
        2023,
        &[
            ("0114A0010", 10),
            ("0114A0020", 20),
            ("0114A0030", 30),
            ("0114A0040", 40),
            ("0114A0050", 50),
            ("0114A0060", 60),
            ("0114A0070", 70),
            ("0114A0080", 80),
        ],
    );
    let now = codes(
        2024,
        &[
            ("0114A0010_DeSO2025", 11),
            ("0114A0021_DeSO2025", 12),
            ("0114A0022_DeSO2025", 13),
            ("0114A0031_DeSO2025", 71),
            ("0114A0050_DeSO2025", 51),
            ("0114A0061_DeSO2025", 61),
            ("0114A0071_DeSO2025", 71),
            ("0114A0090_DeSO2025", 90),
        ],
    );
    let log = "Tidigare DeSO;DeSO;Förändringstyp\n0114A0020;0114A0021;Upphör; till nybildad\n"
        .replace("Upphör; till nybildad", "\"Upphör; till nybildad\"");
    let whole = "\"Upphör; till nybildad\"";
    let log = format!(
        "{log}0114A0020;0114A0022;{whole}\n0114A0030;0114A0031;{whole}\n0114A0040;0114A0031;{whole}\n\
         0114A0050;0114A0050;Gränsändring\n0114A0060;0114A0061;Kodändrad\n0114A0070;0114A0071;{whole}\n"
    );
    let log = ChangeLog::read("log.csv", log.as_bytes()).unwrap();
    let (before, now) = (run(&[("a.csv", &before)]), run(&[("b.csv", &now)]));
    let comparison = Comparison::new(&moment(&before, None), &moment(&now, None), Some(&log), &Among::all());
    assert_eq!(
        listed(&comparison),
        [
            "unchanged 0114A0010 0114A0010 1.0",
            "added-up 0114A0020 0114A0021+0114A0022 -7.5",
            "added-up 0114A0030+0114A0040 0114A0031 36.0",
            "boundary 0114A0050 0114A0050 –",
            "unclear 0114A0060 0114A0061 –",
            "renamed 0114A0070 0114A0071 1.0",
            "only-now  0114A0090 –",
            "only-before 0114A0080  –",
        ]
    );
    let merged = &comparison.rows[2].findings[EMPLOYMENT];
    assert_eq!(merged.before.as_ref().unwrap().figure, "70/200");
    assert_eq!(comparison.rows[2].findings[TURNOUT].lacks, Some(Lacks::Nothing));
    assert!(comparison.rows.iter().all(|row| row.matched != Match::Code));
    // Backwards, the same areas go together.
    let back = Comparison::new(&moment(&now, None), &moment(&before, None), Some(&log), &Among::all());
    assert!(listed(&back).contains(&"added-up 0114A0021+0114A0022 0114A0020 7.5".to_owned()));
    assert_eq!(ChangeLog::read("a.csv", b"kod;namn\n0114A0010;x\n").unwrap_err().code(), "no-change-log");
}

#[test]
fn a_comparison_is_about_the_areas_that_a_filter_leaves() {
    let file = "region;Sysselsatta 2022;Befolkning 2022;Sysselsatta 2023;Befolkning 2023\n\
        0180R001;55;100;61;100\n0180R002;65;100;59;100\n0127R001;50;100;50;100\n0127R009;40;100;..;..\n";
    let run = run(&[("a.csv", file)]);
    let (was, is) = (moment(&run, Some("2022")), moment(&run, Some("2023")));
    let told = |filter: &Filter| {
        let made = Comparison::new(&was, &is, None, &Among::filtered(&run, filter).unwrap());
        let rows: Vec<String> = made.rows.iter().map(|row| row.now[0].code.clone().unwrap()).collect();
        assert_eq!(made.before.totals.areas, u64::try_from(rows.len()).unwrap());
        rows
    };
    assert_eq!(told(&Filter::default()).len(), 4);
    let municipality = |code: &str| Filter { municipality: Some(code.to_owned()), ..Filter::default() };
    assert_eq!(told(&municipality("0127")), ["0127R001", "0127R009"]);
    let met = Filter { outcome: Some((EMPLOYMENT, Outcome::Met)), ..Filter::default() };
    assert_eq!(told(&met), ["0180R002", "0127R001"], "as the newest figures are");
    // An area that the run of now does not have is asked for its place alone.
    let before = self::run(&[(
        "o.csv",
        "region;Sysselsatta 2021;Befolkning 2021\n0127R005;50;100\n0180R005;50;100\n",
    )]);
    let old = moment(&before, None);
    let only_before = |filter: &Filter| {
        let made = Comparison::new(&old, &is, None, &Among::filtered(&run, filter).unwrap());
        let only = made.rows.iter().filter(|row| row.matched == Match::OnlyBefore);
        only.map(|row| row.before[0].code.clone().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(only_before(&municipality("0127")), ["0127R005"]);
    assert!(only_before(&met).is_empty());
    assert_eq!(only_before(&Filter { text: "0180r005".to_owned(), ..Filter::default() }), ["0180R005"]);
}

#[test]
fn what_the_newest_file_lacks_is_not_taken_from_an_older_one() {
    let (old, new) = (
        "region;Valdeltagande 2018\n0180R001;70,1\n0180R002;70,2\n0180R003;70,3\n",
        "region;Valdeltagande 2022\n0180R001;74,9\n0180R002;..\n",
    );
    for files in [[("o.csv", old), ("n.csv", new)], [("n.csv", new), ("o.csv", old)]] {
        let run = run(&files);
        let figure = |at: usize| run.figure(TURNOUT, at).map(|figure| figure.to_string());
        // An area that the newest file does not have at all keeps what is known of it.
        assert_eq!([0, 1, 2].map(figure), [Some("74.9".to_owned()), None, Some("70.3".to_owned())]);
    }
}

#[test]
fn what_two_files_contradict_each_other_about_is_unknown_in_each_year_too() {
    let of = |first: &str| {
        format!("region;Valdeltagande 2018;Valdeltagande 2022\n0180R001;80,1;{first}\n0180R002;82,0;60,1\n")
    };
    let (one, two) = (of("70,2"), of("71,3"));
    // Whichever comes again: it can't be taken for the one that holds.
    let run = run(&[("a.csv", &one), ("b.csv", &two), ("c.csv", &one)]);
    assert_eq!(run.figure(TURNOUT, 0), None);
    let timeline = Timeline::new(&run).unwrap();
    assert_eq!(figures(&timeline, "0180R001", TURNOUT), ["80.1", "–"]);
    assert_eq!(figures(&timeline, "0180R002", TURNOUT)[0], "82.0");
    assert!(figures(&timeline, "0180R002", TURNOUT)[1].starts_with("60.1"));
}

#[test]
fn rows_that_contradict_each_other_make_the_figures_of_their_own_year_unknown() {
    let set = sets::get("promemoria-2018").unwrap();
    let text = "Kod;År;Valdeltagande\n0180R001;2018;61,9\n0180R001;2018;58,3\n0180R001;2022;70,4\n\
        0180R002;2018;66\n0180R002;2018;67\n0180R002;2022;81\n0180R003;2018;70\n0180R003;2022;82\n";
    for every in [false, true] {
        let settings = Settings::new(&set).every_period(every);
        let joined = join(vec![import("a.csv", text.as_bytes(), &settings).unwrap()], &settings).unwrap();
        let newest: Vec<_> =
            joined.areas.iter().map(|area| area.figure(TURNOUT).unwrap().to_string()).collect();
        assert_eq!(newest, ["70.4", "81", "82"]);
    }
    let timeline = Timeline::new(&run(&[("a.csv", text)])).unwrap();
    let of = |code: &str| figures(&timeline, code, TURNOUT);
    assert_eq!(of("0180R001"), ["–", "70.4"]);
    assert_eq!(of("0180R002"), ["–", "81"]);
    assert_eq!(of("0180R003"), ["70", "82 12.0 since 2018"]);
}
