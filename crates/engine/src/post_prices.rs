//! What a full-time post costs in each note.
//!
//! The posts are those that a note states or that its citizens and caseload give. Rows that pay for the same kind of post are
//! listed together, whatever the notes call them. Every price is in the prices of its own note.

use rust_decimal::Decimal;

use model::evaluate::{Outcome, evaluate};
use model::money::Thousands;
use model::note::{Document, Line, Note, Posts, Year, same_rows};
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
    /// Their cells in the first year of the effort, added up.
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
            let Some((year, cost)) = cost(note, &outcome, &lines) else { continue };
            match posts(note, &lines) {
                Some(posts) => {
                    let Some(price) = cost.decimal().checked_div(posts) else { continue };
                    let is_known = |known: &PostPrice<'_>| {
                        known.note.document.price_level == note.document.price_level && known.price == price
                    };
                    if !kind.prices.iter().any(is_known) {
                        kind.prices.push(PostPrice { note, lines, cost, year, posts, price });
                    }
                }
                None => kind.unstated.push((note, cost)),
            }
        }
    }
    kinds
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

/// What lines cost in the first year of their effort.
fn cost(note: Note<'_>, outcome: &Outcome, lines: &[usize]) -> Option<(Year, Thousands)> {
    let effort = note.variant.lines.get(*lines.first()?)?.effort;
    let year = note.variant.efforts.get(effort)?.start;
    let column = outcome.years.iter().position(|shown| *shown == year)?;
    let cells = lines.iter().filter_map(|line| outcome.lines.get(*line)?.cells.get(column).copied());
    Some((year, cells.sum()))
}
