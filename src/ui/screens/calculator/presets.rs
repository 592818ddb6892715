//! Scenarios of the note that take one press.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::{Callback, Children, Html, MouseEvent, Properties, function_component, html, use_effect_with, use_node_ref};

use crate::ui::context::{Context, use_words};
use crate::ui::screens::calculator::changes::take_back;
use crate::ui::state::{Action, State};
use engine::presets::presets;

/// A button for each scenario. Those whose number the reader has are pressed. Beside them is the button that takes the press back.
pub(super) fn presets_row(state: &State, page: &Context) -> Html {
    let words = page.words();
    let perspective = state.page.perspective(state.note().variant);
    let presets = presets(state.library(), state.note(), perspective);
    let buttons = presets.iter().map(|preset| {
        let (label, source) = (words.preset(preset), words.preset_source(preset));
        let is_chosen = preset.is(state.scenario());
        let scenario = preset.with(state.scenario());
        let on_action = page.on_action.clone();
        let on_press = Callback::from(move |_: MouseEvent| on_action.emit(Action::ScenarioChosen(scenario.clone())));
        html! {
            <button
                key={label.clone()} type="button" class="preset" aria-pressed={if is_chosen { "true" } else { "false" }}
                title={source} onclick={on_press}
            >
                { label }
            </button>
        }
    });
    html! {
        <div class="presets-row screen-only">
            <Row note={state.note().variant.id.clone()}>{ for buttons }</Row>
            { take_back(state, page) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    /// The id of the note whose scenarios they are.
    note: String,
    children: Children,
}

/// The row of buttons. On a narrow screen it goes on at the side, and begins where the first pressed one is seen.
#[function_component]
fn Row(props: &RowProps) -> Html {
    let labels = use_words().labels();
    let row = use_node_ref();
    use_effect_with(props.note.clone(), {
        let row = row.clone();
        move |_| {
            let Some(row) = row.cast::<HtmlElement>() else { return };
            let pressed = row.query_selector("[aria-pressed=true]").ok().flatten();
            if let Some(pressed) = pressed.and_then(|pressed| pressed.dyn_into::<HtmlElement>().ok()) {
                row.set_scroll_left(pressed.offset_left().saturating_sub(row.offset_left()));
            }
        }
    });
    html! {
        <div class="presets" role="group" aria-label={labels.answer.presets} data-part="presets" ref={row}>
            { for props.children.iter() }
        </div>
    }
}
