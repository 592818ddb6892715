//! A number of people or posts, or a share, in two sentences.

use super::check::{Check, Compared, Kind, Value, Verdict};
use super::pairs::{in_editions, with_next_note};
use super::place::of_source;
use model::note::{Count, Document};

type CountOf<'n> = (&'n Document, &'n Count);

pub(super) fn checks(documents: &[Document]) -> Vec<Check> {
    let all: Vec<CountOf<'_>> =
        documents.iter().flat_map(|document| document.counts.iter().map(move |count| (document, count))).collect();
    let is_same = |left: CountOf<'_>, right: CountOf<'_>| left.1.what.is_some() && left.1.what == right.1.what;
    // In a document that says it in several places, each is compared with the first one.
    let is_first = |count: &CountOf<'_>| {
        let earlier = all.iter().take_while(|candidate| !std::ptr::eq(candidate.1, count.1));
        !earlier.into_iter().any(|earlier| earlier.0.id == count.0.id && is_same(*earlier, *count))
    };
    let firsts: Vec<CountOf<'_>> = all.iter().filter(|count| is_first(count)).copied().collect();
    let document = |(document, _): CountOf<'_>| document.id.clone();
    let within = firsts.iter().flat_map(|first| {
        let others = all.iter().filter(|other| document(**other) == document(*first) && is_same(*first, **other));
        others.filter(|other| !std::ptr::eq(other.1, first.1)).map(|other| (*first, *other))
    });
    let editions = in_editions(&firsts, |(document, _)| document, is_same);
    let later = with_next_note(&firsts, |(document, _)| document, is_same);
    within.chain(editions).chain(later).map(compare).collect()
}

fn compare((left, right): (CountOf<'_>, CountOf<'_>)) -> Check {
    let value = |(_, count): CountOf<'_>| Value::Count(count.number, count.unit, count.a_year);
    let place = |(document, count): CountOf<'_>| of_source(document, &count.source, &format!("count/{}", count.id));
    let verdict = Verdict::of(value(left) == value(right));
    let compared = Compared::whole(value(left), value(right), verdict);
    Check::new(Kind::Count, Some(left.1.says.clone()), [place(left), place(right)], vec![compared])
}
