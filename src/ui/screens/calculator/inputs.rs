//! What a reader can change: the drivers of the note, where its savings come from, and whose money is counted.

use yew::{Html, html};

use crate::ui::context::Context;
use crate::ui::screens::calculator::drivers::Drivers;
use crate::ui::screens::calculator::perspectives::perspectives;
use crate::ui::state::State;
use engine::link::Page;
use words::Words;

/// The drivers. Below them are the way to borrowed savings, for a note that states none, and the choice of a perspective. Links are of the
/// state as of when the hand `rested` last.
pub(crate) fn inputs(state: &State, rested: &State, page: &Context) -> Html {
    let words = page.words();
    let perspective = state.page.perspective(state.note().variant);
    let lender = state.note().variant.lender().and_then(|lender| state.library().find(lender));
    html! {
        <section class="inputs" aria-labelledby="drivers-title">
            <h2 id="drivers-title" tabindex="-1">{ words.labels().drivers.drivers }</h2>
            <Drivers
                now={state.own().clone()} baseline={state.baseline().clone()}
                {perspective} {lender} epoch={state.epoch}
            />
            <div>{ savings(rested, words) }</div>
            { perspectives(state.note().variant, &state.own().outcome, perspective, page) }
        </section>
    }
}

/// The link to the note with borrowed savings and the link back, for a note that states no savings.
fn savings(state: &State, words: Words) -> Html {
    let note = state.note();
    let library = state.library();
    let (other, lender) = if let Some(lender) = note.variant.lender() {
        (library.find(&note.variant.id), library.find(lender))
    } else {
        let other = library.with_savings(&note.variant.id);
        (other, other.and_then(|other| library.find(other.variant.lender()?)))
    };
    let label = match (note.variant.lender(), lender) {
        (None, Some(lender)) => words.borrow_from(lender.document),
        _ => words.labels().drivers.give_back.to_owned(),
    };
    let help = lender.map(|lender| words.borrow_help(lender)).unwrap_or_default();
    let page = Page { question: None, ..state.page.clone() };
    let address = other.map(|other| format!("#{}", page.link_for(state.scenario(), other)));
    html! {
        <div class="savings">
            if let Some(address) = address {
                <><p class="help">{ help }</p><p class="screen-only"><a class="borrow" href={address}>{ label }</a></p></>
            }
        </div>
    }
}
