//! Formulas as text: the names of drivers, references to cells, and the rounding rule.

use rust_decimal::Decimal;
use rust_xlsxwriter::utility::column_number_to_name;

use engine::payback::ORE;
use model::note::{Driver, DriverIx, Note, Phase, Schedule, Term, Unit};
use words::Words;

/// The decimals to which an amount is rounded before it is rounded to a cell.
///
/// A spreadsheet computes in binary, so that 150 × 12,5 % × 0,1 may come out slightly below a half. Nine decimals are
/// coarse enough to remove that error for amounts up to a thousand million kroner. They are also fine enough: a product
/// of whole people, shares with four decimals and amounts with five is either exactly a half or further from it than
/// that.
const GUARD: u8 = 9;

/// The name of the cell with the rate for the discounted payback.
pub const RATE: &str = "discount_rate";

/// The name of the cell with the number of years within which a payback is looked for.
pub(crate) const HORIZON: &str = "horizon_years";

/// The defined name of a driver's cell: its permanent id, with `_` for the hyphens that names may not contain.
#[must_use]
pub fn name(driver: &Driver) -> String {
    name_of(&driver.id)
}

/// The same of a driver with this id.
pub(super) fn name_of(id: &str) -> String {
    let name = id.replace('-', "_");
    // A spreadsheet takes `a1`, `r`, `c` and `r1c1` for cells, and no name begins with a digit.
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).count();
    let is_cell = letters <= 3 && name.bytes().skip(letters).all(|byte| byte.is_ascii_digit());
    let is_row_or_column =
        name.starts_with(['r', 'c']) && name.bytes().all(|byte| byte.is_ascii_digit() || byte == b'r' || byte == b'c');
    if letters == 0 || is_cell || is_row_or_column { format!("_{name}") } else { name }
}

/// The formula for the share of a schedule in a year: `phase` has the code of its phase, and `number` says which year of the effort it
/// is. `None` for a schedule that always has the whole.
pub(super) fn share(schedule: &Schedule, phase: &str, number: &str) -> Option<String> {
    let running = running_share(schedule, number);
    (*schedule != Schedule::ALWAYS)
        .then(|| format!("CHOOSE({phase}+1,0,{},{running},{})", schedule.first.normalize(), schedule.after.normalize()))
}

/// The formula for the share of a schedule in a year in which the effort runs.
pub(super) fn running_share(schedule: &Schedule, number: &str) -> String {
    if !schedule.is_by_year() {
        return schedule.running.normalize().to_string();
    }
    let shares: Vec<String> = schedule.years().map(|share| share.normalize().to_string()).collect();
    format!("CHOOSE(MAX(1,MIN({number},{})),{})", shares.len(), shares.join(","))
}

/// The number by which a value of this unit is multiplied in its cell. Amounts are in kroner, as on the page; shares
/// stay as they are, because the cell's format shows them in per cent.
pub(crate) fn scale(unit: Unit) -> Decimal {
    if unit.is_in_per_cent() { Decimal::ONE } else { unit.scale() }
}

/// A reference to a driver's cell, converted to the engine's unit.
pub(crate) fn driver(driver: &Driver) -> String {
    let name = name(driver);
    if scale(driver.unit) == Decimal::ONE { name } else { format!("{name}/{}", scale(driver.unit)) }
}

/// The formula for the value of a driver in the document's proportion to the driver that it follows.
pub(crate) fn followed(note: Note<'_>, follower: &Driver, leader: DriverIx) -> String {
    let Some(leader) = note.variant.driver(leader) else { return "0".to_owned() };
    let decimals = follower.unit.decimals_in_model();
    let exact = format!("{}*{}/{}", name(leader), follower.value, leader.value);
    // A follower stays within the bounds of its unit, wherever the leader goes.
    let (low, high) = follower.unit.bounds();
    format!("MAX({low},MIN({high},ROUND(ROUND({exact},{GUARD}),{decimals})))")
}

/// The formula for an amount rounded to whole thousands, half away from zero.
pub(crate) fn rounded(amount: &str) -> String {
    format!("ROUND(ROUND({amount},{GUARD}),0)")
}

/// The formula for an amount with interest, rounded to the øre as in [`engine::payback::is_settled`].
pub(crate) fn in_ore(amount: &str) -> String {
    format!("ROUND({amount},{ORE})")
}

/// The formula for the quotient of two drivers, rounded up to a multiple of the cell `step` unless that is 0. Where it is
/// negative, the quotient is that of the document's two values.
///
/// In binary the quotient of 123 and 12,3 may come out slightly above ten. The inner rounding keeps that from becoming
/// an eleventh post.
pub(crate) fn posts(citizens: &Driver, caseload: &Driver, step: &str) -> String {
    let quotient = format!("{}/{}", name(citizens), name(caseload));
    let in_note = format!("{}/{}", citizens.value, caseload.value);
    let rounded = format!("ROUNDUP(ROUND({quotient}/{step},{GUARD}),0)*{step}");
    format!("IF({step}<0,{in_note},IF({step}=0,{quotient},{rounded}))")
}

/// The formula for a caseload that follows the citizens as long as the posts stay as in the document.
pub(crate) fn following_caseload(note: Note<'_>, caseload: &Driver, citizens: DriverIx, step: &str) -> String {
    format!("IF({step}<0,{},{})", followed(note, caseload, citizens), caseload.value)
}

/// The formula for a product of terms. `posts` is the cell with the posts of the line.
pub(crate) fn product(note: Note<'_>, terms: impl IntoIterator<Item = Term>, posts: Option<&str>) -> String {
    let driver_at = |ix| note.variant.driver(ix);
    let factors = terms.into_iter().filter_map(|term| match term {
        Term::Driver(ix) => driver_at(ix).map(driver),
        Term::Remainder(ix) => driver_at(ix).map(|share| format!("(1-{})", driver(share))),
        Term::Increase(ix) => driver_at(ix).map(|increase| format!("(1+{})", driver(increase))),
        Term::Caseload { .. } => posts.map(str::to_owned),
        Term::Share(share) => Some(share.to_string()),
    });
    factors.collect::<Vec<_>>().join("*")
}

/// The number that stands for a phase in the sheet. `CHOOSE` counts from 1 and so takes one more.
pub(crate) const fn phase_code(phase: Phase) -> u8 {
    match phase {
        Phase::Before => 0,
        Phase::First => 1,
        Phase::Running => 2,
        Phase::After => 3,
    }
}

/// The largest number of characters of a string in a formula.
const LONGEST_STRING: usize = 255;

/// A text as a string in a formula; a long one as several, put together.
pub(crate) fn quoted(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let strings = letters.chunks(LONGEST_STRING).map(|letters| letters.iter().collect::<String>());
    let strings: Vec<String> = strings.map(|string| format!("\"{}\"", string.replace('"', "\"\""))).collect();
    if strings.is_empty() { "\"\"".to_owned() } else { strings.join("&") }
}

/// The character that stands for the first formula in a text. Unicode keeps it and the 31 behind it for no character at all, and the loader
/// refuses them, so no name has one.
const FIRST_PLACE: u32 = 0xFDD0;

/// What stands in a text for one of the formulas that [`spliced`] puts there.
pub(crate) fn place(formula_index: u32) -> String {
    char::from_u32(FIRST_PLACE.saturating_add(formula_index)).map_or_else(String::new, String::from)
}

/// The formula for a text, with what these formulas give at their places.
pub(crate) fn spliced(text: &str, formulas: &[&str]) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut words = String::new();
    for letter in text.chars() {
        let index = u32::from(letter).checked_sub(FIRST_PLACE).and_then(|index| usize::try_from(index).ok());
        let Some(formula) = index.and_then(|index| formulas.get(index)) else {
            words.push(letter);
            continue;
        };
        if !words.is_empty() {
            parts.push(quoted(&std::mem::take(&mut words)));
        }
        parts.push((*formula).to_owned());
    }
    if !words.is_empty() || parts.is_empty() {
        parts.push(quoted(&words));
    }
    parts.join("&")
}

/// The formula for a value of a driver in words, with its unit. The spreadsheet writes the digits in its own language.
pub(crate) fn in_words(words: Words, unit: Unit, value: &str) -> String {
    let digits = match unit {
        Unit::Share | Unit::Increase => format!("ROUND(100*{value},4)"),
        Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear | Unit::AmountEach => {
            format!("FIXED({value},IF(INT({value})={value},0,2))")
        }
        Unit::Citizens | Unit::Courses => format!("FIXED({value},0)"),
        Unit::CitizensPerPost | Unit::Posts | Unit::Years | Unit::Factor => format!("ROUND({value},4)"),
    };
    spliced(&words.workbook_number(&place(0), unit), &[&digits])
}

/// A reference to a cell, with row and column counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CellRef {
    pub(crate) row: u32,
    pub(crate) column: u16,
}

impl CellRef {
    pub(crate) const fn new(row: u32, column: u16) -> Self {
        Self { row, column }
    }

    fn write(self, fixed_column: bool, fixed_row: bool) -> String {
        let dollar = |is_fixed| if is_fixed { "$" } else { "" };
        let column = column_number_to_name(self.column);
        format!("{}{column}{}{}", dollar(fixed_column), dollar(fixed_row), self.row.saturating_add(1))
    }

    /// `G12`: row and column both move when the formula is copied.
    pub(crate) fn free(self) -> String {
        self.write(false, false)
    }

    /// `$G12`: the column stays when the formula is copied.
    pub(crate) fn in_column(self) -> String {
        self.write(true, false)
    }

    /// `G$12`: the row stays when the formula is copied.
    pub(crate) fn in_row(self) -> String {
        self.write(false, true)
    }

    /// `$G$12`: row and column both stay when the formula is copied.
    pub(crate) fn fixed(self) -> String {
        self.write(true, true)
    }

    /// `$G$12:$K$12`: the range up to another cell, which stays when the formula is copied.
    pub(crate) fn to(self, last: Self) -> String {
        format!("{}:{}", self.fixed(), last.fixed())
    }

    /// `G$12:G$20`: the range down to a row, whose column moves when the formula is copied.
    pub(crate) fn down_to(self, row: u32) -> String {
        format!("{}:{}", self.in_row(), Self::new(row, self.column).in_row())
    }

    /// `$G$12:$G$20`: the range down to a row, which stays when the formula is copied.
    pub(crate) fn fixed_down_to(self, row: u32) -> String {
        self.to(Self::new(row, self.column))
    }

    /// The cell this many columns to the right.
    pub(crate) const fn right(self, columns: u16) -> Self {
        Self::new(self.row, self.column.saturating_add(columns))
    }
}
