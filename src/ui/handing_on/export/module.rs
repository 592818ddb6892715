//! The exports module: a separate WebAssembly file that writes and reads files, loaded when it is first needed.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The global JavaScript function that loads a part of the page by name. `start.js` and the single-file page define it.
const LOADER: &str = "loadPart";

/// The loaded exports module.
pub(super) struct Exports(JsValue);

/// The result of opening a scenario file.
pub(super) struct Opened {
    /// The link to the file's scenario, without the `#`.
    pub(super) link: String,
    /// A sentence on each thing in the file that was changed or left out.
    pub(super) remarks: Vec<String>,
}

impl Exports {
    /// Loads the module, unless it is loaded already.
    pub(super) async fn load() -> Result<Self, JsValue> {
        let loader: Function = Reflect::get(&js_sys::global(), &LOADER.into())?.dyn_into()?;
        let promise: Promise = loader.call1(&JsValue::NULL, &"exports".into())?.dyn_into()?;
        JsFuture::from(promise).await.map(Self)
    }

    fn call(&self, name: &str, arguments: &[&str]) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.0, &name.into())?.dyn_into()?;
        function.apply(&self.0, &arguments.iter().map(|argument| JsValue::from_str(argument)).collect())
    }

    /// Writes the scenario of a full address to a file. `maker` is the name of the function that does, `day` an ISO date, and `language`
    /// the code of the page's language.
    pub(super) fn write(&self, maker: &str, address: &str, day: &str, language: &str) -> Result<Uint8Array, JsValue> {
        self.call(maker, &[address, day, language])?.dyn_into()
    }

    /// Opens the text of a scenario file. The error is a sentence on why it cannot be opened.
    pub(super) fn open(&self, text: &str, language: &str) -> Result<Opened, JsValue> {
        let opened = self.call("open", &[text, language])?;
        let link = Reflect::get(&opened, &"link".into())?.as_string().ok_or(JsValue::NULL)?;
        let remarks: Array = Reflect::get(&opened, &"remarks".into())?.dyn_into()?;
        Ok(Opened { link, remarks: remarks.iter().filter_map(|remark| remark.as_string()).collect() })
    }
}
