//! What a note may hold, as the published schema says it. The form follows from it, so a field that the schema gets is in the form as
//! soon as it has a wording.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// The published schema.
const SCHEMA: &str = include_str!("../../../../schema/note-1.schema.json");

/// A schema, with its fields in the order of the file.
enum Json {
    Object(Vec<(String, Self)>),
    List(Vec<Self>),
    Text(String),
    Number(u64),
    Other,
}

struct AnyJson;

impl<'de> Visitor<'de> for AnyJson {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element()? {
            all.push(item);
        }
        Ok(Json::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(field) = fields.next_entry()? {
            all.push(field);
        }
        Ok(Json::Object(all))
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyJson)
    }
}

impl Json {
    fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(fields) => fields.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        }
    }

    fn text(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn number(&self, key: &str) -> Option<u64> {
        match self.get(key) {
            Some(Self::Number(number)) => Some(*number),
            _ => None,
        }
    }

    fn texts(&self, key: &str) -> Vec<String> {
        let Some(Self::List(items)) = self.get(key) else { return Vec::new() };
        let text = |item: &Self| match item {
            Self::Text(text) => Some(text.clone()),
            _ => None,
        };
        items.iter().filter_map(text).collect()
    }

    fn fields(&self, key: &str) -> &[(String, Self)] {
        match self.get(key) {
            Some(Self::Object(fields)) => fields,
            _ => &[],
        }
    }

    fn items(&self, key: &str) -> &[Self] {
        match self.get(key) {
            Some(Self::List(items)) => items,
            _ => &[],
        }
    }
}

/// What may stand somewhere in a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shape {
    /// A text.
    Text,
    /// An id: its own, or that of another item.
    Id,
    /// A text, or one in each language.
    Wording,
    /// A number, a whole number or a year.
    Number,
    /// An amount of a printed table, or nothing.
    Cell,
    /// Yes or no.
    Truth,
    /// One of these words.
    Choice(Vec<String>),
    /// The id of one of these steering areas, or another text.
    Area(Vec<String>),
    /// Fields.
    Table(Table),
    /// One of several tables, by the name of the only field that the value has.
    OneOf {
        /// What wordings call it.
        name: String,
        /// The name of each, and what belongs to it.
        of: Vec<(String, Shape)>,
    },
    /// Several of these.
    List(Box<Shape>),
    /// Two of these.
    Pair(Box<Shape>),
    /// One of these for each year that is named, by the year.
    ByYear(Box<Shape>),
}

/// Fields that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    /// What wordings call it.
    pub(super) name: String,
    pub(super) fields: Vec<Field>,
}

/// A field of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) key: String,
    pub(super) is_required: bool,
    pub(super) shape: Shape,
}

/// The name of what a note is in wordings.
pub(super) const NOTE: &str = "note";

/// The shape of a note.
pub(super) fn note() -> Shape {
    let schema = serde_json::from_str(SCHEMA).unwrap_or(Json::Other);
    Reader { definitions: schema.get("$defs").unwrap_or(&Json::Other) }.shape(&schema, NOTE, 0)
}

struct Reader<'s> {
    definitions: &'s Json,
}

/// How deep a note is nested at most; the schema itself has no end where it is written so.
const DEEPEST: usize = 12;

impl Reader<'_> {
    /// The shape that a schema describes. `name` is what wordings call it, unless it is defined by a name of its own.
    fn shape(&self, schema: &Json, name: &str, depth: usize) -> Shape {
        if depth > DEEPEST {
            return Shape::Text;
        }
        let below = depth.saturating_add(1);
        if let Some(defined) = schema.text("$ref").and_then(|reference| reference.strip_prefix("#/$defs/")) {
            return match defined {
                "id" => Shape::Id,
                "wording" | "phrase" => Shape::Wording,
                "number" | "whole" | "year" => Shape::Number,
                "cell" => Shape::Cell,
                _ => self.definitions.get(defined).map_or(Shape::Text, |found| self.shape(found, defined, below)),
            };
        }
        if let Some(known) = schema.items("anyOf").iter().find(|known| known.get("enum").is_some()) {
            return Shape::Area(known.texts("enum"));
        }
        if schema.get("enum").is_some() {
            return Shape::Choice(schema.texts("enum"));
        }
        if let [(_, of_year)] = schema.fields("patternProperties") {
            return Shape::ByYear(Box::new(self.shape(of_year, name, below)));
        }
        if schema.get("properties").is_some() {
            let required = schema.texts("required");
            let field = |(key, found): &(String, Json)| Field {
                key: key.clone(),
                is_required: required.contains(key),
                shape: self.shape(found, &format!("{name}.{key}"), below),
            };
            let fields = schema.fields("properties").iter().map(field).collect();
            return Shape::Table(Table { name: name.to_owned(), fields });
        }
        let one_of = schema.items("oneOf");
        if !one_of.is_empty() {
            let choice = |found: &Json| {
                let (key, content) = found.fields("properties").first()?;
                Some((key.clone(), self.shape(content, &format!("{name}.{key}"), below)))
            };
            return Shape::OneOf { name: name.to_owned(), of: one_of.iter().filter_map(choice).collect() };
        }
        match schema.text("type") {
            Some("array") => {
                let item = Box::new(schema.get("items").map_or(Shape::Text, |item| self.shape(item, name, below)));
                let is_pair = schema.number("minItems") == Some(2) && schema.number("maxItems") == Some(2);
                if is_pair { Shape::Pair(item) } else { Shape::List(item) }
            }
            Some("boolean") => Shape::Truth,
            Some("integer" | "number") => Shape::Number,
            _ => Shape::Text,
        }
    }
}

impl Shape {
    /// The shape of what a step of a path leads to, where `key` is that of a field or the index of an item.
    pub(super) fn below(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Table(table) => table.field(key).map(|field| &field.shape),
            Self::OneOf { of, .. } => of.iter().find(|(name, _)| name == key).map(|(_, shape)| shape),
            Self::List(item) | Self::Pair(item) => key.parse::<usize>().is_ok().then_some(&**item),
            Self::Wording => matches!(key, "da" | "en").then_some(&Self::Text),
            Self::ByYear(item) => is_year(key).then_some(&**item),
            _ => None,
        }
    }

    /// Adds what wordings call the fields and choices of a table, and of all that is in it, each once.
    /// `is_said`: whether something is in the form; what is in it is not asked for where it is not.
    pub(super) fn add_names(&self, names: &mut Vec<String>, is_said: &dyn Fn(&str) -> bool) {
        let add = |name: String, names: &mut Vec<String>| {
            let is_new = !names.contains(&name);
            let goes_on = is_new && is_said(&name);
            if is_new {
                names.push(name);
            }
            goes_on
        };
        match self {
            Self::Table(table) => {
                for field in &table.fields {
                    let of = format!("{}.{}", table.name, field.key);
                    match &field.shape {
                        Self::Pair(_) => {
                            add(format!("{of}.0"), names);
                            add(format!("{of}.1"), names);
                        }
                        Self::Choice(words) => {
                            if add(of.clone(), names) {
                                for word in words {
                                    add(format!("{of}={word}"), names);
                                }
                            }
                        }
                        shape => {
                            if add(of, names) {
                                shape.add_names(names, is_said);
                            }
                        }
                    }
                }
            }
            Self::OneOf { name, of } => {
                for (key, shape) in of {
                    add(format!("{name}={key}"), names);
                    shape.add_names(names, is_said);
                }
            }
            Self::List(item) => item.add_names(names, is_said),
            _ => {}
        }
    }

    /// The shape of what a path leads to.
    pub(super) fn at(&self, path: &[String]) -> Option<&Self> {
        path.iter().try_fold(self, |shape, key| shape.below(key))
    }
}

/// Whether a key is a year, as the format writes it.
fn is_year(key: &str) -> bool {
    key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit())
}

impl Table {
    /// The field with this key.
    pub(super) fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn at(path: &[&str]) -> Shape {
        let path: Vec<String> = path.iter().map(|key| (*key).to_owned()).collect();
        note().at(&path).unwrap_or_else(|| panic!("{path:?}")).clone()
    }

    #[test]
    fn what_the_schema_says_is_what_the_form_knows() {
        assert_eq!(at(&["title"]), Shape::Wording);
        assert_eq!(at(&["years"]), Shape::Pair(Box::new(Shape::Number)));
        assert_eq!(at(&["driver", "0", "value"]), Shape::Number);
        assert_eq!(at(&["variant", "1", "driver", "0", "value"]), Shape::Number);
        assert_eq!(at(&["table", "0", "row", "3", "cells", "1"]), Shape::Cell);
        assert_eq!(at(&["line", "0", "schedule", "amounts", "2027"]), Shape::Number);
        assert_eq!(at(&["line", "0", "rule", "staff", "cost"]), Shape::Id);
        assert!(matches!(at(&["line", "0", "area"]), Shape::Area(words) if words.contains(&"service".to_owned())));
        assert!(matches!(at(&["driver", "0", "unit"]), Shape::Choice(words) if words.contains(&"share".to_owned())));
        assert!(matches!(at(&["driver", "0", "origin", "stated"]), Shape::Table(table) if table.name == "source"));
        assert!(
            matches!(at(&["line", "0", "committees", "0"]), Shape::Table(table) if table.name == "line.committees")
        );
    }
}
