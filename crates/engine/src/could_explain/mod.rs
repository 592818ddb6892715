//! What could explain the payback times that a note prints and its tables do not give.
//!
//! Nobody knows how such a payback time came about, so it is searched: each driver is given one value after another, with
//! everything else as in the note, and a value is found if *every* payback time that the note prints comes out. A driver
//! that follows another one goes on following it. What is found could be the explanation; the note does not say so.

mod round_values;

use rust_decimal::Decimal;

use self::round_values::RoundValues;
use crate::figures::{however_far_ahead, is_printed, perspective_of};
use model::evaluate::{Focus, Perspective, part_of_cell};
use model::money::Thousands;
use model::note::{Driver, DriverIx, Note, PrintedPayback};
use model::ordered::{by_key, each_once};
use model::scenario::Scenario;

/// A search for values of single drivers with which every payback time that a note prints comes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    /// The payback times that the note prints, in years and in its order.
    pub printed: Vec<u16>,
    /// The value that was found for a driver, for each driver that has one. The document's own values come first, then
    /// the roundest, then the nearest to the note's.
    pub found: Vec<Found>,
    /// How many values were tried, of all drivers together.
    pub values: usize,
    /// How many drivers they belong to.
    pub drivers: usize,
}

/// A value with which every printed payback time comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// The driver.
    pub ix: DriverIx,
    /// The value, in the driver's unit.
    pub value: Decimal,
    /// Whether the documents name it.
    pub own: Own,
    /// The lowest value of the unbroken row of tried values around it that all do the same. It is the value itself if
    /// its neighbours do not.
    pub lowest: Decimal,
    /// The highest value of that row.
    pub highest: Decimal,
}

/// Whether the documents name a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Own {
    /// It is the alternative at this position of the driver.
    Alternative(usize),
    /// It is within the range that the document gives, or at one of its ends.
    Range,
    /// No document names it.
    No,
}

impl Own {
    fn of(driver: &Driver, value: Decimal) -> Self {
        let is_in_range = || driver.range.as_ref().is_some_and(|range| (range.low..=range.high).contains(&value));
        match driver.alternatives.iter().position(|alternative| alternative.value == value) {
            Some(position) => Self::Alternative(position),
            None if is_in_range() => Self::Range,
            None => Self::No,
        }
    }
}

/// Searches what could explain the payback times that the note prints. `None` if its tables give all of them, or if it
/// prints none.
///
/// ```
/// use engine::could_explain::{Own, could_explain};
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let note = library.find("ips-2018").unwrap();
/// let search = could_explain(note).unwrap();
/// assert_eq!(search.printed, [4, 76]);
/// // Both come out if 20 per cent are left after the effort. The note gives a range of 10 to 25 and computes with 10.
/// let found = search.found.first().unwrap();
/// assert_eq!(note.variant.driver(found.ix).unwrap().id, "residual");
/// assert_eq!((found.value.to_string().as_str(), found.own), ("0.2", Own::Range));
/// ```
#[must_use]
pub fn could_explain(note: Note<'_>) -> Option<Search> {
    let variant = note.variant;
    let baseline = Scenario::baseline(note);
    let focused = |printed: &PrintedPayback| {
        Some(Printed { years: printed.payback, focus: Focus::new(&baseline, perspective_of(printed.basis)).ok()? })
    };
    let printed: Vec<Printed<'_>> = variant.printed_paybacks.iter().map(focused).collect::<Option<_>>()?;
    // Most values fail at the payback times that the note's own values do not give, so these are looked at first.
    let mut printed = by_key(printed, |printed| printed.clone().comes_out());
    if printed.iter_mut().all(Printed::comes_out) {
        return None;
    }
    let mut search = Search {
        printed: variant.printed_paybacks.iter().map(|printed| printed.payback).collect(),
        found: Vec::new(),
        values: 0,
        drivers: 0,
    };
    let perspectives: Vec<Perspective> =
        variant.printed_paybacks.iter().map(|printed| perspective_of(printed.basis)).collect();
    let may_explain = |(ix, driver): &(DriverIx, &Driver)| !driver.is_master() && moves(&baseline, *ix, &perspectives);
    for (ix, driver) in variant.drivers().filter(may_explain) {
        let values = values(driver);
        search.values = search.values.saturating_add(values.len());
        search.drivers = search.drivers.saturating_add(1);
        // A copy for each driver: one that is set no longer follows another.
        let comes_out = tried(ix, &values, printed.clone());
        search.found.extend(best(ix, driver, &values, &comes_out));
    }
    search.found = by_key(search.found, |found| variant.driver(found.ix).map(|driver| preference(driver, found.value)));
    Some(search)
}

/// A printed payback time, and the money that it counts.
#[derive(Debug, Clone)]
struct Printed<'n> {
    /// The payback time, in years.
    years: u16,
    focus: Focus<'n>,
}

impl Printed<'_> {
    fn comes_out(&mut self) -> bool {
        let first = self.focus.scenario().note().variant.first;
        is_printed(self.years, however_far_ahead(self.focus.view(), first))
    }

    fn comes_out_with(&mut self, ix: DriverIx, value: Decimal) -> bool {
        self.focus.set(ix, value).is_ok() && self.comes_out()
    }
}

/// Whether every payback time comes out, for each of the values in their order.
fn tried(ix: DriverIx, values: &[Decimal], mut printed: Vec<Printed<'_>>) -> Vec<bool> {
    values.iter().map(|value| printed.iter_mut().all(|printed| printed.comes_out_with(ix, *value))).collect()
}

/// The values of a driver to try, in ascending order: those that the documents name, and round ones. The note's own value
/// is known not to explain anything.
fn values(driver: &Driver) -> Vec<Decimal> {
    let ends = driver.range.iter().flat_map(|range| [range.low, range.high]);
    let alternatives = driver.alternatives.iter().map(|alternative| alternative.value);
    let round = RoundValues::of(driver).into_iter().flat_map(RoundValues::all);
    let all = ends.chain(alternatives).chain(round).map(|value| value.normalize());
    each_once(all.filter(|value| *value != driver.value))
}

/// The value to name of those with which every payback time comes out; `None` if there is none.
fn best(ix: DriverIx, driver: &Driver, values: &[Decimal], comes_out: &[bool]) -> Option<Found> {
    let rows = || values.iter().zip(comes_out);
    let fitting = rows().filter_map(|(value, comes_out)| comes_out.then_some(*value));
    let value = *by_key(fitting, |value| preference(driver, *value)).first()?;
    let below = rows().rev().skip_while(|(other, _)| **other > value).take_while(|(_, comes_out)| **comes_out);
    let above = rows().skip_while(|(other, _)| **other < value).take_while(|(_, comes_out)| **comes_out);
    Some(Found {
        ix,
        value,
        own: Own::of(driver, value),
        lowest: below.last().map_or(value, |(lowest, _)| *lowest),
        highest: above.last().map_or(value, |(highest, _)| *highest),
    })
}

/// By what a value is preferred: the documents' own, then the roundest, then the nearest to the note's in proportion to
/// that one.
fn preference(driver: &Driver, value: Decimal) -> (Own, usize, Decimal) {
    let roundness = RoundValues::of(driver).map_or(usize::MAX, |round| round.roundness(value));
    let apart = value.checked_sub(driver.value).map_or(Decimal::MAX, |apart| apart.abs());
    (Own::of(driver, value), roundness, apart.checked_div(driver.value).unwrap_or(Decimal::MAX))
}

/// Whether a driver, or one that follows it, moves anything in these perspectives.
fn moves(baseline: &Scenario<'_>, ix: DriverIx, perspectives: &[Perspective]) -> bool {
    let variant = baseline.note().variant;
    let counts = |line| perspectives.iter().any(|seen| part_of_cell(line, Thousands::new(1), *seen) != Thousands::ZERO);
    variant.lines.iter().any(|line| baseline.moves(ix, line) && counts(line))
        || variant.efforts.iter().any(|effort| effort.length == ix)
}
