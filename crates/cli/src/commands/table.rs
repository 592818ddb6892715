//! `table`: a scenario for many values of its drivers.

mod vary;

use api::edge;
use engine::computed::Computed;
use engine::payback::{Convention, Payback};
use files::csv::Marks;
use model::evaluate::Perspective;
use model::note::{Note, Year};
use model::scenario::Scenario;
use rust_decimal::Decimal;
use words::Words;

use self::vary::{Varied, combinations};
use crate::arguments::Table;
use crate::ending::{Ending, Stopped};
use crate::output;
use crate::read;
use crate::scenario::Opened;

/// Does it.
///
/// # Errors
/// [`Stopped`] where a file, the link or a value cannot be used, or the output cannot be written.
pub(crate) fn run(arguments: &Table, words: Words) -> Result<Ending, Stopped> {
    let notes = read::notes(&arguments.subject.notes.files, words)?;
    let opened = Opened::of(&notes.library, &arguments.subject.link, words)?;
    let varied = Varied::all(opened.computed.note(), &arguments.vary, words)?;
    let rows: Vec<(Vec<Decimal>, Computed<'_>)> = combinations(&varied)?
        .into_iter()
        .map(|values| Ok((values.clone(), computed(&opened.computed.scenario, &varied, &values, words)?)))
        .collect::<Result<_, Stopped>>()?;
    let years = rows.iter().map(|(_, computed)| &computed.outcome.years).max_by_key(|years| years.len());
    let sheet = Sheet {
        note: opened.computed.note(),
        perspective: opened.perspective,
        conventions: Convention::all(opened.computed.scenario.rate()),
        years: years.cloned().unwrap_or_default(),
        marks: arguments.excel.map_or(Marks::for_programs(), Marks::of),
        is_raw: arguments.raw,
        words,
    };
    let lines = rows.iter().map(|(values, computed)| sheet.row(&varied, values, computed));
    let lines: Vec<Vec<String>> = [sheet.head(&varied)].into_iter().chain(lines).collect();
    let file = sheet.marks.file(&lines).map_err(|error| Stopped::File(format!("the table: {error}")))?;
    output::bytes(&file)?;
    Ok(opened.ending)
}

/// The scenario with one value for each varied driver.
fn computed<'n>(
    scenario: &Scenario<'n>,
    varied: &[Varied<'n>],
    values: &[Decimal],
    words: Words,
) -> Result<Computed<'n>, Stopped> {
    let mut scenario = scenario.clone();
    for (varied, value) in varied.iter().zip(values) {
        let rejected = |rejection| Stopped::Misused(varied.sentence(&words.rejected(rejection, varied.driver), words));
        scenario.set(varied.ix, *value).map_err(rejected)?;
    }
    Computed::of(scenario).ok_or_else(|| Stopped::Misused("the scenario has no outcome".to_owned()))
}

/// What the columns are.
struct Sheet<'n> {
    note: Note<'n>,
    perspective: Perspective,
    conventions: [Convention; 4],
    /// The years of the longest row.
    years: Vec<Year>,
    marks: Marks,
    /// Whether ids and codes stand in the place of names and words.
    is_raw: bool,
    words: Words,
}

impl Sheet<'_> {
    fn head(&self, varied: &[Varied<'_>]) -> Vec<String> {
        let words = self.words;
        let labels = words.labels();
        let drivers = varied.iter().map(|varied| {
            let name = || format!("{} ({})", words.driver_name(varied.driver), words.unit(varied.driver.unit));
            if self.is_raw { varied.driver.id.clone() } else { name() }
        });
        let (net, unit) = (labels.figures.net, labels.figures.thousands);
        let sums = if self.is_raw {
            ["net".to_owned(), "payback-kind".to_owned()]
        } else {
            let whose = words.perspective(self.perspective, self.note.variant);
            [format!("{net}, {whose} ({unit})"), labels.figures.paid_back.to_owned()]
        };
        let paybacks = self.conventions.map(|convention| {
            if self.is_raw {
                return files::payback_id(convention);
            }
            let rate = convention.rate().map(|rate| format!(", {}", words.locale().percent(rate)));
            let name = words.convention(convention).name;
            format!("{}: {name}{}", labels.export.payback_years, rate.unwrap_or_default())
        });
        let years = self
            .years
            .iter()
            .map(|year| if self.is_raw { format!("net.{year}") } else { format!("{net} {year} ({unit})") });
        let columns = drivers.chain(sums).chain(paybacks).chain(years);
        columns.map(|text| self.marks.text(&text)).collect()
    }

    fn row(&self, varied: &[Varied<'_>], values: &[Decimal], computed: &Computed<'_>) -> Vec<String> {
        let on_screen = |(varied, value): (&Varied<'_>, &Decimal)| {
            self.marks.number(value.checked_mul(varied.driver.unit.scale()).unwrap_or(*value))
        };
        let seen = computed.seen_from(self.perspective);
        let kind = if self.is_raw {
            code(seen.payback)
        } else {
            self.words.payback_in_short(self.perspective.reached(computed.note().variant), seen.payback)
        };
        let sums = [self.marks.number(seen.net.decimal()), self.marks.text(&kind)];
        let paybacks = self.conventions.map(|convention| match computed.payback(self.perspective, convention) {
            Payback::Reached { years, .. } => self.marks.rounded(years),
            Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoCosts | Payback::NoSavings => {
                String::new()
            }
        });
        let net = computed.outcome.view(self.perspective).map_or(&[][..], |view| &view.net);
        let cell = |column: usize| net.get(column).map(|cell| self.marks.number(cell.decimal())).unwrap_or_default();
        let years = (0..self.years.len()).map(cell);
        let drivers = varied.iter().zip(values).map(on_screen);
        drivers.chain(sums).chain(paybacks).chain(years).collect()
    }
}

/// The code of a payback, which the JavaScript package has as `kind`.
fn code(payback: Payback) -> String {
    let value = serde_json::to_value(edge::Payback::from(payback)).unwrap_or_default();
    value.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}
