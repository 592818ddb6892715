//! Payback with interest on what is left: the reader's rate, what is left year by year, and when it is nothing.

use rust_decimal::Decimal;

use super::formula::{At, RATE, in_ore, quoted};
use super::lines::in_years;
use super::paybacks::{Block, Found, STEPS};
use super::pen::{Pen, Shown};
use super::views::{ViewRows, year_heads};
use super::{EFFORT, FIRST_YEAR, ID, NAME, TOTAL, WorkbookError};
use crate::evaluate::View;
use crate::payback::{LAST_DISCOUNTED, discounted_ends, ends_with_interest, is_settled, outgrows_interest};

impl Block<'_> {
    /// In whole years, with interest on what is left.
    pub(super) fn discounted(
        &self,
        pen: &mut Pen<'_>,
        views: &[ViewRows],
        rate: Decimal,
        row: u32,
    ) -> Result<(u32, Found), WorkbookError> {
        let labels = self.subject.words.labels();
        let row = self.name(pen, row)?;
        let row = pen.help(row, labels.export.interest_help)?;
        let at = At::new(row, TOTAL);
        pen.text(At::new(row, ID), "rate", &pen.looks.id)?;
        pen.text(At::new(row, NAME), labels.discount_rate, &pen.looks.wrapped)?;
        pen.formula(at, RATE, rate, &pen.looks.percent)?;
        let (row, yearly) = self.with_interest(pen, views, rate, row.saturating_add(2))?;
        let own = &labels.export;
        let steps = [own.in_table, own.left_at_end, own.saving_goes_on, own.years_after];
        let row = self.heads(pen, &steps, row)?;
        self.each(pen, views, row, |pen, rows, view, row| {
            let Some((_, first)) = yearly.iter().find(|(perspective, _)| *perspective == rows.perspective) else {
                return Ok(());
            };
            let years = self.past_the_table(pen, rows, view, (*first, rate), row)?;
            self.answer(pen, row, view, &self.told(rows, &years))
        })
    }

    /// What is left year by year, in each year's own money and in the first's. Gives the next free row, and the first row of
    /// each perspective.
    fn with_interest(
        &self,
        pen: &mut Pen<'_>,
        views: &[ViewRows],
        rate: Decimal,
        row: u32,
    ) -> Result<(u32, Found), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let (years, head, looks) = (self.plan.years, self.plan.head, pen.looks);
        year_heads(pen, self.subject, self.plan, row)?;
        let mut row = row;
        let mut found = Found::new();
        for rows in views {
            let Some(view) = self.subject.computed.outcome.view(rows.perspective) else { continue };
            let (id, table) = (rows.perspective.id(), view.net.len());
            let [own, first, flags] = [1, 2, 3].map(|below| row.saturating_add(below));
            for (row, kind, label) in [
                (own, "left-with-interest", labels.left_with_interest),
                (first, "left-discounted", labels.left_discounted),
                (flags, "is-paid-back-discounted", labels.is_paid_back),
            ] {
                pen.text(At::new(row, ID), &format!("{kind} {id}"), &looks.id)?;
                pen.text(At::new(row, NAME), self.subject.words.perspective(rows.perspective), &looks.wrapped)?;
                pen.text(At::new(row, EFFORT), label, &looks.text)?;
            }
            let ends: Vec<Decimal> = ends_with_interest(view, rate).take(table).collect();
            let discounted: Vec<Decimal> = discounted_ends(view, rate).take(table).collect();
            let same = |row: u32, cell: At| At::new(row, cell.column).free();
            let net = |cell: At| same(rows.net, cell);
            let so_far = |cell: At| match cell.column.checked_sub(1).filter(|before| *before >= FIRST_YEAR) {
                Some(before) => format!("{}*(1+{RATE})+{}", At::new(own, before).free(), net(cell)),
                None => net(cell),
            };
            in_years(pen, years, head, own, &looks.exact, |column| ends.get(column).copied(), so_far)?;
            let start = self.plan.span.0.fixed();
            let in_first =
                |cell: At| format!("{}/(1+{RATE})^({}-{start})", same(own, cell), At::new(head, cell.column).in_row());
            in_years(pen, years, head, first, &looks.exact, |column| discounted.get(column).copied(), in_first)?;
            let flag = |cell: At| format!("IF({}<=0,1,0)", in_ore(&same(own, cell)));
            let is_paid = |column: usize| ends.get(column).map(|left| u8::from(is_settled(*left)).into());
            in_years(pen, years, head, flags, &looks.plain, is_paid, flag)?;
            found.push((rows.perspective, own));
            row = flags;
        }
        Ok((row.saturating_add(2), found))
    }

    /// Writes the steps, from what is left at the table's end on. Gives the formula of the year.
    fn past_the_table(
        &self,
        pen: &mut Pen<'_>,
        rows: &ViewRows,
        view: &View,
        (own, rate): (u32, Decimal),
        row: u32,
    ) -> Result<String, WorkbookError> {
        let (looks, table) = (pen.looks, view.net.len());
        let [in_table, left, goes_on, after] = STEPS.map(|column| At::new(row, column));
        let mut ends = ends_with_interest(view, rate);
        let within: Vec<Decimal> = ends.by_ref().take(table).collect();
        let at = within.iter().position(|left| is_settled(*left));
        self.in_table(pen, in_table, own.saturating_add(2), at)?;
        let end = within.last().copied().unwrap_or_default();
        let last = format!("INDEX({},{})", self.range(own), self.count());
        pen.formula(left, &last, end, &looks.exact)?;
        self.goes_on(pen, goes_on, rows, view)?;

        // As many years as a loan of what is left takes to be paid off with the saving: the nearest whole number of them, and
        // one more where something is left then. A logarithm alone would decide by its last digit.
        let (found, left, saving) = (in_table.free(), left.free(), goes_on.free());
        let nearest = format!("MIN({LAST_DISCOUNTED},MAX(1,ROUND(NPER({RATE},-{saving},{left}),0)))");
        let left_then = in_ore(&format!("FV({RATE},{nearest},{saving},-{left})"));
        let is_in_vain = format!("{}<=0", in_ore(&format!("{saving}-{left}*{RATE}")));
        let formula = format!("IF({found}>0,\"\",IF({is_in_vain},\"\",{nearest}+IF({left_then}>0,1,0)))");
        let most = usize::try_from(LAST_DISCOUNTED).unwrap_or(usize::MAX);
        let years = ends.take(most).position(is_settled).unwrap_or(most).saturating_add(1);
        let is_looked_for = at.is_none() && outgrows_interest(view, end, rate);
        let shown = if is_looked_for { Shown::Number(years.into()) } else { Shown::Nothing };
        pen.formula(after, &formula, shown, &looks.plain)?;

        let (after, count) = (after.free(), self.count());
        let never = quoted(self.subject.words.labels().export.never);
        let in_time = format!("IF({count}+{after}>{LAST_DISCOUNTED},{never},{count}+{after})");
        Ok(format!("IF({found}>0,{found},IF(ISNUMBER({after}),{in_time},{never}))"))
    }
}
