//! How the city divides its budget: steering areas, administrations and committees.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::money;

/// A steering area of the municipal budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Service.
    Service,
    /// Overførsler.
    Transfers,
    /// Indsats (EI).
    Programme,
    /// Efterspørgselsstyrede overførsler (EO).
    DemandLedTransfers,
}

/// An administration of the city.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Administration {
    /// Beskæftigelses- og Integrationsforvaltningen.
    Bif,
    /// Socialforvaltningen.
    Sof,
    /// Sundheds- og Omsorgsforvaltningen.
    Suf,
}

/// A committee of the city council.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Committee {
    /// Beskæftigelses- og Integrationsudvalget.
    Biu,
    /// Socialudvalget.
    Sud,
    /// Sundheds- og Omsorgsudvalget.
    Sou,
}

/// The part of a line that a committee carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitteeShare {
    /// Who.
    pub committee: Committee,
    /// How much, a share of 1.
    #[serde(with = "money::decimal")]
    pub share: Decimal,
}
