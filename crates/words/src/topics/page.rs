//! The page itself, and what stands around it in other places.

use crate::Words;

impl Words {
    /// That the printed tables can be read where the page cannot start. `tables` is the link to them.
    #[must_use]
    pub fn readable_tables(self, tables: &str) -> String {
        self.messages().entry.readable_tables(tables)
    }

    /// The help below the field for the title of a link; `longest` is in characters.
    #[must_use]
    pub fn title_help(self, longest: usize) -> String {
        self.messages().sharing.title_help(longest)
    }

    /// The foot of the page: its name and version.
    #[must_use]
    pub fn foot(self, version: &str) -> String {
        format!("{} {version}", self.labels().shell.site)
    }
}
