//! The efforts of a note: their citizens, their length and their effect.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DriverIx, Names, Posts, Quantity, Schedule, Source, Year};
use crate::money;

/// An effort, one of the programmes in a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effort {
    /// Its id within the variant; documents share the ids of efforts.
    pub id: String,
    /// Its name on screen, in our own words.
    pub name: Names,
    /// Whom it helps, and how, in a sentence or two of our own words; `None` only in a note that does not ship.
    pub about: Option<Names>,
    /// The first year it runs.
    pub start: Year,
    /// Whether it ran before that year: an earlier document proposes it, or one prints what it was granted before.
    pub continues: bool,
    /// The driver that says how many years it runs.
    pub length: DriverIx,
    /// The driver with the number of citizens; `None` where the note names no number.
    pub citizens: Option<DriverIx>,
    /// The share of these citizens who are there in each year; all of them in every year where they are not phased in.
    pub phase_in: Schedule,
    /// The driver with the number of citizens per consultant at a time; `None` where the note names none.
    pub caseload: Option<DriverIx>,
    /// The effect rates; `None` where the note names none.
    pub effect: Option<Effect>,
    /// What those who count in the effect rates have reached.
    pub reached: Reached,
    /// The id of the variant whose unit savings this effort may borrow, where the note states no savings.
    pub savings_like: Option<String>,
    /// The number of consultants that the document states. Citizens ÷ caseload gives the same number.
    pub consultants: Option<StatedPosts>,
}

impl Effort {
    /// Whether a quantity is one of its citizens, or of the consultants that their number gives, so that it is phased in with them.
    #[must_use]
    pub fn phases_in(&self, quantity: &Quantity) -> bool {
        match quantity {
            Quantity::Citizens(citizens) => self.citizens == Some(*citizens),
            Quantity::Posts(posts) => self.consultants_needed() == Some(*posts),
            Quantity::One | Quantity::Courses(_) | Quantity::Lines(_) => false,
        }
    }

    /// Whether a driver is the effort's own number of citizens, caseload or share.
    #[must_use]
    pub fn is_told_by(&self, ix: DriverIx) -> bool {
        let shares = self.effect.iter().flat_map(|effect| [effect.first, Some(effect.full), effect.residual]);
        shares.chain([self.citizens, self.caseload]).flatten().any(|own| own == ix)
    }
}

/// What those who count in a share have reached.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Reached {
    /// A job or education, where an effort says nothing else: the efforts of the notes that ship do not.
    #[default]
    JobOrEducation,
    /// What the effort says, as words that fit behind those who have reached it: "i egen bolig". Only in a note that does not ship.
    Named(Names),
    /// What the effort says that people do or avoid, as words that follow those who do: "undgår en sygemelding", "avoid sick leave". Only
    /// in a note that does not ship.
    Done(Names),
    /// Not the same in several efforts. No effort has it.
    Various,
}

impl Reached {
    /// The most characters of what an effort says.
    pub const LONGEST: usize = 60;

    /// What those who count in any of several shares have reached.
    #[must_use]
    pub fn of_all<'r>(mut each: impl Iterator<Item = &'r Self>) -> &'r Self {
        match each.next() {
            None => &Self::JobOrEducation,
            Some(first) if each.all(|other| other == first) => first,
            Some(_) => &Self::Various,
        }
    }
}

/// A number of posts that a document states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedPosts {
    /// The number of full-time posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// Where the document says so.
    pub source: Source,
}

/// The share in a job or education, or that have reached what else the effort says, in each phase of an effort. Each rate is a driver. The document says what it is a share
/// of, and that is not always the citizens in the effort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// The rate in the first year; `None` means the full rate.
    pub first: Option<DriverIx>,
    /// The rate from the second year on, while the effort runs.
    pub full: DriverIx,
    /// The rate after the effort has stopped; `None` means no effect.
    pub residual: Option<DriverIx>,
    /// The position, in the document, of the target that the full rate is. It says what the rate is a share of. `None` only in a note
    /// that does not ship: the rate is then a share of those in the effort.
    pub target: Option<usize>,
}

/// The phase of an effort in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// The effort has not begun.
    Before,
    /// The effort is in its first year.
    First,
    /// The effort runs, in its second year or later.
    Running,
    /// The effort has stopped.
    After,
}

/// A calendar year as an effort counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EffortYear {
    /// The phase that the effort is in.
    pub phase: Phase,
    /// Which year it is since the effort began, the first one being 1; 0 before it.
    pub number: u16,
}

impl EffortYear {
    /// The item for this year in a list that begins with the second year of the effort; `None` where the list is shorter, and in
    /// years in which the effort does not run.
    #[must_use]
    pub fn of_between<T>(self, from_second_year: &[T]) -> Option<&T> {
        match self.phase {
            Phase::Running => from_second_year.get(usize::from(self.number.checked_sub(2)?)),
            Phase::Before | Phase::First | Phase::After => None,
        }
    }
}

impl Phase {
    /// The phases in which a line can have an amount.
    pub const WITH_AMOUNTS: [Self; 3] = [Self::First, Self::Running, Self::After];
}

impl Effect {
    /// The driver with the effect rate of a phase; `None` where there is no effect.
    #[must_use]
    pub fn rate(&self, phase: Phase) -> Option<DriverIx> {
        match phase {
            Phase::Before => None,
            Phase::First => Some(self.first.unwrap_or(self.full)),
            Phase::Running => Some(self.full),
            Phase::After => self.residual,
        }
    }
}

impl Effort {
    /// The posts that its citizens and caseload give; `None` where the note names no citizens or no caseload.
    #[must_use]
    pub fn consultants_needed(&self) -> Option<Posts> {
        Some(Posts::Caseload { citizens: self.citizens?, caseload: self.caseload? })
    }
}
