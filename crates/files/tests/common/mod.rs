//! An exported workbook as cells by sheet, row and column, whichever program calculated it. Tests find cells by the
//! permanent ids in column A, as another program that reads the file would.

#![allow(dead_code, reason = "every test file uses some of these")]

use std::collections::BTreeMap;

use engine::day::Day;
use engine::figures::figures;
use engine::link::{Page, Screen};
use engine::notes::Library;
use engine::payback::{Convention, Payback, discounted_ends, ends_with_interest, payback};
use files::Subject;
use model::evaluate::{Outcome, Perspective, View, evaluate};
use model::language::Language;
use model::money::Thousands;
use model::note::{Reached, Unit, Variant, Year};
use model::scenario::{PostsCount, Scenario, Settings};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use testing::{LIBRARY, MADE};

/// The content that a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shown {
    Nothing,
    Number(f64),
    Text(String),
}

/// A calculated workbook: for each sheet, in order, its rows.
pub(crate) struct Sheets(pub(crate) Vec<Vec<Vec<Shown>>>);

pub(crate) const DRIVERS: usize = 0;
pub(crate) const CALCULATION: usize = 2;
pub(crate) const PRINTED: usize = 3;
pub(crate) const SOURCES: usize = 4;

/// The columns that are read. The years follow the total.
pub(crate) const VALUE: usize = 2;
const TOTAL: usize = 5;
pub(crate) const YEARS: usize = 6;
/// What stands for a payback that comes only by what lasts, where people reach a job.
const REST: &str = "først efter indsatsen, hvis nogle bliver i job";

pub(crate) const DAY: Day = Day { year: 2026, month: 3, day: 1 };

/// The subject of an export, opened from a link as on the page.
#[track_caller]
pub(crate) fn subject(scenario: &Scenario<'static>) -> Subject<'static> {
    subject_at(scenario, Decimal::ZERO)
}

/// The same with the reader's discount rate, a share of 1 per year.
#[track_caller]
pub(crate) fn subject_at(scenario: &Scenario<'static>, rate: Decimal) -> Subject<'static> {
    let library = if MADE.find(&scenario.note().variant.id).is_some() { &MADE } else { &LIBRARY };
    subject_in(library, scenario, rate)
}

/// The same of a note in this library.
#[track_caller]
pub(crate) fn subject_in(library: &'static Library, scenario: &Scenario<'static>, rate: Decimal) -> Subject<'static> {
    let scenario = scenario.clone().with_settings(Settings { rate, ..scenario.settings() });
    let link = Page::of(Screen::Note, Language::Danish).link(&scenario);
    let address = format!("https://example.org/indsats/index.html#{link}");
    let subject = Subject::open(library, &address, DAY).expect("a scenario can be exported");
    assert_eq!(subject.computed.scenario, scenario, "{address}");
    subject
}

/// The value of a driver as its cell has it: shares as shares of 1, amounts in kroner.
pub(crate) fn in_cell(unit: Unit, value: Decimal) -> f64 {
    let scale = if unit.is_in_per_cent() { Decimal::ONE } else { unit.scale() };
    (value * scale).to_string().parse().unwrap()
}

/// The step that posts are rounded up to; 0 where they are not rounded.
pub(crate) fn step(posts: PostsCount) -> f64 {
    match posts {
        PostsCount::Exact => 0.0,
        PostsCount::Half => 0.5,
        PostsCount::Whole => 1.0,
        PostsCount::AsInNote => -1.0,
    }
}

impl Sheets {
    /// The rows of a sheet by the id in column A.
    pub(crate) fn by_id(&self, sheet: usize) -> BTreeMap<&str, usize> {
        let mut rows = BTreeMap::new();
        for (row_index, row) in self.0[sheet].iter().enumerate() {
            if let Some(Shown::Text(id)) = row.first() {
                // The sheet of sources has a row for each source of a driver.
                let earlier = rows.insert(id.as_str(), row_index);
                assert!(earlier.is_none() || sheet == SOURCES, "{id} twice on sheet {sheet}");
            }
        }
        rows
    }

    pub(crate) fn cell(&self, sheet: usize, row: usize, column: usize) -> &Shown {
        self.0[sheet].get(row).and_then(|row| row.get(column)).unwrap_or(&Shown::Nothing)
    }

    /// Every cell that shows an error.
    pub(crate) fn errors(&self) -> Vec<String> {
        let mut errors = Vec::new();
        for (sheet, rows) in self.0.iter().enumerate() {
            for (row, cells) in rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    if let Shown::Text(text) = cell
                        && (text.starts_with('#') || text.starts_with("Err:"))
                    {
                        errors.push(format!("sheet {sheet}, row {}, column {}: {text}", row + 1, column + 1));
                    }
                }
            }
        }
        errors
    }

    /// Compares every number of the engine with what the workbook shows. Returns how many were compared.
    #[track_caller]
    pub(crate) fn expect(&self, scenario: &Scenario<'_>, rate: Decimal, what: &str) -> usize {
        let outcome = evaluate(scenario).expect("an outcome");
        assert_eq!(self.errors(), Vec::<String>::new(), "{what}");
        let mut check = Check {
            sheets: self,
            rows: self.by_id(CALCULATION),
            what,
            rest: rest_of(scenario.note().variant),
            compared: 0,
        };
        check.years(&outcome);
        let variant = scenario.note().variant;
        for (line, own) in variant.lines.iter().zip(&outcome.lines) {
            let id = format!("line {}/{}", variant.efforts[line.effort].id, line.id);
            check.cells(&id, &own.cells);
            check.whole(&id, TOTAL, own.total().get());
        }
        for (effort, own) in variant.efforts.iter().zip(&outcome.efforts) {
            let id = format!("effort {}", effort.id);
            check.whole(&id, 7, own.stops.into());
            check.number(&id, 10, own.posts);
            if let Some(consultants) = own.consultants {
                check.number(&id, 9, consultants);
            }
            if effort.citizens.is_some() && effort.effect.is_some() {
                for (column, people) in own.outcomes.iter().enumerate() {
                    check.number(&format!("outcomes {}", effort.id), YEARS + column, *people);
                }
            }
            if variant.efforts.len() > 1 {
                check.cells(&format!("cost {}", effort.id), &own.costs);
            }
        }
        check.views(variant, &outcome);
        for view in &outcome.views {
            check.paybacks(view.perspective.id(variant), view, variant.first, (rate, scenario.horizon().years()));
        }
        check.figures(scenario, &outcome);
        check.returned(scenario, &outcome);
        check.answer(&outcome, variant.first, (rate, scenario.horizon().years()));
        check.compared
    }

    /// Compares the paybacks of the city. Returns how many numbers were compared.
    #[track_caller]
    pub(crate) fn expect_paybacks(&self, view: &View, first: Year, rate: Decimal, what: &str) -> usize {
        assert_eq!(self.errors(), Vec::<String>::new(), "{what}");
        let mut check = Check { sheets: self, rows: self.by_id(CALCULATION), what, rest: REST, compared: 0 };
        check.paybacks("total", view, first, (rate, 20));
        check.compared
    }
}

/// The content that a cell should show.
#[derive(Debug)]
enum Expected {
    Whole(i64),
    Exact(Decimal),
    Word(String),
    Nothing,
}

struct Check<'s> {
    sheets: &'s Sheets,
    rows: BTreeMap<&'s str, usize>,
    what: &'s str,
    /// What stands for a payback that comes only by what lasts.
    rest: &'static str,
    compared: usize,
}

/// What stands for a payback that comes only by what lasts: it speaks of a job only where people reach one.
fn rest_of(variant: &Variant) -> &'static str {
    match variant.reached() {
        Reached::JobOrEducation => REST,
        Reached::Named(_) | Reached::Done(_) | Reached::Various => "først efter indsatsen, hvis resteffekten holder",
    }
}

impl Check<'_> {
    #[track_caller]
    fn shown(&mut self, id: &str, column: usize) -> &Shown {
        let row = *self.rows.get(id).unwrap_or_else(|| panic!("{}: there is no row {id}", self.what));
        self.compared += 1;
        self.sheets.cell(CALCULATION, row, column)
    }

    /// Compares a quotient or a product, which may differ in the last binary digits.
    #[track_caller]
    fn number(&mut self, id: &str, column: usize, expected: Decimal) {
        let expected = expected.to_f64().unwrap();
        self.close(id, column, expected, expected.abs() * 1e-12);
    }

    /// Compares a whole number, which must be equal.
    #[track_caller]
    fn whole(&mut self, id: &str, column: usize, expected: i64) {
        self.close(id, column, Decimal::from(expected).to_f64().unwrap(), 0.0);
    }

    #[track_caller]
    fn close(&mut self, id: &str, column: usize, expected: f64, allowed: f64) {
        let what = self.what.to_owned();
        let shown = self.shown(id, column).clone();
        let Shown::Number(shown) = shown else { panic!("{what}: {id}, column {column}: {shown:?}, not {expected}") };
        assert!((shown - expected).abs() <= allowed, "{what}: {id}, column {column}: {shown}, not {expected}");
    }

    #[track_caller]
    fn nothing(&mut self, id: &str, column: usize) {
        let what = self.what.to_owned();
        let shown = self.shown(id, column);
        assert!(
            matches!(shown, Shown::Nothing) || *shown == Shown::Text(String::new()),
            "{what}: {id}, {column}: {shown:?}"
        );
    }

    #[track_caller]
    fn years(&mut self, outcome: &Outcome) {
        for (column, year) in outcome.years.iter().enumerate() {
            self.whole("years", YEARS + column, (*year).into());
        }
        self.nothing("years", YEARS + outcome.years.len());
    }

    /// Compares the cells of a row, and expects no cell after the last year.
    #[track_caller]
    fn cells(&mut self, id: &str, cells: &[Thousands]) {
        for (column, cell) in cells.iter().enumerate() {
            self.whole(id, YEARS + column, cell.get());
        }
        self.nothing(id, YEARS + cells.len());
    }

    #[track_caller]
    fn views(&mut self, variant: &Variant, outcome: &Outcome) {
        for view in &outcome.views {
            let id = view.perspective.id(variant);
            for (kind, cells) in [
                ("costs", &view.costs),
                ("savings", &view.savings),
                ("net", &view.net),
                ("cumulative", &view.cumulative),
            ] {
                self.cells(&format!("{kind} {id}"), cells);
                if kind != "cumulative" {
                    let sum: Thousands = cells.iter().copied().sum();
                    self.whole(&format!("{kind} {id}"), TOTAL, sum.get());
                }
            }
        }
        assert!(outcome.view(Perspective::Total).is_some());
    }

    /// Compares the paybacks of a perspective by every convention, and the debt with interest at the end of each year.
    #[track_caller]
    fn paybacks(&mut self, id: &str, view: &View, first: Year, (rate, horizon): (Decimal, u32)) {
        for convention in Convention::all(rate) {
            let row = match convention {
                Convention::FirstYear => format!("payback {id}"),
                other => format!("payback-{} {id}", other.id()),
            };
            let counted = payback(view, first, convention, horizon);
            self.payback(counted, convention, |check, column, expected| match expected {
                Expected::Whole(number) => check.whole(&row, TOTAL + column, number),
                Expected::Exact(number) => check.number(&row, TOTAL + column, number),
                Expected::Word(word) => check.word(&row, TOTAL + column, &word),
                Expected::Nothing => check.nothing(&row, TOTAL + column),
            });
        }
        let (own, discounted) = (ends_with_interest(view, rate), discounted_ends(view, rate));
        // Sums of positive and negative numbers are only as exact as the largest of them.
        let largest = ends_with_interest(view, rate).take(view.net.len()).map(|left| left.abs()).max();
        let nets = view.net.iter().map(|net| net.decimal().abs()).max();
        let allowed = largest.max(nets).unwrap_or_default().to_f64().unwrap() * 1e-12;
        for (column, (own, discounted)) in own.zip(discounted).take(view.net.len()).enumerate() {
            for (kind, left) in [("left-with-interest", own), ("left-discounted", discounted)] {
                self.close(&format!("{kind} {id}"), YEARS + column, left.to_f64().unwrap(), allowed);
            }
        }
    }

    /// Checks the two cells of a payback: the number of years, and the calendar year.
    fn payback(&mut self, counted: Payback, by: Convention, mut check: impl FnMut(&mut Self, usize, Expected)) {
        let word = match counted {
            Payback::Reached { years, year, .. } => {
                let is_whole = matches!(by, Convention::FirstYear | Convention::Discounted { .. });
                let whole = years.to_i64().filter(|_| is_whole);
                check(self, 0, whole.map_or(Expected::Exact(years), Expected::Whole));
                check(self, 1, Expected::Whole(year.into()));
                return;
            }
            Payback::NotWithin { horizon, .. } => format!("ikke inden for {horizon} år"),
            Payback::NoCosts => "ingen udgifter".to_owned(),
            Payback::NoSavings => "ingen besparelser".to_owned(),
            Payback::OnlyAfterwards => self.rest.to_owned(),
        };
        check(self, 0, Expected::Word(word));
        check(self, 1, Expected::Nothing);
    }

    /// Compares what comes back for each krone in every perspective.
    #[track_caller]
    fn returned(&mut self, scenario: &Scenario<'_>, outcome: &Outcome) {
        let figures = figures(scenario.note(), outcome, scenario.horizon()).expect("key figures");
        for view in &outcome.views {
            let id = format!("returned {}", view.perspective.id(scenario.note().variant));
            if !scenario.note().variant.states_savings() {
                assert!(!self.rows.contains_key(id.as_str()), "{}: {id} is there", self.what);
                continue;
            }
            let returned = figures.returned(view.perspective);
            self.whole("returned-year", TOTAL, returned.year.into());
            for (column, value) in [(TOTAL, returned.in_all), (YEARS, returned.in_year)] {
                match value {
                    Some(value) => self.number(&id, column, value),
                    None => self.nothing(&id, column),
                }
            }
        }
    }

    /// Compares the answer, which is above the drivers.
    #[track_caller]
    fn answer(&mut self, outcome: &Outcome, first: Year, (rate, horizon): (Decimal, u32)) {
        let rows = self.sheets.by_id(DRIVERS);
        let [years, calendar] = ["paybacks", "payback-years"].map(|id| rows[id]);
        let view = outcome.view(Perspective::Total).unwrap();
        let what = self.what.to_owned();
        let net: Thousands = view.net.iter().copied().sum();
        let shown = self.sheets.cell(DRIVERS, years, VALUE);
        assert_eq!(*shown, Shown::Number(net.decimal().to_f64().unwrap()), "{what}: the net");
        for (column, convention) in (VALUE + 1..).zip(Convention::all(rate)) {
            self.payback(payback(view, first, convention, horizon), convention, |check, below, expected| {
                check.compared += 1;
                let shown = check.sheets.cell(DRIVERS, [years, calendar][below], column).clone();
                let is_so = match (&shown, &expected) {
                    (Shown::Number(shown), Expected::Whole(number)) => {
                        (shown - Decimal::from(*number).to_f64().unwrap()).abs() <= 0.0
                    }
                    (Shown::Number(shown), Expected::Exact(number)) => {
                        let number = number.to_f64().unwrap();
                        (shown - number).abs() <= number.abs() * 1e-12
                    }
                    (Shown::Text(shown), Expected::Word(word)) => shown == word,
                    (Shown::Nothing, Expected::Nothing) => true,
                    (Shown::Text(shown), Expected::Nothing) => shown.is_empty(),
                    _ => false,
                };
                assert!(is_so, "{what}: the answer by {convention:?}: {shown:?}, not {expected:?}");
            });
        }
    }

    #[track_caller]
    fn word(&mut self, id: &str, column: usize, expected: &str) {
        let what = self.what.to_owned();
        assert_eq!(*self.shown(id, column), Shown::Text(expected.to_owned()), "{what}: {id}");
    }

    #[track_caller]
    fn figures(&mut self, scenario: &Scenario<'_>, outcome: &Outcome) {
        let figures = figures(scenario.note(), outcome, scenario.horizon()).expect("key figures");
        let variant = scenario.note().variant;
        for (id, value, is_counted) in [
            ("net", figures.net.decimal(), true),
            ("year", figures.year.into(), true),
            ("cost", figures.cost.decimal(), true),
            ("citizens", figures.citizens, variant.names_citizens()),
            ("outcomes", figures.outcomes, variant.has_outcomes()),
            ("posts", figures.posts, variant.pays_for_posts()),
            ("consultants", figures.consultants, variant.has_caseload()),
        ] {
            let id = format!("figure {id}");
            if is_counted {
                self.number(&id, TOTAL, value);
            } else {
                assert!(!self.rows.contains_key(id.as_str()), "{}: {id} is there", self.what);
            }
        }
        let counted = variant.has_outcomes() && outcome.efforts.iter().all(|effort| effort.citizens.is_some());
        for (id, value) in
            [("cost-per-citizen", figures.cost_per_citizen), ("cost-per-outcome", figures.cost_per_outcome)]
        {
            let id = format!("figure {id}");
            match value {
                Some(thousands) => self.number(&id, TOTAL, thousands * Decimal::ONE_THOUSAND),
                None if counted => self.nothing(&id, TOTAL),
                None => assert!(!self.rows.contains_key(id.as_str()), "{}: {id} is there", self.what),
            }
        }
    }
}
