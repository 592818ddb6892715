//! What the note gives as reasons for the share of an effort who reach a job.

use yew::{Html, html};

use crate::ui::parts::also_said::sentences;
use engine::also_said::grounds as grounds_of;
use model::evaluate::Perspective;
use model::note::{Driver, DriverIx, Note};
use words::Words;

/// The reasons for the shares that the perspective shows, in our own words and in the note's; nothing where it gives none.
pub(super) fn grounds(note: Note<'static>, perspective: Perspective, words: Words) -> Html {
    let shown = note.variant.efforts.iter().enumerate().filter(|(index, _)| match perspective {
        Perspective::Effort(effort) => *index == effort,
        Perspective::Total | Perspective::Service | Perspective::Committee(_) => true,
    });
    let shares = shown.filter_map(|(_, effort)| Some(effort.effect?.full));
    let parts = shares.filter_map(|ix: DriverIx| of_share(note, note.variant.driver(ix)?, words));
    html! { <div>{ for parts }</div> }
}

fn of_share(note: Note<'static>, share: &Driver, words: Words) -> Option<Html> {
    let said = grounds_of(note.document, &share.id);
    let id = format!("grounds-{}", share.id);
    (!said.is_empty()).then(|| {
        html! {
            <section key={share.id.clone()} class="grounds" aria-labelledby={id.clone()} data-part="grounds">
                <h2 {id}>{ words.grounds(&words.value(share.value, share.unit)) }</h2>
                { sentences(&said, note.document, words) }
            </section>
        }
    })
}
