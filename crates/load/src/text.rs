//! From bytes to text: what is no note is told by its content, and other encodings than UTF-8 are read with a remark.

use crate::tree;
use model::fault::{Encoding, Fault, Foreign, Form, Problem};

/// How large a file may be. The largest note that ships has 50 kilobytes.
pub(crate) const MOST_BYTES: usize = 5_000_000;

/// The text of a file, its form, and what was mended.
///
/// # Errors
/// Says what the file is, where it is no text that could hold a note.
pub(crate) fn text(bytes: &[u8]) -> Result<(String, Form, Vec<Problem>), Problem> {
    let about_all = |fault| Problem { place: None, item: String::new(), fault };
    if bytes.len() > MOST_BYTES {
        return Err(about_all(Fault::TooLarge { bytes: bytes.len(), most: MOST_BYTES }));
    }
    if let Some(foreign) = by_its_first_bytes(bytes) {
        return Err(about_all(Fault::Foreign(foreign)));
    }
    let (text, encoding) = decoded(bytes);
    let text = with_line_ends(text);
    let is_control = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}');
    if text.chars().take(10_000).any(is_control) {
        return Err(about_all(Fault::Foreign(Foreign::Binary)));
    }
    let form = match by_its_words(&text) {
        Ok(form) => form,
        Err(fault) => return Err(about_all(fault)),
    };
    let remarks = encoding.map(|encoding| about_all(Fault::Decoded(encoding)));
    Ok((text, form, remarks.into_iter().collect()))
}

/// The text with the line ends that everything behind it knows: those of old Macs are a carriage return alone.
fn with_line_ends(text: String) -> String {
    let has_lone_returns =
        text.bytes().zip(text.bytes().skip(1).chain([0])).any(|pair| pair.0 == b'\r' && pair.1 != b'\n');
    if !has_lone_returns {
        return text;
    }
    // Places stay as they are: each return becomes one line end.
    text.replace("\r\n", "\u{0}\n").replace('\r', "\n").replace("\u{0}\n", "\r\n")
}

/// What a file is that begins as files of its kind do.
fn by_its_first_bytes(bytes: &[u8]) -> Option<Foreign> {
    let begins = |start: &[u8]| bytes.starts_with(start);
    let holds = |name: &str| bytes.windows(name.len()).any(|window| window == name.as_bytes());
    let foreign = if begins(b"%PDF") {
        Foreign::Pdf
    } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        if holds("xl/workbook") || holds("opendocument.spreadsheet") {
            Foreign::Workbook
        } else if holds("word/document") || holds("opendocument.text") {
            Foreign::TextDocument
        } else {
            Foreign::Archive
        }
    } else if begins(b"\xD0\xCF\x11\xE0") {
        // The old form of Office, for workbooks and texts alike; names in it are UTF-16.
        let is_workbook = holds("W\0o\0r\0k\0b\0o\0o\0k\0");
        if is_workbook { Foreign::Workbook } else { Foreign::TextDocument }
    } else if begins(b"{\\rtf") {
        Foreign::TextDocument
    } else if begins(b"\x1F\x8B") || begins(b"7z\xBC\xAF") || begins(b"Rar!") {
        Foreign::Archive
    } else if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"GIF8") || begins(b"RIFF") {
        Foreign::Picture
    } else {
        return None;
    };
    Some(foreign)
}

/// The text, and the encoding that is worth a remark.
fn decoded(bytes: &[u8]) -> (String, Option<Encoding>) {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF")
        && let Ok(text) = std::str::from_utf8(rest)
    {
        return (text.to_owned(), Some(Encoding::Utf8WithMark));
    }
    let units = |from_pair: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let pairs = bytes.chunks_exact(2).filter_map(|pair| Some(from_pair(pair.try_into().ok()?)));
        char::decode_utf16(pairs).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return (units(u16::from_le_bytes, rest), Some(Encoding::Utf16));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return (units(u16::from_be_bytes, rest), Some(Encoding::Utf16));
    }
    // Without a mark, every other byte of a text with Latin letters is zero.
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(64).filter(|byte| **byte == 0).count();
    let half = bytes.len().min(128) / 4;
    if bytes.len() >= 4 && zeros(1) > half && zeros(0) == 0 {
        return (units(u16::from_le_bytes, bytes), Some(Encoding::Utf16));
    }
    if bytes.len() >= 4 && zeros(0) > half && zeros(1) == 0 {
        return (units(u16::from_be_bytes, bytes), Some(Encoding::Utf16));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), None),
        Err(_) => (bytes.iter().map(|byte| in_windows_1252(*byte)).collect(), Some(Encoding::Windows1252)),
    }
}

/// The characters of Windows-1252 from 0x80 to 0x9F. The others have the numbers that they have in Unicode.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn in_windows_1252(byte: u8) -> char {
    let index = byte.checked_sub(0x80).map(usize::from);
    index.and_then(|index| WINDOWS_1252.get(index)).copied().unwrap_or(char::from(byte))
}

/// The form of a text, by how it begins.
///
/// # Errors
/// Says what the text is, where it can hold no note.
fn by_its_words(text: &str) -> Result<Form, Fault> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let Some(first) = lines().next() else { return Err(Fault::Empty) };
    let foreign = |foreign| Err(Fault::Foreign(foreign));
    if first.starts_with('<') {
        return foreign(Foreign::WebPage);
    }
    // A whole text that is a value of JSON and no object is a note that somebody has written as a list, or a file of something else.
    let is_value = tree::is_json_value(text);
    let begins_as_json = is_value || first.starts_with('{') || first == "[" || first.starts_with("[{");
    if begins_as_json || (first.starts_with("//") && lines().any(|line| line.starts_with('{'))) {
        let is_scenario = text.contains("\"indsatsregner-scenario\"");
        return if is_scenario { foreign(Foreign::Scenario) } else { Ok(Form::Json) };
    }
    let is_toml = |line: &str| line.starts_with('#') || line.starts_with('[') || line.contains('=');
    if lines().take(200).any(is_toml) {
        return Ok(Form::Toml);
    }
    let separators = |line: &str| [';', '\t', ','].map(|separator| line.matches(separator).count());
    let in_columns = separators(first).into_iter().any(|count| count > 0)
        && lines().take(20).all(|line| separators(line).into_iter().any(|count| count > 0));
    foreign(if in_columns { Foreign::Table } else { Foreign::Prose })
}
