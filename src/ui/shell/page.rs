//! The whole page: its head, what is news, the shown screen, and its foot.

use yew::{Html, Properties, function_component, html, use_effect_with};

use crate::ui::browser::address;
use crate::ui::context::use_page;
use crate::ui::shell::edition::Edition;
use crate::ui::shell::foot::foot;
use crate::ui::shell::head::head;
use crate::ui::shell::note::note;
use crate::ui::shell::notices::Notices;
use crate::ui::shell::router::{Shown, spec, title};
use crate::ui::state::State;
use words::Words;

#[derive(Properties, PartialEq)]
pub(crate) struct ShellProps {
    pub(crate) state: State,
    /// The link to what is on the page.
    pub(crate) link: String,
}

/// Head, screen and foot.
#[function_component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let page = use_page();
    let words = page.words();
    let ShellProps { state, link } = props;
    use_effect_with(title(state, words), |title| address::set_title(title));
    let shown = Shown { state, link, page: &page };
    html! {
        <>
            { head(state, link, words) }
            <main id="content" tabindex="-1">
                <Edition link={link.clone()} />
                { sender_title(state, words) }
                <Notices notices={state.notices.clone()} remarks={state.remarks.clone()} on_action={page.on_action.clone()} />
                { screen(&shown) }
            </main>
            { foot(state, link, words) }
        </>
    }
}

/// The shown screen, in the frame of its note if it is about one.
fn screen(shown: &Shown<'_>) -> Html {
    let screen = shown.state.page.screen;
    if screen.is_about_a_note() { note(shown) } else { (spec(screen).view)(shown) }
}

/// The sender's title for the link.
pub(super) fn sender_title(state: &State, words: Words) -> Html {
    let title = state.page.title.as_ref().filter(|_| state.page.screen.is_about_a_note());
    html! {
        <div class="sender-title" data-part="sender-title">
            if let Some(title) = title {
                <p><span class="label">{ words.labels().shell.sender_title }{ ": " }</span><strong>{ title.words().to_owned() }</strong></p>
            }
        </div>
    }
}
