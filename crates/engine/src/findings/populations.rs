//! Whom an effort, or a row of it, is for: within a document, in its editions, and in the next note.

use super::check::{Check, Compared, Kind, Place, Value, Verdict};
use super::pairs::{in_editions, with_next_note};
use super::place::{of_source, subject_name};
use model::note::{Document, Population};

/// The people that a document says an effort, or a row of it, is for.
struct People<'n> {
    document: &'n Document,
    effort: &'n str,
    same_row: Option<&'n str>,
    /// Each place that defines them; never empty.
    defined: Vec<&'n Population>,
}

impl<'n> People<'n> {
    /// Every subject of a document. Those of former efforts, and words that name only a part of the people, do not count.
    fn of(document: &'n Document) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        let defining = document.populations.iter().filter(|population| !population.former && !population.part);
        for population in defining {
            let subject = (population.effort.as_str(), population.same_row.as_deref());
            match all.iter_mut().find(|people| (people.effort, people.same_row) == subject) {
                Some(people) => people.defined.push(population),
                None => all.push(Self { document, effort: subject.0, same_row: subject.1, defined: vec![population] }),
            }
        }
        all
    }

    /// One population for each definition.
    fn distinct(&self) -> Vec<&'n Population> {
        let mut distinct: Vec<&Population> = Vec::new();
        for population in &self.defined {
            if !distinct.iter().any(|known| known.people == population.people) {
                distinct.push(population);
            }
        }
        distinct
    }

    fn place(&self, population: &Population) -> Place {
        of_source(self.document, &population.source, &format!("population/{}", population.id))
    }
}

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let all: Vec<People<'_>> = documents.iter().flat_map(People::of).collect();
    let all: Vec<&People<'_>> = all.iter().collect();
    let is_same =
        |left: &People<'_>, right: &People<'_>| (left.effort, left.same_row) == (right.effort, right.same_row);
    let within = all.iter().filter(|people| people.defined.len() > 1).filter_map(|people| {
        let first = people.defined.first()?;
        let (same, others): (Vec<_>, Vec<_>) =
            people.defined.iter().partition(|population| population.people == first.people);
        let second = if others.is_empty() { same.get(1..)? } else { others.as_slice() };
        let left = if others.is_empty() { same.get(..1)? } else { same.as_slice() };
        Some(compare(documents, (people, left), (people, second)))
    });
    let mut pairs = in_editions(&all, |people| people.document, is_same);
    pairs.extend(with_next_note(&all, |people| people.document, is_same));
    let across = pairs.into_iter().map(|(left, right)| {
        let (one, other) = (left.distinct(), right.distinct());
        compare(documents, (left, &one.iter().collect::<Vec<_>>()), (right, &other.iter().collect::<Vec<_>>()))
    });
    within.chain(across).collect()
}

/// A side of the comparison: whose people they are, and the places that define them.
type Side<'s, 'n> = (&'s People<'n>, &'s [&'s &'n Population]);

/// The two sides agree where neither has a definition that the other does not have.
fn compare(documents: &[Document], left: Side<'_, '_>, right: Side<'_, '_>) -> Check {
    let said = |(_, populations): Side<'_, '_>| {
        let mut says = Vec::new();
        for population in populations {
            if !says.contains(&population.says) {
                says.push(population.says.clone());
            }
        }
        Value::Said(says)
    };
    let has = |populations: &[&&Population], key: &str| populations.iter().any(|population| population.people == key);
    let is_within =
        |one: &[&&Population], other: &[&&Population]| one.iter().all(|population| has(other, &population.people));
    let agrees = is_within(left.1, right.1) && is_within(right.1, left.1);
    let compared = Compared::whole(said(left), said(right), Verdict::of(agrees));
    let places = |(people, populations): Side<'_, '_>| -> Vec<Place> {
        populations.iter().map(|population| people.place(population)).collect()
    };
    let about = subject_name(documents, left.0.effort, left.0.same_row);
    Check {
        places: [places(left), places(right)],
        ..Check::new(
            Kind::Population,
            about,
            [Place::nowhere(left.0.document), Place::nowhere(right.0.document)],
            vec![compared],
        )
    }
}
