//! Tests find things on the page by role, name, id and `data-` attribute, never by class: classes belong to the style sheet,
//! which may rename them. This reads every selector in the tests of the page.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// Elements that a selector may name right before a class.
const ELEMENTS: [&str; 46] = [
    "a", "article", "aside", "body", "button", "circle", "cite", "dd", "details", "div", "dl", "dt", "fieldset",
    "figure", "footer", "form", "h1", "h2", "h3", "header", "html", "iframe", "input", "ins", "label", "legend", "li",
    "line", "main", "nav", "ol", "option", "p", "path", "q", "rect", "section", "select", "small", "span", "svg",
    "table", "td", "text", "tr", "ul",
];

/// What stands before a class where no element does.
const BEFORE_CLASS: [char; 9] = [' ', '\n', ',', '>', '+', '~', '(', ')', ']'];

/// How code finds an element's classes without a selector.
const OTHER_WAYS: [&str; 3] = ["className", "classList", "ByClassName"];

/// The tests of the page: those of components, and those from end to end with their scripts.
fn files() -> Vec<PathBuf> {
    let folders = ["tests/components", "tests/e2e"].map(|folder| fs::read_dir(folder).unwrap());
    folders.into_iter().flatten().map(|entry| entry.unwrap().path()).collect()
}

/// The texts between two quotes of a kind.
fn quoted(code: &str, quote: char) -> Vec<String> {
    let mut texts = Vec::new();
    let mut open: Option<String> = None;
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match &mut open {
            Some(text) if character == '\\' => text.extend(characters.next().filter(|next| *next != '\n')),
            Some(text) if character != quote => text.push(character),
            Some(_) => texts.extend(open.take()),
            None => open = (character == quote).then(String::new),
        }
    }
    texts
}

fn is_script(text: &str) -> bool {
    text.contains(';') || text.contains("=>")
}

/// Every text that could be a selector.
fn possible_selectors(path: &Path) -> Vec<String> {
    let code = fs::read_to_string(path).unwrap();
    let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    // A quote that is a character opens no text.
    let code = code.join("\n").replace("'\"'", "''");
    if path.extension().is_some_and(|extension| extension == "js") {
        return ['"', '\'', '`'].iter().flat_map(|quote| quoted(&code, *quote)).collect();
    }
    let (scripts, texts): (Vec<_>, Vec<_>) = quoted(&code, '"').into_iter().partition(|text| is_script(text));
    let in_scripts = scripts.iter().flat_map(|script| quoted(script, '\'').into_iter().chain(quoted(script, '`')));
    in_scripts.chain(texts).collect()
}

/// A selector without what stands in brackets, which may hold dots of its own. The index of a list and the place of a value are
/// like a letter.
fn without_brackets(selector: &str) -> String {
    let mut text = String::new();
    let mut rest = selector;
    while let Some((before, inside)) = rest.split_once(['[', '{']) {
        let (inside, after) = inside.split_once([']', '}']).unwrap_or_default();
        let is_attribute = rest[before.len()..].starts_with('[') && inside.parse::<usize>().is_err();
        text.extend([before, if is_attribute { "]" } else { "_" }]);
        rest = after;
    }
    text + rest
}

/// Whether a text is a selector that names a class.
fn names_class(text: &str) -> bool {
    let text = without_brackets(text);
    text.match_indices('.').any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let class: String = after.chars().take_while(|next| next.is_alphanumeric() || "-_".contains(*next)).collect();
        // A name with a bracket after it is a call.
        let is_name =
            class.starts_with(|first: char| first.is_ascii_alphabetic()) && !after[class.len()..].starts_with('(');
        let element = before.rsplit(BEFORE_CLASS).next().unwrap();
        is_name && (element.is_empty() || ELEMENTS.contains(&element))
    })
}

#[test]
fn nothing_on_the_page_is_found_by_class() {
    let files = files();
    let selectors: Vec<(&PathBuf, String)> =
        files.iter().flat_map(|path| possible_selectors(path).into_iter().map(move |text| (path, text))).collect();
    assert!(files.len() > 30 && selectors.len() > 1_000, "only {} texts of {} files", selectors.len(), files.len());
    let by_class = selectors.iter().filter(|(_, text)| names_class(text));
    let by_class = by_class.map(|(path, text)| format!("{}: {text}", path.display()));
    let other_ways = files.iter().filter(|path| {
        let code = fs::read_to_string(path).unwrap();
        OTHER_WAYS.iter().any(|way| code.contains(way)) || code.contains("[class")
    });
    let other_ways = other_ways.map(|path| format!("{} reads classes", path.display()));
    let faults: Vec<String> = by_class.chain(other_ways).collect();
    assert!(faults.is_empty(), "{} by class:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_class_in_a_selector_is_seen_and_other_dots_are_not() {
    for selector in [
        ".answer",
        ".answer .sentence",
        "main .figures dd",
        "button.copy",
        "tr[data-line=costs] td.disputed",
        "[data-driver=caseload].changed",
        "[data-driver={id}] .message",
        "svg>.band",
        ":is(section, .results)",
        "li:not(.finding)",
    ] {
        assert!(names_class(selector), "{selector}");
    }
    for text in [
        "main h1",
        "#figures-payback\\.total",
        "[id='table-line.benefits.2019']",
        "a[href$='tabeller.html']",
        "v=1&note=ips-2018&explain=line.benefits.2019",
        "Linket er kopieret. Det virker kun med filen her.",
        "−2,16 mio. kr. (minus er en besparelse)",
        "indsatsregner.html",
        "{name}.html",
        "i ”scenario.drivers[0].value” (linje 3)",
        "\n    .map((frame) => frame)",
    ] {
        assert!(!names_class(text), "{text}");
    }
}
