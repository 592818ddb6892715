//! The fonts that pages are drawn with: the suite's own, whatever the machine has.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server;

/// A set of fonts, with a serif, a sans-serif and a monospaced family. A browser sees one set and no other font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fonts {
    /// `DejaVu`, as on a Debian without a desktop.
    Wide,
    /// The widths of Liberation, Arial and Times New Roman.
    Narrow,
}

impl Fonts {
    /// The variable that says where fontconfig finds its configuration.
    pub(crate) const VARIABLE: &'static str = "FONTCONFIG_FILE";

    /// The fontconfig file of this set.
    pub(crate) fn configuration(self) -> PathBuf {
        let name = match self {
            Self::Wide => "wide.conf",
            Self::Narrow => "narrow.conf",
        };
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        for package in ["dejavu-fonts-ttf", "@expo-google-fonts/tinos"] {
            let folder = root.join("node_modules").join(package);
            assert!(folder.is_dir(), "the fonts are not installed: run `tools/setup test` first");
        }
        root.join("tests/fonts").join(name)
    }
}

/// Runs a test of the layout with each set of fonts.
#[track_caller]
pub(crate) fn in_both_fonts(test: impl Fn(Fonts)) {
    for fonts in [Fonts::Wide, Fonts::Narrow] {
        test(fonts);
    }
}

#[test]
fn a_browser_sees_one_set_of_fonts_and_no_other() {
    const FAMILIES: [&str; 6] =
        ["system-ui", "sans-serif", "Georgia, serif", "serif", "ui-monospace, Menlo, monospace", ABSENT];
    // One engine puts its sans-serif in the place of what is not there, another its serif.
    const ABSENT: &str = "Helvetica";
    // How wide a word is in each family, without the sizes that a page's own style sheet would give it.
    const WIDTHS: &str = "return arguments[0].map((family) => {
        const word = document.createElement('span');
        word.style.font = `100px ${family}`;
        word.textContent = 'rusmiddel';
        document.body.append(word);
        return Math.round(word.getBoundingClientRect().width);
    });";
    for (fonts, sans, serif, monospaced) in [(Fonts::Wide, 498, 510, 542), (Fonts::Narrow, 434, 400, 540)] {
        let browser = Browser::start(fonts);
        browser.go(&format!("{}{}", server::origin(), server::BLANK));
        let widths = browser.look(WIDTHS, vec![json!(FAMILIES)]);
        let absent = if widths[5] == serif { serif } else { sans };
        assert_eq!(widths, Value::from(vec![sans, sans, serif, serif, monospaced, absent]), "{fonts:?}");
    }
}
