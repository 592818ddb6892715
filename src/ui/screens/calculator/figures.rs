//! The key figures, each with the note's value where that differs.

use std::rc::Rc;

use yew::{Html, classes, html};

use crate::ui::browser::held::name_in_document;
use crate::ui::browser::window::has_browser;
use crate::ui::context::Context;
use crate::ui::numbers::asker::Asker;
use crate::ui::numbers::panel::panel;
use crate::ui::parts::could_explain;
use crate::ui::section::Section;
use crate::ui::state::State;
use engine::computed::Computed;
use engine::could_explain::Search;
use engine::explain::{Ask, Flow};
use engine::figures::{PaybackCheck, payback_checks};
use engine::findings::searched;
use model::evaluate::Perspective;
use words::{NamedFigure, Words};

/// The most characters of a common amount, such as `−2,16 mio. kr.`: more do not fit beside another figure on a phone.
const LONGEST_COMMON: usize = 14;
/// The most characters of an amount that fits beside the chart in the size of the others there.
const LONGEST_BESIDE_CHART: usize = 19;

/// How many figures stand beside the chart in a wide window: of a note with one effort, and of one with several, which leaves the
/// figures of a person to the table of efforts.
const MAIN: usize = 4;
const MAIN_OF_SEVERAL: usize = 3;

/// What the part shows.
#[derive(Clone)]
pub(super) struct Figures {
    now: Rc<Computed<'static>>,
    baseline: Rc<Computed<'static>>,
    /// The perspective that the figures which depend on one are seen from.
    perspective: Perspective,
    /// Whether the main figures stand beside the chart.
    is_wide: bool,
    /// The payback times that the document prints.
    checks: Vec<PaybackCheck>,
    /// What could explain those that its tables do not give; `None` where they give all of them.
    search: Option<Search>,
    asker: Asker,
}

impl Figures {
    /// The figures of what the page shows.
    pub(super) fn of(state: &State, asker: &Asker, is_wide: bool, page: &Context) -> Self {
        let (note, baseline) = (state.note(), state.baseline());
        Self {
            now: state.own().clone(),
            baseline: baseline.clone(),
            perspective: state.page.perspective(note.variant),
            is_wide,
            checks: payback_checks(note, &baseline.outcome),
            search: searched(page.checks(), &note.variant.id).cloned(),
            asker: asker.clone(),
        }
    }

    /// The same for a window that is wide or is not.
    fn in_window(&self, is_wide: bool) -> Self {
        Self { is_wide, ..self.clone() }
    }

    /// The figures of a scenario, the main ones first.
    fn rows(&self, computed: &Computed<'static>, words: Words) -> Vec<NamedFigure> {
        words.key_figures(computed, self.perspective)
    }

    /// The position of the only effort that is counted; `None` where several are.
    fn only_effort(&self) -> Option<usize> {
        self.perspective.only_effort(self.asker.note().variant)
    }

    /// How many of the figures stand beside the chart.
    fn beside(&self) -> usize {
        match (self.is_wide, self.only_effort()) {
            (false, _) => 0,
            (true, Some(_)) => MAIN,
            (true, None) => MAIN_OF_SEVERAL,
        }
    }

    /// Whether all figures stand beside the chart, and no other number is explained below them.
    fn is_all_beside(&self, words: Words) -> bool {
        let rows = self.rows(&self.now, words);
        let is_other = |ask: Ask| !rows.iter().any(|(row, ..)| *row == ask);
        rows.len() <= self.beside() && !self.asker.is_open_for(Section::Figures, is_other)
    }

    /// Some of the figures. Below them opens the explanation of one of them.
    fn list(&self, from: usize, until: usize, words: Words) -> Html {
        let labels = &words.labels().figures;
        // A figure that rests on borrowed savings must not be called the note's.
        let is_borrowed = self.asker.note().variant.savings_from.is_some();
        let baseline_text_of = |value: &str| {
            if is_borrowed { format!("{}: {value}", labels.without_changes) } else { words.note_value(value) }
        };
        let rows = self.rows(&self.now, words).into_iter().zip(self.rows(&self.baseline, words));
        let shown: Vec<_> = rows.skip(from).take(until.saturating_sub(from)).collect();
        let is_shown = |ask: Ask| shown.iter().any(|((shown, ..), _)| *shown == ask);
        let is_last = until == usize::MAX;
        // A number in an explanation leads to others, which are no figures. Theirs opens below the last list.
        let opens = self.asker.is_open_for(Section::Figures, |ask| {
            is_shown(ask) || (is_last && !self.rows(&self.now, words).iter().any(|(row, ..)| *row == ask))
        });
        // A document has them in both places, and shows one of the two.
        let is_also_beside = |index: usize| !has_browser() && !self.is_wide && index < self.in_window(true).beside();
        let items = shown.iter().enumerate().map(|(index, ((ask, label, now), (_, baseline_label, baseline)))| {
            // The size of a net says nothing without whether it is a saving or a cost.
            let baseline_text = if label == baseline_label {
                (now.value != baseline.value).then(|| baseline.value.clone())
            } else {
                Some(words.named_figure(baseline_label, &baseline.value))
            };
            let baseline_text = baseline_text.map(|value| baseline_text_of(&value));
            let is_longer = |than| length(&now.value) > than;
            let is_net = matches!(ask, Ask::Flow(Flow::Net, ..));
            let size = classes!(
                is_net.then_some("net"),
                is_longer(LONGEST_COMMON).then_some("long"),
                is_longer(LONGEST_BESIDE_CHART).then_some("longest")
            );
            html! {
                <div key={ask.id(self.asker.note())} class={classes!("figure", size, is_also_beside(index).then_some("beside-chart"))}>
                    <dt>{ label.as_ref() }</dt>
                    <dd>
                        <span class="number">{ self.asker.number(Section::Figures, *ask, html! { <>{ now.value.clone() }</> }) }</span>
                        <span class="detail" data-part="detail">{ now.detail.clone() }</span>
                        <span class="was" data-part="was">{ baseline_text.unwrap_or_default() }</span>
                    </dd>
                </div>
            }
        });
        html! {
            <>
                <dl data-keeps-room="larger">{ for items }</dl>
                <div>
                    if opens {
                        { panel(&self.asker, Section::Figures) }
                    }
                </div>
            </>
        }
    }
}

/// The main figures, for the place beside the drivers.
pub(super) fn main_figures(figures: &Figures, words: Words) -> Html {
    html! {
        <section class="figures main" data-held={name_in_document("beside")} aria-label={words.labels().figures.main_figures} data-part="main-figures">
            { figures.list(0, figures.beside(), words) }
        </section>
    }
}

/// The key figures that are not beside the chart. Below them stand the payback times for which the document prints another
/// value, what could explain those, and whether they come out of the reader's values.
pub(super) fn figures(props: &Figures, words: Words) -> Html {
    let labels = words.labels();
    let note = props.now.note();
    let settings = props.now.scenario.settings();
    let explained = props.search.as_ref().map(|search| could_explain::shown(note, search, settings, words));
    let comes_out = words.comes_out(&props.checks, &payback_checks(note, &props.now.outcome));
    let found = props.search.as_ref().and_then(|search| search.found.first());
    let explaining = found.and_then(|found| note.variant.driver(found.ix));
    let findings = props.checks.iter().filter_map(|check| words.printed_payback(check, explaining));
    let findings = findings.map(|text| html! { <>{ text }</> });
    let findings: Vec<Html> = findings.chain(explained).chain(comes_out.map(|text| html! { <>{ text }</> })).collect();
    if findings.is_empty() && props.is_all_beside(words) {
        return html! { <section class="figures"></section> };
    }
    let findings = findings.into_iter().enumerate();
    html! {
        <section class="figures" aria-labelledby="figures-title">
            <h2 id="figures-title">{ labels.figures.key_figures }</h2>
            <p class="help screen-only">{ labels.figures.press_a_number }</p>
            { for words.figures_seen_from(props.perspective, note.variant).map(|text| html! { <p class="help seen-from" data-part="seen-from">{ text }</p> }) }
            { props.list(props.beside(), usize::MAX, words) }
            <div class="findings">
                { for findings.map(|(index, finding)| html! { <p key={index} class="finding" data-part="finding">{ finding }</p> }) }
            </div>
        </section>
    }
}

/// The characters of a figure. Capital letters, as those of `DKK`, take the room of two.
fn length(value: &str) -> usize {
    value.chars().map(|letter| if letter.is_ascii_uppercase() { 2 } else { 1 }).sum()
}
