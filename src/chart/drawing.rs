//! Marks and the drawing that holds them.

use std::fmt::Write;

/// A chart, in its own measures: sixteenths of the text size around it, CSS pixels where that is 16.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// From its left edge to its right.
    pub width: f64,
    /// From its top to its bottom.
    pub height: f64,
    /// What is drawn, from the back to the front.
    pub marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A straight line.
    Line {
        /// How.
        paint: Paint,
        /// One end.
        from: (f64, f64),
        /// The other.
        to: (f64, f64),
    },
    /// A line through points.
    Path {
        /// How.
        paint: Paint,
        /// The points.
        points: Vec<(f64, f64)>,
    },
    /// Many rectangles of one kind.
    Area {
        /// How.
        paint: Paint,
        /// The upper left corner and the size of each.
        rects: Vec<Rect>,
    },
    /// A bar.
    Rect {
        /// How.
        paint: Paint,
        /// Its upper left corner.
        at: (f64, f64),
        /// Its width and height.
        size: (f64, f64),
    },
    /// A point.
    Circle {
        /// How.
        paint: Paint,
        /// Its middle.
        at: (f64, f64),
        /// Its radius.
        radius: f64,
    },
    /// Words.
    Text {
        /// How.
        paint: Paint,
        /// Where the words stand, on their baseline.
        at: (f64, f64),
        /// Which part of them stands there.
        anchor: Anchor,
        /// The words.
        words: String,
    },
    /// Marks that belong together and lead somewhere.
    Link(Link),
}

/// The upper left corner of a rectangle, and its width and height.
pub type Rect = ((f64, f64), (f64, f64));

/// Marks that lead somewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The link, without the `#`.
    pub to: String,
    /// What they show, for those who cannot see it.
    pub label: String,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// The part of a text that stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What a mark stands for: every chart paints the same thing alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Paint {
    /// A line at a tick.
    Rule,
    /// The line at zero.
    Zero,
    /// Names of years, amounts and units.
    Label,
    /// Names and amounts that matter.
    Name,
    /// The reader's line.
    Reader,
    /// The document's line.
    Note,
    /// The point of an answer.
    Point,
    /// Its name.
    PointName,
    /// What was proposed.
    Proposed,
    /// What was granted, or costs more.
    Cost,
    /// What saves.
    Saving,
    /// A place to press, unseen.
    Target,
    /// The background.
    Paper,
    /// What a camera reads: dark on light, in any scheme.
    Code,
    /// What is behind it.
    CodeGround,
    /// A step of a map, 0 for the best; what is beyond the last step is painted as the last.
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
    /// Its class on the page, where the style sheet gives the colours.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Zero => "zero",
            Self::Label => "label",
            Self::Name => "name",
            Self::Reader => "reader",
            Self::Note => "note",
            Self::Point => "point",
            Self::PointName => "point-name",
            Self::Proposed => "proposed",
            Self::Cost => "cost",
            Self::Saving => "saving",
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

/// Rectangles, as an SVG path. Each edge is rounded by itself, so that rectangles beside each other leave no gap.
#[must_use]
pub fn rect_path(rects: &[Rect]) -> String {
    let mut path = String::new();
    for ((x, y), (width, height)) in rects {
        let (right, bottom) = (x + width, y + height);
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x:.1} {y:.1}H{right:.1}V{bottom:.1}H{x:.1}z");
    }
    path
}

/// A line through points, as an SVG path.
#[must_use]
pub fn path(points: &[(f64, f64)]) -> String {
    let mut path = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let command = if at == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail. A tenth of a unit is finer than any screen shows.
        let _ = write!(path, "{command}{x:.1} {y:.1}");
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rectangles_are_closed_paths() {
        assert_eq!(rect_path(&[((1.0, 2.0), (3.0, 4.0))]), "M1.0 2.0H4.0V6.0H1.0z");
        // 1.26 and 2.52 are 1.3 and 2.5: the first ends where the second begins.
        let beside = [((0.0, 0.0), (1.26, 1.0)), ((1.26, 0.0), (1.26, 1.0))];
        assert_eq!(rect_path(&beside), "M0.0 0.0H1.3V1.0H0.0zM1.3 0.0H2.5V1.0H1.3z");
    }

    #[test]
    fn a_path_starts_with_a_move() {
        assert_eq!(path(&[(0.0, 1.0), (10.0, 2.54)]), "M0.0 1.0L10.0 2.5");
        assert_eq!(path(&[]), "");
    }
}
