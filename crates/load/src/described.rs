//! Every field and every word of the file types is in the published schema.

#![allow(clippy::arithmetic_side_effects, reason = "an overflow would fail the test")]

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use serde::de::value::{Error, StrDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

use crate::file::{
    BodyFile, DocumentFile, DriverFile, EffortFile, FollowUpFile, LineFile, RemarkFile, ResultFile, RowFile,
    StatementFile, TableFile, TargetFile, VariantFile,
};
use model::note::{Count, Omitted, Population, PrintedPayback};

/// What types ask for while they read whatever they want.
#[derive(Default)]
struct Asked {
    names: RefCell<BTreeSet<&'static str>>,
    /// How many variants of each enum were read. Each time another one is.
    turns: RefCell<BTreeMap<&'static str, usize>>,
}

#[derive(Clone, Copy)]
struct Asking<'a>(&'a Asked);

/// Asks a type for its fields, often enough that each word of each enum has its turn.
fn ask<T: DeserializeOwned>(asked: &Asked) {
    for _ in 0..20 {
        drop(T::deserialize(Asking(asked)).unwrap());
    }
}

macro_rules! zeros {
    ($($method:ident $visit:ident),*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            visitor.$visit(0)
        })*
    };
}

impl<'de> Deserializer<'de> for Asking<'_> {
    type Error = Error;

    zeros! {
        deserialize_u8 visit_u8, deserialize_u16 visit_u16, deserialize_u32 visit_u32, deserialize_u64 visit_u64,
        deserialize_i64 visit_i64
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str("0")
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(false)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Several(self, 1))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(Several(self, length))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_map(Named(self, &["da"]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.names.borrow_mut().extend(fields);
        visitor.visit_map(Named(self, fields))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.0.names.borrow_mut().extend(variants);
        let turn = *self.0.turns.borrow_mut().entry(name).and_modify(|turn| *turn += 1).or_insert(0);
        visitor.visit_enum(One(self, variants[turn % variants.len()]))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

struct Several<'a>(Asking<'a>, usize);

impl<'de> SeqAccess<'de> for Several<'_> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(left) = self.1.checked_sub(1) else { return Ok(None) };
        self.1 = left;
        seed.deserialize(self.0).map(Some)
    }
}

struct Named<'a>(Asking<'a>, &'static [&'static str]);

impl<'de> MapAccess<'de> for Named<'_> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Error> {
        let Some((first, rest)) = self.1.split_first() else { return Ok(None) };
        self.1 = rest;
        let name: StrDeserializer<'_, Error> = first.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        seed.deserialize(self.0)
    }
}

struct One<'a>(Asking<'a>, &'static str);

impl<'de, 'a> EnumAccess<'de> for One<'a> {
    type Error = Error;
    type Variant = Asking<'a>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Asking<'a>), Error> {
        let name: StrDeserializer<'_, Error> = self.1.into_deserializer();
        Ok((seed.deserialize(name)?, self.0))
    }
}

impl<'de> VariantAccess<'de> for Asking<'_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_tuple(length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        self.deserialize_struct("", fields, visitor)
    }
}

#[test]
fn every_field_and_every_word_is_in_the_schema() {
    let asked = Asked::default();
    ask::<DocumentFile>(&asked);
    ask::<VariantFile>(&asked);
    ask::<EffortFile>(&asked);
    ask::<DriverFile>(&asked);
    ask::<LineFile>(&asked);
    ask::<TableFile>(&asked);
    ask::<RowFile>(&asked);
    ask::<StatementFile>(&asked);
    ask::<FollowUpFile>(&asked);
    ask::<RemarkFile>(&asked);
    ask::<BodyFile>(&asked);
    ask::<TargetFile>(&asked);
    ask::<ResultFile>(&asked);
    ask::<Population>(&asked);
    ask::<Count>(&asked);
    ask::<Omitted>(&asked);
    ask::<PrintedPayback>(&asked);
    let schema = include_str!("../../../schema/note-1.schema.json");
    let names = asked.names.into_inner();
    assert!(names.contains("per-outcome") && names.contains("quote"), "{names:?}");
    // Only drivers that the page adds are neutral, and that no source is named, nobody writes.
    let missing: Vec<_> = names
        .iter()
        .filter(|name| !matches!(**name, "neutral" | "of-file") && !schema.contains(&format!("\"{name}\"")))
        .collect();
    assert!(missing.is_empty(), "the schema does not know {missing:?}");
}
