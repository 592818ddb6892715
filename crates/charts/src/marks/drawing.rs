//! A drawing and the marks it consists of.

use std::fmt::Write;

use rust_decimal::Decimal;

/// A chart. Its unit of length is a sixteenth of the text size around it, which is one CSS pixel at a text size of 16
/// pixels. Coordinates count from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The width.
    pub width: f64,
    /// The height.
    pub height: f64,
    /// The marks, from the back to the front.
    pub marks: Vec<Mark>,
}

/// A single shape or text of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A straight line.
    Line {
        /// What the line stands for.
        paint: Paint,
        /// One end.
        from: (f64, f64),
        /// The other end.
        to: (f64, f64),
    },
    /// A line through several points.
    Path {
        /// What the line stands for.
        paint: Paint,
        /// The points, in order.
        points: Vec<(f64, f64)>,
    },
    /// Many rectangles with the same paint, drawn as one shape.
    Area {
        /// What the rectangles stand for.
        paint: Paint,
        /// The rectangles.
        rects: Vec<Rect>,
    },
    /// A rectangle.
    Rect {
        /// What the rectangle stands for.
        paint: Paint,
        /// The upper left corner.
        at: (f64, f64),
        /// The width and the height.
        size: (f64, f64),
    },
    /// A circle.
    Circle {
        /// What the circle stands for.
        paint: Paint,
        /// The centre.
        at: (f64, f64),
        /// The radius.
        radius: f64,
    },
    /// A line of text.
    Text {
        /// What the text is used for.
        paint: Paint,
        /// The point on the baseline where `anchor` is placed.
        at: (f64, f64),
        /// The part of the text that is placed at `at`.
        anchor: Anchor,
        /// The text.
        words: String,
    },
    /// A group of marks that is a link.
    Link(Link),
}

/// The upper left corner of a rectangle, then its width and height.
pub type Rect = ((f64, f64), (f64, f64));

/// A group of marks that is a link.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The link that it opens, without the `#`.
    pub to: String,
    /// The label that a screen reader reads in place of the marks.
    pub label: String,
    /// The marks.
    pub marks: Vec<Mark>,
    /// Whether the same link stands as text below the drawing. The Tab key then passes over this one.
    pub is_repeated: bool,
}

/// The part of a text that is placed at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The start of the text.
    Start,
    /// The middle of the text.
    Middle,
    /// The end of the text.
    End,
}

/// What a mark stands for. Every chart paints the same thing in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paint {
    /// A grid line at a tick.
    Rule,
    /// The line at zero.
    Zero,
    /// The label of a year, an amount or a unit.
    Label,
    /// A name or an amount that stands out.
    Name,
    /// The line of the reader's scenario.
    Reader,
    /// The line of the note's own values.
    Note,
    /// What lies between the ends that the documents themselves give.
    Band,
    /// The point that shows an answer, such as the payback.
    Point,
    /// The name of that point.
    PointName,
    /// A proposed amount.
    Proposed,
    /// A granted amount, or a change that costs more.
    Cost,
    /// What one of something costs, which nobody has spent yet.
    Price,
    /// The outline of a note's amount behind a bar of the reader's.
    NoteBar,
    /// A change that saves.
    Saving,
    /// A person in an effort.
    Person,
    /// A person in an effort who reaches a job or education.
    PersonInJob,
    /// The ground of amounts above zero: more has been spent than saved.
    SpentGround,
    /// The ground of amounts below zero: more has been saved than spent.
    SavedGround,
    /// An invisible area that reacts to clicks and taps.
    Target,
    /// The background.
    Paper,
    /// The dark modules of a QR code. They stay dark in the dark scheme, because cameras expect dark on light.
    Code,
    /// The light background of a QR code.
    CodeGround,
    /// A level of the map; 0 is the best. Numbers past the last level are painted as the last level.
    Level(u8),
}

impl Anchor {
    /// Its name in SVG.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Anchor {
    /// Its name on a canvas.
    #[must_use]
    pub const fn name_on_canvas(self) -> &'static str {
        match self {
            Self::Start => "left",
            Self::Middle => "center",
            Self::End => "right",
        }
    }
}

impl Paint {
    /// Its CSS class on the page. The style sheet sets the colours.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Person => "person",
            Self::PersonInJob => "person-in-job",
            Self::Zero => "zero",
            Self::Label => "label",
            Self::Name => "name",
            Self::Reader => "reader",
            Self::Note => "note",
            Self::Band => "band",
            Self::Point => "point",
            Self::PointName => "point-name",
            Self::NoteBar => "note-bar",
            Self::Proposed => "proposed",
            Self::Cost => "cost",
            Self::Price => "price",
            Self::Saving => "saving",
            Self::SpentGround => "spent-ground",
            Self::SavedGround => "saved-ground",
            Self::Target => "target",
            Self::Paper => "paper",
            Self::Code => "code",
            Self::CodeGround => "code-ground",
            Self::Level(0) => "level-0",
            Self::Level(1) => "level-1",
            Self::Level(2) => "level-2",
            Self::Level(3) => "level-3",
            Self::Level(4) => "level-4",
            Self::Level(5) => "level-5",
            Self::Level(_) => "level-6",
        }
    }
}

/// Rectangles as the data of an SVG path. Each edge is rounded on its own, so adjacent rectangles leave no gap.
#[must_use]
pub fn rect_path(rects: &[Rect]) -> String {
    let mut path = String::new();
    for ((x, y), (width, height)) in rects {
        let (left, top) = (tenths(*x), tenths(*y));
        let (right, bottom) = (tenths(x + width), tenths(y + height));
        // Writing to a string cannot fail.
        let _ = write!(path, "M{left} {top}H{right}V{bottom}H{left}z");
    }
    path
}

/// A line through points as the data of an SVG path.
#[must_use]
pub fn path(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(path, "{command}{} {}", tenths(*x), tenths(*y));
    }
    path
}

/// A coordinate in a picture. No screen shows less than a tenth of a unit.
///
/// Pictures hold their numbers as decimals: the standard library's way to write binary numbers would add ten kilobytes
/// to the page.
#[must_use]
pub fn tenths(coordinate: f64) -> Decimal {
    Decimal::new(nearest(coordinate * 10.0), 1)
}

/// A size in a picture, with as few decimals as it needs and at most four.
#[must_use]
pub fn size(length: f64) -> Decimal {
    Decimal::new(nearest(length * 10_000.0), 4).normalize()
}

#[allow(clippy::cast_possible_truncation, reason = "a drawing is some thousand units wide")]
fn nearest(number: f64) -> i64 {
    number.round_ties_even() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_are_closed_paths() {
        assert_eq!(rect_path(&[((1.0, 2.0), (3.0, 4.0))]), "M1.0 2.0H4.0V6.0H1.0z");
        // 1.26 and 2.52 become 1.3 and 2.5, so the first rectangle ends where the second begins.
        let adjacent = [((0.0, 0.0), (1.26, 1.0)), ((1.26, 0.0), (1.26, 1.0))];
        assert_eq!(rect_path(&adjacent), "M0.0 0.0H1.3V1.0H0.0zM1.3 0.0H2.5V1.0H1.3z");
    }

    #[test]
    fn a_path_starts_with_a_move() {
        assert_eq!(path(&[(0.0, 1.0), (10.0, 2.54)]), "M0.0 1.0L10.0 2.5");
        assert_eq!(path(&[]), "");
    }

    #[test]
    fn numbers_in_a_picture_are_decimals() {
        assert_eq!(
            [1.26, 0.0, -12.04, 300.0].map(|number| tenths(number).to_string()),
            ["1.3", "0.0", "-12.0", "300.0"]
        );
        assert_eq!([343.0, 1.5, 21.4375, 0.0].map(|number| size(number).to_string()), ["343", "1.5", "21.4375", "0"]);
    }
}
