//! Two scenarios side by side: what differs between them, and by how much.
//!
//! Drivers are matched by id, also between different notes, unless they belong to rows that are not the same. Lines are
//! matched where the data says that they are the same row, and else by id. Every number comes from an [`Outcome`] or from
//! [`Figures`]. A difference is always left minus right, so it is positive where the left scenario costs more.

mod efforts;
mod key_figures;
mod left_out;
mod matching;
mod outside_service;
mod pair;
mod sibling;
mod trade;
mod yearly;

use rust_decimal::Decimal;

pub use self::efforts::EffortsApart;
pub use self::key_figures::{FigureDifferences, KeyFigure};
pub use self::left_out::LeftOut;
pub use self::outside_service::{OutsideService, outside_service};
pub use self::pair::Pair;
pub use self::sibling::{sibling, unchosen};
pub use self::trade::{Trade, Traded};
pub use self::yearly::{YearlyCosts, yearly_costs};
use crate::answer::{Changed, Difference};
use crate::computed::Computed;
use crate::explain::Quantity;
use crate::figures::{Figures, Returned};
use crate::payback::{Convention, Payback, payback};
use model::evaluate::{Outcome, Perspective, View};
use model::money::Thousands;
use model::note::{Driver, DriverIx, Line, Note, Reached, Side, Unit, Variant, Year};
use model::scenario::{PostsCount, Scenario};

/// The results of two scenarios, and what differs between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison<'n> {
    /// The two scenarios.
    pub scenarios: Pair<Scenario<'n>>,
    /// Whether nothing differs at all: the same note with the same values.
    pub same: bool,
    /// The drivers that differ or that only one note has: first those of the left note in its order, then those that
    /// only the right note has.
    pub drivers: Vec<DriverPair<'n>>,
    /// How posts are counted.
    pub posts: Pair<PostsCount>,
    /// The key figures.
    pub figures: Pair<Figures>,
    /// The differences of the key figures.
    pub figure_differences: FigureDifferences,
    /// The years that both tables have.
    pub years: Vec<Year>,
    /// Every row: first those of the left note in its order, then those that only the right note has.
    pub rows: Vec<Row<'n>>,
    /// All expenses.
    pub costs: Amounts,
    /// All savings.
    pub savings: Amounts,
    /// Costs plus savings.
    pub net: Amounts,
    /// The efforts of both; `None` where both have the same ones.
    pub efforts: Option<EffortsApart<'n>>,
    /// What each counts outside service while the other has it as service; `None` if there is nothing.
    pub outside_service: Pair<Option<OutsideService<'n>>>,
    /// The money in each perspective that at least one of the scenarios has.
    pub views: Vec<ViewPair>,
}

/// A driver with its value; `None` if the note does not have the driver.
pub type Valued<'n> = Option<(&'n Driver, Decimal)>;

/// A driver that differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DriverPair<'n> {
    /// The permanent id. Two rows of two notes that are not the same may each have a driver with this id.
    pub id: &'n str,
    /// The driver in each note, with its current value.
    pub values: Pair<Valued<'n>>,
}

/// A row of either table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'n> {
    /// The lines that make up the row in each note: one, or several where the note splits what the other has in one. Empty if
    /// the note has no such row.
    pub lines: Pair<Vec<&'n Line>>,
    /// The positions of these lines in each note.
    pub places: Pair<Vec<usize>>,
    /// The amounts of the row.
    pub amounts: Amounts,
}

/// The same amounts in both scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amounts {
    /// The sum of all years of each table; `None` if the table has no such line. A note that states no savings does not
    /// say that nothing is saved, so it has no sum of zero.
    pub sums: Pair<Option<Thousands>>,
    /// How they differ; `None` for savings and what contains them, where only one note states savings, and, where the notes do
    /// not have the same efforts, for sums over all of them and for rows that only one has.
    pub apart: Option<Apart>,
}

/// By how much the same amounts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// The difference of the sums. A missing line counts as zero.
    pub in_all: Thousands,
    /// The difference in each of the years that both tables have.
    pub by_year: Vec<Thousands>,
}

/// The money of one perspective in both scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ViewPair {
    /// The perspective.
    pub perspective: Perspective,
    /// The net over all years; `None` for a committee that neither pays nor saves anything.
    pub net: Pair<Option<Thousands>>,
    /// The difference of the nets; `None` where only one note states savings, where they do not have the same efforts, or where
    /// one of them counts as service what the other does not.
    pub difference: Option<Thousands>,
    /// Payback by the document's convention.
    pub payback: Pair<Option<Payback>>,
}

/// How the costs per citizen in a job of two scenarios can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomesCompared {
    /// Both are shares of the same people, and nothing is assumed.
    Alike,
    /// Both have this share, of 1, with different posts: that the share does not follow the posts is an assumption.
    SameShareOtherPosts(Decimal),
    /// Two notes with different shares, of 1: the costs differ for that too.
    OtherShares(Pair<Decimal>),
    /// The two are shares of different people.
    OtherDenominator,
    /// Those who count in the one have reached something else than those in the other.
    OtherReached,
    /// One of the notes has several efforts, each with its own citizens.
    SeveralEfforts,
}

impl<'n> Comparison<'n> {
    /// Whether both scenarios vary the same note, with the same savings.
    #[must_use]
    pub fn is_of_one_note(&self) -> bool {
        !self.scenarios.as_ref().map(identity).differs()
    }

    /// The variants of both notes.
    #[must_use]
    pub fn variants(&self) -> [&'n Variant; 2] {
        let Pair { left, right } = self.scenarios.as_ref().map(|scenario| scenario.note().variant);
        [left, right]
    }

    /// Whether one of the notes states savings, or has borrowed some. Otherwise there is no payback to compare.
    #[must_use]
    pub fn has_savings(&self) -> bool {
        self.scenarios
            .as_ref()
            .map(|scenario| scenario.note().variant.states_savings())
            .join(|left, right| left || right)
    }

    /// The years whose prices the amounts are in.
    #[must_use]
    pub fn price_levels(&self) -> Pair<Year> {
        self.scenarios.as_ref().map(|scenario| scenario.note().document.price_level)
    }

    /// The first and last year of the sums.
    #[must_use]
    pub fn spans(&self) -> Pair<(Year, Year)> {
        self.figures.as_ref().map(|figures| figures.net_years)
    }

    /// What comes back to the city for each krone in a year with full savings, where that says more than a payback: both
    /// have savings, and one of them is of efforts that are prolonged again and again.
    #[must_use]
    pub fn returned_year_after_year(&self) -> Option<Pair<Returned>> {
        self.figure_differences.returned?;
        let continues = |scenario: &Scenario<'_>| scenario.note().variant.efforts.iter().any(|effort| effort.continues);
        let is_prolonged = self.scenarios.as_ref().map(continues).join(|left, right| left || right);
        is_prolonged.then(|| self.figures.as_ref().map(|figures| figures.returned(Perspective::Total)))
    }

    /// What those who count in the shares of both notes have reached.
    #[must_use]
    pub fn reached(&self) -> &'n Reached {
        let Pair { left, right } = self.scenarios.as_ref().map(|scenario| scenario.note().variant.reached());
        Reached::of_all([left, right].into_iter())
    }

    /// How the costs per citizen in a job can be compared.
    #[must_use]
    pub fn outcomes_compared(&self) -> OutcomesCompared {
        let notes = self.scenarios.as_ref().map(Scenario::note);
        if notes.map(|note| note.variant.efforts.len() > 1).join(|left, right| left || right) {
            return OutcomesCompared::SeveralEfforts;
        }
        if self.reached() == &Reached::Various {
            return OutcomesCompared::OtherReached;
        }
        let of = |note: Note<'_>| note.share_is_of(0);
        let counts = notes.map(|note| note.counts_outcomes(0)).join(|left, right| left && right);
        if notes.map(of).differs() || !counts {
            return OutcomesCompared::OtherDenominator;
        }
        let posts = self.figures.as_ref().map(|figures| figures.posts);
        match self.scenarios.as_ref().map(|scenario| Some(share_of_first_effort(scenario)?.1)).both() {
            Some(shares) if shares.differs() && !self.is_of_one_note() => OutcomesCompared::OtherShares(shares),
            Some(shares) if posts.differs() && !shares.differs() => OutcomesCompared::SameShareOtherPosts(shares.left),
            Some(_) | None => OutcomesCompared::Alike,
        }
    }

    /// The other scenario with the share of the reader's own, and that share, of 1; `None` where both have the same, or the two are
    /// shares of different people.
    #[must_use]
    pub fn other_with_same_share(&self) -> Option<(Scenario<'n>, Decimal)> {
        let OutcomesCompared::OtherShares(shares) = self.outcomes_compared() else { return None };
        let mut other = self.scenarios.right.clone();
        let (ix, _) = share_of_first_effort(&other)?;
        other.choose(ix, shares.left).ok()?;
        Some((other, shares.left))
    }

    /// The facts about the changes that turn the right scenario into the left one; `None` if they vary different notes
    /// or if nothing differs.
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
            // Whatever differs between two scenarios is a change, also what follows.
            followed: Vec::new(),
            reached: self.scenarios.left.note().variant.reached(),
            changes: self.drivers.iter().filter_map(changed).collect(),
            posts: self.posts.differs().then_some(self.posts.left),
            payback: (figures.right.total, figures.left.total),
            net: (figures.right.net, figures.left.net),
            per_outcome: figures.right.cost_per_outcome.zip(figures.left.cost_per_outcome),
        })
    }
}

/// The share, of 1, of those in the first effort of a note who reach a job or education, and its driver.
fn share_of_first_effort(scenario: &Scenario<'_>) -> Option<(DriverIx, Decimal)> {
    let ix = scenario.note().variant.efforts.first()?.effect?.full;
    Some((ix, scenario.value(ix)?))
}

impl Row<'_> {
    /// Whether the scenarios differ in this line.
    #[must_use]
    pub fn differs(&self) -> bool {
        let Amounts { sums, apart } = &self.amounts;
        let is_apart =
            |apart: &Apart| [apart.in_all].iter().chain(&apart.by_year).any(|amount| *amount != Thousands::ZERO);
        apart.as_ref().map_or_else(|| sums.differs(), is_apart)
    }

    /// Whether the row costs, brings in or saves.
    #[must_use]
    pub fn side(&self) -> Side {
        self.lines.left.iter().chain(&self.lines.right).next().map_or(Side::Cost, |line| line.side)
    }
}

/// Compares two scenarios.
///
/// ```
/// use engine::compare::compare;
/// use engine::computed::Computed;
/// use engine::notes::Library;
/// use model::scenario::Scenario;
/// use rust_decimal::Decimal;
///
/// let library = Library::embedded().unwrap();
/// let baseline = Scenario::baseline(library.find("ips-2018").unwrap());
/// let mut own = baseline.clone();
/// own.set(own.note().variant.find_driver("caseload").unwrap(), Decimal::from(20)).unwrap();
/// let comparison = compare(&Computed::of(own).unwrap(), &Computed::of(baseline).unwrap());
/// let ids: Vec<&str> = comparison.drivers.iter().map(|driver| driver.id).collect();
/// assert_eq!(ids, ["caseload"]);
/// // A lower caseload takes more consultants, so the left scenario costs more. It saves the same.
/// assert!(comparison.costs.apart.unwrap().in_all.get() > 0);
/// assert_eq!(comparison.savings.apart.unwrap().in_all.get(), 0);
/// ```
#[must_use]
pub fn compare<'n>(left: &Computed<'n>, right: &Computed<'n>) -> Comparison<'n> {
    let pair = Pair { left, right };
    let scenarios = pair.map(|computed| &computed.scenario);
    let outcomes = pair.map(|computed| &computed.outcome);
    let figures = pair.map(|computed| computed.figures.clone());
    let years: Vec<Year> =
        outcomes.left.years.iter().filter(|year| outcomes.right.years.contains(year)).copied().collect();
    let are_savings_comparable = are_savings_comparable(scenarios);
    let mut rows = matching::rows(scenarios, outcomes, &years);
    if !are_savings_comparable {
        for row in rows.iter_mut().filter(|row| row.side() == Side::Saving) {
            row.amounts.apart = None;
        }
    }
    let efforts = efforts::apart(left, right);
    if efforts.is_some() {
        // A row of an effort that the other note does not have is no difference between the two.
        let is_on_both_sides = |row: &&mut Row<'_>| !row.lines.left.is_empty() && !row.lines.right.is_empty();
        for row in rows.iter_mut().filter(|row| !is_on_both_sides(row)) {
            row.amounts.apart = None;
        }
    }
    let drivers = matching::drivers(scenarios, &rows);
    let outside_service = outside_service::on_both_sides(left, right);
    let comparable = Comparable {
        service: outside_service.left.is_none() && outside_service.right.is_none(),
        efforts: efforts.is_none(),
        net: efforts.is_none() && are_savings_comparable,
    };
    let posts = scenarios.map(Scenario::posts);
    let have_same_efforts = efforts.is_none();
    let total_amounts = |of_costs: Option<bool>, pick: fn(&View) -> &Vec<Thousands>| {
        let cells = |scenario: &Scenario<'_>, outcome: &Outcome| {
            let lines = &scenario.note().variant.lines;
            let has_any = lines.iter().any(|line| of_costs.is_none_or(|of_costs| line.side.is_of_costs() == of_costs));
            outcome.view(Perspective::Total).filter(|_| has_any).map(|view| pick(view).clone())
        };
        let cells = pair.map(|computed| cells(&computed.scenario, &computed.outcome));
        let amounts = amounts(outcomes, &cells, &years);
        let is_comparable = have_same_efforts && (are_savings_comparable || of_costs == Some(true));
        Amounts { apart: amounts.apart.filter(|_| is_comparable), ..amounts }
    };
    Comparison {
        same: !scenarios.map(identity).differs() && drivers.is_empty() && !posts.differs(),
        drivers,
        posts,
        figure_differences: key_figures::differences(scenarios, figures.as_ref(), comparable),
        figures,
        rows,
        efforts,
        costs: total_amounts(Some(true), |view| &view.costs),
        savings: total_amounts(Some(false), |view| &view.savings),
        net: total_amounts(None, |view| &view.net),
        outside_service,
        views: views(scenarios, outcomes, comparable),
        years,
        scenarios: scenarios.map(Clone::clone),
    }
}

/// Which differences say something.
#[derive(Clone, Copy)]
struct Comparable {
    /// Both count the same rows as service.
    service: bool,
    /// Both have the same efforts.
    efforts: bool,
    /// Both have the same efforts, and either both state savings or none does.
    net: bool,
}

/// Whether nets can be compared: a note that states no savings does not say that nothing is saved. A variant can be compared
/// with itself, with and without borrowed savings: the difference is what was borrowed.
fn are_savings_comparable(scenarios: Pair<&Scenario<'_>>) -> bool {
    let variants = scenarios.map(|scenario| scenario.note().variant);
    !variants.map(Variant::states_savings).differs() || !variants.map(|variant| variant.id.as_str()).differs()
}

/// What identifies a note: its variant, and the note that its savings are borrowed from.
fn identity<'n>(scenario: &Scenario<'n>) -> (&'n str, Option<&'n str>) {
    let variant = scenario.note().variant;
    (&variant.id, variant.lender())
}

/// The sums of both scenarios, and their differences.
fn amounts(outcomes: Pair<&Outcome>, cells: &Pair<Option<Vec<Thousands>>>, years: &[Year]) -> Amounts {
    let sums = cells.as_ref().map(|cells| cells.as_ref().map(|cells| cells.iter().copied().sum()));
    let cell = |outcome: &Outcome, cells: &Option<Vec<Thousands>>, year: Year| {
        let column = outcome.years.iter().position(|column_year| *column_year == year);
        column.zip(cells.as_ref()).and_then(|(column, cells)| cells.get(column).copied()).unwrap_or_default()
    };
    let in_year =
        |year: &Year| cell(outcomes.left, &cells.left, *year).minus(cell(outcomes.right, &cells.right, *year));
    Amounts { sums, apart: Some(Apart { in_all: difference(sums), by_year: years.iter().map(in_year).collect() }) }
}

/// The difference of two numbers of the same kind. A missing cell counts as zero. `None` if there is no difference to
/// compute, for example with a payback that is never reached.
#[must_use]
pub fn quantity_apart(sides: Pair<Option<Quantity>>) -> Option<Quantity> {
    let years = |payback: Payback| match payback {
        Payback::Reached { years, .. } => Some(years),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => None,
    };
    Some(match (sides.left, sides.right) {
        (Some(Quantity::Cell(left)), Some(Quantity::Cell(right))) => Quantity::Cell(left.minus(right)),
        (Some(Quantity::Cell(left)), None) => Quantity::Cell(left),
        (None, Some(Quantity::Cell(right))) => Quantity::Cell(right.negated()),
        (Some(Quantity::Amount(left)), Some(Quantity::Amount(right))) => Quantity::Amount(left.checked_sub(right)?),
        (Some(Quantity::Posts(left)), Some(Quantity::Posts(right))) => Quantity::Posts(left.checked_sub(right)?),
        (Some(Quantity::Returned(left)), Some(Quantity::Returned(right))) => {
            Quantity::Returned(left.checked_sub(right)?)
        }
        (Some(Quantity::Payback(left, _)), Some(Quantity::Payback(right, _))) => {
            Quantity::Value(years(left)?.checked_sub(years(right)?)?, Unit::Years)
        }
        _ => return None,
    })
}

fn difference(sums: Pair<Option<Thousands>>) -> Thousands {
    sums.map(Option::unwrap_or_default).join(Thousands::minus)
}

/// The money in each perspective. Efforts are compared by themselves, because notes may have others in other places.
fn views(scenarios: Pair<&Scenario<'_>>, outcomes: Pair<&Outcome>, comparable: Comparable) -> Vec<ViewPair> {
    let perspectives = |outcome: &Outcome| {
        let perspectives = outcome.views.iter().map(|view| view.perspective);
        perspectives.filter(|perspective| !matches!(perspective, Perspective::Effort(_))).collect::<Vec<_>>()
    };
    let Pair { left, right } = outcomes.map(perspectives);
    let others: Vec<Perspective> = right.into_iter().filter(|perspective| !left.contains(perspective)).collect();
    let view = |perspective: Perspective| {
        let views = outcomes.map(|outcome| outcome.view(perspective));
        let net = views.map(|view| view.map(|view| view.net.iter().copied().sum()));
        let paid_back = |scenario: &Scenario<'_>, view: Option<&View>| {
            let (first, horizon) = (scenario.note().variant.first, scenario.horizon().years());
            view.map(|view| payback(view, first, Convention::FirstYear, horizon))
        };
        ViewPair {
            perspective,
            net,
            difference: (comparable.net && (comparable.service || perspective != Perspective::Service))
                .then(|| difference(net)),
            payback: Pair {
                left: paid_back(scenarios.left, views.left),
                right: paid_back(scenarios.right, views.right),
            },
        }
    };
    left.into_iter().chain(others).map(view).collect()
}
