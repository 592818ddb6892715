//! What a full-time post costs in each note: a chart and a table.

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::context::{Context, use_page};
use crate::ui::handing_on::save::{Picture, save};
use crate::ui::parts::chart_frame::{USUAL_WIDTH, use_chart_frame};
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::scrolled::{Named, scrolled};
use engine::explain::Ask;
use engine::link::{Page, Question, Screen, Whose};
use engine::post_prices::{PostKind, PostPrice, contents, post_prices, rows_without_posts};
use model::note::Year;
use model::ordered::each_once;
use model::scenario::{Scenario, Settings};
use words::Words;

#[derive(Properties, PartialEq)]
pub(super) struct PostPricesProps {
    /// How the reader wants paybacks to be counted, which links to the notes keep.
    pub(super) settings: Settings,
}

/// The chart, the table, and the rows whose notes do not say how many posts they pay for.
#[function_component]
pub(super) fn PostPrices(props: &PostPricesProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let frame = use_chart_frame(USUAL_WIDTH);
    let kinds = use_memo(page.library, |library| post_prices(library.published()));
    let link = |price: &PostPrice<'_>| link_to(props, price, &page);
    let drawing = charts::post_prices(&kinds, &link, words, frame.width);
    let levels: Vec<Year> = each_once(kinds.iter().flat_map(|kind| &kind.prices).map(PostPrice::price_level));
    let rows = kinds.iter().filter(|kind| !kind.prices.is_empty()).map(|kind| row(props, kind, &levels, &page));
    let unstated = kinds.iter().flat_map(|kind| {
        let name = words.named(&kind.newest.name);
        kind.unstated.iter().map(move |(note, cost)| words.posts_unstated(name, note.document, *cost))
    });
    let without_posts = rows_without_posts(page.library.published()).into_iter().map(|row| {
        let amounts: Vec<_> = row.amounts.iter().map(|(note, amount)| (note.document, *amount)).collect();
        words.row_without_posts(words.named(&row.newest.name), &amounts)
    });
    let contents = contents(&kinds)
        .into_iter()
        .map(|(document, remark)| format!("{}: {}.", words.document(document), words.named(&remark.says)));
    let lines = unstated.chain(without_posts).chain(contents);
    html! {
        <section class="post-prices" aria-labelledby="post-prices-title">
            <h2 id="post-prices-title">{ labels.overview.post_prices }</h2>
            <p class="help">{ labels.overview.post_prices_help }</p>
            { frame.show("", &drawing, "post-prices-title") }
            { save(Picture {
                name: words.labels().export.post_prices_file.to_owned(),
                chart: labels.overview.post_prices.to_owned(),
                title: labels.overview.post_prices.to_owned(),
                subtitles: Vec::new(),
                source: sources(&kinds, words),
                link: Page::of(Screen::Overview, words.choice()).screen_link(props.settings),
                drawing,
            }, words) }
            <details>
                <summary>{ labels.overview.as_table }</summary>
                { scrolled(Named::By("post-prices-title"), html! {
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{ labels.overview.post }</th>
                                { for levels.iter().map(|level| html! { <th key={*level} scope="col">{ words.prices_of(*level) }</th> }) }
                            </tr>
                        </thead>
                        <tbody>{ for rows }</tbody>
                    </table>
                }) }
            </details>
            <h3>{ labels.overview.post_prices_notes }</h3>
            <ul class="dashes">{ for lines.map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
        </section>
    }
}

/// The documents with a price, each once.
fn sources(kinds: &[PostKind<'_>], words: Words) -> String {
    let mut documents: Vec<String> = Vec::new();
    for price in kinds.iter().flat_map(|kind| &kind.prices) {
        let name = words.document(price.note.document);
        if !documents.contains(&name) {
            documents.push(name);
        }
    }
    documents.join("; ")
}

/// The row of a kind of post: its prices by the year of their prices.
fn row(props: &PostPricesProps, kind: &PostKind<'static>, levels: &[Year], page: &Context) -> Html {
    let words = page.words();
    let name = words.named(&kind.newest.name);
    let cells = levels.iter().map(|level| {
        let prices = kind.prices.iter().enumerate().filter(|(_, price)| price.price_level() == *level);
        let shown = prices.map(|(position, price)| {
            let rise = kind.rise(position).map(|rise| format!(" ({})", words.percent_apart(rise)));
            let beside = price.areas_beside(&kind.newest.area).into_iter().map(|(area, share)| {
                html! { <span class="area">{ words.part_in_area(share, area) }</span> }
            });
            html! {
                <span key={position} class="price">
                    <a href={format!("#{}", link_to(props, price, page))}>{ words.kroner(Some(price.price)) }</a>{ rise.unwrap_or_default() }
                    { for beside }
                </span>
            }
        });
        html! { <td key={*level}>{ for shown }</td> }
    });
    html! {
        <tr key={kind.key} data-post={kind.key}>
            <th scope="row">{ hyphenated(name, words.code()) }<span class="area">{ words.area_and_payers(kind.newest) }</span></th>
            { for cells }
        </tr>
    }
}

/// The link to a price in the calculator: to the explanation of the driver that it is, or of the row that it is computed
/// from.
fn link_to(props: &PostPricesProps, price: &PostPrice<'_>, page: &Context) -> String {
    let words = page.words();
    let Some(note) = page.library.find(&price.note.variant.id) else { return String::new() };
    let line = price.lines.first().copied().unwrap_or_default();
    let of_line = note.variant.lines.get(line).filter(|_| price.lines.len() == 1);
    let driver = of_line.map(|line| line.formula.unit_amount);
    let ask = driver.map_or(Ask::Line(line, Some(price.year)), Ask::Driver);
    let page = Page { question: Some(Question::Of(Whose::Own, ask)), ..Page::of(Screen::Note, words.choice()) };
    page.link(&Scenario::baseline(note).with_settings(props.settings))
}
