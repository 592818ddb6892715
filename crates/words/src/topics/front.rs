//! What the overview says.

use rust_decimal::Decimal;

use super::{join, rounded, span, spelled_out, with_closing_comma};
use crate::messages::at;
use crate::topics::drivers::note_in_text;
use crate::{Phrase, Words};
use engine::also_said::AlsoSaid;
use engine::front::{EffortInShort, Lead};
use engine::notes::Library;
use engine::payback::Payback;
use engine::questions::Claim;
use engine::timeline::{Band, Covered};
use model::language::capitalised;
use model::money::Thousands;
use model::note::{Area, CountUnit, Denominator, Document, Effort, FollowUp, Names, Origin, Row, Table, Unit, Year};

/// Whose number a share is. A target is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhoseShare<'n> {
    /// The note wants it.
    Target,
    /// It was measured, of those that this measure names.
    Measured(&'n Names),
    /// It was measured in another effort.
    MeasuredIn {
        /// The name of the effort.
        effort: &'n Names,
        /// What was measured, and of whom.
        measure: &'n Names,
    },
    /// The reader tries it.
    Reader,
}

impl Words {
    /// The question that the front opens with.
    #[must_use]
    pub fn front_question(self, effort: &EffortInShort<'_>) -> String {
        self.messages().front.question(self.millions(effort.cost))
    }

    /// What an effort is, after its name; `None` where the note does not say.
    #[must_use]
    pub fn effort_about(self, effort: &Effort) -> Option<Phrase> {
        let about = at::About(self.named(effort.about.as_ref()?));
        Some(self.messages().front.effort_about(about, at::Effort(self.named(&effort.name))))
    }

    /// How many consultants have how many places, and what a place costs.
    #[must_use]
    pub fn effort_team(self, lead: &Lead<'_>) -> Phrase {
        let (messages, locale) = (self.messages(), self.locale());
        let consultants = messages.counted.consultants(&self.count(rounded(lead.consultants, 2)));
        let (consultants, each) = (at::Consultants(capitalised(&consultants)), at::Each(locale.exact(lead.caseload)));
        let per_place = at::PerPlace(self.kroner(Some(lead.per_place)));
        let places = at::Places(locale.exact(lead.places));
        let caseload = lead.effort.effort.caseload.and_then(|ix| lead.effort.note.variant.driver(ix));
        match caseload.map(|driver| &driver.origin) {
            Some(Origin::Borrowed { name: Some(name), .. }) => {
                let note = at::Note(note_in_text(self, name));
                messages.front.team_at_caseload_of(consultants, each, note, per_place, places)
            }
            _ => messages.front.team(consultants, each, per_place, places),
        }
    }

    /// How many of a hundred a share is, of whom, and whose number it is.
    #[must_use]
    pub fn of_hundred(self, share: Decimal, of: Denominator, whose: WhoseShare<'_>) -> Phrase {
        let front = &self.messages().front;
        let count = self.locale().exact(rounded(share.saturating_mul(Decimal::ONE_HUNDRED), 2));
        let people = |of| at::People(with_closing_comma(self.denominator(of).to_owned()));
        match (whose, of) {
            (WhoseShare::Measured(measure), _) => {
                front.of_hundred_as_measured(at::Count(count), at::Measure(self.named(measure)))
            }
            (WhoseShare::MeasuredIn { effort, measure }, _) => front.of_hundred_as_measured_elsewhere(
                at::Count(count),
                at::Effort(self.named(effort)),
                at::Measure(self.named(measure)),
            ),
            (_, Denominator::NotSaid) => front.of_hundred_unsaid(count),
            (WhoseShare::Target, of) => front.of_hundred_as_target(at::Count(count), people(of)),
            (WhoseShare::Reader, of) => front.of_hundred(at::Count(count), people(of)),
        }
    }

    /// That the share leaves the cost as it is, where nobody knows how many of the places it is of. `None` where a cost follows.
    #[must_use]
    pub fn share_leaves_cost(self, lead: &Lead<'_>) -> Option<String> {
        let counts = lead.effort.note.counts_outcomes(lead.effort.index);
        (!counts).then(|| self.messages().front.share_leaves_cost(self.how_many(lead.of)))
    }

    /// The name of a target's share.
    #[must_use]
    pub fn target_share(self, share: Decimal) -> String {
        self.messages().front.target_share(self.locale().percent(share))
    }

    /// Whether the newest target of an effort was reached.
    #[must_use]
    pub fn was_reached(self, effort: &EffortInShort<'_>) -> String {
        let front = &self.messages().front;
        let said = |reach| self.reach(reach);
        match (effort.result(), effort.target()) {
            // What the note itself concludes weighs more than that the two are not measured alike.
            (Some((result, target, false)), _)
                if effort.aim.as_ref().is_some_and(|aim| aim.said_missed().is_some()) =>
            {
                front.said_missed(at::Result(said(result)), at::Target(said(target)))
            }
            // Shares of other people say nothing for sure.
            (Some((result, target, false)), _) => front.not_alike(at::Result(said(result)), at::Target(said(target))),
            (Some((result, target, true)), _) if result.meets(target) == Some(true) => {
                front.reached(at::Result(said(result)), at::Target(said(target)))
            }
            (Some((result, target, true)), _) => front.not_reached(at::Result(said(result)), at::Target(said(target))),
            (None, Some(target)) => front.not_measured(said(target)),
            (None, None) => front.without_target.to_owned(),
        }
    }

    /// The target and the result of an effort in a line.
    #[must_use]
    pub fn effort_result(self, effort: &EffortInShort<'_>) -> String {
        let front = &self.messages().front;
        let said = |reach| self.reach(reach);
        match (effort.result(), effort.target()) {
            (Some((result, target, false)), _)
                if effort.aim.as_ref().is_some_and(|aim| aim.said_missed().is_some()) =>
            {
                front.row_said_missed(at::Result(said(result)), at::Target(said(target)))
            }
            (Some((result, target, false)), _) => {
                front.row_not_alike(at::Result(said(result)), at::Target(said(target)))
            }
            (Some((result, target, true)), _) if result.meets(target) == Some(true) => {
                front.row_reached(at::Result(said(result)), at::Target(said(target)))
            }
            (Some((result, target, true)), _) => {
                front.row_not_reached(at::Result(said(result)), at::Target(said(target)))
            }
            (None, Some(target)) => {
                let aim = effort.aim.as_ref().and_then(|aim| aim.promises.last());
                let measure = aim.map_or("", |promise| self.named(&promise.target.measure));
                front.row_not_measured(at::Measure(measure), at::Target(said(target)))
            }
            (None, None) => front.row_without_target.to_owned(),
        }
    }

    /// What an effort costs a year.
    #[must_use]
    pub fn effort_cost(self, effort: &EffortInShort<'_>) -> Phrase {
        let note = self.named(&effort.note.variant.name);
        let (front, cost) = (&self.messages().front, self.millions(effort.cost));
        if effort.is_of_one_year {
            front.costs_in_year(at::Cost(cost), at::Note(note), at::Year(effort.year))
        } else {
            front.costs_a_year(at::Cost(cost), at::Note(note))
        }
    }

    /// Whether an effort has paid for itself, as the newest note computes it, and what was promised before.
    #[must_use]
    pub fn has_paid(self, effort: &EffortInShort<'_>, payback: Payback, claim: Option<&Claim<'_>>) -> String {
        let front = &self.messages().front;
        let (budget, variant) = (effort.note.document.budget, effort.note.variant);
        if variant.states_savings() {
            return front.computed(at::Budget(budget), at::Payback(self.payback_in_short(variant.reached(), payback)));
        }
        let promised = claim.map(|claim| {
            front.promised_before(
                at::Budget(claim.note.document.budget),
                at::Left(self.rounded_millions(claim.margin.balance.negated())),
                at::Years(self.value(claim.years.into(), Unit::Years)),
            )
        });
        [Some(front.not_computed(budget)), promised].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The way from a note to the findings about it.
    #[must_use]
    pub fn contradictions(self, number: usize, is_one_effort_shown: bool) -> String {
        let (front, number) = (&self.messages().front, self.count(number.into()));
        if is_one_effort_shown { front.contradictions_of_all(&number) } else { front.contradictions(&number) }
    }

    /// The line that opens the findings that change little.
    #[must_use]
    pub fn smaller_findings(self, number: usize) -> String {
        self.messages().front.smaller_findings(&self.count(number.into()))
    }

    /// That the amount of the front is a proposal.
    #[must_use]
    pub fn is_proposal(self, effort: &EffortInShort<'_>) -> String {
        let variant = effort.note.variant;
        self.messages().front.is_proposal(span((variant.first, effort.year)))
    }

    /// The title of the overview, with how many efforts and years it covers.
    #[must_use]
    pub fn overview_title(self, covered: &Covered) -> String {
        let front = &self.messages().front;
        let number = |number: usize| spelled_out(self, number);
        let (first, last) = covered.years;
        let years_in_all = usize::from(last.saturating_sub(first)).saturating_add(1);
        let (all, count) = (number(years_in_all), self.count(years_in_all.into()));
        let (all, efforts, years) =
            (at::All(all), at::Efforts(number(covered.efforts)), at::Years(span(covered.years)));
        capitalised(&if covered.proposed == 0 {
            front.title_granted(&count, all, efforts, years)
        } else {
            front.title(&count, all, efforts, years)
        })
    }

    /// In which order the bars of several proposals for one year stand: the editions or scenarios of each note that has some.
    #[must_use]
    pub fn proposals_side_by_side(self, library: &Library, bands: &[Band<'_>]) -> String {
        let mut papers: Vec<(&str, Vec<String>)> = Vec::new();
        for proposal in bands.iter().flat_map(|band| &band.proposals) {
            let Some(note) = library.find(&proposal.variant) else { continue };
            let short = self.variant_in_short(note);
            let name = self.named(&note.variant.name);
            let Some(paper) = name.strip_suffix(&short).map(|paper| paper.trim_end_matches([',', ' '])) else {
                continue;
            };
            if paper.is_empty() {
                continue;
            }
            match papers.iter_mut().find(|(known, _)| *known == paper) {
                Some((_, all)) if all.contains(&short) => {}
                Some((_, all)) => all.push(short),
                None => papers.push((paper, vec![short])),
            }
        }
        let front = &self.messages().front;
        let orders = papers.iter().filter(|(_, all)| all.len() > 1).map(|(paper, all)| {
            front.order_of_bars(at::Editions(join(all, self.messages().lists.and)), at::Note(*paper))
        });
        let orders: Vec<String> = orders.collect();
        if orders.is_empty() { String::new() } else { front.side_by_side(orders.join("; ")) }
    }

    /// That a document promised to evaluate the effort, and that no later one has the evaluation.
    #[must_use]
    pub fn never_evaluated(self, document: &Document, promised: &FollowUp) -> String {
        // The first one says when.
        let place = promised.sources.first().map(|source| self.table_or_section(&source.place));
        self.messages().front.never_evaluated(
            at::Document(self.document(document)),
            at::Place(place.unwrap_or_default()),
            at::Says(self.named(&promised.says)),
            at::When(self.named(&promised.when)),
        )
    }

    /// A sentence of a document that stands nowhere else, in our own words.
    #[must_use]
    pub fn also_said(self, said: &AlsoSaid<'_>) -> String {
        let front = &self.messages().front;
        let says = self.named(said.says());
        let AlsoSaid::Count(count) = said else { return front.also_said(says) };
        let number = match count.unit {
            CountUnit::Share => self.locale().percent(count.number),
            CountUnit::People | CountUnit::Posts | CountUnit::Talks => self.locale().exact(count.number),
        };
        match count.least {
            Some(least) if least.is_zero() => front.up_to(at::Number(number), at::Says(says)),
            Some(least) => {
                front.also_counted(at::Number(format!("{}–{number}", self.locale().exact(least))), at::Says(says))
            }
            None => front.also_counted(at::Number(number), at::Says(says)),
        }
    }

    /// The heading above what a document gives as reasons for a value.
    #[must_use]
    pub fn grounds(self, value: &str) -> String {
        self.messages().front.grounds(value)
    }

    /// The line on where the granted amounts of an effort are printed, on the overview.
    #[must_use]
    pub fn granted_from(self, document: &Document, rows: &[(&Table, &Row)]) -> String {
        let place = |(table, row): &(&Table, &Row)| {
            format!("{}, {}", self.table_or_section(&table.place), self.row(&row.label))
        };
        let rows: Vec<String> = rows.iter().map(place).collect();
        self.messages().front.granted_from(at::Document(self.document(document)), at::Rows(rows.join("; ")))
    }

    /// The line on a row that pays for posts without saying how many; `cost` is in 1.000 kr. a year.
    #[must_use]
    pub fn posts_unstated(self, name: &str, document: &Document, cost: Thousands) -> String {
        let document = with_closing_comma(self.document(document));
        self.messages().front.posts_unstated(
            at::Cost(self.kroner(Some(cost.decimal()))),
            at::Document(document),
            at::Name(name),
        )
    }

    /// The line on a row that no note gives a number of posts for, with its amount of a year in each note.
    #[must_use]
    pub fn row_without_posts(self, name: &str, amounts: &[(&Document, Thousands)]) -> String {
        let front = &self.messages().front;
        let each = amounts.iter().map(|(document, amount)| {
            front.amount_in(at::Amount(self.kroner(Some(amount.decimal()))), at::Document(self.document(document)))
        });
        front.row_without_posts(at::Amounts(join(&each.collect::<Vec<_>>(), self.messages().lists.and)), at::Name(name))
    }

    /// The share of a cost that lies in a steering area.
    #[must_use]
    pub fn part_in_area(self, share: Decimal, area: &Area) -> String {
        let share = self.locale().percent(rounded(share, 2));
        self.messages().front.part_in_area(at::Area(self.area(area)), at::Share(share))
    }

    /// The line on an effort that existed before the first year for which any note has an amount.
    #[must_use]
    pub fn existed_before(self, year: Year, says: &str, place: &str) -> String {
        self.messages().front.existed_before(at::Place(place), at::Says(says), at::Year(year))
    }
}
