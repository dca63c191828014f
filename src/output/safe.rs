//! Text that a spreadsheet could take for a formula, neutralised (OWASP ASVS 1.2.10).

use std::borrow::Cow;

/// Puts an apostrophe before text that begins, also after blanks, with `=`, `+`, `-`, `@`, a tab, a line break or NUL,
/// or with a full-width form of the signs.
///
/// ```
/// use troskel::output::safe::formula_free;
///
/// assert_eq!(formula_free("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
/// assert_eq!(formula_free(" ＝1"), "' ＝1");
/// assert_eq!(formula_free("Bollstanäs"), "Bollstanäs");
/// ```
pub fn formula_free(text: &str) -> Cow<'_, str> {
    let starts =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r' | '\n' | '\0');
    let risky = text.starts_with(starts) || text.trim_start().starts_with(starts);
    if risky { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
