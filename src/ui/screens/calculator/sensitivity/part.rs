//! What each part of the sensitivity screen shows.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::{Html, Properties};

use crate::ui::handing_on::save::above;
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel;
use crate::ui::section::Section;
use engine::computed::Computed;
use engine::link::Whose;
use model::evaluate::Perspective;
use model::note::DriverIx;
use model::scenario::Scenario;
use words::Words;

/// What each of the three parts shows.
#[derive(Properties, PartialEq)]
pub(super) struct PartProps {
    pub(super) asker: Asker,
    pub(super) site: Rc<Site>,
    pub(super) now: Rc<Computed<'static>>,
    pub(super) baseline: Rc<Computed<'static>>,
}

impl PartProps {
    pub(super) const fn scenario(&self) -> &Scenario<'static> {
        &self.asker.scenario
    }

    pub(super) fn perspective(&self) -> Perspective {
        self.site.page.perspective(self.site.own.note().variant)
    }

    /// An asker for the numbers that follow when these drivers have these values.
    pub(super) fn asker_at(&self, values: Vec<(DriverIx, Decimal)>) -> Asker {
        Asker::new(self.site.clone(), Whose::At(values))
    }

    /// What stands above a chart in pictures: one without the answer and its conditions could be misread.
    pub(super) fn above_picture(&self, chart: &str, words: Words) -> (String, Vec<String>) {
        above(&self.now, &self.baseline, self.perspective(), chart, words)
    }

    /// The explanation that is open in a section.
    pub(super) fn panel(&self, section: Section) -> Html {
        panel(&self.site.asker_in(section).unwrap_or_else(|| self.asker.clone()), section)
    }
}
