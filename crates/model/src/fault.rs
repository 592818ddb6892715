//! What can be wrong with a file that holds a note, as data. `load` finds it, and `words` says it.

use rust_decimal::Decimal;

use crate::language::Language;
use crate::note::{Unit, Year};

/// Something that is wrong with a file, or that was mended while it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands in the file; `None` where it is about the whole file.
    pub place: Option<Place>,
    /// The item, as a path of ids: `summary/benefits`. Empty where it is about the whole file.
    pub item: String,
    /// What is wrong.
    pub fault: Fault,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// The passage that is wrong, or the beginning of it: at most [`Place::LONGEST_PASSAGE`] characters of one line.
    pub passage: String,
}

impl Place {
    /// How many characters a passage has at most.
    pub const LONGEST_PASSAGE: usize = 80;
}

/// The form of a file with a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// TOML.
    Toml,
    /// JSON of the same shape.
    Json,
}

/// What can be wrong with a file that holds a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file is too large to be a note.
    TooLarge {
        /// Its size in bytes.
        bytes: usize,
        /// The size that a file may have.
        most: usize,
    },
    /// The file has nothing in it.
    Empty,
    /// The file is of another kind.
    Foreign(Foreign),
    /// The text was read in another encoding than UTF-8; a remark.
    Decoded(Encoding),
    /// The text is not in the form that it seems to have.
    Syntax(Form, Syntax),
    /// Tables or lists are nested too deep.
    Nested,
    /// A text in JSON is a list or a single value, and a note is an object.
    NoObject,
    /// There are too many items of a kind.
    TooMany {
        /// The kind of item.
        kind: Kind,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// Further problems were found and are not listed.
    More(usize),
    /// A value is of another type than needed.
    Type {
        /// What is needed.
        needs: Needs,
        /// What stands there.
        found: Found,
    },
    /// A word is none of those that may stand there.
    Choice {
        /// The word.
        found: String,
        /// The words that may stand there.
        choices: Vec<String>,
    },
    /// A list has another number of items than needed.
    Length {
        /// How many items it needs.
        needs: usize,
        /// How many it has.
        found: usize,
    },
    /// A text is no number.
    NoNumber(String),
    /// A number such as `560.000`: a point between digits is one of decimals, and here it may have been meant between thousands.
    PointOfThousands(String),
    /// A number has more digits than a decimal can hold.
    TooManyDigits(String),
    /// A field is not known here.
    Field {
        /// Its name.
        field: String,
        /// The field that was probably meant.
        meant: Option<String>,
    },
    /// A field is missing.
    FieldMissing(String),
    /// A field is there twice.
    FieldTwice(String),
    /// An id has characters other than `a–z`, `0–9` and `-`.
    Id(String),
    /// An id is too long to stand in links.
    IdTooLong {
        /// The id.
        id: String,
        /// How many characters it may have.
        most: usize,
    },
    /// A text has a character that shows nothing and that no file may hold, such as U+0001.
    Character(char),
    /// Words that stand in sentences have more than so many characters.
    TextTooLong(usize),
    /// Another item of the same kind has the same id.
    Duplicate(String),
    /// A driver has an id that means something else in links.
    Reserved(String),
    /// The item refers to an id that does not exist.
    Unknown {
        /// The kind of item that was looked for.
        kind: Kind,
        /// The id that was looked for.
        id: String,
        /// The id that was probably meant.
        meant: Option<String>,
    },
    /// The item lacks a part that it needs.
    Missing(Part),
    /// A wording does not stand in a language.
    Unsaid(Language),
    /// A year is outside its table or variant, or no budget can be about it.
    Year(Year),
    /// The note counts with a year that a printed table of its rows has no column for.
    NotInTable {
        /// The first such year.
        year: Year,
        /// The id of the table.
        table: String,
    },
    /// Another item of the same kind has the same name; a remark.
    SameName {
        /// The kind of both.
        kind: Kind,
        /// Their name.
        name: String,
        /// The line of the first one, from 1.
        line: usize,
    },
    /// The first year comes after the last one, or a column after a later one.
    YearOrder(Year),
    /// A number is outside its bounds.
    OutOfBounds {
        /// The number.
        value: Decimal,
        /// The lowest number that may stand there.
        low: Decimal,
        /// The highest number that may stand there.
        high: Decimal,
    },
    /// A number has more decimals than the page can show.
    TooFine {
        /// The number.
        value: Decimal,
        /// How many decimals it may have.
        decimals: u32,
    },
    /// The lower end of a range is not below its upper end.
    RangeOrder {
        /// The lower end.
        low: Decimal,
        /// The upper end.
        high: Decimal,
    },
    /// The value of a driver is not within its own range.
    OutOfRange {
        /// The value.
        value: Decimal,
        /// The low estimate.
        low: Decimal,
        /// The high estimate.
        high: Decimal,
    },
    /// A driver does not have the unit that is needed.
    Unit {
        /// The id of the driver.
        driver: String,
        /// The unit that is needed.
        needs: Unit,
    },
    /// A row has cells, but not one for each year.
    Cells {
        /// The number of years in the table.
        years: usize,
        /// The number of cells in the row.
        cells: usize,
    },
    /// A cell does not have the sign of its line: costs are positive, incomes and savings negative.
    Sign(i64),
    /// A printed number is not the sum of its parts.
    Sum {
        /// What is added up.
        column: Column,
        /// The printed number.
        printed: Decimal,
        /// The sum of the parts.
        parts: Decimal,
    },
    /// The calculation does not give a printed number.
    Computed {
        /// The column.
        year: Year,
        /// The printed number, in 1.000 kr.
        printed: Decimal,
        /// The computed number, in 1.000 kr.
        computed: Decimal,
    },
    /// A row is marked as wrong, but it adds up.
    AddsUp,
    /// A row whose cells were lost has cells.
    LostWithCells,
    /// The printed row of a line shows other lines too, or a part of it.
    RowNotAlone(String),
    /// A row is not named as `table/row`.
    RowForm(String),
    /// A row that notes share is not named as `effort/row`, with the line's own effort.
    SharedRowForm {
        /// The name.
        key: String,
        /// The line's own effort.
        effort: String,
    },
    /// No other note has the row that is shared.
    RowNotShared(String),
    /// A row that notes share is on one side in one and on another in another: a cost, an income, a saving.
    RowOnBothSides(String),
    /// An earlier appropriation is not named as `effort/agreement`.
    SeriesForm(String),
    /// A quote does not have the number that it is quoted for.
    NotInQuote(Decimal),
    /// The words as people read them have other digits than the quote.
    OtherDigits,
    /// A line per outcome has a schedule by phase, but follows the effect rates.
    ScheduleOfOutcome,
    /// A line per outcome has a share after the effort, of which no effect is left then.
    NothingAfterwards,
    /// A schedule has shares by phase, year by year and once, or two of these.
    ScheduleForms,
    /// Amounts year by year stand in the schedule of a line that is no amount a year.
    ScheduleAmounts,
    /// A line is no share of the lines that it names.
    Share(ShareFault),
    /// A schedule names so many years, or a year so late, that no effort has it; or none.
    ScheduleYears(usize),
    /// A schedule has an amount in a year after the last one of the effort, where it would not count.
    AfterEffort {
        /// The year.
        year: Year,
        /// The last one of the effort.
        last: Year,
    },
    /// The driver that is followed is zero, or follows another one itself.
    Leader(String),
    /// A derived number is outside the interval that the printed cells leave for it.
    OutsideInterval(Decimal),
    /// A number is said to be derived, but no printed row leaves an interval for it.
    NoInterval,
    /// The note cannot be computed with its own numbers.
    NotComputed(Computing),
}

/// Why a line can be no share of the lines that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareFault {
    /// The line with this id does not stand above it.
    NotAbove(String),
    /// The line with this id is of another effort.
    OtherEffort(String),
    /// The line with this id is named twice.
    Twice(String),
    /// They are of several sides: costs, incomes, savings.
    Sides,
    /// One of them is a share of a share.
    Shares,
    /// The limit is one for each post, and they pay for none, or for several kinds.
    Posts,
}

/// A file that is no text with a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Foreign {
    /// A PDF.
    Pdf,
    /// A workbook: XLSX, XLS or ODS.
    Workbook,
    /// A text document: DOCX, DOC or ODT.
    TextDocument,
    /// Another file in an archive, such as a ZIP.
    Archive,
    /// A picture.
    Picture,
    /// A web page.
    WebPage,
    /// A table as text: CSV, or copied from a workbook.
    Table,
    /// A scenario that the page saved.
    Scenario,
    /// A text that is neither TOML nor JSON.
    Prose,
    /// Something else that is no text.
    Binary,
}

/// An encoding that a text was read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8 with a mark at its beginning.
    Utf8WithMark,
    /// UTF-16.
    Utf16,
    /// Windows-1252.
    Windows1252,
}

/// What is wrong with the form of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// Quotation marks of a word processor stand where `"` is needed.
    SmartQuotes,
    /// A text has no closing quotation mark.
    OpenText,
    /// A text stands without quotation marks.
    BareText,
    /// A list is not closed.
    OpenList,
    /// A table is not closed.
    OpenTable,
    /// A comma is missing, or there is one too many.
    Comma,
    /// There is no `=` or `:` between a name and its value.
    NoAssignment,
    /// A name has no value.
    NoValue,
    /// A number is not written as the form writes numbers: a leading zero, a sign, or a decimal comma.
    Number,
    /// A backslash in a text is followed by a character that means nothing.
    Escape,
    /// A name is written in a way that the form does not know.
    Name,
    /// The file ends too early or goes on behind its end.
    Ending,
    /// Anything else.
    Other,
}

/// A type of value that a field needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Needs {
    /// A text.
    Text,
    /// A wording: a text, or one in each language.
    Wording,
    /// A whole number.
    WholeNumber,
    /// A number.
    Number,
    /// `true` or `false`.
    Truth,
    /// A list.
    List,
    /// A table of fields.
    Table,
    /// One of some words, or a table with one of them as its field.
    Choice,
}

/// A type of value that stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Found {
    /// `null`.
    Nothing,
    /// `true` or `false`.
    Truth,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list.
    List,
    /// A table of fields.
    Table,
}

/// A kind of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// An administration.
    Administration,
    /// A committee.
    Committee,
    /// A document.
    Document,
    /// A variant.
    Variant,
    /// An effort.
    Effort,
    /// A driver.
    Driver,
    /// A line.
    Line,
    /// A printed table.
    Table,
    /// A row of a printed table.
    Row,
    /// A row that several notes have.
    SharedRow,
    /// A target.
    Target,
    /// A language.
    Language,
    /// Any other item.
    Item,
}

/// A part that an item needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// A source.
    Source,
    /// The place of a source.
    Place,
    /// The quote of a source.
    Quote,
    /// The short name of a committee or an administration.
    ShortName,
    /// A name or another wording that is blank.
    Wording,
    /// Either a share or a number of people.
    ShareOrPeople,
    /// The share of a target that is a number of people.
    ShareOfTarget,
    /// One of two ways to say what people reach, where both are there.
    OneOutcome,
    /// Whom a share is a share of.
    Whom,
    /// The rows that a sentence speaks of, or what it says of them.
    RowsAndAmount,
    /// Which variant a table is about.
    VariantOfTable,
    /// Which effort a line is of, where the note has several.
    EffortOfLine,
    /// The lines that a share is one of.
    LinesOfShare,
    /// The effort's number of citizens.
    Citizens,
    /// The effort's caseload.
    Caseload,
    /// The effort's shares in a job or education.
    Effect,
    /// The figures that a number was derived from.
    DerivedFrom,
    /// How a number was derived or why it was assumed.
    Explanation,
    /// Where a number comes from.
    Origin,
    /// The printed row of a line.
    PrintedRow,
    /// The years of the note.
    Years,
}

/// What is added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// A row's parts in a year.
    Year(Year),
    /// The years of a row, or its parts, in the printed total.
    Total,
    /// The groups that a number is divided into.
    Parts,
    /// Citizens ÷ caseload, which should give the consultants.
    Consultants,
    /// The shares of the committees.
    Committees,
}

/// Why a note cannot be computed with its own numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Computing {
    /// A driver with this id cannot have its value.
    Driver(String),
    /// An amount of the line with this id is too large.
    Overflow(String),
}
