//! Links from the numbers of two scenarios, and from their differences, to the explanations.

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::explanation::Opened;
use crate::ui::numbers::panel::panel;
use crate::ui::section::Section;
use engine::compare::{Pair, quantity_apart};
use engine::explain::{Ask, Quantity};
use engine::link::{Question, Whose};
use model::note::Variant;
use words::Words;

/// The askers of both scenarios.
pub(super) struct Askers {
    site: Rc<Site>,
    pair: Pair<Asker>,
}

impl Askers {
    pub(super) fn new(site: Rc<Site>) -> Self {
        let left = Asker::own(&site);
        let right = Asker::new(site.clone(), Whose::Other);
        Self { site, pair: Pair { left, right } }
    }

    /// The number of each scenario as a link, or as plain text where it has no explanation; `None` where a scenario has
    /// no such number.
    pub(super) fn numbers(
        &self,
        section: Section,
        asks: Pair<Option<Ask>>,
        shown: Pair<Option<String>>,
    ) -> Pair<Option<Html>> {
        let number = |asker: &Asker, ask: Option<Ask>, shown: Option<String>| {
            let shown = shown?;
            Some(ask.map_or_else(
                || html! { <>{ shown.clone() }</> },
                |ask| asker.number(section, ask, html! { <>{ shown.clone() }</> }),
            ))
        };
        Pair {
            left: number(&self.pair.left, asks.left, shown.left),
            right: number(&self.pair.right, asks.right, shown.right),
        }
    }

    /// The difference as a link, or as plain text where neither scenario has the number.
    pub(super) fn difference(&self, section: Section, asks: Pair<Option<Ask>>, shown: String) -> Html {
        if asks.either().is_none() {
            return html! { <>{ shown }</> };
        }
        self.site.number(section, Question::Difference(asks), html! { <>{ shown }</> })
    }

    /// The explanation that is open in a section, or an empty element.
    pub(super) fn panel(&self, section: Section, words: Words) -> Html {
        match &self.site.asked {
            Some((open_section, question)) if *open_section == section => match question {
                Question::Difference(asks) => self.difference_panel(section, question, *asks, words),
                Question::Of(Whose::Other, _) => panel(&self.pair.right, section),
                Question::Of(..) => panel(&self.pair.left, section),
            },
            _ => html! { <span key="closed"></span> },
        }
    }

    /// The explanation of a difference: one number minus the other, each with a link to its own explanation.
    fn difference_panel(
        &self,
        section: Section,
        question: &Question<'static>,
        asks: Pair<Option<Ask>>,
        words: Words,
    ) -> Html {
        let value = |asker: &Asker, ask: Option<Ask>| asker.value(ask?);
        let values = Pair { left: value(&self.pair.left, asks.left), right: value(&self.pair.right, asks.right) };
        let variants = self.pair.as_ref().map(|asker| asker.note().variant);
        let said = |variant: &Variant, value: Option<Quantity>| value.map(|value| words.quantity(variant, value));
        let shown = Pair { left: said(variants.left, values.left), right: said(variants.right, values.right) };
        let numbers = self.numbers(section, asks, shown);
        let nothing = || html! { <>{ words.labels().comparison.not_there }</> };
        let difference = quantity_apart(values).map_or_else(
            || words.labels().comparison.not_comparable.to_owned(),
            |difference| words.signed(variants.left, difference),
        );
        let name = match (asks.left, asks.right) {
            (Some(ask), _) => words.ask(self.pair.left.note(), ask),
            (None, Some(ask)) => words.ask(self.pair.right.note(), ask),
            (None, None) => String::new(),
        };
        let title = html! { <>{ words.labels().comparison.difference }{ "\u{a0}· " }{ name }{ ": " }<strong>{ difference.clone() }</strong></> };
        let from = self.site.place(section, question);
        let key = format!("{from}-explained");
        html! {
            <Opened {key} {title} {from} link={self.site.link_to(question)}>
                <p class="formula">
                    { numbers.left.unwrap_or_else(nothing) }{ " − " }{ numbers.right.unwrap_or_else(nothing) }{ " = " }{ difference }
                </p>
            </Opened>
        }
    }
}
