//! Words in letters of one look, and how wide they are in it.

use std::fmt::Write;

use engine::markup::escaped;
use resvg::usvg::{Group, Node, Tree};

use super::PictureError;
use super::fonts::{Fonts, PLAIN, SANS, SERIF, STRONG_SANS, STRONG_SERIF};

/// The look of letters, but for their size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// The words of a sentence.
    Sentence,
    /// What the sentence says before all.
    StrongSentence,
    /// What stands around the sentence and its chart.
    Label,
    /// The name of a chart.
    Name,
}

/// Words in letters of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub words: String,
    /// Their look.
    pub letters: Letters,
}

impl Letters {
    /// The font of the letters, as attributes.
    pub(super) fn font(self) -> String {
        let (family, weight) = match self {
            Self::Sentence => (SERIF, PLAIN),
            Self::StrongSentence => (SERIF, STRONG_SERIF),
            Self::Label => (SANS, PLAIN),
            Self::Name => (SANS, STRONG_SANS),
        };
        format!("font-family=\"'{family}'\" font-weight=\"{weight}\"")
    }
}

/// The size in which widths are measured. Letters grow evenly, so any size would do.
const MEASURED_AT: f64 = 100.0;

/// The width of each run, as a share of the size of its letters. The program that paints the letters measures them too, so that both know
/// of the same kerning.
pub(super) fn widths(runs: &[Run], fonts: &Fonts) -> Result<Vec<f64>, PictureError> {
    let mut svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"100\">".to_owned();
    for (index, Run { words, letters }) in runs.iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            "<text id=\"run{index}\" y=\"100\" xml:space=\"preserve\" font-size=\"{MEASURED_AT}\" {}>{}</text>",
            letters.font(),
            escaped(words)
        );
    }
    svg.push_str("</svg>");
    let tree = Tree::from_str(&svg, &fonts.options()).map_err(|error| PictureError::NotDrawn(error.to_string()))?;
    let mut widths = vec![0.0; runs.len()];
    read(tree.root(), &mut widths);
    Ok(widths)
}

/// Puts down the widths of the texts in a group.
fn read(group: &Group, widths: &mut [f64]) {
    for node in group.children() {
        match node {
            Node::Group(group) => read(group, widths),
            Node::Text(text) => {
                let index = text.id().strip_prefix("run").and_then(|index| index.parse::<usize>().ok());
                if let Some(width) = index.and_then(|index| widths.get_mut(index)) {
                    *width = f64::from(text.bounding_box().width()) / MEASURED_AT;
                }
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}
