//! Follow-ups that a document promises, and what later documents report.

use super::check::{Check, Compared, Kind, Place, Value, Verdict};
use super::pairs::are_same_note;
use super::place::of_source;
use model::note::{Document, FollowUp, Measured, Names, Variant, Year};

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    documents.iter().filter_map(|document| promised(documents, document)).collect()
}

/// Compares the follow-ups that a document promises with the results in later documents about the same efforts. Nothing can
/// be said where no later document has any of the efforts.
fn promised(documents: &[Document], document: &Document) -> Option<Check> {
    let is_later = |candidate: &&Document| candidate.budget > document.budget && !are_same_note(candidate, document);
    let has_effort = |candidate: &Document, effort: &str| {
        candidate.variants.iter().flat_map(|variant| &variant.efforts).any(|known| known.id == effort)
    };
    let later: Vec<&Document> = documents.iter().filter(is_later).collect();
    let is_followed = |follow_up: &FollowUp| later.iter().any(|candidate| has_effort(candidate, &follow_up.effort));
    let reports = |follow_up: &FollowUp, result: &Measured| {
        let mut targets = follow_up.targets.iter().filter_map(|target| document.targets.get(*target));
        let is_about = targets.any(|target| target.aim == result.aim && result.reach_like(target.reach).is_some());
        let years = running(document, &follow_up.effort);
        is_about && years.is_some_and(|(first, last)| result.from <= last && first <= result.to)
    };
    let results: Vec<(&Document, &Measured)> = later
        .iter()
        .flat_map(|candidate| candidate.results.iter().map(move |result| (*candidate, result)))
        .filter(|(_, result)| document.follow_ups.iter().any(|follow_up| reports(follow_up, result)))
        .collect();
    let is_reported = |follow_up: &FollowUp| results.iter().any(|(_, result)| reports(follow_up, result));
    let (due, open): (Vec<&FollowUp>, Vec<&FollowUp>) =
        document.follow_ups.iter().partition(|follow_up| is_followed(follow_up));
    let first = document.follow_ups.first()?;
    let (about, compared) = if due.is_empty() {
        let says = open.iter().map(|follow_up| follow_up.says.clone()).collect();
        (first, Compared::whole(Value::Said(says), Value::Empty, Verdict::Unknown))
    } else {
        let missing: Vec<Names> =
            due.iter().filter(|follow_up| !is_reported(follow_up)).map(|follow_up| follow_up.says.clone()).collect();
        let verdict = Verdict::of(missing.is_empty());
        (
            due.first().copied().unwrap_or(first),
            Compared::whole(Value::FollowUps(due.len()), Value::Said(missing), verdict),
        )
    };
    let place_of = |follow_up: &FollowUp| {
        let item = format!("follow-up/{}", follow_up.id);
        follow_up.sources.first().map(|source| of_source(document, source, &item))
    };
    let should_report = |candidate: &&&Document| due.iter().any(|follow_up| has_effort(candidate, &follow_up.effort));
    let newest = later.iter().rfind(should_report).copied().unwrap_or(document);
    let mut check = Check::new(Kind::FollowUp, None, [place_of(about)?, Place::nowhere(newest)], vec![compared]);
    let [promised, reported] = &mut check.places;
    *promised = document.follow_ups.iter().filter_map(place_of).collect();
    if !results.is_empty() {
        let place = |(candidate, result): &(&Document, &Measured)| {
            of_source(candidate, &result.source, &format!("result/{}", result.id))
        };
        *reported = results.iter().map(place).collect();
    }
    Some(check)
}

/// The first and the last year in which an effort runs in a document.
fn running(document: &Document, effort_id: &str) -> Option<(Year, Year)> {
    let in_variant = |variant: &Variant| {
        let effort = variant.efforts.iter().find(|effort| effort.id == effort_id)?;
        let length = variant.driver(effort.length).and_then(|driver| u16::try_from(driver.value).ok())?;
        Some((effort.start, effort.start.saturating_add(length).saturating_sub(1)))
    };
    document.variants.iter().find_map(in_variant)
}
