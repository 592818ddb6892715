//! The documents of the front, of the other screens of the whole city and of each note, in each language: what the page itself shows there, written into HTML at build. It is
//! what whoever has no calculator gets of an address: a search engine, a printer, a browser without scripts, and every reader until the
//! calculator runs and takes its place.

use std::collections::BTreeSet;

use engine::link::{self, Page, Screen};
use engine::markup::escaped;
use engine::notes::Library;
use indsatsregner::ui::document::document;
use model::note::Note;
use model::scenario::{Scenario, Settings};
use words::Words;

use crate::addresses;

/// Where the document stands in its page.
const BEGIN: &str = "<!-- document -->";
const END: &str = "<!-- /document -->";
/// What begins the id of an element.
const ID: &str = " id=\"";
/// What begins a link to what a scenario shows.
const LINK: &str = " href=\"#";

/// What the page shows of a link, below the folder that `up` leads out of. `path` is that folder. Links to what has a document of its
/// own lead there.
pub(super) fn body(library: &Library, link: &str, words: Words, path: &str, up: &str) -> Option<String> {
    let shown = document(link)?;
    let mut parts = shown.split(LINK);
    let mut body = parts.next()?.to_owned();
    for part in parts {
        let (to, rest) = part.split_once('"')?;
        let address = address(library, &to.replace("&amp;", "&"), words, path).map(|address| match address.as_str() {
            "" if up.is_empty() => "./".to_owned(),
            address => format!("{up}{}", escaped(address)),
        });
        body.extend([" href=\"", &address.unwrap_or_else(|| format!("#{to}")), "\"", rest]);
    }
    Some(each_id_once(&body))
}

/// The text in which no element has the id of one before it: of what stands in two places, one is shown.
fn each_id_once(body: &str) -> String {
    let mut seen = BTreeSet::new();
    let mut parts = body.split(ID);
    let mut once = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once('"').unwrap_or((part, ""));
        if seen.insert(id) {
            once.extend([ID, id, "\""]);
        }
        once.push_str(rest);
    }
    once
}

/// The address of the document that a link leads to, below that of the site; `None` where it has none, or where it is the one at
/// `path` and something more is shown of it.
fn address(library: &Library, to: &str, words: Words, path: &str) -> Option<String> {
    let opened = link::open(library, to)?;
    let page = opened.page;
    let language = if page.is_language_said { page.language } else { words.language() };
    let plain = Page::of(page.screen, page.language_choice());
    let scenario = opened.own.scenario;
    if scenario.differs() || scenario.settings() != Settings::default() || !opened.notices.is_empty() {
        return None;
    }
    let (folder, whole) = match page.screen {
        Screen::Note => {
            let note = library.find(&scenario.note().variant.id)?;
            (addresses::of_note(note, language), plain.link(&Scenario::baseline(note)))
        }
        screen => (addresses::of_screen(screen, language)?, plain.screen_link(Settings::default())),
    };
    match (to == whole, folder == path) {
        (true, _) => Some(folder),
        (false, true) => None,
        (false, false) => Some(format!("{folder}#{to}")),
    }
}

/// The page with a document in it. `opens` is the link that the document is of, and `described` says it to programs.
pub(super) fn page(page: &str, opens: &str, described: &str, document: &str, words: Words) -> String {
    let entry = &words.labels().entry;
    // `start.js` shows one of them where the link says something else than the document.
    let says = |id: &str, text: &str| format!("<p id=\"{id}\" class=\"until-alive\" hidden>{}</p>\n", escaped(text));
    let (as_published, on_its_way) = (says("as-published", entry.as_published), says("on-its-way", entry.on_its_way));
    let page = page.replace("<html ", &format!("<html data-opens=\"{}\" ", escaped(opens)));
    // The document has a heading of its own.
    let (head, body) = page.split_once("<body>").unwrap_or((&page, ""));
    let body = without(body, "<h1>", "</h1>");
    format!(
        "{head}<body data-document>{}",
        body.replace("</body>", &format!("{BEGIN}\n{described}\n{as_published}{on_its_way}{document}\n{END}\n</body>"))
    )
}

/// The page without the document that was put into it.
#[must_use]
pub fn without_document(page: &str) -> String {
    let page = without(page, " data-opens=\"", "\"");
    without(&page.replace("<body data-document>", "<body>"), BEGIN, END)
}

/// The text without all that stands between the two.
fn without(text: &str, from: &str, until: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        left.push_str(before);
        rest = after.split_once(until).map_or("", |(_, after)| after);
    }
    left.push_str(rest);
    left
}

/// Links to the documents of notes.
pub(crate) fn links<'n>(notes: impl Iterator<Item = Note<'n>>, words: Words, up: &str) -> String {
    let link = |note: Note<'_>| {
        let address = addresses::of_note(note, words.language());
        format!("<li><a href=\"{up}{}\">{}</a></li>\n", escaped(&address), escaped(&words.note_name(note)))
    };
    format!("<ul class=\"dashes\">\n{}</ul>\n", notes.map(link).collect::<String>())
}
