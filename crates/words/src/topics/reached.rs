//! What those who count in a share have reached: a job or education, or what else a note says.

use std::borrow::Cow;

use crate::Words;
use model::language::capitalised;
use model::note::{Group, Names, Reached, Unit, Variant};

impl Words {
    /// Behind those who have reached it: "i job eller uddannelse".
    pub(crate) fn reached(self, reached: &Reached) -> Cow<'static, str> {
        self.one_of(reached, self.messages().reached.job)
    }

    /// The same in fewer words, where there are fewer: "i job".
    pub(crate) fn reached_in_short(self, reached: &Reached) -> Cow<'static, str> {
        self.one_of(reached, self.messages().reached.job_in_short)
    }

    /// The same behind those in whom the effect lasts.
    pub(crate) fn reached_after(self, reached: &Reached) -> Cow<'static, str> {
        self.one_of(reached, self.messages().reached.job_after)
    }

    /// That people reach it: "kommer i job eller uddannelse".
    pub(crate) fn get(self, reached: &Reached) -> Cow<'static, str> {
        let messages = &self.messages().reached;
        if let Reached::Done(names) = reached
            && let Outcome::Fits(words) = self.outcome(names)
        {
            return words.to_owned().into();
        }
        said(
            self,
            reached,
            messages.job_get,
            |words| messages.other_get(words),
            |words| messages.foreign_get(words),
            messages.various_get,
        )
    }

    /// That people would have reached it anyway.
    pub(crate) fn reached_anyway(self, reached: &Reached) -> Cow<'static, str> {
        let messages = &self.messages().reached;
        said(
            self,
            reached,
            messages.job_found,
            |words| messages.other_found(words),
            |_| messages.various_found.to_owned(),
            messages.various_found,
        )
    }

    /// That people are counted as having reached it.
    pub(crate) fn counted_in(self, reached: &Reached) -> Cow<'static, str> {
        let messages = &self.messages().reached;
        said(
            self,
            reached,
            messages.job_counted,
            |words| messages.other_counted(words),
            |words| messages.foreign_counted(words),
            messages.various_counted,
        )
    }

    /// The name of the number of people who have reached it.
    #[must_use]
    pub fn outcomes(self, reached: &Reached) -> String {
        capitalised(&self.reached(reached))
    }

    /// The name of the costs of a year per person who counts in that year.
    #[must_use]
    pub fn cost_per_outcome(self, reached: &Reached) -> String {
        self.messages().reached.cost_per_outcome(self.reached(reached))
    }

    /// The same in the table of the efforts.
    #[must_use]
    pub fn per_outcome(self, reached: &Reached) -> String {
        self.messages().reached.per_outcome(self.reached_in_short(reached))
    }

    /// What stands below the field of a caseload.
    #[must_use]
    pub fn caseload_help(self, reached: &Reached) -> String {
        self.messages().reached.caseload_help(self.reached_in_short(reached))
    }

    /// Of a payback that comes only when the efforts have stopped.
    #[must_use]
    pub fn by_the_rest(self, reached: &Reached) -> &'static str {
        let figures = &self.labels().figures;
        match reached {
            Reached::JobOrEducation => figures.by_the_rest,
            Reached::Named(_) | Reached::Done(_) | Reached::Various => figures.by_the_rest_other,
        }
    }

    /// The heading of a group of drivers of a note. It says no more than is true of every number below it.
    #[must_use]
    pub fn group(self, variant: &Variant, group: Group) -> Cow<'static, str> {
        let messages = &self.messages().groups;
        let mut of_group = variant.drivers.iter().filter(|driver| driver.group == group);
        match group {
            Group::Citizens => messages.citizens.into(),
            Group::Staff => messages.staff.into(),
            Group::Costs => messages.costs.into(),
            Group::Income => messages.income.into(),
            Group::Effect => messages.effect(self.reached(variant.reached())).into(),
            Group::Savings if of_group.all(|driver| driver.unit == Unit::AmountPerOutcome) => {
                messages.savings_per_outcome(self.reached(variant.reached())).into()
            }
            Group::Savings => messages.savings.into(),
            Group::Period => messages.period.into(),
            Group::Together => messages.together.into(),
        }
    }

    fn one_of(self, reached: &Reached, job: &'static str) -> Cow<'static, str> {
        let messages = &self.messages().reached;
        said(self, reached, job, str::to_owned, |words| messages.foreign(words), messages.various)
    }

    /// What an effort says that its people have reached.
    fn outcome(self, names: &Names) -> Outcome<'_> {
        match names.get(self.code()) {
            (words, language) if language == self.code() => Outcome::Fits(words),
            (words, _) => Outcome::Foreign(words),
        }
    }
}

/// What an effort says that its people have reached.
enum Outcome<'r> {
    /// In the language of the page, so that it fits into its sentences.
    Fits(&'r str),
    /// In another language, which only its words in quotation marks fit into.
    Foreign(&'r str),
}

/// What is said of a job, of what a note says, in the language of the page or in another one, or of several.
fn said(
    words: Words,
    reached: &Reached,
    job: &'static str,
    other: impl Fn(&str) -> String,
    foreign: impl Fn(&str) -> String,
    various: &'static str,
) -> Cow<'static, str> {
    match reached {
        Reached::JobOrEducation => job.into(),
        Reached::Named(names) => match words.outcome(names) {
            Outcome::Fits(own) => other(own).into(),
            Outcome::Foreign(words) => foreign(words).into(),
        },
        // What people do fits behind those who do it alone.
        Reached::Done(names) => foreign(names.get(words.code()).0).into(),
        Reached::Various => various.into(),
    }
}
