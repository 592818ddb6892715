//! What the page says before it has started, and where it cannot start: `index.html` and the manifest have places for it, `{{title}}`,
//! which are filled from the language files.

use engine::markup::escaped;
use model::language::Language;
use words::Labels;

/// The text with its places filled. `shared` is what chats and networks show of a link to the page.
pub(super) fn filled(text: &str, shared: &str) -> String {
    let language = Language::default();
    let labels = words::of(language).labels();
    let places = [
        ("language", language.code().to_owned()),
        ("site", escaped(labels.shell.site)),
        ("title", escaped(labels.entry.title)),
        ("description", escaped(labels.entry.description)),
        ("shared", shared.to_owned()),
        ("no_script", paragraphs("      ", |labels| escaped(labels.entry.no_script))),
        ("not_started", paragraphs("      ", |labels| escaped(labels.entry.not_started))),
        ("not_loaded", paragraphs("      ", not_loaded)),
    ];
    places.into_iter().fold(text.to_owned(), |text, (place, words)| text.replace(&format!("{{{{{place}}}}}"), &words))
}

/// Why a part of the page is missing, and the button that loads the page again, which only a script can show.
fn not_loaded(labels: &Labels) -> String {
    let Labels { entry, .. } = labels;
    let button = format!("<button type=\"button\" hidden>{}</button>", escaped(entry.load_again));
    format!("{} {button}", escaped(entry.not_loaded))
}

/// A paragraph in each language: why there is no calculator, and the way to the printed tables.
pub(super) fn paragraphs(indent: &str, reason: impl Fn(&Labels) -> String) -> String {
    let paragraph = |language: Language| {
        let words = words::of(language);
        let labels = words.labels();
        let attribute = match language {
            of_page if of_page == Language::default() => String::new(),
            other => format!(" lang=\"{}\"", other.code()),
        };
        let link = format!("<a href=\"{}\">{}</a>", labels.tables_page.file, escaped(labels.entry.tables));
        let tables = escaped(&words.readable_tables(LINK)).replace(LINK, &link);
        format!("<p{attribute}>{}\n{indent}  {tables}</p>", reason(labels))
    };
    Language::ALL.map(paragraph).join(&format!("\n{indent}"))
}

/// Stands in a sentence for the link until the sentence is escaped.
const LINK: &str = "{link}";

#[cfg(test)]
mod tests {
    use super::filled;
    use model::language::Language;

    #[test]
    fn each_language_says_why_there_is_no_calculator_and_leads_to_its_tables() {
        let page = filled("<html lang=\"{{language}}\">{{no_script}}{{other}}", "");
        assert!(page.starts_with("<html lang=\"da\"><p>"), "{page}");
        assert!(page.ends_with("{{other}}"), "{page}");
        for language in Language::ALL {
            let link = format!("<a href=\"{}\">", words::of(language).labels().tables_page.file);
            assert_eq!(page.matches(&link).count(), 1, "{page}");
        }
    }
}
