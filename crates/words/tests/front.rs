//! What the front says.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::front::{efforts, lead};
use engine::payback::Payback;
use engine::questions::{Reply, replies};
use model::language::Language;
use rust_decimal::Decimal;
use testing::LIBRARY;

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_front_says_what_the_largest_effort_gives() {
    let efforts = efforts(&LIBRARY);
    let first = &efforts[0];
    let lead = lead(first).unwrap();
    let claim = replies(&LIBRARY).into_iter().find_map(|reply| match reply {
        Reply::Claim(claim) => Some(claim),
        _ => None,
    });
    let said = |language| {
        let words = words::of(language);
        [
            words.front_question(first),
            words.effort_team(&lead).text(),
            words.of_hundred(Decimal::new(47, 2), lead.of).text(),
            words.was_reached(first),
            words.has_paid(first, Payback::NoSavings, claim.as_ref()),
            words.is_proposal(first),
        ]
        .map(|text| plain(&text))
    };
    assert_eq!(
        said(Language::Danish),
        [
            "Hvad får København for 7,88 mio. kr. om året?",
            "9 konsulenter har 25 borgere hver: 225 pladser ad gangen. En plads koster 35.027 kr. om året.",
            "47 af 100 af dem, der har afsluttet indsatsen, kommer i job eller uddannelse.",
            "Nej: 47 % mod målets 50 %. De to tal er ikke målt ens.",
            "Det regner notatet fra 2026 ikke på. I 2018 lovede kommunen 4 år. I notatets egne tabeller holder det med 54.000 kr. til overs.",
            "Beløbet er et forslag for 2026–2029. Om det blev vedtaget, siger notaterne ikke.",
        ]
    );
    assert_eq!(
        said(Language::English),
        [
            "What does Copenhagen get for DKK 7.88 million a year?",
            "9 employment specialists have 25 people each: 225 places at a time. A place costs DKK 35,027 a year.",
            "47 of every 100 of those who have completed the programme get a job or start in education.",
            "No: 47% against a target of 50%. The two figures are not measured alike.",
            "The proposal for 2026 does not work that out. In 2018 the city promised 4 years. In that proposal’s own tables it holds, with DKK 54,000 to spare.",
            "The amount is a proposal for 2026–2029. The proposals do not say whether it was adopted.",
        ]
    );
}

#[test]
fn every_effort_is_in_the_list_once_with_target_and_result() {
    let words = words::of(Language::Danish);
    let rows: Vec<(String, String, String)> = efforts(&LIBRARY)
        .iter()
        .map(|effort| {
            let name = words.named(&effort.effort.name).to_owned();
            (name, plain(&words.effort_cost(effort).text()), plain(&words.effort_result(effort)))
        })
        .collect();
    let row = |name: &str, cost: &str, result: &str| (name.to_owned(), cost.to_owned(), result.to_owned());
    assert_eq!(
        rows,
        [
            row("IPS Rusmiddel", "7,88 mio. kr. om året", "mål 50 %, målt 47 %: ikke nået"),
            row("IPS i Sydhavnen", "2,63 mio. kr. om året", "mål 25 %, målt 20 %: ikke nået"),
            row("Veteranindsatsen", "1,65 mio. kr. om året", "mål 40 %, ikke målt i notaterne"),
            row("Sundhedsindsatsen", "1,37 mio. kr. om året", "mål 20 %, ikke målt i notaterne"),
        ]
    );
}
