//! The foot of the page: what it is, its version, the accessibility statement, and the page as one file.

use yew::{Html, html};

use crate::ui::browser::address;
use crate::ui::browser::today::today;
use crate::ui::browser::window::has_browser;
use crate::ui::parts::links::chapter_link;
use crate::ui::pieces::Arrival;
use crate::ui::shell::router::{Shown, spec};
use engine::link::Chapter;
use words::Words;

/// The foot, also on paper.
pub(super) fn foot(shown: &Shown<'_>) -> Html {
    let (state, link, words) = (shown.state, shown.link, shown.page.words());
    let settings = state.scenario().settings();
    html! {
        <footer>
            <div>
                if let (false, Arrival::Here(screens)) = (spec(state.page.screen).has_opener, shown.screens) {
                    { (screens.opener)(state.file.as_ref()) }
                }
            </div>
            <p>{ words.labels().shell.about }</p>
            <p class="screen-only">
                { chapter_link(Chapter::Accessibility, settings, words) }
                { "\u{a0}· " }
                { chapter_link(Chapter::Privacy, settings, words) }
            </p>
            <p>{ words.foot(env!("CARGO_PKG_VERSION")) }{ one_file(words) }</p>
            // Only on paper: the date and the address.
            <p class="print-only" data-part="address">
                if has_browser() {
                    { words.day(today()) }{ "\u{a0}· " }{ address::canonical(link) }
                }
            </p>
        </footer>
    }
}

/// A link to the whole page as one file that can be kept or sent. The one file itself does not show it.
fn one_file(words: Words) -> Html {
    const FILE: &str = "indsatsregner.html";
    html! {
        <span class="screen-only">
            if address::is_hosted() {
                { "\u{a0}· " }<a href={format!("{}{FILE}", address::up())} download={FILE}>{ words.labels().elsewhere.one_file }</a>
            }
        </span>
    }
}
