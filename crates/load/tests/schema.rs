//! The published schema of notes, by which editors complete and check, says what the loader accepts.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use std::fs;

use engine::notes::CITY;
use serde_json::Value;
use testing::in_repository;

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string(in_repository("schema/note-1.schema.json")).unwrap()).unwrap()
}

fn as_json(text: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap()
}

fn notes() -> Vec<String> {
    let files =
        ["bi07-2022-a", "bi07-2022-b", "bi10-2026", "bi11-2026", "ips-2018"].map(|id| format!("data/{id}.toml"));
    let all = files.into_iter().chain(["docs/note-template.toml".to_owned()]);
    all.map(|file| fs::read_to_string(in_repository(&file)).unwrap()).collect()
}

#[test]
fn notes_fit_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for text in notes() {
        let note = as_json(&text);
        let errors: Vec<String> =
            validator.iter_errors(&note).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert_eq!(errors, [""; 0]);
    }
}

/// Every field that any note has is known to the schema, and no field of the schema is unknown to the loader.
#[test]
fn the_loader_knows_every_field_of_the_schema() {
    let schema = schema();
    let lists = [
        ("body", "committee"),
        ("table", "table"),
        ("target", "target"),
        ("statement", "statement"),
        ("result", "result"),
        ("population", "population"),
        ("followUp", "follow_up"),
        ("remark", "remark"),
        ("count", "count"),
        ("omitted", "omitted"),
        ("variant", "variant"),
        ("effort", "effort"),
        ("driver", "driver"),
        ("line", "line"),
        ("printedPayback", "printed_payback"),
    ];
    let unknown = |note: &Value| {
        let problems = load::read_note(&CITY, &[], note.to_string().as_bytes()).map(|_| ()).unwrap_err();
        let sentences = problems.iter().map(load::in_english).filter(|said| said.contains("unknown field"));
        sentences.collect::<Vec<_>>()
    };
    for (definition, list) in lists {
        let properties = schema["$defs"][definition]["properties"].as_object().unwrap();
        let item: serde_json::Map<String, Value> =
            properties.keys().map(|field| (field.clone(), Value::Array(vec![]))).collect();
        let mut note = serde_json::Map::new();
        note.insert(list.to_owned(), Value::Array(vec![Value::Object(item)]));
        assert_eq!(unknown(&Value::Object(note)), [""; 0], "{definition}");
    }
    let whole = schema["properties"].as_object().unwrap().keys().filter(|field| *field != "variant");
    let note = whole.map(|field| (field.clone(), Value::Array(vec![]))).collect();
    assert_eq!(unknown(&Value::Object(note)), [""; 0]);
}
