//! The addresses in which mail programs and networks wrap a link, to check it or to count clicks: Outlook's Safe Links,
//! Proofpoint, Google, Facebook, `LinkedIn` and others. The address of the page is then a value in another address.

use super::{decode, place};

/// What is inside a wrapper in the text, decoded once; `None` where the text has no wrapper with a link of the page.
pub(super) fn content(text: &str) -> Option<String> {
    let in_one = || text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    // Where a line break stands within the name or the beginning of the value, the value is found only without it.
    values(text).or_else(|| starred(&in_one())).or_else(|| values(&in_one()))
}

/// The first value of an address that holds a link of the page.
fn values(text: &str) -> Option<String> {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('=') {
        let value = after.split(ends_value).next().unwrap_or_default();
        if let Some(content) = unwrapped(value.trim_start()).filter(|content| holds_link(content)) {
            return Some(content);
        }
        rest = after;
    }
    None
}

/// Whether a character ends a value in an address.
fn ends_value(c: char) -> bool {
    matches!(c, '&' | ';' | '<' | '>' | '"' | '|' | '”' | '“' | '»')
}

/// The address in a value of another address, decoded once.
fn unwrapped(value: &str) -> Option<String> {
    let begins =
        |beginning: &str| value.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning));
    let is_encoded = ["http%", "https%", "http://", "https://"].into_iter().any(begins);
    if is_encoded && value.contains('%') {
        return Some(decode::without_per_cent_codes(value));
    }
    // Proofpoint, version 2.
    if ["http-", "https-"].into_iter().any(begins) {
        return Some(decode::without_per_cent_codes(&value.replace('-', "%").replace('_', "/")));
    }
    // Some wrappers write addresses in base64, where each begins alike; Bing puts `a1` before it.
    let coded = value.strip_prefix("a1").unwrap_or(value);
    coded.starts_with("aHR0c").then(|| text_of(&base64(coded)))
}

/// The content of Proofpoint's version 3: an address with `*` in place of some characters, which follow in base64. `**` and a letter
/// stand for several of them.
fn starred(text: &str) -> Option<String> {
    const RUNS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (_, after) = text.split_once("/v3/__").or_else(|| text.split_once("/V3/__"))?;
    let (address, codes) = after.split_once("__;").or_else(|| after.rsplit_once("__"))?;
    let replaced = text_of(&base64(codes.split('!').next().unwrap_or_default()));
    // In capital letters the codes stand for other characters. What our addresses have such a character for is their `#`.
    let replaced = if replaced.contains('#') { replaced } else { "#".to_owned() };
    let mut replaced = replaced.chars();
    let mut content = String::new();
    let mut letters = address.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter != '*' {
            content.push(letter);
            continue;
        }
        let run = if letters.next_if_eq(&'*').is_some() {
            letters.next().and_then(|letter| RUNS.find(letter)).map_or(1, |place| place.saturating_add(2))
        } else {
            1
        };
        content.extend(replaced.by_ref().take(run));
    }
    holds_link(&content).then_some(content)
}

/// Whether a text holds a link of the page once it is decoded, or one in another wrapper.
fn holds_link(text: &str) -> bool {
    let plain = decode::without_codes(text);
    // Proofpoint writes `=` as `-3D` in its version 2, and our version is 1.
    place::begins(&plain) || ["/v3/__", "/V3/__", "-3D1", "-253D1", "aHR0c"].iter().any(|sign| plain.contains(sign))
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The bytes of a text in base64, in either of its two alphabets, up to the first character that belongs to neither.
fn base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    for letter in text.chars() {
        let value = match letter {
            'A'..='Z' => u32::from(letter).checked_sub(u32::from('A')),
            'a'..='z' => u32::from(letter).checked_sub(u32::from('a')).and_then(|place| place.checked_add(26)),
            '0'..='9' => u32::from(letter).checked_sub(u32::from('0')).and_then(|place| place.checked_add(52)),
            '+' | '-' => Some(62),
            '/' | '_' => Some(63),
            _ => None,
        };
        let Some(value) = value else { break };
        // Never more than 14 bits are kept.
        bits = (bits << 6 | value) & 0x3fff;
        count = count.saturating_add(6);
        if count >= 8 {
            count = count.saturating_sub(8);
            bytes.extend(u8::try_from((bits >> count) & 0xff));
        }
    }
    bytes
}
