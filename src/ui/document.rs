//! The page as a document: what the same views show of a link where there is no browser. The build publishes it, for whoever has no
//! calculator or does not have it yet.

use std::future::Future;
use std::pin::pin;
use std::rc::Rc;
use std::sync::LazyLock;
use std::task::{Context as Poller, Poll, Waker};

use yew::{Callback, ContextProvider, Html, LocalServerRenderer, Properties, function_component, html, use_memo};

use crate::ui::context::Context;
use crate::ui::shell::page::Shell;
use crate::ui::shell::rested::Rested;
use crate::ui::state::State;
use engine::notes::Library;
use model::language::Language;

/// The notes, decoded once for all documents.
static LIBRARY: LazyLock<Option<Library>> = LazyLock::new(|| Library::embedded().ok());

/// How often the views are asked whether they are done. They wait for nothing.
const MOST_TRIES: u32 = 100;

/// What the page shows of a link, as HTML that stands in a body; `None` if there is no note to show.
#[must_use]
pub fn document(link: &str) -> Option<String> {
    let state = State::open(LIBRARY.as_ref()?, link, Language::default())?;
    let views = LocalServerRenderer::<Views>::with_props(ViewsProps { state }).hydratable(false);
    let mut body = pin!(views.render());
    let mut poller = Poller::from_waker(Waker::noop());
    (0..MOST_TRIES).find_map(|_| match body.as_mut().poll(&mut poller) {
        Poll::Ready(body) => Some(body),
        Poll::Pending => None,
    })
}

#[derive(Properties, PartialEq)]
struct ViewsProps {
    state: State,
}

/// The whole page, which nobody can do anything with.
#[function_component]
fn Views(props: &ViewsProps) -> Html {
    let state = props.state.clone();
    let page = use_memo((), |()| {
        Context::new(state.library(), state.page.language_choice(), Callback::noop(), Callback::noop())
    });
    let link = state.link();
    html! { <ContextProvider<Context> context={(*page).clone()}><Shell rested={Rc::new(Rested { state, link })} /></ContextProvider<Context>> }
}
