//! A note in TOML as JSON, and the other way round. Numbers stay digit for digit what they are.

use std::fmt::Write;

use jsonc_parser::ast::{ObjectPropName, Value as Json};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

use super::tree::{Node, Tree};

/// The text as TOML. A text that is neither JSON nor TOML stays as it is.
#[must_use]
pub fn toml_of(text: &str) -> String {
    if !text.trim_start().starts_with('{') {
        return text.to_owned();
    }
    let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
    let Some(Json::Object(root)) = parsed.ok().and_then(|parsed| parsed.value) else { return text.to_owned() };
    let mut document = DocumentMut::new();
    fill(document.as_table_mut(), root.properties);
    document.to_string()
}

/// A field of an object.
type Property<'t> = jsonc_parser::ast::ObjectProp<'t>;

/// How many fields the tables of a list have that stands in one line.
pub(super) const FEW: usize = 2;

fn fill(table: &mut Table, fields: Vec<Property<'_>>) {
    for field in fields {
        let key = key_of(&field);
        let item = match field.value {
            // Lists of tables are written below one another.
            Json::Array(list) if is_of_tables(&list.elements) => {
                let mut tables = ArrayOfTables::new();
                for element in list.elements {
                    let mut inner = Table::new();
                    if let Json::Object(object) = element {
                        fill(&mut inner, object.properties);
                    }
                    tables.push(inner);
                }
                Some(Item::ArrayOfTables(tables))
            }
            value => inline(value).map(Item::Value),
        };
        if let Some(item) = item {
            table.insert(&key, item);
        }
    }
}

fn key_of(field: &Property<'_>) -> String {
    match &field.name {
        ObjectPropName::String(name) => name.value.clone().into_owned(),
        ObjectPropName::Word(name) => name.value.to_owned(),
    }
}

fn is_of_tables(elements: &[Json<'_>]) -> bool {
    let is_long = |element: &Json<'_>| matches!(element, Json::Object(object) if object.properties.len() > FEW);
    elements.iter().all(|element| matches!(element, Json::Object(_))) && elements.iter().any(is_long)
}

/// A value in one line; `None` for nothing, which TOML says by leaving the field out.
fn inline(value: Json<'_>) -> Option<Value> {
    Some(match value {
        Json::StringLit(text) => text.value.into_owned().into(),
        Json::NumberLit(number) => number_of(number.value),
        Json::BooleanLit(truth) => truth.value.into(),
        Json::NullKeyword(_) => return None,
        Json::Array(list) => list.elements.into_iter().filter_map(inline).collect::<Array>().into(),
        Json::Object(object) => {
            let mut table = InlineTable::new();
            for field in object.properties {
                let key = key_of(&field);
                if let Some(value) = inline(field.value) {
                    table.insert(&key, value);
                }
            }
            table.into()
        }
    })
}

/// A number with the digits that it is written with; as text where TOML has no such number.
pub(super) fn number_of(written: &str) -> Value {
    let number = written.parse::<Value>().ok().filter(|value| value.is_integer() || value.is_float());
    number.unwrap_or_else(|| written.into())
}

/// The text as JSON; `None` where it is no TOML, and the text itself where it is JSON already.
#[must_use]
pub fn json_of(text: &str) -> Option<String> {
    if text.trim_start().starts_with('{') {
        return Some(text.to_owned());
    }
    let tree = Tree::of(text)?;
    let mut json = String::new();
    write(&mut json, &tree, tree.root(), 0);
    json.push('\n');
    Some(json)
}

/// How wide a list or a table may be that stands in one line.
const WIDEST: usize = 100;

fn write(json: &mut String, tree: &Tree<'_>, node: Node<'_>, depth: usize) {
    let start = json.len();
    write_within(json, tree, node, None);
    // What is too wide for a line is written again, below one another.
    if json.len().saturating_sub(start) > WIDEST && (node.table().is_some() || !node.items().is_empty()) {
        json.truncate(start);
        write_within(json, tree, node, Some(depth));
    }
}

/// `depth`: how far it is indented, where it is written over several lines.
fn write_within(json: &mut String, tree: &Tree<'_>, node: Node<'_>, depth: Option<usize>) {
    let inner = depth.map(|depth| depth.saturating_add(1));
    let part = |json: &mut String, depth: Option<usize>| {
        if let Some(depth) = depth {
            json.push('\n');
            json.push_str(&"  ".repeat(depth));
        }
    };
    let below = |json: &mut String, node: Node<'_>| match inner {
        Some(depth) => write(json, tree, node, depth),
        None => write_within(json, tree, node, None),
    };
    let separator = if inner.is_some() { "," } else { ", " };
    if let Some(table) = node.table() {
        json.push('{');
        for (index, (key, item)) in table.iter().enumerate() {
            json.push_str(if index > 0 { separator } else { "" });
            part(json, inner);
            json.push_str(&quoted(key));
            json.push_str(": ");
            below(json, Node::Item(item));
        }
        part(json, depth);
        json.push('}');
    } else if let Some(word) = tree.word(node) {
        json.push_str(&if node.is_bare() { as_number(&word) } else { quoted(&word) });
    } else {
        json.push('[');
        for (index, item) in node.items().into_iter().enumerate() {
            json.push_str(if index > 0 { separator } else { "" });
            part(json, inner);
            below(json, item);
        }
        part(json, depth);
        json.push(']');
    }
}

/// A number or a truth of TOML in JSON; as text where JSON has no such number.
fn as_number(word: &str) -> String {
    let plain: String = word.chars().filter(|letter| *letter != '_').collect();
    let plain = in_decimal_digits(plain.trim_start_matches('+'));
    let is_json = serde_json::from_str::<serde_json::Value>(&plain).is_ok();
    if is_json { plain } else { quoted(&plain) }
}

/// A whole number in hexadecimal, octal or binary digits in decimal ones.
fn in_decimal_digits(word: &str) -> String {
    let digits = [("0x", 16), ("0o", 8), ("0b", 2)].into_iter().find_map(|(start, radix)| {
        i128::from_str_radix(word.strip_prefix(start)?, radix).ok().map(|number| number.to_string())
    });
    digits.unwrap_or_else(|| word.to_owned())
}

fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            '\n' => json.push_str("\\n"),
            letter if letter.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            letter => json.push(letter),
        }
    }
    json.push('"');
    json
}
