//! The calculation for JavaScript: what a link leads to, as plain objects. There is no logic here.

use std::sync::LazyLock;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use engine::computed;
use engine::figures::Figures;
use engine::link;
use engine::notes::Library;
use model::evaluate::Outcome;

/// The notes, decoded at the first call: decoding them takes many times as long as a computation.
static LIBRARY: LazyLock<Option<Library>> = LazyLock::new(|| Library::embedded().ok());

/// What a link leads to.
#[derive(Serialize)]
struct Computed {
    /// The link that the page itself would give this scenario.
    link: String,
    /// How many things in the link could not be applied.
    notices: usize,
    outcome: Outcome,
    figures: Figures,
}

/// Computes the outcome and the key figures of a link, which is the text behind `#`. Amounts are in 1.000 kr. Decimals
/// are text.
///
/// # Errors
/// A sentence if the notes cannot be read or the scenario has no outcome. Neither happens to a page that was built.
#[wasm_bindgen]
pub fn compute(link: &str) -> Result<JsValue, JsValue> {
    let computed = opened(link).ok_or_else(|| JsValue::from_str("there is no outcome"))?;
    serde_wasm_bindgen::to_value(&computed).map_err(JsValue::from)
}

fn opened(link: &str) -> Option<Computed> {
    let opened = link::open(LIBRARY.as_ref()?, link)?;
    let computed::Computed { scenario, outcome, figures } = opened.own;
    Some(Computed { link: link::print(&scenario), notices: opened.notices.len(), outcome, figures })
}
