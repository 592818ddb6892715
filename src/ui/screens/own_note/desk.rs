//! The text of a note while it is changed in the form: what was typed waits until it is asked for, so that nothing on the page moves
//! between the press and the release of a button.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsValue;

use crate::ui::context::Context;
use crate::ui::programs::own_notes::{FormEdit, OwnNotes};
use crate::ui::state::Action;

/// The text, and what is to be done to it.
#[derive(Clone, Default)]
pub(crate) struct Desk {
    text: Rc<RefCell<Rc<str>>>,
    number: Rc<Cell<u32>>,
    waiting: Rc<RefCell<Vec<FormEdit>>>,
}

/// A desk is the same as long as the page shows the same text.
impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.text, &other.text)
    }
}

impl Desk {
    /// Takes the text in hand that the page has. `number`: which one it is.
    pub(crate) fn take(&self, text: &Rc<str>, number: u32) {
        self.text.replace(text.clone());
        self.number.set(number);
    }

    /// The text as it was last.
    pub(crate) fn text(&self) -> Rc<str> {
        self.text.borrow().clone()
    }

    /// Has something done to the text when it is asked for.
    pub(crate) fn add(&self, edit: FormEdit) {
        self.waiting.borrow_mut().push(edit);
    }

    /// Whether something waits.
    pub(crate) fn has_waiting(&self) -> bool {
        !self.waiting.borrow().is_empty()
    }

    /// The text after all that was to be done to it, each of which is a step that can be taken back.
    pub(crate) async fn settled(&self, page: &Context) -> Result<Rc<str>, JsValue> {
        let program = OwnNotes::load().await?;
        for edit in self.waiting.take() {
            let text = self.text();
            if let Some(next) = program.edited(&text, &edit, page.language)?.filter(|next| **next != *text) {
                let next: Rc<str> = next.into();
                self.text.replace(next.clone());
                page.on_action.emit(Action::DraftEdited { text: next, number: self.number.get() });
            }
        }
        Ok(self.text())
    }
}
