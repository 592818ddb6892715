//! A program of the page as JavaScript has it.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The function of the page's guard (`publish/guard.js`) that loads a program, anew where one has ended with an error, and returns a promise
/// of its exports.
const LOADER: &str = "loadProgram";

/// A program that is loaded.
pub(crate) struct Program(JsValue);

impl Program {
    /// Loads the program with this name, unless it is loaded already.
    pub(crate) async fn load(name: &str) -> Result<Self, JsValue> {
        let loader: Function = Reflect::get(&js_sys::global(), &LOADER.into())?.dyn_into()?;
        let promise: Promise = loader.call1(&JsValue::NULL, &name.into())?.dyn_into()?;
        JsFuture::from(promise).await.map(Self)
    }

    /// Calls one of its functions.
    pub(crate) fn call(&self, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.0, &name.into())?.dyn_into()?;
        function.apply(&self.0, &arguments.iter().collect())
    }
}
