//! The 2018 case, with a driver that changes.

use api::edge::{Given, Number};
use api::failure::Failure;
use api::library::library;
use api::loaded::Loaded;
use api::opening::followed;
use engine::computed::Computed;
use engine::payback::{Convention, Payback};
use model::evaluate::Perspective;
use rust_decimal::prelude::ToPrimitive;

/// The link of the case.
const LINK: &str = "v=1&note=ips-2018";

/// The driver that changes.
const DRIVER: &str = "caseload";

/// The lowest value that it takes, in citizens per consultant.
const LOWEST: u32 = 20;

/// How many whole values it takes from there on, one after another.
const VALUES: u32 = 10;

/// The case, loaded.
#[derive(Debug, Clone)]
pub struct BusinessCase {
    loaded: Loaded<'static>,
}

impl BusinessCase {
    /// Loads the case.
    ///
    /// # Errors
    /// The notes cannot be read.
    pub fn load() -> Result<Self, Failure> {
        Ok(Self { loaded: Loaded::new(followed(library(), LINK)?) })
    }

    /// The net of each year, in 1.000 kr., and the payback in years, 0 where there is none.
    ///
    /// # Errors
    /// The case has no outcome.
    pub fn results(&mut self) -> Result<(Vec<i64>, u32), Failure> {
        let net = self.loaded.view(Perspective::Total)?.net.iter().map(|cell| cell.get()).collect();
        Ok((net, years(self.loaded.payback(Perspective::Total)?)))
    }

    /// Changes the driver and reads the payback back, so many times. Gives the sum of the paybacks, so that none can be left
    /// out.
    ///
    /// # Errors
    /// The case has no outcome.
    pub fn change_and_read(&mut self, times: u32) -> Result<u32, Failure> {
        (0..times).try_fold(0_u32, |sum, time| {
            self.change(time)?;
            Ok(sum.saturating_add(years(self.loaded.payback(Perspective::Total)?)))
        })
    }

    /// As [`Self::change_and_read`], but everything that follows from the scenario is computed each time: every line, effort
    /// and perspective, and the key figures.
    ///
    /// # Errors
    /// The case has no outcome.
    pub fn compute_everything(&mut self, times: u32) -> Result<u32, Failure> {
        (0..times).try_fold(0_u32, |sum, time| {
            self.change(time)?;
            let payback = Computed::of(self.loaded.scenario().clone())
                .map_or(0, |computed| years(computed.payback(Perspective::Total, Convention::FirstYear)));
            Ok(sum.saturating_add(payback))
        })
    }

    fn change(&mut self, time: u32) -> Result<(), Failure> {
        let value = LOWEST.saturating_add(time.checked_rem(VALUES).unwrap_or_default());
        self.loaded.set(DRIVER, Given(Some(Number(value.into()))))
    }
}

fn years(payback: Payback) -> u32 {
    match payback {
        Payback::Reached { years, .. } => years.to_u32().unwrap_or_default(),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => 0,
    }
}
