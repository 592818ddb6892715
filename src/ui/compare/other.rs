//! The choice of what to compare with: a note as published, a pasted link, or the two changed about.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{
    AttrValue, Callback, Event, Html, InputEvent, Properties, SubmitEvent, TargetCast, classes, function_component,
    html, use_effect_with, use_node_ref, use_state,
};

use crate::link::{Notice, Page, Screen};
use crate::note::Note;
use crate::notes::Library;
use crate::pasted::{self, Pasted, Unusable};
use crate::scenario::Scenario;
use crate::text::Wording;
use crate::ui::state::Action;
use crate::ui::words::use_words;

#[derive(Properties, PartialEq)]
pub(super) struct OtherScenarioProps {
    pub(super) library: &'static Library,
    pub(super) left: Scenario<'static>,
    pub(super) right: Scenario<'static>,
    /// The link to the two changed about.
    pub(super) swapped: AttrValue,
    pub(super) on_action: Callback<Action>,
}

/// What was made of the last pasted text.
#[derive(Clone, PartialEq)]
enum Read {
    Nothing,
    Refused(Unusable),
    /// It was opened; what of it could not be applied.
    Opened(Box<Scenario<'static>>, Vec<Notice<'static>>),
}

/// The reader's own by name, the choice of the other, and the ways from here.
#[function_component]
pub(super) fn OtherScenario(props: &OtherScenarioProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let typed = use_state(String::new);
    let read = use_state(|| Read::Nothing);
    let rate = props.left.rate();
    let on_type = {
        let (typed, read) = (typed.clone(), read.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            read.set(Read::Nothing);
        })
    };
    let on_paste = {
        let (typed, read, library, on_action) = (typed.clone(), read.clone(), props.library, props.on_action.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match pasted::read(library, &typed) {
                Err(reason) => read.set(Read::Refused(reason)),
                Ok(Pasted { scenario, notices }) => {
                    // All that the page shows is discounted by one rate.
                    let scenario = scenario.with_rate(rate);
                    typed.set(String::new());
                    read.set(Read::Opened(Box::new(scenario.clone()), notices));
                    on_action.emit(Action::ComparedWith(scenario));
                }
            }
        })
    };
    let (problem, notices) = match &*read {
        Read::Refused(reason) => (Some(words.unusable(reason)), &[][..]),
        // Once something else is chosen, they would be about what is no longer there.
        Read::Opened(scenario, notices) if **scenario == props.right => (None, notices.as_slice()),
        Read::Opened(..) | Read::Nothing => (None, &[][..]),
    };
    let in_calculator =
        |scenario: &Scenario<'static>| format!("#{}", Page::of(Screen::Note, words.language()).link(scenario));
    html! {
        <div class="opponent">
            <p class="mine">
                <span class="label">{ labels.compared_mine }</span>
                <a href={in_calculator(&props.left)}>{ words.scenario_name(&props.left) }</a>
            </p>
            <Choice library={props.library} left={props.left.clone()} right={props.right.clone()} on_action={props.on_action.clone()} />
            <p class="ways">
                <a class="swap" href={format!("#{}", props.swapped)}>{ labels.swap }</a>
                <a class="open-other" href={in_calculator(&props.right)}>{ labels.open_other }</a>
            </p>
            <form class="paste" onsubmit={on_paste}>
                <label for="pasted-link">{ labels.paste_link }</label>
                <div class="entry">
                    <input
                        id="pasted-link" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
                        value={(*typed).clone()} aria-invalid={problem.is_some().then_some("true")}
                        aria-describedby="pasted-link-message" oninput={on_type}
                    />
                    <button type="submit">{ labels.open_pasted }</button>
                </div>
                <p id="pasted-link-message" class={classes!("message", problem.is_some().then_some("problem"))} aria-live="polite">
                    { problem.unwrap_or_default() }
                </p>
            </form>
            { pasted_notices(notices, words) }
        </div>
    }
}

/// What of a pasted link could not be applied.
fn pasted_notices(notices: &[Notice<'static>], words: &dyn Wording) -> Html {
    let lines = notices.iter().enumerate().map(|(at, notice)| html! { <li key={at}>{ words.notice(notice) }</li> });
    html! {
        <div class="pasted-notices" role="status">
            if !notices.is_empty() {
                <div class="notices">
                    <p>{ words.labels().pasted_notices }{ ":" }</p>
                    <ul>{ for lines }</ul>
                </div>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    library: &'static Library,
    left: Scenario<'static>,
    right: Scenario<'static>,
    on_action: Callback<Action>,
}

/// Every note as published; where the other is none of them, that one too.
#[function_component]
fn Choice(props: &ChoiceProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let own = props.left.note();
    // The reader's own note as they have it: with the savings that they borrowed.
    let notes: Vec<Note<'static>> =
        props.library.notes().map(|note| if note.variant.id == own.variant.id { own } else { note }).collect();
    let chosen = notes.iter().find(|note| Scenario::baseline(**note).with_rate(props.left.rate()) == props.right);
    let chosen = AttrValue::from(chosen.map(|note| note.variant.id.clone()).unwrap_or_default());
    let select = use_node_ref();
    {
        let select = select.clone();
        // What a reader has picked by hand no longer follows the `selected` of its options.
        use_effect_with(chosen.clone(), move |chosen| {
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(chosen);
            }
        });
    }
    let options = notes.iter().map(|note| {
        let id = note.variant.id.clone();
        let name = words.scenario_name(&Scenario::baseline(*note));
        html! { <option key={id.clone()} value={id.clone()} selected={chosen == id.as_str()}>{ name }</option> }
    });
    let options: Html = options.collect();
    let on_choose = {
        let (notes, on_action) = (notes.clone(), props.on_action.clone());
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(note) = notes.iter().find(|note| note.variant.id == id) {
                on_action.emit(Action::ComparedWith(Scenario::baseline(*note)));
            }
        })
    };
    let other = chosen.is_empty().then(|| {
        html! { <option key="other" value="" selected=true>{ words.scenario_name(&props.right) }</option> }
    });
    html! {
        <p class="choose">
            <label for="compare-with">{ labels.compare_with }</label>
            <select id="compare-with" ref={select} onchange={on_choose}>
                { for other }
                <optgroup label={labels.baselines}>{ options }</optgroup>
            </select>
        </p>
    }
}
