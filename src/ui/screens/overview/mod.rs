//! The front: one chart of what was proposed and granted for each effort over the years, what the notes promised and
//! reported, and the amounts of each effort.

mod effort_list;
mod lead;
mod post_prices;
mod top_findings;

use std::rc::Rc;

use yew::{Html, Properties, classes, function_component, html, use_memo};

use crate::ui::context::{Context, use_page};
use crate::ui::handing_on::save::{Picture, save};
use crate::ui::numbers::asker::{Asker, Site};
use crate::ui::numbers::panel::panel;
use crate::ui::parts::chart_frame::{USUAL_WIDTH, use_chart_frame};
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::parts::links::effort_link;
use crate::ui::parts::scrolled::{Named, scrolled};
use crate::ui::screens::overview::effort_list::effort_list;
use crate::ui::screens::overview::lead::LeadView;
use crate::ui::screens::overview::post_prices::PostPrices;
use crate::ui::screens::overview::top_findings::top_findings;
use crate::ui::section::Section;
use engine::explain::Ask;
use engine::findings::{Check, Column, Verdict};
use engine::front::efforts;
use engine::link::{Page, Question, Screen, Whose};
use engine::notes::Library;
use engine::timeline::{Band, bands, before, covered, granted_rows};
use model::money::Thousands;
use model::note::{Document, Remark, Year};
use model::ordered::each_once;
use words::{Words, rejoined};

#[derive(Properties, PartialEq)]
pub(crate) struct OverviewProps {
    pub(crate) site: Rc<Site>,
}

/// The chart of all efforts, and a section for each of them.
#[function_component]
pub(crate) fn Overview(props: &OverviewProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = words.labels();
    let settings = props.site.own.scenario.settings();
    let frame = use_chart_frame(USUAL_WIDTH);
    let bands = use_memo(page.library, |library| bands(library.published()));
    let efforts = use_memo(page.library, |library| efforts(library));
    let years = timeline_title(page.library, words);
    let is_disputed = |band: &Band<'_>, year: Year| {
        page.published_checks().iter().any(|check| disputes(page.library, check, band) && differs_in(check, year))
    };
    let drawing = charts::timeline(page.library, &bands, &is_disputed, settings, words, frame.width);
    let side_by_side = words.proposals_side_by_side(page.library, &bands);
    let disputed = format!("† {}", labels.findings.disagreement);
    html! {
        <section class="overview" aria-labelledby="overview-title">
            <h1 id="overview-title" tabindex="-1">{ hyphenated(&title(page.library, words), words.code()) }</h1>
            { efforts.first().map(|effort| html! { <LeadView effort={effort.clone()} {settings} /> }).unwrap_or_default() }
            { effort_list(&efforts, settings, words) }
            { top_findings(settings, &page) }
            <h2 id="timeline-title">{ years.clone() }</h2>
            <p class="help">{ labels.overview.help }</p>
            <p class="keys">
                <span class="key proposed">{ labels.overview.proposed }</span>
                <span class="key granted">{ labels.overview.granted }{ ", " }{ labels.overview.own_prices }</span>
                <span>{ labels.chart.chart_unit }</span>
                <span>{ disputed.clone() }</span>
            </p>
            <p class="help" data-part="side-by-side">{ side_by_side.clone() }</p>
            { frame.show("story", &drawing, "timeline-title") }
            { save(Picture {
                name: words.labels().export.efforts_file.to_owned(),
                chart: years.clone(),
                title: years,
                subtitles: vec![side_by_side, disputed],
                source: sources(page.library, words),
                link: Page::of(Screen::Overview, words.choice()).screen_link(settings),
                drawing,
            }, words) }
            <PostPrices {settings} />
            <div class="bands">{ for bands.iter().map(|band| band_view(props, band, &page)) }</div>
        </section>
    }
}

/// The title of the front: what the effort that costs most gives for its money.
pub(crate) fn title(library: &Library, words: Words) -> String {
    efforts(library).first().map(|effort| words.front_question(effort)).unwrap_or_default()
}

/// The title of the chart of all years.
fn timeline_title(library: &Library, words: Words) -> String {
    covered(library.published()).map(|covered| words.overview_title(&covered)).unwrap_or_default()
}

/// Every document.
fn sources(library: &Library, words: Words) -> String {
    let documents = library.published().iter().map(|document| words.document(document));
    documents.collect::<Vec<_>>().join("; ")
}

/// The section of an effort.
fn band_view(props: &OverviewProps, band: &Band<'static>, page: &Context) -> Html {
    let words = page.words();
    let library = page.library;
    let labels = words.labels();
    let name = band.name(words.code()).to_owned();
    let title = format!("band-{}", band.key);
    let notes = band.proposals.iter().filter_map(|proposal| library.find(&proposal.variant));
    html! {
        <section key={band.key.clone()} class="band" aria-labelledby={title.clone()}>
            <h2 id={title}>{ hyphenated(&name, words.code()) }</h2>
            <div class="notes">
                <h3>{ labels.overview.proposals }</h3>
                <ul>
                    { for notes.map(|note| html! {
                        <li key={note.variant.id.clone()}>{ effort_link(note, &band.key, props.site.own.scenario.settings(), words) }{ ", " }{ words.prices(note.document) }</li>
                    }) }
                </ul>
            </div>
            <div class="before">{ for existed(library, band, words) }</div>
            <details open={asked(props, band).is_some()}>
                <summary>{ labels.overview.as_table }</summary>
                { scrolled(Named::As(name.clone()), table(props, band, page)) }
                { asked(props, band).map(|asker| panel(&asker, Section::Timeline)).unwrap_or_default() }
                <p class="help">{ granted_from(library, band, words) }</p>
            </details>
        </section>
    }
}

/// What the notes say about an effort before the first year for which they have an amount.
fn existed(library: &'static Library, band: &Band<'static>, words: Words) -> Vec<Html> {
    let Some(first) = band.amounts().map(|(year, _)| year).min() else { return Vec::new() };
    let line = |(document, remark): (&Document, &Remark)| {
        let place = words.place(&words.document(document), &remark.source);
        let line = words.existed_before(first, words.named(&remark.says), &place);
        html! { <p key={remark.id.clone()} class="help">{ line }{ " " }<q lang="da">{ rejoined(remark.source.words()) }</q></p> }
    };
    before(library.published(), band).into_iter().map(line).collect()
}

/// The asker of the open question, if it is about a number of this band.
fn asked(props: &OverviewProps, band: &Band<'_>) -> Option<Asker> {
    let Some((_, Question::Of(whose @ Whose::Baseline(note), ask))) = &props.site.asked else { return None };
    let effort = match *ask {
        Ask::EffortCost(effort, _) | Ask::PerCitizen(effort) | Ask::PerOutcome(effort) => Some(effort),
        Ask::Line(line, _) => note.variant.lines.get(line).map(|line| line.effort),
        Ask::Posts(effort) => effort,
        Ask::Flow(..) | Ask::Payback(..) | Ask::Returned(_) | Ask::ReturnedInAll(_) | Ask::Driver(_) => None,
    };
    let effort = effort.and_then(|index| note.variant.efforts.get(index));
    let is_of_band = effort.is_some_and(|effort| effort.id == band.key);
    is_of_band.then(|| Asker::new(props.site.clone(), whose.clone()))
}

/// The document and the rows in which the granted amounts are printed.
fn granted_from(library: &Library, band: &Band<'_>, words: Words) -> String {
    let document = library.published().iter().find(|document| Some(&document.id) == band.granted_in.as_ref());
    document.map(|document| words.granted_from(document, &granted_rows(document, &band.key))).unwrap_or_default()
}

/// Whether a check is a finding about the granted amounts of the band, in the document that they are taken from.
fn disputes(library: &'static Library, check: &Check, band: &Band<'_>) -> bool {
    let Some(document) = library.published().iter().find(|document| Some(&document.id) == band.granted_in.as_ref())
    else {
        return false;
    };
    let is_of_band = |(table_id, row_id): &(String, String)| {
        let rows = document.tables.iter().filter(|table| table.id == *table_id).flat_map(|table| &table.rows);
        let mut series = rows.filter(|row| row.id == *row_id).filter_map(|row| row.series.as_ref());
        series.any(|series| series.effort() == band.key)
    };
    check.verdict() == Verdict::Differ
        && check.all_places().any(|place| place.document == document.id && place.rows.iter().any(is_of_band))
}

fn differs_in(check: &Check, year: Year) -> bool {
    check.differences().any(|compared| compared.column == Column::Year(year))
}

fn table(props: &OverviewProps, band: &Band<'static>, page: &Context) -> Html {
    let words = page.words();
    let OverviewProps { site } = props;
    let (library, checks) = (page.library, page.published_checks());
    let labels = words.labels();
    let years = each_once(band.amounts().map(|(year, _)| year));
    let row = |head: String, amounts: &[(Year, Thousands)], number: &dyn Fn(Year, String) -> Html| {
        let cells = years.iter().map(|year| {
            let amount = amounts.iter().find(|(amount_year, _)| amount_year == year);
            let shown = amount.map(|(_, amount)| number(*year, words.locale().cell(*amount)));
            html! { <td key={*year}>{ shown.unwrap_or_default() }</td> }
        });
        html! { <tr><th scope="row">{ head }</th>{ for cells }</tr> }
    };
    let proposals = band.proposals.iter().filter_map(|proposal| {
        let note = library.find(&proposal.variant)?;
        let effort = note.variant.efforts.iter().position(|effort| effort.id == band.key)?;
        let asker = Asker::new(site.clone(), Whose::Baseline(note));
        let number = |year: Year, shown: String| {
            asker.number(Section::Timeline, Ask::EffortCost(effort, year), html! { <>{ shown }</> })
        };
        Some(row(format!("{}, {}", words.note_name(note), labels.overview.proposed), &proposal.amounts, &number))
    });
    let printed = |_: Year, shown: String| html! { <>{ shown }</> };
    html! {
        <table class={classes!("story")}>
            <thead><tr><th scope="col">{ labels.figures.thousands }</th>{ for years.iter().map(|year| html! { <th key={*year} scope="col">{ *year }</th> }) }</tr></thead>
            <tbody>
                { for proposals }
                { row(format!("{}, {}", labels.overview.granted, labels.overview.own_prices), &band.granted, &printed) }
            </tbody>
            <tbody class="touched">
                if checks.iter().any(|check| disputes(library, check, band)) {
                    <tr>
                        <th scope="row"><a href={format!("#{}", Page::of(Screen::Findings, words.choice()).screen_link(props.site.own.scenario.settings()))}>{ labels.findings.disagreement }</a></th>
                        { for years.iter().map(|year| {
                            let touched = |check: &&Check| disputes(library, check, band) && differs_in(check, *year);
                            html! { <td key={*year}>{ if checks.iter().any(|check| touched(&check)) { "†" } else { "" } }</td> }
                        }) }
                    </tr>
                }
            </tbody>
        </table>
    }
}
