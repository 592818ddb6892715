//! The same money of both, seen from each side.

use yew::{Html, function_component, html};

use super::super::hyphenated::hyphenated;
use super::{PartProps, cell, heads};
use crate::compare::Pair;
use crate::explain::{Ask, Flow};
use crate::ui::section::Section;
use crate::ui::words::use_words;

/// The net from each side, and when each has paid for itself there.
#[function_component]
pub(super) fn ViewsTable(props: &PartProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let locale = words.locale();
    let rows = props.comparison.views.iter().map(|view| {
        let section = Section::CompareWhoPays;
        let net = Ask::Flow(Flow::Net, view.perspective, None);
        let of = |ask: Ask, has: Pair<bool>| has.map(|has| has.then_some(ask));
        let nets = of(net, view.net.map(|net| net.is_some()));
        let net = props.askers.numbers(section, nets, view.net.map(|net| net.map(|net| locale.cell(net))));
        let paid = of(Ask::paid_back(view.perspective), view.payback.map(|payback| payback.is_some()));
        let shown = view.payback.map(|payback| payback.map(|payback| words.payback_in_short(payback)));
        let paid = props.askers.numbers(section, paid, shown);
        html! {
            <tr key={view.perspective.id()}>
                <th scope="row">{ hyphenated(words.perspective(view.perspective), words.code()) }</th>
                { cell(net.left, labels.not_there) }
                { cell(net.right, labels.not_there) }
                <td class="apart">{ props.askers.difference(section, nets, locale.signed(view.difference)) }</td>
                { cell(paid.left, labels.not_there) }
                { cell(paid.right, labels.not_there) }
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
            { props.askers.panel(Section::CompareWhoPays, words) }
        </section>
    }
}
