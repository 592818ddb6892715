//! One table for spreadsheets and for programs, with a row for each driver, line, sum and key figure.
//!
//! Excel reads a CSV file by the language of the machine and asks nothing. Danish Excel expects `;` between fields and a
//! comma before decimals, English Excel a comma and a point. Both recognise UTF-8 by its byte order mark, and without one
//! they spoil `æøå`. The page cannot see the language of the machine, so the reader chooses. There is no `sep=` line: with
//! one Excel ignores the byte order mark, and other programs do not know it.

use csv::{Terminator, WriterBuilder};
use rust_decimal::{Decimal, RoundingStrategy};

use super::{Subject, VERSION, has_figure, payback_id, plain, step};
use engine::figures::Returned;
use engine::payback::{Convention, Payback};
use model::evaluate::{Perspective, View};
use model::language::{Language, in_small_letters};
use model::money::Thousands;
use model::note::{Driver, Side, Unit};
use model::scenario::PostsCount;

/// The characters that start a formula in a spreadsheet, and the wide forms that some programs convert to them.
const STARTS_FORMULA: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// The text of the file, with its byte order mark, and with the marks that the Excel of a language expects. The words are in
/// the reader's language.
///
/// # Errors
/// Passes on an error of the CSV writer. None is expected, since it writes to memory.
pub fn write(subject: &Subject<'_>, excel: Language) -> Result<Vec<u8>, csv::Error> {
    let mut table = Table::new(subject, excel);
    head(&mut table, subject);
    about(&mut table, subject);
    drivers(&mut table, subject);
    lines(&mut table, subject);
    efforts(&mut table, subject);
    views(&mut table, subject);
    figures(&mut table, subject);
    table.marks.file(&table.rows)
}

/// The text, with an apostrophe before it if it starts like a formula. Spreadsheets mark such texts in the same way. Our
/// own numbers are not passed to this function.
#[must_use]
pub fn guarded(text: &str) -> String {
    if text.starts_with(STARTS_FORMULA) { format!("'{text}") } else { text.to_owned() }
}

/// The marks of a CSV file.
#[derive(Clone, Copy)]
pub struct Marks {
    separator: u8,
    decimals: char,
    is_for_excel: bool,
}

impl Marks {
    /// The marks that the Excel of a language expects.
    #[must_use]
    pub fn of(excel: Language) -> Self {
        let head = words::of(excel).head();
        let separator = u8::try_from(head.csv_separator).unwrap_or(b';');
        Self { separator, decimals: head.decimals, is_for_excel: true }
    }

    /// The marks that other programs expect: commas between fields, decimal points, no byte order mark, and lines that end as those of
    /// other tools do.
    #[must_use]
    pub const fn for_programs() -> Self {
        Self { separator: b',', decimals: '.', is_for_excel: false }
    }

    /// A number, without separators of thousands and trailing zeros.
    #[must_use]
    pub fn number(self, number: Decimal) -> String {
        plain(number).replace('.', &self.decimals.to_string())
    }

    /// A text, which no spreadsheet takes for a formula: see [`guarded`].
    #[must_use]
    pub fn text(self, text: &str) -> String {
        if self.is_for_excel { guarded(text) } else { text.to_owned() }
    }

    /// A number with at most six decimals, since a third has no last digit.
    #[must_use]
    pub fn rounded(self, number: Decimal) -> String {
        self.number(number.round_dp_with_strategy(6, RoundingStrategy::MidpointAwayFromZero))
    }

    /// The text of a file with these rows, which all have the same number of fields.
    ///
    /// # Errors
    /// Passes on an error of the CSV writer. None is expected, since it writes to memory.
    pub fn file(self, rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
        let (start, end) =
            if self.is_for_excel { ("\u{feff}", Terminator::CRLF) } else { ("", Terminator::Any(b'\n')) };
        let mut bytes = start.as_bytes().to_vec();
        let mut writer = WriterBuilder::new().delimiter(self.separator).terminator(end).from_writer(&mut bytes);
        rows.iter().try_for_each(|row| writer.write_record(row))?;
        writer.flush()?;
        drop(writer);
        Ok(bytes)
    }
}

/// The rows of the file.
struct Table {
    marks: Marks,
    years: usize,
    rows: Vec<Vec<String>>,
}

/// The first fields of a row.
struct Opening<'t> {
    section: &'t str,
    id: &'t str,
    name: &'t str,
    unit: &'t str,
}

impl Table {
    fn new(subject: &Subject<'_>, excel: Language) -> Self {
        Self { marks: Marks::of(excel), years: subject.computed.outcome.years.len(), rows: Vec::new() }
    }

    fn number(&self, number: Decimal) -> String {
        self.marks.number(number)
    }

    fn rounded(&self, number: Decimal) -> String {
        self.marks.rounded(number)
    }

    fn cell(&self, cell: Thousands) -> String {
        self.number(cell.decimal())
    }

    /// Adds a row with values but no years. The values are written as they are.
    fn single(&mut self, opening: &Opening<'_>, values: [String; 2], source: &str) {
        let empty = vec![String::new(); self.years.saturating_add(1)];
        self.push(opening, values, empty, source);
    }

    /// Adds a row of cells year by year, and their sum if `is_summed`.
    fn yearly(&mut self, opening: &Opening<'_>, cells: &[Thousands], is_summed: bool, source: &str) {
        let mut fields: Vec<String> = cells.iter().map(|cell| self.cell(*cell)).collect();
        let sum: Thousands = cells.iter().copied().sum();
        fields.push(if is_summed { self.cell(sum) } else { String::new() });
        self.push(opening, [String::new(), String::new()], fields, source);
    }

    fn push(&mut self, opening: &Opening<'_>, values: [String; 2], years: Vec<String>, source: &str) {
        let texts = [opening.section, opening.id, opening.name, opening.unit].map(guarded);
        self.rows.push(texts.into_iter().chain(values).chain(years).chain([guarded(source)]).collect());
    }
}

fn head(table: &mut Table, subject: &Subject<'_>) {
    let labels = subject.words.labels();
    let columns = &labels.export.columns;
    let opening = Opening { section: columns.section, id: columns.id, name: columns.name, unit: columns.unit };
    let values = [columns.value, columns.note_value].map(str::to_owned);
    let mut years: Vec<String> = subject.computed.outcome.years.iter().map(ToString::to_string).collect();
    years.push(columns.in_all.to_owned());
    table.push(&opening, values, years, labels.export.columns.source);
}

fn about(table: &mut Table, subject: &Subject<'_>) {
    let words = subject.words;
    let export_labels = &words.labels().export;
    let note = subject.computed.scenario.note();
    for (id, name, value) in [
        ("note", words.labels().method_screen.note, words.note_name(note)),
        ("price-level", words.labels().method_screen.prices, words.prices(note.document)),
        ("link", export_labels.link, subject.address.clone()),
        ("written", export_labels.written, subject.day.iso()),
        ("version", export_labels.version, VERSION.to_owned()),
    ] {
        let opening = Opening { section: export_labels.about_section, id, name, unit: "" };
        table.single(&opening, [guarded(&value), String::new()], &words.document(note.document));
    }
}

fn drivers(table: &mut Table, subject: &Subject<'_>) {
    let words = subject.words;
    let variant = subject.computed.scenario.note().variant;
    for (ix, driver) in variant.drivers() {
        let on_screen = |value: Decimal| table.number(value.checked_mul(driver.unit.scale()).unwrap_or(value));
        let value = subject.computed.scenario.value(ix).unwrap_or(driver.value);
        let values = [on_screen(value), on_screen(driver.value)];
        let name = words.driver_name(driver);
        let opening = Opening {
            section: words.labels().export.driver_section,
            id: &driver.id,
            name: &name,
            unit: words.unit(driver.unit),
        };
        table.single(&opening, values, &source(subject, driver));
    }
    let export_labels = &words.labels().export;
    let section = export_labels.driver_section;
    if variant.has_caseload() {
        let opening = Opening { section, id: "posts", name: export_labels.posts_step, unit: words.unit(Unit::Posts) };
        let values = [subject.computed.scenario.posts(), PostsCount::default()].map(|posts| table.number(step(posts)));
        table.single(&opening, values, "");
    }
    let opening = Opening { section, id: "discount-rate", name: export_labels.rate, unit: words.unit(Unit::Share) };
    let rate =
        subject.computed.scenario.rate().checked_mul(Unit::Share.scale()).unwrap_or(subject.computed.scenario.rate());
    table.single(&opening, [table.number(rate), String::new()], export_labels.rate_origin);
}

/// Where a driver's value comes from, with quotes from the document.
fn source(subject: &Subject<'_>, driver: &Driver) -> String {
    let words = subject.words;
    let document = words.document_name(&driver.origin.document(subject.computed.scenario.note().document));
    let places = driver
        .origin
        .sources()
        .iter()
        .map(|source| format!("{}: {}", words.place(&document, source), words.quoted(source.words())));
    let why = words.explanation(subject.computed.note(), driver);
    let origin = words.origin(&driver.origin).to_owned();
    [origin].into_iter().chain(why).chain(places).collect::<Vec<_>>().join(" · ")
}

fn lines(table: &mut Table, subject: &Subject<'_>) {
    let words = subject.words;
    let note = subject.computed.scenario.note();
    for (line, outcome) in note.variant.lines.iter().zip(&subject.computed.outcome.lines) {
        let effort = note.variant.efforts.get(line.effort).map_or("", |effort| effort.id.as_str());
        let section = match line.side {
            Side::Cost => words.labels().export.cost,
            Side::Income => words.labels().export.income,
            Side::Saving => words.labels().export.saving,
        };
        let id = format!("{effort}/{}", line.id);
        let name = words.named(&line.name);
        let printed = note.document.own_row(line).map(|(table, row)| format!("{}: {}", table.place, row.label));
        let source = [Some(words.area_and_payers(line)), printed].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let opening = Opening { section, id: &id, name, unit: words.labels().figures.thousands };
        table.yearly(&opening, &outcome.cells, true, &source);
    }
}

/// Adds the costs of each effort, and the citizens who reach a job or education.
fn efforts(table: &mut Table, subject: &Subject<'_>) {
    let labels = subject.words.labels();
    for (effort, outcome) in
        subject.computed.scenario.note().variant.efforts.iter().zip(&subject.computed.outcome.efforts)
    {
        let section = subject.words.named(&effort.name);
        let id = format!("effort-costs/{}", effort.id);
        let opening = Opening {
            section,
            id: &id,
            name: subject.words.sum_of_costs([subject.computed.note().variant]),
            unit: labels.figures.thousands,
        };
        table.yearly(&opening, &outcome.costs, true, "");
        if effort.citizens.is_some() && effort.effect.is_some() {
            let id = format!("outcomes/{}", effort.id);
            let opening = Opening { section, id: &id, name: &subject.words.outcomes(&effort.reached), unit: "" };
            let mut people: Vec<String> = outcome.outcomes.iter().map(|people| table.rounded(*people)).collect();
            people.push(String::new());
            table.push(&opening, [String::new(), String::new()], people, "");
        }
    }
}

fn views(table: &mut Table, subject: &Subject<'_>) {
    let labels = subject.words.labels();
    for view in &subject.computed.outcome.views {
        let seen_from = subject.words.perspective(view.perspective, subject.computed.note().variant);
        for (kind, name, cells, is_summed) in [
            ("costs", subject.words.sum_of_costs([subject.computed.note().variant]), &view.costs, true),
            ("savings", labels.figures.savings, &view.savings, true),
            ("net", labels.figures.net, &view.net, true),
            ("cumulative", labels.export.cumulative, &view.cumulative, false),
        ] {
            let id = format!("{kind}/{}", view.perspective.id(subject.computed.note().variant));
            let opening = Opening { section: seen_from, id: &id, name, unit: labels.figures.thousands };
            table.yearly(&opening, cells, is_summed, "");
        }
        returned(table, subject, view.perspective);
        for convention in Convention::all(subject.computed.scenario.rate()) {
            paid_back(table, subject, view, convention);
        }
    }
}

/// Adds what comes back for each krone, over the table and in a year with full savings. A note without savings says nothing
/// about it.
fn returned(table: &mut Table, subject: &Subject<'_>, perspective: Perspective) {
    let (words, variant) = (subject.words, subject.computed.note().variant);
    if !variant.states_savings() {
        return;
    }
    let figures = &subject.computed.figures;
    let Returned { in_all, year, in_year, .. } = figures.returned(perspective);
    for (kind, years, value) in [("returned", figures.net_years, in_all), ("returned-in-year", (year, year), in_year)] {
        let (id, name) = (format!("{kind}/{}", perspective.id(variant)), words.per_krone_in(years));
        let opening = Opening {
            section: words.perspective(perspective, variant),
            id: &id,
            name: &name,
            unit: words.labels().export.kroner,
        };
        let value = value.map(|value| table.rounded(value)).unwrap_or_default();
        table.single(&opening, [value, String::new()], "");
    }
}

/// Adds the payback of a perspective by a convention: the number of years, and the calendar year.
fn paid_back(table: &mut Table, subject: &Subject<'_>, view: &View, convention: Convention) {
    let (words, labels) = (subject.words, subject.words.labels());
    let export_labels = &labels.export;
    let (years, year) = match subject.computed.payback(view.perspective, convention) {
        Payback::Reached { years, year, .. } => (table.rounded(years), year.to_string()),
        Payback::OnlyAfterwards => {
            (words.by_the_rest(view.perspective.reached(subject.computed.note().variant)).to_owned(), String::new())
        }
        Payback::NotWithin { horizon, .. } => (words.not_within(horizon), String::new()),
        Payback::NoCosts => (export_labels.no_costs.to_owned(), String::new()),
        Payback::NoSavings => (export_labels.no_savings.to_owned(), String::new()),
    };
    let kind = payback_id(convention);
    let seen_from = words.perspective(view.perspective, subject.computed.note().variant);
    let name = format!("{}: {}", labels.figures.paid_back, in_small_letters(words.convention(convention).name));
    for (kind, name, unit, value) in [
        (kind.clone(), name.clone(), words.unit(Unit::Years), years),
        (format!("{kind}-year"), format!("{name}, {}", in_small_letters(export_labels.calendar_year)), "", year),
    ] {
        let id = format!("{kind}/{}", view.perspective.id(subject.computed.note().variant));
        let opening = Opening { section: seen_from, id: &id, name: &name, unit };
        table.single(&opening, [guarded(&value), String::new()], "");
    }
}

fn figures(table: &mut Table, subject: &Subject<'_>) {
    let labels = subject.words.labels();
    let export_labels = &labels.export;
    let figures = &subject.computed.figures;
    let kroner = |value: Option<Decimal>| value.and_then(|thousands| thousands.checked_mul(Decimal::ONE_THOUSAND));
    let thousands = labels.figures.thousands;
    let variant = subject.computed.note().variant;
    let reached = variant.reached();
    for (id, name, unit, value) in [
        ("net", labels.figures.net, thousands, Some(figures.net.decimal())),
        ("year", export_labels.figures_year, "", Some(figures.year.into())),
        ("cost", labels.figures.cost_a_year, thousands, Some(figures.cost.decimal())),
        ("citizens", labels.figures.citizens, "", Some(figures.citizens)),
        ("outcomes", &subject.words.outcomes(reached), "", Some(figures.outcomes)),
        ("cost-per-citizen", labels.figures.cost_per_citizen, export_labels.kroner, kroner(figures.cost_per_citizen)),
        (
            "cost-per-outcome",
            &subject.words.cost_per_outcome(reached),
            export_labels.kroner,
            kroner(figures.cost_per_outcome),
        ),
        ("posts", labels.figures.posts, "", Some(figures.posts)),
        ("consultants", export_labels.consultants, "", Some(figures.consultants)),
    ] {
        if !has_figure(variant, id) {
            continue;
        }
        let value = value.map(|value| table.rounded(value)).unwrap_or_default();
        table.single(&Opening { section: labels.figures.key_figures, id, name, unit }, [value, String::new()], "");
    }
}
