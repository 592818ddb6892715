//! Targets, and the results that are measured against them.

use rust_decimal::Decimal;

use super::Context;
use super::check::{check_names, check_number_in_quote, check_share, check_source};
use crate::file::{ResultFile, TargetFile};
use crate::items::{Ids, Item};
use crate::report::At;
use model::fault::{Fault, Part};
use model::note::{CountUnit, Denominator, Measured, Names, Reach, ShareTerms, Target};

/// The targets of a document.
pub(super) struct Targets<'i> {
    pub(super) ids: Ids<'i>,
    are_shares: Vec<bool>,
}

impl<'i> Targets<'i> {
    pub(super) fn of(ids: Ids<'i>, targets: &[Item<'_, TargetFile>]) -> Self {
        Self { ids, are_shares: targets.iter().map(|target| target.written.count.is_none()).collect() }
    }

    /// The position of a target that is a share; `None` where it is reported.
    pub(super) fn share(&self, context: &Context<'_>, at: At<'_>, id: &str) -> Option<usize> {
        let found = self.ids.find(at, id, context.report)?;
        let is_share = self.are_shares.get(found).copied().unwrap_or_default();
        if !is_share {
            context.report.problem(at, Fault::Missing(Part::ShareOfTarget));
        }
        is_share.then_some(found)
    }
}

/// A target; `None` where it has a fault.
pub(super) fn target(context: &Context<'_>, item: &Item<'_, TargetFile>) -> Option<Target> {
    if !item.is_whole {
        return None;
    }
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    check_names(context, at.field("measure"), &written.measure);
    let reach = match (written.share.as_ref(), written.count) {
        (Some(share), None) => Some(Reach::Share(share.0)),
        (None, Some(people)) => Some(Reach::People(people)),
        (None, None) | (Some(_), Some(_)) => {
            context.report.problem(at, Fault::Missing(Part::ShareOrPeople));
            None
        }
    };
    if let Some(follow_up) = &written.follow_up {
        check_names(context, at.field("follow_up"), follow_up);
    }
    check_source(context, at.field("source"), &written.source);
    check_number(context, item.at(), written.share.as_ref().map(|share| share.0), written.count, &written.source.quote);
    if let Some(terms) = &written.terms {
        check_terms(context, at.field("terms"), terms);
    }
    let of_share = written.share.as_ref().map(|_| ("terms", written.terms.is_none()));
    let said = [
        ("aim", written.aim.is_none()),
        ("definition", written.definition.is_none()),
        ("follow_up", written.follow_up.is_none()),
    ];
    missing_where_strict(context, at, said.into_iter().chain(of_share));
    let aim = written.aim.as_ref().unwrap_or(&written.id);
    let target = Target {
        id: written.id.clone(),
        aim: aim.clone(),
        effort: written.effort.clone(),
        same_row: written.same_row.clone(),
        definition: written.definition.as_ref().unwrap_or(aim).clone(),
        reach: reach?,
        measure: written.measure.clone(),
        follow_up: written.follow_up.clone(),
        terms: written.terms.clone(),
        source: written.source.clone(),
    };
    (context.report.count() == before).then_some(target)
}

/// A result; `None` where it has a fault. What it does not say it has in common with a target: that of its aim or else, the first one of
/// its effort.
pub(super) fn result(
    context: &Context<'_>,
    item: &Item<'_, ResultFile>,
    targets: &[Option<Target>],
) -> Option<Measured> {
    if !item.is_whole {
        return None;
    }
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    let of_names = |field: &str, names: Option<&Names>| {
        if let Some(names) = names {
            check_names(context, at.field(field), names);
        }
    };
    of_names("measure", Some(&written.measure));
    of_names("period", Some(&written.period));
    of_names("also_counts", written.also_counts.as_ref());
    check_source(context, at.field("source"), &written.source);
    if let Some(terms) = &written.terms {
        check_terms(context, at.field("terms"), terms);
    }
    let share = written.share.as_ref().map(|share| share.0);
    if share.is_none() && written.count.is_none() {
        context.report.problem(at, Fault::Missing(Part::ShareOrPeople));
    }
    check_number(context, item.at(), share, written.count, &written.source.quote);
    let of_share = share.map(|_| ("terms", written.terms.is_none()));
    let said = [("aim", written.aim.is_none()), ("definition", written.definition.is_none())];
    missing_where_strict(context, at, said.into_iter().chain(of_share));
    let target = targets.iter().flatten().find(|target| match &written.aim {
        Some(aim) => target.aim == *aim,
        None => target.effort == written.effort,
    });
    let aim = written.aim.as_ref().or(target.map(|target| &target.aim)).unwrap_or(&written.id);
    let definition = written.definition.as_ref().or(target.map(|target| &target.definition)).unwrap_or(aim);
    let result = Measured {
        id: written.id.clone(),
        aim: aim.clone(),
        effort: written.effort.clone(),
        share,
        count: written.count,
        measure: written.measure.clone(),
        period: written.period.clone(),
        from: written.from,
        to: written.to,
        definition: definition.clone(),
        also_counts: written.also_counts.clone(),
        terms: written.terms.clone(),
        source: written.source.clone(),
    };
    (context.report.count() == before).then_some(result)
}

/// A note that ships says everything.
fn missing_where_strict<'f>(context: &Context<'_>, at: At<'_>, fields: impl Iterator<Item = (&'f str, bool)>) {
    for (field, _) in fields.filter(|(_, is_missing)| *is_missing && context.report.is_strict) {
        context.report.problem(at, Fault::FieldMissing(field.to_owned()));
    }
}

/// Checks a share and a number of people, and that the quote has them.
fn check_number(context: &Context<'_>, at: At<'_>, share: Option<Decimal>, people: Option<u32>, quote: &str) {
    if let Some(share) = share {
        check_share(context, at.field("share"), share);
        check_number_in_quote(context, at.field("share"), share, CountUnit::Share, quote);
    }
    if let Some(people) = people {
        check_number_in_quote(context, at.field("count"), people.into(), CountUnit::People, quote);
    }
}

fn check_terms(context: &Context<'_>, at: At<'_>, terms: &ShareTerms) {
    if terms.whom.is_none() != (terms.of == Denominator::NotSaid) {
        context.report.problem(at, Fault::Missing(Part::Whom));
    }
    let sources = [
        ("whom", terms.whom.as_ref()),
        ("success", Some(&terms.success)),
        ("when", terms.when.as_ref()),
        ("called_effect", terms.called_effect.as_ref()),
    ];
    for (field, source) in sources {
        if let Some(source) = source {
            check_source(context, at.field(field), source);
        }
    }
}
