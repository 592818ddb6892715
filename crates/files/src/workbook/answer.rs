//! What stands above the drivers, where the reader sees it while changing them: the title, the answer, what differs from
//! the note, the link, and the paybacks.

use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, Formula, Url, Workbook, XlsxError};

use super::drivers::{ID, NAME, UNIT, VALUE, WIDTHS};
use super::formula::{self, CellRef, place, quoted, spliced};
use super::inputs::{self, Input, State};
use super::paybacks::{calendar_year, shown_payback, shown_year};
use super::sheet_writer::{Formats, FormulaResult, SheetWriter};
use super::{Plan, in_sheet, sheet_prefix};
use crate::Subject;
use engine::payback::Convention;
use model::evaluate::Perspective;
use model::note::Driver;

const SENTENCE: u32 = 1;
const CHANGES: u32 = 2;
const LINK: u32 = 3;
const NOTE: u32 = 4;
/// The first row of the table of paybacks.
const PAYBACKS: u32 = 5;
/// The last column over which the sentences reach.
const LAST: u16 = 6;

/// The name of the cell with the answer as a sentence.
pub const ANSWER: &str = "answer";

/// The cells of the calculation sheet that hold the answer.
pub(super) struct Answer {
    pub(super) net: Option<CellRef>,
    /// The payback on the total economy by each convention.
    pub(super) paybacks: Vec<(Convention, CellRef)>,
    /// The payback that the sentence is about.
    pub(super) asked: Option<CellRef>,
    /// The row with the costs that belong to that.
    pub(super) costs: Option<u32>,
    pub(super) state: State,
}

/// Writes what stands above the drivers, and marks the cells that cannot be used. Returns the cell of the sentence.
pub(super) fn answer(
    subject: &Subject<'_>,
    plan: &Plan,
    answer: &Answer,
    inputs: &[Input],
    formats: &Formats,
    workbook: &mut Workbook,
) -> Result<CellRef, XlsxError> {
    let (words, labels) = (subject.words, &subject.words.labels().export);
    let note = subject.computed.note();
    let mut writer = SheetWriter::new(workbook.worksheet_from_name(labels.drivers_sheet)?, formats);
    let name = words.note_name(note);
    let (title, line) = match &subject.title {
        Some(title) => (title.words().to_owned(), format!("{name} · {}", words.note_line(note))),
        None => (name, words.note_line(note)),
    };
    writer.title(&title)?;
    writer.text(CellRef::new(NOTE, NAME), &line, &formats.help)?;
    let said = words.answer(&engine::answer::answer(&subject.computed, subject.perspective)).text();
    let sentence = CellRef::new(SENTENCE, NAME);
    wide(&mut writer, sentence, ANSWER, &self::sentence(subject, plan, answer, &said), &said)?;
    let changes = in_sheet(labels.calculation_sheet, answer.state.changes);
    wide(&mut writer, CellRef::new(CHANGES, NAME), "changes", &changes, &inputs::as_saved(subject, inputs))?;
    link(&mut writer, subject)?;
    paybacks(&mut writer, subject, answer)?;
    mark_unusable(&mut writer, subject, &answer.state, inputs)?;
    workbook.define_name(ANSWER, &format!("={}", in_sheet(labels.drivers_sheet, sentence)))?;
    Ok(sentence)
}

/// Writes a formula that gives a text, over several columns, in a row that is high enough for it.
fn wide(writer: &mut SheetWriter<'_>, cell: CellRef, id: &str, formula: &str, text: &str) -> Result<(), XlsxError> {
    let format = if cell.row == SENTENCE { &writer.formats.sentence } else { &writer.formats.wrapped };
    writer.text(CellRef::new(cell.row, ID), id, &writer.formats.id)?;
    writer.sheet.merge_range(cell.row, cell.column, cell.row, LAST, "", format)?;
    let columns = WIDTHS.iter().take(usize::from(LAST).saturating_add(1)).skip(usize::from(cell.column));
    // A line more than the text takes as it was saved: another one may be longer.
    let width: u16 = columns.sum();
    let longer = format!("{text}{}", " ".repeat(usize::from(width)));
    writer.fit(cell.row, [(longer.as_str(), width)])?;
    writer.formula(cell, formula, FormulaResult::Words(text.to_owned()), format)
}

/// Writes the link to the calculation as it was saved. An address that is too long for a spreadsheet's link stands as text in the sheet
/// of sources, and only there.
fn link(writer: &mut SheetWriter<'_>, subject: &Subject<'_>) -> Result<(), XlsxError> {
    let cell = CellRef::new(LINK, NAME);
    writer.text(CellRef::new(LINK, ID), "link", &writer.formats.id)?;
    let labels = &subject.words.labels().export;
    let url = Url::new(subject.address.as_str()).set_text(labels.open_link);
    let written = writer.sheet.write_url_with_format(cell.row, cell.column, url, &writer.formats.link).map(drop);
    written.or_else(|_| writer.text(cell, labels.link_in_sources, &writer.formats.help))
}

/// The formula for the answer: which cells cannot be used; what the page said, as long as nothing has changed since; then
/// what follows from the numbers, in fewer words.
fn sentence(subject: &Subject<'_>, plan: &Plan, answer: &Answer, said: &str) -> String {
    let (words, labels) = (subject.words, &subject.words.labels().export);
    let in_calculation = |cell| in_sheet(labels.calculation_sheet, cell);
    let in_row = |row| format!("{}{}", sheet_prefix(labels.calculation_sheet), plan.years.range(row));
    let Some((asked, costs)) = answer.asked.zip(answer.costs) else { return quoted(said) };
    let [problem, moved] = [answer.state.problem, answer.state.moved].map(in_calculation);
    let (payback, year) = (in_calculation(asked), in_calculation(calendar_year(asked)));
    let note = subject.computed.note();
    let seen = |sentence: String| match subject.perspective {
        Perspective::Total => sentence,
        effort @ Perspective::Effort(_) => format!("{}: {sentence}", words.perspective(effort, note.variant)),
        perspective => words.workbook_seen_from(words.perspective(perspective, note.variant), &sentence),
    };
    // What borrowed savings rest on is said with every answer that they give.
    let borrowed = words.workbook_borrowed(note, &place(2));
    let condition = borrowed.as_ref().map(|borrowed| format!("{borrowed} ")).unwrap_or_default();
    let share = borrowed.and(engine::answer::share_on_all_places(note));
    let share = share.map(|of| format!("{} ", words.share_on_all_places(of))).unwrap_or_default();
    let anyway = format!("ROUND(100*{},4)", formula::name_of(Driver::FOUND_ANYWAY));
    let given = |sentence: String| {
        let all = format!("{share}{condition}{}", seen(sentence));
        spliced(&all, &[&payback, &year, &anyway])
    };
    let paid_back = given(words.workbook_paid_back(&place(0), &place(1)));
    let by_the_rest = given(words.workbook_by_the_rest(&place(0), &place(1)));
    let not_paid_back = given(words.workbook_not_paid_back(&place(0)));
    let millions = format!("FIXED(SUM({})/1000,3)", in_row(costs));
    let costing = spliced(&seen(words.workbook_costs(&place(0))), &[&millions]);
    // The payback is by the rest where it falls into a year without costs, and none come after it.
    let later_costs = format!("COUNTIFS({},\">0\",{},\">=\"&{year})", in_row(costs), in_row(plan.head));
    let is_reached = format!("IF({later_costs}=0,{by_the_rest},{paid_back})");
    let no_savings = quoted(labels.no_savings);
    let live = format!("IF(ISNUMBER({payback}),{is_reached},IF({payback}={no_savings},{costing},{not_paid_back}))");
    format!("IF({problem}<>\"\",{problem},IF({moved}=0,{},{live}))", quoted(said))
}

/// Writes the net and the paybacks on the total economy; nothing while a cell cannot be used.
fn paybacks(writer: &mut SheetWriter<'_>, subject: &Subject<'_>, answer: &Answer) -> Result<(), XlsxError> {
    let (words, labels, formats) = (subject.words, subject.words.labels(), writer.formats);
    let in_calculation = |cell| in_sheet(labels.export.calculation_sheet, cell);
    let problem = in_calculation(answer.state.problem);
    let unless_problem = |formula: &str| format!("IF({problem}=\"\",{formula},\"\")");
    let [years, calendar] = [1, 2].map(|below| PAYBACKS.saturating_add(below));
    let variant = subject.computed.note().variant;
    // The answer above may be about one of the efforts alone.
    let whose = if variant.efforts.len() > 1 {
        labels.export.all_efforts
    } else {
        words.perspective(Perspective::Total, variant)
    };
    writer.text(CellRef::new(PAYBACKS, NAME), whose, &formats.column)?;
    for (row, id, label) in
        [(years, "paybacks", labels.export.answer), (calendar, "payback-years", labels.export.calendar_year)]
    {
        writer.text(CellRef::new(row, ID), id, &formats.id)?;
        writer.text(CellRef::new(row, NAME), label, &formats.wrapped)?;
    }
    writer.fit(years, [(labels.export.no_savings, WIDTHS.into_iter().nth(usize::from(VALUE)).unwrap_or(1))])?;
    writer.text(CellRef::new(PAYBACKS, VALUE), labels.figures.net, &formats.number_column)?;
    if let Some(net) = answer.net {
        let net = unless_problem(&in_calculation(net));
        writer.formula(CellRef::new(years, VALUE), &net, subject.computed.figures.net.get(), &formats.answer)?;
    }
    for (column, (convention, cell)) in (UNIT..).zip(&answer.paybacks) {
        writer.text(CellRef::new(PAYBACKS, column), words.convention(*convention).name, &formats.number_column)?;
        let payback = subject.computed.payback(Perspective::Total, *convention);
        let format = if convention.counts_whole_years() { &formats.answer } else { &formats.exact_answer };
        let formula = unless_problem(&in_calculation(*cell));
        writer.formula(
            CellRef::new(years, column),
            &formula,
            shown_payback(subject, Perspective::Total, payback),
            format,
        )?;
        // A plain reference to an empty cell of another sheet would show a 0.
        let year = in_calculation(calendar_year(*cell));
        let formula = unless_problem(&format!("IF(ISNUMBER({year}),{year},\"\")"));
        writer.formula(CellRef::new(calendar, column), &formula, shown_year(payback), &formats.plain)?;
    }
    Ok(())
}

/// Gives the cells that cannot be used a ground of their own.
fn mark_unusable(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    state: &State,
    inputs: &[Input],
) -> Result<(), XlsxError> {
    let sheet = subject.words.labels().export.calculation_sheet;
    for (index, input) in (0..).zip(inputs) {
        let is_unusable = format!("={}=1", in_sheet(sheet, state.is_unusable(index)));
        let marked = ConditionalFormatFormula::new()
            .set_rule(Formula::new(is_unusable))
            .set_format(Format::new().set_bold().set_background_color(Color::RGB(0xF6_C9_B8)));
        let CellRef { row, column } = input.cell;
        writer.sheet.add_conditional_format(row, column, row, column, &marked)?;
    }
    Ok(())
}
