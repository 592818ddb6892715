//! The programmes: who they are for, how long they run, what they reach.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DriverIx, Names, Posts, Source, Year};
use crate::money;

/// A programme: who it is for, how long it runs, what it reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effort {
    /// Id within the variant.
    pub id: String,
    /// What we call it on screen.
    pub name: Names,
    /// Its first year.
    pub start: Year,
    /// The driver with the number of years it runs.
    pub length: DriverIx,
    /// The driver with its citizens.
    pub citizens: Option<DriverIx>,
    /// The driver with the citizens a consultant has at a time.
    pub caseload: Option<DriverIx>,
    /// What share of the citizens reach a job or education.
    pub effect: Option<Effect>,
    /// The variant whose unit savings may be borrowed for it, where the note states none.
    pub savings_like: Option<String>,
    /// The number of consultants that the document states; the caseload leads to the same.
    pub consultants: Option<StatedPosts>,
}

/// A number of posts that a document states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatedPosts {
    /// Full-time posts.
    #[serde(with = "money::decimal")]
    pub posts: Decimal,
    /// Where it stands.
    pub source: Source,
}

/// Effect rates by phase, each a driver in share of the citizens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effect {
    /// In the first year; the full rate where `None`.
    pub first: Option<DriverIx>,
    /// From the second year, as long as the effort runs.
    pub full: DriverIx,
    /// After it has stopped; none where `None`.
    pub residual: Option<DriverIx>,
}

/// Where an effort is in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// It has not begun.
    Before,
    /// Its first year.
    First,
    /// A later year in which it runs.
    Running,
    /// It has stopped.
    After,
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
    /// The posts that its citizens and caseload lead to; `None` where it lacks either.
    #[must_use]
    pub fn consultants_needed(&self) -> Option<Posts> {
        Some(Posts::Caseload { citizens: self.citizens?, caseload: self.caseload? })
    }
}
