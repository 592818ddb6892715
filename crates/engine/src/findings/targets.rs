//! Targets: their definition in two places, the results measured against them, and targets that are no longer there.

use super::check::{Check, Compared, Explanation, Kind, Place, Value, Verdict};
use super::judgements::said_missed;
use super::pairs::{all, are_same_note, in_editions, with_next_note};
use super::place::{of_rows, of_source, subject_name};
use model::money::Thousands;
use model::note::{Document, Measured, Note, Reach, Row, RowInNote, SameRow, Side, Table, Target, same_rows};

/// A target with its document.
type TargetOf<'n> = (&'n Document, &'n Target);

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let results = documents.iter().flat_map(|document| document.results.iter().map(move |result| (document, result)));
    let reached = results.flat_map(|(document, result)| results_of(documents, document, result));
    definitions(documents).into_iter().chain(reached).chain(vanished(documents)).collect()
}

fn targets(documents: &[Document]) -> Vec<TargetOf<'_>> {
    documents.iter().flat_map(|document| document.targets.iter().map(move |target| (document, target))).collect()
}

fn place_of((document, target): TargetOf<'_>) -> Place {
    of_source(document, &target.source, &format!("target/{}", target.id))
}

fn value_of((_, target): TargetOf<'_>) -> Value {
    Value::Target(target.reach, target.measure.clone())
}

/// Compares the targets for the same aim: within a document, in its editions, and in the next note. They agree where share
/// and definition are the same.
fn definitions(documents: &[Document]) -> Vec<Check> {
    let targets = targets(documents);
    let have_same_aim = |left: TargetOf<'_>, right: TargetOf<'_>| left.1.aim == right.1.aim;
    // A document that defines a target twice contradicts itself; the next note is compared with the first definition.
    let is_first = |target: &TargetOf<'_>| {
        let own = targets.iter().find(|other| other.0.id == target.0.id && have_same_aim(**other, *target));
        own.is_some_and(|first| first.1.id == target.1.id)
    };
    let firsts: Vec<TargetOf<'_>> = targets.iter().filter(|target| is_first(target)).copied().collect();
    let mut in_one_note = all(&targets, |left, right| left.0.id == right.0.id && have_same_aim(left, right));
    in_one_note.extend(in_editions(&firsts, |(document, _)| document, have_same_aim));
    let in_next_note = with_next_note(&firsts, |(document, _)| document, have_same_aim);
    let compare = |kind: Kind, (left, right): (TargetOf<'_>, TargetOf<'_>)| {
        let agrees = left.1.reach == right.1.reach && left.1.definition == right.1.definition;
        let compared = Compared::whole(value_of(left), value_of(right), Verdict::of(agrees));
        let about = subject_name(documents, &left.1.effort, left.1.same_row.as_deref());
        Check::new(kind, about, [place_of(left), place_of(right)], vec![compared])
    };
    let changed = in_next_note.into_iter().map(|pair| compare(Kind::ChangedTarget, pair));
    in_one_note.into_iter().map(|pair| compare(Kind::Target, pair)).chain(changed).collect()
}

/// The targets that a result was measured against: those for its aim in the newest note from before the measurement
/// ended, or else the first one in the document itself. Editions of a note all count.
pub(super) fn measured_against<'n>(
    documents: &'n [Document],
    document: &'n Document,
    result: &Measured,
) -> Vec<TargetOf<'n>> {
    let for_aim = |document: &'n Document| document.targets.iter().find(|target| target.aim == result.aim);
    let earlier: Vec<TargetOf<'n>> = documents
        .iter()
        .filter(|candidate| candidate.budget <= result.to)
        .filter_map(|candidate| Some((candidate, for_aim(candidate)?)))
        .collect();
    match earlier.last() {
        Some((newest, _)) => {
            earlier.iter().filter(|(candidate, _)| are_same_note(candidate, newest)).copied().collect()
        }
        None => for_aim(document).map(|target| (document, target)).into_iter().collect(),
    }
}

/// Compares a result with the targets that it was measured against, as far as both are shares or both are numbers of people.
fn results_of(documents: &[Document], document: &Document, result: &Measured) -> Vec<Check> {
    let compare = |target: TargetOf<'_>| {
        let reached = result.reach_like(target.1.reach)?;
        let right = Value::Target(reached, result.measure.clone());
        let compared = Compared::whole(value_of(target), right, Verdict::of(reached.meets(target.1.reach)?));
        let place = of_source(document, &result.source, &format!("result/{}", result.id));
        let about = subject_name(documents, &target.1.effort, target.1.same_row.as_deref());
        let is_defined_otherwise = target.1.definition != result.definition;
        let explanations = is_defined_otherwise.then_some(Explanation::OtherDefinition).into_iter().collect();
        let said_missed = said_missed(document, |effort| effort == result.effort).next().is_some();
        Some(Check {
            explanations,
            said_missed,
            ..Check::new(Kind::Result, about, [place_of(target), place], vec![compared])
        })
    };
    measured_against(documents, document, result).into_iter().filter_map(compare).collect()
}

/// Finds targets that the next note no longer has although it has money for the same row, or for the same effort where the
/// target is about the whole effort.
fn vanished(documents: &[Document]) -> Vec<Check> {
    let shared = same_rows(documents);
    let in_later = |(document, target): TargetOf<'_>| {
        let is_later =
            |candidate: &&Document| candidate.budget > document.budget && !are_same_note(candidate, document);
        let next = documents.iter().filter(is_later).find_map(|later| {
            let rows = money_for(later, target, &shared);
            (!rows.is_empty()).then_some((later, rows))
        });
        let (later, rows) = next?;
        let amount: Thousands = rows.iter().filter_map(|(_, row)| row.cells.iter().flatten().copied().next()).sum();
        let keeps = later.targets.iter().any(|candidate| candidate.aim == target.aim);
        let compared = Compared::whole(value_of((document, target)), Value::Cell(amount), Verdict::of(keeps));
        let place = Place { rows: Vec::new(), ..of_rows(later, &rows)? };
        let about = subject_name(documents, &target.effort, target.same_row.as_deref());
        Some(Check::new(Kind::Vanished, about, [place_of((document, target)), place], vec![compared]))
    };
    targets(documents).into_iter().filter_map(in_later).collect()
}

/// The rows of a document that cost money for what a target is about.
fn money_for<'n>(document: &'n Document, target: &Target, shared: &[SameRow<'n>]) -> Vec<(&'n Table, &'n Row)> {
    let Some(note) = document.notes().next() else { return Vec::new() };
    match &target.same_row {
        Some(key) => {
            let in_notes = shared.iter().filter(|row| row.key == key).flat_map(|row| &row.notes);
            in_notes.filter(|in_note| in_note.note == note).flat_map(RowInNote::printed_rows).collect()
        }
        None => costs_of(note, &target.effort),
    }
}

/// The cost rows of an effort.
fn costs_of<'n>(note: Note<'n>, effort_id: &str) -> Vec<(&'n Table, &'n Row)> {
    let effort = note.variant.efforts.iter().position(|effort| effort.id == effort_id);
    let lines = note.variant.lines.iter().filter(|line| line.side == Side::Cost && Some(line.effort) == effort);
    lines.filter_map(|line| note.document.own_row(line)).collect()
}

/// What was reached, and whether it meets the target; `None` where the two cannot be compared.
pub(super) fn reached(target: &Target, result: &Measured) -> Option<(Reach, bool)> {
    let reached = result.reach_like(target.reach)?;
    Some((reached, reached.meets(target.reach)?))
}
