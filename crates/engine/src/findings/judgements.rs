//! What sentences conclude, beside what the same or other documents have: praise and results, "unchanged" and changes,
//! efforts that are joined and efforts that are not.

use super::check::{Check, Compared, Explanation, Kind, Place, Value, Verdict};
use super::pairs::are_same_note;
use super::place::{effort_name, of_row, of_source, rows};
use super::targets::{measured_against, reached};
use model::money::Thousands;
use model::note::{Document, Judged, Remark, RemarkKind, Target};

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let remarks = documents.iter().flat_map(|document| document.remarks.iter().map(move |remark| (document, remark)));
    remarks.filter_map(|(document, remark)| check(documents, document, remark)).collect()
}

fn check(documents: &[Document], document: &Document, remark: &Remark) -> Option<Check> {
    match (remark.judges, remark.kind, &remark.joins) {
        (Some(Judged::Good), ..) => Some(praised(documents, document, remark)),
        (_, RemarkKind::Unchanged, _) => Some(unchanged(documents, document, remark)),
        (.., Some(joined)) => joins(documents, document, remark, joined),
        _ => None,
    }
}

fn place_of(document: &Document, remark: &Remark) -> Place {
    of_source(document, &remark.source, &format!("remark/{}", remark.id))
}

fn says(remark: &Remark) -> Value {
    Value::Said(vec![remark.says.clone()])
}

/// Compares praise of results with the results in the same document, and with its own words on whether the target was
/// reached. Nothing can be said where the document has no result.
fn praised(documents: &[Document], document: &Document, remark: &Remark) -> Check {
    let is_about = |effort: &str| remark.effort.as_deref().is_none_or(|own| own == effort);
    let mut places: Vec<Place> = Vec::new();
    let mut compared: Vec<Compared> = Vec::new();
    let admitted: Vec<&Remark> = said_missed(document, is_about).collect();
    let mut explanations: Vec<Explanation> = Vec::new();
    for result in document.results.iter().filter(|result| is_about(&result.effort)) {
        let place = of_source(document, &result.source, &format!("result/{}", result.id));
        let Some((_, target)) = measured_against(documents, document, result).first().copied() else { continue };
        let Some((reached, is_met)) = reached(target, result) else { continue };
        let (value, verdict) = if is_met {
            (Value::Target(reached, result.measure.clone()), Verdict::Agree)
        } else {
            (Value::Against(reached, target.reach), Verdict::Differ)
        };
        // Where the document itself concludes, how the two are defined explains nothing.
        if verdict == Verdict::Differ && admitted.is_empty() && target.definition != result.definition {
            explanations = vec![Explanation::OtherDefinition];
        }
        places.push(place);
        compared.push(Compared::whole(says(remark), value, verdict));
    }
    for other in &admitted {
        places.push(place_of(document, other));
        compared.push(Compared::whole(says(remark), says(other), Verdict::Differ));
    }
    if compared.is_empty() {
        compared.push(Compared::whole(says(remark), Value::Empty, Verdict::Unknown));
    }
    let about = remark.effort.as_deref().and_then(|effort| effort_name(documents, effort));
    let check = Check::new(Kind::Judgement, about, [place_of(document, remark), Place::nowhere(document)], compared);
    let [praise, unknown] = check.places;
    let places = [praise, if places.is_empty() { unknown } else { places }];
    Check { places, explanations, said_missed: !admitted.is_empty(), ..check }
}

/// The sentences of a document that say of such an effort, or of all of them, that the target was missed.
pub(super) fn said_missed(document: &Document, is_about: impl Fn(&str) -> bool) -> impl Iterator<Item = &Remark> {
    let missed = document.remarks.iter().filter(|remark| remark.judges == Some(Judged::Missed));
    missed.filter(move |remark| remark.effort.as_deref().is_none_or(&is_about))
}

/// Compares "unchanged" with what the same document says is new about the same rows, and with the targets that the note
/// before had. Nothing can be said where the sentence names no rows.
fn unchanged(documents: &[Document], document: &Document, remark: &Remark) -> Check {
    let mut places: Vec<Place> = Vec::new();
    let mut compared: Vec<Compared> = Vec::new();
    // Each line with the scenario whose table has it: what one scenario changes, another one may keep.
    let lines = |remark: &Remark| -> Vec<(usize, usize)> {
        let rows = remark.rows.iter().filter_map(|row| document.row(*row));
        rows.flat_map(|(table, row)| row.lines.iter().map(|line| (table.variant, *line))).collect()
    };
    let own = lines(remark);
    if own.is_empty() {
        compared.push(Compared::whole(says(remark), Value::Empty, Verdict::Unknown));
    } else {
        let is_new = |other: &&Remark| {
            other.kind == RemarkKind::Change
                && other.effort == remark.effort
                && lines(other).iter().any(|line| own.contains(line))
        };
        let news: Vec<&Remark> = document.remarks.iter().filter(is_new).collect();
        places.extend(news.iter().map(|other| place_of(document, other)));
        let said: Vec<_> = news.iter().map(|other| other.says.clone()).collect();
        let verdict = Verdict::of(said.is_empty());
        compared.push(Compared::whole(says(remark), Value::Said(said), verdict));
        for (before, now) in changed_targets(documents, document, remark) {
            places.push(of_source(document, &now.source, &format!("target/{}", now.id)));
            let value = |target: &Target| Value::Target(target.reach, target.measure.clone());
            compared.push(Compared::whole(value(before), value(now), Verdict::Differ));
        }
    }
    let about = remark.effort.as_deref().and_then(|effort| effort_name(documents, effort));
    let check = Check::new(Kind::Unchanged, about, [place_of(document, remark), Place::nowhere(document)], compared);
    let [sentence, nothing] = check.places;
    Check { places: [sentence, if places.is_empty() { nothing } else { places }], ..check }
}

/// The targets of the remark's effort that the note before defined otherwise: before and now.
fn changed_targets<'n>(
    documents: &'n [Document],
    document: &'n Document,
    remark: &Remark,
) -> Vec<(&'n Target, &'n Target)> {
    let is_earlier = |other: &&Document| other.budget < document.budget && !are_same_note(other, document);
    let before = |target: &Target| {
        let earlier = documents.iter().rev().filter(is_earlier).flat_map(|other| &other.targets);
        earlier.filter(|candidate| candidate.aim == target.aim).find(|_| true)
    };
    let own = document.targets.iter().filter(|target| Some(&target.effort) == remark.effort.as_ref());
    let pairs = own.filter_map(|target| Some((before(target)?, target)));
    pairs.filter(|(before, now)| (before.reach, &before.definition) != (now.reach, &now.definition)).collect()
}

/// Compares "joined into one" with money for the joined effort alone in another document.
fn joins(documents: &[Document], document: &Document, remark: &Remark, joined: &str) -> Option<Check> {
    let is_alone = |(other, _, row): &super::place::PrintedRow<'_>| {
        let is_of_effort = row.series.as_ref().is_some_and(|series| {
            series.effort() == joined && series.budget().is_some_and(|budget| budget >= document.budget)
        });
        is_of_effort && !are_same_note(other, document)
    };
    let printed = rows(documents).find(is_alone)?;
    let amount = printed.2.cells.iter().flatten().copied().find(|cell| *cell != Thousands::ZERO)?;
    let compared = Compared::whole(says(remark), Value::Cell(amount), Verdict::Differ);
    let place = Place { rows: Vec::new(), ..of_row(printed) };
    Some(Check::new(Kind::Joined, effort_name(documents, joined), [place_of(document, remark), place], vec![compared]))
}
