//! Formulas as text: the names of drivers, references to cells, and the one rounding rule.

use rust_decimal::Decimal;
use rust_xlsxwriter::utility::column_number_to_name;

use crate::note::{Driver, Note, Phase, Term, Unit};
use crate::payback::ORE;

/// The decimals to which an amount is rounded before it becomes a cell.
///
/// A spreadsheet computes in binary, so that 150 × 12,5 % × 0,1 may come out a hair below a half. Nine decimals are coarse
/// enough to swallow that hair for amounts up to a thousand million kroner, and finer than what any product of the
/// note's drivers can lie beside a half without being one: people whole, shares with four decimals, amounts with five.
const GUARD: u8 = 9;

/// The name of the cell with the rate for the discounted payback.
pub const RATE: &str = "discount_rate";

/// The defined name of a driver's cell: its permanent id, in the characters that names may have.
#[must_use]
pub fn name(driver: &Driver) -> String {
    driver.id.replace('-', "_")
}

/// What a value of this unit is multiplied with in its cell: kroner as on screen, a share as it is, shown in per cent.
pub(super) fn scale(unit: Unit) -> Decimal {
    if unit == Unit::Share { Decimal::ONE } else { unit.scale() }
}

/// A driver in a formula, in the model's unit.
pub(super) fn driver(driver: &Driver) -> String {
    let name = name(driver);
    if scale(driver.unit) == Decimal::ONE { name } else { format!("{name}/{}", scale(driver.unit)) }
}

/// Rounded to whole thousands, half away from zero.
pub(super) fn rounded(amount: &str) -> String {
    format!("ROUND(ROUND({amount},{GUARD}),0)")
}

/// An amount with interest, to the øre: the same as [`crate::payback::is_settled`] looks at.
pub(super) fn in_ore(amount: &str) -> String {
    format!("ROUND({amount},{ORE})")
}

/// The quotient of two drivers, rounded up to a multiple of the cell `step` where that is not 0.
///
/// The quotient of 123 and 12,3 may come out a hair above ten; that is no reason for an eleventh post.
pub(super) fn posts(dividend: &str, divisor: &str, step: &str) -> String {
    let quotient = format!("{dividend}/{divisor}");
    format!("IF({step}=0,{quotient},ROUNDUP(ROUND({quotient}/{step},{GUARD}),0)*{step})")
}

/// A product of terms. `posts` is the cell in which the line's posts are counted.
pub(super) fn product(note: Note<'_>, terms: impl IntoIterator<Item = Term>, posts: Option<&str>) -> String {
    let driver_at = |ix| note.variant.driver(ix);
    let factors = terms.into_iter().filter_map(|term| match term {
        Term::Driver(ix) => driver_at(ix).map(driver),
        Term::Remainder(ix) => driver_at(ix).map(|found| format!("(1-{})", driver(found))),
        Term::Caseload { .. } => posts.map(str::to_owned),
        Term::Share(share) => Some(share.to_string()),
    });
    factors.collect::<Vec<_>>().join("*")
}

/// The number that stands for a phase in the sheet; `CHOOSE` takes one more.
pub(super) const fn phase_code(phase: Phase) -> u8 {
    match phase {
        Phase::Before => 0,
        Phase::First => 1,
        Phase::Running => 2,
        Phase::After => 3,
    }
}

/// A text in a formula.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A cell of a sheet, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    pub(super) row: u32,
    pub(super) column: u16,
}

impl At {
    pub(super) const fn new(row: u32, column: u16) -> Self {
        Self { row, column }
    }

    fn write(self, fixed_column: bool, fixed_row: bool) -> String {
        let mark = |fixed| if fixed { "$" } else { "" };
        let column = column_number_to_name(self.column);
        format!("{}{column}{}{}", mark(fixed_column), mark(fixed_row), self.row.saturating_add(1))
    }

    /// `G12`: both move along when the formula is copied.
    pub(super) fn free(self) -> String {
        self.write(false, false)
    }

    /// `$G12`: the column stays.
    pub(super) fn in_column(self) -> String {
        self.write(true, false)
    }

    /// `G$12`: the row stays.
    pub(super) fn in_row(self) -> String {
        self.write(false, true)
    }

    /// `$G$12`.
    pub(super) fn fixed(self) -> String {
        self.write(true, true)
    }

    /// `G12:K12`, all of it staying where it is.
    pub(super) fn to(self, last: Self) -> String {
        format!("{}:{}", self.fixed(), last.fixed())
    }

    /// `G$12:G$20`: down from here, moving along with the column.
    pub(super) fn down_to(self, row: u32) -> String {
        format!("{}:{}", self.in_row(), Self::new(row, self.column).in_row())
    }

    /// `$G$12:$G$20`: down from here.
    pub(super) fn fixed_down_to(self, row: u32) -> String {
        self.to(Self::new(row, self.column))
    }

    /// The cell so many columns to the right.
    pub(super) const fn right(self, columns: u16) -> Self {
        Self::new(self.row, self.column.saturating_add(columns))
    }
}
