//! Arithmetic of decimals as functions that are called. The decimals' own is written out at every place where it is used, which makes
//! some kilobytes of the page of a function with a few sums.

use std::cmp::Ordering;

use rust_decimal::Decimal;

/// The sum, or the nearest number that can be written.
#[inline(never)]
#[must_use]
pub fn plus(one: Decimal, other: Decimal) -> Decimal {
    one.saturating_add(other)
}

/// The difference, or the nearest number that can be written.
#[inline(never)]
#[must_use]
pub fn minus(one: Decimal, other: Decimal) -> Decimal {
    one.saturating_sub(other)
}

/// The product; `None` if it cannot be written.
#[inline(never)]
#[must_use]
pub fn times(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_mul(other)
}

/// The quotient; `None` if it cannot be written.
#[inline(never)]
#[must_use]
pub fn per(one: Decimal, other: Decimal) -> Option<Decimal> {
    one.checked_div(other)
}

/// Which of the two is larger.
#[inline(never)]
#[must_use]
pub fn compared(one: Decimal, other: Decimal) -> Ordering {
    one.cmp(&other)
}

/// The smaller one.
#[must_use]
pub fn least(one: Decimal, other: Decimal) -> Decimal {
    if compared(other, one).is_lt() { other } else { one }
}

/// The larger one.
#[must_use]
pub fn most(one: Decimal, other: Decimal) -> Decimal {
    if compared(other, one).is_gt() { other } else { one }
}
