//! The kinds of checks, which say what is compared.

/// The kind of a check: what it compares. They stand in the order of what follows from a finding for a reader: whether something was
/// reached and has paid for itself, how much money it is, then smaller things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A printed payback time and the payback that the tables give.
    Payback,
    /// A target and the result that was measured against it.
    Result,
    /// A sentence that praises results, and the results.
    Judgement,
    /// The definition of a target in two places of one document or of its editions.
    Target,
    /// A target that the next document has otherwise.
    ChangedTarget,
    /// A target that a later document with money for the same row no longer has.
    Vanished,
    /// A follow-up that a document promises, and what later documents report.
    FollowUp,
    /// The amount that a note proposes for an effort, and the amount that a later document says was granted.
    Granted,
    /// A line in two editions of a note.
    Edition,
    /// An earlier appropriation in two documents.
    Series,
    /// A printed total and the sum of its parts.
    Sum,
    /// A printed row and what its lines come to, in a note that a reader has brought.
    Calculated,
    /// An amount in a sentence and in the table.
    Statement,
    /// An amount in two sentences.
    Sentences,
    /// The same lines in two tables of a document.
    Repeated,
    /// The committee that pays the same row, or posts of the same administration.
    Committee,
    /// The people that an effort is for, in two places.
    Population,
    /// "Unchanged", and what has changed.
    Unchanged,
    /// The consultants that a document states, and those that its citizens and caseload give.
    Consultants,
    /// How much dearer posts have become from one note to the next.
    PriceRise,
    /// What a share of the effect after the effort is a share of.
    Residual,
    /// A number of people or posts in two sentences.
    Count,
    /// The cost per post that two rows imply.
    Posts,
    /// An effort that one document joins into another effort, and money for it alone.
    Joined,
    /// The steering area of the same row.
    Area,
    /// The keys by which committees share the same expense.
    Key,
    /// The label "each year's own prices", and amounts that stand still.
    PriceBase,
    /// The years in a sentence and in the table.
    Years,
    /// A column without amounts.
    EmptyColumn,
    /// The efforts that a table's heading names, and those in its rows.
    Title,
    /// The numbers of a document's tables.
    Numbering,
    /// The appropriation that the same row is charged to.
    Appropriation,
}

impl Kind {
    /// Every kind, in their order.
    pub const ALL: [Self; 32] = [
        Self::Payback,
        Self::Result,
        Self::Judgement,
        Self::Target,
        Self::ChangedTarget,
        Self::Vanished,
        Self::FollowUp,
        Self::Granted,
        Self::Edition,
        Self::Series,
        Self::Sum,
        Self::Calculated,
        Self::Statement,
        Self::Sentences,
        Self::Repeated,
        Self::Committee,
        Self::Population,
        Self::Unchanged,
        Self::Consultants,
        Self::PriceRise,
        Self::Residual,
        Self::Count,
        Self::Posts,
        Self::Joined,
        Self::Area,
        Self::Key,
        Self::PriceBase,
        Self::Years,
        Self::EmptyColumn,
        Self::Title,
        Self::Numbering,
        Self::Appropriation,
    ];

    /// Its permanent id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Payback => "payback",
            Self::Result => "result",
            Self::Judgement => "judgement",
            Self::Target => "target",
            Self::ChangedTarget => "changed-target",
            Self::Vanished => "vanished",
            Self::FollowUp => "follow-up",
            Self::Edition => "edition",
            Self::Granted => "granted",
            Self::Series => "series",
            Self::Sum => "sum",
            Self::Calculated => "calculated",
            Self::Statement => "statement",
            Self::Sentences => "sentences",
            Self::Repeated => "repeated",
            Self::Committee => "committee",
            Self::Population => "population",
            Self::Unchanged => "unchanged",
            Self::Consultants => "consultants",
            Self::PriceRise => "price-rise",
            Self::Residual => "residual",
            Self::Count => "count",
            Self::Posts => "posts",
            Self::Joined => "joined",
            Self::Area => "area",
            Self::Key => "key",
            Self::PriceBase => "price-base",
            Self::Years => "years",
            Self::EmptyColumn => "empty-column",
            Self::Title => "title",
            Self::Numbering => "numbering",
            Self::Appropriation => "appropriation",
        }
    }

    /// Whether a finding of this kind changes little for a reader: form, labels, and amounts that nothing rests on.
    #[must_use]
    pub fn is_minor(self) -> bool {
        self >= Self::Count
    }
}
