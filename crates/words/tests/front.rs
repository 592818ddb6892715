//! What the front says.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::front::{efforts, lead};
use engine::payback::Payback;
use engine::questions::{Reply, replies};
use model::language::Language;
use rust_decimal::Decimal;
use testing::LIBRARY;
use words::WhoseShare;

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
    let measured = first.effort.id.clone();
    let measured = first.note.document.results.iter().find(|result| result.effort == measured).unwrap();
    let said = |language| {
        let words = words::of(language);
        [
            words.front_question(first),
            words.effort_team(&lead).text(),
            words.of_hundred(Decimal::new(50, 2), lead.of, WhoseShare::Target).text(),
            words.of_hundred(Decimal::new(47, 2), lead.of, WhoseShare::Measured(&measured.measure)).text(),
            words.of_hundred(Decimal::new(30, 2), lead.of, WhoseShare::Reader).text(),
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
            "9 konsulenter har 225 pladser ad gangen, hvis hver har 25 borgere som i BI07 i budget 2022. Når alle indsatsens udgifter deles på dem, koster en plads 35.027 kr. om året.",
            "Målet: 50 af 100 af dem, der har afsluttet indsatsen, skal i job eller uddannelse.",
            "Målt: 47 af 100 af deltagerne er i beskæftigelse, ordinære timer eller uddannelse to måneder efter, at de forlod indsatsen.",
            "Dit bud: 30 af 100 af dem, der har afsluttet indsatsen, kommer i job eller uddannelse.",
            "Det kan ikke afgøres: 47 % blev målt, og målet var 50 %, men de to tal er ikke opgjort ens.",
            "Det regner notatet fra 2026 ikke på. Notatet fra 2018 regnede med 4 år. Efter dets egne tabeller holder det lige netop, med 54.000 kr. til overs, og kun hvis ingen havde fundet job alligevel.",
            "Beløbet er et forslag for 2026–2029. Om det blev vedtaget, siger notaterne ikke.",
        ]
    );
    assert_eq!(
        said(Language::English),
        [
            "What does Copenhagen get for DKK 7.88 million a year?",
            "9 employment specialists have 225 places at a time if each has 25 clients, as in BI07 in Budget 2022. With all costs of the programme shared among them, a place costs DKK 35,027 a year.",
            "The target: 50 of every 100 of those who have completed the programme should get a job or enter education.",
            "Measured: 47 of every 100 of the participants are in work, in some ordinary paid hours, or in education two months after they left the programme.",
            "Your guess: 30 of every 100 of those who have completed the programme get a job or enter education.",
            "That cannot be determined: 47% was measured against a target of 50%, but the two are not measured the same way.",
            "The proposal for 2026 does not work that out. The 2018 proposal assumed payback within 4 years. By its own tables that only just holds, with DKK 54,000 to spare, and only if nobody would have found a job anyway.",
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
            row(
                "IPS Rusmiddel",
                "7,88 mio. kr. om året, foreslået i BI10 i budget 2026",
                "mål 50 %, målt 47 %, men ikke opgjort ens"
            ),
            row(
                "IPS i Sydhavnen",
                "2,26 mio. kr. om året, foreslået i BI11 i budget 2026, scenarie 1",
                "mål 25 %, målt 20 %; notatet skriver selv, at målet ikke er nået"
            ),
            row(
                "Veteranindsatsen",
                "1,65 mio. kr. om året, foreslået i BI10 i budget 2026",
                "mål: 40 % af de veteraner, som Socialforvaltningen og Beskæftigelsesforvaltningen har en fælles indsats for, får et tilbud hos Beskæftigelsesforvaltningen efter seks måneder; ikke målt i notaterne"
            ),
            row(
                "Sundhedsindsatsen",
                "1,37 mio. kr. i 2026, foreslået i BI10 i budget 2026",
                "mål: 20 % af de borgere, der har fået en indsats, er i job eller uddannelse efter seks måneder; ikke målt i notaterne"
            ),
        ]
    );
}
