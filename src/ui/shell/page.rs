//! The whole page: its head, what is news, the shown screen, and its foot.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_effect, use_effect_with};

use crate::ui::browser::address;
use crate::ui::browser::one_stop::leave_one_stop_to_each_toolbar;
use crate::ui::context::use_page;
use crate::ui::parts::awaited::awaited;
use crate::ui::pieces::Arrival;
use crate::ui::pieces::use_piece;
use crate::ui::screens::calculator::below;
use crate::ui::shell::edition::Edition;
use crate::ui::shell::foot::foot;
use crate::ui::shell::head::head;
use crate::ui::shell::note::note;
use crate::ui::shell::notices::Notices;
use crate::ui::shell::rested::Rested;
use crate::ui::shell::router::{Shown, spec, title};
use crate::ui::shell::screens;
use crate::ui::shell::sender_title::sender_title;
use crate::ui::shell::unusable::UnusableFile;

#[derive(Properties)]
pub(crate) struct ShellProps {
    pub(crate) rested: Rc<Rested>,
}

impl PartialEq for ShellProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rested, &other.rested)
    }
}

/// Head, screen and foot.
#[function_component]
pub(crate) fn Shell(props: &ShellProps) -> Html {
    let page = use_page();
    let words = page.words();
    let Rested { state, link } = &*props.rested;
    let is_calculator = spec(state.page.screen).view.is_none();
    let below = use_piece(&below::PIECE, is_calculator);
    let has_news = state.own_news.is_some() || !state.left_out.is_empty();
    let screens = use_piece(&screens::PIECE, !is_calculator || has_news);
    // What the front is called arrives with it.
    use_effect_with(title(state, words), |title| address::set_title(title));
    use_effect(leave_one_stop_to_each_toolbar);
    let shown = Shown { state, link, page: &page, below: &below, screens: &screens };
    html! {
        <>
            { head(state, words) }
            <main id="content" tabindex="-1">
                <Edition link={link.clone()} />
                { sender_title(state, words) }
                <Notices notices={state.notices.clone()} remarks={state.remarks.clone()} on_action={page.on_action.clone()} />
                <UnusableFile unusable={state.unusable.clone()} screen={state.page.screen} />
                <div>
                    if has_news {
                        { own_news(&shown) }
                    }
                </div>
                { screen(&shown) }
            </main>
            { foot(&shown) }
        </>
    }
}

/// What is news of the reader's own notes. Where what says it did not arrive, the names of those that are left out are said all the same.
fn own_news(shown: &Shown<'_>) -> Html {
    match shown.screens {
        Arrival::Here(screens) => (screens.own_news)(shown.state, shown.page),
        other => {
            let names: Vec<&str> = shown.state.left_out.iter().map(|note| note.name.as_str()).collect();
            let words = shown.page.words();
            html! {
                <section class="notices screen-only" data-part="left-out" aria-labelledby="left-out-title">
                    <h2 id="left-out-title">{ words.labels().own_note.left_out }</h2>
                    <p>{ names.join(", ") }</p>
                    { awaited(other, words) }
                </section>
            }
        }
    }
}

/// The shown screen, in the frame of its note if it is about one.
fn screen(shown: &Shown<'_>) -> Html {
    let screen = shown.state.page.screen;
    if screen.is_about_a_note() { note(shown) } else { shown.view() }
}
