//! Numbers as JavaScript gets them.

use model::money::Thousands;
use model::note::Driver;
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// An exact decimal as text, with a decimal point and without trailing zeros: `"3.92"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Exact(#[cfg_attr(not(target_arch = "wasm32"), ts(type = "string"))] Decimal);

/// An amount in whole 1.000 kr. Costs are positive, savings negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(ts_rs::TS))]
pub struct Cell(#[cfg_attr(not(target_arch = "wasm32"), ts(type = "number"))] i64);

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Self(value.normalize())
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Exact {
    /// A value of a driver, given in the model's unit, in the unit of the screen.
    pub(crate) fn on_screen(driver: &Driver, value: Decimal) -> Self {
        value.checked_mul(driver.unit.scale()).unwrap_or(value).into()
    }
}

impl From<Thousands> for Cell {
    fn from(cell: Thousands) -> Self {
        Self(cell.get())
    }
}

/// A list of cells, one a year.
#[must_use]
pub fn cells(cells: &[Thousands]) -> Vec<Cell> {
    cells.iter().copied().map(Cell::from).collect()
}
