//! What the first scenario gains and loses against the second, what the notes say of it themselves, and what they also give.

use yew::{Html, html};

use crate::ui::parts::provenance::quote;
use crate::ui::screens::compare::side_by_side::Part;
use engine::compare::{Pair, Traded};
use model::note::Remark;
use model::scenario::Scenario;

/// Two lists, and sentences of the notes with their places.
pub(super) fn trade(part: &Part<'_>) -> Html {
    let words = part.words;
    let labels = &words.labels().comparison;
    let comparison = part.comparison;
    let trade = comparison.trade();
    if trade.gained.is_empty() && trade.lost.is_empty() {
        return html! { <section class="trade">{ left_out(part) }</section> };
    }
    let name = words.scenario_name(&comparison.scenarios.left);
    let list = |id: &'static str, title: String, traded: &[Traded<'static>]| {
        let items = traded.iter().map(|traded| {
            let said = words.traded(traded);
            html! { <li key={said.clone()}>{ said }</li> }
        });
        html! {
            <div key={id} data-part={id}>
                <h3>{ title }</h3>
                <ul>
                    { for items }
                    if traded.is_empty() {
                        <li key="none">{ labels.nothing_traded }</li>
                    }
                </ul>
            </div>
        }
    };
    html! {
        <section class="trade" aria-labelledby="trade-title">
            <h2 id="trade-title">{ labels.trade }</h2>
            <div class="traded">
                { list("gained", words.gained_with(&name), &trade.gained) }
                { list("lost", words.lost_with(&name), &trade.lost) }
            </div>
            { said(part) }
            { left_out(part) }
        </section>
    }
}

/// What each note says of the rows that differ.
fn said(part: &Part<'_>) -> Html {
    let words = part.words;
    let Pair { left, right } = part.comparison.said();
    let scenarios = &part.comparison.scenarios;
    let remark = |scenario: &Scenario<'static>, remark: &'static Remark| {
        let note = scenario.note();
        let name = words.note_name(note);
        html! {
            <li key={format!("{} {}", note.variant.id, remark.id)}>
                { name }{ ": " }{ words.named(&remark.says) }{ ". " }{ quote(words, &words.document(note.document), &remark.source) }
            </li>
        }
    };
    let of_left = left.into_iter().map(|said| remark(&scenarios.left, said));
    let of_right = right.into_iter().map(|said| remark(&scenarios.right, said));
    let items: Vec<Html> = of_left.chain(of_right).collect();
    html! {
        <div class="said-apart" data-part="said-apart">
            if !items.is_empty() {
                <h3>{ words.labels().comparison.said }</h3>
                <ul>{ for items }</ul>
            }
        </div>
    }
}

/// The values that the notes give and that neither scenario counts with, such as what was measured.
fn left_out(part: &Part<'_>) -> Html {
    let words = part.words;
    let all = part.comparison.left_out();
    let items = all.iter().map(|left_out| {
        let says = words.left_out(left_out);
        let document = words.document(left_out.document);
        let quotes = left_out.alternative.origin.sources().iter().map(|source| quote(words, &document, source));
        html! { <li key={says.clone()}>{ says }{ " " }{ for quotes }</li> }
    });
    html! {
        <div class="said-apart" data-part="left-out">
            if !all.is_empty() {
                <h3>{ words.labels().comparison.left_out }</h3>
                <ul>{ for items }</ul>
            }
        </div>
    }
}
