//! What the workbook says to people, in both languages.

use crate::assess::Dependence;
use crate::criteria::{Criterion, Direction, Language, Reading, Require, Tie};

/// The words of one language.
pub(super) struct Words {
    pub(super) areas: &'static str,
    pub(super) method: &'static str,
    pub(super) not_read: &'static str,
    pub(super) area: [&'static str; 5],
    pub(super) points: &'static str,
    pub(super) persons: &'static str,
    pub(super) comparison: &'static str,
    pub(super) depends_on: &'static str,
    dependences: [&'static str; 5],
    pub(super) yes: &'static str,
    pub(super) no: &'static str,
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
    /// The titles above where files came from.
    pub(super) origins: [&'static str; 4],
    /// The title above what areas are compared with.
    pub(super) yardsticks: &'static str,
    pub(super) notes: &'static [&'static str],
    pub(super) rejected: [&'static str; 6],
}

const SV: Words = Words {
    areas: "Områden",
    method: "Metod och källor",
    not_read: "Inte läst",
    area: ["Kod", "Namn", "Kommunkod", "Kommun", "Kommunen på listan"],
    points: "procentenheter från gränsen",
    persons: "personer från gränsen",
    comparison: "jämförelse",
    depends_on: "kan ändras av",
    dependences: [
        "avrundning",
        "osäkra antal",
        "var i ett spann antalet ligger",
        "hur exakt på gränsen räknas",
        "hur många kriterier som krävs",
    ],
    yes: "ja",
    no: "nej",
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
    undetermined: "som inte går att avgöra",
    rows_rejected: "Rader och celler som inte kunde läsas",
    areas_here: "Områden i den här filen",
    files: ["Fil", "Områdenas kolumn", "Blad", "Mått", "År", "Kolumner"],
    origins: ["Hämtad fil", "Adress", "Uppdaterad av utgivaren", "SHA-256"],
    yardsticks: "Att jämföra med: inga områden",
    notes: &[
        "Jämförelsen är gjord med hela tal, utan avrundning. Där antal och totalt antal finns är det de som är jämförda; procenttalet bredvid är avrundat till så få decimaler som går utan att det hamnar på fel sida om gränsen.",
        "Tal med högst 15 siffror står som tal och är exakt de som räknades. Ett tal med fler siffror kan ett kalkylark inte hålla, och det står som text.",
        "Avståndet är negativt under gränsen. Där ett antal är ett spann, som 0–7, räknas det från den ände som är närmast gränsen.",
        "Uppfyllt betyder att området har större utmaningar än gränsen. Att ett område uppfyller kriterierna ger ingen rätt till pengar. Kolumnen om kommunen säger om den finns på promemorians lista med 32 kommuner, som avgjorde vilka som fick söka.",
    ],
    rejected: ["Fil", "Blad", "Rad", "Kolumn", "Varför", "Text"],
};

const EN: Words = Words {
    areas: "Areas",
    method: "Method and sources",
    not_read: "Not read",
    area: ["Code", "Name", "Municipality code", "Municipality", "Municipality on the list"],
    points: "percentage points from the threshold",
    persons: "people from the threshold",
    comparison: "comparison",
    depends_on: "may change by",
    dependences: [
        "rounding",
        "uncertain counts",
        "where in a span the count lies",
        "how exactly on the threshold counts",
        "how many criteria are required",
    ],
    yes: "yes",
    no: "no",
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
    undetermined: "that cannot be decided",
    rows_rejected: "Rows and cells that could not be read",
    areas_here: "Areas in this file",
    files: ["File", "The areas’ column", "Sheet", "Measure", "Year", "Columns"],
    origins: ["Fetched file", "Address", "Updated by the publisher", "SHA-256"],
    yardsticks: "To compare with: no areas",
    notes: &[
        "Figures are compared as whole numbers, without rounding. Where there is a count and a total, those are compared; the percentage beside them is rounded to as few decimals as keep it on its side of the threshold.",
        "Numbers of at most 15 digits are numbers, exactly those that were computed with. A spreadsheet can’t hold a number with more digits; it stands as text.",
        "The distance is negative below the threshold. Where a count is a span, such as 0–7, it is from the end that is nearest to the threshold.",
        "Met means that the area has greater challenges than the threshold. An area that meets the criteria has no right to money by that. The column about the municipality says whether it is on the memo’s list of 32 municipalities, which decided who could apply.",
    ],
    rejected: ["File", "Sheet", "Line", "Column", "Why", "Text"],
};

impl Words {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Sv => &SV,
            Language::En => &EN,
        }
    }

    pub(super) fn dependence(&self, dependence: Dependence) -> &'static str {
        let [rounding, noise, bounds, tie, require] = self.dependences;
        match dependence {
            Dependence::Rounding => rounding,
            Dependence::Noise => noise,
            Dependence::Bounds => bounds,
            Dependence::Tie => tie,
            Dependence::Require => require,
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
}
