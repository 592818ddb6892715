//! What the page says, in every language: grammar over generated scenarios, then the very sentences of worked examples.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod common;

use std::cmp::Ordering;

use common::{LIBRARY, decimal, driver_ix, key_figures, note, outcome, scenario};
use indsatsregner::audit::{Check, Column, Compared, Kind, Place, Value, Verdict, audit};
use indsatsregner::derive::interval;
use indsatsregner::evaluate::Perspective;
use indsatsregner::figures::{Figures, PublishedCheck, published_checks};
use indsatsregner::format::Unreadable;
use indsatsregner::link::{self, Notice};
use indsatsregner::money::Thousands;
use indsatsregner::note::{Area, Group, Note, Origin, PublishedBasis, Unit};
use indsatsregner::payback::Payback;
use indsatsregner::say::{self, Answer, Difference};
use indsatsregner::scenario::{PostsCount, Rejection, Scenario};
use indsatsregner::text::{Figure, Language, Wording};
use proptest::prelude::*;
use rust_decimal::Decimal;

const UNITS: [Unit; 9] = [
    Unit::Citizens,
    Unit::CitizensPerPost,
    Unit::Posts,
    Unit::CostPerPost,
    Unit::Share,
    Unit::AmountPerOutcome,
    Unit::AmountPerYear,
    Unit::Years,
    Unit::Factor,
];

// ------------------------------------------------------------------------------------------------ what good grammar is

/// Words that only the other language has, so that one of them means a wording was left untranslated.
fn foreign(language: Language) -> &'static [&'static str] {
    match language {
        Language::Danish => &[
            "the", "of", "and", "with", "is", "are", "its", "year", "years", "citizens", "note", "saving", "savings",
            "costs", "effect", "effort", "posts", "never", "from", "this",
        ],
        Language::English => &[
            "og",
            "af",
            "til",
            "er",
            "det",
            "den",
            "med",
            "ikke",
            "pr",
            "år",
            "årsværk",
            "borger",
            "borgere",
            "notatet",
            "besparelse",
            "besparelser",
            "udgift",
            "udgifter",
            "effekt",
            "indsats",
            "indsatsen",
            "mio",
            "fra",
            "aldrig",
            "uddannelse",
        ],
    }
}

/// Each noun that is counted, for one and for several.
fn counted(language: Language) -> &'static [(&'static str, &'static str)] {
    match language {
        Language::Danish => &[
            ("borger", "borgere"),
            ("konsulent", "konsulenter"),
            ("ændring", "ændringer"),
            ("indsats", "indsatser"),
            ("kontrol", "kontroller"),
            ("sammenligning", "sammenligninger"),
            ("decimal", "decimaler"),
        ],
        Language::English => &[
            ("citizen", "citizens"),
            ("consultant", "consultants"),
            ("change", "changes"),
            ("effort", "efforts"),
            ("check", "checks"),
            ("comparison", "comparisons"),
            ("decimal", "decimals"),
            ("year", "years"),
            ("post", "posts"),
        ],
    }
}

/// Fails where the text is not one that an editor would let through.
#[track_caller]
fn reads_well(language: Language, text: &str) {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || "–·/".contains(c)).collect();
    assert!(!text.is_empty(), "{language:?}: nothing is said");
    assert_eq!(text.trim(), text, "{language:?}: space around {text:?}");
    for wrong in ["  ", "..", ",,", " .", " ,", ",.", "{", "}", "()", ": .", "  ", " \u{a0}", "\u{a0} ", ":,"] {
        assert!(!text.contains(wrong), "{language:?}: {wrong:?} in {text:?}");
    }
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    for word in words.iter().map(|word| bare(word)) {
        assert!(!foreign(language).contains(&word.as_str()), "{language:?}: {word:?} in {text:?}");
    }
    for (at, number) in words.iter().enumerate() {
        let number = number.trim_matches(['(', ',', '\u{2212}', '”', '“']);
        if !number.starts_with(|c: char| c.is_ascii_digit()) || !number.ends_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let follows: Vec<String> = words.iter().skip(at + 1).take(2).map(|word| bare(word)).collect();
        // "1 full-time post": the noun is behind its adjective.
        let noun = follows.iter().find(|word| *word != "full-time").map_or("", String::as_str);
        for (one, several) in counted(language) {
            assert!(!(number == "1" && noun == *several), "{language:?}: 1 {several} in {text:?}");
            assert!(!(number != "1" && noun == *one), "{language:?}: {number} {one} in {text:?}");
        }
    }
    for number in text.split(|c: char| c.is_whitespace()).filter(|word| word.contains(|c: char| c.is_ascii_digit())) {
        let ordinal = number.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = ordinal.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let suffix = &ordinal[digits.len()..];
        if ["st", "nd", "rd", "th"].contains(&suffix) {
            let (ones, tens) = (digits.chars().last().unwrap(), digits.chars().rev().nth(1));
            let right = match (tens, ones) {
                (Some('1'), _) => "th",
                (_, '1') => "st",
                (_, '2') => "nd",
                (_, '3') => "rd",
                _ => "th",
            };
            assert_eq!(suffix, right, "{language:?}: {text:?}");
        }
    }
}

/// Fails where the text is not a whole sentence, or several.
#[track_caller]
fn is_a_sentence(language: Language, text: &str) {
    reads_well(language, text);
    assert!(text.ends_with('.'), "{language:?}: no full stop after {text:?}");
    let first = text.chars().next().unwrap();
    assert!(!first.is_lowercase(), "{language:?}: no capital before {text:?}");
}

/// The whole numbers in the text, in its order.
fn numbers(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for c in text.chars() {
        if c.is_ascii_digit() {
            found.last_mut().unwrap().push(c);
        } else if !found.last().unwrap().is_empty() {
            found.push(String::new());
        }
    }
    found.retain(|number| !number.is_empty());
    found
}

/// Words that say something for some results only.
struct Telling {
    already: &'static [&'static str],
    never: &'static str,
    saving: &'static str,
    cost: &'static str,
    borrowed: &'static str,
    from: &'static str,
    to: &'static str,
    /// Before what is said of the net.
    net: &'static str,
}

fn telling(language: Language) -> Telling {
    match language {
        Language::Danish => Telling {
            already: &["allerede"],
            never: "aldrig",
            saving: "besparelse",
            cost: "udgift",
            borrowed: " Besparelserne er lånt fra 2018.",
            from: " fra ",
            to: " til ",
            net: " netto",
        },
        Language::English => Telling {
            already: &["already", "as early as"],
            never: "never",
            saving: "saving",
            cost: "cost",
            borrowed: " The savings are borrowed from 2018.",
            from: " from ",
            to: " to ",
            net: " net ",
        },
    }
}

// ---------------------------------------------------------------------------------------------- what is said of a result

/// All that is said about one scenario.
struct Said {
    answer: String,
    difference: Option<String>,
    short: String,
    facts: (Answer, Option<(Payback, Payback)>, Option<(Thousands, Thousands)>),
}

fn said(language: Language, scenario: &Scenario<'_>) -> Said {
    let words = language.wording();
    let (now, result) = (key_figures(scenario), outcome(scenario));
    let published = key_figures(&Scenario::published(scenario.note()));
    let answer = say::answer(scenario, &result, &now);
    let difference = say::difference(scenario, &published, &now);
    Said {
        answer: words.answer(&answer).text(),
        difference: difference.as_ref().map(|difference| words.difference(difference).text()),
        short: words.answer_in_short(now.total),
        facts: (
            answer,
            difference.as_ref().map(|difference| difference.payback),
            difference.as_ref().map(|difference| difference.net),
        ),
    }
}

/// Every line below a key figure.
fn details(words: &dyn Wording, figures: &Figures) -> Vec<Figure> {
    let plain = |value: String, detail: String| Figure { value, detail };
    vec![
        words.payback(figures.total, figures.total_interpolated),
        words.payback(figures.service, figures.service_interpolated),
        words.net_amount(figures.net),
        plain(words.millions(figures.cost), words.in_year(figures.year)),
        plain(words.kroner(figures.cost_per_citizen), words.net_over(figures.net_years)),
        plain(words.kroner(figures.cost_per_outcome), words.payback_in_short(figures.total)),
        plain(words.millions(figures.net), words.of_which_consultants(figures.consultants)),
    ]
}

/// Fails where anything that is said about the scenario is wrong in grammar or in fact.
#[track_caller]
fn is_said_well(language: Language, scenario: &Scenario<'_>) {
    let (words, telling) = (language.wording(), telling(language));
    let Said { answer, difference, short, facts: (facts, paybacks, nets) } = said(language, scenario);
    is_a_sentence(language, &answer);
    reads_well(language, &short);
    assert!(short.starts_with(char::is_uppercase), "{short:?}");
    assert_eq!(difference.is_some(), scenario.differs());

    let is_already = |text: &str| telling.already.iter().any(|already| text.contains(already));
    match facts.payback {
        Payback::Reached { years, year } => {
            for text in [&answer, &short] {
                assert!(numbers(text).contains(&year.to_string()), "{year} is not in {text:?}");
                assert!(!text.contains(telling.never), "{text:?}");
            }
            assert_eq!(is_already(&answer), years == Decimal::ONE, "{years} years: {answer:?}");
        }
        other => {
            assert!(!is_already(&answer), "{answer:?}");
            for text in [&answer, &short] {
                assert_eq!(text.to_lowercase().contains(telling.never), other == Payback::Never, "{other:?}: {text:?}");
            }
        }
    }
    let has_payback = matches!(facts.payback, Payback::Reached { .. } | Payback::Never);
    assert_eq!(answer.ends_with(telling.borrowed), facts.borrowed && has_payback, "{answer:?}");

    if let (Some(text), Some((before, after)), Some((net_before, net_after))) = (difference, paybacks, nets) {
        is_a_sentence(language, &text);
        if let Payback::Reached { year, .. } = after {
            assert!(numbers(&text).contains(&year.to_string()), "{year} is not in {text:?}");
        }
        let is_never = [before, after].contains(&Payback::Never);
        assert!(is_never || !text.contains(telling.never), "{before:?} to {after:?}: {text:?}");
        if before == after && net_before != net_after && matches!(after, Payback::Reached { .. } | Payback::Never) {
            // A name may say "besparelsen på …" or "the saving on …": only what is said of the net counts.
            let (_, said) = text.split_once(telling.net).unwrap_or_else(|| panic!("nothing of the net in {text:?}"));
            let has = |sign| [net_before, net_after].iter().any(|net| net.cmp(&Thousands::ZERO) == sign);
            assert_eq!(said.contains(telling.saving), has(Ordering::Less), "{text:?}");
            assert_eq!(said.contains(telling.cost), has(Ordering::Greater), "{text:?}");
            let (_, amounts) = said.split_once(telling.from).unwrap();
            let (one, other) = amounts.split_once(telling.to).unwrap();
            assert_ne!(one.trim_end_matches('.'), other.trim_end_matches('.'), "it says that it changes: {text:?}");
        }
        if before == after && after == Payback::NoSavings && net_before != net_after {
            let (_, amounts) = text.rsplit_once(telling.from).unwrap();
            let (one, other) = amounts.split_once(telling.to).unwrap();
            assert_ne!(one.trim_end_matches('.'), other.trim_end_matches('.'), "it says that it changes: {text:?}");
        }
    }

    let figures = key_figures(scenario);
    for figure in details(words, &figures) {
        reads_well(language, &figure.value);
        reads_well(language, &figure.detail);
    }
    let net = words.net_amount(figures.net).detail;
    assert_eq!(net.contains(telling.saving), figures.net < Thousands::ZERO, "{net:?}");
    assert_eq!(net.contains(telling.cost), figures.net > Thousands::ZERO, "{net:?}");
    for payback in [figures.total, figures.service] {
        let texts = [words.payback(payback, payback).value, words.payback_in_short(payback)];
        for text in texts {
            assert_eq!(text.to_lowercase().contains(telling.never), payback == Payback::Never, "{text:?}");
        }
    }
}

/// Every note, and those of them that borrow savings.
fn notes() -> Vec<Note<'static>> {
    let borrowing = LIBRARY.notes().filter_map(|note| LIBRARY.with_savings(&note.variant.id));
    LIBRARY.notes().chain(borrowing).collect()
}

/// A note with some drivers changed: to anything they accept, to an end, to one, or by a little.
fn any_scenario() -> impl Strategy<Value = Scenario<'static>> {
    let of_note = |note: Note<'static>| {
        let drivers: Vec<_> = note
            .variant
            .drivers()
            .map(|(ix, driver)| {
                let (low, high) = driver.unit.bounds();
                let step =
                    driver.unit.scale() * (0..driver.unit.decimals()).fold(Decimal::ONE, |ten, _| ten * Decimal::TEN);
                let end = |value: Decimal| u64::try_from(value * step).unwrap();
                let published = driver.value;
                let small = end(published.max(low)).saturating_sub(3)..=(end(published) + 3).min(end(high));
                prop_oneof![
                    12 => Just(published),
                    2 => (end(low)..=end(high)).prop_map(move |steps| Decimal::from(steps) / step),
                    2 => small.prop_map(move |steps| (Decimal::from(steps) / step).max(low)),
                    2 => prop_oneof![Just(low), Just(high), Just(Decimal::ONE)],
                ]
                .prop_map(move |value| (ix, value))
            })
            .collect();
        let posts =
            prop_oneof![4 => Just(PostsCount::Exact), 1 => Just(PostsCount::Half), 1 => Just(PostsCount::Whole)];
        (drivers, posts).prop_map(move |(values, posts)| {
            let mut scenario = Scenario::published(note);
            for (ix, value) in values {
                assert_eq!(scenario.set(ix, value), Ok(()), "{ix:?} = {value}");
            }
            scenario.count_posts(posts);
            scenario
        })
    };
    prop::sample::select(notes()).prop_flat_map(of_note)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn every_scenario_is_said_well(scenario in any_scenario()) {
        for language in Language::ALL {
            is_said_well(language, &scenario);
        }
    }
}

// --------------------------------------------------------------------------------------------- what is said beside it

#[test]
fn every_fixed_wording_is_there_in_each_language_and_in_no_other() {
    let labels = |language: Language| -> Vec<(String, String)> {
        let all = format!("{:#?}", language.wording().labels());
        let field = |line: &str| {
            let (name, text) = line.trim().split_once(": \"")?;
            Some((name.to_owned(), text.trim_end_matches("\",").replace("\\u{a0}", "\u{a0}")))
        };
        all.lines().filter_map(field).collect()
    };
    let (danish, english) = (labels(Language::Danish), labels(Language::English));
    assert!(danish.len() > 70, "only {} labels were read", danish.len());
    for (language, labels) in [(Language::Danish, &danish), (Language::English, &english)] {
        for (name, text) in labels {
            if name == "borrowed_line" {
                assert!(text.starts_with(" · "), "it follows another text");
                reads_well(language, text.trim_start());
            } else {
                reads_well(language, text);
            }
        }
    }
    for ((name, danish), (other, english)) in danish.iter().zip(&english) {
        assert_eq!(name, other);
        assert!(danish != english || name == "site", "{name} is {english:?} in both");
    }
}

#[test]
fn a_language_is_found_by_its_code_and_names_itself() {
    let all: Vec<_> = Language::ALL.iter().map(|language| (language.code(), language.name())).collect();
    assert_eq!(all, [("da", "Dansk"), ("en", "English")]);
    for language in Language::ALL {
        assert_eq!(Language::of(language.code()), Some(language));
        assert_eq!(language.wording().language(), language);
    }
    for code in ["", "DA", "de", "en-GB"] {
        assert_eq!(Language::of(code), None, "{code:?}");
    }
}

#[test]
fn every_choice_of_the_model_has_its_words() {
    for language in Language::ALL {
        let words = language.wording();
        let committees = note("ips-2018").variant.committees().into_iter().map(Perspective::Committee);
        let perspectives = [Perspective::Total, Perspective::Service].into_iter().chain(committees);
        let areas = [Area::Service, Area::Transfers, Area::Programme, Area::DemandLedTransfers];
        let groups: Vec<&str> = Group::ALL.iter().map(|group| words.group(*group)).collect();
        let choices: Vec<Vec<&str>> = vec![
            groups,
            PostsCount::ALL.iter().map(|posts| words.posts_count(*posts)).collect(),
            perspectives.map(|perspective| words.perspective(perspective)).collect(),
            areas.iter().map(|area| words.area(*area)).collect(),
            Kind::ALL.iter().map(|kind| words.kind(*kind)).collect(),
        ];
        for texts in choices {
            for (at, text) in texts.iter().enumerate() {
                reads_well(language, text);
                assert!(!texts[..at].contains(text), "{text:?} is two things");
            }
        }
        for kind in Kind::ALL {
            is_a_sentence(language, words.remedy(kind));
        }
        for unit in UNITS {
            reads_well(language, words.unit(unit));
            for reason in [Unreadable::Empty, Unreadable::NotANumber, Unreadable::TooLarge] {
                is_a_sentence(language, &words.unreadable(reason, unit));
            }
            for value in ["0", "0.5", "1", "2", "1000"] {
                reads_well(language, &words.value(decimal(value), unit));
            }
        }
    }
}

#[test]
fn the_example_of_a_message_can_itself_be_read() {
    for language in Language::ALL {
        let words = language.wording();
        for unit in UNITS {
            let message = words.unreadable(Unreadable::Empty, unit);
            let example = message.rsplit_once(' ').unwrap().1.trim_end_matches('.');
            assert!(words.locale().read(example, unit).is_ok(), "{message:?}");
        }
    }
}

#[test]
fn what_a_driver_refuses_is_said_in_a_sentence() {
    for language in Language::ALL {
        let words = language.wording();
        for (_, driver) in notes().iter().flat_map(|note| note.variant.drivers()) {
            let (low, high) = driver.unit.bounds();
            for rejection in [
                Rejection::NoSuchDriver,
                Rejection::TooLow(low),
                Rejection::TooHigh(high),
                Rejection::TooFine(0),
                Rejection::TooFine(1),
                Rejection::TooFine(2),
            ] {
                is_a_sentence(language, &words.rejected(rejection, driver));
                let rejected = Notice::Rejected { driver, value: "x".to_owned(), rejection };
                for notice in [rejected, Notice::Unreadable { driver, value: "x".to_owned() }] {
                    is_a_sentence(language, &words.notice(&notice));
                }
            }
        }
        for link in ["v=x&screen=x&x=1&x=2&x", "note=x&savings=x&posts=x"] {
            let notices = link::open(&LIBRARY, link).unwrap().notices;
            assert!(notices.len() >= 3, "{notices:?}");
            for notice in notices {
                let text = words.notice(&notice);
                assert!(text.ends_with('.'), "{text:?}");
                reads_well(language, &text);
            }
        }
    }
}

#[test]
fn a_note_is_claimed_to_say_only_what_it_says() {
    let claims = |language: Language| match language {
        Language::Danish => ["notatet: ", "udledt: ", "lånt: ", "antaget: "],
        Language::English => ["the note: ", "derived: ", "borrowed: ", "assumed: "],
    };
    let mut met = [0; 4];
    for language in Language::ALL {
        let words = language.wording();
        for (_, driver) in notes().iter().flat_map(|note| note.variant.drivers()) {
            let value = words.value(driver.value, driver.unit);
            let said = words.published_as(&driver.origin, &value);
            let kind = match driver.origin {
                Origin::Stated(_) => 0,
                Origin::Derived { .. } => 1,
                Origin::Borrowed { .. } => 2,
                Origin::Assumed { .. } => 3,
            };
            met[kind] += 1;
            assert_eq!(said, format!("{}{value}", claims(language)[kind]));
            let restore = words.restore_driver(driver.name.get(language.code()).0, &value);
            assert!(restore.ends_with(&value), "{restore:?}");
            for claim in ["notat", " note"] {
                let own = driver.name.get(language.code()).0;
                assert!(!restore.replace(own, "").contains(claim), "{restore:?}");
            }
        }
    }
    assert!(met.iter().all(|met| *met > 0), "{met:?}");
}

#[test]
fn every_driver_has_its_words() {
    for language in Language::ALL {
        let (words, code) = (language.wording(), language.code());
        for note in notes() {
            reads_well(language, &words.note_line(note));
            reads_well(language, &words.note_name(note));
            reads_well(language, &words.document(note.document));
            for (ix, driver) in note.variant.drivers() {
                for names in [&driver.name, &driver.mention] {
                    let (name, found) = names.get(code);
                    assert_eq!(found, code, "{name:?} is missing in {code}");
                    reads_well(language, name);
                }
                for alternative in &driver.alternatives {
                    let value = words.value(alternative.value, driver.unit);
                    reads_well(language, &words.use_alternative(alternative.name.get(code).0, &value));
                }
                if let Some(interval) = interval(note, ix) {
                    is_a_sentence(language, &words.interval(interval, driver.unit));
                }
            }
        }
        for document in LIBRARY.documents() {
            for target in &document.targets {
                reads_well(language, &words.aimed(document, target));
            }
            for result in &document.results {
                reads_well(language, &words.measured(document, result));
            }
        }
    }
}

#[test]
fn every_finding_is_a_sentence() {
    let checks = audit(LIBRARY.documents());
    for language in Language::ALL {
        let found: Vec<String> = checks.iter().flat_map(|check| language.wording().found(check)).collect();
        assert!(found.len() > 10, "{found:?}");
        for sentence in found {
            is_a_sentence(language, &sentence);
        }
        for note in notes() {
            for check in published_checks(note, &outcome(&Scenario::published(note))) {
                if let Some(text) = language.wording().published_payback(&check) {
                    is_a_sentence(language, &text);
                }
            }
        }
        let cells = (Thousands::new(2), Thousands::new(-1), Thousands::ZERO);
        for computed in [Payback::Never, Payback::NoSavings, Payback::NoCosts] {
            let check = PublishedCheck { basis: PublishedBasis::Total, printed: 1, computed, cells };
            is_a_sentence(language, &language.wording().published_payback(&check).unwrap());
        }
    }
}

/// A check with as many comparisons of a verdict as given.
fn check(verdicts: &[Verdict]) -> Check {
    let place = || Place { document: String::new(), place: String::new(), words: String::new(), rows: Vec::new() };
    let compared = |verdict: &Verdict| Compared {
        column: Column::Whole,
        left: Value::Payback(Some(Decimal::ONE)),
        right: Value::Payback(None),
        verdict: *verdict,
    };
    Check { kind: Kind::Payback, sides: [place(), place()], compared: verdicts.iter().map(compared).collect() }
}

#[test]
fn the_count_of_checks_agrees_with_its_nouns_and_verbs() {
    let (agree, differ, unknown) = (check(&[Verdict::Agree]), check(&[Verdict::Differ]), check(&[Verdict::Unknown]));
    let of = |language: Language, checks: &[&Check]| {
        let checks: Vec<Check> = checks.iter().copied().cloned().collect();
        let text = language.wording().tally(&checks);
        is_a_sentence(language, &text);
        text.replace('\u{a0}', " ")
    };
    assert_eq!(of(Language::Danish, &[&agree]), "1 kontrol med 1 sammenligning: 1 stemmer, 0 stemmer ikke.");
    assert_eq!(of(Language::English, &[&agree]), "1 check with 1 comparison: 1 agrees, 0 do not.");
    let several = [&agree, &agree, &differ, &unknown];
    assert_eq!(
        of(Language::Danish, &several),
        "4 kontroller med 4 sammenligninger: 2 stemmer, 1 stemmer ikke, og 1 kan ikke afgøres."
    );
    assert_eq!(
        of(Language::English, &several),
        "4 checks with 4 comparisons: 2 agree, 1 does not, and 1 cannot be decided."
    );
    let found = |language: Language| language.wording().found(&differ).join(" ").replace('\u{a0}', " ");
    assert_eq!(found(Language::Danish), "Der er trykt 1 år, men tabellerne giver ingen tilbagebetaling.");
    assert_eq!(found(Language::English), "The note prints 1 year, but its tables give no payback.");
}
