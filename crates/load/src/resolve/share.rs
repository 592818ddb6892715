//! A line that is a share of others: which lines those are, and what limits it.

use super::Context;
use super::driver::Drivers;
use crate::file::RuleFile;
use crate::items::Ids;
use crate::report::At;
use model::fault::{Fault, Part, ShareFault};
use model::note::{DriverIx, Effort, Formula, Limit, Line, Quantity, Schedule, Unit};

/// The lines that stand above one, of which it may be a share.
pub(super) struct Above<'a, 'i> {
    /// The ids of all lines of the variant.
    pub(super) ids: &'a Ids<'i>,
    /// Those that stand above; `None` for one with a fault.
    pub(super) lines: &'a [Option<Line>],
}

/// A line that is a share of others, as its faults are reported.
pub(super) struct Share<'s> {
    pub(super) context: &'s Context<'s>,
    /// The rule.
    pub(super) at: At<'s>,
    pub(super) above: &'s Above<'s, 's>,
    pub(super) effort: Option<&'s Effort>,
    pub(super) effort_index: Option<usize>,
}

impl Share<'_> {
    /// The formula with the lines that it is a share of, and with its limit. A formula that is no share stays as it is.
    pub(super) fn complete(&self, formula: Option<Formula>, rule: &RuleFile, drivers: &Drivers<'_>) -> Option<Formula> {
        let RuleFile::ShareOf { lines, limit, .. } = rule else { return formula };
        let Some(lines) = self.lines(lines) else {
            // Which driver is the limit is said whatever it is the limit of.
            let _limit =
                limit.as_ref().and_then(|id| drivers.ids.find(self.at.field("limit"), id, self.context.report));
            return None;
        };
        let limit = match limit {
            None => None,
            Some(id) => Some(self.limit(id, &lines, drivers)?),
        };
        Some(Formula { quantity: Quantity::Lines(lines), limit, ..formula? })
    }

    fn fault(&self, at: At<'_>, fault: ShareFault) {
        self.context.report.problem(at, Fault::Share(fault));
    }

    /// The positions of the lines with these ids. One that is a share itself may only be one of lines that are none: the refund of
    /// wages and of the overhead on them.
    fn lines(&self, ids: &[String]) -> Option<Vec<usize>> {
        let before = self.context.report.count();
        let list = self.at.field("lines");
        let mut positions: Vec<usize> = Vec::new();
        for (index, id) in ids.iter().enumerate() {
            let at = list.nth(index);
            let Some(position) = self.above.ids.find(at, id, self.context.report) else { continue };
            if positions.contains(&position) {
                self.fault(at, ShareFault::Twice(id.clone()));
                continue;
            }
            let Some(line) = self.above.lines.get(position) else {
                self.fault(at, ShareFault::NotAbove(id.clone()));
                continue;
            };
            if self.effort_index.is_some() && line.as_ref().is_some_and(|line| Some(line.effort) != self.effort_index) {
                self.fault(at, ShareFault::OtherEffort(id.clone()));
            }
            positions.push(position);
        }
        if ids.is_empty() {
            self.context.report.problem(list, Fault::Missing(Part::LinesOfShare));
        }
        // What can be said of lines with a fault of their own waits until that is mended.
        let lines: Vec<&Line> =
            positions.iter().map(|position| self.above.lines.get(*position)?.as_ref()).collect::<Option<_>>()?;
        let is_share = |position: &usize| {
            self.above
                .lines
                .get(*position)
                .and_then(Option::as_ref)
                .is_some_and(|line| !line.formula.lines().is_empty())
        };
        if lines.iter().any(|line| line.formula.lines().iter().any(is_share)) {
            self.fault(list, ShareFault::Shares);
        }
        if let Some((first, others)) = lines.split_first()
            && others.iter().any(|line| line.side != first.side)
        {
            self.fault(list, ShareFault::Sides);
        }
        (self.context.report.count() == before).then_some(positions)
    }

    /// The limit with this driver, whose unit says whether it is one of the year, for each citizen or for each post.
    fn limit(&self, id: &str, lines: &[usize], drivers: &Drivers<'_>) -> Option<Limit> {
        let at = self.at.field("limit");
        let index = drivers.ids.find(at, id, self.context.report)?;
        let unit = drivers.all.get(index)?.as_ref()?.unit;
        let (quantity, schedule) = match unit {
            Unit::AmountPerYear => (Quantity::One, Schedule::ALWAYS),
            Unit::AmountPerOutcome => {
                let citizens = self.effort?.citizens;
                if citizens.is_none() {
                    self.context.report.problem(at, Fault::Missing(Part::Citizens));
                }
                (Quantity::Citizens(citizens?), self.effort?.phase_in.clone())
            }
            Unit::CostPerPost => {
                let formulas = || lines.iter().filter_map(|line| Some(&self.above.lines.get(*line)?.as_ref()?.formula));
                let mut posts = formulas().filter_map(Formula::posts);
                match posts.next() {
                    Some(first) if posts.all(|other| other == first) => {
                        // The posts are there when they are paid for.
                        let paid = formulas().filter(|formula| formula.posts().is_some());
                        let mut schedules = paid.map(|formula| &formula.weight.schedule);
                        let schedule = schedules.next().filter(|first| schedules.all(|other| other == *first));
                        (Quantity::Posts(first), schedule.unwrap_or(&Schedule::ALWAYS).clone())
                    }
                    _ => {
                        self.fault(at, ShareFault::Posts);
                        return None;
                    }
                }
            }
            Unit::Citizens
            | Unit::CitizensPerPost
            | Unit::Posts
            | Unit::Share
            | Unit::Courses
            | Unit::AmountEach
            | Unit::Years
            | Unit::Factor
            | Unit::Increase => {
                let fault = Fault::Unit { driver: id.to_owned(), needs: Unit::AmountPerYear };
                self.context.report.problem(at, fault);
                return None;
            }
        };
        Some(Limit { quantity, amount: DriverIx(index), increase: None, schedule })
    }
}
