//! A line and the rule that gives its amount.

use rust_decimal::Decimal;

use super::check::{find, named, share};
use super::city::{administration, committee};
use super::driver::of_unit;
use super::printed::row_ref;
use crate::load::file::{LineFile, RuleFile};
use crate::load::{Fault, Found, path};
use crate::note::{City, CommitteeShare, Driver, Effort, Line, Posts, Rule, Schedule, Table, Unit};

pub(super) fn line(
    written: LineFile,
    city: &City,
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
    let administrations =
        written.administrations.iter().map(|id| administration(&at, city, id)).collect::<Result<Vec<_>, _>>()?;
    let committees = written
        .committees
        .iter()
        .map(|each| Ok(CommitteeShare { committee: committee(&at, city, &each.committee)?, share: each.share }))
        .collect::<Result<Vec<_>, _>>()?;
    let row = row_ref(&at, &written.row, tables)?;
    Ok(Line {
        id: written.id,
        name: written.name,
        effort,
        side: written.side,
        rule,
        schedule: written.schedule,
        area: written.area,
        administrations,
        committees,
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
