//! Marks and the drawing that holds them.

use std::fmt::Write;

/// A chart, in its own measures: as many units wide as it has CSS pixels.
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
    /// Every paint.
    pub const ALL: [Self; 13] = [
        Self::Rule,
        Self::Zero,
        Self::Label,
        Self::Name,
        Self::Reader,
        Self::Note,
        Self::Point,
        Self::PointName,
        Self::Proposed,
        Self::Cost,
        Self::Saving,
        Self::Target,
        Self::Paper,
    ];

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
        }
    }
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
    fn a_path_starts_with_a_move() {
        assert_eq!(path(&[(0.0, 1.0), (10.0, 2.54)]), "M0.0 1.0L10.0 2.5");
        assert_eq!(path(&[]), "");
    }
}
