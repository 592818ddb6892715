//! Reads the notes that readers bring. It is a wasm of its own, which the page loads only when a reader opens a file.
//!
//! `loadPart` in `src/start.js` starts it, and `ui::programs::own_notes` calls it.

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "wasm-bindgen exports only what is public")]
mod browser {
    use serde::{Serialize, Serializer};
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    use model::language::Language;

    /// What became of a file. Either it has problems, or the rest is there.
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Answer {
        #[serde(serialize_with = "as_bytes")]
        handed_on: Vec<u8>,
        note: String,
        says: String,
        remarks: Vec<String>,
        problems: Vec<Problem>,
    }

    #[derive(Serialize)]
    struct Problem {
        line: u32,
        column: u32,
        passage: String,
        sentence: String,
    }

    #[allow(clippy::ptr_arg, reason = "the signature that serde's `serialize_with` asks for")]
    fn as_bytes<S: Serializer>(bytes: &Vec<u8>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    /// Reads a file with a note: see [`own_notes::read`]. `language` is the code of the reader's language. Line and column are 0 where a
    /// problem is one of the whole file.
    ///
    /// # Errors
    /// Only where the answer cannot be handed to JavaScript.
    #[wasm_bindgen]
    pub fn read(file: &[u8], name: &str, handed_on: &[u8], language: &str) -> Result<JsValue, JsValue> {
        let words = words::of(Language::of(language).unwrap_or_default());
        let answer = match own_notes::read(file, name, handed_on, words) {
            Ok(own_notes::Read { handed_on, note, says, remarks }) => {
                Answer { handed_on, note, says, remarks, problems: Vec::new() }
            }
            Err(problems) => {
                let problem = |own_notes::Problem { place, passage, sentence }| {
                    let (line, column) = place.unwrap_or_default();
                    Problem { line, column, passage, sentence }
                };
                let problems = problems.into_iter().map(problem).collect();
                Answer {
                    handed_on: Vec::new(),
                    note: String::new(),
                    says: String::new(),
                    remarks: Vec::new(),
                    problems,
                }
            }
        };
        serde_wasm_bindgen::to_value(&answer).map_err(JsValue::from)
    }
}

fn main() {}
