//! From ids to positions, each item checked by itself.

use rust_decimal::Decimal;

use super::file::{
    AmountFile, CellFile, DocumentFile, DriverFile, EffectFile, EffortFile, LineFile, RowFile, RuleFile, StatementFile,
    TableFile, VariantFile,
};
use super::{Fault, Found, path};
use crate::money::Thousands;
use crate::note::{
    Document, Driver, DriverIx, Effect, Effort, Line, Names, Origin, Posts, Row, RowRef, Rule, Schedule, Series,
    Source, StatedAmount, Statement, Table, Unit, Variant, Year,
};
use crate::scenario::{Rejection, accept};

/// The years that any budget in these documents could be about.
const YEARS: std::ops::RangeInclusive<Year> = 2000..=2100;

pub(super) fn document(written: DocumentFile) -> Result<Document, Found> {
    let at = written.id.as_str();
    unique(at, [at])?;
    named(at, &written.title)?;
    for year in [written.budget, written.price_level] {
        in_range(at, year)?;
    }
    unique(at, written.variant.iter().map(|variant| variant.id.as_str()))?;
    unique(at, written.table.iter().map(|table| table.id.as_str()))?;
    unique(at, written.target.iter().map(|target| target.id.as_str()))?;
    for target in &written.target {
        let at = path(&[at, &target.id]);
        share(&at, target.share)?;
        named(&at, &target.measure)?;
        named(&at, &target.follow_up)?;
        sourced(&at, &target.source)?;
    }
    let tables = written.table.into_iter().map(|each| table(each, &written.variant)).collect::<Result<Vec<_>, _>>()?;
    unique(at, written.statement.iter().map(|statement| statement.id.as_str()))?;
    unique(at, written.result.iter().map(|result| result.id.as_str()))?;
    let statements =
        written.statement.into_iter().map(|each| statement(each, at, &tables)).collect::<Result<_, _>>()?;
    for result in &written.result {
        let at = path(&[at, &result.id]);
        result.share.map_or(Ok(()), |reached| share(&at, reached))?;
        named(&at, &result.measure)?;
        named(&at, &result.period)?;
        sourced(&at, &result.source)?;
    }
    for omitted in &written.omitted {
        let at = path(&[at, &omitted.amount]);
        named(&at, &omitted.why)?;
        sourced(&at, &omitted.source)?;
    }
    named(at, &written.decision)?;
    named(at, &written.risk)?;
    let variants = written.variant.into_iter().map(|each| variant(each, &tables)).collect::<Result<Vec<_>, _>>()?;
    let efforts = || variants.iter().flat_map(|variant| &variant.efforts).map(|effort| effort.id.as_str());
    let named_by = written.target.iter().map(|target| (&target.id, &target.effort));
    for (id, effort) in named_by.chain(written.result.iter().map(|result| (&result.id, &result.effort))) {
        find(&path(&[at, id]), "effort", effort, efforts())?;
    }
    Ok(Document {
        edition_of: written.edition_of,
        decision: written.decision,
        risk: written.risk,
        statements,
        results: written.result,
        omitted: written.omitted,
        id: written.id,
        file: written.file,
        title: written.title,
        budget: written.budget,
        price_level: written.price_level,
        tables,
        targets: written.target,
        variants,
    })
}

fn table(written: TableFile, variants: &[VariantFile]) -> Result<Table, Found> {
    let at = written.id.clone();
    for year in &written.years {
        in_range(&at, *year)?;
    }
    if let Some((_, late)) = written.years.iter().zip(written.years.iter().skip(1)).find(|(a, b)| a >= b) {
        return Err((at, Fault::Year(*late)));
    }
    let variant = match (&written.variant, variants) {
        (Some(id), _) => find(&at, "variant", id, variants.iter().map(|variant| variant.id.as_str()))?,
        (None, [_]) => 0,
        (None, _) => return Err((at, Fault::Missing("the variant"))),
    };
    let lines: Vec<&str> =
        variants.get(variant).map_or(Vec::new(), |variant| variant.line.iter().map(|line| line.id.as_str()).collect());
    unique(&at, written.row.iter().map(|row| row.id.as_str()))?;
    let ids: Vec<String> = written.row.iter().map(|row| row.id.clone()).collect();
    let rows = written
        .row
        .into_iter()
        .map(|each| row(each, &at, written.years.len(), &ids, &lines))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Table { id: written.id, place: written.place, title: written.title, variant, years: written.years, rows })
}

fn row(written: RowFile, table: &str, years: usize, rows: &[String], lines: &[&str]) -> Result<Row, Found> {
    let at = path(&[table, &written.id]);
    let cells: Vec<Option<Thousands>> = match written.cells.len() {
        0 => std::iter::repeat_n(None, years).collect(),
        cells if cells == years => written.cells.iter().map(|cell| amount(&at, cell)).collect::<Result<_, _>>()?,
        cells => return Err((at, Fault::Cells { years, cells })),
    };
    let key = written.key.map(|key| key.0);
    if let Some(key) = key {
        share(&at, key)?;
    }
    let parts = written
        .parts
        .iter()
        .map(|id| find(&at, "row", id, rows.iter().map(String::as_str)))
        .collect::<Result<_, _>>()?;
    let lines =
        written.lines.iter().map(|id| find(&at, "line", id, lines.iter().copied())).collect::<Result<_, _>>()?;
    if let Some(staff) = &written.staff {
        sourced(&at, &staff.source)?;
    }
    if written.lost && !written.cells.is_empty() {
        return Err((at, Fault::Other("a lost row has no cells".to_owned())));
    }
    let no_series =
        |key: &String| (at.clone(), Fault::Other(format!("the series \"{key}\" is not of the form effort/agreement")));
    let series = written.series.map(|key| Series::new(&key).ok_or_else(|| no_series(&key))).transpose()?;
    let total = written.total.map(|total| amount(&at, &CellFile::Amount(total))).transpose()?.flatten();
    Ok(Row {
        id: written.id,
        label: written.label,
        cells,
        total,
        area: written.area,
        committee: written.committee,
        key,
        appropriation: written.appropriation,
        staff: written.staff,
        series,
        lost: written.lost,
        carries: written.carries,
        parts,
        lines,
    })
}

fn statement(written: StatementFile, document: &str, tables: &[Table]) -> Result<Statement, Found> {
    let at = path(&[document, &written.id]);
    sourced(&at, &written.source)?;
    let ids = written.amount.iter().flat_map(|amount| &amount.rows).chain(&written.rows);
    let rows = ids.map(|id| row_ref(&at, id, tables)).collect::<Result<Vec<_>, _>>()?;
    if rows.is_empty() || (written.amount.is_none() && written.years.is_none()) {
        return Err((at, Fault::Missing("the rows it speaks of, or what it says of them")));
    }
    if let Some([first, last]) = written.years {
        in_range(&at, first)?;
        in_range(&at, last)?;
    }
    Ok(Statement {
        id: written.id,
        source: written.source,
        amount: written.amount.map(|AmountFile { thousands, rounded_to, years, .. }| StatedAmount {
            thousands,
            rounded_to,
            years: years.map(|[first, last]| (first, last)),
        }),
        years: written.years.map(|[first, last]| (first, last)),
        rows,
    })
}

/// The row that `table/row` names.
fn row_ref(at: &str, id: &str, tables: &[Table]) -> Result<RowRef, Found> {
    let no_row = || (at.to_owned(), Fault::Other(format!("\"{id}\" is no row: write it as table/row")));
    let (table_id, row_id) = id.split_once('/').ok_or_else(no_row)?;
    let table = find(at, "table", table_id, tables.iter().map(|table| table.id.as_str()))?;
    let rows = tables.get(table).map_or(&[][..], |table| &table.rows);
    let row = find(at, "row", row_id, rows.iter().map(|row| row.id.as_str()))?;
    Ok(RowRef { table, row })
}

fn amount(at: &str, cell: &CellFile) -> Result<Option<Thousands>, Found> {
    match cell {
        CellFile::Empty(_) => Ok(None),
        CellFile::Amount(amount) => Thousands::round(Decimal::from(*amount))
            .map(Some)
            .ok_or_else(|| (at.to_owned(), Fault::OutOfBounds(amount.to_string()))),
    }
}

fn variant(written: VariantFile, tables: &[Table]) -> Result<Variant, Found> {
    let at = written.id.clone();
    unique(&at, [at.as_str()])?;
    named(&at, &written.name)?;
    let [first, last] = written.years;
    in_range(&at, first)?;
    in_range(&at, last)?;
    if first > last {
        return Err((at, Fault::Year(last)));
    }
    unique(&at, written.driver.iter().map(|driver| driver.id.as_str()))?;
    unique(&at, written.effort.iter().map(|effort| effort.id.as_str()))?;
    unique(&at, written.line.iter().map(|line| line.id.as_str()))?;
    let drivers = written.driver.into_iter().map(|each| driver(each, &at)).collect::<Result<Vec<_>, _>>()?;
    let efforts = written
        .effort
        .into_iter()
        .map(|each| effort(each, &at, &drivers, first..=last))
        .collect::<Result<Vec<_>, _>>()?;
    if efforts.is_empty() {
        return Err((at, Fault::Missing("an effort")));
    }
    let lines =
        written.line.into_iter().map(|each| line(each, &at, &drivers, &efforts, tables)).collect::<Result<_, _>>()?;
    for published in &written.published {
        sourced(&at, &published.source)?;
    }
    Ok(Variant {
        id: written.id,
        name: written.name,
        first,
        last,
        efforts,
        drivers,
        lines,
        published: written.published,
        savings_from: None,
    })
}

fn driver(written: DriverFile, variant: &str) -> Result<Driver, Found> {
    let at = path(&[variant, &written.id]);
    named(&at, &written.name)?;
    named(&at, &written.mention)?;
    let bounded = |value: Decimal| match accept(written.unit, value) {
        Ok(()) => Ok(()),
        Err(Rejection::NoSuchDriver) => Err((at.clone(), Fault::Missing("the driver"))),
        Err(Rejection::TooLow(_) | Rejection::TooHigh(_) | Rejection::TooFine(_)) => {
            Err((at.clone(), Fault::OutOfBounds(value.to_string())))
        }
    };
    bounded(written.value)?;
    origin(&at, &written.origin)?;
    for alternative in &written.alternative {
        named(&at, &alternative.name)?;
        bounded(alternative.value)?;
        origin(&at, &alternative.origin)?;
    }
    for part in &written.part {
        named(&at, &part.name)?;
        bounded(part.value)?;
        sourced(&at, &part.source)?;
    }
    let parts = written.part.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(part.value));
    if !written.part.is_empty() && parts != Some(written.value) {
        let parts = parts.unwrap_or_default().to_string();
        return Err((at, Fault::Sum { column: "parts".to_owned(), printed: written.value.to_string(), parts }));
    }
    if let Some(range) = &written.range {
        bounded(range.low)?;
        bounded(range.high)?;
        sourced(&at, &range.source)?;
        if range.low >= range.high {
            return Err((at, Fault::OutOfBounds(range.low.to_string())));
        }
    }
    Ok(Driver {
        id: written.id,
        name: written.name,
        mention: written.mention,
        group: written.group,
        unit: written.unit,
        value: written.value,
        origin: written.origin,
        parts: written.part,
        range: written.range,
        alternatives: written.alternative,
    })
}

fn origin(at: &str, origin: &Origin) -> Result<(), Found> {
    match origin {
        Origin::Stated(source) | Origin::Borrowed { source, .. } => sourced(at, source),
        Origin::Derived { how, from } => {
            named(at, how)?;
            if from.is_empty() {
                return Err((at.to_owned(), Fault::Missing("what it is derived from")));
            }
            from.iter().try_for_each(|source| sourced(at, source))
        }
        Origin::Assumed { why } => named(at, why),
    }
}

fn effort(
    written: EffortFile,
    variant: &str,
    drivers: &[Driver],
    years: std::ops::RangeInclusive<Year>,
) -> Result<Effort, Found> {
    let at = path(&[variant, &written.id]);
    named(&at, &written.name)?;
    if !years.contains(&written.start) {
        return Err((at, Fault::Year(written.start)));
    }
    let pick = |id: &String, unit| of_unit(&at, drivers, id, unit);
    let effect = match &written.effect {
        None => None,
        Some(EffectFile { first, full, residual }) => Some(Effect {
            first: first.as_ref().map(|id| pick(id, Unit::Share)).transpose()?,
            full: pick(full, Unit::Share)?,
            residual: residual.as_ref().map(|id| pick(id, Unit::Share)).transpose()?,
        }),
    };
    let citizens = written.citizens.as_ref().map(|id| pick(id, Unit::Citizens)).transpose()?;
    let caseload = written.caseload.as_ref().map(|id| pick(id, Unit::CitizensPerPost)).transpose()?;
    if let Some(stated) = &written.consultants {
        sourced(&at, &stated.source)?;
        let value = |ix: Option<DriverIx>| Some(drivers.get(ix?.0)?.value);
        let implied = value(citizens).zip(value(caseload)).and_then(|(citizens, load)| citizens.checked_div(load));
        if implied != Some(stated.posts) {
            let (printed, parts) = (stated.posts.to_string(), implied.unwrap_or_default().to_string());
            return Err((at, Fault::Sum { column: "consultants".to_owned(), printed, parts }));
        }
    }
    Ok(Effort {
        length: pick(&written.length, Unit::Years)?,
        id: written.id,
        name: written.name,
        start: written.start,
        citizens,
        caseload,
        effect,
        savings_like: written.savings_like,
        consultants: written.consultants,
    })
}

fn line(
    written: LineFile,
    variant: &str,
    drivers: &[Driver],
    efforts: &[Effort],
    tables: &[Table],
) -> Result<Line, Found> {
    let at = path(&[variant, &written.id]);
    named(&at, &written.name)?;
    named(&at, &written.basis)?;
    let effort = find(&at, "effort", &written.effort, efforts.iter().map(|effort| effort.id.as_str()))?;
    let of = efforts.get(effort).ok_or_else(|| (at.clone(), Fault::Missing("the effort")))?;
    let rule = rule(&at, &written.rule, drivers, of)?;
    let Schedule { first, running, after } = written.schedule;
    for phase in [first, running, after] {
        share(&at, phase)?;
    }
    if matches!(rule, Rule::PerOutcome { .. }) && written.schedule != Schedule::default() {
        return Err((at, Fault::Other("a line per outcome follows the effect rates, not a schedule".to_owned())));
    }
    let carried = written.committees.iter().try_fold(Decimal::ZERO, |sum, each| sum.checked_add(each.share));
    if carried != Some(Decimal::ONE) {
        let parts = carried.unwrap_or_default().to_string();
        return Err((at, Fault::Sum { column: "committees".to_owned(), printed: "1".to_owned(), parts }));
    }
    let row = row_ref(&at, &written.row, tables)?;
    Ok(Line {
        id: written.id,
        name: written.name,
        effort,
        side: written.side,
        rule,
        schedule: written.schedule,
        area: written.area,
        administrations: written.administrations,
        committees: written.committees,
        row: Some(row),
        basis: written.basis,
    })
}

fn rule(at: &str, written: &RuleFile, drivers: &[Driver], effort: &Effort) -> Result<Rule, Found> {
    let missing = |what| (at.to_owned(), Fault::Missing(what));
    let citizens = || effort.citizens.ok_or_else(|| missing("the effort's citizens"));
    Ok(match written {
        RuleFile::Fixed { amount } => Rule::Fixed { amount: of_unit(at, drivers, amount, Unit::AmountPerYear)? },
        RuleFile::PerCitizen { amount } => {
            Rule::PerCitizen { citizens: citizens()?, amount: of_unit(at, drivers, amount, Unit::AmountPerOutcome)? }
        }
        RuleFile::PerOutcome { amount } => Rule::PerOutcome {
            citizens: citizens()?,
            effect: effort.effect.ok_or_else(|| missing("the effort's effect"))?,
            amount: of_unit(at, drivers, amount, Unit::AmountPerOutcome)?,
            adjustment: None,
        },
        RuleFile::Staff { posts, cost } => Rule::Staff {
            posts: match posts {
                Some(id) => Posts::Driver(of_unit(at, drivers, id, Unit::Posts)?),
                None => Posts::Caseload {
                    citizens: citizens()?,
                    caseload: effort.caseload.ok_or_else(|| missing("the effort's caseload"))?,
                },
            },
            cost: of_unit(at, drivers, cost, Unit::CostPerPost)?,
        },
    })
}

fn of_unit(at: &str, drivers: &[Driver], id: &str, unit: Unit) -> Result<DriverIx, Found> {
    let found = find(at, "driver", id, drivers.iter().map(|driver| driver.id.as_str()))?;
    let needs = match unit {
        Unit::Citizens => "number of citizens",
        Unit::CitizensPerPost => "number of citizens per post",
        Unit::Posts => "number of posts",
        Unit::CostPerPost => "cost per post",
        Unit::Share => "share",
        Unit::AmountPerOutcome => "amount per citizen",
        Unit::AmountPerYear => "amount per year",
        Unit::Years => "number of years",
        Unit::Factor => "factor",
    };
    match drivers.get(found) {
        Some(driver) if driver.unit == unit => Ok(DriverIx(found)),
        _ => Err((at.to_owned(), Fault::Unit { driver: id.to_owned(), needs })),
    }
}

fn find<'a>(at: &str, kind: &'static str, id: &str, mut among: impl Iterator<Item = &'a str>) -> Result<usize, Found> {
    among.position(|other| other == id).ok_or_else(|| (at.to_owned(), Fault::Unknown { kind, id: id.to_owned() }))
}

fn unique<'a>(at: &str, ids: impl IntoIterator<Item = &'a str>) -> Result<(), Found> {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let fault = if id.is_empty() || !id.chars().all(fits) {
            Some(Fault::Id)
        } else if seen.contains(&id) {
            Some(Fault::Duplicate)
        } else {
            None
        };
        if let Some(fault) = fault {
            return Err((path(&[at, id]), fault));
        }
        seen.push(id);
    }
    Ok(())
}

fn named(at: &str, names: &Names) -> Result<(), Found> {
    let (danish, _) = names.get("da");
    if danish.trim().is_empty() { Err((at.to_owned(), Fault::Missing("the Danish wording"))) } else { Ok(()) }
}

fn sourced(at: &str, source: &Source) -> Result<(), Found> {
    if source.place.trim().is_empty() || source.quote.trim().is_empty() {
        return Err((at.to_owned(), Fault::Missing("the place or the quote of a source")));
    }
    Ok(())
}

fn in_range(at: &str, year: Year) -> Result<(), Found> {
    if YEARS.contains(&year) { Ok(()) } else { Err((at.to_owned(), Fault::Year(year))) }
}

fn share(at: &str, share: Decimal) -> Result<(), Found> {
    if (Decimal::ZERO..=Decimal::ONE).contains(&share) {
        Ok(())
    } else {
        Err((at.to_owned(), Fault::OutOfBounds(share.to_string())))
    }
}
