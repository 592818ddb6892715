//! What the label of a row says of its amounts: on which side of the budget they are, and whether they are capital.
//!
//! A table has costs above zero, and savings and incomes below. A label with a loss of an income contradicts an amount below zero: then
//! nobody can know what was meant, so the reader is always told how the row was read.

/// On which side of the budget a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Cost,
    Income,
    Saving,
}

/// What is lost by a row whose amounts are below zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// An income, which nobody but the city can lose: the row is a cost.
    Income,
    /// A grant, which the city gets or gives. The sign decides, so that the row is a saving.
    Grant,
}

/// The side of a row, and what is lost by it. `is_below`: whether its amounts are below zero.
pub(crate) fn side(label: &str, is_below: bool) -> (Side, Option<Loss>) {
    if !is_below {
        // Of what is above zero a loss is a cost as anything else is, and a grant is one that the city gives.
        return (Side::Cost, None);
    }
    let parts: Vec<Vec<String>> = parts(label);
    let income = |word: &&String| is_income(word) || is_grant(word);
    let has_income = parts.iter().flatten().any(|word| income(&word));
    // Less spent on grants is no income.
    if !has_income || parts.iter().flatten().any(|word| is_expense(word)) {
        return (Side::Saving, None);
    }
    match parts.iter().find_map(|part| lost(part)) {
        Some(Loss::Income) => (Side::Cost, Some(Loss::Income)),
        Some(Loss::Grant) => (Side::Saving, Some(Loss::Grant)),
        None => (Side::Income, None),
    }
}

/// Whether a label says that something is saved, or that less is spent.
pub(crate) fn says_saving(label: &str) -> bool {
    // In Danish it may stand anywhere in a compound: "sygedagpengebesparelsen".
    let saved = ["besparelse", "mindreudgift", "mindreforbrug", "saving"];
    let is_said =
        |word: &String| saved.iter().any(|said| word.contains(said)) || begins(word, &["sparet", "sparede", "saved"]);
    parts(label).iter().flatten().any(is_said)
}

/// Whether a label says buildings, equipment or other capital.
pub(crate) fn is_capital(label: &str) -> bool {
    parts(label).iter().flatten().any(|word| begins_or_ends(word, &["anlæg", "capital"]))
}

/// The words of a label, parted where it has a comma, a bracket or the like: what is lost stands in one part with what says that it is.
fn parts(label: &str) -> Vec<Vec<String>> {
    let words = |part: &str| {
        let words = part.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    label.split([',', ';', ':', '(', ')', '/', '–']).map(words).collect()
}

fn begins(word: &str, said: &[&str]) -> bool {
    said.iter().any(|said| word.starts_with(said))
}

fn begins_or_ends(word: &str, said: &[&str]) -> bool {
    begins(word, said) || said.iter().any(|said| word.ends_with(said))
}

/// Whether a word is money that comes in, and never money that the city gives. English has no compounds, so its words are beginnings.
fn is_income(word: &str) -> bool {
    const DANISH: [&str; 14] = [
        "refusion",
        "refusionen",
        "refusioner",
        "indtægt",
        "indtægten",
        "indtægter",
        "indtægterne",
        "brugerbetaling",
        "brugerbetalingen",
        "brugerbetalinger",
        "egenbetaling",
        "egenbetalingen",
        "egenbetalinger",
        "statstilskud",
    ];
    begins_or_ends(word, &DANISH) || begins(word, &["refund", "income", "revenue", "statstilskud"])
}

/// Whether a word is money that the city gets or gives.
fn is_grant(word: &str) -> bool {
    begins_or_ends(word, &["tilskud", "tilskuddet", "tilskuddene"]) || begins(word, &["grant", "subsid"])
}

/// Whether a word is money that is spent.
fn is_expense(word: &str) -> bool {
    begins_or_ends(word, &["udgift", "udgiften", "udgifter", "udgifterne"]) || begins(word, &["expen", "spend", "cost"])
}

/// What a part of a label says is lost.
fn lost(part: &[String]) -> Option<Loss> {
    let money = |word: &str| match word {
        _ if is_income(word) => Some(Loss::Income),
        _ if is_grant(word) => Some(Loss::Grant),
        _ => None,
    };
    let found = part.iter().enumerate().find_map(|(at, word)| {
        let loss = money(word)?;
        let before = part.get(..at).unwrap_or_default();
        let next = part.get(at.saturating_add(1)).map(String::as_str).unwrap_or_default();
        let is_lost = says_loss_itself(word) || has_loss_before(before) || is_loss_behind(next);
        is_lost.then_some(loss)
    });
    // A grant from the state or from a fund is one that the city gets.
    match found {
        Some(Loss::Grant) if part.iter().any(|word| gives_to_the_city(word)) => Some(Loss::Income),
        found => found,
    }
}

/// Whether a word is somebody from whom the city gets money.
fn gives_to_the_city(word: &str) -> bool {
    begins(word, &["stat", "fond", "eu", "regionen", "government"])
}

/// Whether one word says both: "mindreindtægt", "indtægtstab".
fn says_loss_itself(word: &str) -> bool {
    let ends = ["tab", "tabet", "nedgang", "nedgangen", "bortfald", "bortfaldet", "fald"];
    word.starts_with("mindre") || ends.iter().any(|end| word.ends_with(end))
}

/// Whether what stands before the money is a loss of it: "mistet …" right before it, or "bortfald af …" with at most two words between.
fn has_loss_before(before: &[String]) -> bool {
    const ADJECTIVES: [&str; 25] = [
        "mindre",
        "lavere",
        "færre",
        "manglende",
        "mistet",
        "mistede",
        "tabt",
        "tabte",
        "reduceret",
        "reducerede",
        "nedsat",
        "nedsatte",
        "udeblivende",
        "udeblevet",
        "udeblevne",
        "bortfaldet",
        "bortfaldne",
        "lost",
        "less",
        "lower",
        "fewer",
        "reduced",
        "missing",
        "forgone",
        "foregone",
    ];
    const NOUNS: [&str; 19] = [
        "bortfald",
        "tab",
        "nedgang",
        "fald",
        "ophør",
        "reduktion",
        "reducering",
        "nedsættelse",
        "mangel",
        "afvikling",
        "loss",
        "reduction",
        "decline",
        "decrease",
        "drop",
        "fall",
        "end",
        "shortfall",
        "cessation",
    ];
    const OF: [&str; 6] = ["af", "i", "på", "of", "in", "from"];
    let of_whom = before.split_last().filter(|(last, _)| gives_to_the_city(last)).map_or(before, |(_, rest)| rest);
    if of_whom.last().is_some_and(|word| ADJECTIVES.contains(&word.as_str())) {
        return true;
    }
    before.iter().enumerate().any(|(at, word)| {
        let behind = before.get(at.saturating_add(1)..).unwrap_or_default();
        let between = behind.len().saturating_sub(1);
        NOUNS.contains(&word.as_str()) && behind.first().is_some_and(|of| OF.contains(&of.as_str())) && between <= 2
    })
}

/// Whether the word behind the money says that it is lost: "refusionen bortfalder", "income loss". Others say what the money is for: "refusion
/// af tabt arbejdsfortjeneste" is an income.
fn is_loss_behind(next: &str) -> bool {
    let danish = ["bortfald", "ophør", "mistes", "tabes", "udeblive", "falder"];
    begins(next, &danish)
        || ["loss", "losses", "shortfall", "ends", "ceases", "expires", "lapses", "reduction"].contains(&next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loss_of_an_income_below_zero_is_a_cost() {
        for label in [
            "Mindreindtægt",
            "Mindreindtægter fra billetsalg",
            "Mindre indtægt",
            "Indtægtstab",
            "Tab af indtægter fra udleje",
            "Tab af lejeindtægt",
            "Bortfald af refusion",
            "Bortfald af statens refusion",
            "Lavere brugerbetaling",
            "Manglende refusion",
            "Refusionen bortfalder",
            "Bortfald af statstilskud",
            "Bortfald af tilskud fra staten",
            "Tab af EU-tilskud",
            "Loss of income",
            "Lost revenue",
            "Income loss",
            "Reduced government grant",
        ] {
            assert_eq!(side(label, true), (Side::Cost, Some(Loss::Income)), "{label}");
            assert_eq!(side(label, false), (Side::Cost, None), "{label}");
        }
    }

    #[test]
    fn a_grant_that_ends_below_zero_is_one_that_the_city_gave() {
        for label in [
            "Bortfald af tilskud",
            "Færre tilskud",
            "Bortfald af tilskud til foreninger",
            "Loss of grant",
            "Driftstilskud ophører",
        ] {
            assert_eq!(side(label, true), (Side::Saving, Some(Loss::Grant)), "{label}");
            assert_eq!(side(label, false), (Side::Cost, None), "{label}");
        }
    }

    #[test]
    fn what_comes_in_is_an_income_whatever_it_is_for() {
        for label in [
            "Statens refusion",
            "Refusion af tabt arbejdsfortjeneste",
            "Refusion, tabt arbejdsfortjeneste",
            "Tabt arbejdsfortjeneste, refusion",
            "Tilskud fra fonde",
            "Lejeindtægter",
            "Brugerbetaling (mindre hold)",
            "Refund of lost earnings",
            "Grant from the state",
        ] {
            assert_eq!(side(label, true), (Side::Income, None), "{label}");
        }
    }

    #[test]
    fn what_is_not_spent_is_a_saving() {
        for label in [
            "Sparede ydelser",
            "Bortfald af ydelser",
            "Mindreudgift til tilskud",
            "Lower expenditure on grants",
            "Support for migrants",
        ] {
            assert_eq!(side(label, true), (Side::Saving, None), "{label}");
        }
    }
}
