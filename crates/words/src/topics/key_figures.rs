//! The key figures of a scenario: which there are from a perspective, in their order, and how they read.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{span, uncapitalised};
use crate::messages::at;
use crate::{Figure, Labels, Words};
use engine::computed::Computed;
use engine::explain::{Ask, Flow};
use engine::figures::{cost_per_extra_outcome, effort_figures};
use engine::payback::last_year_with_costs;
use engine::sensitivity::margin;
use model::evaluate::{Perspective, View};
use model::money::Thousands;
use model::note::Year;

/// A key figure with its name: what the reader asks by pressing it, its name, and how it reads.
pub type NamedFigure = (Ask, Cow<'static, str>, Figure);

impl Words {
    /// The key figures of a scenario, the main ones first: what it costs a year, what a place and a citizen in a job cost, and what
    /// is left in all.
    #[must_use]
    pub fn key_figures(self, computed: &Computed<'_>, perspective: Perspective) -> Vec<NamedFigure> {
        let labels = &self.labels().figures;
        let (figures, seen) = (&computed.figures, computed.seen_from(perspective));
        let variant = computed.note().variant;
        // The costs of one effort alone are those of its own last year, like the costs of its places.
        let of_effort_alone = match perspective {
            Perspective::Effort(effort) => effort_figures(computed.note(), &computed.outcome, effort),
            Perspective::Total | Perspective::Service | Perspective::Committee(_) => None,
        };
        let (year, cost_a_year) = of_effort_alone.map_or((figures.year, seen.cost), |own| (own.year, own.cost));
        let paid_back = |whose: Perspective| {
            let seen = computed.seen_from(whose);
            let label = payback_label(self.labels(), whose);
            let view = computed.outcome.view(whose);
            let margin = view.and_then(|view| margin(view, variant.first, seen.payback));
            (
                Ask::paid_back(whose),
                label.into(),
                self.payback(whose.reached(variant), seen.payback, seen.interpolated, margin),
            )
        };
        let cost = Ask::Flow(Flow::Costs, perspective, Some(year));
        let a_year =
            (cost, labels.cost_a_year.into(), Figure { value: self.millions(cost_a_year), detail: self.in_year(year) });
        // Where several efforts are counted, each has its own citizens, and the table of efforts shows these figures.
        let of_one_effort = perspective.only_effort(variant).and_then(|effort| {
            let figures = effort_figures(computed.note(), &computed.outcome, effort)?;
            let figure = |amount| Figure { value: self.kroner(amount), detail: self.in_year(figures.year) };
            let reached = variant.reached_in(effort);
            let mut of_outcome = figure(figures.cost_per_outcome);
            // A cost for each in a job says too little where some of them would have been in one anyway.
            if let Some(extra) = cost_per_extra_outcome(&computed.scenario, &computed.outcome, effort) {
                of_outcome.detail = self.in_year_per_extra(reached, figures.year, extra);
            }
            let per_outcome = (Ask::PerOutcome(effort), self.cost_per_outcome(reached).into(), of_outcome);
            // The table of efforts says why there is none where the share is one of others.
            let per_outcome = Some(per_outcome).filter(|_| computed.note().counts_outcomes(effort));
            let per_citizen =
                (Ask::PerCitizen(effort), labels.cost_per_citizen.into(), figure(figures.cost_per_citizen));
            let has_places = variant.efforts.get(effort).is_some_and(|effort| effort.citizens.is_some());
            Some([Some(per_citizen).filter(|_| has_places), per_outcome].into_iter().flatten())
        });
        // Without savings the net is the cost.
        let in_all = if perspective.states_savings(variant) {
            let name = match seen.net.cmp(&Thousands::ZERO) {
                Ordering::Less => labels.net_saved,
                Ordering::Equal => labels.net,
                Ordering::Greater => labels.net_spent,
            };
            let mut in_all = net(seen.net, figures.net_years, self);
            let afterwards = computed.outcome.view(perspective).and_then(|view| saved_afterwards(view, variant.first));
            if let Some((until, saved)) = afterwards {
                in_all.detail = self.messages().figures.and_saved_after(
                    at::Amount(self.millions(saved)),
                    at::Year(until),
                    at::Years(in_all.detail),
                );
            }
            (name, in_all)
        } else {
            let (first, last) = figures.net_years;
            let until = computed.outcome.view(perspective).and_then(|view| last_year_with_costs(view, first));
            let years = (first, until.unwrap_or(last));
            if seen.net < Thousands::ZERO {
                // More comes in than is spent.
                let value = self.millions(seen.net);
                (self.sum_of_costs([variant]), Figure { value, detail: span(years) })
            } else {
                (labels.cost_in_all, net(seen.net, years, self))
            }
        };
        let in_all = (Ask::Flow(Flow::Net, perspective, None), in_all.0.into(), in_all.1);
        // Without savings there is nothing that could come back. The answer says so, once.
        let of_savings = perspective.states_savings(variant).then(|| {
            let returned =
                (Ask::Returned(perspective), labels.returned.into(), self.returned(seen.returned, figures.net_years));
            // The documents speak of service, so its payback stands here whatever the reader chose.
            let is_whole = !matches!(perspective, Perspective::Service | Perspective::Effort(_));
            let on_service = is_whole.then(|| paid_back(Perspective::Service));
            [returned, paid_back(perspective)].into_iter().chain(on_service)
        });
        let of_effort = match perspective {
            Perspective::Effort(index) => computed.outcome.efforts.get(index),
            Perspective::Total | Perspective::Service | Perspective::Committee(_) => None,
        };
        let (posts, consultants) =
            of_effort.map_or((figures.posts, Some(figures.consultants)), |effort| (effort.posts, effort.consultants));
        // None of them is worth a word only where there could be some. There the line also stays while a slider moves.
        let has_consultants = variant.efforts.iter().any(|effort| effort.caseload.is_some());
        let detail = consultants.filter(|consultants| has_consultants || !consultants.is_zero());
        let detail = detail.map(|consultants| self.of_which_consultants(consultants)).unwrap_or_default();
        let posts = Figure { value: self.locale().rounded(posts, 2), detail };
        let asked_posts = of_effort.and_then(|_| perspective.only_effort(variant));
        let main = [a_year].into_iter().chain(of_one_effort.into_iter().flatten()).chain([in_all]);
        main.chain(of_savings.into_iter().flatten())
            .chain(variant.pays_for_posts().then(|| (Ask::Posts(asked_posts), labels.posts.into(), posts)))
            .collect()
    }
}

impl Words {
    /// A key figure with its name before it, within a line: "netto sparet 2,16 mio. kr.".
    #[must_use]
    pub fn named_figure(self, name: &str, value: &str) -> String {
        format!("{} {value}", uncapitalised(name))
    }
}

/// What is saved after the last year with costs, with that year; `None` where nothing is.
fn saved_afterwards(view: &View, first: Year) -> Option<(Year, Thousands)> {
    let until = last_year_with_costs(view, first)?;
    let years = usize::from(until.saturating_sub(first)).saturating_add(1);
    let saved: Thousands = view.net.iter().copied().skip(years).sum();
    (saved < Thousands::ZERO).then(|| (until, saved.negated()))
}

/// The size of the net over all years of the table, and the years it covers. Its name says whether it is a saving.
fn net(net: Thousands, (first, last): (Year, Year), words: Words) -> Figure {
    Figure { value: words.net_amount(net).value, detail: span((first, last)) }
}

/// The name of a payback as a key figure. That of a committee stands below the line that names the committee.
fn payback_label(labels: &Labels, perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Total => labels.figures.payback_total,
        Perspective::Service => labels.figures.payback_service,
        Perspective::Effort(_) | Perspective::Committee(_) => labels.figures.paid_back,
    }
}
