//! What can be asked about, and the permanent ids of the questions.

use crate::evaluate::{Perspective, View};
use crate::money::Thousands;
use crate::note::{DriverIx, Line, Note, Unit, Variant, Year};
use crate::payback::Convention;
use rust_decimal::Decimal;

/// A number of an outcome that can be asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The cell of a line, by position in the variant; the sum over all years where there is no year.
    Line(usize, Option<Year>),
    /// An amount of a perspective; over all years where there is no year.
    Flow(Flow, Perspective, Option<Year>),
    /// When a perspective has paid for itself, by a convention.
    Payback(Perspective, Convention),
    /// What an effort, by position, costs in a year.
    EffortCost(usize, Year),
    /// Costs per citizen of an effort in its last year.
    PerCitizen(usize),
    /// Costs per citizen of an effort in a job or education, in its last year.
    PerOutcome(usize),
    /// The full-time posts of an effort; of all efforts where there is none.
    Posts(Option<usize>),
    /// The value of a driver.
    Driver(DriverIx),
}

/// Which amount of a perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// Expenses.
    Costs,
    /// Savings.
    Savings,
    /// Both together.
    Net,
    /// The net of a year and all before it.
    Cumulative,
}

const LINE: &str = "line";
const PAYBACK: &str = "payback";
const EFFORT: &str = "cost";
const PER_CITIZEN: &str = "per-citizen";
const PER_OUTCOME: &str = "per-outcome";
const POSTS: &str = "posts";
const DRIVER: &str = "driver";
/// Before the number of a line whose id an earlier line of the note has too.
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

    pub(super) fn of(self, view: &View) -> &[Thousands] {
        match self {
            Self::Costs => &view.costs,
            Self::Savings => &view.savings,
            Self::Net => &view.net,
            Self::Cumulative => &view.cumulative,
        }
    }
}

impl Perspective {
    /// Its permanent id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Total => "total",
            Self::Service => "service",
            Self::Committee(committee) => committee.id(),
        }
    }

    /// The perspective with this id; `None` where the money of the variant cannot be seen from there.
    #[must_use]
    pub fn find(variant: &Variant, id: &str) -> Option<Self> {
        let committees = variant.committees().into_iter().map(Self::Committee);
        [Self::Total, Self::Service].into_iter().chain(committees).find(|perspective| perspective.id() == id)
    }
}

impl Convention {
    /// Its permanent id, without the rate.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::FirstYear => "first-year",
            Self::Interpolated => "interpolated",
            Self::Simple => "simple",
            Self::Discounted { .. } => "discounted",
        }
    }

    /// What follows the perspective in a question: nothing for the document's own convention; the rate in per cent.
    fn suffix(self) -> String {
        match self {
            Self::FirstYear => String::new(),
            Self::Interpolated | Self::Simple => format!(".{}", self.id()),
            Self::Discounted { rate } => {
                let per_cent = rate.checked_mul(Unit::Share.scale()).unwrap_or_default().normalize();
                format!(".{}.{per_cent}", self.id())
            }
        }
    }

    /// The convention of these parts; `None` where there is no such one.
    fn of(parts: &[&str]) -> Option<Self> {
        let rate = |parts: &[&str]| {
            let per_cent: Decimal = parts.join(".").parse().ok()?;
            let rate = per_cent.checked_div(Unit::Share.scale())?.normalize();
            (Decimal::ZERO..=Decimal::ONE).contains(&rate).then_some(rate)
        };
        match parts {
            [] => Some(Self::FirstYear),
            [id, rest @ ..] => {
                let rate = if *id == "discounted" { rate(rest)? } else { Decimal::ZERO };
                let found = Self::all(rate).into_iter().find(|own| own.id() == *id)?;
                // One question has one id.
                (found.suffix() == format!(".{}", parts.join("."))).then_some(found)
            }
        }
    }
}

/// The id of a line among the questions. Two efforts that borrow the same saving have a line with the same id each.
fn line_id(variant: &Variant, at: usize) -> String {
    let Some(line) = variant.lines.get(at) else { return String::new() };
    match same_id(variant, &line.id).filter(|(own, _)| *own < at).count() {
        0 => line.id.clone(),
        earlier => format!("{}{NTH}{}", line.id, earlier.saturating_add(1)),
    }
}

fn find_line(variant: &Variant, id: &str) -> Option<usize> {
    let (id, nth) = match id.split_once(NTH) {
        None => (id, 1),
        Some((id, nth)) => (id, nth.parse::<usize>().ok().filter(|nth| *nth > 1)?),
    };
    same_id(variant, id).nth(nth.checked_sub(1)?).map(|(at, _)| at)
}

fn same_id<'v>(variant: &'v Variant, id: &str) -> impl Iterator<Item = (usize, &'v Line)> {
    variant.lines.iter().enumerate().filter(move |(_, line)| line.id == id)
}

impl Ask {
    /// When a perspective has paid for itself by the document's convention.
    #[must_use]
    pub const fn paid_back(perspective: Perspective) -> Self {
        Self::Payback(perspective, Convention::FirstYear)
    }

    /// The question in a link: permanent ids and years, parted by full stops.
    #[must_use]
    pub fn id(self, note: Note<'_>) -> String {
        let variant = note.variant;
        let effort = |at: usize| variant.efforts.get(at).map_or("", |effort| effort.id.as_str());
        let dated = |id: String, year: Option<Year>| year.map_or_else(|| id.clone(), |year| format!("{id}.{year}"));
        match self {
            Self::Line(at, year) => dated(format!("{LINE}.{}", line_id(variant, at)), year),
            Self::Flow(flow, perspective, year) => dated(format!("{}.{}", flow.id(), perspective.id()), year),
            Self::Payback(perspective, by) => format!("{PAYBACK}.{}{}", perspective.id(), by.suffix()),
            Self::EffortCost(at, year) => dated(format!("{EFFORT}.{}", effort(at)), Some(year)),
            Self::PerCitizen(at) => format!("{PER_CITIZEN}.{}", effort(at)),
            Self::PerOutcome(at) => format!("{PER_OUTCOME}.{}", effort(at)),
            Self::Posts(None) => POSTS.to_owned(),
            Self::Posts(Some(at)) => format!("{POSTS}.{}", effort(at)),
            Self::Driver(ix) => format!("{DRIVER}.{}", variant.driver(ix).map_or("", |driver| driver.id.as_str())),
        }
    }

    /// The question that a link asks; `None` where the note has no such number.
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
            [PAYBACK, from, by @ ..] => Self::Payback(Perspective::find(variant, from)?, Convention::of(by)?),
            [EFFORT, id, of] => Self::EffortCost(effort(id)?, of.parse().ok()?),
            [PER_CITIZEN, id] => Self::PerCitizen(effort(id)?),
            [PER_OUTCOME, id] => Self::PerOutcome(effort(id)?),
            [POSTS] => Self::Posts(None),
            [POSTS, id] => Self::Posts(Some(effort(id)?)),
            [DRIVER, id] => Self::Driver(variant.find_driver(id)?),
            [flow, from, rest @ ..] => {
                let flow = Flow::ALL.into_iter().find(|own| own.id() == *flow)?;
                Self::Flow(flow, Perspective::find(variant, from)?, year(rest)?)
            }
            _ => return None,
        };
        Some(ask)
    }
}
