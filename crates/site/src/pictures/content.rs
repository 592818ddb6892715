//! What the pictures say and show. The sentences and the charts are those of the page.

use charts::marks::Drawing;
use engine::answer::answer;
use engine::computed::Computed;
use engine::front::{Lead, efforts, lead};
use engine::notes::Library;
use engine::people::People;
use model::evaluate::{Perspective, View};
use model::note::{Note, Reached, Year};
use model::scenario::Scenario;
use rust_decimal::Decimal;
use words::{Phrase, WhoseShare, Words};

/// How many people the dots of the front stand for, and how many of them are in a row: a square is seen to be a hundred.
const HUNDRED: u32 = 100;
const IN_A_ROW: u32 = 10;
/// The width that such a row is drawn in. The dots keep their distances in it.
const ROW_WIDTH: f64 = 140.0;

/// What a picture shows.
pub struct Content<'n> {
    /// The line at the top: what the picture is about.
    pub about: String,
    /// The sentences that the picture is there for, each of which begins in a new line.
    pub sentences: Vec<Phrase>,
    /// The name of the chart.
    pub chart_name: String,
    /// The chart.
    pub chart: Chart<'n>,
    /// The name of the page.
    pub site: &'static str,
    /// Whose figures they are.
    pub source: String,
    /// The language.
    pub words: Words,
}

impl Content<'_> {
    /// What the picture says to those who do not see it.
    #[must_use]
    pub fn says(&self) -> String {
        let sentences: Vec<String> = self.sentences.iter().map(Phrase::text).collect();
        format!("{} {}: {}.", sentences.join(" "), self.about.trim_end_matches('.'), self.chart_name)
    }
}

/// The chart of a picture, which is drawn when the room for it is known.
pub enum Chart<'n> {
    /// What was spent less what was saved, added up year by year.
    Cumulative {
        /// The amounts.
        view: View,
        /// The first year.
        first: Year,
        /// The years within which a payback is looked for.
        horizon: u32,
    },
    /// The costs of each effort, year by year.
    Costs(Box<Computed<'n>>, Perspective),
    /// A dot for each of a hundred people.
    People(People),
}

impl Chart<'_> {
    /// The chart of this width. `most_height` is how high it should be at most, as the calculator takes it: what is written on it may make
    /// it higher.
    pub(crate) fn drawing(&self, (width, most_height): (f64, f64), words: Words) -> Drawing {
        match self {
            Self::Cumulative { view, first, horizon } => {
                // Nobody has changed anything, so there is one line, and it needs no name. What the documents' own ranges make of it needs
                // an explanation that a picture has no room for.
                let lines = (view, view, &[] as &[_]);
                charts::cumulative(
                    lines,
                    (*first, *horizon, &Reached::JobOrEducation),
                    ("", ""),
                    "",
                    words,
                    (width, most_height),
                )
                .drawing
            }
            Self::Costs(computed, perspective) => {
                charts::costs_by_year(computed, computed, *perspective, words, (width, most_height))
            }
            Self::People(people) => Drawing { width: ROW_WIDTH, ..charts::people(people, ROW_WIDTH) },
        }
    }

    /// Whether the chart is drawn in one width, whatever the room.
    pub(super) const fn has_own_width(&self) -> bool {
        matches!(self, Self::People(_))
    }
}

/// The picture of a note as published, never of one with savings of another: its answer and its chart. `None` where nobody has paid or
/// saved anything.
#[must_use]
pub fn of_note(note: Note<'_>, words: Words) -> Option<Content<'_>> {
    let perspective = Perspective::headline(note.variant);
    let computed = Computed::of(Scenario::baseline(note))?;
    let sentence = words.answer(&answer(&computed, perspective));
    let labels = &words.labels().chart;
    // As in the calculator: where nothing is saved, a line of added-up costs says nothing.
    let (chart_name, chart) = if perspective.states_savings(note.variant) {
        let view = computed.outcome.view(perspective)?.clone();
        let first = computed.outcome.years.first().copied()?;
        let horizon = computed.scenario.horizon().years();
        (labels.chart, Chart::Cumulative { view, first, horizon })
    } else {
        (labels.costs_by_year, Chart::Costs(Box::new(computed), perspective))
    };
    let suffix = match perspective {
        Perspective::Total => String::new(),
        other => format!(" · {}", words.perspective(other, note.variant)),
    };
    Some(Content {
        about: words.note_name(note),
        sentences: vec![sentence],
        chart_name: format!("{chart_name}{suffix}"),
        chart,
        site: words.labels().shell.site,
        source: format!("{}, {}", words.labels().sharing.figures_from, words.prices(note.document)),
        words,
    })
}

/// The picture of the front: its question, how many of a hundred reach a job in the effort that costs most, and a dot for each of them.
/// `None` where its note does not say.
#[must_use]
pub fn of_front(library: &Library, words: Words) -> Option<Content<'_>> {
    let effort = efforts(library).into_iter().next()?;
    let question = words.front_question(&effort);
    let Lead { effort, share, of, .. } = lead(&effort)?;
    let share = effort.note.variant.driver(share)?.value;
    let people = People {
        effort: effort.index,
        places: HUNDRED,
        per_consultant: Some(IN_A_ROW),
        in_job: share.checked_mul(Decimal::from(HUNDRED)),
        share_is_of: None,
    };
    Some(Content {
        about: words.labels().shell.tagline.to_owned(),
        sentences: vec![Phrase::default().strong(question), words.of_hundred(share, of, WhoseShare::Target)],
        // The share is the note's, which is a target and no result.
        chart_name: format!("{} · {}", words.named(&effort.effort.name), words.target_share(share)),
        chart: Chart::People(people),
        site: words.labels().shell.site,
        source: format!("{}, {}", words.labels().sharing.figures_from, words.prices(effort.note.document)),
        words,
    })
}
