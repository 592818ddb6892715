//! The sensitivity screen: which driver moves the answer most, which value each driver needs, and how two drivers act
//! together.

mod break_even;
mod map;
mod map_table;
mod tornado;

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::{Callback, Html, Properties, function_component, html};

use crate::computed::Computed;
use crate::evaluate::Perspective;
use crate::link::Whose;
use crate::note::DriverIx;
use crate::scenario::Scenario;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::section::Section;
use crate::ui::state::Action;

use break_even::Limits;
use map::MapView;
use tornado::Tornado;

#[derive(Properties, PartialEq)]
pub(crate) struct SensitivityProps {
    /// The asker for the numbers of the reader's scenario.
    pub(crate) asker: Asker,
    pub(crate) site: Rc<Site>,
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) on_action: Callback<Action>,
}

/// What each of the three parts shows.
#[derive(Properties, PartialEq)]
struct PartProps {
    asker: Asker,
    site: Rc<Site>,
    now: Rc<Computed<'static>>,
    on_action: Callback<Action>,
}

impl PartProps {
    const fn scenario(&self) -> &Scenario<'static> {
        &self.asker.scenario
    }

    fn perspective(&self) -> Perspective {
        self.site.page.perspective(self.site.own.note().variant)
    }

    /// An asker for the numbers that follow when these drivers have these values.
    fn asker_at(&self, values: Vec<(DriverIx, Decimal)>) -> Asker {
        Asker::new(self.site.clone(), Whose::At(values))
    }

    /// The explanation that is open in a section.
    fn panel(&self, section: Section) -> Html {
        self.site.asker_in(section).unwrap_or_else(|| self.asker.clone()).panel(section)
    }
}

/// The three parts of the screen, one below the other.
#[function_component]
pub(crate) fn Sensitivity(props: &SensitivityProps) -> Html {
    let SensitivityProps { asker, site, now, on_action } = props;
    html! {
        <>
            <Tornado asker={asker.clone()} site={site.clone()} now={now.clone()} on_action={on_action.clone()} />
            <Limits asker={asker.clone()} site={site.clone()} now={now.clone()} on_action={on_action.clone()} />
            <MapView asker={asker.clone()} site={site.clone()} now={now.clone()} on_action={on_action.clone()} />
        </>
    }
}
