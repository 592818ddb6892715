//! The key figures of two scenarios, and their differences.

use yew::{Html, html};

use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::compare::side_by_side::{Part, cell, heads};
use crate::ui::section::Section;
use engine::compare::{Comparison, Pair};
use engine::explain::{Ask, Flow};
use engine::figures::{Figures, Returned};
use model::evaluate::Perspective;
use words::Words;

/// The row of a key figure.
struct FigureRow {
    label: &'static str,
    /// What holds for both values, such as the year.
    detail: String,
    asks: Pair<Option<Ask>>,
    values: Pair<String>,
    /// The difference; `None` where none can be computed.
    difference: Option<String>,
}

/// The key figures as a table.
pub(super) fn figures(part: &Part<'_>) -> Html {
    let words = part.words;
    let labels = words.labels();
    let rows = figure_rows(part.comparison, words).into_iter().map(|row| {
        let FigureRow { label, detail, asks, values, difference } = row;
        let numbers = part.askers.numbers(Section::CompareFigures, asks, values.map(Some));
        let difference = difference.map(|text| part.askers.difference(Section::CompareFigures, asks, text));
        html! {
            <tr key={label}>
                <th scope="row">{ label }<span class="area">{ detail }</span></th>
                { cell(numbers.left, labels.comparison.not_there) }
                { cell(numbers.right, labels.comparison.not_there) }
                { cell(difference, labels.comparison.not_comparable) }
            </tr>
        }
    });
    html! {
        <section aria-labelledby="figures-apart">
            <h2 id="figures-apart">{ labels.figures.key_figures }</h2>
            { scrolled(Named::By("figures-apart"), html! {
                <table class="figures-apart">
                    <thead>
                        <tr>
                            <th scope="col">{ labels.comparison.figure }</th>
                            { heads(part.names) }
                            <th scope="col">{ labels.comparison.difference }</th>
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }) }
            <p class="help outcomes-compared">{ words.outcomes_compared(part.comparison.outcomes_compared()).unwrap_or_default() }</p>
            { part.askers.panel(Section::CompareFigures, words) }
        </section>
    }
}

fn figure_rows(comparison: &Comparison<'_>, words: Words) -> Vec<FigureRow> {
    let labels = words.labels();
    let differences = comparison.figure_differences;
    let both = |value: &dyn Fn(&Figures) -> String| comparison.figures.as_ref().map(value);
    let years = comparison.figures.as_ref().map(|figures| figures.year);
    // A year that both share stands once, beside the name of the figure; otherwise each value names its own.
    let shared_year = if years.differs() { String::new() } else { words.in_year(years.left) };
    let with_year = |figures: &Figures, value: String| {
        if years.differs() { format!("{value} {}", words.in_year(figures.year)) } else { value }
    };
    let row = |label, ask: &dyn Fn(&Figures) -> Ask, value: &dyn Fn(&Figures) -> String, difference| FigureRow {
        label,
        detail: String::new(),
        asks: comparison.figures.as_ref().map(|figures| Some(ask(figures))),
        values: both(value),
        difference,
    };
    let yearly_row = |label, ask: &dyn Fn(&Figures) -> Ask, value: &dyn Fn(&Figures) -> String, difference| FigureRow {
        detail: shared_year.clone(),
        ..row(label, ask, &|figures| with_year(figures, value(figures)), difference)
    };
    // Costs per citizen can only be compared where both notes have one effort: each effort has its own citizens.
    let has_one_effort = |scenario: &model::scenario::Scenario<'_>| scenario.note().variant.efforts.len() == 1;
    let have_one_effort = comparison.scenarios.as_ref().map(has_one_effort).join(|left, right| left && right);
    let kroner = |difference: Option<rust_decimal::Decimal>| difference.map(|amount| words.kroner_apart(amount));
    let mut rows: Vec<FigureRow> = differences
        .returned
        .map(|difference| {
            let returned = comparison.figures.as_ref().map(|figures| figures.returned(Perspective::Total));
            let years = returned.map(|returned| returned.year);
            let value = |returned: Returned| {
                let value = returned.in_year.map(|returned| words.per_krone(returned)).unwrap_or_default();
                if years.differs() { format!("{value} {}", words.in_year(returned.year)) } else { value }
            };
            FigureRow {
                label: labels.figures.returned_total,
                detail: if years.differs() { String::new() } else { words.in_year(years.left) },
                asks: returned.map(|_| Some(Ask::Returned(Perspective::Total))),
                values: returned.map(value),
                difference: Some(words.returned_apart(difference)),
            }
        })
        .into_iter()
        .collect();
    if comparison.has_savings() {
        rows.extend([
            row(
                labels.figures.payback_total,
                &|_| Ask::paid_back(Perspective::Total),
                &|figures| words.payback_in_short(figures.total),
                differences.total.map(|years| words.years_apart(years)),
            ),
            row(
                labels.figures.payback_service,
                &|_| Ask::paid_back(Perspective::Service),
                &|figures| words.payback_in_short(figures.service),
                differences.service.map(|years| words.years_apart(years)),
            ),
        ]);
    }
    rows.extend([
        row(
            labels.figures.net,
            &|_| Ask::Flow(Flow::Net, Perspective::Total, None),
            &|figures| words.exact_millions(figures.net),
            differences.net.map(|net| words.millions_apart(net)),
        ),
        yearly_row(
            labels.figures.cost_a_year,
            &|figures| Ask::Flow(Flow::Costs, Perspective::Total, Some(figures.year)),
            &|figures| words.exact_millions(figures.cost),
            differences.cost.map(|cost| words.millions_apart(cost)),
        ),
    ]);
    if have_one_effort {
        rows.push(yearly_row(
            labels.figures.cost_per_citizen,
            &|_| Ask::PerCitizen(0),
            &|figures| words.kroner(figures.cost_per_citizen),
            kroner(differences.cost_per_citizen),
        ));
        rows.push(yearly_row(
            labels.figures.cost_per_outcome,
            &|_| Ask::PerOutcome(0),
            &|figures| words.kroner(figures.cost_per_outcome),
            kroner(differences.cost_per_outcome),
        ));
    }
    rows.push(row(
        labels.figures.posts,
        &|_| Ask::Posts(None),
        &|figures| words.locale().rounded(figures.posts, 2),
        differences.posts.map(|posts| words.posts_apart(posts)),
    ));
    rows
}
