//! The groups of the form: sections, lists, items that open, and values of several fields.

use std::rc::Rc;

use web_sys::{Event, HtmlDetailsElement, MouseEvent};
use yew::{Callback, Html, TargetCast, html};

use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::programs::own_notes::FormEdit;
use crate::ui::screens::own_note::form::field::field;
use crate::ui::screens::own_note::form::ids::element_id;
use engine::note_form::{Addition, Group, Part, PrintedTable};
use words::Words;

/// The paths of the items that are open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Opened(Rc<Vec<String>>);

impl Opened {
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.iter().any(|open| open == path)
    }

    pub(super) fn with(&self, path: &str) -> Self {
        if self.has(path) {
            return self.clone();
        }
        Self(Rc::new(self.0.iter().cloned().chain([path.to_owned()]).collect()))
    }

    pub(super) fn without(&self, path: &str) -> Self {
        Self(Rc::new(self.0.iter().filter(|open| *open != path).cloned().collect()))
    }

    /// With all that something is in.
    pub(super) fn with_all_above(&self, path: &str) -> Self {
        let ends = path.match_indices('/').map(|(at, _)| at).chain([path.len()]);
        ends.filter_map(|end| path.get(..end))
            .filter(|above| !above.is_empty())
            .fold(self.clone(), |all, above| all.with(above))
    }
}

/// What every part of the form needs.
pub(super) struct Shown {
    pub(super) opened: Opened,
    pub(super) on_edit: Callback<FormEdit>,
    /// Takes the path of an item, and whether it is open.
    pub(super) on_open: Callback<(String, bool)>,
    pub(super) words: Words,
}

/// A section of the form.
pub(super) fn section(group: &Group, shown: &Shown) -> Html {
    let id = element_id(&group.path);
    html! {
        <section key={group.path.clone()} aria-labelledby={id.clone()}>
            <h2 {id} tabindex="-1">{ &group.name }</h2>
            { inside(group, shown) }
        </section>
    }
}

/// A group within another one.
fn inner(group: &Group, shown: &Shown) -> Html {
    let id = element_id(&group.path);
    if !group.is_item {
        // A choice stands at the path of its group. No two elements have the same id, and the choice is what a fault leads to.
        let is_of_field = |part: &Part| matches!(part, Part::Field(field) if field.path == group.path);
        let id = (!group.parts.iter().any(is_of_field)).then_some(id);
        return html! {
            <fieldset key={group.path.clone()}>
                <legend {id} tabindex="-1">{ &group.name }</legend>
                { inside(group, shown) }
                { removal(group, shown) }
            </fieldset>
        };
    }
    let is_open = shown.opened.has(&group.path);
    let on_toggle = {
        let (path, on_open) = (group.path.clone(), shown.on_open.clone());
        Callback::from(move |event: Event| {
            let is_open = event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|details| details.open());
            on_open.emit((path.clone(), is_open));
        })
    };
    let faults = if has_faults(group) { " ⚠" } else { "" };
    html! {
        <details key={group.path.clone()} class="item" open={is_open} ontoggle={on_toggle}>
            <summary {id}>{ &group.name }{ faults }</summary>
            <div>
                if is_open {
                    <>{ inside(group, shown) }{ removal(group, shown) }</>
                }
            </div>
        </details>
    }
}

fn has_faults(group: &Group) -> bool {
    let of_part = |part: &Part| match part {
        Part::Field(field) => !field.faults.is_empty(),
        Part::Group(inner) => has_faults(inner),
        Part::Table(_) => false,
    };
    !group.faults.is_empty() || group.parts.iter().any(of_part)
}

/// What is in a group, with what may be added.
fn inside(group: &Group, shown: &Shown) -> Html {
    let parts = group.parts.iter().map(|part| match part {
        Part::Field(value) => field(value, &shown.on_edit),
        Part::Group(group) => inner(group, shown),
        Part::Table(table) => printed(table, shown.words),
    });
    let faults =
        group.faults.iter().enumerate().map(|(index, fault)| html! { <p key={index} class="problem">{ fault }</p> });
    let remarks = group
        .remarks
        .iter()
        .enumerate()
        .map(|(index, remark)| html! { <p key={index} class="remark" data-part="remark">{ remark }</p> });
    let additions = group.additions.iter().map(|Addition { path, label }| {
        let added = path.clone();
        let on_press = shown.on_edit.reform(move |_: MouseEvent| FormEdit::Add(added.clone()));
        html! { <button key={path.clone()} type="button" class="quiet" onclick={on_press}>{ label }</button> }
    });
    html! {
        <>
            <p class="help">{ &group.help }</p>
            <div>{ for faults }</div>
            <div>{ for remarks }</div>
            <div class="fields">{ for parts }</div>
            <p class="save">{ for additions }</p>
        </>
    }
}

fn removal(group: &Group, shown: &Shown) -> Html {
    let path = group.path.clone();
    let on_press = shown.on_edit.reform(move |_: MouseEvent| FormEdit::Remove(path.clone()));
    html! {
        <p>
            if !group.removal.is_empty() {
                <button type="button" class="quiet" onclick={on_press}>{ &group.removal }</button>
            }
        </p>
    }
}

/// A printed table, to be compared with the document.
fn printed(table: &PrintedTable, words: Words) -> Html {
    let heads = table.years.iter().map(|year| html! { <th key={year.clone()} scope="col">{ year }</th> });
    let rows = table.rows.iter().enumerate().map(|(index, (label, cells))| {
        let cells = cells.iter().enumerate().map(|(column, cell)| html! { <td key={column}>{ cell }</td> });
        html! { <tr key={index}><th scope="row">{ label }</th>{ for cells }</tr> }
    });
    let content = html! {
        <table>
            <thead><tr><th scope="col">{ &table.label }</th>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    };
    html! {
        <div key={format!("{}-printed", table.path)} class="whole">
            <p class="help">{ words.labels().own_note.check_cells }</p>
            { scrolled(Named::As(table.name.clone()), content) }
        </div>
    }
}
