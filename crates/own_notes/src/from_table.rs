//! A table as the text of a note: an amount a line, and the share of it in each year. Everything else is for the reader to fill in.

use std::fmt::Write;

use rust_decimal::Decimal;

use crate::table::{AmountUnit, Row, Table};
use words::Words;

/// The longest id that is made of a label.
const LONGEST_ID: usize = 40;

/// The text of a note with the rows of a table that add up no others. The table knows its years. Positive amounts are costs, negative ones
/// are savings; all are in `unit`.
#[must_use]
pub fn note(table: &Table, title: &str, unit: AmountUnit, words: Words) -> String {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_total).collect();
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let first = table.years.first().copied().unwrap_or_default();
    let last = first.saturating_add(u16::try_from(columns.saturating_sub(1)).unwrap_or_default());
    let running = running(&rows, columns);
    let labels = &words.labels().own_note;
    let title = if title.trim().is_empty() { labels.untitled } else { title.trim() };
    let mut text = String::new();
    let mut ids: Vec<String> = vec![LENGTH.to_owned()];
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "# {}\ntitle = {}\nyears = [{first}, {last}]\nunit = \"{}\"\nlanguage = {}\n\n[[effort]]\nname = {}\nlength = \"{LENGTH}\"\n\n\
         [[driver]]\nid = \"{LENGTH}\"\nname = {}\nunit = \"years\"\nvalue = \"{}\"\n",
        labels.table_comment,
        quoted(title),
        unit.id(),
        quoted(words.code()),
        quoted(title),
        quoted(labels.length),
        running.max(1),
    );
    for row in rows {
        let id = id_of(&row.label, &ids);
        let (amount, shares) = shares(&row.cells);
        let side = if is_saving(row) { "saving" } else { "cost" };
        let (in_years, after) = shares.split_at(running.min(shares.len()));
        let in_years: Vec<String> = in_years.iter().map(|share| format!("\"{share}\"")).collect();
        let after = after.first().copied().unwrap_or_default();
        let name = quoted(&row.label);
        let _ = write!(
            text,
            "\n[[driver]]\nid = \"{id}\"\nname = {name}\nunit = \"amount-per-year\"\nvalue = \"{amount}\"\n\n[[line]]\nname = {name}\n\
             side = \"{side}\"\narea = \"service\"\nrule = {{ fixed = {{ amount = \"{id}\" }} }}\n\
             schedule = {{ years = [{}], after = \"{after}\" }}\n",
            in_years.join(", "),
        );
        ids.push(id);
    }
    text
}

/// The id of the driver that says how long the effort runs.
pub(crate) const LENGTH: &str = "length";

/// In how many columns the effort runs. The columns after the last cost are what is left when it has ended, as long as they are alike in
/// every row: a note has one such share.
fn running(rows: &[&Row], columns: usize) -> usize {
    let has_cost = |column: &usize| rows.iter().any(|row| !is_saving(row) && cell(row, *column) != Decimal::ZERO);
    let Some(last_cost) = (0..columns).rev().find(has_cost) else { return columns };
    let ends = last_cost.saturating_add(1);
    let is_alike = |row: &&Row| (ends..columns).all(|column| cell(row, column) == cell(row, ends));
    if rows.iter().all(is_alike) { ends } else { columns }
}

fn cell(row: &Row, column: usize) -> Decimal {
    row.cells.get(column).copied().unwrap_or_default()
}

/// Whether more of a row's amounts are below zero than above.
fn is_saving(row: &Row) -> bool {
    let below = row.cells.iter().filter(|cell| **cell < Decimal::ZERO).count();
    let above = row.cells.iter().filter(|cell| **cell > Decimal::ZERO).count();
    below > above
}

/// The largest amount of a row, and the share of it in each column. With twelve decimals each share gives the amount again once that is
/// rounded to whole thousands.
fn shares(cells: &[Decimal]) -> (Decimal, Vec<Decimal>) {
    let largest = cells.iter().map(Decimal::abs).max().unwrap_or_default();
    let share = |cell: &Decimal| cell.abs().checked_div(largest).unwrap_or_default().round_dp(12).normalize();
    (largest.normalize(), cells.iter().map(share).collect())
}

/// An id made of a label, which none of these is.
pub(crate) fn id_of(label: &str, taken: &[String]) -> String {
    let mut id = String::new();
    for letter in label.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            'æ' => id.push_str("ae"),
            'ø' => id.push_str("oe"),
            'å' => id.push_str("aa"),
            _ if id.ends_with('-') || id.is_empty() => {}
            _ => id.push('-'),
        }
    }
    let id: String = id.chars().take(LONGEST_ID).collect();
    let id = id.trim_matches('-');
    let id = if id.is_empty() { "line" } else { id };
    let mut numbered = (1_u32..).map(|number| if number == 1 { id.to_owned() } else { format!("{id}-{number}") });
    numbered.find(|id| !taken.contains(id)).unwrap_or_default()
}

/// A text in TOML.
pub(crate) fn quoted(text: &str) -> String {
    let visible: String = text.chars().filter(|letter| !letter.is_control()).collect();
    format!("\"{}\"", visible.replace('\\', "\\\\").replace('"', "\\\""))
}
