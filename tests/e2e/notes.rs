//! A reader goes from the front page into each note, from note to note, and to the disagreements.

use fantoccini::key::Key;
use serde_json::Value;

use crate::find::{Find, button, disclosure, drawing, element, explanation, line, link, numbers, part, region, way_to};
use crate::fonts::Fonts;
use crate::page::Page;
use crate::patience::becomes;

const FRONT: &str = "";
const VARIANTS: [(&str, &str); 6] = [
    ("ips-2018", "caseload"),
    ("bi07-2022-a", "caseload"),
    ("bi07-2022-b", "caseload"),
    ("bi10-2026", "caseload"),
    ("bi11-2026-s1", "caseload"),
    ("bi11-2026-s2", "caseload"),
];
const COST: &str = "Udgift om året";

const BORROW: &str = "Regn med besparelserne fra 2018";
const GIVE_BACK: &str = "Regn uden de besparelser";
/// The mark of a number, or of a row, that a finding is about.
const DISAGREEMENT: &str = "modsigelse";

/// The number of cells of these rows that are marked by a dagger, because a finding is about them.
#[track_caller]
fn disputed(page: &Page, rows: impl Into<Find>) -> Value {
    const DAGGERS: &str = "const mark = (cell) => getComputedStyle(cell, '::after').content;
        return elements.filter((cell) => mark(cell) === '\"†\"').length;";
    page.browser.look_at(element("td").inside(rows), DAGGERS, vec![])
}

#[test]
fn every_note_opens_from_the_front_and_follows_a_change() {
    let page = Page::open(FRONT);
    for (note, driver) in VARIANTS {
        page.open_anew(FRONT);
        page.browser.click(way_to(note));
        page.wait_until(&format!("{note} is open"), |page| !page.answer().is_empty());
        let before = page.figure(COST).number;
        page.driver(driver).type_in("12,5");
        page.wait_until(&format!("the costs of {note} follow"), |page| page.figure(COST).number != before);
        becomes("the note's own costs", || page.figure(COST).was, &format!("notatet: {before}"));
    }
    page.assert_quiet();
}

#[test]
fn the_bars_of_the_chart_open_their_notes_by_keyboard_and_by_finger() {
    let page = Page::open(FRONT);
    let bar_of = |note: &str| element(&format!("a[href*='note={note}']")).inside(drawing("timeline-title"));
    for (note, _) in VARIANTS {
        page.open_anew(FRONT);
        let link = page.browser.look_at(bar_of(note), "element.focus(); return element.href.baseVal;", vec![]);
        page.browser.press(Key::Enter);
        let expected = Page::address_of(link.as_str().unwrap().trim_start_matches('#'));
        page.wait_until(&format!("{note} is open"), |page| page.address() == expected);
    }
    page.open_anew(FRONT);
    // The bar itself, which lies over the ground that can be pressed above it.
    page.browser.click(element("rect:last-of-type").inside(bar_of("bi11-2026-s2")));
    becomes("the address", || page.address(), &Page::address_of("v=1&note=bi11-2026-s2"));
    page.assert_quiet();
}

#[test]
fn a_change_is_kept_between_editions_and_between_scenarios() {
    for (from, to, driver) in [
        ("bi07-2022-a", "bi07-2022-b", "caseload"),
        ("bi11-2026-s1", "bi11-2026-s2", "caseload"),
        ("bi11-2026-s2", "bi11-2026-s1", "caseload"),
    ] {
        let page = Page::open(&format!("v=1&note={from}&{driver}=20"));
        page.browser.click(format!("a[data-note={to}]"));
        becomes("the address", || page.address(), &Page::address_of(&format!("v=1&note={to}&{driver}=20")));
        becomes("the caseload", || page.driver(driver).value(), "20 borgere");
        assert_eq!(page.notices(), [""; 0]);
    }
}

#[test]
fn what_another_note_has_no_driver_for_is_said() {
    let page = Page::open("v=1&note=ips-2018&caseload=20&fte-advisor=3");
    page.browser.click("a[data-note=bi10-2026]");
    becomes("the notices", || page.notices(), &["Notatet har ingen forudsætning med navnet ”fte-advisor”."]);
    assert_eq!(page.driver("caseload").text(), "20", "what both notes have is taken along");
}

#[test]
fn borrowed_savings_are_asked_for_marked_shared_and_given_back() {
    let page = Page::open("v=1&note=bi11-2026-s1&caseload=20");
    assert!(page.answer().contains("Notatet regner ikke på, om pengene kommer igen"), "{}", page.answer());
    page.browser.click(link(BORROW));
    page.wait_until("the savings are borrowed", |page| page.answer().contains("Besparelserne er fra 2018"));
    assert_eq!(page.driver("caseload").value(), "20 borgere");
    assert!(page.text("tr[data-line=benefits]").contains("fra business casen 2018"));
    page.driver("anyway").type_in("50");
    page.wait_until("the saving is marked as changed", |page| page.text("tr[data-line=benefits]").contains("ændret"));

    let copied = page.copy_link();
    let expected = "v=1&note=bi11-2026-s1&lent=ips-2018&caseload=20&anyway=50";
    assert_eq!(Page::without_headline(&copied), Page::address_of(expected));
    let changed = page.every_number();
    Page::open_address(&copied).every_number().assert_same(&changed);

    page.browser.click(link(GIVE_BACK));
    page.wait_until("the savings are given back", |page| page.answer().contains("Notatet regner ikke på"));
    assert_eq!(page.driver("caseload").value(), "20 borgere");
    assert_eq!(page.notices(), [""; 0]);
}

#[test]
fn an_effort_that_runs_already_starts_at_its_full_share_by_one_press() {
    let page = Page::open("v=1&note=bi11-2026-s1&lent=ips-2018");
    let share = |id: &str| page.driver(id).value();
    let full_share = |page: &Page| {
        page.driver("effect-first").its(button("Prøv …: fuld andel fra år 1, for indsatsen kører allerede"))
    };
    assert_ne!(share("effect-first"), share("effect"));
    page.unfold();
    page.browser.click(full_share(&page));
    page.wait_until("the first year has the full share", |_| share("effect-first") == share("effect"));
    page.open_anew("v=1&note=ips-2018");
    assert!(page.texts(full_share(&page)).is_empty(), "this effort begins");
    assert!(page.text("[data-driver=caseload]").contains("Andelen i job antages at være den samme"));
}

#[test]
fn the_disagreements_can_be_filtered_by_document() {
    let page = Page::open("v=1&screen=findings");
    let all = page.texts(part("finding"));
    assert!(all.len() > 10, "{all:?}");
    let of_payback =
        |finding: &&String| finding.contains("skriver 76 år ud for") && finding.contains("Det kan forklare tallene");
    assert_eq!(all.iter().filter(of_payback).count(), 1, "a printed payback stands beside what could explain it");
    let is_about_results =
        |finding: &&String| finding.contains("gode resultater i forhold til job") && finding.contains("ikke opnået");
    assert_eq!(
        all.iter().filter(is_about_results).count(),
        1,
        "praise stands beside the note's own words on the target"
    );
    let of_axis = |finding: &&String| {
        finding.contains("Det ligner summen af alle årene, men årene giver tilsammen 26,616 mio. kr.")
    };
    assert_eq!(all.iter().filter(of_axis).count(), 1);
    page.browser.click("#findings-document option[value=ips-2018]");
    page.wait_until("fewer are shown", |page| page.texts(part("finding")).len() < all.len());
    let own = page.texts(part("finding"));
    assert!(own.iter().all(|finding| finding.contains("Business case 2018, ")), "{own:?}");
}

#[test]
fn a_printed_payback_is_explained_as_a_possibility_that_the_reader_can_check() {
    const COMES_OUT: &str = "Med de valgte værdier kommer både 4 og 76 år frem.";
    let page = Page::open("v=1&note=ips-2018");
    let said = |page: &Page| page.texts(part("finding").inside(region("figures-title"))).join(" ");
    let at_20 = || element("a[href$='note=ips-2018&residual=20']").inside(part("finding"));
    for part in [
        "Notatet skriver 76 år på serviceudgifterne alene, men det kan ikke genfindes, når resteffekten er de 10 \
         %, der regnes med.",
        "Er resteffekten 20 % i stedet for 10 %, kommer både 4 og 76 år frem; 20 % ligger inden for notatets egne 10–25 %.",
        "Det kan forklare tallene, men notatet siger det ikke.",
    ] {
        assert!(said(&page).contains(part), "{part} is not in {}", said(&page));
    }
    assert!(!said(&page).contains(COMES_OUT));

    page.browser.click(at_20());
    becomes("the share after the effort", || page.driver("residual").value(), "20 %");
    page.wait_until("both come out", |page| said(page).contains(COMES_OUT));
    assert!(said(&page).contains("går der 76 år i alt."), "{}", said(&page));
    assert_eq!(page.figure("Tjent hjem, alt medregnet").number, "2021");
    // No year beyond the horizon stands anywhere else.
    assert_eq!(page.figure("Tjent hjem, kun serviceudgifter").number, "Ikke inden for 20 år");

    page.driver("residual").type_in("25");
    page.wait_until("they no longer do", |page| !said(page).contains(COMES_OUT));
    page.open_anew("v=1&screen=findings");
    page.browser.click(at_20());
    becomes("the address", || page.address(), &Page::address_of("v=1&note=ips-2018&residual=20"));
    page.assert_quiet();
}

#[test]
fn a_borrowed_saving_at_the_measured_share_costs_more_than_it_saves_while_the_effort_runs() {
    let page = Page::open("v=1&note=bi11-2026-s1");
    page.browser.click(link(BORROW));
    page.wait_until("the savings are borrowed", |page| page.answer().contains("Besparelserne er fra 2018"));
    assert!(page.answer().contains("giver indsatsen 1,17 kr. pr. krone i 2029."), "{}", page.answer());
    page.driver("effect").type_in("20");
    page.wait_until("less than a krone comes back", |page| page.answer().contains("0,93 kr. pr. krone i 2029."));
    let alone = "koster indsatsen hvert år mere, end den sparer: 0,93 kr. pr. krone i 2029. Holder resteffekten sig (dem, der er i job efter \
                 indsatsen), er den tjent hjem i 2031.";
    assert!(page.answer().contains(alone), "{}", page.answer());
    // The year stands nowhere without what it rests on.
    let paid_back = page.figure("Tjent hjem, alt medregnet");
    assert_eq!(paid_back.number, "2031");
    assert!(paid_back.detail.ends_with(", først efter indsatsen, hvis nogle bliver i job"), "{paid_back:?}");
    assert_eq!(
        page.text(element("tbody tr:first-child td:last-child").inside(region("sides-title"))),
        "2031 (6. år, først efter indsatsen, hvis nogle bliver i job)"
    );
    page.assert_quiet();
}

#[test]
fn the_2018_payback_moves_where_one_in_a_hundred_would_have_found_a_job_anyway() {
    let page = Page::open("v=1&note=ips-2018");
    let published = "er indsatsen tjent hjem i 2021, det 4. år. Besparelserne er da 54.000 kr. større end udgifterne på 19,42 mio. kr.";
    assert!(page.answer().ends_with(published), "{}", page.answer());
    page.driver("anyway").type_in("1");
    page.wait_until("it is paid back a year later", |page| page.answer().contains("tjent hjem i 2022, det 5. år."));
    assert!(
        page.answer().contains("ved udgangen af 2021. Holder resteffekten sig (dem, der er i job efter indsatsen), er den tjent hjem i 2022"),
        "{}",
        page.answer()
    );
    assert_eq!(
        page.difference(),
        "Andelen med job også uden indsatsen fra 0 % til 1 % flytter tilbagebetalingen fra 2021 til 2022 (først efter indsatsen, hvis nogle bliver i job)."
    );
    page.assert_quiet();
}

#[test]
fn a_cell_that_a_finding_touches_leads_to_the_findings() {
    let page = Page::open("v=1&note=bi07-2022-a");
    let marked = |id: &str| link(DISAGREEMENT).inside(line(id));
    assert_eq!(page.texts(marked("ips-consultants")), [DISAGREEMENT]);
    assert_eq!(disputed(&page, line("ips-consultants")), 4, "each of its years");
    assert_eq!(disputed(&page, "[data-line]"), 16, "four rows of this edition are in a finding");
    assert_eq!(page.texts(marked("abuse-caseworkers")), [""; 0]);
    assert_eq!(disputed(&page, "[data-effort]"), 2, "veterans and health were granted other amounts");
    let scenario = Page::open("v=1&note=bi11-2026-s2");
    assert_eq!(disputed(&scenario, line("costs")), 4, "a sentence contradicts the total");
    page.browser.click(marked("ips-consultants"));
    page.wait_until("the findings are open", |page| page.text("main h1") == "Modsigelser");
}

#[test]
fn nothing_bars_the_way_on_any_screen() {
    for link in [FRONT, "v=1&screen=findings", "v=1&note=bi10-2026", "v=1&note=bi10-2026&lent=ips-2018"] {
        assert_eq!(Page::open(link).barriers(), [""; 0], "{link}");
        assert_eq!(Page::open_on_a_phone(Fonts::Narrow, 360, link).barriers(), [""; 0], "{link} on a phone");
    }
}

#[test]
fn a_missed_target_stands_beside_what_the_note_says_of_its_results() {
    let page = Page::open("v=1&note=bi11-2026-s1");
    let said = page.text("[data-aim=sydhavnen-outcome]");
    for part in ["20 % af deltagerne", "Målet var 25 %", "ikke opnået", "gode resultater"] {
        assert!(said.contains(part), "{part} is not in {said}");
    }
    assert!(!page.text(disclosure("Hvad notatet ellers siger")).is_empty());
    let aims = Page::open("v=1&screen=aims");
    let missing = |term: &&String| *term == "Mangler";
    assert!(aims.texts(element("dt").inside(region("aims-title"))).iter().filter(missing).count() > 4);
    let front = Page::open(FRONT);
    assert!(front.text(region("post-prices-title")).contains("629.000 kr."));
}

#[test]
fn a_question_is_answered_with_a_way_into_the_calculator() {
    const WAY: &str = "a[href*='explain=savings.biu']";
    let page = Page::open("v=1&screen=questions");
    assert_eq!(page.text("h1"), "Spørgsmål og svar");
    let cheaper = &page.texts(part("question"))[1];
    assert!(cheaper.contains("et halvt årsværk i SOF"), "{cheaper}");
    // A number opens below its answer, and what it is made of opens there too.
    page.browser.click(element(WAY).inside(part("question")));
    let below = format!("[data-part=question]:has({WAY})");
    let explained = |page: &Page| page.texts(element("h3").inside(explanation().inside(below.as_str())));
    page.wait_until("the explanation is there", |page| explained(page).iter().any(|title| title.contains("20.135")));
    let whole = explained(&page);
    page.browser.click(numbers().inside(element("ol").inside(explanation())));
    page.wait_until("the part is there", |page| {
        let now = explained(page);
        now != whole && now.iter().any(|title| title.contains("2018"))
    });
    page.browser.click(element("a[href*='effect=47']").inside(part("question")));
    page.wait_until("the calculator is there", |page| page.text("h1") == "IPS Rusmiddel");
}

#[test]
fn the_key_figures_are_those_of_the_chosen_perspective() {
    let page = Page::open("v=1&note=bi10-2026&lent=ips-2018");
    let returned = |page: &Page| page.figure("Kommer tilbage").number;
    assert!(page.answer().contains("giver IPS Rusmiddel 2,00 kr. pr. krone i"), "{}", page.answer());
    assert_eq!(returned(&page), "2,00 kr. pr. krone");
    assert!(page.text(part("seen-from")).contains("kun for IPS Rusmiddel"));
    page.browser.click(link("Alle tilsammen"));
    becomes("what comes back to the city", || returned(&page), "1,66 kr. pr. krone");
    assert!(page.answer().contains("1,66 kr. pr. krone"), "{}", page.answer());
    assert!(page.texts(part("seen-from")).is_empty());
    page.open_anew("v=1&note=ips-2018&seen-from=service");
    assert!(
        page.answer().contains("I 2018–2022 mangler der 8,83 mio. kr.: for hver krone kommer der 0,16 kr. tilbage."),
        "{}",
        page.answer()
    );
    assert!(page.figure("Kommer tilbage").detail.ends_with("0,16 kr. pr. krone i 2018–2022"));
    assert!(page.text(part("seen-from")).contains("på serviceudgifterne alene"));
    let heads = page.texts(element("thead th").inside(region("sides-title")));
    assert_eq!(heads[4..6], ["Kr. pr. krone, 2021", "Kr. pr. krone, 2018–2022"]);
    assert_eq!(page.texts(element("tbody tr:first-child td").inside(region("sides-title")))[3..5], ["1,15", "1,11"]);
    page.assert_quiet();
}
