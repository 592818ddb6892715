//! The discounted payback: the reader's rate, what is left with interest year by year, and when nothing is left.

use rust_decimal::Decimal;

use super::formula::{At, HORIZON, RATE, in_ore};
use super::lines::in_years;
use super::paybacks::{Block, PerspectiveRows, STEPS, not_within};
use super::pen::{Pen, Shown};
use super::views::{ViewRows, year_heads};
use super::{EFFORT, FIRST_YEAR, ID, NAME, TOTAL, WorkbookError};
use crate::evaluate::View;
use crate::payback::{discounted_ends, ends_with_interest, is_settled, outgrows_interest};

impl Block<'_> {
    /// Writes the paybacks in whole years with interest on what is left.
    pub(super) fn discounted(
        &self,
        pen: &mut Pen<'_>,
        views: &[ViewRows],
        rate: Decimal,
        row: u32,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let labels = self.subject.words.labels();
        let export_labels = &labels.export;
        let row = self.name(pen, row)?;
        let row = pen.help(row, export_labels.interest_help)?;
        let rate_cell = At::new(row, TOTAL);
        pen.text(At::new(row, ID), "rate", &pen.looks.id)?;
        pen.text(At::new(row, NAME), labels.discount_rate, &pen.looks.wrapped)?;
        pen.formula(rate_cell, RATE, rate, &pen.looks.percent)?;
        let (row, left_rows) = self.with_interest(pen, views, rate, row.saturating_add(2))?;
        let steps = [
            export_labels.in_table,
            export_labels.left_at_end,
            export_labels.saving_goes_on,
            export_labels.years_after,
        ];
        let row = self.heads(pen, &steps, row)?;
        self.perspective_rows(pen, views, row, |pen, rows, view, row| {
            let Some((_, left_row)) = left_rows.iter().find(|(perspective, _)| *perspective == rows.perspective) else {
                return Ok(());
            };
            let years = self.after_table(pen, rows, view, (*left_row, rate), row)?;
            self.answer(pen, row, view, &self.unless_none(rows, &years))
        })
    }

    /// Writes what is left year by year, with interest and discounted to the first year. Returns the next free row, and
    /// the first row of each perspective.
    fn with_interest(
        &self,
        pen: &mut Pen<'_>,
        views: &[ViewRows],
        rate: Decimal,
        row: u32,
    ) -> Result<(u32, PerspectiveRows), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let (years, head, looks) = (self.plan.years, self.plan.head, pen.looks);
        year_heads(pen, self.subject, self.plan, row)?;
        let mut row = row;
        let mut written = PerspectiveRows::new();
        for rows in views {
            let Some(view) = self.subject.computed.outcome.view(rows.perspective) else { continue };
            let (id, year_count) = (rows.perspective.id(), view.net.len());
            let [left_row, discounted_row, flag_row] = [1, 2, 3].map(|below| row.saturating_add(below));
            for (row, kind, label) in [
                (left_row, "left-with-interest", labels.left_with_interest),
                (discounted_row, "left-discounted", labels.left_discounted),
                (flag_row, "is-paid-back-discounted", labels.is_paid_back),
            ] {
                pen.text(At::new(row, ID), &format!("{kind} {id}"), &looks.id)?;
                pen.text(At::new(row, NAME), self.subject.words.perspective(rows.perspective), &looks.wrapped)?;
                pen.text(At::new(row, EFFORT), label, &looks.text)?;
            }
            let ends: Vec<Decimal> = ends_with_interest(view, rate).take(year_count).collect();
            let discounted_ends: Vec<Decimal> = discounted_ends(view, rate).take(year_count).collect();
            let same_column = |row: u32, cell: At| At::new(row, cell.column).free();

            let left = |column: usize| ends.get(column).copied();
            let net = |cell: At| same_column(rows.net, cell);
            let left_formula = |cell: At| match cell.column.checked_sub(1).filter(|before| *before >= FIRST_YEAR) {
                Some(before) => format!("{}*(1+{RATE})+{}", At::new(left_row, before).free(), net(cell)),
                None => net(cell),
            };
            in_years(pen, years, head, left_row, &looks.exact, left, left_formula)?;

            let discounted = |column: usize| discounted_ends.get(column).copied();
            let first_year = self.plan.span.0.fixed();
            let discounted_formula = |cell: At| {
                let year = At::new(head, cell.column).in_row();
                format!("{}/(1+{RATE})^({year}-{first_year})", same_column(left_row, cell))
            };
            in_years(pen, years, head, discounted_row, &looks.exact, discounted, discounted_formula)?;

            let first_paid = ends.iter().rposition(|left| !is_settled(*left)).map_or(0, |last| last.saturating_add(1));
            let is_paid = |column: usize| ends.get(column).map(|_| u8::from(column >= first_paid).into());
            let is_paid_formula = |cell: At| {
                let rest = format!("MAX({})", years.from(At::new(left_row, cell.column)));
                format!("IF({}<=0,1,0)", in_ore(&rest))
            };
            in_years(pen, years, head, flag_row, &looks.plain, is_paid, is_paid_formula)?;
            written.push((rows.perspective, left_row));
            row = flag_row;
        }
        Ok((row.saturating_add(2), written))
    }

    /// Writes the steps that follow from what is left at the end of the table. Returns the formula for the payback in
    /// years.
    fn after_table(
        &self,
        pen: &mut Pen<'_>,
        rows: &ViewRows,
        view: &View,
        (left_row, rate): (u32, Decimal),
        row: u32,
    ) -> Result<String, WorkbookError> {
        let (looks, year_count) = (pen.looks, view.net.len());
        let [in_table, left, saving, years_after] = STEPS.map(|column| At::new(row, column));
        let mut ends = ends_with_interest(view, rate);
        let table_ends: Vec<Decimal> = ends.by_ref().take(year_count).collect();
        let last_left = table_ends.iter().rposition(|left| !is_settled(*left));
        let first_paid = last_left.map_or(0, |column| column.saturating_add(1));
        let column = Some(first_paid).filter(|column| *column < table_ends.len());
        self.in_table(pen, in_table, left_row.saturating_add(2), column)?;
        let end = table_ends.last().copied().unwrap_or_default();
        let last = format!("INDEX({},{})", self.range(left_row), self.count());
        pen.formula(left, &last, end, &looks.exact)?;
        self.last_saving(pen, saving, rows, view)?;

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
        let is_after_table = column.is_none() && outgrows_interest(view, end, rate);
        let shown = if is_after_table { Shown::Number(years.into()) } else { Shown::Nothing };
        pen.formula(years_after, &formula, shown, &looks.plain)?;

        let (years_after, count) = (years_after.free(), self.count());
        let not_within = not_within(self.subject);
        Ok(format!("IF({in_table}>0,{in_table},IF(ISNUMBER({years_after}),{count}+{years_after},{not_within}))"))
    }
}
