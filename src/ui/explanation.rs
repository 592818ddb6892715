//! Numbers that open their own calculation where they stand.

use std::rc::Rc;

use web_sys::{Element, KeyboardEvent};
use yew::{
    Callback, FocusEvent, Html, MouseEvent, NodeRef, Properties, TargetCast, function_component, html, use_effect_with,
    use_node_ref,
};

use super::focus;
use super::provenance::quotes;
use super::state::Action;
use super::words::use_words;
use crate::evaluate::Perspective;
use crate::explain::{Ask, Explanation, Flow, Part, Step};
use crate::note::{Driver, DriverIx, Note, Year};
use crate::scenario::Scenario;
use crate::text::Wording;

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
}

impl Section {
    /// Where a number stands that a link asks about.
    fn of(ask: Ask) -> Self {
        match ask {
            Ask::Payback(Perspective::Total | Perspective::Service) | Ask::Posts(None) => Self::Figures,
            Ask::PerCitizen(_) | Ask::PerOutcome(_) | Ask::EffortCost(..) | Ask::Posts(Some(_)) => Self::Efforts,
            Ask::Flow(Flow::Cumulative, ..) => Self::Chart,
            Ask::Line(..) | Ask::Flow(_, Perspective::Total, _) => Self::Table,
            Ask::Flow(..) | Ask::Payback(_) => Self::Sides,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Efforts => "efforts",
            Self::Chart => "chart",
            Self::Sides => "sides",
            Self::Table => "table",
        }
    }
}

/// What the parts of the page need to let their numbers be asked about.
#[derive(Clone, PartialEq)]
pub(super) struct Asker {
    pub(super) scenario: Scenario<'static>,
    /// The link to the page without an explanation.
    pub(super) link: Rc<str>,
    /// What is explained, and where.
    pub(super) open: Option<(Section, Rc<Explanation>)>,
    pub(super) on_action: Callback<Action>,
}

impl Asker {
    /// An explanation stands in the part that it was asked in, else where its number stands.
    pub(super) fn placed(
        asked_in: Option<Section>,
        explanation: Explanation,
        efforts: usize,
    ) -> (Section, Rc<Explanation>) {
        let own = match Section::of(explanation.ask) {
            // A note with one effort has its figures among the key figures.
            Section::Efforts if efforts == 1 => Section::Figures,
            section => section,
        };
        (asked_in.unwrap_or(own), Rc::new(explanation))
    }

    fn note(&self) -> Note<'static> {
        self.scenario.note()
    }

    /// The explanation that is open in a part.
    pub(super) fn open_in(&self, section: Section) -> Option<&Rc<Explanation>> {
        self.open.as_ref().filter(|(own, _)| *own == section).map(|(_, explanation)| explanation)
    }

    /// Whether that is the explanation of one of these numbers.
    pub(super) fn is_open_for(&self, section: Section, asks: impl Fn(Ask) -> bool) -> bool {
        self.open_in(section).is_some_and(|explanation| asks(explanation.ask))
    }

    /// A number that can be asked about.
    pub(super) fn number(&self, section: Section, ask: Ask, shown: Html) -> Html {
        let id = ask.id(self.note());
        let is_open = self.is_open_for(section, |open| open == ask);
        let on_action = self.on_action.clone();
        let on_press = Callback::from(move |event: MouseEvent| {
            // With a key held, the browser opens the link as any other.
            if event.ctrl_key() || event.meta_key() || event.shift_key() {
                return;
            }
            event.prevent_default();
            on_action.emit(if is_open { Action::ExplanationClosed } else { Action::Asked(ask, section) });
        });
        html! {
            <a
                class="number-link" id={format!("{}-{id}", section.id())} href={format!("#{}&explain={id}", self.link)}
                aria-expanded={if is_open { "true" } else { "false" }} onclick={on_press}
                onfocus={|event: FocusEvent| focus::reveal(&event.target_unchecked_into::<Element>())}
            >
                { shown }
            </a>
        }
    }

    /// The explanation where the part has one open, else nothing.
    pub(super) fn panel(&self, section: Section) -> Html {
        match self.open_in(section) {
            Some(explanation) => html! {
                <ExplanationView key={explanation.ask.id(self.note())} asker={self.clone()} {section} explanation={explanation.clone()} />
            },
            None => html! { <span key="closed"></span> },
        }
    }

    /// The explanation that is open in a part which is not among those shown.
    pub(super) fn panel_outside(&self, shown: &[Section]) -> Html {
        let outside = self.open.as_ref().map(|(section, _)| *section).filter(|section| !shown.contains(section));
        outside.map_or_else(|| html! { <span></span> }, |section| self.panel(section))
    }

    /// The same as the row of a table, with so many columns.
    pub(super) fn panel_row(&self, section: Section, columns: usize) -> Html {
        html! {
            <tr key="explanation" class="explained"><td colspan={columns.to_string()}>{ self.panel(section) }</td></tr>
        }
    }
}

#[derive(Properties, PartialEq)]
struct ExplanationProps {
    asker: Asker,
    section: Section,
    explanation: Rc<Explanation>,
}

/// How a number came about: the steps, what the document prints, and the drivers with their origins.
#[function_component]
fn ExplanationView(props: &ExplanationProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let Explanation { ask, value, steps, drivers, printed } = &*props.explanation;
    let asker = &props.asker;
    let note = asker.note();
    let panel = use_node_ref();
    {
        // Whoever asked reads on in the answer.
        let panel = panel.clone();
        use_effect_with(*ask, move |_| show(&panel));
    }
    let close = {
        let (on_action, from) = (asker.on_action.clone(), format!("{}-{}", props.section.id(), ask.id(note)));
        move || {
            focus::give(&from);
            on_action.emit(Action::ExplanationClosed);
        }
    };
    let on_key = {
        let close = close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.stop_propagation();
                close();
            }
        })
    };
    let on_close = Callback::from(move |_: MouseEvent| close());
    let shown = steps
        .iter()
        .enumerate()
        .map(|(at, step)| html! { <li key={at}>{ step_view(asker, props.section, step, words) }</li> });
    let drivers = drivers.iter().filter_map(|ix| Some((*ix, note.variant.driver(*ix)?)));
    html! {
        <div class="explanation" ref={panel} tabindex="-1" role="region" aria-labelledby="explanation-title" onkeydown={on_key}>
            <h3 id="explanation-title">{ words.ask(note, *ask) }{ ": " }<strong>{ words.quantity(*value) }</strong></h3>
            <ol class="steps">{ for shown }</ol>
            <p class="printed">{ printed.as_ref().map(|printed| words.printed(printed)).unwrap_or_default() }</p>
            <div class="behind">
                { for drivers.map(|(ix, driver)| driver_view(asker, ix, driver, words)) }
            </div>
            <button type="button" class="quiet" onclick={on_close}>{ labels.close_explanation }</button>
        </div>
    }
}

fn show(panel: &NodeRef) {
    if let Some(element) = panel.cast::<Element>() {
        focus::give_element(&element);
    }
}

fn step_view(asker: &Asker, section: Section, step: &Step, words: &'static dyn Wording) -> Html {
    let note = asker.note();
    let part = |part: &Part| {
        let share = part.share.map(|share| format!(" ({})", words.locale().percent(share))).unwrap_or_default();
        html! {
            <li key={part.ask.id(note)}>
                { words.ask(note, part.ask) }{ share }{ ": " }
                { asker.number(section, part.ask, html! { <>{ words.quantity(part.value) }</> }) }
            </li>
        }
    };
    let year_end = |(year, end): &(Year, crate::money::Thousands)| {
        let ask = Ask::Flow(Flow::Cumulative, asked_from(asker), Some(*year));
        let shown = html! { <>{ words.quantity(crate::explain::Quantity::Cell(*end)) }</> };
        html! { <li key={*year}>{ *year }{ ": " }{ asker.number(section, ask, shown) }</li> }
    };
    match step {
        Step::Sum(parts, _) => html! { <ul class="parts">{ for parts.iter().map(part) }</ul> },
        Step::Ratio(of, ..) => html! { <><ul class="parts">{ part(of) }</ul><p>{ words.step(note, step) }</p></> },
        Step::PaidBack { ends, .. } => {
            html! { <><p>{ words.labels().left_at_end }</p><ul class="parts">{ for ends.iter().map(year_end) }</ul><p>{ words.step(note, step) }</p></> }
        }
        Step::Product(..) | Step::RoundedUp(..) | Step::Rounded(..) => {
            html! { <p class="formula">{ words.step(note, step) }</p> }
        }
    }
}

/// The perspective that the open explanation is about.
fn asked_from(asker: &Asker) -> Perspective {
    match asker.open.as_ref().map(|(_, explanation)| explanation.ask) {
        Some(Ask::Payback(perspective) | Ask::Flow(_, perspective, _)) => perspective,
        _ => Perspective::Total,
    }
}

/// A driver behind the number: its value, whether the reader changed it, where it comes from.
fn driver_view(asker: &Asker, ix: DriverIx, driver: &'static Driver, words: &'static dyn Wording) -> Html {
    let value = asker.scenario.value(ix).unwrap_or(driver.value);
    let published = words.value(driver.value, driver.unit);
    let from = if value == driver.value {
        words.origin(&driver.origin).to_owned()
    } else {
        format!("{} ({})", words.labels().changed_by_you, words.published_as(&driver.origin, &published))
    };
    html! {
        <div key={driver.id.clone()}>
            <p>{ driver.name.get(words.code()).0 }{ ": " }<strong>{ words.value(value, driver.unit) }</strong>{ ", " }{ from }</p>
            { quotes(words, driver, &asker.note().document.file) }
        </div>
    }
}
