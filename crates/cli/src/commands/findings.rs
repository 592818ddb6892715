//! `findings`: where notes contradict themselves or each other.

use std::fmt::Write;

use api::edge;
use engine::findings::{Check, Explanation, Finding, check_all, ranked};
use engine::notes::Library;
use words::Words;

use crate::arguments::Findings;
use crate::ending::{Ending, Stopped};
use crate::output::{self, strong};
use crate::read::{self, Notes};

/// Does it.
///
/// # Errors
/// [`Stopped`] where a file cannot be used, or the output cannot be written.
pub(crate) fn run(arguments: &Findings, words: Words) -> Result<Ending, Stopped> {
    let Notes { library, own } = read::notes(&arguments.files, words)?;
    let is_asked = |check: &Check| own.is_empty() || own.iter().any(|document| check.concerns(document));
    let checks: Vec<Check> = check_all(library.documents());
    let found = ranked(&checks).into_iter().filter(|finding| is_asked(finding.check)).collect::<Vec<_>>();
    if arguments.json {
        output::json(&found.iter().map(edge::Finding::from).collect::<Vec<_>>())?;
    } else {
        let asked: Vec<Check> = checks.iter().filter(|check| is_asked(check)).cloned().collect();
        let help = words.labels().findings.help;
        let mut text = format!("{}\n\n{help}\n", strong(words.tally_in_short(&asked)));
        text.extend(found.iter().map(|finding| described(&library, finding, words)));
        output::text(&text)?;
    }
    Ok(Ending::of(!found.is_empty()))
}

/// A finding: what it says, what it means, both places with their words, what could explain it, and what is computed with.
fn described(library: &Library, finding: &Finding<'_>, words: Words) -> String {
    let Finding { id, check } = finding;
    let (labels, documents) = (&words.labels().findings, library.documents());
    let mut text = format!("\n{} [{id}]\n", strong(words.finding_title(documents, check)));
    for sentence in words.finding_sentences(documents, check) {
        line(&mut text, &sentence);
    }
    line(&mut text, &format!("{} {}", labels.means, words.meaning(check)));
    for place in check.cited().into_iter().flatten() {
        line(&mut text, &format!("- {}", words.cited_place(documents, place)));
    }
    let explanations = check.all_explanations();
    // What a search has found says itself that it could explain the numbers.
    let is_lead_needed = explanations.iter().any(|explanation| !matches!(explanation, Explanation::Searched { .. }));
    let lead = if is_lead_needed { labels.could_explain } else { "" };
    let explanations = words.explanations(documents, check).join(" ");
    if !explanations.is_empty() {
        line(&mut text, format!("{lead} {explanations}").trim_start());
    }
    line(&mut text, &format!("{} {}", labels.we_compute, words.remedy(check.kind)));
    text
}

fn line(text: &mut String, sentence: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "  {sentence}");
}
