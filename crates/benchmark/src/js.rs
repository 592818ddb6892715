//! The loops for JavaScript: one call each, so that what is measured is the engine alone.

#![allow(clippy::missing_errors_doc, reason = "an error ends the benchmark")]

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use api::failure::Failure;
use api::library::library;

use crate::business_case::BusinessCase;
use crate::maps::Map;

/// The 2018 case, loaded.
#[wasm_bindgen]
pub struct LoadedCase {
    case: BusinessCase,
}

#[wasm_bindgen]
impl LoadedCase {
    /// Loads the case.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Self, JsValue> {
        BusinessCase::load().map(|case| Self { case }).map_err(|failure| thrown(&failure))
    }

    /// The net of each year and, behind it, the payback in years.
    pub fn results(&mut self) -> Result<Vec<f64>, JsValue> {
        let (net, payback) = self.case.results().map_err(|failure| thrown(&failure))?;
        #[allow(clippy::cast_precision_loss, reason = "a cell of this note has few digits")]
        let net = net.into_iter().map(|cell| cell as f64);
        Ok(net.chain([payback.into()]).collect())
    }

    /// Changes a driver and reads the payback back, so many times.
    #[wasm_bindgen(js_name = changeAndRead)]
    pub fn change_and_read(&mut self, times: u32) -> Result<u32, JsValue> {
        self.case.change_and_read(times).map_err(|failure| thrown(&failure))
    }

    /// As `changeAndRead`, with everything computed each time.
    #[wasm_bindgen(js_name = computeEverything)]
    pub fn compute_everything(&mut self, times: u32) -> Result<u32, JsValue> {
        self.case.compute_everything(times).map_err(|failure| thrown(&failure))
    }
}

/// The maps that are timed.
#[wasm_bindgen]
pub struct Maps {
    maps: Vec<Map>,
}

#[wasm_bindgen]
impl Maps {
    /// Finds the maps' notes and drivers.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self { maps: Map::all(library()) }
    }

    /// What each map is of.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.maps.iter().map(|map| map.name.clone()).collect()
    }

    /// Computes the map at this position, so many times.
    pub fn compute(&self, position: usize, times: u32) -> Result<usize, JsValue> {
        let map = self.maps.get(position).ok_or_else(|| JsValue::from_str("there is no such map"))?;
        map.compute(times).map_err(|error| JsValue::from_str(&format!("{}: {error:?}", map.name)))
    }
}

impl Default for Maps {
    fn default() -> Self {
        Self::new()
    }
}

fn thrown(failure: &Failure) -> JsValue {
    JsValue::from_str(&failure.sentence)
}
