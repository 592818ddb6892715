//! What must be the same in every language: the keys, what each of them holds, its places, and how often it emphasizes.

use crate::Fault;
use crate::read::{File, Item, Section, Value};

/// Adds what is different in the two languages to the faults.
pub(crate) fn sections(first: &File<'_>, other: &File<'_>, faults: &mut Vec<Fault>) {
    section((first.path, &first.root), (other.path, &other.root), faults);
}

fn section((first_path, first): (&str, &Section), (other_path, other): (&str, &Section), faults: &mut Vec<Fault>) {
    let mut fault = |path: &str, item: &Item, what: String| {
        faults.push(Fault { path: path.to_owned(), line: item.line, key: item.key.clone(), what });
    };
    for item in &other.items {
        if !first.items.iter().any(|own| own.name == item.name) {
            fault(other_path, item, format!("is not in {first_path}"));
        }
    }
    let mut sections = Vec::new();
    for item in &first.items {
        let Some(their) = other.items.iter().find(|their| their.name == item.name) else {
            fault(first_path, item, format!("is not in {other_path}"));
            continue;
        };
        match (&item.value, &their.value) {
            (Value::Section(own), Value::Section(their)) => sections.push((own, their)),
            (Value::Texts(own), Value::Texts(their)) if own.len() != their.len() => {
                let what = format!("has {} texts, but {} in {first_path}", their.len(), own.len());
                fault(other_path, item_of(other, &item.name).unwrap_or(item), what);
            }
            (Value::Records(_, own), Value::Records(_, their)) if own.len() != their.len() => {
                let what = format!("has {} records, but {} in {first_path}", their.len(), own.len());
                fault(other_path, item_of(other, &item.name).unwrap_or(item), what);
            }
            (own, value) => {
                if let Some(what) = different(own, value, first_path) {
                    fault(other_path, their, what);
                }
            }
        }
    }
    for (own, their) in sections {
        section((first_path, own), (other_path, their), faults);
    }
}

fn item_of<'s>(section: &'s Section, name: &str) -> Option<&'s Item> {
    section.items.iter().find(|item| item.name == name)
}

/// How a value differs from that of the first language; `None` where it does not.
fn different(own: &Value, their: &Value, first_path: &str) -> Option<String> {
    if kind(own) != kind(their) {
        return Some(format!("is {}, but {} in {first_path}", kind(their), kind(own)));
    }
    let (one, other) = (form(own)?, form(their)?);
    let listed = |places: Vec<&str>| match places.as_slice() {
        [] => "none".to_owned(),
        places => places.iter().map(|place| format!("{{{place}}}")).collect::<Vec<_>>().join(", "),
    };
    if one.0 != other.0 {
        return Some(format!("has the places {}, but {} in {first_path}", listed(other.0), listed(one.0)));
    }
    (one.1 != other.1).then(|| format!("emphasizes {} pieces, but {} in {first_path}", other.1, one.1))
}

const fn kind(value: &Value) -> &'static str {
    match value {
        Value::Section(_) => "a section",
        Value::Message(_) => "a message",
        Value::Plural { .. } => "a message with forms",
        Value::Texts(_) => "a list of texts",
        Value::Records(..) => "a list of records",
        Value::Record(..) => "a record",
    }
}

/// The places of a message, and how many pieces it emphasizes. A place whose value has emphasis of its own counts for one.
fn form(value: &Value) -> Option<(Vec<&str>, usize)> {
    match value {
        Value::Message(message) => {
            Some((message.places().into_iter().collect(), message.emphasized() + message.phrases().len()))
        }
        Value::Plural { one, other } => {
            let places: std::collections::BTreeSet<&str> = one.places().into_iter().chain(other.places()).collect();
            let places = places.into_iter().filter(|place| *place != crate::read::COUNT);
            Some((places.collect(), other.emphasized() + other.phrases().len()))
        }
        Value::Section(_) | Value::Texts(_) | Value::Records(..) | Value::Record(..) => None,
    }
}
