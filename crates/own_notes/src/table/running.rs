//! Running text, which somebody has pasted along with a table: a sentence is no label, although a number may end it.

/// How many characters and words a label has at most.
const LONGEST: usize = 120;
const MOST_WORDS: usize = 18;

/// Words that a full stop shortens, so that it ends no sentence.
const SHORTENED: [&str; 28] = [
    "adm", "afd", "approx", "bl", "ca", "dept", "dvs", "eks", "ekskl", "est", "evt", "excl", "gns", "hhv", "incl",
    "inkl", "jf", "kap", "kr", "lign", "mio", "mv", "no", "nr", "pct", "pr", "stk", "vedr",
];

/// With fewer words, a full stop stands behind a heading: "Løn. Konsulenter".
const FEWEST_OF_SENTENCES: usize = 6;

/// How many characters of a text are quoted.
const QUOTED: usize = 60;

/// Whether what stands before the numbers of a line is running text.
pub(super) fn is_running_text(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let ends_sentence = |pair: &[&str]| match pair {
        [before, after] => {
            let last = before.strip_suffix(['.', '!', '?']).unwrap_or_default().to_lowercase();
            last.chars().filter(|letter| letter.is_alphabetic()).count() > 1
                && !SHORTENED.contains(&last.as_str())
                && after.chars().next().is_some_and(char::is_uppercase)
        }
        _ => false,
    };
    label.chars().count() > LONGEST
        || words.len() > MOST_WORDS
        || (words.len() >= FEWEST_OF_SENTENCES && words.windows(2).any(ends_sentence))
}

/// The beginning of a text, which ends with a whole word.
pub(super) fn beginning(text: &str) -> String {
    let mut kept = String::new();
    for word in text.split_whitespace() {
        if kept.chars().count().saturating_add(word.chars().count()) > QUOTED && !kept.is_empty() {
            return format!("{kept} …");
        }
        if !kept.is_empty() {
            kept.push(' ');
        }
        kept.extend(word.chars().take(QUOTED));
    }
    kept
}
