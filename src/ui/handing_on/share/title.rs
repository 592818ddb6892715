//! The sender's own title for a link.

use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast, function_component, html, use_state};

use crate::ui::context::use_words;
use crate::ui::state::Action;
use engine::link::{LONGEST_TITLE, Title};

/// The current title, and the callback for changing it.
#[derive(Properties, PartialEq)]
pub struct TitleFieldProps {
    /// The current title; `None` where the sender gave none.
    pub title: Option<Title>,
    /// Called with the title at each key.
    pub on_action: Callback<Action>,
}

/// The text field. It keeps the text exactly as typed for as long as that text stands for the current title.
#[function_component]
pub fn TitleField(props: &TitleFieldProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let typed = use_state(String::new);
    let text = if Title::new(&typed) == props.title {
        AttrValue::from((*typed).clone())
    } else {
        AttrValue::from(props.title.as_ref().map(|title| title.words().to_owned()).unwrap_or_default())
    };
    let on_type = {
        let (typed, on_action) = (typed.clone(), props.on_action.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            on_action.emit(Action::Titled(Title::new(&text)));
            typed.set(text);
        })
    };
    html! {
        <p class="title-field">
            <label for="link-title">{ labels.sharing.link_title }</label>
            <input
                id="link-title" type="text" maxlength={LONGEST_TITLE.to_string()} autocomplete="off" value={text}
                aria-describedby="link-title-help" oninput={on_type}
            />
            <span id="link-title-help" class="help">{ words.title_help(LONGEST_TITLE) }</span>
        </p>
    }
}
