//! Bytes as text that an address can hold: base64url without padding (RFC 4648, section 5).

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes bytes as text.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().chain(&[0, 0]).take(3).fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        for place in 0..=chunk.len() {
            let sextet = usize::try_from(bits >> (18 - 6 * place) & 0x3f).unwrap_or_default();
            out.extend(ALPHABET.get(sextet).map(|letter| char::from(*letter)));
        }
    }
    out
}

/// Reads text back; a character that is none of the alphabet counts as zero bits, so that the rest stays in place.
pub(in crate::output) fn decode(text: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3 + 2);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for character in text.chars() {
        bits = bits << 6 | sextet(character);
        held += 6;
        if held >= 8 {
            held -= 8;
            let [low, ..] = (bits >> held).to_le_bytes();
            out.push(low);
        }
        bits &= 0x3f;
    }
    out
}

fn sextet(character: char) -> u32 {
    let from = |first: char, sextet: u32| u32::from(character) - u32::from(first) + sextet;
    match character {
        'A'..='Z' => from('A', 0),
        'a'..='z' => from('a', 26),
        '0'..='9' => from('0', 52),
        '-' => 62,
        '_' => 63,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_that_of_rfc_4648_and_reads_back() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text), bytes.as_bytes());
        }
        assert_eq!(encode(&[0xfb, 0xff, 0xbf]), "-_-_");
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&all)), all);
        assert_eq!(
            decode("Zm9v!m9vZm9v"),
            decode("Zm9vAm9vZm9v"),
            "a strange letter leaves the rest in place"
        );
    }
}
