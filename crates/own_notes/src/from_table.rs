//! A table as the text of a note: its rows and cells as they are, and for each row an amount and the share of it in each year. Everything
//! else is for the reader to fill in.

use std::fmt::Write;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::label::{self, Loss, Side};
use crate::table::{AmountUnit, Row, Table};
use model::language::capitalised;
use words::Words;

/// The longest id that is made of a label.
const LONGEST_ID: usize = 40;

/// The text of a note with the rows of a table that add up no others. The table knows its years. Positive amounts are costs, negative ones
/// are savings or, as the label says, incomes; all are in `unit`.
#[must_use]
pub fn note(table: &Table, title: &str, unit: AmountUnit, words: Words) -> String {
    let rows: Vec<&Row> = table.rows.iter().filter(|row| !row.is_total).collect();
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let first = table.years.first().copied().unwrap_or_default();
    let last = first.saturating_add(u16::try_from(columns.saturating_sub(1)).unwrap_or_default());
    let running = running(&rows, columns);
    let mut printed: Vec<(&Row, String)> = Vec::new();
    for row in &table.rows {
        let taken: Vec<String> = printed.iter().map(|(_, id)| id.clone()).collect();
        printed.push((row, id_of(&row.label, &taken)));
    }
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
        let side = match row.side().0 {
            Side::Cost => "cost",
            Side::Income => "income",
            Side::Saving => "saving",
        };
        let area = row.area.as_deref().map_or_else(
            || quoted(if label::is_capital(&row.label) { "capital" } else { "service" }),
            |area| quoted(&capitalised(area)),
        );
        let (in_years, after) = shares.split_at(running.min(shares.len()));
        let in_years: Vec<String> = in_years.iter().map(|share| format!("\"{share}\"")).collect();
        let after = after.first().copied().unwrap_or_default();
        let name = quoted(&row.label);
        let _ = write!(
            text,
            "\n[[driver]]\nid = \"{id}\"\nname = {name}\nunit = \"amount-per-year\"\nvalue = \"{amount}\"\n\n[[line]]\nname = {name}\n\
             side = \"{side}\"\narea = {area}\nrule = {{ fixed = {{ amount = \"{id}\" }} }}\n\
             schedule = {{ years = [{}], after = \"{after}\" }}\n",
            in_years.join(", "),
        );
        // A row whose amounts are below zero shows no cost.
        let shows_line = has_one_sign(row) && row.side().1 != Some(Loss::Income);
        if shows_line && let Some((_, row_id)) = printed.iter().find(|(printed, _)| std::ptr::eq(*printed, row)) {
            let _ = writeln!(text, "row = \"{TABLE}/{row_id}\"");
        }
        ids.push(id);
    }
    write_table(&mut text, table, title, unit, &printed, words);
    text
}

/// The id of the printed table.
const TABLE: &str = "table-1";

/// The table as it was read, to be compared with the document, and by the page with what it computes.
fn write_table(text: &mut String, table: &Table, title: &str, unit: AmountUnit, rows: &[(&Row, String)], words: Words) {
    let years: Vec<String> = table.years.iter().map(u16::to_string).collect();
    // Writing to a string cannot fail.
    let _ = write!(
        text,
        "\n[[table]]\nid = \"{TABLE}\"\nplace = {}\ntitle = {}\nyears = [{}]\n",
        quoted(words.labels().own_note.table_text),
        quoted(title),
        years.join(", ")
    );
    for (index, (row, id)) in rows.iter().enumerate() {
        let cells: Vec<String> = row.cells.iter().map(|cell| written(*cell)).collect();
        let _ = write!(
            text,
            "\n[[table.row]]\nid = \"{id}\"\nlabel = {}\ncells = [{}]\n",
            quoted(&row.label),
            cells.join(", ")
        );
        // What was rounded to thousands need not add up any more.
        if let Some(parts) = parts(rows, index).filter(|_| unit == AmountUnit::Thousands) {
            let parts: Vec<String> = parts.into_iter().map(|id| format!("\"{id}\"")).collect();
            let _ = writeln!(text, "parts = [{}]", parts.join(", "));
        }
    }
}

/// A number as TOML writes it. One that is larger than TOML's whole numbers is a text, which the loader reads as a number.
fn written(number: Decimal) -> String {
    let digits = number.normalize().to_string();
    if number.is_integer() && number.to_i64().is_none() { quoted(&digits) } else { digits }
}

/// The ids of the rows that a row adds up: all others, or those since the last one that adds up others. `None` where it adds up neither.
fn parts<'r>(rows: &'r [(&Row, String)], index: usize) -> Option<Vec<&'r str>> {
    let (total, _) = rows.get(index).filter(|(row, _)| row.is_total)?;
    let before = rows.get(..index).unwrap_or_default();
    let block = before.iter().rposition(|(row, _)| row.is_total).map_or(0, |last| last.saturating_add(1));
    let [all, block] = [rows, before.get(block..).unwrap_or_default()]
        .map(|rows| rows.iter().filter(|(row, _)| !row.is_total).collect::<Vec<_>>());
    let adds_up = |parts: &Vec<&(&Row, String)>| {
        let sum =
            |column: usize| parts.iter().try_fold(Decimal::ZERO, |sum, (part, _)| sum.checked_add(cell(part, column)));
        !parts.is_empty() && (0..total.cells.len()).all(|column| sum(column) == Some(cell(total, column)))
    };
    let found = [block, all].into_iter().find(adds_up)?;
    Some(found.into_iter().map(|(_, id)| id.as_str()).collect())
}

/// Whether no two of a row's amounts have different signs, as the printed row of a line must.
fn has_one_sign(row: &Row) -> bool {
    !(row.cells.iter().any(|cell| *cell < Decimal::ZERO) && row.cells.iter().any(|cell| *cell > Decimal::ZERO))
}

/// The id of the driver that says how long the effort runs.
pub(crate) const LENGTH: &str = "length";

/// In how many columns the effort runs. The columns after the last cost are what is left when it has ended, as long as they are alike in
/// every row: a note has one such share.
fn running(rows: &[&Row], columns: usize) -> usize {
    let is_cost = |row: &Row| row.side().0 == Side::Cost;
    let has_cost = |column: &usize| rows.iter().any(|row| is_cost(row) && cell(row, *column) != Decimal::ZERO);
    let Some(last_cost) = (0..columns).rev().find(has_cost) else { return columns };
    let ends = last_cost.saturating_add(1);
    let is_alike = |row: &&Row| (ends..columns).all(|column| cell(row, column) == cell(row, ends));
    if rows.iter().all(is_alike) { ends } else { columns }
}

fn cell(row: &Row, column: usize) -> Decimal {
    row.cells.get(column).copied().unwrap_or_default()
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
