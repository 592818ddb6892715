//! Scales, and the round ticks on them.

use engine::nice_numbers::nice_step;

/// Maps a range of values onto a range of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The lowest and the highest value.
    pub domain: (f64, f64),
    /// The coordinates of the lowest and of the highest value.
    pub range: (f64, f64),
}

impl Scale {
    /// The coordinate of a value. Where the domain is a single value, this is the start of the range.
    #[must_use]
    pub fn at(&self, value: f64) -> f64 {
        let (low, high) = self.domain;
        let (start, end) = self.range;
        let extent = high - low;
        if extent == 0.0 { start } else { start + (value - low) / extent * (end - start) }
    }
}

/// Round amounts for the grid lines of a chart from `low` to `high`: multiples of 1, 2 or 5 times a power of ten. The
/// first is `low` or less, and the last is `high` or more. `wanted` is roughly the number of steps between them.
///
/// ```
/// use charts::marks::ticks;
///
/// assert_eq!(ticks(-2159, 2073, 5), [-3000, -2000, -1000, 0, 1000, 2000, 3000]);
/// ```
#[must_use]
pub fn ticks(low: i64, high: i64, wanted: u32) -> Vec<i64> {
    let (low, high) = (low.min(high), low.max(high));
    let high = high.max(low.saturating_add(1));
    let extent = high.saturating_sub(low);
    let least = extent.checked_div(i64::from(wanted.max(1))).unwrap_or(extent).max(1);
    let step = nice_step(least);
    let first = low.div_euclid(step).saturating_mul(step);
    let mut ticks = vec![first];
    let mut tick = first;
    while tick < high {
        tick = tick.saturating_add(step);
        ticks.push(tick);
    }
    ticks
}

/// A whole amount as a number that [`Scale::at`] takes.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "a drawing has no use for the 16th digit")]
pub const fn coordinate(amount: i64) -> f64 {
    amount as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_enclose_the_values() {
        assert_eq!(ticks(-2159, 2073, 5), [-3000, -2000, -1000, 0, 1000, 2000, 3000]);
        assert_eq!(ticks(0, 100, 5), [0, 20, 40, 60, 80, 100]);
        assert_eq!(ticks(0, 0, 5), [0, 1]);
        assert_eq!(ticks(7, 7, 1), [7, 8]);
        assert_eq!(ticks(5, -5, 2), [-5, 0, 5]);
    }

    #[test]
    fn ticks_are_few_even_for_extreme_amounts() {
        for (low, high) in [(i64::MIN, i64::MAX), (0, i64::MAX), (i64::MIN, 0), (i64::MAX, i64::MAX)] {
            assert!(ticks(low, high, 5).len() < 20, "{low} to {high}");
        }
    }

    #[test]
    #[allow(clippy::float_cmp, reason = "these values are exact in binary")]
    fn a_scale_maps_its_ends_and_middle() {
        let scale = Scale { domain: (-100.0, 100.0), range: (300.0, 0.0) };
        assert_eq!(scale.at(-100.0), 300.0);
        assert_eq!(scale.at(0.0), 150.0);
        assert_eq!(scale.at(100.0), 0.0);
        assert_eq!(Scale { domain: (5.0, 5.0), range: (10.0, 20.0) }.at(5.0), 10.0);
    }
}
