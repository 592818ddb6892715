//! The screen for notes of the reader's own: opening a file, writing or mending it as a form or as text, and the notes that were brought.

pub(crate) mod beginnings;
pub(crate) mod brought;
mod desk;
pub(crate) mod editor;
mod form;
mod page_with_notes;
pub(crate) mod table;
mod text;

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
    // Another text is another field.
    let editor = html! { <Editor key={format!("editor-{}", state.drafts)} {draft} number={state.drafts} former={state.former_draft.clone()} /> };
    let beginnings = html! {
        <div key="beginnings">
            <Beginnings has_published={address::is_hosted()} from={state.page.about.clone()} />
            <TableField />
        </div>
    };
    // Whoever has taken no text in hand yet looks for one to begin with. Nothing changes places while somebody types.
    let parts = if state.drafts > 0 { [editor, beginnings] } else { [beginnings, editor] };
    let not_the_file =
        state.file.as_ref().filter(|_| state.page.awaited.is_some()).map(|file| words.not_the_file(file));
    html! {
        <section key="own-note" class="own-note" aria-labelledby="own-note-title">
            <h1 id="own-note-title" tabindex="-1">{ labels.screens.own_note }</h1>
            <p class="help">{ labels.own_note.help }</p>
            <p class="message" role="status" data-part="not-the-file">{ not_the_file.unwrap_or_default() }</p>
            <Opener opened={state.file.clone()} is_for_note=true />
            <Brought key="brought" in_hand={state.draft.clone()} />
            { for parts }
        </section>
    }
}
