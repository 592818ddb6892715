//! Where everything in a picture stands: the sentence on the left, its chart on the right, and small lines above and below them.

use charts::marks::{Anchor, Drawing, Paint};

use super::content::Content;
use super::fonts::Fonts;
use super::letters::{Letters, Run};
use super::lines::{Lines, Text};
use super::{PictureError, SIZE};
use words::{Phrase, Piece};

/// The width of a picture.
const WIDTH: f64 = SIZE.0 as f64;
/// The empty edge of a picture.
pub const MARGIN: f64 = 56.0;
/// The room between the sentence and its chart.
const GUTTER: f64 = 48.0;
/// The most width of the chart. The sentence has what is left.
const CHART_WIDTH: f64 = 510.0;
/// Where sentence and chart begin and end.
const TOP: f64 = 112.0;
const BOTTOM: f64 = 538.0;
/// Where the small lines above and below them stand.
const ABOUT_LINE: f64 = 72.0;
const FOOT_RULE: f64 = 556.0;
const FOOT_LINE: f64 = 596.0;

/// The sizes of letters. In a chat the picture is half as wide, and the smallest letters must still be read there.
const SMALL: f64 = 25.0;
const SITE: f64 = 28.0;
/// The sizes that the sentence may have, the largest one first.
const SENTENCE: [f64; 13] = [60.0, 56.0, 52.0, 50.0, 48.0, 46.0, 44.0, 42.0, 40.0, 38.0, 36.0, 34.0, 32.0];
/// How many sizes are tried for a last line that is longer than a short one, and how short that is, as a share of the room.
const SIZES_TRIED: usize = 3;
const SHORT_LAST_LINE: f64 = 0.4;
/// As many letters of emphasized words stay in one line.
const KEPT_TOGETHER: usize = 12;
/// From one line to the next, as a share of the size of its letters.
const LINE_HEIGHT: f64 = 1.18;
const SMALL_LINE_HEIGHT: f64 = 1.25;
/// The part of a line that is above its baseline, as a share of the size of its letters, and the part below it.
const ABOVE_BASELINE: f64 = 0.78;
const BELOW_BASELINE: f64 = 0.25;
/// The room between two sentences, as a share of the size of their letters.
const BETWEEN_SENTENCES: f64 = 0.4;
/// The room between the name of a chart and the chart.
const BELOW_NAME: f64 = 10.0;
/// How much larger than on the page a chart may be drawn, in steps of a twentieth: most, and least.
const MOST_ENLARGED: u32 = 42;
const LEAST_ENLARGED: u32 = 33;
/// How high the chart is asked to be, in eighths of the room for it: most, and least.
const MOST_EIGHTHS: u32 = 16;
const LEAST_EIGHTHS: u32 = 2;

/// A picture whose parts have their places.
pub struct Frame {
    /// The lines of text around the chart.
    pub lines: Vec<Line>,
    /// The chart.
    pub chart: Drawing,
    /// The upper left corner of the chart.
    pub chart_at: (f64, f64),
    /// How much larger the chart is drawn than on the page.
    pub enlarged: f64,
    /// The height at which a line parts off the foot.
    pub foot_rule: f64,
    /// What the sentence and the chart say, for the title of the picture.
    pub title: String,
}

/// A line of text.
pub struct Line {
    /// The words.
    pub runs: Vec<Run>,
    /// The point on the baseline where `anchor` is placed.
    pub at: (f64, f64),
    /// The part of the line that is placed at `at`.
    pub anchor: Anchor,
    /// The size of the letters.
    pub size: f64,
    /// What the words are used for.
    pub paint: Paint,
}

/// The parts of a picture at their places.
///
/// # Errors
/// Returns [`PictureError::NoRoom`] with the words for which there is no room even in the smallest letters, or with the name of the
/// chart for which there is none.
pub fn framed(content: &Content<'_>, fonts: &Fonts) -> Result<Frame, PictureError> {
    let mut lines = Vec::new();
    lines.extend(single(&content.about, Paint::Label, (MARGIN, ABOUT_LINE), Anchor::Start, fonts)?);
    let site = Run { words: content.site.to_owned(), letters: Letters::StrongSentence };
    let at = (MARGIN, FOOT_LINE);
    lines.push(Line { runs: vec![site], at, anchor: Anchor::Start, size: SITE, paint: Paint::Name });
    lines.extend(single(&content.source, Paint::Label, (WIDTH - MARGIN, FOOT_LINE), Anchor::End, fonts)?);
    let name = small_lines(&content.chart_name, Letters::Name, CHART_WIDTH, fonts)?;
    let chart_top = TOP + SMALL * SMALL_LINE_HEIGHT * count(name.len()) + BELOW_NAME;
    let no_room = || PictureError::NoRoom(content.chart_name.clone());
    let (chart, enlarged) = enlarged(content, BOTTOM - chart_top).ok_or_else(no_room)?;
    let left = WIDTH - MARGIN - chart.width * enlarged;
    lines.extend(stacked(name, Paint::Name, (left, TOP), SMALL, SMALL_LINE_HEIGHT));
    lines.extend(sentences(&content.sentences, left - GUTTER - MARGIN, fonts)?);
    let title = content.says();
    Ok(Frame { lines, chart, chart_at: (left, chart_top), enlarged, foot_rule: FOOT_RULE, title })
}

/// The sentences in the largest letters in which they fit, each in lines of its own.
fn sentences(sentences: &[Phrase], room: f64, fonts: &Fonts) -> Result<Vec<Line>, PictureError> {
    let run = |piece: &Piece| match piece {
        Piece::Plain(words) => Run { words: words.clone(), letters: Letters::Sentence },
        Piece::Strong(words) | Piece::Driver(words, _) => {
            Run { words: kept_together(words), letters: Letters::StrongSentence }
        }
    };
    let text = |sentence: &Phrase| Text::of(&sentence.pieces().iter().map(run).collect::<Vec<Run>>(), fonts);
    let texts = sentences.iter().map(text).collect::<Result<Vec<Text>, _>>()?;
    let in_size = |size: f64| {
        let mut placed = Vec::new();
        let mut top = TOP;
        let mut last_width = 0.0;
        for text in &texts {
            let Lines { lines, last_width: width } = text.even_lines(size, room)?;
            last_width = width;
            let height = size * LINE_HEIGHT * count(lines.len());
            placed.extend(stacked(lines, Paint::Name, (MARGIN, top), size, LINE_HEIGHT));
            top += height + size * BETWEEN_SENTENCES;
        }
        let lowest = placed.iter().map(|line| line.at.1).fold(0.0, f64::max);
        (lowest + size * BELOW_BASELINE <= BOTTOM).then_some((placed, last_width))
    };
    // Slightly smaller letters are better than a last line with a single word.
    let mut fitting = SENTENCE.into_iter().filter_map(in_size).take(SIZES_TRIED);
    let whole = || PictureError::NoRoom(texts.iter().map(Text::whole).collect::<Vec<_>>().join(" "));
    let (largest, last_width) = fitting.next().ok_or_else(whole)?;
    if last_width >= room * SHORT_LAST_LINE {
        return Ok(largest);
    }
    Ok(fitting.find(|(_, last_width)| *last_width >= room * SHORT_LAST_LINE).map_or(largest, |(lines, _)| lines))
}

/// Emphasized words that are too few to be read apart: "i 2021".
fn kept_together(words: &str) -> String {
    if words.chars().count() <= KEPT_TOGETHER { words.replace(' ', "\u{a0}") } else { words.to_owned() }
}

/// The lines below each other, the first one's letters at the top.
fn stacked(lines: Vec<Vec<Run>>, paint: Paint, (left, top): (f64, f64), size: f64, line_height: f64) -> Vec<Line> {
    let line = |(index, runs): (usize, Vec<Run>)| {
        let baseline = top + size * (ABOVE_BASELINE + line_height * count(index));
        Line { runs, at: (left, baseline), anchor: Anchor::Start, size, paint }
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// Words in small letters, in lines of at most this width.
fn small_lines(words: &str, letters: Letters, room: f64, fonts: &Fonts) -> Result<Vec<Vec<Run>>, PictureError> {
    let text = Text::of(&[Run { words: words.to_owned(), letters }], fonts)?;
    text.even_lines(SMALL, room).map(|text| text.lines).ok_or_else(|| PictureError::NoRoom(words.to_owned()))
}

/// Words in small letters for which there must be room in a single line of the picture.
fn single(
    words: &str,
    paint: Paint,
    at: (f64, f64),
    anchor: Anchor,
    fonts: &Fonts,
) -> Result<Option<Line>, PictureError> {
    let mut lines = small_lines(words, Letters::Label, WIDTH - 2.0 * MARGIN, fonts)?.into_iter();
    match (lines.next(), lines.next()) {
        (Some(_), Some(_)) => Err(PictureError::NoRoom(words.to_owned())),
        (line, _) => Ok(line.map(|runs| Line { runs, at, anchor, size: SMALL, paint })),
    }
}

/// The chart as large as the room for it allows, and how much larger it is than on the page. Of all heights that fit, it has the greatest.
fn enlarged(content: &Content<'_>, room: f64) -> Option<(Drawing, f64)> {
    if content.chart.has_own_width() {
        let drawing = content.chart.drawing((CHART_WIDTH, room), content.words);
        let enlarged = (CHART_WIDTH / drawing.width).min(room / drawing.height);
        return Some((drawing, enlarged));
    }
    let in_size = |twentieths: u32| {
        let enlarged = f64::from(twentieths) / 20.0;
        let in_height = |eighths: u32| {
            let most_height = room / enlarged * f64::from(eighths) / 8.0;
            let drawing = content.chart.drawing((CHART_WIDTH / enlarged, most_height), content.words);
            (drawing.height * enlarged <= room).then_some((drawing, enlarged))
        };
        // Higher than the room is what the chart is not made to be, but what one of low bars can be.
        (LEAST_EIGHTHS..=MOST_EIGHTHS).rev().find_map(in_height)
    };
    (LEAST_ENLARGED..=MOST_ENLARGED).rev().find_map(in_size)
}

/// A number of lines as a length.
fn count(lines: usize) -> f64 {
    u32::try_from(lines).map_or(f64::from(u32::MAX), f64::from)
}
