//! Numbers that a note says stand for no figure: `999 = uppgift saknas`.

/// A number that stands for no figure, and the note that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Absent {
    pub(super) cell: String,
    pub(super) note: String,
}

/// Words before the number at most: `Värdet 99,9 betyder …`.
const BEFORE: usize = 2;

impl Absent {
    /// Reads what a note says of a number.
    pub(super) fn read(note: &str) -> Option<Self> {
        let spaced = note.replace('=', " = ").to_lowercase();
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let number = |word: &str| Some(written(word)).filter(|written| is_number(written));
        let at = words.iter().take(BEFORE + 1).position(|word| number(word).is_some())?;
        let (says, rest) = words.get(at + 1..)?.split_first()?;
        let missing = |word: &&str| {
            [
                "saknas",
                "saknat",
                "sekretess",
                "skydda",
                "okän",
                "bortfall",
                "missing",
                "suppressed",
                "unknown",
            ]
            .iter()
            .any(|stem| word.starts_with(stem))
        };
        // `2024: uppgift saknas` is about a year, and `1: uppgift saknas` a footnote.
        let means = matches!(*says, "=" | "betyder" | "innebär" | "anger" | "means");
        (means && rest.iter().any(missing)).then(|| Self {
            cell: number(words.get(at).copied().unwrap_or_default()).unwrap_or_default(),
            note: note.trim().to_owned(),
        })
    }

    /// Tells whether a cell is that number.
    pub(super) fn is(&self, cell: &str) -> bool {
        written(cell) == self.cell
    }
}

/// Writes a number in one way.
fn written(cell: &str) -> String {
    let bare = cell.trim().trim_matches(['"', '”', '“', '\'', '*']).trim_end_matches(['%', ' ', '\u{a0}']);
    let written: String =
        bare.chars().filter(|c| !c.is_whitespace()).map(|c| if c == ',' { '.' } else { c }).collect();
    if written.contains('.') {
        return written.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    written
}

fn is_number(written: &str) -> bool {
    let digits = written.strip_prefix(['-', '\u{2212}']).unwrap_or(written);
    digits.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_tells_which_number_stands_for_none() {
        let read = |note| Absent::read(note).map(|absent| absent.cell);
        for note in ["99,9 = uppgift saknas", "Värdet 99.9 betyder att uppgiften saknas", "99,90% = saknas"]
        {
            assert!(Absent::read(note).unwrap().is(" 99,9 %"), "{note}");
        }
        assert_eq!(read("999=sekretess").as_deref(), Some("999"));
        assert_eq!(read("-1 = missing").as_deref(), Some("-1"));
        for note in [
            "Källa: SCB 2022",
            ".. = uppgift saknas",
            "2022 års uppgifter saknas",
            "2022: uppgift saknas",
            "1) Uppgift saknas",
            "3 områden saknas",
        ] {
            assert_eq!(read(note), None, "{note}");
        }
    }
}
