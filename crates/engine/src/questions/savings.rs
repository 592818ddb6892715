//! Questions about the savings: whom they reach, and how much room a promised payback has.

use super::{Claim, Reply, Sides, WhoPays};
use crate::computed::Computed;
use crate::notes::Library;
use crate::payback::Convention;
use crate::sensitivity::{break_even, highest_rate, is_paid_back_within, margin};
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{DriverIx, PaybackBasis, Variant};
use model::scenario::Scenario;

/// The baselines of the notes that state savings themselves.
fn stating_savings(library: &Library) -> impl Iterator<Item = Computed<'_>> {
    let notes = library.published_notes().filter(|note| note.variant.states_savings());
    notes.filter_map(|note| Computed::of(Scenario::baseline(note)))
}

pub(super) fn who_pays<'n>(library: &'n Library) -> Option<Reply<'n>> {
    let of_note = |computed: Computed<'n>| {
        let sum = |cells: &[Thousands]| cells.iter().copied().sum::<Thousands>();
        let sides = |perspective: Perspective| {
            let view = computed.outcome.view(perspective)?;
            let returned = computed.figures.returned(perspective).in_all;
            Some(Sides { perspective, costs: sum(&view.costs), savings: sum(&view.savings).negated(), returned })
        };
        let committees = computed.note().variant.committees().into_iter().map(Perspective::Committee);
        Some(WhoPays {
            note: computed.note(),
            years: computed.figures.net_years,
            total: computed.figures.returned(Perspective::Total).in_all?,
            service: computed.figures.returned(Perspective::Service).in_all,
            committees: committees.filter_map(sides).collect(),
        })
    };
    stating_savings(library).find_map(of_note).map(Reply::WhoPays)
}

pub(super) fn claim<'n>(library: &'n Library) -> Option<Reply<'n>> {
    let of_note = |computed: Computed<'n>| {
        let variant = computed.note().variant;
        let printed = variant.printed_paybacks.iter().find(|printed| printed.basis == PaybackBasis::Total)?;
        let years = u32::from(printed.payback);
        let payback = computed.payback(Perspective::Total, Convention::FirstYear);
        let view = computed.outcome.view(Perspective::Total)?;
        let limit = |ix: DriverIx| Some((ix, break_even(&computed.scenario, ix, Perspective::Total, years).ok()?));
        is_paid_back_within(payback, years).then_some(())?;
        Some(Claim {
            note: computed.note(),
            years,
            margin: margin(view, variant.first, payback)?,
            all_costs: view.costs.iter().copied().sum(),
            limits: tested(variant).into_iter().filter_map(limit).collect(),
            rate: highest_rate(view, variant.first, years)?,
        })
    };
    stating_savings(library).find_map(of_note).map(Reply::Claim)
}

/// The drivers of the claim that readers ask about: the shares in a job and the caseloads of the efforts, and the share who would
/// have found a job anyway. Each is listed once.
fn tested(variant: &Variant) -> Vec<DriverIx> {
    let shares = variant.efforts.iter().filter_map(|effort| Some(effort.effect?.full));
    let caseloads = variant.efforts.iter().filter_map(|effort| effort.caseload);
    let anyway = variant.lines.iter().filter_map(|line| line.formula.adjustment).map(|adjustment| adjustment.anyway);
    let mut tested: Vec<DriverIx> = Vec::new();
    for ix in shares.chain(caseloads).chain(anyway) {
        if !tested.contains(&ix) {
            tested.push(ix);
        }
    }
    tested
}
