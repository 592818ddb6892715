//! Round numbers for scales, as people would choose them.

/// The step between round numbers: the smallest of 1, 2, 5, 10, 20, 50 … that is `least` or more.
#[must_use]
pub fn nice_step(least: i64) -> i64 {
    smallest(least, &[10, 20, 50])
}

/// The end of a scale: the smallest of 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30 … that is `least` or more. A [`nice_step`]
/// of a hundredth of the end or less divides the end evenly.
#[must_use]
pub fn nice_end(least: i64) -> i64 {
    smallest(least, &[10, 15, 20, 30, 40, 50, 60, 80])
}

/// The smallest whole number that is `least` or more and that equals one of the `tenths`, divided by ten, times a power
/// of ten. `i64::MAX` where every such number is too large for an `i64`.
fn smallest(least: i64, tenths: &[i64]) -> i64 {
    let mut power: i64 = 1;
    loop {
        for tenth in tenths {
            let Some(product) = power.checked_mul(*tenth) else { return i64::MAX };
            let is_whole = product % 10 == 0;
            if is_whole && product / 10 >= least {
                return product / 10;
            }
        }
        let Some(next) = power.checked_mul(10) else { return i64::MAX };
        power = next;
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, reason = "an overflow would fail the test")]
mod tests {
    use super::*;

    #[test]
    fn ends_and_steps_are_round_numbers() {
        assert_eq!([1, 9, 25, 300, 743_334, 1_340_000].map(nice_end), [1, 10, 30, 300, 800_000, 1_500_000]);
        assert_eq!([-5, 0, 1, 3, 12, 1250].map(nice_step), [1, 1, 1, 5, 20, 2000]);
        assert_eq!(nice_end(i64::MAX), i64::MAX);
        assert_eq!(nice_step(i64::MAX), i64::MAX);
    }

    #[test]
    fn small_steps_divide_an_end_evenly() {
        for least in 1..100_000 {
            let end = nice_end(least);
            if end >= 100 {
                assert_eq!(end % nice_step(end / 500), 0, "{least}: {end}");
            }
        }
    }
}
