//! What a person entered for one criterion, as text, and what it says once read.

use serde::Serialize;

use super::{Figure, Share, count, percent};
use crate::document::{Document, Reader};
use crate::error::{Error, Place, Problem};

/// A figure as a person entered it. Nothing is interpreted, so it can be kept, shared and printed as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(tag = "mode", rename_all = "kebab-case", rename_all_fields = "camelCase")]
pub enum Given {
    /// A percentage as published.
    Percent {
        /// The percentage.
        text: String,
        /// Whether it is exact as it stands, not rounded.
        exact: bool,
        /// How many persons it is a share of, where that is known; else empty.
        of: String,
    },
    /// A count of a total.
    Count {
        /// The persons with the property.
        count: String,
        /// All persons.
        total: String,
        /// By how many persons count and total may each be off; empty for none.
        noise: String,
    },
    /// A plain count without a total.
    Amount {
        /// The count.
        text: String,
        /// By how many persons it may be off; empty for none.
        noise: String,
    },
}

/// What is known of how far the true value may lie from the figure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Precision {
    /// A percentage that is exact as it stands; otherwise it is rounded to its decimals.
    pub exact: bool,
    /// The total that a percentage is a share of, where it is known.
    pub of: Option<u64>,
    /// By how many persons counts may each be off, at most [`Precision::MAX_NOISE`].
    pub noise: u64,
}

impl Precision {
    /// The largest noise that is looked through, in persons.
    pub const MAX_NOISE: u64 = 1_000;
}

/// A figure with what is known of its precision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stated {
    /// The figure.
    pub figure: Figure,
    /// How far the true value may lie from it.
    pub precision: Precision,
}

impl From<Figure> for Stated {
    fn from(figure: Figure) -> Self {
        Self { figure, precision: Precision::default() }
    }
}

impl Given {
    /// Reads what was given out of a document: `{"mode": "percent", "text": "58,2", "exact": false, "of": ""}` and so
    /// on, as it is serialised. Members that are absent are empty.
    ///
    /// # Errors
    /// `unknown-word` for another mode, `wrong-kind` and `unknown-member`, each with the path.
    pub fn from_document(given: &Reader<'_>) -> Result<Self, Error> {
        let text = |name| {
            Ok::<_, Error>(
                given.optional(name)?.map(|text| text.text()).transpose()?.unwrap_or_default().to_owned(),
            )
        };
        let mode = given.member("mode")?;
        match mode.text()? {
            "percent" => {
                given.only(&["mode", "text", "exact", "of"])?;
                let exact =
                    given.optional("exact")?.map(|exact| exact.flag()).transpose()?.unwrap_or_default();
                Ok(Self::Percent { text: text("text")?, exact, of: text("of")? })
            }
            "count" => {
                given.only(&["mode", "count", "total", "noise"])?;
                Ok(Self::Count { count: text("count")?, total: text("total")?, noise: text("noise")? })
            }
            "amount" => {
                given.only(&["mode", "text", "noise"])?;
                Ok(Self::Amount { text: text("text")?, noise: text("noise")? })
            }
            other => Err(mode.error(Problem::unknown_word(other, &["percent", "count", "amount"]))),
        }
    }

    /// Reads what was given, or `None` for null.
    ///
    /// # Errors
    /// Those of [`Given::from_document`].
    pub fn read_optional(given: &Reader<'_>) -> Result<Option<Self>, Error> {
        if *given.value() == Document::Null { Ok(None) } else { Self::from_document(given).map(Some) }
    }

    /// Reads the figure; `None` where nothing was entered.
    ///
    /// # Errors
    /// Those of [`percent`] and [`count`], `count-missing` and `total-missing` where only one of the two stands
    /// there, `count-above-total`, `total-zero`, and `too-many-digits` for noise above [`Precision::MAX_NOISE`]. The
    /// place's path names the member that is wrong; it is `None` where count and total don't fit together.
    pub fn read(&self) -> Result<Option<Stated>, Error> {
        match self {
            Self::Percent { text, exact, of } => {
                let percent = percent(text).map_err(|error| within("text", error))?;
                let of = match count(of) {
                    Ok(Some(0)) => Err(Problem::TotalZero.into()),
                    read => read,
                };
                let precision =
                    Precision { exact: *exact, of: of.map_err(|error| within("of", error))?, noise: 0 };
                Ok(percent.map(|percent| Stated { figure: Figure::Percent(percent), precision }))
            }
            Self::Count { count: persons, total, noise } => {
                let persons = count(persons).map_err(|error| within("count", error))?;
                let total = count(total).map_err(|error| within("total", error))?;
                let share = match (persons, total) {
                    (None, None) => None,
                    (_, Some(0)) => return Err(within("total", Problem::TotalZero.into())),
                    (Some(_), None) => return Err(within("total", Problem::TotalMissing.into())),
                    (None, Some(_)) => return Err(within("count", Problem::CountMissing.into())),
                    (Some(persons), Some(total)) => Some(Share::new(persons, total)?),
                };
                let precision = Precision { noise: read_noise(noise)?, ..Precision::default() };
                Ok(share.map(|share| Stated { figure: Figure::Share(share), precision }))
            }
            Self::Amount { text, noise } => {
                let amount = count(text).map_err(|error| within("text", error))?;
                let precision = Precision { noise: read_noise(noise)?, ..Precision::default() };
                Ok(amount.map(|amount| Stated { figure: Figure::Amount(amount), precision }))
            }
        }
    }
}

fn read_noise(text: &str) -> Result<u64, Error> {
    match count(text) {
        Ok(Some(noise)) if noise > Precision::MAX_NOISE => {
            Err(Problem::TooManyDigits { text: text.to_owned() }.into())
        }
        read => read.map(Option::unwrap_or_default),
    }
    .map_err(|error| within("noise", error))
}

/// Adds the member that is wrong.
fn within(member: &str, error: Error) -> Error {
    error.at(Place { path: Some(member.to_owned()), ..Place::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(count: &str, total: &str) -> Result<Option<String>, &'static str> {
        Given::Count { count: count.to_owned(), total: total.to_owned(), noise: String::new() }
            .read()
            .map(|stated| stated.map(|stated| stated.figure.to_string()))
            .map_err(|error| error.code())
    }

    #[test]
    fn a_share_needs_both_parts_and_they_must_fit() {
        assert_eq!(code("742", "1 237"), Ok(Some("742/1237".to_owned())));
        assert_eq!(code("", " "), Ok(None));
        assert_eq!(code("742", ""), Err("total-missing"));
        assert_eq!(code("", "1237"), Err("count-missing"));
        assert_eq!(code("0", "0"), Err("total-zero"));
        assert_eq!(code("", "0"), Err("total-zero"));
        assert_eq!(code("1238", "1237"), Err("count-above-total"));
    }

    #[test]
    fn an_error_names_the_member_that_is_wrong_and_the_figure_comes_first() {
        let wrong = |given: Given| {
            given
                .read()
                .map_err(|error| (error.code(), error.place.and_then(|place| place.path)))
                .unwrap_err()
        };
        let at = |code: &'static str, member: &str| (code, Some(member.to_owned()));
        let percent = |text: &str, of: &str| {
            wrong(Given::Percent { text: text.to_owned(), exact: false, of: of.to_owned() })
        };
        assert_eq!(percent("sextio", ""), at("not-a-number", "text"));
        assert_eq!(percent("60", "0"), at("total-zero", "of"));
        assert_eq!(percent("sextio", "många"), at("not-a-number", "text"));
        assert_eq!(percent("", "många"), at("not-a-number", "of"));
        let share = |count: &str, total: &str, noise: &str| {
            let [count, total, noise] = [count, total, noise].map(str::to_owned);
            wrong(Given::Count { count, total, noise })
        };
        assert_eq!(share("x", "1237", ""), at("not-a-number", "count"));
        assert_eq!(share("742", "x", ""), at("not-a-number", "total"));
        assert_eq!(share("742", "", "x"), at("total-missing", "total"));
        assert_eq!(share("", "1237", ""), at("count-missing", "count"));
        assert_eq!(share("742", "1237", "5000"), at("too-many-digits", "noise"));
        assert_eq!(share("1238", "1237", ""), ("count-above-total", None));
        let amount = Given::Amount { text: "4 000".to_owned(), noise: "lite".to_owned() };
        assert_eq!(wrong(amount), at("not-a-number", "noise"));
    }

    #[test]
    fn noise_and_known_totals_are_read_too() {
        let percent = |of: &str| {
            Given::Percent { text: "60".to_owned(), exact: false, of: of.to_owned() }
                .read()
                .map(Option::unwrap)
        };
        assert_eq!(percent("1 237").map(|stated| stated.precision.of), Ok(Some(1237)));
        assert_eq!(percent("0").map_err(|error| error.code()), Err("total-zero"));
        let amount = |noise: &str| Given::Amount { text: "4 000".to_owned(), noise: noise.to_owned() }.read();
        assert_eq!(amount("5").unwrap().unwrap().precision.noise, 5);
        assert_eq!(amount("1000").unwrap().unwrap().precision.noise, Precision::MAX_NOISE);
        assert_eq!(amount("").unwrap().unwrap().precision.noise, 0);
        assert_eq!(amount("1001").map_err(|error| error.code()), Err("too-many-digits"));
    }

    #[test]
    fn what_was_given_is_read_out_of_a_document_and_null_is_nothing() {
        let read = |json: &str| {
            let document = Document::from_json(json).unwrap();
            Given::read_optional(&Reader::new(&document)).map_err(|error| error.code())
        };
        let text = str::to_owned;
        assert_eq!(read("null"), Ok(None));
        assert_eq!(
            read(r#"{"mode": "percent", "text": "58,2", "exact": true}"#),
            Ok(Some(Given::Percent { text: text("58,2"), exact: true, of: String::new() }))
        );
        assert_eq!(
            read(r#"{"mode": "count", "count": "742", "total": "1237", "noise": "3"}"#),
            Ok(Some(Given::Count { count: text("742"), total: text("1237"), noise: text("3") }))
        );
        assert_eq!(
            read(r#"{"mode": "amount", "text": "4000"}"#),
            Ok(Some(Given::Amount { text: text("4000"), noise: String::new() }))
        );
        assert_eq!(read(r#"{"mode": "share"}"#), Err("unknown-word"));
        assert_eq!(read(r#"{"mode": "amount", "of": "4000"}"#), Err("unknown-member"));
    }
}
