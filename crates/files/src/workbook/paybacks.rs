//! The payback of every perspective by every convention, with the steps that lead to it.

use rust_decimal::Decimal;

use super::formula::{CellRef, HORIZON, quoted};
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::views::ViewRows;
use super::{FIRST_YEAR, ID, NAME, Plan, TOTAL, WorkbookError, heads};
use crate::{Subject, payback_id};
use engine::payback::{Convention, Crossing, Payback, first_for_good, is_paid};
use model::evaluate::{Perspective, View};
use model::money::Thousands;

/// The column of the payback in years.
const YEARS: u16 = TOTAL;
/// The column of the payback's calendar year.
const YEAR: u16 = FIRST_YEAR;
/// The columns of the steps that lead to the payback.
pub(super) const STEPS: [u16; 4] = [FIRST_YEAR + 1, FIRST_YEAR + 2, FIRST_YEAR + 3, FIRST_YEAR + 4];

/// The row of each perspective's payback by one convention.
pub(super) type PerspectiveRows = Vec<(Perspective, u32)>;

/// The row of a perspective.
fn row_of(rows: &PerspectiveRows, perspective: Perspective) -> Option<u32> {
    rows.iter().find(|(known, _)| *known == perspective).map(|(_, row)| *row)
}

/// The cells of paybacks that stand above the drivers too.
pub(super) struct PaybackCells {
    /// The payback on the total economy by each convention.
    pub(super) totals: Vec<(Convention, CellRef)>,
    /// The payback in whole years from the reader's side.
    pub(super) asked: Option<CellRef>,
}

/// Writes the payback of every perspective by every convention. Returns the next free row, and the cells that stand above the
/// drivers too.
pub(super) fn paybacks(
    writer: &mut SheetWriter<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    views: &[ViewRows],
    row: u32,
) -> Result<(u32, PaybackCells), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = writer.heading(row, labels.payback_block, labels.payback_help)?;
    let mut totals = Vec::new();
    let mut whole_years = PerspectiveRows::new();
    for convention in Convention::all(subject.computed.scenario.rate()) {
        let block = Block { subject, plan, convention };
        let (next, rows) = match convention {
            Convention::FirstYear => {
                let (next, rows) = block.whole_years(writer, views, row)?;
                whole_years.clone_from(&rows);
                (next, rows)
            }
            Convention::Interpolated => block.interpolated(writer, views, &whole_years, row)?,
            Convention::Simple => block.simple(writer, views, &whole_years, row)?,
            Convention::Discounted { rate } => block.discounted(writer, views, rate, row)?,
        };
        totals.extend(row_of(&rows, Perspective::Total).map(|row| (convention, CellRef::new(row, YEARS))));
        row = next;
    }
    let asked = row_of(&whole_years, subject.perspective).map(|row| CellRef::new(row, YEARS));
    Ok((row, PaybackCells { totals, asked }))
}

/// The cell of the calendar year that belongs to a payback's cell.
pub(super) const fn calendar_year(years: CellRef) -> CellRef {
    CellRef::new(years.row, YEAR)
}

/// A payback in years, as its cell shows it.
pub(super) fn shown_payback(subject: &Subject<'_>, seen_from: Perspective, payback: Payback) -> FormulaResult {
    let labels = &subject.words.labels().export;
    match payback {
        Payback::Reached { years, .. } => FormulaResult::Number(years),
        Payback::OnlyAfterwards => FormulaResult::Words(
            subject.words.by_the_rest(seen_from.reached(subject.computed.note().variant)).to_owned(),
        ),
        Payback::NotWithin { horizon, .. } => FormulaResult::Words(subject.words.not_within(horizon)),
        Payback::NoCosts => FormulaResult::Words(labels.no_costs.to_owned()),
        Payback::NoSavings => FormulaResult::Words(labels.no_savings.to_owned()),
    }
}

/// The formula for the words that stand where there is no payback within the horizon.
pub(super) fn not_within(subject: &Subject<'_>) -> String {
    let words = subject.words.not_within(0);
    let (before, after) = words.split_once('0').unwrap_or((words.as_str(), ""));
    format!("{}&{HORIZON}&{}", quoted(before), quoted(after))
}

/// The calendar year of a payback as its cell shows it.
pub(super) fn shown_year(payback: Payback) -> FormulaResult {
    match payback {
        Payback::Reached { year, .. } => FormulaResult::from(year),
        Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => {
            FormulaResult::Nothing
        }
    }
}

/// The block of the paybacks by one convention.
pub(super) struct Block<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) plan: &'a Plan,
    convention: Convention,
}

impl Block<'_> {
    /// Writes what the convention counts, and the heads of its columns. Returns the next free row.
    fn opening(&self, writer: &mut SheetWriter<'_>, steps: &[&str], row: u32) -> Result<u32, WorkbookError> {
        let row = self.name(writer, row)?;
        self.heads(writer, steps, row)
    }

    /// Writes the name and the meaning of the convention. Returns the next free row.
    pub(super) fn name(&self, writer: &mut SheetWriter<'_>, row: u32) -> Result<u32, WorkbookError> {
        let (meaning, formats) = (self.subject.words.convention(self.convention), writer.formats);
        writer.text(CellRef::new(row, NAME), meaning.name, &formats.strong)?;
        writer.text(CellRef::new(row.saturating_add(1), NAME), meaning.sentence, &formats.help)?;
        Ok(row.saturating_add(2))
    }

    /// Writes the heads of the columns, with these names for the steps. Returns the next free row.
    pub(super) fn heads(&self, writer: &mut SheetWriter<'_>, steps: &[&str], row: u32) -> Result<u32, WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let fixed = [(NAME, labels.seen_from), (YEARS, labels.payback_years), (YEAR, labels.calendar_year)];
        heads(writer, row, fixed.into_iter().chain(STEPS.into_iter().zip(steps.iter().copied())))?;
        Ok(row.saturating_add(1))
    }

    /// Writes a row for each perspective that has a view. Returns the next free row, and the rows written.
    pub(super) fn perspective_rows(
        &self,
        writer: &mut SheetWriter<'_>,
        views: &[ViewRows],
        row: u32,
        write: impl Fn(&mut SheetWriter<'_>, &ViewRows, &View, u32) -> Result<(), WorkbookError>,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let mut row = row;
        let mut written = PerspectiveRows::new();
        for rows in views {
            let Some(view) = self.subject.computed.outcome.view(rows.perspective) else { continue };
            let id = format!(
                "{} {}",
                payback_id(self.convention),
                rows.perspective.id(self.subject.computed.note().variant)
            );
            writer.text(CellRef::new(row, ID), &id, &writer.formats.id)?;
            writer.text(
                CellRef::new(row, NAME),
                self.subject.words.perspective(rows.perspective, self.subject.computed.note().variant),
                &writer.formats.text,
            )?;
            write(writer, rows, view, row)?;
            written.push((rows.perspective, row));
            row = row.saturating_add(1);
        }
        Ok((row.saturating_add(1), written))
    }

    fn payback(&self, view: &View) -> Payback {
        self.subject.computed.payback(view.perspective, self.convention)
    }

    /// The cells of all years in a row.
    pub(super) fn range(&self, row: u32) -> String {
        self.plan.years.range(row)
    }

    /// The formula for the number of years in the table.
    pub(super) fn count(&self) -> String {
        format!("({}-{}+1)", self.plan.span.1.fixed(), self.plan.span.0.fixed())
    }

    /// The formula `payback`, preceded by the cases without costs and without savings.
    pub(super) fn unless_none(&self, rows: &ViewRows, payback: &str) -> String {
        let labels = &self.subject.words.labels().export;
        format!(
            "IF(COUNTIF({},\">0\")=0,{},IF(COUNTIF({},\"<0\")=0,{},{payback}))",
            self.range(rows.costs),
            quoted(labels.no_costs),
            self.range(rows.savings),
            quoted(labels.no_savings)
        )
    }

    /// The formula `years`, unless the payback lies beyond the horizon.
    fn within_horizon(&self, years: &str) -> String {
        format!("IF(ISNUMBER({years}),IF({years}>{HORIZON},{},{years}),{years})", not_within(self.subject))
    }

    /// Writes the payback by the formula `years`, and the calendar year in which it falls.
    pub(super) fn answer(
        &self,
        writer: &mut SheetWriter<'_>,
        row: u32,
        view: &View,
        years: &str,
    ) -> Result<(), WorkbookError> {
        let formats = writer.formats;
        let (cell, payback) = (CellRef::new(row, YEARS), self.payback(view));
        let format = if self.convention.counts_whole_years() { &formats.sum } else { &formats.exact_total };
        let years = self.within_horizon(years);
        writer.formula(cell, &years, shown_payback(self.subject, view.perspective, payback), format)?;
        let (years, first) = (cell.free(), self.plan.span.0.fixed());
        // An interpolated payback lies in the year after the full years before it, even at the very start of that year.
        let begun = match self.convention {
            Convention::Interpolated => format!("{}+1", CellRef::new(row, YEARS.saturating_add(2)).free()),
            Convention::FirstYear | Convention::Simple | Convention::Discounted { .. } => format!("ROUNDUP({years},0)"),
        };
        let year = format!("IF(ISNUMBER({years}),{first}+{begun}-1,\"\")");
        Ok(writer.formula(CellRef::new(row, YEAR), &year, shown_year(payback), &formats.plain)?)
    }

    /// Writes the paybacks in whole years.
    fn whole_years(
        &self,
        writer: &mut SheetWriter<'_>,
        views: &[ViewRows],
        row: u32,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let row = self.opening(writer, &[labels.in_table, labels.left_at_end, labels.saving_goes_on], row)?;
        self.perspective_rows(writer, views, row, |writer, rows, view, row| {
            let formats = writer.formats;
            let [in_table, left, saving, _] = STEPS.map(|column| CellRef::new(row, column));
            let first_paid = first_for_good(&view.cumulative, |end| is_paid(*end));
            let column = Some(first_paid).filter(|column| *column < view.cumulative.len());
            self.in_table(writer, in_table, rows.is_paid_back, column)?;
            let end = view.cumulative.last().copied().unwrap_or_default();
            let last = |row| format!("INDEX({},{})", self.range(row), self.count());
            writer.formula(left, &last(rows.cumulative), end.get(), &formats.cell)?;
            self.last_saving(writer, saving, rows, view)?;
            let (in_table, left, saving) = (in_table.free(), left.free(), saving.free());
            let not_within = not_within(self.subject);
            let after_table = format!("IF({saving}<=0,{not_within},{}+ROUNDUP({left}/{saving},0))", self.count());
            self.answer(
                writer,
                row,
                view,
                &self.unless_none(rows, &format!("IF({in_table}>0,{in_table},{after_table})")),
            )
        })
    }

    /// Writes which of the table's years the payback falls in, counted from 1; 0 where it falls in none. `flags` is the
    /// row that marks the paid-back years with 1, and `column` the first of them.
    pub(super) fn in_table(
        &self,
        writer: &mut SheetWriter<'_>,
        cell: CellRef,
        flags: u32,
        column: Option<usize>,
    ) -> Result<(), WorkbookError> {
        let formula = format!("IFERROR(MATCH(1,{},0),0)", self.range(flags));
        let year = column.map_or(0, |column| column.saturating_add(1));
        Ok(writer.formula(cell, &formula, Decimal::from(year), &writer.formats.plain)?)
    }

    /// Writes the last year's saving, which goes on after the table.
    pub(super) fn last_saving(
        &self,
        writer: &mut SheetWriter<'_>,
        cell: CellRef,
        rows: &ViewRows,
        view: &View,
    ) -> Result<(), WorkbookError> {
        let saving = view.savings.last().copied().unwrap_or_default().negated();
        let formula = format!("-INDEX({},{})", self.range(rows.savings), self.count());
        Ok(writer.formula(cell, &formula, saving.get(), &writer.formats.cell)?)
    }

    /// Writes the interpolated paybacks. `whole_years` are the rows of the paybacks in whole years.
    fn interpolated(
        &self,
        writer: &mut SheetWriter<'_>,
        views: &[ViewRows],
        whole_years: &PerspectiveRows,
        row: u32,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let row = self.opening(writer, &[labels.years_before, labels.left_before, labels.net_of_year], row)?;
        self.perspective_rows(writer, views, row, |writer, rows, view, row| {
            let formats = writer.formats;
            let Some(whole_row) = row_of(whole_years, rows.perspective) else { return Ok(()) };
            let [_, left_at_end, last_saving, _] = STEPS.map(|column| CellRef::new(whole_row, column).free());
            let whole_years = CellRef::new(whole_row, YEARS).free();
            let [before_cell, left_cell, gain_cell, _] = STEPS.map(|column| CellRef::new(row, column));
            let (before, left, gain) = (before_cell.free(), left_cell.free(), gain_cell.free());
            let is_reached = matches!(self.payback(view), Payback::Reached { .. });
            let crossing = Crossing::of(view).filter(|_| is_reached);
            let shown = |part: fn(&Crossing) -> Decimal| {
                crossing.as_ref().map(part).map_or(FormulaResult::Nothing, FormulaResult::Number)
            };
            let if_reached = |formula: &str| format!("IF(ISNUMBER({whole_years}),{formula},\"\")");
            let formula = if_reached(&format!("{whole_years}-1"));
            writer.formula(before_cell, &formula, shown(|crossing| crossing.years_before.into()), &formats.plain)?;
            let count = self.count();
            let (ends, nets) = (self.range(rows.cumulative), self.range(rows.net));
            let after_table = format!("{left_at_end}-{last_saving}*({before}-{count})");
            let in_table = format!("INDEX({ends},MAX(1,MIN({before},{count})))");
            let formula = if_reached(&format!("IF({before}=0,0,IF({before}<={count},{in_table},{after_table}))"));
            writer.formula(left_cell, &formula, shown(|crossing| crossing.left.decimal()), &formats.cell)?;
            let formula =
                if_reached(&format!("IF({before}<{count},-INDEX({nets},MIN({before}+1,{count})),{last_saving})"));
            writer.formula(gain_cell, &formula, shown(|crossing| crossing.gain.decimal()), &formats.cell)?;
            // Nothing is left before a first year that already saves more than it costs: it is paid back at once.
            let years =
                format!("IF(ISNUMBER({whole_years}),IF({left}=0,{before},{before}+{left}/{gain}),{whole_years})");
            self.answer(writer, row, view, &years)
        })
    }

    /// Writes the simple paybacks: all costs ÷ the largest saving of a year.
    fn simple(
        &self,
        writer: &mut SheetWriter<'_>,
        views: &[ViewRows],
        whole_years: &PerspectiveRows,
        row: u32,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let row = self.opening(writer, &[labels.all_costs, labels.largest_saving], row)?;
        self.perspective_rows(writer, views, row, |writer, rows, view, row| {
            let formats = writer.formats;
            let [costs, saving, ..] = STEPS.map(|column| CellRef::new(row, column));
            let total: Thousands = view.costs.iter().copied().sum();
            writer.formula(costs, &CellRef::new(rows.costs, TOTAL).free(), total.get(), &formats.cell)?;
            let largest = view.savings.iter().min().copied().unwrap_or_default().negated();
            writer.formula(saving, &format!("-MIN({})", self.range(rows.savings)), largest.get(), &formats.cell)?;
            let Some(whole_row) = row_of(whole_years, rows.perspective) else { return Ok(()) };
            // The ratio is given only where the effort is paid back in whole years too, and has costs in that year or later.
            let whole_years = CellRef::new(whole_row, YEARS).free();
            let paid_back = format!("{}+{whole_years}-1", self.plan.span.0.fixed());
            let (cells, years) = (self.range(rows.costs), self.range(self.plan.head));
            let later_costs = format!("COUNTIFS({cells},\">0\",{years},\">=\"&({paid_back}))");
            let by_the_rest =
                quoted(self.subject.words.by_the_rest(view.perspective.reached(self.subject.computed.note().variant)));
            let no_costs = quoted(labels.no_costs);
            let ratio = format!(
                "IF(ISNUMBER({whole_years}),IF({later_costs}>0,IF({0}>0,{0}/{1},{no_costs}),{by_the_rest}),{whole_years})",
                costs.free(),
                saving.free()
            );
            self.answer(writer, row, view, &self.unless_none(rows, &ratio))
        })
    }
}
