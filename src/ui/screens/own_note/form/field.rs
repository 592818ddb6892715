//! A field of the form. What is typed belongs to it until it is left; then it is written into the text.

use web_sys::{Event, HtmlInputElement, HtmlSelectElement, InputEvent};
use yew::{
    AttrValue, Callback, Html, NodeRef, Properties, TargetCast, function_component, html, use_effect_with,
    use_node_ref, use_state,
};

use crate::ui::programs::own_notes::FormEdit;
use crate::ui::screens::own_note::form::ids::element_id;
use engine::note_form::{Field, FieldKind};

/// The field with its label, and what is wrong with it.
pub(super) fn field(field: &Field, on_edit: &Callback<FormEdit>) -> Html {
    let id = element_id(&field.path);
    let (help, faults) = (format!("{id}-help"), format!("{id}-faults"));
    let described: Vec<&str> = [(!field.help.is_empty(), &help), (!field.faults.is_empty(), &faults)]
        .into_iter()
        .filter_map(|(is_there, id)| is_there.then_some(id.as_str()))
        .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = (!field.faults.is_empty()).then_some("true");
    let required = field.is_required.then_some("true");
    let on_value = {
        let path = field.path.clone();
        on_edit.reform(move |value: String| FormEdit::Set(path.clone(), value))
    };
    let suggestions = AttrValue::from(format!("{id}-suggestions"));
    let attributes = Attributes { id: id.clone(), described, invalid, required };
    let control = match &field.kind {
        FieldKind::Choice(choices) => html! {
            <Choice {attributes} choices={choices.clone()} value={field.value.clone()} {on_value} />
        },
        FieldKind::Suggestions(names) => html! {
            <>
                <Typed {attributes} list={suggestions.clone()} value={field.value.clone()} {on_value} />
                <datalist id={suggestions}>{ for names.iter().map(|name| html! { <option key={name.clone()} value={name.clone()} /> }) }</datalist>
            </>
        },
        FieldKind::Text => html! { <Typed {attributes} value={field.value.clone()} {on_value} /> },
        FieldKind::Number => html! { <Typed {attributes} is_number={true} value={field.value.clone()} {on_value} /> },
    };
    html! {
        <div key={field.path.clone()} class="field" data-path={field.path.clone()}>
            <label for={id}>{ &field.label }</label>
            <span class="control">
                { control }
                <span class="unit" aria-hidden="true">{ &field.unit }</span>
            </span>
            <span id={help} class="help">{ &field.help }</span>
            <span id={faults} class="problem">{ field.faults.join(" ") }</span>
        </div>
    }
}

/// What the element of a field says of it.
#[derive(Clone, PartialEq)]
struct Attributes {
    id: String,
    described: Option<String>,
    invalid: Option<&'static str>,
    required: Option<&'static str>,
}

#[derive(Properties, PartialEq)]
struct TypedProps {
    attributes: Attributes,
    #[prop_or_default]
    is_number: bool,
    /// The id of a list of what may be typed.
    #[prop_or_default]
    list: Option<AttrValue>,
    value: String,
    on_value: Callback<String>,
}

/// A field that is typed into.
#[function_component]
fn Typed(props: &TypedProps) -> Html {
    let typed = use_state(|| None::<String>);
    {
        // What stands in the text takes the place of what was typed.
        let typed = typed.clone();
        use_effect_with(props.value.clone(), move |_| typed.set(None));
    }
    let on_type = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
        })
    };
    let on_leave = {
        let (value, on_value) = (props.value.clone(), props.on_value.clone());
        Callback::from(move |event: Event| {
            let now = event.target_unchecked_into::<HtmlInputElement>().value();
            if now != value {
                on_value.emit(now);
            }
        })
    };
    let value = (*typed).clone().unwrap_or_else(|| props.value.clone());
    let Attributes { id, described, invalid, required } = props.attributes.clone();
    html! {
        <input
            type="text" {id} {value} autocomplete="off" list={props.list.clone()} inputmode={props.is_number.then_some("decimal")}
            aria-describedby={described} aria-invalid={invalid} aria-required={required} oninput={on_type} onchange={on_leave}
        />
    }
}

#[derive(Properties, PartialEq)]
struct ChoiceProps {
    attributes: Attributes,
    choices: Vec<(String, String)>,
    value: String,
    on_value: Callback<String>,
}

/// A field in which one of several values is chosen.
#[function_component]
fn Choice(props: &ChoiceProps) -> Html {
    let element: NodeRef = use_node_ref();
    {
        // A browser keeps what was chosen, also where the choices change.
        let element = element.clone();
        use_effect_with((props.value.clone(), props.choices.clone()), move |(value, _)| {
            if let Some(select) = element.cast::<HtmlSelectElement>() {
                select.set_value(value);
            }
        });
    }
    let on_choose = props.on_value.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    let options = props.choices.iter().map(|(value, name)| {
        html! { <option key={value.clone()} value={value.clone()} selected={*value == props.value}>{ name }</option> }
    });
    let Attributes { id, described, invalid, required } = props.attributes.clone();
    html! {
        <select
            ref={element} {id} aria-describedby={described} aria-invalid={invalid} aria-required={required} onchange={on_choose}
        >
            { for options }
        </select>
    }
}
