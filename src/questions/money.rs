//! Questions about amounts: what is proposed, what was granted, and how the two differ.

use super::{CheaperScenario, EndsEarly, Money, Reply, Unchanged};
use crate::compare::Pair;
use crate::computed::Computed;
use crate::evaluate::Perspective;
use crate::money::Thousands;
use crate::note::{Document, Note, Remark, RemarkKind, Row, Variant, Year};
use crate::ordered::by_key;
use crate::scenario::Scenario;
use crate::timeline::{Band, granted_rows};

pub(super) fn cheaper_scenario(documents: &[Document]) -> Option<Reply<'_>> {
    let document = documents.iter().rev().find(|document| document.variants.len() > 1)?;
    let computed = document.notes().filter_map(|note| Computed::of(Scenario::baseline(note)));
    let computed: Vec<Computed<'_>> = by_key(computed, costs);
    let (cheaper, other) = (computed.first()?, computed.get(1)?);
    Some(Reply::CheaperScenario(CheaperScenario {
        notes: Pair { left: cheaper.note(), right: other.note() },
        a_year: other.figures.cost.minus(cheaper.figures.cost),
        year: other.figures.year,
        in_all: costs(other).minus(costs(cheaper)),
        posts: other.figures.posts.checked_sub(cheaper.figures.posts)?,
    }))
}

fn costs(computed: &Computed<'_>) -> Thousands {
    computed.outcome.view(Perspective::Total).map(|view| view.costs.iter().copied().sum()).unwrap_or_default()
}

pub(super) fn unchanged<'n>(documents: &'n [Document], bands: &[Band<'n>], newest: Year) -> Option<Reply<'n>> {
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
                all.push(Unchanged { note, effort: position, year: effort.start, cost, more: cost.minus(*before) });
            }
        }
    }
    (!all.is_empty()).then_some(Reply::Unchanged(all))
}

/// The notes of a budget, each with its baseline.
fn baselines(documents: &[Document], budget: Year) -> impl Iterator<Item = Computed<'_>> {
    let of_budget = documents.iter().filter(move |document| document.budget == budget);
    of_budget.flat_map(Document::notes).filter_map(|note| Computed::of(Scenario::baseline(note)))
}

fn cost_in(computed: &Computed<'_>, effort: usize, year: Year) -> Option<Thousands> {
    let column = computed.outcome.years.iter().position(|shown| *shown == year)?;
    computed.outcome.efforts.get(effort)?.costs.get(column).copied()
}

pub(super) fn ends_early(documents: &[Document], newest: Year) -> Option<Reply<'_>> {
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

pub(super) fn money_in_all<'n>(documents: &'n [Document], bands: &[Band<'n>], newest: Year) -> Option<Reply<'n>> {
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

pub(super) fn editions<'n>(documents: &'n [Document], bands: &[Band<'n>]) -> Option<Reply<'n>> {
    let has_editions = |document: &&Document| document.edition_of.is_some();
    let editions: Vec<&'n Document> = documents.iter().filter(has_editions).collect();
    let fits = |band: &Band<'n>, document: &Document| {
        let of_document = |id: &str| document.variants.iter().any(|variant| variant.id == id);
        let mut proposals = band.proposals.iter().filter(|proposal| of_document(&proposal.variant));
        proposals.any(|proposal| proposal.amounts.iter().all(|amount| band.granted.contains(amount)))
    };
    let proposed = |band: &&Band<'n>| {
        editions.iter().all(|document| {
            let effort = |variant: &Variant| variant.efforts.iter().any(|effort| effort.id == band.key);
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

pub(super) fn indexed(documents: &[Document]) -> Option<Reply<'_>> {
    let rows = documents.iter().flat_map(|document| &document.tables).flat_map(|table| &table.rows);
    let amounts = |row: &Row| row.cells.iter().flatten().copied().collect::<Vec<_>>();
    let several: Vec<Vec<Thousands>> =
        rows.filter(|row| row.series.is_some()).map(amounts).filter(|cells| cells.len() > 1).collect();
    let is_level = |cells: &&Vec<Thousands>| cells.iter().all(|cell| Some(cell) == cells.first());
    (!several.is_empty()).then(|| Reply::Indexed(several.len(), several.iter().filter(is_level).count()))
}
