//! The key figures of both, with what they differ by.

use yew::{Html, function_component, html};

use super::{PartProps, cell, heads};
use crate::compare::{Comparison, Pair};
use crate::evaluate::Perspective;
use crate::explain::{Ask, Flow};
use crate::figures::Figures;
use crate::text::Wording;
use crate::ui::section::Section;
use crate::ui::words::use_words;

/// A key figure: its name with what holds for both, both values, and the difference where there is one to compute.
struct Shown {
    label: &'static str,
    detail: String,
    asks: Pair<Option<Ask>>,
    values: Pair<String>,
    difference: Option<String>,
}

/// The key figures as a table.
#[function_component]
pub(super) fn FiguresTable(props: &PartProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let rows = shown(&props.comparison, words).into_iter().map(|Shown { label, detail, asks, values, difference }| {
        let numbers = props.askers.numbers(Section::CompareFigures, asks, values.map(Some));
        let difference = difference.map(|shown| props.askers.difference(Section::CompareFigures, asks, shown));
        html! {
            <tr key={label}>
                <th scope="row">{ label }<span class="area">{ detail }</span></th>
                { cell(numbers.left, labels.not_there) }
                { cell(numbers.right, labels.not_there) }
                { cell(difference, labels.not_comparable) }
            </tr>
        }
    });
    html! {
        <section aria-labelledby="figures-apart">
            <h2 id="figures-apart">{ labels.key_figures }</h2>
            <div class="scroll" role="region" aria-labelledby="figures-apart" tabindex="0">
                <table class="figures-apart">
                    <thead>
                        <tr>
                            <th scope="col">{ labels.figure }</th>
                            { heads(&props.names) }
                            <th scope="col">{ labels.difference }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            { props.askers.panel(Section::CompareFigures, words) }
        </section>
    }
}

fn shown(comparison: &Comparison<'_>, words: &dyn Wording) -> Vec<Shown> {
    let labels = words.labels();
    let differences = comparison.figure_differences;
    let both = |value: &dyn Fn(&Figures) -> String| comparison.figures.as_ref().map(value);
    let years = comparison.figures.as_ref().map(|figures| figures.year);
    // The year stands once where it is the same.
    let same_year = if years.differs() { String::new() } else { words.in_year(years.left) };
    let of_year = |figures: &Figures, value: String| {
        if years.differs() { format!("{value} {}", words.in_year(figures.year)) } else { value }
    };
    let of = |label, ask: &dyn Fn(&Figures) -> Ask, value: &dyn Fn(&Figures) -> String, difference| Shown {
        label,
        detail: String::new(),
        asks: comparison.figures.as_ref().map(|figures| Some(ask(figures))),
        values: both(value),
        difference,
    };
    let yearly = |label, ask: &dyn Fn(&Figures) -> Ask, value: &dyn Fn(&Figures) -> String, difference| Shown {
        detail: same_year.clone(),
        ..of(label, ask, &|figures| of_year(figures, value(figures)), difference)
    };
    // Of several efforts each has its own citizens.
    let is_single = |scenario: &crate::scenario::Scenario<'_>| scenario.note().variant.efforts.len() == 1;
    let singles = comparison.scenarios.as_ref().map(is_single).join(|left, right| left && right);
    let kroner = |difference: Option<rust_decimal::Decimal>| difference.map(|amount| words.kroner_apart(amount));
    let mut rows = vec![
        of(
            labels.payback_total,
            &|_| Ask::paid_back(Perspective::Total),
            &|figures| words.payback_in_short(figures.total),
            differences.total.map(|years| words.years_apart(years)),
        ),
        of(
            labels.payback_service,
            &|_| Ask::paid_back(Perspective::Service),
            &|figures| words.payback_in_short(figures.service),
            differences.service.map(|years| words.years_apart(years)),
        ),
        of(
            labels.net,
            &|_| Ask::Flow(Flow::Net, Perspective::Total, None),
            &|figures| words.exact_millions(figures.net),
            Some(words.millions_apart(differences.net)),
        ),
        yearly(
            labels.cost_a_year,
            &|figures| Ask::Flow(Flow::Costs, Perspective::Total, Some(figures.year)),
            &|figures| words.exact_millions(figures.cost),
            Some(words.millions_apart(differences.cost)),
        ),
    ];
    if singles {
        rows.push(yearly(
            labels.cost_per_citizen,
            &|_| Ask::PerCitizen(0),
            &|figures| words.kroner(figures.cost_per_citizen),
            kroner(differences.cost_per_citizen),
        ));
        rows.push(yearly(
            labels.cost_per_outcome,
            &|_| Ask::PerOutcome(0),
            &|figures| words.kroner(figures.cost_per_outcome),
            kroner(differences.cost_per_outcome),
        ));
    }
    rows.push(of(
        labels.posts,
        &|_| Ask::Posts(None),
        &|figures| words.locale().rounded(figures.posts, 2),
        differences.posts.map(|posts| words.posts_apart(posts)),
    ));
    rows
}
