//! One finding for each fact: editions of a note repeat each other's contradictions, and one value may contradict several
//! places that agree with each other.

use super::check::{Check, Kind, Place, Verdict};
use super::pairs::are_same_note;
use model::note::Document;

/// Joins the checks that find the same fact. Checks that agree stay as they are.
pub(super) fn one_finding_a_fact(documents: &[Document], checks: Vec<Check>) -> Vec<Check> {
    let mut merged: Vec<Check> = Vec::new();
    for check in checks {
        let twin = merged.iter_mut().find(|other| find_the_same(documents, other, &check));
        match twin {
            Some(other) => {
                other.said_missed |= check.said_missed;
                other.about = other.about.take().filter(|about| Some(about) == check.about.as_ref());
                for (own, more) in other.places.iter_mut().zip(check.places) {
                    for place in more {
                        if !own.contains(&place) {
                            own.push(place);
                        }
                    }
                }
                for explanation in check.explanations {
                    if !other.explanations.contains(&explanation) {
                        other.explanations.push(explanation);
                    }
                }
            }
            None => merged.push(check),
        }
    }
    merged
}

/// Whether two checks find the same fact: the same values differ, and one side is the same place in the same note.
fn find_the_same(documents: &[Document], left: &Check, right: &Check) -> bool {
    let is_finding = |check: &Check| check.verdict() == Verdict::Differ;
    let differ_alike = || left.differences().eq(right.differences());
    let sides = || left.places.iter().zip(&right.places);
    left.kind == right.kind
        && is_finding(left)
        && is_finding(right)
        && differ_alike()
        && if matches!(left.kind, Kind::Appropriation | Kind::Title | Kind::EmptyColumn) {
            // What is said of several rows or tables of the same documents is one fact.
            sides().all(|(one, other)| share(documents, one, other, |_, _| true))
        } else {
            sides().any(|(one, other)| share(documents, one, other, |one, other| one.item == other.item))
        }
}

/// Whether two sides have places in the same note that are alike.
fn share(documents: &[Document], left: &[Place], right: &[Place], are_alike: impl Fn(&Place, &Place) -> bool) -> bool {
    let document = |place: &Place| documents.iter().find(|document| document.id == place.document);
    let in_same_note = |one: &Place, other: &Place| {
        document(one).zip(document(other)).is_some_and(|(one, other)| are_same_note(one, other))
    };
    left.iter().any(|one| right.iter().any(|other| are_alike(one, other) && in_same_note(one, other)))
}
