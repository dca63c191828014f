//! Which columns a list has.

use crate::criteria::CriteriaSet;
use crate::error::{Error, Problem};

/// A column of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// About the area.
    Area(About),
    /// About its figure for the criterion at that position in the set.
    Finding(usize, FindingPart),
}

worded! {
    /// What a list says of an area, in the order in which JSON has it.
    pub enum About {
        /// The file it was first found in.
        File = "file",
        /// The line there.
        Line = "line",
        /// The code as it is shown.
        Code = "code",
        /// The name.
        Name = "name",
        /// The municipality's four digits.
        Municipality = "municipality",
        /// The municipality's name.
        MunicipalityName = "municipality_name",
        /// Whether the memo's list has the municipality.
        Designated = "designated",
        /// The verdict.
        Verdict = "verdict",
    }
}

worded! {
    /// What a list says of a figure, in the order in which JSON has it.
    pub enum FindingPart {
        /// The outcome.
        Outcome = "outcome",
        /// The figure, exact.
        Figure = "figure",
        /// The percentage, rounded to be read; persons for a plain count.
        Percent = "percent",
        /// How far it is from the threshold.
        Distance = "distance",
        /// The comparison as an integer inequality.
        Comparison = "comparison",
        /// Whether the outcome is certain.
        Certainty = "certainty",
        /// What the outcome depends on.
        DependsOn = "depends_on",
    }
}

/// The columns of a list, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(Vec<Column>);

impl FindingPart {
    /// Returns the name of the part of all criteria.
    fn of_all(self) -> &'static str {
        match self {
            Self::Outcome => "outcomes",
            Self::Figure => "figures",
            Self::Percent => "percents",
            Self::Distance => "distances",
            Self::Comparison => "comparisons",
            Self::Certainty => "certainties",
            Self::DependsOn => "depends_on",
        }
    }
}

impl Columns {
    /// Reads a choice of columns: names with commas between. A column about the area has the name that stands in the
    /// header of a CSV list; a part of the finding too (`turnout_outcome`), and of all criteria by its plural
    /// (`outcomes`). A hyphen is as good as an underscore.
    ///
    /// # Errors
    /// `unknown-word`, and `duplicate-id` for a column that is chosen twice.
    ///
    /// ```
    /// use troskel::criteria::sets;
    /// use troskel::output::list::Columns;
    ///
    /// let set = sets::get("promemoria-2018").expect("a set of the product");
    /// assert_eq!(Columns::chosen(&set, "code,verdict,outcomes")?.iter().len(), 6);
    /// assert_eq!(Columns::chosen(&set, "code,turnout-percent")?.iter().len(), 2);
    /// assert_eq!(Columns::chosen(&set, "kod").unwrap_err().code(), "unknown-word");
    /// # Ok::<(), troskel::Error>(())
    /// ```
    pub fn chosen(set: &CriteriaSet, names: &str) -> Result<Self, Error> {
        let mut columns = Vec::new();
        for name in names.split(',').map(str::trim) {
            let found = found(set, &name.replace('-', "_"));
            if found.is_empty() {
                return Err(unknown(set, name));
            }
            if found.iter().any(|column| columns.contains(column)) {
                return Err(Problem::DuplicateId { id: name.to_owned() }.into());
            }
            columns.extend(found);
        }
        Ok(Self(columns))
    }

    /// Returns what is written where nothing is chosen: these columns about the area, and these parts of each finding.
    pub(in crate::output) fn of(set: &CriteriaSet, about: &[About], parts: &[FindingPart]) -> Self {
        let findings = (0..set.criteria.len())
            .flat_map(|criterion| parts.iter().map(move |part| Column::Finding(criterion, *part)));
        Self(about.iter().copied().map(Column::Area).chain(findings).collect())
    }

    /// Returns the columns in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Column> {
        self.0.iter().copied()
    }

    /// Returns the columns in groups: each about the area alone, and parts of one finding in a row together.
    pub(in crate::output) fn groups(&self) -> impl Iterator<Item = Group> {
        let same = |a: &Column, b: &Column| match (a, b) {
            (Column::Finding(a, _), Column::Finding(b, _)) => a == b,
            (Column::Area(_) | Column::Finding(..), _) => false,
        };
        self.0.chunk_by(same).filter_map(|columns| {
            let parts = columns.iter().filter_map(|column| match column {
                Column::Finding(_, part) => Some(*part),
                Column::Area(_) => None,
            });
            match columns.first()? {
                Column::Area(about) => Some(Group::Area(*about)),
                Column::Finding(criterion, _) => Some(Group::Finding(*criterion, parts.collect())),
            }
        })
    }

    /// Tells whether a column is among them.
    pub(in crate::output) fn has(&self, column: Column) -> bool {
        self.0.contains(&column)
    }
}

/// A column about the area, or parts of one finding in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::output) enum Group {
    Area(About),
    Finding(usize, Vec<FindingPart>),
}

impl Column {
    /// Returns the name that stands in the header of a CSV list.
    pub fn name(self, set: &CriteriaSet) -> String {
        match self {
            Self::Area(about) => about.word().to_owned(),
            Self::Finding(criterion, part) => {
                let id = set.criteria.get(criterion).map(|criterion| criterion.id.replace('-', "_"));
                format!("{}_{}", id.unwrap_or_default(), part.word())
            }
        }
    }
}

/// Returns the columns of a name.
fn found(set: &CriteriaSet, name: &str) -> Vec<Column> {
    if let Some(about) = About::ALL.iter().find(|about| about.word() == name) {
        return vec![Column::Area(*about)];
    }
    let all =
        |part: FindingPart| (0..set.criteria.len()).map(move |criterion| Column::Finding(criterion, part));
    match FindingPart::ALL.iter().copied().find(|part| part.of_all() == name) {
        Some(part) => all(part).collect(),
        None => {
            FindingPart::ALL.iter().copied().flat_map(all).filter(|column| column.name(set) == name).collect()
        }
    }
}

fn unknown(set: &CriteriaSet, name: &str) -> Error {
    let one =
        set.criteria.first().map(|_| Column::Finding(0, FindingPart::Outcome).name(set)).unwrap_or_default();
    let plurals = FindingPart::ALL.iter().map(|part| part.of_all());
    let mut known: Vec<&str> = About::WORDS.iter().copied().chain(plurals).collect();
    known.push(&one);
    Problem::unknown_word(name, &known).into()
}
