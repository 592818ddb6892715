//! What chats, networks and search engines show of a link: title, sentence, language and picture, as `og:` tags, and the addresses in
//! other languages. No program that reads them sees what stands behind the `#`, so each note has a page of its own in each language,
//! which is its document and leads on to the calculator, and so has the front in each language but the page's own.

use std::fmt::Write;

use engine::answer::answer;
use engine::computed::Computed;
use engine::link::{Page, Screen};
use engine::markup::escaped;
use engine::notes::Library;
use model::evaluate::Perspective;
use model::language::Language;
use model::note::Note;
use model::scenario::{Scenario, Settings};

use super::{Files, document};
use crate::addresses::{self, PAGE};
use crate::pictures::{self, Content, SIZE};

/// What is shown of a link to one page.
struct Card {
    language: Language,
    title: String,
    /// A sentence.
    description: String,
    /// The address of the page below that of the site.
    path: String,
    /// The name of its picture, and what it says; `None` where it was not drawn.
    picture: Option<(String, String)>,
    /// The link that the page leads on to, without the `#`.
    link: String,
    /// The address of the same in each language, below that of the site.
    in_languages: Vec<(Language, String)>,
    /// What the page says below its title.
    body: String,
}

/// The tags of the page itself. Programs take no addresses but whole ones, so without the address of the site there is no picture.
pub(super) fn of_page(library: &Library, site: Option<&str>, built: &Files) -> String {
    tags(&card_of_front(library, Language::default(), built), site)
}

/// The pages that chats and networks show of links, by name. `scripts` is the folder of the scripts.
pub(super) fn pages(library: &Library, scripts: &str, site: Option<&str>, built: &Files) -> Vec<(String, String)> {
    let in_language = |language: Language| {
        let front = (language != Language::default()).then(|| card_of_front(library, language, built));
        front.into_iter().chain(library.notes().filter_map(move |note| card_of_note(library, note, language, built)))
    };
    let cards = Language::ALL.into_iter().flat_map(in_language);
    cards.map(|card| (format!("{}{PAGE}", card.path), page(&card, scripts, site))).collect()
}

/// What is shown of the page itself.
fn card_of_front(library: &Library, language: Language, built: &Files) -> Card {
    let words = words::of(language);
    let content = pictures::of_front(library, words);
    let entry = &words.labels().entry;
    let path = addresses::of_front(language);
    let link = Page::of(Screen::Overview, words.choice()).screen_link(Settings::default());
    let up = to_top(&path);
    let body = format!(
        "<p>{}</p>\n<p><a href=\"{up}#{}\">{}</a></p>\n{}",
        escaped(entry.description),
        escaped(&link),
        escaped(entry.to_page),
        document::links(library.notes(), words, &up)
    );
    Card {
        language,
        title: entry.title.to_owned(),
        description: entry.description.to_owned(),
        path,
        picture: drawn(addresses::picture_of_front(language), content, built),
        link,
        in_languages: in_languages(addresses::of_front),
        body,
    }
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
    let body = document::of_note(library, note, words, &to_top(&path), &link)?;
    Some(Card {
        language,
        title: words.note_name(note),
        description: words.answer(&answer(&computed, Perspective::headline(note.variant))).text(),
        path,
        picture: drawn(addresses::picture_of_note(note, language), pictures::of_note(note, words), built),
        link,
        in_languages: in_languages(|language| addresses::of_note(note, language)),
        body,
    })
}

/// The address of the same in each language.
fn in_languages(address: impl Fn(Language) -> String) -> Vec<(Language, String)> {
    Language::ALL.into_iter().map(|language| (language, address(language))).collect()
}

/// The way from the folder of a page to that of the site.
fn to_top(path: &str) -> String {
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
        std::iter::once(addresses::of_front(language))
            .chain(library.notes().map(move |note| addresses::of_note(note, language)))
    };
    let addresses = Language::ALL.into_iter().flat_map(of_language);
    let places = addresses.map(|path| format!("<url><loc>{}</loc></url>\n", escaped(&whole(site, &path))));
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        places.collect::<String>()
    ))
}

/// The page that says what is shown, and leads on.
fn page(card: &Card, scripts: &str, site: Option<&str>) -> String {
    let words = words::of(card.language);
    let up = to_top(&card.path);
    format!(
        r#"<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{description}">
<title>{title}{suffix}</title>
{tags}
<link rel="icon" href="{up}icons/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{up}{scripts}/style.css">
<script defer src="{up}{scripts}/start.js" data-leads-to="{link}"></script>
</head>
<body>
<header class="top"><p class="site"><a href="{up}">{site_name}</a></p></header>
<main class="printed-tables">
<h1>{title}</h1>
{body}</main>
<footer><p>{foot}</p></footer>
</body>
</html>
"#,
        code = words.code(),
        title = escaped(&card.title),
        suffix = if card.title.starts_with(words.labels().shell.site) {
            String::new()
        } else {
            format!(" – {}", escaped(words.labels().shell.site))
        },
        description = escaped(&card.description),
        tags = tags(card, site),
        link = escaped(&card.link),
        site_name = escaped(words.labels().shell.site),
        body = card.body,
        foot = escaped(&words.foot(env!("CARGO_PKG_VERSION"))),
    )
}

fn tags(card: &Card, site: Option<&str>) -> String {
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
