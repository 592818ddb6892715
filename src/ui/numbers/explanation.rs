//! The panel below a number that explains how it came about.

use web_sys::{Element, KeyboardEvent};
use yew::{
    AttrValue, Callback, Children, Html, MouseEvent, Properties, function_component, html, use_effect_with,
    use_node_ref,
};

use crate::ui::browser::focus;
use crate::ui::context::use_page;
use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::steps;
use crate::ui::parts::provenance::quotes;
use crate::ui::section::Section;
use crate::ui::state::Action;
use engine::explain::{Ask, Explanation};
use model::note::{Driver, DriverIx};
use words::Words;

/// How a number came about: the steps, what the document prints, and the drivers with their origins.
pub(super) fn explanation_view(asker: &Asker, section: Section, explanation: &Explanation) -> Html {
    let words = asker.words();
    let Explanation { ask, value, steps, drivers, printed, .. } = explanation;
    let note = asker.note();
    let from = asker.place(section, *ask);
    let key = format!("{from}-explained");
    let number = |ask: Ask, shown: String| asker.number(section, ask, html! { <>{ shown }</> });
    let steps = steps
        .iter()
        .enumerate()
        .map(|(index, step)| html! { <li key={index}>{ steps::step_view(note, *ask, step, &number, words) }</li> });
    let drivers = drivers.iter().filter_map(|ix| Some((*ix, note.variant.driver(*ix)?)));
    let title =
        html! { <>{ words.ask(note, *ask) }{ ": " }<strong>{ words.quantity(note.variant, *value) }</strong></> };
    html! {
        <Opened {key} {title} {from} link={asker.link_to(*ask)}>
            <p class="whose">{ asker.about(words).unwrap_or_default() }</p>
            <ol class="steps">{ for steps }</ol>
            { steps::also(explanation, note, &number, words) }
            <p class="printed" data-part="printed">{ printed.as_ref().map(|printed| words.printed(printed)).unwrap_or_default() }</p>
            <div class="behind" data-part="behind">
                { for drivers.map(|(ix, driver)| driver_view(asker, ix, driver, words)) }
            </div>
        </Opened>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct OpenedProps {
    /// The number's name and value.
    pub(crate) title: Html,
    /// The id of the number that was asked about.
    pub(crate) from: AttrValue,
    /// The link that asks about it.
    pub(crate) link: AttrValue,
    pub(crate) children: Children,
}

/// The parts that every explanation has: its heading, and the ways to close it.
#[function_component]
pub(crate) fn Opened(props: &OpenedProps) -> Html {
    let page = use_page();
    let words = page.words();
    let panel = use_node_ref();
    {
        // The reader who asked continues in the answer.
        let panel = panel.clone();
        use_effect_with(props.from.clone(), move |_| {
            if let Some(element) = panel.cast::<Element>() {
                focus::give_element(&element);
            }
        });
    }
    let close = {
        let (on_action, from, link) = (page.on_action.clone(), props.from.clone(), props.link.clone());
        move || {
            // A reader who asked in a chart gets back to its mark. The number in the table may be hidden.
            let _ = focus::give(&from) || focus::give_mark(&link);
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
    html! {
        <div class="explanation" ref={panel} tabindex="-1" role="region" aria-labelledby="explanation-title" onkeydown={on_key}>
            <h3 id="explanation-title">{ props.title.clone() }</h3>
            { for props.children.iter() }
            <button type="button" class="quiet" onclick={on_close}>{ words.labels().explanation.close_explanation }</button>
        </div>
    }
}

/// A driver behind the number: its value, whether the reader changed it, and where it comes from.
fn driver_view(asker: &Asker, ix: DriverIx, driver: &'static Driver, words: Words) -> Html {
    let value = asker.scenario.value(ix).unwrap_or(driver.value);
    let baseline = words.value(driver.value, driver.unit);
    let from = if value == driver.value {
        words.origin(&driver.origin).to_owned()
    } else {
        format!("{} ({})", words.labels().explanation.changed_by_you, words.note_value_as(&driver.origin, &baseline))
    };
    html! {
        <div key={driver.id.clone()}>
            <p>{ words.driver_name(driver) }{ ": " }<strong>{ words.value(value, driver.unit) }</strong>{ ", " }{ from }</p>
            { quotes(words, driver, asker.note()) }
        </div>
    }
}
