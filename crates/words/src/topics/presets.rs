//! The scenarios of a note that take one press.

use rust_decimal::Decimal;

use super::{full_stop, join};
use crate::Words;
use crate::messages::at;
use engine::presets::{End, From, Preset, Setting};
use model::language::capitalised;
use model::note::{Denominator, Document, Driver, DriverKind, Measured, Origin, Unit};

impl Words {
    /// What the button of a preset says: "Målt: 47 %", "1 af 10 havde fundet job alligevel".
    #[must_use]
    pub fn preset(self, preset: &Preset<'_>) -> String {
        let messages = &self.messages().presets;
        let note = preset.note;
        // With borrowed savings, nothing is as in the note.
        let is_borrowed = note.variant.savings_from.is_some();
        let unchanged = || if is_borrowed { messages.as_borrowed } else { messages.as_note }.to_owned();
        let Some(setting) = &preset.sets else { return unchanged() };
        let Some(driver) = note.variant.driver(setting.ix) else { return unchanged() };
        let value = self.value(setting.value, driver.unit);
        match setting.from {
            From::Measured { document, .. } if document.id == note.document.id => messages.measured(value),
            From::Measured { document, result, .. } => {
                let elsewhere = result.other_effort(note, document).map(|effort| &effort.name);
                let name = self.named(elsewhere.unwrap_or(&document.short));
                messages.measured_elsewhere(at::Document(name), at::Value(value))
            }
            From::Alternative(alternative) => {
                messages.other_value(at::Name(self.named(&alternative.name)), at::Value(value))
            }
            From::Range(_) => {
                messages.end_of_range(at::Driver(capitalised(&self.driver_mention(driver))), at::Value(value))
            }
            From::Ends(End::Low) => messages.low.to_owned(),
            From::Ends(End::High) => messages.high.to_owned(),
            From::Example => example(self, setting, driver, value),
        }
    }

    /// Where the number of a preset comes from, in a sentence. The place and the document's own words are
    /// in its [source](engine::presets::Setting::source).
    #[must_use]
    pub fn preset_source(self, preset: &Preset<'_>) -> String {
        let messages = &self.messages().presets;
        let note = preset.note;
        let driver = preset.sets.as_ref().and_then(|setting| note.variant.driver(setting.ix));
        let (Some(setting), Some(driver)) = (&preset.sets, driver) else { return messages.as_note_source.to_owned() };
        match &setting.from {
            From::Measured { document, result, apart, .. } => {
                let said = measured(self, (document, result), setting.value, *apart);
                if !note.variant.states_savings() {
                    return said;
                }
                format!("{said} {}", messages.measured_of_all(self.reached_anyway(note.variant.reached())))
            }
            From::Alternative(alternative) => {
                messages.stated(self.document_name(&alternative.origin.document(note.document)))
            }
            From::Range(_) => {
                let name = self.document_name(&driver.origin.document(note.document));
                match driver.origin {
                    Origin::Derived { lender: Some(_), .. } => messages.in_proportion(name),
                    _ => messages.stated(name),
                }
            }
            From::Ends(end) => {
                let drivers = note.variant.drivers.iter();
                let at_end = drivers.filter_map(|driver| {
                    let value = self.value(end.of(driver.range.as_ref()?), driver.unit);
                    Some(messages.at_end(at::Driver(self.driver_mention(driver)), at::Value(value)))
                });
                messages.ends_source(join(&at_end.collect::<Vec<_>>(), self.messages().lists.and))
            }
            From::Example => messages.example_source.to_owned(),
        }
    }
}

/// What was measured, and of whom, where the note's own share is one of others.
fn measured(
    words: Words,
    (document, result): (&Document, &Measured),
    share: Decimal,
    apart: Option<(Denominator, Denominator)>,
) -> String {
    let messages = &words.messages().presets;
    let said = messages.measured_source(
        at::Document(words.document(document)),
        at::Measure(words.named(&result.measure)),
        at::Period(words.named(&result.period)),
        at::Value(words.value(share, Unit::Share)),
    );
    match apart {
        Some((Denominator::NotSaid, _)) => format!("{said} {}", messages.own_share_unsaid),
        Some((own, _)) => format!("{said} {}", messages.own_share_of(words.denominator(own))),
        None => full_stop(said),
    }
}

/// A number of our own, said as an example. Where it is no value of the driver that people read, it is put in other words.
fn example(words: Words, setting: &Setting<'_>, driver: &Driver, value: String) -> String {
    let messages = &words.messages().presets;
    match &driver.kind {
        DriverKind::FoundAnyway { reached } => {
            let of = Decimal::ONE.checked_div(setting.value).unwrap_or_default();
            messages.found_anyway(at::Found(words.reached_anyway(reached)), at::Of(words.locale().rounded(of, 0)))
        }
        DriverKind::AllPay => messages.example(words.messages().added_drivers.all_pay_raised(value)),
        DriverKind::OfNote { .. } | DriverKind::PriceFactor { .. } | DriverKind::AllAmounts => {
            messages.caseload(words.locale().exact(setting.value))
        }
    }
}
