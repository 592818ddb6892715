//! What chats and networks show of a link: title, sentence, language and picture, as `og:` tags. No program that reads them sees what
//! stands behind the `#`, so each note has a page of its own that says what the note answers and leads on to the calculator.

use std::fmt::Write;

use engine::answer::answer;
use engine::computed::Computed;
use engine::link;
use engine::markup::escaped;
use engine::notes::Library;
use model::evaluate::Perspective;
use model::language::Language;
use model::note::Note;
use model::scenario::Scenario;

/// The folder of the notes' own pages.
pub(super) const FOLDER: &str = "note/";

/// The name of the picture of the page itself.
pub const PICTURE: &str = "card.png";

/// The width and the height of the pictures, in pixels: what networks ask for.
pub const SIZE: (u32, u32) = (1200, 630);

/// What is shown of a link to one page.
struct Card {
    title: String,
    /// A sentence.
    description: String,
    /// The address of the page below that of the site.
    path: String,
    /// The name of its picture.
    picture: String,
}

/// The tags of the page itself. Programs take no addresses but whole ones, so without the address of the site there is no picture.
pub(super) fn of_page(site: Option<&str>, has_picture: bool) -> String {
    let entry = &words::of(Language::default()).labels().entry;
    let card = Card {
        title: entry.title.to_owned(),
        description: entry.description.to_owned(),
        path: String::new(),
        picture: PICTURE.to_owned(),
    };
    tags(&card, site.filter(|_| has_picture))
}

/// The name of the picture of a note.
#[must_use]
pub fn picture_of(note: Note<'_>) -> String {
    format!("{FOLDER}{}.png", note.variant.id)
}

/// The answer of a note as published, and the note with it.
#[must_use]
pub fn answer_of(note: Note<'_>) -> Option<String> {
    let words = words::of(Language::default());
    let computed = Computed::of(Scenario::baseline(note))?;
    Some(words.answer(&answer(&computed, Perspective::headline(note.variant))).text())
}

/// The pages of the notes, by name. `folder` is where the scripts are.
pub(super) fn pages(library: &Library, folder: &str, site: Option<&str>, has_pictures: bool) -> Vec<(String, String)> {
    let words = words::of(Language::default());
    let page = |note: Note<'_>| {
        let path = format!("{FOLDER}{}/", note.variant.id);
        let card = Card {
            title: words.note_name(note),
            description: answer_of(note)?,
            path: path.clone(),
            picture: picture_of(note),
        };
        let html = format!(
            r#"<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="{description}">
<title>{title} – {name}</title>
{tags}
<script defer src="../../{folder}/start.js" data-note="{link}"></script>
</head>
<body>
<h1>{title}</h1>
<p>{description}</p>
<p><a href="../../#{link}">{to_page}</a></p>
</body>
</html>
"#,
            code = words.code(),
            title = escaped(&card.title),
            description = escaped(&card.description),
            name = escaped(words.labels().shell.site),
            tags = tags(&card, site.filter(|_| has_pictures)),
            link = escaped(&link::print(&Scenario::baseline(note))),
            to_page = escaped(words.labels().entry.to_page),
        );
        Some((format!("{path}index.html"), html))
    };
    library.notes().filter_map(page).collect()
}

fn tags(card: &Card, site: Option<&str>) -> String {
    let words = words::of(Language::default());
    let mut tags = String::new();
    let mut tag = |name: &str, content: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(tags, "  <meta property=\"og:{name}\" content=\"{}\">", escaped(content));
    };
    tag("type", "website");
    tag("site_name", words.labels().shell.site);
    tag("title", &card.title);
    tag("description", &card.description);
    tag("locale", place(Language::default()));
    for language in Language::ALL.into_iter().filter(|language| *language != Language::default()) {
        tag("locale:alternate", place(language));
    }
    if let Some(site) = site {
        // The address may be that of the page's file.
        let site = site.rsplit_once('/').map_or(site, |(folder, _)| folder);
        tag("url", &format!("{site}/{}", card.path));
        tag("image", &format!("{site}/{}", card.picture));
        tag("image:type", "image/png");
        tag("image:width", &SIZE.0.to_string());
        tag("image:height", &SIZE.1.to_string());
        tag("image:alt", &card.description);
        tags.push_str("  <meta name=\"twitter:card\" content=\"summary_large_image\">");
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
