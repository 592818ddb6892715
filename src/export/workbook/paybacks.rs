//! Payback from every perspective, by every convention, with its steps beside it.

use rust_decimal::Decimal;

use super::formula::{At, quoted};
use super::pen::{Pen, Shown};
use super::views::ViewRows;
use super::{FIRST_YEAR, ID, NAME, Plan, TOTAL, WorkbookError, heads};
use crate::evaluate::{Perspective, View};
use crate::export::{Subject, payback_id};
use crate::money::Thousands;
use crate::payback::{Convention, Crossing, Payback, payback};

/// The columns of a payback: the answer, then what it is made of.
const YEARS: u16 = TOTAL;
const YEAR: u16 = FIRST_YEAR;
pub(super) const STEPS: [u16; 4] = [FIRST_YEAR + 1, FIRST_YEAR + 2, FIRST_YEAR + 3, FIRST_YEAR + 4];

/// Where the paybacks of a convention are: the row of each perspective.
pub(super) type Found = Vec<(Perspective, u32)>;

/// Writes the payback of every perspective by every convention. Gives the next free row, and where each convention has that
/// of the total economy.
pub(super) fn paybacks(
    pen: &mut Pen<'_>,
    subject: &Subject<'_>,
    plan: &Plan,
    views: &[ViewRows],
    row: u32,
) -> Result<(u32, Vec<(Convention, At)>), WorkbookError> {
    let labels = &subject.words.labels().export;
    let mut row = pen.heading(row, labels.payback_block, labels.payback_help)?;
    let mut totals = Vec::new();
    let mut whole = Found::new();
    for convention in Convention::all(subject.computed.scenario.rate()) {
        let block = Block { subject, plan, convention };
        let (next, found) = match convention {
            Convention::FirstYear => {
                let (next, found) = block.whole_years(pen, views, row)?;
                whole.clone_from(&found);
                (next, found)
            }
            Convention::Interpolated => block.point(pen, views, &whole, row)?,
            Convention::Simple => block.simple(pen, views, row)?,
            Convention::Discounted { rate } => block.discounted(pen, views, rate, row)?,
        };
        let total = found.iter().find(|(perspective, _)| *perspective == Perspective::Total);
        totals.extend(total.map(|(_, row)| (convention, At::new(*row, YEARS))));
        row = next;
    }
    Ok((row, totals))
}

/// What the calendar year stands beside.
pub(super) const fn calendar_year(years: At) -> At {
    At::new(years.row, YEAR)
}

/// A payback time as its cell shows it.
pub(super) fn shown(subject: &Subject<'_>, payback: Payback) -> Shown {
    let labels = &subject.words.labels().export;
    match payback {
        Payback::Reached { years, .. } => Shown::Number(years),
        Payback::Never => Shown::Words(labels.never.to_owned()),
        Payback::NoCosts => Shown::Words(labels.no_costs.to_owned()),
        Payback::NoSavings => Shown::Words(labels.no_savings.to_owned()),
    }
}

/// The calendar year of a payback as its cell shows it.
pub(super) fn shown_year(payback: Payback) -> Shown {
    match payback {
        Payback::Reached { year, .. } => Shown::from(year),
        Payback::Never | Payback::NoCosts | Payback::NoSavings => Shown::Nothing,
    }
}

/// The paybacks by one convention.
pub(super) struct Block<'a> {
    pub(super) subject: &'a Subject<'a>,
    pub(super) plan: &'a Plan,
    convention: Convention,
}

impl Block<'_> {
    /// What the convention counts, and the heads of its columns. Gives the next free row.
    fn opening(&self, pen: &mut Pen<'_>, steps: &[&str], row: u32) -> Result<u32, WorkbookError> {
        let row = self.name(pen, row)?;
        self.heads(pen, steps, row)
    }

    pub(super) fn name(&self, pen: &mut Pen<'_>, row: u32) -> Result<u32, WorkbookError> {
        let (meaning, looks) = (self.subject.words.convention(self.convention), pen.looks);
        pen.text(At::new(row, NAME), meaning.name, &looks.strong)?;
        pen.text(At::new(row.saturating_add(1), NAME), meaning.sentence, &looks.help)?;
        Ok(row.saturating_add(2))
    }

    pub(super) fn heads(&self, pen: &mut Pen<'_>, steps: &[&str], row: u32) -> Result<u32, WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let own = [(NAME, labels.seen_from), (YEARS, labels.payback_years), (YEAR, labels.calendar_year)];
        heads(pen, row, own.into_iter().chain(STEPS.into_iter().zip(steps.iter().copied())))?;
        Ok(row.saturating_add(1))
    }

    /// A row for each perspective that has a view. Gives the next free row, and where they are.
    pub(super) fn each(
        &self,
        pen: &mut Pen<'_>,
        views: &[ViewRows],
        row: u32,
        write: impl Fn(&mut Pen<'_>, &ViewRows, &View, u32) -> Result<(), WorkbookError>,
    ) -> Result<(u32, Found), WorkbookError> {
        let mut row = row;
        let mut found = Found::new();
        for rows in views {
            let Some(view) = self.subject.computed.outcome.view(rows.perspective) else { continue };
            let id = format!("{} {}", payback_id(self.convention), rows.perspective.id());
            pen.text(At::new(row, ID), &id, &pen.looks.id)?;
            pen.text(At::new(row, NAME), self.subject.words.perspective(rows.perspective), &pen.looks.text)?;
            write(pen, rows, view, row)?;
            found.push((rows.perspective, row));
            row = row.saturating_add(1);
        }
        Ok((row.saturating_add(1), found))
    }

    fn of(&self, view: &View) -> Payback {
        payback(view, self.subject.computed.scenario.note().variant.first, self.convention)
    }

    pub(super) fn range(&self, row: u32) -> String {
        self.plan.years.range(row)
    }

    /// How many years the table has.
    pub(super) fn count(&self) -> String {
        format!("({}-{}+1)", self.plan.span.1.fixed(), self.plan.span.0.fixed())
    }

    /// Whether there is anything to pay back, and to pay it back with, comes before when it happens.
    pub(super) fn told(&self, rows: &ViewRows, after: &str) -> String {
        let labels = &self.subject.words.labels().export;
        format!(
            "IF(COUNTIF({},\">0\")=0,{},IF(COUNTIF({},\"<0\")=0,{},{after}))",
            self.range(rows.costs),
            quoted(labels.no_costs),
            self.range(rows.savings),
            quoted(labels.no_savings)
        )
    }

    /// The answer, and the calendar year that so many begun years lead to.
    pub(super) fn answer(&self, pen: &mut Pen<'_>, row: u32, view: &View, years: &str) -> Result<(), WorkbookError> {
        let looks = pen.looks;
        let (at, payback) = (At::new(row, YEARS), self.of(view));
        let look = match self.convention {
            Convention::FirstYear | Convention::Discounted { .. } => &looks.sum,
            Convention::Interpolated | Convention::Simple => &looks.exact_total,
        };
        pen.formula(at, years, shown(self.subject, payback), look)?;
        let (own, first) = (at.free(), self.plan.span.0.fixed());
        // The point within a year lies in it also where it is its very beginning.
        let begun = match self.convention {
            Convention::Interpolated => format!("{}+1", At::new(row, YEARS.saturating_add(2)).free()),
            Convention::FirstYear | Convention::Simple | Convention::Discounted { .. } => format!("ROUNDUP({own},0)"),
        };
        let year = format!("IF(ISNUMBER({own}),{first}+{begun}-1,\"\")");
        Ok(pen.formula(At::new(row, YEAR), &year, shown_year(payback), &looks.plain)?)
    }

    /// In whole years.
    fn whole_years(&self, pen: &mut Pen<'_>, views: &[ViewRows], row: u32) -> Result<(u32, Found), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let row = self.opening(pen, &[labels.in_table, labels.left_at_end, labels.saving_goes_on], row)?;
        self.each(pen, views, row, |pen, rows, view, row| {
            let looks = pen.looks;
            let [in_table, left, goes_on, _] = STEPS.map(|column| At::new(row, column));
            let at = view.cumulative.iter().position(|cell| *cell <= Thousands::ZERO);
            self.in_table(pen, in_table, rows.is_paid_back, at)?;
            let end = view.cumulative.last().copied().unwrap_or_default();
            let last = |row| format!("INDEX({},{})", self.range(row), self.count());
            pen.formula(left, &last(rows.cumulative), end.get(), &looks.cell)?;
            self.goes_on(pen, goes_on, rows, view)?;
            let (found, left, goes_on) = (in_table.free(), left.free(), goes_on.free());
            let never = quoted(labels.never);
            let beyond = format!("IF({goes_on}<=0,{never},{}+ROUNDUP({left}/{goes_on},0))", self.count());
            self.answer(pen, row, view, &self.told(rows, &format!("IF({found}>0,{found},{beyond})")))
        })
    }

    /// In which of the table's years it happens, 0 where in none.
    pub(super) fn in_table(
        &self,
        pen: &mut Pen<'_>,
        at: At,
        flags: u32,
        found: Option<usize>,
    ) -> Result<(), WorkbookError> {
        let matched = format!("IFERROR(MATCH(1,{},0),0)", self.range(flags));
        let year = found.map_or(0, |column| column.saturating_add(1));
        Ok(pen.formula(at, &matched, Decimal::from(year), &pen.looks.plain)?)
    }

    /// The last year's saving.
    pub(super) fn goes_on(&self, pen: &mut Pen<'_>, at: At, rows: &ViewRows, view: &View) -> Result<(), WorkbookError> {
        let saving = view.savings.last().copied().unwrap_or_default().negated();
        let formula = format!("-INDEX({},{})", self.range(rows.savings), self.count());
        Ok(pen.formula(at, &formula, saving.get(), &pen.looks.cell)?)
    }

    /// The point within the year. `whole` is where the same stands in whole years.
    fn point(
        &self,
        pen: &mut Pen<'_>,
        views: &[ViewRows],
        whole: &Found,
        row: u32,
    ) -> Result<(u32, Found), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let row = self.opening(pen, &[labels.years_before, labels.left_before, labels.net_of_year], row)?;
        self.each(pen, views, row, |pen, rows, view, row| {
            let looks = pen.looks;
            let Some((_, whole)) = whole.iter().find(|(perspective, _)| *perspective == rows.perspective) else {
                return Ok(());
            };
            let [_, left_at_end, goes_on, _] = STEPS.map(|column| At::new(*whole, column).free());
            let in_years = At::new(*whole, YEARS).free();
            let [before, left, gain, _] = STEPS.map(|column| At::new(row, column));
            let (b, l, g) = (before.free(), left.free(), gain.free());
            let is_reached = matches!(self.of(view), Payback::Reached { .. });
            let crossing = Crossing::of(view).filter(|_| is_reached);
            let shown = |of: fn(&Crossing) -> Decimal| crossing.as_ref().map(of).map_or(Shown::Nothing, Shown::Number);
            let told = |formula: &str| format!("IF(ISNUMBER({in_years}),{formula},\"\")");
            let formula = told(&format!("{in_years}-1"));
            pen.formula(before, &formula, shown(|crossing| crossing.years_before.into()), &looks.plain)?;
            let count = self.count();
            let (ends, nets) = (self.range(rows.cumulative), self.range(rows.net));
            let past = format!("{left_at_end}-{goes_on}*({b}-{count})");
            let formula = told(&format!("IF({b}=0,0,IF({b}<={count},INDEX({ends},MAX(1,MIN({b},{count}))),{past}))"));
            pen.formula(left, &formula, shown(|crossing| crossing.left.decimal()), &looks.cell)?;
            let formula = told(&format!("IF({b}<{count},-INDEX({nets},MIN({b}+1,{count})),{goes_on})"));
            pen.formula(gain, &formula, shown(|crossing| crossing.gain.decimal()), &looks.cell)?;
            // A first year that already gains more than it costs pays back at once.
            let years = format!("IF(ISNUMBER({in_years}),IF({l}=0,{b},{b}+{l}/{g}),{in_years})");
            self.answer(pen, row, view, &years)
        })
    }

    /// All costs ÷ the largest saving of a year.
    fn simple(&self, pen: &mut Pen<'_>, views: &[ViewRows], row: u32) -> Result<(u32, Found), WorkbookError> {
        let labels = &self.subject.words.labels().export;
        let row = self.opening(pen, &[labels.all_costs, labels.largest_saving], row)?;
        self.each(pen, views, row, |pen, rows, view, row| {
            let looks = pen.looks;
            let [costs, saving, ..] = STEPS.map(|column| At::new(row, column));
            let all: Thousands = view.costs.iter().copied().sum();
            pen.formula(costs, &At::new(rows.costs, TOTAL).free(), all.get(), &looks.cell)?;
            let largest = view.savings.iter().min().copied().unwrap_or_default().negated();
            pen.formula(saving, &format!("-MIN({})", self.range(rows.savings)), largest.get(), &looks.cell)?;
            self.answer(pen, row, view, &self.told(rows, &format!("{}/{}", costs.free(), saving.free())))
        })
    }
}
