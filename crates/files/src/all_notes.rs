//! Every number that the notes print and that the page counts with, as one table: a number a row, with its year, its unit, and
//! the place and the words it comes from.

use rust_decimal::Decimal;

use crate::csv::{Marks, guarded};
use engine::notes::Library;
use model::language::Language;
use model::note::{Document, Driver, Measured, Note, Reach, Source, Table, Target, Unit};
use words::Words;

/// The text of the file, with the marks that the Excel of a language expects, as [`crate::csv::write`] has them.
///
/// # Errors
/// Passes on an error of the CSV writer. None is expected, since it writes to memory.
pub fn write(library: &Library, words: Words, excel: Language) -> Result<Vec<u8>, csv::Error> {
    let marks = Marks::of(excel);
    let numbers = library.documents().iter().flat_map(|document| numbers(document, words));
    let fields = numbers.map(|number| number.fields(marks));
    marks.file(&std::iter::once(head(words)).chain(fields).collect::<Vec<_>>())
}

/// A number of a note.
struct Number<'n> {
    document: String,
    /// The calculation that it belongs to; the document's own name where it belongs to all of them.
    note: String,
    prices: String,
    kind: &'static str,
    name: String,
    year: String,
    /// As it is written on the page: per cent for shares.
    value: Decimal,
    unit: &'static str,
    /// How the note comes to it; empty for what is printed.
    origin: String,
    /// The table and the row in which it is printed; `None` for what is not a cell of a table.
    cell: Option<(&'n str, &'n str)>,
    /// Where any other number comes from; empty for an assumption.
    sources: Vec<&'n Source>,
}

impl Number<'_> {
    fn fields(self, marks: Marks) -> Vec<String> {
        let joined = |part: fn(&Source) -> &str| {
            let parts: Vec<&str> = self.sources.iter().map(|source| part(source)).collect();
            if parts.iter().all(|part| part.is_empty()) { String::new() } else { parts.join(" · ") }
        };
        let sources = match self.cell {
            Some((table, row)) => [table.to_owned(), row.to_owned(), String::new()],
            None => [
                joined(|source| &source.place),
                joined(|source| source.row.as_deref().unwrap_or_default()),
                joined(Source::words),
            ],
        };
        let texts = [&self.document, &self.note, &self.prices, self.kind, &self.name, &self.year].map(guarded);
        let value = [marks.number(self.value), guarded(self.unit), guarded(&self.origin)];
        texts.into_iter().chain(value).chain(sources.map(|text| guarded(&text))).collect()
    }
}

fn head(words: Words) -> Vec<String> {
    let labels = words.labels();
    let columns = &labels.export.columns;
    let about = [columns.document, labels.method_screen.note, labels.method_screen.prices, columns.kind, columns.name];
    let number = [labels.figures.year, columns.value, columns.unit, columns.origin];
    let source = [columns.place, columns.row, columns.quote];
    about.into_iter().chain(number).chain(source).map(str::to_owned).collect()
}

/// The numbers of a document: the cells of its tables, the drivers of its calculations, its targets and its results.
fn numbers<'n>(document: &'n Document, words: Words) -> Vec<Number<'n>> {
    let mut numbers: Vec<Number<'n>> = document.tables.iter().flat_map(|table| cells(document, table, words)).collect();
    for note in document.notes() {
        numbers.extend(note.variant.drivers.iter().map(|own| driver(note, own, words)));
    }
    numbers.extend(document.targets.iter().map(|own| target(document, own, words)));
    numbers.extend(document.results.iter().filter_map(|own| result(document, own, words)));
    numbers
}

/// A number of a document that belongs to all its calculations, without a year.
fn of_document(
    document: &Document,
    kind: &'static str,
    value: (Decimal, &'static str),
    words: Words,
) -> Number<'static> {
    Number {
        document: words.document(document),
        note: words.document(document),
        prices: words.prices(document),
        kind,
        name: String::new(),
        year: String::new(),
        value: value.0,
        unit: value.1,
        origin: String::new(),
        cell: None,
        sources: Vec::new(),
    }
}

/// The printed cells of a table, row by row, and the printed sums. A cell that the document leaves empty is no number.
fn cells<'n>(document: &'n Document, table: &'n Table, words: Words) -> Vec<Number<'n>> {
    let labels = words.labels();
    let note =
        document.notes().nth(table.variant).map_or_else(|| words.document(document), |note| words.note_name(note));
    let rows = table.rows.iter().flat_map(|row| {
        let years = table.years.iter().map(ToString::to_string);
        let in_all = (labels.export.columns.in_all.to_owned(), row.total);
        let cells = years.zip(row.cells.iter().copied()).chain([in_all]);
        cells.filter_map(move |(year, cell)| Some((row, year, cell?)))
    });
    rows.map(|(row, year, cell)| Number {
        note: note.clone(),
        name: row.label.clone(),
        year,
        cell: Some((&table.place, &row.label)),
        ..of_document(document, labels.export.figure_in_table, (cell.decimal(), labels.figures.thousands), words)
    })
    .collect()
}

fn driver<'n>(note: Note<'n>, driver: &'n Driver, words: Words) -> Number<'n> {
    let value = driver.value.checked_mul(driver.unit.scale()).unwrap_or(driver.value);
    let kind = words.labels().export.columns.driver;
    Number {
        note: words.note_name(note),
        name: words.driver_name(driver),
        origin: words.origin(&driver.origin).to_owned(),
        sources: driver.origin.sources().iter().collect(),
        ..of_document(note.document, kind, (value, words.unit(driver.unit)), words)
    }
}

fn target<'n>(document: &'n Document, target: &'n Target, words: Words) -> Number<'n> {
    Number {
        name: words.named(&target.measure).to_owned(),
        sources: vec![&target.source],
        ..of_document(document, words.labels().export.stated_target, reach(target.reach, words), words)
    }
}

/// A measured result: a share or, where the document gives none, a number of people.
fn result<'n>(document: &'n Document, measured: &'n Measured, words: Words) -> Option<Number<'n>> {
    let value = measured
        .share
        .map(|value| share(value, words))
        .or_else(|| Some(reach(Reach::People(measured.count?), words)))?;
    Some(Number {
        name: words.named(&measured.measure).to_owned(),
        year: words.named(&measured.period).to_owned(),
        sources: vec![&measured.source],
        ..of_document(document, words.labels().export.measured_result, value, words)
    })
}

/// How many are to reach an aim, and the unit of the number.
fn reach(reach: Reach, words: Words) -> (Decimal, &'static str) {
    match reach {
        Reach::Share(of_one) => share(of_one, words),
        Reach::People(people) => (people.into(), words.unit(Unit::Citizens)),
    }
}

/// A share in per cent, and its unit.
fn share(share: Decimal, words: Words) -> (Decimal, &'static str) {
    (share.checked_mul(Unit::Share.scale()).unwrap_or(share), words.unit(Unit::Share))
}
