//! Numbers in the commonest notation, read eight bytes at a time and without asking of each what it is: files have them by
//! the million. What is not so plain is left to [`figure`](crate::figure), which reads every notation.

use memchr::memchr2;

use crate::figure::Percent;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;
const ZEROS: u64 = 0x3030_3030_3030_3030;

/// Marks the bytes that are `byte`; of those above the lowest one marked, some may be marked that are not.
fn equal(word: u64, byte: u8) -> u64 {
    let differs = word ^ (ONES * u64::from(byte));
    differs.wrapping_sub(ONES) & !differs & HIGH
}

/// Marks the bytes below `byte`, likewise.
fn below(word: u64, byte: u8) -> u64 {
    word.wrapping_sub(ONES * u64::from(byte)) & !word & HIGH
}

/// Returns the bytes below the lowest one marked, as ones, and how many they are.
fn before(marked: u64) -> (u64, u32) {
    let bits = marked.trailing_zeros() & 0x38;
    ((1 << bits) - 1, bits / 8)
}

/// Returns where the cell ends that begins there: at one of two bytes. Most cells are short, and done before a search by
/// other means has begun.
#[inline]
pub(super) fn end_of(rest: &[u8], delimiter: u8, line_end: u8) -> Option<usize> {
    const WORDS: usize = 4;
    for (nth, word) in rest.as_chunks::<8>().0.iter().take(WORDS).enumerate() {
        let word = u64::from_le_bytes(*word);
        let end = equal(word, delimiter) | equal(word, line_end);
        if end != 0 {
            return Some(8 * nth + usize::try_from(end.trailing_zeros() / 8).ok()?);
        }
    }
    memchr2(delimiter, line_end, rest)
}

/// Reads up to seven digits with at most one mark among them; returns their value, the digits behind the mark, and the
/// length of the cell.
#[expect(clippy::inline_always, reason = "a call costs a third of what the function takes")]
#[inline(always)]
fn short(rest: &[u8], delimiter: u8) -> Option<(u64, u8, usize)> {
    let word = u64::from_le_bytes(*rest.first_chunk::<8>()?);
    // A line's end, a tab and a blank are below any digit or mark.
    let end = below(word, b',') | equal(word, delimiter);
    let (cell, length) = before(end);
    let behind = (word >> (8 * length.min(7))) & 0xFF;
    if end == 0
        || !(behind == u64::from(delimiter) || behind == u64::from(b'\n') || behind == u64::from(b'\r'))
    {
        return None;
    }
    let marks = (equal(word, b',') | equal(word, b'.')) & cell;
    let (digits, count, decimals) = if marks == 0 {
        (word & cell, length, 0)
    } else {
        let (whole, before_mark) = before(marks);
        if marks & (marks - 1) != 0 || before_mark == 0 {
            return None;
        }
        ((word & whole) | ((word & cell) >> 8 & !whole), length - 1, length - 1 - before_mark)
    };
    if count == 0 {
        return None;
    }
    // Zeros before the digits, to have eight of them.
    let eight = digits << (64 - 8 * count) | ZEROS >> (8 * count);
    let tens = 0xF0F0_F0F0_F0F0_F0F0;
    if eight & tens != ZEROS || eight.wrapping_add(0x0606_0606_0606_0606) & tens != ZEROS {
        return None;
    }
    let pairs = (eight & !tens).wrapping_mul(10 << 8 | 1) >> 8 & 0x00FF_00FF_00FF_00FF;
    let fours = pairs.wrapping_mul(100 << 16 | 1) >> 16 & 0x0000_FFFF_0000_FFFF;
    let value = fours.wrapping_mul(10_000 << 32 | 1) >> 32;
    Some((value, u8::try_from(decimals).ok()?, usize::try_from(length).ok()?))
}

/// Reads one or two digits, a mark and one digit, as most percentages are; returns their value in tenths and the length.
#[expect(clippy::inline_always, reason = "a call costs more than what the function does")]
#[inline(always)]
fn tenths(rest: &[u8], delimiter: u8) -> Option<(u64, usize)> {
    let [tens, ones, mark, tenths, end, ..] = *rest else { return None };
    let digit = |byte: u8| byte.wrapping_sub(b'0');
    let is_mark = |byte: u8| (byte == b',' || byte == b'.') && byte != delimiter;
    let is_end = |byte: u8| byte == delimiter || byte == b'\n' || byte == b'\r';
    let value = |ones: u8, tenths: u8| 10 * u64::from(digit(ones)) + u64::from(digit(tenths));
    if digit(tens) > 9 {
        return None;
    }
    if digit(ones) < 10 && is_mark(mark) && digit(tenths) < 10 && is_end(end) {
        return Some((100 * u64::from(digit(tens)) + value(ones, tenths), 4));
    }
    // One digit less: everything stands one place before.
    let (ones, mark, tenths, end) = (tens, ones, mark, tenths);
    (is_mark(mark) && digit(tenths) < 10 && is_end(end)).then(|| (value(ones, tenths), 3))
}

/// Reads a percentage up to the end of its cell, or that there is none; returns what `of` makes of it, and where the end
/// is; `None` where the cell isn't plain, or `of` makes nothing of it.
#[inline]
pub(super) fn percent<T>(
    rest: &[u8],
    delimiter: u8,
    of: impl Fn(Option<Percent>) -> Option<T>,
) -> Option<(T, usize)> {
    // For each notation by itself, since what is made of one decimal is made at once.
    if let Some((units, length)) = tenths(rest, delimiter) {
        return Some((of(Percent::of_units(units, 1))?, length));
    }
    if let Some((units, decimals, length)) = short(rest, delimiter) {
        return Some((of(Some(Percent::of_units(units, decimals)?))?, length));
    }
    let (cell, length) = cell(rest, delimiter);
    let percent = if is_missing(cell) { None } else { Some(crate::figure::plain_percent(cell)?) };
    Some((of(percent)?, length))
}

/// Reads a count likewise.
#[inline]
pub(super) fn count(rest: &[u8], delimiter: u8) -> Option<(Option<u64>, usize)> {
    if let Some((count, 0, length)) = short(rest, delimiter)
        && rest.get(length - 1).is_some_and(u8::is_ascii_digit)
    {
        return Some((Some(count), length));
    }
    let (cell, length) = cell(rest, delimiter);
    if is_missing(cell) {
        return Some((None, length));
    }
    let digits = cell.len() <= 12 && cell.iter().all(u8::is_ascii_digit);
    let value = || cell.iter().fold(0, |value, byte| value * 10 + u64::from(byte - b'0'));
    digits.then(|| (Some(value()), length))
}

/// Returns the bytes up to the next delimiter or the line's end, of any kind, and how many they are.
fn cell(rest: &[u8], delimiter: u8) -> (&[u8], usize) {
    let is_end = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
    let length = rest.iter().position(is_end).unwrap_or(rest.len());
    (rest.get(..length).unwrap_or(rest), length)
}

/// Tells whether a cell is empty, or dots, as the publisher marks what is missing.
fn is_missing(cell: &[u8]) -> bool {
    cell.len() <= 7 && cell.iter().all(|byte| *byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::areas::words::cell::{self, Said};
    use crate::figure::Figure;

    /// Tells whether the reader of all notations says the same of a cell: a percentage, or that there is none.
    fn is_percent(cell: &str, quick: Option<Percent>) -> bool {
        match (cell::percent(cell, false), quick) {
            (Said::Value(Figure::Percent(percent)), Some(quick)) => percent == quick,
            (Said::Missing, None) => true,
            (Said::Value(_) | Said::Missing | Said::Nil | Said::Wrong(_), _) => false,
        }
    }

    /// The same of a count.
    fn is_count(cell: &str, quick: Option<u64>) -> bool {
        match (cell::count(cell), quick) {
            (Said::Value(count), Some(quick)) => count.known() == Some(quick),
            (Said::Missing, None) => true,
            (Said::Value(_) | Said::Missing | Said::Nil | Said::Wrong(_), _) => false,
        }
    }

    /// Reads a cell quickly, whatever is behind it; what it says must be what all readers say, or nothing.
    #[track_caller]
    fn agrees(cell: &str, delimiter: char) {
        for behind in ["", "\n", "\r\n", "\r\r\n9", ";;;;;;;;;", ";58,2;1\n0123456"] {
            let text = format!("{cell}{}", behind.replace(';', &delimiter.to_string()));
            let delimiter = u8::try_from(delimiter).unwrap();
            if let Some((percent, length)) = percent(text.as_bytes(), delimiter, Some) {
                assert!(is_percent(cell, percent) && length == cell.len(), "{text:?}");
            }
            if let Some((count, length)) = count(text.as_bytes(), delimiter) {
                assert!(is_count(cell, count) && length == cell.len(), "{text:?}");
            }
        }
    }

    #[test]
    fn every_short_cell_is_read_as_by_the_readers_of_all_notations() {
        let alphabet = ['0', '1', '9', ',', '.', '-', '/', ':', ' '];
        for length in 0..=5_u32 {
            for number in 0..alphabet.len().pow(length) {
                let cell: String = (0..length)
                    .map(|at| alphabet[number / alphabet.len().pow(at) % alphabet.len()])
                    .collect();
                agrees(&cell, ';');
                if !cell.contains(',') {
                    agrees(&cell, ',');
                }
            }
        }
    }

    #[test]
    fn every_byte_in_every_place_is_read_likewise() {
        for cell in
            ["0", "58", "58,2", "99.999", "1234567", "12345678", "100,0000", "58,2 %", "99,9999999999999"]
        {
            agrees(cell, ';');
            agrees(cell, '\t');
            for at in 0..cell.len() {
                for byte in 0..=0x7F_u8 {
                    let mut bytes = cell.as_bytes().to_vec();
                    bytes[at] = byte;
                    let cell = String::from_utf8(bytes).unwrap();
                    if !cell.contains([';', '\n', '\r', '"']) {
                        agrees(&cell, ';');
                    }
                }
            }
        }
    }

    #[test]
    fn a_cell_ends_where_a_search_finds_its_end() {
        for length in 0..50 {
            for end in [";", "\n", ";\n", "\n;", ""] {
                for behind in ["", "a", ";;;;;;;;;\n"] {
                    let text =
                        format!("{}{end}{behind}", "å:<".repeat(20).chars().take(length).collect::<String>());
                    let bytes = text.as_bytes();
                    assert_eq!(end_of(bytes, b';', b'\n'), memchr2(b';', b'\n', bytes), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn the_commonest_cells_are_read_quickly() {
        let p = |text: &str| percent(text.as_bytes(), b';', Some).map(|(_, length)| length);
        assert_eq!([p("58,2;9"), p("100;"), p("9,1\n"), p(";1"), p("..;1")], [4, 3, 3, 0, 2].map(Some));
        assert_eq!([p("58,2 %;1;2;3"), p("-3;1;2;3;4"), p("101;1;2;3;4")], [None; 3]);
        let c = |text: &str| count(text.as_bytes(), b';');
        assert_eq!(c("742;1237;0;0"), Some((Some(742), 3)));
        assert_eq!(c("123456789012;1"), Some((Some(123_456_789_012), 12)));
    }

    #[test]
    fn plain_numbers_of_up_to_seven_digits_need_no_other_reader() {
        for delimiter in [b';', b',', b'\t', b' '] {
            for end in [delimiter, b'\n', b'\r'] {
                for digits in ["0", "7", "42", "100", "0742", "12345", "123456", "9876543"] {
                    let value: u64 = digits.parse().unwrap();
                    let read = |cell: &str| {
                        let text = [cell.as_bytes(), &[end], b"9,9;9.9;\n"].concat();
                        short(&text, delimiter)
                    };
                    assert_eq!(read(digits), Some((value, 0, digits.len())), "{digits}");
                    for mark in [',', '.'].into_iter().filter(|mark| !mark.eq(&char::from(delimiter))) {
                        for at in 0..=digits.len().min(6) {
                            let (whole, decimals) = digits.split_at(at);
                            let cell = format!("{whole}{mark}{decimals}");
                            let decimals = u8::try_from(decimals.len()).unwrap();
                            let plain = at > 0 && cell.len() < 8;
                            assert_eq!(read(&cell), plain.then_some((value, decimals, cell.len())), "{cell}");
                        }
                    }
                }
                for cell in ["", "-1", "1-", "1,2,3", "1.2,3", "a", ":", "/", "12345678", "5 %", "1\"", "<5"]
                {
                    let text = [cell.as_bytes(), &[end], b"9,9;9.9;\n"].concat();
                    let is_cut =
                        cell.contains(' ') && delimiter == b' ' || cell.contains(',') && delimiter == b',';
                    assert!(is_cut || short(&text, delimiter).is_none(), "{cell:?}");
                }
            }
        }
        assert_eq!(short(b"58,2;1;", b';'), None, "no eight bytes");
        assert_eq!(short(b"58,2;1;2", b';'), Some((582, 1, 4)));
        assert_eq!(short(b"58,2:123", b';'), None);
    }

    #[test]
    fn each_number_of_one_decimal_is_read_at_once() {
        for number in 0..1_000_u64 {
            let (whole, tenth) = (number / 10, number % 10);
            for (mark, end) in [(',', ';'), ('.', ';'), (',', '\n'), (',', '\r')] {
                let text = format!("{whole:02}{mark}{tenth}{end}");
                assert_eq!(tenths(text.as_bytes(), b';'), Some((number, 4)), "{text:?}");
                let text = format!("{whole}{mark}{tenth}{end}9");
                let length = if whole < 10 { 3 } else { 4 };
                assert_eq!(tenths(text.as_bytes(), b';'), Some((number, length)), "{text:?}");
            }
        }
        for text in [
            "58,22;", "58;2;", "58,a;", "a8,2;", "5a,2;", "158,2;", "58,2 ;", "58:2;", "5,2:1", ",2;11",
            "58,2", "5,;11",
        ] {
            assert_eq!(tenths(text.as_bytes(), b';'), None, "{text}");
        }
        assert_eq!([tenths(b"58,2,", b','), tenths(b"5,2,1", b',')], [None; 2]);
        assert_eq!([tenths(b"58.2,", b','), tenths(b"5.2,1", b',')], [Some((582, 4)), Some((52, 3))]);
    }

    #[test]
    fn an_end_within_four_words_is_found_there() {
        // The first of both, whichever it is.
        assert_eq!(end_of(b"abc;def\nghijklmn", b';', b'\n'), Some(3));
        assert_eq!(end_of(b"abcdefghijklm\nno;", b';', b'\n'), Some(13));
        let (low, high) = (equal(0x3B41_3B42, b';'), below(0x2C41_0A42, b','));
        assert_eq!((before(low), before(high)), ((0xFF, 1), (0xFF, 1)));
        assert_eq!((equal(0x4142_4344, 0x45), below(0x2C2D_2E2F_3031_32FF, b',')), (0, 0));
    }
}
