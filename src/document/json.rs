//! Values as JSON text: the engine parses one text faster than it takes an object member by member.

use std::fmt::{self, Display, Write as _};

use serde::ser::{self, Impossible, Serialize};

use super::canonical::write_text;

/// Writes a value as JSON text: absent is `null`, maps and structs are objects.
///
/// ```
/// use troskel::assess::Verdict;
/// use troskel::document::to_json;
///
/// assert_eq!(to_json(&(Verdict::DoesNotMeet, None::<u8>, "å")).as_deref(), Ok(r#"["does-not-meet",null,"å"]"#));
/// assert!(to_json(&0.5).is_err());
/// ```
///
/// # Errors
/// [`Unwritable`] for what has no exact form in JSON.
pub fn to_json(value: &impl Serialize) -> Result<String, Unwritable> {
    let mut out = String::new();
    value.serialize(Writer(&mut out))?;
    Ok(out)
}

/// What has no form in JSON: a float, bytes, or a member whose name is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unwritable;

impl Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("found a float, bytes or a name that is no text, expected what JSON holds exactly")
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

struct Writer<'a>(&'a mut String);

/// An array or an object that is being written.
struct Open<'a> {
    out: &'a mut String,
    begun: bool,
    end: &'static str,
}

impl<'a> Open<'a> {
    fn new(out: &'a mut String, begin: &str, end: &'static str) -> Self {
        out.push_str(begin);
        Self { out, begun: false, end }
    }

    fn next(&mut self) -> Writer<'_> {
        if self.begun {
            self.out.push(',');
        }
        self.begun = true;
        Writer(self.out)
    }

    fn member(&mut self, name: &str, value: &(impl Serialize + ?Sized)) -> Result<(), Unwritable> {
        let Writer(out) = self.next();
        write_text(out, name);
        out.push(':');
        value.serialize(Writer(out))
    }

    fn close(self) {
        self.out.push_str(self.end);
    }
}

impl Writer<'_> {
    fn number(self, number: impl Display) -> Result<(), Unwritable> {
        write!(self.0, "{number}").map_err(|_| Unwritable)
    }
}

/// Methods for the kinds of numbers, all written alike.
macro_rules! numbers {
    ($($method:ident: $kind:ty),+ $(,)?) => {
        $(fn $method(self, number: $kind) -> Result<(), Unwritable> {
            self.number(number)
        })+
    };
}

impl<'a> ser::Serializer for Writer<'a> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Open<'a>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Open<'a>;

    numbers! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
    }

    fn serialize_bool(self, flag: bool) -> Result<(), Unwritable> {
        self.0.push_str(if flag { "true" } else { "false" });
        Ok(())
    }

    #[expect(clippy::disallowed_types, reason = "serde's trait names them; none is written")]
    fn serialize_f32(self, _: f32) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    #[expect(clippy::disallowed_types, reason = "serde's trait names them; none is written")]
    fn serialize_f64(self, _: f64) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_char(self, character: char) -> Result<(), Unwritable> {
        self.serialize_str(character.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<(), Unwritable> {
        write_text(self.0, text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_none()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unwritable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        let mut object = Open::new(self.0, "{", "}");
        object.member(variant, value)?;
        object.close();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, Unwritable> {
        Ok(Open::new(self.0, "[", "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, Unwritable> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Unwritable> {
        self.serialize_seq(None)
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

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, Unwritable> {
        Ok(Open::new(self.0, "{", "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, Unwritable> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Open<'a>, Unwritable> {
        self.0.push('{');
        write_text(self.0, variant);
        self.0.push(':');
        Ok(Open::new(self.0, "{", "}}"))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        self.serialize_str(&value.to_string())
    }
}

/// The traits of what is written as an array, all alike.
macro_rules! arrays {
    ($($kind:ident: $method:ident),+ $(,)?) => {
        $(impl ser::$kind for Open<'_> {
            type Ok = ();
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
                value.serialize(self.next())
            }

            fn end(self) -> Result<(), Unwritable> {
                self.close();
                Ok(())
            }
        })+
    };
}

arrays! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
}

impl ser::SerializeMap for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Result<(), Unwritable> {
        let Writer(out) = self.next();
        let from = out.len();
        name.serialize(Writer(out))?;
        // A member's name is a text, and a text begins so.
        if out.as_bytes().get(from) != Some(&b'"') {
            return Err(Unwritable);
        }
        out.push(':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.member(name, value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStructVariant for Open<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.member(name, value)
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::assess;
    use crate::criteria::sets;
    use crate::error::{Error, Place};
    use crate::figure::Given;

    /// One of each kind that serde knows and JSON holds.
    #[derive(serde::Serialize)]
    enum Kind {
        Unit,
        Newtype(i8),
        Struct { first: Option<char>, second: () },
    }

    #[derive(serde::Serialize)]
    struct Pair(u64, String);

    #[derive(serde::Serialize)]
    struct Nothing;

    #[derive(serde::Serialize)]
    struct Named(&'static str);

    /// Serde hands these over where a type asks for it.
    struct Bytes;

    impl Serialize for Bytes {
        fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_bytes(b"b")
        }
    }

    #[track_caller]
    fn is_written_as_by_serde_json(value: &impl Serialize) {
        assert_eq!(to_json(value), Ok(serde_json::to_string(value).unwrap()));
    }

    #[test]
    fn every_kind_is_written_as_by_serde_json() {
        is_written_as_by_serde_json(&[
            Kind::Unit,
            Kind::Newtype(-1),
            Kind::Struct { first: Some('"'), second: () },
        ]);
        is_written_as_by_serde_json(&Kind::Struct { first: None, second: () });
        is_written_as_by_serde_json(&(Pair(u64::MAX, "\u{1}\\\n\u{2028}å😀".to_owned()), true, [0_u8; 0]));
        is_written_as_by_serde_json(&[(Nothing, Named("a"), Some(Named("b")))]);
        is_written_as_by_serde_json(&BTreeMap::from([("", i64::MIN), ("ö \"", 0)]));
        is_written_as_by_serde_json(&BTreeMap::from([('å', BTreeMap::<String, u8>::new())]));
    }

    #[test]
    fn what_json_does_not_hold_is_refused() {
        assert_eq!(to_json(&[0.5]), Err(Unwritable));
        assert_eq!(to_json(&[0.5_f32]), Err(Unwritable));
        assert_eq!(to_json(&Bytes), Err(Unwritable));
        assert!(Unwritable.to_string().contains("found a float, bytes or a name that is no text"));
        assert_eq!(to_json(&BTreeMap::from([(1, "one")])), Err(Unwritable));
        assert_eq!(to_json(&BTreeMap::from([(vec![1], "one")])), Err(Unwritable));
    }

    #[test]
    fn an_assessment_and_an_error_are_written_as_by_serde_json() {
        let set = sets::get("promemoria-2018").unwrap();
        let given = |text: &str| Given::Percent { text: text.to_owned(), exact: false, of: String::new() };
        let area = ["58,2", "11,2", "28,0", ""].map(|text| given(text).read().unwrap());
        is_written_as_by_serde_json(&assess::assess(&set, set.reading(None, None).unwrap(), &area));
        let place = Place { line: Some(17), path: Some("a".to_owned()), ..Place::default() };
        is_written_as_by_serde_json(&given("x").read().map_err(|error: Error| error.at(place)).unwrap_err());
    }
}
