//! Values of drivers that nobody has chosen, on notes that nobody has written.

use std::sync::LazyLock;

use engine::answer;
use engine::compare::compare;
use engine::computed::Computed;
use engine::explain::{Ask, Flow, explain};
use engine::figures::payback_checks;
use engine::findings::check_all;
use engine::notes::Library;
use engine::payback::{Convention, payback};
use engine::people::people;
use engine::presets::presets;
use engine::sensitivity::{
    along_slider, break_even, hangs_on, highest_rate, joint_range, judged_years, main_drivers, map, nearest_limits,
    tornado, what_it_takes,
};
use engine::slider::Slider;
use model::evaluate::{EvaluateError, Outcome, Perspective};
use model::note::{DriverIx, Note};
use model::scenario::{Horizon, PostsCount, Scenario, Settings};
use rust_decimal::Decimal;
use testing::{LIBRARY, every_note, library_made};

use crate::{Choices, every_words};

/// Any note with any values that its drivers take has an outcome whose cells add up, and every question about it has an answer: nothing is
/// too large, divided by zero, or says nothing.
///
/// The bytes choose the note, its values, the settings, and what is asked.
pub fn evaluated(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let is_made = choices.byte() >= 96;
    if is_made {
        let number = u64::from(choices.number()) << 8;
        let library = library_made(number + u64::from(choices.byte()));
        let note = library.notes().next().expect("a made note");
        asked(&library, note, &mut choices);
    } else {
        asked(&LIBRARY, choices.one_of(&NOTES), &mut choices);
    }
}

/// The notes that ship, and those with borrowed savings.
static NOTES: LazyLock<Vec<Note<'static>>> = LazyLock::new(every_note);

fn asked<'n>(library: &'n Library, note: Note<'n>, choices: &mut Choices<'_>) {
    let variant = note.variant;
    let drivers: Vec<DriverIx> = variant.drivers().map(|(ix, _)| ix).collect();
    let what = choices.byte();
    let settings = Settings {
        rate: choices.share().round_dp(4),
        horizon: Horizon::of_years([10, 15, 20, 30][choices.below(4)]).unwrap_or_default(),
    };
    let mut scenario = Scenario::baseline(note).with_settings(settings);
    scenario.count_posts(choices.one_of(&PostsCount::ALL));
    let asked_about = drivers[choices.below(drivers.len())];
    let other = drivers[choices.below(drivers.len())];
    while !choices.is_at_end() {
        let ix = drivers[choices.below(drivers.len())];
        set(&mut scenario, ix, choices);
    }
    let computed = Computed::of(scenario.clone()).expect("values within bounds have an outcome");
    cells_add_up(&computed.outcome);
    let perspective = computed.outcome.views[usize::from(what / 16) % computed.outcome.views.len()].perspective;
    paid_back(&computed);
    match what % 16 {
        0 => explained(&computed),
        1 => drop(ok(tornado(&scenario, perspective))),
        2 => drop(ok(hangs_on(&computed, perspective))),
        3 => drop(ok(joint_range(&computed, perspective))),
        4 => drop(ok(break_even(&scenario, asked_about, perspective, 4))),
        5 => drop(ok(what_it_takes(&computed, perspective, 4))),
        6 => drop(ok(nearest_limits(&scenario, perspective, judged_years(&computed, perspective)))),
        7 => {
            let _ = ok(along_slider(&computed, asked_about, perspective, judged_years(&computed, perspective)));
        }
        8 => drop(ok(map(&scenario, asked_about, other, perspective))),
        9 => drop(ok(main_drivers(&computed, perspective))),
        10 => drop((check_all(library.documents()), payback_checks(note, &computed.outcome))),
        11 => drop((presets(library, note, perspective), people(&computed, perspective))),
        _ => said(&computed, perspective),
    }
}

/// Gives a driver any value that it takes.
fn set(scenario: &mut Scenario<'_>, ix: DriverIx, choices: &mut Choices<'_>) {
    let driver = scenario.note().variant.driver(ix).expect("a driver");
    let (low, high) = driver.unit.bounds();
    let value = match choices.byte() {
        // What a slider gives.
        0..64 => {
            let slider = Slider::of(driver);
            let stop = slider.stop(low + (high - low) * choices.share());
            assert!(stop >= slider.low && stop <= slider.high, "{stop}");
            slider.value(stop)
        }
        // Near what the note says.
        64..128 => (driver.value * Decimal::from(choices.byte()) / Decimal::from(128)).clamp(low, high),
        _ => low + (high - low) * choices.share(),
    };
    let value = value.round_dp(driver.unit.decimals_in_model());
    assert_eq!(scenario.set(ix, value), Ok(()), "{} = {value}", driver.id);
}

/// What the search gives, which may take too long to decide, and fails in no other way.
#[track_caller]
fn ok<T>(found: Result<T, EvaluateError>) -> Option<T> {
    match found {
        Ok(found) => Some(found),
        Err(EvaluateError::Undecided(_)) => None,
        Err(error) => panic!("{error:?}"),
    }
}

fn cells_add_up(outcome: &Outcome) {
    for view in &outcome.views {
        let net: i64 = view.net.iter().map(|cell| cell.get()).sum();
        assert_eq!(view.cumulative.last().map_or(0, |cell| cell.get()), net);
        let parts: i64 = view.costs.iter().chain(&view.savings).map(|cell| cell.get()).sum();
        assert_eq!(parts, net);
    }
}

fn paid_back(computed: &Computed<'_>) {
    let first = computed.note().variant.first;
    for view in &computed.outcome.views {
        for convention in Convention::all(computed.scenario.rate()) {
            let _ = payback(view, first, convention, computed.scenario.horizon().years());
        }
        let _ = highest_rate(view, first, 4);
    }
}

/// Asks for every number of an outcome: whatever is explained can be said.
fn explained(computed: &Computed<'_>) {
    let (note, outcome) = (computed.note(), &computed.outcome);
    let years = || outcome.years.iter().copied().map(Some).chain([None]);
    let lines = (0..outcome.lines.len()).flat_map(|line| years().map(move |year| Ask::Line(line, year)));
    let of_views = outcome.views.iter().map(|view| view.perspective).flat_map(|perspective| {
        let flows =
            Flow::ALL.into_iter().flat_map(move |flow| years().map(move |year| Ask::Flow(flow, perspective, year)));
        let paybacks =
            Convention::all(computed.scenario.rate()).map(|convention| Ask::Payback(perspective, convention));
        flows.chain(paybacks).chain([Ask::Returned(perspective), Ask::ReturnedInAll(perspective)])
    });
    let efforts = (0..note.variant.efforts.len()).flat_map(|effort| {
        let costs = outcome.years.iter().map(move |year| Ask::EffortCost(effort, *year));
        costs.chain([Ask::PerCitizen(effort), Ask::PerOutcome(effort), Ask::Posts(Some(effort))])
    });
    let drivers = note.variant.drivers().map(|(ix, _)| Ask::Driver(ix));
    for ask in lines.chain(of_views).chain(efforts).chain(drivers).chain([Ask::Posts(None)]) {
        let Some(explanation) = explain(computed, ask) else { continue };
        for words in every_words() {
            assert!(!words.ask(note, ask).is_empty(), "{ask:?}");
            for step in &explanation.steps {
                assert!(!words.step(note, step).is_empty(), "{ask:?}: {step:?}");
            }
        }
    }
}

fn said(computed: &Computed<'_>, perspective: Perspective) {
    let baseline = Computed::of(Scenario::baseline(computed.note()).with_settings(computed.scenario.settings()));
    let baseline = baseline.expect("a note has an outcome");
    let difference = answer::difference(computed, &baseline, perspective);
    assert_eq!(difference.is_some(), computed.scenario.differs());
    let comparison = compare(computed, &baseline);
    for words in every_words() {
        assert!(words.answer(&answer::answer(computed, perspective)).text().ends_with('.'));
        assert!(difference.as_ref().is_none_or(|difference| words.difference(difference).text().ends_with('.')));
        assert!(!words.comparison(&comparison).text().is_empty());
    }
}
