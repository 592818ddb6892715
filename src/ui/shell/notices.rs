//! Notices about what could not be applied from a link or a file, one line each.

use yew::{Callback, Html, Properties, function_component, html};

use crate::ui::browser::focus;
use crate::ui::context::use_words;
use crate::ui::state::Action;
use engine::link::Notice;

/// The notices, and the callback for dismissing them.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// What could not be applied from the last link.
    pub notices: Vec<Notice<'static>>,
    /// A sentence on each thing in the last file that was changed or left out.
    pub remarks: Vec<String>,
    /// Called when the reader dismisses the notices.
    pub on_action: Callback<Action>,
}

/// The notices. Without any, an empty live region stays in the page.
#[function_component]
pub fn Notices(props: &NoticesProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let notices = props.notices.iter().map(|notice| words.notice(notice)).chain(props.remarks.iter().cloned());
    let lines: Vec<Html> =
        notices.enumerate().map(|(index, notice)| html! { <li key={index}>{ notice }</li> }).collect();
    let title =
        if props.remarks.is_empty() { words.link_notices_title(&props.notices) } else { labels.export.file_remarks };
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
                    <button type="button" onclick={on_dismiss}>{ labels.shell.dismiss }</button>
                </section>
            }
        </div>
    }
}
