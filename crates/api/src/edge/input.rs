//! What a caller says of a scenario.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A scenario: a note, and what differs from it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, expecting = "a scenario, as { note: \"ips-2018\" } is one")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
#[cfg_attr(not(target_arch = "wasm32"), ts(optional_fields = nullable))]
pub struct ScenarioInput<'t> {
    /// The permanent id of the note.
    #[serde(borrow)]
    pub note: Cow<'t, str>,
    /// The note that its savings are borrowed from.
    #[serde(borrow, default)]
    pub savings_from: Option<Cow<'t, str>>,
    /// The drivers with another value than the note's, by their permanent ids: numbers, or exact decimals as text, in the
    /// driver's unit.
    #[serde(borrow, default)]
    #[cfg_attr(not(target_arch = "wasm32"), ts(as = "Option<std::collections::BTreeMap<String, Number>>"))]
    pub drivers: Drivers<'t>,
    /// How posts are counted; `"exact"` where it is left out.
    #[serde(default)]
    pub posts: Option<PostsCount>,
    /// The rate for the discounted payback, in per cent a year; 0 where it is left out, because no document gives one.
    #[serde(default)]
    #[cfg_attr(not(target_arch = "wasm32"), ts(as = "Option<Number>"))]
    pub discount_rate: Option<Given>,
    /// How many years ahead a payback is looked for: 10, 20, 30 or 50; 20 where it is left out.
    #[serde(default)]
    pub horizon: Option<u32>,
    /// Whose money is counted, as in the note's `perspectives`; the note's `perspective` where it is left out.
    #[serde(borrow, default)]
    pub seen_from: Option<Cow<'t, str>>,
}

/// A number that a caller passes: a number, or an exact decimal as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
#[cfg_attr(not(target_arch = "wasm32"), ts(rename = "NumberInput"))]
pub struct Number(#[cfg_attr(not(target_arch = "wasm32"), ts(type = "number | string"))] pub Decimal);

/// What was passed where a number is asked for; `None` where it is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given(pub Option<Number>);

/// The drivers of a scenario with what was passed as their values, in the order in which they were written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drivers<'t>(pub Vec<(Cow<'t, str>, Given)>);

/// What gives when the number of citizens changes: the posts, counted exactly or rounded up to halves or wholes, or the
/// caseload, where the posts stay as in the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub enum PostsCount {
    /// The quotient is not rounded.
    Exact,
    /// The quotient is rounded up to half posts.
    Half,
    /// The quotient is rounded up to whole posts.
    Whole,
    /// The posts stay as in the note, and the caseload follows the citizens.
    AsInNote,
}

impl From<PostsCount> for model::scenario::PostsCount {
    fn from(posts: PostsCount) -> Self {
        match posts {
            PostsCount::Exact => Self::Exact,
            PostsCount::Half => Self::Half,
            PostsCount::Whole => Self::Whole,
            PostsCount::AsInNote => Self::AsInNote,
        }
    }
}

impl From<model::scenario::PostsCount> for PostsCount {
    fn from(posts: model::scenario::PostsCount) -> Self {
        use model::scenario::PostsCount as Model;
        match posts {
            Model::Exact => Self::Exact,
            Model::Half => Self::Half,
            Model::Whole => Self::Whole,
            Model::AsInNote => Self::AsInNote,
        }
    }
}

impl Number {
    /// The decimal that a binary fraction is written as: 12.5 is 12.5, and 0.1 is a tenth. `None` for a number that is none
    /// (`NaN`, an infinity) and for one that no decimal can be.
    #[must_use]
    pub fn of_binary(number: f64) -> Option<Self> {
        whole(number).or_else(|| number.to_string().parse().ok()).map(Self)
    }

    /// The decimal that a text is; `None` where it is none.
    #[must_use]
    pub fn of_text(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }
}

/// The number as a decimal where it is a whole one, which most values are: that spares writing it as text.
fn whole(number: f64) -> Option<Decimal> {
    /// Below this every whole number is one binary fraction.
    const LIMIT: f64 = 9_007_199_254_740_992.0;
    let is_whole = number.fract() == 0.0 && number.abs() < LIMIT;
    #[allow(clippy::cast_possible_truncation, reason = "it is whole, and below the limit")]
    is_whole.then(|| Decimal::from(number as i64))
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GivenVisitor)
    }
}

/// Takes whatever there is: what is no number is a failure that names its driver.
struct GivenVisitor;

impl<'de> Visitor<'de> for GivenVisitor {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a decimal as text")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Given, E> {
        Ok(Given(Some(Number(number.into()))))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Given, E> {
        Ok(Given(Some(Number(number.into()))))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Given, E> {
        Ok(Given(Number::of_binary(number)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Given, E> {
        Ok(Given(Number::of_text(text)))
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Given, E> {
        Ok(Given(None))
    }

    fn visit_unit<E: Error>(self) -> Result<Given, E> {
        Ok(Given(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Given, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Given(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Given, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Given(None))
    }
}

impl<'de: 't, 't> Deserialize<'de> for Drivers<'t> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DriversVisitor)
    }
}

struct DriversVisitor;

impl<'de> Visitor<'de> for DriversVisitor {
    type Value = Drivers<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object of drivers with their values")
    }

    fn visit_unit<E: Error>(self) -> Result<Drivers<'de>, E> {
        Ok(Drivers::default())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Drivers<'de>, A::Error> {
        let mut drivers = Vec::new();
        while let Some(entry) = map.next_entry::<Id<'de>, Given>()? {
            drivers.push((entry.0.0, entry.1));
        }
        Ok(Drivers(drivers))
    }
}

/// An id that is borrowed where the text has it as it is: serde borrows inside a field, and not inside a map.
#[derive(Deserialize)]
struct Id<'t>(#[serde(borrow)] Cow<'t, str>);
