//! Notation: what is printed parses back, and no text at all, however odd, is read as another number than it says.

use num_bigint::BigInt;
use proptest::prelude::*;
use troskel::figure::{self, Decimal, Figure, Given, MAX_COUNT, Percent, Share, pow10};

use super::oracle::{exact, rational};

/// Texts of the characters that numbers are written with, and some that only look like them.
fn numberlike() -> impl Strategy<Value = String> {
    let characters = vec![
        "0", "1", "9", "00", "28", "000", ",", ".", " ", "\u{a0}", "\u{202f}", "%", "-", "\u{2212}", "+",
        "e", "\t", "\u{200b}", "\u{feff}", "/", "٣", "１", "½", "\u{202e}", "\0",
    ];
    prop::collection::vec(prop::sample::select(characters), 0..10).prop_map(|parts| parts.concat())
}

/// What a text says once everything that can't be digits or a mark is taken away.
fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

fn decimals_of(text: &str) -> usize {
    text.split_once([',', '.']).map_or(0, |(_, after)| digits_of(after).len())
}

/// Reads a text as everything that reads texts does, and checks what is accepted.
fn is_read_as_it_says(text: &str) -> Result<(), TestCaseError> {
    let alien = |allowed: &str| {
        text.chars().any(|c| {
            !(c.is_ascii_digit()
                || allowed.contains(c)
                || c.is_whitespace()
                || "\u{200b}\u{200e}\u{200f}\u{2060}\u{feff}".contains(c))
        })
    };
    if let Ok(Some(percent)) = figure::percent(text) {
        prop_assert!(!alien(",.%"), "{text:?} was read as {percent}");
        let value = rational(
            digits_of(text).parse::<BigInt>().unwrap(),
            BigInt::from(10).pow(u32::try_from(decimals_of(text)).unwrap()),
        );
        prop_assert_eq!(exact(percent.value()), value.clone());
        prop_assert!(value <= rational(100, 1));
        prop_assert_eq!(usize::from(percent.value().decimals()), decimals_of(text));
        prop_assert_eq!(figure::percent(&percent.to_string()), Ok(Some(percent)));
    }
    if let Ok(Some(count)) = figure::count(text) {
        prop_assert!(!alien(""), "{text:?} was read as {count}");
        prop_assert_eq!(Ok(count), digits_of(text).parse());
        prop_assert!(count <= MAX_COUNT);
    }
    if let Ok(read) = text.parse::<Decimal>() {
        prop_assert_eq!(read.to_string(), text);
    }
    if let Ok(read) = text.parse::<Figure>() {
        prop_assert_eq!(read.to_string().parse(), Ok(read));
    }
    let given = Given::Count { count: text.to_owned(), total: text.to_owned(), noise: text.to_owned() };
    if let Ok(Some(stated)) = given.read() {
        prop_assert_eq!(stated.figure.ratio().cmp_decimal(Decimal::HUNDRED), std::cmp::Ordering::Equal);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_read_as_another_number(text in any::<String>()) {
        is_read_as_it_says(&text)?;
    }

    #[test]
    fn no_text_that_looks_like_a_number_is_read_as_another(text in numberlike()) {
        is_read_as_it_says(&text)?;
    }

    #[test]
    fn a_percentage_that_is_printed_parses_back(
        (units, decimals) in (0_u8..=12).prop_flat_map(|decimals| (0..=100 * pow10(decimals), Just(decimals))),
        swedish in any::<bool>(),
        sign in prop::sample::select(vec!["", "%", " %", "\u{a0}%"]),
    ) {
        let percent = Percent::new(Decimal::new(units, decimals)).unwrap();
        let text = format!("{}{sign}", percent.to_string().replace('.', if swedish { "," } else { "." }));
        prop_assert_eq!(figure::percent(&text), Ok(Some(percent)));
        prop_assert_eq!(text.parse::<Figure>(), Ok(Figure::Percent(percent)));
    }

    #[test]
    fn a_count_that_is_printed_parses_back_with_any_space_between_thousands(
        count in prop_oneof![0..=MAX_COUNT, 0_u64..=10_000],
        space in prop::sample::select(vec!["", " ", "\u{a0}", "\u{202f}", "\u{2009}"]),
    ) {
        let digits = count.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(space);
            }
            text.push(digit);
        }
        prop_assert_eq!(figure::count(&text), Ok(Some(count)));
        let share = Figure::Share(Share::new(count, MAX_COUNT).unwrap());
        prop_assert_eq!(share.to_string().parse(), Ok(share));
        prop_assert_eq!(format!("{text} / {MAX_COUNT}").parse(), Ok(share));
    }

    #[test]
    fn a_decimal_that_is_printed_parses_back(whole in 0_i128..pow10(13), decimals in 0_u8..=12, negative in any::<bool>()) {
        let units = whole * pow10(decimals) + whole % pow10(decimals);
        let decimal = Decimal::new(if negative { -units } else { units }, decimals);
        prop_assert_eq!(decimal.to_string().parse(), Ok(decimal));
    }
}
