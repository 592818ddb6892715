//! Where documents contradict themselves or each other.
//!
//! A *check* compares two things that should agree, and says whether they do. A check whose sides differ is a *finding*.
//! Each kind of check walks through all the data. No known error is listed anywhere, so every finding follows from the
//! transcribed data alone. A check covers one row, one sentence or one pair of them, and makes one comparison for each
//! cell in it. Checks that find the same fact, in editions of a note or in several places, become one (`merge`),
//! and a finding that follows from another one is told together with it (`same_fact`).
//!
//! - Money: `sums`, `calculated`, `repeated`, `statements`, `grants`, `editions`, `committees`, `posts`,
//!   `price_rises`, `counts`, `appropriations`, `keys`.
//! - Targets and people: `targets`, `follow_ups`, `populations`.
//! - Conclusions: `paybacks`, `judgements`, `residual`, `areas`, `prices`.
//! - Form: `tables`, and the years in `statements`.
//!
//! `place` builds the places that a check reads, and `pairs` says which documents are compared with which.

mod appropriations;
mod areas;
mod calculated;
mod check;
mod committees;
mod counts;
mod editions;
mod follow_ups;
mod grants;
mod judgements;
mod keys;
mod kind;
mod merge;
mod pairs;
mod paybacks;
mod place;
mod populations;
mod posts;
mod price_rises;
mod prices;
mod repeated;
mod residual;
mod same_fact;
mod statements;
mod sums;
mod tables;
mod targets;

use std::cmp::Reverse;

pub use self::check::{Check, Column, Compared, Evidence, Explanation, Kind, Place, Value, Verdict};
use crate::could_explain::Search;
use model::note::Document;
use model::ordered::by_key;

/// A finding with its place among all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding<'c> {
    /// Its id in links: the kind and the first document, and a number where several have both.
    pub id: String,
    /// The check that differs.
    pub check: &'c Check,
}

/// The checks that differ, those that matter most to a reader first: by [`Kind::ALL`], and in the order of `checks` within a kind.
#[must_use]
pub fn ranked(checks: &[Check]) -> Vec<Finding<'_>> {
    let of_kind = |kind: Kind| checks.iter().filter(move |check| check.kind == kind);
    let found = Kind::ALL.into_iter().flat_map(of_kind).filter(|check| check.verdict() == Verdict::Differ);
    let mut findings: Vec<Finding<'_>> = Vec::new();
    for check in found {
        let document = check.all_places().next().map_or("", |place| place.document.as_str());
        let beginning = format!("{}-{document}", check.kind.id());
        let alike = findings.iter().filter(|finding| finding.id.starts_with(&beginning)).count();
        let id = if alike == 0 { beginning } else { format!("{beginning}-{}", alike.saturating_add(1)) };
        findings.push(Finding { id, check });
    }
    findings
}

/// What could explain the payback times that a variant prints; `None` where its tables give all of them.
#[must_use]
pub fn searched<'c>(checks: &'c [Check], variant_id: &str) -> Option<&'c Search> {
    checks.iter().flat_map(Check::all_explanations).find_map(|explanation| match explanation {
        Explanation::Searched { variant, search } if variant == variant_id => Some(search),
        _ => None,
    })
}

/// The checks of some kinds within a document.
type WithinDocument = fn(&Document) -> Vec<Check>;

/// The checks of some kinds over all documents.
type AcrossDocuments = fn(&[Document]) -> Vec<Check>;

/// Runs every check over these documents. The checks are sorted by what they mean for the reader (the order of
/// [`Kind::ALL`]), and within a kind the largest difference comes first.
///
/// ```
/// use engine::findings::{Kind, Verdict, check_all};
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let checks = check_all(library.documents());
/// let mut findings = checks.iter().filter(|check| check.verdict() == Verdict::Differ);
/// // The business case of 2018 prints a payback time on service that its own tables do not give.
/// assert!(findings.any(|check| check.kind == Kind::Payback && check.concerns("ips-2018")));
/// ```
#[must_use]
pub fn check_all(documents: &[Document]) -> Vec<Check> {
    let shipped = documents.iter().filter(|document| document.fingerprint.is_none()).cloned().collect::<Vec<_>>();
    if shipped.len() == documents.len() {
        return check_together(documents);
    }
    let mut checks = check_together(&shipped);
    // A note that a reader brings is no successor of the city's. It is compared with those that have an effort in common with it.
    for own in documents.iter().filter(|document| document.fingerprint.is_some()) {
        let mut related: Vec<Document> = documents
            .iter()
            .filter(|other| other.id != own.id && have_an_effort_in_common(own, other))
            .cloned()
            .collect();
        related.push(own.clone());
        checks.extend(check_together(&related).into_iter().filter(|check| check.concerns(&own.id)));
    }
    by_key(checks, |check| (check.kind, Reverse(check.largest_difference())))
}

fn have_an_effort_in_common(own: &Document, other: &Document) -> bool {
    let efforts = |document: &Document| {
        let efforts = document.variants.iter().flat_map(|variant| &variant.efforts);
        efforts.map(|effort| effort.id.clone()).collect::<Vec<_>>()
    };
    let others = efforts(other);
    efforts(own).iter().any(|effort| others.contains(effort))
}

/// Runs every check over documents that belong together.
fn check_together(documents: &[Document]) -> Vec<Check> {
    let within: [WithinDocument; 7] = [
        calculated::checks,
        repeated::checks,
        keys::checks,
        posts::consultants,
        paybacks::checks,
        residual::checks,
        tables::checks,
    ];
    let across: [AcrossDocuments; 15] = [
        sums::checks,
        statements::checks,
        grants::checks,
        editions::checks,
        committees::checks,
        posts::costs,
        price_rises::checks,
        counts::checks,
        appropriations::checks,
        targets::checks,
        follow_ups::checks,
        populations::checks,
        judgements::checks,
        areas::checks,
        prices::checks,
    ];
    let own = documents.iter().flat_map(|document| within.iter().flat_map(|checks| checks(document)));
    let all = own.chain(across.iter().flat_map(|checks| checks(documents)));
    let checks = merge::one_finding_a_fact(documents, all.filter(|check| !check.compared.is_empty()).collect());
    let checks = same_fact::told_together(documents, checks);
    by_key(checks, |check| (check.kind, Reverse(check.largest_difference())))
}
