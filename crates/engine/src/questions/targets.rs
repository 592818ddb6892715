//! Questions about targets, results and how they are followed up.

use super::{Reply, TargetMet};
use crate::aims::{Aim, Change, FollowedUp, Promise, Report, Tally};
use crate::compare::Pair;
use crate::notes::Library;
use model::note::Denominator;

pub(super) fn targets_met<'n>(library: &'n Library, aims: &[Aim<'n>]) -> Option<Reply<'n>> {
    let met = |(aim, report): (&Aim<'n>, &Report<'n>)| {
        let driver = library.published_notes().filter_map(|note| {
            let effort = note.variant.efforts.iter().find(|effort| effort.id == aim.effort.id)?;
            Some((note, effort.effect?.full))
        });
        Some(TargetMet {
            effort: &aim.effort.name,
            reached: report.reach,
            target: aim.promise_of(report)?.target.reach,
            is_alike: aim.apart(report).is_none(),
            also_counts: report.result.also_counts.as_ref(),
            said_missed: aim.said_missed(),
            driver: driver.last(),
        })
    };
    let reports = aims.iter().flat_map(|aim| aim.reports.iter().map(move |report| (aim, report)));
    let results: Vec<TargetMet<'n>> = reports.filter_map(met).collect();
    (!results.is_empty()).then(|| Reply::TargetsMet(results, Tally::of(aims)))
}

pub(super) fn target_changed<'n>(aims: &[Aim<'n>]) -> Option<Reply<'n>> {
    aims.iter().find_map(|aim| {
        let promise = aim.promises.iter().find(|promise| promise.change == Some(Change::Reach))?;
        let facts = |promise: &Promise<'n>| {
            Some((*promise.documents.first()?, promise.target.reach, promise.target.denominator()))
        };
        let pair = Pair { left: facts(aim.promises.get(promise.before?)?), right: facts(promise) };
        pair.both().map(Reply::TargetChanged)
    })
}

pub(super) fn evaluation<'n>(aims: &[Aim<'n>]) -> Option<Reply<'n>> {
    let promises = || aims.iter().flat_map(|aim| &aim.promises);
    let promise = promises().find(|promise| promise.target.denominator() == Denominator::NormalEffort)?;
    let missing =
        || promise.follow_ups.iter().filter(|(_, it)| *it == FollowedUp::Missing).map(|(follow_up, _)| *follow_up);
    let evaluation = missing().find(|follow_up| follow_up.by.is_some() && follow_up.every_months.is_none())?;
    let comparison = missing().find(|follow_up| follow_up.every_months.is_some())?;
    Some(Reply::Evaluation(promise.documents.first()?, evaluation, comparison))
}
