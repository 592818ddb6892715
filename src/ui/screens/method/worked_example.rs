//! The worked example on the method screen: how some numbers of a note are computed, each from the ones before it.

use yew::{Html, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::numbers::steps::step_view;
use crate::ui::parts::provenance::quotes;
use engine::explain::Ask;
use engine::link::{Page, Question, Screen, Whose};
use engine::method::{Example, ExampleStep, example};
use words::Words;

/// The worked example as a numbered list.
#[function_component]
pub(super) fn WorkedExample() -> Html {
    let page = use_page();
    let words = page.words();
    let example = use_memo(page.library, |library| example(library));
    let help = example.as_ref().as_ref().map(|example| words.example_help(example.computed.note().document));
    let steps = example.as_ref().as_ref().map(|example| {
        let steps = example.steps.iter().map(|step| number(example, step, words));
        html! { <ol class="worked">{ for steps }</ol> }
    });
    html! {
        <>
            <p class="help">{ help.unwrap_or_default() }</p>
            <div>{ steps.unwrap_or_default() }</div>
        </>
    }
}

/// One number of the example: its steps, what the document prints for it, and the drivers that appear for the first
/// time.
fn number(example: &Example<'static>, step: &ExampleStep, words: Words) -> Html {
    let note = example.computed.note();
    let explanation = &step.explanation;
    let id = explanation.ask.id(note);
    let steps = explanation.steps.iter().enumerate();
    let plain = |_: Ask, text: String| html! { <>{ text }</> };
    let printed = explanation.printed.as_ref().map(|printed| words.printed(printed));
    let drivers = step.new_drivers.iter().filter_map(|ix| note.variant.driver(*ix)).map(|driver| {
        html! {
            <div key={driver.id.clone()}>
                <p>
                    { words.driver_name(driver) }{ ": " }<strong>{ words.value(driver.value, driver.unit) }</strong>
                    { ", " }{ words.origin(&driver.origin) }
                </p>
                { quotes(words, driver, note) }
            </div>
        }
    });
    html! {
        <li key={id.clone()} data-number={id}>
            <h3>{ words.ask(note, explanation.ask) }{ ": " }<strong>{ words.quantity(note.variant, explanation.value) }</strong></h3>
            <div class="steps">{ for steps.map(|(index, step)| html! { <div key={index}>{ step_view(note, explanation.ask, step, &plain, words) }</div> }) }</div>
            <p class="printed" data-part="printed">{ printed.unwrap_or_default() }</p>
            <div class="behind">{ for drivers }</div>
            <p class="screen-only">{ calculator_link(example, explanation.ask, words.labels().method_screen.in_calculator.to_owned(), words) }</p>
        </li>
    }
}

/// A link to the number in the calculator, with its explanation open.
fn calculator_link(example: &Example<'static>, ask: Ask, label: String, words: Words) -> Html {
    let page = Page {
        question: Some(Question::Of(Whose::Own, ask)),
        chosen_perspective: None,
        ..Page::of(Screen::Note, words.choice())
    };
    let name = format!("{label}: {}", words.ask(example.computed.note(), ask));
    html! { <a href={format!("#{}", page.link(&example.computed.scenario))} aria-label={name}>{ label }</a> }
}
