//! The loops for JavaScript: one call each, so that what is measured is the engine alone.

#![allow(clippy::missing_errors_doc, reason = "an error ends the benchmark")]

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use api::failure::Failure;

use crate::business_case::BusinessCase;

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

fn thrown(failure: &Failure) -> JsValue {
    JsValue::from_str(&failure.sentence)
}
