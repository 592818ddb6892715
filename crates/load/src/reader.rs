//! Reads the types of `file` from a tree. Unlike parsers that stop at the first fault, it reports a fault, puts a blank where the
//! value should be, and goes on. So every fault of an item is found in one pass, and the item still has its id for those that refer to it.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use model::fault::{Fault, Kind, Needs};
use model::language::Language;

use crate::file::OF_YEARS;
use crate::near::nearest;
use crate::report::{At, Report};
use crate::tree::{Entry, Node, Value};

/// Reads an item. What is wrong with it is reported. `None` only where not even blanks help.
pub(crate) fn read<T: DeserializeOwned>(
    at: At<'_>,
    others: Others<'_>,
    language: Language,
    report: &Report<'_>,
) -> Option<T> {
    let reading = Reading { item: at, others, language, found: RefCell::default(), blanks: RefCell::default() };
    let result = loop {
        reading.found.borrow_mut().clear();
        match T::deserialize(Reader { spot: Spot::At(at.node), reading: &reading }) {
            Err(Stop::FieldMissing) => {}
            Err(Stop::Other(_)) => {
                reading.report(at.node.place(), Fault::Type { needs: Needs::Table, found: at.node.found() });
                break None;
            }
            Ok(item) => break Some(item),
        }
    };
    for (place, fault) in reading.found.into_inner() {
        report.problem_at(&place, at.item, fault);
    }
    result
}

/// How many faults of one item are told.
const MOST_OF_ITEM: usize = 1_000;

/// The fields of an item that are read elsewhere.
#[derive(Clone, Copy)]
pub(crate) enum Others<'o> {
    /// These.
    Known(&'o [&'o str]),
    /// All that the type does not have: it is a part of another item, which reports what nobody knows.
    OfAnother,
}

impl Others<'_> {
    pub(crate) const NONE: Self = Self::Known(&[]);
}

/// What one item needs while it is read.
struct Reading<'r> {
    item: At<'r>,
    others: Others<'r>,
    language: Language,
    found: RefCell<Vec<(Range<usize>, Fault)>>,
    /// The fields that are missing: the table and the name. They are read as blanks.
    blanks: RefCell<Vec<(*const Node, &'static str)>>,
}

impl Reading<'_> {
    fn report(&self, place: Range<usize>, fault: Fault) {
        let mut found = self.found.borrow_mut();
        if found.len() < MOST_OF_ITEM && found.last() != Some(&(place.clone(), fault.clone())) {
            found.push((place, fault));
        }
    }
}

/// Why reading has to begin again, or cannot go on.
#[derive(Debug)]
enum Stop {
    /// A field is missing, and was noted.
    FieldMissing,
    /// The name of a missing field, on its way to where it is noted, or what a type says of itself.
    Other(Option<&'static str>),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the item cannot be read")
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Other(None)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Other(Some(field))
    }
}

/// What is read.
#[derive(Clone, Copy)]
enum Spot<'n> {
    At(&'n Node),
    /// A word that stands where a table could: a table without fields.
    Bare(&'n Node),
    /// Nothing, in place of what is missing or wrong.
    Blank,
}

#[derive(Clone, Copy)]
struct Reader<'n, 'r> {
    spot: Spot<'n>,
    reading: &'r Reading<'r>,
}

impl<'n> Reader<'n, '_> {
    const fn with(self, spot: Spot<'n>) -> Self {
        Self { spot, ..self }
    }

    fn wrong(self, node: &Node, needs: Needs) {
        self.reading.report(node.place(), Fault::Type { needs, found: node.found() });
    }

    /// A whole number within these bounds; 0 where there is none.
    fn whole(self, low: i128, high: i128) -> i128 {
        let Spot::At(node) = self.spot else { return 0 };
        let (Value::Number(text) | Value::Text(text)) = &node.value else {
            self.wrong(node, Needs::WholeNumber);
            return 0;
        };
        let Ok(number) = decimal(text) else {
            self.wrong(node, Needs::WholeNumber);
            return 0;
        };
        let whole = i128::try_from(number).ok().filter(|_| number.fract().is_zero());
        match whole {
            None => self.wrong(node, Needs::WholeNumber),
            Some(whole) if !(low..=high).contains(&whole) => {
                let bound = |bound: i128| Decimal::try_from_i128_with_scale(bound, 0).unwrap_or(Decimal::MAX);
                let fault = Fault::OutOfBounds { value: number, low: bound(low), high: bound(high) };
                self.reading.report(node.place(), fault);
            }
            Some(whole) => return whole,
        }
        0
    }
}

/// A number as people write it: digits, a sign, a point, an exponent, and `_` between digits.
///
/// # Errors
/// Says whether the text is no number or has too many digits.
pub(crate) fn decimal(text: &str) -> Result<Decimal, Fault> {
    let plain: String = text.trim().chars().filter(|letter| *letter != '_').collect();
    let plain = plain.strip_prefix('+').unwrap_or(&plain);
    let digits = |letter: char| letter.is_ascii_digit();
    let is_number = plain.chars().any(digits)
        && plain.chars().all(|letter| digits(letter) || matches!(letter, '-' | '.' | 'e' | 'E' | '+'));
    let exact = match plain.split_once(['e', 'E']) {
        None => Decimal::from_str_exact(plain).ok(),
        Some((_, power)) if power.trim_start_matches(['+', '-']).len() > 3 => None,
        Some(_) => Decimal::from_scientific(plain).ok(),
    };
    match exact {
        Some(_) if may_be_of_thousands(plain) => Err(Fault::PointOfThousands(plain.to_owned())),
        Some(number) => Ok(number),
        None if is_number && plain.matches('.').count() <= 1 && !plain.trim_start_matches('-').contains('-') => {
            Err(Fault::TooManyDigits(text.to_owned()))
        }
        None => Err(Fault::NoNumber(text.to_owned())),
    }
}

/// Whether the point of a number stands where one between thousands would, as in `560.000`. A number with decimals needs no zero at its end.
fn may_be_of_thousands(number: &str) -> bool {
    let digits = number.trim_start_matches('-');
    digits.split_once('.').is_some_and(|(before, after)| {
        (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3 && after.ends_with('0')
    })
}

macro_rules! whole_numbers {
    ($($method:ident $visit:ident $type:ty),*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
            let number = self.whole(<$type>::MIN.into(), <$type>::MAX.into());
            visitor.$visit(<$type>::try_from(number).unwrap_or_default())
        })*
    };
}

impl<'de, 'n> de::Deserializer<'de> for Reader<'n, '_> {
    type Error = Stop;

    /// Only decimals accept more than one type of value, so a decimal is what is needed.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let zero = "0";
        let Spot::At(node) = self.spot else { return visitor.visit_str(zero) };
        let (Value::Number(text) | Value::Text(text)) = &node.value else {
            self.wrong(node, Needs::Number);
            return visitor.visit_str(zero);
        };
        match decimal(text) {
            Ok(number) => visitor.visit_str(&number.to_string()),
            Err(fault) => {
                self.reading.report(node.place(), fault);
                visitor.visit_str(zero)
            }
        }
    }

    whole_numbers! {
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16, deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
        deserialize_u8 visit_u8 u8, deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32, deserialize_u64 visit_u64 u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let truth = match self.spot {
            Spot::At(Node { value: Value::Truth(truth), .. }) => *truth,
            Spot::At(node) => {
                self.wrong(node, Needs::Truth);
                false
            }
            Spot::Bare(_) | Spot::Blank => false,
        };
        visitor.visit_bool(truth)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.spot {
            // An appropriation such as 35.10 needs no quotation marks.
            Spot::At(Node { value: Value::Text(text) | Value::Number(text), .. }) => visitor.visit_str(text),
            Spot::At(node) => {
                self.wrong(node, Needs::Text);
                visitor.visit_str("")
            }
            Spot::Bare(_) | Spot::Blank => visitor.visit_str(""),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.spot {
            Spot::At(Node { value: Value::Nothing, .. }) | Spot::Blank => visitor.visit_none(),
            Spot::At(_) | Spot::Bare(_) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Stop> {
        if name != OF_YEARS {
            return visitor.visit_newtype_struct(self);
        }
        let entries = match self.spot {
            Spot::At(Node { value: Value::Table(entries), .. }) => entries.as_slice(),
            Spot::At(node) => {
                self.wrong(node, Needs::Table);
                &[]
            }
            Spot::Bare(_) | Spot::Blank => &[],
        };
        let of_years = entries.iter().map(|entry| (entry.key.as_str(), Spot::At(&entry.value)));
        visitor.visit_map(Fields { rest: of_years, next: None, reader: self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let items = match self.spot {
            Spot::At(node) => node.items(),
            Spot::Bare(_) | Spot::Blank => &[],
        };
        visitor.visit_seq(Items { rest: items, blanks: 0, reader: self })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Stop> {
        let items = match self.spot {
            Spot::At(node) => {
                let found = node.items().len();
                if found != length {
                    self.reading.report(node.place(), Fault::Length { needs: length, found });
                }
                node.items().get(..length).unwrap_or_default()
            }
            Spot::Bare(_) | Spot::Blank => &[],
        };
        visitor.visit_seq(Items { rest: items, blanks: length.saturating_sub(items.len()), reader: self })
    }

    /// Beside numbers by year, only wordings are maps. A text stands for the wording in the language of the file.
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let wordings: Vec<(&str, Spot<'n>)> = match self.spot {
            Spot::At(Node { value: Value::Table(entries), .. }) => {
                let languages = Language::ALL.map(Language::code);
                for Entry { key, span, .. } in entries.iter().filter(|entry| !languages.contains(&entry.key.as_str())) {
                    let fault = Fault::Unknown { kind: Kind::Language, id: key.clone(), meant: None };
                    self.reading.report(span.clone(), fault);
                }
                let known = entries.iter().filter(|entry| languages.contains(&entry.key.as_str()));
                known.map(|entry| (entry.key.as_str(), Spot::At(&entry.value))).collect()
            }
            Spot::At(node @ Node { value: Value::Text(_) | Value::Number(_), .. }) => {
                vec![(self.reading.language.code(), Spot::At(node))]
            }
            Spot::At(node) => {
                self.wrong(node, Needs::Wording);
                Vec::new()
            }
            Spot::Bare(_) | Spot::Blank => Vec::new(),
        };
        visitor.visit_map(Fields { rest: wordings.into_iter(), next: None, reader: self })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let (node, mut present) = match self.spot {
            Spot::At(node @ Node { value: Value::Table(entries), .. }) => {
                (node, self.known_fields(node, entries, fields))
            }
            Spot::Bare(node) => (node, Vec::new()),
            Spot::At(node) => {
                self.wrong(node, Needs::Table);
                let blanks = fields.iter().map(|field| (*field, Spot::Blank));
                return visitor.visit_map(Fields { rest: blanks, next: None, reader: self });
            }
            Spot::Blank => {
                let blanks = fields.iter().map(|field| (*field, Spot::Blank));
                return visitor.visit_map(Fields { rest: blanks, next: None, reader: self });
            }
        };
        let this = std::ptr::from_ref(node);
        for (_, field) in self.reading.blanks.borrow().iter().filter(|(table, _)| *table == this) {
            self.reading.report(node.place(), Fault::FieldMissing((*field).to_owned()));
            present.push((field, Spot::Blank));
        }
        let read = visitor.visit_map(Fields { rest: present.into_iter(), next: None, reader: self });
        if let Err(Stop::Other(Some(missing))) = read {
            self.reading.blanks.borrow_mut().push((this, missing));
            return Err(Stop::FieldMissing);
        }
        read
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let blank = (variants.first().copied().unwrap_or_default(), self.with(Spot::Blank));
        let (chosen, place) = match self.spot {
            Spot::At(node @ Node { value: Value::Text(word), .. }) => ((word, Spot::Bare(node)), node.place()),
            Spot::At(node @ Node { value: Value::Table(entries), .. }) => {
                let [entry] = entries.as_slice() else {
                    self.wrong(node, Needs::Choice);
                    return visitor.visit_enum(Chosen { variant: blank.0, content: blank.1 });
                };
                ((&entry.key, Spot::At(&entry.value)), entry.span.clone())
            }
            Spot::At(node) => {
                self.wrong(node, Needs::Choice);
                return visitor.visit_enum(Chosen { variant: blank.0, content: blank.1 });
            }
            Spot::Bare(_) | Spot::Blank => return visitor.visit_enum(Chosen { variant: blank.0, content: blank.1 }),
        };
        let (word, content) = chosen;
        if let Some(variant) = variants.iter().find(|variant| *variant == word) {
            return visitor.visit_enum(Chosen { variant, content: self.with(content) });
        }
        let choices = variants.iter().map(|variant| (*variant).to_owned()).collect();
        self.reading.report(place, Fault::Choice { found: word.clone(), choices });
        visitor.visit_enum(Chosen { variant: blank.0, content: blank.1 })
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_unit()
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 f32 f64 char bytes byte_buf unit_struct tuple_struct identifier
    }
}

impl<'n> Reader<'n, '_> {
    /// The fields of a table that its type knows. All others are reported.
    fn known_fields(
        self,
        table: &'n Node,
        entries: &'n [Entry],
        fields: &'static [&'static str],
    ) -> Vec<(&'n str, Spot<'n>)> {
        let is_item = std::ptr::eq(table, self.reading.item.node);
        let others = if is_item { self.reading.others } else { Others::NONE };
        let besides = match others {
            Others::Known(besides) => besides,
            Others::OfAnother => &[],
        };
        let mut known = Vec::new();
        for Entry { key, span, value } in entries {
            if fields.contains(&key.as_str()) {
                // `null` says what leaving the field out says.
                if !matches!(value.value, Value::Nothing) {
                    known.push((key.as_str(), Spot::At(value)));
                }
            } else if !besides.contains(&key.as_str()) && !matches!(others, Others::OfAnother) {
                let meant = nearest(key, fields.iter().chain(besides).copied());
                self.reading.report(span.clone(), Fault::Field { field: key.clone(), meant });
            }
        }
        known
    }
}

/// The items of a list, and blanks behind them.
struct Items<'n, 'r> {
    rest: &'n [Node],
    blanks: usize,
    reader: Reader<'n, 'r>,
}

impl<'de> SeqAccess<'de> for Items<'_, '_> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Stop> {
        let spot = match self.rest.split_first() {
            Some((first, rest)) => {
                self.rest = rest;
                Spot::At(first)
            }
            None if self.blanks > 0 => {
                self.blanks = self.blanks.saturating_sub(1);
                Spot::Blank
            }
            None => return Ok(None),
        };
        seed.deserialize(self.reader.with(spot)).map(Some)
    }
}

/// Names and values of fields.
struct Fields<'n, 'r, I> {
    rest: I,
    next: Option<Spot<'n>>,
    reader: Reader<'n, 'r>,
}

impl<'de, 'n, I: Iterator<Item = (&'n str, Spot<'n>)>> MapAccess<'de> for Fields<'n, '_, I> {
    type Error = Stop;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        let Some((name, spot)) = self.rest.next() else { return Ok(None) };
        self.next = Some(spot);
        let name: StrDeserializer<'_, Stop> = name.into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        seed.deserialize(self.reader.with(self.next.take().unwrap_or(Spot::Blank)))
    }
}

/// One of several words, with what belongs to it.
struct Chosen<'n, 'r> {
    variant: &'static str,
    content: Reader<'n, 'r>,
}

impl<'de, 'n, 'r> EnumAccess<'de> for Chosen<'n, 'r> {
    type Error = Stop;
    type Variant = Reader<'n, 'r>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self::Variant), Stop> {
        let name: StrDeserializer<'_, Stop> = self.variant.into_deserializer();
        Ok((seed.deserialize(name)?, self.content))
    }
}

impl<'de> VariantAccess<'de> for Reader<'_, '_> {
    type Error = Stop;

    fn unit_variant(self) -> Result<(), Stop> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Stop> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, Stop> {
        de::Deserializer::deserialize_tuple(self, length, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Stop> {
        de::Deserializer::deserialize_struct(self, "", fields, visitor)
    }
}
