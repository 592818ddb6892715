//! What a post costs, in rows whose posts should cost the same; and the consultants that citizens and caseload give.

use rust_decimal::Decimal;

use super::check::{Check, Compared, Evidence, Kind, Place, Value, Verdict};
use super::pairs::all;
use super::place::{of_row, of_rows, of_source, rows};
use model::money::Thousands;
use model::note::{
    Document, DriverIx, Names, Note, Origin, Posts, Row, RowInNote, StatedPosts, Table, Variant, Year, same_rows,
};

/// The cost per post in 1.000 kr., and the range that it may lie in because the printed cell is rounded.
pub(super) struct CostPerPost {
    cost: Decimal,
    pub(super) low: Decimal,
    pub(super) high: Decimal,
}

impl CostPerPost {
    /// The cost per post of an amount; `None` without posts.
    pub(super) fn of(amount: Thousands, posts: Decimal) -> Option<Self> {
        let half = Decimal::new(5, 1);
        let per_post = |amount: Decimal| amount.checked_div(posts);
        Some(Self {
            cost: per_post(amount.decimal())?,
            low: per_post(amount.decimal().checked_sub(half)?)?,
            high: per_post(amount.decimal().checked_add(half)?)?,
        })
    }

    /// Whether the ranges that rounded cells leave overlap.
    pub(super) fn may_equal(&self, other: &Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// The cost per post in the first printed cell of a row.
pub(super) fn cost_per_post(row: &Row, posts: Decimal) -> Option<CostPerPost> {
    CostPerPost::of(row.cells.iter().flatten().copied().next()?, posts)
}

/// A row with posts.
struct Priced {
    kind: String,
    price_level: Year,
    about: Option<Names>,
    cost: CostPerPost,
    place: Place,
    /// Where the number of posts comes from, if the document does not state it.
    borrowed_from: Option<String>,
    /// Whether the number of posts was worked out from the cost of a post.
    is_fitted: bool,
}

/// Compares the cost per post of two rows that have posts of the same kind in prices of the same year.
pub(super) fn costs(documents: &[Document]) -> Vec<Check> {
    let mut priced: Vec<Priced> = rows(documents)
        .filter_map(|printed| {
            let (document, table, row) = printed;
            let staff = row.staff.as_ref()?;
            Some(Priced {
                kind: staff.kind.clone(),
                price_level: document.price_level,
                about: super::place::about_rows(document, &[(table, row)]),
                cost: cost_per_post(row, staff.posts)?,
                place: of_row(printed),
                borrowed_from: None,
                is_fitted: false,
            })
        })
        .collect();
    for row in &same_rows(documents) {
        if let Some(kind) = row.kind_of_post() {
            let without_stated_posts =
                row.notes.iter().filter(|in_note| in_note.printed_rows().all(|(_, row)| row.staff.is_none()));
            priced.extend(without_stated_posts.filter_map(|in_note| unstated(in_note, kind)));
        }
    }
    let priced: Vec<&Priced> = priced.iter().collect();
    let is_same_kind = |left: &Priced, right: &Priced| {
        left.kind == right.kind && left.price_level == right.price_level && left.place != right.place
    };
    let compare = |(left, right): (&Priced, &Priced)| {
        let verdict = Verdict::of(left.cost.may_equal(&right.cost));
        let compared = Compared::whole(Value::PerPost(left.cost.cost), Value::PerPost(right.cost.cost), verdict);
        let places = [left.place.clone(), right.place.clone()];
        let is_fitted = left.is_fitted || right.is_fitted;
        Check {
            evidence: if is_fitted { Evidence::Fitted } else { Evidence::Independent },
            posts_from: [left, right].into_iter().find_map(|priced| priced.borrowed_from.clone()),
            ..Check::new(Kind::Posts, left.about.clone().or_else(|| right.about.clone()), places, vec![compared])
        }
    };
    all(&priced, is_same_kind).into_iter().map(compare).collect()
}

/// The cost per post of a row whose document does not state its posts: by the drivers of the calculation.
fn unstated(in_note: &RowInNote<'_>, kind: &str) -> Option<Priced> {
    let Note { document, variant } = in_note.note;
    let posts = in_note.posts()?;
    let rows: Vec<(&Table, &Row)> = in_note.printed_rows().collect();
    let amount = rows.iter().filter_map(|(_, row)| row.cells.iter().flatten().copied().next()).sum();
    let drivers = match posts {
        Posts::Driver(posts) => vec![posts],
        Posts::Caseload { citizens, caseload } => vec![citizens, caseload],
    };
    let origins = || drivers.iter().filter_map(|driver| variant.driver(*driver)).map(|driver| &driver.origin);
    let borrowed_from = origins().find_map(|origin| match origin {
        Origin::Borrowed { document, .. } => Some(document.clone()),
        Origin::Stated(_)
        | Origin::Derived { .. }
        | Origin::Assumed { .. }
        | Origin::OfFile { .. }
        | Origin::Neutral => None,
    });
    Some(Priced {
        kind: kind.to_owned(),
        price_level: document.price_level,
        about: in_note.lines.first().map(|line| line.name.clone()),
        cost: CostPerPost::of(amount, number(variant, posts)?)?,
        place: of_rows(document, &rows)?,
        borrowed_from,
        is_fitted: origins().any(is_derived),
    })
}

const fn is_derived(origin: &Origin) -> bool {
    matches!(origin, Origin::Derived { .. })
}

/// The number of posts by the document's own values.
fn number(variant: &Variant, posts: Posts) -> Option<Decimal> {
    let value = |driver: DriverIx| variant.driver(driver).map(|driver| driver.value);
    match posts {
        Posts::Driver(posts) => value(posts),
        Posts::Caseload { citizens, caseload } => value(citizens)?.checked_div(value(caseload)?),
    }
}

/// Compares the consultants that a document states with those that its citizens and caseload give. Where the citizens
/// were worked out from the consultants, that they agree says nothing.
pub(super) fn consultants(document: &Document) -> Vec<Check> {
    let compare = |note: Note<'_>| {
        let of_effort = |effort: &model::note::Effort| {
            let StatedPosts { posts, source } = effort.consultants.as_ref()?;
            let needed = effort.consultants_needed()?;
            let given = number(note.variant, needed)?;
            let compared = Compared::whole(Value::Posts(*posts), Value::Posts(given), Verdict::of(*posts == given));
            let citizens = note.variant.driver(effort.citizens?)?;
            let sources = citizens.origin.sources().first()?;
            let places = [
                of_source(document, source, &format!("consultants/{}", effort.id)),
                of_source(document, sources, &format!("citizens/{}", effort.id)),
            ];
            let evidence = if is_derived(&citizens.origin) { Evidence::Fitted } else { Evidence::Independent };
            let about = Some(effort.name.clone());
            Some(Check { evidence, ..Check::new(Kind::Consultants, about, places, vec![compared]) })
        };
        note.variant.efforts.iter().filter_map(of_effort).collect::<Vec<_>>()
    };
    document.notes().flat_map(compare).collect()
}
