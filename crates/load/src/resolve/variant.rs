//! A variant and its efforts.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::Context;
use super::check::{
    check_name, check_names, check_optional_names, check_phrase, check_share, check_source, check_years,
};
use super::driver::{Drivers, driver, follow};
use super::line::{MOST_LINES, line};
use super::printed::Tables;
use super::schedule::check_count;
use super::share::Above;
use super::target::Targets;
use crate::file::{
    DecimalFile, DriverFile, EffectFile, EffortFile, LISTS_OF_VARIANT, LineFile, OnlyVariantFile, VariantFile,
};
use crate::items::{FreeIds, Ids, Item, id_from, items};
use crate::reader::{self, Others};
use crate::report::At;
use crate::tree::Node;
use model::fault::{Column, Fault, Kind, Part};
use model::note::{
    Adjustment, Driver, DriverIx, Effect, Effort, Line, Names, PrintedPayback, Reached, Schedule, Unit, Variant, Year,
};

/// A variant as it is written, with the items of its lists.
pub(crate) struct WrittenVariant<'n> {
    pub(super) path: String,
    pub(super) node: &'n Node,
    pub(super) id: String,
    name: Names,
    years: Option<(Year, Year)>,
    head: VariantFile,
    pub(super) efforts: Vec<Item<'n, EffortFile>>,
    pub(super) effort_ids: Vec<String>,
    drivers: Vec<Item<'n, DriverFile>>,
    pub(super) lines: Vec<Item<'n, LineFile>>,
    pub(super) line_ids: Vec<String>,
    printed_paybacks: Vec<Item<'n, PrintedPayback>>,
    is_whole: bool,
}

/// The efforts of a variant, as far as they are sound.
pub(super) struct Efforts<'i> {
    pub(super) ids: Ids<'i>,
    /// `None` for those with a fault.
    pub(super) all: Vec<Option<Effort>>,
}

/// The longest id that is made from a name.
const LONGEST_ID: usize = 40;

/// How many efforts and drivers a variant may have.
const MOST_EFFORTS: usize = 100;
const MOST_DRIVERS: usize = 2_000;

impl<'n> WrittenVariant<'n> {
    /// Reads a variant. A document with one variant may hold its fields itself; the variant is then called as the document is.
    pub(super) fn read(
        context: &Context<'_>,
        node: &'n Node,
        path: String,
        document: Option<(&str, &Names)>,
    ) -> Option<Self> {
        let before = context.report.count();
        let (language, report) = (context.language, context.report);
        let lists = LISTS_OF_VARIANT;
        let head: VariantFile = match document {
            // The document's own fields were read with it.
            Some(_) => {
                let at = At { item: &path, node };
                let only: OnlyVariantFile = reader::read(at, Others::OfAnother, language, report)?;
                VariantFile {
                    id: None,
                    name: None,
                    years: only.years,
                    first: only.first,
                    last: only.last,
                    savings_about: only.savings_about,
                    applied_for: only.applied_for,
                }
            }
            None => reader::read(At { item: &path, node }, Others::Known(&lists), language, report)?,
        };
        let (id, name) = if let Some((id, name)) = document {
            (id.to_owned(), name.clone())
        } else {
            let at = At { item: &path, node };
            for (field, is_said) in [("id", head.id.is_some()), ("name", head.name.is_some())] {
                if !is_said {
                    report.problem(at, Fault::FieldMissing(field.to_owned()));
                }
            }
            (head.id.clone().unwrap_or_default(), head.name.clone().unwrap_or_else(|| Names::from_iter([])))
        };
        let efforts: Vec<Item<'n, EffortFile>> = items(node, "effort", &path, Others::NONE, language, report);
        let lines: Vec<Item<'n, LineFile>> = items(node, "line", &path, Others::NONE, language, report);
        let mut this = Self {
            node,
            id,
            name,
            years: None,
            effort_ids: ids(context, &efforts, |effort| (effort.id.as_deref(), &effort.name)),
            efforts,
            drivers: items(node, "driver", &path, Others::NONE, language, report),
            line_ids: ids(context, &lines, |line| (line.id.as_deref(), &line.name)),
            lines,
            printed_paybacks: items(node, "printed_payback", &path, Others::NONE, language, report),
            is_whole: report.count() == before,
            head,
            path,
        };
        this.years = this.years(context);
        Some(this)
    }

    pub(super) fn at(&self) -> At<'_> {
        At { item: &self.path, node: self.node }
    }

    pub(super) const fn first_year(&self) -> Option<Year> {
        match self.years {
            Some((first, _)) => Some(first),
            None => None,
        }
    }

    fn years(&self, context: &Context<'_>) -> Option<(Year, Year)> {
        let years = match (self.head.years, self.head.first, self.head.last) {
            (Some([first, last]), _, _) | (None, Some(first), Some(last)) => (first, last),
            (None, _, _) => {
                if self.is_whole {
                    context.report.problem(self.at(), Fault::Missing(Part::Years));
                }
                return None;
            }
        };
        let field = if self.head.years.is_some() { "years" } else { "last" };
        // Blanks stand for years that could not be read.
        let is_read = years.0 != 0 && years.1 != 0;
        (is_read && check_years(context, self.at().field(field), years)).then_some(years)
    }

    fn is_within_limits(&self, context: &Context<'_>) -> bool {
        let counts = [
            (Kind::Effort, self.efforts.len(), MOST_EFFORTS),
            (Kind::Driver, self.drivers.len(), MOST_DRIVERS),
            (MOST_LINES.0, self.lines.len(), MOST_LINES.1),
        ];
        let mut is_within = true;
        for (kind, count, most) in counts.into_iter().filter(|(_, count, most)| count > most) {
            context.report.problem(self.at(), Fault::TooMany { kind, count, most });
            is_within = false;
        }
        is_within
    }

    /// The checked variant; `None` where anything of it has a fault.
    pub(super) fn resolve(&self, context: &Context<'_>, tables: &Tables<'_>, targets: &Targets<'_>) -> Option<Variant> {
        if !self.is_within_limits(context) {
            return None;
        }
        let (at, head) = (self.at(), &self.head);
        check_name(context, at.field("name"), &self.name);
        if let Some(about) = &head.savings_about {
            check_names(context, at.field("savings_about"), about);
        }
        if let Some(source) = &head.applied_for {
            check_source(context, at.field("applied_for"), source);
        }
        let mut drivers = self.drivers(context);
        follow(context, &self.drivers, &mut drivers);
        let effort_ids = self.effort_ids.iter().map(String::as_str).zip(self.efforts.iter().map(Item::at));
        let ids = Ids::checked(Kind::Effort, effort_ids, context.report);
        let effort = |(item, id): (&Item<'_, EffortFile>, &String)| {
            effort(context, item, id, &drivers, targets, self.years.map(|(first, last)| first..=last))
        };
        let efforts = Efforts { ids, all: self.efforts.iter().zip(&self.effort_ids).map(effort).collect() };
        for (kind, is_empty) in [("effort", self.efforts.is_empty()), ("line", self.lines.is_empty())] {
            if is_empty {
                context.report.problem(at, Fault::FieldMissing(kind.to_owned()));
            }
        }
        let line_ids = self.line_ids.iter().map(String::as_str).zip(self.lines.iter().map(Item::at));
        let line_ids = Ids::checked(Kind::Line, line_ids, context.report);
        let mut lines: Vec<Option<Line>> = Vec::with_capacity(self.lines.len());
        for (item, id) in self.lines.iter().zip(&self.line_ids) {
            let above = Above { ids: &line_ids, lines: &lines };
            let line = line(context, item, id, &drivers, &efforts, tables, &above);
            lines.push(line);
        }
        for printed in self.printed_paybacks.iter().filter(|item| item.is_whole) {
            check_source(context, printed.at().field("source"), &printed.written.source);
        }
        let (first, last) = self.years?;
        let mut drivers = drivers.all.into_iter().collect::<Option<Vec<_>>>()?;
        let efforts = efforts.all.into_iter().collect::<Option<Vec<_>>>()?;
        let mut lines = lines.into_iter().collect::<Option<Vec<_>>>()?;
        assume_nobody_anyway(&mut drivers, &mut lines, &efforts);
        add_masters(&mut drivers, &mut lines);
        Some(Variant {
            id: self.id.clone(),
            name: self.name.clone(),
            first,
            last,
            efforts,
            drivers,
            lines,
            printed_paybacks: self.printed_paybacks.iter().map(|item| item.written.clone()).collect(),
            savings_about: head.savings_about.clone(),
            applied_for: head.applied_for.clone(),
            savings_from: None,
        })
    }

    fn drivers(&self, context: &Context<'_>) -> Drivers<'_> {
        let ids = self.drivers.iter().map(|item| (item.written.id.as_str(), item.at()));
        let ids = Ids::checked(Kind::Driver, ids, context.report);
        for item in self.drivers.iter().filter(|item| Driver::is_added(&item.written.id)) {
            context.report.problem(item.at().field("id"), Fault::Duplicate(item.written.id.clone()));
        }
        let mut sides = vec![None; self.drivers.len()];
        for line in &self.lines {
            for id in line.written.rule.amounts().into_iter().flatten() {
                if let Some(side) = ids.position(id).and_then(|index| sides.get_mut(index)) {
                    side.get_or_insert(line.written.side);
                }
            }
        }
        let all = self.drivers.iter().zip(sides).map(|(item, side)| driver(context, item, side)).collect();
        Drivers { ids, all }
    }
}

/// The ids of items. In a note that does not ship, an item may have none; it then gets one that is made from its name.
fn ids<T>(context: &Context<'_>, items: &[Item<'_, T>], named: impl Fn(&T) -> (Option<&str>, &Names)) -> Vec<String> {
    let mut free = FreeIds::besides(items.iter().filter_map(|item| named(&item.written).0.map(str::to_owned)));
    let mut id = |item: &Item<'_, T>| match named(&item.written) {
        (Some(id), _) => id.to_owned(),
        (None, _) if context.report.is_strict => {
            context.report.problem(item.at(), Fault::FieldMissing("id".to_owned()));
            String::new()
        }
        (None, name) => free.take(&id_from(name.get(context.language.code()).0, LONGEST_ID), LONGEST_ID),
    };
    items.iter().map(&mut id).collect()
}

/// Adds the driver with the share of citizens who would have found a job anyway to a variant with savings per citizen.
/// No document gives the share.
fn assume_nobody_anyway(drivers: &mut Vec<Driver>, lines: &mut [Line], efforts: &[Effort]) {
    let anyway = DriverIx(drivers.len());
    let mut reached = Vec::new();
    for line in lines.iter_mut().filter(|line| line.formula.weight.effect.is_some()) {
        line.formula.adjustment = Some(Adjustment { price: None, anyway });
        reached.extend(efforts.get(line.effort).map(|effort| &effort.reached));
    }
    if !reached.is_empty() {
        drivers.push(Driver::found_anyway(Reached::of_all(reached.into_iter()).clone()));
    }
}

/// Adds the drivers that raise all pay and every amount at once. A cost per post is pay.
fn add_masters(drivers: &mut Vec<Driver>, lines: &mut [Line]) {
    let all_pay = DriverIx(drivers.len());
    let pays_for_posts =
        |line: &Line| drivers.get(line.formula.unit_amount.0).is_some_and(|driver| driver.unit == Unit::CostPerPost);
    let mut is_read = false;
    for line in lines.iter_mut().filter(|line| pays_for_posts(line)) {
        line.formula.increases.pay = Some(all_pay);
        is_read = true;
    }
    if is_read {
        drivers.push(Driver::all_pay());
    }
    let all_amounts = DriverIx(drivers.len());
    for line in lines {
        // What a line is a share of is raised already. Its limit is an amount of its own.
        if line.formula.lines().is_empty() {
            line.formula.increases.amounts = Some(all_amounts);
        }
        if let Some(limit) = &mut line.formula.limit {
            limit.increase = Some(all_amounts);
        }
    }
    drivers.push(Driver::all_amounts());
}

/// An effort; `None` for one with a fault, or one that follows from another fault.
fn effort(
    context: &Context<'_>,
    item: &Item<'_, EffortFile>,
    id: &str,
    drivers: &Drivers<'_>,
    targets: &Targets<'_>,
    years: Option<RangeInclusive<Year>>,
) -> Option<Effort> {
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    if !item.is_whole {
        // Whatever could be read names drivers all the same.
        let driver = |field: &str, id: &String, unit| {
            if context.report.is_sound(at, field) {
                let _ix = drivers.with_unit(context, at.field(field), id, unit);
            }
        };
        driver("length", &written.length, Unit::Years);
        written.citizens.iter().for_each(|id| driver("citizens", id, Unit::Citizens));
        written.caseload.iter().for_each(|id| driver("caseload", id, Unit::CitizensPerPost));
        if let Some(effect) = written.effect.as_ref().filter(|_| context.report.is_sound(at, "effect")) {
            let _effect = effect_of(context, at.field("effect"), effect, drivers, targets);
        }
        return None;
    }
    check_name(context, at.field("name"), &written.name);
    check_optional_names(context, at, "about", written.about.as_ref());
    let reached = reached(context, at, written);
    let start = match written.start {
        Some(start) => Some(start),
        None if context.report.is_strict => {
            context.report.problem(at, Fault::FieldMissing("start".to_owned()));
            None
        }
        None => years.as_ref().map(|years| *years.start()),
    };
    if let Some((start, _)) = start.zip(years).filter(|(start, years)| !years.contains(start)) {
        context.report.problem(at.field("start"), Fault::Year(start));
    }
    let driver = |field: &str, id: &Option<String>, unit| {
        let found = id.as_ref().map(|id| drivers.with_unit(context, at.field(field), id, unit));
        (found.flatten(), found != Some(None))
    };
    let (length, length_fits) = driver("length", &Some(written.length.clone()), Unit::Years);
    let (citizens, citizens_fit) = driver("citizens", &written.citizens, Unit::Citizens);
    let (caseload, caseload_fits) = driver("caseload", &written.caseload, Unit::CitizensPerPost);
    let phase_in = phase_in(context, at.field("phase_in"), written);
    let effect = written.effect.as_ref().map(|effect| effect_of(context, at.field("effect"), effect, drivers, targets));
    let all_fit = length_fits && citizens_fit && caseload_fits && effect != Some(None);
    if let Some(stated) = &written.consultants {
        let at = at.field("consultants");
        check_source(context, at.field("source"), &stated.source);
        let implied = drivers.value(citizens).zip(drivers.value(caseload));
        let implied = implied.and_then(|(citizens, load)| citizens.checked_div(load));
        if implied != Some(stated.posts) && all_fit {
            let (printed, parts) = (stated.posts, implied.unwrap_or_default());
            context.report.blemish(at, Fault::Sum { column: Column::Consultants, printed, parts });
        }
    }
    (all_fit && context.report.count() == before).then_some(())?;
    Some(Effort {
        length: length?,
        id: id.to_owned(),
        name: written.name.clone(),
        about: written.about.clone(),
        start: start?,
        continues: false,
        citizens,
        phase_in: phase_in?,
        caseload,
        effect: effect.flatten(),
        reached,
        savings_like: written.savings_like.clone(),
        consultants: written.consultants.clone(),
    })
}

/// What those who count in the share of an effort have reached.
fn reached(context: &Context<'_>, at: At<'_>, written: &EffortFile) -> Reached {
    for (field, words) in [("outcome", &written.outcome), ("achieves", &written.achieves)] {
        if let Some(words) = words {
            check_phrase(context, at.field(field), words, Reached::LONGEST);
        }
    }
    match (&written.outcome, &written.achieves) {
        (None, None) => Reached::JobOrEducation,
        (Some(outcome), None) => Reached::Named(outcome.clone()),
        (None, Some(done)) => Reached::Done(done.clone()),
        (Some(_), Some(done)) => {
            context.report.problem(at.field("achieves"), Fault::Missing(Part::OneOutcome));
            Reached::Done(done.clone())
        }
    }
}

/// The share of the citizens who are there in each year of an effort; `None` for one with a fault.
fn phase_in(context: &Context<'_>, at: At<'_>, written: &EffortFile) -> Option<Schedule> {
    let Some(years) = &written.phase_in else { return Some(Schedule::ALWAYS) };
    if written.citizens.is_none() {
        context.report.problem(at, Fault::Missing(Part::Citizens));
        return None;
    }
    let is_counted = check_count(context, at, years.len());
    let shares: Vec<_> = years.iter().map(|DecimalFile(share)| *share).collect();
    let before = context.report.count();
    for (index, share) in shares.iter().enumerate() {
        check_share(context, at.nth(index), *share);
    }
    // Whoever is left afterwards is a share of all that the effort came to have.
    let schedule = Schedule::of_years(&shares, Decimal::ONE);
    schedule.filter(|_| is_counted && context.report.count() == before)
}

fn effect_of(
    context: &Context<'_>,
    at: At<'_>,
    written: &EffectFile,
    drivers: &Drivers<'_>,
    targets: &Targets<'_>,
) -> Option<Effect> {
    let rate = |field: &str, id: &String| drivers.with_unit(context, at.field(field), id, Unit::Share);
    let first = written.first.as_ref().map(|id| rate("first", id));
    let full = rate("full", &written.full);
    let residual = written.residual.as_ref().map(|id| rate("residual", id));
    let target = written.target.as_ref().map(|id| targets.share(context, at.field("target"), id));
    if target.is_none() && context.report.is_strict {
        context.report.problem(at, Fault::FieldMissing("target".to_owned()));
    }
    if [&first, &residual].contains(&&Some(None)) || target == Some(None) {
        return None;
    }
    Some(Effect { first: first.flatten(), full: full?, residual: residual.flatten(), target: target.flatten() })
}
