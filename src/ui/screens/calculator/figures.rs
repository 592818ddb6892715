//! The key figures, each with the note's value where that differs.

use std::rc::Rc;

use yew::{Html, classes, html};

use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel;
use crate::ui::parts::could_explain;
use crate::ui::section::Section;
use engine::computed::Computed;
use engine::could_explain::Search;
use engine::explain::{Ask, Flow};
use engine::figures::{PaybackCheck, payback_checks};
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::Year;
use words::{Figure, Labels, Words};

/// The most characters of a common amount, such as `−2,16 mio. kr.`: more do not fit beside another figure on a phone.
const LONGEST_COMMON: usize = 14;

/// What the part shows.
pub(crate) struct Figures {
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) baseline: Rc<Computed<'static>>,
    /// The perspective that the figures which depend on one are seen from.
    pub(crate) perspective: Perspective,
    /// The payback times that the document prints.
    pub(crate) checks: Vec<PaybackCheck>,
    /// What could explain those that its tables do not give; `None` where they give all of them.
    pub(crate) search: Option<Search>,
    pub(crate) asker: Asker,
}

/// The key figures. Below them stand the payback times for which the document prints another value, what could explain
/// those, and whether they come out of the reader's values.
pub(crate) fn figures(props: &Figures, words: Words) -> Html {
    let labels = words.labels();
    let chosen = props.perspective;
    let rows = |computed: &Computed<'static>| -> Vec<(Ask, &'static str, Figure)> {
        let (figures, seen) = (&computed.figures, computed.seen_from(chosen));
        let in_year = words.in_year(figures.year);
        let paid_back = |perspective: Perspective| {
            let seen = computed.seen_from(perspective);
            let label = payback_label(labels, perspective);
            (Ask::paid_back(perspective), label, words.payback(seen.payback, seen.interpolated))
        };
        let returned = computed.note().variant.states_savings().then(|| {
            (Ask::Returned(chosen), labels.figures.returned, words.returned(seen.returned, figures.net_years))
        });
        // The documents speak of service, so its payback stands here whatever the reader chose.
        let on_service = (chosen != Perspective::Service).then(|| paid_back(Perspective::Service));
        let of_perspective = returned.into_iter().chain([paid_back(chosen)]).chain(on_service);
        let all = vec![
            (Ask::Flow(Flow::Net, chosen, None), labels.figures.net, net(seen.net, figures.net_years, words)),
            (
                Ask::Flow(Flow::Costs, chosen, Some(figures.year)),
                labels.figures.cost_a_year,
                Figure { value: words.millions(seen.cost), detail: in_year.clone() },
            ),
            (
                Ask::PerCitizen(0),
                labels.figures.cost_per_citizen,
                Figure { value: words.kroner(figures.cost_per_citizen), detail: in_year.clone() },
            ),
            (
                Ask::PerOutcome(0),
                labels.figures.cost_per_outcome,
                Figure { value: words.kroner(figures.cost_per_outcome), detail: in_year },
            ),
            (
                Ask::Posts(None),
                labels.figures.posts,
                Figure {
                    value: words.locale().rounded(figures.posts, 2),
                    detail: words.of_which_consultants(figures.consultants),
                },
            ),
        ];
        // Where a note has several efforts, each has its own citizens, and the table of efforts shows these figures.
        let is_of_one_effort = |ask: Ask| matches!(ask, Ask::PerCitizen(_) | Ask::PerOutcome(_));
        of_perspective
            .chain(all)
            .filter(|(ask, ..)| props.now.note().variant.efforts.len() == 1 || !is_of_one_effort(*ask))
            .collect()
    };
    // A figure that rests on borrowed savings must not be called the note's.
    let is_borrowed = props.asker.note().variant.savings_from.is_some();
    let baseline_text = |value: &str| {
        if is_borrowed { format!("{}: {value}", labels.figures.without_changes) } else { words.note_value(value) }
    };
    let figures = rows(&props.now).into_iter().zip(rows(&props.baseline)).map(|((ask, label, now), (.., baseline))| {
        let baseline_text = (now.value != baseline.value).then(|| baseline_text(&baseline.value));
        let is_long = now.value.chars().count() > LONGEST_COMMON;
        html! {
            <div key={label} class={classes!("figure", is_long.then_some("long"))}>
                <dt>{ label }</dt>
                <dd>
                    <span class="number">{ props.asker.number(Section::Figures, ask, html! { <>{ now.value }</> }) }</span>
                    <span class="detail" data-part="detail">{ now.detail }</span>
                    <span class="was" data-part="was">{ baseline_text.unwrap_or_default() }</span>
                </dd>
            </div>
        }
    });
    let note = props.now.note();
    let settings = props.now.scenario.settings();
    let explained = props.search.as_ref().map(|search| could_explain::shown(note, search, settings, words));
    let comes_out = words.comes_out(&props.checks, &payback_checks(note, &props.now.outcome));
    let found = props.search.as_ref().and_then(|search| search.found.first());
    let explaining = found.and_then(|found| note.variant.driver(found.ix));
    let findings = props.checks.iter().filter_map(|check| words.printed_payback(check, explaining));
    let findings = findings.map(|text| html! { <>{ text }</> });
    let findings = findings.chain(explained).chain(comes_out.map(|text| html! { <>{ text }</> })).enumerate();
    html! {
        <section class="figures" aria-labelledby="figures-title">
            <h2 id="figures-title">{ labels.figures.key_figures }</h2>
            <p class="help screen-only">{ labels.figures.press_a_number }</p>
            { for words.figures_seen_from(chosen).map(|text| html! { <p class="help seen-from" data-part="seen-from">{ text }</p> }) }
            <dl>{ for figures }</dl>
            { panel(&props.asker, Section::Figures) }
            <div class="findings">
                { for findings.map(|(index, finding)| html! { <p key={index} class="finding" data-part="finding">{ finding }</p> }) }
            </div>
        </section>
    }
}

/// The net over all years of the table, and the years it covers.
fn net(net: Thousands, (first, last): (Year, Year), words: Words) -> Figure {
    let amount = words.net_amount(net);
    Figure { value: amount.value, detail: format!("{}, {first}–{last}", amount.detail) }
}

/// The name of a payback as a key figure. That of a committee stands below the line that names the committee.
const fn payback_label(labels: &Labels, perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Total => labels.figures.payback_total,
        Perspective::Service => labels.figures.payback_service,
        Perspective::SavingEfforts => labels.figures.payback_saving_efforts,
        Perspective::Committee(_) => labels.figures.paid_back,
    }
}
