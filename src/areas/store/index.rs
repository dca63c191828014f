//! Finds areas by their keys.

use std::cmp::Ordering;

use hashbrown::HashTable;

use super::column::Column;

/// Finds areas by their keys: a comparison while keys arrive in ascending order, which they mostly do, and a hash table
/// from the first that doesn't.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    last: Option<(u64, u8)>,
    table: Option<HashTable<u32>>,
}

impl Index {
    /// Tells whether a key stands behind all others and none had to be looked for so far.
    pub(super) fn is_before(&self, key: u64) -> bool {
        self.table.is_none() && self.last.is_none_or(|(last, _)| last < key)
    }

    /// Finds an area by its key and the number of its vintage, which `vintage_of` tells of any area.
    #[inline]
    pub(super) fn find(
        &mut self,
        keys: &Column<u64>,
        wanted: (u64, u8),
        vintage_of: impl Fn(usize) -> u8,
    ) -> Option<usize> {
        let last = self.last?;
        if self.table.is_none() {
            match last.cmp(&wanted) {
                Ordering::Less => return None,
                Ordering::Equal => return keys.len().checked_sub(1),
                Ordering::Greater => self.build(keys),
            }
        }
        let (key, vintage) = wanted;
        let same = |at: &u32| {
            let at = usize::try_from(*at).unwrap_or(usize::MAX);
            keys.get(at) == Some(key) && vintage_of(at) == vintage
        };
        let found = self.table.as_ref()?.find(hash(key), same)?;
        usize::try_from(*found).ok()
    }

    /// Keeps the last of keys in ascending order that were added behind all others.
    pub(super) fn extended(&mut self, last: Option<(u64, u8)>) {
        self.last = last;
    }

    /// Keeps that an area was added, whose key is the last of all.
    pub(super) fn added(&mut self, keys: &Column<u64>, key: u64, vintage: u8) {
        if let Some(table) = &mut self.table {
            let at = crate::table::narrow(keys.len() - 1);
            table.insert_unique(hash(key), at, |at| hash_of(keys, *at));
        }
        self.last = Some((key, vintage));
    }

    fn build(&mut self, keys: &Column<u64>) {
        let mut table = HashTable::with_capacity(keys.len() + 1);
        for at in 0..crate::table::narrow(keys.len()) {
            table.insert_unique(hash_of(keys, at), at, |at| hash_of(keys, *at));
        }
        self.table = Some(table);
    }
}

fn hash(key: u64) -> u64 {
    // A product folded together reaches all bits, though the keys are alike in their first and last ones.
    let product = u128::from(key) * 0x9E37_79B9_7F4A_7C15_u128;
    let half = |bits: u128| u64::try_from(bits & u128::from(u64::MAX)).unwrap_or(0);
    half(product) ^ half(product >> 64)
}

fn hash_of(keys: &Column<u64>, at: u32) -> u64 {
    hash(usize::try_from(at).ok().and_then(|at| keys.get(at)).unwrap_or(0))
}
