//! The pieces of the page's wasm that arrive later, in the glue of the one that starts it. What cuts the wasm writes a script for them;
//! it becomes part of the glue, which spares a request, and asks for a piece through the page's own loader, which the one file has too.

use super::{Files, GLUE, PublishError, text_of};

/// The script that the cut writes.
const SCRIPT: &str = "__wasm_split.js";
/// What names it in the glue, before and after the name that the glue has for it.
const IMPORT: (&str, &str) = ("import * as ", " from \"./__wasm_split.js\"");
/// What it names of the glue.
const OF_GLUE: &str = "import { initSync } from \"./indsatsregner.js\";";
const EXPORT: &str = "export const ";
/// How it asks for a piece, before and after the name of the file.
const ASKS: (&str, &str) = (
    "() => {\n    const src = fetch(new URL(\"./",
    "\", import.meta.url));\n    src.catch(() => {});\n    return async (imports) => (WebAssembly.instantiateStreaming(src, \
     imports));\n}",
);

/// Makes the script of the pieces a part of the glue. Where the wasm is whole, there is nothing to do.
///
/// # Errors
/// Returns [`PublishError`] where the script is not of the form that is known.
pub(super) fn put_into_glue(built: &mut Files) -> Result<(), PublishError> {
    if !built.contains_key(SCRIPT) {
        return Ok(());
    }
    let (script, glue) = (text_of(built, SCRIPT)?, text_of(built, GLUE)?);
    let joined = joined(&glue, &script)?;
    built.insert(GLUE.to_owned(), joined.into_bytes());
    built.remove(SCRIPT);
    Ok(())
}

fn joined(glue: &str, script: &str) -> Result<String, PublishError> {
    let missing = |what: &str| PublishError::Missing(format!("{SCRIPT}: {what}"));
    let script = script.strip_prefix(OF_GLUE).ok_or_else(|| missing(OF_GLUE))?;
    let mut parts = script.split(ASKS.0);
    let mut own = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(ASKS.1).ok_or_else(|| missing(ASKS.1))?;
        own.extend(["() => loadPiece(\"", name, "\")", rest]);
    }
    if own.contains("fetch(") {
        return Err(missing(ASKS.0));
    }
    let names = own.split(EXPORT).skip(1).filter_map(|rest| rest.split_once(' ').map(|(name, _)| name));
    let names = names.collect::<Vec<_>>().join(", ");
    if names.is_empty() {
        return Err(missing(EXPORT));
    }
    let pieces =
        format!("const pieces = (() => {{\n{}\nreturn {{ {names} }};\n}})();\n", own.replace(EXPORT, "const "));
    let line = |line: &str| match line.strip_prefix(IMPORT.0).and_then(|line| line.trim_end().strip_suffix(IMPORT.1)) {
        Some(name) => format!("const {name} = pieces;\n"),
        None => line.to_owned(),
    };
    Ok(format!("{pieces}{}", glue.split_inclusive('\n').map(line).collect::<String>()))
}

#[cfg(test)]
mod tests {
    use super::joined;

    const GLUE: &str = "import * as import1 from \"./__wasm_split.js\"\nimports[\"./__wasm_split.js\"] = import1;\n";
    const SCRIPT: &str = "import { initSync } from \"./indsatsregner.js\";\n\nexport const load = wrap(() => {\n    const src = \
                          fetch(new URL(\"./split_below.wasm\", import.meta.url));\n    src.catch(() => {});\n    return async \
                          (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}\n, []);\n";

    #[test]
    fn the_script_of_the_pieces_is_part_of_the_glue_and_asks_through_the_loader() {
        let joined = joined(GLUE, SCRIPT).unwrap();
        assert!(!joined.contains("import {") && !joined.contains("fetch("), "{joined}");
        for expected in [
            "const load = wrap(() => loadPiece(\"split_below.wasm\")\n, []);",
            "return { load };",
            "const import1 = pieces;",
        ] {
            assert!(joined.contains(expected), "{joined}");
        }
    }

    #[test]
    fn a_script_of_another_form_is_not_published() {
        let error = joined(GLUE, &SCRIPT.replace("src.catch", "src.then")).unwrap_err();
        assert!(error.to_string().contains("__wasm_split.js"), "{error}");
    }
}
