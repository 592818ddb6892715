//! Runs something repeatedly and keeps the times.

use std::time::{Duration, Instant};

/// How many samples are kept.
const SAMPLES: u32 = 101;

/// How long a sample lasts at least: long beside what the clock can tell, short beside what other programs interrupt.
const AT_LEAST: Duration = Duration::from_millis(2);

/// How many times something runs in a sample at most.
const MOST_RUNS: u32 = 1 << 20;

/// The nanoseconds that one run of something takes, once for each sample. `run` is told how many times to run.
///
/// # Errors
/// Those of `run`.
pub fn samples<E>(mut run: impl FnMut(u32) -> Result<(), E>) -> Result<Vec<f64>, E> {
    let mut runs = 1_u32;
    while runs < MOST_RUNS {
        let start = Instant::now();
        run(runs)?;
        if start.elapsed() >= AT_LEAST {
            break;
        }
        runs = runs.saturating_mul(2);
    }
    let each = (0..SAMPLES).map(|_| {
        let start = Instant::now();
        run(runs)?;
        Ok(start.elapsed().as_secs_f64() * 1e9 / f64::from(runs))
    });
    each.collect()
}
