//! The whole page as one file. It loads no other file, so it opens from a mail or a shared drive.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Files, GLUE, PAGE, PublishError, extension, html, integrity, text_of};
use crate::tables;
use engine::notes::Library;
use model::language::Language;
use words::Words;

/// The script that starts the page. It follows the glue in the same module, since a module of its own would have to be
/// loaded.
pub(super) const START: &str = include_str!("single.js");

const STARTER: &str = "start.js";
/// The line of the glue that exports the function that [`START`] calls.
const INIT: &str = "__wbg_init as default";
/// Shows the printed tables where the browser runs no scripts. Otherwise they stay hidden unless the page fails to
/// start.
const WITHOUT_SCRIPT: &str = "#printed { display: block; }";

/// The content of the file.
pub(super) fn file(built: &Files, library: &Library) -> Result<String, PublishError> {
    let glue = text_of(built, GLUE)?;
    if !glue.contains(INIT) {
        return Err(PublishError::Missing(format!("{GLUE}: {INIT}")));
    }
    // An import would load another file.
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err(PublishError::CannotStandInside(GLUE.to_owned()));
    }
    let script = without_end_tag(format!("{glue}\n{START}"), GLUE, "</script")?;
    let mut styles = vec![WITHOUT_SCRIPT.to_owned()];
    let mut links = Vec::new();
    for (name, content) in built {
        if extension(name) == "css" {
            styles.push(without_end_tag(text_of(built, name)?, name, "</style")?);
        } else if name.ends_with("icon.svg") {
            links.push(format!(r#"<link rel="icon" href="data:image/svg+xml;base64,{}">"#, STANDARD.encode(content)));
        }
    }
    let page = html::with_tags(&text_of(built, PAGE)?, "link", |_| String::new());
    let mut page = html::with_tags(&page, "script", |tag| {
        // The end tag of the page's only script remains. It closes an empty element that does nothing.
        if tag.contains(STARTER) { "<script type=\"text/plain\">".to_owned() } else { tag.to_owned() }
    });
    for language in Language::ALL {
        page =
            page.replace(&format!("href=\"{}\"", words::of(language).labels().tables_page.file), "href=\"#printed\"");
    }
    let head = format!(
        "{policy}\n{links}\n<noscript><style>{WITHOUT_SCRIPT}</style></noscript>\n{styles}\n{parts}\n\
         <script type=\"module\">{script}</script>\n</head>",
        policy = policy(&script, &styles),
        links = links.join("\n"),
        styles = styles.iter().skip(1).map(|style| format!("<style>{style}</style>")).collect::<Vec<_>>().concat(),
        parts = parts(built),
    );
    let printed = printed(library, words::of(Language::Danish))?;
    let page = replaced(&page, "</head>", &head)?;
    replaced(&page, "</body>", &format!("<div id=\"printed\" hidden>\n{printed}</div>\n</body>"))
}

/// The wasm, and the parts that are started on demand, as data. They are placed in the head, because the page replaces
/// the body.
fn parts(built: &Files) -> String {
    let is_script_part = |name: &str| extension(name) == "js" && name != GLUE && name != STARTER;
    let is_part = |name: &str| extension(name) == "wasm" || is_script_part(name);
    let part = |(name, content): (&String, &Vec<u8>)| {
        format!("<script type=\"text/plain\" data-part=\"{name}\">{}</script>\n", STANDARD.encode(content))
    };
    built.iter().filter(|(name, _)| is_part(name)).map(part).collect::<Vec<_>>().concat()
}

/// The Content Security Policy of the file. It allows the script and the styles of the file itself and no requests.
/// `blob:` is allowed because a part that is started on demand is imported from a blob.
fn policy(script: &str, styles: &[String]) -> String {
    let style_hashes: Vec<String> = styles.iter().map(|style| format!("'{}'", integrity(style.as_bytes()))).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}' 'wasm-unsafe-eval' \
         blob:; style-src {}; img-src data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'\">",
        integrity(script.as_bytes()),
        style_hashes.join(" "),
    )
}

/// The printed tables, which are shown where the page cannot start.
fn printed(library: &Library, words: Words) -> Result<String, PublishError> {
    tables::sections(library.documents(), words).map_err(|_| PublishError::Tables)
}

/// The text itself, or an error where it contains the end tag of the element that it will be placed in.
fn without_end_tag(text: String, name: &str, end_tag: &str) -> Result<String, PublishError> {
    if text.contains(end_tag) { Err(PublishError::CannotStandInside(name.to_owned())) } else { Ok(text) }
}

/// The page with the first occurrence of `place` replaced.
fn replaced(page: &str, place: &str, replacement: &str) -> Result<String, PublishError> {
    let (before, after) = page.split_once(place).ok_or_else(|| PublishError::Missing(format!("{PAGE}: {place}")))?;
    Ok(format!("{before}{replacement}{after}"))
}
