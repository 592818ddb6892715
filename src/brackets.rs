//! What the printed cells say about a number that the document does not print.
//!
//! A cell that prints 4.406 means an exact amount from 4.405,5 up to 4.406,5. Where such a cell is a known factor times
//! an unknown unit amount, it brackets the unit amount; the cells of all years together leave a narrow interval.

use crate::evaluate::exact_amount;
use crate::note::{DriverIx, Note};
use crate::scenario::Scenario;
use rust_decimal::Decimal;

/// The values, in the driver's unit, at which every printed cell comes out as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lowest such value.
    pub low: Decimal,
    /// The value at which a cell would first be rounded up: the interval ends just below.
    pub below: Decimal,
}

impl Interval {
    /// Whether the value reproduces every cell.
    #[must_use]
    pub fn contains(self, value: Decimal) -> bool {
        self.low <= value && value < self.below
    }
}

/// The interval that the printed row of the line with this amount or cost leaves for it.
///
/// `None` when no line is computed from the driver in this way, its cells are all zero, or they do not agree on any value.
#[must_use]
pub fn interval(note: Note<'_>, driver: DriverIx) -> Option<Interval> {
    let at = note.variant.lines.iter().position(|line| line.formula.unit_amount == driver)?;
    let line = note.variant.lines.get(at)?;
    let (table, row) = note.document.own_row(line)?;
    let baseline = Scenario::baseline(note);
    let value = baseline.value(driver)?;
    let half = Decimal::new(5, 1);

    let mut found: Option<Interval> = None;
    for year in note.variant.first..=note.variant.last {
        let printed = Decimal::from(table.cell(row, year).unwrap_or_default().get().checked_abs()?);
        // The line is proportional to the driver: amount ÷ value is what one unit of it gives.
        let factor = exact_amount(&baseline, at, year).ok()?.checked_div(value)?;
        if factor.is_zero() {
            continue;
        }
        let low = printed.checked_sub(half)?.checked_div(factor)?;
        let below = printed.checked_add(half)?.checked_div(factor)?;
        found = Some(match found {
            None => Interval { low, below },
            Some(so_far) => Interval { low: so_far.low.max(low), below: so_far.below.min(below) },
        });
    }
    found.filter(|interval| interval.low < interval.below)
}
