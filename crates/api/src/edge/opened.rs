//! Links, as JavaScript gets what they lead to.

use std::collections::BTreeMap;

use engine::link;
use model::evaluate::Perspective;
use model::note::{Driver, Unit};
use model::scenario::{Rejection, Scenario};
use serde::Serialize;

use super::{Exact, PostsCount};

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Opened {
    /// The scenario, which every call takes.
    pub scenario: ScenarioState,
    /// What of the link could not be applied, one by one.
    pub notices: Vec<Notice>,
}

/// A scenario with nothing left out. Every call that takes a scenario takes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct ScenarioState {
    /// The permanent id of the note.
    pub note: String,
    /// The note that its savings are borrowed from; `null` where they are its own, or there are none.
    pub savings_from: Option<String>,
    /// The drivers with a value of their own, in the driver's unit.
    pub drivers: BTreeMap<String, Exact>,
    /// How posts are counted.
    pub posts: PostsCount,
    /// The rate for the discounted payback, in per cent a year.
    pub discount_rate: Exact,
    /// How many years ahead a payback is looked for.
    pub horizon: u32,
    /// Whose money is counted.
    pub seen_from: String,
}

/// Something in a link that could not be applied as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Notice {
    /// What it is.
    pub kind: NoticeKind,
    /// The id of the driver that it is about; `null` where it is about none.
    pub driver: Option<String>,
    /// What the link says; `null` where a sentence would not name it.
    pub text: Option<String>,
}

/// What can be wrong with a part of a link. A later page that shows another headline than the link has, says so too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub enum NoticeKind {
    /// The page showed another headline when the link was made.
    OtherHeadline,
    /// There is no such screen.
    UnknownScreen,
    /// There is no such chapter on the method.
    UnknownChapter,
    /// No finding has such an id.
    UnknownFinding,
    /// There is no such document.
    UnknownDocument,
    /// There is no such language.
    UnknownLanguage,
    /// The note has no such perspective.
    UnknownPerspective,
    /// The note has no such number to explain.
    UnknownNumber,
    /// Payback cannot be looked for within so many years.
    UnknownYears,
    /// It is not a rate that can be discounted by.
    UnknownRate,
    /// It is not a horizon that can be chosen.
    UnknownHorizon,
    /// The link has another version.
    OtherVersion,
    /// There is no such note. Another one was opened.
    UnknownNote,
    /// The link was cut off before its note.
    CutBeforeNote,
    /// The note has no such driver.
    UnknownDriver,
    /// The value is not a number.
    Unreadable,
    /// The value is below the lowest one that the driver accepts.
    TooLow,
    /// The value is above the highest one that the driver accepts.
    TooHigh,
    /// The value has more decimals than the driver accepts.
    TooFine,
    /// There are no such savings to borrow.
    UnknownSavings,
    /// Posts cannot be counted in this way.
    UnknownPosts,
    /// A caseload has a value, although it follows the citizens because the posts stay as in the note.
    CaseloadFollows,
    /// The link is about another edition of the file that the note was loaded from.
    OtherFile,
    /// A part is not of the form `key=value`.
    Fragment,
    /// A key is there more than once.
    Repeated,
}

impl ScenarioState {
    /// The scenario, seen from a perspective.
    #[must_use]
    pub fn of(scenario: &Scenario<'_>, perspective: Perspective) -> Self {
        let variant = scenario.note().variant;
        let drivers =
            scenario.changes().map(|change| (change.driver.id.clone(), Exact::on_screen(change.driver, change.value)));
        let rate = scenario.rate();
        Self {
            note: variant.id.clone(),
            savings_from: variant.lender().map(str::to_owned),
            drivers: drivers.collect(),
            posts: scenario.posts().into(),
            discount_rate: rate.checked_mul(Unit::Share.scale()).unwrap_or(rate).into(),
            horizon: scenario.horizon().years(),
            seen_from: perspective.id(variant).to_owned(),
        }
    }
}

impl Notice {
    fn new(kind: NoticeKind, text: Option<&str>) -> Self {
        Self { kind, driver: None, text: text.map(str::to_owned) }
    }

    fn about(driver: &Driver, kind: NoticeKind, text: Option<&str>) -> Self {
        Self { driver: Some(driver.id.clone()), ..Self::new(kind, text) }
    }
}

impl From<&link::Notice<'_>> for Notice {
    fn from(notice: &link::Notice<'_>) -> Self {
        use link::Notice as Link;
        match notice {
            Link::OtherHeadline { .. } => Self::new(NoticeKind::OtherHeadline, None),
            Link::UnknownScreen(text) => Self::new(NoticeKind::UnknownScreen, Some(text)),
            Link::UnknownChapter(text) => Self::new(NoticeKind::UnknownChapter, Some(text)),
            Link::UnknownFinding(text) => Self::new(NoticeKind::UnknownFinding, Some(text)),
            Link::UnknownDocument(text) => Self::new(NoticeKind::UnknownDocument, Some(text)),
            Link::UnknownLanguage(text) => Self::new(NoticeKind::UnknownLanguage, Some(text)),
            Link::UnknownPerspective(text) => Self::new(NoticeKind::UnknownPerspective, Some(text)),
            Link::UnknownNumber(text) => Self::new(NoticeKind::UnknownNumber, Some(text)),
            Link::UnknownYears(text) => Self::new(NoticeKind::UnknownYears, Some(text)),
            Link::UnknownRate(text) => Self::new(NoticeKind::UnknownRate, Some(text)),
            Link::UnknownHorizon(text) => Self::new(NoticeKind::UnknownHorizon, Some(text)),
            Link::OtherVersion(text) => Self::new(NoticeKind::OtherVersion, Some(text)),
            Link::UnknownNote { id, .. } => Self::new(NoticeKind::UnknownNote, Some(id)),
            Link::FileNotHere(file) => Self::new(NoticeKind::UnknownNote, Some(file.name.words())),
            Link::OtherFile(note) => Self::new(NoticeKind::OtherFile, Some(&note.variant.id)),
            Link::CutBeforeNote(_) => Self::new(NoticeKind::CutBeforeNote, None),
            Link::UnknownDriver(id) => {
                Self { driver: Some(id.clone()), ..Self::new(NoticeKind::UnknownDriver, Some(id)) }
            }
            Link::Unreadable { driver, value } => Self::about(driver, NoticeKind::Unreadable, Some(value)),
            Link::Rejected { driver, value, rejection } => {
                let kind = match rejection {
                    Rejection::NoSuchDriver => NoticeKind::UnknownDriver,
                    Rejection::TooLow(_) => NoticeKind::TooLow,
                    Rejection::TooHigh(_) => NoticeKind::TooHigh,
                    Rejection::TooFine(_) => NoticeKind::TooFine,
                };
                Self::about(driver, kind, Some(value))
            }
            Link::UnknownSavings(text) => Self::new(NoticeKind::UnknownSavings, Some(text)),
            Link::UnknownPosts(text) => Self::new(NoticeKind::UnknownPosts, Some(text)),
            Link::CaseloadFollows(driver) => Self::about(driver, NoticeKind::CaseloadFollows, None),
            Link::Fragment(text) => Self::new(NoticeKind::Fragment, Some(text)),
            Link::Repeated(text) => Self::new(NoticeKind::Repeated, Some(text)),
        }
    }
}
