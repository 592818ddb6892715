//! The items of a file's lists, each read by itself, and the ids by which they are found.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;

use model::fault::{Fault, Kind};
use model::language::Language;

use crate::near::nearest;
use crate::reader::{self, Others};
use crate::report::{At, Report};
use crate::tree::Node;

/// An item of a list, as it is written.
pub(crate) struct Item<'n, T> {
    pub(crate) written: T,
    /// Its path of ids.
    pub(crate) path: String,
    pub(crate) node: &'n Node,
    /// Whether everything in it could be read. If not, that was reported, and what follows from it is not.
    pub(crate) is_whole: bool,
}

impl<T> Item<'_, T> {
    pub(crate) fn at(&self) -> At<'_> {
        At { item: &self.path, node: self.node }
    }
}

/// The items of the list `key`. Their paths begin with `parent`.
pub(crate) fn items<'n, T: DeserializeOwned>(
    of: &'n Node,
    key: &str,
    parent: &str,
    others: Others<'_>,
    language: Language,
    report: &Report<'_>,
) -> Vec<Item<'n, T>> {
    let nodes = of.get(key).map(Node::items).unwrap_or_default();
    let read = nodes.iter().enumerate().filter_map(|(index, node)| {
        let path = path(&[parent, &name(node, key, index)]);
        let before = report.count();
        let written = reader::read(At { item: &path, node }, others, language, report)?;
        Some(Item { written, node, is_whole: report.count() == before, path })
    });
    read.collect()
}

/// The id of an item, or its place in its list.
pub(crate) fn name(node: &Node, key: &str, index: usize) -> String {
    let id = node.get("id").and_then(Node::as_text).filter(|id| !id.is_empty());
    id.map_or_else(|| path(&[key, &index.saturating_add(1).to_string()]), str::to_owned)
}

/// The path of an item, made of the ids that lead to it.
pub(crate) fn path(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    said.join("/")
}

/// The ids of items of one kind, with their positions.
pub(crate) struct Ids<'i> {
    kind: Kind,
    positions: HashMap<&'i str, usize>,
}

impl<'i> Ids<'i> {
    /// Ids in the order of their items. Those that are not allowed or are there twice are reported.
    pub(crate) fn checked<'a: 'i>(
        kind: Kind,
        ids: impl IntoIterator<Item = (&'i str, At<'a>)>,
        report: &Report<'_>,
    ) -> Self {
        let mut positions = HashMap::new();
        for (position, (id, at)) in ids.into_iter().enumerate() {
            // An item without an id was reported as one.
            if !is_id(id) && !id.is_empty() {
                report.problem(at.field("id"), Fault::Id(id.to_owned()));
            }
            if positions.contains_key(id) && !id.is_empty() {
                report.problem(at.field("id"), Fault::Duplicate(id.to_owned()));
            } else {
                positions.insert(id, position);
            }
        }
        Self { kind, positions }
    }

    /// Ids that were checked elsewhere.
    pub(crate) fn of(kind: Kind, ids: impl IntoIterator<Item = &'i str>) -> Self {
        let mut positions = HashMap::new();
        for (position, id) in ids.into_iter().enumerate() {
            positions.entry(id).or_insert(position);
        }
        Self { kind, positions }
    }

    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The position of an item. An id that no item has is reported.
    pub(crate) fn find(&self, at: At<'_>, id: &str, report: &Report<'_>) -> Option<usize> {
        let position = self.position(id);
        // A blank that nobody wrote stands for what was reported already.
        if position.is_none() && (!id.is_empty() || at.node.as_text().is_some()) {
            let meant = if report.is_full() { None } else { nearest(id, self.positions.keys().copied()) };
            report.problem(at, Fault::Unknown { kind: self.kind, id: id.to_owned(), meant });
        }
        position
    }
}

/// Whether a text has only the characters of ids.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

/// An id made from a name: its words in small letters, joined by `-`, at most `longest` characters.
pub(crate) fn id_from(name: &str, longest: usize) -> String {
    let mut id = String::new();
    for letter in model::language::in_small_letters(name).chars() {
        let written = match letter {
            'æ' | 'ä' => "ae",
            'ø' | 'ö' => "oe",
            'å' => "aa",
            'à'..='ã' => "a",
            'è'..='ë' => "e",
            'ì'..='ï' => "i",
            'ò'..='õ' => "o",
            'ù'..='ü' => "u",
            _ => "",
        };
        if letter.is_ascii_alphanumeric() {
            id.push(letter);
        } else if !written.is_empty() {
            id.push_str(written);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    id.truncate(longest);
    let id = id.trim_end_matches('-');
    // A name without a letter that ids can have.
    if id.is_empty() { "x".to_owned() } else { id.to_owned() }
}

/// Ids for items that have none.
#[derive(Default)]
pub(crate) struct FreeIds {
    taken: HashSet<String>,
    /// The number that is tried next behind an id, so that a thousand items of one name take no longer than a thousand others.
    next: HashMap<String, usize>,
}

impl FreeIds {
    pub(crate) fn besides(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect(), next: HashMap::new() }
    }

    /// The first of `id`, `id-2`, `id-3` and so on that is not taken, in at most `longest` characters. It is taken then.
    pub(crate) fn take(&mut self, id: &str, longest: usize) -> String {
        let next = self.next.entry(id.to_owned()).or_insert(1);
        loop {
            let candidate = numbered(id, *next, longest);
            *next = next.saturating_add(1);
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

fn numbered(id: &str, number: usize, longest: usize) -> String {
    if number == 1 {
        return id.to_owned();
    }
    let number = format!("-{number}");
    let beginning = id.get(..id.len().min(longest.saturating_sub(number.len()))).unwrap_or_default();
    format!("{}{number}", beginning.trim_end_matches('-'))
}
