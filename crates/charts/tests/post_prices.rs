//! What a full-time post costs in each note, and the chart of it.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use charts::marks::Mark;
use engine::computed::Computed;
use engine::post_prices::{PostKind, contents, post_prices, rows_without_posts};
use engine::timeline::{bands, before};
use model::language::Language;
use model::note::Quantity;
use model::scenario::Scenario;
use testing::LIBRARY;

fn shipped() -> Vec<PostKind<'static>> {
    post_prices(LIBRARY.documents())
}

/// The prices of a kind of post in whole kroner, each with the year whose prices it is in.
fn prices(kind: &PostKind<'_>) -> Vec<(u16, String)> {
    let kroner = |price| words::of(Language::Danish).kroner(Some(price)).replace('\u{a0}', " ");
    kind.prices.iter().map(|price| (price.price_level(), kroner(price.price))).collect()
}

#[test]
fn each_post_has_the_price_that_its_notes_give() {
    let found: BTreeMap<&str, Vec<(u16, String)>> = shipped().iter().map(|kind| (kind.key, prices(kind))).collect();
    let expected: [(&str, &[(u16, &str)]); 7] = [
        ("abuse-caseworker", &[(2018, "500.000"), (2022, "630.000"), (2026, "740.000"), (2026, "739.000")]),
        ("bif-caseworker", &[(2022, "620.000"), (2026, "630.000")]),
        ("ips-consultant", &[(2018, "530.667"), (2022, "624.444"), (2026, "629.000")]),
        ("project-lead", &[(2018, "670.000"), (2022, "720.000"), (2026, "856.000")]),
        ("suf-health", &[(2022, "620.000"), (2026, "629.000")]),
        ("veteran-coordinator", &[(2022, "600.000"), (2026, "629.000")]),
        ("veteran-lead", &[(2022, "600.000"), (2026, "701.000")]),
    ];
    for (key, prices) in expected {
        let prices: Vec<(u16, String)> = prices.iter().map(|(year, price)| (*year, format!("{price} kr."))).collect();
        assert_eq!(found.get(key), Some(&prices), "{key}");
    }
    assert_eq!(found.len(), expected.len(), "{found:?}");
}

#[test]
fn a_rise_is_measured_from_the_prices_before() {
    let kinds = shipped();
    let rise = |key: &str, position: usize| {
        let kind = kinds.iter().find(|kind| kind.key == key).unwrap();
        kind.rise(position).map(|rise| words::of(Language::English).percent_apart(rise))
    };
    assert_eq!(rise("ips-consultant", 0), None);
    assert_eq!(rise("ips-consultant", 2).as_deref(), Some("+0.7%"));
    assert_eq!(rise("abuse-caseworker", 2).as_deref(), Some("+17.5%"));
    assert_eq!(rise("abuse-caseworker", 3).as_deref(), Some("+17.3%"), "both of 2026 are measured from 2022");
    assert_eq!(rise("project-lead", 2).as_deref(), Some("+18.9%"));
    assert_eq!(rise("veteran-coordinator", 1).as_deref(), Some("+4.8%"));
}

#[test]
fn an_amount_without_posts_has_no_price() {
    assert!(shipped().iter().all(|kind| kind.unstated.is_empty()), "every row with posts has a number of them");
    let mut documents = LIBRARY.documents().to_vec();
    let lines = documents.iter_mut().flat_map(|document| &mut document.variants).flat_map(|variant| &mut variant.lines);
    lines.filter(|line| line.id == "veterans-aftercare").for_each(|line| line.formula.quantity = Quantity::One);
    let kinds = post_prices(&documents);
    let unstated: Vec<_> = kinds.iter().flat_map(|kind| &kind.unstated).collect();
    let [(note, cost)] = &unstated[..] else { panic!("{unstated:?}") };
    assert_eq!((note.variant.id.as_str(), cost.get()), ("bi10-2026", 629));
    let danish = words::of(Language::Danish).posts_unstated("Efterværn", note.document, *cost);
    assert_eq!(
        danish.replace('\u{a0}', " "),
        "Efterværn: BI10 i budget 2026 skriver ikke, hvor mange årsværk de 629.000 kr. om året er til."
    );
}

/// BI07 has 20,5 posts with the whole health effort. What BI10 continues unchanged keeps its posts.
#[test]
fn what_goes_on_unchanged_keeps_its_posts() {
    let posts = |note: &str, effort: &str| {
        let computed = Computed::of(Scenario::baseline(LIBRARY.find(note).unwrap())).unwrap();
        let position = computed.note().variant.efforts.iter().position(|it| it.id == effort).unwrap();
        computed.outcome.efforts[position].posts
    };
    for effort in ["ips", "veterans"] {
        assert_eq!(posts("bi10-2026", effort), posts("bi07-2022-b", effort), "{effort}");
    }
}

#[test]
fn the_chart_has_a_link_for_each_price_and_stays_inside() {
    let kinds = shipped();
    // The narrowest is that of a phone with letters of double size.
    let widths = [164.0, 280.0, 640.0];
    for (language, width) in Language::ALL.into_iter().flat_map(|language| widths.map(|width| (language, width))) {
        let drawing = charts::post_prices(&kinds, &|price| price.note.variant.id.clone(), words::of(language), width);
        let links: Vec<_> = drawing.marks.iter().filter(|mark| matches!(mark, Mark::Link(_))).collect();
        assert_eq!(links.len(), kinds.iter().map(|kind| kind.prices.len()).sum::<usize>());
        for link in links {
            let Mark::Link(link) = link else { continue };
            for mark in &link.marks {
                match mark {
                    Mark::Rect { at, size, .. } => {
                        assert!(at.0 >= 0.0 && at.0 + size.0 <= width && at.1 + size.1 <= drawing.height, "{mark:?}");
                    }
                    Mark::Text { at, words, .. } => {
                        let letters = u32::try_from(words.chars().count()).unwrap();
                        assert!(at.0 + 7.2 * f64::from(letters) <= width, "{mark:?} in {width}");
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn sydhavnen_existed_before_the_first_amount() {
    let bands = bands(LIBRARY.documents());
    let band = bands.iter().find(|band| band.key == "sydhavnen").unwrap();
    let found = before(LIBRARY.documents(), band);
    let [(document, remark)] = &found[..] else { panic!("{found:?}") };
    assert_eq!(remark.id, "sydhavnen-before", "both editions of the note say it");
    for (language, expected) in [(Language::Danish, "Fandtes før 2022: "), (Language::English, "Existed before 2022: ")]
    {
        let words = words::of(language);
        let place = words.place(&words.document(document), &remark.source);
        assert!(words.existed_before(2022, words.named(&remark.says), &place).starts_with(expected));
    }
    let with_one = bands.iter().filter(|band| !before(LIBRARY.documents(), band).is_empty());
    assert_eq!(with_one.map(|band| band.key.as_str()).collect::<Vec<_>>(), ["sydhavnen"], "and not a row of an effort");
}

/// The consultants of 2018 are mostly job programmes (EI), those of later notes service: 2.230 of 3.184.
#[test]
fn a_price_says_which_other_steering_area_pays() {
    let kinds = shipped();
    let beside = |key: &str, position: usize| {
        let kind = kinds.iter().find(|kind| kind.key == key).unwrap();
        let words = words::of(Language::Danish);
        let areas = kind.prices[position].areas_beside(&kind.newest.area);
        areas.into_iter().map(|(area, share)| words.part_in_area(share, area)).collect::<Vec<_>>()
    };
    assert_eq!(beside("ips-consultant", 0), ["heraf 70\u{a0}% under Indsats (EI)"]);
    for (key, position) in [("ips-consultant", 1), ("ips-consultant", 2), ("project-lead", 0), ("abuse-caseworker", 0)]
    {
        assert_eq!(beside(key, position), [""; 0], "{key} {position}");
    }
}

#[test]
fn rows_that_no_note_gives_posts_for_are_told_with_their_amounts() {
    let rows = rows_without_posts(LIBRARY.documents());
    let [children] = &rows[..] else { panic!("{rows:?}") };
    let amounts: Vec<_> = children.amounts.iter().map(|(note, amount)| (note.document, *amount)).collect();
    assert_eq!(amounts.iter().map(|(_, amount)| amount.get()).collect::<Vec<_>>(), [300, 315]);
    let danish = words::of(Language::Danish).row_without_posts("Fritidsjob", &amounts).replace('\u{a0}', " ");
    assert_eq!(
        danish,
        "Fritidsjob: 300.000 kr. i BI07 i budget 2022, udgave a og 315.000 kr. i BI10 i budget 2026 om året. Ingen af \
         notaterne skriver, hvor mange årsværk det er til."
    );
}

#[test]
fn prices_with_overhead_say_so() {
    let found: Vec<(&str, &str)> =
        contents(&shipped()).into_iter().map(|(document, remark)| (document.id.as_str(), remark.id.as_str())).collect();
    assert!(found.contains(&("bi11-2026", "overhead-1")) && found.contains(&("bi11-2026", "overhead-2")), "{found:?}");
}
