//! Codes that other software has changed.

use super::vintage;

/// Brings a cell of areas to the form in which codes are read; `None` where it is in that form.
///
/// `Bollstanäs (0114R001)` has its code behind, `0114 R001` and `0114-R001` theirs in two parts, `0114R001*` a mark of a
/// note; `114.0` is a code that a spreadsheet took for a number, `0114r001` one in lower case, and `0114R001_RegSO2025 - 0114R001
/// Bollstanäs` has its code twice; `'0114` has the sign by which a spreadsheet takes it for a text.
pub(in crate::areas) fn tidied(cell: &str) -> Option<String> {
    let cell = cell.trim();
    let marks = ['\'', '’', '‘', '´', '`'];
    let bare = cell.trim_matches(marks);
    if bare.len() < cell.len() && bare.starts_with(|first: char| first.is_ascii_digit()) {
        return Some(tidied(bare).unwrap_or_else(|| bare.to_owned()));
    }
    if !cell.starts_with(|first: char| first.is_ascii_digit()) {
        // `Alby (0127R001)` has its code behind.
        let (name, code) = cell.strip_suffix(')')?.rsplit_once('(')?;
        return is_code(code).then(|| format!("{code} {}", name.trim_end()));
    }
    if let Some(bare) = cell.strip_suffix('*') {
        return is_code(bare.trim_end_matches('*')).then(|| bare.trim_end_matches('*').to_owned());
    }
    if let Some((municipality, rest)) = cell.split_at_checked(4)
        && let Some(rest) = rest.strip_prefix([' ', '-'])
    {
        let (letter, name) = rest.split_once(' ').unwrap_or((rest, ""));
        let code = format!("{municipality}{letter}");
        if is_code(&code) {
            return Some(format!("{code} {name}").trim_end().to_owned());
        }
    }
    if let Some(digits) = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(",0")) {
        return (digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.to_owned());
    }
    if cell.contains(' ')
        && let Some((code, rest)) = cell.split_once(" - ")
    {
        let bare = vintage(code).0;
        if let Some(name) = rest.strip_prefix(bare) {
            return Some(format!("{code} {}", name.trim_start()).trim_end().to_owned());
        }
    }
    let token = cell.split(char::is_whitespace).next().unwrap_or_default();
    let digits = token.bytes().take_while(u8::is_ascii_digit).count();
    let letter = token.as_bytes().get(digits).filter(|letter| matches!(letter, b'a'..=b'c' | b'r'));
    let behind = token.bytes().skip(digits + 1).take_while(u8::is_ascii_digit).count();
    let is_code = (3..=4).contains(&digits) && letter.is_some() && (3..=4).contains(&behind);
    is_code.then(|| {
        let (head, rest) = cell.split_at_checked(digits + 1).unwrap_or((cell, ""));
        format!("{}{rest}", head.to_ascii_uppercase())
    })
}

/// Tells whether a text is written as the code of a small area.
fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |bytes: &[u8]| bytes.iter().all(u8::is_ascii_digit);
    bytes.split_at_checked(4).is_some_and(|(municipality, rest)| {
        let number = match rest {
            [b'A'..=b'C', number @ ..] if number.len() == 4 => number,
            [b'R', number @ ..] if number.len() == 3 => number,
            _ => return false,
        };
        digits(municipality) && digits(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_that_other_software_has_changed_are_brought_back() {
        let tidy = |cell: &str| tidied(cell).unwrap_or_else(|| cell.to_owned());
        assert_eq!([tidy("114.0"), tidy("980,0")], ["114", "980"]);
        assert_eq!(tidy("0114r001"), "0114R001");
        assert_eq!(tidy("0114r001_RegSO2025 Norr"), "0114R001_RegSO2025 Norr");
        assert_eq!(
            tidy("0580R001_RegSO2025 - 0580R001 Linköping (Berga)"),
            "0580R001_RegSO2025 Linköping (Berga)"
        );
        assert_eq!(tidy("Bollstanäs (0114R001)"), "0114R001 Bollstanäs");
        assert_eq!([tidy("0114R001*"), tidy("0114 R001"), tidy("0114-R001")], ["0114R001"; 3]);
        assert_eq!(tidy("0114-A0010 Norr"), "0114A0010 Norr");
        assert_eq!([tidy("'0114"), tidy("’0114’"), tidy("'0114r001")], ["0114", "0114", "0114R001"]);
        for cell in [
            "Upplands Väsby (Bollstanäs)",
            "0114-17",
            "0114 Upplands Väsby",
            "0114R001",
            "0114 - Upplands Väsby",
            "1.0 procent",
            "Riket",
        ] {
            assert_eq!(tidied(cell), None, "{cell}");
        }
    }

    #[test]
    fn what_only_looks_like_a_changed_code_stays() {
        let tidy = |cell: &str| tidied(cell).unwrap_or_else(|| cell.to_owned());
        assert_eq!([tidy("0114R001**"), tidy(" 0114-R001 "), tidy("'0114R001'")], ["0114R001"; 3]);
        assert_eq!(
            [tidy("Norr(0114C0010)"), tidy("Norr (a) (0114R001)")],
            ["0114C0010 Norr", "0114R001 Norr (a)"]
        );
        assert_eq!(
            [tidy("12345678.0"), tidy("1,0"), tidy("114r001"), tidy("0114c0010")],
            ["12345678", "1", "114R001", "0114C0010"]
        );
        assert_eq!(tidy("0114A0010_DeSO2025 - 0114A0010"), "0114A0010_DeSO2025");
        for cell in [
            "'Norr",
            "Norr (0114X001)",
            "Norr (0114R01)",
            "Norr 0114R001)",
            "0114*",
            "0114X001*",
            "0114 D0010",
            "0114_R001",
            "114-R001",
            "0114 R01",
            "123456789.0",
            "1a.0",
            "114.00",
            "0114R001 - 0115R001",
            "0114d001",
            "14r001",
            "01140r001",
            "0114r01",
            "0114r00100",
            "",
        ] {
            assert_eq!(tidied(cell), None, "{cell}");
        }
    }
}
