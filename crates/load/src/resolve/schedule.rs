//! When a line has its amount.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::Context;
use super::check::check_share;
use super::driver::Drivers;
use crate::file::{DecimalFile, OfYears, RuleFile, ScheduleFile};
use crate::report::At;
use model::fault::Fault;
use model::note::{DriverIx, Effort, Schedule, Unit, Year};

/// The number of years that a schedule may name: as many as an effort may run.
const MOST_YEARS: usize = 20;

/// How many digits a year is written with. One that is written in two ways would have two amounts.
const YEAR_DIGITS: usize = 4;

/// What a schedule is read with.
pub(super) struct Scheduled<'s> {
    pub(super) context: &'s Context<'s>,
    /// The schedule.
    pub(super) at: At<'s>,
    /// The kind of its line.
    pub(super) rule: &'s RuleFile,
    pub(super) drivers: &'s Drivers<'s>,
    /// `None` for one with a fault.
    pub(super) effort: Option<&'s Effort>,
}

/// Whether a list of shares has as many years as it may have, which is said otherwise.
pub(super) fn check_count(context: &Context<'_>, at: At<'_>, years: usize) -> bool {
    let fits = (1..=MOST_YEARS).contains(&years);
    if !fits {
        context.report.problem(at, Fault::ScheduleYears(years));
    }
    fits
}

impl Scheduled<'_> {
    /// The schedule, whose shares must be between 0 and 1. A line that follows effect rates has its shares by phase from them, so
    /// it can only have a schedule year by year, and has the whole amount after the effort where the schedule does not say otherwise.
    pub(super) fn read(&self, written: &ScheduleFile) -> Option<Schedule> {
        let (context, at) = (self.context, self.at);
        let before = context.report.count();
        let share =
            |share: &Option<DecimalFile>, otherwise| share.as_ref().map_or(otherwise, |DecimalFile(share)| *share);
        let ScheduleFile { first, running, years, amounts, once, after } = written;
        let follows_rates = matches!(self.rule, RuleFile::PerOutcome { .. });
        let is_by_phase = first.is_some() || running.is_some();
        let forms = [is_by_phase, years.is_some(), amounts.is_some(), once.is_some()];
        if forms.into_iter().filter(|is_given| *is_given).count() > 1 {
            context.report.problem(at, Fault::ScheduleForms);
        }
        if follows_rates && (is_by_phase || (after.is_some() && years.is_none())) {
            context.report.problem(at, Fault::ScheduleOfOutcome);
        }
        if let Some(years) = years {
            check_count(context, at.field("years"), years.len());
        }
        if let Some(once) = once {
            check_count(context, at.field("once"), usize::from(*once));
        }
        for (index, DecimalFile(share)) in years.iter().flatten().enumerate() {
            let at = at.field("years").nth(index);
            check_share(context, at, *share);
            if !share.is_zero() {
                self.check_within(at, index);
            }
        }
        if let Some(position) = once.and_then(|once| once.checked_sub(1)) {
            self.check_within(at.field("once"), usize::from(position));
        }
        for (field, given) in [("first", first), ("running", running), ("after", after)] {
            if let Some(DecimalFile(share)) = given {
                check_share(context, at.field(field), *share);
            }
        }
        let of_amounts = amounts.as_ref().map(|OfYears(amounts)| self.shares(amounts));
        if context.report.count() > before {
            return None;
        }
        let after = share(after, if follows_rates && once.is_none() { Decimal::ONE } else { Decimal::ZERO });
        let by_year: Vec<Decimal> = match (years, once) {
            _ if of_amounts.is_some() => of_amounts??,
            (Some(years), _) => years.iter().map(|DecimalFile(share)| *share).collect(),
            (None, Some(once)) => {
                let mut shares = vec![Decimal::ZERO; usize::from(*once).saturating_sub(1)];
                shares.extend([Decimal::ONE, Decimal::ZERO]);
                shares
            }
            (None, None) => vec![share(first, Decimal::ONE), share(running, Decimal::ONE)],
        };
        Schedule::of_years(&by_year, after)
    }

    /// Checks that a year with an amount, counted from 0, is one of the effort: in a later one the amount would not count. The effort is as
    /// long as the note says.
    fn check_within(&self, at: At<'_>, position: usize) {
        let Some(effort) = self.effort else { return };
        let length = self.drivers.value(Some(effort.length)).map(|length| length.ceil());
        let Some(length) = length.and_then(|length| Year::try_from(length).ok()) else { return };
        if (1..=MOST_YEARS).contains(&position.saturating_add(1)) && position >= usize::from(length) {
            let year = |position: Year| effort.start.saturating_add(position);
            let position = Year::try_from(position).unwrap_or(Year::MAX);
            let fault = Fault::AfterEffort { year: year(position), last: year(length).saturating_sub(1) };
            self.context.report.problem(at, fault);
        }
    }

    /// The shares of the line's amount that the amounts of named years are, from the first year of the effort on; `None` where they
    /// cannot be known because of a fault elsewhere, or of one that is reported here.
    fn shares(&self, amounts: &BTreeMap<String, DecimalFile>) -> Option<Vec<Decimal>> {
        let (report, at) = (self.context.report, self.at.field("amounts"));
        let RuleFile::Fixed { amount } = self.rule else {
            report.problem(at, Fault::ScheduleAmounts);
            return None;
        };
        let full = self.drivers.value(self.drivers.ids.position(amount).map(DriverIx))?;
        let start = self.effort?.start;
        let before = report.count();
        let mut of_years: Vec<(usize, Decimal)> = Vec::new();
        for (name, DecimalFile(written)) in amounts {
            let at = at.field(name);
            let is_plain = name.len() == YEAR_DIGITS && name.bytes().all(|byte| byte.is_ascii_digit());
            let Some(year) = name.parse::<Year>().ok().filter(|_| is_plain) else {
                report.problem(at, Fault::NoNumber(name.clone()));
                continue;
            };
            let Some(position) = year.checked_sub(start) else {
                report.problem(at, Fault::Year(year));
                continue;
            };
            let amount = self.context.amount_in_unit(*written, Unit::AmountPerYear);
            if !(Decimal::ZERO..=full).contains(&amount) {
                let high = self.context.amount_as_written(full, Unit::AmountPerYear);
                report.problem(at, Fault::OutOfBounds { value: *written, low: Decimal::ZERO, high });
                continue;
            }
            if !amount.is_zero() {
                self.check_within(at, usize::from(position));
            }
            of_years.push((usize::from(position), share_of(amount, full)));
        }
        let count = of_years.iter().map(|(position, _)| position.saturating_add(1)).max().unwrap_or_default();
        if report.count() == before {
            check_count(self.context, at, count);
        }
        if report.count() > before {
            return None;
        }
        // Years that are not named have nothing, the ones after the last too.
        let mut shares = vec![Decimal::ZERO; count.saturating_add(1)];
        for (position, share) in of_years {
            if let Some(slot) = shares.get_mut(position) {
                *slot = share;
            }
        }
        Some(shares)
    }
}

/// How many decimals a share has that is computed from amounts. The amount that it gives again then differs by less than the last
/// digit of any amount.
const DECIMALS: u32 = 12;

/// The share that an amount is of the full one. It is rounded up, so that half a thousand is still rounded up when it is computed again.
fn share_of(amount: Decimal, full: Decimal) -> Decimal {
    let share = amount.checked_div(full).unwrap_or_default();
    share.round_dp_with_strategy(DECIMALS, RoundingStrategy::AwayFromZero).min(Decimal::ONE).normalize()
}
