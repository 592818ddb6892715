//! The wordings in British English. Quotes from the documents stay in Danish, and so do the abbreviations of committees
//! and administrations.

mod certainty;
mod findings;

use std::borrow::Cow;
use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::common::{
    AskWords, CostWords, CouldExplainWords, LimitWords, NameWords, NetWords, Noun, Numbers, budgets, full_stop, join,
    join_phrases, lending_efforts, rounded, span, spelled_out, uncapitalised, with_closing_comma, year_of,
};
use super::words::{Vocabulary, Words};
use super::{
    AimPart, ColumnLabels, ElsewhereLabels, ExportLabels, Figure, FindingWords, Labels, Meaning, MethodLabels, Passage,
    Phrase, Reading, TablesLabels, Term, Wording, rejoined,
};
use crate::format::{ENGLISH, NO_BREAK, Unreadable};
use engine::aims::{self, Change};
use engine::also_said::AlsoSaid;
use engine::answer::{Answer, Changed};
use engine::compare::{OutcomesCompared, OutsideService, Pair};
use engine::day::Day;
use engine::explain::{Printed, Quantity};
use engine::figures::{PaybackCheck, Returned};
use engine::iframe::Embed;
use engine::language::Language;
use engine::language::capitalised;
use engine::link::{self, Chapter, Headline, Notice};
use engine::method::{OriginKind, Transcribed};
use engine::notes::CITY;
use engine::pasted::Unusable;
use engine::payback::{Convention, Payback};
use engine::questions::{
    Asker, CheaperScenario, Claim, Consultants, EditionsOf, EndsEarly, Indexed, Money, Reply, Sides, TargetMet,
    Unchanged, WhoPays,
};
use engine::scenario_file::{FileError, Remark};
use engine::sensitivity;
use engine::timeline::Covered;
use model::brackets::Interval;
use model::evaluate::Perspective;
use model::money::Thousands;
use model::note::{
    Administration, Area, Denominator, Document, DocumentName, Driver, DriverIx, FollowUp, Group, Lender, Names, Note,
    Origin, PaybackBasis, Phase, ReadBy, Row, Table, Unit, Year,
};
use model::ordered::each_once;
use model::scenario::{Horizon, PostsCount, Rejection};

/// The language English.
pub(super) struct English;

const NUMBERS: Numbers = Numbers {
    locale: ENGLISH,
    millions: "million\u{a0}kr.",
    billions: "billion\u{a0}kr.",
    thousands: "thousand\u{a0}kr.",
    kroner: "kr.",
    times: "times",
};

const ASKS: AskWords = AskWords {
    costs: "Costs",
    savings: "Savings",
    net: "Costs minus savings",
    cumulative: "Costs minus savings, added up to the end of",
    all_years: "all years",
    paid_back: "Paid back",
    cost: "cost",
    per_citizen: "cost per place and year",
    per_outcome: "cost per citizen in a job or education",
    posts: "full-time posts",
};

const NET: NetWords = NetWords {
    saving: "the net saving goes from ",
    cost: "the net cost goes from ",
    turns: "the net amount goes from ",
    to: " to ",
    a_saving: "a saving of ",
    a_cost: "a cost of ",
    nothing: "nil",
};

const COSTS: CostWords = CostWords {
    costs: " costs ",
    more: " more",
    less: " less",
    as_much: "the same",
    a_year: " a year ",
    than: "than ",
    like: "as ",
    and: " and ",
    but: ", but ",
    in_all: " in all",
    against: " against ",
    during: " in ",
};

const NAMES: NameWords = NameWords {
    changed: " with changes",
    borrowed: " with borrowed savings",
    both: " with changes and borrowed savings",
    baseline: "as published",
    with_changes: "with changes",
    mine: "your calculation",
    other: "the other",
};

const LIMITS: LimitWords = LimitWords {
    at_least: "must be at least",
    at_most: "must be at most",
    must_be: "must be",
    always: "can be anything",
    never: "cannot do it alone, whatever the number",
    between: "between",
    to: "and",
    or: "or",
};

const COULD_EXPLAIN: CouldExplainWords = CouldExplainWords {
    with: "With ",
    at: " at ",
    instead_of: " instead of ",
    the_same_with: " The same happens with ",
    or_with: " or with ",
    also_at: " at ",
    both: "both",
};

const AND: &str = "and";
const CONSULTANT: Noun = ("consultant", "consultants");
const YEAR: Noun = ("year", "years");

static VOCABULARY: Vocabulary = Vocabulary {
    numbers: NUMBERS,
    asks: ASKS,
    net: NET,
    names: NAMES,
    costs: COSTS,
    limits: LIMITS,
    could_explain: COULD_EXPLAIN,
    and: AND,
    numerals: [
        "no",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ],
    city: "The city in all",
    service: "Service alone",
    saving_efforts: "Only efforts with savings",
    at_once: "from the beginning",
    unknown: "cannot be worked out",
    never_saved: "What is saved does not make up for what is spent, or not for good.",
    saved_at_once: "What is saved in the very first year makes up for what is spent.",
    costs_stay: "total costs stay the same.",
    the_same: "The two are the same: one note with the same numbers.",
    nothing: "nothing",
    no_payback: "no payback",
};

static LABELS: Labels = Labels {
    site: "Indsatsregner",
    navigation: "Pages",
    overview: "Overview",
    overview_help: "What each effort was proposed to cost and what it was given, year by year. Each note's amounts are in its own \
                    prices and are not converted, so compare the heights across the years only roughly.",
    granted: "granted",
    own_prices: "labelled as each year's own prices",
    proposed: "proposed",
    proposals: "Notes",
    questions: "Questions and answers",
    questions_help: "What readers ask, and what the notes answer. The numbers are counted and computed from the notes.",
    see_calculated: "See it in the calculator:",
    post_prices: "Cost per full-time post",
    post_prices_help: "The note's amount a year divided by the number of posts. Each amount is in the prices of its own note and not converted, so \
                       a rise can be both rising prices and wages and a dearer post.",
    post: "Post",
    results: "Targets and results",
    results_help: "What the notes have promised, what they have reported since, and what is missing. Each share says whom it is a share of.",
    side_by_side: "The definitions side by side",
    share_of: "Share of",
    compared_with: "Compared with",
    more_than_normal: "the normal effort: so many more than in it.",
    per_cent_or_points: "Whether the figure is per cent or percentage points, the document does not say.",
    share_counts: "What counts",
    share_when: "When",
    called_effect: "The note calls it an effect",
    also_said: "What else the note says",
    never_reported: "No later note has a result.",
    no_later_note: "There are no later notes here.",
    target_people: "Target group",
    as_table: "The numbers as a table",
    findings: "Disagreements",
    findings_help: "The notes do not always say the same, neither as each other nor as themselves. Here, all that ought to \
                    agree is laid side by side. Numbers without a unit are amounts in 1,000 kr.",
    all_documents: "all notes",
    show: "Show",
    could_explain: "What could explain it:",
    agreeing: "What agrees, and what cannot be decided",
    disagreement: "disagreement",
    other_notes: "Other notes and editions",
    efforts: "The efforts one by one",
    effort: "Effort",
    citizens: "Citizens",
    per_citizen: "Per place",
    per_outcome: "Per citizen in a job",
    give_back: "Remove the borrowed savings",
    decision: "What the note is about",
    text_read: "The text",
    risk: "Risk, according to the note",
    tagline: "Copenhagen's budget notes on jobs and treatment. Change a number and see what it means.",
    skip_to_answer: "Skip to the answer",
    note_answer: "The answer",
    drivers: "Assumptions",
    restore: "Put back",
    restore_all: "Put everything back to the note",
    slider: "slider",
    source: "Source",
    nothing_changed: "Change a number, and what it changes is said here.",
    key_figures: "Key figures",
    payback_total: "Pays for itself, all counted",
    payback_service: "Pays for itself on service alone",
    cost_a_year: "Cost a year",
    cost_per_citizen: "Cost per place a year",
    cost_per_outcome: "Cost per citizen in a job or education",
    posts: "Full-time posts",
    count_posts: "Number of consultants",
    chart: "Costs minus savings, added up year by year",
    chart_help: "Above zero, more has been spent than saved. The effort has paid for itself when the line reaches zero and stays below.",
    chart_reader: "your sum",
    chart_note: "the note",
    chart_as_table: "The numbers of the chart as a table",
    year: "Year",
    chart_unit: "million kr.",
    thousands: "1,000 kr.",
    paid_back_in: "paid back in",
    by_the_rest: "on the residual effect alone",
    who_pays: "Who pays, and who saves",
    who_pays_help: "Those who pay are often not those who save. Amounts in 1,000 kr., added up over all years.",
    who: "Seen from",
    costs: "Costs",
    savings: "Savings",
    net: "Net",
    paid_back: "Paid back",
    table: "The note's table, worked out again",
    table_help: "Amounts in 1,000 kr. Savings have a minus. Below a changed amount stands the note's own. The rows \
                 are in the note's own Danish.",
    activity: "Activity",
    in_all: "In all",
    changed: "changed",
    share_more: "Share, cite or make a QR code",
    share_sheet: "Share …",
    by_mail: "Send as mail",
    cite: "Cite the answer",
    qr: "QR code of the link",
    qr_too_long: "The link is too long for a QR code.",
    link_title: "Your title for the link",
    sender_title: "The sender's title",
    copy_link: "Copy link",
    link_copied: "The link is copied.",
    link_by_hand: "The browser would not copy. Here is the link:",
    link_notices: "Something in the link could not be used",
    dismiss: "Close",
    cannot_compute: "It cannot be worked out with those numbers. Put one of them back.",
    no_notes: "The page could not read its own data. Load it again; if that does not help, the fault is ours.",
    about: "Everything is worked out in your browser, and nothing is sent anywhere. The numbers are the City of Copenhagen's own; \
            the words are ours.",
    close_explanation: "Close the explanation",
    computed_with: "Computed with",
    press_a_number: "Press an underlined number to see how it is worked out.",
    also_counted: "Counted in other ways:",
    show_calculation: "Show the calculation",
    left_at_end: "Spent minus saved, added up at the end of each year:",
    changed_by_you: "changed by you",
    tornado: "What moves the most",
    tornado_help: "Each assumption by itself, the rest as now. The bar shows costs minus savings over all years when the number is \
                   lower or higher than now. The range is the note's own where it has one; otherwise ±20%, which is our choice. The length of \
                   the effort is left out, since it changes the years, and so are numbers at 0.",
    tornado_table: "The numbers of the bars as a table",
    lower: "Low number",
    higher: "High number",
    ends_from: "The range is",
    hangs_on: "What the answer hangs on",
    all_limits: "See the limit of every number",
    break_even: "Where the limit is",
    break_even_help: "What each assumption must be for the effort to pay for itself in time, while the rest stays as it is. The length of the effort is left out: it is not to pay for itself by stopping earlier. Press a number to see it worked out.",
    within_years: "Paid back by year",
    no_payback: "Without savings there is no payback to find a limit for.",
    map: "Two assumptions at once",
    map_help: "Each point is worked out in full. Move a slider and the map follows.",
    map_across: "Across",
    map_up: "Up",
    map_table: "The map as a table",
    map_reads: "The point",
    map_keys: "Map of two assumptions. Use the arrow keys to move the point, Enter to go on from there.",
    now: "now",
    go_there: "Go on from here",
    save_svg: "Save as SVG",
    save_png: "Save as PNG",
    without_changes: "without your changes",
    appropriation: "appropriation",
    seen_from: "Seen from",
    languages: "Language",
    abbreviations: "Short names",
    parts_of_note: "The note's pages",
    calculator: "The calculation",
    sensitivity: "Sensitivity",
    compare: "Compare",
    method: "Method and sources",
    statement_link: "Accessibility statement",
    method_screen: MethodLabels {
        help: "How the notes' numbers become the answers on this page, where the numbers come from, and what they cannot say.",
        chapters: "On this page",
        rules_help: "Each row of a note's table is worked out in one of four ways:",
        rules: &[
            Term { name: "Full-time posts", danish: None, meaning: "number of posts × what a post costs a year" },
            Term { name: "Fixed amount", danish: None, meaning: "the same amount each year" },
            Term { name: "Per citizen", danish: None, meaning: "number of citizens × an amount per citizen" },
            Term {
                name: "Per citizen in a job",
                danish: None,
                meaning: "number of citizens × the year's share in a job or education × an amount per citizen in a job or education",
            },
        ],
        steps: &[
            Term {
                name: "Which years",
                danish: None,
                meaning: "A row counts in the years in which the effort runs. Some rows count only in part in the first year, and \
                          some savings go on after the effort has stopped.",
            },
            Term {
                name: "From citizens to kroner",
                danish: None,
                meaning: "Citizens ÷ caseload gives consultants, and consultants × the cost of a post gives kroner. The reader \
                          chooses whether consultants are counted in fractions or rounded up to half or whole posts.",
            },
            Term {
                name: "Rounding",
                danish: None,
                meaning: "Each amount in the table is rounded to whole thousands of kroner; half a thousand is rounded away from \
                          nought. Sums add the rounded amounts, so what stands on the page always adds up.",
            },
            Term {
                name: "Paid back",
                danish: None,
                meaning: "An effort has paid for itself in the first year by the end of which its savings have caught up with its \
                          costs and do not fall behind again. Once the effort has stopped, only what is left of the effect \
                          counts, and no further ahead than 20 years, or what you choose.",
            },
            Term {
                name: "Prices",
                danish: None,
                meaning: "Each note is in its own year's prices, and nothing is converted.",
            },
            Term {
                name: "The city's money only",
                danish: None,
                meaning: "The notes have only the city's costs and savings. What the state and the region pay or save is not said, and \
                          so it is not counted.",
            },
        ],
        in_calculator: "See it in the calculation",
        note: "Note",
        printed: "In the note, as the text was read",
        origins_help: "Each assumption says where its number comes from. Here they are counted over all notes and editions. The last \
                       column has those that come along when savings are borrowed.",
        origin: "The number is",
        in_notes: "In the notes",
        with_borrowed: "On loan",
        documents_help: "The documents are transcribed as the text was read, also where they are wrong.",
        to_findings: "Where the notes do not agree",
        file: "File",
        budget: "Budget",
        prices: "Prices",
        transcribed: "Included",
        calculations: "Calculations",
        omitted: "Left out",
        citing_help: "Each calculation has a link of its own, which can be copied on the note's page. Give the date and the version \
                      too, so that others can see what you saw.",
        cite_page: "The page, for a list of references",
        copy_citation: "Copy the reference",
        copy_answer: "Copy the number with its source",
        text_copied: "The text is copied.",
        text_by_hand: "The browser would not copy. Here is the text:",
        short_names: "Administrations and committees",
        glossary: &[
            Term {
                name: "full-time post",
                danish: Some("årsværk"),
                meaning: "The work of one person full time for a year, also when several share it part time.",
            },
            Term {
                name: "place",
                danish: None,
                meaning: "One citizen in the effort at a time. Several may use a place in a year; how many, the notes do not say.",
            },
            Term {
                name: "caseload",
                danish: Some("sagsstamme"),
                meaning: "How many citizens a consultant has at a time.",
            },
            Term {
                name: "effect",
                danish: Some("effekt"),
                meaning: "What an effort changes, against what would have happened anyway. The notes use the word for the share who \
                          reach a job or education; this page calls that the share.",
            },
            Term {
                name: "price level",
                danish: Some("p/l"),
                meaning: "The year whose prices and wages an amount is in; “current” means each year's own.",
            },
            Term {
                name: "steering area",
                danish: Some("styringsområde"),
                meaning: "The part of the city's budget that an amount belongs to: service, transfers, programmes or demand-led \
                          transfers.",
            },
            Term {
                name: "appropriation",
                danish: Some("bevilling"),
                meaning: "Money that the city's politicians have set aside for a purpose. In the tables it is the number of the \
                          budget item that it is set aside on.",
            },
            Term {
                name: "administration",
                danish: Some("forvaltning"),
                meaning: "The part of the city's staff that does the work.",
            },
            Term {
                name: "committee",
                danish: Some("udvalg"),
                meaning: "The politicians who answer for an administration and its money.",
            },
            Term {
                name: "IPS",
                danish: None,
                meaning: "Individual Placement and Support: help to find a job goes together with the treatment.",
            },
            Term {
                name: "business case",
                danish: None,
                meaning: "A note that sets costs against the savings they are expected to bring.",
            },
        ],
        statement: &[
            Passage {
                title: "What the page aims at",
                sentences: &[
                    "The page is made to WCAG 2.2, level AA. Denmark's Web Accessibility Act requires the websites of public bodies to \
                         meet the European standard EN 301 549, which builds on WCAG 2.1, level AA.",
                ],
            },
            Passage {
                title: "How it is tested",
                sentences: &[
                    "The tests are automatic and run in Chromium.",
                    "The tool axe goes through every screen.",
                    "Every screen has to fit a window 320 pixels wide, and text at twice its size, without scrolling sideways.",
                    "The calculation is worked by keyboard alone, and the tests check that what has the focus can always be seen.",
                    "In Firefox and WebKit keyboard, focus, dark colours and narrow windows were looked at once, in November 2026.",
                ],
            },
            Passage {
                title: "What is not tested",
                sentences: &[
                    "Nobody with a disability has tried the page for us.",
                    "The page has not been gone through with a screen reader, a magnifier or voice control.",
                    "In browsers other than Chromium, axe has not examined the screens.",
                ],
            },
            Passage {
                title: "Known shortcomings",
                sentences: &[
                    "On a narrow screen, wide tables have to be scrolled sideways, each in a frame of its own.",
                    "The notes' own words and row labels are in Danish only, also on the English page.",
                    "Quotes from scanned notes may have reading errors from the scan.",
                    "Without JavaScript and WebAssembly the page cannot calculate. Only the notes' tables can then be read.",
                ],
            },
            Passage {
                title: "If you meet a barrier",
                sentences: &[
                    "The page has no publisher yet. Whoever publishes it is to put contact details here. Until then, barriers belong \
                         in the project's own list of issues.",
                ],
            },
            Passage {
                title: "Supervision",
                sentences: &[
                    "The Danish Agency for Digital Government supervises the websites of public bodies under the Act. If the \
                         publisher does not answer, you can turn to the agency.",
                ],
            },
        ],
    },
    tables_page: TablesLabels {
        file: "tables.html",
        title: "The notes' tables, as the text was read",
        help: "Every table of the notes that Indsatsregner rests on. Amounts in 1,000 kr., in each note's own prices. Savings have a \
               minus. Sums that do not add up in the note are not put right. The rows are in the notes' own Danish.",
        link: "All the notes' tables, also without JavaScript",
        row: "Row",
        lost: "* The scan lost this number; it is taken from another table of the same note.",
        to_calculator: "To the calculator, which needs JavaScript and WebAssembly",
    },
    follow_again: "Follow again",
    full_share_from_start: "the full share from year 1, because the effort runs already",
    caseload_help: "IPS means few citizens per consultant. None of the notes says what more per consultant would do to the share in a job or education.",
    returned: "Comes back",
    returned_total: "Comes back, all counted",
    payback_saving_efforts: "Pays for itself, only efforts with savings",
    discount_rate: "Rate a year (your choice; the notes have none)",
    compared_mine: "Your calculation",
    compare_with: "Compare with",
    baselines: "Notes as published",
    paste_link: "Paste a link",
    open_pasted: "Use the link",
    pasted_notices: "Something in the pasted link could not be used",
    swap: "Swap the two",
    open_other: "Open the other in the calculator",
    choose_other: "Choose another note, paste a link, or change a number in the calculation.",
    differing_drivers: "Assumptions that differ",
    no_differing_drivers: "None of the assumptions that both have differs.",
    driver: "Assumption",
    in_the_other: "in the other",
    figure: "Key figure",
    difference: "Difference",
    difference_help: "The difference is the first number minus the second.",
    rows_apart: "The tables, row by row",
    rows_apart_help: "Amounts in 1,000 kr., added up over all years. Savings have a minus.",
    not_there: "not there",
    not_comparable: "cannot be compared",
    elsewhere: ElsewhereLabels {
        new_edition: "There is a new version of this page.",
        reload: "Reload",
        one_file: "Get the page as one file",
        link_copied_here: "The link has been copied. It only works with this file on your own machine.",
        embed: "Embed in another page",
        embed_help: "Put the code into your own page. The frame shows the calculation as it is now, with a link to it here.",
        embed_what: "Show",
        element: "The code",
        copy_element: "Copy the code",
        element_copied: "The code has been copied.",
        element_by_hand: "The browser would not copy. Here is the code:",
        preview: "What the frame looks like",
        open_page: "Open in Indsatsregner",
    },
    export: ExportLabels {
        title: "Take the calculation along",
        help: "The workbook goes on calculating when you edit it: assumptions on one sheet, the calculation on another, the sources beside. The files are made in your browser.",
        save_xlsx: "Workbook (XLSX)",
        save_csv: "CSV",
        save_json: "JSON",
        preparing: "Preparing the file …",
        reading: "Reading the file …",
        saved: "The file is saved",
        failed: "The file could not be made. If you are offline, try again when you are back; if it goes on, the fault is ours.",
        open_file: "Open a scenario file",
        open_help: "A JSON file that was saved here. It can also be dropped anywhere on the page.",
        drop_here: "Drop the file to open it",
        opened: "The file is open",
        not_one_file: "Drop one file at a time.",
        file_remarks: "Something in the file could not be used",
        drivers_sheet: "Assumptions",
        calculation_sheet: "Calculation",
        printed_sheet: "In the note",
        sources_sheet: "Sources",
        drivers_help: "Edit the yellow cells with a frame, and the rest of the file follows. Bold: the value is not the note's.",
        in_formulas_help: "Column A is the name that the number has in formulas.",
        not_accepted: "That number cannot be used",
        not_accepted_help: "The lowest and the highest value are in the row. Citizens and years are whole numbers.",
        posts_step: "Consultants are rounded up to whole multiples of: 0 (not rounded), 0.5 or 1; −1: as many as in the note",
        rate: "Rate a year",
        rate_origin: "your choice; the notes have none",
        rate_help: "From 0 to 100%. Changes only the discounted payback.",
        horizon: "How many years ahead payback is looked for",
        answer: "Net in 1,000 kr., and years until it is paid back",
        calculation_help: "Amounts in 1,000 kr., costs without a sign and savings with a minus. Everything follows from the sheet of assumptions.",
        posts_block: "Full-time posts",
        posts_help: "Citizens ÷ caseload, rounded up as chosen, or as in the note; other posts as given.",
        efforts_block: "Efforts",
        first_year: "First year of the table",
        last_year: "Last year of the table",
        print_more: "Widen the print area: it lacks the last years.",
        amounts_block: "Lines: amounts a year",
        amounts_help: "The amount × the share that falls in each phase, rounded to whole thousands, a half away from zero. The inner ROUND removes the spreadsheet's own inexactness.",
        years_block: "Year by year",
        years_help: "Phase 0: not begun. 1: first year. 2: runs. 3: over. If an effort lasts longer, years are added.",
        year: "Year",
        phase: "Phase",
        outcomes: "In a job or education",
        committees_block: "By committee",
        committees_help: "Where committees share a line, the last one has the rest, so that the parts are the whole.",
        views_block: "Seen from each side",
        cumulative: "Net, added up year by year",
        is_paid_back: "Paid back (1) or not (0)",
        effort_costs_block: "Costs by effort",
        payback_block: "Paid back",
        payback_help: "Paid back is the first year from which the savings are never less than the costs again. After the table only the last year's saving goes on, that after the effort. The answer comes first; to its right is what it is computed from.",
        seen_from: "Seen from",
        payback_years: "Years until paid back",
        calendar_year: "Calendar year",
        in_table: "In the table's year no. (0: not)",
        left_at_end: "Left when the table ends",
        saving_goes_on: "Saving that goes on",
        years_before: "Whole years before",
        left_before: "Left when the year begins",
        net_of_year: "Net saving of the year",
        all_costs: "All costs",
        largest_saving: "Largest saving of a year",
        interest_help: "What is left grows by the rate every year. It is paid back when nothing is left, to the hundredth of a krone.",
        left_with_interest: "left, with interest",
        left_discounted: "in the first year's money",
        years_after: "Years after the table",
        no_costs: "no costs",
        no_savings: "no savings",
        figures_help: "Figures of one year are those of the last year in which every effort runs.",
        figures_year: "The year of the figures below",
        returned_help: "Savings ÷ costs: over all years of the table, and in the last year in which every effort with savings runs.",
        returned_year: "The year with full savings",
        in_that_year: "In that year",
        consultants: "Consultants",
        cost: "Cost",
        saving: "Saving",
        printed_title: "What the note says, and what is computed",
        printed_help: "Amounts in 1,000 kr., as the text of the note was read. To the right: computed minus read. Unchanged, every difference is zero.",
        as_printed: "Read",
        computed_minus_printed: "Computed minus read",
        written: "Written",
        version: "Version",
        rules: "Rules",
        rules_help: "Each line is rounded to whole thousands of kroner; everything after that adds rounded amounts. Amounts are in the note's own prices and are not converted.",
        link: "Link to the calculation",
        lines_block: "Lines",
        findings_help: "Where the note disagrees with itself or another note.",
        columns: ColumnLabels {
            section: "Section",
            id: "Id",
            name: "Name",
            name_in_formulas: "Name in formulas",
            driver: "Assumption",
            value: "Value",
            unit: "Unit",
            note_value: "The note's value",
            lowest: "Lowest",
            highest: "Highest",
            origin: "The number",
            explanation: "Explanation",
            number: "Number",
            file: "File",
            place: "Place",
            row: "Row",
            quote: "The note's words",
            row_in_note: "Row in the note",
            basis: "Why it is computed so",
            line: "Line",
            effort: "Effort",
            committee: "Committee",
            side: "Side",
            area: "Area",
            area_and_committee: "Area and committee",
            share: "Share",
            in_all: "In all",
            full_amount: "Full amount a year",
            share_first_year: "Share, first year",
            share_running: "Share while it runs",
            share_afterwards: "Share afterwards",
            first_year: "First year",
            running: "While it runs",
            afterwards: "Afterwards",
            years: "Years",
            stopped_from: "Stopped from",
            citizens: "Citizens",
            consultants: "Consultants",
            posts: "Full-time posts",
            kind: "Kind",
            what: "What",
            comment: "What could explain it, and what the calculator does",
            one_side: "One side",
            other_side: "The other side",
        },
        about_section: "About the file",
        driver_section: "Assumption",
        kroner: "kr.",
    },
};

/// A name that begins with an article, as it stands within a sentence.
fn within_a_sentence(name: &str) -> String {
    name.strip_prefix("The ").map_or_else(|| name.to_owned(), |rest| format!("the {rest}"))
}

/// The end of a notice about a value that could not be set: which value the driver keeps.
const fn kept(driver: &Driver) -> &'static str {
    match driver.origin {
        Origin::Stated(_) => "The note's number stays.",
        Origin::Derived { .. } | Origin::Borrowed { .. } | Origin::Assumed { .. } => "The number stays as it was.",
    }
}

/// What follows the year of a payback that comes only when the efforts have stopped.
fn rest(by_the_rest: bool) -> String {
    if by_the_rest { format!(", {}", LABELS.by_the_rest) } else { String::new() }
}

/// What the tables end with, and how long the last saving takes to cover it; `None` where nothing is left after the tables.
fn left_and_after(tables: &str, check: &PaybackCheck) -> Option<String> {
    let (costs, savings, last) = check.cells;
    let left = costs.plus(savings);
    let Payback::Reached { years, .. } = check.computed else { return None };
    (left > Thousands::ZERO).then(|| {
        format!(
            "{tables} end with {} left ({}): costs of {} minus savings of {}. If the last {} a year go on, it takes {} in all",
            ENGLISH.cell(left),
            LABELS.thousands,
            ENGLISH.cell(costs),
            ENGLISH.cell(savings.negated()),
            ENGLISH.cell(last.negated()),
            NUMBERS.counted(years, YEAR)
        )
    })
}

impl Words for English {
    fn vocabulary(&self) -> &'static Vocabulary {
        &VOCABULARY
    }

    fn noun(&self, unit: Unit) -> Noun {
        match unit {
            Unit::Citizens | Unit::CitizensPerPost => ("citizen", "citizens"),
            Unit::Posts => ("full-time post", "full-time posts"),
            Unit::CostPerPost | Unit::AmountPerOutcome | Unit::AmountPerYear => ("kr.", "kr."),
            Unit::Share => ("%", "%"),
            Unit::Years => YEAR,
            Unit::Factor => ("times", "times"),
        }
    }

    fn nth_year(&self, years: Decimal) -> String {
        let number = ENGLISH.exact(years);
        let suffix =
            match (number.ends_with("11") || number.ends_with("12") || number.ends_with("13"), number.chars().last()) {
                (false, Some('1')) => "st",
                (false, Some('2')) => "nd",
                (false, Some('3')) => "rd",
                _ => "th",
            };
        format!("{number}{suffix} year")
    }

    fn comes_to(&self, net: Ordering) -> &'static str {
        match net {
            Ordering::Less => "saving in all",
            Ordering::Equal => "breaks even",
            Ordering::Greater => "cost in all",
        }
    }

    fn budget(&self, year: Year) -> String {
        format!("{year} budget")
    }

    fn in_budget(&self, note: &str, year: Year) -> String {
        format!("{note} in Budget {year}")
    }

    fn table(&self, number: &str) -> String {
        format!("table {number}")
    }

    fn section(&self, number: &str) -> String {
        format!("section {number}")
    }

    fn row(&self, label: &str) -> String {
        format!("the row {}", self.quoted(label))
    }

    fn the(&self, body: &str) -> String {
        format!("the {body}")
    }

    fn per_consultant(&self, citizens: &str) -> String {
        format!("{citizens} per consultant")
    }

    fn in_a_job(&self, citizens: &str) -> String {
        format!("{citizens} in a job or education")
    }

    fn phase(&self, phase: Phase) -> &'static str {
        match phase {
            Phase::Before => "before the effort",
            Phase::First => "first year",
            Phase::Running => "while the effort runs",
            Phase::After => "after the effort",
        }
    }

    fn rounded_up(&self, exact: &str, posts: &str, counted_in: &str) -> String {
        format!("{exact} becomes {posts}, since they are counted in {counted_in}.")
    }

    fn posts_stay(&self, posts: &str) -> String {
        format!("Their number is as in the note: {posts}. The caseload follows the citizens.")
    }

    fn rounded(&self, cell: &str) -> String {
        format!("Rounded to whole thousands: {cell}")
    }

    fn adds_up(&self, whole: &str) -> String {
        format!("{whole} in all")
    }

    fn saved_by(&self, year: Year) -> String {
        format!("By the end of {year} at least as much has been saved as was spent.")
    }

    fn left_after(&self, years: &str, left: &str, gain: &str) -> String {
        format!("After {years} {left} is left, and the next year gives {gain}")
    }

    fn discounted_by(&self, divisor: &str) -> String {
        format!("For each year after the first the amount is divided by {divisor}.")
    }

    fn change(&self, changed: &Changed<'_>) -> String {
        let (before, after) = NUMBERS.before_and_after(changed, self.noun(changed.driver.unit));
        format!("{} at {after} instead of {before}", self.named(&changed.driver.mention))
    }

    fn counting(&self, posts: PostsCount) -> String {
        match posts {
            PostsCount::AsInNote => "as many consultants as in the note".to_owned(),
            posts => format!("consultants counted in {}", self.posts_count(posts)),
        }
    }

    fn more_changes(&self, more: usize) -> String {
        if more == 1 { "1 more change".to_owned() } else { format!("{more} more changes") }
    }

    fn having(&self, changes: &str) -> String {
        format!("With {changes}, ")
    }

    fn still_none(&self, net_changes: bool) -> &'static str {
        if net_changes {
            "there is still no payback, but "
        } else {
            "there is still no payback, and the net amount stays the same."
        }
    }

    fn stays(&self, moment: &str, net_changes: bool) -> String {
        if net_changes {
            format!("payback stays in {moment}, but ")
        } else {
            format!("payback stays in {moment}, and the net amount stays the same.")
        }
    }

    fn moves(&self, from: Option<&str>) -> String {
        match from {
            Some(moment) => format!("payback moves from {} to ", with_closing_comma(moment.to_owned())),
            None => "payback moves to ".to_owned(),
        }
    }

    fn no_costs_left(&self, start: Phrase) -> Phrase {
        start.plain("there are no costs left and ").strong("nothing to pay back").plain(".")
    }

    fn no_savings_left(&self, start: Phrase) -> Phrase {
        start.plain("there are ").strong("no savings").plain(" left.")
    }

    fn costs_go(&self, from: &str) -> String {
        format!("total costs go from {from} to ")
    }

    fn both_give(&self, start: Phrase, returned: Pair<(String, Year)>) -> Phrase {
        let is_same = !returned.differs();
        let Pair { left: (left, year), right: (right, other_year) } = returned;
        if is_same {
            return start.plain("All counted, both give ").strong(left).plain(format!(" in {year}."));
        }
        start
            .plain("All counted, the first gives ")
            .strong(left)
            .plain(format!(" in {year}, and the second "))
            .strong(right)
            .plain(format!(" in {other_year}."))
    }

    fn both_paid_back(&self, start: Phrase, payback: Pair<Payback>) -> Phrase {
        let clause = |start: Phrase, pays: &str, has: &str, payback: Payback| match payback {
            Payback::Reached { years, year, by_the_rest } => start
                .plain(format!("{pays} in "))
                .strong(year.to_string())
                .plain(format!(" (the {}{})", self.nth_year(years), rest(by_the_rest))),
            Payback::NotWithin { horizon, .. } => {
                start.plain(format!("{has} ")).strong(format!("does not pay for itself within {horizon} years"))
            }
            Payback::OnlyAfterwards => start.plain(format!("{pays}, but {}", LABELS.by_the_rest)),
            Payback::NoSavings => start.plain(format!("{has} has no savings to pay it back with")),
            Payback::NoCosts => start.plain(format!("{has} has no costs to pay back")),
        };
        if payback.differs() {
            let start = clause(start, "The first pays for itself", "The first", payback.left).plain(", and ");
            return clause(start, "the second pays for itself", "the second", payback.right).plain(".");
        }
        match payback.left {
            Payback::Reached { .. } | Payback::OnlyAfterwards => {
                clause(start, "Both pay for themselves", "Both", payback.left).plain(".")
            }
            Payback::NotWithin { horizon, .. } => {
                start.plain("Neither ").strong(format!("pays for itself within {horizon} years")).plain(".")
            }
            Payback::NoSavings => start.plain("Neither has savings to pay it back with."),
            Payback::NoCosts => start.plain("Neither has costs to pay back."),
        }
    }

    fn gives(&self, years: &str, own: Option<&str>) -> String {
        let own = own.map(|own| format!("; {own}")).unwrap_or_default();
        full_stop(format!(", the calculation gives {years}{own}"))
    }

    fn in_own_range(&self, value: &str, range: &str) -> String {
        format!("{value} lies within the note's own {range}")
    }

    fn own_alternative(&self, value: &str, name: &str) -> String {
        format!("{value} is in the note too: {name}")
    }

    fn also_between(&self, lowest: &str, highest: &str) -> String {
        full_stop(format!("That holds for every value tried from {lowest} to {highest}"))
    }

    fn could_be_why(&self, numbers: usize) -> String {
        let number = if numbers == 1 { "number" } else { "numbers" };
        format!("That could explain the {number}, but the note does not say so.")
    }

    fn nothing_gives(&self, years: &str) -> String {
        format!("None of the values that we tried gives {years}.")
    }

    fn tried(&self, values: usize, drivers: usize) -> String {
        format!(
            "We tried {} of {}, one at a time.",
            NUMBERS.counted(Decimal::from(values), ("value", "values")),
            NUMBERS.counted(Decimal::from(drivers), ("assumption", "assumptions")),
        )
    }

    fn chosen_give(&self, years: &str) -> String {
        format!("The values chosen now give {years}.")
    }

    fn tables_and_after(&self, check: &PaybackCheck) -> Option<String> {
        let tables = match check.basis {
            PaybackBasis::Total => "All counted: the tables",
            PaybackBasis::Service => "On service alone: the tables",
        };
        left_and_after(tables, check).map(full_stop)
    }

    fn target_changed(&self, change: Change, before: &str, share_before: &str, share: &str) -> String {
        match change {
            Change::Share => {
                format!("The target used to be {share_before} ({before}). Why it is now {share}, the notes do not say.")
            }
            Change::Definition => format!("The figure is the same as before ({before}), but something else counts."),
            Change::People => format!("The figure is the same as before ({before}), but the target group is another."),
        }
    }

    fn target_dropped(&self, newest: &str) -> String {
        format!("The newest note about the effort does not have the target ({newest}).")
    }

    fn reported(&self, measure: &str, period: &str, document: &str, target: Option<&str>) -> String {
        let against = target.map(|target| format!(" The target was {target}.")).unwrap_or_default();
        format!("{measure} ({period}; {document}).{against}")
    }

    fn other_denominator(&self, target: Denominator, result: Denominator) -> String {
        match target {
            Denominator::NotSaid => format!(
                "The two are not measured alike: the result is a share of {}; whom the target is a share of is not said",
                self.denominator(result)
            ),
            Denominator::NormalEffort => format!(
                "The two are not measured alike: the target is a comparison with the normal effort, the result a share of {}",
                self.denominator(result)
            ),
            target => format!(
                "The two are not measured alike: the target is a share of {}, the result of {}",
                self.denominator(target),
                self.denominator(result)
            ),
        }
    }

    fn also_counts(&self, also: &str) -> String {
        format!("The result counts {also} as well")
    }

    fn follow_up_promised(&self, document: &str, follow_up: &FollowUp) -> String {
        let (says, when) = (self.named(&follow_up.says), self.named(&follow_up.when));
        if follow_up.happens {
            format!("According to {document}, {says} {when}.")
        } else {
            let document = with_closing_comma(document.to_owned());
            format!("{document} promised to follow up on {says}: {when}.")
        }
    }

    fn reported_since(&self, period: &str, document: &str) -> String {
        format!("The figure that has come since is for {period} ({document}).")
    }

    fn without_target(&self, says: &str, place: &str) -> String {
        format!("{says} ({place}). No target measures it.")
    }

    fn per_post(&self, amount: &str) -> String {
        format!("{amount} per full-time post")
    }
}

impl English {
    /// The start of the answer: what the efforts are given, and from whose side they are looked at.
    fn answer_start(&self, answer: &Answer<'_>) -> Phrase {
        let citizens = answer.citizens.map(|citizens| self.value(citizens, Unit::Citizens));
        let share = answer.effect.map(|share| format!("{} in a job or education", ENGLISH.percent(share)));
        let with: Vec<String> = citizens.into_iter().chain(share).collect();
        let from = match answer.perspective {
            Perspective::Total | Perspective::SavingEfforts => " ".to_owned(),
            Perspective::Service => ", on service alone, ".to_owned(),
            from @ Perspective::Committee(_) => format!(", seen from {}, ", self.the(self.perspective(from))),
        };
        let effort = answer.only_effort.map_or("the effort".to_owned(), |name| uncapitalised(self.named(name)));
        if answer.efforts > 1 {
            let count = answer.efforts.to_string();
            Phrase::default().plain("The ").strong(count).plain(format!(" efforts together{from}"))
        } else if with.is_empty() {
            Phrase::default().plain(format!("{}{from}", capitalised(&effort)))
        } else {
            Phrase::default().plain("With ").strong(join(&with, AND)).plain(format!(", {effort}{from}"))
        }
    }
}

/// The answers to the questions that readers ask.
impl English {
    /// The name of an effort for the middle of a sentence.
    fn effort_of(&self, note: Note<'_>, effort: usize) -> String {
        uncapitalised(note.variant.efforts.get(effort).map_or("", |effort| self.named(&effort.name)))
    }

    fn variant_of(&self, note: Note<'_>) -> String {
        self.named(&note.variant.name).to_owned()
    }

    /// The name of a note without its edition.
    fn note_of(&self, document: &Document) -> String {
        self.document_name(&DocumentName { edition: None, ..document.name() })
    }

    fn targets_met(&self, results: &[TargetMet<'_>], tally: &aims::Tally) -> Phrase {
        let of_result = |met: &TargetMet<'_>| {
            let (share, target) = (ENGLISH.percent(met.share), ENGLISH.percent(met.target));
            let rest = format!(" against a target of {target} ({})", uncapitalised(self.named(met.effort)));
            Phrase::default().strong(share).plain(rest)
        };
        let verdict = match results.iter().filter(|met| met.share >= met.target).count() {
            0 => "No, not where it was measured: ",
            all if all == results.len() => "Yes, where it was measured: ",
            _ => "Only some of them: ",
        };
        let apart = if results.iter().all(|met| met.is_alike) {
            ""
        } else {
            " Target and result are not counted alike; see Targets and results."
        };
        let missing = ENGLISH.exact(Decimal::from(tally.due.saturating_sub(tally.reported)));
        Phrase::default().plain(verdict).then(phrases(results.iter().map(of_result))).plain(format!(
            ".{apart} Of {} that a later note could have reported, {missing} are missing.",
            NUMBERS.counted(Decimal::from(tally.due), ("follow-up", "follow-ups"))
        ))
    }

    fn cheaper_scenario(&self, cheaper: &CheaperScenario<'_>) -> Phrase {
        let (left, right) = (self.variant_of(cheaper.notes.left), self.variant_of(cheaper.notes.right));
        let is_half = cheaper.posts == Decimal::new(5, 1);
        let posts = if is_half { "half a full-time post".to_owned() } else { self.value(cheaper.posts, Unit::Posts) };
        let reason = cheaper.reason.as_ref().map_or_else(
            || ".".to_owned(),
            |(remark, administrations)| {
                let document = cheaper.notes.left.document;
                let says = uncapitalised(self.named(&remark.says));
                let quote = self.quoted(&rejoined(&remark.source.quote));
                let place = self.place(&self.document(document), &remark.source);
                let administrations = administrations_of(administrations);
                format!(" in {administrations}. The note's own reason: {says}. In its words: {quote} ({place}).")
            },
        );
        Phrase::default()
            .plain(format!("{} costs ", with_closing_comma(left)))
            .strong(NUMBERS.in_short(cheaper.a_year))
            .plain(" less a year and ")
            .strong(NUMBERS.in_short(cheaper.in_all))
            .plain(format!(" less in all than {right}. The difference is "))
            .strong(posts)
            .plain(format!("{reason} What that means for the share in a job or education is not said."))
    }

    fn unchanged_costs(&self, all: &[Unchanged<'_>]) -> Phrase {
        let of_effort = |one: &Unchanged<'_>| {
            let (size, more) =
                if one.more < Thousands::ZERO { (one.more.negated(), "less") } else { (one.more, "more") };
            let (effort, note) = (self.effort_of(one.note, one.effort), self.variant_of(one.note));
            Phrase::default()
                .strong(NUMBERS.in_short(size))
                .plain(format!(" {more} a year for {effort} ({note}: "))
                .strong(self.exact_millions(one.cost))
                .plain(")")
        };
        Phrase::default().plain("Against what was granted last: ").then(phrases(all.iter().map(of_effort))).plain(
            ". The proposal is in the prices of its own year and the grant in its own, so the difference may be rising \
                     prices and wages alone.",
        )
    }

    fn afterwards_not_said(&self, all: &[EndsEarly<'_>]) -> Phrase {
        let of_effort = |one: &EndsEarly<'_>| {
            format!(
                "{} until the end of {} ({})",
                self.effort_of(one.note, one.effort),
                one.last,
                self.variant_of(one.note)
            )
        };
        let efforts = in_list(all.iter().map(of_effort));
        Phrase::default()
            .plain("Money is asked for only for this: ")
            .strong(efforts)
            .plain(". What happens afterwards is not said.")
    }

    fn money_in_all(&self, all: &[Money<'_>]) -> Phrase {
        let of_effort = |money: &Money<'_>| {
            let other = money.other.map(|(document, apart)| {
                let size = if apart < Thousands::ZERO { apart.negated() } else { apart };
                let more = if apart < Thousands::ZERO { "less" } else { "more" };
                format!("; {} has {} {more}", with_closing_comma(self.document(document)), self.exact_millions(size))
            });
            let asked = money.asked.iter().map(|(note, sum)| {
                let rest = format!(" in {}", self.variant_of(*note));
                Phrase::default().strong(self.exact_millions(*sum)).plain(rest)
            });
            let granted = format!(
                " granted in {} ({}{}), and asked for: ",
                span(money.years),
                self.document(money.document),
                other.unwrap_or_default()
            );
            Phrase::default()
                .plain(format!("{}: ", capitalised(&self.effort_of(money.newest.0, money.newest.1))))
                .strong(self.exact_millions(money.granted))
                .plain(granted)
                .then(join_phrases(asked.collect(), "or"))
                .plain(". ")
        };
        all.iter()
            .map(of_effort)
            .fold(Phrase::default(), Phrase::then)
            .plain("The amounts are in the prices of each note and each year and are not converted.")
    }

    fn consultants_over_time(&self, all: &[Consultants<'_>]) -> Phrase {
        let of_note = |one: &Consultants<'_>| {
            let rest = format!(" for {} ({})", self.effort_of(one.note, one.effort), self.variant_of(one.note));
            Phrase::default().strong(ENGLISH.rounded(one.posts, 2)).plain(rest)
        };
        phrases(all.iter().map(of_note)).plain(".")
    }

    fn who_pays_and_saves(&self, it: &WhoPays<'_>) -> Phrase {
        let kroner = |returned: Decimal| format!("{}\u{a0}kr.", ENGLISH.fixed(returned, 2));
        let start = Phrase::default()
            .plain(format!("According to {}, each krone spent brings back ", self.variant_of(it.note)))
            .strong(kroner(it.total))
            .plain(format!(" in {}", span(it.years)));
        let start = match it.service {
            Some(returned) => start.plain(", and on service alone ").strong(kroner(returned)),
            None => start,
        };
        let of_committee = |sides: &Sides| {
            let phrase = Phrase::default()
                .plain(format!(" {} pays ", capitalised(&self.the(self.perspective(sides.perspective)))))
                .strong(NUMBERS.in_short(sides.costs))
                .plain(" and saves ")
                .strong(NUMBERS.in_short(sides.savings));
            let phrase = match sides.returned {
                Some(returned) => phrase.plain(", which is ").strong(kroner(returned)).plain(" for each krone"),
                None => phrase,
            };
            phrase.full_stop()
        };
        it.committees.iter().map(of_committee).fold(start.full_stop(), Phrase::then)
    }

    fn claimed(&self, claim: &Claim<'_>) -> Phrase {
        let start = Phrase::default()
            .plain(format!("According to {}, ", self.variant_of(claim.note)))
            .strong(NUMBERS.in_short(claim.margin.balance.negated()))
            .plain(format!(" more has been saved than spent by the end of {}; ", claim.margin.end_of))
            .strong(NUMBERS.in_short(claim.margin.spent))
            .plain(" has been spent. With the rest as in the note, these are the limits of the claim. ");
        let driver = |ix: DriverIx| claim.note.variant.driver(ix);
        let limits =
            claim.limits.iter().filter_map(|(ix, limit)| Some(self.break_even(driver(*ix)?, limit).plain(" ")));
        let limits = limits.fold(start, Phrase::then);
        limits.plain("The rate of interest must be at most ").strong(ENGLISH.percent(claim.rate)).plain(".")
    }

    fn target_became_another(&self, pair: &Pair<(&Document, Decimal, Denominator)>) -> Phrase {
        let of_target = |(document, share, of): (&Document, Decimal, Denominator)| {
            let than = if of == Denominator::NormalEffort { "more than in" } else { "of" };
            format!("{} {than} {} ({})", ENGLISH.percent(share), self.denominator(of), self.note_of(document))
        };
        Phrase::default()
            .plain("From ")
            .strong(of_target(pair.left))
            .plain(" to ")
            .strong(of_target(pair.right))
            .plain(". Why is not said.")
    }

    fn evaluated(&self, document: &Document, evaluation: &FollowUp, comparison: &FollowUp) -> Phrase {
        let by = evaluation.by.as_ref().map(|by| self.named(by)).unwrap_or_default();
        Phrase::default().plain(format!("According to {}: ", self.document(document))).strong(by).plain(format!(
            " ({}). The comparison was to be made {}. No later note has it.",
            self.named(&evaluation.when),
            self.named(&comparison.when)
        ))
    }

    fn editions_granted(&self, efforts: &[EditionsOf<'_>]) -> Phrase {
        let named = |document: &Document| document.edition.as_ref().map(|it| self.named(it).to_owned());
        let of_effort = |effort: &EditionsOf<'_>| {
            let fitting: Vec<String> = effort.fitting.iter().filter_map(|document| named(document)).collect();
            let fitting = if fitting.is_empty() { "none of them".to_owned() } else { in_list(fitting) };
            let amounts = each_once(effort.proposed.iter().map(|(_, amount)| *amount));
            let proposed = in_list(amounts.into_iter().map(|amount| {
                let by = effort.proposed.iter().filter(|(_, proposed)| *proposed == amount);
                let by = in_list(by.filter_map(|(document, _)| named(document)));
                format!("{} ({by})", NUMBERS.in_short(amount))
            }));
            let granted = NUMBERS.in_short(effort.granted);
            let name = capitalised(self.named(effort.effort));
            Phrase::default()
                .plain(format!(" {name}: "))
                .strong(format!("fits {fitting}"))
                .plain(format!("; proposed a year: {proposed}; granted: {granted}"))
                .full_stop()
        };
        let start = "The notes do not say, but the amounts can be held against what later stands as granted.";
        efforts.iter().map(of_effort).fold(Phrase::default().plain(start), Phrase::then)
    }
}

impl English {
    fn indexed(&self, indexed: &Indexed<'_>) -> Phrase {
        let count = |number: usize| ENGLISH.exact(Decimal::from(number));
        let start = Phrase::default()
            .plain("It does not look like it: ")
            .strong(format!("{} of {}", count(indexed.level), count(indexed.several)))
            .plain(" appropriations over several years are the same amount in every year.");
        if indexed.proposed == 0 {
            return start;
        }
        let same = indexed.proposed.saturating_sub(indexed.moved.len());
        let moved = in_list(indexed.moved.iter().map(|(effort, proposed, granted)| {
            let effort = uncapitalised(self.named(effort));
            format!("{effort} (proposed {}, granted {})", NUMBERS.in_short(*proposed), NUMBERS.in_short(*granted))
        }));
        let rest = match indexed.moved.len() {
            0 => String::new(),
            1 => format!(" Only one amount is another: {moved}."),
            _ => format!(" Other amounts: {moved}."),
        };
        start.plain(format!(" Of the {}, ", count(indexed.several))).strong(count(indexed.proposed)).plain(format!(
            " can be held against a proposal in fixed prices, and {} are exactly that amount.{rest}",
            count(same)
        ))
    }
}

/// The short names of administrations within a sentence.
fn administrations_of(administrations: &[Administration]) -> String {
    let names = administrations.iter().filter_map(|administration| CITY.administration(*administration));
    in_list(names.map(|body| body.short.clone()))
}

fn phrases(parts: impl Iterator<Item = Phrase>) -> Phrase {
    join_phrases(parts.collect(), AND)
}

/// What stands on service alone.
impl English {
    /// `others` are the notes that have the same as service.
    fn not_service(&self, outside: &OutsideService<'_>, own: &str, others: &str) -> String {
        let names = outside.lines.iter().map(|line| self.quoted(self.named(&line.name)));
        let areas = each_once(outside.lines.iter().map(|line| self.area(line.area).to_owned()));
        format!(
            "Service alone cannot be compared: in {own}, {} of the costs are {} ({}), and {others} as service.",
            ENGLISH.percent(rounded(outside.share, 2)),
            in_list(areas),
            in_list(names)
        )
    }
}

/// The parts of a list in a sentence.
fn in_list(parts: impl IntoIterator<Item = String>) -> String {
    join(&parts.into_iter().collect::<Vec<_>>(), AND)
}

impl English {
    /// The answer where a payback comes only once the efforts have stopped.
    fn paid_back_by_the_rest(&self, answer: &Answer<'_>, years: Decimal, year: u32) -> Phrase {
        let verb = |one: &'static str, many: &'static str| if answer.efforts > 1 { many } else { one };
        let start = || self.answer_start(answer);
        let (it, they_stop) = (verb("it", "they"), verb("it stops", "they stop"));
        let it_pays = verb("it pays for itself", "they pay for themselves");
        let until = answer.runs_until;
        match (answer.returned_year_after_year(), answer.loses_every_year) {
            (Some(returned), true) => start()
                .plain(format!("{}more each year than {}: ", verb("costs ", "cost "), verb("it saves", "they save")))
                .strong(self.per_krone(returned))
                .plain(format!(
                    " in {}. If what is left of the effect lasts once {they_stop}, {it_pays} in {year}.",
                    answer.returned.year
                )),
            (Some(returned), false) => {
                start().plain(verb("gives ", "give ")).strong(self.per_krone(returned)).plain(format!(
                    " in {}. If {they_stop} after {until}, {it} will have cost more than {it} saved; if what is left of the effect \
                     lasts, {it_pays} in {year}.",
                    answer.returned.year
                ))
            }
            (None, loses_every_year) => {
                let start = if loses_every_year {
                    let running = verb("it saves while it runs", "they save while they run");
                    start().plain(format!("{}more than {running}", verb("costs ", "cost ")))
                } else {
                    let short = self.short_millions(answer.short);
                    start().plain(format!("{}{short} short at the end of {until}", verb("is ", "are ")))
                };
                start
                    .plain(". If what is left of the effect lasts, ")
                    .strong(format!("{it_pays} in {year}"))
                    .plain(format!(", the {}.", self.nth_year(years)))
            }
        }
    }
}

impl Wording for English {
    fn language(&self) -> Language {
        Language::English
    }

    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn quoted(&self, words: &str) -> String {
        format!("“{words}”")
    }

    fn answer(&self, answer: &Answer<'_>) -> Phrase {
        let is_many = answer.efforts > 1;
        let verb = |one: &'static str, many: &'static str| if is_many { many } else { one };
        let start = || self.answer_start(answer);
        let they_stop = verb("it stops", "they stop");
        let until = answer.runs_until;
        let pays = verb("pays for itself ", "pay for themselves ");
        let it_pays = verb("it pays for itself", "they pay for themselves");
        let sentence = match (answer.returned_year_after_year(), answer.payback) {
            (_, Payback::Reached { years, year, by_the_rest: true }) => self.paid_back_by_the_rest(answer, years, year),
            (Some(returned), payback) => {
                let gives = verb("gives ", "give ");
                let start = start()
                    .plain(gives)
                    .strong(self.per_krone(returned))
                    .plain(format!(" in {}.", answer.returned.year));
                match payback {
                    Payback::Reached { year, .. } if returned >= Decimal::ONE => {
                        start.plain(format!(" {} in {year}.", verb("It pays for itself", "They pay for themselves")))
                    }
                    Payback::Reached { year, .. } => start.plain(format!(
                        " If {} only in {}, {it_pays} in {year}.",
                        verb("it runs", "they run"),
                        span((answer.years.0, until))
                    )),
                    _ => start.plain(format!(
                        " If {they_stop} after {until}, {} within {} years.",
                        verb("it does not pay for itself", "they do not pay for themselves"),
                        answer.horizon
                    )),
                }
            }
            (None, Payback::Reached { years, year, .. }) if years == Decimal::ONE => {
                start().plain(pays).strong(format!("as early as {year}")).plain(", the 1st year.")
            }
            (None, Payback::Reached { years, year, .. }) => {
                let nth = format!(", the {}.", self.nth_year(years));
                start().plain(pays).strong(format!("in {year}")).plain(nth)
            }
            (None, Payback::NotWithin { .. }) if answer.ahead_for_a_while().is_some() => {
                let year = answer.ahead_for_a_while().unwrap_or_default();
                let costs = format!("{}{}", verb("ends up costing ", "end up costing "), self.millions(answer.net));
                start().plain(format!("{}ahead in {year}, but ", verb("is ", "are "))).strong(costs).plain(format!(
                    " more than {} in {}.",
                    verb("it saves", "they save"),
                    span(answer.years)
                ))
            }
            (None, Payback::NotWithin { horizon, .. }) => {
                let not = verb("does not pay for itself", "do not pay for themselves");
                let sentence = start().strong(format!("{not} within {horizon} years")).plain(".");
                match answer.returned.in_all {
                    Some(returned) => sentence.plain(format!(
                        " For each krone, {} kr. come back in {}.",
                        ENGLISH.fixed(returned, 2),
                        span(answer.years)
                    )),
                    None => sentence,
                }
            }
            (None, Payback::NoSavings) => {
                let why = match (answer.states_savings, is_many) {
                    (true, _) => "There are no savings to pay it back with.",
                    (false, true) => {
                        "The note states no savings, so it does not say when they will pay for themselves."
                    }
                    (false, false) => {
                        "The note states no savings, so it does not say when the effort will pay for itself."
                    }
                };
                let cost = self.millions(answer.cost);
                start().plain(verb("costs ", "cost ")).strong(cost).plain(format!(" in {}. {why}", answer.year))
            }
            (None, Payback::OnlyAfterwards) => {
                start().plain(pays.trim_end()).plain(", but ").strong(LABELS.by_the_rest).plain(".")
            }
            (None, Payback::NoCosts) => {
                start().strong(verb("costs nothing", "cost nothing")).plain(", so there is nothing to pay back.")
            }
        };
        match (answer.payback, answer.borrowed_from) {
            (Payback::Reached { .. } | Payback::NotWithin { .. }, Some(budget)) => {
                let share = answer.share_on_all_places.map(|of| format!(" {}", self.share_on_all_places(of)));
                sentence.plain(share.unwrap_or_default()).plain(format!(" The savings are borrowed from {budget}."))
            }
            _ => sentence,
        }
    }

    fn overview_title(&self, covered: &Covered) -> String {
        let noun = if covered.granted == 1 { YEAR.0 } else { YEAR.1 };
        let granted = format!("{} {noun} granted", spelled_out(&VOCABULARY, covered.granted));
        let proposed = match covered.proposed {
            0 => String::new(),
            proposed => format!(", {} proposed", spelled_out(&VOCABULARY, proposed)),
        };
        format!("{}: {granted}{proposed}", span(covered.years))
    }

    fn also_said(&self, said: &AlsoSaid<'_>) -> String {
        let says = self.named(said.says());
        match said {
            AlsoSaid::Remark(_) => full_stop(says.to_owned()),
            AlsoSaid::Count(count) => {
                let up_to = match count.least {
                    Some(least) if least.is_zero() => "Up to ".to_owned(),
                    Some(least) => format!("{}–", ENGLISH.exact(least)),
                    None => String::new(),
                };
                full_stop(format!("{up_to}{} {says}", FindingWords::number(self, count.number, count.unit, false)))
            }
        }
    }

    fn borrow_from(&self, lender: &Document) -> String {
        format!("Borrow the savings of {}", lender.budget)
    }

    fn borrow_help(&self, lender: Note<'_>) -> String {
        let Document { budget, price_level, .. } = lender.document;
        let efforts: Vec<String> =
            lending_efforts(self, lender.variant).iter().map(|effort| within_a_sentence(effort)).collect();
        let efforts = join(&efforts, AND);
        let about = lender.variant.savings_about.as_ref();
        let about = about.map(|about| format!(" and about {}", self.named(about))).unwrap_or_default();
        format!(
            "The note states no savings. The business case of {budget} does, and its saving per citizen in a job can be borrowed \
             for {efforts}. It is in {price_level} prices{about}. All that is borrowed is marked."
        )
    }

    fn borrowed_line(&self, lender: &Lender) -> String {
        format!(" · borrowed from the {} business case", lender.budget)
    }

    fn borrowed_savings(&self, lender: &Lender) -> String {
        format!("savings borrowed from {}", lender.budget)
    }

    fn example_help(&self, example: &Document) -> String {
        format!(
            "The numbers are those of the business case in Budget {} and are worked out here on the page. Each rests on those \
             before it.",
            example.budget
        )
    }

    fn cite_answer(&self, example: &Document) -> String {
        format!("A number, for a newspaper: the answer of {}, as the note was published", example.budget)
    }

    fn payback_help(&self, stating: &[&Document]) -> String {
        let others = "and for their IPS effort alone, while all their costs count.";
        match stating {
            [Document { budget, price_level, .. }] => format!(
                "Only the business case of {budget} states savings. The other notes stand here with savings borrowed from it, in \
                 {price_level} prices, {others}"
            ),
            several => format!(
                "Only the business cases of {} state savings. The other notes stand here with savings borrowed from one of \
                 them, in its prices, {others}",
                join(&budgets(several), AND)
            ),
        }
    }

    fn note_line(&self, note: Note<'_>) -> String {
        let years = span((note.variant.first, note.variant.last));
        format!("{} · {years} · {}, not converted", self.named(&note.variant.name), self.prices(note.document))
    }

    fn group(&self, group: Group) -> &'static str {
        match group {
            Group::Citizens => "Citizens and caseload",
            Group::Staff => "Full-time posts, and what they cost a year",
            Group::Effect => "Share in a job or education",
            Group::Savings => "Savings a year per citizen in a job or education",
            Group::Period => "Period",
        }
    }

    fn note_value(&self, value: &str) -> String {
        format!("the note: {value}")
    }

    fn note_value_as(&self, origin: &Origin, value: &str) -> String {
        match origin {
            Origin::Stated(_) => self.note_value(value),
            Origin::Derived { lender: None, .. } => format!("derived: {value}"),
            Origin::Derived { lender: Some(_), .. } => format!("borrowed, derived there: {value}"),
            Origin::Borrowed { .. } => format!("borrowed: {value}"),
            Origin::Assumed { .. } => format!("assumed: {value}"),
        }
    }

    fn restore_driver(&self, name: &str, value: &str) -> String {
        format!("Put {name} back to {value}")
    }

    fn origin(&self, origin: &Origin) -> &'static str {
        match origin {
            Origin::Stated(_) => "stated in the note",
            Origin::Derived { lender: None, .. } => "derived from the note",
            Origin::Derived { lender: Some(_), .. } => "derived from the note that is borrowed from",
            Origin::Borrowed { .. } => "borrowed from another note",
            Origin::Assumed { .. } => "assumed by us",
        }
    }

    fn interval(&self, interval: Interval, unit: Unit) -> String {
        let (low, below) = NUMBERS.interval(interval, unit, self.noun(unit));
        format!("Every number between {low} and {below} gives the amounts in the note.")
    }

    fn use_alternative(&self, name: &str, value: &str) -> String {
        format!("Use {value}: {name}")
    }

    fn another_length(&self, published: &str) -> String {
        format!(
            "The residual effect is what is left after {published}. The notes say nothing of it after another length."
        )
    }

    fn with_posts_as_in_note(&self, sentence: &str) -> String {
        format!("{sentence}; with as many consultants as in the note")
    }

    fn posts_count(&self, posts: PostsCount) -> &'static str {
        match posts {
            PostsCount::Exact => "fractions",
            PostsCount::Half => "half posts",
            PostsCount::Whole => "whole posts",
            PostsCount::AsInNote => "as in the note: the caseload follows the citizens",
        }
    }

    fn figures_seen_from(&self, perspective: Perspective) -> Option<String> {
        let from = match perspective {
            Perspective::Total => return None,
            Perspective::Service => "on service alone".to_owned(),
            Perspective::SavingEfforts => "only for efforts with savings".to_owned(),
            from @ Perspective::Committee(_) => format!("seen from {}", self.the(self.perspective(from))),
        };
        Some(format!("Kroner per krone, payback, net and cost a year are {from}. The rest is for the whole note."))
    }

    fn payback(&self, payback: Payback, interpolated: Payback) -> Figure {
        let figure = |value: &str, detail: &str| Figure { value: value.to_owned(), detail: detail.to_owned() };
        match (payback, interpolated) {
            (Payback::Reached { years, year, by_the_rest }, Payback::Reached { years: exact, .. }) => {
                let reached = match rounded(exact, 2) {
                    zero if zero.is_zero() => {
                        ": from the beginning, what is saved is at least what is spent".to_owned()
                    }
                    years => format!(" (zero is reached after {})", NUMBERS.counted(years, YEAR)),
                };
                let rest = if by_the_rest { format!(" · {}", LABELS.by_the_rest) } else { String::new() };
                let detail = format!("{}{reached}{rest}", self.nth_year(years));
                figure(&year.to_string(), &detail)
            }
            (Payback::Reached { years, year, by_the_rest }, _) => {
                figure(&year.to_string(), &format!("{}{}", self.nth_year(years), rest(by_the_rest)))
            }
            (Payback::OnlyAfterwards, _) => figure(LABELS.by_the_rest, ""),
            (Payback::NotWithin { horizon, ahead: None }, _) => {
                figure(&format!("Not within {horizon} years"), "the savings do not make up for the costs by then")
            }
            (Payback::NotWithin { horizon, ahead: Some(year) }, _) => {
                figure(&format!("Not within {horizon} years"), &format!("it is ahead in {year}, but not for good"))
            }
            (Payback::NoSavings, _) => figure("Cannot be said", "there are no savings in the sum"),
            (Payback::NoCosts, _) => figure("At once", "there are no costs"),
        }
    }

    fn payback_in_short(&self, payback: Payback) -> String {
        match payback {
            Payback::Reached { years, year, by_the_rest } => {
                format!("{year} ({}{})", self.nth_year(years), rest(by_the_rest))
            }
            Payback::OnlyAfterwards => LABELS.by_the_rest.to_owned(),
            Payback::NotWithin { horizon, .. } => self.not_within(horizon),
            Payback::NoSavings => "cannot be said".to_owned(),
            Payback::NoCosts => "no costs".to_owned(),
        }
    }

    fn printed_payback(&self, check: &PaybackCheck, explaining: Option<&Driver>) -> Option<String> {
        if check.agrees() {
            return None;
        }
        let basis = match check.basis {
            PaybackBasis::Total => ", all counted",
            PaybackBasis::Service => " on service alone",
        };
        let tables = match check.computed {
            Payback::Reached { years, .. } => match left_and_after("The tables", check) {
                Some(sum) => format!("{sum}; that is our sum, not the note's."),
                None => format!("The tables give {}.", NUMBERS.counted(years, YEAR)),
            },
            Payback::OnlyAfterwards | Payback::NotWithin { .. } | Payback::NoSavings => {
                "The tables give no payback.".to_owned()
            }
            Payback::NoCosts => "The tables have no costs.".to_owned(),
        };
        let printed = NUMBERS.counted(Decimal::from(check.printed), YEAR);
        let with = explaining.map(|driver| {
            let (name, value) = (self.named(&driver.mention), self.value(driver.value, driver.unit));
            format!(" with {name} at the {value} that is counted here")
        });
        let with = with.unwrap_or_default();
        Some(format!("The note says {printed}{basis}, but that cannot be reproduced{with}. {tables}"))
    }

    fn in_year(&self, year: Year) -> String {
        format!("in {year}")
    }

    fn of_which_consultants(&self, consultants: Decimal) -> String {
        format!("of which {}", NUMBERS.counted(rounded(consultants, 2), CONSULTANT))
    }

    fn area(&self, area: Area) -> &'static str {
        match area {
            Area::Service => "Service",
            Area::Transfers => "Transfers",
            Area::Programme => "Job programmes (EI)",
            Area::DemandLedTransfers => "Demand-led transfers (EO)",
        }
    }

    fn discounted_left(&self, left: &str) -> String {
        format!(", then {left} is left")
    }

    fn granted_from(&self, document: &Document, rows: &[(&Table, &Row)]) -> String {
        let place = |(table, row): &(&Table, &Row)| {
            format!("{}, {}", self.table_or_section(&table.place), self.row(&row.label))
        };
        let rows: Vec<String> = rows.iter().map(place).collect();
        format!("What was granted stands in {}: {}.", self.document(document), rows.join("; "))
    }

    fn title_help(&self, longest: usize) -> String {
        format!("Stands at the top for those who open the link. At most {longest} characters.")
    }

    fn goes_on(&self, last: Year, saving: Thousands) -> String {
        let saving = self.quantity(Quantity::Cell(saving.negated()));
        format!("After {last} the saving of {saving} a year goes on until all is paid back.")
    }

    fn goes_on_in_vain(&self, last: Year, saving: Thousands, horizon: u32) -> String {
        let saving = self.quantity(Quantity::Cell(saving.negated()));
        format!("After {last} the saving of {saving} a year goes on, but that is not enough within {horizon} years.")
    }

    fn printed(&self, printed: &Printed) -> String {
        let place = format!("{}, {}", self.table_or_section(&printed.place), self.row(&printed.row));
        match printed.cell {
            Some(cell) => format!("The note has {} here ({place}).", self.quantity(Quantity::Cell(cell))),
            None => format!("The note has no number here ({place})."),
        }
    }

    fn read_by(&self, read_by: ReadBy) -> &'static str {
        match read_by {
            ReadBy::Machine => {
                "The text was read by machine. Where a figure or a word differs from the City's PDF, the PDF decides."
            }
            ReadBy::Scan => {
                "The text was read by machine from a scan, and some of it was lost. Where a figure or a word differs from \
                 the City's PDF, the PDF decides."
            }
        }
    }

    fn denominator(&self, of: Denominator) -> &'static str {
        match of {
            Denominator::InEffort => "those who are in the effort",
            Denominator::Completed => "those who have completed the effort",
            Denominator::Left => "the participants, which we read as all who have left the effort, completed or not",
            Denominator::Attended => "those who came to the event",
            Denominator::NormalEffort => "the normal effort",
            Denominator::NotSaid => "not said",
        }
    }

    fn no_cost_per_outcome(&self, effort: &str, of: Denominator) -> String {
        match of {
            Denominator::NotSaid => {
                format!(
                    "{effort}: no cost per citizen in a job, since the note does not say whom the share is a share of."
                )
            }
            of => format!(
                "{effort}: no cost per citizen in a job, since the share is one of {}. How many they are, the note does not say.",
                self.denominator(of)
            ),
        }
    }

    fn outcomes_compared(&self, compared: OutcomesCompared) -> Option<&'static str> {
        match compared {
            OutcomesCompared::Alike => None,
            OutcomesCompared::SameShareOtherPosts => Some(
                "Both are counted with the same share in a job or education, although the posts differ. Whether the share \
                 stays the same then, the notes do not say.",
            ),
            OutcomesCompared::OtherDenominator => {
                Some("The cost per citizen in a job is not compared: the two shares are not shares of the same people.")
            }
            OutcomesCompared::SeveralEfforts => Some(
                "Cost per place and per citizen in a job is compared only where both have one effort, since each effort has \
                 its own citizens.",
            ),
        }
    }

    fn range_origin(&self, from: sensitivity::From) -> &'static str {
        match from {
            sensitivity::From::Document => "the note's own",
            sensitivity::From::Alternatives => "the note's other numbers",
            sensitivity::From::Assumed => "±20%, our choice",
        }
    }

    fn years_between(&self, from: u32, to: u32) -> String {
        match (from, to) {
            (0, to) => format!("by the {}", self.nth_year(to.into())),
            (from, to) if from == to => self.nth_year(from.into()),
            (from, to) => format!("years {from}–{to}"),
        }
    }

    fn later_than(&self, years: u32) -> String {
        format!("after the {}", self.nth_year(years.into()))
    }

    fn follows(&self, leader: &str, is_tied: bool) -> String {
        if is_tied { format!("Follows {leader}") } else { format!("No longer follows {leader}") }
    }

    fn follow_again(&self, name: &str, leader: &str) -> String {
        format!("Let {name} follow {leader} again")
    }

    fn returned(&self, returned: Returned, (first, last): (Year, Year)) -> Figure {
        let year = returned.year;
        let value = |returned: Option<Decimal>| returned.map(|returned| self.per_krone(returned));
        Figure {
            value: value(returned.in_year).unwrap_or_else(|| VOCABULARY.unknown.to_owned()),
            detail: match value(returned.in_all) {
                Some(in_all) => format!("in {year}; {in_all} in {first}–{last}"),
                None => format!("in {year}"),
            },
        }
    }

    fn not_within(&self, horizon: u32) -> String {
        format!("not within {horizon} years")
    }

    fn per_krone(&self, returned: Decimal) -> String {
        format!("{} kr. per krone", ENGLISH.fixed(returned, 2))
    }

    fn per_krone_in(&self, years: (Year, Year)) -> String {
        format!("Kr. per krone, {}", span(years))
    }

    fn headline(&self, first: Year, headline: Headline) -> String {
        let (paid_back, net) = match headline {
            Headline::PaidBack { years, by_the_rest, net } => {
                let year = year_of(first, years);
                (format!("paid back in {year} ({}{})", self.nth_year(years.into()), rest(by_the_rest)), net)
            }
            Headline::NotWithin(net) => ("not paid back".to_owned(), net),
            Headline::NoCosts(net) => ("nothing to pay back".to_owned(), net),
            Headline::Costs(costs) => return format!("costs of {} in all, no savings", self.exact_millions(costs)),
        };
        let net = self.net_amount(net);
        format!("{paid_back}, net {} ({})", net.value, net.detail)
    }

    fn unreadable(&self, reason: Unreadable, unit: Unit) -> String {
        let example = NUMBERS.example(unit);
        match reason {
            Unreadable::Empty => format!("Write a number, such as {example}."),
            Unreadable::NotANumber => format!("That cannot be read as a number. Write it as {example}."),
            Unreadable::TooLarge => "The number is too large to work with.".to_owned(),
        }
    }

    fn rejected(&self, rejection: Rejection, driver: &Driver) -> String {
        let value = |limit| self.value(limit, driver.unit);
        match rejection {
            Rejection::NoSuchDriver => "The note has no such assumption.".to_owned(),
            Rejection::TooLow(low) => full_stop(format!("The number must be at least {}", value(low))),
            Rejection::TooHigh(high) => full_stop(format!("The number can be at most {}", value(high))),
            Rejection::TooFine(0) => "Write a whole number.".to_owned(),
            Rejection::TooFine(1) => "Write at most 1 decimal.".to_owned(),
            Rejection::TooFine(decimals) => format!("Write at most {decimals} decimals."),
        }
    }

    fn notice(&self, notice: &Notice<'_>) -> String {
        match notice {
            Notice::OtherHeadline { first, was, now } => format!(
                "When the link was made, the page showed: {}. Now it shows: {}. Either figures or the calculation have been \
                 corrected since then, or the link did not arrive whole.",
                self.headline(*first, *was),
                self.headline(*first, *now)
            ),
            Notice::UnknownYears(years) => {
                format!(
                    "The page cannot look for payback within “{years}” years. Choose from 1 to {}.",
                    link::LONGEST_WITHIN
                )
            }
            Notice::UnknownHorizon(years) => {
                let choices = join(&Horizon::ALL.map(|horizon| horizon.years().to_string()), "or");
                format!("The page cannot look “{years}” years ahead. Choose {choices}.")
            }
            Notice::UnknownRate(rate) => {
                format!("“{rate}” is no rate that the page can use. It must be from 0 to 100%.")
            }
            Notice::UnknownLanguage(code) => {
                format!("The page is not there in the language “{code}”. You see it in Danish.")
            }
            Notice::UnknownPerspective(id) => {
                format!("The note's money cannot be seen from “{id}”. You see the whole city.")
            }
            Notice::UnknownNumber(id) => format!("The note has no number called “{id}” to explain."),
            Notice::UnknownChapter(id) => format!("Method and sources has no chapter called “{id}”."),
            Notice::UnknownScreen(id) => format!("There is no page called “{id}”."),
            Notice::OtherVersion(version) => format!(
                "The link is written in version “{version}”, and this page knows version {}. What it understood is applied.",
                link::VERSION
            ),
            Notice::UnknownNote { id, shown } => {
                let shown = if shown.variant.states_savings() {
                    format!("the {} business case", shown.document.budget)
                } else {
                    format!("the note “{}”", self.note_name(*shown))
                };
                format!("There is no note called “{id}”. You see {shown}.")
            }
            Notice::UnknownDriver(id) => format!("The note has no assumption called “{id}”."),
            Notice::Unreadable { driver, value } => {
                format!("{}: “{value}” cannot be read as a number. {}", self.named(&driver.name), kept(driver))
            }
            Notice::Rejected { driver, value, rejection } => {
                let why = self.rejected(*rejection, driver);
                format!("{}: “{value}” cannot be used. {why} {}", self.named(&driver.name), kept(driver))
            }
            Notice::UnknownSavings(id) => format!("There are no savings to borrow from “{id}” for this note."),
            Notice::UnknownPosts(value) => {
                format!("Consultants cannot be counted in “{value}”. They are counted in fractions.")
            }
            Notice::CaseloadFollows(driver) => format!(
                "{}: the number in the link is not used. The link says that there are as many consultants as in the note, and then the caseload follows the citizens.",
                self.named(&driver.name)
            ),
            Notice::Fragment(part) => format!("“{part}” does not say what it belongs to."),
            Notice::Repeated(key) => format!("“{key}” is there twice. The last one counts."),
        }
    }

    fn aim_part(&self, part: AimPart) -> &'static str {
        match part {
            AimPart::Promised => "Promised",
            AimPart::Changed => "Changed",
            AimPart::Reported => "Measured",
            AimPart::Written => "The note says",
            AimPart::FollowedUp => "Followed up",
            AimPart::Missing => "Missing",
            AimPart::NotYet => "Pending",
        }
    }

    fn aims_tally(&self, tally: &aims::Tally) -> String {
        let count = |number: usize, noun| NUMBERS.counted(Decimal::from(number), noun);
        let aims::Tally { targets, results, due, reported } = *tally;
        let numbers =
            format!("{} and {}.", count(targets, ("target", "targets")), count(results, ("result", "results")));
        let follow_ups = count(due, ("follow-up", "follow-ups"));
        match (due, due.saturating_sub(reported)) {
            (0, _) => numbers,
            (_, 0) => format!("{numbers} {follow_ups} could stand in a later note, and all do."),
            (_, missing) => format!(
                "{numbers} {follow_ups} could stand in a later note: {} there, {} missing.",
                ENGLISH.exact(Decimal::from(reported)),
                ENGLISH.exact(Decimal::from(missing))
            ),
        }
    }

    fn asker(&self, asker: Asker) -> &'static str {
        match asker {
            Asker::Politician => "For those who decide",
            Asker::Journalist => "For those who explain it",
            Asker::Controller => "For those who check the numbers",
        }
    }

    fn question(&self, reply: &Reply<'_>) -> Cow<'static, str> {
        Cow::Borrowed(match reply {
            Reply::Claim(claim) => {
                let years = usize::try_from(claim.years).map(|years| spelled_out(&VOCABULARY, years));
                return Cow::Owned(format!("How thin is the {}-year claim?", years.unwrap_or_default()));
            }
            Reply::WhoPays(_) => "Who pays, and who saves?",
            Reply::TargetsMet(..) => "Were the last targets met?",
            Reply::CheaperScenario(_) => "What is lost with the cheaper scenario?",
            Reply::Unchanged(_) => "What does “unchanged” cost?",
            Reply::AfterwardsNotSaid(_) => "What happens afterwards?",
            Reply::MoneyInAll(_) => "How much money is it in all?",
            Reply::Consultants(_) => "How many consultants are there over time?",
            Reply::TargetChanged(_) => "Why did the target change?",
            Reply::Evaluation(..) => "Who evaluated it, and where is the comparison with the normal effort?",
            Reply::Editions(_) => "Which edition was granted the money?",
            Reply::DearerPosts(..) => "How much dearer has a full-time post become?",
            Reply::OtherArea(_) => "When did the consultants become another kind of expense?",
            Reply::TimeSaved(..) => "Is the saving money or time?",
            Reply::Overhead(..) => "Is overhead included?",
            Reply::Indexed(..) => "Are “current prices” adjusted?",
            Reply::Reimbursement => "Are the savings before or after reimbursement from the state?",
        })
    }

    fn reply(&self, reply: &Reply<'_>) -> Phrase {
        let start = Phrase::default();
        let areas = |areas: &[Area]| in_list(areas.iter().map(|area| self.area(*area).to_owned()));
        match reply {
            Reply::TargetsMet(results, tally) => self.targets_met(results, tally),
            Reply::CheaperScenario(cheaper) => self.cheaper_scenario(cheaper),
            Reply::Unchanged(all) => self.unchanged_costs(all),
            Reply::WhoPays(it) => self.who_pays_and_saves(it),
            Reply::Claim(claim) => self.claimed(claim),
            Reply::AfterwardsNotSaid(all) => self.afterwards_not_said(all),
            Reply::MoneyInAll(all) => self.money_in_all(all),
            Reply::Consultants(all) => self.consultants_over_time(all),
            Reply::TargetChanged(pair) => self.target_became_another(pair),
            Reply::Evaluation(document, evaluation, comparison) => self.evaluated(document, evaluation, comparison),
            Reply::Editions(efforts) => self.editions_granted(efforts),
            Reply::DearerPosts(notes, all) => {
                let of_administration = |(administration, rises): &(Administration, Vec<(&Names, Decimal)>)| {
                    let rises = rises.iter().map(|(name, rise)| {
                        format!("{} {}", uncapitalised(self.named(name)), ENGLISH.percent(rounded(*rise, 3)))
                    });
                    let administration = administrations_of(&[*administration]);
                    start.clone().plain(format!(" In {administration}: ")).strong(in_list(rises)).plain(".")
                };
                let (from, to) = (notes.left.1, notes.right.1);
                let lead = format!(
                    "This is how much the cost of a full-time post has risen from {from} to {to}, in each note's own prices."
                );
                let all = all.iter().map(of_administration).fold(start.clone().plain(lead), Phrase::then);
                all.plain(" See Cost per full-time post on the overview.")
            }
            Reply::OtherArea(pair) => {
                let of_note = |(document, list): &(&Document, Vec<Area>)| {
                    format!("{} ({})", areas(list), self.document(document))
                };
                start
                    .plain("First ")
                    .strong(of_note(&pair.left))
                    .plain(", then ")
                    .strong(of_note(&pair.right))
                    .plain(". Why it changed is not said. Answers on service alone therefore cannot be compared.")
            }
            Reply::TimeSaved(document, remark) => {
                let place = self.place(&self.document(document), &remark.source);
                start.strong(self.named(&remark.says)).plain(format!(
                    " ({place}). Time becomes money only if the posts are used for something else or saved; whether they are is not said."
                ))
            }
            Reply::Overhead(documents, all) => {
                let others = all.saturating_sub(documents.len());
                let names = in_list(documents.iter().map(|document| self.document(document)));
                start.plain("Only ").strong(with_closing_comma(names)).plain(format!(
                    " says that its amounts include direct overhead. The {} other documents do not say.",
                    spelled_out(&VOCABULARY, others)
                ))
            }
            Reply::Indexed(indexed) => self.indexed(indexed),
            Reply::Reimbursement => start.plain("None of the notes says anything about it."),
        }
    }

    fn prices_of(&self, year: Year) -> String {
        format!("{year} prices")
    }

    fn posts_unstated(&self, name: &str, document: &Document, cost: Thousands) -> String {
        let (document, cost) = (with_closing_comma(self.document(document)), self.kroner(Some(cost.decimal())));
        format!("{name}: {document} does not say how many posts the {cost} a year pay for.")
    }

    fn row_without_posts(&self, name: &str, amounts: &[(&Document, Thousands)]) -> String {
        let each = amounts.iter().map(|(document, amount)| {
            format!("{} in {}", self.kroner(Some(amount.decimal())), self.document_in_text(document))
        });
        format!("{name}: {} a year. None of them says how many full-time posts that is for.", in_list(each))
    }

    fn part_in_area(&self, share: Decimal, area: Area) -> String {
        format!("{} of it under {}", ENGLISH.percent(rounded(share, 2)), self.area(area))
    }

    fn existed_before(&self, year: Year, says: &str, place: &str) -> String {
        format!("Existed before {year}: {says} ({place}). The notes do not show what it was granted.")
    }

    fn chapter(&self, chapter: Chapter) -> &'static str {
        match chapter {
            Chapter::Rules => "How it is worked out",
            Chapter::Example => "A worked example",
            Chapter::Payback => "Payback in several ways",
            Chapter::Origins => "Where the numbers come from",
            Chapter::Documents => "The documents",
            Chapter::Citing => "How to cite",
            Chapter::Glossary => "Glossary",
            Chapter::Accessibility => LABELS.statement_link,
        }
    }

    fn convention(&self, convention: Convention) -> Meaning {
        match convention {
            Convention::FirstYear => Meaning {
                name: "In whole years",
                sentence: "The first year by the end of which savings are at least as large as costs, and stay so; the effort's first \
                           year is the 1st. This gives the business case's own number for the whole economy, and the page counts so.",
            },
            Convention::Interpolated => Meaning {
                name: "With fractions",
                sentence: "The point within that same year at which zero is reached, when the year's money falls evenly over it.",
            },
            Convention::Simple => Meaning {
                name: "Simple ratio",
                sentence: "All costs divided by the saving of the year that saves most. It does not look at the order in which the \
                           money falls, and is given only where the effort is paid back in whole years too, and while it runs.",
            },
            Convention::Discounted { .. } => Meaning {
                name: "Discounted",
                sentence: "As in whole years, but money in later years counts for less, at a rate that you choose.",
            },
        }
    }

    fn origin_kind(&self, kind: OriginKind) -> Meaning {
        match kind {
            OriginKind::Stated => {
                Meaning { name: "stated", sentence: "The note itself says the number. Quote and place stand with it." }
            }
            OriginKind::Derived => Meaning {
                name: "derived",
                sentence: "Computed from what the note says. Where several numbers give the same amounts, their range \
                           stands with it.",
            },
            OriginKind::Borrowed => Meaning {
                name: "borrowed",
                sentence: "Taken from another of the notes. Savings are borrowed only when the reader asks for it.",
            },
            OriginKind::Assumed => Meaning {
                name: "assumed",
                sentence: "Our number, because none of the notes has it. Why that one is said with it.",
            },
        }
    }

    fn transcribed(&self, transcribed: &Transcribed) -> String {
        let Transcribed { tables, cells, statements, targets, results } = *transcribed;
        let parts = [
            (tables, ("table", "tables")),
            (cells, ("amount in tables", "amounts in tables")),
            (statements, ("statement with amounts or years", "statements with amounts or years")),
            (targets, ("target", "targets")),
            (results, ("result", "results")),
        ];
        NUMBERS.listed(&parts, AND)
    }

    fn embedded(&self, embed: Embed) -> &'static str {
        match embed {
            Embed::Chart => "the chart",
            Embed::Calculator => "the calculator",
        }
    }

    fn day(&self, day: Day) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        format!("{}{NO_BREAK}{} {}", day.day, day.month_in(&MONTHS), day.year)
    }

    fn citation(&self, reading: Reading<'_>) -> String {
        let Reading { link, day, version } = reading;
        format!(
            "{} {version}. Copenhagen's budget notes on jobs and treatment, worked out again. Accessed {}. {link}",
            LABELS.site,
            self.day(day)
        )
    }

    fn frozen(&self, answer: &Phrase, note: Note<'_>, reading: Reading<'_>) -> String {
        let Reading { link, day, version } = reading;
        format!(
            "{} Source: City of Copenhagen, {} (Budget {}), worked out again with {} {version}, {}. {link}",
            answer.text(),
            self.named(&note.document.title),
            note.document.budget,
            LABELS.site,
            self.day(day)
        )
    }

    fn prices_apart(&self, levels: Pair<Year>) -> String {
        let Pair { left, right } = levels;
        format!(
            "Amounts are in {left} prices in the first and {right} prices in the second, not converted, so differences in kroner are only a rough guide."
        )
    }

    fn spans_apart(&self, spans: Pair<(Year, Year)>) -> String {
        let Pair { left, right } = spans.map(span);
        format!("Sums are over {left} in the first and {right} in the second.")
    }

    fn share_on_all_places(&self, of: Denominator) -> String {
        match of {
            Denominator::NotSaid => {
                "The note does not say whom the share is a share of; here it is applied to every place.".to_owned()
            }
            of => format!(
                "The share in a job or education is one of {}; here it is applied to every place.",
                self.denominator(of)
            ),
        }
    }

    fn other_efforts(&self, efforts: Pair<String>) -> String {
        format!("The two are about different efforts, one about {}, the other about {}.", efforts.left, efforts.right)
    }

    fn effort_in(&self, effort: &str, notes: Pair<&str>) -> Pair<String> {
        Pair { left: capitalised(&format!("{effort} in {}", notes.left)), right: format!("in {}", notes.right) }
    }

    fn more_efforts(&self, note: &str, efforts: &str) -> String {
        format!("{note} also has {efforts}. The costs here leave them out.")
    }

    fn outside_service(&self, outside: &OutsideService<'_>, is_first: bool) -> String {
        let (own, other) = if is_first { ("the first", "the second") } else { ("the second", "the first") };
        self.not_service(outside, own, &format!("{other} has the same"))
    }

    fn outside_service_in(&self, note: Note<'_>, outside: &OutsideService<'_>) -> String {
        self.not_service(outside, self.named(&note.variant.name), "other notes have the same")
    }

    fn rows_alike(&self, count: usize) -> String {
        let alike = if count == 1 { "is" } else { "are" };
        format!("{} {alike} the same", NUMBERS.counted(Decimal::from(count), ("row", "rows")))
    }

    fn drivers_only_in(&self, name: &str, count: usize) -> String {
        format!("{} only in {name}", NUMBERS.counted(Decimal::from(count), ("assumption", "assumptions")))
    }

    fn unusable(&self, reason: &Unusable) -> String {
        match reason {
            Unusable::Empty => "Paste a link from this page.".to_owned(),
            Unusable::NoLink => {
                "That is no link to a calculation. Copy all of it, also what is behind the #.".to_owned()
            }
            Unusable::NoNote => "The link does not say which note it is about.".to_owned(),
            Unusable::UnknownNote(id) => format!("The link is about the note “{id}”, which is not here."),
        }
    }

    fn file_error(&self, error: &FileError) -> String {
        match error {
            FileError::TooLarge => "The file is far too large to be a scenario file from here.".to_owned(),
            FileError::Empty => "The file is empty.".to_owned(),
            FileError::NotJson { line, column } => {
                format!("The file is not JSON: it goes wrong on line {line}, character {column}.")
            }
            FileError::NotAScenario => {
                "The file is not a scenario file from here: the field “format” does not say so.".to_owned()
            }
            FileError::Missing { field, within, line } if within.is_empty() => {
                format!("The file lacks the field “{field}” (line {line}).")
            }
            FileError::Missing { field, within, line } => {
                format!("The file lacks the field “{field}” in “{within}” (line {line}).")
            }
            FileError::Unfit { field, line, column } => {
                format!("The file has something else than it should in “{field}” (line {line}, character {column}).")
            }
            FileError::UnknownNote(id) => format!("The file is about the note “{id}”, which does not exist here."),
            FileError::UnknownSavings(id) => {
                format!("The file borrows savings from “{id}”, which its note cannot.")
            }
        }
    }

    fn file_remark(&self, remark: &Remark<'_>) -> String {
        match remark {
            Remark::OtherVersion(version) => {
                format!("The file is written in version {version} of the format. Version 1 is read here.")
            }
            Remark::UnknownField(path) => format!("The field “{path}” is unknown and was not used."),
            Remark::Notice(notice) => self.notice(notice),
            Remark::OtherResult => {
                "The file's own results are not what is computed here. The page shows its own.".to_owned()
            }
        }
    }
}
