//! What of a link could not be applied, a line each.

use yew::{Callback, Html, Properties, function_component, html};

use super::focus;
use super::state::Action;
use super::words::use_words;
use crate::link::Notice;

#[derive(Properties, PartialEq)]
pub(super) struct NoticesProps {
    pub(super) notices: Vec<Notice<'static>>,
    pub(super) on_action: Callback<Action>,
}

/// The notices; an empty place where there are none.
#[function_component]
pub(super) fn Notices(props: &NoticesProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let lines =
        props.notices.iter().enumerate().map(|(at, notice)| html! { <li key={at}>{ words.notice(notice) }</li> });
    let on_dismiss = props.on_action.reform(|_| {
        focus::give("content");
        Action::NoticesDismissed
    });
    html! {
        <div role="status">
            if !props.notices.is_empty() {
                <section class="notices" aria-labelledby="notices-title">
                    <h2 id="notices-title">{ labels.link_notices }</h2>
                    <ul>{ for lines }</ul>
                    <button type="button" onclick={on_dismiss}>{ labels.dismiss }</button>
                </section>
            }
        </div>
    }
}
