//! What stands below a slider: what comes of its values.

use rust_decimal::Decimal;

use super::{join, rounded};
use crate::messages::at;
use crate::{Phrase, Words};
use engine::computed::Computed;
use engine::sensitivity::{AlongSlider, BreakEven, Measure, Says, Tick, denominator};
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{Denominator, DriverIx, Unit};

/// How many digits of an amount at an end of a slider are told.
const DIGITS_AT_END: u32 = 3;

impl Words {
    /// What the colours of the strips below sliders mean: paid back within `years`, later if the horizon leaves time for that, and not
    /// within the horizon.
    #[must_use]
    pub fn strip_key(self, years: u32, horizon: u32) -> (String, Option<&'static str>, String) {
        let messages = &self.messages().along_slider;
        let counted = |years: u32| self.value(years.into(), Unit::Years);
        let later = (years < horizon).then_some(messages.key_later);
        (messages.key_in_time(counted(years)), later, messages.key_not_within(counted(horizon)))
    }

    /// What stands at a mark on a slider: the value, and whose it is.
    #[must_use]
    pub fn tick(self, tick: &Tick<'_>, unit: Unit) -> String {
        self.ticks(&[tick], unit)
    }

    /// What stands at several marks, from the left to the right. Neighbours of the same note have its name once.
    #[must_use]
    pub fn ticks(self, ticks: &[&Tick<'_>], unit: Unit) -> String {
        let messages = &self.messages().along_slider;
        let value = |tick: &Tick<'_>| {
            let value = match unit {
                Unit::Share => self.locale().percent(tick.value),
                unit => self.locale().field(tick.value, unit),
            };
            if matches!(tick.says, Says::Measured) { messages.tick_measured(value) } else { value }
        };
        let said = ticks.chunk_by(|one, other| self.whose(one).is_some() && self.whose(one) == self.whose(other)).map(
            |same| {
                let values: Vec<String> = same.iter().map(|tick| value(tick)).collect();
                let values = join(&values, self.messages().lists.and);
                match same.first().and_then(|tick| self.whose(tick)) {
                    Some(name) => messages.tick_of(at::Name(name), at::Value(values)),
                    None => values,
                }
            },
        );
        said.collect::<Vec<_>>().join(" · ")
    }

    /// The name of the note that a mark is of; `None` for the shown note's own.
    fn whose(self, tick: &Tick<'_>) -> Option<String> {
        match tick.says {
            Says::Measured | Says::Also => None,
            Says::Variant(note) => Some(self.variant_in_short(note)),
            Says::Other(note) => Some(self.named(&note.document.short).to_owned()),
        }
    }

    /// What comes of the values of a driver's slider. A share of people from which no amount follows says how many of a hundred
    /// it is.
    #[must_use]
    pub fn along_slider(
        self,
        along: &AlongSlider,
        ix: DriverIx,
        computed: &Computed<'_>,
        seen_from: Perspective,
        is_short: bool,
    ) -> Phrase {
        let unit = computed.note().variant.driver(ix).map_or(Unit::Factor, |driver| driver.unit);
        match along {
            AlongSlider::Payback { limit: (years, values), .. } => in_time(self, *years, values, unit),
            AlongSlider::Amount { measure, points } => {
                let messages = &self.messages().along_slider;
                let text = |amount: Decimal| amount_text(self, *measure, amount);
                let number = |amount: Decimal| amount_at_end(self, *measure, amount);
                let name = measure_name(self, *measure, computed, seen_from);
                // The sign of per cent tells a share from a number of people, and takes little room.
                let end = |value: Decimal| match unit {
                    Unit::Share => self.value(value, unit),
                    unit => self.number_in_short(value, unit),
                };
                let now = measure.of(computed).map_or_else(|| self.kroner(None), text);
                match (points.first(), points.last()) {
                    (Some((low, Some(first))), Some((high, Some(last)))) if !is_short => messages.amount(
                        at::First(number(*first)),
                        at::High(end(*high)),
                        at::Last(number(*last)),
                        at::Low(end(*low)),
                        at::Name(name),
                        at::Now(now),
                    ),
                    _ => messages.amount_alone(at::Name(name), at::Now(now)),
                }
            }
            AlongSlider::Nothing if is_short => Phrase::default().plain(self.messages().along_slider.nothing_in_short),
            AlongSlider::Nothing => nothing(self, ix, computed),
        }
    }
}

fn in_time(words: Words, years: u32, values: &BreakEven, unit: Unit) -> Phrase {
    let messages = &words.messages().along_slider;
    let years = words.value(years.into(), Unit::Years);
    match values {
        BreakEven::AtLeast(low) => messages.in_time_from(at::Low(words.value(*low, unit)), at::Years(years)),
        BreakEven::AtMost(high) => messages.in_time_up_to(at::High(words.value(*high, unit)), at::Years(years)),
        // A limit has one side.
        BreakEven::Within(_) | BreakEven::Always | BreakEven::Never => Phrase::default(),
    }
}

fn amount_text(words: Words, measure: Measure, amount: Decimal) -> String {
    match measure {
        Measure::Net(_) => words.millions(Thousands::round(amount).unwrap_or_default()),
        Measure::PerOutcome(_) | Measure::PerCitizen(_) => words.kroner(Some(amount)),
    }
}

/// The same at an end of the slider: without its unit, and round, for there it says how far the driver reaches.
fn amount_at_end(words: Words, measure: Measure, amount: Decimal) -> String {
    let locale = words.locale();
    let round = amount.round_sf(DIGITS_AT_END).unwrap_or(amount);
    match measure {
        Measure::Net(_) => {
            let millions = round.checked_div(Decimal::ONE_THOUSAND).unwrap_or_default();
            let places = if millions.abs() >= Decimal::ONE_HUNDRED {
                0
            } else if millions.abs() >= Decimal::TEN {
                1
            } else {
                2
            };
            locale.fixed(millions, places)
        }
        Measure::PerOutcome(_) | Measure::PerCitizen(_) => {
            locale.rounded(round.saturating_mul(Decimal::ONE_THOUSAND), 0)
        }
    }
}

/// What an amount is the amount of. Where no effort of the note has savings, the net is the cost.
fn measure_name(words: Words, measure: Measure, computed: &Computed<'_>, seen_from: Perspective) -> String {
    let (messages, labels) = (&words.messages().along_slider, words.labels());
    let variant = computed.note().variant;
    let effort = |index: usize| {
        let effort = variant.efforts.get(index).filter(|_| variant.efforts.len() > 1);
        effort.map(|effort| words.named(&effort.name))
    };
    match measure {
        Measure::Net(perspective) if perspective != seen_from => match seen_from {
            Perspective::Effort(_) if variant.states_savings() => messages.all_net.to_owned(),
            Perspective::Effort(_) => messages.all_cost.to_owned(),
            Perspective::Total | Perspective::Service | Perspective::Committee(_) => messages.city_net.to_owned(),
        },
        Measure::Net(_) if variant.states_savings() => labels.figures.net.to_owned(),
        Measure::Net(_) => messages.cost.to_owned(),
        Measure::PerOutcome(index) => effort(index).map_or_else(
            || words.per_outcome(variant.reached_in(index)),
            |effort| {
                let in_short = words.reached_in_short(variant.reached_in(index));
                messages.per_outcome_in(at::Effort(effort), at::InShort(in_short))
            },
        ),
        Measure::PerCitizen(index) => effort(index)
            .map_or_else(|| labels.efforts.per_citizen.to_owned(), |effort| messages.per_citizen_in(effort)),
    }
}

/// What a driver says that moves no amount.
fn nothing(words: Words, ix: DriverIx, computed: &Computed<'_>) -> Phrase {
    let messages = &words.messages().along_slider;
    let share = denominator(computed.note(), ix).zip(computed.scenario.value(ix));
    let Some((of, share)) = share else { return Phrase::default().plain(messages.nothing) };
    let count = words.locale().exact(rounded(share.saturating_mul(Decimal::ONE_HUNDRED), 2));
    match of {
        Denominator::NotSaid => messages.of_hundred_unsaid(count),
        of => messages.of_hundred(at::Count(count), at::HowMany(words.how_many(of)), at::People(words.denominator(of))),
    }
}
