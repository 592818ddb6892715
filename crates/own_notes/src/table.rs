//! A table as people paste it, from a spreadsheet, a text document or a PDF: rows with a label and one amount a year.
//!
//! Cells are parted by tabs, semicolons or wide gaps. Where there are none, as in the text of a PDF, the numbers at the end of a line are
//! its cells. Numbers are Danish or English, and those in parentheses are below zero.

mod cells;
mod doubts;
mod joined;
mod running;

use rust_decimal::Decimal;

use self::cells::{Heading, cells_of, is_part_of_number, number, years_of};
pub use self::doubts::{About, Doubt};
use self::joined::joined;
use self::running::is_running_text;
use crate::label::{self, Loss, Side};

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The years of the columns; empty where the table does not say them.
    pub years: Vec<u16>,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
    /// What the amounts are in; 1.000 kr. where the table does not say it.
    pub unit: AmountUnit,
    /// Whether the table says it.
    pub is_unit_said: bool,
    /// What the reader should look at, in the order of the lines.
    pub doubts: Vec<Doubt>,
}

/// What the amounts of a table are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AmountUnit {
    /// 1 kr.
    Kroner,
    /// 1.000 kr., which the budgets of municipalities are in where nothing is said.
    #[default]
    Thousands,
    /// 1.000.000 kr.
    Millions,
}

impl AmountUnit {
    /// Every unit, the smallest first.
    pub const ALL: [Self; 3] = [Self::Kroner, Self::Thousands, Self::Millions];

    /// As the format of notes writes it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Kroner => "kr",
            Self::Thousands => "thousands",
            Self::Millions => "mio",
        }
    }

    /// What a table says of its amounts; `None` where it says nothing.
    fn said_in(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        if says(&["mio. kr", "mio kr", "mio.kr", "mill. kr", "millioner"]) {
            Some(Self::Millions)
        } else if says(&["1.000 kr", "1000 kr", "1 000 kr", "t.kr", "tkr", "t. kr", "tusinde kr", "tusind kr"]) {
            Some(Self::Thousands)
        } else {
            let words = text.split(|letter: char| letter.is_whitespace() || "();,".contains(letter));
            words.into_iter().any(|word| matches!(word, "kr" | "kr." | "dkk" | "kroner")).then_some(Self::Kroner)
        }
    }
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line of the pasted text, from 1.
    pub line: u32,
    /// Its label.
    pub label: String,
    /// What stands in the column of the steering areas; `None` where the table has no such column, or nothing there.
    pub area: Option<String>,
    /// One amount a column, as it stands there; an empty cell is 0.
    pub cells: Vec<Decimal>,
    /// Whether it adds up other rows, by its label or by its amounts.
    pub is_total: bool,
}

impl Row {
    /// The side of the budget that the row is on, and what it says is lost.
    pub(crate) fn side(&self) -> (Side, Option<Loss>) {
        let below = self.cells.iter().filter(|cell| **cell < Decimal::ZERO).count();
        let above = self.cells.iter().filter(|cell| **cell > Decimal::ZERO).count();
        label::side(&self.label, below > above)
    }
}

/// Beginnings of labels that say that a row, or a column, adds up others.
const TOTALS: [&str; 10] =
    ["i alt", "ialt", "samlet", "sum", "total", "netto", "net ", "subtotal", "balance", "varig virkning"];

/// Those of them that say what is left in the end, or a balance.
const NO_SUMS: [&str; 2] = ["balance", "varig virkning"];

/// The most rows and columns of a table: more is no budget.
const MOST_ROWS: usize = 500;
const MOST_COLUMNS: usize = 40;

impl Table {
    /// The table in a text; `None` where no row has a number.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
        let unit = AmountUnit::said_in(&text);
        let is_in_columns = text.lines().filter(|line| line.contains(['\t', ';', '|'])).count() > 1;
        let lines: Vec<(u32, Vec<String>)> =
            (1..).zip(text.lines().map(cells_of)).filter(|(_, cells)| !cells.is_empty()).collect();
        let heading = lines.iter().find_map(|(line, cells)| Heading::of(*line, cells)).unwrap_or_default();
        let has_total_column =
            lines.iter().any(|(line, cells)| Heading::of(*line, cells).is_some_and(|it| it.has_total));
        let years = heading.years.clone();
        let (mut rows, mut doubts): (Vec<Row>, Vec<Doubt>) = (Vec::new(), Vec::new());
        let mut running: Vec<(u32, String)> = Vec::new();
        let below = |(_, cells): &&(u32, Vec<String>)| years_of(cells).is_none();
        for (line, cells) in lines.iter().filter(below).take(MOST_ROWS) {
            let (label, area, rest) = parted(cells, &heading, is_in_columns);
            let columns = years.len().saturating_add(usize::from(has_total_column));
            let rest =
                if is_in_columns { None } else { without_spaces(rest, columns) }.unwrap_or_else(|| rest.to_vec());
            let numbers: Option<Vec<Decimal>> = rest.iter().take(MOST_COLUMNS).map(|cell| number(cell)).collect();
            if is_running_text(&label) {
                running.push((*line, label));
                continue;
            }
            let mut doubt = |about| doubts.push(Doubt { line: *line, label: label.clone(), about });
            // Above the years, and where there are none, it is a sentence around the table.
            let may_be_row = heading.line > 0 && *line > heading.line && !label.is_empty() && !rest.is_empty();
            let Some(numbers) = numbers.filter(|numbers| !numbers.is_empty()) else {
                if may_be_row {
                    doubt(About::NoNumber);
                }
                continue;
            };
            // A sentence that ends with a number is no row of a table whose years are known.
            let is_short = years.len() > 1 && numbers.len() < years.len() && !is_in_columns;
            if is_short && may_be_row {
                doubt(About::FewerNumbers);
            }
            // One number alone is that of a page.
            if label.is_empty() && heading.line > 0 && *line > heading.line && numbers.len() > 1 {
                doubt(About::NoLabel);
            }
            if label.is_empty() || is_short {
                continue;
            }
            let is_total = says_total(&label);
            rows.push(Row { line: *line, label, area, cells: numbers, is_total });
        }
        let lines = running.len();
        doubts.extend(running.into_iter().next().map(|(line, label)| {
            let label = running::beginning(&label);
            Doubt { line, label, about: About::RunningText { lines } }
        }));
        let columns = rows.iter().map(|row| row.cells.len()).max()?;
        let said = rows.iter().map(|row| row.cells.len()).collect::<Vec<_>>();
        for row in &mut rows {
            row.cells.resize(columns, Decimal::ZERO);
        }
        let has_total_column = has_total_column || (columns > years.len().max(2) && rows.iter().all(ends_with_its_sum));
        let kept = if has_total_column { columns.saturating_sub(1) } else { columns };
        let kept = if years.is_empty() { kept } else { kept.min(years.len()) };
        let known = kept.saturating_add(usize::from(has_total_column));
        for (row, said) in rows.iter_mut().zip(said) {
            // Zeros that are left out are missed by nobody.
            let is_left_out = row.cells.get(known..said).is_some_and(|rest| rest.iter().any(|cell| !cell.is_zero()));
            if is_left_out {
                doubts.push(Doubt { line: row.line, label: row.label.clone(), about: About::MoreNumbers });
            }
            row.cells.truncate(kept);
        }
        doubts.extend(mark_sums(&mut rows));
        doubts.extend(rows.iter().filter(|row| !row.is_total).filter_map(|row| {
            let about = match row.side() {
                (_, Some(loss)) => About::Lost(loss),
                (Side::Cost, None) if label::says_saving(&row.label) => About::SavingAboveZero,
                _ => return None,
            };
            Some(Doubt { line: row.line, label: row.label.clone(), about })
        }));
        doubts.sort_by_key(|doubt| doubt.line);
        let years = years.into_iter().take(kept).collect();
        Some(Self { years, rows, unit: unit.unwrap_or_default(), is_unit_said: unit.is_some(), doubts })
    }
}

impl Table {
    /// Counts the columns from this year on, where the table does not say its years.
    pub fn begin_in(&mut self, year: u16) {
        let columns = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        if self.years.is_empty() {
            self.years = (year..).take(columns).collect();
        }
    }
}

/// The label of a line, its steering area where the table has a column of them, and its numbers.
fn parted<'c>(cells: &'c [String], heading: &Heading, is_in_columns: bool) -> (String, Option<String>, &'c [String]) {
    let is_word = |cell: &String| cell.is_empty() || !is_part_of_number(cell);
    let has_columns = is_in_columns && heading.before > 0 && cells.len() > heading.before;
    // An empty cell before the years is no number.
    let words = match cells.get(..heading.before) {
        Some(before) if has_columns && before.iter().all(is_word) => before.len(),
        _ => cells.iter().take_while(|cell| !is_part_of_number(cell)).count(),
    };
    let (words, numbers) = cells.split_at(words);
    let areas = heading.areas.filter(|_| words.len() == heading.before);
    let area = areas.and_then(|column| words.get(column)).filter(|area| !area.is_empty()).cloned();
    // Other words beside the label are a part of it.
    let label = (0..)
        .zip(words)
        .filter(|(column, word)| areas != Some(*column) && !word.is_empty())
        .map(|(_, word)| word.as_str());
    (label.collect::<Vec<_>>().join(", "), area, numbers)
}

/// Marks the rows that are the sum of all rows since the last such sum, or of all rows before them that are none. Those that say that they
/// are one and are not are in doubt.
fn mark_sums(rows: &mut [Row]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut since_last: Vec<Decimal> = Vec::new();
    let mut all: Vec<Decimal> = Vec::new();
    let mut added: (u32, u32) = (0, 0);
    for row in rows {
        let is_sum_of =
            |sum: &[Decimal], count: u32| count > 1 && sum == row.cells && sum.iter().any(|cell| !cell.is_zero());
        if row.is_total || is_sum_of(&since_last, added.0) || is_sum_of(&all, added.1) {
            // After a sum, the next one adds up everything.
            let parts = if added.0 > 0 { &since_last } else { &all };
            if added.1 > 0 && says_sum(&row.label) && row.cells != since_last && row.cells != all {
                let differ = (0..).zip(row.cells.iter().zip(parts)).find(|(_, (printed, parts))| printed != parts);
                doubts.extend(differ.map(|(column, (printed, parts))| {
                    let about = About::OtherSum { column, printed: *printed, parts: *parts };
                    Doubt { line: row.line, label: row.label.clone(), about }
                }));
            }
            row.is_total = true;
            (since_last, added.0) = (Vec::new(), 0);
            continue;
        }
        add(&mut since_last, &row.cells);
        add(&mut all, &row.cells);
        added = (added.0.saturating_add(1), added.1.saturating_add(1));
    }
    doubts
}

/// Whether a label says that the row adds up the others, and not what is left of them.
fn says_sum(label: &str) -> bool {
    let label = label.trim().to_lowercase();
    !NO_SUMS.iter().any(|beginning| label.starts_with(beginning))
}

/// The cells of a row without the spaces between thousands, where there are more of them than columns. One more may be the sum of the others.
fn without_spaces(cells: &[String], columns: usize) -> Option<Vec<String>> {
    if columns < 2 || cells.len() <= columns {
        return None;
    }
    let numbers = |cells: &[String]| cells.iter().map(|cell| number(cell)).collect::<Option<Vec<Decimal>>>();
    let ends_with_sum = |cells: &Vec<String>| {
        let parted = numbers(cells).and_then(|numbers| Some((*numbers.last()?, numbers)));
        parted.is_some_and(|(last, numbers)| numbers.iter().sum::<Decimal>().checked_sub(last) == Some(last))
    };
    let with_sum = joined(cells, columns.saturating_add(1)).filter(ends_with_sum);
    with_sum.or_else(|| joined(cells, columns).filter(|cells| numbers(cells).is_some()))
}

fn add(sum: &mut Vec<Decimal>, cells: &[Decimal]) {
    sum.resize(sum.len().max(cells.len()), Decimal::ZERO);
    for (sum, cell) in sum.iter_mut().zip(cells) {
        *sum = sum.checked_add(*cell).unwrap_or(*sum);
    }
}

fn ends_with_its_sum(row: &Row) -> bool {
    let Some((last, cells)) = row.cells.split_last() else { return false };
    let sum = cells.iter().try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(*cell));
    sum == Some(*last)
}

#[allow(clippy::ptr_arg, reason = "it is given to methods of lists of texts")]
fn says_total(label: &String) -> bool {
    let label = label.trim().to_lowercase();
    TOTALS.iter().any(|beginning| label.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(text: &str) -> Table {
        Table::read(text).expect("a table")
    }

    fn rows(table: &Table) -> Vec<(&str, String, bool)> {
        let cells = |row: &Row| row.cells.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        table.rows.iter().map(|row| (row.label.as_str(), cells(row), row.is_total)).collect()
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (cell, value) in [
            ("1.234", "1234"),
            ("1,234", "1234"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("12,5", "12.5"),
            ("12.5", "12.5"),
            ("1 234", "1234"),
            ("-670", "-670"),
            ("− 670", "-670"),
            ("(670)", "-670"),
            ("670 kr.", "670"),
            ("-", "0"),
            ("", "0"),
            ("1.234.567", "1234567"),
            (",5", "0.5"),
            ("0,125", "0.125"),
        ] {
            assert_eq!(number(cell).map(|number| number.to_string()).as_deref(), Some(value), "{cell:?}");
        }
        for cell in ["abc", "12a", "1-2", "()", ".", "BIF", "12345678901234567890123456789012"] {
            assert_eq!(number(cell), None, "{cell:?}");
        }
    }

    #[test]
    fn a_table_from_a_spreadsheet() {
        let table = read(
            "1.000 kr.\t2027\t2028\t2029\tI alt\nProjektleder\t670\t670\t0\t1.340\nSparede ydelser\t\t-300\t-600\t-900\nI alt\t670\t370\t-600\t440\n",
        );
        assert_eq!(table.years, [2027, 2028, 2029]);
        let expected = [
            ("Projektleder", "670 670 0".to_owned(), false),
            ("Sparede ydelser", "0 -300 -600".to_owned(), false),
            ("I alt", "670 370 -600".to_owned(), true),
        ];
        assert_eq!(rows(&table), expected);
    }

    #[test]
    fn a_table_from_a_pdf() {
        let table = read(
            "(1.000 kr.) 2018 2019 2020 2021 2022\nAnsættelse af 2 rusmiddelkonsulenter (SOF) 1.000 1.000 1.000 1.000 0\nReduktion i enkeltydelser (SOF) -50 -100 -100 -100 -40\nUdgifter og besparelser 950 900 900 900 -40",
        );
        assert_eq!(table.years, [2018, 2019, 2020, 2021, 2022]);
        let expected = [
            ("Ansættelse af 2 rusmiddelkonsulenter (SOF)", "1000 1000 1000 1000 0".to_owned(), false),
            ("Reduktion i enkeltydelser (SOF)", "-50 -100 -100 -100 -40".to_owned(), false),
            ("Udgifter og besparelser", "950 900 900 900 -40".to_owned(), true),
        ];
        assert_eq!(rows(&table), expected, "a sum is known by its amounts too");
    }

    #[test]
    fn a_column_that_adds_up_the_others_is_left_out() {
        let table = read("Løn;100;200;300\nDrift;10;20;30");
        assert_eq!(table.years, [0; 0]);
        assert_eq!(rows(&table), [("Løn", "100 200".to_owned(), false), ("Drift", "10 20".to_owned(), false)]);
    }

    #[test]
    fn what_the_amounts_are_in_is_read_where_the_table_says_it() {
        for (head, unit) in [
            ("Kr.", AmountUnit::Kroner),
            ("Post (kr.)", AmountUnit::Kroner),
            ("1.000 kr.", AmountUnit::Thousands),
            ("t.kr.", AmountUnit::Thousands),
            ("Mio. kr.", AmountUnit::Millions),
            ("Post", AmountUnit::Thousands),
        ] {
            let table = read(&format!("{head}\t2027\t2028\nLøn\t1\t2"));
            assert_eq!((table.unit, table.is_unit_said), (unit, head != "Post"), "{head}");
        }
    }

    #[test]
    fn words_beside_a_label_belong_to_it_and_sentences_are_no_rows() {
        let table = read("Post\tBevilling\t2027\t2028\nLøn\tService\t100\t200\nVarig virkning\t\t\t-447");
        let expected = [("Løn, Service", "100 200".to_owned(), false), ("Varig virkning", "0 -447".to_owned(), true)];
        assert_eq!(rows(&table), expected);
        let table = read(
            "Nr. 4\n(1.000 kr.) 2027 2028\nUdvidelsen koster 250.000 kr. én gang i 2027\nLøn 100 200\nVarig virkning -447",
        );
        assert_eq!(rows(&table), [("Løn", "100 200".to_owned(), false)]);
    }

    #[test]
    fn an_empty_cell_before_the_years_is_no_number_and_areas_have_a_column() {
        let table = read(
            "Post\tStyringsområde\t2027\t2028\nLøn\tService\t100\t200\nSygedagpenge\tForsikrede ledige\t\t-473\nHusleje\t\t5\t6\nI alt\t\t105\t-267",
        );
        let expected = [
            ("Løn", "100 200".to_owned(), false),
            ("Sygedagpenge", "0 -473".to_owned(), false),
            ("Husleje", "5 6".to_owned(), false),
            ("I alt", "105 -267".to_owned(), true),
        ];
        assert_eq!(rows(&table), expected);
        let areas: Vec<Option<&str>> = table.rows.iter().map(|row| row.area.as_deref()).collect();
        assert_eq!(areas, [Some("Service"), Some("Forsikrede ledige"), None, None]);
        assert_eq!(table.doubts, []);
    }

    #[test]
    fn a_saving_above_zero_is_in_doubt() {
        let table =
            read("1.000 kr.\t2027\t2028\nLøn\t100\t200\nBesparelse på sygedagpenge\t50\t60\nMindreudgift\t-5\t-6");
        let doubted: Vec<_> = table.doubts.iter().map(|doubt| (doubt.line, &doubt.about)).collect();
        assert_eq!(doubted, [(3, &About::SavingAboveZero)]);
    }

    #[test]
    fn what_is_no_table_is_none() {
        for text in ["", "\n\n", "Husk mælk", "En sætning, og en til.\nIngen tal."] {
            assert_eq!(Table::read(text), None, "{text:?}");
        }
    }
}
