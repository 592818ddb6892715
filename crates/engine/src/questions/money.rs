//! Questions about amounts: what is proposed, what was granted, and how the two differ.

use super::{AskedUntil, CheaperScenario, EditionsOf, Indexed, Money, Reply, Unchanged};
use crate::compare::Pair;
use crate::computed::Computed;
use crate::timeline::{Band, granted_rows};
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Administration, Document, Effort, Note, Remark, RemarkKind, Row, Series, Table, Variant, Year};
use model::ordered::{by_key, each_once};
use model::scenario::Scenario;

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
        reason: reason(cheaper.note()),
    }))
}

/// Why a note has fewer posts, in its own words: the reason that it gives for one of its own rows.
fn reason(note: Note<'_>) -> Option<(&Remark, Vec<Administration>)> {
    note.document.remarks.iter().filter(|remark| remark.kind == RemarkKind::Reason).find_map(|remark| {
        let lines: Vec<usize> = rows_of(note, remark).flat_map(|row| row.lines.iter().copied()).collect();
        let lines = lines.iter().filter_map(|line| note.variant.lines.get(*line));
        let administrations = each_once(lines.flat_map(|line| line.administrations.iter().copied()));
        (!administrations.is_empty()).then_some((remark, administrations))
    })
}

/// The rows of a note's own tables that a remark is about.
fn rows_of<'n>(note: Note<'n>, remark: &'n Remark) -> impl Iterator<Item = &'n Row> {
    let rows = remark.rows.iter().filter_map(move |row| note.document.row(*row));
    let is_own = move |table: &Table| {
        note.document.variants.get(table.variant).is_some_and(|variant| variant.id == note.variant.id)
    };
    rows.filter(move |(table, _)| is_own(table)).map(|(_, row)| row)
}

fn costs(computed: &Computed<'_>) -> Thousands {
    computed.outcome.view(Perspective::Total).map(|view| view.costs.iter().copied().sum()).unwrap_or_default()
}

pub(super) fn unchanged<'n>(documents: &'n [Document], bands: &[Band<'n>], newest: Year) -> Option<Reply<'n>> {
    let mut all: Vec<Unchanged<'n>> = Vec::new();
    for computed in baselines(documents, newest) {
        let note = computed.note();
        for (position, effort) in note.variant.efforts.iter().enumerate() {
            // A document may call a part of an effort unchanged, or an effort in one of its scenarios.
            let lines = note.variant.lines.iter().enumerate();
            let costs = lines.filter(|(_, line)| line.effort == position && line.side.is_of_costs());
            let all_lines: Vec<usize> = costs.map(|(line, _)| line).collect();
            let says = |remark: &Remark| {
                let covered: Vec<usize> = rows_of(note, remark).flat_map(|row| row.lines.iter().copied()).collect();
                remark.kind == RemarkKind::Unchanged
                    && remark.effort.as_deref() == Some(effort.id.as_str())
                    && all_lines.iter().all(|line| covered.contains(line))
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

pub(super) fn asked_until(documents: &[Document], newest: Year) -> Option<Reply<'_>> {
    let mut all: Vec<AskedUntil<'_>> = Vec::new();
    for computed in baselines(documents, newest) {
        let note = computed.note();
        for (position, (effort, outcome)) in note.variant.efforts.iter().zip(&computed.outcome.efforts).enumerate() {
            let last = outcome.stops.saturating_sub(1);
            // Scenarios of a document ask for the same effort.
            let is_known = |known: &AskedUntil<'_>| {
                let is_same = |other: &Effort| other.id == effort.id;
                known.last == last && known.note.variant.efforts.get(known.effort).is_some_and(is_same)
            };
            if !all.iter().any(is_known) {
                all.push(AskedUntil { note, effort: position, last });
            }
        }
    }
    let all = by_key(all, |one| one.last);
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
        let amount_in = |amounts: &[(Year, Thousands)], year| amounts.iter().find(|(of, _)| *of == year).map(|it| it.1);
        let proposal_of = |document: &&'n Document| {
            let is_own = |id: &str| document.variants.iter().any(|variant| variant.id == id);
            let proposal = band.proposals.iter().find(|proposal| is_own(&proposal.variant))?;
            Some((*document, amount_in(&proposal.amounts, document.budget)?))
        };
        Some(EditionsOf {
            effort: &note.variant.efforts.get(effort)?.name,
            granted: amount_in(&band.granted, editions.first()?.budget)?,
            proposed: editions.iter().filter_map(proposal_of).collect(),
            fitting: editions.iter().copied().filter(|document| fits(band, document)).collect(),
        })
    });
    (editions.len() > 1).then(|| Reply::Editions(all.collect()))
}

pub(super) fn indexed<'n>(documents: &'n [Document], bands: &[Band<'n>]) -> Option<Reply<'n>> {
    let tables = documents.iter().rev().flat_map(|document| &document.tables);
    let labelled = tables.filter(|table| table.current_prices.is_some()).flat_map(|table| &table.rows);
    let mut grants: Vec<(&Series, Vec<Thousands>, bool)> = Vec::new();
    for row in labelled {
        let cells: Vec<Thousands> = row.cells.iter().flatten().copied().collect();
        let Some(series) = row.series.as_ref().filter(|_| cells.len() > 1) else { continue };
        let is_level = cells.iter().all(|cell| Some(cell) == cells.first());
        match grants.iter_mut().find(|(known, ..)| *known == series) {
            Some((.., known)) => *known = *known && is_level,
            None => grants.push((series, cells, is_level)),
        }
    }
    let proposals_for = |series: &Series| -> Vec<&Vec<(Year, Thousands)>> {
        let of_budget = |variant: &str| {
            documents.iter().any(|document| {
                Some(document.budget) == series.budget() && document.variants.iter().any(|known| known.id == variant)
            })
        };
        let band = bands.iter().find(|band| band.key == series.effort());
        let proposals = band.into_iter().flat_map(|band| &band.proposals);
        proposals.filter(|proposal| of_budget(&proposal.variant)).map(|proposal| &proposal.amounts).collect()
    };
    let (mut proposed, mut moved) = (0_usize, Vec::new());
    for (series, cells, _) in &grants {
        let proposals = proposals_for(series);
        let firsts = || proposals.iter().filter_map(|amounts| amounts.first().map(|(_, amount)| *amount));
        let is_it = |amounts: &[(Year, Thousands)]| amounts.iter().map(|(_, amount)| *amount).eq(cells.iter().copied());
        proposed = proposed.saturating_add(usize::from(!proposals.is_empty()));
        if proposals.is_empty() || proposals.iter().any(|amounts| is_it(amounts)) {
            continue;
        }
        let band = bands.iter().find(|band| band.key == series.effort());
        let effort = band.and_then(|band| band.newest.0.variant.efforts.get(band.newest.1));
        let Some(granted) = cells.first().copied() else { continue };
        let by_distance = by_key(firsts(), |amount| amount.minus(granted).decimal().abs());
        if let (Some(effort), Some(nearest)) = (effort, by_distance.first()) {
            moved.push((&effort.name, *nearest, granted));
        }
    }
    let level = grants.iter().filter(|(.., is_level)| *is_level).count();
    (!grants.is_empty()).then_some(Reply::Indexed(Indexed { several: grants.len(), level, proposed, moved }))
}
