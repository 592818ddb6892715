//! The sections of the page that show numbers, and the section in which a link's question opens.

use engine::explain::{Ask, Flow};
use engine::link::{Question, Screen, Whose};
use model::evaluate::Perspective;
use model::note::Variant;

/// A section of the page that shows numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The key figures.
    Figures,
    /// The table of the note's efforts.
    Efforts,
    /// The table of the cumulative chart.
    Chart,
    /// The table of who pays and who saves.
    WhoPays,
    /// The budget table.
    Table,
    /// The tornado chart: which driver moves the net most.
    Tornado,
    /// The break-even list: which value each driver needs for payback in time.
    Limits,
    /// The map of two drivers.
    Map,
    /// The drivers of two scenarios side by side.
    CompareDrivers,
    /// The key figures of two scenarios side by side.
    CompareFigures,
    /// The budget rows of two scenarios side by side.
    CompareRows,
    /// Who pays and who saves in two scenarios, side by side.
    CompareWhoPays,
    /// The table of payback by every convention.
    Conventions,
    /// The timeline: the efforts over the years.
    Timeline,
    /// The answers to the questions that readers ask.
    Answers,
}

impl Section {
    /// The section in which a question from a link opens. A link names the number but no section.
    /// `chosen` is the perspective of the key figures.
    pub(super) fn of(screen: Screen, question: &Question<'_>, variant: &Variant, chosen: Perspective) -> Self {
        let efforts = variant.efforts.len();
        match (screen, question) {
            (Screen::Overview | Screen::Aims | Screen::Findings, _) => Self::Timeline,
            (Screen::Questions, _) => Self::Answers,
            (Screen::Method, _) => Self::Conventions,
            (Screen::Note, Question::Of(Whose::At(values), _)) if values.len() > 1 => Self::Map,
            (Screen::Note, Question::Of(Whose::At(_), Ask::Flow(..))) => Self::Tornado,
            (Screen::Note, Question::Of(Whose::At(_), _)) => Self::Limits.if_there(variant, chosen),
            (Screen::Compare, Question::Of(Whose::Own | Whose::Other, ask)) => Self::side_by_side(*ask),
            (Screen::Compare, Question::Difference(asks)) => {
                asks.either().map_or(Self::CompareFigures, Self::side_by_side)
            }
            (_, Question::Of(_, ask)) => Self::in_calculator(*ask, efforts, chosen),
            (_, Question::Difference(_)) => Self::Figures,
        }
    }

    /// The section itself, or the one that takes its place in a calculator without it: what it takes to be paid back is not said where
    /// nothing is saved.
    pub(super) fn if_there(self, variant: &Variant, chosen: Perspective) -> Self {
        match self {
            Self::Limits if !chosen.states_savings(variant) => Self::Tornado,
            section => section,
        }
    }

    /// The section of the calculator that shows a number.
    fn in_calculator(ask: Ask, efforts: usize, chosen: Perspective) -> Self {
        match ask {
            Ask::Payback(Perspective::Service, _) | Ask::Posts(None) | Ask::Driver(_) => Self::Figures,
            Ask::Payback(perspective, _) | Ask::Returned(perspective) if perspective == chosen => Self::Figures,
            Ask::PerCitizen(_) | Ask::PerOutcome(_) | Ask::EffortCost(..) | Ask::Posts(Some(_)) => {
                // A note with a single effort shows that effort's figures among the key figures.
                if efforts == 1 { Self::Figures } else { Self::Efforts }
            }
            Ask::Flow(Flow::Cumulative, ..) => Self::Chart,
            Ask::Line(..) | Ask::Flow(_, Perspective::Total, _) => Self::Table,
            Ask::Flow(..) | Ask::Payback(..) | Ask::Returned(_) | Ask::ReturnedInAll(_) => Self::WhoPays,
        }
    }

    /// The section of the comparison that shows a number.
    const fn side_by_side(ask: Ask) -> Self {
        match ask {
            Ask::Driver(_) => Self::CompareDrivers,
            Ask::Line(..) | Ask::Flow(_, Perspective::Total, _) => Self::CompareRows,
            Ask::Flow(..) | Ask::Payback(Perspective::Committee(_), _) => Self::CompareWhoPays,
            Ask::Payback(..)
            | Ask::Returned(_)
            | Ask::ReturnedInAll(_)
            | Ask::Posts(_)
            | Ask::EffortCost(..)
            | Ask::PerCitizen(_)
            | Ask::PerOutcome(_) => Self::CompareFigures,
        }
    }

    /// The section's id. The ids of its numbers in the page begin with it.
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
            Self::Answers => "answers",
        }
    }
}
