//! What a full-time post costs in each note.
//!
//! The posts are those that a note states or that its citizens and caseload give. Rows that pay for the same kind of post are
//! listed together, whatever the notes call them. Every price is in the prices of its own note.

use rust_decimal::Decimal;

use model::evaluate::{Outcome, evaluate};
use model::money::Thousands;
use model::note::{
    Area, Document, Line, Note, Posts, Remark, RemarkKind, Row, RowInNote, Side, Table, Year, same_rows,
};
use model::ordered::each_once;
use model::scenario::Scenario;

/// A kind of post, and what it costs in each note.
#[derive(Debug, Clone, PartialEq)]
pub struct PostKind<'n> {
    /// The key of the kind, as in [`Staff::kind`](model::note::Staff::kind).
    pub key: &'n str,
    /// The line of the newest note that pays for such posts. It gives the kind its name.
    pub newest: &'n Line,
    /// The prices, from the oldest note to the newest. Editions and scenarios with the same price are one.
    pub prices: Vec<PostPrice<'n>>,
    /// The notes that have the row of such posts as an amount, without saying how many posts it pays for.
    pub unstated: Vec<(Note<'n>, Thousands)>,
}

/// What a post costs in a note.
#[derive(Debug, Clone, PartialEq)]
pub struct PostPrice<'n> {
    /// The note.
    pub note: Note<'n>,
    /// The positions of the lines that pay for the posts together.
    pub lines: Vec<usize>,
    /// Their cells in the first year of the effort.
    pub cells: Vec<Thousands>,
    /// Those cells added up.
    pub cost: Thousands,
    /// The first year of the effort.
    pub year: Year,
    /// The number of full-time posts.
    pub posts: Decimal,
    /// The cost of one post, in 1.000 kr. a year.
    pub price: Decimal,
}

impl PostPrice<'_> {
    /// The year whose prices it is in.
    #[must_use]
    pub const fn price_level(&self) -> Year {
        self.note.document.price_level
    }

    /// The steering areas other than this one that pay for the posts, each with its share of the cost.
    #[must_use]
    pub fn areas_beside(&self, area: &Area) -> Vec<(&Area, Decimal)> {
        let lines = self.lines.iter().filter_map(|line| self.note.variant.lines.get(*line)).zip(&self.cells);
        let beside: Vec<(&Area, Thousands)> =
            lines.map(|(line, cell)| (&line.area, *cell)).filter(|(other, _)| *other != area).collect();
        let share = |other| {
            let paid: Thousands = beside.iter().filter(|(area, _)| *area == other).map(|(_, cell)| *cell).sum();
            Some((other, paid.decimal().checked_div(self.cost.decimal())?))
        };
        each_once(beside.iter().map(|(other, _)| *other)).into_iter().filter_map(share).collect()
    }
}

impl PostKind<'_> {
    /// How much dearer a post is than in the prices of the year before it that any note has, as a share of 1; `None` for the
    /// first one.
    #[must_use]
    pub fn rise(&self, position: usize) -> Option<Decimal> {
        let price = self.prices.get(position)?;
        let before = self.prices.iter().rev().find(|before| before.price_level() < price.price_level())?;
        price.price.checked_sub(before.price)?.checked_div(before.price)
    }
}

/// Every kind of post, in the order in which the lines appear.
///
/// ```
/// use engine::notes::Library;
/// use engine::post_prices::post_prices;
///
/// let library = Library::embedded().unwrap();
/// let kinds = post_prices(library.documents());
/// let consultants = kinds.iter().find(|kind| kind.key == "ips-consultant").unwrap();
/// let prices: Vec<String> = consultants.prices.iter().map(|price| price.price.round_dp(1).to_string()).collect();
/// assert_eq!(prices, ["530.7", "624.4", "629"]); // 2018, 2022 and 2026
/// ```
#[must_use]
pub fn post_prices(documents: &[Document]) -> Vec<PostKind<'_>> {
    let mut kinds: Vec<PostKind<'_>> = Vec::new();
    for note in documents.iter().flat_map(Document::notes) {
        let Ok(outcome) = evaluate(&Scenario::baseline(note)) else { continue };
        for (key, lines) in kinds_of(documents, note) {
            let Some(newest) = lines.last().and_then(|line| note.variant.lines.get(*line)) else { continue };
            let position = kinds.iter().position(|kind| kind.key == key).unwrap_or_else(|| {
                kinds.push(PostKind { key, newest, prices: Vec::new(), unstated: Vec::new() });
                kinds.len().saturating_sub(1)
            });
            let Some(kind) = kinds.get_mut(position) else { continue };
            kind.newest = newest;
            let Some((year, cells)) = cells(note, &outcome, &lines) else { continue };
            let cost: Thousands = cells.iter().copied().sum();
            match posts(note, &lines) {
                Some(posts) => {
                    let Some(price) = cost.decimal().checked_div(posts) else { continue };
                    let is_known = |known: &PostPrice<'_>| {
                        known.note.document.price_level == note.document.price_level && known.price == price
                    };
                    if !kind.prices.iter().any(is_known) {
                        kind.prices.push(PostPrice { note, lines, cells, cost, year, posts, price });
                    }
                }
                None => kind.unstated.push((note, cost)),
            }
        }
    }
    kinds
}

/// A row that several notes have as an amount, none of them with a number of posts.
#[derive(Debug, Clone, PartialEq)]
pub struct RowWithoutPosts<'n> {
    /// The line of the newest note. It gives the row its name.
    pub newest: &'n Line,
    /// The amount of a year in each note, from the oldest to the newest. Editions with the same amount are one.
    pub amounts: Vec<(Note<'n>, Thousands)>,
}

/// The cost rows that have no price per post because none of their notes says how many posts they pay for.
#[must_use]
pub fn rows_without_posts(documents: &[Document]) -> Vec<RowWithoutPosts<'_>> {
    let has_posts = |in_note: &RowInNote<'_>| {
        in_note.posts().is_some() || in_note.printed_rows().any(|(_, row)| row.staff.is_some())
    };
    let mut rows = Vec::new();
    for row in same_rows(documents) {
        if row.notes.iter().any(has_posts) {
            continue;
        }
        let mut amounts: Vec<(Note<'_>, Thousands)> = Vec::new();
        for in_note in &row.notes {
            let cells = in_note.printed_rows().filter_map(|(_, row)| row.cells.iter().flatten().copied().next());
            let amount: Thousands = cells.sum();
            let level = |note: Note<'_>| note.document.price_level;
            let is_known = amounts.iter().any(|(note, known)| *known == amount && level(*note) == level(in_note.note));
            if amount != Thousands::ZERO && !is_known {
                amounts.push((in_note.note, amount));
            }
        }
        let newest = row.notes.last().and_then(|in_note| in_note.lines.last());
        if let Some(newest) = newest.filter(|line| line.side == Side::Cost && amounts.len() > 1) {
            rows.push(RowWithoutPosts { newest, amounts });
        }
    }
    rows
}

/// What notes say that the rows with a price per post contain, such as overhead.
#[must_use]
pub fn contents<'n>(kinds: &[PostKind<'n>]) -> Vec<(&'n Document, &'n Remark)> {
    let mut found: Vec<(&Document, &Remark)> = Vec::new();
    for document in kinds.iter().flat_map(|kind| &kind.prices).map(|price| price.note.document) {
        let pays_for_posts = |(table, row): (&Table, &Row)| {
            let lines =
                document.variants.get(table.variant).map(|variant| variant.lines.as_slice()).unwrap_or_default();
            let mut own = row.lines.iter().filter_map(|line| lines.get(*line));
            row.series.is_none() && own.any(|line| line.formula.posts().is_some())
        };
        for remark in document.remarks.iter().filter(|remark| remark.kind == RemarkKind::Content) {
            let is_about = remark.rows.iter().filter_map(|row| document.row(*row)).any(pays_for_posts);
            let is_known = found.iter().any(|(other, known)| other.id == document.id && known.id == remark.id);
            if is_about && !is_known {
                found.push((document, remark));
            }
        }
    }
    found
}

/// The lines of a note that pay for posts, by the kind of post.
fn kinds_of<'n>(documents: &'n [Document], note: Note<'n>) -> Vec<(&'n str, Vec<usize>)> {
    let shared = same_rows(documents);
    let mut kinds: Vec<(&'n str, Vec<usize>)> = Vec::new();
    for (position, line) in note.variant.lines.iter().enumerate() {
        let own = note.document.own_row(line).and_then(|(_, row)| row.staff.as_ref()).map(|staff| staff.kind.as_str());
        let of_row = || shared.iter().find(|row| line.same_row.as_deref() == Some(row.key))?.kind_of_post();
        let Some(key) = own.or_else(of_row) else { continue };
        match kinds.iter_mut().find(|(known, _)| *known == key) {
            Some((_, lines)) => lines.push(position),
            None => kinds.push((key, vec![position])),
        }
    }
    kinds
}

/// The posts that lines pay for together; `None` where the note does not say.
fn posts(note: Note<'_>, lines: &[usize]) -> Option<Decimal> {
    let mut known: Vec<Posts> = Vec::new();
    for posts in lines.iter().filter_map(|line| note.variant.lines.get(*line)?.formula.posts()) {
        if !known.contains(&posts) {
            known.push(posts);
        }
    }
    let value = |ix| note.variant.driver(ix).map(|driver| driver.value);
    let number = |posts: &Posts| match posts {
        Posts::Driver(ix) => value(*ix),
        Posts::Caseload { citizens, caseload } => value(*citizens)?.checked_div(value(*caseload)?),
    };
    let numbers = known.iter().map(number).collect::<Option<Vec<_>>>()?;
    let sum = numbers.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)?;
    (!sum.is_zero()).then_some(sum)
}

/// The cells of lines in the first year of their effort.
fn cells(note: Note<'_>, outcome: &Outcome, lines: &[usize]) -> Option<(Year, Vec<Thousands>)> {
    let effort = note.variant.lines.get(*lines.first()?)?.effort;
    let year = note.variant.efforts.get(effort)?.start;
    let column = outcome.years.iter().position(|shown| *shown == year)?;
    let cells = lines.iter().filter_map(|line| outcome.lines.get(*line)?.cells.get(column).copied());
    Some((year, cells.collect()))
}
