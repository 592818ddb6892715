//! The table of who pays and who saves: costs, savings, what comes back for each krone, and payback for the city, for service and for each committee.

use std::rc::Rc;

use yew::{Html, classes, html};

use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::section::Section;
use engine::computed::Computed;
use engine::explain::{Ask, Flow};
use engine::figures::Returned;
use engine::payback::Convention;
use model::evaluate::Perspective;
use model::money::Thousands;
use words::Words;

/// What the part shows.
pub(crate) struct WhoPays {
    pub(crate) now: Rc<Computed<'static>>,
    /// The chosen perspective; its row is marked.
    pub(crate) perspective: Perspective,
    pub(crate) asker: Asker,
}

/// The table, with a row for the city, one for service alone and one for each committee.
pub(crate) fn who_pays(props: &WhoPays, words: Words) -> Html {
    let labels = words.labels();
    let figures = &props.now.figures;
    // A note without savings says nothing about what comes back, and its net is its costs.
    let states_savings = props.now.note().variant.states_savings();
    let (title, help) = words.who_pays(states_savings);
    let year = figures.returned(Perspective::Total).year;
    let heads = [(year, year), figures.net_years].map(|years| {
        let head = words.per_krone_in(years);
        html! { <th key={head.clone()} scope="col">{ head }</th> }
    });
    let columns: usize = if states_savings { 7 } else { 2 };
    // An effort pays nothing: committees do.
    let payers = props.now.outcome.views.iter().filter(|view| !matches!(view.perspective, Perspective::Effort(_)));
    let rows = payers.map(|view| {
        let number = |ask: Ask, text: String| props.asker.number(Section::WhoPays, ask, html! { <>{ text }</> });
        let sum = |flow: Flow, cells: &[Thousands]| {
            number(Ask::Flow(flow, view.perspective, None), words.locale().cell(cells.iter().copied().sum()))
        };
        let name = words.perspective(view.perspective, props.now.note().variant);
        let Returned { in_year, in_all, .. } = figures.returned(view.perspective);
        let returned = [
            (Ask::Returned(view.perspective), in_year),
            (Ask::ReturnedInAll(view.perspective), in_all),
        ]
        .map(|(ask, returned)| html! { <td key={ask.id(props.now.note())}>{ number(ask, words.kroner_back(returned)) }</td> });
        html! {
            <tr key={name} class={classes!((view.perspective == props.perspective).then_some("chosen"))}>
                <th scope="row">{ hyphenated(name, words.code()) }</th>
                <td>{ sum(Flow::Costs, &view.costs) }</td>
                if states_savings {
                    <td>{ sum(Flow::Savings, &view.savings) }</td>
                    <td>{ sum(Flow::Net, &view.net) }</td>
                    { for returned }
                    <td>{ number(Ask::paid_back(view.perspective), words.payback_in_short(view.perspective.reached(props.now.note().variant), props.now.payback(view.perspective, Convention::FirstYear))) }</td>
                }
            </tr>
        }
    });
    html! {
        <section class="sides" aria-labelledby="sides-title">
            <h2 id="sides-title">{ title }</h2>
            <p class="help">{ words.not_only_for(props.perspective, props.now.note().variant) }{ help }</p>
            { scrolled(Named::By("sides-title"), html! {
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ labels.who_pays.who }</th>
                            <th scope="col">{ words.sum_of_costs([props.now.note().variant]) }</th>
                            if states_savings {
                                <th scope="col">{ labels.figures.savings }</th>
                                <th scope="col">{ labels.figures.net }</th>
                                { for heads }
                                <th scope="col">{ labels.figures.paid_back }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>{ for rows }{ panel_row(&props.asker, Section::WhoPays, columns) }</tbody>
                </table>
            }) }
        </section>
    }
}
