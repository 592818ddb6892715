//! What makes files: a wasm of its own, loaded when it is first asked for.

use std::cell::RefCell;

use js_sys::{Function, Promise, Reflect, Uint8Array};
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

thread_local! {
    /// What loads it. The page's entry hands it in, since only that knows where files lie.
    static LOADER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Hands in what loads the exports: a function without arguments that promises their module.
#[wasm_bindgen]
pub fn load_exports_with(loader: Function) {
    LOADER.set(Some(loader));
}

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
        let loader = LOADER.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
        let promise: Promise = loader.call0(&JsValue::NULL)?.dyn_into()?;
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
