//! The fonts of the pictures. They come from npm packages that the build installs, and nothing that the machine has besides is looked
//! at.

use std::sync::Arc;

use resvg::usvg::Options;
use resvg::usvg::fontdb::{Database, Family, Query, Weight};

use super::PictureError;

/// The files of the fonts, as their packages have them below the repository.
pub const FILES: [&str; 4] = [
    "node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
    "node_modules/@expo-google-fonts/source-serif-4/700Bold/SourceSerif4_700Bold.ttf",
    "node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
    "node_modules/@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
];

/// The family of the sentence, and that of everything else.
pub(super) const SERIF: &str = "Source Serif 4";
pub(super) const SANS: &str = "Source Sans 3";

/// The weights of letters: in sentences and in charts, plain and strong.
pub(super) const PLAIN: u16 = 400;
pub(super) const STRONG_SERIF: u16 = 700;
pub(super) const STRONG_SANS: u16 = 600;

/// The fonts that pictures are drawn with.
#[derive(Debug, Clone)]
pub struct Fonts(Arc<Database>);

impl Fonts {
    /// The fonts in the contents of [`FILES`].
    ///
    /// # Errors
    /// Returns [`PictureError::Font`] where a family or a weight of it is missing: other letters would take its place.
    pub fn of(contents: impl IntoIterator<Item = Vec<u8>>) -> Result<Self, PictureError> {
        let mut database = Database::new();
        for content in contents {
            database.load_font_data(content);
        }
        for (family, weight) in [(SERIF, PLAIN), (SERIF, STRONG_SERIF), (SANS, PLAIN), (SANS, STRONG_SANS)] {
            let query = Query { families: &[Family::Name(family)], weight: Weight(weight), ..Query::default() };
            let found = database.query(&query).and_then(|id| database.face(id));
            if found.is_none_or(|face| face.weight != Weight(weight)) {
                return Err(PictureError::Font(format!("{family} {weight}")));
            }
        }
        // The charts ask for the machine's letters, and in the end for any without serifs.
        database.set_sans_serif_family(SANS);
        Ok(Self(Arc::new(database)))
    }

    /// How many fonts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// How a picture is read. A text that names no font has letters without serifs.
    pub(super) fn options(&self) -> Options<'static> {
        Options { fontdb: self.0.clone(), font_family: SANS.to_owned(), ..Options::default() }
    }
}
