//! Two scenarios side by side: what differs between them, and by how much.
//!
//! Drivers and lines are matched by id, in whatever notes they are. Every number is one that [`evaluate`] or
//! [`figures`] gives; a difference is always the left one minus the right one, so what the left one costs more is
//! positive.

use rust_decimal::Decimal;

use crate::answer::{Changed, Difference};
use crate::computed::Computed;
use crate::evaluate::{Outcome, Perspective, View};
use crate::explain::Quantity;
use crate::figures::Figures;
use crate::money::Thousands;
use crate::note::{Driver, Line, Side, Unit, Year};
use crate::payback::{Convention, Payback, payback};
use crate::scenario::{PostsCount, Scenario};

/// The same of both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair<T> {
    /// Of the scenario on the left: the reader's own.
    pub left: T,
    /// Of the one that it is compared with.
    pub right: T,
}

/// What two scenarios come to, and what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<'n> {
    /// What is compared.
    pub scenarios: Pair<Scenario<'n>>,
    /// Whether nothing differs at all: the same note with the same numbers.
    pub same: bool,
    /// The drivers that differ or that only one has: those of the left note in its order, then the right one's others.
    pub drivers: Vec<DriverPair<'n>>,
    /// How posts are counted.
    pub posts: Pair<PostsCount>,
    /// The key figures.
    pub figures: Pair<Figures>,
    /// What the key figures differ by.
    pub figure_differences: FigureDifferences,
    /// The years that both tables have.
    pub years: Vec<Year>,
    /// Every line, matched as the drivers are.
    pub rows: Vec<Row<'n>>,
    /// All expenses.
    pub costs: Amounts,
    /// All savings.
    pub savings: Amounts,
    /// Costs plus savings.
    pub net: Amounts,
    /// The money seen from each side that either of them has.
    pub views: Vec<ViewPair>,
}

/// A driver with its value, where the note has it.
pub type Valued<'n> = Option<(&'n Driver, Decimal)>;

/// A driver that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DriverPair<'n> {
    /// The permanent id that both have.
    pub id: &'n str,
    /// The driver in each note, with the value in force.
    pub values: Pair<Valued<'n>>,
}

/// A line of either table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'n> {
    /// The line in each note, where it has one.
    pub lines: Pair<Option<&'n Line>>,
    /// Its position in each note.
    pub places: Pair<Option<usize>>,
    /// Its money.
    pub amounts: Amounts,
}

/// The same money on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amounts {
    /// Over all years of each table; `None` where one has no such line: a note that states no savings has not saved nothing.
    pub sums: Pair<Option<Thousands>>,
    /// What the sums differ by; a line that is not there is nothing.
    pub difference: Thousands,
    /// The same for each of the years that both tables have.
    pub by_year: Vec<Thousands>,
}

/// What key figures differ by; `None` where only one side can be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureDifferences {
    /// Years to payback on the total economy, by the document's convention.
    pub total: Option<Decimal>,
    /// Years to payback on service alone.
    pub service: Option<Decimal>,
    /// Costs plus savings over all years.
    pub net: Thousands,
    /// Costs in the year that the key figures are about.
    pub cost: Thousands,
    /// Costs of that year per citizen, in 1.000 kr.
    pub cost_per_citizen: Option<Decimal>,
    /// Costs of that year per citizen in a job or education, in 1.000 kr.
    pub cost_per_outcome: Option<Decimal>,
    /// Full-time posts.
    pub posts: Option<Decimal>,
}

/// The money seen from one side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewPair {
    /// Seen from where.
    pub perspective: Perspective,
    /// The net over all years; `None` for a committee that carries nothing.
    pub net: Pair<Option<Thousands>>,
    /// What it differs by.
    pub difference: Thousands,
    /// When it has paid for itself, by the document's convention.
    pub payback: Pair<Option<Payback>>,
}

impl<T> Pair<T> {
    /// The same of both.
    pub fn map<U>(self, each: impl Fn(T) -> U) -> Pair<U> {
        Pair { left: each(self.left), right: each(self.right) }
    }

    /// Both, to be read only.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair { left: &self.left, right: &self.right }
    }

    /// Left and right changed about.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { left: self.right, right: self.left }
    }

    /// What `join` makes of both.
    pub fn join<U>(self, join: impl FnOnce(T, T) -> U) -> U {
        join(self.left, self.right)
    }
}

impl<T> Pair<Option<T>> {
    /// What there is, the left one first.
    pub fn either(self) -> Option<T> {
        self.left.or(self.right)
    }

    /// Both, where both are there.
    pub fn both(self) -> Option<Pair<T>> {
        Some(Pair { left: self.left?, right: self.right? })
    }
}

impl<T: PartialEq> Pair<T> {
    /// Whether they are not the same.
    pub fn differs(&self) -> bool {
        self.left != self.right
    }
}

impl<'n> Comparison<'n> {
    /// Whether both vary the same note, with the same savings.
    #[must_use]
    pub fn is_of_one_note(&self) -> bool {
        !self.scenarios.as_ref().map(identity).differs()
    }

    /// The years whose prices the amounts are in.
    #[must_use]
    pub fn price_levels(&self) -> Pair<Year> {
        self.scenarios.as_ref().map(|scenario| scenario.note().document.price_level)
    }

    /// The first and last year that sums are over.
    #[must_use]
    pub fn spans(&self) -> Pair<(Year, Year)> {
        self.figures.as_ref().map(|figures| figures.net_years)
    }

    /// The facts of what leads from the right one to the left one, which vary the same note; `None` where they do not, or
    /// where nothing differs.
    #[must_use]
    pub fn change(&self) -> Option<Difference<'n>> {
        if self.same || !self.is_of_one_note() {
            return None;
        }
        let changed = |pair: &DriverPair<'n>| {
            let Pair { left: (driver, after), right: (_, before) } = pair.values.both()?;
            Some(Changed { driver, before, after })
        };
        let figures = &self.figures;
        Some(Difference {
            changes: self.drivers.iter().filter_map(changed).collect(),
            posts: self.posts.differs().then_some(self.posts.left),
            payback: (figures.right.total, figures.left.total),
            net: (figures.right.net, figures.left.net),
        })
    }
}

impl Row<'_> {
    /// Whether the two sides differ anywhere in it.
    #[must_use]
    pub fn differs(&self) -> bool {
        let Amounts { difference, by_year, .. } = &self.amounts;
        *difference != Thousands::ZERO || by_year.iter().any(|year| *year != Thousands::ZERO)
    }

    /// Whether it costs or saves.
    #[must_use]
    pub fn side(&self) -> Side {
        self.lines.either().map_or(Side::Cost, |line| line.side)
    }
}

/// Compares two scenarios.
#[must_use]
pub fn compare<'n>(left: &Computed<'n>, right: &Computed<'n>) -> Comparison<'n> {
    let pair = Pair { left, right };
    let scenarios = pair.map(|computed| &computed.scenario);
    let outcomes = pair.map(|computed| &computed.outcome);
    let figures = pair.map(|computed| computed.figures.clone());
    let years: Vec<Year> =
        outcomes.left.years.iter().filter(|year| outcomes.right.years.contains(year)).copied().collect();
    let drivers = drivers(scenarios);
    let posts = scenarios.map(Scenario::posts);
    let of_total = |side: Option<Side>, pick: fn(&View) -> &Vec<Thousands>| {
        let cells = |scenario: &Scenario<'_>, outcome: &Outcome| {
            let lines = &scenario.note().variant.lines;
            let has_any = lines.iter().any(|line| side.is_none_or(|side| line.side == side));
            outcome.view(Perspective::Total).filter(|_| has_any).map(|view| pick(view).clone())
        };
        let cells = pair.map(|computed| cells(&computed.scenario, &computed.outcome));
        amounts(outcomes, &cells, &years)
    };
    Comparison {
        same: !scenarios.map(identity).differs() && drivers.is_empty() && !posts.differs(),
        drivers,
        posts,
        figure_differences: figure_differences(scenarios, figures.as_ref()),
        figures,
        rows: rows(scenarios, outcomes, &years),
        costs: of_total(Some(Side::Cost), |view| &view.costs),
        savings: of_total(Some(Side::Saving), |view| &view.savings),
        net: of_total(None, |view| &view.net),
        views: views(scenarios, outcomes),
        years,
        scenarios: scenarios.map(Clone::clone),
    }
}

/// What makes a note another one: its variant, and whose savings it has borrowed.
fn identity<'n>(scenario: &Scenario<'n>) -> (&'n str, Option<&'n str>) {
    let variant = scenario.note().variant;
    (&variant.id, variant.lender())
}

fn drivers<'n>(scenarios: Pair<&Scenario<'n>>) -> Vec<DriverPair<'n>> {
    let find = |scenario: &Scenario<'n>, id: &str| -> Valued<'n> {
        let variant = scenario.note().variant;
        let ix = variant.find_driver(id)?;
        Some((variant.driver(ix)?, scenario.value(ix)?))
    };
    let ids = |scenario: &Scenario<'n>| scenario.note().variant.drivers.iter().map(|driver| driver.id.as_str());
    let known: Vec<&str> = ids(scenarios.left).collect();
    let others = ids(scenarios.right).filter(|id| !known.contains(id));
    let pairs =
        known.iter().copied().chain(others).map(|id| DriverPair { id, values: scenarios.map(|each| find(each, id)) });
    pairs.filter(|pair| pair.values.map(|valued| valued.map(|(_, value)| value)).differs()).collect()
}

/// The lines of the left note, each beside the right one's of the same id and side; then those that only the right one has.
fn rows<'n>(scenarios: Pair<&Scenario<'n>>, outcomes: Pair<&Outcome>, years: &[Year]) -> Vec<Row<'n>> {
    let of = |scenario: &Scenario<'n>| scenario.note().variant.lines.as_slice();
    let lines = scenarios.map(of);
    let mut matched: Vec<usize> = Vec::new();
    let mut places: Vec<Pair<Option<usize>>> = Vec::new();
    for (at, line) in lines.left.iter().enumerate() {
        // Two efforts that borrow the same saving have a line with the same id each.
        let right = lines
            .right
            .iter()
            .enumerate()
            .position(|(at, other)| other.id == line.id && other.side == line.side && !matched.contains(&at));
        matched.extend(right);
        places.push(Pair { left: Some(at), right });
    }
    let left_over = (0..lines.right.len()).filter(|at| !matched.contains(at));
    places.extend(left_over.map(|at| Pair { left: None, right: Some(at) }));
    let row = |place: Pair<Option<usize>>| {
        let cells = |outcome: &Outcome, at: Option<usize>| Some(outcome.lines.get(at?)?.cells.clone());
        let cells = Pair { left: cells(outcomes.left, place.left), right: cells(outcomes.right, place.right) };
        let line = |lines: &'n [Line], at: Option<usize>| lines.get(at?);
        Row {
            lines: Pair { left: line(lines.left, place.left), right: line(lines.right, place.right) },
            places: place,
            amounts: amounts(outcomes, &cells, years),
        }
    };
    places.into_iter().map(row).collect()
}

/// The cells of both sides, summed and set against each other.
fn amounts(outcomes: Pair<&Outcome>, cells: &Pair<Option<Vec<Thousands>>>, years: &[Year]) -> Amounts {
    let sums = cells.as_ref().map(|cells| cells.as_ref().map(|cells| cells.iter().copied().sum()));
    let cell = |outcome: &Outcome, cells: &Option<Vec<Thousands>>, year: Year| {
        let column = outcome.years.iter().position(|own| *own == year);
        column.zip(cells.as_ref()).and_then(|(column, cells)| cells.get(column).copied()).unwrap_or_default()
    };
    let in_year =
        |year: &Year| cell(outcomes.left, &cells.left, *year).minus(cell(outcomes.right, &cells.right, *year));
    Amounts { sums, difference: difference(sums), by_year: years.iter().map(in_year).collect() }
}

/// What two numbers of the same kind differ by; a number that is not there is nothing. `None` where they cannot be set
/// against each other, as a payback that is never reached.
#[must_use]
pub fn quantity_apart(sides: Pair<Option<Quantity>>) -> Option<Quantity> {
    let years = |payback: Payback| match payback {
        Payback::Reached { years, .. } => Some(years),
        Payback::Never | Payback::NoCosts | Payback::NoSavings => None,
    };
    Some(match (sides.left, sides.right) {
        (Some(Quantity::Cell(left)), Some(Quantity::Cell(right))) => Quantity::Cell(left.minus(right)),
        (Some(Quantity::Cell(left)), None) => Quantity::Cell(left),
        (None, Some(Quantity::Cell(right))) => Quantity::Cell(right.negated()),
        (Some(Quantity::Amount(left)), Some(Quantity::Amount(right))) => Quantity::Amount(left.checked_sub(right)?),
        (Some(Quantity::Posts(left)), Some(Quantity::Posts(right))) => Quantity::Posts(left.checked_sub(right)?),
        (Some(Quantity::Payback(left, _)), Some(Quantity::Payback(right, _))) => {
            Quantity::Value(years(left)?.checked_sub(years(right)?)?, Unit::Years)
        }
        _ => return None,
    })
}

fn difference(sums: Pair<Option<Thousands>>) -> Thousands {
    sums.map(Option::unwrap_or_default).join(Thousands::minus)
}

fn figure_differences(scenarios: Pair<&Scenario<'_>>, figures: Pair<&Figures>) -> FigureDifferences {
    let years = |payback: Payback| match payback {
        Payback::Reached { years, .. } => Some(years),
        Payback::Never | Payback::NoCosts | Payback::NoSavings => None,
    };
    let minus = |pair: Pair<Option<Decimal>>| pair.both().and_then(|Pair { left, right }| left.checked_sub(right));
    let amount = |pick: fn(&Figures) -> Thousands| figures.map(pick).join(Thousands::minus);
    // Of several efforts each has its own citizens.
    let is_single = |scenario: &Scenario<'_>| scenario.note().variant.efforts.len() == 1;
    let singles = scenarios.map(is_single).join(|left, right| left && right);
    let each = |pick: fn(&Figures) -> Option<Decimal>| if singles { minus(figures.map(pick)) } else { None };
    FigureDifferences {
        total: minus(figures.map(|figures| years(figures.total))),
        service: minus(figures.map(|figures| years(figures.service))),
        net: amount(|figures| figures.net),
        cost: amount(|figures| figures.cost),
        cost_per_citizen: each(|figures| figures.cost_per_citizen),
        cost_per_outcome: each(|figures| figures.cost_per_outcome),
        posts: minus(figures.map(|figures| Some(figures.posts))),
    }
}

fn views(scenarios: Pair<&Scenario<'_>>, outcomes: Pair<&Outcome>) -> Vec<ViewPair> {
    let firsts = scenarios.map(|scenario| scenario.note().variant.first);
    let own = |outcome: &Outcome| outcome.views.iter().map(|view| view.perspective).collect::<Vec<_>>();
    let Pair { left, right } = outcomes.map(own);
    let others: Vec<Perspective> = right.into_iter().filter(|perspective| !left.contains(perspective)).collect();
    let view = |perspective: Perspective| {
        let views = outcomes.map(|outcome| outcome.view(perspective));
        let net = views.map(|view| view.map(|view| view.net.iter().copied().sum()));
        let paid_back = |view: Option<&View>, first: Year| view.map(|view| payback(view, first, Convention::FirstYear));
        ViewPair {
            perspective,
            net,
            difference: difference(net),
            payback: Pair { left: paid_back(views.left, firsts.left), right: paid_back(views.right, firsts.right) },
        }
    };
    left.into_iter().chain(others).map(view).collect()
}
