//! What business cases have beyond the notes that ship, and what they may lack: each combination loads, and is a full note.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fmt::Write as _;

use engine::answer::answer;
use engine::computed::Computed;
use engine::explain::{Ask, Flow, explain};
use engine::notes::CITY;
use engine::payback::{Convention, Payback};
use engine::presets::{End, From, presets};
use engine::sensitivity::joint_range;
use load::{in_english, read_note};
use model::evaluate::{Perspective, View, evaluate};
use model::money::Thousands;
use model::note::{Group, Note, Origin};
use model::scenario::{Scenario, Settings};
use rust_decimal::Decimal;
use testing::{LIBRARY, in_repository};

/// What a business case has.
#[derive(Debug, Clone, Copy)]
#[allow(clippy::struct_excessive_bools, reason = "each of them is tried with each other")]
struct Has {
    citizens: bool,
    posts: bool,
    savings: bool,
    payback: bool,
    income: bool,
}

impl Has {
    fn all() -> impl Iterator<Item = Self> {
        (0..32).map(|bits: u8| {
            let has = |bit: u8| bits & (1 << bit) != 0;
            Self { citizens: has(0), posts: has(1), savings: has(2), payback: has(3), income: has(4) }
        })
    }
}

/// The units that a file may be in, with what 1.000 kr. are in each.
const UNITS: [(&str, &str); 3] = [("kr", "1000"), ("thousands", "1"), ("mio", "0.001")];

/// A business case as a file of three years from this one on, whose amounts are in this unit.
fn file(has: Has, (unit, scale): (&str, &str), first: u16) -> String {
    let scale: Decimal = scale.parse().unwrap();
    let amount = |thousands: &str| (thousands.parse::<Decimal>().unwrap() * scale).normalize().to_string();
    let source = "source = { place = \"2\", quote = \"tjent hjem på 2 år\" }";
    let mut text = format!(
        "id = \"case\"\ntitle = \"En sag\"\nunit = \"{unit}\"\nyears = [{first}, {}]\n[[effort]]\nname = \"Indsats\"\nlength = \"years\"\n",
        first + 2
    );
    if has.citizens {
        text.push_str("citizens = \"people\"\n");
    }
    let mut driver = |id: &str, unit: &str, value: &str, further: &str| {
        write!(text, "[[driver]]\nid = \"{id}\"\nname = \"Tal {id}\"\nunit = \"{unit}\"\nvalue = {value}\n{further}\n")
            .unwrap();
    };
    driver("years", "years", "3", "");
    let range = format!("range = {{ low = {}, high = {} }}", amount("80"), amount("150"));
    driver("rent", "amount-per-year", &amount("100"), &range);
    driver("overhead", "share", "0.05", "range = { low = 0.04, high = 0.1 }");
    if has.citizens {
        driver("people", "citizens", "80", "");
        driver("each", "amount-per-outcome", &amount("2.5"), "");
    }
    if has.posts {
        driver("posts", "posts", "1.5", "");
        driver("pay", "cost-per-post", &amount("560"), "");
    }
    if has.savings {
        driver("saved", "amount-per-year", &amount("900"), "");
    }
    if has.income {
        driver("refund", "share", "0.5", "");
        driver("most", "amount-per-year", &amount("40.5"), "");
    }
    let mut line = |id: &str, side: &str, rest: &str| {
        write!(text, "[[line]]\nid = \"{id}\"\nname = \"Post {id}\"\nside = \"{side}\"\narea = \"service\"\n{rest}\n")
            .unwrap();
    };
    let full = amount("100");
    let amounts = format!(
        "schedule = {{ amounts = {{ {first} = {}, {} = {full}, {} = {full} }} }}",
        amount("33.5"),
        first + 1,
        first + 2
    );
    line("rent", "cost", &format!("rule = {{ fixed = {{ amount = \"rent\" }} }}\n{amounts}"));
    line("overhead", "cost", "rule = { share-of = { lines = [\"rent\"], share = \"overhead\" } }");
    if has.citizens {
        line("each", "cost", "rule = { per-citizen = { amount = \"each\" } }");
    }
    if has.posts {
        line("pay", "cost", "rule = { staff = { posts = \"posts\", cost = \"pay\" } }");
    }
    if has.income {
        let rule = "rule = { share-of = { lines = [\"rent\", \"overhead\"], share = \"refund\", limit = \"most\" } }";
        line("refund", "income", rule);
    }
    if has.savings {
        line(
            "saved",
            "saving",
            "rule = { fixed = { amount = \"saved\" } }\nschedule = { first = 0, running = 1, after = 1 }",
        );
    }
    if has.payback {
        write!(text, "[[printed_payback]]\nbasis = \"total\"\npayback = 2\n{source}\n").unwrap();
    }
    text
}

#[track_caller]
fn read(text: &str) -> Note<'static> {
    let read = read_note(&CITY, LIBRARY.documents(), text.as_bytes());
    let read = read.unwrap_or_else(|problems| {
        panic!("{text}\n{:#?}", problems.iter().map(in_english).collect::<Vec<_>>());
    });
    let document = read.documents.into_iter().find(|document| document.id == read.added).unwrap();
    Box::leak(Box::new(document)).notes().next().unwrap()
}

fn total<'c>(computed: &'c Computed<'_>) -> &'c View {
    computed.outcome.view(Perspective::Total).unwrap()
}

fn cells(cells: &[model::money::Thousands]) -> Vec<i64> {
    cells.iter().map(|cell| cell.get()).collect()
}

#[test]
fn a_note_may_lack_citizens_posts_savings_and_a_payback_in_any_unit_and_any_years() {
    for has in Has::all() {
        let in_thousands = read(&file(has, UNITS[1], 2027));
        for (unit, first) in UNITS.into_iter().flat_map(|unit| [2001, 2027, 2090].map(|first| (unit, first))) {
            let note = read(&file(has, unit, first));
            if first == 2027 {
                assert_eq!(note.variant, in_thousands.variant, "{has:?} {unit:?}");
            }
            let computed = Computed::of(Scenario::baseline(note)).unwrap();
            let view = total(&computed);
            assert_eq!(view.costs[..3], total(&Computed::of(Scenario::baseline(in_thousands)).unwrap()).costs[..3]);
            let payback = computed.payback(Perspective::Total, Convention::FirstYear);
            assert_eq!(payback == Payback::NoSavings, !has.savings, "{has:?}: {payback:?}");
            assert_eq!(note.variant.printed_paybacks.len(), usize::from(has.payback));
            assert_eq!(answer(&computed, Perspective::Total).years.0, first);
            for year in &computed.outcome.years {
                assert!(explain(&computed, Ask::Flow(Flow::Costs, Perspective::Total, Some(*year))).is_some());
            }
        }
    }
}

#[test]
fn each_part_of_a_business_case_comes_out_as_a_controller_reckons() {
    let has = Has { citizens: true, posts: true, savings: true, payback: false, income: true };
    let computed = Computed::of(Scenario::baseline(read(&file(has, UNITS[0], 2027)))).unwrap();
    let lines: Vec<Vec<i64>> = computed.outcome.lines.iter().map(|line| cells(&line.cells)).collect();
    let rent = vec![34, 100, 100, 0];
    // 5 % of 33,5 and of 100; 80 × 2,5; 1,5 × 560; half of 35,175, and of 105 at most 40,5.
    let others = [vec![2, 5, 5, 0], vec![200, 200, 200, 0], vec![840, 840, 840, 0], vec![-18, -41, -41, 0]];
    assert_eq!(lines[0], rent);
    assert_eq!(lines[1..5], others);
    assert_eq!(lines[5], [0, -900, -900, -900]);
    assert_eq!(cells(&total(&computed).costs), [1058, 1104, 1104, 0]);
    assert_eq!(cells(&total(&computed).savings), lines[5], "an income is no saving");
}

#[test]
fn a_driver_stands_below_a_heading_that_is_true_of_it() {
    let has = Has { citizens: true, posts: true, savings: true, payback: false, income: true };
    let note = read(&file(has, UNITS[0], 2027));
    let group = |id: &str| note.variant.driver(note.variant.find_driver(id).unwrap()).unwrap().group;
    for (id, expected) in [
        ("rent", Group::Costs),
        ("overhead", Group::Costs),
        ("each", Group::Costs),
        ("posts", Group::Staff),
        ("pay", Group::Staff),
        ("refund", Group::Income),
        ("most", Group::Income),
        ("saved", Group::Savings),
        ("people", Group::Citizens),
    ] {
        assert_eq!(group(id), expected, "{id}");
    }
    let rent = note.variant.driver(note.variant.find_driver("rent").unwrap()).unwrap();
    assert_eq!(rent.origin, Origin::OfFile { why: None }, "it is not our assumption");
}

#[test]
fn low_and_high_estimates_give_a_band_and_take_one_press() {
    let has = Has { citizens: false, posts: false, savings: true, payback: false, income: false };
    let note = read(&file(has, UNITS[0], 2027));
    let computed = Computed::of(Scenario::baseline(note)).unwrap();
    let offered = presets(&LIBRARY, note, Perspective::Total);
    let at = |end: End| {
        let sets = |from: &From<'_>| matches!(from, From::Ends(found) if *found == end);
        let preset = offered.iter().find(|preset| preset.sets.as_ref().is_some_and(|setting| sets(&setting.from)));
        preset.unwrap().scenario(Settings::default())
    };
    let driver = |id: &str| note.variant.find_driver(id).unwrap();
    let value = |scenario: &Scenario<'_>, id: &str| scenario.value(driver(id)).unwrap().normalize().to_string();
    assert_eq!([value(&at(End::Low), "rent"), value(&at(End::Low), "overhead")], ["80", "0.04"]);
    assert_eq!([value(&at(End::High), "rent"), value(&at(End::High), "overhead")], ["150", "0.1"]);
    let ends: usize =
        offered.iter().filter(|preset| matches!(&preset.sets, Some(it) if matches!(it.from, From::Ends(_)))).count();
    assert_eq!(ends, 2, "each is offered once");
    let net = |scenario: Scenario<'static>| {
        let computed = Computed::of(scenario).unwrap();
        total(&computed).net.iter().copied().sum::<model::money::Thousands>()
    };
    let range = joint_range(&computed, Perspective::Total).unwrap().unwrap();
    assert_eq!(range.net, (net(at(End::Low)), net(at(End::High))), "both numbers are costs, so low is the better one");
}

#[test]
fn the_note_of_the_made_up_case_gives_every_cell_of_its_table() {
    let text = std::fs::read_to_string(in_repository("docs/made-up-case.toml")).unwrap();
    let read = read_note(&CITY, &[], text.as_bytes()).unwrap();
    let document = read.documents.iter().find(|document| document.id == read.added).unwrap();
    let note = document.notes().next().unwrap();
    let outcome = evaluate(&Scenario::baseline(note)).unwrap();
    let mut compared = 0;
    for (line, outcome) in note.variant.lines.iter().zip(&outcome.lines) {
        let (table, row) = document.own_row(line).unwrap();
        for (year, cell) in (note.variant.first..).zip(&outcome.cells).filter(|(year, _)| table.years.contains(year)) {
            assert_eq!(table.cell(row, year), Some(*cell), "{} {year}", line.id);
            compared += 1;
        }
    }
    assert_eq!(compared, 6 * 4);
    // The saving is not of service, so on service alone nothing comes back.
    let service = outcome.view(Perspective::Service).unwrap();
    assert_eq!(service.savings.iter().copied().sum::<Thousands>(), Thousands::ZERO);
}
