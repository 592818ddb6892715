//! Works out what several numbers in a row give, as a pocket calculator with precedence does.

use rust_decimal::Decimal;

use super::Unreadable;
use super::numeral::{Numeral, numeral};
use super::pieces::{Operator, Piece};
use super::units::{Measure, measure};
use model::note::Unit;

/// What a text gives, as the screen shows the unit: per cent for shares, kroner for amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Worked {
    /// The number.
    pub(crate) number: Decimal,
    /// What was done to it.
    pub(crate) how: How,
    /// Whether a number has more decimals than its unit shows although its mark may also be one between groups.
    pub(crate) is_too_fine: bool,
    /// Whether a number would be another one in another language.
    pub(crate) is_ambiguous: bool,
}

/// How a number came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    /// It is what was typed.
    Typed,
    /// It was worked out.
    Calculated,
    /// It is a share to which so many per cent of itself were added.
    PerCentOfShare(Decimal),
}

/// A number with its measure.
#[derive(Clone, Copy)]
struct Operand {
    numeral: Numeral,
    measure: Measure,
}

/// What numbers that are multiplied and divided give.
enum Term {
    /// A number of the unit.
    Number(Decimal),
    /// Per cent of what stands before it.
    PerCent(Decimal),
    /// Percentage points.
    Points(Decimal),
}

/// Works out a text: a number, numbers with operators between them, or an operator in front, which goes on from the current number.
/// `thousands` is the mark between groups; `current` is as the screen shows the unit, and without it there are no calculations.
///
/// # Errors
/// Returns [`Unreadable`] where the pieces are no number of this unit, or cannot be worked out.
pub(crate) fn work_out(
    pieces: &[Piece],
    unit: Unit,
    thousands: char,
    current: Option<Decimal>,
) -> Result<Worked, Unreadable> {
    let (is_below_zero, pieces) = without_parentheses(pieces)?;
    let (sign, pieces) = match pieces {
        [Piece::Operator(operator), rest @ ..] => (Some(*operator), rest),
        _ => (None, pieces),
    };
    let (operands, operators) = operands(pieces, unit, thousands)?;
    let (first, others) = operands.split_first().ok_or(Unreadable::NotANumber)?;
    let mut worked = Worked {
        number: Decimal::ZERO,
        how: How::Calculated,
        is_too_fine: false,
        is_ambiguous: operands.iter().any(|operand| operand.numeral.is_ambiguous),
    };
    let multiplies = |operator: Operator| matches!(operator, Operator::Times | Operator::Over);
    let is_relative = matches!(first.measure, Measure::PerCent | Measure::Points)
        && !operators.first().is_some_and(|operator| multiplies(*operator));
    // The sign of multiplication in front of a factor is its unit, and the plus in front of an increase its sign.
    let belongs_to_number = |sign: Operator| match unit {
        Unit::Factor => sign == Operator::Times,
        Unit::Increase => sign == Operator::Plus,
        _ => false,
    };
    let sign = sign.filter(|sign| !belongs_to_number(*sign));
    let before_each = std::iter::once(sign).chain(operators.iter().copied().map(Some));
    worked.is_too_fine = before_each
        .zip(&operands)
        .any(|(before, operand)| !before.is_some_and(multiplies) && is_too_fine(*operand, unit));
    match (sign, others) {
        (None, []) => {
            worked.how = How::Typed;
            worked.number = single(*first, unit)?;
            if is_below_zero {
                worked.number = negative(worked.number);
            }
            return Ok(worked);
        }
        _ if is_below_zero => return Err(Unreadable::NotANumber),
        (Some(Operator::Plus), []) if !is_relative => return Err(Unreadable::SignAlone),
        (Some(Operator::Minus), []) if !is_relative => {
            worked.how = How::Typed;
            worked.number = negative(single(*first, unit)?);
            return Ok(worked);
        }
        (Some(Operator::Plus | Operator::Minus), _) if !is_relative => return Err(Unreadable::NotANumber),
        _ => {}
    }
    let current = current.ok_or(Unreadable::NotANumber)?;
    let mut sum = Sum { unit, so_far: None, goes_on: sign.is_some() };
    let mut factors: Vec<(Operator, Operand)> = Vec::new();
    let mut adds = Operator::Plus;
    let mut base = None;
    match sign {
        Some(Operator::Plus) => sum.so_far = Some(current),
        Some(Operator::Minus) => (sum.so_far, adds) = (Some(current), Operator::Minus),
        Some(Operator::Times | Operator::Over) => base = Some(current),
        None => {}
    }
    let first_operator = sign.filter(|_| base.is_some()).unwrap_or(Operator::Times);
    let in_a_row = std::iter::once(first_operator).chain(operators).zip(operands.iter().copied());
    for (operator, operand) in in_a_row {
        match operator {
            Operator::Times | Operator::Over => factors.push((operator, operand)),
            Operator::Plus | Operator::Minus => {
                sum.add(adds, term(base.take(), &factors, unit)?)?;
                factors = vec![(Operator::Times, operand)];
                adds = operator;
            }
        }
    }
    sum.add(adds, term(base, &factors, unit)?)?;
    worked.number = sum.so_far.ok_or(Unreadable::NotANumber)?;
    if let (Some(Operator::Plus | Operator::Minus), [], Measure::PerCent, Unit::Share) =
        (sign, others, first.measure, unit)
    {
        let percent = first.numeral.number;
        worked.how = How::PerCentOfShare(if sign == Some(Operator::Minus) { negative(percent) } else { percent });
    }
    Ok(worked)
}

/// Whether the text is a number in parentheses, which is below zero, and what stands in them.
fn without_parentheses(pieces: &[Piece]) -> Result<(bool, &[Piece]), Unreadable> {
    let (is_below_zero, pieces) = match pieces {
        [Piece::Parenthesis, rest @ .., Piece::Parenthesis] => (true, rest),
        _ => (false, pieces),
    };
    if pieces.contains(&Piece::Parenthesis) { Err(Unreadable::Parentheses) } else { Ok((is_below_zero, pieces)) }
}

/// The numbers with their measures, and the operators between them.
fn operands(pieces: &[Piece], unit: Unit, thousands: char) -> Result<(Vec<Operand>, Vec<Operator>), Unreadable> {
    let (mut operands, mut operators) = (Vec::new(), Vec::new());
    for part in pieces.split_inclusive(|piece| matches!(piece, Piece::Operator(_))) {
        let part = match part {
            [part @ .., Piece::Operator(operator)] => {
                operators.push(*operator);
                part
            }
            _ => part,
        };
        let (before, number, behind) = match part {
            [Piece::Number(number)] => ("", number, ""),
            [Piece::Words(before), Piece::Number(number)] => (before.as_str(), number, ""),
            [Piece::Number(number), Piece::Words(behind)] => ("", number, behind.as_str()),
            [Piece::Words(before), Piece::Number(number), Piece::Words(behind)] => {
                (before.as_str(), number, behind.as_str())
            }
            _ => return Err(Unreadable::NotANumber),
        };
        let measure = measure(before, behind, unit).ok_or(Unreadable::NotANumber)?;
        operands.push(Operand { numeral: numeral(number, thousands)?, measure });
    }
    // An operator at the end has nothing behind it yet.
    if operators.len() < operands.len() { Ok((operands, operators)) } else { Err(Unreadable::NotANumber) }
}

/// Whether the number has three decimals only because its mark is taken for one of decimals, and its unit does not show as many.
fn is_too_fine(operand: Operand, unit: Unit) -> bool {
    let shown_further = match operand.measure {
        Measure::Unit(factor) if factor > Decimal::ONE => 3,
        _ => 0,
    };
    operand.numeral.is_ambiguous && operand.numeral.decimals > unit.decimals().saturating_add(shown_further)
}

/// A number by itself.
fn single(operand: Operand, unit: Unit) -> Result<Decimal, Unreadable> {
    match term(None, &[(Operator::Times, operand)], unit)? {
        Term::Number(number) => Ok(number),
        Term::PerCent(number) if unit == Unit::Share => Ok(number),
        Term::PerCent(_) | Term::Points(_) => Err(Unreadable::NotANumber),
    }
}

/// What the factors give, each with the operator before it; `base` is a number that they go on from.
fn term(base: Option<Decimal>, factors: &[(Operator, Operand)], unit: Unit) -> Result<Term, Unreadable> {
    if let (None, [(_, only)]) = (base, factors) {
        let number = only.numeral.number;
        return match only.measure {
            Measure::None => Ok(Term::Number(number)),
            Measure::Unit(factor) => Ok(Term::Number(number.checked_mul(factor).ok_or(Unreadable::TooLarge)?)),
            Measure::PerCent => Ok(Term::PerCent(number)),
            Measure::Points => Ok(Term::Points(number)),
        };
    }
    let mut product = base;
    let mut has_measure = base.is_some();
    let mut is_a_number = base.is_some();
    for (operator, operand) in factors {
        let mut number = operand.numeral.number;
        match operand.measure {
            Measure::None => is_a_number = true,
            Measure::Unit(factor) if !has_measure => {
                (has_measure, is_a_number) = (true, true);
                number = number.checked_mul(factor).ok_or(Unreadable::TooLarge)?;
            }
            // The share itself, of which the others are parts.
            Measure::PerCent if unit == Unit::Share && product.is_none() => is_a_number = true,
            Measure::PerCent => {
                number = number.checked_div(Decimal::ONE_HUNDRED).ok_or(Unreadable::TooLarge)?;
            }
            // Kroner times kroner.
            Measure::Unit(_) | Measure::Points => return Err(Unreadable::NotANumber),
        }
        product = Some(match (product, operator) {
            (None, _) => number,
            (Some(_), Operator::Over) if number.is_zero() => return Err(Unreadable::DividedByZero),
            (Some(so_far), Operator::Over) => so_far.checked_div(number).ok_or(Unreadable::TooLarge)?,
            (Some(so_far), _) => so_far.checked_mul(number).ok_or(Unreadable::TooLarge)?,
        });
    }
    let product = product.filter(|_| is_a_number).ok_or(Unreadable::NotANumber)?;
    Ok(Term::Number(product))
}

/// Terms that are added, one by one.
struct Sum {
    unit: Unit,
    so_far: Option<Decimal>,
    /// Whether it goes on from the current number, which nobody typed.
    goes_on: bool,
}

impl Sum {
    fn add(&mut self, operator: Operator, term: Term) -> Result<(), Unreadable> {
        let number = match (term, self.so_far) {
            (Term::Number(number), _) | (Term::Points(number), Some(_)) => number,
            // "25 % + 3 %" adds two shares. "+3 %" by itself is per cent of the share, as it is of any other number.
            (Term::PerCent(number), _) if self.unit == Unit::Share && !self.goes_on => number,
            (Term::PerCent(number), Some(so_far)) => {
                let of_all = so_far.checked_mul(number).ok_or(Unreadable::TooLarge)?;
                of_all.checked_div(Decimal::ONE_HUNDRED).ok_or(Unreadable::TooLarge)?
            }
            (Term::PerCent(_) | Term::Points(_), None) => return Err(Unreadable::NotANumber),
        };
        let number = if operator == Operator::Minus { negative(number) } else { number };
        let so_far = self.so_far.unwrap_or_default();
        self.so_far = Some(so_far.checked_add(number).ok_or(Unreadable::TooLarge)?);
        Ok(())
    }
}

fn negative(number: Decimal) -> Decimal {
    Decimal::ZERO.checked_sub(number).unwrap_or(number)
}
