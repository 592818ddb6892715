//! What a document says of its efforts that stands nowhere else on the page: why an effect is lower, what is shared with whom, what its
//! form leaves empty.

use crate::aims::Aim;
use crate::findings::{Check, Verdict};
use crate::timeline::{bands, before};
use model::note::{Count, Document, Names, Remark, Source};

/// A sentence that a document has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AlsoSaid<'n> {
    /// One without a number of its own.
    Remark(&'n Remark),
    /// One that gives a number of people, posts or talks, or a share.
    Count(&'n Count),
}

impl<'n> AlsoSaid<'n> {
    /// What it says, in our own words.
    #[must_use]
    pub const fn says(&self) -> &'n Names {
        match self {
            Self::Remark(remark) => &remark.says,
            Self::Count(count) => &count.says,
        }
    }

    /// Where it stands.
    #[must_use]
    pub const fn source(&self) -> &'n Source {
        match self {
            Self::Remark(remark) => &remark.source,
            Self::Count(count) => &count.source,
        }
    }
}

/// What a document gives as reasons for the value of a driver, in its own order: numbers first. What it says twice is listed once.
///
/// ```
/// use engine::also_said::grounds;
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let note = library.find("ips-2018").unwrap();
/// let grounds = grounds(note.document, "effect");
/// assert!(grounds.iter().any(|said| said.source().quote.contains("6 ud af 10")));
/// ```
#[must_use]
pub fn grounds<'n>(document: &'n Document, driver: &str) -> Vec<AlsoSaid<'n>> {
    let counts = document.counts.iter().filter(|count| count.grounds_for.as_deref() == Some(driver));
    let remarks = document.remarks.iter().filter(|remark| remark.grounds_for.as_deref() == Some(driver));
    each_said_once(counts.map(AlsoSaid::Count).chain(remarks.map(AlsoSaid::Remark)))
}

fn each_said_once<'n>(sentences: impl Iterator<Item = AlsoSaid<'n>>) -> Vec<AlsoSaid<'n>> {
    let mut said: Vec<AlsoSaid<'n>> = Vec::new();
    for sentence in sentences {
        if !said.iter().any(|known| known.says() == sentence.says()) {
            said.push(sentence);
        }
    }
    said
}

/// The sentences of a document that stand neither among the aims nor in a check nor on the front nor among the grounds of a value, in the
/// document's order of kinds. What it says twice is listed once.
///
/// ```
/// use engine::aims::aims;
/// use engine::also_said::also_said;
/// use engine::findings::check_all;
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let documents = library.documents();
/// let bi11 = documents.iter().find(|document| document.id == "bi11-2026").unwrap();
/// let said = also_said(documents, bi11, &aims(documents), &check_all(documents));
/// assert!(said.iter().any(|said| said.source().quote.contains("godt samarbejde")));
/// ```
#[must_use]
pub fn also_said<'n>(
    documents: &'n [Document],
    document: &'n Document,
    aims: &[Aim<'n>],
    checks: &[Check],
) -> Vec<AlsoSaid<'n>> {
    let is_checked = |item: &str| {
        let decided = checks.iter().filter(|check| check.verdict() != Verdict::Unknown);
        decided.flat_map(Check::all_places).any(|place| place.document == document.id && place.item == item)
    };
    let of_aims = || aims.iter().flat_map(|aim| aim.judgements.iter().chain(&aim.without_target));
    let bands = bands(documents);
    let on_the_front: Vec<(&Document, &Remark)> = bands.iter().flat_map(|band| before(documents, band)).collect();
    let stands_elsewhere = |remark: &Remark| {
        let is_it = |(of, known): &(&Document, &Remark)| {
            of.is_same_paper(document) && (known.id == remark.id || known.says == remark.says)
        };
        remark.grounds_for.is_some()
            || of_aims().any(is_it)
            || on_the_front.iter().any(is_it)
            || is_checked(&format!("remark/{}", remark.id))
    };
    let is_ground = |count: &Count| count.grounds_for.is_some();
    let counts =
        document.counts.iter().filter(|count| !is_ground(count) && !is_checked(&format!("count/{}", count.id)));
    let remarks = document.remarks.iter().filter(|remark| !stands_elsewhere(remark));
    each_said_once(counts.map(AlsoSaid::Count).chain(remarks.map(AlsoSaid::Remark)))
}
