//! Texts around a table: titles, units, the names of files and sheets.

use std::borrow::Cow;

use super::super::coordinates::{Coordinates, Form, Value};
use super::super::facet::Facet;
use super::text::{any, split, with_spans};
use super::{Lexicon, Reading};
use crate::areas::code::is_nation;

impl Lexicon {
    /// Reads a title: what stands before its list of variables.
    pub(in crate::areas) fn title(&self, text: &str) -> Coordinates {
        self.before_variables(&self.without_comparison(text), Reading::default())
    }

    /// Reads a text around a table. What it calls a part (`andel av …`) is what the figures are parts of.
    pub(in crate::areas) fn around(&self, text: &str) -> Coordinates {
        self.before_variables(text, Reading { within: None, parts: true })
    }

    /// Takes away what a heading compares its figures with: `Förvärvsintensitet (riket 77,9)`.
    fn without_comparison<'t>(&self, heading: &'t str) -> Cow<'t, str> {
        let bracket = heading.find('(').and_then(|from| Some((from, from + heading.get(from..)?.find(')')?)));
        let Some((from, to)) = bracket else { return Cow::Borrowed(heading) };
        let inner = heading.get(from + 1..to).unwrap_or_default().to_lowercase();
        let mut words = inner.split_whitespace();
        let compares = words.next().is_some_and(|first| any(&self.words.compares, first));
        // Of a year it would be the nation's own figure.
        let is_year = |word: &str| {
            word.split(['-', '–'])
                .any(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let number =
            words.next().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()) && !is_year(next));
        if !(compares && number) {
            return Cow::Borrowed(heading);
        }
        let (before, behind) = (heading.get(..from), heading.get(to + 1..));
        Cow::Owned(format!("{}{}", before.unwrap_or_default(), behind.unwrap_or_default()))
    }

    /// Tells whether a text says who made the table, who may be called after persons: `Kontakt: Ungdomsenheten`.
    fn is_made_by(&self, text: &str) -> bool {
        let lead = text.split_once(':').map(|(lead, _)| split(lead).join(" "));
        lead.is_some_and(|lead| self.words.made_by.contains(&lead))
    }

    fn before_variables(&self, text: &str, how: Reading) -> Coordinates {
        if self.is_made_by(text) {
            return Coordinates::default();
        }
        let lower = text.to_lowercase();
        let (head, rest) = self.variables(&lower);
        let mut said = self.reading(head, how);
        // The date may stand behind the variables.
        for (key, valued) in self.read(rest, None).facets {
            if key.0 == Facet::Period {
                said.facets.entry(key).or_insert(valued);
            }
        }
        for text in self.behind_variables(rest) {
            let more = self.reading(text, Reading { within: None, parts: true });
            let is_own = more.has_own_measure();
            if is_own && said.has_own_measure() {
                said.add(Facet::Background, Value::Text(text.to_owned()), text);
            }
            let facets = more.facets.into_iter().filter(|(key, _)| key.0 != Facet::Measure || is_own);
            for (key, valued) in facets {
                said.facets.entry(key).or_insert(valued);
            }
            said.form = more.form.filter(|form| *form == Form::NoLevel).or(said.form);
            said.not |= more.not;
        }
        said
    }

    /// Tells whether a title lists the variables of its table.
    pub(in crate::areas) fn has_variables(&self, title: &str) -> bool {
        !self.variables(&title.to_lowercase()).1.is_empty()
    }

    /// Tells whether a title lists variables by which persons are parted, and not areas and dates alone, of something that is no
    /// variable itself.
    pub(in crate::areas) fn varies(&self, title: &str) -> bool {
        let lower = title.to_lowercase();
        let (head, variables) = self.variables(&lower);
        let parts = |word: &String| self.facet_named(word).is_some_and(|facet| facet != Facet::Period);
        split(variables).iter().any(parts) && self.facet_named(head).is_none()
    }

    /// Parts a title, in lower case, from the list of variables behind it; a title without one has none.
    fn variables<'t>(&self, lower: &'t str) -> (&'t str, &'t str) {
        let end = [" efter ", " by ", " per "].iter().filter_map(|word| lower.find(word)).min();
        let (head, rest) = end.and_then(|at| lower.split_at_checked(at)).unwrap_or((lower, ""));
        // `per företag`, `per 1 000` and `efter 5 år` have no variable behind them.
        let first = split(rest).get(1).cloned().unwrap_or_default();
        let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
        let is_list = self.is_area(&first)
            || self.facet_named(&first).is_some()
            || (!rest.starts_with(" per ") && !is_number && self.read(&first, None).is_explained());
        if is_list { (head, rest) } else { (lower, "") }
    }

    /// Lists what stands behind a list of variables, or among them, and is none: `efter region, kön, procent av arbetskraften`.
    fn behind_variables<'t>(&self, list: &'t str) -> impl Iterator<Item = &'t str> {
        let signs = |c: char| matches!(c, ',' | '(' | ')' | '.' | ';' | ':');
        let parts =
            list.split(signs).flat_map(|part| part.split(" och ")).flat_map(|part| part.split(" and "));
        let parts = parts.map(|part| {
            let part = part.trim();
            let behind = ["efter ", "by ", "per "].iter().find_map(|word| part.strip_prefix(word));
            behind.filter(|text| !text.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(part)
        });
        parts.filter(|part| {
            let words = split(part);
            let is_variable = |word: &String| any(&self.words.variable, word);
            let named = self.is_area(part) || self.facet_named(part).is_some();
            let has_number = words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
            !words.is_empty() && !named && (has_number || words.len() > 2 || !words.iter().any(is_variable))
        })
    }

    /// Tells whether what makes a text's figures no level is that they are on a scale of their own, and so no percentages.
    pub(in crate::areas) fn is_scale(&self, text: &str) -> bool {
        let words = split(text);
        let no_level = |word: &&String| self.read(word, None).form == Some(Form::NoLevel);
        // `Mål 8` is one of a list, and `Mål 2025` and `Mål 60 %` are what the figures are.
        let numbered = words.windows(3).any(|three| {
            let [goal, number, next] = three else { return false };
            let short = number.len() < 3 && number.bytes().all(|byte| byte.is_ascii_digit());
            goal == "mål" && short && next != "%" && next != "procent"
        });
        let no_level = |word: &&String| no_level(word) && !(numbered && *word == "mål");
        if numbered && !words.iter().any(|word| no_level(&word)) {
            return true;
        }
        let mut found = words.iter().filter(no_level).peekable();
        found.peek().is_some() && found.all(|word| any(&self.words.scale, word))
    }

    /// Tells whether a text is the name of a row that tells where each column is from.
    pub(in crate::areas) fn is_source(&self, text: &str) -> bool {
        self.words.source.contains(&split(text).join(" "))
    }

    /// Tells whether what makes a title's figures no level are words of a topic, such as *Mål 8* of a list, or *Malmö och riket*:
    /// a title of two years, or that says relative to what, means it.
    pub(in crate::areas) fn is_topic(&self, text: &str) -> bool {
        let words = split(text);
        let is_year = |word: &&String| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let no_level = |word: &&String| self.read(word, None).form == Some(Form::NoLevel);
        let mut found = words.iter().filter(no_level).peekable();
        // `Mål` alone is what the figures are.
        let is_unknown = |word: &String| !self.read(word, None).is_explained();
        found.peek().is_some()
            && words.iter().any(is_unknown)
            && found.all(|word| any(&self.words.topic, word))
            && !words
                .iter()
                .any(|word| any(&self.words.relative, word) || super::super::patterns::is_years(word))
            && words.iter().filter(is_year).count() < 2
    }

    /// Tells whether a text is a unit of counts, which is no measure below one.
    pub(in crate::areas) fn is_counted(&self, text: &str) -> bool {
        self.words.counted.contains(&split(text).join(" "))
    }

    /// Tells whether a heading is of the whole population, of all ages.
    pub(in crate::areas) fn is_whole(&self, heading: &str) -> bool {
        let words = split(heading);
        let all = words.join(" ");
        words.iter().any(|word| any(&self.words.whole, word))
            || ["alla åldrar", "hela befolkningen", "all ages", "total population"]
                .iter()
                .any(|say| all.contains(say))
    }

    /// Tells whether a sheet's name says something that nobody knows: `Övriga`, and not `Blad1`, `Samtliga` or a year.
    pub(in crate::areas) fn is_strange(&self, sheet: &str) -> bool {
        let said = self.around(sheet);
        let is_neutral = |word: &String| {
            let word = word.trim_end_matches(|last: char| last.is_ascii_digit());
            word.chars().count() < 3 || any(&self.words.sheet, word)
        };
        said.not || !said.unexplained.iter().all(is_neutral)
    }

    /// Tells whether a word says a mean.
    pub(in crate::areas) fn is_mean(&self, word: &str) -> bool {
        any(&self.words.mean, word)
    }

    /// Tells whether a text says that a number stands for no figure.
    pub(in crate::areas) fn says_missing(&self, text: &str) -> bool {
        split(text).iter().any(|word| any(&self.words.missing, word))
    }

    /// Tells whether a note says of whom all figures are, and not only what is among them.
    pub(in crate::areas) fn restricts(&self, note: &str) -> bool {
        split(note).len() < 4 || self.says_of_whom(note)
    }

    /// Tells whether a text has a word that says of whom figures are.
    pub(in crate::areas) fn says_of_whom(&self, text: &str) -> bool {
        split(text).iter().any(|word| any(&self.words.restricts, word))
    }

    /// Tells whether a note begins by saying of whom figures are: `Avser dagbefolkningen`, `Personer födda i Afrika`.
    pub(in crate::areas) fn begins_with_whom(&self, note: &str) -> bool {
        let words = split(note);
        let says = |word: &String| any(&self.words.whom, word) || any(&self.words.counted, word);
        words.iter().find(|word| says(word) || !any(&self.words.subject, word)).is_some_and(says)
    }

    /// Tells whether a note explains something, and says nothing of all figures: `… kan påverka jämförbarheten`.
    pub(in crate::areas) fn explains(&self, note: &str) -> bool {
        split(note).iter().any(|word| any(&self.words.explains, word))
    }

    /// Tells whether a heading is a share of all persons, and says nothing else: `Andel av befolkningen 20–64 år (%)`.
    pub(in crate::areas) fn is_share_of_all(&self, heading: &str) -> bool {
        let words = split(heading);
        matches!(words.as_slice(), [share, over, ..] if any(&self.words.shares, share) && self.words.over.contains(over))
    }

    /// Tells whether a note begins with the figures themselves: `Talen är …`.
    pub(in crate::areas) fn begins_with_figures(&self, note: &str) -> bool {
        split(note).first().is_some_and(|first| any(&self.words.subject, first))
    }

    /// Tells whether a note says what kind of numbers the figures are: `Värdena är förändring`, `Skillnad mot riket`.
    pub(in crate::areas) fn tells_form(&self, note: &str) -> bool {
        let words = split(note);
        let no_level = |word: &str| self.read(word, None).form == Some(Form::NoLevel);
        let first = words.iter().find(|word| !any(&self.words.subject, word));
        !self.explains(note)
            && !words.iter().any(|word| any(&self.words.stands, word))
            && (first.is_some_and(|word| no_level(word))
                || words.iter().any(|word| word.starts_with("procentenhet")))
    }

    /// Reads what the figures are parts of, where a note says it: `Andelen är beräknad på arbetskraften`.
    pub(in crate::areas) fn told_base(&self, note: &str) -> Option<Coordinates> {
        let words = split(note);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let is_mark = |at: usize, word: &str| {
            let divides = at
                .checked_sub(1)
                .and_then(|at| words.get(at))
                .is_some_and(|word| any(&self.words.divides, word));
            self.words.over.iter().any(|over| over == word)
                || any(&self.words.bases, word)
                || (divides && matches!(word, "med" | "by"))
        };
        let of = |(at, _): (usize, &&str)| {
            let text = words.get(at + 1..)?;
            let ends = |word: &&str| self.words.end.iter().any(|end| end == word);
            let length = text.iter().position(ends).unwrap_or(text.len()).min(6);
            let of = self.read(&text.get(..length)?.join(" "), None);
            of.has_measure().then_some(of)
        };
        let is_share = words.iter().any(|word| any(&self.words.shares, word));
        words.iter().enumerate().filter(|(at, word)| is_share && is_mark(*at, word)).find_map(of)
    }

    /// Reads a file's name, whose words hang together by dashes and may lack the dots over their letters.
    pub(in crate::areas) fn file_name(&self, name: &str) -> Coordinates {
        let chars: Vec<char> = with_spans(name).chars().collect();
        let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
        // The dash of `z-värde` is no space.
        let is_letter = |at: usize| {
            let letter =
                |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
            letter(at.checked_sub(1)) && !letter(at.checked_sub(2))
        };
        let apart = chars.iter().enumerate().map(|(at, c)| match c {
            '_' => ' ',
            '-' if is_letter(at) => '-',
            '-' | '.' if !is_digit(at.checked_sub(1)) || !is_digit(Some(at + 1)) => ' ',
            c => *c,
        });
        let words = split(&apart.collect::<String>());
        let words: Vec<&str> = words.iter().map(|word| self.with_dots(word)).collect();
        let mut said = self.around(&words.join(" "));
        // `avvikelse från riket` is what the figures are, and so is `andel av arbetslösa`.
        if said.form == Some(Form::NoLevel) && words.iter().any(|word| is_nation(word)) {
            said.unexplained.clear();
            return said;
        }
        if let [first, second, ..] = *words
            && any(&self.words.restricts, first)
            && any(&self.words.over, second)
        {
            return said;
        }
        // A name that is a sentence tells what the file is for, as its maker saw it.
        let joins = |word: &&str| {
            let all = || self.words.over.iter().chain(&self.words.end).map(String::as_str);
            all().chain(["and", "the", "och"]).any(|own| own == *word)
        };
        said.not |= words.iter().any(joins);
        // Whose files these are is no election.
        said.facets.retain(|key, valued| key.0 != Facet::Election || !is_place(&valued.text));
        said
    }

    /// Returns the word of the lexicon that a word without the dots over its letters is.
    fn with_dots<'a>(&'a self, word: &'a str) -> &'a str {
        if !word.is_ascii() || self.phrases.words().any(|own| own == word) {
            return word;
        }
        let is = |own: &&String| !own.is_ascii() && plain(own).trim_end_matches('*') == word;
        let begins = |own: &&String| {
            !own.is_ascii() && plain(own).strip_suffix('*').is_some_and(|start| word.starts_with(start))
        };
        let known = self.phrases.words().find(is).or_else(|| self.phrases.words().find(begins));
        known.map_or(word, |own| own.trim_end_matches('*'))
    }

    /// Reads a unit: one that is not known is a reason to ask.
    pub(in crate::areas) fn unit(&self, text: &str) -> Coordinates {
        let whole = self.reading(text, Reading { within: None, parts: true });
        let mut forms = text.split([',', '/', ';']).filter_map(|part| self.read(part, None).form());
        let first = forms.next();
        let known = whole.unexplained.iter().all(|word| self.words.no_unit.contains(word));
        let mut said = Coordinates {
            form: match whole.form() {
                Some(Form::NoLevel) => Some(Form::NoLevel),
                // A table of counts and percentages has both.
                form => form.filter(|_| forms.all(|form| Some(form) == first)),
            },
            doubts: if known { Vec::new() } else { vec![text.trim().to_owned()] },
            ..Coordinates::default()
        };
        said.facets.extend(whole.facets.into_iter().filter(|(key, _)| key.0 == Facet::Background));
        said
    }
}

/// Tells whether the words of an election are those of a place: `Kommunen` is who, and not what was voted for.
pub(in crate::areas) fn is_place(text: &str) -> bool {
    ["kommun", "kommunen", "region", "regionen"].contains(&text)
}

/// Takes the dots off a word's letters.
fn plain(word: &str) -> String {
    word.replace(['å', 'ä'], "a").replace('ö', "o")
}

/// Lists the words of a title that are names, in lower case: those that begin with a capital within a sentence, and tables'
/// numbers.
pub(in crate::areas) fn names_in(title: &str) -> Vec<String> {
    let words: Vec<&str> =
        title.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    let is_lower =
        |word: &&&str| word.chars().count() > 3 && word.chars().all(|c| c.is_lowercase() || c == '-');
    let in_sentence = words.iter().any(|word| is_lower(&word));
    let is_name = |at: usize, word: &str| {
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase);
        let known = || {
            [word, word.trim_end_matches('s')].iter().any(|name| crate::areas::code::named(name).is_some())
        };
        (capital && ((at > 0 && in_sentence) || known())) || word.chars().any(|c| c.is_ascii_digit())
    };
    words
        .iter()
        .enumerate()
        .filter(|(at, word)| is_name(*at, word))
        .map(|(_, word)| word.to_lowercase())
        .collect()
}
