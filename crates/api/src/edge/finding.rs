//! Where documents disagree, as JavaScript gets it.

use engine::findings;
use model::note::{CountUnit, Names as NoteNames, Reach, Year};
use rust_decimal::Decimal;
use serde::Serialize;

use super::note::area;
use super::{Cell, Exact, Names};

/// Two places that should agree and do not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Finding {
    /// Its id in links.
    pub id: String,
    /// What was compared, such as `payback`, `sum` or `target`.
    pub kind: &'static str,
    /// Whether it changes little for a reader.
    pub is_minor: bool,
    /// What it is about; `null` where the places say it.
    pub about: Option<Names>,
    /// The places of the first and of the second side, with the documents' words.
    pub places: [Vec<Place>; 2],
    /// The comparisons that differ.
    pub comparisons: Vec<Comparison>,
    /// The findings that follow from this one.
    pub same_fact: Vec<Finding>,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Place {
    /// The id of the document.
    pub document: String,
    /// The table or section; empty for a document as a whole.
    pub place: String,
    /// The document's own words.
    pub words: String,
}

/// One comparison: its column, and the values on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Comparison {
    /// The year of the column; `null` where it is about a sum over the years or about the whole.
    pub year: Option<Year>,
    /// The value on the first side.
    pub left: Value,
    /// The value on the second side.
    pub right: Value,
}

/// A value that a comparison reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
#[cfg_attr(not(target_arch = "wasm32"), ts(rename = "FindingValue"))]
pub enum Value {
    /// A cell.
    Cell {
        /// In whole 1.000 kr.
        value: Cell,
    },
    /// An empty cell, no target, no result.
    Empty,
    /// An amount in a sentence.
    Amount {
        /// In 1.000 kr.
        value: Exact,
    },
    /// A cost per post.
    PerPost {
        /// In 1.000 kr.
        value: Exact,
    },
    /// Years from the first to the last.
    Years {
        /// The first.
        first: Year,
        /// The last.
        last: Year,
    },
    /// A payback time.
    Payback {
        /// In years; `null` where it never pays back.
        value: Option<Exact>,
    },
    /// Full-time posts.
    Posts {
        /// Their number.
        value: Exact,
    },
    /// A number of `people`, `posts` or `talks`.
    Count {
        /// The number.
        value: Exact,
        /// What is counted.
        unit: &'static str,
        /// Who they are to be, or what they have reached; `null` where it is not what differs.
        of: Option<Names>,
    },
    /// A share.
    Share {
        /// A share of 1.
        value: Exact,
        /// Its definition; `null` where it is not what differs.
        of: Option<Names>,
    },
    /// How many have reached an aim beside how many were to.
    Against {
        /// What was measured.
        value: Exact,
        /// What was to be reached.
        target: Exact,
        /// What both are: `share`, of 1, or `people`.
        unit: &'static str,
    },
    /// Texts: committees, an appropriation, a steering area or tables, by their ids or numbers.
    Ids {
        /// The ids.
        ids: Vec<String>,
    },
    /// What sentences say, in the data's words.
    Said {
        /// The wordings.
        says: Vec<Names>,
    },
    /// A number of follow-ups.
    FollowUps {
        /// The number.
        value: u32,
    },
    /// Amounts that stay the same over some years.
    Unmoved {
        /// The amounts.
        amounts: Vec<UnmovedAmount>,
    },
    /// By how much posts have become dearer.
    Rises {
        /// The rises.
        rises: Vec<Rise>,
    },
}

/// An amount that stays the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct UnmovedAmount {
    /// The amount, in whole 1.000 kr.
    pub value: Cell,
    /// The first year.
    pub first: Year,
    /// The last year.
    pub last: Year,
}

/// By how much a post has become dearer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Rise {
    /// The post.
    pub name: Names,
    /// The rise, a share of 1.
    pub value: Exact,
}

impl From<&findings::Finding<'_>> for Finding {
    fn from(finding: &findings::Finding<'_>) -> Self {
        Self::of(finding.id.clone(), finding.check)
    }
}

impl Finding {
    fn of(id: String, check: &findings::Check) -> Self {
        let followers = check.same_fact.iter().map(|follower| Self::of(id.clone(), follower)).collect();
        let places = [0, 1].map(|side| check.places.get(side).into_iter().flatten().map(Place::from).collect());
        Self {
            kind: check.kind.id(),
            is_minor: check.kind.is_minor(),
            about: check.about.as_ref().map(Names::from),
            places,
            comparisons: check.differences().map(Comparison::from).collect(),
            same_fact: followers,
            id,
        }
    }
}

impl From<&findings::Place> for Place {
    fn from(place: &findings::Place) -> Self {
        Self { document: place.document.clone(), place: place.place.clone(), words: place.words.clone() }
    }
}

impl From<&findings::Compared> for Comparison {
    fn from(compared: &findings::Compared) -> Self {
        let year = match compared.column {
            findings::Column::Year(year) | findings::Column::TotalIn(year) => Some(year),
            findings::Column::Total | findings::Column::Whole => None,
        };
        Self { year, left: Value::from(&compared.left), right: Value::from(&compared.right) }
    }
}

impl From<&findings::Value> for Value {
    fn from(value: &findings::Value) -> Self {
        use findings::Value as Model;
        match value {
            Model::Cell(cell) => Self::Cell { value: (*cell).into() },
            Model::Empty => Self::Empty,
            Model::Stated(thousands, _) => Self::Amount { value: (*thousands).into() },
            Model::Years(first, last) => Self::Years { first: *first, last: *last },
            Model::Payback(years) => Self::Payback { value: years.map(Exact::from) },
            Model::PerPost(cost) => Self::PerPost { value: (*cost).into() },
            Model::Posts(posts) => Self::Posts { value: (*posts).into() },
            Model::Count(share, CountUnit::Share, _) | Model::Share(share) => {
                Self::Share { value: (*share).into(), of: None }
            }
            Model::Count(number, CountUnit::People, _) => {
                Self::Count { value: (*number).into(), unit: "people", of: None }
            }
            Model::Count(number, CountUnit::Posts, _) => {
                Self::Count { value: (*number).into(), unit: "posts", of: None }
            }
            Model::Count(number, CountUnit::Talks, _) => {
                Self::Count { value: (*number).into(), unit: "talks", of: None }
            }
            Model::Committees(committees) => {
                Self::Ids { ids: committees.iter().map(|committee| committee.id().to_owned()).collect() }
            }
            Model::Appropriation(appropriation) => Self::Ids { ids: appropriation.iter().cloned().collect() },
            Model::Area(named) => Self::Ids { ids: vec![area(named)] },
            Model::Target(reach, of) => match reach {
                Reach::Share(share) => Self::Share { value: (*share).into(), of: Some(of.into()) },
                Reach::People(people) => {
                    Self::Count { value: Decimal::from(*people).into(), unit: "people", of: Some(of.into()) }
                }
            },
            Model::Against(reached, target) => {
                let unit = match target {
                    Reach::Share(_) => "share",
                    Reach::People(_) => "people",
                };
                Self::Against { value: number(*reached), target: number(*target), unit }
            }
            Model::Said(says) => Self::Said { says: says.iter().map(Names::from).collect() },
            Model::FollowUps(number) => Self::FollowUps { value: u32::try_from(*number).unwrap_or(u32::MAX) },
            Model::Unmoved(amounts) => {
                let amounts = amounts.iter().map(|(amount, (first, last))| UnmovedAmount {
                    value: (*amount).into(),
                    first: *first,
                    last: *last,
                });
                Self::Unmoved { amounts: amounts.collect() }
            }
            Model::Rises(rises) => {
                let rise = |(name, rise): &(NoteNames, _)| Rise { name: name.into(), value: Exact::from(*rise) };
                Self::Rises { rises: rises.iter().map(rise).collect() }
            }
            Model::Tables(tables) => Self::Ids { ids: tables.clone() },
        }
    }
}

/// How many reach an aim: a share of 1, or a number of people.
fn number(reach: Reach) -> Exact {
    match reach {
        Reach::Share(share) => share.into(),
        Reach::People(people) => Decimal::from(people).into(),
    }
}
