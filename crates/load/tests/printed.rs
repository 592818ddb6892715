//! Every amount that a document prints is in the data, or is listed there as left out with a reason. Every cell in the
//! data is printed in the document. The same holds for shares and for numbers of people and posts: see [`counts`].
//!
//! `tests/printed/<document>.txt` lists the amounts of a document with their places, in the order printed. It contains
//! figures only, none of the prose. `tests/printed/<document>-counts.txt` lists the shares and the numbers of people and
//! posts in the same way. The lists are made from the documents, never by hand, with
//!
//! ```text
//! INDSATSREGNER_PRINTED=write cargo test --test printed
//! ```
//!
//! This needs the documents in the folder `INDSATSREGNER_SOURCES`, or in `../shared/sources`. The same rules hold for
//! all documents, whether a table has tabs or its cells are wrapped over several lines:
//!
//! 1. In a sentence an amount is a number before `mio. kr.`, `mia. kr.` or `kr.`; `1.000 kr.` itself is a unit.
//! 2. A table of amounts begins where its unit `1.000 kr.` is printed. It ends at the next heading.
//! 3. In a table, the whole numbers at the end of a line are cells, with or without a point between thousands: 4.854,
//!    -709, 0, 1573. Numbers before a word are not cells (posts, appropriations, keys in per cent), and neither is 35.10.
//! 4. A year is not an amount. A line that has only numbers and begins with a year is a row of column heads, even where
//!    the scan reads its "I alt" as 114.
//! 5. A row "Tilbagebetalingstid" counts years, not money.
//!
//! The place of an amount is the nearest heading above it, and the position of its line among the lines with an amount
//! under that heading. A heading is the number of a table, or the number or name of a section; the second heading of
//! the same name gets a "(2)".

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

#[path = "printed/counts.rs"]
mod counts;

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use model::note::{Document, Source, Table};
use rust_decimal::Decimal;
use testing::{in_repository, sources};

/// The names of the sections of the budget notes. A heading is a name on a line of its own. The business case numbers
/// its sections instead.
const SECTIONS: [&str; 11] = [
    "Resume",
    "Beslutning",
    "Baggrund",
    "Indhold",
    "Forventet effekt og opfølgning",
    "Økonomi",
    "Risikovurdering og proces",
    "Bevillingstekniske oplysninger",
    "Øvrige tekniske oplysninger",
    "Tidligere afsatte midler",
    "Administrativt bilag",
];

/// Numbers that are part of a unit and not an amount.
const UNITS: [&str; 2] = ["1.000", "1000"];

/// An amount as a document prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Printed {
    place: String,
    line: usize,
    amount: String,
}

impl Printed {
    fn in_sentence(&self) -> bool {
        self.amount.contains("kr")
    }
}

// ------------------------------------------------------------------------------------- from a document to its list

/// A line of a document, with the nearest heading above it.
struct Line<'a> {
    text: &'a str,
    place: String,
    /// Whether the line is in a table of amounts.
    in_table: bool,
}

fn lines(document: &str) -> Vec<Line<'_>> {
    let mut headings: BTreeMap<String, usize> = BTreeMap::new();
    let (mut place, mut in_table) = (String::new(), false);
    let mut lines = Vec::new();
    for text in document.lines() {
        if let Some(heading) = heading(text) {
            let times = headings.entry(heading.clone()).or_default();
            *times += 1;
            place = if *times == 1 { heading } else { format!("{heading} ({times})") };
            in_table = false;
        }
        in_table |= UNITS.iter().any(|unit| text.contains(&format!("{unit} kr")));
        lines.push(Line { text, place: place.clone(), in_table });
    }
    lines
}

fn amounts(document: &str) -> Vec<Printed> {
    let lines = lines(document);
    let mut found: Vec<(usize, String)> = Vec::new();
    for (at, Line { text, in_table, .. }) in lines.iter().enumerate() {
        // A sentence may break off within an amount: two words of what follows complete it.
        let own = words(text);
        let mut read_on = own.clone();
        read_on.extend(lines[at + 1..].iter().flat_map(|next| words(next.text)).take(2));
        found.extend((0..own.len()).filter_map(|first| Some((at, amount_at(&read_on[first..])?))));
        if *in_table {
            found.extend(cells(&own).into_iter().map(|cell| (at, cell.to_owned())));
        }
    }
    with_places(&lines, found)
}

/// Gives each thing found, which comes with the position of its line in the document, its place.
fn with_places(lines: &[Line<'_>], found: Vec<(usize, String)>) -> Vec<Printed> {
    let mut printed: Vec<Printed> = Vec::new();
    let mut previous = None;
    for (at, amount) in found {
        let place = lines[at].place.clone();
        let line = match printed.last() {
            Some(before) if before.place == place => before.line + usize::from(previous != Some(at)),
            _ => 1,
        };
        previous = Some(at);
        printed.push(Printed { place, line, amount });
    }
    printed
}

/// The words of a line; the scan has some column rules, read as bars.
fn words(line: &str) -> Vec<&str> {
    line.split(|c: char| c.is_whitespace() || c == '|').filter(|word| !word.is_empty()).collect()
}

/// What the line is the heading of, if it is one: `Tabel 2a`, `1.4`, `Beslutning`.
fn heading(line: &str) -> Option<String> {
    let line = line.trim();
    if SECTIONS.contains(&line) {
        return Some(line.to_owned());
    }
    let (first, rest) = line.split_once(' ')?;
    if matches!(first, "Tabel" | "Table") {
        let number = words(rest).first()?.trim_end_matches(['.', ':']);
        return number.starts_with(|c: char| c.is_ascii_digit()).then(|| format!("{first} {number}"));
    }
    let numbered = first.split_once('.').is_some_and(|(chapter, section)| is_digits(chapter) && is_digits(section));
    let capitals = rest.chars().any(char::is_alphabetic) && !rest.chars().any(char::is_lowercase);
    (numbered && capitals).then(|| first.to_owned())
}

/// The amount at the start of these words, in the form it has in a sentence: `7,9 mio. kr.`
fn amount_at(words: &[&str]) -> Option<String> {
    let [number, next, after @ ..] = words else { return None };
    let scaled = matches!(*next, "mio." | "mia.");
    let kroner = (if scaled { after.first()? } else { next }).strip_prefix("kr")?;
    if !number.split([',', '.']).all(is_digits) || UNITS.contains(number) || kroner.starts_with(char::is_alphabetic) {
        return None;
    }
    let kroner = if kroner.starts_with('.') { "kr." } else { "kr" };
    Some(if scaled { format!("{number} {next} {kroner}") } else { format!("{number} {kroner}") })
}

/// The cells of a line in a table of amounts.
fn cells<'a>(words: &[&'a str]) -> Vec<&'a str> {
    let numbers = words.iter().rev().take_while(|word| is_whole(word)).count();
    let run = &words[words.len() - numbers..];
    let is_column_heads = numbers == words.len() && run.first().is_some_and(|first| is_year(first));
    if is_column_heads || words.first() == Some(&"Tilbagebetalingstid") {
        return Vec::new();
    }
    run.iter().copied().filter(|number| !is_year(number)).collect()
}

/// Whether a word is a whole number, with a point before each group of three digits or without points.
fn is_whole(word: &str) -> bool {
    let (first, groups) = match word.strip_prefix('-').unwrap_or(word).split_once('.') {
        Some((first, groups)) => (first, Some(groups)),
        None => (word.strip_prefix('-').unwrap_or(word), None),
    };
    is_digits(first)
        && groups.is_none_or(|groups| {
            first.len() <= 3 && groups.split('.').all(|group| group.len() == 3 && is_digits(group))
        })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && is_digits(word)
}

// ------------------------------------------------------------------------------------------------- the lists as files

fn list_of(document: &Document) -> PathBuf {
    Path::new("tests/printed").join(&document.id).with_extension("txt")
}

fn as_file(document: &Document, amounts: &[Printed]) -> String {
    list(amounts, &format!("amount printed in {}", document.file), "amount; the rules are in tests/printed.rs")
}

fn list(printed: &[Printed], what: &str, figure_and_rules: &str) -> String {
    let mut text = format!(
        "# Every {what}, in the order printed.\n\
         # Place and line, tab, {figure_and_rules}. Not written by hand:\n\
         # INDSATSREGNER_PRINTED=write cargo test --test printed\n"
    );
    for Printed { place, line, amount } in printed {
        writeln!(text, "{place}, line {line}\t{amount}").unwrap();
    }
    text
}

fn from_file(text: &str) -> Vec<Printed> {
    let entries = text.lines().filter(|line| !line.starts_with('#'));
    let read = entries.map(|entry| {
        let (place_and_line, amount) = entry.split_once('\t')?;
        let (place, line) = place_and_line.rsplit_once(", line ")?;
        Some(Printed { place: place.to_owned(), line: line.parse().ok()?, amount: amount.to_owned() })
    });
    read.map(|printed| printed.expect("an entry has a place, a line and an amount")).collect()
}

/// The documents of the library, each with its list of amounts.
static LISTS: LazyLock<Vec<(Document, Vec<Printed>)>> =
    LazyLock::new(|| read_lists(list_of, |document, text| as_file(document, &amounts(text))));

/// The documents as the data files have them. The embedded form leaves out what no screen shows.
fn transcribed() -> Vec<Document> {
    let read = |path: PathBuf| (path.display().to_string(), fs::read_to_string(&path).unwrap());
    let (city_file, city) = read(in_repository("data/city.toml"));
    let paths = fs::read_dir(in_repository("data")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<(String, String)> = paths.map(read).filter(|(file, _)| *file != city_file).collect();
    files.sort();
    let files = files.iter().map(|(file, text)| (file.as_str(), text.as_str()));
    load::documents(&load::city(&city).unwrap(), files).unwrap()
}

/// The documents of the library, each with a list. The lists are written anew first where that is asked for: `made`
/// makes one from the text of its document.
fn read_lists(list_of: fn(&Document) -> PathBuf, made: fn(&Document, &str) -> String) -> Vec<(Document, Vec<Printed>)> {
    let write = env::var("INDSATSREGNER_PRINTED").is_ok_and(|value| value == "write");
    let folder = if write { Some(sources().expect("lists are made from the documents")) } else { None };
    let documents = transcribed();
    let with_list = documents.iter().map(|document| {
        let list = list_of(document);
        if let Some(folder) = &folder {
            let text = fs::read_to_string(folder.join(&document.file)).unwrap();
            fs::write(&list, made(document, &text)).unwrap();
        }
        let text = fs::read_to_string(&list).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
        (document.clone(), from_file(&text))
    });
    with_list.collect()
}

// ----------------------------------------------------------------------------------------------- lists beside data

/// Whether a place in the data is this heading. The data may say more (`Indhold, 2`), and does not number headings of
/// the same name.
fn is_at(place: &str, heading: &str) -> bool {
    let heading = heading.trim_end_matches(" (2)");
    place.strip_prefix(heading).is_some_and(|rest| rest.is_empty() || rest.starts_with(','))
}

/// The differences, cell by cell, between the tables in the data and those in the list.
fn faults_in_tables(document: &Document, printed: &[Printed]) -> Vec<String> {
    let id = &document.id;
    let in_tables: Vec<&Printed> = printed.iter().filter(|printed| !printed.in_sentence()).collect();
    let printed_tables: Vec<_> = in_tables.chunk_by(|one, next| one.place == next.place).collect();
    let mut faults = Vec::new();
    if printed_tables.len() != document.tables.len() {
        faults.push(format!(
            "{id}: {} tables are printed, {} in the data",
            printed_tables.len(),
            document.tables.len()
        ));
    }
    for (table, on_paper) in document.tables.iter().zip(printed_tables) {
        let place = &on_paper[0].place;
        if !is_at(&table.place, place) && !is_at(&table.title, place) {
            faults.push(format!("{id}: {place} is printed where the data has {}, {}", table.place, table.title));
        }
        let mut left_out: Vec<&str> = document
            .omitted
            .iter()
            .filter(|omitted| is_at(&omitted.source.place, place) && !omitted.amount.contains("kr"))
            .map(|omitted| omitted.amount.as_str())
            .collect();
        let mut expected = Vec::new();
        for cell in on_paper {
            match left_out.iter().position(|amount| *amount == cell.amount) {
                Some(position) => drop(left_out.remove(position)),
                None => expected.push(cell.amount.replace('.', "").parse::<i64>().unwrap()),
            }
        }
        for amount in left_out {
            faults.push(format!("{id}, {place}: {amount} is left out, but not printed"));
        }
        let transcribed = cells_of(table);
        if transcribed != expected {
            let missing = without(&expected, &transcribed);
            let invented = without(&transcribed, &expected);
            faults.push(if missing.is_empty() && invented.is_empty() {
                format!("{id}, {place}: the cells are printed in another order")
            } else {
                format!("{id}, {place}: printed, not in the data: {missing:?}; in the data, not printed: {invented:?}")
            });
        }
    }
    faults
}

/// The cells of a table in reading order, each row with its total, without the rows that the scan lost.
fn cells_of(table: &Table) -> Vec<i64> {
    let rows = table.rows.iter().filter(|row| !row.lost);
    rows.flat_map(|row| row.cells.iter().flatten().chain(&row.total)).map(|cell| cell.get()).collect()
}

/// The `amounts` that remain when each of the `removed` ones is taken away once.
fn without(amounts: &[i64], removed: &[i64]) -> Vec<i64> {
    let mut remaining = amounts.to_vec();
    for amount in removed {
        if let Some(position) = remaining.iter().position(|candidate| candidate == amount) {
            remaining.remove(position);
        }
    }
    remaining
}

/// The differences between the amounts in sentences in the data and those in the list. Every printed amount must be in
/// the quote of a statement of the same amount, or be left out with a reason. Every statement and every omission must
/// be about a printed amount.
fn faults_in_sentences(document: &Document, printed: &[Printed]) -> Vec<String> {
    let id = &document.id;
    let mut faults = Vec::new();
    let mut claims: Vec<(&Source, String)> = Vec::new();
    for statement in &document.statements {
        let Some(stated) = statement.amount else { continue };
        let stated = (stated.thousands.abs(), stated.rounded_to);
        let quoted = words(&statement.source.quote);
        let mut quoted = (0..quoted.len()).filter_map(|first| amount_at(&quoted[first..]));
        match quoted.find(|amount| in_thousands(amount) == stated) {
            Some(amount) => claims.push((&statement.source, amount)),
            None => faults.push(format!("{id}: the quote of {} has no amount such as it states", statement.id)),
        }
    }
    let omitted = document.omitted.iter().filter(|omitted| omitted.amount.contains("kr"));
    claims.extend(omitted.map(|omitted| (&omitted.source, omitted.amount.clone())));

    let mut times: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for printed in printed.iter().filter(|printed| printed.in_sentence()) {
        *times.entry((&printed.place, &printed.amount)).or_default() += 1;
    }
    let mut known: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (source, claimed) in &claims {
        let Some(printed) = times.keys().find(|(place, amount)| is_at(&source.place, place) && amount == claimed)
        else {
            faults.push(format!("{id}, {}: {claimed} is in the data but not printed", source.place));
            continue;
        };
        let quotes = known.entry(*printed).or_default();
        if !quotes.iter().any(|quote| one_sentence(quote, &source.quote, claimed)) {
            quotes.push(&source.quote);
        }
    }
    for ((place, amount), printed) in times {
        let known = known.get(&(place, amount)).map_or(0, Vec::len);
        if known < printed {
            faults.push(format!("{id}, {place}: {amount} is printed {printed} times, in the data {known} times"));
        }
    }
    faults
}

/// Whether two quotes can be about one and the same printed amount: the words around it must not contradict each other.
fn one_sentence(quote: &str, other: &str, amount: &str) -> bool {
    let (before, after) = quote.split_once(amount).unwrap();
    let (other_before, other_after) = other.split_once(amount).unwrap();
    (before.ends_with(other_before) || other_before.ends_with(before))
        && (after.starts_with(other_after) || other_after.starts_with(after))
}

/// An amount in 1.000 kr., and the value of its last digit, also in 1.000 kr.
fn in_thousands(amount: &str) -> (Decimal, Decimal) {
    let (number, unit) = amount.split_once(' ').unwrap();
    let (number, unit) = match unit.split_once(' ') {
        Some(("mia.", _)) => (number.replace(',', "."), Decimal::from(1_000_000)),
        Some(_) => (number.replace(',', "."), Decimal::from(1_000)),
        None => (number.replace('.', "").replace(',', "."), Decimal::new(1, 3)),
    };
    let number: Decimal = number.parse().unwrap();
    (number * unit, Decimal::new(1, number.scale()) * unit)
}

// ---------------------------------------------------------------------------------------------------------- the tests

#[test]
fn every_cell_is_in_the_data_and_no_other() {
    let faults: Vec<String> =
        LISTS.iter().flat_map(|(document, printed)| faults_in_tables(document, printed)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_amount_in_a_sentence_is_in_the_data_or_left_out_with_a_reason() {
    let faults: Vec<String> =
        LISTS.iter().flat_map(|(document, printed)| faults_in_sentences(document, printed)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_document_has_a_list_and_every_list_a_document() {
    let lists_of = |(document, _): &(Document, Vec<Printed>)| [list_of(document), counts::list_of(document)];
    let mut expected: Vec<PathBuf> = LISTS.iter().flat_map(lists_of).collect();
    let mut lists: Vec<PathBuf> = fs::read_dir("tests/printed").unwrap().map(|entry| entry.unwrap().path()).collect();
    lists.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    lists.sort();
    expected.sort();
    assert_eq!(lists, expected);
}

/// Tests the lists against the documents, where these are available.
#[test]
fn the_lists_are_what_the_documents_print() {
    let Some(folder) = sources() else { return };
    for (document, _) in LISTS.iter() {
        let printed = amounts(&fs::read_to_string(folder.join(&document.file)).unwrap());
        let list = fs::read_to_string(list_of(document)).unwrap();
        let made = as_file(document, &printed);
        let differs = list.lines().zip(made.lines()).find(|(listed, made)| listed != made);
        assert!(list == made, "{} is not what the rules find: {differs:?}", list_of(document).display());
    }
}

/// Tests the rules against the documents, where these are available: every number with a point between thousands and
/// every word for a million is in the lists, whatever the rules make of headings, tables and lines.
#[test]
fn no_amount_slips_through_the_rules() {
    let Some(folder) = sources() else { return };
    for (document, printed) in LISTS.iter() {
        let text = fs::read_to_string(folder.join(&document.file)).unwrap();
        let numbers = text.split(|c: char| !c.is_ascii_digit() && c != '.');
        let pointed =
            numbers.map(|number| number.trim_matches('.')).filter(|word| word.contains('.') && is_whole(word));
        let listed = printed.iter().filter(|printed| !printed.in_sentence() && printed.amount.contains('.'));
        assert_eq!(pointed.count() - text.matches("1.000 kr").count(), listed.count(), "{}", document.file);

        let millions = text.matches("mio").count() + text.matches("mia.").count();
        let listed = printed.iter().filter(|printed| printed.in_sentence());
        assert_eq!(millions, listed.count(), "{}", document.file);
    }
}

#[test]
fn the_rules_find_every_amount_of_a_small_example() {
    let found = amounts(
        "Beslutning\n afsat 2,5 mio. kr. til 3 konsulenter, besparelse på 2,7 \n\nmia. kr. frem mod 2035 for 25\n\
         Tabel 2. Aktiviteter\n1.000 kr., 2026 p/l 2026\n2027 114\n\
         Sag | 35.10 U 5.661 -709\n2 konsulenter\t1000\t0\t\nBudgetaftale 2018 1573\n\
         Mål 100 pct.\nTilbagebetalingstid\t76\n1.2 BAGGRUND\nfor 150\n",
    );
    let found: Vec<String> =
        found.iter().map(|printed| format!("{} {} {}", printed.place, printed.line, printed.amount)).collect();
    let expected = [
        "Beslutning 1 2,5 mio. kr.",
        "Beslutning 1 2,7 mia. kr.",
        "Tabel 2 1 5.661",
        "Tabel 2 1 -709",
        "Tabel 2 2 1000",
        "Tabel 2 2 0",
        "Tabel 2 3 1573",
    ];
    assert_eq!(found, expected);
}

/// What the comparison is for: data that lacks an amount, has one too many or another one is noticed.
#[test]
fn a_change_in_the_data_is_noticed() {
    let faults = |document: &Document, printed: &[Printed]| {
        faults_in_tables(document, printed).len() + faults_in_sentences(document, printed).len()
    };
    // Where something is wrong as it is, the tests above say so.
    for (document, printed) in LISTS.iter().filter(|(document, printed)| faults(document, printed) == 0) {
        for (at, table) in document.tables.iter().enumerate() {
            for row in 0..table.rows.len() {
                let mut changed = document.clone();
                let cells = changed.tables[at].rows.remove(row).cells;
                let printed_row = cells.iter().flatten().count() > 0;
                assert_eq!(!faults_in_tables(&changed, printed).is_empty(), printed_row, "{}/{row}", table.id);
            }
        }
        for at in 0..printed.len() {
            let mut fewer = printed.clone();
            let taken = fewer.remove(at);
            let mut more = printed.clone();
            more.insert(at, taken.clone());
            assert!(faults(document, &fewer) > 0, "a missing {taken:?} is not noticed");
            assert!(faults(document, &more) > 0, "a second {taken:?} is not noticed");
        }
    }
}
