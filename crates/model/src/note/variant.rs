//! A variant: the note as a calculation, with its efforts, drivers and lines.

use std::mem::replace;

use serde::{Deserialize, Serialize};

use super::{Committee, Driver, DriverIx, Effort, Line, Names, Posts, Reached, Side, Source, Year};
use crate::ordered::each_once;

/// An edition or scenario of a document that has its own table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// The id in links and data files. It never changes.
    pub id: String,
    /// Its name on screen, in our own words.
    pub name: Names,
    /// The first year of its tables.
    pub first: Year,
    /// The last year of its tables.
    pub last: Year,
    /// The efforts in it.
    pub efforts: Vec<Effort>,
    /// The numbers that a reader may change.
    pub drivers: Vec<Driver>,
    /// The lines of its budget.
    pub lines: Vec<Line>,
    /// The payback times that the document itself prints.
    pub printed_paybacks: Vec<PrintedPayback>,
    /// Whom its unit savings are about, where they are about some of the citizens only.
    pub savings_about: Option<Names>,
    /// Where the document says that it applies for this one of its scenarios; `None` where it leaves the choice open or has only one.
    pub applied_for: Option<Source>,
    /// The variant whose unit savings were borrowed; `None` where the variant is as in the document.
    pub savings_from: Option<Lender>,
}

/// The note that savings were borrowed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lender {
    /// The id of its variant.
    pub id: String,
    /// The budget it belongs to.
    pub budget: Year,
}

/// A payback time that a document prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedPayback {
    /// The lines that the payback time counts.
    pub basis: PaybackBasis,
    /// The printed payback time, in years.
    pub payback: u16,
    /// Where the document prints it.
    pub source: Source,
}

/// The lines that a printed payback time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaybackBasis {
    /// Lines of all steering areas.
    Total,
    /// Lines of the steering area Service alone.
    Service,
}

impl Variant {
    /// The posts that the lines of an effort pay for, in the order of the lines. Posts that two lines pay for are
    /// listed once.
    #[must_use]
    pub fn posts_paid(&self, effort: usize) -> Vec<Posts> {
        // Many lines may have posts of their own, but few caseloads are paid for: an effort has one.
        let (mut are_listed, mut caseloads) = (vec![false; self.drivers.len()], Vec::new());
        let mut distinct = Vec::new();
        for posts in self.lines.iter().filter(|line| line.effort == effort).filter_map(|line| line.formula.posts()) {
            let is_new = match posts {
                Posts::Driver(ix) => are_listed.get_mut(ix.0).is_none_or(|is_listed| !replace(is_listed, true)),
                Posts::Caseload { .. } if caseloads.contains(&posts) => false,
                Posts::Caseload { .. } => {
                    caseloads.push(posts);
                    true
                }
            };
            if is_new {
                distinct.push(posts);
            }
        }
        distinct
    }

    /// Whether any line pays for posts.
    #[must_use]
    pub fn pays_for_posts(&self) -> bool {
        self.lines.iter().any(|line| line.formula.posts().is_some())
    }

    /// Whether any of its efforts has a number of citizens.
    #[must_use]
    pub fn names_citizens(&self) -> bool {
        self.efforts.iter().any(|effort| effort.citizens.is_some())
    }

    /// Whether some of the citizens of any of its efforts are said to reach a job or education, or what else the effort is for.
    #[must_use]
    pub fn has_outcomes(&self) -> bool {
        self.efforts.iter().any(|effort| effort.citizens.is_some() && effort.effect.is_some())
    }

    /// Whether posts follow from citizens and a caseload in any of its efforts, so that it matters how they are counted.
    #[must_use]
    pub fn has_caseload(&self) -> bool {
        self.efforts.iter().any(|effort| effort.consultants_needed().is_some())
    }

    /// The driver at a position.
    #[must_use]
    pub fn driver(&self, ix: DriverIx) -> Option<&Driver> {
        self.drivers.get(ix.0)
    }

    /// The position of the driver with this id.
    #[must_use]
    pub fn find_driver(&self, id: &str) -> Option<DriverIx> {
        self.drivers.iter().position(|driver| driver.id == id).map(DriverIx)
    }

    /// Every driver with its position.
    pub fn drivers(&self) -> impl Iterator<Item = (DriverIx, &Driver)> {
        self.drivers.iter().enumerate().map(|(position, driver)| (DriverIx(position), driver))
    }

    /// Whether the driver is the caseload of an effort.
    #[must_use]
    pub fn is_caseload(&self, ix: DriverIx) -> bool {
        self.efforts.iter().any(|effort| effort.caseload == Some(ix))
    }

    /// Whether the driver is the length of an effort.
    #[must_use]
    pub fn is_length(&self, ix: DriverIx) -> bool {
        self.efforts.iter().any(|effort| effort.length == ix)
    }

    /// Whether the driver is a number of other efforts and not of this one.
    #[must_use]
    pub fn is_of_others(&self, ix: DriverIx, effort: usize) -> bool {
        let is_its_own = |index: usize, effort: &Effort| {
            let lines = self.lines.iter().filter(|line| line.effort == index);
            let mut drivers = lines.flat_map(|line| line.formula.drivers());
            effort.length == ix || effort.is_told_by(ix) || drivers.any(|own| own == ix)
        };
        let mut owners =
            self.efforts.iter().enumerate().filter(|(index, effort)| is_its_own(*index, effort)).peekable();
        owners.peek().is_some() && owners.all(|(index, _)| index != effort)
    }

    /// Whether any of its lines is a saving.
    #[must_use]
    pub fn states_savings(&self) -> bool {
        self.lines.iter().any(|line| line.side == Side::Saving)
    }

    /// Whether any of its lines is an income.
    #[must_use]
    pub fn has_income(&self) -> bool {
        self.lines.iter().any(|line| line.side == Side::Income)
    }

    /// Whether any line of this effort is a saving.
    #[must_use]
    pub fn saves(&self, effort: usize) -> bool {
        self.lines.iter().any(|line| line.effort == effort && line.side == Side::Saving)
    }

    /// What those who count in the shares of all its efforts have reached. An effort without a share says something only where it names it.
    #[must_use]
    pub fn reached(&self) -> &Reached {
        let says = |effort: &&Effort| effort.effect.is_some() || effort.reached != Reached::JobOrEducation;
        Reached::of_all(self.efforts.iter().filter(says).map(|effort| &effort.reached))
    }

    /// What those who count in the shares of an effort have reached.
    #[must_use]
    pub fn reached_in(&self, effort: usize) -> &Reached {
        self.efforts.get(effort).map_or(&Reached::JobOrEducation, |effort| &effort.reached)
    }

    /// The id of the variant whose unit savings were borrowed.
    #[must_use]
    pub fn lender(&self) -> Option<&str> {
        self.savings_from.as_ref().map(|lender| lender.id.as_str())
    }

    /// The committees that have a share in any of its lines, sorted. Each is listed once.
    #[must_use]
    pub fn committees(&self) -> Vec<Committee> {
        each_once(self.lines.iter().flat_map(|line| &line.committees).map(|share| share.committee))
    }
}
