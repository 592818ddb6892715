//! What the answer hangs on: the room that it has, and the nearest limit in words.

use std::rc::Rc;

use yew::{Html, Properties, function_component, html, use_memo};

use crate::ui::context::use_words;
use crate::ui::parts::phrase::show;
use engine::answer::answer;
use engine::computed::Computed;
use engine::sensitivity::{NearestLimit, hangs_on};
use model::evaluate::Perspective;
use words::{Phrase, Words};

#[derive(Properties, PartialEq)]
pub(crate) struct HangsOnProps {
    pub(crate) now: Rc<Computed<'static>>,
    pub(crate) perspective: Perspective,
}

/// A sentence, the nearest limit, and that of the rate. Nothing where the answer is about no payback.
#[function_component]
pub(crate) fn HangsOnView(props: &HangsOnProps) -> Html {
    let words = use_words();
    let labels = words.labels();
    let facts = use_memo((props.now.clone(), props.perspective), |(now, perspective)| {
        hangs_on(now, *perspective).ok().flatten()
    });
    let Some(facts) = &*facts else { return html! { <div></div> } };
    let rate = facts.highest_rate.map(|rate| {
        let now = words.locale().percent(props.now.scenario.rate());
        item("rate", &words.rate_limit(rate), &now, words)
    });
    html! {
        <section class="hangs-on" aria-labelledby="hangs-on-title">
            <h2 id="hangs-on-title">{ labels.hangs_on.hangs_on }</h2>
            <p>{ words.hangs_on(facts, &answer(&props.now, props.perspective)) }</p>
            <ul>
                { for facts.nearest.iter().filter_map(|limit| limit_item(limit, props, words)) }
                { for rate }
            </ul>
        </section>
    }
}

fn limit_item(limit: &NearestLimit, props: &HangsOnProps, words: Words) -> Option<Html> {
    let driver = props.now.note().variant.driver(limit.ix)?;
    let value = props.now.scenario.value(limit.ix).unwrap_or(driver.value);
    let now = words.value(value, driver.unit);
    Some(item(&driver.id, &words.break_even(driver, &limit.values), &now, words))
}

fn item(id: &str, sentence: &Phrase, now: &str, words: Words) -> Html {
    html! {
        <li key={id.to_owned()} data-limit={id.to_owned()}>
            <span>{ show(sentence) }</span>
            { " " }
            <span class="detail">{ words.labels().hangs_on.now }{ ": " }{ now.to_owned() }</span>
        </li>
    }
}
