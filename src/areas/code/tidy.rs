//! Codes that other software has changed.

use super::vintage;

/// Brings a cell of areas to the form in which codes are read; `None` where it is in that form.
///
/// `114.0` is a code that a spreadsheet took for a number, `0114r001` one in lower case, and `0114R001_RegSO2025 - 0114R001
/// Bollstanäs` has its code twice.
pub(in crate::areas) fn tidied(cell: &str) -> Option<String> {
    let cell = cell.trim();
    if !cell.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    if let Some(digits) = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(",0")) {
        return (digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.to_owned());
    }
    if let Some((code, rest)) = cell.split_once(" - ") {
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
        for cell in ["0114R001", "0114 - Upplands Väsby", "1.0 procent", "Riket"] {
            assert_eq!(tidied(cell), None, "{cell}");
        }
    }
}
