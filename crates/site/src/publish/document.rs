//! A note as a plain document: its answer, its chart, its key figures, what they are computed from, and its printed tables. It is what
//! whoever has no calculator gets of an address: a search engine, a printer, a browser without scripts. Words, figures and chart are
//! those of the calculator, as the note was published.

use std::fmt::Write;

use charts::marks::svg;
use engine::answer::answer;
use engine::computed::Computed;
use engine::markup::escaped;
use engine::notes::Library;
use engine::sensitivity::main_drivers;
use model::evaluate::Perspective;
use model::note::Note;
use model::scenario::Scenario;
use words::Words;

use crate::addresses;
use crate::pictures;
use crate::tables;

/// The width of the chart, which a wide window shows in full, and how high it is at most.
const CHART: (f64, f64) = (720.0, 400.0);

/// The body of the document, without its title. `up` leads to the folder of the page, and `link` is what leads on to the calculator.
/// `None` where the note has no outcome.
pub(super) fn of_note(library: &Library, note: Note<'_>, words: Words, up: &str, link: &str) -> Option<String> {
    let perspective = Perspective::headline(note.variant);
    let computed = Computed::of(Scenario::baseline(note))?;
    let labels = words.labels();
    let mut out = String::new();
    paragraph(&mut out, "note-line", &words.note_line(note));
    paragraph(&mut out, "sentence", &words.answer(&answer(&computed, perspective)).text());
    // Writing to a string cannot fail.
    let _ =
        writeln!(out, "<p><a href=\"{up}#{}\">{}</a></p>", escaped(link), escaped(labels.tables_page.to_calculator));
    out.push_str(&chart(note, words).unwrap_or_default());
    out.push_str(&key_figures(&computed, perspective, words));
    out.push_str(&drivers(&computed, perspective, words));
    out.push_str(&tables::sections(std::slice::from_ref(note.document), words).ok()?);
    out.push_str(&other_notes(library, note, words, up));
    Some(out)
}

fn paragraph(out: &mut String, class: &str, text: &str) {
    let _ = writeln!(out, "<p class=\"{class}\">{}</p>", escaped(text));
}

fn chart(note: Note<'_>, words: Words) -> Option<String> {
    let content = pictures::of_note(note, words)?;
    let drawing = content.chart.drawing(CHART, words);
    let name = escaped(&content.chart_name);
    Some(format!("<figure>\n{}<figcaption>{name}</figcaption>\n</figure>\n", svg::file(&drawing, &content.chart_name)))
}

fn key_figures(computed: &Computed<'_>, perspective: Perspective, words: Words) -> String {
    let figures = words.key_figures(computed, perspective).into_iter().map(|(_, name, figure)| {
        format!(
            "<div class=\"figure\"><dt>{}</dt><dd><span class=\"number\">{}</span> <span class=\"detail\">{}</span></dd></div>\n",
            escaped(name),
            escaped(&figure.value),
            escaped(&figure.detail)
        )
    });
    let title = escaped(words.labels().figures.key_figures);
    format!("<section class=\"figures\">\n<h2>{title}</h2>\n<dl>\n{}</dl>\n</section>\n", figures.collect::<String>())
}

/// The drivers that the calculator begins with, each with its value and where that is from.
fn drivers(computed: &Computed<'_>, perspective: Perspective, words: Words) -> String {
    let variant = computed.note().variant;
    let main = main_drivers(computed, perspective).unwrap_or_default();
    let rows = main.into_iter().filter_map(|ix| variant.driver(ix)).map(|driver| {
        let value = words.note_value_as(&driver.origin, &words.value(driver.value, driver.unit));
        format!("<li>{}: {}</li>\n", escaped(&words.driver_name(driver)), escaped(&value))
    });
    let title = escaped(words.labels().drivers.main_drivers);
    format!("<section>\n<h2>{title}</h2>\n<ul class=\"dashes\">\n{}</ul>\n</section>\n", rows.collect::<String>())
}

fn other_notes(library: &Library, own: Note<'_>, words: Words, up: &str) -> String {
    let others = library.notes().filter(|note| note.variant.id != own.variant.id);
    let title = escaped(words.labels().note.other_notes);
    format!("<section>\n<h2>{title}</h2>\n{}</section>\n", links(others, words, up))
}

/// Links to the documents of notes.
pub(crate) fn links<'n>(notes: impl Iterator<Item = Note<'n>>, words: Words, up: &str) -> String {
    let link = |note: Note<'_>| {
        let address = addresses::of_note(note, words.language());
        format!("<li><a href=\"{up}{}\">{}</a></li>\n", escaped(&address), escaped(&words.note_name(note)))
    };
    format!("<ul class=\"dashes\">\n{}</ul>\n", notes.map(link).collect::<String>())
}
