//! The program that writes and reads the files of scenarios.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::ui::programs::program::Program;
use engine::notes::Library;

/// The loaded program, which knows the notes of the page.
pub(crate) struct Exports(Program);

/// What a scenario file leads to.
pub(crate) struct Opened {
    /// The link to the file's scenario, without the `#`.
    pub(crate) link: String,
    /// A sentence on each thing in the file that was changed or left out.
    pub(crate) remarks: Vec<String>,
}

impl Exports {
    /// Loads the program, unless it is loaded already, and tells it of the notes that a reader has brought.
    pub(crate) async fn load(library: &Library) -> Result<Self, JsValue> {
        let program = Program::load("exports").await?;
        if !library.handed_on().is_empty() {
            program.call("bring", &[Uint8Array::from(library.handed_on()).into()])?;
        }
        Ok(Self(program))
    }

    fn call(&self, name: &str, arguments: &[&str]) -> Result<JsValue, JsValue> {
        let arguments: Vec<JsValue> = arguments.iter().map(|argument| JsValue::from_str(argument)).collect();
        self.0.call(name, &arguments)
    }

    /// Writes the scenario of a full address to a file. `maker` is the name of the function that does, `day` an ISO date, and `language`
    /// the code of the page's language.
    pub(crate) fn write(&self, maker: &str, address: &str, day: &str, language: &str) -> Result<Uint8Array, JsValue> {
        self.call(maker, &[address, day, language])?.dyn_into()
    }

    /// Opens the text of a scenario file. The error is a sentence on why it cannot be opened.
    pub(crate) fn open(&self, text: &str, language: &str) -> Result<Opened, JsValue> {
        let opened = self.call("open", &[text, language])?;
        let link = Reflect::get(&opened, &"link".into())?.as_string().ok_or(JsValue::NULL)?;
        let remarks: Array = Reflect::get(&opened, &"remarks".into())?.dyn_into()?;
        Ok(Opened { link, remarks: remarks.iter().filter_map(|remark| remark.as_string()).collect() })
    }
}
