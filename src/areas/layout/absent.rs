//! Numbers that a note says stand for no figure: `999 = uppgift saknas`.

use crate::areas::words::lexicon::Lexicon;

/// A number that stands for no figure, and the note that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::areas) struct Absent {
    number: String,
    pub(in crate::areas) note: String,
}

impl Absent {
    /// Lists the numbers of which a note says that they stand for no figure.
    pub(in crate::areas) fn all(lexicon: &Lexicon, note: &str) -> Vec<Self> {
        let spaced = note.replace('=', " = ").replace(':', " : ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let explained: Vec<(usize, String)> =
            (0..words.len()).filter_map(|at| explained(&words, at)).collect();
        let ends = explained.iter().skip(1).map(|(at, _)| *at).chain(std::iter::once(words.len()));
        let said = explained.iter().zip(ends).filter_map(|((at, number), end)| {
            let behind = words.get(at + 2..end)?;
            // Another sentence is about something else.
            let ends = |word: &&str| word.ends_with(['.', ';']);
            let length = behind.iter().position(ends).map_or(behind.len(), |last| last + 1);
            let says = lexicon.says_missing(&behind.get(..length)?.join(" "));
            says.then(|| Self { number: number.clone(), note: note.trim().to_owned() })
        });
        said.collect()
    }

    /// Tells whether a cell is that number.
    pub(in crate::areas) fn is(&self, cell: &str) -> bool {
        written(cell) == self.number
    }
}

/// Returns the number of a note's word that the next word begins to explain, and where it stands.
fn explained(words: &[&str], at: usize) -> Option<(usize, String)> {
    let number = Some(written(words.get(at)?)).filter(|written| is_number(written))?;
    let is_code = match words.get(at + 1)?.to_lowercase().as_str() {
        "=" | "betyder" | "innebär" | "anger" | "står" | "means" => true,
        // `2024: uppgift saknas` is about a year, and `1: uppgift saknas` a footnote.
        ":" | "-" | "–" => {
            let is_year = matches!(number.parse(), Ok(1900..=2100));
            (number.len() > 2 || number.starts_with('-')) && !is_year
        }
        _ => false,
    };
    is_code.then_some((at, number))
}

/// Writes a number in one way.
fn written(cell: &str) -> String {
    let bare = cell.trim().trim_matches(['"', '”', '“', '\'', '*', '(', ')', ',', ';']);
    let bare = bare.trim_end_matches(['%', ' ', '\u{a0}']);
    let each = |c: char| match c {
        ',' => '.',
        '\u{2212}' | '–' => '-',
        c => c,
    };
    let written: String = bare.chars().filter(|c| !c.is_whitespace()).map(each).collect();
    if written.contains('.') {
        return written.trim_end_matches('0').trim_end_matches('.').to_owned();
    }
    written
}

fn is_number(written: &str) -> bool {
    let digits = written.strip_prefix('-').unwrap_or(written);
    digits.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criteria::sets;

    #[test]
    fn a_note_tells_which_numbers_stand_for_none() {
        let lexicon = Lexicon::new(&sets::get("promemoria-2018").unwrap());
        let read =
            |note| Absent::all(&lexicon, note).into_iter().map(|absent| absent.number).collect::<Vec<_>>();
        for note in [
            "99,9 = uppgift saknas",
            "Värdet 99.9 betyder att uppgiften saknas",
            "99,90% = saknas",
            "99,9: uppgift saknas",
            "99,9 – ej tillgänglig",
            "Källa: SCB, 2024. (99,9 står för sekretess)",
        ] {
            let all = Absent::all(&lexicon, note);
            assert!(all.len() == 1 && all[0].is(" 99,9 %") && !all[0].is("99,8"), "{note}");
        }
        assert_eq!(read("999=sekretess"), ["999"]);
        assert_eq!(read("\u{2212}1 = missing"), ["-1"]);
        assert_eq!(read("997 = vägrar, 998 = uppgift saknas, 999 = okänt."), ["998", "999"]);
        for note in [
            "Källa: SCB 2022",
            ".. = uppgift saknas",
            "2022 års uppgifter saknas",
            "2022: uppgift saknas",
            "1) Uppgift saknas",
            "1: Uppgift saknas",
            "3 områden saknas",
            "999 = antal personer. Uppgift saknas för två områden.",
            "Index, riket = 100",
        ] {
            assert!(read(note).is_empty(), "{note}");
        }
    }
}
