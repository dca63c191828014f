//! Text of others that could do something where it is shown: a formula in a spreadsheet, a command in a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Puts an apostrophe before what a spreadsheet could take for a formula (OWASP ASVS 1.2.10).
///
/// A formula begins with `=`, `+`, `-`, `@` or a full-width form of them, also after blanks, quotes and characters that
/// don't show. A cell begins where the text does, and behind a comma, a semicolon, a tab and a line end: a file may be
/// opened with another delimiter than it was written with.
///
/// ```
/// use troskel::output::safe::formula_free;
///
/// assert_eq!(formula_free("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
/// assert_eq!(formula_free(" ＝1"), "' ＝1");
/// assert_eq!(formula_free("Foo;=cmd|' /C calc'!A0"), "Foo;'=cmd|' /C calc'!A0");
/// assert_eq!(formula_free("Norr-Söder, centrum"), "Norr-Söder, centrum");
/// ```
pub fn formula_free(text: &str) -> Cow<'_, str> {
    if !text.contains(is_sign) && !text.starts_with(is_line_control) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 1);
    let mut at_start = true;
    for (at, character) in text.char_indices() {
        let behind = text.get(at..).unwrap_or_default();
        if at_start && (begins_formula(behind) || (at == 0 && behind.starts_with(is_line_control))) {
            out.push('\'');
        }
        at_start = matches!(character, ',' | ';' | '\t' | '\n' | '\r');
        out.push(character);
    }
    if out.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Tells whether a spreadsheet could take a cell for a formula.
pub(super) fn begins_formula(text: &str) -> bool {
    text.trim_start_matches(|c: char| c == '"' || c.is_whitespace() || is_hidden(c)).starts_with(is_sign)
}

fn is_sign(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠')
}

/// Tells whether a spreadsheet may take a character at the start of a cell for something else than text.
fn is_line_control(c: char) -> bool {
    matches!(c, '\t' | '\r' | '\n' | '\0')
}

/// Tells whether a character is a control, changes the direction of text, or has no width.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
}

/// Writes text of others for a terminal, on one line: controls (line ends and tabs, too), and what has no width or turns
/// the direction of text, as JSON writes them (`\u001b`).
///
/// ```
/// use troskel::output::safe::terminal;
///
/// assert_eq!(terminal("Bollstanäs\u{1b}[2J\n"), "Bollstanäs\\u001b[2J\\u000a");
/// assert_eq!(terminal("Bollstanäs"), "Bollstanäs");
/// ```
pub fn terminal(text: &str) -> Cow<'_, str> {
    without(text, is_hidden)
}

/// Writes a text of several lines for a terminal, as [`terminal`] does but for its line feeds.
pub fn terminal_lines(text: &str) -> Cow<'_, str> {
    without(text, |c| c != '\n' && is_hidden(c))
}

fn without(text: &str, unwanted: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&unwanted) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().fold(String::with_capacity(text.len() + 8), |mut out, c| {
        if unwanted(c) {
            // Writing to a String never fails.
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
        out
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn marked(text: &str, expected: &str) {
        assert_eq!(formula_free(text), expected, "{text:?}");
        // What is marked once is marked enough.
        assert_eq!(formula_free(expected), expected);
    }

    #[test]
    fn a_formula_is_marked_wherever_a_cell_could_begin() {
        for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
            marked(&format!("{sign}1"), &format!("'{sign}1"));
            for delimiter in [",", ";", "\n"] {
                marked(&format!("a{delimiter}{sign}1"), &format!("a{delimiter}'{sign}1"));
                marked(&format!("a{delimiter} {sign}1"), &format!("a{delimiter}' {sign}1"));
            }
            marked(&format!("a{sign}1, b"), &format!("a{sign}1, b"));
        }
        marked("a\t=1", "a\t'=1");
        marked("a;b;=1;=2", "a;b;'=1;'=2");
    }

    #[test]
    fn what_does_not_show_hides_no_formula() {
        for hidden in
            ["\u{200b}", "\u{feff}", "\u{1}", "\u{a0}", "\u{202e}", "\u{2066}", "\"", "\u{ad}", "\u{9f}"]
        {
            marked(&format!("{hidden}=1"), &format!("'{hidden}=1"));
            marked(&format!("a;{hidden}{hidden}=1"), &format!("a;'{hidden}{hidden}=1"));
        }
        for begin in ["\t", "\r", "\n", "\0"] {
            assert_eq!(formula_free(&format!("{begin}1")), format!("'{begin}1"));
        }
    }

    #[test]
    fn plain_text_is_borrowed() {
        for plain in ["", "Bollstanäs", "Norr-Söder", "a, b; c", "\u{200b}a", "'=1"] {
            assert!(matches!(formula_free(plain), Cow::Borrowed(same) if same == plain), "{plain:?}");
        }
        assert!(matches!(terminal("å – 1"), Cow::Borrowed("å – 1")));
    }

    #[test]
    fn no_control_reaches_a_terminal() {
        let controls = (0..0x20)
            .chain(0x7f..0xa0)
            .chain([0x61c, 0x200e, 0x200f, 0x2028, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff]);
        for code in controls.filter_map(char::from_u32) {
            let text = format!("a{code}b");
            assert_eq!(terminal(&text), format!("a\\u{:04x}b", u32::from(code)));
            let kept = if code == '\n' { text.clone() } else { terminal(&text).into_owned() };
            assert_eq!(terminal_lines(&text), kept);
        }
    }
}
