//! What stands around a table and says something of all its figures: contents, titles, the sheet, the unit, notes, and the
//! file's name.

use super::heading::Heading;
use super::notes::{Note, notes};
use crate::areas::words::coordinates::{Coordinates, Form, MEASURE, PERSONS, Value};
use crate::areas::words::facet::Facet;
use crate::areas::words::lexicon::{Lexicon, could_be_persons, names_in};
use crate::memo::by_name;
use crate::table::TableInfo;

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::areas) enum Place {
    /// In a title, the contents, the sheet's name or the unit.
    Above,
    /// In a note, which names no column's measure.
    Note,
    /// In the file's name, which may say when the file was made for what.
    File,
}

/// A text, and what it says.
#[derive(Debug)]
pub(in crate::areas) struct Around {
    pub(in crate::areas) text: String,
    pub(in crate::areas) said: Coordinates,
    pub(in crate::areas) place: Place,
    /// Whether it says that the figures are on a scale of their own.
    is_scale: bool,
    /// Whether it calls something a percentage that is not known: `Andel rökare (%)`.
    names_another: bool,
    /// The measures that a note is about; none where it is about all.
    about: Vec<(Facet, Value)>,
    /// The facets of measures that it names, and that no column or category of the table is of.
    pub(in crate::areas) others: Vec<Facet>,
    /// Whether it says of whom the table is in words that no column or category has, so that totals may be theirs.
    pub(in crate::areas) of_whom: bool,
}

impl Around {
    /// Tells whether it is a file's name that says it is of an election.
    pub(in crate::areas) fn names_votes(&self) -> bool {
        self.place == Place::File && self.said.is_of_votes()
    }

    /// Tells whether it names persons, and nothing else that is counted: `Folkmängd 20–64 år efter region och år`.
    pub(in crate::areas) fn names_persons(&self) -> bool {
        self.said.value(Facet::Measure) == Some(&Value::Atoms(PERSONS))
            && !self.said.has_own_measure()
            && self.said.form() == Some(Form::Count)
            && self.said.is_explained()
    }

    /// Tells whether it is about a column or row that says so much of itself.
    pub(in crate::areas) fn is_about(&self, said: &Coordinates) -> bool {
        let of = |(facet, value): &(Facet, Value)| said.value(*facet).is_some_and(|own| own.meets(value));
        self.about.is_empty() || self.about.iter().any(of)
    }

    /// Tells whether it names a measure that nothing in the table is of, so that it may be whom a figure is of: the level of
    /// education of `Sysselsatta 20-64 år`.
    fn is_of_others(&self, said: &Coordinates) -> bool {
        // The long-term unemployed are among those registered, and what they are a part of stands beside their counts.
        let among = said.value(Facet::Measure).is_some() && said.form() != Some(Form::Percent);
        let of_status = self.said.value(Facet::Status).is_some();
        let contradicts = |facet: &Facet| {
            self.said.value(*facet).zip(said.value(*facet)).is_some_and(|(one, other)| !one.meets(other))
        };
        let is_other = |facet: &Facet| *facet != Facet::Duration && said.value(*facet).is_none();
        (self.others.iter().any(is_other) || (self.of_whom && MEASURE.iter().any(contradicts)))
            && self.place != Place::File
            && said.has_own_measure()
            && !(among && of_status && !said.is_of_votes())
    }

    /// Adds what the text says of a column. Where the column names no measure of its own, the text may do so.
    pub(in crate::areas) fn fill(&self, said: &mut Coordinates, names: bool) {
        let less = &self.said;
        let measure = |said: &Coordinates| -> Vec<Value> {
            MEASURE.iter().filter_map(|facet| said.value(*facet)).cloned().collect()
        };
        let own = measure(less);
        let is_same = own == measure(said);
        // What is in percent beside the measure is not this column.
        let clear = (self.place == Place::File && said.value(Facet::Period).is_some())
            || (self.is_scale && said.form == Some(Form::Percent));
        let form = less.form.filter(|form| !clear || *form != Form::NoLevel);
        let form = form.filter(|form| {
            names || !less.has_own_measure() || (matches!(form, Form::NoLevel | Form::Count) && is_same)
        });
        // A word such as index in a title is no more than a reason to ask, unless it is the title of the measure.
        let doubtful = match form {
            Some(Form::NoLevel) => !less.unexplained.is_empty() || (own.is_empty() && said.has_measure()),
            _ => names && !less.is_explained(),
        } || (!names && self.is_of_others(said))
            || (self.names_another && said.form.is_none() && said.has_own_measure())
            || (clear && self.is_scale && is_same && said.has_own_measure());
        said.doubts.extend(less.doubts.iter().cloned());
        if doubtful && !said.doubts.contains(&self.text) {
            said.doubts.push(self.text.clone());
        }
        let form = form.filter(|form| !doubtful || *form != Form::NoLevel);
        let mut less =
            Coordinates { form, unexplained: Vec::new(), not: false, total: false, ..less.clone() };
        let of_votes = said.is_of_votes() || (names && less.is_of_votes());
        if (said.has_own_measure() || said.total) && !of_votes {
            less.facets.remove(&(Facet::Election, 0));
        }
        if self.place == Place::File
            && said.value(Facet::Period).is_none()
            && less.value(Facet::Period).is_some()
        {
            said.dated_by = Some(self.text.clone());
        }
        let of_time = less.facets.get(&(Facet::Duration, 0)).filter(|_| said.is_of_unemployed());
        if let Some(time) = of_time.filter(|_| said.value(Facet::Duration).is_none()) {
            said.facets.insert((Facet::Duration, 0), time.clone());
        }
        said.fill(&less, names);
        if names {
            said.named_by = Some(self.text.clone());
        }
    }
}

/// Reads what stands around a table, the nearest first.
pub(in crate::areas) fn around(lexicon: &Lexicon, info: &TableInfo, heading: &Heading) -> Vec<Around> {
    let of = |text: &str, said| Around {
        text: text.trim().to_owned(),
        said,
        place: Place::Above,
        is_scale: lexicon.is_scale(text),
        names_another: false,
        about: Vec::new(),
        others: Vec::new(),
        of_whom: false,
    };
    let mut all = Vec::new();
    let titles = heading.titles.iter().rev();
    let titles_above = info.title.iter().flat_map(|title| title.lines());
    for text in info
        .contents
        .iter()
        .chain(titles)
        .map(String::as_str)
        .chain(titles_above)
        .chain(info.sheet.as_deref())
    {
        let mut said = lexicon.filter(text).unwrap_or_else(|| lexicon.around(text));
        // A title may have places in it.
        let places = names_in(text);
        said.unexplained.retain(|word| !places.contains(word));
        said.unexplained.retain(|word| word.chars().count() > 2);
        if said.form == Some(Form::NoLevel) && !said.has_own_measure() && lexicon.is_topic(text) {
            said.form = None;
        }
        // `Malmö kommun` is no election.
        said.facets
            .retain(|key, own| key.0 != Facet::Election || own.text != "kommun" || !names_kommun(text));
        let is_strange = !said.unexplained.is_empty() && !said.has_own_measure();
        if is_strange
            && lexicon.has_variables(text)
            && (lexicon.varies(text) || said.unexplained.iter().any(|word| could_be_persons(word)))
        {
            // `Arbetssökande efter utbildningsnivå`, `Medelinkomst efter kön`, in words that nobody knows.
            said.doubts.push(text.trim().to_owned());
        }
        let names_another = is_strange && said.form == Some(Form::Percent);
        all.push(Around { names_another, ..of(text, said) });
        all.push(of(text, of_tokens(lexicon, text, false)));
    }
    all.extend(info.sheet.iter().map(|sheet| of(sheet, of_tokens(lexicon, sheet, true))));
    all.extend(info.units.iter().map(|unit| of(unit, lexicon.unit(unit))));
    let all_notes = heading.notes.iter().chain(&*info.notes).flat_map(|note| notes(lexicon, note));
    all.extend(all_notes.map(|Note { text, said, about }| Around {
        place: Place::Note,
        about,
        ..of(text, said)
    }));
    let name = info.file.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    let mut said = lexicon.file_name(name);
    // Whose file it is says nothing against what else it says.
    let places = names_in(name);
    said.unexplained.retain(|word| !places.contains(word) && by_name(word).is_none());
    // A name may have words of all kinds in it: what is not understood whole tells the measure at most, and whom it is of.
    if !said.is_explained() {
        let of_whom = [Facet::Sex, Facet::Age, Facet::Birth, Facet::Election];
        said.facets.retain(|key, _| MEASURE.contains(&key.0) || of_whom.contains(&key.0));
        said.form = None;
    }
    said.form = said
        .form
        .filter(|form| *form == Form::NoLevel && (said.has_own_measure() || !lexicon.is_topic(name)));
    if !said.is_explained() || !said.has_measure() {
        said.facets.remove(&(Facet::Period, 0));
    }
    said.unexplained.clear();
    let tokens = of_tokens(lexicon, name, false);
    all.extend([said, tokens].map(|said| Around { place: Place::File, ..of(name, said) }));
    all
}

/// Tells whether a text has a municipality's name with the word.
fn names_kommun(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',', ':', '.']).filter(|word| !word.is_empty()).collect();
    // `Kommun: Upplands Väsby (0114)` names it behind the word.
    let lead = text.split_once(':').map(|(lead, _)| lead.trim().to_lowercase());
    if lead.as_deref() == Some("kommun") {
        return true;
    }
    words.windows(2).any(|pair| {
        matches!(pair, [_, "kommun" | "Kommun"]) && crate::areas::code::named(&pair.join(" ")).is_some()
    })
}

/// Reads the short names of elections in a text, such as `KF22`; a sheet may begin with the election's letter alone.
fn of_tokens(lexicon: &Lexicon, text: &str, sheet: bool) -> Coordinates {
    let mut found = Coordinates::default();
    for (nth, token) in text.split([' ', '_', '-', '.']).enumerate() {
        let letters = token.trim_end_matches(|last: char| last.is_ascii_digit());
        let whole = sheet && nth == 0 && letters == token;
        if matches!(token.len() - letters.len(), 0 | 2 | 4) && (whole || (2..=3).contains(&letters.len())) {
            let said = lexicon.read(letters, Some(Facet::Election));
            if let Some(value @ Value::Atoms(_)) = said.value(Facet::Election).filter(|_| !said.total) {
                found.add(Facet::Election, value.clone(), token);
            }
            // Beside a sheet `M` one of the name `K` is of women, and nobody can tell it from one of an election.
            let said = lexicon.read(letters, Some(Facet::Sex));
            let sex = said.value(Facet::Sex).filter(|sex| !lexicon.is_all(Facet::Sex, sex));
            if let Some(value @ Value::Atoms(_)) = sex.filter(|_| whole && letters.len() < 3) {
                found.add(Facet::Sex, value.clone(), token);
            }
        }
    }
    found
}
