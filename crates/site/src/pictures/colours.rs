//! PNG files with a list of colours. They are a third as large as those with a colour for each point.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::iter::repeat_n;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

/// Red, green and blue.
type Colour = [u8; 3];

/// How many colours a list may have.
const MOST: usize = 256;

/// The points of an opaque picture as a PNG file. Each point is four bytes; the last one is its opacity.
///
/// Letters have edges in more colours than a list may have. The rarest of them become the nearest ones, which nobody sees.
pub(super) fn file(points: &[u8], (width, height): (u32, u32)) -> Result<Vec<u8>, EncodingError> {
    let colour = |point: &[u8]| match point {
        [red, green, blue, ..] => [*red, *green, *blue],
        _ => Colour::default(),
    };
    let colours: Vec<Colour> = points.chunks_exact(4).map(colour).collect();
    // Most points have the colour of the one before them, and need not be looked up.
    let stretches =
        || colours.chunk_by(|one, other| one == other).filter_map(|alike| Some((*alike.first()?, alike.len())));
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    for (colour, length) in stretches() {
        let count = counts.entry(colour).or_default();
        *count = count.saturating_add(length);
    }
    let mut listed: Vec<Colour> = counts.keys().copied().collect();
    // The order of the colours themselves decides among equally frequent ones, so that the list is always the same.
    listed.sort_by_key(|colour| (Reverse(counts.get(colour).copied()), *colour));
    listed.truncate(MOST);
    let indices: BTreeMap<Colour, u8> = counts.keys().map(|colour| (*colour, nearest(*colour, &listed))).collect();
    let index = |colour: Colour| indices.get(&colour).copied().unwrap_or_default();
    let data: Vec<u8> = stretches().flat_map(|(colour, length)| repeat_n(index(colour), length)).collect();

    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(listed.concat());
    encoder.set_compression(Compression::High);
    // Filters compare numbers, and those of the list have no order.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(file)
}

/// The place in the list of the colour that is nearest to this one.
fn nearest(colour: Colour, listed: &[Colour]) -> u8 {
    let distance = |other: &Colour| -> u32 {
        colour.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum()
    };
    let nearest = listed.iter().enumerate().min_by_key(|(_, other)| distance(other));
    nearest.and_then(|(index, _)| u8::try_from(index).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{file, nearest};

    #[test]
    fn a_colour_that_is_not_listed_becomes_the_nearest_one() {
        let listed = [[250, 250, 250], [0, 0, 0], [200, 0, 0]];
        assert_eq!([[255, 255, 255], [180, 10, 10], [0, 0, 0]].map(|colour| nearest(colour, &listed)), [0, 2, 1]);
    }

    #[test]
    fn more_colours_than_can_be_listed_are_a_picture_too() {
        let points: Vec<u8> =
            (0..100_u8).flat_map(|red| (0..10_u8).flat_map(move |green| [red, green, 0, 255])).collect();
        let file = file(&points, (100, 10)).unwrap();
        assert!(file.starts_with(b"\x89PNG\r\n\x1a\n"));
    }
}
