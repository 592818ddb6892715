//! The languages of the page. Danish is there from the start, and English arrives with the first reader who wants it.

use crate::ui::pieces::piece;
use model::language::Language;
use words::Sections;

/// The sections of a language.
pub(super) struct Spoken {
    sections: fn() -> &'static Sections,
}

piece!(english, Spoken, Spoken { sections: words::english });

/// Whether the page can speak a language.
pub(super) fn is_here(language: Language) -> bool {
    match language {
        Language::Danish => true,
        Language::English => PIECE.here().map(speak).is_some(),
    }
}

/// Asks for a language, and waits for it. Where it is refused, the page goes on in Danish.
pub(super) async fn arrive(language: Language) {
    if !is_here(language) {
        let _ = PIECE.arrive().await.map(speak);
    }
}

/// Has the page speak what has arrived.
#[cfg(all(feature = "split", target_arch = "wasm32"))]
fn speak(spoken: &'static Spoken) {
    words::english_arrived((spoken.sections)());
}

/// Whoever has the whole page can speak already.
#[cfg(not(all(feature = "split", target_arch = "wasm32")))]
const fn speak(spoken: &'static Spoken) {
    let _ = spoken.sections;
}
