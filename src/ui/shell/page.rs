//! The whole page: its head, what is news, the shown screen, and its foot.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_effect, use_effect_with};

use crate::ui::browser::address;
use crate::ui::browser::one_stop::leave_one_stop_to_each_toolbar;
use crate::ui::context::use_page;
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
    let screens = use_piece(&screens::PIECE, !is_calculator);
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
                { screen(&shown) }
            </main>
            { foot(&shown) }
        </>
    }
}

/// The shown screen, in the frame of its note if it is about one.
fn screen(shown: &Shown<'_>) -> Html {
    let screen = shown.state.page.screen;
    if screen.is_about_a_note() { note(shown) } else { shown.view() }
}
