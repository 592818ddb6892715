//! What stands around the key figures.

use super::rounded;
use crate::messages::at;
use crate::{Figure, Words};
use engine::figures::Returned;
use engine::people::People;
use model::evaluate::Perspective;
use model::note::{Denominator, Effort, Note, Reached, Variant, Year};
use rust_decimal::Decimal;

impl Words {
    /// What the sums of the costs of a note are called, or of notes that are compared: income is subtracted from them.
    #[must_use]
    pub fn sum_of_costs<'v>(self, variants: impl IntoIterator<Item = &'v Variant>) -> &'static str {
        let figures = &self.labels().figures;
        if variants.into_iter().any(Variant::has_income) { figures.costs_less_income } else { figures.costs }
    }

    /// What the dots of the people mean.
    #[must_use]
    pub fn people(self, people: &People, note: Note<'_>) -> String {
        let messages = &self.messages().people;
        let efforts = &note.variant.efforts;
        let effort = efforts.get(people.effort).filter(|_| efforts.len() > 1);
        let whose = effort.map(|effort| format!("{}: ", self.named(&effort.name))).unwrap_or_default();
        let number = |number: u32| self.locale().exact(number.into());
        let places = match people.per_consultant {
            Some(each) => messages.in_rows(at::Each(number(each)), at::Places(number(people.places))),
            None => messages.places(number(people.places)),
        };
        let reached = note.variant.reached_in(people.effort);
        let (in_short, counted) = (self.reached_in_short(reached), at::Counted(self.counted_in(reached)));
        let in_job = match (people.in_job, people.share_is_of) {
            (Some(count), Some(of)) if of != Denominator::NotSaid => {
                let count = at::Count(self.locale().rounded(count, 2));
                Some(messages.in_job_as_if_all(count, counted, at::Of(self.denominator(of))))
            }
            (Some(count), _) => Some(messages.in_job(at::Count(self.locale().rounded(count, 2)), counted)),
            (None, Some(Denominator::NotSaid)) => Some(messages.in_job_unsaid(in_short)),
            (None, Some(of)) => Some(messages.in_job_of_some(at::InShort(in_short), at::Of(self.denominator(of)))),
            (None, None) => None,
        };
        let in_job = in_job.map(|text| format!(" {text}")).unwrap_or_default();
        format!("{whose}{places}{in_job}")
    }

    /// Which perspective the key figures are of; `None` for the whole city.
    #[must_use]
    pub fn figures_seen_from(self, from: Perspective, variant: &Variant) -> Option<String> {
        let figures = &self.messages().figures;
        Some(match from {
            Perspective::Total => return None,
            Perspective::Service => figures.on_service.to_owned(),
            Perspective::Effort(_) => figures.for_effort(self.perspective(from, variant)),
            Perspective::Committee(committee) => figures.seen_from(self.the(self.committee(committee))),
        })
    }

    /// The title of the table of who pays, and what it shows; who saves belongs to it only where something is saved.
    #[must_use]
    pub fn who_pays(self, has_savings: bool) -> (&'static str, &'static str) {
        let labels = &self.labels().who_pays;
        if has_savings { (labels.who_pays, labels.who_pays_help) } else { (labels.only_pays, labels.only_pays_help) }
    }

    /// That a table is about all efforts where the answer is about one, with a space behind it; empty for every other perspective.
    #[must_use]
    pub fn not_only_for(self, from: Perspective, variant: &Variant) -> String {
        match from {
            Perspective::Effort(_) => format!("{} ", self.messages().figures.not_only(self.perspective(from, variant))),
            Perspective::Total | Perspective::Service | Perspective::Committee(_) => String::new(),
        }
    }

    /// "heraf 6 konsulenter".
    #[must_use]
    pub fn of_which_consultants(self, consultants: Decimal) -> String {
        let messages = self.messages();
        messages.figures.of_which(messages.counted.consultants(&self.count(rounded(consultants, 2))))
    }

    /// The year of a cost per citizen in a job, and the same for each who would not have been in one anyway; `extra` in 1.000 kr.
    #[must_use]
    pub fn in_year_per_extra(self, reached: &Reached, year: Year, extra: Decimal) -> String {
        let in_short = at::InShort(self.reached_in_short(reached));
        self.messages().figures.per_extra(at::Cost(self.kroner(Some(extra))), in_short, at::Year(year))
    }

    /// What comes back for each krone as a key figure: in a year with full savings, and over the years of the table.
    #[must_use]
    pub fn returned(self, returned: Returned, (first, last): (Year, Year)) -> Figure {
        let messages = self.messages();
        let in_year = returned.in_year.map(|returned| self.per_krone(returned));
        Figure {
            value: in_year.unwrap_or_else(|| messages.numbers.unknown.to_owned()),
            detail: match returned.in_all {
                Some(in_all) => messages.figures.returned_detail(
                    at::InAll(self.per_krone(in_all)),
                    at::Year(returned.year),
                    at::Years(format!("{first}–{last}")),
                ),
                None => self.in_year(returned.year),
            },
        }
    }

    /// The sentence on a share of some citizens by which borrowed savings are computed for every place.
    #[must_use]
    pub fn share_on_all_places(self, of: Denominator) -> String {
        let figures = &self.messages().figures;
        match of {
            Denominator::NotSaid => figures.all_places_unsaid.to_owned(),
            of => figures.all_places(self.denominator(of)),
        }
    }

    /// What stands above the table of a note.
    #[must_use]
    pub fn table_help(self, variant: &Variant) -> String {
        let labels = &self.labels().table;
        let minus = Some(labels.savings_have_minus).filter(|_| variant.states_savings());
        let was = if variant.savings_from.is_some() { labels.was_without_changes } else { labels.was_of_note };
        [labels.table_help].into_iter().chain(minus).chain([was]).collect::<Vec<_>>().join(" ")
    }

    /// What stands above the bars of what matters most.
    #[must_use]
    pub fn tornado_help(self, variant: &Variant) -> String {
        let labels = &self.labels().sensitivity;
        let bar = if variant.states_savings() { labels.tornado_net } else { labels.tornado_cost };
        [labels.tornado_help, bar, labels.tornado_ranges].join(" ")
    }

    /// The line on why an effort has no cost per citizen in a job.
    #[must_use]
    pub fn no_cost_per_outcome(self, effort: &Effort, of: Denominator) -> String {
        let figures = &self.messages().figures;
        let (name, in_short) =
            (at::Effort(self.named(&effort.name)), at::InShort(self.reached_in_short(&effort.reached)));
        match of {
            Denominator::NotSaid => figures.share_of_unsaid(name, in_short),
            of => figures.share_of_some(name, in_short, at::Of(self.denominator(of))),
        }
    }
}
