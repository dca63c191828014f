//! The share link: what is shared arrives, what is damaged is named, and nothing hostile gets through.

use std::collections::BTreeMap;

use troskel::assess::{Outcome, Verdict};
use troskel::criteria::{Direction, Reading, Require, Tie, Unit, sets};
use troskel::document::Document;
use troskel::figure::Given;
use troskel::output::answer::{Answer, Found};
use troskel::output::link::{LONGEST, read, write};
use troskel::output::work::{AreaNote, ChosenReading, Entry, Notes, Scenario, SetReference, Work};

/// Numbers that look random and are the same each time (`SplitMix64`), so that a failing seed can be tried again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(end).unwrap()).unwrap()
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())].clone()
    }

    fn text(&mut self, longest: usize) -> String {
        let letters: Vec<char> = "aåÄ0159,.-% /<>&\"'\\\u{0}\n\u{202e}\u{a0}😀語ﷺ".chars().collect();
        (0..self.below(longest + 1)).map(|_| self.pick(&letters)).collect()
    }

    fn typed(&mut self) -> String {
        match self.below(4) {
            0 => String::new(),
            1 => format!("{},{}", self.below(101), self.below(1000)),
            2 => format!("{} {:03}", self.below(9), self.below(1000)),
            _ => self.text(64),
        }
    }

    fn id(&mut self) -> String {
        let own = format!("a{}-{}", self.below(20), "x".repeat(self.below(20)));
        self.pick(&["employment", "long-term-unemployment", "low-education", "turnout", own.as_str()])
            .to_owned()
    }

    fn entry(&mut self) -> Entry {
        let given = match self.below(3) {
            0 => Given::Percent { text: self.typed(), exact: self.below(2) == 1, of: self.typed() },
            1 => Given::Count { count: self.typed(), total: self.typed(), noise: self.typed() },
            _ => Given::Amount { text: self.typed(), noise: self.typed() },
        };
        let notes = match self.below(3) {
            0 => Notes {
                year: self.text(4),
                ages: self.text(20),
                source: self.text(1_000),
                division: self.text(20),
            },
            _ => Notes::default(),
        };
        Entry { given, notes }
    }

    fn figures(&mut self) -> BTreeMap<String, Entry> {
        (0..self.below(5)).map(|_| (self.id(), self.entry())).collect()
    }

    fn reading(&mut self) -> ChosenReading {
        let least = Require::AtLeast(u8::try_from(1 + self.below(255)).unwrap());
        ChosenReading {
            tie: self.pick(&[None, Some(Tie::Strict), Some(Tie::Inclusive)]),
            require: self.pick(&[None, Some(Require::All), Some(Require::Any), Some(least)]),
        }
    }

    /// A scenario with the area's figures, with its own, or with some of both.
    fn scenario(&mut self, area: &BTreeMap<String, Entry>) -> Scenario {
        let mut figures = if self.below(3) == 0 { BTreeMap::new() } else { area.clone() };
        if self.below(2) == 0 {
            figures.extend(self.figures());
        }
        if self.below(3) == 0 {
            figures.pop_first();
        }
        let thresholds = (0..self.below(3)).map(|_| (self.id(), self.typed())).collect();
        Scenario { name: self.text(120), figures, reading: self.reading(), thresholds }
    }

    /// What some of the figures came to.
    fn answer(&mut self, figures: &BTreeMap<String, Entry>) -> Answer {
        let mut findings = BTreeMap::new();
        for id in figures.keys().filter(|id| id.len() % 5 > 0) {
            let unit = self.pick(&[Unit::Percent, Unit::Persons]);
            let threshold = match unit {
                Unit::Percent => format!("{}.{:02}", self.below(100), self.below(100)),
                Unit::Persons => self.below(1_000_000).to_string(),
            };
            let found = Found {
                outcome: self.pick(&[Outcome::Met, Outcome::AtThreshold, Outcome::NotMet, Outcome::Unknown]),
                threshold: threshold.parse().unwrap(),
                unit,
                direction: self.pick(&[Direction::Below, Direction::Above]),
            };
            findings.insert(id.clone(), found);
        }
        let ChosenReading { tie, require } = self.reading();
        Answer {
            verdict: self.pick(&[Verdict::Meets, Verdict::DoesNotMeet, Verdict::Undetermined]),
            reading: Reading { tie: tie.unwrap_or(Tie::Strict), require: require.unwrap_or(Require::All) },
            findings,
        }
    }

    fn work(&mut self) -> Work {
        let figures = self.figures();
        let set = (self.below(20) == 0).then(|| serde_json::from_str(sets::SCB_2012).unwrap());
        let area = match self.below(2) {
            0 => AreaNote::default(),
            _ => AreaNote { name: self.text(120), municipality: format!("{:04}", self.below(10_000)) },
        };
        Work {
            criteria: SetReference { id: self.id(), hash: Document::text(&self.roll()).hash(), set },
            reading: self.reading(),
            area,
            answer: (self.below(3) > 0).then(|| self.answer(&figures)),
            scenarios: (0..self.below(4)).map(|_| self.scenario(&figures)).collect(),
            figures,
        }
    }
}

/// Tells whether all of a kept part was shared: nothing may be kept that is not what was sent.
fn kept_is_shared(kept: &Work, shared: &Work) -> bool {
    let figures = kept.figures.iter().all(|(id, entry)| shared.figures.get(id) == Some(entry));
    let criteria = kept.criteria.id.is_empty() || kept.criteria.id == shared.criteria.id;
    let area = kept.area == AreaNote::default() || kept.area == shared.area;
    let set = kept.criteria.set.is_none() || kept.criteria.set == shared.criteria.set;
    let scenario = |kept: &Scenario| {
        shared.scenarios.iter().any(|shared| {
            let same = kept.name == shared.name && kept.reading == shared.reading;
            same && kept.thresholds == shared.thresholds
                && kept.figures.iter().all(|(id, entry)| shared.figures.get(id) == Some(entry))
        })
    };
    let answer = kept.answer.iter().all(|kept| {
        let shared = shared.answer.as_ref();
        let found = |(id, found)| shared.is_some_and(|shared| shared.findings.get(id) == Some(found));
        shared.is_some_and(|shared| shared.verdict == kept.verdict && shared.reading == kept.reading)
            && kept.findings.iter().all(found)
    });
    figures && criteria && area && set && answer && kept.scenarios.iter().all(scenario)
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn ten_thousand_generated_works_survive_the_link_and_the_document() {
    for seed in 0..10_000 {
        let work = Dice(seed).work();
        let opened = read(&write(&work).unwrap()).unwrap();
        assert_eq!(opened.work, work, "seed {seed}");
        assert_eq!(opened.problems, [], "seed {seed}");
    }
}

#[test]
fn a_generated_work_survives_its_json() {
    for seed in 0..500 {
        let work = Dice(seed).work();
        let document: Document = serde_json::from_str(&work.to_document().unwrap().to_json()).unwrap();
        assert_eq!(Work::from_document(&document), Ok(work), "seed {seed}");
    }
}

/// Puts a letter in a letter's place; a link is ASCII.
fn with_letter(link: &str, at: usize, letter: char) -> String {
    link.chars().enumerate().map(|(nth, old)| if nth == at { letter } else { old }).collect()
}

#[test]
fn a_link_with_one_letter_altered_keeps_only_what_was_shared_and_says_that_it_is_damaged() {
    for seed in 0..2_000 {
        let mut dice = Dice(seed);
        let work = dice.work();
        let whole = write(&work).unwrap();
        let at = 2 + dice.below(whole.len() - 2);
        let altered = with_letter(&whole, at, dice.pick(&['A', 'b', 'Z', '0', '_', '!']));
        let Ok(opened) = read(&altered) else { continue };
        assert!(kept_is_shared(&opened.work, &work), "seed {seed}: {altered}");
        // The last letter has bits that no byte uses.
        assert!(opened.work == work || !opened.problems.is_empty(), "seed {seed}: {altered}");
    }
}

#[test]
fn a_link_that_was_cut_keeps_what_came_before() {
    for seed in 0..2_000 {
        let mut dice = Dice(seed);
        let work = dice.work();
        let whole = write(&work).unwrap();
        let cut: String = whole.chars().take(dice.below(whole.len())).collect();
        let Ok(opened) = read(&cut) else { continue };
        assert!(kept_is_shared(&opened.work, &work), "seed {seed}: {cut}");
        assert!(opened.work == work || !opened.problems.is_empty(), "seed {seed}: {cut}");
    }
}

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn hostile_fragments_are_refused_or_read_but_never_stop_the_page() {
    let alphabet: Vec<char> =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".chars().collect();
    let mut readable = 0;
    for seed in 0..5_000 {
        let mut dice = Dice(seed);
        let noise: String = (0..dice.below(300)).map(|_| dice.pick(&alphabet)).collect();
        assert_eq!(
            read(&format!("#1.{noise}")).map_err(|error| error.code()),
            Err("not-a-link"),
            "seed {seed}"
        );
        let text = dice.text(80);
        assert!(read(&text).is_err(), "seed {seed}");
        // Several letters of a real link altered, so that lengths and counts lie.
        let mut link = write(&dice.work()).unwrap();
        for _ in 0..=dice.below(5) {
            link = with_letter(&link, 2 + dice.below(link.len() - 2), dice.pick(&alphabet));
        }
        readable += usize::from(read(&link).is_ok());
    }
    assert!(readable > 1_000, "only {readable} altered links could be read in part");
    for text in ["1.".to_owned() + &"A".repeat(LONGEST - 2), "1.".to_owned() + &"B_".repeat(LONGEST / 2 - 1)]
    {
        assert_eq!(read(&text).map_err(|error| error.code()), Err("not-a-link"));
    }
    assert_eq!(read(&"1".repeat(10_000_000)).map_err(|error| error.code()), Err("too-long"));
}

#[test]
fn other_fragments_are_told_apart() {
    let code = |text: &str| read(text).map(|_| ()).map_err(|error| error.code());
    for text in ["", "#", "top", "#section-2", "1", "1.", "x.AAAA", ".AAAA", "#/many"] {
        assert_eq!(code(text), Err("not-a-link"), "{text:?}");
    }
    assert_eq!(code("#2.AAAA"), Err("unknown-version"));
    let link = write(&Work::default()).unwrap();
    assert_eq!(code(&format!("#{link}\n")), Ok(()));
}

/// Returns the part of a link that an error says is damaged.
fn lost_part(error: &troskel::Error) -> &str {
    let troskel::Problem::LinkDamaged { part } = &error.problem else { panic!("{error}") };
    part
}

#[test]
fn a_lost_figure_is_named_and_the_others_stay() {
    let entry = |text: &str| Entry {
        given: Given::Percent { text: text.to_owned(), exact: false, of: String::new() },
        notes: Notes::default(),
    };
    let work = Work {
        figures: [("employment", "58,2"), ("low-education", "28,0"), ("turnout", "71,3")]
            .map(|(id, text)| (id.to_owned(), entry(text)))
            .into(),
        ..Work::default()
    };
    let link = write(&work).unwrap();
    let mut told = Vec::new();
    for at in 2..link.len() {
        let altered = with_letter(&link, at, '!');
        let opened = read(&altered).unwrap();
        for problem in &opened.problems {
            told.push(lost_part(problem).to_owned());
        }
        let lost = work.figures.len() - opened.work.figures.len();
        assert!(lost <= 2, "one letter reaches into two figures at most: {altered}");
        assert_eq!(lost > 0, opened.problems.iter().any(|problem| lost_part(problem) == "figure"));
    }
    told.sort();
    told.dedup();
    assert_eq!(told, ["criteria", "figure", "reading", "rest"]);
}

#[test]
fn an_answer_speaks_of_the_figures_that_are_there_and_of_nothing_else() {
    let refused = |answer: &str| {
        let text = Work::default()
            .to_document()
            .unwrap()
            .to_json()
            .replace("\"answer\":null", &format!("\"answer\":{answer}"));
        let document: Document = serde_json::from_str(&text).unwrap();
        Work::from_document(&document).map_err(|error| (error.code(), error.place.unwrap().path.unwrap()))
    };
    let told = |code, path: &str| Err((code, path.to_owned()));
    let reading = r#""reading":{"tie":"strict","require":"all"}"#;
    let found = r#"{"outcome":"met","threshold":"60","unit":"percent","direction":"below"}"#;
    let with = |findings: &str| refused(&format!(r#"{{"verdict":"meets",{reading},"findings":{findings}}}"#));
    assert!(with("{}").is_ok());
    assert_eq!(with(&format!(r#"{{"turnout":{found}}}"#)), told("unknown-member", "answer.findings"));
    assert_eq!(refused(&format!(r#"{{{reading},"findings":{{}}}}"#)), told("missing-member", "answer"));
    assert_eq!(
        refused(&format!(r#"{{"verdict":"met",{reading},"findings":{{}}}}"#)),
        told("unknown-word", "answer.verdict")
    );
}

#[test]
fn a_link_stays_short() {
    let entry = |text: &str| Entry {
        given: Given::Percent { text: text.to_owned(), exact: false, of: String::new() },
        notes: Notes::default(),
    };
    let figures: BTreeMap<String, Entry> = [
        ("employment", "58,2"),
        ("long-term-unemployment", "11,2"),
        ("low-education", "28,0"),
        ("turnout", "71,3"),
    ]
    .map(|(id, text)| (id.to_owned(), entry(text)))
    .into();
    let criteria = SetReference { id: "promemoria-2018".to_owned(), hash: "0".repeat(64), set: None };
    let found = |threshold: &str, direction| Found {
        outcome: Outcome::Met,
        threshold: threshold.parse().unwrap(),
        unit: Unit::Percent,
        direction,
    };
    let answer = Answer {
        verdict: Verdict::Meets,
        reading: Reading { tie: Tie::Strict, require: Require::All },
        findings: [
            ("employment", found("60", Direction::Below)),
            ("long-term-unemployment", found("10", Direction::Above)),
            ("low-education", found("28", Direction::Above)),
            ("turnout", found("75", Direction::Below)),
        ]
        .map(|(id, found)| (id.to_owned(), found))
        .into(),
    };
    let mut work = Work { criteria, figures: figures.clone(), answer: Some(answer), ..Work::default() };
    assert!(write(&work).unwrap().len() <= 270, "{}", write(&work).unwrap().len());
    work.scenarios = vec![Scenario { name: "Fler i arbete".to_owned(), figures, ..Scenario::default() }; 3];
    assert!(write(&work).unwrap().len() <= 370, "{}", write(&work).unwrap().len());
    work.scenarios = vec![Scenario { name: "x".repeat(120), ..Scenario::default() }; 900];
    assert_eq!(write(&work).map_err(|error| error.code()), Err("too-long"));
}
