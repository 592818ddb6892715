//! What the page says before it has started, and where it cannot start: `index.html` and the manifest have places for it, `{{title}}`,
//! which are filled from the language files.

use engine::markup::escaped;
use model::language::Language;
use words::Labels;

/// What a page says of itself in its head.
pub(super) struct Head<'h> {
    pub(super) language: Language,
    /// The languages in which it says why there is no calculator: both, where the reader's is not known.
    pub(super) languages: &'static [Language],
    pub(super) title: String,
    pub(super) description: &'h str,
    /// What chats and networks show of a link to the page.
    pub(super) shared: String,
}

/// The text with its places filled.
pub(super) fn filled(text: &str, head: &Head<'_>) -> String {
    let labels = words::of(head.language).labels();
    let places = [
        ("language", head.language.code().to_owned()),
        ("site", escaped(labels.shell.site)),
        ("title", escaped(&head.title)),
        ("description", escaped(head.description)),
        ("shared", head.shared.clone()),
        ("no_script", paragraphs("      ", head.languages, |labels| escaped(labels.entry.no_script))),
        ("not_started", paragraphs("      ", head.languages, |labels| escaped(labels.entry.not_started))),
        ("stopped", stopped(head.language)),
        ("not_loaded", paragraphs("      ", head.languages, not_loaded)),
    ];
    places.into_iter().fold(text.to_owned(), |text, (place, words)| text.replace(&format!("{{{{{place}}}}}"), &words))
}

/// Why a part of the page is missing, and the button that loads the page again, which only a script can show.
fn not_loaded(labels: &Labels) -> String {
    let Labels { entry, .. } = labels;
    let button = format!("<button type=\"button\" hidden>{}</button>", escaped(entry.load_again));
    format!("{} {button}", escaped(entry.not_loaded))
}

/// That the page has ended with an error of its own, in its language and then in the others, with what `guard.js` fills: the link to what
/// it showed, and the ways to begin anew.
fn stopped(language: Language) -> String {
    let others = Language::ALL.into_iter().filter(|other| *other != language);
    let paragraph = |said: Language| {
        let attribute = if said == language { String::new() } else { format!(" lang=\"{}\"", said.code()) };
        let words = words::of(said);
        let entry = &words.labels().entry;
        format!(
            "<p{attribute}>{} <a>{}</a>\n      <button type=\"button\">{}</button>\n      <button type=\"button\" data-plain>{}</button></p>",
            escaped(entry.stopped),
            escaped(entry.stopped_link),
            escaped(entry.start_again),
            escaped(entry.start_plain),
        )
    };
    [language].into_iter().chain(others).map(paragraph).collect::<Vec<_>>().join("\n    ")
}

/// A paragraph in each of these languages, of which the first is that of the page: why there is no calculator, and the way to the printed tables.
pub(super) fn paragraphs(indent: &str, languages: &[Language], reason: impl Fn(&Labels) -> String) -> String {
    let paragraph = |language: &Language| {
        let words = words::of(*language);
        let labels = words.labels();
        let is_of_page = languages.first() == Some(language);
        let attribute = if is_of_page { String::new() } else { format!(" lang=\"{}\"", language.code()) };
        let link = format!("<a href=\"{}\">{}</a>", labels.tables_page.file, escaped(labels.entry.tables));
        let tables = escaped(&words.readable_tables(LINK)).replace(LINK, &link);
        format!("<p{attribute}>{}\n{indent}  {tables}</p>", reason(labels))
    };
    languages.iter().map(paragraph).collect::<Vec<_>>().join(&format!("\n{indent}"))
}

/// Stands in a sentence for the link until the sentence is escaped.
const LINK: &str = "{link}";

#[cfg(test)]
mod tests {
    use super::{Head, filled};
    use model::language::Language;

    #[test]
    fn each_language_says_why_there_is_no_calculator_and_leads_to_its_tables() {
        let page = filled(
            "<html lang=\"{{language}}\">{{no_script}}{{other}}",
            &Head {
                language: Language::Danish,
                languages: &Language::ALL,
                title: String::new(),
                description: "",
                shared: String::new(),
            },
        );
        assert!(page.starts_with("<html lang=\"da\"><p>"), "{page}");
        assert!(page.ends_with("{{other}}"), "{page}");
        for language in Language::ALL {
            let link = format!("<a href=\"{}\">", words::of(language).labels().tables_page.file);
            assert_eq!(page.matches(&link).count(), 1, "{page}");
        }
    }
}
