//! The questions that readers of the notes ask, each with the facts that answer it.
//!
//! Every fact is counted or computed from the notes. Where they have no answer, that is the fact.

mod content;
mod money;
mod posts;
mod savings;
mod targets;
mod ways;

use rust_decimal::Decimal;

pub use self::ways::Way;
use crate::aims::{Tally, aims};
use crate::compare::Pair;
use crate::notes::Library;
use crate::sensitivity::{BreakEven, Margin};
use crate::timeline::bands;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Administration, Area, Denominator, Document, DriverIx, FollowUp, Names, Note, Reach, Remark, Year};

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
    /// Who pays, and who saves?
    WhoPays(WhoPays<'n>),
    /// What happens after the last year for which money is asked? Every effort, those whose money ends first before the others.
    AfterwardsNotSaid(Vec<AskedUntil<'n>>),
    /// How much money is it in all?
    MoneyInAll(Vec<Money<'n>>),
    /// How many consultants are there over time?
    Consultants(Vec<Consultants<'n>>),
    /// Why did the target change? The target before, then the one after.
    TargetChanged(Pair<(&'n Document, Reach, Denominator)>),
    /// Who evaluates, and where is the comparison with the normal effort? The evaluation, then the comparison.
    Evaluation(&'n Document, &'n FollowUp, &'n FollowUp),
    /// Which edition was granted? For each effort the editions whose amounts are those that were granted.
    Editions(Vec<EditionsOf<'n>>),
    /// How much dearer have posts become from one price level to the next? The kinds by administration, those that rose least first.
    DearerPosts(Pair<(Note<'n>, Year)>, Vec<(Administration, Vec<(&'n Names, Decimal)>)>),
    /// When did the consultants move to another steering area? The areas in the oldest note, then in the first that differs.
    OtherArea(Pair<(&'n Document, Vec<Area>)>),
    /// How thin is the payback that a note promises?
    Claim(Claim<'n>),
    /// Is the saving money or time?
    TimeSaved(&'n Document, &'n Remark),
    /// Do the amounts include overhead? The documents that say so, and the number of all documents.
    Overhead(Vec<&'n Document>, usize),
    /// Are the granted amounts adjusted to prices?
    Indexed(Indexed<'n>),
    /// Are the savings before or after the state's reimbursement?
    Reimbursement,
}

/// A result beside the target that held.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetMet<'n> {
    /// The name of the effort.
    pub effort: &'n Names,
    /// How many reached it.
    pub reached: Reach,
    /// How many were to.
    pub target: Reach,
    /// Whether both are measured alike.
    pub is_alike: bool,
    /// What counts in the result but not in the target.
    pub also_counts: Option<&'n Names>,
    /// The note that says itself that the target was missed.
    pub said_missed: Option<&'n Document>,
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
    /// The year of the key figures.
    pub year: Year,
    /// How much less it costs over all years.
    pub in_all: Thousands,
    /// How many full-time posts fewer it has.
    pub posts: Decimal,
    /// The document's reason, and the administrations that have the posts; `None` where it gives none.
    pub reason: Option<(&'n Remark, Vec<Administration>)>,
}

/// What the editions of a note proposed for an effort in its first year, beside what was granted for that year.
#[derive(Debug, Clone, PartialEq)]
pub struct EditionsOf<'n> {
    /// The name of the effort.
    pub effort: &'n Names,
    /// What was granted.
    pub granted: Thousands,
    /// What each edition proposed.
    pub proposed: Vec<(&'n Document, Thousands)>,
    /// The editions whose proposals for all years are what was granted.
    pub fitting: Vec<&'n Document>,
}

/// Appropriations that are labelled as being in each year's own prices. Each counts once, however many documents list it.
#[derive(Debug, Clone, PartialEq)]
pub struct Indexed<'n> {
    /// Those over several years.
    pub several: usize,
    /// Those of them that are the same amount in every year, in every document.
    pub level: usize,
    /// Those over several years for which a note proposed the effort in fixed prices.
    pub proposed: usize,
    /// Those of them that are another amount than any edition proposed: the effort, the proposal nearest to it, and the grant.
    pub moved: Vec<(&'n Names, Thousands, Thousands)>,
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
    /// The proposal of that year.
    pub cost: Thousands,
    /// The proposal of that year minus the grant of the last year before it. Each is in its own prices.
    pub more: Thousands,
}

/// Until when money is asked for an effort.
#[derive(Debug, Clone, PartialEq)]
pub struct AskedUntil<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The position of the effort in it.
    pub effort: usize,
    /// The last year for which money is asked.
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

/// Who pays and who saves in a note, over all years of its table.
#[derive(Debug, Clone, PartialEq)]
pub struct WhoPays<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The first and the last year of its table.
    pub years: (Year, Year),
    /// What comes back for each krone of the city's costs.
    pub total: Decimal,
    /// What comes back for each krone on service alone; `None` where service has no costs.
    pub service: Option<Decimal>,
    /// What each committee pays and saves.
    pub committees: Vec<Sides>,
}

/// What is paid and saved in a perspective.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sides {
    /// Whose money it is.
    pub perspective: Perspective,
    /// What is paid.
    pub costs: Thousands,
    /// What is saved. It is positive.
    pub savings: Thousands,
    /// What comes back for each krone of the costs; `None` where there are none.
    pub returned: Option<Decimal>,
}

/// The payback that a note promises, and its limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The promised payback, in years.
    pub years: u32,
    /// What is left over at the end of the payback year.
    pub margin: Margin,
    /// The costs of all years of the table.
    pub all_costs: Thousands,
    /// The values of a driver with which the promise holds, the rest as in the note.
    pub limits: Vec<(DriverIx, BreakEven)>,
    /// The highest rate with which the promise holds, a share of 1 a year.
    pub rate: Decimal,
}

impl Reply<'_> {
    /// Who asks the question.
    #[must_use]
    pub const fn asker(&self) -> Asker {
        match self {
            Self::TargetsMet(..)
            | Self::CheaperScenario(_)
            | Self::Unchanged(_)
            | Self::WhoPays(_)
            | Self::AfterwardsNotSaid(_) => Asker::Politician,
            Self::MoneyInAll(_)
            | Self::Consultants(_)
            | Self::TargetChanged(_)
            | Self::Evaluation(..)
            | Self::Editions(_) => Asker::Journalist,
            Self::DearerPosts(..)
            | Self::OtherArea(_)
            | Self::Claim(_)
            | Self::TimeSaved(..)
            | Self::Overhead(..)
            | Self::Indexed(_)
            | Self::Reimbursement => Asker::Controller,
        }
    }
}

/// Every question, with its answer. A question about which the notes have nothing to compare is left out.
///
/// ```
/// use engine::notes::Library;
/// use engine::questions::{Reply, replies};
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
    let documents = library.published();
    let (aims, bands) = (aims(documents), bands(documents));
    let newest = documents.iter().map(|document| document.budget).max().unwrap_or_default();
    let all = [
        targets::targets_met(library, &aims),
        money::cheaper_scenario(documents),
        money::unchanged(documents, &bands, newest),
        savings::who_pays(library),
        money::asked_until(documents, newest),
        money::money_in_all(documents, &bands, newest),
        posts::consultants(documents),
        targets::target_changed(&aims),
        targets::evaluation(&aims),
        money::editions(documents, &bands),
        posts::dearer_posts(documents),
        content::other_area(documents),
        savings::claim(library),
        content::time_saved(documents),
        content::overhead(documents),
        money::indexed(documents, &bands),
        Some(Reply::Reimbursement),
    ];
    all.into_iter().flatten().collect()
}
