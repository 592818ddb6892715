//! The whole page as one file with the reader's notes inside.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::ui::bringing::files::bytes_of;
use crate::ui::browser::window::window;
use crate::ui::handing_on::save::download_bytes;
use engine::link;
use engine::markup::escaped;
use engine::notes::BroughtFile;

/// What the file is called.
const NAME: &str = "indsatsregner.html";
/// The function that gives a file of the page as text, by its address below the page's own. `src/start.js` and the one file define it.
const READER: &str = "readPart";

/// The text of a file that was published with the page.
pub(crate) async fn fetched(address: &str) -> Result<String, JsValue> {
    let reader: Function = Reflect::get(&js_sys::global(), &READER.into())?.dyn_into()?;
    let promise: Promise = reader.call1(&JsValue::NULL, &address.into())?.dyn_into()?;
    JsFuture::from(promise).await?.as_string().ok_or(JsValue::NULL)
}

/// Has the browser save the whole page with these notes inside.
pub(crate) async fn save_page(files: &[BroughtFile]) -> Result<(), JsValue> {
    let page = with_notes(&fetched(NAME).await?, files)?;
    let name = files.last().map_or(NAME.to_owned(), |file| link::page_with_notes(&file.document));
    download_bytes(&bytes_of(&page), "text/html;charset=utf-8", &name)
}

/// The page with these notes inside and no others. They are data: no browser runs them.
fn with_notes(page: &str, files: &[BroughtFile]) -> Result<String, JsValue> {
    const HEAD: &str = "<head>";
    let page = without_notes(page);
    let (before, after) = page.split_once(HEAD).ok_or(JsValue::NULL)?;
    let window = window().ok_or(JsValue::NULL)?;
    let mut notes = String::new();
    for file in files {
        // What the browser takes for base64 has a letter for each byte.
        let bytes: String = file.text.bytes().map(char::from).collect();
        let name = escaped(&file.name);
        for part in [BEGINNING, "\"", &name, "\">", &window.btoa(&bytes)?, END, "\n"] {
            notes.push_str(part);
        }
    }
    Ok(format!("{before}{HEAD}\n{notes}{after}"))
}

const BEGINNING: &str = "<script type=\"text/plain\" data-note=";
const END: &str = "</script>";

fn without_notes(page: &str) -> String {
    let mut parts = page.split(BEGINNING);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once(END)).fold(first, |page, (_, rest)| page + rest)
}
