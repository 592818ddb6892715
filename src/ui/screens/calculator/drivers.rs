//! The fields for all drivers of the note, by group.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Event, Html, Properties, TargetCast, function_component, html, use_memo};

use crate::ui::context::use_page;
use crate::ui::screens::calculator::driver::DriverField;
use crate::ui::state::Action;
use model::brackets::interval;
use model::note::{Driver, DriverIx, Group, Note, Origin};
use model::scenario::{PostsCount, Scenario};
use words::Wording;

#[derive(Properties, PartialEq)]
pub(crate) struct DriversProps {
    pub(crate) scenario: Scenario<'static>,
    /// The note that its savings are borrowed from.
    pub(crate) lender: Option<Note<'static>>,
    pub(crate) epoch: u32,
}

/// The form of all drivers, with a fieldset for each group that has any.
#[function_component]
pub(crate) fn Drivers(props: &DriversProps) -> Html {
    let page = use_page();
    let note: Note<'static> = props.scenario.note();
    let words = page.words();
    let intervals = use_memo((note.variant.id.clone(), note.variant.savings_from.clone()), |_| {
        // What was derived in the lender's document has its interval there.
        let derived = |(ix, driver): (DriverIx, &Driver)| match driver.origin {
            Origin::Derived { lender: None, .. } => interval(note, ix),
            Origin::Derived { lender: Some(_), .. } => {
                let lender = props.lender?;
                interval(lender, lender.variant.find_driver(&driver.id)?)
            }
            Origin::Stated(_) | Origin::Borrowed { .. } | Origin::Assumed { .. } => None,
        };
        note.variant.drivers().map(derived).collect::<Vec<_>>()
    });
    let on_set = page.on_action.reform(|(ix, value): (DriverIx, Decimal)| Action::DriverSet(ix, value));
    let on_restore = page.on_action.reform(Action::DriverRestored);
    let on_count = page.on_action.reform(Action::PostsCounted);
    let on_alternative = page.on_action.reform(|(ix, index): (DriverIx, usize)| Action::AlternativeChosen(ix, index));

    let groups = Group::ALL.into_iter().filter_map(|group| {
        let fields: Vec<Html> = note
            .variant
            .drivers()
            .zip(intervals.iter())
            .filter(|((_, driver), _)| driver.group == group)
            .map(|((ix, driver), interval)| {
                html! {
                    <DriverField
                        key={driver.id.clone()} {ix} {driver} {note}
                        value={props.scenario.value(ix).unwrap_or(driver.value)} interval={*interval}
                        tie={tie(&props.scenario, ix, driver)} full_share={props.scenario.full_share_from_start(ix)}
                        epoch={props.epoch} on_set={on_set.clone()} on_restore={on_restore.clone()}
                        chosen={driver.alternatives.iter().position(|it| props.scenario.has_chosen(ix, it))}
                        on_alternative={on_alternative.clone()}
                    />
                }
            })
            .collect();
        let choice = if group == Group::Staff {
            posts_choice(props.scenario.posts(), &on_count, words)
        } else {
            html! {}
        };
        (!fields.is_empty()).then(|| {
            html! {
                <fieldset key={words.group(group)}>
                    <legend>{ words.group(group) }</legend>
                    <div class="group">{ for fields }</div>
                    <div>{ choice }</div>
                </fieldset>
            }
        })
    });
    html! { <form class="drivers" onsubmit={|event: yew::SubmitEvent| event.prevent_default()}>{ for groups }</form> }
}

/// The driver that this one follows, and whether it does so now. `None` for one that follows none.
fn tie(scenario: &Scenario<'static>, ix: DriverIx, driver: &'static Driver) -> Option<(&'static Driver, bool)> {
    let in_document = || driver.follows.as_ref().map(|follows| follows.leader);
    let leader = scenario.leader(ix).or_else(in_document)?;
    Some((scenario.note().variant.driver(leader)?, scenario.follows(ix)))
}

/// The choice of what gives when the number of citizens changes.
fn posts_choice(chosen: PostsCount, on_count: &Callback<PostsCount>, words: &dyn Wording) -> Html {
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
            <legend>{ words.labels().count_posts }</legend>
            { for choices }
        </fieldset>
    }
}
