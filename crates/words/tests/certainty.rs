//! How certain an answer is, in words: what it hangs on, and where it lies within the documents' own ranges.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::answer::answer;
use engine::payback::{Convention, Payback};
use engine::sensitivity::{break_even, hangs_on, is_paid_back_within, joint_range, nearest_limits};
use model::evaluate::Perspective;
use model::language::Language;
use model::scenario::Scenario;
use proptest::prelude::*;
use rust_decimal::Decimal;
use testing::{Any, LIBRARY, any_scenario, computed, decimal, driver_ix, scenario};

/// A scenario with borrowed savings, and these values.
fn borrowing(id: &str, changes: &[(&str, &str)]) -> Scenario<'static> {
    let mut scenario = Scenario::baseline(LIBRARY.with_savings(id).unwrap());
    for (driver, value) in changes {
        scenario.set(driver_ix(&scenario, driver), decimal(value)).unwrap();
    }
    scenario
}

/// What stands beside the answer: the sentence, the nearest limit, and that of the rate.
fn beside(language: Language, scenario: &Scenario<'_>, perspective: Perspective) -> Vec<String> {
    let (words, computed) = (words::of(language), computed(scenario));
    let Some(facts) = hangs_on(&computed, perspective).unwrap() else { return Vec::new() };
    let nearest = facts
        .nearest
        .iter()
        .map(|limit| words.break_even(scenario.note().variant.driver(limit.ix).unwrap(), &limit.values).text());
    let rate = facts.highest_rate.map(|rate| words.rate_limit(rate).text());
    let sentence = words.hangs_on(&facts, &answer(&computed, perspective));
    let lines = std::iter::once(sentence).chain(nearest).chain(rate);
    lines.map(|line| line.replace('\u{a0}', " ")).collect()
}

/// The sentence on the documents' own ranges.
fn within(language: Language, scenario: &Scenario<'_>, perspective: Perspective) -> String {
    let computed = computed(scenario);
    let range = joint_range(&computed, perspective).unwrap().expect("the documents give ends");
    let answer = answer(&computed, perspective);
    words::of(language).joint_range(&range, &answer, scenario.note().variant).replace('\u{a0}', " ")
}

#[test]
fn the_business_case_hangs_on_54_000_kroner() {
    let own = scenario("ips-2018", &[]);
    assert_eq!(
        beside(Language::Danish, &own, Perspective::Total),
        [
            "Ved udgangen af 2021 er der brugt 19,42 mio. kr., og 54.000 kr. er til overs. ”Tjent hjem i 2021” holder kun, \
             så længe hvert tal er inden for sin grænse, regnet i hele tusinder som i tabellen. Det gælder især:",
            "Andelen med job også uden indsatsen må højst være 0,28 %.",
            "Renten må højst være 1,29 % om året.",
        ]
    );
    assert_eq!(
        beside(Language::English, &own, Perspective::Total)[0],
        "By the end of 2021, DKK 19.42 million has been spent, and DKK 54,000 is left over. “Paid back in 2021” \
         holds only while each number is within its limit, in whole thousands as in the table. In particular:"
    );
}

#[test]
fn an_effort_that_is_prolonged_says_what_a_full_year_leaves() {
    // 2.631 saved and 2.626 spent: the krone per krone hangs on 5.
    let lines = beside(Language::Danish, &borrowing("bi11-2026-s2", &[]), Perspective::Total);
    let starts = "I 2029 sparer indsatsen 5.000 kr. mere, end den koster (2,63 mio. kr.). Ved udgangen af 2031";
    assert!(lines[0].starts_with(starts), "{lines:?}");
    assert!(
        lines[0].contains("”Tjent hjem i 2031 (først efter indsatsen, hvis nogle bliver i job)” holder kun"),
        "{lines:?}"
    );
    let lines_of_bi10 = beside(Language::Danish, &borrowing("bi10-2026", &[]), Perspective::Effort(0));
    assert!(lines_of_bi10[0].starts_with("I 2029 sparer IPS Rusmiddel "), "one effort of three: {lines_of_bi10:?}");
    let lines = beside(Language::English, &borrowing("bi11-2026-s1", &[("effect", "0.20")]), Perspective::Total);
    let starts = "In 2029 the programme saves DKK 152,000 less than it costs (DKK 2.26 million). By the end of 2031";
    assert!(lines[0].starts_with(starts), "{lines:?}");
}

#[test]
fn without_a_payback_it_says_which_number_alone_could_bring_one() {
    let lines = beside(Language::Danish, &scenario("ips-2018", &[]), Perspective::Service);
    assert_eq!(lines[0], "Et enkelt tal kunne gøre, at det er tjent hjem inden for 20 år. Tættest på er dette:");
    assert_eq!(lines[1], "Besparelsen på samtaler på jobcentret skal være mindst 25.434 kr.");
    let nothing_to_say = beside(Language::Danish, &scenario("bi10-2026", &[]), Perspective::Total);
    assert!(nothing_to_say.is_empty(), "a note without savings has no payback to hang on anything");
}

#[test]
fn the_documents_own_ranges_are_a_sentence() {
    assert_eq!(
        within(Language::Danish, &scenario("ips-2018", &[]), Perspective::Total),
        "I notaterne er der yderpunkter for resteffekten (10–25 %). Med dem ligger nettobeløbet for 2018–2022 \
         mellem −5,32 mio. kr. og −2,16 mio. kr. (minus er en besparelse). I begge ender er indsatsen tjent hjem i 2021. I den \
         bedste ende bliver hele andelen i job eller uddannelse, når indsatsen stopper. Det er feltet i figuren."
    );
    assert_eq!(
        within(Language::English, &borrowing("bi11-2026-s1", &[]), Perspective::Total),
        "The proposals give a lowest and a highest number for the number of places in IPS (73–75), the \
         share in a job or education (20–25%) and the residual effect (8–25%, in proportion to the share). With those, the net amount for 2026–2030 lies between −DKK 2.81 million and DKK 1.04 million (minus is a \
         saving). Each krone returns between DKK 0.91 and 1.17 in 2029. The programme is paid back in 2029 at the \
         earliest and in 2032 at the latest. At the best end the whole share stays in a job or education once the \
         programme has stopped. That is the area in the chart."
    );
    let outside = within(Language::Danish, &borrowing("bi11-2026-s1", &[("effect", "0.05")]), Perspective::Total);
    let own = "Det er feltet i figuren. Din linje er regnet med andelen i job eller uddannelse på 5 %, og det har ingen af notaterne.";
    assert!(outside.ends_with(own), "{outside}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_limit_is_where_the_answer_turns(Any(scenario) in any_scenario()) {
        let computed = computed(&scenario);
        for view in &computed.outcome.views {
            let Some(facts) = hangs_on(&computed, view.perspective).unwrap() else { continue };
            let years = match facts.payback {
                Payback::Reached { years, .. } => u32::try_from(years).unwrap(),
                Payback::NotWithin { horizon, .. } => horizon,
                Payback::OnlyAfterwards | Payback::NoCosts | Payback::NoSavings => panic!("{:?} hangs on nothing", facts.payback),
            };
            let all = nearest_limits(&scenario, view.perspective, years).unwrap();
            prop_assert!(all.iter().all(|limit| facts.nearest.as_ref().is_some_and(|nearest| nearest.distance <= limit.distance)));
            if let Some(limit) = &facts.nearest {
                let value = limit.values.ends()[0];
                let mut at_limit = scenario.clone();
                at_limit.set(limit.ix, value).unwrap();
                let payback = testing::computed(&at_limit).payback(view.perspective, Convention::FirstYear);
                prop_assert!(is_paid_back_within(payback, years), "{:?}: {:?}", limit, payback);
                let all = break_even(&scenario, limit.ix, view.perspective, years).unwrap();
                // Amounts are told in whole kroner.
                let is_near = |end: &Decimal| (*end - value).abs() < Decimal::new(1, 3);
                prop_assert!(all.ends().iter().any(is_near), "{:?} in {:?}", limit, all);
            }
            for language in Language::ALL {
                let sentence = words::of(language).hangs_on(&facts, &answer(&computed, view.perspective));
                prop_assert!(sentence.ends_with(['.', ':']) && !sentence.contains("  "), "{}", sentence);
            }
        }
    }
}
