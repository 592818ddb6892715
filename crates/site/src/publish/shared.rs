//! What chats and networks show of a link: title, sentence, language and picture, as `og:` tags. No program that reads them sees what
//! stands behind the `#`, so each note has a page of its own in each language, which says what the note answers and leads on to the
//! calculator, and so has the front in each language but the page's own.

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

use super::Files;
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
}

/// The tags of the page itself. Programs take no addresses but whole ones, so without the address of the site there is no picture.
pub(super) fn of_page(library: &Library, site: Option<&str>, built: &Files) -> String {
    tags(&card_of_front(library, Language::default(), built), site)
}

/// The pages that chats and networks show of links, by name. `scripts` is the folder of the scripts.
pub(super) fn pages(library: &Library, scripts: &str, site: Option<&str>, built: &Files) -> Vec<(String, String)> {
    let in_language = |language: Language| {
        let front = (language != Language::default()).then(|| card_of_front(library, language, built));
        front.into_iter().chain(library.notes().filter_map(move |note| card_of_note(note, language, built)))
    };
    let cards = Language::ALL.into_iter().flat_map(in_language);
    cards.map(|card| (format!("{}{PAGE}", card.path), page(&card, scripts, site))).collect()
}

/// What is shown of the page itself.
fn card_of_front(library: &Library, language: Language, built: &Files) -> Card {
    let words = words::of(language);
    let content = pictures::of_front(library, words);
    let entry = &words.labels().entry;
    Card {
        language,
        title: entry.title.to_owned(),
        description: entry.description.to_owned(),
        path: addresses::of_front(language),
        picture: drawn(addresses::picture_of_front(language), content, built),
        link: Page::of(Screen::Overview, words.choice()).screen_link(Settings::default()),
    }
}

/// A picture and what it says, where it was drawn.
fn drawn(name: String, content: Option<Content<'_>>, built: &Files) -> Option<(String, String)> {
    let says = content?.says();
    built.contains_key(&name).then_some((name, says))
}

/// What is shown of a note as published.
fn card_of_note(note: Note<'_>, language: Language, built: &Files) -> Option<Card> {
    let words = words::of(language);
    let scenario = Scenario::baseline(note);
    let computed = Computed::of(scenario.clone())?;
    Some(Card {
        language,
        title: words.note_name(note),
        description: words.answer(&answer(&computed, Perspective::headline(note.variant))).text(),
        path: addresses::of_note(note, language),
        picture: drawn(addresses::picture_of_note(note, language), pictures::of_note(note, words), built),
        link: Page::of(Screen::Note, words.choice()).link(&scenario),
    })
}

/// The page that says what is shown, and leads on.
fn page(card: &Card, scripts: &str, site: Option<&str>) -> String {
    let words = words::of(card.language);
    let up = "../".repeat(card.path.matches('/').count());
    format!(
        r#"<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<title>{title}{suffix}</title>
{tags}
<script defer src="{up}{scripts}/start.js" data-leads-to="{link}"></script>
</head>
<body>
<h1>{title}</h1>
<p>{description}</p>
<p><a href="{up}#{link}">{to_page}</a></p>
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
        to_page = escaped(words.labels().entry.to_page),
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
        // The address may be that of the page's file.
        let site = site.rsplit_once('/').map_or(site, |(folder, _)| folder);
        tag("url", &format!("{site}/{}", card.path));
        if let Some((picture, says)) = &card.picture {
            tag("image", &format!("{site}/{picture}"));
            tag("image:type", "image/png");
            tag("image:width", &SIZE.0.to_string());
            tag("image:height", &SIZE.1.to_string());
            tag("image:alt", says);
            tags.push_str("  <meta name=\"twitter:card\" content=\"summary_large_image\">");
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
