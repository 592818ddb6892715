//! Sentences broken over lines, between words and nowhere else.

use super::PictureError;
use super::fonts::Fonts;
use super::letters::{Letters, Run, widths};

/// A word: its runs, and its width as a share of the size of the letters.
struct Word {
    runs: Vec<Run>,
    width: f64,
}

/// A text that is broken over lines once its size and its room are known.
pub(super) struct Text {
    words: Vec<Word>,
    /// The width of a space.
    space: f64,
    /// What the text says.
    whole: String,
}

/// A text in lines.
pub(super) struct Lines {
    /// The lines, each with its runs.
    pub(super) lines: Vec<Vec<Run>>,
    /// The width of the last line.
    pub(super) last_width: f64,
}

impl Text {
    /// The text of these runs. Words begin and end at spaces; those that must not be parted, as in "7,9 mio. kr.", have others
    /// between them.
    pub(super) fn of(runs: &[Run], fonts: &Fonts) -> Result<Self, PictureError> {
        let mut words: Vec<Vec<Run>> = vec![Vec::new()];
        for Run { words: text, letters } in runs {
            for (index, part) in text.split(' ').enumerate() {
                if index > 0 {
                    words.push(Vec::new());
                }
                if let Some(word) = words.last_mut().filter(|_| !part.is_empty()) {
                    word.push(Run { words: part.to_owned(), letters: *letters });
                }
            }
        }
        words.retain(|word| !word.is_empty());
        let letters = runs.first().map_or(Letters::Label, |run| run.letters);
        // A space alone has no width of its own.
        let probes = ["n n", "nn"].map(|probe| Run { words: probe.to_owned(), letters });
        let parts: Vec<Run> = words.iter().flatten().chain(&probes).cloned().collect();
        let mut widths = widths(&parts, fonts)?.into_iter();
        let words =
            words.into_iter().map(|runs| Word { width: widths.by_ref().take(runs.len()).sum(), runs }).collect();
        let space = widths.next().unwrap_or_default() - widths.next().unwrap_or_default();
        Ok(Self { words, space, whole: runs.iter().map(|run| run.words.as_str()).collect() })
    }

    /// What the text says.
    pub(super) fn whole(&self) -> &str {
        &self.whole
    }

    /// The lines in letters of this size, of which none is wider than the room; `None` where a word is.
    fn lines(&self, size: f64, room: f64) -> Option<Lines> {
        let mut lines: Vec<Vec<Run>> = Vec::new();
        let mut last_width = 0.0;
        for word in &self.words {
            if word.width * size > room {
                return None;
            }
            match lines.last_mut() {
                Some(line) if (last_width + self.space + word.width) * size <= room => {
                    last_width += self.space + word.width;
                    add(line, word);
                }
                _ => {
                    last_width = word.width;
                    lines.push(word.runs.clone());
                }
            }
        }
        Some(Lines { lines, last_width: last_width * size })
    }

    /// The lines in letters of this size, as few as the room allows and none of them longer than it has to be for that: so the last one is
    /// seldom a single word. `None` where a word is wider than the room.
    pub(super) fn even_lines(&self, size: f64, room: f64) -> Option<Lines> {
        let mut even = self.lines(size, room)?;
        let step = size / 2.0;
        let mut narrower = room - step;
        while let Some(lines) = self.lines(size, narrower) {
            if lines.lines.len() > even.lines.len() || narrower <= 0.0 {
                break;
            }
            even = lines;
            narrower -= step;
        }
        Some(even)
    }
}

/// Adds a word to a line, behind a space.
fn add(line: &mut Vec<Run>, word: &Word) {
    for (index, run) in word.runs.iter().enumerate() {
        let space = if index == 0 { " " } else { "" };
        match line.last_mut() {
            Some(last) if last.letters == run.letters => {
                last.words.push_str(space);
                last.words.push_str(&run.words);
            }
            Some(last) => {
                // The space belongs to the words before it, which are of the look that it was measured in.
                last.words.push_str(space);
                line.push(run.clone());
            }
            None => line.push(run.clone()),
        }
    }
}
