//! The cells that the reader may change, and what is counted with: their values, or others where a cell cannot be used.
//!
//! A cell may be emptied, overwritten with a text, or given a value that the page would refuse: a spreadsheet checks what is typed,
//! but not what is pasted. So no other formula reads these cells. Each has a row here that says why it cannot be used, and
//! its name leads to a value that always can.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Workbook, XlsxError};

use super::formula::{CellRef, place, quoted, spliced};
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::{AREA, EFFORT, FIRST_YEAR, ID, NAME, SIDE, TOTAL, WIDTHS, in_sheet};
use crate::Subject;

/// The column that says why a cell cannot be used.
const WHY: u16 = EFFORT;
/// The column with 1 where a cell cannot be used.
const IS_UNUSABLE: u16 = SIDE;
/// The column with the name of a cell that cannot be used.
const CELL: u16 = AREA;
/// The column with the value that is counted with.
const USED: u16 = TOTAL;
/// The column with 1 where the value is another one than in the file as it was saved.
const IS_MOVED: u16 = FIRST_YEAR;
/// The column that says what differs from the note.
const CHANGE: u16 = FIRST_YEAR + 1;
/// The row of the sentence on what cannot be used.
const PROBLEM_ROW: u32 = 2;

/// A cell that the reader may change.
pub(super) struct Input {
    /// The defined name of its value.
    pub(super) name: String,
    /// What people call it.
    pub(super) label: String,
    /// Its place in the sheet of drivers.
    pub(super) cell: CellRef,
    pub(super) accepts: Accepts,
    /// The value that is counted with where the cell cannot be used: the note's.
    pub(super) otherwise: Decimal,
    /// The value as the file was saved.
    pub(super) saved: Decimal,
    /// The note's value in words; `None` for what no note says.
    pub(super) in_note: Option<InNote>,
}

/// How a value is compared with the note's.
pub(super) struct InNote {
    /// The formula for the value in words.
    pub(super) now: String,
    /// The value in words as the file was saved.
    pub(super) as_saved: String,
    /// The note's value in words.
    pub(super) then: String,
}

/// The values that a cell may have.
pub(super) enum Accepts {
    Between(Bounds),
    OneOf(Vec<Decimal>),
}

/// The lowest and the highest value that a cell may have, as they stand in cells and in words.
pub(super) struct Bounds {
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    pub(super) lowest: String,
    pub(super) highest: String,
    pub(super) is_whole: bool,
}

/// The cells that say how the inputs are.
#[derive(Debug, Clone, Copy)]
pub(super) struct State {
    /// The row of the first input. The others follow in their order.
    pub(super) first: u32,
    /// Which cells cannot be used; empty where all can.
    pub(super) problem: CellRef,
    /// How many values are others than in the file as it was saved.
    pub(super) moved: CellRef,
    /// What differs from the note.
    pub(super) changes: CellRef,
}

impl State {
    /// The formula for whether an input cannot be used. `index` counts the inputs.
    pub(super) fn is_unusable(&self, index: u32) -> CellRef {
        CellRef::new(self.first.saturating_add(index), IS_UNUSABLE)
    }
}

impl Input {
    /// The formula for why the cell cannot be used; empty where it can.
    fn why(&self, subject: &Subject<'_>, input: &str) -> String {
        let (words, labels) = (subject.words, &subject.words.labels().export);
        let why_not_a_value = match &self.accepts {
            Accepts::Between(bounds) => {
                let whole = if bounds.is_whole {
                    format!("IF(INT({input})<>{input},{},\"\")", quoted(labels.is_not_whole))
                } else {
                    quoted("")
                };
                let too_high = quoted(&words.workbook_at_most(&bounds.highest));
                let too_low = quoted(&words.workbook_at_least(&bounds.lowest));
                format!(
                    "IF({input}<{},{too_low},IF({input}>{},{too_high},{whole}))",
                    bounds.low.normalize(),
                    bounds.high.normalize()
                )
            }
            Accepts::OneOf(choices) => {
                let is_one: Vec<String> =
                    choices.iter().map(|choice| format!("{input}={}", choice.normalize())).collect();
                format!("IF(OR({}),\"\",{})", is_one.join(","), quoted(labels.is_no_choice))
            }
        };
        let (deleted, empty) = (quoted(labels.is_deleted), quoted(labels.is_empty));
        let no_number = quoted(labels.is_no_number);
        format!(
            "IF(ISERROR(ROW({input})),{deleted},IF(ISBLANK({input}),{empty},IF(ISNUMBER({input}),{why_not_a_value},{no_number})))"
        )
    }
}

/// Writes the row of each input. Returns the next free row, and the cells that say how the inputs are.
pub(super) fn inputs(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    inputs: &[Input],
    row: u32,
) -> Result<(u32, State), XlsxError> {
    let (words, formats) = (subject.words, writer.formats);
    let labels = &words.labels().export;
    let mut row = writer.heading(row, labels.inputs_block, labels.inputs_help)?;
    let columns = [
        (NAME, labels.columns.number),
        (WHY, labels.unusable_because),
        (IS_UNUSABLE, labels.is_unusable),
        (CELL, labels.cell),
        (USED, labels.columns.value),
        (IS_MOVED, labels.is_moved),
        (CHANGE, labels.change),
    ];
    super::heads(writer, row, columns)?;
    let first = row.saturating_add(1);
    for input in inputs {
        row = row.saturating_add(1);
        input_row(writer, subject, input, row)?;
    }
    let rows = Rows { first, last: row };
    let at = |below: u32, column| CellRef::new(row.saturating_add(below), column);
    let state = State { first, problem: at(2, USED), moved: at(3, USED), changes: at(4, USED) };
    for (cell, id, label) in [
        (state.problem, "problem", labels.problem),
        (state.moved, "moved", labels.moved),
        (state.changes, "changes", labels.changes),
    ] {
        writer.text(CellRef::new(cell.row, ID), id, &formats.id)?;
        writer.text(CellRef::new(cell.row, NAME), label, &formats.text)?;
    }
    writer.formula(state.problem, &rows.problem(subject), FormulaResult::Nothing, &formats.text)?;
    writer.formula(state.moved, &format!("SUM({})", rows.range(IS_MOVED)), 0, &formats.plain)?;
    let as_saved = FormulaResult::Words(as_saved(subject, inputs));
    writer.formula(state.changes, &rows.changes(subject), as_saved, &formats.text)?;
    // What cannot be used stands above the numbers that are computed without it.
    let problem = state.problem.fixed();
    let meanwhile = quoted(&format!(" {}", labels.meanwhile));
    let above = format!("IF({problem}=\"\",\"\",{problem}&{meanwhile})");
    writer.formula(CellRef::new(PROBLEM_ROW, NAME), &above, FormulaResult::Nothing, &formats.problem)?;
    Ok((at(6, USED).row, state))
}

/// Gives each name to the value that is counted with.
pub(super) fn define_names(
    workbook: &mut Workbook,
    subject: &Subject<'_>,
    inputs: &[Input],
    state: &State,
) -> Result<(), XlsxError> {
    let sheet = subject.words.labels().export.calculation_sheet;
    inputs.iter().zip(state.first..).try_for_each(|(input, row)| {
        workbook.define_name(&input.name, &format!("={}", in_sheet(sheet, CellRef::new(row, USED)))).map(drop)
    })
}

fn input_row(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, input: &Input, row: u32) -> Result<(), XlsxError> {
    let formats = writer.formats;
    let in_drivers = in_sheet(subject.words.labels().export.drivers_sheet, input.cell);
    let cell = |column: u16| CellRef::new(row, column);
    writer.text(cell(ID), &format!("input {}", input.name), &formats.id)?;
    writer.text(cell(NAME), &input.label, &formats.wrapped)?;
    writer.fit(row, [(input.label.as_str(), WIDTHS.into_iter().nth(usize::from(NAME)).unwrap_or(1))])?;
    writer.formula(cell(WHY), &input.why(subject, &in_drivers), FormulaResult::Nothing, &formats.wrapped)?;
    writer.formula(cell(IS_UNUSABLE), &format!("IF({}=\"\",0,1)", cell(WHY).free()), 0, &formats.plain)?;
    // The name of the cell as the reader sees it, also after rows or columns were inserted.
    let address = format!("IF(ISERROR(ROW({in_drivers})),\"?\",ADDRESS(ROW({in_drivers}),COLUMN({in_drivers}),4))");
    writer.formula(cell(CELL), &address, FormulaResult::Words(input.cell.free()), &formats.text)?;
    let otherwise = input.otherwise.normalize();
    let used = format!("IF({}=1,{otherwise},{in_drivers})", cell(IS_UNUSABLE).free());
    writer.formula(cell(USED), &used, input.saved, &formats.plain)?;
    let (used, saved) = (cell(USED).free(), input.saved.normalize());
    writer.formula(cell(IS_MOVED), &format!("IF({used}={saved},0,1)"), 0, &formats.plain)?;
    let Some(in_note) = &input.in_note else { return Ok(()) };
    let change = subject.words.workbook_change(&input.label, &in_note.then, &place(0));
    let change = spliced(&change, &[&in_note.now]);
    let formula = format!("IF({used}={otherwise},\"\",{change})");
    writer.formula(cell(CHANGE), &formula, FormulaResult::Words(change_as_saved(subject, input)), &formats.text)
}

/// What differs from the note in the file as it was saved; empty where nothing does.
fn change_as_saved(subject: &Subject<'_>, input: &Input) -> String {
    match &input.in_note {
        Some(in_note) if input.saved != input.otherwise => {
            subject.words.workbook_change(&input.label, &in_note.then, &in_note.as_saved)
        }
        _ => String::new(),
    }
}

/// The sentence on what differs from the note in the file as it was saved.
pub(super) fn as_saved(subject: &Subject<'_>, inputs: &[Input]) -> String {
    let changes: Vec<String> = inputs.iter().map(|input| change_as_saved(subject, input)).collect();
    let changes: Vec<&str> = changes.iter().map(String::as_str).filter(|change| !change.is_empty()).collect();
    if changes.is_empty() {
        return subject.words.labels().export.unchanged.to_owned();
    }
    subject.words.workbook_changed(&changes.join(", "))
}

/// The rows of the inputs.
#[derive(Debug, Clone, Copy)]
struct Rows {
    first: u32,
    last: u32,
}

impl Rows {
    fn range(self, column: u16) -> String {
        CellRef::new(self.first, column).fixed_down_to(self.last)
    }

    /// The formula for a list of what `text` gives for each row, with commas between what is not empty; empty where all is.
    fn list(self, text: impl Fn(u32) -> String) -> String {
        let each = (self.first..=self.last).map(|row| format!("IF({0}=\"\",\"\",\", \"&{0})", text(row)));
        format!("MID({},3,9999)", each.collect::<Vec<_>>().join("&"))
    }

    /// The formula for the sentence on the cells that cannot be used; empty where all can.
    fn problem(self, subject: &Subject<'_>) -> String {
        let words = subject.words;
        let count = format!("SUM({})", self.range(IS_UNUSABLE));
        let first = |column| format!("INDEX({},MATCH(1,{},0))", self.range(column), self.range(IS_UNUSABLE));
        let unusable = |row| {
            let is_unusable = CellRef::new(row, IS_UNUSABLE).free();
            format!("IF({is_unusable}=0,\"\",{})", CellRef::new(row, CELL).free())
        };
        let [cell, name, why] = [CELL, NAME, WHY].map(first);
        let one = words.workbook_cannot_use(&place(0), &place(1), &place(2));
        let one = spliced(&one, &[&cell, &name, &why]);
        let several = words.workbook_cannot_use_several(&place(0), &place(1), &place(2), (&place(3), &place(4)));
        let several = spliced(&several, &[&cell, &name, &why, &self.list(unusable), &count]);
        format!("IF({count}=0,\"\",IF({count}=1,{one},{several}))")
    }

    /// The formula for the sentence on what differs from the note.
    fn changes(self, subject: &Subject<'_>) -> String {
        let (words, unchanged) = (subject.words, subject.words.labels().export.unchanged);
        let list = self.list(|row| CellRef::new(row, CHANGE).free());
        let changed = spliced(&words.workbook_changed(&place(0)), &[&list]);
        format!("IF({list}=\"\",{},{changed})", quoted(unchanged))
    }
}
