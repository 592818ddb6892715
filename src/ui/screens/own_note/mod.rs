//! The screen for notes of the reader's own: opening a file, mending its text, and the notes that were brought.

pub(crate) mod beginnings;
pub(crate) mod brought;
pub(crate) mod editor;
mod page_with_notes;
pub(crate) mod table;

use std::rc::Rc;

use yew::{Html, html};

use crate::ui::bringing::opener::Opener;
use crate::ui::browser::address;
use crate::ui::context::Context;
use crate::ui::screens::own_note::beginnings::Beginnings;
use crate::ui::screens::own_note::brought::Brought;
use crate::ui::screens::own_note::editor::Editor;
use crate::ui::screens::own_note::table::TableField;
use crate::ui::state::State;

/// The screen.
pub(crate) fn own_note(state: &State, page: &Context) -> Html {
    let words = page.words();
    let labels = words.labels();
    let draft = state.draft.clone();
    // Another draft is another text: what stood in the field before goes.
    let key = draft.as_ref().map_or(0, |draft| Rc::as_ptr(draft).addr());
    html! {
        <section key="own-note" class="own-note" aria-labelledby="own-note-title">
            <h1 id="own-note-title" tabindex="-1">{ labels.screens.own_note }</h1>
            <p class="help">{ labels.own_note.help }</p>
            <Opener opened={state.file.clone()} is_for_note=true />
            <Brought key="brought" />
            <Editor key={format!("editor-{key}")} {draft} />
            <TableField key="table" />
            <div key="beginnings">
                if address::is_hosted() {
                    <Beginnings />
                }
            </div>
        </section>
    }
}
