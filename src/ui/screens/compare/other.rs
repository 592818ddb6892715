//! The choice of the other scenario: a note's baseline, a pasted link, or the two scenarios swapped.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, HtmlInputElement, HtmlSelectElement};
use yew::{
    AttrValue, Callback, Event, Html, InputEvent, Properties, SubmitEvent, TargetCast, classes, function_component,
    html, use_effect_with, use_node_ref, use_state,
};

use crate::ui::context::use_page;
use crate::ui::state::Action;
use engine::link::{self, Notice, Page, Screen};
use engine::notes::Library;
use engine::pasted::{self, Pasted, Unusable};
use model::note::Note;
use model::scenario::Scenario;
use words::Words;

#[derive(Properties, PartialEq)]
pub(super) struct OtherScenarioProps {
    pub(super) left: Scenario<'static>,
    pub(super) right: Scenario<'static>,
    /// The link to the same two scenarios, swapped.
    pub(super) swapped: AttrValue,
}

/// The result of reading the last pasted text.
#[derive(Clone, PartialEq)]
enum PasteResult {
    Nothing,
    Refused(Unusable),
    /// The scenario, and notices about what could not be applied.
    Opened(Box<Scenario<'static>>, Vec<Notice<'static>>),
}

/// The name of the reader's scenario, the choice of the other, links to both, and the field for a pasted link.
#[function_component]
pub(super) fn OtherScenario(props: &OtherScenarioProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let typed = use_state(String::new);
    let result = use_state(|| PasteResult::Nothing);
    let settings = props.left.settings();
    let on_type = {
        let (typed, result) = (typed.clone(), result.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            result.set(PasteResult::Nothing);
        })
    };
    let on_insert = {
        let (typed, result) = (typed.clone(), result.clone());
        let library = page.library;
        Callback::from(move |event: Event| {
            if let Some(text) = inserted(&event, library).filter(|_| typed.is_empty()) {
                event.prevent_default();
                typed.set(text);
                result.set(PasteResult::Nothing);
            }
        })
    };
    let on_paste = {
        let (typed, result) = (typed.clone(), result.clone());
        let (library, on_action) = (page.library, page.on_action.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match pasted::read(library, &typed) {
                Err(reason) => result.set(PasteResult::Refused(reason)),
                Ok(Pasted { scenario, notices }) => {
                    // All paybacks on the page are counted in one way.
                    let scenario = scenario.with_settings(settings);
                    typed.set(String::new());
                    result.set(PasteResult::Opened(Box::new(scenario.clone()), notices));
                    on_action.emit(Action::ComparedWith(scenario));
                }
            }
        })
    };
    let (problem, notices) = match &*result {
        PasteResult::Refused(reason) => (Some(words.unusable(reason)), &[][..]),
        // The notices belong to the pasted scenario. They go once the reader chooses another.
        PasteResult::Opened(scenario, notices) if **scenario == props.right => (None, notices.as_slice()),
        PasteResult::Opened(..) | PasteResult::Nothing => (None, &[][..]),
    };
    let in_calculator =
        |scenario: &Scenario<'static>| format!("#{}", Page::of(Screen::Note, words.choice()).link(scenario));
    html! {
        <div class="opponent">
            <p class="mine">
                <span class="label">{ if props.left.differs() { labels.comparison.compared_mine } else { labels.comparison.compared_note } }</span>
                <a href={in_calculator(&props.left)}>{ words.scenario_name(&props.left) }</a>
            </p>
            <Choice left={props.left.clone()} right={props.right.clone()} />
            <p class="ways">
                <a class="swap" href={format!("#{}", props.swapped)}>{ labels.comparison.swap }</a>
                <a class="open-other" href={in_calculator(&props.right)}>{ words.open_other(&words.scenario_name(&props.right)) }</a>
            </p>
            <form class="paste" onsubmit={on_paste}>
                <label for="pasted-link">{ labels.comparison.paste_link }</label>
                <div class="entry">
                    <input
                        id="pasted-link" type="text" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false"
                        value={(*typed).clone()} aria-invalid={problem.is_some().then_some("true")}
                        aria-describedby="pasted-link-message" oninput={on_type} onpaste={on_insert}
                    />
                    <button type="submit">{ labels.comparison.open_pasted }</button>
                </div>
                <p id="pasted-link-message" class={classes!("message", problem.is_some().then_some("problem"))} aria-live="polite">
                    { problem.unwrap_or_default() }
                </p>
            </form>
            { pasted_notices(notices, words) }
        </div>
    }
}

/// What a reader inserts into the empty field, where the field alone would lose something: line breaks, which show where a link ends, and
/// the address behind the words of a link.
fn inserted(event: &Event, library: &'static Library) -> Option<String> {
    let data = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let text = data.get_data("text/plain").unwrap_or_default();
    let markup = data.get_data("text/html").unwrap_or_default();
    if pasted::read(library, &text).is_err() && pasted::read(library, &markup).is_ok() {
        return Some(link::mended(library, &markup));
    }
    text.trim().contains('\n').then(|| text.replace(['\r', '\n'], " "))
}

/// Notices about what could not be applied from a pasted link.
fn pasted_notices(notices: &[Notice<'static>], words: Words) -> Html {
    let lines =
        notices.iter().enumerate().map(|(index, notice)| html! { <li key={index}>{ words.notice(notice) }</li> });
    html! {
        <div class="pasted-notices" role="status">
            if !notices.is_empty() {
                <div class="notices">
                    <p>{ words.pasted_notices_title(notices) }{ ":" }</p>
                    <ul>{ for lines }</ul>
                </div>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    left: Scenario<'static>,
    right: Scenario<'static>,
}

/// A list to choose the other scenario from: the baseline of every note, and the other scenario where it is none of
/// these.
#[function_component]
fn Choice(props: &ChoiceProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let left_note = props.left.note();
    // The reader's own note stands there with and without borrowed savings.
    let library = page.library;
    let with_borrowed = library.with_savings(&left_note.variant.id);
    let is_own = |note: &Note<'static>| note.variant.id == left_note.variant.id;
    let notes: Vec<Note<'static>> =
        library.notes().flat_map(|note| [Some(note), with_borrowed.filter(|_| is_own(&note))]).flatten().collect();
    let chosen =
        notes.iter().find(|note| Scenario::baseline(**note).with_settings(props.left.settings()) == props.right);
    let chosen = AttrValue::from(chosen.map(|note| option_id(*note)).unwrap_or_default());
    let select = use_node_ref();
    {
        let select = select.clone();
        // After the reader has chosen by hand, the browser ignores `selected` on the options.
        use_effect_with(chosen.clone(), move |chosen| {
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(chosen);
            }
        });
    }
    let options = notes.iter().map(|note| {
        let id = option_id(*note);
        let name = words.scenario_name(&Scenario::baseline(*note));
        html! { <option key={id.clone()} value={id.clone()} selected={chosen == id.as_str()}>{ name }</option> }
    });
    let options: Html = options.collect();
    let on_choose = {
        let (notes, on_action) = (notes.clone(), page.on_action.clone());
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(note) = notes.iter().find(|note| option_id(**note) == id) {
                on_action.emit(Action::ComparedWith(Scenario::baseline(*note)));
            }
        })
    };
    let other = chosen.is_empty().then(|| {
        html! { <option key="other" value="" selected=true>{ words.scenario_name(&props.right) }</option> }
    });
    html! {
        <p class="choose">
            <label for="compare-with">{ labels.comparison.compare_with }</label>
            <select id="compare-with" ref={select} onchange={on_choose}>
                { for other }
                <optgroup label={labels.comparison.baselines}>{ options }</optgroup>
            </select>
        </p>
    }
}

/// What tells the notes of the list apart: two of them may differ in their savings only.
fn option_id(note: Note<'static>) -> String {
    let lender = note.variant.lender().map(|lender| format!(" {lender}")).unwrap_or_default();
    format!("{}{lender}", note.variant.id)
}
