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
    Sides,
    /// The budget table.
    Table,
    /// Which driver moves the net most.
    Tornado,
    /// What each driver must be.
    Limits,
    /// The map of two drivers.
    Map,
    /// Drivers side by side.
    DriversApart,
    /// Key figures side by side.
    FiguresApart,
    /// Rows side by side.
    RowsApart,
    /// Who pays and who saves, side by side.
    SidesApart,
    /// Payback by every convention.
    Conventions,
    /// The efforts over the years.
    Story,
}

impl Section {
    /// Where a number stands that a link asks about.
    pub(super) fn of(screen: Screen, question: &Question<'_>, efforts: usize) -> Self {
        match (screen, question) {
            (Screen::Overview | Screen::Findings, _) => Self::Story,
            (Screen::Method, _) => Self::Conventions,
            (Screen::Sensitivity, Question::Of(Whose::At(at), _)) if at.len() > 1 => Self::Map,
            (Screen::Sensitivity, Question::Of(Whose::At(_), Ask::Flow(..))) => Self::Tornado,
            (Screen::Sensitivity, _) => Self::Limits,
            (Screen::Compare, Question::Of(Whose::Own | Whose::Beside, ask)) => Self::side_by_side(*ask),
            (Screen::Compare, Question::Apart(asks)) => asks.either().map_or(Self::FiguresApart, Self::side_by_side),
            (_, Question::Of(_, ask)) => Self::in_calculator(*ask, efforts),
            (_, Question::Apart(_)) => Self::Figures,
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
            Ask::Flow(..) | Ask::Payback(..) => Self::Sides,
        }
    }

    const fn side_by_side(ask: Ask) -> Self {
        match ask {
            Ask::Driver(_) => Self::DriversApart,
            Ask::Line(..) | Ask::Flow(_, Perspective::Total, _) => Self::RowsApart,
            Ask::Flow(..) | Ask::Payback(Perspective::Committee(_), _) => Self::SidesApart,
            Ask::Payback(..) | Ask::Posts(_) | Ask::EffortCost(..) | Ask::PerCitizen(_) | Ask::PerOutcome(_) => {
                Self::FiguresApart
            }
        }
    }

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Efforts => "efforts",
            Self::Chart => "chart",
            Self::Sides => "sides",
            Self::Table => "table",
            Self::Tornado => "tornado",
            Self::Limits => "limits",
            Self::Map => "map",
            Self::DriversApart => "drivers-apart",
            Self::FiguresApart => "figures-apart",
            Self::RowsApart => "rows-apart",
            Self::SidesApart => "sides-apart",
            Self::Conventions => "conventions",
            Self::Story => "story",
        }
    }
}
