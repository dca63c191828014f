//! Parts of a JSON document that are still text, none of them told twice.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::super::archive::damaged;
use crate::error::Error;

/// Reads a part of a document.
pub(super) fn parse<'a, T: Deserialize<'a>>(text: &'a str, part: &str) -> Result<T, Error> {
    serde_json::from_str(text).map_err(|_| damaged(part))
}

/// The members of an object whose names are plain, each as the text that it is.
#[derive(Debug, Default)]
pub(super) struct Members<'a>(Vec<(&'a str, &'a str)>);

impl<'a> Members<'a> {
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, raw)| *raw)
    }

    /// Returns a member that is a text without escapes.
    pub(super) fn text(&self, name: &str) -> Option<&'a str> {
        self.get(name)?.strip_prefix('"')?.strip_suffix('"')
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().copied()
    }
}

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Plain;
        impl<'de> Visitor<'de> for Plain {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some((name, raw)) = map.next_entry::<&'de RawValue, &'de RawValue>()? {
                    let name = name.get().trim_matches('"');
                    members.push((name, raw.get()));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Plain)
    }
}

/// An object that has no member twice: which of them counts would be a guess.
#[derive(Debug)]
pub(super) struct Unique<K, V>(pub(super) BTreeMap<K, V>);

impl<K, V> Default for Unique<K, V> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Unique<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Once<K, V>(PhantomData<(K, V)>);
        impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Once<K, V> {
            type Value = Unique<K, V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Unique<K, V>, A::Error> {
                let mut members = BTreeMap::new();
                while let Some((name, value)) = map.next_entry()? {
                    if members.insert(name, value).is_some() {
                        return Err(A::Error::custom("a member stands there twice"));
                    }
                }
                Ok(Unique(members))
            }
        }
        deserializer.deserialize_map(Once(PhantomData))
    }
}

/// Visits each element of a list as the text it is.
pub(super) fn each(text: &str, part: &str, visit: &mut dyn FnMut(u64, &str)) -> Result<(), Error> {
    struct Each<'v>(&'v mut dyn FnMut(u64, &str));
    impl<'de> serde::de::DeserializeSeed<'de> for Each<'_> {
        type Value = ();
        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            deserializer.deserialize_seq(self)
        }
    }
    impl<'de> Visitor<'de> for Each<'_> {
        type Value = ();
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of values")
        }
        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
            let mut index = 0;
            while let Some(raw) = list.next_element::<&'de RawValue>()? {
                (self.0)(index, raw.get());
                index += 1;
            }
            Ok(())
        }
    }
    let mut deserializer = serde_json::Deserializer::from_str(text);
    serde::de::DeserializeSeed::deserialize(Each(visit), &mut deserializer).map_err(|_| damaged(part))
}

/// A number that is written as one or as a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Count(pub(super) u64);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&'de RawValue>::deserialize(deserializer)?;
        let number = raw.get().trim_matches('"').trim().parse();
        number.map(Self).map_err(|_| D::Error::custom("no whole number"))
    }
}
