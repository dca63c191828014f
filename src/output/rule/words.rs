//! What the taken-away rule says to people, in both languages.

use super::{Rule, one_line};
use crate::criteria::{Language, Require, Tie};

/// The words of one language.
pub(super) struct Words {
    pub(super) code: &'static str,
    pub(super) sql_table: &'static str,
    pub(super) sql_missing: &'static str,
    pub(super) sheet_paste: &'static str,
    pub(super) sheet_percent: &'static str,
    pub(super) sheet_counts: &'static str,
    pub(super) sheet_missing: &'static str,
    largest: &'static str,
}

const SV: Words = Words {
    code: "Områdeskod",
    sql_table: "Läser tabellen eller vyn areas med kolumnerna code (text) och",
    sql_missing: "NULL betyder att siffran saknas. En total på 0 räknas som saknad, liksom omöjliga tal.",
    sheet_paste: "Klistra in allt i cell A1 på ett tomt blad. Skriv sedan siffrorna i den sista raden och fyll formlerna nedåt.",
    sheet_percent: "Skriv procenttal utan procenttecken: 58,2. Formlerna räknar exakt med högst tio decimaler.",
    sheet_counts: "Skriv antal som hela tal. Formlerna räknar exakt.",
    sheet_missing: "Lämna cellen tom om siffran saknas. En total på 0 räknas som saknad, liksom omöjliga tal.",
    largest: "Större tal kan inte jämföras exakt och räknas som saknade.",
};

const EN: Words = Words {
    code: "Area code",
    sql_table: "Reads the table or view areas with the columns code (text) and",
    sql_missing: "NULL means that a figure is missing. A total of 0 counts as missing, and so do impossible numbers.",
    sheet_paste: "Paste everything into cell A1 of an empty sheet. Then type the figures in the last row and fill the formulas down.",
    sheet_percent: "Type percentages without the percent sign: 58.2. The formulas are exact for up to ten decimals.",
    sheet_counts: "Type counts as whole numbers. The formulas are exact.",
    sheet_missing: "Leave a cell empty where the figure is missing. A total of 0 counts as missing, and so do impossible numbers.",
    largest: "Larger numbers cannot be compared exactly and count as missing.",
};

impl Words {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::Sv => &SV,
            Language::En => &EN,
        }
    }

    /// Says how large a total can be, where the target's numbers end before the core's.
    pub(super) fn largest(&self, column: &str, largest: i128) -> String {
        format!("{column} ≤ {largest}. {}", self.largest)
    }
}

/// Says which set and reading the rule is, a sentence a line.
pub(super) fn origin(rule: &Rule<'_>, language: Language) -> Vec<String> {
    let set = rule.set;
    let name = one_line(set.name.of(language));
    let (id, hash) = (&set.id, &set.hash);
    let criteria = set.criteria.len();
    let least = rule.required();
    let open = set.criteria.iter().filter(|criterion| criterion.tie.is_none()).count();
    let (source, require, tie) = match language {
        Language::Sv => (
            format!("{name}. Kriterieuppsättning {id}, SHA-256 {hash}."),
            match rule.reading.require {
                Require::All => format!("Alla {criteria} kriterier ska vara uppfyllda."),
                Require::Any => format!("Minst ett av {criteria} kriterier ska vara uppfyllt."),
                Require::AtLeast(_) => format!("Minst {least} av {criteria} kriterier ska vara uppfyllda."),
            },
            match rule.reading.tie {
                Tie::Strict => "En siffra exakt på gränsen räknas inte som uppfylld.",
                Tie::Inclusive => "En siffra exakt på gränsen räknas som uppfylld.",
            },
        ),
        Language::En => (
            format!("{name}. Criteria set {id}, SHA-256 {hash}."),
            match rule.reading.require {
                Require::All => format!("All {criteria} criteria must be met."),
                Require::Any => format!("At least one of {criteria} criteria must be met."),
                Require::AtLeast(_) => format!("At least {least} of {criteria} criteria must be met."),
            },
            match rule.reading.tie {
                Tie::Strict => "A figure exactly on the threshold does not count as met.",
                Tie::Inclusive => "A figure exactly on the threshold counts as met.",
            },
        ),
    };
    let mut lines = vec![source, require];
    if open > 0 {
        lines.push(tie.to_owned());
    }
    for criterion in &set.criteria {
        let label = one_line(criterion.label.of(language));
        lines.extend(criterion.tie.map(|tie| match (language, tie) {
            (Language::Sv, Tie::Strict) => format!("{label}: exakt på gränsen räknas inte som uppfyllt."),
            (Language::Sv, Tie::Inclusive) => format!("{label}: exakt på gränsen räknas som uppfyllt."),
            (Language::En, Tie::Strict) => {
                format!("{label}: exactly on the threshold does not count as met.")
            }
            (Language::En, Tie::Inclusive) => format!("{label}: exactly on the threshold counts as met."),
        }));
    }
    lines
}
