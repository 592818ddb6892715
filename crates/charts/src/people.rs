//! The people of an effort, a dot each: a row for every consultant, and those who reach a job or education filled.

use rust_decimal::prelude::ToPrimitive;

use crate::float;
use crate::marks::{Drawing, Mark, Paint};
use engine::people::People;

/// From the middle of a dot to that of the next one, where there is room. A row of 25 has it on any common phone, so that a document,
/// whose width nobody has measured, is as high as the page.
const STEP: f64 = 13.0;
/// How many dots a row has where the note does not say how many places a consultant has.
const IN_A_ROW: u32 = 25;
/// The radius of a dot, as a share of the step.
const RADIUS: f64 = 0.36;

/// The dots. A person of whom only a part is counted, such as the half one of 37.5, is not filled.
#[must_use]
pub fn people(people: &People, width: f64) -> Drawing {
    let in_a_row = people.per_consultant.unwrap_or(IN_A_ROW).min(people.places).max(1);
    let step = STEP.min(width / f64::from(in_a_row));
    let filled = people.in_job.and_then(|in_job| in_job.floor().to_u32()).unwrap_or_default();
    let dots = (0..people.places).map(|index| {
        let (row, column) =
            (index.checked_div(in_a_row).unwrap_or_default(), index.checked_rem(in_a_row).unwrap_or_default());
        let middle = |place: u32| (f64::from(place) + 0.5) * step;
        let paint = if index < filled { Paint::PersonInJob } else { Paint::Person };
        Mark::Circle { paint, at: (middle(column), middle(row)), radius: step * RADIUS }
    });
    let rows = float(usize::try_from(people.places.div_ceil(in_a_row)).unwrap_or(usize::MAX));
    Drawing { width, height: rows * step, marks: dots.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn there_is_a_dot_for_each_place_and_a_row_for_each_consultant() {
        let drawn = people(
            &People {
                effort: 0,
                places: 150,
                per_consultant: Some(25),
                in_job: Some(Decimal::new(375, 1)),
                share_is_of: None,
            },
            700.0,
        );
        let filled = drawn.marks.iter().filter(|mark| matches!(mark, Mark::Circle { paint: Paint::PersonInJob, .. }));
        assert_eq!((drawn.marks.len(), filled.count()), (150, 37));
        assert_eq!((drawn.width.to_bits(), drawn.height.to_bits()), (700f64.to_bits(), (6.0 * STEP).to_bits()));
        let inside = |mark: &Mark| match mark {
            Mark::Circle { at, radius, .. } => at.0 + radius <= drawn.width && at.1 + radius <= drawn.height,
            _ => false,
        };
        assert!(drawn.marks.iter().all(inside));
    }

    #[test]
    fn a_narrow_window_has_smaller_dots_and_a_note_without_caseload_rows_of_its_own() {
        let drawn =
            people(&People { effort: 0, places: 40, per_consultant: None, in_job: None, share_is_of: None }, 200.0);
        assert_eq!(drawn.marks.len(), 40);
        assert!(drawn.height < 2.0 * STEP);
    }
}
