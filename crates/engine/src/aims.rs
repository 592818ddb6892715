//! What the notes promise, what they report, and what is missing.
//!
//! Targets for the same aim have the same key in every note, so an aim runs through the notes: its targets, the results that
//! were measured, and the follow-ups that were promised. Editions that state the same target make one promise.

use model::note::{
    Denominator, Document, Effort, FollowUp, Judged, Measured, Names, Population, Reach, Remark, RemarkKind, Target,
    Variant, Year,
};

/// An aim of an effort, through all notes.
#[derive(Debug, Clone, PartialEq)]
pub struct Aim<'n> {
    /// The key of the aim, as in [`Target::aim`].
    pub key: &'n str,
    /// The effort, as the newest note has it.
    pub effort: &'n Effort,
    /// The targets, from the oldest to the newest.
    pub promises: Vec<Promise<'n>>,
    /// The results, from the oldest to the newest.
    pub reports: Vec<Report<'n>>,
    /// The sentences in which the notes judge what was reached.
    pub judgements: Vec<(&'n Document, &'n Remark)>,
    /// What the notes want of the same effort without a target that would measure it. Only the effort's first aim has these.
    pub without_target: Vec<(&'n Document, &'n Remark)>,
}

/// A target that was set for an aim.
#[derive(Debug, Clone, PartialEq)]
pub struct Promise<'n> {
    /// The document that sets it, and its other editions that set the same one.
    pub documents: Vec<&'n Document>,
    /// The target.
    pub target: &'n Target,
    /// The people that the row of the target names; `None` where it names none.
    pub population: Option<&'n Population>,
    /// The position, in [`Aim::promises`], of the target of the budget before; `None` for the first one.
    pub before: Option<usize>,
    /// How it differs from that target; `None` where it does not.
    pub change: Option<Change>,
    /// The follow-ups that the document promises for it.
    pub follow_ups: Vec<(&'n FollowUp, FollowedUp)>,
    /// The newest document about the effort, where it no longer has a target for the aim.
    pub dropped_in: Option<&'n Document>,
}

/// How a target differs from the target before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Another share, or another number of people.
    Reach,
    /// The same share, but something else counts, or the share is one of others.
    Definition,
    /// The same share and the same definition, for other people.
    People,
}

/// Whether a promised follow-up was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowedUp {
    /// A later document reports a result for the target.
    Reported,
    /// Later documents are about the effort, and none of them reports a result for the target.
    Missing,
    /// No later document is about the effort.
    NotYet,
}

/// A result that was measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Report<'n> {
    /// The document that reports it.
    pub document: &'n Document,
    /// The result.
    pub result: &'n Measured,
    /// How many reached the aim, as its target counts them.
    pub reach: Reach,
    /// The position, in [`Aim::promises`], of the target that held when it was measured.
    pub against: Option<usize>,
}

/// How the definition of a result differs from that of its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Apart<'n> {
    /// Whom the target and the result are shares of, where that is not the same.
    pub of: Option<(Denominator, Denominator)>,
    /// What counts in the result but not in the target, in our own words.
    pub also_counts: Option<&'n Names>,
}

/// How many targets and results there are, and how many of the promised follow-ups were reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Targets. The same target in several editions counts once.
    pub targets: usize,
    /// Results.
    pub results: usize,
    /// Promised follow-ups that a later note could have reported.
    pub due: usize,
    /// Those of them that one did report.
    pub reported: usize,
}

impl<'n> Aim<'n> {
    /// The target that a result is measured against.
    #[must_use]
    pub fn promise_of(&self, report: &Report<'n>) -> Option<&Promise<'n>> {
        self.promises.get(report.against?)
    }

    /// The document that itself says that a target was missed.
    #[must_use]
    pub fn said_missed(&self) -> Option<&'n Document> {
        let mut judgements = self.judgements.iter();
        judgements.find(|(_, remark)| remark.judges == Some(Judged::Missed)).map(|(document, _)| *document)
    }

    /// How the definition of a result differs from that of its target; `None` where they are the same, or where there is
    /// no target.
    #[must_use]
    pub fn apart(&self, report: &Report<'n>) -> Option<Apart<'n>> {
        let target = self.promise_of(report)?.target;
        // Numbers of people are shares of nobody.
        let result_of = target.reach.share().and(report.result.terms.as_ref()).map(|terms| terms.of);
        let target_of = self.whom_it_is_of(target);
        let of = result_of.filter(|result_of| *result_of != target_of).map(|result_of| (target_of, result_of));
        let apart = Apart { of, also_counts: report.result.also_counts.as_ref() };
        (apart.of.is_some() || apart.also_counts.is_some()).then_some(apart)
    }

    /// Whom a target is a share of. Where its own words do not say it, those of the same share elsewhere do.
    fn whom_it_is_of(&self, target: &Target) -> Denominator {
        let alike = self.promises.iter().map(|promise| promise.target).filter(|other| other.reach == target.reach);
        let mut said = std::iter::once(target).chain(alike).map(Target::denominator);
        said.find(|of| *of != Denominator::NotSaid).unwrap_or(Denominator::NotSaid)
    }

    /// Whether a document has anything to say about the aim.
    #[must_use]
    pub fn concerns(&self, document: &str) -> bool {
        let promises = self.promises.iter().flat_map(|promise| promise.documents.iter().copied());
        let reports = self.reports.iter().map(|report| report.document);
        let remarks = self.judgements.iter().chain(&self.without_target).map(|(document, _)| *document);
        let mut documents = promises.chain(reports).chain(remarks);
        documents.any(|known| known.id == document)
    }
}

impl Tally {
    /// Counts over several aims. A follow-up of two targets counts once.
    #[must_use]
    pub fn of(aims: &[Aim<'_>]) -> Self {
        let mut due: Vec<(&FollowUp, bool)> = Vec::new();
        let follow_ups = aims.iter().flat_map(|aim| &aim.promises).flat_map(|promise| &promise.follow_ups);
        for (follow_up, followed_up) in follow_ups.filter(|(_, followed_up)| *followed_up != FollowedUp::NotYet) {
            let is_reported = *followed_up == FollowedUp::Reported;
            match due.iter_mut().find(|(known, _)| std::ptr::eq(*known, *follow_up)) {
                Some((_, known)) => *known = *known || is_reported,
                None => due.push((follow_up, is_reported)),
            }
        }
        Self {
            targets: aims.iter().map(|aim| aim.promises.len()).sum(),
            results: aims.iter().map(|aim| aim.reports.len()).sum(),
            due: due.len(),
            reported: due.iter().filter(|(_, is_reported)| *is_reported).count(),
        }
    }
}

/// The aims of all documents, in the order in which the documents first set a target for each.
///
/// ```
/// use engine::aims::{FollowedUp, aims};
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let aims = aims(library.documents());
/// // In 2022 the notes promised to follow up on the children of veterans. No later note has a result.
/// let children = aims.iter().find(|aim| aim.key == "children-leisure").unwrap();
/// assert_eq!(children.promises[0].follow_ups[0].1, FollowedUp::Missing);
/// assert!(children.reports.is_empty());
/// ```
#[must_use]
pub fn aims(documents: &[Document]) -> Vec<Aim<'_>> {
    let mut aims: Vec<Aim<'_>> = Vec::new();
    for target in documents.iter().flat_map(|document| &document.targets) {
        if aims.iter().all(|aim| aim.key != target.aim) {
            let is_first = aims.iter().all(|aim| aim.effort.id != target.effort);
            let without_target = if is_first { without_target(documents, &target.effort) } else { Vec::new() };
            aims.extend(aim(documents, target).map(|aim| Aim { without_target, ..aim }));
        }
    }
    aims
}

fn aim<'n>(documents: &'n [Document], first: &'n Target) -> Option<Aim<'n>> {
    let key = first.aim.as_str();
    let effort = documents.iter().rev().find_map(|document| effort_in(document, &first.effort))?;
    let mut promises = promises(documents, key);
    let of_aim = |document: &'n Document| {
        let results = document.results.iter().filter(|result| result.aim == key);
        results.map(move |result| (document, result))
    };
    // A number of people is no share that a target could be compared with, nor the other way round.
    let report = |(document, result): (&'n Document, &'n Measured)| {
        let against = held_when_measured(&promises, document, result);
        let target = against.and_then(|against| promises.get(against)).map_or(first, |promise| promise.target);
        Some(Report { document, result, reach: result.reach_like(target.reach)?, against })
    };
    let reports: Vec<Report<'n>> = documents.iter().flat_map(of_aim).filter_map(report).collect();
    let reported: Vec<usize> = reports.iter().filter_map(|report| report.against).collect();
    for (position, promise) in promises.iter_mut().enumerate() {
        follow(documents, promise, reported.contains(&position));
    }
    let judges = |(document, remark): &(&'n Document, &'n Remark)| {
        remark.judges.is_some()
            && remark.effort.as_ref().map_or_else(|| effort_in(document, &effort.id).is_some(), |id| *id == effort.id)
    };
    let remarks = documents.iter().flat_map(|document| document.remarks.iter().map(move |remark| (document, remark)));
    let mut judgements: Vec<(&'n Document, &'n Remark)> = Vec::new();
    for (document, remark) in remarks.filter(judges) {
        let is_known = |(known, known_remark): &(&Document, &Remark)| {
            known.is_same_paper(document) && known_remark.id == remark.id
        };
        if !judgements.iter().any(is_known) {
            judgements.push((document, remark));
        }
    }
    Some(Aim { key, effort, promises, reports, judgements, without_target: Vec::new() })
}

/// What the documents want of an effort without a target for it. What a document says twice is listed once.
fn without_target<'n>(documents: &'n [Document], effort: &str) -> Vec<(&'n Document, &'n Remark)> {
    let mut found: Vec<(&'n Document, &'n Remark)> = Vec::new();
    for document in documents {
        let is_wanted = |remark: &&Remark| remark.kind == RemarkKind::Aim && remark.effort.as_deref() == Some(effort);
        for remark in document.remarks.iter().filter(is_wanted) {
            if !found.iter().any(|(known, said)| known.is_same_paper(document) && said.says == remark.says) {
                found.push((document, remark));
            }
        }
    }
    found
}

/// The targets of an aim. The same target in editions of one note is one promise.
fn promises<'n>(documents: &'n [Document], key: &str) -> Vec<Promise<'n>> {
    let mut promises: Vec<Promise<'n>> = Vec::new();
    for document in documents {
        for target in document.targets.iter().filter(|target| target.aim == key) {
            let is_same = |promise: &&mut Promise<'n>| {
                promise.documents.iter().any(|known| known.id != document.id && known.is_same_paper(document))
                    && (promise.target.reach, &promise.target.definition) == (target.reach, &target.definition)
            };
            if let Some(promise) = promises.iter_mut().find(is_same) {
                promise.documents.push(document);
                continue;
            }
            let population = document.populations.iter().find(|population| {
                (&population.source.place, &population.source.row) == (&target.source.place, &target.source.row)
            });
            let budget_before = promises.iter().map(budget).filter(|budget| *budget < document.budget).max();
            let before = promises.iter().position(|promise| Some(budget(promise)) == budget_before);
            let change = before.and_then(|before| change(promises.get(before)?, target, population));
            promises.push(Promise {
                documents: vec![document],
                target,
                population,
                before,
                change,
                follow_ups: Vec::new(),
                dropped_in: None,
            });
        }
    }
    promises
}

fn change(before: &Promise<'_>, target: &Target, population: Option<&Population>) -> Option<Change> {
    let people = |population: Option<&Population>| population.map(|population| population.people.clone());
    if before.target.reach != target.reach {
        Some(Change::Reach)
    } else if before.target.definition != target.definition {
        Some(Change::Definition)
    } else {
        let (before, now) = (people(before.population)?, people(population)?);
        (before != now).then_some(Change::People)
    }
}

/// Fills in what became of a promise in later documents.
fn follow<'n>(documents: &'n [Document], promise: &mut Promise<'n>, is_reported: bool) {
    let Some(document) = promise.documents.first().copied() else { return };
    let is_later =
        |later: &&&Document| later.budget > document.budget && effort_in(later, &promise.target.effort).is_some();
    let later: Vec<&'n Document> = documents.iter().collect::<Vec<_>>().iter().filter(is_later).copied().collect();
    let followed_up = match later.is_empty() {
        true => FollowedUp::NotYet,
        false if is_reported => FollowedUp::Reported,
        false => FollowedUp::Missing,
    };
    let position = document.targets.iter().position(|target| target.id == promise.target.id);
    let of_target = |follow_up: &&FollowUp| position.is_some_and(|position| follow_up.targets.contains(&position));
    promise.follow_ups = document.follow_ups.iter().filter(of_target).map(|it| (it, followed_up)).collect();
    let newest = later.last().copied();
    promise.dropped_in = newest.filter(|newest| newest.targets.iter().all(|target| target.aim != promise.target.aim));
}

/// The target that held when a result was measured: the newest one of a budget that was not later. Where no note has one,
/// the result is measured against the first target of its own document.
fn held_when_measured(promises: &[Promise<'_>], document: &Document, result: &Measured) -> Option<usize> {
    let held = promises.iter().rposition(|promise| budget(promise) <= result.from);
    let is_of = |promise: &Promise<'_>| promise.documents.iter().any(|of| of.id == document.id);
    held.or_else(|| promises.iter().position(is_of))
}

fn budget(promise: &Promise<'_>) -> Year {
    promise.documents.first().map(|document| document.budget).unwrap_or_default()
}

fn effort_in<'n>(document: &'n Document, id: &str) -> Option<&'n Effort> {
    let efforts = |variant: &'n Variant| variant.efforts.iter();
    document.variants.iter().flat_map(efforts).find(|effort| effort.id == id)
}
