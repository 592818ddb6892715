//! The form of tables: their headings, their numbers, and columns without amounts.

use super::check::{Check, Compared, Kind, Place, Value, Verdict};
use super::place::in_table;
use model::note::{Document, Names, Table, Variant, Year};

pub(super) fn checks(document: &Document) -> Vec<Check> {
    let of_tables = document.tables.iter().flat_map(|table| [title(document, table), empty_columns(document, table)]);
    of_tables.flatten().chain(numbering(document)).collect()
}

/// Compares the efforts that a heading names with those in the rows; `None` where it names none.
fn title(document: &Document, table: &Table) -> Option<Check> {
    let variant = document.variants.get(table.variant)?;
    let name = |id: &str| variant.efforts.iter().find(|effort| effort.id == id).map(|effort| effort.name.clone());
    let in_rows = efforts_in(variant, table);
    let unnamed = in_rows.iter().filter(|id| !table.titled.iter().any(|titled| titled == **id));
    let (named, left_out): (Vec<Names>, Vec<Names>) =
        (table.titled.iter().filter_map(|id| name(id)).collect(), unnamed.filter_map(|id| name(id)).collect());
    let verdict = Verdict::of(left_out.is_empty());
    let compared = Compared::whole(Value::Said(named), Value::Said(left_out), verdict);
    let places = [
        in_table(document, table, &table.title, format!("{}/title", table.id)),
        in_table(document, table, &labels_of(variant, table, &in_rows), format!("{}/rows", table.id)),
    ];
    (!table.titled.is_empty()).then(|| Check::new(Kind::Title, None, places, vec![compared]))
}

/// The efforts whose lines a table has rows for, in the order of the rows.
fn efforts_in<'n>(variant: &'n Variant, table: &Table) -> Vec<&'n str> {
    let mut efforts: Vec<&str> = Vec::new();
    for line in table.rows.iter().flat_map(|row| &row.lines) {
        let effort = variant.lines.get(*line).and_then(|line| variant.efforts.get(line.effort));
        efforts.extend(effort.map(|effort| effort.id.as_str()).filter(|id| !efforts.contains(id)));
    }
    efforts
}

/// The labels of the rows whose effort the heading does not name.
fn labels_of(variant: &Variant, table: &Table, efforts: &[&str]) -> String {
    let is_unnamed = |line: &usize| {
        let effort = variant.lines.get(*line).and_then(|line| variant.efforts.get(line.effort));
        effort.is_some_and(|effort| efforts.contains(&effort.id.as_str()) && !table.titled.contains(&effort.id))
    };
    let rows = table.rows.iter().filter(|row| row.parts.is_empty() && row.lines.iter().any(is_unnamed));
    rows.map(|row| row.label.as_str()).collect::<Vec<_>>().join(" + ")
}

/// Whether a table of lines has a column for a year in which no row has an amount.
pub(super) fn is_empty_column(table: &Table, year: Year) -> bool {
    let has_lines = table.rows.iter().any(|row| !row.lines.is_empty());
    has_lines
        && table.years.contains(&year)
        && table.rows.iter().all(|row| row.lost || table.cell(row, year).is_none())
        && !table.rows.iter().all(|row| row.lost)
}

/// Finds the years of a table's columns in which it has no amount.
fn empty_columns(document: &Document, table: &Table) -> Option<Check> {
    let empty: Vec<Year> = table.years.iter().copied().filter(|year| is_empty_column(table, *year)).collect();
    let has_lines = table.rows.iter().any(|row| !row.lines.is_empty());
    let filled = || table.years.iter().filter(|year| !empty.contains(year));
    let span = (*table.years.first()?, *table.years.last()?);
    let with_amounts =
        filled().min().zip(filled().max()).map_or(Value::Empty, |(first, last)| Value::Years(*first, *last));
    let verdict = Verdict::of(empty.is_empty());
    let compared = match (empty.first(), empty.last()) {
        (Some(first), Some(last)) => Compared::whole(Value::Years(*first, *last), with_amounts, verdict),
        _ => Compared::whole(Value::Years(span.0, span.1), with_amounts, verdict),
    };
    let place = |item: &str| in_table(document, table, &table.title, format!("{}/{item}", table.id));
    let places = [place("columns"), place("amounts")];
    has_lines.then(|| Check::new(Kind::EmptyColumn, None, places, vec![compared]))
}

/// The number of a table: the digits, and the letter after them.
fn number(place: &str) -> Option<(u16, String)> {
    let rest = place.strip_prefix("Tabel ").or_else(|| place.strip_prefix("Table "))?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let letter: String = rest.chars().skip(digits.len()).take_while(char::is_ascii_lowercase).collect();
    Some((digits.parse().ok()?, letter))
}

/// Finds numbers that a document passes over, gives twice, or gives a letter without the next one.
fn numbering(document: &Document) -> Option<Check> {
    let of_amounts: Vec<(u16, String)> = document.tables.iter().filter_map(|table| number(&table.place)).collect();
    let of_targets = document.targets.iter().filter_map(|target| number(&target.source.place)).take(1);
    let mut all: Vec<(u16, String)> = of_targets.filter(|number| !of_amounts.contains(number)).collect();
    all.extend(of_amounts.iter().cloned());
    let last = all.iter().map(|(digits, _)| *digits).max()?;
    let has = |wanted: u16| all.iter().any(|(digits, _)| *digits == wanted);
    let shown = |(digits, letter): &(u16, String)| format!("{digits}{letter}");
    let missing: Vec<String> = (1..last).filter(|wanted| !has(*wanted)).map(|wanted| wanted.to_string()).collect();
    let mut twice: Vec<String> = Vec::new();
    for number in &all {
        let times = all.iter().filter(|other| *other == number).count();
        twice.extend((times > 1 && !twice.contains(&shown(number))).then(|| shown(number)));
    }
    let is_alone = |(digits, letter): &&(u16, String)| {
        letter == "a" && !all.iter().any(|(other, next)| other == digits && next == "b")
    };
    let alone: Vec<String> = all.iter().filter(is_alone).map(shown).collect();
    let mut compared: Vec<Compared> = [(missing, Fault::Missing), (twice, Fault::Twice), (alone, Fault::Alone)]
        .into_iter()
        .filter(|(numbers, _)| !numbers.is_empty())
        .map(|(numbers, fault)| fault.compared(&numbers))
        .collect();
    if compared.is_empty() {
        let all: Vec<String> = all.iter().map(shown).collect();
        compared.push(Compared::whole(Value::Tables(all.clone()), Value::Tables(all), Verdict::Agree));
    }
    let words = document.tables.iter().map(|table| table.place.as_str()).collect::<Vec<_>>().join(", ");
    let place = Place { words, item: "tables".to_owned(), ..Place::nowhere(document) };
    let last_place = Place { words: String::new(), item: "numbers".to_owned(), ..Place::nowhere(document) };
    Some(Check::new(Kind::Numbering, None, [place, last_place], compared))
}

/// What is wrong with a table's number.
enum Fault {
    Missing,
    Twice,
    Alone,
}

impl Fault {
    /// The fault as a comparison. The numbers stand on the left where a table has them, on the right where none has.
    fn compared(&self, numbers: &[String]) -> Compared {
        let tables = Value::Tables(numbers.to_vec());
        match self {
            Self::Missing => Compared::whole(Value::Empty, tables, Verdict::Differ),
            Self::Twice => Compared::whole(tables.clone(), tables, Verdict::Differ),
            Self::Alone => {
                let next = numbers.iter().map(|number| number.replace('a', "b")).collect();
                Compared::whole(tables, Value::Tables(next), Verdict::Differ)
            }
        }
    }
}
