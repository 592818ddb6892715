//! How the city divides its budget: steering areas, administrations and committees.
//!
//! The calculation knows what service is, so areas are an enum. Administrations and committees are data: `data/city.toml`
//! lists them, and the notes refer to them by id.

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Names;
use crate::money;

/// A steering area of the municipal budget.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// Anlæg: buildings, equipment and other capital. It is the city's money, and no part of service.
    Capital,
    /// What another municipality calls one, in its own words: "Forsikrede ledige". It is no part of service. Only in a note that does not
    /// ship.
    Named(Names),
}

impl Area {
    /// Those with ids.
    pub const KNOWN: [Self; 5] =
        [Self::Service, Self::Transfers, Self::Programme, Self::DemandLedTransfers, Self::Capital];

    /// Its permanent id; `None` for one in a note's own words.
    #[must_use]
    pub const fn id(&self) -> Option<&'static str> {
        match self {
            Self::Service => Some("service"),
            Self::Transfers => Some("transfers"),
            Self::Programme => Some("programme"),
            Self::DemandLedTransfers => Some("demand-led-transfers"),
            Self::Capital => Some("capital"),
            Self::Named(_) => None,
        }
    }
}

/// The administrations and committees that the notes name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct City {
    /// The administrations, in the order in which the page lists them.
    #[serde(rename = "administration")]
    pub administrations: Vec<Body>,
    /// The committees of the city council, in the same way.
    #[serde(rename = "committee")]
    pub committees: Vec<Body>,
}

/// An administration or a committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Permanent id: that of a committee lives in links.
    pub id: String,
    /// The short name that the city's staff use.
    pub short: String,
    /// Its name; in English without the article.
    pub name: Names,
}

/// An administration, by its position in the [`City`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Administration(u8);

/// A committee, by its position in the [`City`] and its permanent id. It is small enough to be copied into every perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Committee {
    position: u8,
    id: ShortId,
}

/// An id of a few ASCII characters, filled up with zeros.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct ShortId([u8; ShortId::LONGEST]);

/// The part of a line that a committee pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitteeShare {
    /// The committee that pays it.
    pub committee: Committee,
    /// The part that it pays, a share of 1.
    #[serde(with = "money::decimal")]
    pub share: Decimal,
}

impl City {
    /// The names of an administration; `None` if it is from another city file.
    #[must_use]
    pub fn administration(&self, administration: Administration) -> Option<&Body> {
        self.administrations.get(usize::from(administration.0))
    }

    /// The names of a committee; `None` if it is from another city file.
    #[must_use]
    pub fn committee(&self, committee: Committee) -> Option<&Body> {
        self.committees.get(usize::from(committee.position))
    }

    /// The administration with this id.
    #[must_use]
    pub fn find_administration(&self, id: &str) -> Option<Administration> {
        position(&self.administrations, id).map(Administration)
    }

    /// The committee with this id; `None` also for an id that is longer than [`Committee::LONGEST_ID`].
    #[must_use]
    pub fn find_committee(&self, id: &str) -> Option<Committee> {
        Some(Committee { position: position(&self.committees, id)?, id: ShortId::new(id)? })
    }
}

fn position(bodies: &[Body], id: &str) -> Option<u8> {
    u8::try_from(bodies.iter().position(|body| body.id == id)?).ok()
}

impl Committee {
    /// How many characters its id may have.
    pub const LONGEST_ID: usize = ShortId::LONGEST;

    /// Its permanent id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// Writes its id alone, as other programs are to read it.
    ///
    /// # Errors
    /// Those of the serializer.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "the signature that serde's `serialize_with` asks for")]
    pub fn serialize_id<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl ShortId {
    /// With its position a committee then has three words of the machine. Names of committees are longer, and ids need not be.
    const LONGEST: usize = 23;

    fn new(id: &str) -> Option<Self> {
        let fits = id.is_ascii() && (1..=Self::LONGEST).contains(&id.len());
        let mut letters = [0; Self::LONGEST];
        for (place, letter) in letters.iter_mut().zip(id.bytes()) {
            *place = letter;
        }
        fits.then_some(Self(letters))
    }

    fn as_str(&self) -> &str {
        let Self(letters) = self;
        let letters = letters.split(|letter| *letter == 0).next().unwrap_or_default();
        std::str::from_utf8(letters).unwrap_or_default()
    }
}

impl Serialize for ShortId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for ShortId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = <&str>::deserialize(deserializer)?;
        Self::new(id).ok_or_else(|| D::Error::custom("an id of a committee is longer than it may be"))
    }
}
