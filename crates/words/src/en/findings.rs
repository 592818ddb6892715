//! The checks of the documents in English.

use rust_decimal::Decimal;

use super::super::common::Tally;
use super::super::findings::{Disagreement, Explained, FindingWords};
use super::{English, NUMBERS};
use crate::format::ENGLISH;
use engine::findings::{Check, Column, Evidence, Kind, Value, Weight};
use model::note::CountUnit;

impl FindingWords for English {
    fn weight(&self, weight: Weight) -> &'static str {
        match weight {
            Weight::Money => "Money",
            Weight::Target => "Targets and target groups",
            Weight::Conclusion => "Conclusions",
            Weight::Wording => "Wording and form",
        }
    }

    fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Granted => "Proposed and granted",
            Kind::Edition => "The same row in two editions",
            Kind::Committee => "Who pays",
            Kind::Series => "The same appropriation in two notes",
            Kind::Sum => "A total and its parts",
            Kind::Repeated => "The same amount in two tables",
            Kind::Statement => "Amounts in the text and in the table",
            Kind::Sentences => "Amounts in two sentences",
            Kind::Posts => "The cost of the same kind of full-time post",
            Kind::PriceRise => "The cost of a full-time post from note to note",
            Kind::Count => "Numbers in two sentences",
            Kind::Consultants => "Consultants, citizens and caseload",
            Kind::Appropriation => "Appropriations",
            Kind::Key => "Distribution keys",
            Kind::Result => "Target and result",
            Kind::FollowUp => "Promised follow-ups",
            Kind::Vanished => "Targets that are gone",
            Kind::Target => "Targets in two places",
            Kind::ChangedTarget => "Targets that have changed",
            Kind::Population => "Target groups in two places",
            Kind::Payback => "The printed payback, as the text was read",
            Kind::Judgement => "Praise and results",
            Kind::Unchanged => "“Unchanged” and changes",
            Kind::Joined => "Joined, but still separate",
            Kind::Residual => "The effect after the effort",
            Kind::Area => "Steering areas",
            Kind::PriceBase => "Each year's own prices",
            Kind::Years => "Years in the text and in the table",
            Kind::Title => "Headings and rows",
            Kind::Numbering => "The numbers of the tables",
            Kind::EmptyColumn => "Empty columns",
        }
    }

    fn remedy(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Granted => {
                "The overview shows both: the proposal in the note's prices, the grant as the table has it. The calculator follows the proposal."
            }
            Kind::Edition => "Each edition is worked out with its own numbers.",
            Kind::Committee => "Each note is worked out with the committee that it names itself.",
            Kind::Series => "The overview shows the newest note's numbers.",
            Kind::Sum => "The calculator adds up the rows itself.",
            Kind::Repeated | Kind::Statement | Kind::Sentences | Kind::Years => {
                "The calculator follows the table of activities."
            }
            Kind::Posts => "Each row is worked out with its own cost.",
            Kind::PriceRise => {
                "Each note is worked out with its own prices. Their price levels differ too, but are the same for all rows of a note."
            }
            Kind::Count => {
                "Each note is worked out with its own number. Where nothing else is said, it holds for each year."
            }
            Kind::Consultants => "The number of consultants follows the citizens and the caseload.",
            Kind::Appropriation => "The appropriation is shown, but the calculation does not use it.",
            Kind::Key => "The calculator divides the cost as the amounts of the table do.",
            Kind::Result => "The calculator uses the target. The result can be chosen instead.",
            Kind::FollowUp => "Where nothing was measured, the calculator has only targets to go by.",
            Kind::Vanished | Kind::Target | Kind::ChangedTarget => "Each note is worked out with its own target.",
            Kind::Population => {
                "Each note is worked out with its own number of citizens. The calculation does not use the target group."
            }
            Kind::Payback => "The calculator shows both numbers.",
            Kind::Judgement => "The calculator follows the target and the result, not the words.",
            Kind::Unchanged => "Each note is worked out with its own rows and target.",
            Kind::Joined => "The efforts are shown one by one, because the money was granted to each.",
            Kind::Residual => {
                "The calculator reads it as a share of the citizens, since that gives the amounts of the table."
            }
            Kind::Area => "Each row counts under the area that the table of activities has.",
            Kind::PriceBase => "The amounts are shown as the table has them. Nothing is converted.",
            Kind::Title | Kind::Numbering => "The table is shown with the rows that it has.",
            Kind::EmptyColumn => "An empty column does not count.",
        }
    }

    fn evidence(&self, evidence: Evidence) -> Option<&'static str> {
        match evidence {
            Evidence::Independent => None,
            Evidence::Fitted => Some("proves nothing, since one side was worked out from the other"),
            Evidence::OnePart => Some("the sum has one part only"),
            Evidence::Trivial => Some("the row adds up its own equal numbers"),
        }
    }

    fn tally(&self, checks: &[Check]) -> String {
        let tally = Tally::of(checks);
        let count = |number: usize| ENGLISH.exact(Decimal::from(number));
        let verb = |number: usize, one: &'static str, many: &'static str| if number == 1 { one } else { many };
        let unknown = match tally.unknown {
            0 => String::new(),
            unknown => format!(", and {} cannot be decided", count(unknown)),
        };
        let together = if tally.facts == tally.differ {
            String::new()
        } else {
            let facts = NUMBERS.counted(Decimal::from(tally.facts), ("matter", "matters"));
            format!(" Those that do not are about {facts}; what follows from one another stands together.")
        };
        let trivial = match tally.trivial {
            0 => String::new(),
            trivial => format!(
                " {} of {} only {} up a row's own equal numbers.",
                count(trivial),
                NUMBERS.counted(Decimal::from(tally.sums), ("sum", "sums")),
                verb(trivial, "adds", "add"),
            ),
        };
        let one_part = match tally.one_part {
            0 => String::new(),
            one_part => {
                format!(" {} one part only.", NUMBERS.counted(Decimal::from(one_part), ("sum has", "sums have")))
            }
        };
        let fitted = match tally.fitted {
            0 => String::new(),
            fitted => format!(
                " {} {} nothing, since one side was worked out from the other.",
                NUMBERS.counted(Decimal::from(fitted), ("check", "checks")),
                verb(fitted, "proves", "prove"),
            ),
        };
        format!(
            "{} with {}: {} {}, {} {}{unknown}.{together}{trivial}{one_part}{fitted}",
            NUMBERS.counted(Decimal::from(tally.checks), ("check", "checks")),
            NUMBERS.counted(Decimal::from(tally.comparisons), ("comparison", "comparisons")),
            count(tally.agree),
            verb(tally.agree, "agrees", "agree"),
            count(tally.differ),
            verb(tally.differ, "does not", "do not"),
        )
    }

    fn disagreement(&self, disagreement: &Disagreement<'_>) -> String {
        let Disagreement { kind, first, second, when, left, right, values, .. } = *disagreement;
        let about = disagreement.about.unwrap_or("the effort");
        let to = disagreement.about.map(|about| format!(" for {about}")).unwrap_or_default();
        let all = if disagreement.about.is_none() { " in all" } else { "" };
        let elsewhere = second.unwrap_or("another part of the note");
        match kind {
            Kind::Granted => {
                format!("{first} proposed {left}{when}{all}{to}. According to {elsewhere}, {right} was granted")
            }
            Kind::Edition => format!("{first} has {left}{when}{to}; {elsewhere} has {right}"),
            Kind::Committee => match second {
                Some(second) => format!("{first} puts the cost{to} on {left}. In {second} it is on {right}"),
                None => format!(
                    "{first} puts the cost{to} on {left}, but another cost of the same administration on {right}"
                ),
            },
            Kind::Series => {
                format!("{first} has {left}{when}{all} in earlier grants{to}; {elsewhere} has {right}")
            }
            Kind::Sum => match disagreement.columns {
                [Column::TotalIn(year)] => format!(
                    "{first} has {left} in the column of {year}. It looks like the row's total over the years, but that is {right}"
                ),
                _ => format!("{first} has {left} as a total{to}{when}, but the parts add up to {right}"),
            },
            Kind::Repeated => format!("{first} has {left}{to}{when} in one table and {right} in the other"),
            Kind::Statement => format!("{first} says {left}{to} in the text, but its table has {right}{when}"),
            Kind::Sentences => format!("{first} says {left}{to} in one place and {right} in another"),
            Kind::Posts => match second {
                Some(second) => format!("{first} has {left}{to}; {second} has {right}"),
                None => format!("{first} has two costs{to}: {left} and {right}"),
            },
            Kind::PriceRise => {
                format!(
                    "Between {first}, the cost of a full-time post rose by {left}, but by {right}. The notes do not say why"
                )
            }
            Kind::Count => match second {
                Some(second) => format!("{first} says {left} {about}. {second} says {right}"),
                None => format!("{first} says {left} {about} in one place and {right} in another"),
            },
            Kind::Consultants => format!("{first} states {left}{to}, but its citizens and caseload give {right}"),
            Kind::Appropriation => appropriation(disagreement),
            Kind::Key => format!("{first} divides the same cost by keys that add up to {left}, and not to {right}"),
            Kind::Result => match second {
                Some(second) => format!("The target in {first}: {left}. The result, according to {second}: {right}"),
                None => format!("The target in {first}: {left}. The result: {right}"),
            },
            Kind::FollowUp => format!("{first} promised {left}. Later notes lack {} of them: {right}", missing(values)),
            Kind::Vanished => format!(
                "{first} had a target for {about}: {left}. {elsewhere} asks for {right} a year for the same and has no target \
                 for it"
            ),
            Kind::Target | Kind::ChangedTarget => match second {
                Some(second) => format!("The target for {about} in {first}: {left}. In {second}: {right}"),
                None => format!("The target for {about} in {first}: {left}. Elsewhere in the note: {right}"),
            },
            Kind::Population => match second {
                Some(second) => format!("The target group of {about} in {first}: {left}. In {second}: {right}"),
                None => format!("The target group of {about} in {first}: {left}. Elsewhere in the note: {right}"),
            },
            Kind::Payback => {
                format!("The note says {left}, but its tables and our rule for the years after them give {right}")
            }
            Kind::Judgement => match values {
                [_, Value::Said(_)] => format!("The same note also says: {right}"),
                _ => format!("{first} says: {left}. But the result was {right}"),
            },
            Kind::Unchanged => match values {
                [Value::Target(..), _] => format!("The target is another. Before: {left}. Now: {right}"),
                _ => format!("{first} says: {left}. But something is new: {right}"),
            },
            Kind::Joined => {
                format!("{first} says: {left}. But {elsewhere} has {right} a year for {about} alone")
            }
            Kind::Residual => format!(
                "{first} counts on {left} after the effort. That can be read as {left} of the effect, but the amounts come to \
                 {right} of the effect, that is, {left} of the citizens"
            ),
            Kind::Area => match second {
                Some(second) => format!("{first} puts {about} under {left}; {second} under {right}"),
                None => format!("{first} puts {about} under {left} in one place and under {right} in another"),
            },
            Kind::PriceBase => format!(
                "{first} labels earlier grants as being in each year's own prices. But the amounts stand still: {right}"
            ),
            Kind::Years => format!("{first} says {left} in the text about {about}, but its table has {right}"),
            Kind::Title => {
                format!("The heading of a table in {first} names {left}, but its rows are also about {right}")
            }
            Kind::Numbering => numbering(disagreement),
            Kind::EmptyColumn => {
                format!("A table in {first} has a column for {left}, but amounts for {right} only")
            }
        }
    }

    fn explained(&self, explained: &Explained<'_>) -> String {
        match explained {
            Explained::LeavesOut(amount, row) => format!("The difference is exactly the {amount} in the row {row}"),
            Explained::WithAmountOf(year, amount, document) => {
                format!("The total comes out if the amount for {year} is {amount}, as {document} has it")
            }
            Explained::FitsIn(document) => format!("It agrees with the table in {document}"),
            Explained::FitsTotal(amount, row) => {
                format!("The amount fits the {amount} that was granted earlier: {row}")
            }
            Explained::OtherSentence(years) => format!("Elsewhere the note says {years}"),
            Explained::EmptyColumn(year) => format!("A table in the note has an empty column for {year}"),
            Explained::OtherPosts(left, right) => {
                format!("A full-time post costs the same; one edition has {left} and the other {right}")
            }
            Explained::OtherDefinition => "Target and result are not counted in the same way".to_owned(),
            Explained::OtherPrices(year) => {
                format!("The proposal is in {year} prices; the grant is labelled as being in each year's own prices")
            }
            Explained::Proposed(document) => format!("{document} proposed exactly such an amount in fixed prices"),
            Explained::UpperEnd(share) => format!(
                "The upper end that the note gives, {share}, is the whole effect; it then does not fall at all when the effort stops"
            ),
            Explained::Says(says) | Explained::Searched(says) => (*says).to_owned(),
        }
    }

    fn posts_from(&self, document: &str) -> String {
        format!("One of the rows gives no number of posts of its own; here it is that of {document}")
    }

    fn undecided(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::FollowUp => "cannot be decided: there is no later note yet that could have answered",
            Kind::Judgement => "cannot be decided: the note has no measurement to hold the words against",
            Kind::Unchanged => "cannot be decided: the sentence does not say which rows it is about",
            _ => "cannot be decided: a number is missing",
        }
    }

    fn rise(&self, name: &str, rise: &str) -> String {
        format!("{rise} for {name}")
    }

    fn off_by(&self, difference: &str) -> String {
        format!("The difference is {difference}")
    }

    fn short_by(&self, points: &str) -> String {
        format!("That is {points} percentage points below the target")
    }

    fn all_editions(&self, note: &str, editions: usize) -> String {
        format!("{note} ({} editions)", if editions == 2 { "both" } else { "all" })
    }

    fn in_columns(&self, span: &str, years: usize, in_all: bool) -> String {
        match (years, in_all) {
            (0, _) => " over all years".to_owned(),
            (1, false) => format!(" in {span}"),
            (_, false) => format!(" a year in {span}"),
            (_, true) => format!(" in {span} and over all years"),
        }
    }

    fn number(&self, number: Decimal, unit: CountUnit, a_year: bool) -> String {
        let number = match unit {
            CountUnit::Share => ENGLISH.percent(number),
            CountUnit::People | CountUnit::Posts | CountUnit::Talks => ENGLISH.exact(number),
        };
        if a_year { format!("{number} a year") } else { number }
    }

    fn against(&self, share: &str, target: &str) -> String {
        format!("{share} against a target of {target}")
    }

    fn unmoved(&self, amount: &str, span: &str) -> String {
        format!("{amount} in {span}")
    }

    fn charged_to(&self, appropriation: Option<&str>) -> String {
        appropriation
            .map_or_else(|| "no appropriation".to_owned(), |appropriation| format!("appropriation {appropriation}"))
    }

    fn follow_ups(&self, number: usize) -> String {
        NUMBERS.counted(Decimal::from(number), ("follow-up", "follow-ups"))
    }

    fn full_time_posts(&self, posts: Decimal) -> String {
        NUMBERS.counted(posts, ("full-time post", "full-time posts"))
    }
}

/// The number of follow-ups that are missing.
fn missing(values: [&Value; 2]) -> String {
    match values {
        [_, Value::Said(missing)] => ENGLISH.exact(Decimal::from(missing.len())),
        _ => String::new(),
    }
}

/// The sentence on the appropriations of rows.
fn appropriation(disagreement: &Disagreement<'_>) -> String {
    let Disagreement { first, second, left, right, values, .. } = *disagreement;
    let to = disagreement.about.map(|about| format!(" for {about}")).unwrap_or_default();
    match second {
        Some(second) if disagreement.about.is_none() => {
            format!("{first} has {left} for rows where {second} has {right}")
        }
        Some(second) => format!("{first} has {left}{to}. {second} has {right}"),
        None if matches!(values, [Value::Appropriation(None), _]) => {
            format!("{first} has {left} for some rows; other rows have one, such as {right}")
        }
        None => format!("{first} was read as having {left}{to}, but what is meant must be {right}"),
    }
}

/// The sentence on the numbers of tables.
fn numbering(disagreement: &Disagreement<'_>) -> String {
    let Disagreement { first, left, right, values, .. } = *disagreement;
    match values {
        [Value::Empty, _] => format!("{first} has no table {right}"),
        [one, other] if one == other => format!("{first} has two tables with the number {left}"),
        _ => format!("{first} has a table {left} but no table {right}"),
    }
}
