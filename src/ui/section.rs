//! The parts of the page that show numbers, and where a number stands that a link asks about.

use crate::evaluate::Perspective;
use crate::explain::{Ask, Flow};
use crate::link::{Question, Screen, Whose};

/// A part of the page that shows numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The key figures.
    Figures,
    /// The efforts of a note.
    Efforts,
    /// The cumulative chart's table.
    Chart,
    /// Who pays, and who saves.
    WhoPays,
    /// The budget table.
    Table,
    /// Which driver moves the net most.
    Tornado,
    /// What each driver must be.
    Limits,
    /// The map of two drivers.
    Map,
    /// Drivers side by side.
    CompareDrivers,
    /// Key figures side by side.
    CompareFigures,
    /// Rows side by side.
    CompareRows,
    /// Who pays and who saves, side by side.
    CompareWhoPays,
    /// Payback by every convention.
    Conventions,
    /// The efforts over the years.
    Timeline,
}

impl Section {
    /// Where a number stands that a link asks about.
    pub(super) fn of(screen: Screen, question: &Question<'_>, efforts: usize) -> Self {
        match (screen, question) {
            (Screen::Overview | Screen::Findings, _) => Self::Timeline,
            (Screen::Method, _) => Self::Conventions,
            (Screen::Sensitivity, Question::Of(Whose::At(at), _)) if at.len() > 1 => Self::Map,
            (Screen::Sensitivity, Question::Of(Whose::At(_), Ask::Flow(..))) => Self::Tornado,
            (Screen::Sensitivity, _) => Self::Limits,
            (Screen::Compare, Question::Of(Whose::Own | Whose::Other, ask)) => Self::side_by_side(*ask),
            (Screen::Compare, Question::Difference(asks)) => {
                asks.either().map_or(Self::CompareFigures, Self::side_by_side)
            }
            (_, Question::Of(_, ask)) => Self::in_calculator(*ask, efforts),
            (_, Question::Difference(_)) => Self::Figures,
        }
    }

    const fn in_calculator(ask: Ask, efforts: usize) -> Self {
        match ask {
            Ask::Payback(Perspective::Total | Perspective::Service, _) | Ask::Posts(None) | Ask::Driver(_) => {
                Self::Figures
            }
            Ask::PerCitizen(_) | Ask::PerOutcome(_) | Ask::EffortCost(..) | Ask::Posts(Some(_)) => {
                // A note with one effort has its figures among the key figures.
                if efforts == 1 { Self::Figures } else { Self::Efforts }
            }
            Ask::Flow(Flow::Cumulative, ..) => Self::Chart,
            Ask::Line(..) | Ask::Flow(_, Perspective::Total, _) => Self::Table,
            Ask::Flow(..) | Ask::Payback(..) => Self::WhoPays,
        }
    }

    const fn side_by_side(ask: Ask) -> Self {
        match ask {
            Ask::Driver(_) => Self::CompareDrivers,
            Ask::Line(..) | Ask::Flow(_, Perspective::Total, _) => Self::CompareRows,
            Ask::Flow(..) | Ask::Payback(Perspective::Committee(_), _) => Self::CompareWhoPays,
            Ask::Payback(..) | Ask::Posts(_) | Ask::EffortCost(..) | Ask::PerCitizen(_) | Ask::PerOutcome(_) => {
                Self::CompareFigures
            }
        }
    }

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Efforts => "efforts",
            Self::Chart => "chart",
            Self::WhoPays => "sides",
            Self::Table => "table",
            Self::Tornado => "tornado",
            Self::Limits => "limits",
            Self::Map => "map",
            Self::CompareDrivers => "drivers-apart",
            Self::CompareFigures => "figures-apart",
            Self::CompareRows => "rows-apart",
            Self::CompareWhoPays => "sides-apart",
            Self::Conventions => "conventions",
            Self::Timeline => "story",
        }
    }
}
