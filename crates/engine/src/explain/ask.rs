//! The numbers that can be asked about, and their permanent ids.

use crate::payback::Convention;
use model::evaluate::{Perspective, View};
use model::money::Thousands;
use model::note::{DriverIx, Line, Note, Unit, Variant, Year};
use rust_decimal::Decimal;

/// A number of an outcome that can be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The cell of a line, which is named by its position in the variant. Without a year: the sum of all years.
    Line(usize, Option<Year>),
    /// An amount of a perspective. Without a year: the sum of all years.
    Flow(Flow, Perspective, Option<Year>),
    /// The payback of a perspective by a convention.
    Payback(Perspective, Convention),
    /// What comes back for each krone of cost in a perspective, in a year with full savings.
    Returned(Perspective),
    /// What comes back for each krone of cost in a perspective, over all years.
    ReturnedInAll(Perspective),
    /// The costs of an effort, which is named by its position, in a year.
    EffortCost(usize, Year),
    /// The costs of an effort per citizen in its last year.
    PerCitizen(usize),
    /// The costs of an effort per citizen in a job or education, in its last year.
    PerOutcome(usize),
    /// The full-time posts of an effort. Without an effort: the posts of all efforts.
    Posts(Option<usize>),
    /// The value of a driver.
    Driver(DriverIx),
}

/// One of the amounts of a perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// Expenses.
    Costs,
    /// Savings.
    Savings,
    /// Costs plus savings.
    Net,
    /// The net of a year and all earlier years together.
    Cumulative,
}

const LINE: &str = "line";
const PAYBACK: &str = "payback";
const RETURNED: &str = "returned";
const RETURNED_IN_ALL: &str = "returned-in-all";
const EFFORT: &str = "cost";
const PER_CITIZEN: &str = "per-citizen";
const PER_OUTCOME: &str = "per-outcome";
const POSTS: &str = "posts";
const DRIVER: &str = "driver";
/// Stands before the number of a line whose id an earlier line of the note also has.
const NTH: char = '~';

impl Flow {
    /// Every amount.
    pub const ALL: [Self; 4] = [Self::Costs, Self::Savings, Self::Net, Self::Cumulative];

    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Costs => "costs",
            Self::Savings => "savings",
            Self::Net => "net",
            Self::Cumulative => "cumulative",
        }
    }

    /// The cells of this amount, one a year.
    pub(super) fn cells(self, view: &View) -> &[Thousands] {
        match self {
            Self::Costs => &view.costs,
            Self::Savings => &view.savings,
            Self::Net => &view.net,
            Self::Cumulative => &view.cumulative,
        }
    }
}

/// The part of a question's id that names a convention. It is empty for the document's own, and includes the rate in per
/// cent for one that discounts.
fn convention_suffix(convention: Convention) -> String {
    match convention.rate() {
        Some(rate) => {
            let per_cent = rate.checked_mul(Unit::Share.scale()).unwrap_or_default().normalize();
            format!(".{}.{per_cent}", convention.id())
        }
        None if convention == Convention::FirstYear => String::new(),
        None => format!(".{}", convention.id()),
    }
}

/// The convention that these parts of an id name; `None` if they name none.
fn find_convention(parts: &[&str]) -> Option<Convention> {
    let [_, rate @ ..] = parts else { return Some(Convention::FirstYear) };
    let rate = if rate.is_empty() {
        Decimal::ZERO
    } else {
        rate.join(".").parse::<Decimal>().ok()?.checked_div(Unit::Share.scale())?.normalize()
    };
    let conventions = (Decimal::ZERO..=Decimal::ONE).contains(&rate).then(|| Convention::all(rate))?;
    // Each question has exactly one id, so another spelling of the rate is refused.
    let id = format!(".{}", parts.join("."));
    conventions.into_iter().find(|convention| convention_suffix(*convention) == id)
}

/// The id of a line in a question. If two efforts borrow the same saving, each has a line with the same id. The second
/// one gets a number.
fn line_id(variant: &Variant, line_index: usize) -> String {
    let Some(line) = variant.lines.get(line_index) else { return String::new() };
    match lines_with_id(variant, &line.id).filter(|(other_index, _)| *other_index < line_index).count() {
        0 => line.id.clone(),
        earlier => format!("{}{NTH}{}", line.id, earlier.saturating_add(1)),
    }
}

fn find_line(variant: &Variant, id: &str) -> Option<usize> {
    let (id, nth) = match id.split_once(NTH) {
        None => (id, 1),
        Some((id, nth)) => (id, nth.parse::<usize>().ok().filter(|nth| *nth > 1)?),
    };
    lines_with_id(variant, id).nth(nth.checked_sub(1)?).map(|(line_index, _)| line_index)
}

fn lines_with_id<'v>(variant: &'v Variant, id: &str) -> impl Iterator<Item = (usize, &'v Line)> {
    variant.lines.iter().enumerate().filter(move |(_, line)| line.id == id)
}

impl Ask {
    /// The payback of a perspective by the document's convention.
    #[must_use]
    pub const fn paid_back(perspective: Perspective) -> Self {
        Self::Payback(perspective, Convention::FirstYear)
    }

    /// The id of the question in a link: permanent ids and years, separated by full stops.
    #[must_use]
    pub fn id(self, note: Note<'_>) -> String {
        let variant = note.variant;
        let effort_id = |index: usize| variant.efforts.get(index).map_or("", |effort| effort.id.as_str());
        let dated = |id: String, year: Option<Year>| year.map_or_else(|| id.clone(), |year| format!("{id}.{year}"));
        match self {
            Self::Line(line_index, year) => dated(format!("{LINE}.{}", line_id(variant, line_index)), year),
            Self::Flow(flow, perspective, year) => dated(format!("{}.{}", flow.id(), perspective.id(variant)), year),
            Self::Payback(perspective, convention) => {
                format!("{PAYBACK}.{}{}", perspective.id(variant), convention_suffix(convention))
            }
            Self::Returned(perspective) => format!("{RETURNED}.{}", perspective.id(variant)),
            Self::ReturnedInAll(perspective) => format!("{RETURNED_IN_ALL}.{}", perspective.id(variant)),
            Self::EffortCost(effort, year) => dated(format!("{EFFORT}.{}", effort_id(effort)), Some(year)),
            Self::PerCitizen(effort) => format!("{PER_CITIZEN}.{}", effort_id(effort)),
            Self::PerOutcome(effort) => format!("{PER_OUTCOME}.{}", effort_id(effort)),
            Self::Posts(None) => POSTS.to_owned(),
            Self::Posts(Some(effort)) => format!("{POSTS}.{}", effort_id(effort)),
            Self::Driver(ix) => format!("{DRIVER}.{}", variant.driver(ix).map_or("", |driver| driver.id.as_str())),
        }
    }

    /// The question with this id; `None` if the note has no such number.
    #[must_use]
    pub fn find(note: Note<'_>, id: &str) -> Option<Self> {
        let variant = note.variant;
        let parts: Vec<&str> = id.split('.').collect();
        let effort = |id: &str| variant.efforts.iter().position(|effort| effort.id == id);
        let year = |rest: &[&str]| -> Option<Option<Year>> {
            match rest {
                [] => Some(None),
                [year] => year.parse().ok().map(Some),
                _ => None,
            }
        };
        let ask = match parts.as_slice() {
            [LINE, id, rest @ ..] => Self::Line(find_line(variant, id)?, year(rest)?),
            [PAYBACK, perspective, convention @ ..] => {
                Self::Payback(Perspective::find(variant, perspective)?, find_convention(convention)?)
            }
            [RETURNED, perspective] => Self::Returned(Perspective::find(variant, perspective)?),
            [RETURNED_IN_ALL, perspective] => Self::ReturnedInAll(Perspective::find(variant, perspective)?),
            [EFFORT, id, year] => Self::EffortCost(effort(id)?, year.parse().ok()?),
            [PER_CITIZEN, id] => Self::PerCitizen(effort(id)?),
            [PER_OUTCOME, id] => Self::PerOutcome(effort(id)?),
            [POSTS] => Self::Posts(None),
            [POSTS, id] => Self::Posts(Some(effort(id)?)),
            [DRIVER, id] => Self::Driver(variant.find_driver(id)?),
            [flow_id, perspective, rest @ ..] => {
                let flow = Flow::ALL.into_iter().find(|flow| flow.id() == *flow_id)?;
                Self::Flow(flow, Perspective::find(variant, perspective)?, year(rest)?)
            }
            _ => return None,
        };
        Some(ask)
    }
}
