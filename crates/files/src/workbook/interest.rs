//! The discounted payback: the reader's rate, what is left with interest year by year, and when nothing is left.

use rust_decimal::Decimal;

use super::formula::{CellRef, HORIZON, RATE, in_ore};
use super::lines::in_years;
use super::paybacks::{Block, PerspectiveRows, STEPS, not_within};
use super::sheet_writer::{FormulaResult, SheetWriter};
use super::views::{ViewRows, year_heads};
use super::{EFFORT, FIRST_YEAR, ID, NAME, TOTAL, WorkbookError};
use engine::payback::{discounted_ends, ends_with_interest, first_for_good, is_settled, outgrows_interest};
use model::evaluate::View;

impl Block<'_> {
    /// Writes the paybacks in whole years with interest on what is left.
    pub(super) fn discounted(
        &self,
        writer: &mut SheetWriter<'_>,
        views: &[ViewRows],
        rate: Decimal,
        row: u32,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let labels = self.subject.words.labels();
        let export_labels = &labels.export;
        let row = self.name(writer, row)?;
        let row = writer.help(row, export_labels.interest_help)?;
        let rate_cell = CellRef::new(row, TOTAL);
        writer.text(CellRef::new(row, ID), "rate", &writer.formats.id)?;
        writer.text(CellRef::new(row, NAME), labels.method_screen.discount_rate, &writer.formats.wrapped)?;
        writer.formula(rate_cell, RATE, rate, &writer.formats.percent)?;
        let (row, left_rows) = self.with_interest(writer, views, rate, row.saturating_add(2))?;
        let steps = [
            export_labels.in_table,
            export_labels.left_at_end,
            export_labels.saving_goes_on,
            export_labels.years_after,
        ];
        let row = self.heads(writer, &steps, row)?;
        self.perspective_rows(writer, views, row, |writer, rows, view, row| {
            let Some((_, left_row)) = left_rows.iter().find(|(perspective, _)| *perspective == rows.perspective) else {
                return Ok(());
            };
            let years = self.after_table(writer, rows, view, (*left_row, rate), row)?;
            self.answer(writer, row, view, &self.unless_none(rows, &years))
        })
    }

    /// Writes what is left year by year, with interest and discounted to the first year. Returns the next free row, and
    /// the first row of each perspective.
    fn with_interest(
        &self,
        writer: &mut SheetWriter<'_>,
        views: &[ViewRows],
        rate: Decimal,
        row: u32,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let (years, head, formats) = (self.plan.years, self.plan.head, writer.formats);
        year_heads(writer, self.subject, self.plan, row)?;
        let mut row = row;
        let mut written = PerspectiveRows::new();
        for rows in views {
            let Some(view) = self.subject.computed.outcome.view(rows.perspective) else { continue };
            let (id, year_count) = (rows.perspective.id(self.subject.computed.note().variant), view.net.len());
            let [left_row, discounted_row, flag_row] = [1, 2, 3].map(|below| row.saturating_add(below));
            for (row, kind, label) in [
                (left_row, "left-with-interest", labels.left_with_interest),
                (discounted_row, "left-discounted", labels.left_discounted),
                (flag_row, "is-paid-back-discounted", labels.is_paid_back),
            ] {
                writer.text(CellRef::new(row, ID), &format!("{kind} {id}"), &formats.id)?;
                writer.text(
                    CellRef::new(row, NAME),
                    self.subject.words.perspective(rows.perspective, self.subject.computed.note().variant),
                    &formats.wrapped,
                )?;
                writer.text(CellRef::new(row, EFFORT), label, &formats.text)?;
            }
            let ends: Vec<Decimal> = ends_with_interest(view, rate).take(year_count).collect();
            let discounted_ends: Vec<Decimal> = discounted_ends(view, rate).take(year_count).collect();
            let same_column = |row: u32, cell: CellRef| CellRef::new(row, cell.column).free();

            let left = |column: usize| ends.get(column).copied();
            let net = |cell: CellRef| same_column(rows.net, cell);
            let left_formula = |cell: CellRef| match cell.column.checked_sub(1).filter(|before| *before >= FIRST_YEAR) {
                Some(before) => format!("{}*(1+{RATE})+{}", CellRef::new(left_row, before).free(), net(cell)),
                None => net(cell),
            };
            in_years(writer, years, head, left_row, &formats.exact, left, left_formula)?;

            let discounted = |column: usize| discounted_ends.get(column).copied();
            let first_year = self.plan.span.0.fixed();
            let discounted_formula = |cell: CellRef| {
                let year = CellRef::new(head, cell.column).in_row();
                format!("{}/(1+{RATE})^({year}-{first_year})", same_column(left_row, cell))
            };
            in_years(writer, years, head, discounted_row, &formats.exact, discounted, discounted_formula)?;

            let first_paid = first_for_good(&ends, |left| is_settled(*left));
            let is_paid = |column: usize| ends.get(column).map(|_| u8::from(column >= first_paid).into());
            let is_paid_formula = |cell: CellRef| {
                let rest = format!("MAX({})", years.from(CellRef::new(left_row, cell.column)));
                format!("IF({}<=0,1,0)", in_ore(&rest))
            };
            in_years(writer, years, head, flag_row, &formats.plain, is_paid, is_paid_formula)?;
            written.push((rows.perspective, left_row));
            row = flag_row;
        }
        Ok((row.saturating_add(2), written))
    }

    /// Writes the steps that follow from what is left at the end of the table. Returns the formula for the payback in
    /// years.
    fn after_table(
        &self,
        writer: &mut SheetWriter<'_>,
        rows: &ViewRows,
        view: &View,
        (left_row, rate): (u32, Decimal),
        row: u32,
    ) -> Result<String, WorkbookError> {
        let (formats, year_count) = (writer.formats, view.net.len());
        let [in_table, left, saving, years_after] = STEPS.map(|column| CellRef::new(row, column));
        let mut ends = ends_with_interest(view, rate);
        let table_ends: Vec<Decimal> = ends.by_ref().take(year_count).collect();
        let first_paid = first_for_good(&table_ends, |left| is_settled(*left));
        let is_in_table = first_paid < table_ends.len();
        self.in_table(writer, in_table, left_row.saturating_add(2), is_in_table.then_some(first_paid))?;
        let end = table_ends.last().copied().unwrap_or_default();
        let last = format!("INDEX({},{})", self.range(left_row), self.count());
        writer.formula(left, &last, end, &formats.exact)?;
        self.last_saving(writer, saving, rows, view)?;

        // The years it takes to pay off what is left with the yearly saving, as with a loan: NPER rounded to the
        // nearest whole year, and one more if FV then still leaves something. NPER alone is a logarithm, and its last
        // digit could decide the year.
        let (in_table, left, saving) = (in_table.free(), left.free(), saving.free());
        let nearest = format!("MIN({HORIZON},MAX(1,ROUND(NPER({RATE},-{saving},{left}),0)))");
        let left_then = in_ore(&format!("FV({RATE},{nearest},{saving},-{left})"));
        let is_never = format!("{}<=0", in_ore(&format!("{saving}-{left}*{RATE}")));
        let formula = format!("IF({in_table}>0,\"\",IF({is_never},\"\",{nearest}+IF({left_then}>0,1,0)))");
        let longest = usize::try_from(self.subject.computed.scenario.horizon().years()).unwrap_or(usize::MAX);
        let years = ends.take(longest).position(is_settled).unwrap_or(longest).saturating_add(1);
        let is_after_table = !is_in_table && outgrows_interest(view, end, rate);
        let shown = if is_after_table { FormulaResult::Number(years.into()) } else { FormulaResult::Nothing };
        writer.formula(years_after, &formula, shown, &formats.plain)?;

        let (years_after, count) = (years_after.free(), self.count());
        let not_within = not_within(self.subject);
        Ok(format!("IF({in_table}>0,{in_table},IF(ISNUMBER({years_after}),{count}+{years_after},{not_within}))"))
    }
}
