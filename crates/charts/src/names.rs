//! Where names stand in a chart: on no line and on no other name.

use crate::marks::{Anchor, Mark, Paint};

/// How far a name reaches above and below its baseline, with some room around it.
const ABOVE: f64 = 13.0;
const BELOW: f64 = 5.0;

/// The upper left and the lower right corner of a box.
pub(crate) type Corners = ((f64, f64), (f64, f64));

/// A line of a chart, from the left to the right.
pub(crate) type Line = [(f64, f64)];

/// Where a name may stand: the point on its baseline, and the part of it that is there.
pub(crate) type Place = ((f64, f64), Anchor);

/// What names keep clear of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Surroundings {
    /// What names lie inside.
    pub(crate) inside: Corners,
    /// Lines that no name may lie on.
    pub(crate) lines: Vec<Vec<(f64, f64)>>,
    /// Lines that a name lies on only where it has no other place.
    pub(crate) faint_lines: Vec<Vec<(f64, f64)>>,
    /// Other names and points.
    pub(crate) taken: Vec<Corners>,
}

impl Surroundings {
    /// The first of these places where a name of such lines has room or, if there is a point that it may stand anywhere near, the nearest
    /// one of all over the chart. Names that are placed later keep clear of it.
    pub(crate) fn find(
        &mut self,
        lines: &[&str],
        places: impl IntoIterator<Item = Place>,
        near: Option<(f64, f64)>,
    ) -> Option<Place> {
        let places: Vec<Place> = places.into_iter().collect();
        let is_free = |place: &Place| self.is_free(corners(lines, *place), &self.lines);
        let is_clear = |place: &Place| is_free(place) && self.is_free(corners(lines, *place), &self.faint_lines);
        let first = |is_right: &dyn Fn(&Place) -> bool| {
            let nearest = |(near_x, near_y): (f64, f64)| {
                let apart = |((x, y), _): &Place| (x - near_x).powi(2) + (y - near_y).powi(2);
                let all = self.everywhere().filter(is_right);
                all.min_by(|one, other| apart(one).total_cmp(&apart(other)))
            };
            places.iter().copied().find(is_right).or_else(|| near.and_then(nearest))
        };
        let place = first(&is_clear).or_else(|| first(&is_free))?;
        self.taken.push(corners(lines, place));
        Some(place)
    }

    fn is_free(&self, name: Corners, lines: &[Vec<(f64, f64)>]) -> bool {
        let ((left, top), (right, bottom)) = name;
        let ((least_left, least_top), (most_right, most_bottom)) = self.inside;
        let is_inside = left >= least_left && right <= most_right && top >= least_top && bottom <= most_bottom;
        is_inside
            && !self.taken.iter().any(|other| overlap(*other, name))
            && !lines.iter().any(|line| comes_into(line, name))
    }

    /// Places all over the chart.
    fn everywhere(&self) -> impl Iterator<Item = Place> {
        const ACROSS: u8 = 24;
        const DOWN: u8 = 24;
        let ((left, top), (right, bottom)) = self.inside;
        (0..=ACROSS).flat_map(move |column| (0..=DOWN).map(move |row| (f64::from(column), f64::from(row)))).map(
            move |(column, row)| {
                let at =
                    (left + (right - left) * column / f64::from(ACROSS), top + (bottom - top) * row / f64::from(DOWN));
                (at, if at.0 > f64::midpoint(left, right) { Anchor::End } else { Anchor::Start })
            },
        )
    }
}

/// A name of several lines, the first of them at its place.
pub(crate) fn marks(paint: Paint, lines: &[&str], ((x, y), anchor): Place) -> Vec<Mark> {
    let line = |(index, words): (usize, &&str)| Mark::Text {
        paint,
        at: (x, y + super::float(index) * LINE_HEIGHT),
        anchor,
        words: (*words).to_owned(),
    };
    lines.iter().enumerate().map(line).collect()
}

/// From one line of a name to the next.
pub(crate) const LINE_HEIGHT: f64 = 16.0;

/// The box around a name whose first line is at its place.
fn corners(lines: &[&str], ((x, y), anchor): Place) -> Corners {
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let width = super::float(longest) * super::LETTER_WIDTH;
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    let further = super::float(lines.len().saturating_sub(1)) * LINE_HEIGHT;
    ((left, y - ABOVE), (left + width, y + BELOW + further))
}

fn overlap(one: Corners, other: Corners) -> bool {
    let ((left, top), (right, bottom)) = one;
    let ((other_left, other_top), (other_right, other_bottom)) = other;
    left < other_right && other_left < right && top < other_bottom && other_top < bottom
}

/// Whether a line, which never goes back to the left, comes into a box.
fn comes_into(line: &[(f64, f64)], ((left, top), (right, bottom)): Corners) -> bool {
    line.iter().zip(line.iter().skip(1)).any(|(from, to)| {
        let (start, end) = (from.0.max(left), to.0.min(right));
        let wide = to.0 - from.0;
        let at = |x: f64| if wide > 0.0 { from.1 + (to.1 - from.1) * (x - from.0) / wide } else { from.1 };
        let reaches = if wide > 0.0 {
            (at(start).min(at(end)), at(start).max(at(end)))
        } else {
            (from.1.min(to.1), from.1.max(to.1))
        };
        start <= end && reaches.0 <= bottom && reaches.1 >= top
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_passes_above_or_beside_a_box_does_not_come_into_it() {
        let corners = ((10.0, 10.0), (20.0, 20.0));
        assert!(comes_into(&[(0.0, 15.0), (30.0, 15.0)], corners));
        assert!(comes_into(&[(0.0, 0.0), (30.0, 30.0)], corners));
        assert!(comes_into(&[(15.0, 0.0), (15.0, 30.0)], corners));
        assert!(!comes_into(&[(0.0, 9.0), (30.0, 9.0)], corners));
        assert!(!comes_into(&[(0.0, 15.0), (9.0, 15.0)], corners));
        assert!(!comes_into(&[(0.0, 25.0), (25.0, 0.0)], ((0.0, 0.0), (10.0, 10.0))));
    }

    #[test]
    fn the_second_name_goes_to_its_next_place() {
        let mut around =
            Surroundings { inside: ((0.0, 0.0), (300.0, 100.0)), lines: vec![], faint_lines: vec![], taken: vec![] };
        let places = [((0.0, 20.0), Anchor::Start), ((300.0, 20.0), Anchor::End)];
        assert_eq!(around.find(&["one"], places, None), Some(places[0]));
        assert_eq!(around.find(&["two"], places, None), Some(places[1]));
        assert_eq!(around.find(&["three"], places, None), None);
    }
}
