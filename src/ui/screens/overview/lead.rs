//! The effort that costs most: what it is, what a place costs, how many reach a job, and the two questions that everybody asks.

use std::str::FromStr;

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::{
    Callback, Html, InputEvent, MouseEvent, Properties, TargetCast, UseStateHandle, function_component, html, use_memo,
    use_state_eq,
};

use crate::ui::context::use_page;
use crate::ui::parts::chart_frame::{USUAL_WIDTH, use_chart_frame};
use crate::ui::parts::phrase;
use engine::computed::Computed;
use engine::front::{EffortInShort, Lead, lead};
use engine::link::{Page, Screen};
use engine::notes::Library;
use engine::payback::Convention;
use engine::people::People;
use engine::presets::{From, Preset, Setting, presets};
use engine::questions::{Claim, Reply, replies};
use engine::slider::Slider;
use model::note::{Document, FollowUp};
use model::scenario::{Scenario, Settings};
use words::{WhoseShare, Words};

/// How many people the dots stand for, and how many of them are in a row.
const HUNDRED: u32 = 100;
const IN_A_ROW: u32 = 25;
/// One of them, as a share.
const ONE_OF_A_HUNDRED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

#[derive(Properties, PartialEq)]
pub(super) struct LeadProps {
    pub(super) effort: EffortInShort<'static>,
    /// How the reader wants paybacks to be counted, which links to the notes keep.
    pub(super) settings: Settings,
}

/// The effort. The share that the reader moves here goes along into the calculator.
#[function_component]
pub(super) fn LeadView(props: &LeadProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().overview;
    let effort = &props.effort;
    let facts = use_memo(effort.clone(), |effort| {
        let replies = replies(page.library);
        (lead(effort), claim_before(effort, &replies), evaluation_missing(effort, &replies))
    });
    let (lead, claim, evaluation) = &*facts;
    let payback = Computed::of(Scenario::baseline(effort.note).with_settings(props.settings))
        .map(|computed| computed.payback(effort.perspective(), Convention::FirstYear));
    // What a promise rests on stands below the sliders of the note that made it.
    let why = match claim {
        Some(claim) => {
            Page::of(Screen::Note, words.choice()).link(&Scenario::baseline(claim.note).with_settings(props.settings))
        }
        None => Page::of(Screen::Questions, words.choice()).screen_link(props.settings),
    };
    let aims = Page::of(Screen::Aims, words.choice()).screen_link(props.settings);
    html! {
        <div class="lead" data-part="lead">
            <p class="help">{ words.is_proposal(effort) }</p>
            if let Some(about) = words.effort_about(effort.effort) {
                <p>{ phrase::show(&about) }</p>
            }
            { lead.as_ref().map(|lead| html! { <ShareView lead={lead.clone()} settings={props.settings} /> }).unwrap_or_default() }
            <dl class="verdicts">
                <div>
                    <dt>{ labels.was_reached }</dt>
                    <dd>{ words.was_reached(effort) }{ " " }<a class="way-on" href={format!("#{aims}")}>{ labels.all_aims }</a></dd>
                </div>
                <div>
                    <dt>{ labels.has_paid }</dt>
                    <dd>
                        { payback.map(|payback| words.has_paid(effort, payback, claim.as_ref())).unwrap_or_default() }{ " " }
                        { evaluation.map(|(document, promised)| words.never_evaluated(document, promised)).unwrap_or_default() }{ " " }
                        <a class="way-on" href={format!("#{why}")}>{ labels.why }</a>
                    </dd>
                </div>
            </dl>
        </div>
    }
}

/// The payback that the notes about the effort began with.
fn claim_before(effort: &EffortInShort<'static>, replies: &[Reply<'static>]) -> Option<Claim<'static>> {
    let is_about_it = |claim: &Claim<'_>| claim.note.variant.efforts.iter().any(|it| it.id == effort.effort.id);
    replies.iter().find_map(|reply| match reply {
        Reply::Claim(claim) if is_about_it(claim) => Some(claim.clone()),
        _ => None,
    })
}

/// The evaluation of the effort that a note promised and no later one has.
fn evaluation_missing<'n>(effort: &EffortInShort<'n>, replies: &[Reply<'n>]) -> Option<(&'n Document, &'n FollowUp)> {
    replies.iter().find_map(|reply| match reply {
        Reply::Evaluation(document, promised, _) if promised.effort == effort.effort.id => Some((*document, *promised)),
        _ => None,
    })
}

#[derive(Properties, PartialEq)]
struct ShareProps {
    lead: Lead<'static>,
    settings: Settings,
}

/// A dot for each of a hundred people, filled for those who reach a job, and the slider that moves their number.
#[function_component]
fn ShareView(props: &ShareProps) -> Html {
    let page = use_page();
    let words = page.words();
    let frame = use_chart_frame(USUAL_WIDTH);
    let Lead { effort, share: ix, of, .. } = &props.lead;
    let Some(driver) = effort.note.variant.driver(*ix) else { return html! { <div></div> } };
    let share = use_state_eq(|| driver.value);
    let slider = Slider::of(driver);
    let known = use_memo(props.lead.clone(), |lead| known_shares(page.library, lead));
    let whose = whose_share(&known, *share);
    let on_slide = {
        let share = share.clone();
        Callback::from(move |event: InputEvent| {
            let position = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Ok(position) = Decimal::from_str(&position) {
                // People are counted one by one.
                share.set(slider.value(position).round_dp(2));
            }
        })
    };
    let people = People {
        effort: effort.index,
        places: HUNDRED,
        per_consultant: Some(IN_A_ROW),
        in_job: share.checked_mul(HUNDRED.into()),
        share_is_of: None,
    };
    html! {
        <div class="share-of-people">
            <p>{ phrase::show(&words.effort_team(&props.lead)) }</p>
            <div aria-hidden="true">{ frame.show("", &charts::people(&people, frame.width), "overview-title") }</div>
            <p class="sentence" data-part="of-hundred">{ phrase::anew(&words.of_hundred(*share, *of, whose)) }</p>
            <input
                type="range" id="share-of-people" class="share-slider" data-part="share" data-kept-with-place="" aria-label={words.driver_name(driver)}
                min={slider.low.normalize().to_string()} max={slider.high.normalize().to_string()}
                step={slider.step.max(ONE_OF_A_HUNDRED).normalize().to_string()} value={slider.stop(*share).to_string()}
                aria-valuetext={words.value(*share, driver.unit)} oninput={on_slide}
            />
            { shares(&known, &share, words) }
            { words.share_leaves_cost(&props.lead).map(|text| html! { <p class="help">{ text }</p> }).unwrap_or_default() }
            <p><a class="go-on" href={go_on(&props.lead, *share, props.settings, words)}>{ words.labels().overview.go_on }</a></p>
        </div>
    }
}

/// A share that a document gives, and the scenario that has it.
type KnownShare = (Decimal, Preset<'static>);

/// The shares that documents give: the target, what was measured, and what others measured.
fn known_shares(library: &'static Library, lead: &Lead<'static>) -> Vec<KnownShare> {
    let of_share = |preset: Preset<'static>| {
        let value = match &preset.sets {
            // The estimates of the whole note are no share.
            Some(setting) if setting.ix == lead.share && !matches!(setting.from, From::Ends(_)) => setting.value,
            Some(_) => return None,
            None => lead.effort.note.variant.driver(lead.share)?.value,
        };
        Some((value, preset))
    };
    presets(library, lead.effort.note, lead.effort.perspective()).into_iter().filter_map(of_share).collect()
}

/// Whose number a share is.
fn whose_share(known: &[KnownShare], share: Decimal) -> WhoseShare<'static> {
    match known.iter().find(|(value, _)| *value == share).map(|(_, preset)| (preset.note, &preset.sets)) {
        Some((_, None)) => WhoseShare::Target,
        Some((note, Some(Setting { from: From::Measured { document, result, .. }, .. }))) => {
            let (measure, elsewhere) = (&result.measure, result.other_effort(note, document));
            elsewhere
                .map_or(WhoseShare::Measured(measure), |other| WhoseShare::MeasuredIn { effort: &other.name, measure })
        }
        Some((_, Some(_))) | None => WhoseShare::Reader,
    }
}

/// A button for each of these shares.
fn shares(known: &[KnownShare], share: &UseStateHandle<Decimal>, words: Words) -> Html {
    let buttons = known.iter().map(|(value, preset)| {
        let value = *value;
        let label = match preset.sets {
            Some(_) => words.preset(preset),
            None => words.target_share(value),
        };
        let on_press = {
            let share = share.clone();
            Callback::from(move |_: MouseEvent| share.set(value))
        };
        html! {
            <button
                key={label.clone()} type="button" class="preset" title={words.preset_source(preset)}
                aria-pressed={if **share == value { "true" } else { "false" }} onclick={on_press}
            >
                { label }
            </button>
        }
    });
    html! { <div class="presets">{ for buttons }</div> }
}

/// The link to the calculator with the effort alone and this share.
fn go_on(lead: &Lead<'static>, share: Decimal, settings: Settings, words: Words) -> String {
    let mut scenario = Scenario::baseline(lead.effort.note).with_settings(settings);
    // A value that the driver does not accept leaves the note's own.
    let _ = scenario.set(lead.share, share);
    let mut page = Page::of(Screen::Note, words.choice());
    page.see_from(lead.effort.perspective(), lead.effort.note.variant);
    format!("#{}", page.link(&scenario))
}
