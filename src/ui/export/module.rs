//! What makes files: a wasm of its own, loaded when it is first asked for.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What starts a part of the page by name, as the page's entry or the one file has it.
const LOADER: &str = "loadPart";

/// What makes files, ready to be called.
pub(super) struct Exports(JsValue);

/// What a scenario file leads to.
#[derive(Deserialize)]
pub(super) struct Opened {
    /// The link, without the `#`.
    pub(super) link: String,
    /// A sentence on each thing that was not used as it stands.
    pub(super) remarks: Vec<String>,
}

impl Exports {
    /// Loads them, where that has not happened yet.
    pub(super) async fn load() -> Result<Self, JsValue> {
        let loader: Function = Reflect::get(&js_sys::global(), &LOADER.into())?.dyn_into()?;
        let promise: Promise = loader.call1(&JsValue::NULL, &"exports".into())?.dyn_into()?;
        JsFuture::from(promise).await.map(Self)
    }

    fn call(&self, name: &str, first: &str, second: &str) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.0, &name.into())?.dyn_into()?;
        function.call2(&self.0, &first.into(), &second.into())
    }

    /// A file of the scenario at a whole address, by the name of its kind.
    pub(super) fn write(&self, kind: &str, address: &str, day: &str) -> Result<Uint8Array, JsValue> {
        self.call(kind, address, day)?.dyn_into()
    }

    /// What a scenario file leads to; as an error the sentence on why it leads nowhere.
    pub(super) fn open(&self, text: &str, language: &str) -> Result<Opened, JsValue> {
        let opened = self.call("open", text, language)?;
        serde_wasm_bindgen::from_value(opened).map_err(JsValue::from)
    }
}
