//! What the workbook says to people, in both languages.

use crate::assess::{Certainty, Outcome, Verdict};
use crate::criteria::{Criterion, Direction, Language, Reading, Require, Tie};

/// The words of one language.
pub(super) struct Words {
    pub(super) areas: &'static str,
    pub(super) method: &'static str,
    pub(super) not_read: &'static str,
    pub(super) area: [&'static str; 6],
    pub(super) share: [&'static str; 6],
    pub(super) persons: [&'static str; 4],
    pub(super) yes: &'static str,
    pub(super) no: &'static str,
    verdicts: [&'static str; 3],
    outcomes: [&'static str; 4],
    certainties: [&'static str; 2],
    sides: [&'static str; 4],
    pub(super) title: &'static str,
    pub(super) set: &'static str,
    pub(super) set_id: &'static str,
    pub(super) date: &'static str,
    pub(super) hash: &'static str,
    pub(super) source: &'static str,
    pub(super) quote: &'static str,
    pub(super) url: &'static str,
    pub(super) tie: &'static str,
    ties: [&'static str; 2],
    pub(super) require: &'static str,
    all: &'static str,
    any: &'static str,
    at_least: fn(u8, usize) -> String,
    pub(super) program: &'static str,
    pub(super) criteria: [&'static str; 6],
    pub(super) all_areas: &'static str,
    pub(super) meets: &'static str,
    pub(super) does_not_meet: &'static str,
    pub(super) undetermined: &'static str,
    pub(super) rows_rejected: &'static str,
    pub(super) areas_here: &'static str,
    pub(super) files: [&'static str; 6],
    pub(super) notes: &'static [&'static str],
    pub(super) rejected: [&'static str; 6],
    reasons: &'static [(&'static str, &'static str)],
}

const SV: Words = Words {
    areas: "Områden",
    method: "Metod och källor",
    not_read: "Inte läst",
    area: ["Kod", "Namn", "Kommunkod", "Kommun", "Kommunen på listan", "Området"],
    share: ["procent", "antal", "av totalt", "procentenheter från gränsen", "utfall", "säkerhet"],
    persons: ["antal", "personer från gränsen", "utfall", "säkerhet"],
    yes: "ja",
    no: "nej",
    verdicts: ["uppfyller", "uppfyller inte", "avgörs inte av uppgifterna"],
    outcomes: ["uppfyllt", "exakt på gränsen", "inte uppfyllt", "går inte att bedöma"],
    certainties: ["säkert", "kan ändras av avrundning eller osäkra antal"],
    sides: [
        "under gränsen",
        "under gränsen eller exakt på den",
        "över gränsen",
        "över gränsen eller exakt på den",
    ],
    title: "Så är områdena bedömda",
    set: "Kriterier",
    set_id: "Kriteriernas id",
    date: "Datum",
    hash: "SHA-256 av kriterierna",
    source: "Källa",
    quote: "Källans ord",
    url: "Adress",
    tie: "Exakt på gränsen",
    ties: [
        "räknas inte, om kriteriet inte säger annat",
        "räknas som uppfyllt, om kriteriet inte säger annat",
    ],
    require: "Så många kriterier krävs",
    all: "alla",
    any: "minst ett",
    at_least: |least, of| format!("minst {least} av {of}"),
    program: "Räknat med",
    criteria: ["Kriterium", "Vad det mäter", "Uppfyllt", "Gräns", "Riksgenomsnitt", "Källa"],
    all_areas: "Områden i filerna",
    meets: "som uppfyller",
    does_not_meet: "som inte uppfyller",
    undetermined: "som inte avgörs av uppgifterna",
    rows_rejected: "Rader och celler som inte kunde läsas",
    areas_here: "Områden i den här filen",
    files: ["Fil", "Områdenas kolumn", "Blad", "Mått", "År", "Kolumner"],
    notes: &[
        "Jämförelsen är gjord med hela tal, utan avrundning. Där antal och totalt antal finns är det de som är jämförda; procenttalet bredvid är avrundat till så få decimaler som går utan att det hamnar på fel sida om gränsen.",
        "Tal med högst 15 siffror står som tal och är exakt de som räknades. Ett tal med fler siffror kan ett kalkylark inte hålla, och det står som text.",
        "Avståndet är negativt under gränsen.",
        "Att ett område är förbi gränserna ger ingen rätt till pengar. Kolumnen om kommunen säger om den finns på promemorians lista med 32 kommuner, som avgjorde vilka som fick söka.",
    ],
    rejected: ["Fil", "Blad", "Rad", "Kolumn", "Varför", "Text"],
    reasons: &[
        ("not-an-area", "ingen områdeskod"),
        ("blank-record", "tom rad"),
        ("duplicate-area", "området står redan tidigare i filen, och den första raden gäller"),
        ("duplicate-figure", "uppgiften finns redan i en annan fil, och den första gäller"),
        ("not-a-number", "inte ett tal"),
        ("two-marks", "mer än ett decimaltecken"),
        ("negative", "under noll"),
        ("above-hundred", "mer än 100 procent"),
        ("too-many-digits", "för många siffror"),
        ("not-whole", "inte ett helt antal"),
        ("ambiguous", "kan vara tusental eller decimaler"),
        ("count-above-total", "antalet är större än det totala antalet"),
        ("total-zero", "totalt antal är 0"),
    ],
};

const EN: Words = Words {
    areas: "Areas",
    method: "Method and sources",
    not_read: "Not read",
    area: ["Code", "Name", "Municipality code", "Municipality", "Municipality on the list", "The area"],
    share: ["percent", "count", "of total", "percentage points from the threshold", "outcome", "certainty"],
    persons: ["count", "persons from the threshold", "outcome", "certainty"],
    yes: "yes",
    no: "no",
    verdicts: ["meets", "does not meet", "not decided by the figures"],
    outcomes: ["met", "exactly on the threshold", "not met", "cannot be assessed"],
    certainties: ["certain", "may change by rounding or uncertain counts"],
    sides: [
        "below the threshold",
        "below the threshold or exactly on it",
        "above the threshold",
        "above the threshold or exactly on it",
    ],
    title: "How the areas were assessed",
    set: "Criteria",
    set_id: "Id of the criteria",
    date: "Date",
    hash: "SHA-256 of the criteria",
    source: "Source",
    quote: "The source’s words",
    url: "Address",
    tie: "Exactly on the threshold",
    ties: [
        "does not count unless the criterion says so",
        "counts as met unless the criterion says otherwise",
    ],
    require: "So many criteria are required",
    all: "all",
    any: "at least one",
    at_least: |least, of| format!("at least {least} of {of}"),
    program: "Computed with",
    criteria: ["Criterion", "What it measures", "Met", "Threshold", "National average", "Source"],
    all_areas: "Areas in the files",
    meets: "that meet",
    does_not_meet: "that do not meet",
    undetermined: "that the figures do not decide",
    rows_rejected: "Rows and cells that could not be read",
    areas_here: "Areas in this file",
    files: ["File", "The areas’ column", "Sheet", "Measure", "Year", "Columns"],
    notes: &[
        "Figures are compared as whole numbers, without rounding. Where there is a count and a total, those are compared; the percentage beside them is rounded to as few decimals as keep it on its side of the threshold.",
        "Numbers of at most 15 digits are numbers, exactly those that were computed with. A spreadsheet can’t hold a number with more digits; it stands as text.",
        "The distance is negative below the threshold.",
        "An area past the thresholds has no right to money by that. The column about the municipality says whether it is on the memo’s list of 32 municipalities, which decided who could apply.",
    ],
    rejected: ["File", "Sheet", "Line", "Column", "Why", "Text"],
    reasons: &[
        ("not-an-area", "no area code"),
        ("blank-record", "blank row"),
        ("duplicate-area", "the area stands earlier in the file, and the first row holds"),
        ("duplicate-figure", "another file has the figure already, and the first one holds"),
        ("not-a-number", "not a number"),
        ("two-marks", "more than one decimal mark"),
        ("negative", "below zero"),
        ("above-hundred", "above 100 percent"),
        ("too-many-digits", "too many digits"),
        ("not-whole", "not a whole number"),
        ("ambiguous", "may be thousands or decimals"),
        ("count-above-total", "the count is larger than its total"),
        ("total-zero", "the total is 0"),
    ],
};

impl Words {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Sv => &SV,
            Language::En => &EN,
        }
    }

    pub(super) fn verdict(&self, verdict: Verdict) -> &'static str {
        let [meets, does_not_meet, undetermined] = self.verdicts;
        match verdict {
            Verdict::Meets => meets,
            Verdict::DoesNotMeet => does_not_meet,
            Verdict::Undetermined => undetermined,
        }
    }

    pub(super) fn outcome(&self, outcome: Outcome) -> &'static str {
        let [met, at_threshold, not_met, unknown] = self.outcomes;
        match outcome {
            Outcome::Met => met,
            Outcome::AtThreshold => at_threshold,
            Outcome::NotMet => not_met,
            Outcome::Unknown => unknown,
        }
    }

    pub(super) fn certainty(&self, certainty: Certainty) -> &'static str {
        let [certain, depends] = self.certainties;
        match certainty {
            Certainty::Certain => certain,
            Certainty::Depends => depends,
        }
    }

    /// Says on which side of its threshold a criterion is met, as far as the criterion itself settles it.
    pub(super) fn side(&self, criterion: &Criterion) -> &'static str {
        let [below, at_most, above, at_least] = self.sides;
        match (criterion.direction, criterion.tie) {
            (Direction::Below, Some(Tie::Inclusive)) => at_most,
            (Direction::Below, Some(Tie::Strict) | None) => below,
            (Direction::Above, Some(Tie::Inclusive)) => at_least,
            (Direction::Above, Some(Tie::Strict) | None) => above,
        }
    }

    /// Says how the open points were read.
    pub(super) fn reading(&self, reading: Reading, criteria: usize) -> (&'static str, String) {
        let [strict, inclusive] = self.ties;
        let tie = match reading.tie {
            Tie::Strict => strict,
            Tie::Inclusive => inclusive,
        };
        let require = match reading.require {
            Require::All => self.all.to_owned(),
            Require::Any => self.any.to_owned(),
            Require::AtLeast(least) => (self.at_least)(least, criteria),
        };
        (tie, require)
    }

    /// Says why something was not read; the code itself where it says enough.
    pub(super) fn reason<'a>(&self, code: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.reasons.iter().find(|(known, _)| *known == code).map_or(code, |(_, reason)| *reason)
    }
}
