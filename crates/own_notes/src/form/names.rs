//! Which fields name other items, and what the ids of new items are.

use super::shape::Shape;
use super::tree::{Node, Tree};

/// The list whose items a field with an id names; `None` where it is an id of its own, or a word that is free.
pub(super) fn named_by(table: &str, key: &str) -> Option<&'static str> {
    match key {
        // The aim of a target is its id, unless it says another one.
        "aim" if table == "result" => Some("target"),
        "id" | "aim" | "document" | "savings_like" | "what" => None,
        "effort" => Some("effort"),
        "target" => Some("target"),
        "variant" => Some("variant"),
        "line" | "of" => Some("line"),
        _ => Some("driver"),
    }
}

/// The list whose items a list of ids names.
pub(super) fn named_by_each(key: &str) -> Option<&'static str> {
    match key {
        "lines" => Some("line"),
        "targets" => Some("target"),
        "titled" => Some("effort"),
        _ => None,
    }
}

/// Whether an id is one that [`numbered`] gave, which the item's name takes the place of.
pub(super) fn is_numbered(id: &str, list: &str) -> bool {
    let number = id.strip_prefix(list).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An id for a new item of a list.
pub(super) fn numbered(list: &str, taken: &[String]) -> String {
    let mut ids = (1_u32..).map(|number| format!("{list}-{number}"));
    ids.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// Whether a number of the format is a share of 1, which people write in per cent. `unit`: that of the assumption that it belongs to.
pub(super) fn is_share(table: &str, key: &str, unit: Option<&str>) -> bool {
    match key {
        "share" | "key" => true,
        "first" | "running" | "after" | "years" => table == "line.schedule",
        "phase_in" => table == "effort",
        _ => table.starts_with("driver") && matches!(unit, Some("share" | "increase")),
    }
}

/// Whether a number of the format is an amount, which is in what the note says. `unit`: that of the assumption that it belongs to.
pub(super) fn is_amount(table: &str, key: &str, unit: Option<&str>) -> bool {
    let is_of_amounts =
        matches!(unit, Some("cost-per-post" | "amount-per-outcome" | "amount-per-year" | "amount-each"));
    table.starts_with("driver") && matches!(key, "value" | "low" | "high") && is_of_amounts
}

/// Whether what stands at a path is a share of 1, which the form shows in per cent.
pub(super) fn is_share_at(tree: &Tree<'_>, note: &Shape, path: &[String]) -> bool {
    let steps = path.iter().rposition(|key| key.parse::<usize>().is_err()).unwrap_or_default();
    let key = path.get(steps).map(String::as_str).unwrap_or_default();
    let table = path.get(..steps).and_then(|above| note.at(above));
    let Some(Shape::Table(table)) = table else { return false };
    let driver = path.iter().rposition(|key| key == "driver").map(|at| at.saturating_add(2));
    let driver = driver.and_then(|end| tree.root().at(path.get(..end)?));
    let unit = driver.and_then(|driver| tree.word(driver.get("unit")?));
    is_share(&table.name, key, unit.as_deref())
}

/// What has the lists whose items may be named at a path: a variant, or the note.
pub(super) fn scope_of<'t>(tree: &'t Tree<'_>, path: &[String]) -> Node<'t> {
    let scope = path.get(..2).filter(|scope| scope.first().is_some_and(|key| key == "variant"));
    scope.and_then(|scope| tree.root().at(scope)).unwrap_or_else(|| tree.root())
}
