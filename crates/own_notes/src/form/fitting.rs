//! Which items may be chosen in a field: assumptions that are counted in what the field needs, and rows of tables that show nothing else.

use super::choices::{Choices, Named};
use super::tree::Node;

/// The units of the assumptions that a field may name, as the format writes them; empty where that follows from the item that it is in.
/// The loader refuses any other.
fn units(of: &str) -> &'static [&'static str] {
    match of {
        "effort.length" => &["years"],
        "effort.citizens" | "line.rule.per-event.people" => &["citizens"],
        "effort.caseload" => &["citizens-per-post"],
        "effort.effect.first"
        | "effort.effect.full"
        | "effort.effect.residual"
        | "line.rule.per-event.probability"
        | "line.rule.share-of.share" => &["share"],
        "line.rule.staff.posts" => &["posts"],
        "line.rule.staff.cost" => &["cost-per-post"],
        "line.rule.fixed.amount" => &["amount-per-year"],
        "line.rule.per-citizen.amount" | "line.rule.per-outcome.amount" => &["amount-per-outcome"],
        "line.rule.per-course.courses" => &["courses"],
        "line.rule.per-course.amount" | "line.rule.per-event.amount" => &["amount-each"],
        "line.rule.share-of.limit" => &["amount-per-year", "amount-per-outcome", "cost-per-post"],
        _ => &[],
    }
}

/// The field in which an assumption names the one that it follows.
const FOLLOWED: &str = "driver.follows.driver";

/// What may be chosen in a field, and what it needs where there is nothing of the kind.
pub(super) struct Fitting {
    pub(super) options: Vec<(String, String)>,
    /// That nothing fits, in a sentence; empty where something does.
    pub(super) none: String,
}

impl Choices<'_, '_> {
    /// The assumptions that fit a field. One that does not say yet what it is counted in fits everywhere. `of`: what wordings call the field,
    /// `path`: that of the field, `unit`: that of the assumption that it belongs to, `value`: what is chosen in it, which stays.
    pub(super) fn drivers_for(
        &self,
        of: &str,
        path: &str,
        scope: Node<'_>,
        unit: Option<&str>,
        value: &str,
    ) -> Fitting {
        let follows = of == FOLLOWED;
        let units: Vec<&str> = if follows { unit.into_iter().collect() } else { units(of).to_vec() };
        // The path ends with the index of the assumption, `follows` and `driver`.
        let own = path.rsplit('/').nth(2).and_then(|index| index.parse::<usize>().ok());
        let fits = |(index, named): &(usize, Named<'_>)| {
            let counted_in = named.item.get("unit").and_then(|unit| self.tree.word(unit)).unwrap_or_default();
            let may_be_followed = own != Some(*index) && named.item.get("follows").is_none();
            let is_of_unit = units.is_empty() || counted_in.is_empty() || units.contains(&counted_in.as_str());
            named.id == value || (is_of_unit && (!follows || may_be_followed))
        };
        let found: Vec<Named<'_>> =
            self.named_items("driver", scope).into_iter().enumerate().filter(fits).map(|(_, named)| named).collect();
        let none = if found.is_empty() && !units.is_empty() && !follows {
            let name = |unit: &&str| self.choice("driver.unit", unit);
            self.words.form_none_fits(&units.iter().map(name).collect::<Vec<_>>())
        } else {
            String::new()
        };
        Fitting { options: told_apart(&found, self.words), none }
    }

    /// The rows of printed tables that may be that of a line: those that add up no others and that no other line has. `value`: the one that is
    /// chosen, which stays.
    pub(super) fn rows_for(&self, scope: Node<'_>, value: &str) -> Vec<(String, String)> {
        let lines = scope.get("line").map(Node::items).unwrap_or_default();
        let taken: Vec<String> = lines.into_iter().filter_map(|line| self.tree.word(line.get("row")?)).collect();
        let fits = |(id, _): &(String, String)| id == value || !taken.contains(id);
        let alone = |row: Node<'_>| row.get("parts").is_none_or(|parts| parts.items().is_empty());
        let all = self.rows_where(|id, row| id == value || alone(row));
        all.into_iter().filter(fits).collect()
    }
}

/// Items with their names; those that have the same one with their ids too.
pub(super) fn told_apart(items: &[Named<'_>], words: words::Words) -> Vec<(String, String)> {
    let is_alone = |name: &str| items.iter().filter(|other| other.name == name).count() == 1;
    let said = |named: &Named<'_>| {
        let name = &named.name;
        let name = if is_alone(name) { name.clone() } else { words.form_with_value(name, &named.id) };
        (named.id.clone(), name)
    };
    items.iter().map(said).collect()
}
