//! What of a link or a file could not be applied, a line each.

use yew::{Callback, Html, Properties, function_component, html};

use super::focus;
use super::state::Action;
use super::words::use_words;
use crate::link::Notice;

/// What the notices are, and whom to tell that they were read.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// A line each.
    pub notices: Vec<Notice<'static>>,
    /// What of a file was not used as it stands.
    pub remarks: Vec<String>,
    /// Told when the reader has read them.
    pub on_action: Callback<Action>,
}

/// The notices; an empty place where there are none.
#[function_component]
pub fn Notices(props: &NoticesProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let notices = props.notices.iter().map(|notice| words.notice(notice)).chain(props.remarks.iter().cloned());
    let lines: Vec<Html> = notices.enumerate().map(|(at, notice)| html! { <li key={at}>{ notice }</li> }).collect();
    let title = if props.remarks.is_empty() { labels.link_notices } else { labels.export.file_remarks };
    let on_dismiss = props.on_action.reform(|_| {
        focus::give("content");
        Action::NoticesDismissed
    });
    html! {
        <div role="status">
            if !lines.is_empty() {
                <section class="notices" aria-labelledby="notices-title">
                    <h2 id="notices-title">{ title }</h2>
                    <ul>{ for lines }</ul>
                    <button type="button" onclick={on_dismiss}>{ labels.dismiss }</button>
                </section>
            }
        </div>
    }
}
