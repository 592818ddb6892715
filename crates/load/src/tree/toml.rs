//! TOML, by the toml crate. It goes on after a mistake, so several are found at once.

use std::ops::Range;

use model::fault::{Fault, Form, Syntax};
use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue, Error};

use super::{Entry, Node, Value};
use crate::report::Report;

pub(super) fn read(text: &str, report: &Report<'_>) -> Node {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut lines_told = Vec::new();
    for error in &errors {
        let place = error.span().unwrap_or(0..0);
        // What follows a mistake in the same line is most often its consequence.
        let line = report.line_of(place.start);
        if lines_told.last() != Some(&line) {
            lines_told.push(line);
            report.problem_at(&shown(text, &place), "", fault(text, error, &place));
        }
    }
    let span = 0..text.len();
    Node::table(entries(table.into_inner()), span)
}

fn entries(table: DeTable<'_>) -> Vec<Entry> {
    let entry = |(key, value): (Spanned<_>, Spanned<_>)| Entry {
        span: key.span(),
        key: std::borrow::Cow::into_owned(key.into_inner()),
        value: node(value),
    };
    table.into_iter().map(entry).collect()
}

fn node(value: Spanned<DeValue<'_>>) -> Node {
    let span = value.span();
    let value = match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => Value::Number(in_decimal_digits(&number)),
        DeValue::Float(number) => Value::Number(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Value::Truth(truth),
        DeValue::Datetime(moment) => Value::Text(moment.to_string()),
        DeValue::Array(items) => Value::List(items.into_iter().map(node).collect()),
        DeValue::Table(table) => Value::Table(entries(table)),
    };
    Node { span, value }
}

/// A whole number; one that is written in hexadecimal, octal or binary digits in decimal ones.
fn in_decimal_digits(number: &DeInteger<'_>) -> String {
    let digits = number.as_str();
    match number.radix() {
        10 => digits.to_owned(),
        radix => i128::from_str_radix(digits, radix).map_or_else(|_| digits.to_owned(), |number| number.to_string()),
    }
}

/// The passage that people see: up to the end of its line where the parser names no more than a character.
fn shown(text: &str, place: &Range<usize>) -> Range<usize> {
    let end_of_line =
        text.get(place.start..).and_then(|rest| rest.find('\n')).map(|end| place.start.saturating_add(end));
    let wide = place.end.saturating_sub(place.start) > 1;
    if wide { place.clone() } else { place.start..end_of_line.unwrap_or(text.len()) }
}

/// What is wrong, by the parser's own name for it. The line tells the mistakes that parsers have no name for.
fn fault(text: &str, error: &Error, place: &Range<usize>) -> Fault {
    let message = error.message();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    let line_start =
        text.get(..place.start).and_then(|before| before.rfind('\n')).map_or(0, |end| end.saturating_add(1));
    let line = text.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    if says(&["duplicate key"]) {
        let name = text.get(place.clone()).unwrap_or_default();
        return Fault::FieldTwice(name.trim_matches(['"', '\'']).to_owned());
    }
    if says(&["recurs"]) {
        return Fault::Nested;
    }
    let after = line.split_once('=').map_or("", |(_, value)| value.trim());
    let is_decimal_comma = after.split_once(',').is_some_and(|(whole, rest)| {
        let is_whole = !whole.is_empty() && whole.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
        is_whole && rest.starts_with(|letter: char| letter.is_ascii_digit())
    });
    let syntax = if is_decimal_comma {
        Syntax::Number
    } else if line.contains(['“', '”', '„', '‟', '‘', '’', '«', '»']) && !says(&["unclosed"]) {
        Syntax::SmartQuotes
    } else if says(&["must be quoted"]) {
        Syntax::BareText
    } else if says(&["invalid basic string", "invalid literal string", "invalid multi-line", "opening quote"]) {
        Syntax::OpenText
    } else if says(&["unclosed array", "missing array opening"]) && !says(&["unclosed array table"]) {
        Syntax::OpenList
    } else if says(&["unclosed", "missing table", "missing inline table opening"]) {
        Syntax::OpenTable
    } else if says(&["comma"]) {
        Syntax::Comma
    } else if says(&["value for key", "missing value", "key with no value"]) {
        Syntax::NoValue
    } else if says(&["assignment", "`=`"]) {
        Syntax::NoAssignment
    } else if says(&["leading zero", "sign", "radix", "number", "`_`", "integer", "float"]) {
        Syntax::Number
    } else if says(&["escape", "unicode"]) {
        Syntax::Escape
    } else if says(&["key"]) {
        Syntax::Name
    } else {
        Syntax::Other
    };
    Fault::Syntax(Form::Toml, syntax)
}
