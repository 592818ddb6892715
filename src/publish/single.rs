//! The whole page as one file, which starts from a mail or a shared drive: no part of it is asked for.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Files, PAGE, PublishError, html, integrity, kind, text_of};
use crate::language::Language;
use crate::notes::Library;
use crate::tables;
use crate::text::Wording;

/// What starts the page, after the glue and in its module: a module of its own would have to be loaded.
pub(super) const START: &str = include_str!("single.js");

const GLUE: &str = "indsatsregner.js";
const STARTER: &str = "start.js";
/// What the glue calls the function that [`START`] calls.
const INIT: &str = "__wbg_init as default";
/// Where a browser that runs no script shows the tables; else they are hidden until the page fails.
const WITHOUT_SCRIPT: &str = "#printed { display: block; }";

/// The file.
pub(super) fn file(built: &Files, library: &Library) -> Result<String, PublishError> {
    let glue = text_of(built, GLUE)?;
    if !glue.contains(INIT) {
        return Err(PublishError::Missing(format!("{GLUE}: {INIT}")));
    }
    // It would ask for the file that it imports.
    if glue.lines().any(|line| line.starts_with("import ")) {
        return Err(PublishError::CannotStandInside(GLUE.to_owned()));
    }
    let script = inside(format!("{glue}\n{START}"), GLUE, "</script")?;
    let mut styles = vec![WITHOUT_SCRIPT.to_owned()];
    let mut links = Vec::new();
    for (name, content) in built {
        if kind(name) == "css" {
            styles.push(inside(text_of(built, name)?, name, "</style")?);
        } else if name.ends_with("icon.svg") {
            links.push(format!(r#"<link rel="icon" href="data:image/svg+xml;base64,{}">"#, STANDARD.encode(content)));
        }
    }
    let page = html::with_tags(&text_of(built, PAGE)?, "link", |_| String::new());
    let mut page = html::with_tags(&page, "script", |tag| {
        // The end tag of the one script of the page stays; it closes an element that says nothing.
        if tag.contains(STARTER) { "<script type=\"text/plain\">".to_owned() } else { tag.to_owned() }
    });
    for language in Language::ALL {
        page = page.replace(&format!("href=\"{}\"", language.wording().labels().tables_page.file), "href=\"#printed\"");
    }
    let head = format!(
        "{policy}\n{links}\n<noscript><style>{WITHOUT_SCRIPT}</style></noscript>\n{styles}\n{parts}\n\
         <script type=\"module\">{script}</script>\n</head>",
        policy = policy(&script, &styles),
        links = links.join("\n"),
        styles = styles.iter().skip(1).map(|style| format!("<style>{style}</style>")).collect::<Vec<_>>().concat(),
        parts = parts(built),
    );
    let printed = printed(library, Language::Danish.wording())?;
    let page = with(&page, "</head>", &head)?;
    with(&page, "</body>", &format!("<div id=\"printed\" hidden>\n{printed}</div>\n</body>"))
}

/// Everything that is loaded when it is needed, as data: it has to stand in the head, since the page replaces the body.
fn parts(built: &Files) -> String {
    let is_part = |name: &str| kind(name) == "wasm" || (kind(name) == "js" && name != GLUE && name != STARTER);
    let part = |(name, content): (&String, &Vec<u8>)| {
        format!("<script type=\"text/plain\" data-part=\"{name}\">{}</script>\n", STANDARD.encode(content))
    };
    built.iter().filter(|(name, _)| is_part(name)).map(part).collect::<Vec<_>>().concat()
}

/// The policy under which the file runs: its own script and styles, and no request to anywhere. A part that is loaded when
/// it is needed becomes a blob.
fn policy(script: &str, styles: &[String]) -> String {
    let styles: Vec<String> = styles.iter().map(|style| format!("'{}'", integrity(style.as_bytes()))).collect();
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}' 'wasm-unsafe-eval' \
         blob:; style-src {}; img-src data:; base-uri 'none'; form-action 'none'\">",
        integrity(script.as_bytes()),
        styles.join(" "),
    )
}

/// The printed tables, for where the page cannot start.
fn printed(library: &Library, words: &dyn Wording) -> Result<String, PublishError> {
    tables::sections(library.documents(), words).map_err(|_| PublishError::Tables)
}

/// A text that stands inside an element, which must not end there.
fn inside(text: String, name: &str, end: &str) -> Result<String, PublishError> {
    if text.contains(end) { Err(PublishError::CannotStandInside(name.to_owned())) } else { Ok(text) }
}

/// The page with the one place replaced.
fn with(page: &str, place: &str, by: &str) -> Result<String, PublishError> {
    let (before, after) = page.split_once(place).ok_or_else(|| PublishError::Missing(format!("{PAGE}: {place}")))?;
    Ok(format!("{before}{by}{after}"))
}
