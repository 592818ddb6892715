//! Maps of two drivers, each with a result at every point.

use engine::notes::Library;
use engine::sensitivity::map;
use model::evaluate::{EvaluateError, Perspective};
use model::note::DriverIx;
use model::scenario::Scenario;

/// The notes, whether with another note's savings, and the drivers across and upwards.
const MAPS: [(&str, Savings, [&str; 2]); 5] = [
    ("ips-2018", Savings::Own, ["citizens", "effect"]),
    ("ips-2018", Savings::Own, ["citizens", "caseload"]),
    ("ips-2018", Savings::Own, ["effect", "years"]),
    ("bi07-2022-a", Savings::Borrowed, ["citizens", "effect"]),
    ("bi10-2026", Savings::Borrowed, ["citizens", "prices"]),
];

/// Whose savings a note counts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Savings {
    Own,
    Borrowed,
}

/// A note's baseline and two of its drivers.
#[derive(Debug, Clone)]
pub struct Map {
    /// The note and its drivers, by their ids.
    pub name: String,
    scenario: Scenario<'static>,
    across: DriverIx,
    upwards: DriverIx,
}

impl Map {
    /// Every map that is timed; a note or driver that is not in the library has none.
    #[must_use]
    pub fn all(library: &'static Library) -> Vec<Self> {
        let maps = MAPS.into_iter().filter_map(|(id, savings, [across, upwards])| {
            let note = match savings {
                Savings::Own => library.find(id),
                Savings::Borrowed => library.with_savings(id),
            }?;
            let driver = |id| note.variant.find_driver(id);
            let name = format!("{id}, {across} × {upwards}");
            Some(Self { name, scenario: Scenario::baseline(note), across: driver(across)?, upwards: driver(upwards)? })
        });
        maps.collect()
    }

    /// Computes the map, so many times. Gives how many of its points are paid back within the horizon, so that none can be
    /// left out.
    ///
    /// # Errors
    /// A point has no outcome.
    pub fn compute(&self, times: u32) -> Result<usize, EvaluateError> {
        (0..times).try_fold(0_usize, |sum, _| {
            let grid = map(std::hint::black_box(&self.scenario), self.across, self.upwards, Perspective::Total)?;
            Ok(sum.saturating_add(grid.cells.iter().filter(|point| point.years.is_some()).count()))
        })
    }
}
