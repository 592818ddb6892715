//! Writes the TypeScript types of the package: one for each type of the edge.

/// Every type of the edge, as TypeScript with its documentation.
#[cfg(not(target_arch = "wasm32"))]
mod typescript {
    use api::edge::{
        BreakEven, Cell, CommitteeShare, Comparison, Convention, DiscountedEnd, DocumentInfo, DriverInfo, DriverValue,
        EffortInfo, EffortOutcome, Ends, Exact, Explanation, Factor, Figures, Finding, JointRange, LineInfo,
        LineOutcome, Names, NoteInfo, Notice, NoticeKind, Number, Opened, Origin, OtherValue, Outcome, Part, Payback,
        PerspectiveOutcome, Place, PostsCount, Printed, PrintedPayback, Quantity, Range, Returned, Rise, ScenarioInput,
        ScenarioState, Source, Step, Stretch, Summary, UnmovedAmount, Value, YearEnd,
    };
    use api::failure::Code;
    use ts_rs::{Config, TS};

    /// The declaration of a type.
    fn declaration<T: TS>() -> String {
        let config = Config::default();
        format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(&config))
    }

    /// The declarations of these types, one after another.
    macro_rules! declarations {
        ($($name:ty,)*) => { [$(declaration::<$name>()),*].join("\n") };
    }

    /// The declarations of every type.
    pub(crate) fn all() -> String {
        declarations![
            Cell,
            Exact,
            Number,
            Names,
            NoteInfo,
            DocumentInfo,
            EffortInfo,
            DriverInfo,
            Origin,
            Source,
            Range,
            OtherValue,
            LineInfo,
            CommitteeShare,
            PrintedPayback,
            ScenarioInput<'static>,
            PostsCount,
            ScenarioState,
            Opened,
            Notice,
            NoticeKind,
            Outcome,
            DriverValue,
            LineOutcome,
            EffortOutcome,
            PerspectiveOutcome,
            Returned,
            Payback,
            Figures,
            Summary,
            Explanation,
            Quantity,
            Convention,
            Step,
            YearEnd,
            DiscountedEnd,
            Part,
            Factor,
            Printed,
            Finding,
            Place,
            Comparison,
            Value,
            UnmovedAmount,
            Rise,
            BreakEven,
            Stretch,
            JointRange,
            Ends,
            Code,
        ]
    }
}

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("{}", typescript::all());
}
