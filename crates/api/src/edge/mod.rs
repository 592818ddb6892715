//! The types that cross to JavaScript, and how they come from the model's.
//!
//! They are apart from the model's, so that the model can change without the package. Whole amounts of 1.000 kr. are numbers
//! ([`Cell`]), exact decimals are text ([`Exact`]), and what is not there is `null`. Drivers are in the unit of the screen, as in
//! links and in scenario files: per cent, kroner.

mod explanation;
mod finding;
mod input;
mod note;
mod number;
mod opened;
mod outcome;
mod sensitivity;

pub use self::explanation::{Convention, DiscountedEnd, Explanation, Factor, Part, Printed, Quantity, Step, YearEnd};
pub use self::finding::{Comparison, Finding, Place, Rise, UnmovedAmount, Value};
pub use self::input::{Drivers, Given, Number, PostsCount, ScenarioInput};
pub use self::note::{
    CommitteeShare, DocumentInfo, DriverInfo, EffortInfo, LineInfo, Names, NoteInfo, Origin, OtherValue,
    PrintedPayback, Range, Source,
};
pub use self::number::{Cell, Exact, cells};
pub use self::opened::{Notice, NoticeKind, Opened, ScenarioState};
pub use self::outcome::{
    DriverValue, EffortOutcome, Figures, LineOutcome, Outcome, Payback, PerspectiveOutcome, Returned, Summary,
};
pub use self::sensitivity::{BreakEven, Ends, JointRange, Stretch};
