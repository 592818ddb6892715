//! The sender's own title for a link.

use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, Properties, TargetCast, function_component, html, use_state};

use crate::link::{LONGEST_TITLE, Title};
use crate::ui::state::Action;
use crate::ui::words::use_words;

/// The title in force, and whom to tell of another.
#[derive(Properties, PartialEq)]
pub struct TitleFieldProps {
    /// In force.
    pub title: Option<Title>,
    /// Told what is typed.
    pub on_action: Callback<Action>,
}

/// The field. What is typed stays as it is typed while it means the title in force.
#[function_component]
pub fn TitleField(props: &TitleFieldProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let typed = use_state(String::new);
    let shown = if Title::new(&typed) == props.title {
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
            <label for="link-title">{ labels.link_title }</label>
            <input
                id="link-title" type="text" maxlength={LONGEST_TITLE.to_string()} autocomplete="off" value={shown}
                aria-describedby="link-title-help" oninput={on_type}
            />
            <span id="link-title-help" class="help">{ words.title_help(LONGEST_TITLE) }</span>
        </p>
    }
}
