//! The questions that readers of the notes ask, each with the facts that answer it.
//!
//! Every fact is counted or computed from the notes. Where they have no answer, that is the fact.

use rust_decimal::Decimal;

use crate::aims::{Aim, Change, FollowedUp, Tally, aims};
use crate::compare::Pair;
use crate::computed::Computed;
use crate::evaluate::Perspective;
use crate::explain::Ask;
use crate::money::Thousands;
use crate::note::{
    Area, Denominator, Document, DriverIx, FollowUp, Names, Note, Posts, Remark, RemarkKind, Side, Year, same_rows,
};
use crate::notes::Library;
use crate::ordered::by_key;
use crate::post_prices::{PostPrice, post_prices};
use crate::scenario::Scenario;
use crate::timeline::{Band, bands, granted_rows};

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// Somebody who has to decide.
    Politician,
    /// Somebody who writes about it.
    Journalist,
    /// Somebody who checks the numbers.
    Controller,
}

impl Asker {
    /// Every asker, in the order on the page.
    pub const ALL: [Self; 3] = [Self::Politician, Self::Journalist, Self::Controller];
}

/// A question with the facts that answer it.
#[derive(Debug, Clone, PartialEq)]
pub enum Reply<'n> {
    /// Was the target met? Each result with its effort and the target that held, then the follow-ups.
    TargetsMet(Vec<TargetMet<'n>>, Tally),
    /// What is lost with the cheaper scenario?
    CheaperScenario(CheaperScenario<'n>),
    /// What does "unchanged" cost?
    Unchanged(Vec<Unchanged<'n>>),
    /// What happens after the last year of an effort that ends before its note does?
    AfterwardsNotSaid(Vec<EndsEarly<'n>>),
    /// How much money is it in all?
    MoneyInAll(Vec<Money<'n>>),
    /// How many consultants are there over time?
    Consultants(Vec<Consultants<'n>>),
    /// Why did the target change? The target before, then the one after.
    TargetChanged(Pair<(&'n Document, Decimal, Denominator)>),
    /// Who evaluates, and where is the comparison with the normal effort? The evaluation, then the comparison.
    Evaluation(&'n Document, &'n FollowUp, &'n FollowUp),
    /// Which edition was granted? For each effort the editions whose amounts are those that were granted.
    Editions(Vec<(&'n Names, Vec<&'n Document>)>),
    /// How much dearer have posts become? The kinds that rose least and most.
    DearerPosts(Pair<(&'n Names, Decimal)>),
    /// When did the consultants move to another steering area? The areas in the oldest note, then in the first that differs.
    OtherArea(Pair<(&'n Document, Vec<Area>)>),
    /// Is the saving money or time?
    TimeSaved(&'n Document, &'n Remark),
    /// Do the amounts include overhead? The documents that say so, and the number of all documents.
    Overhead(Vec<&'n Document>, usize),
    /// Are the granted amounts adjusted to prices? The appropriations over several years, and those of them that stay the same.
    Indexed(usize, usize),
    /// Are the savings before or after the state's reimbursement?
    Reimbursement,
}

/// A result beside the target that held.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetMet<'n> {
    /// The name of the effort.
    pub effort: &'n Names,
    /// The share that was measured.
    pub share: Decimal,
    /// The share of the target.
    pub target: Decimal,
    /// Whether both are measured alike.
    pub is_alike: bool,
    /// The newest note of the effort and the driver that takes the share.
    pub driver: Option<(Note<'n>, DriverIx)>,
}

/// The cheaper of two scenarios of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct CheaperScenario<'n> {
    /// The cheaper note, then the other.
    pub notes: Pair<Note<'n>>,
    /// How much less it costs in the year of the key figures.
    pub a_year: Thousands,
    /// How much less it costs over all years.
    pub in_all: Thousands,
    /// How many full-time posts fewer it has.
    pub posts: Decimal,
}

/// An effort that goes on unchanged, and what it costs more than before.
#[derive(Debug, Clone, PartialEq)]
pub struct Unchanged<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The position of the effort in it.
    pub effort: usize,
    /// The first year of the proposal.
    pub year: Year,
    /// The proposal of that year minus the grant of the last year before it. Each is in its own prices.
    pub more: Thousands,
}

/// An effort that ends before the table of its note.
#[derive(Debug, Clone, PartialEq)]
pub struct EndsEarly<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The position of the effort in it.
    pub effort: usize,
    /// The last year in which it runs.
    pub last: Year,
}

/// What an effort has been granted in all, and what is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Money<'n> {
    /// The newest note with the effort, and the position of the effort.
    pub newest: (Note<'n>, usize),
    /// All that was granted.
    pub granted: Thousands,
    /// The first and the last year of it.
    pub years: (Year, Year),
    /// The document that says so.
    pub document: &'n Document,
    /// Another document that has other amounts for the same years, and how much more they are.
    pub other: Option<(&'n Document, Thousands)>,
    /// What the newest notes propose in all, each with its note.
    pub asked: Vec<(Note<'n>, Thousands)>,
}

/// The consultants that a note has for an effort.
#[derive(Debug, Clone, PartialEq)]
pub struct Consultants<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The position of the effort in it.
    pub effort: usize,
    /// The number of full-time posts.
    pub posts: Decimal,
}

/// The way from an answer into the calculator.
#[derive(Debug, Clone, PartialEq)]
pub enum Way<'n> {
    /// A number of a note's baseline, with its explanation open.
    Number(Note<'n>, Ask),
    /// A note with a driver at another value.
    Set(Note<'n>, DriverIx, Decimal),
    /// Two notes side by side.
    Compare(Pair<Note<'n>>),
    /// The baseline of a note.
    Note(Note<'n>),
}

impl<'n> Reply<'n> {
    /// Who asks the question.
    #[must_use]
    pub const fn asker(&self) -> Asker {
        match self {
            Self::TargetsMet(..) | Self::CheaperScenario(_) | Self::Unchanged(_) | Self::AfterwardsNotSaid(_) => {
                Asker::Politician
            }
            Self::MoneyInAll(_)
            | Self::Consultants(_)
            | Self::TargetChanged(_)
            | Self::Evaluation(..)
            | Self::Editions(_) => Asker::Journalist,
            Self::DearerPosts(_)
            | Self::OtherArea(_)
            | Self::TimeSaved(..)
            | Self::Overhead(..)
            | Self::Indexed(..)
            | Self::Reimbursement => Asker::Controller,
        }
    }

    /// The ways from the answer into the calculator.
    #[must_use]
    pub fn ways(&self) -> Vec<Way<'n>> {
        match self {
            Self::TargetsMet(results, _) => {
                results.iter().filter_map(|met| met.driver.map(|(note, ix)| Way::Set(note, ix, met.share))).collect()
            }
            Self::CheaperScenario(cheaper) => vec![Way::Compare(cheaper.notes)],
            Self::Unchanged(all) => {
                all.iter().map(|one| Way::Number(one.note, Ask::EffortCost(one.effort, one.year))).collect()
            }
            Self::AfterwardsNotSaid(all) => {
                all.iter().map(|one| Way::Number(one.note, Ask::EffortCost(one.effort, one.last))).collect()
            }
            Self::MoneyInAll(all) => {
                all.iter().flat_map(|money| &money.asked).map(|(note, _)| Way::Note(*note)).collect()
            }
            Self::Consultants(all) => {
                all.iter().map(|one| Way::Number(one.note, Ask::Posts(Some(one.effort)))).collect()
            }
            Self::TimeSaved(document, remark) => {
                let of_row = |row: &crate::note::RowRef| document.tables.get(row.table)?.rows.get(row.row);
                let line = remark.rows.iter().filter_map(of_row).find_map(|row| row.lines.first().copied());
                document
                    .notes()
                    .next()
                    .zip(line)
                    .map(|(note, line)| Way::Number(note, Ask::Line(line, None)))
                    .into_iter()
                    .collect()
            }
            Self::TargetChanged(_)
            | Self::Evaluation(..)
            | Self::Editions(_)
            | Self::DearerPosts(_)
            | Self::OtherArea(_)
            | Self::Overhead(..)
            | Self::Indexed(..)
            | Self::Reimbursement => Vec::new(),
        }
    }
}

/// Every question, with its answer. A question about which the notes have nothing to compare is left out.
///
/// ```
/// use indsatsregner::notes::Library;
/// use indsatsregner::questions::{Reply, replies};
///
/// let library = Library::embedded().unwrap();
/// let replies = replies(&library);
/// // Scenario 1 of BI11 costs 369.000 kr. less a year and has half a post less.
/// let cheaper = replies.iter().find_map(|reply| match reply {
///     Reply::CheaperScenario(cheaper) => Some(cheaper),
///     _ => None,
/// });
/// assert_eq!(cheaper.unwrap().a_year.get(), 369);
/// ```
#[must_use]
pub fn replies(library: &Library) -> Vec<Reply<'_>> {
    let documents = library.documents();
    let (aims, bands) = (aims(documents), bands(documents));
    let newest = documents.iter().map(|document| document.budget).max().unwrap_or_default();
    let all = [
        targets_met(library, &aims),
        cheaper_scenario(documents),
        unchanged(documents, &bands, newest),
        ends_early(documents, newest),
        money_in_all(documents, &bands, newest),
        consultants(documents),
        target_changed(&aims),
        evaluation(&aims),
        editions(documents, &bands),
        dearer_posts(documents),
        other_area(documents),
        time_saved(documents),
        overhead(documents),
        indexed(documents),
        Some(Reply::Reimbursement),
    ];
    all.into_iter().flatten().collect()
}

fn targets_met<'n>(library: &'n Library, aims: &[Aim<'n>]) -> Option<Reply<'n>> {
    let met = |(aim, report): (&Aim<'n>, &crate::aims::Report<'n>)| {
        let share = report.result.share?;
        let driver = library.notes().filter_map(|note| {
            let effort = note.variant.efforts.iter().find(|effort| effort.id == aim.effort.id)?;
            Some((note, effort.effect?.full))
        });
        Some(TargetMet {
            effort: &aim.effort.name,
            share,
            target: aim.promise_of(report)?.target.share,
            is_alike: aim.apart(report).is_none(),
            driver: driver.last(),
        })
    };
    let reports = aims.iter().flat_map(|aim| aim.reports.iter().map(move |report| (aim, report)));
    let results: Vec<TargetMet<'n>> = reports.filter_map(met).collect();
    (!results.is_empty()).then(|| Reply::TargetsMet(results, Tally::of(aims)))
}

fn costs(computed: &Computed<'_>) -> Thousands {
    computed.outcome.view(Perspective::Total).map(|view| view.costs.iter().copied().sum()).unwrap_or_default()
}

fn cheaper_scenario(documents: &[Document]) -> Option<Reply<'_>> {
    let document = documents.iter().rev().find(|document| document.variants.len() > 1)?;
    let computed = document.notes().filter_map(|note| Computed::of(Scenario::baseline(note)));
    let computed: Vec<Computed<'_>> = by_key(computed, costs);
    let (cheaper, other) = (computed.first()?, computed.get(1)?);
    Some(Reply::CheaperScenario(CheaperScenario {
        notes: Pair { left: cheaper.note(), right: other.note() },
        a_year: other.figures.cost.minus(cheaper.figures.cost),
        in_all: costs(other).minus(costs(cheaper)),
        posts: other.figures.posts.checked_sub(cheaper.figures.posts)?,
    }))
}

/// The notes of a budget, each with its baseline.
fn baselines(documents: &[Document], budget: Year) -> impl Iterator<Item = Computed<'_>> {
    let of_budget = documents.iter().filter(move |document| document.budget == budget);
    of_budget.flat_map(Document::notes).filter_map(|note| Computed::of(Scenario::baseline(note)))
}

fn unchanged<'n>(documents: &'n [Document], bands: &[Band<'n>], newest: Year) -> Option<Reply<'n>> {
    let mut all: Vec<Unchanged<'n>> = Vec::new();
    for computed in baselines(documents, newest) {
        let note = computed.note();
        for (position, effort) in note.variant.efforts.iter().enumerate() {
            let says = |remark: &Remark| {
                remark.kind == RemarkKind::Unchanged && remark.effort.as_deref() == Some(effort.id.as_str())
            };
            let band = bands.iter().find(|band| band.key == effort.id);
            let before = band.and_then(|band| band.granted.iter().filter(|(year, _)| *year < effort.start).max());
            let cost = cost_in(&computed, position, effort.start);
            if let (true, Some((_, before)), Some(cost)) = (note.document.remarks.iter().any(says), before, cost) {
                all.push(Unchanged { note, effort: position, year: effort.start, more: cost.minus(*before) });
            }
        }
    }
    (!all.is_empty()).then_some(Reply::Unchanged(all))
}

fn cost_in(computed: &Computed<'_>, effort: usize, year: Year) -> Option<Thousands> {
    let column = computed.outcome.years.iter().position(|shown| *shown == year)?;
    computed.outcome.efforts.get(effort)?.costs.get(column).copied()
}

fn ends_early(documents: &[Document], newest: Year) -> Option<Reply<'_>> {
    let mut all: Vec<EndsEarly<'_>> = Vec::new();
    for computed in baselines(documents, newest) {
        let note = computed.note();
        for (position, effort) in computed.outcome.efforts.iter().enumerate() {
            let last = effort.stops.saturating_sub(1);
            if last < note.variant.last {
                all.push(EndsEarly { note, effort: position, last });
            }
        }
    }
    (!all.is_empty()).then_some(Reply::AfterwardsNotSaid(all))
}

fn money_in_all<'n>(documents: &'n [Document], bands: &[Band<'n>], newest: Year) -> Option<Reply<'n>> {
    let sum = |amounts: &[(Year, Thousands)]| amounts.iter().map(|(_, amount)| *amount).sum::<Thousands>();
    let money = |band: &Band<'n>| {
        let document = documents.iter().find(|document| Some(&document.id) == band.granted_in.as_ref())?;
        let years = || band.granted.iter().map(|(year, _)| *year);
        let other = documents.iter().filter(|other| other.id != document.id).find_map(|other| {
            let rows = granted_rows(other, &band.key);
            let in_year = |year: Year| -> Option<Thousands> {
                rows.iter().filter_map(|(table, row)| table.cell(row, year)).reduce(Thousands::plus)
            };
            let apart = band.granted.iter().filter_map(|(year, amount)| Some(in_year(*year)?.minus(*amount)));
            let apart: Thousands = apart.sum();
            (apart != Thousands::ZERO).then_some((other, apart))
        });
        let of_budget = |note: &Note<'n>| note.document.budget == newest;
        let asked = documents.iter().flat_map(Document::notes).filter(of_budget).filter_map(|note| {
            let proposal = band.proposals.iter().find(|proposal| proposal.variant == note.variant.id)?;
            Some((note, sum(&proposal.amounts)))
        });
        Some(Money {
            newest: band.newest,
            granted: sum(&band.granted),
            years: (years().min()?, years().max()?),
            document,
            other,
            asked: asked.collect(),
        })
    };
    let all: Vec<Money<'n>> = bands.iter().filter_map(money).collect();
    (!all.is_empty()).then_some(Reply::MoneyInAll(all))
}

fn consultants(documents: &[Document]) -> Option<Reply<'_>> {
    let mut all: Vec<Consultants<'_>> = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        let Some(computed) = Computed::of(Scenario::baseline(note)) else { continue };
        for (effort, outcome) in computed.outcome.efforts.iter().enumerate() {
            let id = note.variant.efforts.get(effort).map(|effort| &effort.id);
            let is_known = |known: &Consultants<'_>| {
                let known_id = known.note.variant.efforts.get(known.effort).map(|effort| &effort.id);
                (known.note.document.budget, known_id, Some(known.posts))
                    == (note.document.budget, id, outcome.consultants)
            };
            if let Some(posts) = outcome.consultants.filter(|_| !all.iter().any(is_known)) {
                all.push(Consultants { note, effort, posts });
            }
        }
    }
    (!all.is_empty()).then_some(Reply::Consultants(all))
}

fn target_changed<'n>(aims: &[Aim<'n>]) -> Option<Reply<'n>> {
    aims.iter().find_map(|aim| {
        let promise = aim.promises.iter().find(|promise| promise.change == Some(Change::Share))?;
        let facts = |promise: &crate::aims::Promise<'n>| {
            Some((*promise.documents.first()?, promise.target.share, promise.target.terms.of))
        };
        let pair = Pair { left: facts(aim.promises.get(promise.before?)?), right: facts(promise) };
        pair.both().map(Reply::TargetChanged)
    })
}

fn evaluation<'n>(aims: &[Aim<'n>]) -> Option<Reply<'n>> {
    let promises = || aims.iter().flat_map(|aim| &aim.promises);
    let promise = promises().find(|promise| promise.target.terms.of == Denominator::NormalEffort)?;
    let missing =
        || promise.follow_ups.iter().filter(|(_, it)| *it == FollowedUp::Missing).map(|(follow_up, _)| *follow_up);
    let evaluation = missing().find(|follow_up| follow_up.by.is_some() && follow_up.every_months.is_none())?;
    let comparison = missing().find(|follow_up| follow_up.every_months.is_some())?;
    Some(Reply::Evaluation(promise.documents.first()?, evaluation, comparison))
}

fn editions<'n>(documents: &'n [Document], bands: &[Band<'n>]) -> Option<Reply<'n>> {
    let has_editions = |document: &&Document| document.edition_of.is_some();
    let editions: Vec<&'n Document> = documents.iter().filter(has_editions).collect();
    let fits = |band: &Band<'n>, document: &Document| {
        let of_document = |id: &str| document.variants.iter().any(|variant| variant.id == id);
        let mut proposals = band.proposals.iter().filter(|proposal| of_document(&proposal.variant));
        proposals.any(|proposal| proposal.amounts.iter().all(|amount| band.granted.contains(amount)))
    };
    let proposed = |band: &&Band<'n>| {
        editions.iter().all(|document| {
            let effort = |variant: &crate::note::Variant| variant.efforts.iter().any(|effort| effort.id == band.key);
            document.variants.iter().any(effort)
        })
    };
    let all = bands.iter().filter(proposed).filter_map(|band| {
        let (note, effort) = band.newest;
        let fitting = editions.iter().copied().filter(|document| fits(band, document)).collect();
        Some((&note.variant.efforts.get(effort)?.name, fitting))
    });
    (editions.len() > 1).then(|| Reply::Editions(all.collect()))
}

fn dearer_posts(documents: &[Document]) -> Option<Reply<'_>> {
    let kinds = post_prices(documents);
    let newest = kinds.iter().flat_map(|kind| &kind.prices).map(PostPrice::price_level).max()?;
    let rises = kinds.iter().filter_map(|kind| {
        let position = kind.prices.iter().position(|price| price.price_level() == newest)?;
        Some((&kind.newest.name, kind.rise(position)?))
    });
    let rises: Vec<(&Names, Decimal)> = by_key(rises, |(_, rise)| *rise);
    Some(Reply::DearerPosts(Pair { left: *rises.first()?, right: *rises.last()? }))
}

fn other_area<'n>(documents: &'n [Document]) -> Option<Reply<'n>> {
    same_rows(documents).into_iter().find_map(|row| {
        let is_caseload = row.notes.iter().any(|it| matches!(it.posts(), Some(Posts::Caseload { .. })));
        let areas = |in_note: &crate::note::RowInNote<'_>| {
            let mut areas: Vec<Area> = in_note.lines.iter().map(|line| line.area).collect();
            areas.dedup();
            areas
        };
        let first = row.notes.first()?;
        let other = row.notes.iter().find(|in_note| areas(in_note) != areas(first))?;
        let side = |in_note: &crate::note::RowInNote<'n>| (in_note.note.document, areas(in_note));
        is_caseload.then(|| Reply::OtherArea(Pair { left: side(first), right: side(other) }))
    })
}

fn time_saved(documents: &[Document]) -> Option<Reply<'_>> {
    documents.iter().find_map(|document| {
        let saves = |remark: &&Remark| {
            let rows = remark.rows.iter().filter_map(|row| document.row(*row));
            let mut lines = rows.flat_map(|(table, row)| row.lines.iter().map(move |line| (table.variant, *line)));
            let side = |(variant, line): (usize, usize)| Some(document.variants.get(variant)?.lines.get(line)?.side);
            remark.kind == RemarkKind::Content && lines.any(|place| side(place) == Some(Side::Saving))
        };
        document.remarks.iter().find(saves).map(|remark| Reply::TimeSaved(document, remark))
    })
}

fn overhead(documents: &[Document]) -> Option<Reply<'_>> {
    // The text of one document has "overhed" for "overhead".
    let says = |document: &&Document| document.remarks.iter().any(|remark| remark.source.quote.contains("overhe"));
    let saying: Vec<&Document> = documents.iter().filter(says).collect();
    (!saying.is_empty()).then_some(Reply::Overhead(saying, documents.len()))
}

fn indexed(documents: &[Document]) -> Option<Reply<'_>> {
    let rows = documents.iter().flat_map(|document| &document.tables).flat_map(|table| &table.rows);
    let amounts = |row: &crate::note::Row| row.cells.iter().flatten().copied().collect::<Vec<_>>();
    let several: Vec<Vec<Thousands>> =
        rows.filter(|row| row.series.is_some()).map(amounts).filter(|cells| cells.len() > 1).collect();
    let is_level = |cells: &&Vec<Thousands>| cells.iter().all(|cell| Some(cell) == cells.first());
    (!several.is_empty()).then(|| Reply::Indexed(several.len(), several.iter().filter(is_level).count()))
}
