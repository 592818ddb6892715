use super::*;
use crate::messages;
use model::language::Language;

const DANISH: Locale = Locale::new(messages::of(Language::Danish));
const ENGLISH: Locale = Locale::new(messages::of(Language::English));

#[track_caller]
fn reads(typed: &str, unit: Unit, value: &str) {
    reads_in(DANISH, typed, unit, value);
}

#[track_caller]
fn reads_in(locale: Locale, typed: &str, unit: Unit, value: &str) {
    assert_eq!(locale.read(typed, unit), Ok(value.parse().unwrap()), "{typed:?} as {unit:?}");
}

#[track_caller]
fn refuses(typed: &str, unit: Unit, reason: Unreadable) {
    for locale in [DANISH, ENGLISH] {
        assert_eq!(locale.read(typed, unit), Err(reason), "{typed:?} as {unit:?}");
    }
}

#[test]
fn comma_and_point_both_mean_the_same() {
    reads("12,5", Unit::Share, "0.125");
    reads("12.5", Unit::Share, "0.125");
    reads(" 12,5 % ", Unit::Share, "0.125");
    reads("12.5 pct.", Unit::Share, "0.125");
    reads("0.125", Unit::CitizensPerPost, "0.125");
    reads(",5", Unit::Posts, "0.5");
    reads("5,", Unit::Posts, "5");
}

#[test]
fn thousands_are_read_as_danes_write_them() {
    reads("1.234", Unit::Citizens, "1234");
    reads("1.234,5 kr.", Unit::CostPerPost, "1.2345");
    reads("1,234.5 kr.", Unit::CostPerPost, "1.2345");
    reads("1.234.567", Unit::AmountPerYear, "1234.567");
    reads("371 667 kr.", Unit::CostPerPost, "371.667");
    reads("0,5 mio. kr.", Unit::CostPerPost, "500");
    reads("0,0005 mia. kr.", Unit::CostPerPost, "500");
    reads("500 t.kr.", Unit::CostPerPost, "500");
    reads("007", Unit::Citizens, "7");
}

#[test]
fn comma_and_point_both_mean_the_same_in_english_too() {
    for typed in ["12.5", "12,5", " 12.5% ", "12.5 per cent", "12,5 percent"] {
        reads_in(ENGLISH, typed, Unit::Share, "0.125");
    }
    reads_in(ENGLISH, "0,125", Unit::CitizensPerPost, "0.125");
    reads_in(ENGLISH, ".5", Unit::Posts, "0.5");
    reads_in(ENGLISH, "5.", Unit::Posts, "5");
}

#[test]
fn thousands_are_read_as_the_english_write_them() {
    reads_in(ENGLISH, "1,234", Unit::Citizens, "1234");
    reads_in(ENGLISH, "1.234", Unit::CitizensPerPost, "1.234");
    reads_in(ENGLISH, "1,234.5 kr.", Unit::CostPerPost, "1.2345");
    reads_in(ENGLISH, "1.234,5 kroner", Unit::CostPerPost, "1.2345");
    reads_in(ENGLISH, "1,234,567", Unit::AmountPerYear, "1234.567");
    reads_in(ENGLISH, "371 667 DKK", Unit::CostPerPost, "371.667");
}

#[test]
fn the_words_of_both_languages_are_understood() {
    for typed in ["0.5 million kr.", "0.5 million", "0.5m", "0.5m kroner", "500 thousand kroner", "500k", "500 t.kr."] {
        reads_in(ENGLISH, typed, Unit::CostPerPost, "500");
        reads(typed, Unit::CostPerPost, "500");
    }
    for (unit, words) in [
        (Unit::Citizens, ["borger", "borgere", "people", "citizens"]),
        (Unit::Posts, ["årsværk", "posts", "full-time posts", "FTE"]),
        (Unit::Years, ["år", "year", "years", ""]),
        (Unit::Courses, ["forløb", "kurser", "course", "courses"]),
    ] {
        for word in words {
            reads_in(ENGLISH, &format!("3 {word}"), unit, "3");
            reads(&format!("3 {word}"), unit, "3");
        }
    }
}

#[test]
fn a_minus_of_any_kind_is_a_minus() {
    for minus in ["-", "\u{2212}", "–"] {
        reads(&format!("{minus}300"), Unit::AmountPerYear, "-0.3");
    }
}

#[test]
fn an_increase_has_its_sign_and_is_read_with_it_and_without() {
    for typed in ["3", "+3", "+3 %", "3 pct.", "3,0"] {
        reads(typed, Unit::Increase, "0.03");
        let entry = DANISH.read_entry(typed, Unit::Increase, "0.1".parse().unwrap()).unwrap();
        assert_eq!(entry, Entry { value: "0.03".parse().unwrap(), worked_out: WorkedOut::No }, "{typed}");
    }
    for typed in ["-2,5", "\u{2212}2,5 %", "–2.5%"] {
        reads(typed, Unit::Increase, "-0.025");
    }
    reads_in(ENGLISH, "+2.5%", Unit::Increase, "0.025");
    let shown = |value: &str| DANISH.field(value.parse().unwrap(), Unit::Increase);
    assert_eq!(["0.03", "-0.025", "0.0000"].map(shown), ["+3", "\u{2212}2,5", "0"]);
}

#[test]
fn texts_that_are_not_numbers_are_refused_with_a_reason() {
    refuses("", Unit::Share, Unreadable::Empty);
    refuses("   ", Unit::Share, Unreadable::Empty);
    refuses("mange", Unit::Citizens, Unreadable::NotANumber);
    refuses("10^30", Unit::Citizens, Unreadable::NotANumber);
    refuses("12,5,5", Unit::Share, Unreadable::NotANumber);
    refuses("1.23.4", Unit::Share, Unreadable::NotANumber);
    refuses("20 %", Unit::Citizens, Unreadable::NotANumber);
    refuses("25 kr.", Unit::CitizensPerPost, Unreadable::NotANumber);
    refuses("20 people", Unit::Share, Unreadable::NotANumber);
    refuses("2 million", Unit::Citizens, Unreadable::NotANumber);
    refuses("2 millioner år", Unit::AmountPerYear, Unreadable::NotANumber);
    refuses("500 t", Unit::AmountPerYear, Unreadable::NotANumber);
    refuses("%", Unit::Share, Unreadable::NotANumber);
    refuses("--5", Unit::Share, Unreadable::NotANumber);
    refuses(&format!("1{}", "0".repeat(30)), Unit::Citizens, Unreadable::TooLarge);
}

#[test]
fn money_is_read_however_its_currency_is_written() {
    for typed in [
        "kr. 371.667",
        "kr 371 667",
        "kr.371.667",
        "DKK 371.667",
        "DKK371667",
        "371.667 kr",
        "371.667 kr.",
        "371.667 dkr.",
        "371.667,-",
        "371.667,– kr.",
        "kr. 371.667,-",
        "371.667,00 kr.",
        "371'667",
        "371’667 kr",
        "371,667 t.kr.",
        "kr. 0,371667 mio.",
        "mio. kr. 0,371667",
        "371.667 kr. om året",
        "371.667 kr./år",
        "ca. 371.667 kr.",
        "~371.667",
        "=371667",
        "\u{feff}371.667\u{202f}kr.\r\n",
        "371\u{2009}667",
        "\t371\u{a0}667\u{a0}kr.\u{200b}",
        "\u{200e}371.667\u{200f}",
        "371.\u{ad}667",
        "３７１６６７",
    ] {
        reads(typed, Unit::CostPerPost, "371.667");
    }
    reads_in(ENGLISH, "DKK 371,667", Unit::CostPerPost, "371.667");
    reads_in(ENGLISH, "DKK 0.371667 million a year", Unit::CostPerPost, "371.667");
    refuses("kr. 25 kr.", Unit::CostPerPost, Unreadable::NotANumber);
    for typed in ["€ 25", "25 €", "25 euro", "EUR 25", "$25", "25 USD"] {
        refuses(typed, Unit::CostPerPost, Unreadable::OtherCurrency);
    }
    refuses("25 kr.", Unit::Citizens, Unreadable::NotANumber);
}

#[test]
fn the_other_language_is_read_where_this_one_gives_no_value_of_the_driver() {
    // Parts of citizens and of øre do not exist.
    reads_in(ENGLISH, "1.234", Unit::Citizens, "1234");
    reads_in(ENGLISH, "371.667", Unit::CostPerPost, "371.667");
    reads_in(ENGLISH, "25.000", Unit::AmountPerYear, "25");
    // More posts than the city has, and prices ten times as high.
    reads("1,250", Unit::Posts, "1.25");
    reads("1.250", Unit::Posts, "1.25");
    reads("1.030", Unit::Factor, "1.03");
    reads("1.250 mio. kr.", Unit::AmountPerYear, "1250");
    reads_in(ENGLISH, "1,250 million", Unit::AmountPerYear, "1250");
    reads_in(ENGLISH, "1,250 mio. kr.", Unit::CostPerPost, "1250");
    // Where both are values, it is this language's.
    reads("1.234", Unit::AmountPerYear, "1.234");
    reads_in(ENGLISH, "1,234", Unit::AmountPerYear, "1.234");
    // Where neither is one, too.
    reads("1.234", Unit::CitizensPerPost, "1234");
}

#[test]
fn shares_are_read_with_the_sign_on_either_side() {
    for typed in ["25", "25 %", "25%", "% 25", "25 pct", "25 pct.", "25 procent", "ca. 25 %", "~25", "２５％", "25 %;"]
    {
        reads(typed, Unit::Share, "0.25");
    }
    reads("2½ %", Unit::Share, "0.025");
    refuses("3 procentpoint", Unit::Share, Unreadable::NotANumber);
}

#[test]
fn spaces_and_apostrophes_separate_only_groups() {
    reads("1 234 567,5", Unit::AmountPerYear, "1234.5675");
    reads("1'234'567.5", Unit::AmountPerYear, "1234.5675");
    for typed in ["25 30", "12 5", "1 234.567,8", "12'5", "1 234'567", "12, 5"] {
        refuses(typed, Unit::AmountPerYear, Unreadable::NotANumber);
    }
}

#[test]
fn accountants_write_a_minus_as_parentheses() {
    reads("(300)", Unit::AmountPerYear, "-0.3");
    refuses("(300", Unit::AmountPerYear, Unreadable::Parentheses);
    refuses("(300)+5", Unit::AmountPerYear, Unreadable::Parentheses);
}

#[track_caller]
fn works_out(locale: Locale, typed: &str, unit: Unit, current: &str, value: &str) {
    let entry = locale.read_entry(typed, unit, current.parse().unwrap());
    assert_eq!(entry.map(|entry| entry.value), Ok(value.parse().unwrap()), "{typed:?} from {current}");
    assert_ne!(entry.map(|entry| entry.worked_out), Ok(WorkedOut::No), "{typed:?}");
}

#[test]
fn an_operator_in_front_goes_on_from_the_current_value() {
    for (typed, value) in [
        ("+3 %", "647.87"),
        ("+ 3%", "647.87"),
        ("+3 procent", "647.87"),
        ("−2,5 %", "613.275"),
        ("×1,03", "647.87"),
        ("*1,03", "647.87"),
        ("x 1,03", "647.87"),
        ("X1,03", "647.87"),
        ("gange 1,03", "647.87"),
        ("× 103 %", "647.87"),
        ("/2", "314.5"),
        ("+3 % + 2 %", "660.8274"),
    ] {
        works_out(DANISH, typed, Unit::CostPerPost, "629", value);
    }
    works_out(DANISH, "+3 %", Unit::Citizens, "150", "155");
    works_out(DANISH, "+1 %", Unit::Citizens, "150", "152");
    works_out(DANISH, "+30 %", Unit::Years, "4", "5");
    works_out(DANISH, "+3 %", Unit::Factor, "1", "1.03");
    // Its unit is the sign of multiplication.
    reads("× 1,03", Unit::Factor, "1.03");
    reads("gange 1,03", Unit::Factor, "1.03");
}

#[test]
fn a_few_numbers_are_a_calculation() {
    for (typed, unit, value) in [
        ("629.000*1,03", Unit::CostPerPost, "647.87"),
        ("629.000*1.03", Unit::CostPerPost, "647.87"),
        ("629.000 × 1,03", Unit::CostPerPost, "647.87"),
        ("629.000x1,03", Unit::CostPerPost, "647.87"),
        ("629.000 kr. gange 1,03", Unit::CostPerPost, "647.87"),
        ("629.000 kr. · 1,03", Unit::CostPerPost, "647.87"),
        ("1,03 × 629.000 kr.", Unit::CostPerPost, "647.87"),
        ("629000+3%", Unit::CostPerPost, "647.87"),
        ("=629000+3%", Unit::CostPerPost, "647.87"),
        ("2.230.000/6", Unit::CostPerPost, "371.66667"),
        ("2,23 mio. kr. / 6", Unit::CostPerPost, "371.66667"),
        ("9*25", Unit::Citizens, "225"),
        ("150+25", Unit::Citizens, "175"),
        ("150-10", Unit::Citizens, "140"),
        ("150 – 10 borgere", Unit::Citizens, "140"),
        ("150+2*10", Unit::Citizens, "170"),
        ("150/4*2-1", Unit::Citizens, "74"),
        ("150 × 47 %", Unit::Citizens, "71"),
        ("25*1,1", Unit::Share, "0.275"),
        ("25 % + 3 %", Unit::Share, "0.28"),
        ("25+3 %", Unit::Share, "0.28"),
        ("25+3 pp", Unit::Share, "0.28"),
        ("50 % × 47 %", Unit::Share, "0.235"),
    ] {
        works_out(DANISH, typed, unit, "0.1", value);
    }
    works_out(ENGLISH, "629,000*1.03", Unit::CostPerPost, "1", "647.87");
    works_out(ENGLISH, "629.000*1,03", Unit::CostPerPost, "1", "647.87");
    works_out(ENGLISH, "25.000 × 9", Unit::CostPerPost, "1", "225");
    works_out(DANISH, "× 1.030", Unit::CostPerPost, "629", "647.87");
    let too_many = DANISH.read_entry("3.449*29", Unit::Citizens, Decimal::ONE).unwrap();
    assert_eq!(too_many.value, Decimal::from(100_021), "and not 29 times three and a half citizens");
}

#[test]
fn per_cent_behind_a_sign_are_of_the_share_and_points_are_said_to_be_points() {
    let share = Decimal::new(25, 2);
    let entry = DANISH.read_entry("+3 %", Unit::Share, share).unwrap();
    assert_eq!(
        (entry.value, entry.worked_out),
        (Decimal::new(2575, 4), WorkedOut::PerCentOfShare { per_cent: Decimal::from(3) })
    );
    let entry = DANISH.read_entry("-2,5 %", Unit::Share, share).unwrap();
    assert_eq!(entry.value, Decimal::new(2438, 4), "24,375 has more decimals than a share shows");
    for typed in ["+3 pp", "+3 procentpoint", "+3 %-point", "+ 3 pct.point", "+3 percentage points"] {
        works_out(DANISH, typed, Unit::Share, "0.25", "0.28");
    }
    works_out(DANISH, "×1,03", Unit::Share, "0.25", "0.2575");
}

#[test]
fn what_is_half_a_calculation_is_refused() {
    let cost = |typed: &str| DANISH.read_entry(typed, Unit::CostPerPost, Decimal::from(629)).map(|entry| entry.value);
    for typed in [
        "629.000*",
        "629.000*1,0,",
        "+",
        "*",
        "+3 % × 2",
        "1+",
        "2**3",
        "25--3",
        "-5+3",
        "10 kr. × 5 kr.",
        "3 % + 5",
        "3 % × 2 %",
        "+3 pp",
    ] {
        assert_eq!(cost(typed), Err(Unreadable::NotANumber), "{typed:?}");
    }
    for typed in ["(371667+1000)/2", "2*(3+4)", "(3"] {
        assert_eq!(cost(typed), Err(Unreadable::Parentheses), "{typed:?}");
    }
    assert_eq!(cost("+3"), Err(Unreadable::SignAlone));
    assert_eq!(cost("-3"), Ok(Decimal::new(-3, 3)), "which no driver accepts");
    assert_eq!(cost("629.000/0"), Err(Unreadable::DividedByZero));
    assert_eq!(cost(&"*9999999".repeat(9)), Err(Unreadable::TooLarge));
    assert_eq!(DANISH.read("150-10", Unit::Citizens), Err(Unreadable::NotANumber), "it reads numbers alone");
}
