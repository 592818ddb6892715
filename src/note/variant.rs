//! A variant: the note as a calculation, put together.

use serde::{Deserialize, Serialize};

use super::{Committee, Driver, DriverIx, Effort, Line, Names, Side, Source, Year};

/// An edition or scenario of a document that has its own table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variant {
    /// Permanent id: it lives in links.
    pub id: String,
    /// What we call it on screen.
    pub name: Names,
    /// The first year of its tables.
    pub first: Year,
    /// The last year of its tables.
    pub last: Year,
    /// The programmes in it.
    pub efforts: Vec<Effort>,
    /// The numbers a reader may change.
    pub drivers: Vec<Driver>,
    /// The rows of its budget.
    pub lines: Vec<Line>,
    /// Results that the document itself prints.
    pub printed_paybacks: Vec<PrintedPayback>,
    /// Whom its unit savings are about, where they are about some of the citizens only.
    pub savings_about: Option<Names>,
    /// The variant whose unit savings were borrowed; `None` as published.
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

/// A result that a document prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedPayback {
    /// Seen from where.
    pub basis: PaybackBasis,
    /// The printed payback time, in years.
    pub payback: u16,
    /// Where it stands.
    pub source: Source,
}

/// What a published payback time counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaybackBasis {
    /// All areas.
    Total,
    /// Service alone.
    Service,
}

impl Variant {
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

    /// Whether any of its lines is a saving.
    #[must_use]
    pub fn states_savings(&self) -> bool {
        self.lines.iter().any(|line| line.side == Side::Saving)
    }

    /// The id of the variant whose unit savings were borrowed.
    #[must_use]
    pub fn lender(&self) -> Option<&str> {
        self.savings_from.as_ref().map(|lender| lender.id.as_str())
    }

    /// The committees that carry any of its lines, in the order of the lines, each once.
    #[must_use]
    pub fn committees(&self) -> Vec<Committee> {
        let mut found: Vec<Committee> = Vec::new();
        for share in self.lines.iter().flat_map(|line| &line.committees) {
            if !found.contains(&share.committee) {
                found.push(share.committee);
            }
        }
        found.sort_unstable();
        found
    }
}
