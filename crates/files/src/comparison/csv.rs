//! The comparison as CSV.

use super::{Cell, Compared, rows};
use crate::VERSION;
use crate::csv::{Marks, guarded};
use model::language::Language;

/// The text of the file, with the marks that the Excel of a language expects, as [`crate::csv::write`] has them.
///
/// # Errors
/// Passes on an error of the CSV writer. None is expected, since it writes to memory.
pub fn write(compared: &Compared<'_>, excel: Language) -> Result<Vec<u8>, csv::Error> {
    let (marks, words) = (Marks::of(excel), compared.words);
    let (labels, comparison) = (words.labels(), &compared.comparison);
    let names = words.short_names(comparison);
    let columns = &labels.export.columns;
    let difference = labels.comparison.difference;
    let mut head =
        [columns.section, columns.name, columns.unit, &names.left, &names.right, difference].map(guarded).to_vec();
    head.extend(comparison.years.iter().map(|year| format!("{difference} {year}")));
    let width = head.len();
    let mut table = vec![head];
    let mut push = |mut fields: Vec<String>| {
        fields.resize(width, String::new());
        table.push(fields);
    };
    let about = [
        (labels.screens.compare, words.comparison(comparison).text()),
        (labels.export.link, compared.address.clone()),
        (labels.export.written, compared.day.iso()),
        (labels.export.version, VERSION.to_owned()),
    ];
    for (name, value) in about {
        push([labels.export.about_section, name, "", &value].map(guarded).to_vec());
    }
    for caution in compared.cautions() {
        push([labels.export.about_section, "", "", &caution].map(guarded).to_vec());
    }
    for row in rows(compared) {
        let cell = |cell: &Cell| match cell {
            Cell::Number(number) => marks.rounded(*number),
            Cell::Words(words) => guarded(words),
            Cell::Nothing => String::new(),
        };
        let texts = [row.section, &row.name, row.unit].map(guarded);
        let values = [&row.values.left, &row.values.right, &row.apart].map(cell);
        let years = row.by_year.iter().map(|amount| marks.number(amount.decimal()));
        push(texts.into_iter().chain(values).chain(years).collect());
    }
    marks.file(&table)
}
