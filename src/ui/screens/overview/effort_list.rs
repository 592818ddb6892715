//! The efforts, each with whom it helps, what it costs as it is proposed now, and its target and result.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use yew::{Html, html};

use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::phrase;
use engine::front::EffortInShort;
use engine::link::{Page, Screen};
use model::note::Reach;
use model::scenario::{Scenario, Settings};
use words::Words;

/// A row for each effort, which leads to it in the calculator.
pub(super) fn effort_list(efforts: &[EffortInShort<'static>], settings: Settings, words: Words) -> Html {
    let rows = efforts.iter().map(|effort| {
        html! {
            <li key={effort.effort.id.clone()} class="effort-row" data-effort={effort.effort.id.clone()}>
                <h3><a href={link(effort, settings, words)}>{ hyphenated(words.named(&effort.effort.name), words.code()) }</a></h3>
                if let Some(about) = &effort.effort.about {
                    <p class="about">{ hyphenated(words.named(about), words.code()) }</p>
                }
                <p class="cost">{ phrase::show(&words.effort_cost(effort)) }</p>
                <p class="result">{ bullet(effort) }{ words.effort_result(effort) }</p>
            </li>
        }
    });
    html! {
        <section class="effort-list" aria-labelledby="effort-list-title">
            <h2 id="effort-list-title">{ words.labels().overview.efforts }</h2>
            <p class="help">{ words.labels().overview.bars_help }</p>
            <ul>{ for rows }</ul>
        </section>
    }
}

/// The link to the note with this effort alone.
fn link(effort: &EffortInShort<'static>, settings: Settings, words: Words) -> String {
    let mut page = Page::of(Screen::Note, words.choice());
    page.see_from(effort.perspective(), effort.note.variant);
    format!("#{}", page.link(&Scenario::baseline(effort.note).with_settings(settings)))
}

/// A bar as long as the result, with a mark at the target. The words beside it say the same.
fn bullet(effort: &EffortInShort<'_>) -> Html {
    let per_cent = |reach: Reach| reach.share()?.checked_mul(Decimal::ONE_HUNDRED)?.to_f64();
    let result = effort.result().and_then(|(reached, ..)| per_cent(reached));
    let target = effort.result().map(|(_, target, _)| target).or_else(|| effort.target()).and_then(per_cent);
    html! {
        <svg class="bullet" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="all" width="100" height="10" />
            { result.map(|width| html! { <rect class="result" width={width.to_string()} height="10" /> }).unwrap_or_default() }
            { target.map(|at| html! { <line class="target" x1={at.to_string()} x2={at.to_string()} y1="-1" y2="11" /> }).unwrap_or_default() }
        </svg>
    }
}
