//! The people of an effort, where there are few enough to be shown one by one.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::computed::Computed;
use model::evaluate::Perspective;
use model::note::Denominator;

/// The most places that are shown one by one.
const MOST: u32 = 600;

/// The places of an effort, and how many of those who have them reach a job or education.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct People {
    /// The position of the effort in the note.
    pub effort: usize,
    /// The places at any one time.
    pub places: u32,
    /// The places of one consultant, rounded down; `None` where the note does not say how many each has.
    pub per_consultant: Option<u32>,
    /// How many reach a job or education in the last year of the effort; `None` where the share is not one of everybody in it, and no
    /// borrowed savings are computed as if it were.
    pub in_job: Option<Decimal>,
    /// Whom the share is of, where it is not one of everybody in the effort; `None` also where the note gives no share.
    pub share_is_of: Option<Denominator>,
}

/// The people of the first effort of the perspective that names its citizens; `None` where there are none or too many.
#[must_use]
pub fn people(computed: &Computed<'_>, perspective: Perspective) -> Option<People> {
    let note = computed.note();
    let mut counted = computed.outcome.efforts.iter().enumerate().filter(|(index, _)| perspective.counts(*index));
    let (index, effort) = counted.find(|(_, effort)| effort.citizens.is_some())?;
    let places = effort.citizens?.to_u32().filter(|places| (1..=MOST).contains(places))?;
    let caseload = note.variant.efforts.get(index)?.caseload;
    let column = computed.outcome.years.iter().position(|year| *year == effort.stops.saturating_sub(1));
    let in_job = column.and_then(|column| effort.outcomes.get(column).copied());
    Some(People {
        effort: index,
        places,
        per_consultant: caseload.and_then(|ix| computed.scenario.value(ix)?.to_u32()).filter(|each| *each > 0),
        // Borrowed savings are computed for every place.
        in_job: in_job
            .filter(|_| note.counts_outcomes(index) || note.variant.lender().is_some() && note.variant.saves(index)),
        share_is_of: note.share_is_of(index).filter(|_| !note.counts_outcomes(index)),
    })
}
