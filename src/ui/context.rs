//! What every part of the page may need and no turn of a driver changes, so that no component hands it down.

use std::cell::OnceCell;
use std::rc::Rc;

use yew::{Callback, MouseEvent, hook, use_context};

use crate::ui::state::{Action, State};
use engine::findings::{Check, check_all};
use engine::notes::Library;
use model::language::{Language, LanguageChoice};
use words::Words;

/// What the page gives every component.
#[derive(Clone)]
pub(crate) struct Context {
    /// The notes: those that ship, and those that the reader has brought.
    pub(crate) library: &'static Library,
    /// The language of the page.
    pub(crate) language: Language,
    /// Whether the page can speak it.
    has_words: bool,
    /// Whether somebody chose the language.
    is_language_said: bool,
    /// Takes what the reader does.
    pub(crate) on_action: Callback<Action>,
    /// Called before the reader is taken to another part of the screen, so that going back finds the place that was left.
    pub(crate) on_jump: Callback<()>,
    /// The checks of the documents, run when they are first needed: an iframe may never need them.
    checks: Rc<OnceCell<Rc<Vec<Check>>>>,
    /// Those of the documents that ship, where a reader has brought others.
    published_checks: Rc<OnceCell<Rc<Vec<Check>>>>,
}

impl Context {
    /// The context of a page with these notes.
    pub(super) fn new(
        library: &'static Library,
        choice: LanguageChoice,
        on_action: Callback<Action>,
        on_jump: Callback<()>,
    ) -> Self {
        let LanguageChoice { language, is_said } = choice;
        Self {
            library,
            language,
            has_words: true,
            is_language_said: is_said,
            on_action,
            on_jump,
            checks: Rc::default(),
            published_checks: Rc::default(),
        }
    }

    /// The same in another language, which the page can speak or cannot. The checks are not run again.
    pub(super) fn in_language(&self, choice: LanguageChoice, has_words: bool) -> Self {
        let LanguageChoice { language, is_said } = choice;
        Self { language, has_words, is_language_said: is_said, ..self.clone() }
    }

    /// What a press does that takes the reader to another part of the screen.
    pub(crate) fn jump(&self, go: impl Fn() + 'static) -> Callback<MouseEvent> {
        let on_jump = self.on_jump.clone();
        Callback::from(move |_| {
            on_jump.emit(());
            go();
        })
    }

    /// The checks of the documents.
    pub(crate) fn checks(&self) -> &Rc<Vec<Check>> {
        self.checks.get_or_init(|| Rc::new(check_all(self.library.documents())))
    }

    /// The checks of the documents that ship.
    pub(crate) fn published_checks(&self) -> &Rc<Vec<Check>> {
        if self.library.files().is_empty() {
            return self.checks();
        }
        self.published_checks.get_or_init(|| Rc::new(check_all(self.library.published())))
    }

    /// The wordings of the language.
    pub(crate) fn words(&self) -> Words {
        words::of(self.language).said(self.is_language_said)
    }
}

impl PartialEq for Context {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.library, other.library)
            && self.language == other.language
            && self.has_words == other.has_words
            && self.is_language_said == other.is_language_said
            && self.on_action == other.on_action
            && self.on_jump == other.on_jump
    }
}

/// What the page gives every component. A component outside a page has no notes, speaks Danish, and is not heard.
#[hook]
pub(crate) fn use_page() -> Context {
    use_context::<Context>().unwrap_or_else(|| {
        Context::new(Library::none(), Language::default().into(), Callback::noop(), Callback::noop())
    })
}

/// The state as the hand has it that moves a driver. What stands around the calculation follows only once the hand rests.
#[derive(Clone, PartialEq)]
pub(crate) struct InHand(pub(crate) Rc<State>);

/// The state as the hand has it. It is `rested`, the one of when the hand rested last, unless values of drivers have moved since.
#[hook]
pub(crate) fn use_in_hand(rested: &State) -> Rc<State> {
    let in_hand = use_context::<InHand>().map(|in_hand| in_hand.0);
    in_hand.filter(|in_hand| in_hand.has_moved_from(rested)).unwrap_or_else(|| Rc::new(rested.clone()))
}

/// The wordings of the page's language.
#[hook]
pub(crate) fn use_words() -> Words {
    use_context::<Context>().map_or_else(|| words::of(Language::default()), |page| page.words())
}
