//! A driver, and the drivers that efforts and lines name by id.

use rust_decimal::Decimal;

use super::Context;
use super::check::{LONGEST_NAME, check_length, check_name, check_names, check_source};
use crate::file::{AmountUnit, DriverFile, FollowsFile};
use crate::items::{Ids, Item};
use crate::report::At;
use model::fault::{Column, Fault, Part};
use model::language::Language;
use model::note::{Driver, DriverIx, DriverKind, Follows, Group, Names, Origin, Side, Unit};
use model::scenario::{Rejection, accept};

/// The drivers of a variant, as far as they are sound.
pub(super) struct Drivers<'i> {
    pub(super) ids: Ids<'i>,
    /// `None` for those with a fault.
    pub(super) all: Vec<Option<Driver>>,
}

impl Drivers<'_> {
    /// The driver with this id, which must have this unit. `None` for one with a fault, which was reported.
    pub(super) fn with_unit(&self, context: &Context<'_>, at: At<'_>, id: &str, unit: Unit) -> Option<DriverIx> {
        let index = self.ids.find(at, id, context.report)?;
        let driver = self.all.get(index)?.as_ref()?;
        if driver.unit == unit {
            return Some(DriverIx(index));
        }
        context.report.problem(at, Fault::Unit { driver: id.to_owned(), needs: unit });
        None
    }

    pub(super) fn value(&self, ix: Option<DriverIx>) -> Option<Decimal> {
        Some(self.all.get(ix?.0)?.as_ref()?.value)
    }
}

/// A driver; `None` for one with a fault. `side` is that of the line whose amount it gives, if it gives one.
pub(super) fn driver(context: &Context<'_>, item: &Item<'_, DriverFile>, side: Option<Side>) -> Option<Driver> {
    if !item.is_whole {
        return None;
    }
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    check_name(context, at.field("name"), &written.name);
    super::check::check_optional_names(context, at, "mention", written.mention.as_ref());
    if let Some(mention) = &written.mention {
        check_length(context, at.field("mention"), mention, LONGEST_NAME);
    }
    let unit = written.unit;
    if written.group.is_none() && context.report.is_strict {
        context.report.problem(at, Fault::FieldMissing("group".to_owned()));
    }
    let in_model = |value: Decimal| context.amount_in_unit(value, unit);
    let value = in_model(written.value);
    check_bounds(context, at.field("value"), unit, value);
    check_origin(context, at, written.origin.as_ref());
    let mut alternatives = written.alternative.clone();
    for (index, alternative) in alternatives.iter_mut().enumerate() {
        let at = at.field("alternative").nth(index);
        alternative.value = in_model(alternative.value);
        check_name(context, at.field("name"), &alternative.name);
        check_bounds(context, at.field("value"), unit, alternative.value);
        check_origin(context, at, Some(&alternative.origin));
        alternative.origin = origin(context, Some(&alternative.origin));
    }
    let mut parts = written.part.clone();
    for (index, part) in parts.iter_mut().enumerate() {
        let at = at.field("part").nth(index);
        part.value = in_model(part.value);
        check_name(context, at.field("name"), &part.name);
        check_bounds(context, at.field("value"), unit, part.value);
        check_source(context, at.field("source"), &part.source);
    }
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    if !parts.is_empty() && sum != Some(value) {
        let fault = Fault::Sum { column: Column::Parts, printed: value, parts: sum.unwrap_or_default() };
        context.report.problem(at, fault);
    }
    let mut range = written.range.clone();
    if let Some(range) = &mut range {
        let at = at.field("range");
        // A fault names the numbers as they are written.
        let (low, high) = (range.low, range.high);
        (range.low, range.high) = (in_model(low), in_model(high));
        check_bounds(context, at.field("low"), unit, range.low);
        check_bounds(context, at.field("high"), unit, range.high);
        match &range.source {
            Some(source) => check_source(context, at.field("source"), source),
            None if context.report.is_strict => context.report.problem(at, Fault::FieldMissing("source".to_owned())),
            None => {}
        }
        if low >= high {
            context.report.problem(at, Fault::RangeOrder { low, high });
        } else if !(low..=high).contains(&written.value) {
            context.report.problem(at, Fault::OutOfRange { value: written.value, low, high });
        }
    }
    (context.report.count() == before).then(|| Driver {
        id: written.id.clone(),
        kind: DriverKind::OfNote {
            mention: written.mention.clone().unwrap_or_else(|| mention(&written.name)),
            name: written.name.clone(),
        },
        group: written.group.unwrap_or_else(|| usual_group(unit, side)),
        unit,
        value,
        origin: origin(context, written.origin.as_ref()),
        parts,
        range,
        follows: None,
        alternatives,
    })
}

/// A name as it stands in a sentence: with a small first letter, unless it begins with an abbreviation.
fn mention(name: &Names) -> Names {
    let said = Language::ALL.into_iter().filter_map(|language| {
        let (words, found) = name.get(language.code());
        (found == language.code()).then(|| (language, uncapitalised(words)))
    });
    said.collect()
}

fn uncapitalised(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let first = model::language::in_small_letters(&first.to_string());
            format!("{first}{}", letters.as_str())
        }
        _ => words.to_owned(),
    }
}

/// The heading for a driver that names none.
const fn usual_group(unit: Unit, side: Option<Side>) -> Group {
    match (unit, side) {
        (Unit::Citizens | Unit::CitizensPerPost, _) => Group::Citizens,
        (Unit::Years, _) => Group::Period,
        (Unit::Factor | Unit::Increase, _) => Group::Together,
        // A limit for each post stands with the income that it limits.
        (_, Some(Side::Income)) => Group::Income,
        (Unit::Posts | Unit::CostPerPost, _) => Group::Staff,
        (Unit::Share, None) => Group::Effect,
        (
            Unit::Share | Unit::Courses | Unit::AmountPerYear | Unit::AmountEach | Unit::AmountPerOutcome,
            Some(Side::Saving),
        ) => Group::Savings,
        (
            Unit::Share | Unit::Courses | Unit::AmountPerYear | Unit::AmountEach | Unit::AmountPerOutcome,
            None | Some(Side::Cost),
        ) => Group::Costs,
    }
}

fn check_bounds(context: &Context<'_>, at: At<'_>, unit: Unit, value: Decimal) {
    let (low, high) = unit.bounds();
    match accept(unit, value) {
        Ok(()) | Err(Rejection::NoSuchDriver) => {}
        Err(Rejection::TooLow(_) | Rejection::TooHigh(_)) => {
            let as_written = |value: Decimal| context.amount_as_written(value, unit);
            let (value, low, high) = (as_written(value), as_written(low), as_written(high));
            context.report.problem(at, Fault::OutOfBounds { value, low, high });
        }
        Err(Rejection::TooFine(_)) => {
            let decimals = context.decimals_as_written(unit);
            context.report.problem(at, Fault::TooFine { value: context.amount_as_written(value, unit), decimals });
        }
    }
}

/// The driver that each of these drivers follows. A driver that follows another one may not be followed itself.
pub(super) fn follow(context: &Context<'_>, items: &[Item<'_, DriverFile>], drivers: &mut Drivers<'_>) {
    let follows_another = |id: &str| {
        let index = drivers.ids.position(id);
        index.and_then(|index| items.get(index)).is_some_and(|item| item.written.follows.is_some())
    };
    let mut found = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let Some(FollowsFile { driver: leader_id, origin }) = item.written.follows.as_ref().filter(|_| item.is_whole)
        else {
            continue;
        };
        let at = item.at().field("follows");
        check_origin(context, at, origin.as_ref());
        let Some(Some(driver)) = drivers.all.get(index) else { continue };
        let Some(leader) = drivers.with_unit(context, at.field("driver"), leader_id, driver.unit) else { continue };
        if drivers.value(Some(leader)).is_none_or(|value| value.is_zero()) || follows_another(leader_id) {
            context.report.problem(at, Fault::Leader(leader_id.clone()));
            continue;
        }
        found.push((index, Follows { leader, origin: self::origin(context, origin.as_ref()) }));
    }
    for (index, follows) in found {
        if let Some(Some(driver)) = drivers.all.get_mut(index) {
            driver.follows = Some(follows);
        }
    }
}

/// Where a number comes from. In a note that does not ship, what is assumed is assumed by whoever wrote the file.
fn origin(context: &Context<'_>, written: Option<&Origin>) -> Origin {
    match written {
        Some(Origin::Assumed { why }) if !context.report.is_strict => Origin::OfFile { why: why.clone() },
        Some(origin) => origin.clone(),
        None => Origin::OfFile { why: None },
    }
}

/// Checks that the origin of an item has sources or, where it needs one, an explanation.
fn check_origin(context: &Context<'_>, item: At<'_>, origin: Option<&Origin>) {
    let at = item.field("origin");
    let inner = |kind: &str| at.field(kind);
    match origin {
        None if context.report.is_strict => context.report.problem(item, Fault::FieldMissing("origin".to_owned())),
        None => {}
        Some(Origin::Stated(source)) => check_source(context, inner("stated"), source),
        Some(Origin::Borrowed { source, .. }) => check_source(context, inner("borrowed").field("source"), source),
        Some(Origin::Derived { how, from, .. }) => {
            check_explanation(context, inner("derived"), "how", how.as_ref());
            if from.is_empty() {
                context.report.blemish(at, Fault::Missing(Part::DerivedFrom));
            }
            for (index, source) in from.iter().enumerate() {
                check_source(context, inner("derived").field("from").nth(index), source);
            }
        }
        Some(Origin::Assumed { why }) => check_explanation(context, inner("assumed"), "why", why.as_ref()),
        Some(Origin::Neutral | Origin::OfFile { .. }) => context.report.problem(at, Fault::Missing(Part::Origin)),
    }
}

/// Checks that there is an explanation of a number. In notes that ship, only numbers that the page adds have none of their own.
fn check_explanation(context: &Context<'_>, at: At<'_>, field: &str, explanation: Option<&Names>) {
    match explanation {
        Some(words) => check_names(context, at.field(field), words),
        None => {
            if context.report.is_strict {
                context.report.problem(at, Fault::Missing(Part::Explanation));
            }
        }
    }
}

impl Context<'_> {
    /// An amount in 1.000 kr. that the file has in its own unit; any other number as it is.
    pub(super) fn amount_in_unit(&self, value: Decimal, unit: Unit) -> Decimal {
        if unit.is_money() { self.in_thousands(value) } else { value }
    }

    /// The reverse.
    pub(super) fn amount_as_written(&self, value: Decimal, unit: Unit) -> Decimal {
        let factor = match self.unit {
            AmountUnit::Kroner if unit.is_money() => Decimal::ONE_THOUSAND,
            AmountUnit::Millions if unit.is_money() => Decimal::new(1, 3),
            AmountUnit::Kroner | AmountUnit::Thousands | AmountUnit::Millions => Decimal::ONE,
        };
        value.checked_mul(factor).unwrap_or(value).normalize()
    }

    fn decimals_as_written(&self, unit: Unit) -> u32 {
        let decimals = unit.decimals_in_model();
        match self.unit {
            AmountUnit::Kroner if unit.is_money() => decimals.saturating_sub(3),
            AmountUnit::Millions if unit.is_money() => decimals.saturating_add(3),
            AmountUnit::Kroner | AmountUnit::Thousands | AmountUnit::Millions => decimals,
        }
    }
}
