//! What the printed cells say about a number that the document does not print.
//!
//! A printed cell of 4.406 stands for an exact amount from 4.405,5 up to 4.406,5. If the cell is a known factor times
//! an unknown unit amount, it also limits the unit amount. The cells of all years together leave a narrow interval.

use rust_decimal::Decimal;

use crate::evaluate::exact_amount;
use crate::note::{DriverIx, Note};
use crate::scenario::Scenario;

/// The values, in the driver's unit, with which every computed cell is the printed one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lowest such value.
    pub low: Decimal,
    /// The upper end, which is not part of the interval: from this value on, a cell would be rounded up.
    pub below: Decimal,
}

impl Interval {
    /// Whether every cell comes out as printed with this value.
    #[must_use]
    pub fn contains(self, value: Decimal) -> bool {
        self.low <= value && value < self.below
    }
}

/// The interval for the unit amount of a line that the line's printed row leaves.
///
/// `None` if the driver is not the unit amount of a line, if the line's cells are all zero, or if no value fits all
/// cells.
///
/// ```
/// use model::brackets::interval;
/// use engine::notes::Library;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let note = library.find("ips-2018").unwrap();
/// let consultant = note.variant.find_driver("pay-team").unwrap();
/// // Six consultants cost 2.230 thousand, rounded: 2.229,5 ÷ 6 is 371,583…
/// let interval = interval(note, consultant).unwrap();
/// assert_eq!(interval.low.round_dp(3), Decimal::new(371_583, 3));
/// assert!(interval.contains(note.variant.driver(consultant).unwrap().value));
/// ```
#[must_use]
pub fn interval(note: Note<'_>, driver: DriverIx) -> Option<Interval> {
    let line_index = note.variant.lines.iter().position(|line| line.formula.unit_amount == driver)?;
    let line = note.variant.lines.get(line_index)?;
    // Beyond a limit the amount no longer follows the driver.
    if line.formula.limit.is_some() {
        return None;
    }
    let (table, row) = note.document.own_row(line)?;
    let baseline = Scenario::baseline(note);
    let value = baseline.value(driver)?;
    let half = Decimal::new(5, 1);

    let mut narrowest: Option<Interval> = None;
    for year in note.variant.first..=note.variant.last {
        let printed = Decimal::from(table.cell(row, year).unwrap_or_default().get().checked_abs()?);
        // The amount is proportional to the driver, so amount ÷ value is the known factor.
        let factor = exact_amount(&baseline, line_index, year).ok()?.checked_div(value)?;
        if factor.is_zero() {
            continue;
        }
        let low = printed.checked_sub(half)?.checked_div(factor)?;
        let below = printed.checked_add(half)?.checked_div(factor)?;
        narrowest = Some(match narrowest {
            None => Interval { low, below },
            Some(interval) => Interval { low: interval.low.max(low), below: interval.below.min(below) },
        });
    }
    narrowest.filter(|interval| interval.low < interval.below)
}
