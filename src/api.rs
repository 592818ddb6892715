//! The JavaScript side: what a link leads to, as plain objects. No logic, only the way across.

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::computed;
use crate::evaluate::Outcome;
use crate::figures::Figures;
use crate::link;
use crate::notes::Library;

/// What a link leads to.
#[derive(Serialize)]
struct Computed {
    /// The page's own link to the same.
    link: String,
    /// How many things in the link could not be applied.
    notices: usize,
    outcome: Outcome,
    figures: Figures,
}

/// Computes what a link, the text behind `#`, leads to: its outcome and key figures. Amounts are in 1.000 kr., decimals are
/// text.
///
/// # Errors
/// A sentence, when the notes cannot be read or the scenario has no outcome; neither happens to a page as built.
#[wasm_bindgen]
pub fn compute(link: &str) -> Result<JsValue, JsValue> {
    let computed = of(link).ok_or_else(|| JsValue::from_str("there is no outcome"))?;
    serde_wasm_bindgen::to_value(&computed).map_err(JsValue::from)
}

fn of(link: &str) -> Option<Computed> {
    let library = Library::embedded().ok()?;
    let opened = link::open(&library, link)?;
    let computed::Computed { scenario, outcome, figures } = opened.own;
    Some(Computed { link: link::print(&scenario), notices: opened.notices.len(), outcome, figures })
}
