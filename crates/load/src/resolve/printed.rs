//! What a document prints: tables, rows, targets, results, and what its sentences say.

use rust_decimal::Decimal;

use super::Context;
use super::area::area;
use super::check::{check_names, check_number_in_quote, check_share, check_source, check_year, check_years};
use super::city::committee;
use super::target::Targets;
use super::variant::WrittenVariant;
use crate::file::{AmountFile, CellFile, FollowUpFile, RemarkFile, RowFile, StatementFile, TableFile};
use crate::items::{Ids, Item, is_id, items};
use crate::reader::{self, Others};
use crate::report::At;
use crate::tree::Node;
use model::fault::{Fault, Found, Kind, Needs, Part};
use model::money::Thousands;
use model::note::{Count, FollowUp, Omitted, Population, Remark, Row, RowRef, Series, StatedAmount, Statement, Table};

/// A table as it is written.
pub(crate) struct WrittenTable<'n> {
    pub(super) item: Item<'n, TableFile>,
    rows: Vec<Item<'n, RowFile>>,
}

/// The tables of a document, by the ids of their rows.
pub(super) struct Tables<'i> {
    ids: Ids<'i>,
    rows: Vec<Ids<'i>>,
}

/// How many tables, and rows in each of them, a document may have.
const MOST_TABLES: usize = 200;
const MOST_ROWS: usize = 20_000;

/// Reads the tables of a document. The paths of their rows begin with the id of their table.
pub(super) fn written_tables<'n>(context: &Context<'_>, root: &'n Node) -> Vec<WrittenTable<'n>> {
    let (language, report) = (context.language, context.report);
    let tables = items(root, "table", "", Others::Known(&["row"]), language, report).into_iter();
    let tables = tables.map(|item: Item<'n, TableFile>| {
        let rows = items(item.node, "row", &item.written.id, Others::NONE, language, report);
        WrittenTable { item, rows }
    });
    tables.collect()
}

impl<'i> Tables<'i> {
    pub(super) fn of(context: &Context<'_>, tables: &'i [WrittenTable<'_>]) -> Self {
        let ids = tables.iter().map(|table| (table.item.written.id.as_str(), table.item.at()));
        let rows = |table: &'i WrittenTable<'_>| {
            let ids = table.rows.iter().map(|row| (row.written.id.as_str(), row.at()));
            Ids::checked(Kind::Row, ids, context.report)
        };
        Self { ids: Ids::checked(Kind::Table, ids, context.report), rows: tables.iter().map(rows).collect() }
    }

    /// The row that a name of the form `table/row` means.
    pub(super) fn row(&self, context: &Context<'_>, at: At<'_>, named: &str) -> Option<RowRef> {
        let Some((table, row)) = named.split_once('/') else {
            if !named.is_empty() {
                context.report.problem(at, Fault::RowForm(named.to_owned()));
            }
            return None;
        };
        let table = self.ids.find(at, table, context.report)?;
        let row = self.rows.get(table)?.find(at, row, context.report)?;
        Some(RowRef { table, row })
    }
}

/// A table; `None` where it has a fault.
pub(super) fn table(
    context: &Context<'_>,
    written: &WrittenTable<'_>,
    variants: &[WrittenVariant<'_>],
) -> Option<Table> {
    let WrittenTable { item, rows } = written;
    let (at, before, file) = (item.at(), context.report.count(), &item.written);
    if rows.len() > MOST_ROWS {
        let fault = Fault::TooMany { kind: Kind::Row, count: rows.len(), most: MOST_ROWS };
        context.report.problem(at, fault);
        return None;
    }
    let years = at.field("years");
    let fit = file.years.iter().enumerate().all(|(index, year)| check_year(context, years.nth(index), *year));
    let mut neighbours = file.years.iter().zip(file.years.iter().skip(1));
    if let Some((_, not_later)) = neighbours.find(|(year, next)| fit && year >= next) {
        context.report.problem(years, Fault::YearOrder(*not_later));
    }
    let variant = match (&file.variant, variants) {
        (Some(id), _) => {
            let position = variants.iter().position(|variant| variant.id == *id);
            if position.is_none() && !id.is_empty() {
                let fault = Fault::Unknown { kind: Kind::Variant, id: id.clone(), meant: None };
                context.report.problem(at.field("variant"), fault);
            }
            position
        }
        (None, [_]) => Some(0),
        (None, []) => None,
        (None, _) => {
            context.report.problem(at, Fault::Missing(Part::VariantOfTable));
            None
        }
    };
    let of_variant = variant.and_then(|index| variants.get(index));
    let lines = of_variant.map(|variant| Ids::of(Kind::Line, variant.line_ids.iter().map(String::as_str)));
    let row_ids = Ids::of(Kind::Row, rows.iter().map(|row| row.written.id.as_str()));
    let resolved: Vec<_> =
        rows.iter().map(|item| row(context, item, file.years.len(), &row_ids, lines.as_ref())).collect();
    if let Some(variant) = of_variant {
        let efforts = Ids::of(Kind::Effort, variant.effort_ids.iter().map(String::as_str));
        for (index, id) in file.titled.iter().enumerate() {
            let _position = efforts.find(at.field("titled").nth(index), id, context.report);
        }
    }
    if let Some(source) = &file.current_prices {
        check_source(context, at.field("current_prices"), source);
    }
    (item.is_whole && context.report.count() == before).then_some(())?;
    Some(Table {
        id: file.id.clone(),
        place: file.place.clone(),
        title: file.title.clone(),
        variant: variant?,
        titled: file.titled.clone(),
        current_prices: file.current_prices.clone(),
        years: file.years.clone(),
        rows: resolved.into_iter().collect::<Option<_>>()?,
    })
}

/// How many tables there are is said before any is looked at.
pub(super) fn are_few(context: &Context<'_>, at: At<'_>, tables: &[WrittenTable<'_>]) -> bool {
    let count = tables.len();
    if count > MOST_TABLES {
        context.report.problem(at, Fault::TooMany { kind: Kind::Table, count, most: MOST_TABLES });
    }
    count <= MOST_TABLES
}

fn row(
    context: &Context<'_>,
    item: &Item<'_, RowFile>,
    years: usize,
    rows: &Ids<'_>,
    lines: Option<&Ids<'_>>,
) -> Option<Row> {
    if !item.is_whole {
        return None;
    }
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    let at_cells = at.field("cells");
    let cells: Vec<Option<Thousands>> = match written.cells.len() {
        0 => std::iter::repeat_n(None, years).collect(),
        cells => {
            if cells != years {
                context.report.problem(at_cells, Fault::Cells { years, cells });
            }
            let cells = written.cells.iter().enumerate();
            cells.map(|(index, cell)| amount(context, at_cells.nth(index), cell)).collect()
        }
    };
    let key = written.key.as_ref().map(|key| key.0);
    if let Some(key) = key {
        check_share(context, at.field("key"), key);
    }
    let positions = |field: &str, named: &[String], ids: &Ids<'_>| {
        let found =
            named.iter().enumerate().map(|(index, id)| ids.find(at.field(field).nth(index), id, context.report));
        let found: Vec<Option<usize>> = found.collect();
        found.into_iter().collect::<Option<Vec<usize>>>()
    };
    let parts = positions("parts", &written.parts, rows);
    // Which lines there are is not known where the variant is not.
    let lines = lines.map_or(Some(Vec::new()), |lines| positions("lines", &written.lines, lines));
    if let Some(staff) = &written.staff {
        check_source(context, at.field("staff").field("source"), &staff.source);
    }
    if written.lost && !written.cells.is_empty() {
        context.report.problem(at_cells, Fault::LostWithCells);
    }
    let series = written.series.as_ref().and_then(|key| {
        let series = Series::new(key);
        if series.is_none() {
            context.report.problem(at.field("series"), Fault::SeriesForm(key.clone()));
        }
        series
    });
    let total = written.total.as_ref().and_then(|total| amount(context, at.field("total"), total));
    let committee = written.committee.as_ref().map(|id| committee(context, at.field("committee"), id));
    let area = written.area.as_ref().and_then(|named| area(context, at.field("area"), named));
    (context.report.count() == before && committee != Some(None)).then_some(())?;
    Some(Row {
        id: written.id.clone(),
        label: written.label.clone(),
        cells,
        total,
        area,
        committee: committee.flatten(),
        key,
        appropriation: written.appropriation.clone(),
        staff: written.staff.clone(),
        series,
        lost: written.lost,
        adds_up: written.adds_up,
        parts: parts?,
        lines: lines?,
    })
}

/// A printed cell; `None` for an empty one, and for one with a fault.
fn amount(context: &Context<'_>, at: At<'_>, cell: &CellFile) -> Option<Thousands> {
    if cell.0.trim().is_empty() {
        return None;
    }
    let number = match reader::decimal(&cell.0) {
        Ok(number) => context.in_thousands(number),
        Err(fault) => {
            context.report.problem(at, fault);
            return None;
        }
    };
    // A note may be in kroner, of which the page shows whole thousands.
    if context.report.is_strict && !number.fract().is_zero() {
        context.report.problem(at, Fault::Type { needs: Needs::WholeNumber, found: Found::Number });
    }
    let rounded = Thousands::round(number);
    if rounded.is_none() {
        let limit = Decimal::from(Thousands::LIMIT);
        let (low, high) = (limit.checked_mul(Decimal::NEGATIVE_ONE).unwrap_or(Decimal::MIN), limit);
        context.report.problem(at, Fault::OutOfBounds { value: number, low, high });
    }
    rounded
}

/// A sentence; `None` where it has a fault.
pub(super) fn statement(
    context: &Context<'_>,
    item: &Item<'_, StatementFile>,
    tables: &Tables<'_>,
) -> Option<Statement> {
    if !item.is_whole {
        return None;
    }
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    check_source(context, at.field("source"), &written.source);
    let of_amount = written.amount.iter().flat_map(|amount| &amount.rows).enumerate();
    let of_amount = of_amount.map(|(index, id)| (at.field("amount").field("rows").nth(index), id));
    let own = written.rows.iter().enumerate().map(|(index, id)| (at.field("rows").nth(index), id));
    let rows: Vec<_> = of_amount.chain(own).map(|(at, id)| tables.row(context, at, id)).collect();
    if rows.is_empty() || (written.amount.is_none() && written.years.is_none()) {
        context.report.problem(at, Fault::Missing(Part::RowsAndAmount));
    }
    if let Some([first, last]) = written.years {
        for year in [first, last] {
            check_year(context, at.field("years"), year);
        }
    }
    let area = written.area.as_ref().and_then(|named| area(context, at.field("area"), named));
    (context.report.count() == before).then(|| {
        Some(Statement {
            id: written.id.clone(),
            source: written.source.clone(),
            amount: written.amount.as_ref().map(|AmountFile { thousands, rounded_to, years, .. }| StatedAmount {
                thousands: *thousands,
                rounded_to: *rounded_to,
                years: years.map(|[first, last]| (first, last)),
            }),
            years: written.years.map(|[first, last]| (first, last)),
            area,
            rows: rows.into_iter().collect::<Option<_>>()?,
        })
    })?
}

pub(super) fn check_population(context: &Context<'_>, item: &Item<'_, Population>) {
    let (at, written) = (item.at(), &item.written);
    check_key(context, at.field("people"), &written.people);
    check_names(context, at.field("says"), &written.says);
    check_source(context, at.field("source"), &written.source);
}

/// Checks a key that several documents share.
fn check_key(context: &Context<'_>, at: At<'_>, key: &str) {
    if !is_id(key) {
        context.report.problem(at, Fault::Id(key.to_owned()));
    }
}

pub(super) fn check_count(context: &Context<'_>, item: &Item<'_, Count>) {
    let (at, written) = (item.at(), &item.written);
    check_names(context, at.field("says"), &written.says);
    check_source(context, at.field("source"), &written.source);
    if let Some(what) = &written.what {
        check_key(context, at.field("what"), what);
    }
    if let Some(years) = written.years {
        check_years(context, at.field("years"), years);
    }
    let (number, unit, quote) = (written.number, written.unit, &written.source.quote);
    check_number_in_quote(context, at.field("number"), number, unit, quote);
    match written.least {
        Some(least) if least >= number => {
            context.report.problem(at.field("least"), Fault::RangeOrder { low: least, high: number });
        }
        Some(least) if !least.is_zero() => check_number_in_quote(context, at.field("least"), least, unit, quote),
        _ => {}
    }
}

/// A follow-up; `None` where it has a fault.
pub(super) fn follow_up(
    context: &Context<'_>,
    item: &Item<'_, FollowUpFile>,
    targets: &Targets<'_>,
) -> Option<FollowUp> {
    if !item.is_whole {
        return None;
    }
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    for (field, names) in [("says", Some(&written.says)), ("when", Some(&written.when)), ("by", written.by.as_ref())] {
        if let Some(names) = names {
            check_names(context, at.field(field), names);
        }
    }
    if written.sources.is_empty() {
        context.report.problem(at, Fault::Missing(Part::Source));
    }
    for (index, source) in written.sources.iter().enumerate() {
        check_source(context, at.field("sources").nth(index), source);
    }
    if let Some(due) = written.due {
        check_year(context, at.field("due"), due);
    }
    let named = written.targets.iter().enumerate();
    let positions: Vec<_> =
        named.map(|(index, id)| targets.ids.find(at.field("targets").nth(index), id, context.report)).collect();
    (context.report.count() == before).then_some(())?;
    Some(FollowUp {
        id: written.id.clone(),
        effort: written.effort.clone(),
        targets: positions.into_iter().collect::<Option<_>>()?,
        says: written.says.clone(),
        happens: written.happens,
        when: written.when.clone(),
        by: written.by.clone(),
        due: written.due,
        every_months: written.every_months,
        sources: written.sources.clone(),
    })
}

/// A remark; `None` where it has a fault.
pub(super) fn remark(context: &Context<'_>, item: &Item<'_, RemarkFile>, tables: &Tables<'_>) -> Option<Remark> {
    if !item.is_whole {
        return None;
    }
    let (at, before, written) = (item.at(), context.report.count(), &item.written);
    check_names(context, at.field("says"), &written.says);
    check_source(context, at.field("source"), &written.source);
    let years = written.years.map(|[first, last]| (first, last));
    if let Some(years) = years {
        check_years(context, at.field("years"), years);
    }
    let named = written.rows.iter().enumerate();
    let rows: Vec<_> = named.map(|(index, id)| tables.row(context, at.field("rows").nth(index), id)).collect();
    (context.report.count() == before).then_some(())?;
    Some(Remark {
        id: written.id.clone(),
        kind: written.kind,
        judges: written.judges,
        grounds_for: written.grounds_for.clone(),
        joins: written.joins.clone(),
        effort: written.effort.clone(),
        says: written.says.clone(),
        years,
        rows: rows.into_iter().collect::<Option<_>>()?,
        source: written.source.clone(),
    })
}

pub(super) fn check_omitted(context: &Context<'_>, item: &Item<'_, Omitted>) {
    check_names(context, item.at().field("why"), &item.written.why);
    check_source(context, item.at().field("source"), &item.written.source);
}
