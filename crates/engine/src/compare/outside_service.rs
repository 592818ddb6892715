//! Costs that one note counts outside service, while another note has the same row as service.

use rust_decimal::Decimal;

use super::Pair;
use crate::computed::Computed;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Area, Line, Note};

/// Costs outside the steering area service that another note has as service. Answers on service alone leave them out in the
/// one and count them in the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutsideService<'n> {
    /// The lines, in the order of the note.
    pub lines: Vec<&'n Line>,
    /// What they cost over all years, as a share of all costs of the calculation.
    pub share: Decimal,
}

/// The costs of this calculation that are outside service while the other note has the same row, or a row for the same
/// posts at another place, as service alone. `None` if there are none.
///
/// ```
/// use engine::compare::outside_service;
/// use engine::computed::Computed;
/// use engine::notes::Library;
/// use model::scenario::Scenario;
///
/// let library = Library::embedded().unwrap();
/// let [business_case, bi07] = ["ips-2018", "bi07-2022-b"].map(|id| library.find(id).unwrap());
/// let outside = outside_service(&Computed::of(Scenario::baseline(business_case)).unwrap(), bi07).unwrap();
/// // 8.920 of 19.416: the team of consultants, which is service in the later notes.
/// assert_eq!(outside.share.round_dp(2).to_string(), "0.46");
/// assert_eq!(outside_service(&Computed::of(Scenario::baseline(bi07)).unwrap(), business_case), None);
/// ```
#[must_use]
pub fn outside_service<'n>(computed: &Computed<'n>, other: Note<'_>) -> Option<OutsideService<'n>> {
    let is_service_there = |key: &str| {
        let is_alike = |line: &&Line| line.same_row.as_deref().map(pays_for) == Some(pays_for(key));
        let mut same = other.variant.lines.iter().filter(is_alike).peekable();
        same.peek().is_some() && same.all(|line| line.area == Area::Service)
    };
    let is_outside = |line: &Line| {
        line.side.is_of_costs() && line.area != Area::Service && line.same_row.as_deref().is_some_and(is_service_there)
    };
    let lines = computed.note().variant.lines.iter().zip(&computed.outcome.lines);
    let (lines, costs): (Vec<&Line>, Vec<Thousands>) =
        lines.filter(|(line, _)| is_outside(line)).map(|(line, outcome)| (line, outcome.total())).unzip();
    let all: Thousands = computed.outcome.view(Perspective::Total)?.costs.iter().copied().sum();
    let share = costs.into_iter().sum::<Thousands>().decimal().checked_div(all.decimal())?;
    (!share.is_zero()).then_some(OutsideService { lines, share })
}

/// What a row pays for, wherever that is: the consultants of "ips/consultants" and "sydhavnen/consultants".
fn pays_for(same_row: &str) -> &str {
    same_row.rsplit_once('/').map_or(same_row, |(_, pays_for)| pays_for)
}

/// The same for both sides of a comparison.
pub(super) fn on_both_sides<'n>(left: &Computed<'n>, right: &Computed<'n>) -> Pair<Option<OutsideService<'n>>> {
    Pair { left: outside_service(left, right.note()), right: outside_service(right, left.note()) }
}
