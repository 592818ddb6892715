//! Where the numbers of the scenarios that take one press are from.

use yew::{Html, html};

use crate::ui::state::State;
use engine::presets::{Preset, presets};
use words::Words;

/// Where the numbers of the scenarios that the reader has are from. It stands below all that must not move when a slider passes one of
/// them.
pub(super) fn preset_sources(state: &State, words: Words) -> Html {
    let perspective = state.page.perspective(state.note().variant);
    let is_chosen = |preset: &Preset<'static>| preset.sets.is_some() && preset.is(state.scenario());
    let chosen = presets(state.library(), state.note(), perspective).into_iter().filter(is_chosen);
    let sources = chosen.map(|preset| {
        let name = words.preset(&preset);
        html! { <p key={name.clone()} class="help">{ format!("{name}: {}", words.preset_source(&preset)) }</p> }
    });
    html! { <div class="preset-sources" data-part="preset-sources">{ for sources }</div> }
}
