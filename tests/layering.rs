//! What no compiler holds of the order in ARCHITECTURE.md: that of the modules inside a crate, and of the page's rooms. The
//! tests read it from the sources.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The module that a source file of a crate belongs to: the first part of its path below the folder.
fn module(folder: &Path, path: &Path) -> String {
    let first = path.strip_prefix(folder).unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// ARCHITECTURE.md says how large they are. No lint knows the last two, which read and write binary numbers.
#[test]
fn the_page_is_spared_the_large_functions_of_the_standard_library() {
    let crates = ["src", "crates/model/src", "crates/engine/src", "crates/words/src", "crates/charts/src"];
    let of_page = crates.iter().flat_map(|folder| sources(Path::new(folder)));
    // Only the part that opens files calls it, and no part of the page.
    let of_page = of_page.filter(|path| !path.starts_with("crates/engine/src/scenario_file"));
    for path in of_page {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for name in [".sort", ".to_lowercase()", ".to_uppercase()", "parse::<f64>", ":.1}"] {
            assert!(!code.contains(name), "{} calls {name}", path.display());
        }
    }
}

/// The modules of the crates that have many. Each may use those before it, never those after it. Between crates the
/// compiler sees to that.
const ORDER: [(&str, &[&str]); 3] = [
    (
        "crates/model/src",
        &["sums", "ordered", "money", "language", "note", "fault", "scenario", "evaluate", "brackets"],
    ),
    (
        "crates/engine/src",
        &[
            "payback",
            "figures",
            "computed",
            "group_sum",
            "people",
            "explain",
            "could_explain",
            "post_prices",
            "findings",
            "borrow",
            "notes",
            "nice_numbers",
            "slider",
            "sensitivity",
            "presets",
            "timeline",
            "aims",
            "front",
            "also_said",
            "answer",
            "compare",
            "questions",
            "method",
            "day",
            "link",
            "pasted",
            "markup",
            "iframe",
            "scenario_file",
            "note_form",
        ],
    ),
    (
        "crates/cli/src",
        &["ending", "language", "output", "input", "rows", "read", "scenario", "arguments", "commands", "main"],
    ),
];

#[test]
fn no_module_uses_one_that_comes_after_it() {
    for (folder, order) in ORDER {
        for path in sources(Path::new(folder)) {
            let own = module(Path::new(folder), &path);
            if own == "lib" {
                continue;
            }
            let place = order.iter().position(|name| *name == own);
            let place = place.unwrap_or_else(|| panic!("{} is not in the order of the modules", path.display()));
            let text = fs::read_to_string(&path).unwrap();
            for later in &order[place + 1..] {
                let uses = text
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"))
                    .any(|line| line.contains(&format!("crate::{later}::")));
                assert!(!uses, "{} uses {later}", path.display());
            }
        }
    }
}

/// The rooms of the page. Each may use those before it, never those after it.
const ROOMS: [&str; 13] = [
    "pieces",
    "section",
    "state",
    "context",
    "browser",
    "programs",
    "parts",
    "numbers",
    "bringing",
    "handing_on",
    "screens",
    "shell",
    "document",
];

/// The source files of the page: their paths below `crate::ui`, and their code without comments.
type Page = BTreeMap<String, String>;

fn page() -> Page {
    let mut page = Page::new();
    for path in sources(Path::new("src/ui")) {
        let below = path.strip_prefix("src/ui").unwrap().with_extension("").to_str().unwrap().replace('/', "::");
        let name = below.strip_suffix("mod").map_or(below.as_str(), |folder| folder.trim_end_matches("::"));
        let text = fs::read_to_string(&path).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        page.insert(name.to_owned(), code.collect::<Vec<_>>().join("\n"));
    }
    page
}

fn room(file: &str) -> &str {
    file.split("::").next().unwrap()
}

/// The screen that a file is a part of.
fn screen(file: &str) -> Option<&str> {
    file.strip_prefix("screens::").map(room)
}

/// Every path that a text such as `a::{b, c::d}` names, up to the first character that belongs to no path.
fn paths(text: &str) -> Vec<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(text.len());
    let (start, rest) = text.split_at(end);
    let Some(start) = start.strip_suffix("::").filter(|_| rest.starts_with('{')) else { return vec![start.to_owned()] };
    let mut depth = 0;
    let mut items = vec![String::new()];
    for c in rest.chars().filter(|c| !c.is_whitespace()) {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            '{' if depth == 1 => {}
            '}' if depth == 0 => break,
            ',' if depth == 1 => items.push(String::new()),
            c => items.last_mut().unwrap().push(c),
        }
    }
    items.iter().flat_map(|item| paths(item)).map(|item| format!("{start}::{item}")).collect()
}

/// The files that a file uses. Its own parts are among them.
fn used<'p>(page: &'p Page, file: &str) -> BTreeSet<&'p str> {
    let code = &page[file];
    let named = code.match_indices("crate::ui::").flat_map(|(at, _)| paths(&code[at..]));
    let named = named.map(|path| path.trim_start_matches("crate::ui::").to_owned());
    let parts = code.lines().filter_map(|line| {
        let part = line.strip_suffix(';')?.rsplit_once("mod ").map(|(_, part)| part)?;
        Some(if file.is_empty() { part.to_owned() } else { format!("{file}::{part}") })
    });
    let owner = |path: String| {
        let mut path = path.as_str();
        loop {
            match page.get_key_value(path) {
                Some((name, _)) => return name.as_str(),
                None => path = path.rsplit_once("::").map_or("", |(parent, _)| parent),
            }
        }
    };
    named.chain(parts).map(owner).collect()
}

/// What is wrong with the order of the page's files.
fn faults(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, code) in page.iter().filter(|(file, _)| !file.is_empty()) {
        let Some(place) = ROOMS.iter().position(|name| *name == room(file)) else {
            faults.push(format!("{file} is in no room"));
            continue;
        };
        if code.contains("super::") || code.contains("self::") {
            faults.push(format!("{file} names another file by a path that does not begin at the root"));
        }
        for other in used(page, file) {
            if other.is_empty() || file.starts_with(&format!("{other}::")) {
                faults.push(format!("{file} uses what it is a part of"));
            } else if ROOMS[place + 1..].contains(&room(other)) {
                faults.push(format!("{file} uses {other}, which is in a later room"));
            } else if let (Some(own), Some(used)) = (screen(file), screen(other))
                && own != used
            {
                faults.push(format!("{file} uses another screen, {other}"));
            }
        }
    }
    // Whatever uses nothing, or is used by nothing, is on no circle.
    let mut left: BTreeMap<&str, BTreeSet<&str>> = page
        .keys()
        .map(|file| (file.as_str(), used(page, file).into_iter().filter(|other| other != file).collect()))
        .collect();
    loop {
        let is_on_circle = |file: &str| {
            left[file].iter().any(|other| left.contains_key(other)) && left.values().any(|used| used.contains(file))
        };
        let off: Vec<&str> = left.keys().copied().filter(|file| !is_on_circle(file)).collect();
        if off.is_empty() {
            break;
        }
        left.retain(|file, _| !off.contains(file));
    }
    if !left.is_empty() {
        faults.push(format!("a circle goes through {}", left.into_keys().collect::<Vec<_>>().join(", ")));
    }
    faults
}

#[test]
fn the_page_uses_its_rooms_in_order() {
    let page = page();
    let arrows: usize = page.keys().map(|file| used(&page, file).len()).sum();
    assert!(page.len() > 60 && arrows > 300, "only {} files and {arrows} uses were read", page.len());
    assert_eq!(faults(&page), Vec::<String>::new());
}

#[test]
fn a_use_against_the_order_of_the_rooms_is_found() {
    let found = |file: &str, line: &str| {
        let mut page = page();
        let code = page.get_mut(file).unwrap_or_else(|| panic!("there is no {file}"));
        code.extend(["\n", line, "\n"]);
        faults(&page).join("; ")
    };
    let planted = [
        (
            "parts::phrase",
            "use crate::ui::numbers::asker::Asker;",
            "phrase uses numbers::asker, which is in a later room",
        ),
        (
            "state",
            "use crate::ui::{words::use_words, browser::{focus, today::today}};",
            "state uses browser::focus, which",
        ),
        ("handing_on::copy", "fn f() { crate::ui::shell::app::App::new() }", "handing_on::copy uses shell::app, which"),
        ("screens::compare::views", "use crate::ui::screens::compare::Compare;", "views uses what it is a part of"),
        (
            "screens::findings",
            "use crate::ui::screens::overview::title;",
            "screens::findings uses another screen, screens::overview",
        ),
        ("parts::drawing", "use crate::ui::start;", "parts::drawing uses what it is a part of"),
        ("shell::edition", "use super::app::App;", "shell::edition names another file by a path that does not begin"),
        (
            "numbers::asker",
            "use crate::ui::numbers::panel::panel;",
            "a circle goes through numbers::asker, numbers::explanation, numbers::panel",
        ),
    ];
    for (file, line, fault) in planted {
        let found = found(file, line);
        assert!(found.contains(fault), "{file} with {line}: {found:?}");
    }
    let mut with_another_room = page();
    with_another_room.insert("attic".to_owned(), String::new());
    assert_eq!(faults(&with_another_room), ["attic is in no room"]);
}

/// Components without state or hooks of their own. Their parents render at every change, and what they are given seldom
/// changes.
const BARRIERS: [&str; 4] = [
    "parts::drawing::DrawingView",
    "screens::calculator::following::Results",
    "screens::method::transcripts::Transcripts",
    "shell::notices::Notices",
];

/// What Yew is given to begin with.
const ROOT: &str = "shell::app::App";

/// A component is some 2 KB of the page. What only shows what it is given is a function.
#[test]
fn components_hold_state_or_are_barriers() {
    let mut stateless = BTreeSet::new();
    for (file, code) in page() {
        for component in code.split("#[function_component]").skip(1) {
            let body = component.split("\n}").next().unwrap();
            let name = body.split_once("fn ").unwrap().1.split('(').next().unwrap();
            let hooks = body.split("use_").skip(1);
            if !hooks.clone().any(|hook| !hook.starts_with("page(") && !hook.starts_with("words(")) {
                stateless.insert(format!("{file}::{name}"));
            }
        }
    }
    assert_eq!(stateless, BARRIERS.into_iter().chain([ROOT]).map(str::to_owned).collect());
}
