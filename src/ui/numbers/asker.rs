//! Numbers that can be asked about: their scenario, the link that asks, and the place where the answer opens.

use std::rc::Rc;

use web_sys::Element;
use yew::{Callback, FocusEvent, Html, MouseEvent, TargetCast, html};

use crate::ui::browser::focus;
use crate::ui::section::Section;
use crate::ui::state::{Action, State};
use engine::computed::Computed;
use engine::explain::{Ask, Explanation, Quantity, explain};
use engine::link::{Page, Question, Whose};
use model::note::Note;
use model::scenario::Scenario;
use words::Words;

/// What all numbers on the page need so that they can be asked about.
#[derive(PartialEq)]
pub(crate) struct Site {
    /// The page without a question.
    pub(crate) page: Page<'static>,
    /// The reader's own scenario.
    pub(crate) own: Rc<Computed<'static>>,
    /// The scenario that it is compared with.
    other: Rc<Computed<'static>>,
    /// The link to the reader's own scenario.
    pub(crate) link: String,
    /// The part of the page in which a question was asked, and the question.
    pub(crate) asked: Option<(Section, Question<'static>)>,
    pub(crate) on_action: Callback<Action>,
}

impl Site {
    pub(crate) fn new(state: &State, on_action: &Callback<Action>) -> Rc<Self> {
        let page = Page { question: None, ..state.page.clone() };
        let link = page.link(state.scenario());
        let variant = state.note().variant;
        let asked = state.page.question.clone().map(|question| {
            let chosen = page.perspective(variant);
            let asked_in = state.asked_in.map(|section| section.if_there(variant, chosen));
            (asked_in.unwrap_or_else(|| Section::of(page.screen, &question, variant, chosen)), question)
        });
        Rc::new(Self {
            page,
            own: state.own().clone(),
            other: state.other().clone(),
            link,
            asked,
            on_action: on_action.clone(),
        })
    }

    /// A number in a part of the page. Pressing it opens or closes its explanation.
    pub(crate) fn number(&self, section: Section, question: Question<'static>, shown: Html) -> Html {
        let addition = self.page.asking(&question, &self.own.scenario);
        let is_open = self.asked.as_ref().is_some_and(|asked| asked.0 == section && asked.1 == question);
        let id = number_id(section, &addition);
        let href = format!("#{}{addition}", self.link);
        let on_action = self.on_action.clone();
        let on_press = Callback::from(move |event: MouseEvent| {
            // With a modifier key, the browser opens the link like any other.
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            on_action.emit(if is_open { Action::ExplanationClosed } else { Action::Asked(question.clone(), section) });
        });
        html! {
            <a
                class="number-link" {id} {href}
                aria-expanded={if is_open { "true" } else { "false" }} onclick={on_press}
                onfocus={|event: FocusEvent| focus::reveal(&event.target_unchecked_into::<Element>())}
            >
                { shown }
            </a>
        }
    }

    /// The link that asks a question.
    pub(crate) fn link_to(&self, question: &Question<'static>) -> String {
        format!("{}{}", self.link, self.page.asking(question, &self.own.scenario))
    }

    /// The id, in the document, of the number that asks a question in a part of the page.
    pub(crate) fn place(&self, section: Section, question: &Question<'static>) -> String {
        number_id(section, &self.page.asking(question, &self.own.scenario))
    }

    /// A computed scenario. The scenarios that the page shows are not computed again.
    fn computed(&self, whose: &Whose<'static>, scenario: &Scenario<'static>) -> Option<Rc<Computed<'static>>> {
        match whose {
            Whose::Own => Some(self.own.clone()),
            Whose::Other => Some(self.other.clone()),
            Whose::At(_) | Whose::Baseline(_) => Computed::of(scenario.clone()).map(Rc::new),
        }
    }

    /// The asker of the question that is open in a part of the page; `None` if none is open there.
    pub(crate) fn asker_in(self: &Rc<Self>, section: Section) -> Option<Asker> {
        match self.asked.as_ref()? {
            (asked_in, Question::Of(whose, _)) if *asked_in == section => Some(Asker::new(self.clone(), whose.clone())),
            _ => None,
        }
    }
}

/// The id of a number in the document: the part of the page, and what the number adds to the link.
fn number_id(section: Section, addition: &str) -> String {
    let asked = addition.trim_start_matches('&');
    format!("{}-{}", section.id(), asked.strip_prefix("explain=").unwrap_or(asked).replace(['&', '='], "_"))
}

/// Lets readers ask about the numbers of one scenario.
#[derive(Clone, PartialEq)]
pub(crate) struct Asker {
    site: Rc<Site>,
    whose: Whose<'static>,
    /// The scenario that its numbers belong to.
    pub(crate) scenario: Scenario<'static>,
    /// The part of the page with an open explanation, and the number that it explains.
    open: Option<(Section, Ask)>,
}

impl Asker {
    pub(crate) fn new(site: Rc<Site>, whose: Whose<'static>) -> Self {
        let scenario = site.page.scenario_of(&whose, &site.own.scenario);
        let open = site.asked.as_ref().and_then(|(section, question)| match question {
            Question::Of(asked_whose, ask) if *asked_whose == whose => Some((*section, *ask)),
            _ => None,
        });
        Self { site, whose, scenario, open }
    }

    /// The reader's own scenario.
    pub(crate) fn own(site: &Rc<Site>) -> Self {
        Self::new(site.clone(), Whose::Own)
    }

    pub(crate) fn note(&self) -> Note<'static> {
        self.scenario.note()
    }

    /// The wordings of the page.
    pub(super) fn words(&self) -> Words {
        words::of(self.site.page.language)
    }

    /// A sentence about the scenario of its numbers; `None` for the reader's own.
    pub(crate) fn about(&self, words: Words) -> Option<String> {
        let variant = self.note().variant;
        match &self.whose {
            Whose::Own => None,
            Whose::At(values) => {
                let drivers = values.iter().filter_map(|(ix, value)| Some((variant.driver(*ix)?, *value)));
                let parts = drivers.map(|(driver, value)| {
                    format!("{}: {}", words.driver_name(driver), words.value(value, driver.unit))
                });
                Some(format!(
                    "{} {}",
                    words.labels().explanation.computed_with,
                    parts.collect::<Vec<_>>().join("\u{a0}· ")
                ))
            }
            Whose::Other => Some(words.scenario_name(&self.scenario)),
            Whose::Baseline(note) => Some(words.note_name(*note)),
        }
    }

    /// The value of a number. Its explanation need not be open.
    pub(crate) fn value(&self, ask: Ask) -> Option<Quantity> {
        let computed = self.site.computed(&self.whose, &self.scenario)?;
        explain(&computed, ask).map(|explanation| explanation.value)
    }

    fn question(&self, ask: Ask) -> Question<'static> {
        Question::Of(self.whose.clone(), ask)
    }

    /// The link to the page without an explanation.
    pub(crate) fn link(&self) -> &str {
        &self.site.link
    }

    /// The link to the page with the explanation of a number.
    pub(crate) fn link_to(&self, ask: Ask) -> String {
        self.site.link_to(&self.question(ask))
    }

    /// The id, in the document, of a number in a part of the page.
    pub(super) fn place(&self, section: Section, ask: Ask) -> String {
        self.site.place(section, &self.question(ask))
    }

    /// The part of the page in which one of these numbers is explained.
    pub(super) fn open_section(&self) -> Option<Section> {
        self.open.as_ref().map(|(section, _)| *section)
    }

    /// The explanation that is open in a part of the page. It is made when the part is shown, and what makes it arrives with that.
    pub(super) fn explained_in(&self, section: Section) -> Option<Explanation> {
        let ask = self.open_in(section)?;
        explain(&*self.site.computed(&self.whose, &self.scenario)?, ask)
    }

    /// The number whose explanation is open in a part of the page.
    pub(crate) fn open_in(&self, section: Section) -> Option<Ask> {
        self.open.filter(|(open_in, _)| *open_in == section).map(|(_, ask)| ask)
    }

    /// Whether the explanation that is open in a part of the page is one of these numbers'.
    pub(crate) fn is_open_for(&self, section: Section, asks: impl Fn(Ask) -> bool) -> bool {
        self.open_in(section).is_some_and(asks)
    }

    /// A number that can be asked about.
    pub(crate) fn number(&self, section: Section, ask: Ask, shown: Html) -> Html {
        self.site.number(section, self.question(ask), shown)
    }
}
