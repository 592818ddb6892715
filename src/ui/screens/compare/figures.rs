//! The key figures of two scenarios, and their differences.

use rust_decimal::Decimal;
use yew::{Html, MouseEvent, html};

use crate::ui::browser::focus;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::compare::side_by_side::{Part, cell};
use crate::ui::section::Section;
use engine::compare::{Comparison, KeyFigure, Pair};
use engine::explain::{Ask, Flow};
use engine::figures::Figures;
use engine::link::{Page, Screen};
use model::evaluate::Perspective;
use model::note::Reached;
use words::Words;

/// The row of a key figure.
struct FigureRow {
    label: String,
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
    let rows = part.comparison.key_figures().into_iter().map(|figure| {
        let FigureRow { label, detail, asks, values, difference } = figure_row(part.comparison, figure, words);
        let numbers = part.askers.numbers(Section::CompareFigures, asks, values.map(Some));
        let difference = difference.map(|text| part.askers.difference(Section::CompareFigures, asks, text));
        let both = html! {
            <>
                { cell(numbers.left, labels.comparison.not_there) }
                { cell(numbers.right, labels.comparison.not_there) }
            </>
        };
        html! {
            <tr key={label.clone()}>
                <th scope="row">{ label }<span class="area">{ detail }</span></th>
                { part.in_order(both, cell(difference, labels.comparison.not_comparable)) }
            </tr>
        }
    });
    html! {
        <section aria-labelledby="figures-apart">
            <h2 id="figures-apart" tabindex="-1">{ labels.figures.key_figures }</h2>
            <p data-part="outcomes-compared" class="help outcomes-compared">
                { words.outcomes_compared(part.comparison.outcomes_compared(), part.comparison.reached()).unwrap_or_default() }{ " " }{ same_share(part) }
            </p>
            { scrolled(Named::By("figures-apart"), html! {
                <table class="figures-apart">
                    <thead>
                        <tr>
                            <th scope="col">{ labels.comparison.figure }</th>
                            { part.heads_with_difference() }
                        </tr>
                    </thead>
                    <tbody>{ for rows }</tbody>
                </table>
            }) }
            <p class="help">{ labels.comparison.rounded_last }</p>
            { part.askers.panel(Section::CompareFigures, words) }
        </section>
    }
}

/// The link to the same comparison with the same share in both, where they have different ones. It goes away when it is followed, so the
/// focus goes to the heading.
fn same_share(part: &Part<'_>) -> Html {
    let own = &part.comparison.scenarios.left;
    let link = part.comparison.other_with_same_share().map(|(other, share)| {
        let page = Page { other: Some(other), ..Page::of(Screen::Compare, part.words.choice()) };
        let href = format!("#{}", page.link(own));
        let on_press = |_: MouseEvent| {
            focus::give("figures-apart");
        };
        html! { <a class="screen-only" {href} onclick={on_press}>{ part.words.same_share_in_both(share) }</a> }
    });
    link.unwrap_or_default()
}

/// What a key figure asks about, how it reads, and the difference.
type Told = (fn(&Figures) -> Ask, fn((&Figures, &Reached), Words) -> String, Option<String>);

/// The row of a key figure.
fn figure_row(comparison: &Comparison<'_>, figure: KeyFigure, words: Words) -> FigureRow {
    let differences = comparison.figure_differences;
    let kroner = |difference: Option<Decimal>| difference.map(|amount| words.kroner_apart(amount));
    let (ask, value, difference): Told = match figure {
        KeyFigure::Returned => (
            |_| Ask::Returned(Perspective::Total),
            |(figures, _), words| {
                let returned = figures.returned(Perspective::Total).in_year;
                returned.map(|returned| words.per_krone(returned)).unwrap_or_default()
            },
            differences.returned.map(|difference| words.returned_apart(difference)),
        ),
        KeyFigure::PaybackTotal => (
            |_| Ask::paid_back(Perspective::Total),
            |(figures, reached), words| words.payback_in_short(reached, figures.total),
            differences.total.map(|years| words.years_apart(years)),
        ),
        KeyFigure::PaybackService => (
            |_| Ask::paid_back(Perspective::Service),
            |(figures, reached), words| words.payback_in_short(reached, figures.service),
            differences.service.map(|years| words.years_apart(years)),
        ),
        KeyFigure::Net => (
            |_| Ask::Flow(Flow::Net, Perspective::Total, None),
            |(figures, _), words| words.exact_millions(figures.net),
            differences.net.map(|net| words.millions_apart(net)),
        ),
        KeyFigure::Cost => (
            |figures| Ask::Flow(Flow::Costs, Perspective::Total, Some(figures.year)),
            |(figures, _), words| words.exact_millions(figures.cost),
            differences.cost.map(|cost| words.millions_apart(cost)),
        ),
        KeyFigure::CostPerCitizen => (
            |_| Ask::PerCitizen(0),
            |(figures, _), words| words.kroner(figures.cost_per_citizen),
            kroner(differences.cost_per_citizen),
        ),
        KeyFigure::CostPerOutcome => (
            |_| Ask::PerOutcome(0),
            |(figures, _), words| words.kroner(figures.cost_per_outcome),
            kroner(differences.cost_per_outcome),
        ),
        KeyFigure::Posts => (
            |_| Ask::Posts(None),
            |(figures, _), words| words.locale().rounded(figures.posts, 2),
            differences.posts.map(|posts| words.posts_apart(posts)),
        ),
    };
    let reached = comparison.scenarios.as_ref().map(|scenario| scenario.note().variant.reached());
    let figures = comparison.figures.as_ref();
    let values =
        Pair { left: value((figures.left, reached.left), words), right: value((figures.right, reached.right), words) };
    // A year that both share stands once, beside the name of the figure; otherwise each value names its own.
    let (detail, values) = match comparison.year_of(figure) {
        Some(years) if years.differs() => {
            let with_year = |value: String, year| format!("{value} {}", words.in_year(year));
            let values = Pair { left: with_year(values.left, years.left), right: with_year(values.right, years.right) };
            (String::new(), values)
        }
        Some(years) => (words.in_year(years.left), values),
        None => (String::new(), values),
    };
    let asks = comparison.figures.as_ref().map(|figures| Some(ask(figures)));
    FigureRow { label: words.key_figure(comparison, figure).into_owned(), detail, asks, values, difference }
}
