//! Scenarios of the note that take one press.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::{Callback, Html, MouseEvent, html};

use crate::ui::browser::held::name_in_document;
use crate::ui::browser::window::window;
use crate::ui::context::Context;
use crate::ui::screens::calculator::changes::take_back;
use crate::ui::state::{Action, State};
use engine::presets::presets;

/// How much is seen of the scenario before the pressed one, in pixels, so that nobody takes the pressed one for the first.
const OF_THE_ONE_BEFORE: i32 = 40;

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
        <div class="presets-row screen-only" data-held={name_in_document("presets")}>
            // What scrolls would be a stop of the Tab key where its buttons are none.
            <div class="presets" tabindex="-1" role="group" aria-label={words.labels().answer.presets} data-part="presets">
                { for buttons }
            </div>
            { take_back(state, page) }
        </div>
    }
}

/// Begins the row, which goes on at the side on a narrow screen, where the first pressed scenario is seen.
pub(super) fn begin_at_pressed() {
    let row = window().and_then(|window| window.document()?.query_selector("[data-part=presets]").ok()?);
    let Some(row) = row.and_then(|row| row.dyn_into::<HtmlElement>().ok()) else { return };
    let pressed = row.query_selector("[aria-pressed=true]").ok().flatten();
    if let Some(pressed) = pressed.and_then(|pressed| pressed.dyn_into::<HtmlElement>().ok()) {
        row.set_scroll_left(pressed.offset_left().saturating_sub(row.offset_left()).saturating_sub(OF_THE_ONE_BEFORE));
    }
}
