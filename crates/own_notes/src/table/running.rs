//! Running text, which somebody has pasted along with a table: a sentence is no label, although a number may end it.

/// How many characters and words a label has at most.
const LONGEST: usize = 120;
const MOST_WORDS: usize = 18;

/// The words before a full stop that shorten something have fewer letters: "ca.", "inkl.", "pct.".
const SHORTEST_LAST_WORD: usize = 6;

/// How many characters of a text are quoted.
const QUOTED: usize = 60;

/// Whether what stands before the numbers of a line is running text.
pub(super) fn is_running_text(label: &str) -> bool {
    let words: Vec<&str> = label.split_whitespace().collect();
    let ends_sentence = |pair: &[&str]| match pair {
        [before, after] => {
            let last = before.strip_suffix(['.', '!', '?']).unwrap_or_default();
            last.chars().filter(|letter| letter.is_alphabetic()).count() >= SHORTEST_LAST_WORD
                && after.chars().next().is_some_and(char::is_uppercase)
        }
        _ => false,
    };
    label.chars().count() > LONGEST || words.len() > MOST_WORDS || words.windows(2).any(ends_sentence)
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
