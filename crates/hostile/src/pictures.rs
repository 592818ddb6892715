//! Words in pictures, and in the element that other pages contain.

use charts::marks::{Anchor, Drawing, Mark, Paint, svg};
use engine::iframe::Embed;
use engine::link;
use model::evaluate::Perspective;
use model::scenario::Scenario;
use testing::{computed, library_that_says};

use crate::xml::tree;
use crate::{Choices, danish};

/// Any words in a picture, and in the title of an iframe, are text there, and what is written is well-formed.
///
/// The bytes choose the width; the rest is the words.
pub fn picture(bytes: &[u8]) {
    let mut choices = Choices::new(bytes);
    let width = f64::from(choices.number());
    let words = choices.rest();
    let mark = Mark::Text { paint: Paint::Name, at: (1.0, 2.0), anchor: Anchor::Middle, words: words.to_string() };
    let drawing = Drawing { width, height: 10.0, marks: vec![mark] };
    let caption = svg::Caption {
        title: words.to_string(),
        subtitles: vec![words.to_string()],
        notes: vec![words.to_string(), words.to_string()],
    };
    let held = held(&words);
    let alone = svg::file(&drawing, &words);
    // The title, and the words with a halo behind them.
    assert_eq!(texts(&alone), [held.as_str(); 3], "{alone}");
    elements_are_ours(&svg::file(&svg::with_caption(drawing, &caption), &words));
    for embed in Embed::ALL {
        let element = embed.element("https://a.example/", "v=1&note=ips-2018", &words);
        let (iframe, script) = element.split_once("<script>").expect("a script");
        assert_eq!(Some(script), embed.element("", "", "").split_once("<script>").map(|(_, script)| script));
        let tree = tree(iframe);
        let root = tree.root_element();
        assert_eq!(root.tag_name().name(), "iframe");
        assert_eq!(root.attribute("title"), Some(in_attribute(&held).as_str()));
        assert_eq!(root.children().count(), 0);
    }
    chart(&words, width);
}

/// A chart whose names are these words.
fn chart(words: &str, width: f64) {
    let library = library_that_says(words);
    let note = library.notes().next().expect("a note");
    let scenario = Scenario::baseline(note);
    let outcome = computed(&scenario).outcome;
    let view = outcome.view(Perspective::Total).expect("the city");
    let reached = note.variant.reached();
    let chart = charts::cumulative(
        (view, view, &[]),
        (note.variant.first, 20, reached),
        (words, words),
        &link::print(&scenario),
        danish(),
        (width.max(200.0), 300.0),
    );
    elements_are_ours(&svg::file(&chart.drawing, words));
    let now = computed(&scenario);
    elements_are_ours(&svg::file(
        &charts::costs_by_year(&now, &now, Perspective::Total, danish(), (width.max(200.0), 300.0)),
        words,
    ));
}

/// The words as markup holds them.
fn held(words: &str) -> String {
    let letters = words.chars().map(|letter| if is_forbidden(letter) { '\u{fffd}' } else { letter });
    with_one_end(&letters.collect::<String>())
}

/// The text with every end of a line as XML reads it.
fn with_one_end(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// XML 1.0, "Characters".
const fn is_forbidden(letter: char) -> bool {
    !matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..='\u{10ffff}')
}

/// The words as XML reads them in an attribute: every blank is a space there.
fn in_attribute(held: &str) -> String {
    held.replace(['\t', '\n'], " ")
}

/// The texts of a picture, and its title.
fn texts(svg: &str) -> Vec<String> {
    let tree = tree(svg);
    let with_text = tree.descendants().filter(|node| matches!(node.tag_name().name(), "title" | "text"));
    // The reader that is used here leaves some ends of lines as they are.
    with_text.map(|node| with_one_end(node.text().unwrap_or_default())).collect()
}

/// No words have become an element or an attribute.
fn elements_are_ours(svg: &str) {
    const ELEMENTS: [&str; 7] = ["svg", "title", "line", "path", "rect", "circle", "text"];
    let tree = tree(svg);
    for node in tree.descendants().filter(roxmltree::Node::is_element) {
        assert!(ELEMENTS.contains(&node.tag_name().name()), "{svg}");
        assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")), "{svg}");
    }
}
