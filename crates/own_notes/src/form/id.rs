//! By which id links name the note of a text.

use super::convert::toml_of;
use super::tree::{Node, Tree};

/// The id of the note in a text: the one that it has, or the one that is made of its title. `None` where it has neither, where its id could be
/// none, or where the text has a mistake of form.
#[must_use]
pub fn id(text: &str) -> Option<String> {
    let text = toml_of(text);
    let tree = Tree::of(&text)?;
    let root = tree.root();
    let word = |node: Node<'_>| tree.word(node).filter(|word| !word.trim().is_empty());
    if let Some(id) = root.get("id").and_then(word) {
        return load::is_id(&id).then_some(id);
    }
    let title = root.get("title")?;
    let language = root.get("language").and_then(word).unwrap_or_default();
    let languages = [language.as_str(), "da", "en"];
    let title = languages.into_iter().find_map(|language| title.get(language)).unwrap_or(title);
    word(title).map(|title| load::id_of_title(&title))
}
