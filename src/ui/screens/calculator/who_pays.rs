//! The table of who pays and who saves: costs, savings and payback for the city, for service and for each committee.

use std::rc::Rc;

use yew::{Html, Properties, classes, function_component, html};

use crate::computed::Computed;
use crate::evaluate::Perspective;
use crate::explain::{Ask, Flow};
use crate::money::Thousands;
use crate::payback::Convention;
use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel_row;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::section::Section;
use crate::ui::words::use_words;

#[derive(Properties, PartialEq)]
pub(crate) struct WhoPaysProps {
    pub(crate) now: Rc<Computed<'static>>,
    /// The chosen perspective; its row is marked.
    pub(crate) perspective: Perspective,
    pub(crate) asker: Asker,
}

/// The table, with a row for the city, one for service alone and one for each committee.
#[function_component]
pub(crate) fn WhoPays(props: &WhoPaysProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let rows = props.now.outcome.views.iter().map(|view| {
        let number = |ask: Ask, text: String| props.asker.number(Section::WhoPays, ask, html! { <>{ text }</> });
        let sum = |flow: Flow, cells: &[Thousands]| {
            number(Ask::Flow(flow, view.perspective, None), words.locale().cell(cells.iter().copied().sum()))
        };
        let name = words.perspective(view.perspective);
        html! {
            <tr key={name} class={classes!((view.perspective == props.perspective).then_some("chosen"))}>
                <th scope="row">{ hyphenated(name, words.code()) }</th>
                <td>{ sum(Flow::Costs, &view.costs) }</td>
                <td>{ sum(Flow::Savings, &view.savings) }</td>
                <td>{ sum(Flow::Net, &view.net) }</td>
                <td>{ number(Ask::paid_back(view.perspective), words.payback_in_short(props.now.payback(view.perspective, Convention::FirstYear))) }</td>
            </tr>
        }
    });
    html! {
        <section class="sides" aria-labelledby="sides-title">
            <h2 id="sides-title">{ labels.who_pays }</h2>
            <p class="help">{ labels.who_pays_help }</p>
            <div class="scroll" role="region" aria-labelledby="sides-title" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{ labels.who }</th>
                            <th scope="col">{ labels.costs }</th>
                            <th scope="col">{ labels.savings }</th>
                            <th scope="col">{ labels.net }</th>
                            <th scope="col">{ labels.paid_back }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }{ panel_row(&props.asker, Section::WhoPays, 5) }</tbody>
                </table>
            </div>
        </section>
    }
}
