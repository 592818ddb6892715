//! What chats, networks and search engines show of a link: title, sentence, language and picture, as `og:` tags, and the addresses in
//! other languages. No program that reads them sees what stands behind the `#`, so each note has a page of its own in each language,
//! which is its document and leads on to the calculator, and so have the screens about all notes.

use std::fmt::Write;

use engine::answer::answer;
use engine::computed::Computed;
use engine::link::{Page, Screen};
use engine::markup::escaped;
use engine::notes::Library;
use model::evaluate::Perspective;
use model::language::Language;
use model::note::{Note, Year};
use model::scenario::{Scenario, Settings};

use super::entry::Head;
use super::{Files, document, worker};
use crate::addresses;
use crate::pictures::{self, Content, SIZE};

/// What is shown of a link to one page.
pub(super) struct Card {
    pub(super) language: Language,
    pub(super) title: String,
    /// A sentence.
    pub(super) description: String,
    /// The address of the page below that of the site.
    pub(super) path: String,
    /// The name of its picture, and what it says; `None` where it was not drawn.
    picture: Option<(String, String)>,
    /// The link that the address stands for, without the `#`.
    pub(super) link: String,
    /// The address of the same in each language, below that of the site.
    in_languages: Vec<(Language, String)>,
    /// What the page shows.
    pub(super) body: String,
    /// What kind of thing it is, in the words of schema.org.
    kind: &'static str,
    /// The years that it has amounts for.
    years: Option<(Year, Year)>,
}

impl Card {
    /// What its page says in its head.
    pub(super) fn head(&self, site: Option<&str>) -> Head<'_> {
        let name = words::of(self.language).labels().shell.site;
        let is_named = self.title.starts_with(name);
        Head {
            language: self.language,
            languages: match self.language {
                _ if self.path.is_empty() => &Language::ALL,
                Language::Danish => &[Language::Danish],
                Language::English => &[Language::English],
            },
            title: if is_named { self.title.clone() } else { format!("{} – {name}", self.title) },
            description: &self.description,
            shared: tags(self, site),
        }
    }
}

/// What is shown of links to the front, to the screens about all notes and to every note, in each language: those that publishing makes
/// pages of. The first is the page itself.
pub(super) fn cards(library: &Library, built: &Files) -> Vec<Card> {
    let in_language = |language: Language| {
        let notes = library.notes().filter_map(move |note| card_of_note(library, note, language, built));
        Screen::ALL.into_iter().filter_map(move |screen| card_of_screen(library, screen, language, built)).chain(notes)
    };
    Language::ALL.into_iter().flat_map(in_language).collect()
}

/// What is shown of a screen that is not about one note. Its picture is that of the front.
fn card_of_screen(library: &Library, screen: Screen, language: Language, built: &Files) -> Option<Card> {
    let words = words::of(language);
    let content = pictures::of_front(library, words);
    let labels = words.labels();
    let path = addresses::of_screen(screen, language)?;
    let link = Page::of(screen, words.choice()).screen_link(Settings::default());
    let (title, description) = match screen {
        Screen::Overview => (labels.entry.title, labels.entry.description),
        Screen::Aims => (labels.screens.aims, labels.aims.results_help),
        Screen::Findings => (labels.screens.findings, labels.findings.help),
        Screen::Questions => (labels.screens.questions, labels.questions.help),
        Screen::Note | Screen::Compare | Screen::Method | Screen::OwnNote => return None,
    };
    let body = document::body(library, &link, words, &path, &to_top(&path))?;
    Some(Card {
        language,
        title: title.to_owned(),
        description: description.to_owned(),
        picture: drawn(addresses::picture_of_front(language), content, built),
        // The address of the page itself stands for no link: there the reader's language counts.
        link: if path.is_empty() { String::new() } else { link },
        path,
        in_languages: in_languages(|language| addresses::of_screen(screen, language).unwrap_or_default()),
        body,
        kind: if screen == Screen::Overview { "WebSite" } else { "WebPage" },
        years: None,
    })
}

/// A picture and what it says, where it was drawn.
fn drawn(name: String, content: Option<Content<'_>>, built: &Files) -> Option<(String, String)> {
    let says = content?.says();
    built.contains_key(&name).then_some((name, says))
}

/// What is shown of a note as published.
fn card_of_note(library: &Library, note: Note<'_>, language: Language, built: &Files) -> Option<Card> {
    let words = words::of(language);
    let scenario = Scenario::baseline(note);
    let computed = Computed::of(scenario.clone())?;
    let path = addresses::of_note(note, language);
    let link = Page::of(Screen::Note, words.choice()).link(&scenario);
    let body = document::body(library, &link, words, &path, &to_top(&path))?;
    Some(Card {
        language,
        title: words.note_name(note),
        description: words.answer(&answer(&computed, Perspective::headline(note.variant))).text(),
        path,
        picture: drawn(addresses::picture_of_note(note, language), pictures::of_note(note, words), built),
        link,
        in_languages: in_languages(|language| addresses::of_note(note, language)),
        body,
        kind: "Dataset",
        years: Some((note.variant.first, note.variant.last)),
    })
}

/// The address of the same in each language.
fn in_languages(address: impl Fn(Language) -> String) -> Vec<(Language, String)> {
    Language::ALL.into_iter().map(|language| (language, address(language))).collect()
}

/// The way from the folder of a page to that of the site.
pub(super) fn to_top(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// A whole address below that of the site, which may be that of the page's file.
fn whole(site: &str, path: &str) -> String {
    let folder = site.rsplit_once('/').map_or(site, |(folder, _)| folder);
    format!("{folder}/{path}")
}

/// All pages that a search engine may keep, as a sitemap; `None` without the address of the site.
pub(super) fn sitemap(library: &Library, site: Option<&str>) -> Option<String> {
    let site = site?;
    let of_language = |language: Language| {
        let screens = Screen::ALL.into_iter().filter_map(move |screen| addresses::of_screen(screen, language));
        screens.chain(library.notes().map(move |note| addresses::of_note(note, language)))
    };
    let addresses = Language::ALL.into_iter().flat_map(of_language);
    let places = addresses.map(|path| format!("<url><loc>{}</loc></url>\n", escaped(&whole(site, &path))));
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        places.collect::<String>()
    ))
}

/// What a card says in the head of its page.
pub(super) fn tags(card: &Card, site: Option<&str>) -> String {
    let words = words::of(card.language);
    let mut tags = String::new();
    let mut tag = |name: &str, content: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(tags, "  <meta property=\"og:{name}\" content=\"{}\">", escaped(content));
    };
    tag("type", "website");
    tag("site_name", words.labels().shell.site);
    tag("title", &card.title);
    tag("description", &card.description);
    tag("locale", place(card.language));
    for language in Language::ALL.into_iter().filter(|language| *language != card.language) {
        tag("locale:alternate", place(language));
    }
    if let Some(site) = site {
        tag("url", &whole(site, &card.path));
        if let Some((picture, says)) = &card.picture {
            tag("image", &whole(site, picture));
            tag("image:type", "image/png");
            tag("image:width", &SIZE.0.to_string());
            tag("image:height", &SIZE.1.to_string());
            tag("image:alt", says);
            tags.push_str("  <meta name=\"twitter:card\" content=\"summary_large_image\">\n");
        }
        // Writing to a string cannot fail.
        let _ = writeln!(tags, "  <link rel=\"canonical\" href=\"{}\">", escaped(&whole(site, &card.path)));
        for (language, path) in &card.in_languages {
            let address = escaped(&whole(site, path));
            let _ = writeln!(tags, "  <link rel=\"alternate\" hreflang=\"{}\" href=\"{address}\">", language.code());
        }
    }
    tags.trim_end().to_owned()
}

/// A language with the country whose form of it the page is in, as `og:locale` wants it.
const fn place(language: Language) -> &'static str {
    match language {
        Language::Danish => "da_DK",
        Language::English => "en_GB",
    }
}

/// What a card says to programs in the words of schema.org, about the same things that its page says.
pub(super) fn described(card: &Card, site: Option<&str>) -> String {
    let words = words::of(card.language);
    let mut facts = vec![
        ("@context", worker::js_string("https://schema.org")),
        ("@type", worker::js_string(card.kind)),
        ("name", worker::js_string(&card.title)),
        ("description", worker::js_string(&card.description)),
        ("inLanguage", worker::js_string(card.language.code())),
        ("isAccessibleForFree", "true".to_owned()),
    ];
    if let Some((first, last)) = card.years {
        facts.push(("temporalCoverage", worker::js_string(&format!("{first}/{last}"))));
        let creator = worker::js_string(words.labels().entry.creator);
        facts.push(("creator", format!("{{\"@type\":\"GovernmentOrganization\",\"name\":{creator}}}")));
    }
    if let Some(site) = site {
        facts.push(("url", worker::js_string(&whole(site, &card.path))));
    }
    let facts: Vec<String> = facts.into_iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
    // Nothing in it may end the element.
    let facts = facts.join(",").replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{{{facts}}}</script>")
}
