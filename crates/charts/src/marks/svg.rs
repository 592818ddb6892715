//! A drawing as a picture that stands alone, with its title, source and link, and with colours that need no style
//! sheet.

use std::fmt::Write;

use engine::markup::escaped;

use super::{Anchor, Drawing, Mark, Paint, size, tenths};

/// The text that a saved picture adds to the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// The title above the drawing.
    pub title: String,
    /// The lines below the title: what the reader changed, and what the chart shows. Empty ones are left out.
    pub subtitles: Vec<String>,
    /// The lines below the drawing: whose figures they are, and how they were computed.
    pub notes: Vec<String>,
}

/// The look of a paint in a saved picture. It equals the light scheme of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The colour of the inside, as `#rrggbb`; `None` for no fill.
    pub fill: Option<&'static str>,
    /// The colour of the outline, as `#rrggbb`; `None` for no outline.
    pub stroke: Option<&'static str>,
    /// The width of the outline.
    pub width: f64,
    /// The lengths of the dashes and of the gaps in the outline; `None` for an unbroken outline.
    pub dash: Option<(f64, f64)>,
    /// Whether text is bold.
    pub bold: bool,
}

/// The fonts of saved pictures.
pub const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/// The font size of saved pictures.
pub const SIZE: f64 = 13.0;
/// How much wider bold letters are.
const BOLD: f64 = 1.12;
/// The marks of an address behind which it may go on in the next line.
const MAY_BREAK_BEHIND: [char; 6] = ['/', '&', '#', '?', '-', '_'];
const MARGIN: f64 = 16.0;
const LINE_HEIGHT: f64 = 19.0;
const GAP_AROUND_DRAWING: f64 = 8.0;

const PAPER: &str = "#fbfaf6";
/// The colour and the width of the outline around every text. It keeps the text readable on top of other marks.
pub const HALO: (&str, f64) = (PAPER, 4.0);
const INK: &str = "#1d1c1a";
const SOFT: &str = "#5c5a54";
const RULE: &str = "#d8d5cb";
const BAND: &str = "#efece2";
const ACCENT: &str = "#0b5a63";
const COST: &str = "#a2480b";
const SAVING: &str = "#1b5a97";
const SPENT_GROUND: &str = "#f6ebda";
const SAVED_GROUND: &str = "#e3edf6";
/// The colours of the map, from the best level to the worst.
const LEVELS: [&str; 7] = ["#0f3d6b", "#2a6199", "#5485b5", "#85a8c9", "#b6cadb", "#dde3e6", "#fbfaf6"];

impl Paint {
    /// The look of this paint in a saved picture.
    #[must_use]
    pub const fn style(self) -> Style {
        let plain = Style { fill: None, stroke: None, width: 0.0, dash: None, bold: false };
        match self {
            Self::Rule => Style { stroke: Some(RULE), width: 1.0, ..plain },
            Self::Zero => Style { stroke: Some(INK), width: 1.5, ..plain },
            Self::Label | Self::Price => Style { fill: Some(SOFT), ..plain },
            Self::Name => Style { fill: Some(INK), bold: true, ..plain },
            Self::Reader => Style { stroke: Some(INK), width: 3.0, ..plain },
            Self::Note => Style { stroke: Some(SOFT), width: 2.0, dash: Some((6.0, 5.0)), ..plain },
            Self::Band => Style { fill: Some(BAND), stroke: Some(SOFT), width: 1.0, ..plain },
            Self::Point => Style { fill: Some(PAPER), stroke: Some(ACCENT), width: 3.0, ..plain },
            Self::PointName => Style { fill: Some(ACCENT), bold: true, ..plain },
            Self::Proposed => {
                Style { fill: Some(PAPER), stroke: Some(SOFT), width: 1.5, dash: Some((4.0, 3.0)), ..plain }
            }
            Self::Cost => Style { fill: Some(COST), ..plain },
            Self::NoteBar => Style { stroke: Some(INK), width: 1.5, dash: Some((4.0, 3.0)), ..plain },
            Self::Saving => Style { fill: Some(SAVING), ..plain },
            Self::Person => Style { fill: Some(PAPER), stroke: Some(SOFT), width: 1.0, ..plain },
            Self::PersonInJob => Style { fill: Some(SAVING), stroke: Some(SAVING), width: 1.0, ..plain },
            Self::SpentGround => Style { fill: Some(SPENT_GROUND), ..plain },
            Self::SavedGround => Style { fill: Some(SAVED_GROUND), ..plain },
            Self::Target => plain,
            Self::Paper | Self::CodeGround => Style { fill: Some(PAPER), ..plain },
            Self::Code => Style { fill: Some(INK), ..plain },
            Self::Level(level) => Style { fill: Some(level_colour(level)), ..plain },
        }
    }
}

/// The colour of a level of the map.
const fn level_colour(level: u8) -> &'static str {
    let [first, second, third, fourth, fifth, sixth, last] = LEVELS;
    match level {
        0 => first,
        1 => second,
        2 => third,
        3 => fourth,
        4 => fifth,
        5 => sixth,
        _ => last,
    }
}

/// The drawing on a background, with the title of the caption above it and the notes below it.
#[must_use]
pub fn with_caption(drawing: Drawing, caption: &Caption) -> Drawing {
    let width = drawing.width + 2.0 * MARGIN;
    let room = width - 2.0 * MARGIN;
    let lines = |texts: &[String]| -> Vec<String> {
        texts.iter().filter(|text| !text.is_empty()).flat_map(|text| wrapped(text, room)).collect()
    };
    let title = wrapped(&caption.title, room / BOLD);
    let (subtitle, notes) = (lines(&caption.subtitles), lines(&caption.notes));
    let height_of = |lines: &[String]| u32::try_from(lines.len()).map_or(0.0, f64::from) * LINE_HEIGHT;
    let below_title = MARGIN + height_of(&title);
    let top = below_title + height_of(&subtitle) + GAP_AROUND_DRAWING;
    let bottom = top + drawing.height + GAP_AROUND_DRAWING;
    let height = bottom + height_of(&notes) + MARGIN;
    let line = |paint: Paint, first_line_top: f64| {
        move |(line_index, words): (usize, String)| Mark::Text {
            paint,
            at: (MARGIN, first_line_top + (u32::try_from(line_index).map_or(0.0, f64::from) + 0.75) * LINE_HEIGHT),
            anchor: Anchor::Start,
            words,
        }
    };
    let mut marks = vec![Mark::Rect { paint: Paint::Paper, at: (0.0, 0.0), size: (width, height) }];
    marks.extend(title.into_iter().enumerate().map(line(Paint::Name, MARGIN)));
    marks.extend(subtitle.into_iter().enumerate().map(line(Paint::Label, below_title)));
    marks.extend(drawing.marks.into_iter().map(|mark| moved(mark, (MARGIN, top))));
    marks.extend(notes.into_iter().enumerate().map(line(Paint::Label, bottom)));
    Drawing { width, height, marks }
}

/// The words in lines of at most this width. A word that is wider than a line, such as an address, goes on in the next one.
fn wrapped(words: &str, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        let mut pieces = pieces(word, room).into_iter();
        let first = pieces.next().unwrap_or_default();
        match lines.last_mut() {
            Some(line) if width_of(line) + width_of(" ") + width_of(&first) <= room => {
                line.push(' ');
                line.push_str(&first);
            }
            _ => lines.push(first),
        }
        lines.extend(pieces);
    }
    lines
}

/// A word in pieces that fit into a line: each ends behind a mark where it may break, or is full.
fn pieces(word: &str, room: f64) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for letter in word.chars() {
        piece.push(letter);
        if width_of(&piece) <= room {
            continue;
        }
        let letters: Vec<char> = piece.chars().collect();
        let full = letters.len().saturating_sub(1);
        let mark = letters.iter().take(full).rposition(|letter| MAY_BREAK_BEHIND.contains(letter));
        // A mark at the beginning of the line would leave nearly all of it empty.
        let end = mark.map(|mark| mark.saturating_add(1)).filter(|end| end.saturating_mul(2) > full).unwrap_or(full);
        let (line, rest) = letters.split_at(end.max(1));
        pieces.push(line.iter().collect());
        piece = rest.iter().collect();
    }
    pieces.push(piece);
    pieces
}

/// The width of a text in a wide font. Letters are not measured: which font another program has, nobody knows.
fn width_of(text: &str) -> f64 {
    text.chars().map(letter_width).sum::<f64>() * SIZE
}

/// The width of a letter in a wide font, as a share of the font size.
const fn letter_width(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' | 'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | '/' | '-' | '(' | ')' => 0.4,
        'f' | 't' | 'r' | '[' | ']' => 0.45,
        'm' | 'w' | 'æ' | 'Æ' | 'M' | 'W' | 'Ø' | '%' | '@' | '…' | '–' | '—' => 1.0,
        '=' | '~' | '+' | '<' | '>' | '−' | '#' => 0.85,
        'A'..='Z' | 'Å' => 0.78,
        _ => 0.65,
    }
}

fn moved(mark: Mark, (dx, dy): (f64, f64)) -> Mark {
    let moved_point = |(x, y): (f64, f64)| (x + dx, y + dy);
    match mark {
        Mark::Line { paint, from, to } => Mark::Line { paint, from: moved_point(from), to: moved_point(to) },
        Mark::Path { paint, points } => Mark::Path { paint, points: points.into_iter().map(moved_point).collect() },
        Mark::Area { paint, rects } => {
            Mark::Area { paint, rects: rects.into_iter().map(|(corner, size)| (moved_point(corner), size)).collect() }
        }
        Mark::Rect { paint, at, size } => Mark::Rect { paint, at: moved_point(at), size },
        Mark::Circle { paint, at, radius } => Mark::Circle { paint, at: moved_point(at), radius },
        Mark::Text { paint, at, anchor, words } => Mark::Text { paint, at: moved_point(at), anchor, words },
        Mark::Link(mut link) => {
            link.marks = link.marks.into_iter().map(|mark| moved(mark, (dx, dy))).collect();
            Mark::Link(link)
        }
    }
}

/// The drawing as an SVG file.
#[must_use]
pub fn file(drawing: &Drawing, title: &str) -> String {
    let (width, height) = (size(drawing.width), size(drawing.height));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{FONT}\" font-size=\"{}\"><title>{}</title>",
        size(SIZE),
        escaped(title)
    );
    for mark in &drawing.marks {
        write_mark(&mut svg, mark);
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_mark(svg: &mut String, mark: &Mark) {
    // Writing to a string cannot fail.
    let _ = match mark {
        Mark::Line { paint, from: (x1, y1), to: (x2, y2) } => {
            let (x1, y1, x2, y2) = (tenths(*x1), tenths(*y1), tenths(*x2), tenths(*y2));
            write!(svg, "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"{}/>", attributes(*paint))
        }
        Mark::Path { paint, points } => write!(svg, "<path d=\"{}\"{}/>", super::path(points), attributes(*paint)),
        Mark::Area { paint, rects } => write!(svg, "<path d=\"{}\"{}/>", super::rect_path(rects), attributes(*paint)),
        Mark::Rect { paint, at: (x, y), size: (width, height) } => write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            tenths(*x),
            tenths(*y),
            tenths(*width),
            tenths(*height),
            attributes(*paint)
        ),
        Mark::Circle { paint, at: (x, y), radius } => {
            let (x, y, radius) = (tenths(*x), tenths(*y), tenths(*radius));
            write!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{}/>", attributes(*paint))
        }
        // The halo is a text of its own: programs that do not know `paint-order` would paint it over the letters.
        Mark::Text { paint, at: (x, y), anchor, words } => {
            let place = format!("x=\"{}\" y=\"{}\" text-anchor=\"{}\"", tenths(*x), tenths(*y), anchor.name());
            let weight = if paint.style().bold { " font-weight=\"600\"" } else { "" };
            write!(
                svg,
                "<text {place} aria-hidden=\"true\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" \
                 stroke-linejoin=\"round\"{weight}>{words}</text><text {place}{}>{words}</text>",
                HALO.0,
                size(HALO.1),
                attributes(*paint),
                words = escaped(words)
            )
        }
        Mark::Link(link) => {
            link.marks.iter().for_each(|mark| write_mark(svg, mark));
            Ok(())
        }
    };
}

/// The style of a paint as SVG attributes.
fn attributes(paint: Paint) -> String {
    let style = paint.style();
    let mut attributes = format!(" fill=\"{}\"", style.fill.unwrap_or("none"));
    if let Some(stroke) = style.stroke {
        let _ = write!(attributes, " stroke=\"{stroke}\" stroke-width=\"{}\"", size(style.width));
    }
    if let Some((dash, gap)) = style.dash {
        let _ = write!(attributes, " stroke-dasharray=\"{} {}\"", size(dash), size(gap));
    }
    if style.bold {
        attributes.push_str(" font-weight=\"600\"");
    }
    attributes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing() -> Drawing {
        let words = "A & B < C".to_owned();
        Drawing {
            width: 100.0,
            height: 50.0,
            marks: vec![
                Mark::Text { paint: Paint::Name, at: (1.0, 2.0), anchor: Anchor::Middle, words },
                Mark::Path { paint: Paint::Note, points: vec![(0.0, 0.0), (10.0, 5.0)] },
            ],
        }
    }

    #[test]
    fn a_file_holds_every_mark_and_escapes_words() {
        let text = file(&drawing(), "\"Title\"");
        assert!(text.contains("<title>&quot;Title&quot;</title>"), "{text}");
        assert!(text.contains(">A &amp; B &lt; C</text>"), "{text}");
        assert!(text.contains("d=\"M0.0 0.0L10.0 5.0\""), "{text}");
        assert!(text.contains("stroke-dasharray=\"6 5\""), "{text}");
    }

    #[test]
    fn a_caption_adds_title_and_notes_and_moves_the_marks() {
        let caption = Caption {
            title: "Title".to_owned(),
            subtitles: Vec::new(),
            notes: vec!["a long note ".repeat(20).trim().to_owned()],
        };
        let captioned = with_caption(drawing(), &caption);
        assert_eq!(captioned.width.to_bits(), 132f64.to_bits());
        let texts: Vec<&str> = captioned
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { words, at, .. } => {
                    assert!(at.1 < captioned.height, "{words} is below the picture");
                    Some(words.as_str())
                }
                _ => None,
            })
            .collect();
        assert_eq!(texts.first(), Some(&"Title"));
        assert!(texts.len() > 10, "the note is wrapped: {texts:?}");
        assert_eq!(texts.get(2..).map(|notes| notes.join(" ")), caption.notes.first().cloned());
        let moved = Mark::Path { paint: Paint::Note, points: vec![(16.0, 43.0), (26.0, 48.0)] };
        assert!(captioned.marks.contains(&moved), "{captioned:?}");
    }

    #[test]
    fn an_address_goes_on_in_the_next_line_with_all_its_letters() {
        let address = "https://example.org/indsatsregner/#v=1&note=ips-2018&caseload=20&title=Sydhavnen~2c_20_sager";
        for room in [60.0, 100.0, 300.0] {
            let lines = wrapped(&format!("Source: {address}"), room);
            assert!(lines.len() > 1, "{lines:?}");
            for line in &lines {
                assert!(width_of(line) <= room, "{line}");
            }
            assert!(lines.concat().ends_with(address), "{lines:?}");
        }
        assert_eq!(pieces("note=1&a=2&b=3", 70.0), ["note=1&", "a=2&b=3"]);
    }

    /// Saved pictures use the light scheme of the page.
    #[test]
    fn saved_colours_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../../../style.css");
        let light = sheet.split("@media").next().unwrap_or_default();
        let names = [
            ("paper", PAPER),
            ("ink", INK),
            ("soft", SOFT),
            ("rule", RULE),
            ("band", BAND),
            ("accent", ACCENT),
            ("cost", COST),
            ("saving", SAVING),
        ];
        for (level, colour) in LEVELS.iter().enumerate() {
            assert!(light.contains(&format!("--level-{level}: {colour}")), "--level-{level}");
        }
        for (name, colour) in names {
            assert!(light.contains(&format!("--{name}: {colour}")), "--{name}");
        }
    }
}
