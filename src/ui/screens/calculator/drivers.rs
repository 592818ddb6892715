//! The fields for all drivers of the note, in two layers: those that matter most, and below them the others by group, folded.

use std::rc::Rc;

use rust_decimal::Decimal;
use web_sys::{Element, HtmlInputElement};
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, function_component, html, use_memo, use_state_eq};

use crate::ui::context::use_page;
use crate::ui::screens::calculator::driver::DriverField;
use crate::ui::state::{Action, Typing};
use engine::computed::Computed;
use engine::group_sum::group_sum;
use engine::payback::{Convention, Payback};
use engine::sensitivity::{AlongSlider, along_slider, judged_years, main_drivers, ticks};
use model::brackets::{Interval, interval};
use model::evaluate::Perspective;
use model::note::{Driver, DriverIx, Group, Note, Origin};
use model::scenario::{PostsCount, Scenario};
use words::{Phrase, Words};

#[derive(Properties, PartialEq)]
pub(crate) struct DriversProps {
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) baseline: Rc<Computed<'static>>,
    /// Whose money is counted.
    pub(crate) perspective: Perspective,
    /// The note that its savings are borrowed from.
    pub(crate) lender: Option<Note<'static>>,
    pub(crate) epoch: u32,
}

/// The form of all drivers. The first ones are those that move the result most; each other one is in its group.
#[function_component]
pub(crate) fn Drivers(props: &DriversProps) -> Html {
    let page = use_page();
    let words = page.words();
    let scenario = &props.now.scenario;
    let note: Note<'static> = scenario.note();
    let opened = use_state_eq(Vec::<Option<Group>>::new);
    let intervals = use_memo((note.variant.id.clone(), note.variant.savings_from.clone()), |_| {
        note.variant.drivers().map(|(ix, driver)| derived_interval(note, props.lender, ix, driver)).collect::<Vec<_>>()
    });
    let ticks = use_memo((note.variant.id.clone(), note.variant.savings_from.clone()), |_| {
        note.variant.drivers().map(|(ix, _)| ticks(page.library, note, ix)).collect::<Vec<_>>()
    });
    let main = use_memo((props.baseline.clone(), props.perspective), |(baseline, perspective)| {
        // If a note can be evaluated, it can be evaluated at every value within the bounds.
        main_drivers(baseline, *perspective).unwrap_or_default()
    });
    let years = judged_years(&props.baseline, props.perspective);
    let place = |ix: DriverIx, driver: &Driver| place(note, props.perspective, ix, driver);
    // Those that the reader sees and of whose values the note's own say something short. It stays so, or rows would grow while a
    // slider moves.
    let short =
        use_memo((props.baseline.clone(), props.perspective, opened.clone()), |(baseline, perspective, opened)| {
            let is_seen =
                |(ix, driver): &(DriverIx, &Driver)| main.contains(ix) || opened.contains(&place(*ix, driver));
            let is_short = |ix: &DriverIx| {
                matches!(along_slider(baseline, *ix, *perspective, years), Ok(AlongSlider::Payback { .. }))
            };
            note.variant.drivers().filter(is_seen).map(|(ix, _)| ix).filter(is_short).collect::<Vec<_>>()
        });
    let along = |ix: DriverIx| -> Option<(Rc<AlongSlider>, Phrase)> {
        let along = along_slider(&props.now, ix, props.perspective, years).ok()?;
        let phrase = words.along_slider(&along, ix, &props.now, props.perspective, short.contains(&ix));
        Some((Rc::new(along), phrase))
    };
    // Always the same ones, or each field would render whenever another one changes.
    let callbacks = use_memo(page.on_action.clone(), |on_action| {
        (
            on_action.reform(|(ix, value): (DriverIx, Decimal)| Action::DriverSet(ix, value)),
            on_action.reform(|(ix, typing): (DriverIx, Typing)| Action::Typed(ix, typing)),
            on_action.reform(Action::DriverRestored),
            on_action.reform(|(ix, index): (DriverIx, usize)| Action::AlternativeChosen(ix, index)),
        )
    });
    let (on_set, on_type, on_restore, on_alternative) = &*callbacks;
    let on_count = page.on_action.reform(Action::PostsCounted);
    let field = |ix: DriverIx, driver: &'static Driver, is_seen: bool| {
        html! {
            <DriverField
                key={driver.id.clone()} {ix} {driver} {note}
                value={scenario.value(ix).unwrap_or(driver.value)} interval={intervals.get(ix.0).copied().flatten()}
                tie={tie(scenario, ix, driver)} full_share={scenario.full_share_from_start(ix)}
                ticks={ticks.get(ix.0).cloned().unwrap_or_default()}
                along={is_seen.then(|| along(ix)).flatten()} is_short={short.contains(&ix)}
                epoch={props.epoch} on_set={on_set.clone()} on_type={on_type.clone()} on_restore={on_restore.clone()}
                chosen={driver.alternatives.iter().position(|it| scenario.has_chosen(ix, it))}
                on_alternative={on_alternative.clone()}
            />
        }
    };
    let first = main.iter().filter_map(|ix| Some(field(*ix, note.variant.driver(*ix)?, true)));
    let is_beside_posts =
        |(ix, driver): (DriverIx, &Driver)| place(ix, driver) == Some(Group::Staff) && !main.contains(&ix);
    let has_posts_left = note.variant.drivers().any(is_beside_posts);
    let groups = Group::ALL.into_iter().map(Some).chain([None]).filter_map(|group| {
        let is_open = opened.contains(&group);
        let drivers = note.variant.drivers().filter(|(ix, driver)| place(*ix, driver) == group && !main.contains(ix));
        // How long another effort runs would only show this one for more years. One that a link has changed can be taken back.
        let drivers = drivers.filter(|(ix, driver)| {
            group.is_some() || !note.variant.is_length(*ix) || scenario.value(*ix) != Some(driver.value)
        });
        let fields: Vec<Html> = drivers.map(|(ix, driver)| field(ix, driver, is_open)).collect();
        let choice = if group == Some(Group::Staff) {
            posts_choice(note, scenario.posts(), &on_count, words)
        } else {
            html! {}
        };
        let on_toggle = {
            let opened = opened.clone();
            Callback::from(move |event: Event| {
                let is_open = event.target_unchecked_into::<Element>().has_attribute("open");
                let others = opened.iter().copied().filter(|other| *other != group);
                opened.set(others.chain(is_open.then_some(group)).collect());
            })
        };
        let name = words.group_or_others(note.variant, group);
        let sum = group.and_then(|group| group_sum(&props.now, group, props.perspective));
        (!fields.is_empty()).then(|| {
            html! {
                <details key={group.map_or("others", Group::id)} class="group" data-group={group.map_or("others", Group::id)} ontoggle={on_toggle}>
                    <summary>
                        { words.group_summary(note.variant, group, fields.len()) }
                        <span class="sum" data-part="sum">{ sum.map(|sum| words.group_sum(sum)).unwrap_or_default() }</span>
                    </summary>
                    <div role="group" aria-label={name}>{ for fields }</div>
                    <div>{ choice }</div>
                </details>
            }
        })
    });
    html! {
        <form class="drivers" onsubmit={|event: yew::SubmitEvent| event.prevent_default()}>
            <fieldset key="first" data-group="first">
                <legend>{ words.labels().drivers.main_drivers }</legend>
                { strip_key(props, years, words) }
                { for first }
            </fieldset>
            { for groups }
            // It stands with the posts, if not all of them are above.
            if !has_posts_left && note.variant.has_caseload() {
                <div key="posts" class="group">{ posts_choice(note, scenario.posts(), &on_count, words) }</div>
            }
        </form>
    }
}

/// The group that a driver stands in: its own or, where the reader looks at one effort and the driver is none of it, `None`.
fn place(note: Note<'_>, perspective: Perspective, ix: DriverIx, driver: &Driver) -> Option<Group> {
    match perspective {
        Perspective::Effort(effort) if note.variant.is_of_others(ix, effort) => None,
        Perspective::Effort(_) | Perspective::Total | Perspective::Service | Perspective::Committee(_) => {
            Some(driver.group)
        }
    }
}

/// What the colours of the strips mean; empty where there is no payback that could be in time.
fn strip_key(props: &DriversProps, years: u32, words: Words) -> Html {
    let payback = props.baseline.payback(props.perspective, Convention::FirstYear);
    if !matches!(payback, Payback::Reached { .. } | Payback::NotWithin { .. }) {
        return html! { <p class="strip-key"></p> };
    }
    let (in_time, later, not_within) = words.strip_key(years, props.now.scenario.horizon().years());
    html! {
        <p class="strip-key">
            <span key="in-time" class="in-time">{ in_time }</span>{ " " }
            { for later.map(|later| html! { <span key="later" class="later">{ later }</span> }) }
            { " " }<span key="too-late" class="too-late">{ not_within }</span>
        </p>
    }
}

/// The interval that the printed cells leave for a derived driver. What was derived in the lender's document has its interval there.
fn derived_interval(
    note: Note<'static>,
    lender: Option<Note<'static>>,
    ix: DriverIx,
    driver: &Driver,
) -> Option<Interval> {
    match driver.origin {
        Origin::Derived { lender: None, .. } => interval(note, ix),
        Origin::Derived { lender: Some(_), .. } => {
            let lender = lender?;
            interval(lender, lender.variant.find_driver(&driver.id)?)
        }
        Origin::Stated(_)
        | Origin::Borrowed { .. }
        | Origin::Assumed { .. }
        | Origin::OfFile { .. }
        | Origin::Neutral => None,
    }
}

/// The driver that this one follows, and whether it does so now. `None` for one that follows none.
fn tie(scenario: &Scenario<'static>, ix: DriverIx, driver: &'static Driver) -> Option<(&'static Driver, bool)> {
    let in_document = || driver.follows.as_ref().map(|follows| follows.leader);
    let leader = scenario.leader(ix).or_else(in_document)?;
    Some((scenario.note().variant.driver(leader)?, scenario.follows(ix)))
}

/// The choice of what gives when the number of citizens changes; nothing where no posts follow from it.
fn posts_choice(note: Note<'_>, chosen: PostsCount, on_count: &Callback<PostsCount>, words: Words) -> Html {
    if !note.variant.has_caseload() {
        return Html::default();
    }
    let choices = PostsCount::ALL.into_iter().enumerate().map(|(index, posts)| {
        let id = AttrValue::from(format!("posts-{index}"));
        let on_change = on_count.reform(move |_: Event| posts);
        let on_change = Callback::from(move |event: Event| {
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                on_change.emit(event);
            }
        });
        html! {
            <span key={index} class="choice">
                <input type="radio" name="posts" id={id.clone()} checked={posts == chosen} onchange={on_change} />
                <label for={id}>{ words.posts_count(posts) }</label>
            </span>
        }
    });
    html! {
        <fieldset class="choices">
            <legend><span>{ words.labels().drivers.count_posts }</span></legend>
            { for choices }
        </fieldset>
    }
}
