//! The page in an iframe: the chosen part, the source of its numbers, and a link to the page itself.

mod calculator;
mod chart;
mod height;

use web_sys::Element;
use yew::{
    Callback, Html, MouseEvent, Properties, TargetCast, function_component, html, use_effect_with, use_node_ref,
};

use crate::ui::browser::address;
use crate::ui::browser::window::window;
use crate::ui::context::use_page;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::shell::iframe::calculator::calculator;
use crate::ui::shell::iframe::chart::chart;
use crate::ui::shell::iframe::height::use_told_height;
use crate::ui::shell::notices::Notices;
use crate::ui::shell::sender_title::sender_title;
use crate::ui::state::{State, opening};
use engine::iframe::Embed;
use engine::link::{Page, Screen};

#[derive(Properties, PartialEq)]
pub(super) struct FramedProps {
    pub(super) embed: Embed,
    pub(super) state: State,
}

/// The page in an iframe. It is about one note, whatever screen its link names.
#[function_component]
pub(super) fn Framed(props: &FramedProps) -> Html {
    let page = use_page();
    let words = page.words();
    let FramedProps { embed, state } = props;
    let note = state.note();
    let root = use_node_ref();
    use_told_height(&root);
    let title = words.note_name(note);
    use_effect_with(format!("{title} – {}", words.labels().shell.site), |title| address::set_title(title));
    let whole = Page { screen: Screen::Note, ..state.page.clone() }.lasting(state.own(), None);
    let part = match embed {
        Embed::Chart => chart(state, &page),
        Embed::Calculator => calculator(state, &page),
    };
    let library = page.library;
    let on_click = Callback::from(move |event: MouseEvent| {
        open_outside(&event, |link| {
            opening::open(library, link).is_some_and(|opened| opened.page.screen != Screen::Note)
        });
    });
    html! {
        <div ref={root} class="framed" data-embed={embed.id()} onclick={on_click}>
            <main id="content" tabindex="-1">
                <Notices notices={state.notices.clone()} remarks={state.remarks.clone()} on_action={page.on_action.clone()} />
                { sender_title(state, words) }
                <h1>{ hyphenated(&title, words.code()) }</h1>
                { part }
            </main>
            <footer>
                <p>{ words.source_of(note) }</p>
                <p><a href={address::canonical(&whole)} target="_blank" rel="noopener">{ words.labels().elsewhere.open_page }</a></p>
            </footer>
        </div>
    }
}

/// Opens links to other screens in the page itself, because the iframe has no other screens.
fn open_outside(event: &MouseEvent, is_elsewhere: impl Fn(&str) -> bool) {
    let target = event.target_dyn_into::<Element>();
    let Some(anchor) = target.and_then(|element| element.closest("a[href^='#']").ok().flatten()) else { return };
    let Some(link) = anchor.get_attribute("href").and_then(|href| href.strip_prefix('#').map(str::to_owned)) else {
        return;
    };
    if is_elsewhere(&link) {
        event.prevent_default();
        if let Some(window) = window() {
            // A sandbox may forbid new windows. Then neither this link nor the one in the foot opens anything.
            let _ = window.open_with_url_and_target_and_features(&address::canonical(&link), "_blank", "noopener");
        }
    }
}
