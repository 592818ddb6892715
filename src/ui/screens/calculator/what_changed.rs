//! What the reader's changes did to the answer, in a sentence. A wide window has it directly below the chart, a narrow one with the list
//! of changes.

use yew::{Html, html};

use crate::ui::parts::phrase;
use words::{Phrase, Words};

/// The sentence, or that a change is told here.
pub(super) fn what_changed(difference: Option<&Phrase>, words: Words) -> Html {
    html! {
        <p class="difference" data-part="difference" data-keeps-room="">
            {
                match difference {
                    Some(difference) => phrase::anew(difference),
                    None => html! { <>{ words.labels().answer.nothing_changed }</> },
                }
            }
        </p>
    }
}
