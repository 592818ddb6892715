//! A file as a tree of values, each with its place in the text. TOML and JSON give the same tree, so everything behind it knows
//! one form. Numbers stay as they are written: none of them passes through a binary fraction.

mod json;
mod toml;

use std::collections::HashSet;
use std::ops::Range;

use model::fault::{Fault, Form, Found};

use crate::report::Report;

/// A value and where it stands in the text.
#[derive(Debug)]
pub(crate) struct Node {
    /// Its place, in bytes.
    pub(crate) span: Range<usize>,
    pub(crate) value: Value,
}

#[derive(Debug)]
pub(crate) enum Value {
    Nothing,
    Truth(bool),
    /// A number in decimal digits, as it is written.
    Number(String),
    Text(String),
    List(Vec<Node>),
    Table(Vec<Entry>),
}

/// A field of a table.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) key: String,
    /// The place of the name.
    pub(crate) span: Range<usize>,
    pub(crate) value: Node,
}

/// The tree of a text. What is wrong with its form is reported, and what can be read in spite of it is in the tree.
pub(crate) fn read(text: &str, form: Form, report: &Report<'_>) -> Node {
    let root = match form {
        Form::Toml => toml::read(text, report),
        Form::Json => json::read(text, report),
    };
    expect_visible(&root, report);
    root
}

/// Reports the texts with a character that shows nothing. Both forms can write any of them as a code. Neither a workbook nor a picture can
/// hold them all, and what is left out of one file would make a name another one there than on the page.
fn expect_visible(node: &Node, report: &Report<'_>) {
    match &node.value {
        Value::Text(text) => {
            if let Some(letter) = text.chars().find(|letter| !may_stand(*letter)) {
                report.problem_at(&node.span, "", Fault::Character(letter));
            }
        }
        Value::List(items) => items.iter().for_each(|item| expect_visible(item, report)),
        Value::Table(entries) => entries.iter().for_each(|entry| expect_visible(&entry.value, report)),
        Value::Nothing | Value::Truth(_) | Value::Number(_) => {}
    }
}

/// Whether a text is a value of JSON that is no object: those are told by their first letter.
pub(crate) fn is_json_value(text: &str) -> bool {
    let begins = text.trim_start().starts_with(|letter: char| letter.is_ascii_digit() || "[\"-tfn".contains(letter));
    begins && json::is_value(text)
}

/// Whether a text may have a character: any but controls other than tabs and ends of lines, and those that Unicode keeps for no character
/// at all.
fn may_stand(letter: char) -> bool {
    let is_none = matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xFFFE == 0xFFFE;
    !is_none && (matches!(letter, '\t' | '\n' | '\r') || !letter.is_control())
}

impl Node {
    const fn table(entries: Vec<Entry>, span: Range<usize>) -> Self {
        Self { span, value: Value::Table(entries) }
    }

    /// The fields of a table; none for any other value.
    pub(crate) fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a field.
    pub(crate) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The items of a list. Any other value but `null` is taken for a list of this one item, which is how people write it.
    pub(crate) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            Value::Nothing => &[],
            _ => std::slice::from_ref(self),
        }
    }

    pub(crate) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) const fn found(&self) -> Found {
        match self.value {
            Value::Nothing => Found::Nothing,
            Value::Truth(_) => Found::Truth,
            Value::Number(_) => Found::Number,
            Value::Text(_) => Found::Text,
            Value::List(_) => Found::List,
            Value::Table(_) => Found::Table,
        }
    }

    /// All that it holds: the tables of a TOML file may stand in several places, and their own span is that of a heading.
    pub(crate) fn extent(&self) -> Range<usize> {
        let within: Vec<Range<usize>> = match &self.value {
            Value::Table(entries) => {
                entries.iter().flat_map(|entry| [entry.span.clone(), entry.value.extent()]).collect()
            }
            Value::List(items) => items.iter().map(Self::extent).collect(),
            _ => Vec::new(),
        };
        let start = within.iter().map(|part| part.start).min();
        let end = within.iter().map(|part| part.end).max();
        start.zip(end).map_or_else(|| self.span.clone(), |(start, end)| start..end)
    }

    /// Where people look for it: a table at its id or its first field, anything else where it begins.
    pub(crate) fn place(&self) -> Range<usize> {
        let first = || self.entries().iter().min_by_key(|entry| entry.span.start);
        match self.entries().iter().find(|entry| entry.key == "id").or_else(first) {
            Some(entry) if entry.span.start >= self.span.start || !self.span.is_empty() => {
                entry.span.start..entry.value.span.end.max(entry.span.end)
            }
            _ => self.span.clone(),
        }
    }
}

/// The fields in which each name is there once: the first one counts, and the others are reported.
fn each_name_once(entries: Vec<Entry>, report: &Report<'_>) -> Vec<Entry> {
    let mut seen = HashSet::new();
    let mut once = Vec::with_capacity(entries.len());
    for entry in entries {
        if seen.insert(entry.key.clone()) {
            once.push(entry);
        } else {
            report.problem_at(&entry.span, "", Fault::FieldTwice(entry.key));
        }
    }
    once
}
