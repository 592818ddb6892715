//! The pictures that chats show of a link: what they say, where it stands in them, and that they are the same everywhere.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use engine::answer::answer;
use engine::computed::Computed;
use model::evaluate::Perspective;
use model::language::Language;
use model::scenario::Scenario;
use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Group, Node, Options, Rect, Text, TextChunk, Tree};
use site::addresses::{picture_of_front, picture_of_note};
use site::pictures::{
    FILES, Fonts, Frame, Letters, MARGIN, PictureError, SIZE, contents, framed, of_front, of_note, pictures, svg,
};
use testing::{LIBRARY, in_repository};
use words::Phrase;

/// How large a picture may be, in bytes. Some chats show none that is much larger.
const MOST_BYTES: usize = 60_000;
/// Where the foot begins.
const FOOT: f32 = 556.0;

fn read(name: &str) -> Vec<u8> {
    fs::read(in_repository(name))
        .unwrap_or_else(|error| panic!("{name}: {error}. `npm ci --ignore-scripts` installs it"))
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::of(FILES.map(read)).unwrap());

static PICTURES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| pictures(&LIBRARY, &FONTS).unwrap());

fn frames() -> Vec<(String, Frame)> {
    contents(&LIBRARY).into_iter().map(|(name, content)| (name, framed(&content, &FONTS).unwrap())).collect()
}

/// The picture as the program reads it that paints it.
fn tree(frame: &Frame) -> Tree {
    let mut options = Options { font_family: "Source Sans 3".to_owned(), ..Options::default() };
    for name in FILES {
        options.fontdb_mut().load_font_data(read(name));
    }
    options.fontdb_mut().set_sans_serif_family("Source Sans 3");
    Tree::from_str(&svg(frame), &options).unwrap()
}

/// The texts of a picture.
fn texts(group: &Group) -> Vec<&Text> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => found.extend(texts(group)),
            Node::Text(text) => found.push(&**text),
            Node::Path(_) | Node::Image(_) => {}
        }
    }
    found
}

#[allow(clippy::cast_possible_truncation, reason = "a picture is some hundred points wide")]
fn single(length: f64) -> f32 {
    length as f32
}

fn words_of(text: &Text) -> String {
    text.chunks().iter().map(TextChunk::text).collect()
}

fn with_plain_spaces(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn the_front_and_every_note_have_a_picture_in_every_language() {
    let mut expected: Vec<String> = Vec::new();
    for language in Language::ALL {
        expected.push(picture_of_front(language));
        expected.extend(LIBRARY.notes().map(|note| picture_of_note(note, language)));
    }
    expected.sort();
    assert_eq!(PICTURES.keys().cloned().collect::<Vec<_>>(), expected);
}

#[test]
fn each_is_a_small_png_of_the_size_that_networks_ask_for_with_something_in_every_part() {
    for (name, png) in &*PICTURES {
        assert!(png.len() < MOST_BYTES, "{name} has {} bytes", png.len());
        let picture = Pixmap::decode_png(png).unwrap();
        assert_eq!((picture.width(), picture.height()), SIZE, "{name}");
        let paper = picture.pixel(2, 300).unwrap();
        // Left and right, above the foot and in it.
        for (columns, rows) in [(60..560, 110..540), (760..1140, 110..540), (60..300, 565..610), (700..1140, 565..610)]
        {
            let inked = rows
                .clone()
                .flat_map(|row| columns.clone().map(move |column| (column, row)))
                .filter(|(column, row)| picture.pixel(*column, *row).unwrap() != paper)
                .count();
            assert!(inked > 400, "{name} has nothing at {columns:?}, {rows:?}");
        }
        // Nothing is painted at the edges.
        for row in 13..SIZE.1 {
            for column in [0, 20, 1160, 1199] {
                assert_eq!(picture.pixel(column, row).unwrap(), paper, "{name} at {column}, {row}");
            }
        }
    }
}

#[test]
fn two_builds_draw_the_same_points() {
    assert_eq!(pictures(&LIBRARY, &Fonts::of(FILES.map(read)).unwrap()).unwrap(), *PICTURES);
    // The order in which the fonts come makes no difference either.
    let backwards = Fonts::of(FILES.into_iter().rev().map(read)).unwrap();
    assert_eq!(pictures(&LIBRARY, &backwards).unwrap(), *PICTURES);
}

#[test]
fn a_note_says_its_own_answer_and_nobody_elses_savings() {
    for language in Language::ALL {
        let words = words::of(language);
        for note in LIBRARY.notes() {
            let computed = Computed::of(Scenario::baseline(note)).unwrap();
            let expected = words.answer(&answer(&computed, Perspective::headline(note.variant)));
            let content = of_note(note, words).unwrap();
            assert_eq!(content.sentences, [expected]);
            assert_eq!(note.variant.lender(), None);
            assert!(content.about.contains(words.named(&note.variant.name)), "{}", content.about);
        }
        assert!(of_front(&LIBRARY, words).unwrap().chart_name.contains("50"), "the share is said to be a target");
    }
}

#[test]
fn every_word_of_the_sentences_is_in_the_picture_in_whole_lines() {
    for ((name, content), (_, frame)) in contents(&LIBRARY).iter().zip(frames()) {
        let is_sentence = |letters| matches!(letters, Letters::Sentence | Letters::StrongSentence);
        let lines: Vec<String> = frame
            .lines
            .iter()
            .filter(|line| line.at.1 < f64::from(FOOT) && line.runs.iter().all(|run| is_sentence(run.letters)))
            .map(|line| line.runs.iter().map(|run| run.words.as_str()).collect::<String>().trim().to_owned())
            .collect();
        let whole: Vec<String> = content.sentences.iter().map(Phrase::text).collect();
        assert_eq!(with_plain_spaces(&lines.join(" ")), with_plain_spaces(&whole.join(" ")), "{name}");
    }
}

#[test]
fn no_line_reaches_beyond_the_edge_into_the_chart_or_into_another_line() {
    for (name, frame) in frames() {
        let tree = tree(&frame);
        // The halo around a text of the chart is a text of its own, at the same place.
        let mut boxes: Vec<(String, Rect)> = Vec::new();
        for text in texts(tree.root()) {
            let of_text = (words_of(text), text.abs_bounding_box());
            if !boxes.contains(&of_text) {
                boxes.push(of_text);
            }
        }
        assert!(boxes.len() > 8, "{name} has {boxes:?}");
        let (left, right) = (single(MARGIN), single(f64::from(SIZE.0) - MARGIN));
        for (words, place) in &boxes {
            let is_inside = place.left() >= left - 1.0
                && place.right() <= right + 1.0
                && place.top() >= 20.0
                && place.bottom() <= single(f64::from(SIZE.1)) - 12.0;
            assert!(is_inside, "{name}: »{words}« is at {place:?}");
            let is_foot = place.top() > FOOT;
            assert!(is_foot || place.bottom() <= FOOT + 4.0, "{name}: »{words}« reaches into the foot: {place:?}");
        }
        // The sentence is left of the chart.
        let sentence = frame.lines.iter().filter(|line| line.size > 30.0).count();
        let chart = single(frame.chart_at.0);
        let beside =
            boxes.iter().filter(|(_, place)| place.left() < left + 1.0 && place.top() > 90.0 && place.top() < FOOT);
        assert_eq!(beside.clone().count(), sentence, "{name}");
        for (words, place) in beside {
            assert!(place.right() + 30.0 <= chart, "{name}: »{words}« meets the chart: {place:?}");
        }
        // The boxes are those of whole letters, with room above and below most of them.
        let height = |place: &Rect| place.height() * 0.2;
        for (index, (words, one)) in boxes.iter().enumerate() {
            for (others, other) in boxes.iter().skip(index + 1) {
                let meets = one.left() < other.right()
                    && other.left() < one.right()
                    && one.top() + height(one) < other.bottom() - height(other)
                    && other.top() + height(other) < one.bottom() - height(one);
                assert!(!meets, "{name}: »{words}« meets »{others}«");
            }
        }
    }
}

#[test]
fn all_letters_can_be_read_in_a_chat_which_shows_half_the_size() {
    for (name, frame) in frames() {
        for text in texts(tree(&frame).root()) {
            for span in text.chunks().iter().flat_map(TextChunk::spans) {
                let size = span.font_size().get() * text.abs_transform().get_scale().1;
                assert!(size >= 21.0, "{name}: »{}« has letters of {size}", words_of(text));
            }
        }
    }
}

#[test]
fn only_the_given_fonts_are_used_and_they_have_every_letter() {
    assert_eq!(FONTS.count(), FILES.len());
    for (name, frame) in frames() {
        let tree = tree(&frame);
        assert_eq!(tree.fontdb().len(), FILES.len(), "no font of the machine is known");
        for text in texts(tree.root()) {
            for glyph in text.layouted().iter().flat_map(|span| &span.positioned_glyphs) {
                assert_ne!(glyph.id.0, 0, "{name}: no font has a letter of »{}«", words_of(text));
            }
        }
    }
}

#[test]
fn a_missing_font_and_a_sentence_without_room_stop_the_build() {
    let without_bold = FILES.into_iter().filter(|name| !name.contains("Bold.ttf") || name.contains("Semi")).map(read);
    assert_eq!(Fonts::of(without_bold).unwrap_err(), PictureError::Font("Source Serif 4 700".to_owned()));
    let words = words::of(Language::Danish);
    let content = || of_note(LIBRARY.find("ips-2018").unwrap(), words).unwrap();
    let mut long = content();
    long.sentences = vec![Phrase::default().plain("ord ".repeat(300))];
    assert!(matches!(framed(&long, &FONTS), Err(PictureError::NoRoom(what)) if what.starts_with("ord ord")));
    let mut wide = content();
    wide.sentences = vec![Phrase::default().plain("rusmiddelkonsulent".repeat(4))];
    assert!(matches!(framed(&wide, &FONTS), Err(PictureError::NoRoom(_))));
    let mut wide = content();
    wide.about = "IPS Rusmiddel, veteraner og sundhed ".repeat(5);
    assert!(matches!(framed(&wide, &FONTS), Err(PictureError::NoRoom(_))));
}

#[test]
fn a_sentence_twice_as_long_still_has_room() {
    for (name, mut content) in contents(&LIBRARY) {
        let first = content.sentences.first().unwrap().text();
        if first.chars().count() < 130 {
            content.sentences = vec![Phrase::default().plain(format!("{first} {first}"))];
            framed(&content, &FONTS).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}
