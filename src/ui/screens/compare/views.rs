//! The net and payback of two scenarios from each perspective: the city, service, and each committee.

use yew::{Html, html};

use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::compare::side_by_side::{Part, cell, heads};
use crate::ui::section::Section;
use engine::compare::Pair;
use engine::explain::{Ask, Flow};
use engine::payback::Payback;
use model::note::Reached;

/// A table with a row for each perspective.
pub(super) fn views(part: &Part<'_>) -> Html {
    let words = part.words;
    let labels = words.labels();
    let locale = words.locale();
    // Committees have the same names in every note.
    let variant = part.comparison.scenarios.left.note().variant;
    // Where nothing is saved there is no payback to compare.
    let has_savings = part.comparison.has_savings();
    let reached = part.comparison.scenarios.as_ref().map(|scenario| scenario.note().variant.reached());
    let (title, help) = words.who_pays(has_savings);
    let rows = part.comparison.views.iter().map(|view| {
        let section = Section::CompareWhoPays;
        let net = Ask::Flow(Flow::Net, view.perspective, None);
        let asks = |ask: Ask, exists: Pair<bool>| exists.map(|exists| exists.then_some(ask));
        let net_asks = asks(net, view.net.map(|net| net.is_some()));
        let net = part.askers.numbers(section, net_asks, view.net.map(|net| net.map(|net| locale.cell(net))));
        let payback_asks = asks(Ask::paid_back(view.perspective), view.payback.map(|payback| payback.is_some()));
        let said = |reached: &Reached, payback: Option<Payback>| {
            payback.map(|payback| words.payback_in_short(reached, payback))
        };
        let payback =
            Pair { left: said(reached.left, view.payback.left), right: said(reached.right, view.payback.right) };
        let payback = part.askers.numbers(section, payback_asks, payback);
        let difference = view.difference.map(|apart| part.askers.difference(section, net_asks, locale.signed(apart)));
        let apart = match difference {
            Some(difference) => html! { <td class="apart">{ difference }</td> },
            None => cell(None, labels.comparison.not_comparable),
        };
        let both = html! {
            <>
                { cell(net.left, labels.comparison.not_there) }
                { cell(net.right, labels.comparison.not_there) }
            </>
        };
        html! {
            <tr key={view.perspective.id(variant)}>
                <th scope="row">{ hyphenated(words.perspective(view.perspective, variant), words.code()) }</th>
                { part.in_order(both, apart) }
                if has_savings {
                    { cell(payback.left, labels.comparison.not_there) }
                    { cell(payback.right, labels.comparison.not_there) }
                }
            </tr>
        }
    });
    html! {
        <section aria-labelledby="views-apart">
            <h2 id="views-apart">{ title }</h2>
            <p class="help">{ help }</p>
            { scrolled(Named::By("views-apart"), html! {
                <table class="views-apart">
                    <thead>
                        <tr>
                            <th scope="col" rowspan="2">{ labels.who_pays.who }</th>
                            <th scope="colgroup" colspan="3">{ labels.figures.net }</th>
                            if has_savings {
                                <th scope="colgroup" colspan="2">{ labels.figures.paid_back }</th>
                            }
                        </tr>
                        <tr>
                            { part.heads_with_difference() }
                            if has_savings {
                                { heads(part.names) }
                            }
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }) }
            { part.askers.panel(Section::CompareWhoPays, words) }
        </section>
    }
}
