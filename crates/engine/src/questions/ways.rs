//! How an answer's numbers came about, and the ways from it into the calculator.

use rust_decimal::Decimal;

use super::{Claim, Money, Reply, Sides, TargetMet, Unchanged, WhoPays};
use crate::compare::Pair;
use crate::explain::{Ask, Flow};
use crate::payback::Convention;
use crate::sensitivity::BreakEven;
use model::evaluate::Perspective;
use model::note::{Document, DriverIx, Note, RowRef};

/// The way from an answer into the calculator.
#[derive(Debug, Clone, PartialEq)]
pub enum Way<'n> {
    /// A number of a note's baseline, with its explanation open.
    Number(Note<'n>, Ask),
    /// A note with a driver at another value.
    Set(Note<'n>, DriverIx, Decimal),
    /// Two notes side by side.
    Compare(Pair<Note<'n>>),
    /// The difference of a number between two notes, with its explanation open.
    Apart(Pair<Note<'n>>, Ask),
    /// The baseline of a note.
    Note(Note<'n>),
}

impl<'n> TargetMet<'n> {
    /// The way to the effort with the share that was measured.
    fn way(&self) -> Option<Way<'n>> {
        let (note, ix) = self.driver?;
        Some(Way::Set(note, ix, self.reached.share()?))
    }
}

impl<'n> Reply<'n> {
    /// The ways from the answer into the calculator.
    #[must_use]
    pub fn ways(&self) -> Vec<Way<'n>> {
        match self {
            Self::TargetsMet(results, _) => results.iter().filter_map(TargetMet::way).collect(),
            Self::CheaperScenario(cheaper) => vec![Way::Compare(cheaper.notes)],
            Self::Unchanged(all) => {
                all.iter().map(|one| Way::Number(one.note, Ask::EffortCost(one.effort, one.year))).collect()
            }
            Self::AfterwardsNotSaid(all) => {
                all.iter().map(|one| Way::Number(one.note, Ask::EffortCost(one.effort, one.last))).collect()
            }
            Self::WhoPays(it) => {
                let committees = it.committees.iter().map(|sides| sides.perspective);
                let perspectives = [Perspective::Total].into_iter().chain(committees);
                perspectives.map(|perspective| Way::Number(it.note, Ask::Returned(perspective))).collect()
            }
            Self::Claim(_) => self.numbers().into_iter().flatten().collect(),
            Self::MoneyInAll(all) => {
                let mut notes: Vec<Note<'n>> = Vec::new();
                for (note, _) in all.iter().flat_map(|money| &money.asked) {
                    if !notes.contains(note) {
                        notes.push(*note);
                    }
                }
                notes.into_iter().map(Way::Note).collect()
            }
            Self::Consultants(all) => {
                all.iter().map(|one| Way::Number(one.note, Ask::Posts(Some(one.effort)))).collect()
            }
            Self::TimeSaved(document, remark) => {
                let of_row = |row: &RowRef| document.tables.get(row.table)?.rows.get(row.row);
                let line = remark.rows.iter().filter_map(of_row).find_map(|row| row.lines.first().copied());
                document
                    .notes()
                    .next()
                    .zip(line)
                    .map(|(note, line)| Way::Number(note, Ask::Line(line, None)))
                    .into_iter()
                    .collect()
            }
            Self::TargetChanged(pair) => side_by_side(pair.left.0, pair.right.0),
            Self::OtherArea(pair) => side_by_side(pair.left.0, pair.right.0),
            Self::Editions(efforts) => {
                let editions = efforts.first().map(|effort| effort.proposed.as_slice()).unwrap_or_default();
                match editions {
                    [(first, _), (second, _), ..] => side_by_side(first, second),
                    _ => Vec::new(),
                }
            }
            Self::DearerPosts(notes, _) => vec![Way::Compare(Pair { left: notes.left.0, right: notes.right.0 })],
            Self::Evaluation(document, ..) => document.notes().take(1).map(Way::Note).collect(),
            Self::Overhead(documents, _) => documents.iter().flat_map(|it| it.notes()).map(Way::Note).collect(),
            Self::Indexed(_) | Self::Reimbursement => Vec::new(),
        }
    }

    /// The numbers that the answer emphasizes, in its order, each with the way to how it came about; `None` for one
    /// that nothing computes. Empty where the answer emphasizes words.
    #[must_use]
    pub fn numbers(&self) -> Vec<Option<Way<'n>>> {
        match self {
            Self::TargetsMet(results, _) => results.iter().map(TargetMet::way).collect(),
            Self::CheaperScenario(cheaper) => {
                let costs = |year| Ask::Flow(Flow::Costs, Perspective::Total, year);
                let asks = [costs(Some(cheaper.year)), costs(None), Ask::Posts(None)];
                asks.map(|ask| Some(Way::Apart(cheaper.notes, ask))).into()
            }
            Self::Unchanged(all) => {
                let cost = |one: &Unchanged<'n>| Some(Way::Number(one.note, Ask::EffortCost(one.effort, one.year)));
                all.iter().flat_map(|one| [None, cost(one)]).collect()
            }
            Self::MoneyInAll(all) => {
                let ways = |money: &Money<'n>| {
                    let asked = money.asked.iter().map(|(note, _)| Some(Way::Note(*note)));
                    [None].into_iter().chain(asked).collect::<Vec<_>>()
                };
                all.iter().flat_map(ways).collect()
            }
            Self::Consultants(all) => {
                all.iter().map(|one| Some(Way::Number(one.note, Ask::Posts(Some(one.effort))))).collect()
            }
            Self::WhoPays(it) => it.numbers(),
            Self::Claim(claim) => claim.numbers(),
            Self::AfterwardsNotSaid(_)
            | Self::TimeSaved(..)
            | Self::TargetChanged(_)
            | Self::Evaluation(..)
            | Self::Editions(_)
            | Self::DearerPosts(..)
            | Self::OtherArea(_)
            | Self::Overhead(..)
            | Self::Indexed(_)
            | Self::Reimbursement => Vec::new(),
        }
    }
}

/// The first variants of two documents side by side.
fn side_by_side<'n>(left: &'n Document, right: &'n Document) -> Vec<Way<'n>> {
    let notes = Pair { left: left.notes().next(), right: right.notes().next() };
    notes.both().map(Way::Compare).into_iter().collect()
}

impl<'n> WhoPays<'n> {
    fn numbers(&self) -> Vec<Option<Way<'n>>> {
        let service = self.service.map(|_| Ask::Returned(Perspective::Service));
        let of_committee = |sides: &Sides| {
            let flow = |flow| Some(Ask::Flow(flow, sides.perspective, None));
            let returned = sides.returned.map(|_| Ask::Returned(sides.perspective));
            [flow(Flow::Costs), flow(Flow::Savings), returned]
        };
        let committees = self.committees.iter().flat_map(of_committee);
        let asks = [Some(Ask::Returned(Perspective::Total)), service].into_iter().chain(committees).flatten();
        asks.map(|ask| Some(Way::Number(self.note, ask))).collect()
    }
}

impl<'n> Claim<'n> {
    fn numbers(&self) -> Vec<Option<Way<'n>>> {
        let number = |ask| Way::Number(self.note, ask);
        let end_of = self.margin.end_of;
        let is_in_table = end_of <= self.note.variant.last;
        let balance = Ask::Flow(Flow::Cumulative, Perspective::Total, Some(end_of));
        // The costs until some year within the table are no number of their own.
        let spent = (self.margin.spent == self.all_costs).then_some(Ask::Flow(Flow::Costs, Perspective::Total, None));
        let ends = |(ix, limit): &(DriverIx, BreakEven)| {
            let (note, ix) = (self.note, *ix);
            limit.ends().into_iter().map(move |end| Some(Way::Set(note, ix, end)))
        };
        let at_rate = Ask::Payback(Perspective::Total, Convention::Discounted { rate: self.rate });
        [is_in_table.then_some(balance).map(number), spent.map(number)]
            .into_iter()
            .chain(self.limits.iter().flat_map(ends))
            .chain([Some(number(at_rate))])
            .collect()
    }
}
