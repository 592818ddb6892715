//! What the front says of each effort: what it costs as it is proposed now, its target and its result; and more of the effort that
//! costs most.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::aims::{Aim, aims};
use crate::figures::{EffortFigures, effort_figures};
use crate::notes::Library;
use crate::timeline::bands;
use model::evaluate::{Perspective, evaluate};
use model::money::Thousands;
use model::note::{Denominator, DriverIx, Effort, Note, Reach, Year};
use model::ordered::by_key;
use model::scenario::Scenario;

/// An effort in the newest note about it.
#[derive(Debug, Clone, PartialEq)]
pub struct EffortInShort<'n> {
    /// The note, the last one where its document has several scenarios.
    pub note: Note<'n>,
    /// The position of the effort in it.
    pub index: usize,
    /// The effort.
    pub effort: &'n Effort,
    /// The year that the cost is of, the last one of the effort.
    pub year: Year,
    /// The costs of that year.
    pub cost: Thousands,
    /// Whether the effort costs something in that year alone.
    pub is_of_one_year: bool,
    /// The costs per place, in 1.000 kr.; `None` where the note names no citizens.
    pub per_place: Option<Decimal>,
    /// Its aim, through all notes; `None` where none is stated. The one with a result comes before others.
    pub aim: Option<Aim<'n>>,
}

/// What the front shows of the effort that costs most.
#[derive(Debug, Clone, PartialEq)]
pub struct Lead<'n> {
    /// The effort.
    pub effort: EffortInShort<'n>,
    /// The places at a time.
    pub places: Decimal,
    /// The places of each consultant.
    pub caseload: Decimal,
    /// The consultants.
    pub consultants: Decimal,
    /// The costs per place, in 1.000 kr.
    pub per_place: Decimal,
    /// The driver with the share in a job or education.
    pub share: DriverIx,
    /// Whom it is a share of.
    pub of: Denominator,
}

impl EffortInShort<'_> {
    /// The perspective that shows this effort alone.
    #[must_use]
    pub fn perspective(&self) -> Perspective {
        Perspective::of_effort(self.note.variant, &self.effort.id)
    }

    /// The newest target; `None` where there is none.
    #[must_use]
    pub fn target(&self) -> Option<Reach> {
        Some(self.aim.as_ref()?.promises.last()?.target.reach)
    }

    /// The newest result, with the target that held then and whether both are measured alike; `None`
    /// where none was.
    #[must_use]
    pub fn result(&self) -> Option<(Reach, Reach, bool)> {
        let aim = self.aim.as_ref()?;
        let report = aim.reports.last()?;
        Some((report.reach, aim.promise_of(report)?.target.reach, aim.apart(report).is_none()))
    }
}

/// Every effort, the one that costs most first.
///
/// ```
/// use engine::front::efforts;
/// use engine::notes::Library;
///
/// let library = Library::embedded().unwrap();
/// let efforts = efforts(&library);
/// assert_eq!((efforts[0].effort.id.as_str(), efforts[0].cost.get()), ("ips", 7_881));
/// ```
#[must_use]
pub fn efforts<'n>(library: &'n Library) -> Vec<EffortInShort<'n>> {
    // Aims of one effort keep their order otherwise.
    let aims = by_key(aims(library.published()), |aim| aim.reports.is_empty());
    let in_short = |(note, index): (Note<'n>, usize)| {
        let effort = note.variant.efforts.get(index)?;
        let outcome = evaluate(&Scenario::baseline(note)).ok()?;
        let EffortFigures { year, cost, cost_per_citizen, .. } = effort_figures(note, &outcome, index)?;
        let aim = aims.iter().find(|aim| aim.effort.id == effort.id).cloned();
        let costs = &outcome.efforts.get(index)?.costs;
        let is_of_one_year = costs.iter().filter(|cost| **cost != Thousands::ZERO).count() == 1;
        Some(EffortInShort { note, index, effort, year, cost, is_of_one_year, per_place: cost_per_citizen, aim })
    };
    by_key(bands(library.published()).into_iter().filter_map(|band| in_short(band.newest)), |effort| {
        Reverse(effort.cost)
    })
}

/// More of an effort; `None` where its note does not say how many places it has, how many a consultant has, or what share reaches a
/// job.
#[must_use]
pub fn lead<'n>(effort: &EffortInShort<'n>) -> Option<Lead<'n>> {
    let value = |ix: DriverIx| Some(effort.note.variant.driver(ix)?.value);
    let (places, caseload) = (value(effort.effort.citizens?)?, value(effort.effort.caseload?)?);
    Some(Lead {
        places,
        caseload,
        consultants: places.checked_div(caseload)?,
        per_place: effort.per_place?,
        share: effort.effort.effect?.full,
        of: effort.note.share_is_of(effort.index)?,
        effort: effort.clone(),
    })
}
