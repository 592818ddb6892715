//! How tests find things on the page: as a reader does, by what a thing is and what it is called.
//!
//! Whatever can be pressed is found by its role and its accessible name, a region by the heading that names it, a row or a
//! driver by the id that the data gives it, and a part that has neither role nor name by its `data-part`. A text such as
//! `"main h1"` finds elements by what they are. Nothing is found by a class: classes belong to the style sheet, and
//! `tests/selectors.rs` sees to that.

use serde_json::{Value, json};

/// What to look for: steps, each inside what the step before it has found.
#[derive(Debug, Clone)]
pub(crate) struct Find(Vec<Step>);

#[derive(Debug, Clone)]
struct Step {
    /// What the element is.
    css: String,
    /// Its accessible name, in which `…` stands for anything; `None` for any name.
    name: Option<String>,
    /// Whether it stands beside what the step before it has found, not inside that.
    is_beside: bool,
}

impl Find {
    fn one(css: impl Into<String>, name: Option<&str>) -> Self {
        Self(vec![Step { css: css.into(), name: name.map(str::to_owned), is_beside: false }])
    }

    /// The same, inside something else.
    pub(crate) fn inside(self, outer: impl Into<Self>) -> Self {
        let Self(mut steps) = outer.into();
        steps.extend(self.0);
        Self(steps)
    }

    /// The same, beside something else: inside the same parent.
    pub(crate) fn beside(mut self, other: impl Into<Self>) -> Self {
        if let Some(first) = self.0.first_mut() {
            first.is_beside = true;
        }
        self.inside(other)
    }

    /// The steps as `find.js` reads them.
    pub(crate) fn steps(&self) -> Value {
        let steps = self.0.iter();
        steps.map(|Step { css, name, is_beside }| json!({ "css": css, "name": name, "beside": is_beside })).collect()
    }
}

impl From<&str> for Find {
    fn from(css: &str) -> Self {
        Self::one(css, None)
    }
}

impl From<String> for Find {
    fn from(css: String) -> Self {
        Self::one(css, None)
    }
}

/// The button with this name.
pub(crate) fn button(name: &str) -> Find {
    Find::one("button", Some(name))
}

/// The link with this name.
pub(crate) fn link(name: &str) -> Find {
    Find::one("a[href]", Some(name))
}

/// The link to a note among those of an effort on the front.
pub(crate) fn way_to(note: &str) -> Find {
    Find::from(format!("section[aria-labelledby^=band-] li a[href*='note={note}']"))
}

/// What opens and closes the disclosure with this name.
pub(crate) fn disclosure(name: &str) -> Find {
    Find::one("summary", Some(name))
}

/// Elements by what they are.
pub(crate) fn element(css: &str) -> Find {
    css.into()
}

/// The section or navigation that is named by what has this id: its heading, in whatever language.
pub(crate) fn region(named_by: &str) -> Find {
    Find::from(format!(":is(section, nav)[aria-labelledby={named_by}]"))
}

/// The drawing that is named by what has this id.
pub(crate) fn drawing(named_by: &str) -> Find {
    Find::from(format!("svg[aria-labelledby={named_by}]"))
}

/// All charts of the screen, also those that are not in sight.
pub(crate) fn charts() -> Find {
    "main svg[aria-labelledby]:not([aria-labelledby=qr-title])".into()
}

/// The open explanation of a number.
pub(crate) fn explanation() -> Find {
    "[role=region][aria-labelledby=explanation-title]".into()
}

/// A part that has neither a role nor a name of its own.
pub(crate) fn part(name: &str) -> Find {
    Find::from(format!("[data-part={name}]"))
}

/// The driver with this id: its field, its slider and all that is said of it.
pub(crate) fn driver(id: &str) -> Find {
    Find::from(format!("[data-driver={id}]"))
}

/// All drivers on the page.
pub(crate) fn drivers() -> Find {
    "[data-driver]".into()
}

/// The row of the budget table with this id.
pub(crate) fn line(id: &str) -> Find {
    Find::from(format!("tr[data-line={id}]"))
}

/// What the page says to readers who cannot see it change.
pub(crate) fn status() -> Find {
    "[role=status]".into()
}

/// Every number that explains itself when it is pressed.
pub(crate) fn numbers() -> Find {
    "a[aria-expanded]".into()
}
