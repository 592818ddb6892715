//! The messages as Rust: a struct for each section, and a static for each language.
//!
//! In a stored message, a place is the control character whose number is that of the place, counted from 1, and emphasis
//! begins and ends with the character 0. No message holds a control character of its own.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use model::language::Language;

use crate::Record;
use crate::read::{COUNT, Field, File, Item, Section, Value};
use crate::template::{Piece, Template};

/// The source of the messages in these languages, which have the same keys.
pub(crate) fn source(languages: &[File<'_>]) -> String {
    let mut source = String::new();
    if let Some(first) = languages.first() {
        section_type(&mut source, "Messages", "Every message of a language.", &first.root);
    }
    source.push_str("/// The messages of a language.\npub const fn of(language: Language) -> &'static Messages {\n    match language {\n");
    for File { language, .. } in languages {
        let _ = writeln!(source, "        Language::{language:?} => &{},", static_name(*language));
    }
    source.push_str("    }\n}\n");
    if let Some(first) = languages.first() {
        places_module(&mut source, &first.root);
    }
    for language in languages {
        let name = static_name(language.language);
        let _ = write!(source, "/// The messages of `{}`.\nstatic {name}: Messages = ", language.path);
        section_value(
            &mut source,
            "Messages",
            &language.root,
            languages.first().map_or(&language.root, |first| &first.root),
        );
        source.push_str(";\n");
    }
    source
}

/// A type for each name of a place in a message with several: a value goes by the name of its place, and two cannot be swapped.
fn places_module(source: &mut String, root: &Section) {
    let mut names = BTreeSet::new();
    named_places(root, &mut names);
    source.push_str("/// Puts a value at the place of this name, in a message with several places.\npub mod at {\n");
    for name in names {
        let _ = writeln!(source, "    /// The place `{name}`.\n    pub struct {}<V>(pub V);", type_name(&name));
    }
    source.push_str("}\n");
}

fn named_places(section: &Section, names: &mut BTreeSet<String>) {
    for item in &section.items {
        match (&item.value, shape(&item.value)) {
            (Value::Section(below), _) => named_places(below, names),
            (_, Shape::Function { places, .. }) if has_named_places(&places) => names.extend(places),
            _ => {}
        }
    }
}

/// Whether the values of a message go by the names of its places: where there is only one, there is nothing to swap.
const fn has_named_places(places: &[String]) -> bool {
    places.len() > 1
}

/// The name of the static with the messages of a language: `DANISH`.
fn static_name(language: Language) -> String {
    format!("{language:?}").to_ascii_uppercase()
}

/// The name of a section's struct: `labels.method_screen` is `LabelsMethodScreen`.
fn type_name(key: &str) -> String {
    let capitalised = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect::<String>()
    };
    key.split(['.', '_']).map(capitalised).collect()
}

/// What a value becomes.
enum Shape {
    Section,
    Field(String),
    /// A function: its places with `count` first if it has forms, whether it has forms, and whether it emphasizes.
    Function {
        places: Vec<String>,
        has_forms: bool,
        emphasizes: bool,
    },
}

fn shape(value: &Value) -> Shape {
    match value {
        Value::Section(_) => Shape::Section,
        Value::Texts(texts) => Shape::Field(format!("[&'static str; {}]", texts.len())),
        Value::Records(record, _) => Shape::Field(format!("&'static [{}]", record.path)),
        Value::Record(record, _) => Shape::Field(record.path.to_owned()),
        Value::Message(message) if message.places().is_empty() && message.emphasized() == 0 => {
            Shape::Field("&'static str".to_owned())
        }
        Value::Message(message) => Shape::Function {
            places: message.places().into_iter().map(str::to_owned).collect(),
            has_forms: false,
            emphasizes: has_emphasis(message),
        },
        Value::Plural { other, .. } => {
            let places = other.places().into_iter().filter(|place| *place != COUNT).map(str::to_owned);
            Shape::Function { places: places.collect(), has_forms: true, emphasizes: has_emphasis(other) }
        }
    }
}

/// Whether a message or one of its values emphasizes.
fn has_emphasis(message: &Template) -> bool {
    message.emphasized() > 0 || !message.phrases().is_empty()
}

fn section_type(source: &mut String, name: &str, documentation: &str, section: &Section) {
    let has_functions = section.items.iter().any(|item| matches!(shape(&item.value), Shape::Function { .. }));
    let derive = if has_functions || name == "Messages" { "" } else { "#[derive(Debug)]\n" };
    let _ = writeln!(source, "/// {documentation}\n{derive}pub struct {name} {{");
    for item in &section.items {
        match shape(&item.value) {
            Shape::Section => {
                let _ = writeln!(
                    source,
                    "    /// The section `{}`.\n    pub {}: {},",
                    item.key,
                    item.name,
                    type_name(&item.key)
                );
            }
            Shape::Field(of) => {
                documented(source, item);
                let _ = writeln!(source, "    pub {}: {of},", item.name);
            }
            Shape::Function { has_forms, .. } => {
                let of = if has_forms { "Forms" } else { "&'static str" };
                let _ = writeln!(source, "    {}: {of},", item.name);
            }
        }
    }
    source.push_str("}\n");
    if has_functions {
        let _ = writeln!(source, "impl {name} {{");
        for item in &section.items {
            function(source, item);
        }
        source.push_str("}\n");
    }
    for item in &section.items {
        if let Value::Section(below) = &item.value {
            section_type(source, &type_name(&item.key), &format!("The section `{}`.", item.key), below);
        }
    }
}

/// The comment of a message, and what it says in the first language.
fn documented(source: &mut String, item: &Item) {
    for line in &item.comment {
        let _ = writeln!(source, "    /// {line}");
    }
    let says = match &item.value {
        Value::Message(message) | Value::Plural { other: message, .. } => says(message),
        Value::Texts(_) | Value::Records(..) => format!("The list `{}`.", item.key),
        Value::Section(_) | Value::Record(..) => format!("The section `{}`.", item.key),
    };
    let _ = writeln!(source, "    ///\n    /// > {says}");
}

fn says(message: &Template) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Words(words) => words.replace(['[', ']', '<', '>', '\\'], ""),
        Piece::Place(name) | Piece::Phrase(name) => format!("{{{name}}}"),
        Piece::Emphasis => "*".to_owned(),
    };
    message.pieces.iter().map(piece).collect()
}

fn function(source: &mut String, item: &Item) {
    let Shape::Function { places, has_forms, emphasizes } = shape(&item.value) else { return };
    let (takes, gives, fill) = if emphasizes { ("Part", "Phrase", "fill_phrase") } else { ("Text", "String", "fill") };
    let name = &item.name;
    documented(source, item);
    let is_counted_only = places.is_empty() && has_forms && !shows_count(&item.value);
    let count = if has_forms { ", count: &Count" } else { "" };
    let is_named = has_named_places(&places);
    let arguments: String = places.iter().fold(String::new(), |mut all, place| {
        let value = format!("impl Into<{takes}<'p>>");
        let _ = if is_named {
            write!(all, ", {place}: at::{}<{value}>", type_name(place))
        } else {
            write!(all, ", {place}: {value}")
        };
        all
    });
    let lifetime = if places.is_empty() { "" } else { "<'p>" };
    let _ = write!(source, "    #[must_use]\n    pub fn {name}{lifetime}(&self{count}{arguments}) -> ");
    let message = if has_forms { format!("self.{name}.of(count)") } else { format!("self.{name}") };
    if is_counted_only && !emphasizes {
        let _ = writeln!(source, "&'static str {{\n        {message}\n    }}");
        return;
    }
    let value = if is_named { ".0" } else { "" };
    let counted = has_forms.then(|| format!("{takes}::from(count)"));
    let values: Vec<String> =
        counted.into_iter().chain(places.iter().map(|place| format!("{place}{value}.into()"))).collect();
    let _ = writeln!(source, "{gives} {{\n        {fill}({message}, &[{}])\n    }}", values.join(", "));
}

/// Whether a form says the number.
fn shows_count(value: &Value) -> bool {
    match value {
        Value::Plural { one, other } => one.places().contains(COUNT) || other.places().contains(COUNT),
        _ => false,
    }
}

/// The value of a section. `first` is the section of the first language, whose order the fields have.
fn section_value(source: &mut String, name: &str, section: &Section, first: &Section) {
    let _ = writeln!(source, "{name} {{");
    for item in &first.items {
        let Some(own) = section.items.iter().find(|own| own.name == item.name) else { continue };
        let _ = write!(source, "{}: ", item.name);
        match (&own.value, &item.value) {
            (Value::Section(below), Value::Section(first)) => {
                section_value(source, &type_name(&item.key), below, first);
            }
            (value, _) => leaf(source, value),
        }
        source.push_str(",\n");
    }
    source.push('}');
}

fn leaf(source: &mut String, value: &Value) {
    match value {
        Value::Section(_) => {}
        Value::Message(message) => source.push_str(&stored(message, false)),
        Value::Plural { one, other } => {
            let _ = write!(source, "Forms {{ one: {}, other: {} }}", stored(one, true), stored(other, true));
        }
        Value::Texts(texts) => list(source, "", texts),
        Value::Records(kind, all) => {
            source.push_str("&[");
            for fields in all {
                record(source, kind, fields);
                source.push_str(", ");
            }
            source.push(']');
        }
        Value::Record(kind, fields) => record(source, kind, fields),
    }
}

fn record(source: &mut String, record: &Record, fields: &[Field]) {
    let _ = write!(source, "{} {{ ", record.path);
    for (name, field) in record.fields().iter().zip(fields) {
        let _ = write!(source, "{name}: ");
        match field {
            Field::Text(text) => source.push_str(&stored(text, false)),
            Field::Optional(None) => source.push_str("None"),
            Field::Optional(Some(text)) => {
                let _ = write!(source, "Some({})", stored(text, false));
            }
            Field::Mark(mark) => {
                let _ = write!(source, "{mark:?}");
            }
            Field::Texts(texts) => list(source, "&", texts),
        }
        source.push_str(", ");
    }
    source.push('}');
}

fn list(source: &mut String, reference: &str, texts: &[Template]) {
    let texts: Vec<String> = texts.iter().map(|text| stored(text, false)).collect();
    let _ = write!(source, "{reference}[{}]", texts.join(", "));
}

/// A message as a literal. Where it has forms, the number is the first place.
fn stored(message: &Template, has_forms: bool) -> String {
    let count = has_forms.then_some(COUNT);
    let places: Vec<&str> =
        count.into_iter().chain(message.places().into_iter().filter(|place| Some(*place) != count)).collect();
    let mut text = String::new();
    for piece in &message.pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Emphasis => text.push('\0'),
            Piece::Place(name) | Piece::Phrase(name) => {
                let number =
                    places.iter().position(|place| place == name).and_then(|index| u8::try_from(index + 1).ok());
                text.push(char::from(number.unwrap_or_default()));
            }
        }
    }
    format!("{text:?}")
}
