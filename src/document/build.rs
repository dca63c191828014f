//! Any value as a document: what serde calls its fields is what the document's members are called.

use std::fmt::Display;

use serde::ser::{self, Impossible, Serialize};

use super::{Document, Unwritable};
use crate::error::{Error, Problem};

impl Document {
    /// Makes the document that [`to_json`](super::to_json) writes of a value.
    ///
    /// ```
    /// use troskel::assess::Verdict;
    /// use troskel::document::Document;
    ///
    /// let made = Document::of(&(Verdict::Meets, 4, None::<u8>));
    /// assert_eq!(made, Ok(Document::list([Document::text("meets"), Document::Integer(4), Document::Null])));
    /// assert!(Document::of(&0.5).is_err());
    /// ```
    ///
    /// # Errors
    /// [`Unwritable`] for what a document does not hold: a float, bytes, a whole number beyond 64 bits, a member whose
    /// name is no text, or a variant with unnamed fields.
    pub fn of(value: &(impl Serialize + ?Sized)) -> Result<Self, Unwritable> {
        value.serialize(Builder)
    }
}

impl From<Unwritable> for Error {
    fn from(found: Unwritable) -> Self {
        Problem::NotJson { reason: found.to_string() }.into()
    }
}

struct Builder;

/// Methods for the kinds of numbers, all held alike.
macro_rules! numbers {
    ($($method:ident: $kind:ty),+ $(,)?) => {
        $(fn $method(self, number: $kind) -> Result<Document, Unwritable> {
            i64::try_from(number).map(Document::Integer).map_err(|_| Unwritable)
        })+
    };
}

impl ser::Serializer for Builder {
    type Ok = Document;
    type Error = Unwritable;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Items;
    type SerializeTupleVariant = Impossible<Document, Unwritable>;
    type SerializeMap = Members;
    type SerializeStruct = Members;
    type SerializeStructVariant = Impossible<Document, Unwritable>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }

    fn serialize_bool(self, flag: bool) -> Result<Document, Unwritable> {
        Ok(Document::Flag(flag))
    }

    #[expect(clippy::disallowed_types, reason = "serde's trait names them; none is held")]
    fn serialize_f32(self, _: f32) -> Result<Document, Unwritable> {
        Err(Unwritable)
    }

    #[expect(clippy::disallowed_types, reason = "serde's trait names them; none is held")]
    fn serialize_f64(self, _: f64) -> Result<Document, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_char(self, character: char) -> Result<Document, Unwritable> {
        Ok(Document::text(&character))
    }

    fn serialize_str(self, text: &str) -> Result<Document, Unwritable> {
        Ok(Document::text(text))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Document, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Result<Document, Unwritable> {
        Ok(Document::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Document, Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Document, Unwritable> {
        Ok(Document::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Document, Unwritable> {
        Ok(Document::Null)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<Document, Unwritable> {
        Ok(Document::text(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Document, Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Document, Unwritable> {
        Ok(Document::map([(variant, Document::of(value)?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items, Unwritable> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items, Unwritable> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items, Unwritable> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members, Unwritable> {
        Ok(Members::default())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Members, Unwritable> {
        Ok(Members::default())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<Document, Unwritable> {
        Ok(Document::text(value))
    }
}

/// A list that is being made.
struct Items(Vec<Document>);

/// The traits of what becomes a list, all alike.
macro_rules! lists {
    ($($kind:ident: $method:ident),+ $(,)?) => {
        $(impl ser::$kind for Items {
            type Ok = Document;
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
                self.0.push(Document::of(value)?);
                Ok(())
            }

            fn end(self) -> Result<Document, Unwritable> {
                Ok(Document::List(self.0))
            }
        })+
    };
}

lists! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
}

/// An object that is being made, and the name of the member whose value comes next.
#[derive(Default)]
struct Members {
    made: Vec<(String, Document)>,
    name: String,
}

impl ser::SerializeMap for Members {
    type Ok = Document;
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Unwritable> {
        let Document::Text(name) = Document::of(name)? else { return Err(Unwritable) };
        self.name = name;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.made.push((std::mem::take(&mut self.name), Document::of(value)?));
        Ok(())
    }

    fn end(self) -> Result<Document, Unwritable> {
        Ok(Document::Map(self.made))
    }
}

impl ser::SerializeStruct for Members {
    type Ok = Document;
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.made.push((name.to_owned(), Document::of(value)?));
        Ok(())
    }

    fn end(self) -> Result<Document, Unwritable> {
        Ok(Document::Map(self.made))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::assess;
    use crate::criteria::sets;
    use crate::document::to_json;
    use crate::figure::Given;

    #[derive(serde::Serialize)]
    enum Kind {
        Unit,
        Newtype(i8),
    }

    #[derive(serde::Serialize)]
    struct Pair(u64, char);

    #[derive(serde::Serialize)]
    struct Outer {
        #[serde(flatten)]
        inner: Inner,
        after: (),
    }

    #[derive(serde::Serialize)]
    struct Inner {
        first: Option<&'static str>,
    }

    #[track_caller]
    fn is_the_document_of_its_json(value: &impl Serialize) {
        assert_eq!(Document::of(value), Ok(Document::from_json(&to_json(value).unwrap()).unwrap()));
    }

    #[test]
    fn a_value_is_the_document_of_its_json() {
        is_the_document_of_its_json(&(
            Kind::Unit,
            Kind::Newtype(-1),
            Pair(7, 'å'),
            [0_u8; 0],
            true,
            Some(""),
        ));
        is_the_document_of_its_json(&Outer { inner: Inner { first: Some("a") }, after: () });
        is_the_document_of_its_json(&[Outer { inner: Inner { first: None }, after: () }]);
        is_the_document_of_its_json(&BTreeMap::from([("b", vec![1]), ("a", Vec::new())]));
        let set = sets::get("promemoria-2018").unwrap();
        let given = |text: &str| Given::Percent { text: text.to_owned(), exact: false, of: String::new() };
        let area = ["58,2", "11,2", "28,0", ""].map(|text| given(text).read().unwrap());
        is_the_document_of_its_json(&assess::assess(&set, set.reading(None, None).unwrap(), &area));
        is_the_document_of_its_json(&Document::from_json(sets::PROMEMORIA_2018).unwrap());
    }

    #[test]
    fn what_a_document_does_not_hold_is_refused() {
        assert_eq!(Document::of(&[0.5]), Err(Unwritable));
        assert_eq!(Document::of(&[0.5_f32]), Err(Unwritable));
        assert_eq!(Document::of(&u64::MAX), Err(Unwritable));
        assert_eq!(Document::of(&BTreeMap::from([(1, "one")])), Err(Unwritable));
        assert_eq!(Error::from(Unwritable).code(), "not-json");
    }
}
