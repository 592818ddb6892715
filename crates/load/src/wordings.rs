//! The wordings that data files lack. They are looked for in the text as it is written, before any item is checked, so that a
//! translator learns of all of them at once.

use toml::{Table, Value};

use crate::{Fault, LoadError};
use model::language::Language;

/// Every wording that is there in some language of the page but not in all, with the keys that lead to it. An item of a list is named
/// by its id, and by its place where it has none. A text that is no TOML has none; loading says so.
#[must_use]
pub fn missing_wordings(file: &str, text: &str) -> Vec<LoadError> {
    let mut missing = Vec::new();
    if let Ok(table) = text.parse::<Table>() {
        look_through(&table, "", &mut |item, language| {
            missing.push(LoadError {
                file: file.to_owned(),
                item: item.to_owned(),
                fault: Fault::Unsaid(language.code()),
            });
        });
    }
    missing
}

fn look_through(table: &Table, path: &str, report: &mut impl FnMut(&str, Language)) {
    let says = |language: &Language| table.get(language.code()).and_then(Value::as_str);
    if Language::ALL.iter().any(|language| says(language).is_some()) {
        let is_unsaid = |language: &Language| says(language).is_none_or(|words| words.trim().is_empty());
        Language::ALL.into_iter().filter(is_unsaid).for_each(|language| report(path, language));
        return;
    }
    for (key, value) in table {
        look_into(value, &below(path, key), report);
    }
}

fn look_into(value: &Value, path: &str, report: &mut impl FnMut(&str, Language)) {
    match value {
        Value::Table(table) => look_through(table, path, report),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let id = item.get("id").and_then(Value::as_str).map(str::to_owned);
                let name = id.unwrap_or_else(|| index.saturating_add(1).to_string());
                look_into(item, &below(path, &name), report);
            }
        }
        _ => {}
    }
}

fn below(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}
