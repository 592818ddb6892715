//! Copies the link to what is on the page.

use yew::{AttrValue, Html, Properties, function_component, html};

use super::address;
use super::copy::Copy;
use super::words::use_words;

#[derive(Properties, PartialEq)]
pub(super) struct ShareProps {
    /// The link, without the `#`.
    pub(super) link: AttrValue,
}

/// The button for the link.
#[function_component]
pub(super) fn Share(props: &ShareProps) -> Html {
    let labels = use_words().labels();
    let text = address::copied(&props.link);
    let done = if address::is_shared() { labels.link_copied } else { labels.elsewhere.link_copied_here };
    html! { <Copy {text} label={labels.copy_link} {done} by_hand={labels.link_by_hand} /> }
}
