//! What the first of two scenarios has more or less of than the second, and what their notes say of that.

use super::{Comparison, DriverPair, Pair};
use model::money::Thousands;
use model::note::{Driver, Remark, RemarkKind, RowRef, Unit};
use model::scenario::Scenario;
use rust_decimal::Decimal;

/// What a scenario has more or less of than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Traded<'n> {
    /// The costs of all years. Less is a gain.
    Costs {
        /// The first minus the second.
        apart: Thousands,
    },
    /// The savings of all years.
    Savings {
        /// The first minus the second.
        apart: Thousands,
    },
    /// Posts or places: a driver that both have. More is a gain.
    Driver {
        /// The driver of the first note.
        driver: &'n Driver,
        /// The values of both.
        values: Pair<Decimal>,
    },
}

/// What the first scenario gains and loses against the second.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trade<'n> {
    /// What it has that the other has not, or costs less.
    pub gained: Vec<Traded<'n>>,
    /// What it has not, or costs more.
    pub lost: Vec<Traded<'n>>,
}

impl<'n> Comparison<'n> {
    /// What the first scenario gains and loses against the second; nothing where their notes do not have the same efforts. What
    /// cannot be counted as better or worse, such as an amount for a single post, is in neither, nor are savings that only one of
    /// them is lent.
    #[must_use]
    pub fn trade(&self) -> Trade<'n> {
        let mut trade = Trade::default();
        if self.efforts.is_some() {
            return trade;
        }
        let apart = |amounts: &super::Amounts| amounts.apart.as_ref().map(|apart| apart.in_all);
        let costs = apart(&self.costs).filter(|apart| *apart != Thousands::ZERO);
        if let Some(costs) = costs {
            let traded = Traded::Costs { apart: costs };
            if costs < Thousands::ZERO { trade.gained.push(traded) } else { trade.lost.push(traded) }
        }
        // Savings that one of the two is lent are the reader's "what if", and no advantage of the scenario.
        let is_lent_alike = self.scenarios.left.note().variant.lender() == self.scenarios.right.note().variant.lender();
        let savings = apart(&self.savings).filter(|apart| is_lent_alike && *apart != Thousands::ZERO);
        if let Some(savings) = savings {
            let traded = Traded::Savings { apart: savings };
            // Savings are negative amounts.
            if savings < Thousands::ZERO { trade.gained.push(traded) } else { trade.lost.push(traded) }
        }
        for pair in &self.drivers {
            let Some((driver, values)) = of_people_or_posts(pair) else { continue };
            let traded = Traded::Driver { driver, values };
            if values.left > values.right { trade.gained.push(traded) } else { trade.lost.push(traded) }
        }
        trade
    }

    /// What each note says of why its rows differ from those of the other, of what changes and of what stays; nothing where both are
    /// the same note.
    #[must_use]
    pub fn said(&self) -> Pair<Vec<&'n Remark>> {
        if self.is_of_one_note() {
            return Pair::default();
        }
        let differing = self.rows.iter().filter(|row| row.differs());
        let rows = differing.fold(Pair::<Vec<RowRef>>::default(), |mut rows, row| {
            rows.left.extend(row.lines.left.iter().filter_map(|line| line.row));
            rows.right.extend(row.lines.right.iter().filter_map(|line| line.row));
            rows
        });
        Pair { left: said(&self.scenarios.left, &rows.left), right: said(&self.scenarios.right, &rows.right) }
    }
}

/// What the document of a scenario says of these rows, or of what they add up to.
fn said<'n>(scenario: &Scenario<'n>, rows: &[RowRef]) -> Vec<&'n Remark> {
    let document = scenario.note().document;
    let adds_up = |sum: &RowRef, row: &RowRef| {
        let rows = document.tables.get(sum.table).map(|table| &table.rows);
        let parts = rows.and_then(|rows| rows.get(sum.row)).map(|sum| &sum.parts);
        sum.table == row.table && parts.is_some_and(|parts| parts.contains(&row.row))
    };
    let is_about = |row: &RowRef| rows.iter().any(|own| own == row || adds_up(row, own));
    let says_why =
        |remark: &Remark| matches!(remark.kind, RemarkKind::Reason | RemarkKind::Change | RemarkKind::Unchanged);
    document.remarks.iter().filter(|remark| says_why(remark) && remark.rows.iter().any(is_about)).collect()
}

/// A driver of posts or people with its two values; `None` for any other.
fn of_people_or_posts<'n>(pair: &DriverPair<'n>) -> Option<(&'n Driver, Pair<Decimal>)> {
    let Pair { left: (driver, left), right: (_, right) } = pair.values.both()?;
    let differs = left != right;
    (differs && matches!(driver.unit, Unit::Citizens | Unit::Posts)).then_some((driver, Pair { left, right }))
}
