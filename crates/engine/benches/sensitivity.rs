//! How long the computations of the sensitivity screen take. Prints the median of some runs, and the shortest, since
//! other programs often slow a run down. Asserts nothing about time.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]
#![allow(missing_docs, reason = "nobody reads a benchmark's documentation")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use engine::computed::Computed;
use engine::notes::Library;
use engine::payback::{Convention, payback};
use engine::sensitivity::{along_slider, break_even, map, tornado};
use model::evaluate::{Perspective, evaluate};
use model::scenario::Scenario;
use rust_decimal::Decimal;

fn measure(name: &str, runs: usize, mut run: impl FnMut()) {
    run();
    // `RUNS=1` is for tools that count instructions, which are the same in every run.
    let runs = std::env::var("RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(runs);
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let [median, shortest] = [times[runs / 2], times[0]].map(|time| time.as_secs_f64() * 1e3);
    println!("{name:<40} {median:>9.3} ms, at least {shortest:>9.3} ms");
}

fn main() {
    let library = Library::embedded().expect("the notes can be read");
    let cases = [
        (library.find("ips-2018").unwrap(), "citizens", "effect"),
        (library.find("ips-2018").unwrap(), "citizens", "caseload"),
        (library.find("ips-2018").unwrap(), "effect", "years"),
        (library.with_savings("bi07-2022-a").unwrap(), "citizens", "effect"),
        (library.with_savings("bi10-2026").unwrap(), "citizens", "prices"),
    ];
    for (note, x, y) in cases {
        let name = format!("{} {x} × {y}", note.variant.id);
        let scenario = Scenario::baseline(note);
        let [x, y] = [x, y].map(|id| note.variant.find_driver(id).unwrap());
        println!("{name}");
        let value_and_bounds = |ix| {
            let unit = note.variant.driver(ix).unwrap().unit;
            (scenario.value(ix).unwrap(), unit.bounds())
        };
        measure("  evaluate at 10.201 points", 15, || {
            let mut changed = scenario.clone();
            let mut sum = 0;
            for point in 0..10_201_i64 {
                for (ix, coordinate) in [(x, point % 101), (y, point / 101)] {
                    let (now, (low, high)) = value_and_bounds(ix);
                    let value = (now * Decimal::new(coordinate, 2) * Decimal::TWO).round_dp(2).clamp(low, high);
                    // Some units accept whole numbers only.
                    if changed.set(ix, value).is_err() {
                        changed.set(ix, value.round()).unwrap();
                    }
                }
                let outcome = evaluate(&changed).unwrap();
                let view = outcome.view(Perspective::Total).unwrap();
                sum += view.net.iter().map(|cell| cell.get()).sum::<i64>();
                black_box(payback(view, note.variant.first, Convention::FirstYear, 20));
            }
            black_box(sum);
        });
        measure("  map, 101 × 101 points", 15, || {
            black_box(map(&scenario, x, y, Perspective::Total).unwrap());
        });
        measure("  tornado, every driver", 15, || {
            black_box(tornado(&scenario, Perspective::Total).unwrap());
        });
        measure("  break-even in 4 years, every driver", 15, || {
            for (ix, _) in note.variant.drivers() {
                black_box(break_even(&scenario, ix, Perspective::Total, 4).unwrap());
            }
        });
        let computed = Computed::of(scenario.clone()).unwrap();
        measure("  along the slider of every driver", 15, || {
            for (ix, _) in note.variant.drivers() {
                black_box(along_slider(&computed, ix, Perspective::Total, 4).unwrap());
            }
        });
    }
}
