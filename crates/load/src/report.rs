//! What is wrong with a file, gathered while it is read, with places in lines and columns.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use model::fault::{Fault, Place, Problem};

use crate::tree::Node;

/// How many problems are listed. A file with more is most often no note at all, and nobody reads on.
const MOST_PROBLEMS: usize = 200;

/// What was found in one file so far.
pub(crate) struct Report<'t> {
    text: &'t str,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    /// Whether the file is one of those that ship, which must have everything.
    pub(crate) is_strict: bool,
    /// The first ones by their places, and until they are gathered again some more.
    problems: RefCell<Vec<Found>>,
    count: Cell<usize>,
    remarks: RefCell<Vec<Problem>>,
}

/// A problem whose line and column are not counted yet: they are wanted of few.
struct Found {
    place: Range<usize>,
    item: String,
    fault: Fault,
}

/// An item of a file: what faults call it, and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct At<'n> {
    /// Its path of ids.
    pub(crate) item: &'n str,
    pub(crate) node: &'n Node,
}

impl At<'_> {
    /// A field of the item; the item itself where the file leaves the field out.
    pub(crate) fn field(self, key: &str) -> Self {
        Self { node: self.node.get(key).unwrap_or(self.node), ..self }
    }

    /// One of several, where the value is a list.
    pub(crate) fn nth(self, index: usize) -> Self {
        Self { node: self.node.items().get(index).unwrap_or(self.node), ..self }
    }
}

impl<'t> Report<'t> {
    pub(crate) fn new(text: &'t str, is_strict: bool) -> Self {
        let ends = text.match_indices('\n').map(|(end, _)| end.saturating_add(1));
        Self {
            text,
            lines: std::iter::once(0).chain(ends).collect(),
            is_strict,
            problems: RefCell::default(),
            count: Cell::default(),
            remarks: RefCell::default(),
        }
    }

    /// Reports what is wrong with an item.
    pub(crate) fn problem(&self, at: At<'_>, fault: Fault) {
        self.problem_at(&at.node.place(), at.item, fault);
    }

    /// Reports what is wrong at a place in the text.
    pub(crate) fn problem_at(&self, place: &Range<usize>, item: &str, fault: Fault) {
        self.count.set(self.count.get().saturating_add(1));
        let mut problems = self.problems.borrow_mut();
        problems.push(Found { place: place.clone(), item: item.to_owned(), fault });
        // Whoever mends a file begins at its top, in whatever order it is checked.
        if problems.len() >= MOST_PROBLEMS.saturating_mul(2) {
            problems.sort_by_key(|found| found.place.start);
            problems.truncate(MOST_PROBLEMS);
        }
    }

    /// Reports what a note that ships must not have, and what does not hinder another one.
    pub(crate) fn blemish(&self, at: At<'_>, fault: Fault) {
        if self.is_strict {
            self.problem(at, fault);
        } else {
            self.remark(Problem { place: Some(self.place(&at.node.place())), item: at.item.to_owned(), fault });
        }
    }

    /// Remarks on what hinders nothing.
    pub(crate) fn remark(&self, remark: Problem) {
        let mut remarks = self.remarks.borrow_mut();
        if remarks.len() < MOST_PROBLEMS {
            remarks.push(remark);
        }
    }

    /// How many problems there are.
    pub(crate) fn count(&self) -> usize {
        self.count.get()
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.count() == 0
    }

    /// Whether there are so many problems that no more trouble is taken with each.
    pub(crate) fn is_full(&self) -> bool {
        self.count() >= MOST_PROBLEMS
    }

    /// Whether a field of an item is there, and nothing in it is a problem that was reported.
    pub(crate) fn is_sound(&self, at: At<'_>, key: &str) -> bool {
        let Some(extent) = at.node.get(key).map(Node::extent) else { return false };
        !self
            .problems
            .borrow()
            .iter()
            .any(|found| extent.contains(&found.place.start) || found.place.start == extent.start)
    }

    /// All problems in the order of the file, and the remarks.
    pub(crate) fn finish(self) -> (Vec<Problem>, Vec<Problem>) {
        let in_order = |problem: &Problem| problem.place.as_ref().map(|place| (place.line, place.column));
        let (mut found, mut remarks) = (self.problems.take(), self.remarks.take());
        found.sort_by_key(|found| found.place.start);
        found.truncate(MOST_PROBLEMS);
        let in_lines = |Found { place, item, fault }| Problem { place: Some(self.place(&place)), item, fault };
        let mut problems: Vec<Problem> = found.into_iter().map(in_lines).collect();
        remarks.sort_by_key(in_order);
        let unlisted = self.count().saturating_sub(problems.len());
        if unlisted > 0 {
            problems.push(Problem { place: None, item: String::new(), fault: Fault::More(unlisted) });
        }
        (problems, remarks)
    }

    /// The line of a byte, from 0.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    fn place(&self, span: &Range<usize>) -> Place {
        // Where a list or a text is left open, parsers point behind the end.
        let start = floor(self.text, span.start.min(self.text.len()));
        let line = self.line_of(start);
        let line_start = self.lines.get(line).copied().unwrap_or_default();
        let before = self.text.get(line_start..start).unwrap_or_default();
        let passage =
            self.text.get(start..floor(self.text, span.end.max(start).min(self.text.len()))).unwrap_or_default();
        let passage = match passage.lines().next().unwrap_or_default().trim_end() {
            "" => self.text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim(),
            passage => passage,
        };
        let number = |count: usize| u32::try_from(count.saturating_add(1)).unwrap_or(u32::MAX);
        Place {
            line: number(line),
            column: number(before.chars().count()),
            passage: passage.chars().take(Place::LONGEST_PASSAGE).collect(),
        }
    }
}

/// The beginning of the character that has this byte.
fn floor(text: &str, byte: usize) -> usize {
    (0..=byte).rev().find(|byte| text.is_char_boundary(*byte)).unwrap_or_default()
}
