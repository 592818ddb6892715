//! The same money of both, seen from each side.

use yew::{Html, function_component, html};

use super::{PartProps, cell, heads};
use crate::payback::Payback;
use crate::ui::words::use_words;

/// The net from each side, and when each has paid for itself there.
#[function_component]
pub(super) fn ViewsTable(props: &PartProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let locale = words.locale();
    let rows = props.comparison.views.iter().map(|view| {
        let paid_back =
            |payback: Option<Payback>| cell(payback.map(|payback| words.payback_in_short(payback)), labels.not_there);
        html! {
            <tr key={view.perspective.id()}>
                <th scope="row">{ words.perspective(view.perspective) }</th>
                { cell(view.net.left.map(|net| locale.cell(net)), labels.not_there) }
                { cell(view.net.right.map(|net| locale.cell(net)), labels.not_there) }
                <td class="apart">{ locale.signed(view.difference) }</td>
                { paid_back(view.payback.left) }
                { paid_back(view.payback.right) }
            </tr>
        }
    });
    html! {
        <section aria-labelledby="views-apart">
            <h2 id="views-apart">{ labels.sides }</h2>
            <p class="help">{ labels.sides_help }</p>
            <div class="scroll" role="region" aria-labelledby="views-apart" tabindex="0">
                <table class="views-apart">
                    <thead>
                        <tr>
                            <th scope="col" rowspan="2">{ labels.who }</th>
                            <th scope="colgroup" colspan="3">{ labels.net }</th>
                            <th scope="colgroup" colspan="2">{ labels.paid_back }</th>
                        </tr>
                        <tr>
                            { heads(&props.names) }
                            <th scope="col">{ labels.difference }</th>
                            { heads(&props.names) }
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </section>
    }
}
