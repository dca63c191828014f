//! Codes packed into a number.

/// The characters of packed codes, in the order of their values from 1 on, which is ASCII's.
const ALPHABET: &[u8; 63] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";

/// Characters in a packed code, six bits each.
pub(super) const PACKED: usize = 10;

/// Packs a code of at most ten letters, digits and underscores into 60 bits, in alphabetical order.
#[inline]
pub(in crate::areas) fn pack(zeros: u8, code: &str) -> Option<u64> {
    let length = usize::from(zeros) + code.len();
    if length > PACKED || length == 0 {
        return None;
    }
    let mut packed = 0_u64;
    for _ in 0..zeros {
        packed = packed << 6 | 1;
    }
    for byte in code.bytes() {
        let value = match byte {
            b'0'..=b'9' => byte - b'0' + 1,
            b'A'..=b'Z' => byte - b'A' + 11,
            b'_' => 37,
            b'a'..=b'z' => byte - b'a' + 38,
            _ => return None,
        };
        packed = packed << 6 | u64::from(value);
    }
    Some(packed << (6 * (PACKED - length)))
}

/// Undoes [`pack`].
pub(in crate::areas) fn unpack(packed: u64) -> String {
    let mut code = String::with_capacity(PACKED);
    for at in (0..PACKED).rev() {
        let value = usize::try_from((packed >> (6 * at)) & 63).unwrap_or(0);
        if let Some(byte) = value.checked_sub(1).and_then(|value| ALPHABET.get(value)) {
            code.push(char::from(*byte));
        }
    }
    code
}

/// Writes the letters of a packed code: eight at once, which are not read back from where they have just been put.
#[inline]
pub(in crate::areas) fn write(packed: u64, out: &mut Vec<u8>) {
    let letters = |from: usize, to: usize| {
        (from..to).fold((0_u64, 0), |(letters, length), at| {
            let value = usize::try_from((packed >> (6 * (PACKED - 1 - at))) & 63).unwrap_or(0);
            match value.checked_sub(1).and_then(|value| ALPHABET.get(value)) {
                Some(letter) => (letters | u64::from(*letter) << (8 * (at - from)), length + 1),
                None => (letters, length),
            }
        })
    };
    let (first, length) = letters(0, 8);
    if length == 8 {
        out.extend_from_slice(&first.to_le_bytes());
        let (rest, length) = letters(8, PACKED);
        out.extend(rest.to_le_bytes().into_iter().take(length));
    } else {
        out.extend(first.to_le_bytes().into_iter().take(length));
    }
}

/// Returns what the first four characters of a code are packed to.
pub(in crate::areas) fn start(packed: u64) -> u64 {
    packed >> (6 * (PACKED - 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_codes_come_back_in_order() {
        let codes = ["00", "0114", "0114A0010", "0114C1010", "0114R001", "0180_x9", "2584R015", "zzzzzzzzzz"];
        let packed: Vec<u64> = codes.iter().map(|code| pack(0, code).unwrap()).collect();
        assert!(packed.is_sorted());
        assert_eq!(packed.iter().map(|packed| unpack(*packed)).collect::<Vec<_>>(), codes);
        for (packed, code) in packed.iter().zip(codes) {
            let mut out = b"-".to_vec();
            write(*packed, &mut out);
            assert_eq!(out, format!("-{code}").as_bytes());
            assert_eq!(start(*packed) == start(pack(0, "0114").unwrap()), code.starts_with("0114"));
        }
        assert_eq!(pack(1, "114A0010"), pack(0, "0114A0010"));
        assert_eq!(pack(0, "0114A001000"), None);
        assert_eq!(pack(0, "Å"), None);
        assert_eq!(pack(0, ""), None);
    }
}
