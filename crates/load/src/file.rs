//! Types with the form of the data files, `data/*.toml`. Items refer to each other by id, and only the form is checked
//! here. Fields that need no resolving have the types of [`model::note`], which also says what they mean.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use model::money;
use model::note::{
    Alternative, Group, Judged, Names, Origin, Part, Range, ReadBy, RemarkKind, ShareTerms, Side, Source, Staff,
    StatedPosts, Unit, Year,
};

/// A document without its lists, which are read item by item.
#[derive(Deserialize)]
pub(super) struct DocumentFile {
    /// Where editors find the schema of JSON files.
    #[serde(rename = "$schema")]
    _schema: Option<String>,
    pub(super) id: Option<String>,
    /// The file of the transcribed document, not this data file.
    pub(super) file: Option<String>,
    pub(super) read_by: Option<ReadBy>,
    pub(super) short: Option<Names>,
    pub(super) edition: Option<Names>,
    pub(super) title: Names,
    pub(super) official_title: Option<Names>,
    pub(super) edition_of: Option<String>,
    pub(super) budget: Option<Year>,
    pub(super) price_level: Option<Year>,
    pub(super) decision: Option<Names>,
    pub(super) risk: Option<Names>,
    /// What amounts are written in; thousands of kroner where left out.
    pub(super) unit: Option<AmountUnit>,
    /// The code of the language of wordings that are plain texts; Danish where left out.
    pub(super) language: Option<LanguageFile>,
}

/// The fields of a document that are lists, each of items that are read one by one.
pub(super) const LISTS_OF_DOCUMENT: [&str; 13] = [
    "table",
    "target",
    "statement",
    "result",
    "population",
    "follow_up",
    "remark",
    "count",
    "omitted",
    "omitted_count",
    "variant",
    "administration",
    "committee",
];

/// What a file may write its amounts in.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq)]
pub(super) enum AmountUnit {
    /// 1 kr.
    #[serde(rename = "kr")]
    Kroner,
    /// 1.000 kr.
    #[serde(rename = "thousands")]
    Thousands,
    /// 1.000.000 kr.
    #[serde(rename = "mio")]
    Millions,
}

#[derive(Deserialize, Clone, Copy)]
pub(super) enum LanguageFile {
    #[serde(rename = "da")]
    Danish,
    #[serde(rename = "en")]
    English,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetFile {
    pub(super) id: String,
    /// The target's own id where left out.
    pub(super) aim: Option<String>,
    pub(super) effort: String,
    pub(super) same_row: Option<String>,
    /// The aim where left out.
    pub(super) definition: Option<String>,
    pub(super) share: Option<DecimalFile>,
    pub(super) count: Option<u32>,
    pub(super) measure: Names,
    pub(super) follow_up: Option<Names>,
    pub(super) terms: Option<ShareTerms>,
    pub(super) source: Source,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ResultFile {
    pub(super) id: String,
    /// The aim of the effort's first target where left out.
    pub(super) aim: Option<String>,
    pub(super) effort: String,
    pub(super) share: Option<DecimalFile>,
    pub(super) count: Option<u32>,
    pub(super) measure: Names,
    pub(super) period: Names,
    pub(super) from: Year,
    pub(super) to: Year,
    /// That of the target with the same aim where left out.
    pub(super) definition: Option<String>,
    pub(super) also_counts: Option<Names>,
    pub(super) terms: Option<ShareTerms>,
    pub(super) source: Source,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FollowUpFile {
    pub(super) id: String,
    pub(super) effort: String,
    /// The ids of targets.
    #[serde(default)]
    pub(super) targets: Vec<String>,
    pub(super) says: Names,
    #[serde(default)]
    pub(super) happens: bool,
    pub(super) when: Names,
    pub(super) by: Option<Names>,
    pub(super) due: Option<Year>,
    pub(super) every_months: Option<u8>,
    pub(super) sources: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RemarkFile {
    pub(super) id: String,
    pub(super) kind: RemarkKind,
    pub(super) judges: Option<Judged>,
    /// The id of a driver.
    pub(super) grounds_for: Option<String>,
    /// The id of an effort.
    pub(super) joins: Option<String>,
    pub(super) effort: Option<String>,
    pub(super) says: Names,
    pub(super) years: Option<[Year; 2]>,
    /// Each written as `table/row`.
    #[serde(default)]
    pub(super) rows: Vec<String>,
    pub(super) source: Source,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatementFile {
    pub(super) id: String,
    pub(super) source: Source,
    pub(super) amount: Option<AmountFile>,
    pub(super) years: Option<[Year; 2]>,
    pub(super) area: Option<String>,
    /// Needed only where there is no amount, whose rows would be used.
    #[serde(default)]
    pub(super) rows: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AmountFile {
    #[serde(with = "money::decimal")]
    pub(super) thousands: Decimal,
    #[serde(with = "money::decimal")]
    pub(super) rounded_to: Decimal,
    /// Each written as `table/row`.
    pub(super) rows: Vec<String>,
    /// The first and the last year that the amount is about; every year of the rows where left out.
    pub(super) years: Option<[Year; 2]>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableFile {
    pub(super) id: String,
    pub(super) place: String,
    pub(super) title: String,
    /// Needed only where the document has several variants.
    pub(super) variant: Option<String>,
    /// The ids of efforts.
    #[serde(default)]
    pub(super) titled: Vec<String>,
    pub(super) current_prices: Option<Source>,
    pub(super) years: Vec<Year>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowFile {
    pub(super) id: String,
    pub(super) label: String,
    /// One cell per year, `""` where the document leaves it empty. A row without any printed cell has no cells here.
    #[serde(default)]
    pub(super) cells: Vec<CellFile>,
    pub(super) total: Option<CellFile>,
    pub(super) area: Option<String>,
    pub(super) committee: Option<String>,
    pub(super) key: Option<DecimalFile>,
    pub(super) appropriation: Option<String>,
    pub(super) staff: Option<Staff>,
    pub(super) series: Option<String>,
    #[serde(default)]
    pub(super) lost: bool,
    #[serde(default = "yes")]
    pub(super) adds_up: bool,
    /// The ids of the rows of this table that the row adds up.
    #[serde(default)]
    pub(super) parts: Vec<String>,
    /// The ids of the lines, in the table's variant, that the row adds up.
    #[serde(default)]
    pub(super) lines: Vec<String>,
}

const fn yes() -> bool {
    true
}

impl RuleFile {
    /// The ids of the drivers with the amounts of the line, and with what makes amounts of them: all but its people and posts.
    pub(super) fn amounts(&self) -> [Option<&str>; 2] {
        match self {
            Self::Staff { cost, .. } => [Some(cost), None],
            Self::Fixed { amount } | Self::PerCitizen { amount } | Self::PerOutcome { amount } => [Some(amount), None],
            Self::PerCourse { courses, amount } => [Some(courses), Some(amount)],
            Self::ShareOf { share, limit, .. } => [Some(share), limit.as_deref()],
            Self::PerEvent { probability, amount, .. } => [Some(probability), Some(amount)],
        }
    }
}

/// A number as it is written, or `""`.
#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct CellFile(pub(super) String);

#[derive(Deserialize)]
#[serde(transparent)]
pub(super) struct DecimalFile(#[serde(with = "money::decimal")] pub(super) Decimal);

/// A variant without its lists. A document with one variant may have these fields and lists itself.
#[derive(Deserialize)]
pub(super) struct VariantFile {
    pub(super) id: Option<String>,
    pub(super) name: Option<Names>,
    /// The first and the last year.
    pub(super) years: Option<[Year; 2]>,
    pub(super) first: Option<Year>,
    pub(super) last: Option<Year>,
    pub(super) savings_about: Option<Names>,
    pub(super) applied_for: Option<Source>,
}

/// The fields of a variant that a document holds itself.
#[derive(Deserialize)]
pub(super) struct OnlyVariantFile {
    pub(super) years: Option<[Year; 2]>,
    pub(super) first: Option<Year>,
    pub(super) last: Option<Year>,
    pub(super) savings_about: Option<Names>,
    pub(super) applied_for: Option<Source>,
}

/// The fields of a variant, beside `id` and `name`, that a document with one variant may have itself.
pub(super) const FIELDS_OF_VARIANT: [&str; 5] = ["years", "first", "last", "savings_about", "applied_for"];

/// The lists of a variant.
pub(super) const LISTS_OF_VARIANT: [&str; 4] = ["effort", "driver", "line", "printed_payback"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EffortFile {
    pub(super) id: Option<String>,
    pub(super) name: Names,
    pub(super) about: Option<Names>,
    pub(super) start: Option<Year>,
    /// The ids of drivers, from here to `effect`.
    pub(super) length: String,
    pub(super) citizens: Option<String>,
    /// The share of the citizens who are there in each year, of which the last one goes on.
    pub(super) phase_in: Option<Vec<DecimalFile>>,
    pub(super) caseload: Option<String>,
    pub(super) effect: Option<EffectFile>,
    pub(super) outcome: Option<Names>,
    /// Instead of `outcome`: what people do, or avoid.
    pub(super) achieves: Option<Names>,
    pub(super) savings_like: Option<String>,
    pub(super) consultants: Option<StatedPosts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EffectFile {
    pub(super) first: Option<String>,
    pub(super) full: String,
    pub(super) residual: Option<String>,
    /// The id of a target of the document.
    pub(super) target: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DriverFile {
    pub(super) id: String,
    pub(super) name: Names,
    pub(super) mention: Option<Names>,
    pub(super) group: Option<Group>,
    pub(super) unit: Unit,
    #[serde(with = "money::decimal")]
    pub(super) value: Decimal,
    pub(super) origin: Option<Origin>,
    #[serde(default)]
    pub(super) part: Vec<Part>,
    pub(super) range: Option<Range>,
    pub(super) follows: Option<FollowsFile>,
    #[serde(default)]
    pub(super) alternative: Vec<Alternative>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FollowsFile {
    pub(super) driver: String,
    pub(super) origin: Option<Origin>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LineFile {
    pub(super) id: Option<String>,
    pub(super) name: Names,
    /// Needed only where the variant has several efforts.
    pub(super) effort: Option<String>,
    pub(super) side: Side,
    pub(super) rule: RuleFile,
    #[serde(default)]
    pub(super) schedule: ScheduleFile,
    /// An id or a name of a steering area, or free text.
    pub(super) area: String,
    /// Ids, or names in free text.
    #[serde(default)]
    pub(super) administrations: Vec<String>,
    #[serde(default)]
    pub(super) committees: Vec<CommitteeShareFile>,
    /// The printed row that the line reproduces, written as `table/row`.
    pub(super) row: Option<String>,
    pub(super) basis: Option<Names>,
    /// Written as `effort/row`. Needed only where another note has the same row.
    pub(super) same_row: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CommitteeShareFile {
    /// An id, or a name in free text.
    pub(super) committee: String,
    #[serde(with = "money::decimal")]
    pub(super) share: Decimal,
}

/// When a line has its amount: by phase (`first`, `running`), year by year (`years`, `amounts`), or in one year only (`once`).
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct ScheduleFile {
    pub(super) first: Option<DecimalFile>,
    pub(super) running: Option<DecimalFile>,
    /// One share for each year of the effort. The last one goes on while the effort runs.
    pub(super) years: Option<Vec<DecimalFile>>,
    /// The amounts of named years, of a line with an amount a year; that one is the highest. Years that are not named have
    /// nothing.
    pub(super) amounts: Option<OfYears>,
    /// The year of the effort, counted from 1, that has the whole amount; the others have nothing.
    pub(super) once: Option<u16>,
    pub(super) after: Option<DecimalFile>,
}

impl ScheduleFile {
    /// Whether nothing is said of when the line has its amount.
    pub(super) const fn is_empty(&self) -> bool {
        let Self { first, running, years, amounts, once, after } = self;
        first.is_none()
            && running.is_none()
            && years.is_none()
            && amounts.is_none()
            && once.is_none()
            && after.is_none()
    }
}

/// The name by which the reader knows a table with years as its fields. Every other table of any fields is a wording.
pub(super) const OF_YEARS: &str = "OfYears";

/// Numbers by year, as the year is written.
pub(super) struct OfYears(pub(super) BTreeMap<String, DecimalFile>);

impl<'de> Deserialize<'de> for OfYears {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Years;

        impl<'de> Visitor<'de> for Years {
            type Value = OfYears;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("numbers by year")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OfYears, A::Error> {
                let mut of_years = BTreeMap::new();
                while let Some((year, number)) = map.next_entry()? {
                    of_years.insert(year, number);
                }
                Ok(OfYears(of_years))
            }

            fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<OfYears, D::Error> {
                deserializer.deserialize_map(self)
            }
        }

        deserializer.deserialize_newtype_struct(OF_YEARS, Years)
    }
}

/// The kinds of line, with the ids of drivers. Citizens, caseload and effect are those of the line's effort.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum RuleFile {
    /// Posts × cost. Where `posts` is left out, they are the effort's citizens ÷ caseload.
    Staff {
        posts: Option<String>,
        cost: String,
    },
    Fixed {
        amount: String,
    },
    PerCitizen {
        amount: String,
    },
    PerOutcome {
        amount: String,
    },
    /// Courses in a year × amount for each.
    PerCourse {
        courses: String,
        amount: String,
    },
    /// A share of what other lines come to in the year, and at most `limit`: an amount a year, or one for each citizen or each post.
    /// The lines stand above this one.
    ShareOf {
        /// The ids of lines.
        lines: Vec<String>,
        share: String,
        limit: Option<String>,
    },
    /// People × the probability of an event × what each event costs. Where `people` is left out, they are the effort's citizens.
    PerEvent {
        people: Option<String>,
        probability: String,
        amount: String,
    },
}

/// An administration or a committee that the file names itself.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BodyFile {
    pub(super) id: Option<String>,
    pub(super) short: Option<String>,
    pub(super) name: Names,
}
