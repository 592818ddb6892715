//! What is worth a look in a note and hinders nothing: rows that leave the phase-in of their effort, and things that nobody can tell apart
//! in a list.

use std::collections::HashMap;

use model::language::in_small_letters;

use super::choices::Choices;
use super::faults::all_shown;
use super::tree::Node;
use super::years;
use engine::note_form::{Group, Hindrance, NoteForm, Part};

/// The lists whose items people choose by their names.
const CHOSEN_BY_NAME: [&str; 3] = ["effort", "driver", "line"];

/// A remark, and the paths of all groups that say it.
struct Remark {
    paths: Vec<String>,
    sentence: String,
}

/// Adds what is worth a look to a form, and to the groups that it is about.
pub(super) fn add(form: &mut NoteForm, choices: Choices<'_, '_>) {
    let root = choices.tree.root();
    let variants = root.get("variant").map(Node::items).unwrap_or_default();
    let of_variants = variants.into_iter().enumerate().map(|(index, variant)| (format!("/variant/{index}"), variant));
    let mut remarks = Vec::new();
    for (path, scope) in std::iter::once((String::new(), root)).chain(of_variants) {
        add_same_names(&path, scope, choices, &mut remarks);
        add_own_schedules(&path, scope, choices, &mut remarks);
    }
    let shown = all_shown(form, choices.words);
    let mut told: HashMap<String, Vec<String>> = HashMap::new();
    for Remark { paths, sentence } in remarks {
        for path in &paths {
            told.entry(path.clone()).or_default().push(sentence.clone());
        }
        let path = paths.last().cloned();
        let name = path.as_ref().and_then(|path| shown.get(path)).cloned().unwrap_or_default();
        form.remarks.push(Hindrance { path, name, sentence });
    }
    for section in &mut form.sections {
        put(section, &mut told);
    }
}

/// Items of a list with the same name. Rows of different efforts stand apart.
fn add_same_names(above: &str, scope: Node<'_>, choices: Choices<'_, '_>, remarks: &mut Vec<Remark>) {
    let word = |item: Node<'_>, key: &str| item.get(key).and_then(|node| choices.tree.word(node)).unwrap_or_default();
    for list in CHOSEN_BY_NAME {
        let mut first: HashMap<(String, String), usize> = HashMap::new();
        for (index, item) in scope.get(list).map(Node::items).unwrap_or_default().into_iter().enumerate() {
            let Some(name) = item.get("name").and_then(|name| choices.wording(name)) else { continue };
            let effort = if list == "line" { word(item, "effort") } else { String::new() };
            let before = *first.entry((in_small_letters(name.trim()), effort)).or_insert(index);
            if before == index {
                continue;
            }
            let places = [before, index].map(|index| index.saturating_add(1));
            let of = choices.name(&format!("note.{list}")).unwrap_or_default();
            let paths = [before, index].map(|index| format!("{above}/{list}/{index}")).to_vec();
            remarks.push(Remark { paths, sentence: choices.words.form_same_name(name.trim(), &of, places) });
        }
    }
}

/// Rows that would come bit by bit with the people of their effort, and have a schedule of their own instead.
fn add_own_schedules(above: &str, scope: Node<'_>, choices: Choices<'_, '_>, remarks: &mut Vec<Remark>) {
    for (index, line) in scope.get("line").map(Node::items).unwrap_or_default().into_iter().enumerate() {
        let Some(schedule) = line.get("schedule").filter(|it| it.table().is_some_and(|table| !table.is_empty())) else {
            continue;
        };
        let Some(effort) = years::effort(choices.tree, scope, Some(line)) else { continue };
        if effort.get("phase_in").is_none() || !follows_people(line, effort, choices) {
            continue;
        }
        let amounts = schedule.get("amounts").is_some();
        let phase_in = choices.name("effort.phase_in").unwrap_or_default();
        let own = choices.name(if amounts { "line.schedule.amounts" } else { "line.schedule" }).unwrap_or_default();
        let paths = vec![format!("{above}/line/{index}/schedule")];
        remarks.push(Remark { paths, sentence: choices.words.form_own_schedule(&own, &phase_in) });
    }
}

/// Whether a row is counted by the people of its effort, or by the consultants whom they need.
fn follows_people(line: Node<'_>, effort: Node<'_>, choices: Choices<'_, '_>) -> bool {
    let Some(rule) = line.get("rule") else { return false };
    let word = |node: Node<'_>, key: &str| node.get(key).and_then(|node| choices.tree.word(node));
    let citizens = word(effort, "citizens");
    let of_event = |event: Node<'_>| word(event, "people").is_none_or(|people| Some(people) == citizens);
    rule.get("per-citizen").is_some()
        || rule.get("per-outcome").is_some()
        || rule.get("staff").is_some_and(|staff| word(staff, "posts").is_none())
        || rule.get("per-event").is_some_and(of_event)
}

fn put(group: &mut Group, told: &mut HashMap<String, Vec<String>>) {
    group.remarks = told.remove(&group.path).unwrap_or_default();
    for part in &mut group.parts {
        if let Part::Group(inner) = part {
            put(inner, told);
        }
    }
}
