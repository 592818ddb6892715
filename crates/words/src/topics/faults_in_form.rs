//! What is wrong with a note, as the form says it: with the names of its fields and of what is in the note, and with shares in per cent.

use rust_decimal::Decimal;

use crate::Words;
use crate::messages::at;
use model::fault::{Column, Computing, Fault, Kind, Needs, Part, ShareFault};
use model::note::Unit;

/// What a fault is about, as the form shows it.
#[derive(Clone, Copy)]
pub struct InForm<'n> {
    /// Whether the field has a share, which the form shows in per cent.
    pub is_share: bool,
    /// What the note calls the item of this kind with this id.
    pub named: &'n dyn Fn(Kind, &str) -> String,
}

impl Words {
    /// What is wrong, for whoever sees the form and no file.
    #[must_use]
    pub fn fault_in_form(self, fault: &Fault, in_form: InForm<'_>) -> String {
        let named = |kind: Kind, id: &String| (in_form.named)(kind, id);
        self.of_value_in_form(fault, in_form.is_share)
            .or_else(|| self.of_form_in_form(fault))
            .or_else(|| self.of_line_in_form(fault, in_form))
            .unwrap_or_else(|| {
                // These say the same as of a file, with another name.
                self.fault(&match fault {
                    Fault::Leader(id) => Fault::Leader(named(Kind::Driver, id)),
                    Fault::NotComputed(Computing::Driver(id)) => {
                        Fault::NotComputed(Computing::Driver(named(Kind::Driver, id)))
                    }
                    Fault::NotComputed(Computing::Overflow(id)) => {
                        Fault::NotComputed(Computing::Overflow(named(Kind::Line, id)))
                    }
                    Fault::Share(ShareFault::NotAbove(id)) => Fault::Share(ShareFault::NotAbove(named(Kind::Line, id))),
                    Fault::Share(ShareFault::OtherEffort(id)) => {
                        Fault::Share(ShareFault::OtherEffort(named(Kind::Line, id)))
                    }
                    Fault::NotInTable { year, table } => {
                        Fault::NotInTable { year: *year, table: named(Kind::Table, table) }
                    }
                    Fault::Share(ShareFault::Twice(id)) => Fault::Share(ShareFault::Twice(named(Kind::Line, id))),
                    other => other.clone(),
                })
            })
    }

    /// What the form calls a field, or what may be chosen in it.
    fn in_form(self, of: &str) -> &'static str {
        self.form_word(of).map_or("", |word| word.name)
    }

    /// What is wrong with a number.
    fn of_value_in_form(self, fault: &Fault, is_share: bool) -> Option<String> {
        let (faults, own, locale) = (&self.messages().note_faults, &self.messages().form_faults, self.locale());
        let number = |number: &Decimal| if is_share { locale.percent(*number) } else { locale.exact(*number) };
        Some(match fault {
            Fault::OutOfBounds { value, low, high } => {
                faults.out_of_bounds(at::High(number(high)), at::Low(number(low)), at::Value(number(value)))
            }
            // A share has two decimals less in per cent.
            Fault::TooFine { value, decimals } if is_share => {
                faults.too_fine(&self.count(decimals.saturating_sub(2).into()), number(value))
            }
            Fault::RangeOrder { low, high } => faults.range_order(at::High(number(high)), at::Low(number(low))),
            Fault::OutOfRange { value, low, high } => {
                faults.out_of_range(at::High(number(high)), at::Low(number(low)), at::Value(number(value)))
            }
            Fault::NotInQuote(value) => faults.not_in_quote(number(value)),
            Fault::Sum { column: Column::Committees, parts, .. } => own.sum_committees(locale.percent(*parts)),
            Fault::Sum { column: Column::Parts, printed, parts } => {
                faults.sum_parts(at::Parts(number(parts)), at::Printed(number(printed)))
            }
            Fault::Cells { years, cells } => {
                own.cells(at::Cells(*cells), at::Field(self.in_form("table.years")), at::Years(*years))
            }
            Fault::ScheduleYears(years) => own.schedule_years(years.to_string()),
            _ => return None,
        })
    }

    /// What is wrong with the form of what stands in a field.
    fn of_form_in_form(self, fault: &Fault) -> Option<String> {
        let own = &self.messages().form_faults;
        Some(match fault {
            Fault::FieldMissing(_) => self.form_missing().to_owned(),
            // A field without anything in it stands in the text as an empty one.
            Fault::NoNumber(found) | Fault::Id(found) | Fault::Unknown { id: found, .. } if found.trim().is_empty() => {
                self.form_missing().to_owned()
            }
            Fault::Type { needs, .. } => match needs {
                Needs::Text | Needs::Wording => own.text,
                Needs::WholeNumber => own.whole_number,
                Needs::Number => own.number,
                Needs::Truth => own.truth,
                Needs::List => own.list,
                Needs::Table => own.group,
                Needs::Choice => own.choice,
            }
            .to_owned(),
            Fault::Choice { found, .. } if found.trim().is_empty() => own.choice.to_owned(),
            Fault::Choice { found, .. } => own.not_a_choice(found),
            Fault::Field { field, meant: None } => own.field(field),
            Fault::Field { field, meant: Some(meant) } => own.field_meant(at::Field(field), at::Meant(meant)),
            Fault::Id(id) => own.id(id),
            Fault::IdTooLong { id, most } => own.id_too_long(at::Id(id), at::Most(*most)),
            Fault::Duplicate(id) => own.duplicate(id),
            Fault::Reserved(id) => own.reserved(at::Field(self.in_form("driver.id")), at::Id(id)),
            Fault::Missing(part) => return self.missing_in_form(*part),
            _ => return None,
        })
    }

    /// What is missing, where that is a field of the form.
    fn missing_in_form(self, part: Part) -> Option<String> {
        let own = &self.messages().form_faults;
        let field = |of: &str| self.in_form(of);
        Some(match part {
            Part::Whom => own.missing_whom(
                at::Choice(field("terms.of=not-said")),
                at::Field(field("terms.of")),
                at::Words(field("terms.whom")),
            ),
            Part::VariantOfTable => own.missing_variant_of_table(field("table.variant")),
            Part::EffortOfLine => own.missing_effort_of_line(field("line.effort")),
            Part::LinesOfShare => own.missing_lines_of_share(field("line.rule.share-of.lines")),
            Part::Citizens => own.missing_citizens(field("effort.citizens")),
            Part::Caseload => {
                own.missing_caseload(at::Field(field("effort.caseload")), at::Posts(field("line.rule.staff.posts")))
            }
            Part::Effect => {
                own.missing_effect(self.form_word("effort.effect").and_then(|word| word.add).unwrap_or_default())
            }
            Part::OneOutcome => {
                own.missing_one_outcome(at::Achieves(field("effort.achieves")), at::Outcome(field("effort.outcome")))
            }
            Part::DerivedFrom => own.missing_derived_from(field("origin.derived.from")),
            Part::Origin => own.missing_origin.to_owned(),
            Part::Years => own.missing_years.to_owned(),
            _ => return None,
        })
    }

    /// What is wrong with a row, or with what a field names.
    fn of_line_in_form(self, fault: &Fault, in_form: InForm<'_>) -> Option<String> {
        let own = &self.messages().form_faults;
        let field = |of: &str| self.in_form(of);
        let named = |kind: Kind, id: &String| (in_form.named)(kind, id);
        Some(match fault {
            Fault::Unknown { kind, id, meant: None } => own.unknown(at::Item(self.item_of(*kind)), at::Name(id)),
            Fault::Unknown { kind, id, meant: Some(meant) } => {
                own.unknown_meant(at::Item(self.item_of(*kind)), at::Meant(named(*kind, meant)), at::Name(id))
            }
            Fault::Unit { driver, needs } => {
                own.unit(at::Driver(named(Kind::Driver, driver)), at::Unit(self.unit_in_form(*needs)))
            }
            Fault::RowNotAlone(row) => own.row_not_alone(named(Kind::Row, row)),
            Fault::RowForm(_) => own.row_form.to_owned(),
            Fault::ScheduleOfOutcome => own.schedule_of_outcome(field("line.schedule.years")),
            Fault::NothingAfterwards => own.nothing_afterwards(
                at::After(field("line.schedule.after")),
                at::Residual(field("effort.effect.residual")),
            ),
            Fault::ScheduleForms => own.schedule_forms(
                at::Amounts(field("line.schedule.amounts")),
                at::First(field("line.schedule.first")),
                at::Once(field("line.schedule.once")),
                at::Running(field("line.schedule.running")),
                at::Years(field("line.schedule.years")),
            ),
            Fault::ScheduleAmounts => {
                own.schedule_amounts(at::Amounts(field("line.schedule.amounts")), at::Rule(field("line.rule=fixed")))
            }
            _ => return None,
        })
    }

    /// What the form calls a unit.
    fn unit_in_form(self, unit: Unit) -> &'static str {
        self.in_form(&format!("driver.unit={}", super::faults::unit_id(unit)))
    }
}
