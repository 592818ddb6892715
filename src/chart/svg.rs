//! A drawing as a picture of its own: with its title, source and link, in colours that need no style sheet.

use std::fmt::Write;

use super::{Anchor, Drawing, Mark, Paint};

/// What a saved picture says besides what is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// What is shown.
    pub title: String,
    /// Below it: whose figures they are, and how they were made.
    pub notes: Vec<String>,
}

/// How a paint looks in a saved picture. The same as on the page in its light scheme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The inside, as `#rrggbb`; nothing where `None`.
    pub fill: Option<&'static str>,
    /// The outline, as `#rrggbb`; nothing where `None`.
    pub stroke: Option<&'static str>,
    /// How thick the outline is.
    pub width: f64,
    /// The lengths of dashes and gaps; unbroken where `None`.
    pub dash: Option<(f64, f64)>,
    /// Whether words are bold.
    pub bold: bool,
}

/// The type of saved pictures.
pub const FONT: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
/// Its size.
pub const SIZE: f64 = 13.0;
const MARGIN: f64 = 16.0;
const LINE: f64 = 19.0;

const PAPER: &str = "#fbfaf6";
/// What stands around every text, so that it can be read on whatever it lies: its colour and its width.
pub const HALO: (&str, f64) = (PAPER, 4.0);
const INK: &str = "#1d1c1a";
const SOFT: &str = "#5c5a54";
const RULE: &str = "#d8d5cb";
const ACCENT: &str = "#0b5a63";
const COST: &str = "#a2480b";
const SAVING: &str = "#1b5a97";
/// From the best step of a map to the worst.
const LEVELS: [&str; 7] = ["#0f3d6b", "#2a6199", "#5485b5", "#85a8c9", "#b6cadb", "#dde3e6", "#fbfaf6"];

impl Paint {
    /// How it looks in a saved picture.
    #[must_use]
    pub const fn style(self) -> Style {
        let plain = Style { fill: None, stroke: None, width: 0.0, dash: None, bold: false };
        match self {
            Self::Rule => Style { stroke: Some(RULE), width: 1.0, ..plain },
            Self::Zero => Style { stroke: Some(INK), width: 1.5, ..plain },
            Self::Label => Style { fill: Some(SOFT), ..plain },
            Self::Name => Style { fill: Some(INK), bold: true, ..plain },
            Self::Reader => Style { stroke: Some(INK), width: 3.0, ..plain },
            Self::Note => Style { stroke: Some(SOFT), width: 2.0, dash: Some((6.0, 5.0)), ..plain },
            Self::Point => Style { fill: Some(PAPER), stroke: Some(ACCENT), width: 3.0, ..plain },
            Self::PointName => Style { fill: Some(ACCENT), bold: true, ..plain },
            Self::Proposed => {
                Style { fill: Some(PAPER), stroke: Some(SOFT), width: 1.5, dash: Some((4.0, 3.0)), ..plain }
            }
            Self::Cost => Style { fill: Some(COST), ..plain },
            Self::Saving => Style { fill: Some(SAVING), ..plain },
            Self::Target => plain,
            Self::Paper | Self::CodeGround => Style { fill: Some(PAPER), ..plain },
            Self::Code => Style { fill: Some(INK), ..plain },
            Self::Level(level) => Style { fill: Some(shade(level)), ..plain },
        }
    }
}

/// The colour of a step of a map.
const fn shade(level: u8) -> &'static str {
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

/// The drawing on paper, with its title above and the notes below.
#[must_use]
pub fn framed(drawing: Drawing, caption: &Caption) -> Drawing {
    let wide = drawing.width + 2.0 * MARGIN;
    let title = wrapped(&caption.title, wide);
    let notes: Vec<String> = caption.notes.iter().flat_map(|note| wrapped(note, wide)).collect();
    let lines = |lines: &[String]| u32::try_from(lines.len()).map_or(0.0, f64::from) * LINE;
    let top = MARGIN + lines(&title) + 8.0;
    let height = top + drawing.height + 8.0 + lines(&notes) + MARGIN;
    let text = |paint: Paint, from: f64| {
        move |(at, words): (usize, String)| Mark::Text {
            paint,
            at: (MARGIN, from + (u32::try_from(at).map_or(0.0, f64::from) + 0.75) * LINE),
            anchor: Anchor::Start,
            words,
        }
    };
    let mut marks = vec![Mark::Rect { paint: Paint::Paper, at: (0.0, 0.0), size: (wide, height) }];
    marks.extend(title.into_iter().enumerate().map(text(Paint::Name, MARGIN)));
    marks.extend(drawing.marks.into_iter().map(|mark| moved(mark, (MARGIN, top))));
    marks.extend(notes.into_iter().enumerate().map(text(Paint::Label, top + drawing.height + 8.0)));
    Drawing { width: wide, height, marks }
}

/// The words in lines that fit, as far as can be told without measuring.
fn wrapped(words: &str, wide: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if fits(line, word, wide) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn fits(line: &str, word: &str, wide: f64) -> bool {
    let letters = line.chars().count().saturating_add(word.chars().count()).saturating_add(1);
    u32::try_from(letters).map_or(f64::MAX, f64::from) * SIZE * 0.53 <= wide - 2.0 * MARGIN
}

fn moved(mark: Mark, (dx, dy): (f64, f64)) -> Mark {
    let by = |(x, y): (f64, f64)| (x + dx, y + dy);
    match mark {
        Mark::Line { paint, from, to } => Mark::Line { paint, from: by(from), to: by(to) },
        Mark::Path { paint, points } => Mark::Path { paint, points: points.into_iter().map(by).collect() },
        Mark::Area { paint, rects } => {
            Mark::Area { paint, rects: rects.into_iter().map(|(at, size)| (by(at), size)).collect() }
        }
        Mark::Rect { paint, at, size } => Mark::Rect { paint, at: by(at), size },
        Mark::Circle { paint, at, radius } => Mark::Circle { paint, at: by(at), radius },
        Mark::Text { paint, at, anchor, words } => Mark::Text { paint, at: by(at), anchor, words },
        Mark::Link(mut link) => {
            link.marks = link.marks.into_iter().map(|mark| moved(mark, (dx, dy))).collect();
            Mark::Link(link)
        }
    }
}

/// The drawing as an SVG file.
#[must_use]
pub fn file(drawing: &Drawing, title: &str) -> String {
    let (width, height) = (drawing.width, drawing.height);
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{FONT}\" font-size=\"{SIZE}\"><title>{}</title>",
        escaped(title)
    );
    for mark in &drawing.marks {
        write_mark(&mut text, mark);
    }
    text.push_str("</svg>\n");
    text
}

fn write_mark(text: &mut String, mark: &Mark) {
    // Writing to a string cannot fail.
    let _ = match mark {
        Mark::Line { paint, from: (x1, y1), to: (x2, y2) } => {
            write!(text, "<line x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"{}/>", look(*paint))
        }
        Mark::Path { paint, points } => write!(text, "<path d=\"{}\"{}/>", super::path(points), look(*paint)),
        Mark::Area { paint, rects } => write!(text, "<path d=\"{}\"{}/>", super::rect_path(rects), look(*paint)),
        Mark::Rect { paint, at: (x, y), size: (width, height) } => write!(
            text,
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"{}/>",
            look(*paint)
        ),
        Mark::Circle { paint, at: (x, y), radius } => {
            write!(text, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"{}/>", look(*paint))
        }
        Mark::Text { paint, at: (x, y), anchor, words } => write!(
            text,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{}\" paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"{}\" \
             stroke-linejoin=\"round\"{}>{}</text>",
            anchor.name(),
            HALO.0,
            HALO.1,
            look(*paint),
            escaped(words)
        ),
        Mark::Link(link) => {
            link.marks.iter().for_each(|mark| write_mark(text, mark));
            Ok(())
        }
    };
}

/// The look of a mark, as attributes.
fn look(paint: Paint) -> String {
    let style = paint.style();
    let mut look = format!(" fill=\"{}\"", style.fill.unwrap_or("none"));
    if let Some(stroke) = style.stroke {
        let _ = write!(look, " stroke=\"{stroke}\" stroke-width=\"{}\"", style.width);
    }
    if let Some((dash, gap)) = style.dash {
        let _ = write!(look, " stroke-dasharray=\"{dash} {gap}\"");
    }
    if style.bold {
        look.push_str(" font-weight=\"600\"");
    }
    look
}

/// A text with what means something in markup written as what it is.
pub(crate) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
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
    fn a_frame_adds_title_and_notes_and_moves_the_rest() {
        let caption = Caption { title: "Title".to_owned(), notes: vec!["a long note ".repeat(20).trim().to_owned()] };
        let framed = framed(drawing(), &caption);
        assert_eq!(framed.width.to_bits(), 132f64.to_bits());
        let texts: Vec<&str> = framed
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { words, at, .. } => {
                    assert!(at.1 < framed.height, "{words} is below the frame");
                    Some(words.as_str())
                }
                _ => None,
            })
            .collect();
        assert_eq!(texts.first(), Some(&"Title"));
        assert!(texts.len() > 10, "the note is wrapped: {texts:?}");
        assert_eq!(texts.get(2..).map(|notes| notes.join(" ")), caption.notes.first().cloned());
        let moved = Mark::Path { paint: Paint::Note, points: vec![(16.0, 43.0), (26.0, 48.0)] };
        assert!(framed.marks.contains(&moved), "{framed:?}");
    }

    /// The saved colours are those of the page in its light scheme.
    #[test]
    fn saved_colours_are_those_of_the_style_sheet() {
        let sheet = include_str!("../../style.css");
        let light = sheet.split("@media").next().unwrap_or_default();
        let names = [
            ("paper", PAPER),
            ("ink", INK),
            ("soft", SOFT),
            ("rule", RULE),
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
