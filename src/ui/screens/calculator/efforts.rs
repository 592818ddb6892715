//! The table of efforts, for notes that have several: each has its own costs and citizens.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::{Html, classes, html};

use crate::ui::context::Context;
use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::links::findings_link;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::section::Section;
use engine::computed::Computed;
use engine::explain::Ask;
use engine::figures::{EffortFigures, effort_figures};

/// What the part shows.
pub(crate) struct Efforts {
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) asker: Asker,
}

/// The table, with a row for each effort. Its amounts are those of the last year in which the effort runs.
pub(crate) fn efforts(props: &Efforts, page: &Context) -> Html {
    let words = page.words();
    let labels = words.labels();
    let locale = words.locale();
    let note = props.now.note();
    let without = note.variant.efforts.iter().enumerate().filter_map(|(index, effort)| {
        let of = note.share_is_of(index)?;
        let why = (!note.counts_outcomes(index)).then(|| words.no_cost_per_outcome(effort, of))?;
        Some(html! { <p key={effort.id.clone()} class="help">{ why }</p> })
    });
    let rows = props.now.note().variant.efforts.iter().zip(&props.now.outcome.efforts).enumerate().filter_map(|(index, (effort, now))| {
        let number = |ask: Ask, text: String| props.asker.number(Section::Efforts, ask, html! { <>{ text }</> });
        let EffortFigures { year, cost, cost_per_citizen, cost_per_outcome } =
            effort_figures(note, &props.now.outcome, index)?;
        let is_disputed =
            page.checks().iter().any(|check| check.differs_about_effort(&props.now.note().document.id, &effort.id, year));
        let cost_per_person = |ask: Ask, amount: Option<Decimal>| match amount {
            Some(_) => number(ask, words.kroner(amount)),
            None => html! { <>{ "–" }</> },
        };
        let posts = match note.variant.posts_paid(index).first() {
            Some(_) => number(Ask::Posts(Some(index)), locale.rounded(now.posts, 2)),
            None => html! { <>{ "–" }</> },
        };
        Some(html! {
            <tr key={effort.id.clone()} data-effort={effort.id.clone()}>
                <th scope="row">{ hyphenated(words.named(&effort.name), words.code()) }{ findings_link(&[is_disputed], props.now.scenario.settings(), words) }</th>
                <td class={classes!(is_disputed.then_some("disputed"))}>{ number(Ask::EffortCost(index, year), words.millions(cost)) }</td>
                <td>{ posts }</td>
                <td>{ now.citizens.map_or_else(|| "–".to_owned(), |citizens| locale.exact(citizens)) }</td>
                <td>{ cost_per_person(Ask::PerCitizen(index), cost_per_citizen) }</td>
                <td>{ cost_per_person(Ask::PerOutcome(index), cost_per_outcome) }</td>
            </tr>
        })
    });
    html! {
        <section class="efforts" aria-labelledby="efforts-title">
            <h2 id="efforts-title">{ labels.efforts.efforts }</h2>
            { scrolled(Named::By("efforts-title"), html! {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ labels.efforts.effort }</th>
                            <th scope="col">{ labels.figures.cost_a_year }</th>
                            <th scope="col">{ labels.figures.posts }</th>
                            <th scope="col">{ labels.figures.citizens }</th>
                            <th scope="col">{ labels.efforts.per_citizen }</th>
                            <th scope="col">{ words.per_outcome(note.variant.reached()) }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }{ panel_row(&props.asker, Section::Efforts, 6) }</tbody>
                </table>
            }) }
            <div class="without-cost-per-outcome">{ for without }</div>
        </section>
    }
}
