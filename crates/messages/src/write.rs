//! The messages as Rust: a struct for each section, and a static for each section of each language.
//!
//! A section holds those below it as [`In`](SECTION) a language, which finds the static when it is asked. So no static leads to another
//! one, and the wasm of a piece of the page holds only the sections that its own code asks for.
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
    source.push_str(SECTION);
    if let Some(first) = languages.first() {
        sections_found(&mut source, languages, &first.root);
        sections_apart(&mut source, languages, &first.root);
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
        let first = languages.first().map_or(&language.root, |first| &first.root);
        let name = static_name(language.language);
        let _ = writeln!(source, "/// The messages of `{}`.", language.path);
        section_static(&mut source, language.language, &name, "Messages", &language.root, first);
    }
    source
}

/// A section in a language.
const SECTION: &str = "/// A section in a language.
pub struct In<S>(Language, core::marker::PhantomData<S>);
impl<S: core::fmt::Debug> core::fmt::Debug for In<S>
where
    Self: core::ops::Deref<Target = S>,
{
    fn fmt(&self, out: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        (**self).fmt(out)
    }
}
";

/// For each section below this one, how it is found in its language.
fn sections_found(source: &mut String, languages: &[File<'_>], section: &Section) {
    for item in &section.items {
        let Value::Section(below) = &item.value else { continue };
        let name = type_name(&item.key);
        let _ = write!(
            source,
            "impl core::ops::Deref for In<{name}> {{\n    type Target = {name};\n    fn deref(&self) -> &{name} {{\n        match self.0 {{\n"
        );
        for (index, File { language, .. }) in languages.iter().enumerate() {
            let (found, field) = (static_of(*language, &item.key), item.key.replace('.', "_"));
            let Some(first) = languages.first().filter(|_| index > 0) else {
                let _ = writeln!(source, "            Language::{language:?} => &{found},");
                continue;
            };
            let (arrived, instead) = (arrived_name(*language), static_of(first.language, &item.key));
            let _ = write!(
                source,
                "            #[cfg(not(feature = \"apart\"))]\n            Language::{language:?} => &{found},\n            \
                 #[cfg(feature = \"apart\")]\n            Language::{language:?} => {arrived}.get().map_or(&{instead}, \
                 |sections| sections.{field}),\n"
            );
        }
        source.push_str("        }\n    }\n}\n");
        sections_found(source, languages, below);
    }
}

/// The sections of each language but the first, all together, for the piece of the page that brings them. Until they have arrived, those
/// of the first language stand for them.
fn sections_apart(source: &mut String, languages: &[File<'_>], root: &Section) {
    let mut keys = Vec::new();
    section_keys(root, &mut keys);
    source.push_str("/// The sections of a language that may arrive later.\n#[cfg_attr(not(feature = \"apart\"), allow(dead_code))]\npub struct Sections {\n");
    for key in &keys {
        let _ = writeln!(source, "    {}: &'static {},", key.replace('.', "_"), type_name(key));
    }
    source.push_str("}\n");
    for File { language, .. } in languages.iter().skip(1) {
        let (arrived, function) = (arrived_name(*language), format!("{language:?}").to_ascii_lowercase());
        let sections = format!("{}_SECTIONS", static_name(*language));
        let _ = writeln!(source, "static {sections}: Sections = Sections {{");
        for key in &keys {
            let _ = writeln!(source, "    {}: &{},", key.replace('.', "_"), static_of(*language, key));
        }
        let _ = write!(
            source,
            "}};\n#[cfg(feature = \"apart\")]\nstatic {arrived}: std::sync::OnceLock<&'static Sections> = \
             std::sync::OnceLock::new();\n/// The sections of {language:?}, for what brings them.\n#[must_use]\npub const fn {function}() -> \
             &'static Sections {{\n    &{sections}\n}}\n/// Has the page speak {language:?}, now that its sections have arrived.\n\
             #[cfg(feature = \"apart\")]\npub fn {function}_arrived(sections: &'static Sections) {{\n    \
             {arrived}.get_or_init(|| sections);\n}}\n"
        );
    }
}

/// The keys of all sections below this one.
fn section_keys<'s>(section: &'s Section, keys: &mut Vec<&'s str>) {
    for item in &section.items {
        if let Value::Section(below) = &item.value {
            keys.push(&item.key);
            section_keys(below, keys);
        }
    }
}

/// The name of the static with the sections of a language once they have arrived.
fn arrived_name(language: Language) -> String {
    format!("{}_ARRIVED", static_name(language))
}

/// The name of the static with a section of a language: `DANISH_LABELS_SHELL`.
fn static_of(language: Language, key: &str) -> String {
    format!("{}_{}", static_name(language), key.replace('.', "_").to_ascii_uppercase())
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
                    "    /// The section `{}`.\n    pub {}: In<{}>,",
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

/// The static of a section, and those of the sections below it. `first` is the section of the first language, whose order the fields
/// have.
fn section_static(source: &mut String, language: Language, name: &str, of: &str, section: &Section, first: &Section) {
    let _ = writeln!(source, "static {name}: {of} = {of} {{");
    let mut below = Vec::new();
    for item in &first.items {
        let Some(own) = section.items.iter().find(|own| own.name == item.name) else { continue };
        let _ = write!(source, "{}: ", item.name);
        match (&own.value, &item.value) {
            (Value::Section(own), Value::Section(first)) => {
                below.push((&item.key, own, first));
                let _ = write!(source, "In(Language::{language:?}, core::marker::PhantomData)");
            }
            (value, _) => leaf(source, value),
        }
        source.push_str(",\n");
    }
    source.push_str("};\n");
    for (key, section, first) in below {
        section_static(source, language, &static_of(language, key), &type_name(key), section, first);
    }
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
