//! Documents out of any serde format, which is JSON text: a JavaScript value is walked by the bindings.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Document;

/// Reads one value at a depth, so that a deep document is refused before the stack is.
#[derive(Clone, Copy)]
struct Depth(usize);

impl<'de> serde::Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Depth(0).deserialize(deserializer)
    }
}

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Depth {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        if self.0 >= Document::MAX_DEPTH {
            return Err(E::custom(format_args!("nested deeper than {}", Document::MAX_DEPTH)));
        }
        Ok(Self(self.0 + 1))
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null, a boolean, a whole number, text, an array or an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Document, E> {
        Ok(Document::Flag(flag))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Document, E> {
        if number.unsigned_abs() > Document::MAX_INTEGER {
            return Err(E::custom("a number this large must be text"));
        }
        Ok(Document::Integer(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Document, E> {
        let number = i64::try_from(number).map_err(|_| E::custom("a number this large must be text"))?;
        self.visit_i64(number)
    }

    #[expect(clippy::disallowed_types, reason = "serde hands over fractions as f64; they are refused")]
    fn visit_f64<E: Error>(self, _: f64) -> Result<Document, E> {
        Err(E::custom("a number with a fraction, or beyond 2^53, must be text"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(Document::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Document, E> {
        Ok(Document::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Document, A::Error> {
        let deeper = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(deeper)? {
            list.push(item);
        }
        Ok(Document::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Document, A::Error> {
        let deeper = self.deeper()?;
        let mut map: Vec<(String, Document)> = Vec::new();
        while let Some(name) = members.next_key::<String>()? {
            map.push((name, members.next_value_seed(deeper)?));
        }
        let mut names: Vec<&str> = map.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        if let Some(twice) =
            names.windows(2).find_map(|pair| (pair.first() == pair.last()).then(|| pair.first()).flatten())
        {
            return Err(A::Error::custom(format_args!("the member {twice:?} stands there twice")));
        }
        Ok(Document::Map(map))
    }
}
