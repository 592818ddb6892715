//! JSON, by jsonc-parser. Comments and a comma behind the last item are let pass, as editors let them pass.

use jsonc_parser::ast::{self, ObjectPropName};
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::ParseErrorKind;
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, parse_to_ast};
use model::fault::{Fault, Form, Syntax};

use super::{Entry, Node, Value, each_name_once};
use crate::report::Report;

pub(super) fn read(text: &str, report: &Report<'_>) -> Node {
    let whole = || Node::table(Vec::new(), 0..text.len());
    match parse_to_ast(text, &CollectOptions::default(), &options()) {
        Ok(parsed) => match parsed.value {
            Some(value @ ast::Value::Object(_)) => node(value, report),
            other => {
                let place = other.map_or(0..0, |value| node(value, report).span);
                report.problem_at(&place, "", Fault::NoObject);
                whole()
            }
        },
        Err(error) => {
            let Range { start, end } = error.range();
            let passage = text.get(start..end).unwrap_or_default();
            report.problem_at(&(start..end), "", fault(error.kind(), passage));
            whole()
        }
    }
}

/// Whether a whole text is a value, be it an object or another one.
pub(super) fn is_value(text: &str) -> bool {
    parse_to_ast(text, &CollectOptions::default(), &options()).is_ok_and(|parsed| parsed.value.is_some())
}

const fn options() -> ParseOptions {
    ParseOptions {
        allow_comments: true,
        allow_trailing_commas: true,
        allow_loose_object_property_names: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    }
}

fn node(value: ast::Value<'_>, report: &Report<'_>) -> Node {
    let Range { start, end } = value.range();
    let value = match value {
        ast::Value::StringLit(text) => Value::Text(text.value.into_owned()),
        ast::Value::NumberLit(number) => Value::Number(number.value.to_owned()),
        ast::Value::BooleanLit(truth) => Value::Truth(truth.value),
        ast::Value::NullKeyword(_) => Value::Nothing,
        ast::Value::Array(array) => Value::List(array.elements.into_iter().map(|item| node(item, report)).collect()),
        ast::Value::Object(object) => {
            let entry = |property: ast::ObjectProp<'_>| {
                let Range { start, end } = property.name.range();
                let key = match property.name {
                    ObjectPropName::String(name) => name.value.into_owned(),
                    ObjectPropName::Word(name) => name.value.to_owned(),
                };
                Entry { key, span: start..end, value: node(property.value, report) }
            };
            Value::Table(each_name_once(object.properties.into_iter().map(entry).collect(), report))
        }
    };
    Node { span: start..end, value }
}

fn fault(kind: &ParseErrorKind, passage: &str) -> Fault {
    let syntax = match kind {
        ParseErrorKind::NestingDepthExceeded => return Fault::Nested,
        _ if passage.contains(['“', '”', '„', '‟', '‘', '’', '«', '»']) => Syntax::SmartQuotes,
        ParseErrorKind::ExpectedComma | ParseErrorKind::TrailingCommasNotAllowed | ParseErrorKind::UnexpectedComma => {
            Syntax::Comma
        }
        ParseErrorKind::ExpectedColonAfterObjectKey | ParseErrorKind::UnexpectedColon => Syntax::NoAssignment,
        ParseErrorKind::ExpectedObjectValue => Syntax::NoValue,
        ParseErrorKind::ExpectedDigit
        | ParseErrorKind::ExpectedDigitFollowingNegativeSign
        | ParseErrorKind::ExpectedPlusMinusOrDigitInNumberLiteral
        | ParseErrorKind::BareDecimalPointNumbersNotAllowed
        | ParseErrorKind::HexadecimalNumbersNotAllowed
        | ParseErrorKind::NonFiniteNumbersNotAllowed
        | ParseErrorKind::UnaryPlusNumbersNotAllowed => Syntax::Number,
        ParseErrorKind::ExpectedStringObjectProperty | ParseErrorKind::UnexpectedTokenInObject => Syntax::Name,
        ParseErrorKind::String(ParseStringErrorKind::UnterminatedStringLiteral) => Syntax::OpenText,
        ParseErrorKind::String(_) => Syntax::Escape,
        ParseErrorKind::SingleQuotedStringsNotAllowed | ParseErrorKind::UnexpectedWord => Syntax::BareText,
        ParseErrorKind::UnterminatedArray => Syntax::OpenList,
        ParseErrorKind::UnterminatedObject => Syntax::OpenTable,
        ParseErrorKind::UnterminatedCommentBlock | ParseErrorKind::MultipleRootJsonValues => Syntax::Ending,
        _ => Syntax::Other,
    };
    Fault::Syntax(Form::Json, syntax)
}
