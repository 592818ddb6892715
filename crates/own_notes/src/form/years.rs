//! For which years the form asks for an amount.

use std::collections::BTreeSet;

use super::tree::{Node, Tree};

/// How many years of the table have a field at most: as many as a schedule may name.
const MOST: u16 = 20;

/// The years of the amounts of a line, in order: those of the note's table in which the effort of the line may have begun, and all that
/// stand in the text. `scope` has the lines: a variant, or the note.
pub(super) fn of_amounts(
    tree: &Tree<'_>,
    scope: Node<'_>,
    line: Option<Node<'_>>,
    written: Option<Node<'_>>,
) -> Vec<String> {
    let year = |node: Node<'_>| tree.word(node)?.parse::<u16>().ok();
    let of = |node: Node<'_>, key: &str, index: &str| {
        let of_pair = node.get("years").and_then(|pair| pair.get(index));
        of_pair.or_else(|| node.get(key)).and_then(year)
    };
    let of_note = |key: &str, index: &str| of(scope, key, index).or_else(|| of(tree.root(), key, index));
    let mut years: BTreeSet<String> = BTreeSet::new();
    if let (Some(first), Some(last)) = (of_note("first", "0"), of_note("last", "1")) {
        let start = effort(tree, scope, line).and_then(|effort| effort.get("start")).and_then(year);
        let first = first.max(start.unwrap_or_default());
        let last = last.min(first.saturating_add(MOST.saturating_sub(1)));
        years.extend((first..=last).map(|year| format!("{year:04}")));
    }
    let written = written.and_then(Node::table);
    years.extend(written.into_iter().flat_map(|table| table.iter().map(|(key, _)| key.to_owned()).collect::<Vec<_>>()));
    years.into_iter().collect()
}

/// The effort of a line: the one that it names, or the only one.
pub(super) fn effort<'t>(tree: &'t Tree<'_>, scope: Node<'t>, line: Option<Node<'t>>) -> Option<Node<'t>> {
    let efforts = scope.get("effort").or_else(|| tree.root().get("effort")).map(Node::items).unwrap_or_default();
    match line.and_then(|line| line.get("effort")).and_then(|id| tree.word(id)) {
        Some(id) => {
            efforts.into_iter().find(|effort| effort.get("id").and_then(|own| tree.word(own)).as_ref() == Some(&id))
        }
        None => <[Node<'_>; 1]>::try_from(efforts).ok().map(|[only]| only),
    }
}
