//! The efforts of a note that has several, each with its own costs and citizens.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::{Html, Properties, classes, function_component, html};

use super::asker::Asker;
use super::section::Section;
use super::table::touched;
use super::words::use_words;
use crate::evaluate::Outcome;
use crate::explain::Ask;
use crate::findings::Check;
use crate::note::Note;

#[derive(Properties, PartialEq)]
pub(super) struct EffortsProps {
    pub(super) note: Note<'static>,
    pub(super) now: Outcome,
    pub(super) checks: Rc<Vec<Check>>,
    pub(super) asker: Asker,
}

/// A row for each effort, in the last year in which it runs.
#[function_component]
pub(super) fn Efforts(props: &EffortsProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let locale = words.locale();
    let rows = props.note.variant.efforts.iter().zip(&props.now.efforts).enumerate().map(|(at, (effort, now))| {
        let asked = |ask: Ask, shown: String| props.asker.number(Section::Efforts, ask, html! { <>{ shown }</> });
        let column = props.now.years.iter().position(|year| *year == now.stops.saturating_sub(1));
        let cost = column.and_then(|column| now.costs.get(column).copied()).unwrap_or_default();
        let outcomes = column.and_then(|column| now.outcomes.get(column).copied()).unwrap_or_default();
        let year = now.stops.saturating_sub(1);
        let is_disputed =
            props.checks.iter().any(|check| check.differs_about_effort(&props.note.document.id, &effort.id, year));
        let per = |ask: Ask, people: Option<Decimal>| {
            people
                .and_then(|people| cost.decimal().checked_div(people))
                .map_or_else(|| html! { <>{ "–" }</> }, |each| asked(ask, words.kroner(Some(each))))
        };
        html! {
            <tr key={effort.id.clone()} data-effort={effort.id.clone()}>
                <th scope="row">{ words.named(&effort.name) }{ touched(&[is_disputed], words) }</th>
                <td class={classes!(is_disputed.then_some("disputed"))}>{ asked(Ask::EffortCost(at, now.stops.saturating_sub(1)), words.millions(cost)) }</td>
                <td>{ asked(Ask::Posts(Some(at)), locale.rounded(now.posts, 2)) }</td>
                <td>{ now.citizens.map_or_else(|| "–".to_owned(), |citizens| locale.exact(citizens)) }</td>
                <td>{ per(Ask::PerCitizen(at), now.citizens) }</td>
                <td>{ per(Ask::PerOutcome(at), effort.effect.and(now.citizens).map(|_| outcomes)) }</td>
            </tr>
        }
    });
    html! {
        <section class="efforts" aria-labelledby="efforts-title">
            <h2 id="efforts-title">{ labels.efforts }</h2>
            <div class="scroll" role="region" aria-labelledby="efforts-title" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ labels.effort }</th>
                            <th scope="col">{ labels.cost_a_year }</th>
                            <th scope="col">{ labels.posts }</th>
                            <th scope="col">{ labels.citizens }</th>
                            <th scope="col">{ labels.per_citizen }</th>
                            <th scope="col">{ labels.per_outcome }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }{ props.asker.panel_row(Section::Efforts, 6) }</tbody>
                </table>
            </div>
        </section>
    }
}
