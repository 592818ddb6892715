//! A note that is not about jobs is not told as one that is: what its efforts say that people reach stands wherever the page would
//! name a job or education.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::answer::{answer, difference};
use engine::compare::{Comparison, OutcomesCompared, compare};
use engine::computed::Computed;
use engine::explain::{Ask, Flow, explain};
use engine::link::headline;
use engine::payback::{Convention, Payback};
use engine::people::people;
use engine::presets::presets;
use engine::sensitivity::{along_slider, hangs_on, joint_range};
use model::evaluate::Perspective;
use model::language::Language;
use model::note::{Denominator, Driver, DriverKind, Group, Note, Reached, Variant};
use model::scenario::Scenario;
use proptest::prelude::*;
use testing::{Any, MADE, any_made_scenario, computed, made_notes, note};
use words::Words;

/// The words of a job or education, in small letters.
fn of_jobs(language: Language) -> &'static [&'static str] {
    match language {
        Language::Danish => &["job", "uddannelse"],
        Language::English => &["job", "jobs", "education", "in work"],
    }
}

/// Fails where a text names a job or education.
#[track_caller]
fn names_no_job(language: Language, text: &str) {
    let spaced: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let spaced = format!(" {spaced} ");
    for word in of_jobs(language) {
        assert!(!spaced.contains(&format!(" {word} ")), "{text:?} says {word:?}");
    }
}

/// What an own note says that people reach.
fn named(danish: &str, english: &str) -> Reached {
    let words = [(Language::Danish, danish), (Language::English, english)];
    Reached::Named(words.into_iter().map(|(language, words)| (language, words.to_owned())).collect())
}

/// A note that ships with other outcomes, one for each of its efforts in turn.
fn reaching(id: &str, reached: &[Reached]) -> Note<'static> {
    let mut document = note(id).document.clone();
    for variant in &mut document.variants {
        for (effort, reached) in variant.efforts.iter_mut().zip(reached.iter().cycle()) {
            effort.reached = reached.clone();
        }
        let all = variant.reached().clone();
        for driver in variant.drivers.iter_mut().filter(|driver| driver.id == Driver::FOUND_ANYWAY) {
            driver.kind = DriverKind::FoundAnyway { reached: all.clone() };
        }
    }
    let document = Box::leak(Box::new(document));
    let variant = document.variants.iter().find(|variant| variant.id == note(id).variant.id).unwrap();
    Note { document, variant }
}

/// Every number of a scenario that can be asked for.
fn asks(now: &Computed<'_>, perspective: Perspective) -> Vec<Ask> {
    let variant = now.note().variant;
    let years = || now.outcome.years.iter().copied();
    let lines = (0..variant.lines.len()).flat_map(|line| years().map(move |year| Ask::Line(line, Some(year))));
    let flows =
        Flow::ALL.into_iter().flat_map(|flow| years().map(move |year| Ask::Flow(flow, perspective, Some(year))));
    let paybacks = Convention::all(now.scenario.rate()).map(|convention| Ask::Payback(perspective, convention));
    let efforts = (0..variant.efforts.len())
        .flat_map(|effort| [Ask::PerCitizen(effort), Ask::PerOutcome(effort), Ask::Posts(Some(effort))]);
    let drivers = variant.drivers().map(|(ix, _)| Ask::Driver(ix));
    lines.chain(flows).chain(paybacks).chain([Ask::Returned(perspective)]).chain(efforts).chain(drivers).collect()
}

/// What the explanations say.
fn explanations(words: Words, now: &Computed<'_>, perspective: Perspective) -> Vec<String> {
    let note = now.note();
    let explained = asks(now, perspective).into_iter().filter_map(|ask| explain(now, ask));
    let said = explained.flat_map(|explained| {
        let steps = explained.steps.iter().map(|step| words.step(note, step));
        let name = words.ask(note, explained.ask);
        steps.chain([name, words.quantity(note.variant, explained.value)]).collect::<Vec<_>>()
    });
    said.collect()
}

/// What the page says around the numbers that the reader may change.
fn fields(words: Words, now: &Computed<'_>, perspective: Perspective) -> Vec<String> {
    let note = now.note();
    let variant = note.variant;
    let groups = Group::ALL.into_iter().map(Some).chain([None]).map(|group| words.group_summary(variant, group, 2));
    let drivers = variant.drivers().flat_map(|(ix, driver)| {
        let along = along_slider(now, ix, perspective, 20).unwrap();
        let short = words.along_slider(&along, ix, now, perspective, true).text();
        let long = words.along_slider(&along, ix, now, perspective, false).text();
        let why = words.explanation(note, driver).unwrap_or_default();
        [words.driver_name(driver), words.driver_mention(driver), why, short, long]
    });
    let helps = variant.efforts.iter().map(|effort| words.caseload_help(&effort.reached));
    let offered = presets(&MADE, note, perspective);
    let offered = offered.iter().flat_map(|preset| [words.preset(preset), words.preset_source(preset)]);
    groups.chain(drivers).chain(helps).chain(offered).collect()
}

/// What the calculator says of a scenario, seen from a perspective.
fn calculator(words: Words, now: &Computed<'_>, perspective: Perspective) -> Vec<String> {
    let (note, baseline) = (now.note(), computed(&Scenario::baseline(now.note())));
    let (variant, facts) = (note.variant, answer(now, perspective));
    let changes = difference(now, &baseline, perspective);
    let mut said = vec![words.answer_elsewhere(&facts, changes.as_ref()).text()];
    said.extend(changes.map(|changes| words.difference(&changes).text()));
    for (_, name, figure) in words.key_figures(now, perspective) {
        said.extend([name.into_owned(), figure.value, figure.detail]);
    }
    said.extend(people(now, perspective).map(|people| words.people(&people, note)));
    said.extend(hangs_on(now, perspective).unwrap().map(|facts_of| words.hangs_on(&facts_of, &facts)));
    said.extend(joint_range(now, perspective).unwrap().map(|range| words.joint_range(&range, &facts, variant)));
    said.extend(headline(now, perspective).map(|headline| words.headline(variant, headline)));
    for effort in &variant.efforts {
        said.extend([words.per_outcome(&effort.reached), words.outcomes(&effort.reached)]);
        said.extend([Denominator::NotSaid, Denominator::Completed].map(|of| words.no_cost_per_outcome(effort, of)));
    }
    said.extend(explanations(words, now, perspective));
    said.extend(fields(words, now, perspective));
    said
}

/// What the comparison says of two scenarios.
fn side_by_side(words: Words, comparison: &Comparison<'_>) -> Vec<String> {
    let cautions = words.cautions(comparison);
    let figures = comparison.key_figures();
    let names = figures.into_iter().map(|figure| words.key_figure(comparison, figure).into_owned());
    let drivers = comparison.drivers.iter().map(|pair| words.driver_names(pair).name);
    let rest = cautions.left_out.into_iter().chain(cautions.outcomes);
    [words.comparison(comparison).text()].into_iter().chain(names).chain(drivers).chain(rest).collect()
}

fn is_about_jobs(variant: &Variant) -> bool {
    variant.efforts.iter().any(|effort| effort.reached == Reached::JobOrEducation)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_note_that_is_not_about_jobs_names_none(Any(scenario) in any_made_scenario(), seen in any::<prop::sample::Index>()) {
        let variant = scenario.note().variant;
        prop_assume!(!is_about_jobs(variant));
        let now = computed(&scenario);
        let perspectives = Perspective::of_variant(variant);
        let perspective = *seen.get(&perspectives);
        for language in Language::ALL {
            for text in calculator(words::of(language), &now, perspective) {
                names_no_job(language, &text);
            }
        }
    }

    #[test]
    fn a_comparison_with_such_a_note_names_no_job(Any(left) in any_made_scenario(), Any(right) in any_made_scenario()) {
        prop_assume!(!is_about_jobs(left.note().variant));
        // What the other one says of its own outcome may stand in names of its own, such as those of its drivers.
        prop_assume!(!is_about_jobs(right.note().variant) || left.note().variant.efforts.len() == 1);
        let comparison = compare(&computed(&left), &computed(&right));
        for language in Language::ALL {
            let words = words::of(language);
            for figure in comparison.key_figures() {
                names_no_job(language, &words.key_figure(&comparison, figure));
            }
            if !is_about_jobs(right.note().variant) {
                for text in side_by_side(words, &comparison) {
                    names_no_job(language, &text);
                }
            }
        }
    }
}

#[test]
fn what_people_reach_is_said_in_the_words_of_the_note() {
    let through = reaching("ips-2018", &[named("igennem forløbet", "through the course")]);
    let now = Computed::of(Scenario::baseline(through)).unwrap();
    let said = |language: Language| calculator(words::of(language), &now, Perspective::Total);
    for (language, expected) in [
        (
            Language::Danish,
            [
                "Hvis 25 % af de 150 borgere kommer igennem forløbet, og ingen af dem var kommet igennem forløbet alligevel,",
                "Udgift pr. borger igennem forløbet det år",
                "Andel igennem forløbet",
                "dem, der regnes for at være igennem forløbet hvert år",
                "Andel, der var kommet igennem forløbet alligevel",
                "37,5 borgere igennem forløbet",
            ],
        ),
        (
            Language::English,
            [
                "If 25% of the 150 people are through the course, and none of them would have been through the course anyway,",
                "Cost per person through the course that year",
                "Share through the course",
                "those counted as through the course in any one year",
                "Share who would have been through the course anyway",
                "37.5 people through the course",
            ],
        ),
    ] {
        let all = said(language).join("\n").replace('\u{a0}', " ");
        for expected in expected {
            assert!(all.contains(expected), "{expected:?} is not in {all}");
        }
    }
}

/// "kommer undgår en sygemelding" is no Danish: what people do stands alone behind them.
#[test]
fn what_people_do_or_avoid_is_said_with_a_verb_of_the_note() {
    let names = [(Language::Danish, "undgår en sygemelding"), (Language::English, "avoid sick leave")];
    let avoid = Reached::Done(names.into_iter().map(|(language, words)| (language, words.to_owned())).collect());
    let now = Computed::of(Scenario::baseline(reaching("ips-2018", &[avoid]))).unwrap();
    for (language, expected) in [
        (
            Language::Danish,
            [
                "Hvis 25 % af de 150 borgere undgår en sygemelding, og ingen af dem var kommet i mål alligevel,",
                "Udgift pr. borger i mål (”undgår en sygemelding”) det år",
            ],
        ),
        (
            Language::English,
            [
                "If 25% of the 150 people avoid sick leave, and none of them would have reached the outcome anyway,",
                "Cost per person with the outcome “avoid sick leave” that year",
            ],
        ),
    ] {
        let all = calculator(words::of(language), &now, Perspective::Total).join("\n").replace('\u{a0}', " ");
        for expected in expected {
            assert!(all.contains(expected), "{expected:?} is not in {all}");
        }
        assert!(!all.contains("kommer undgår") && !all.contains("are avoid"), "{all}");
    }
}

#[test]
fn several_efforts_that_reach_different_things_are_told_together_without_naming_one() {
    let mixed = made_notes().into_iter().find(|note| *note.variant.reached() == Reached::Various).unwrap();
    let now = Computed::of(Scenario::baseline(mixed)).unwrap();
    for (language, share, each) in [
        (Language::Danish, "Andel i mål", "igennem forløbet"),
        (Language::English, "Share with the outcome", "through the course"),
    ] {
        let words = words::of(language);
        assert_eq!(words.group(mixed.variant, Group::Effect), share);
        assert!(words.cost_per_outcome(mixed.variant.reached_in(0)).contains(each));
        let whole = words.answer(&answer(&now, Perspective::Total)).text();
        assert!(!whole.contains(each), "{whole:?}");
    }
}

#[test]
fn a_job_beside_something_else_is_not_named_for_both() {
    let home = named("i egen bolig", "in a home of their own");
    let mixed = reaching("bi10-2026", &[Reached::JobOrEducation, home]);
    assert!(mixed.variant.efforts.len() > 1);
    for language in Language::ALL {
        let words = words::of(language);
        names_no_job(language, &words.group(mixed.variant, Group::Effect));
        names_no_job(language, &words.group(mixed.variant, Group::Savings));
        names_no_job(language, words.by_the_rest(mixed.variant.reached()));
        assert_eq!(words.cost_per_outcome(mixed.variant.reached_in(0)), words.cost_per_outcome(&Reached::default()));
    }
}

#[test]
fn words_of_another_language_are_quoted_and_no_part_of_the_sentence() {
    let alone = |language: Language, words: &str| Reached::Named([(language, words.to_owned())].into_iter().collect());
    for (language, reached, cost, share) in [
        (
            Language::English,
            alone(Language::Danish, "i egen bolig"),
            "Cost per person with the outcome “i egen bolig” that year",
            "25% of the 150 people reach the outcome “i egen bolig”, and none of them would have reached the outcome anyway",
        ),
        (
            Language::Danish,
            alone(Language::English, "in a home of their own"),
            "Udgift pr. borger i mål (”in a home of their own”) det år",
            "kommer i mål (”in a home of their own”)",
        ),
    ] {
        let words = words::of(language);
        assert_eq!(words.cost_per_outcome(&reached), cost);
        let note = reaching("ips-2018", &[reached]);
        let now = Computed::of(Scenario::baseline(note)).unwrap();
        let answer = words.answer(&answer(&now, Perspective::Total)).text();
        assert!(answer.replace('\u{a0}', " ").contains(share), "{answer}");
    }
}

#[test]
fn the_price_of_a_job_is_not_subtracted_from_that_of_something_else() {
    let home = reaching("ips-2018", &[named("i egen bolig", "in a home of their own")]);
    let [home, job] = [home, note("ips-2018")].map(|note| Computed::of(Scenario::baseline(note)).unwrap());
    let comparison = compare(&home, &job);
    assert_eq!(comparison.outcomes_compared(), OutcomesCompared::OtherReached);
    assert_eq!(comparison.figure_differences.cost_per_outcome, None);
    assert!(comparison.figure_differences.cost_per_citizen.is_some());
    for (language, expected) in [
        (
            Language::Danish,
            "Udgiften pr. borger i mål bliver ikke sammenlignet: de to notater har hver sit mål for borgerne.",
        ),
        (
            Language::English,
            "The cost per person with the outcome is not compared: the two proposals aim at different things for people.",
        ),
    ] {
        assert_eq!(words::of(language).cautions(&comparison).outcomes.as_deref(), Some(expected));
    }
}

#[test]
fn a_payback_by_what_lasts_names_no_job_where_none_is_reached() {
    let payback = Payback::Reached { years: 9.into(), year: 2026, by_the_rest: true };
    for language in Language::ALL {
        let words = words::of(language);
        for reached in [named("i egen bolig", "in a home of their own"), Reached::Various] {
            names_no_job(language, &words.payback_in_short(&reached, payback));
        }
        let job = words.payback_in_short(&Reached::JobOrEducation, payback);
        assert!(job.contains(words.labels().figures.by_the_rest), "{job:?}");
    }
}
