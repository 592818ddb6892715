//! Undoes what programs do to the characters of a link: codes for per cent signs, HTML, quoted-printable and scripts, and
//! characters that look like others.

use percent_encoding::percent_decode_str;

use super::MOST_LAYERS;

/// One layer less of codes like `%26`.
pub(super) fn without_per_cent_codes(text: &str) -> String {
    // Bytes that are not UTF-8 become the replacement character. A notice then says that the value cannot be read.
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// The text without layers of codes, however many there are.
pub(super) fn without_codes(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_LAYERS {
        let next = with_plain_characters(&without_per_cent_codes(&text));
        if next == text {
            break;
        }
        text = next;
    }
    text
}

/// The text without invisible characters, with plain ones in place of those that look like them, and without the codes of HTML,
/// scripts and quoted-printable.
pub(super) fn with_plain_characters(text: &str) -> String {
    let text = without_look_alikes(text);
    let text = quoted_printable(&text);
    let text = without_tags(&text);
    let text = without_quote_marks(&text);
    let text = coded(&text, '&', ';', entity);
    without_script_codes(&text)
}

/// Whether a character is invisible. Such characters are sometimes copied together with a link.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
        )
}

/// How far the wide forms of ASCII, which east Asian keyboards write, stand behind it in Unicode.
const WIDE: u32 = 0xfee0;

/// The text without invisible characters, and with the characters of a link in place of what programs make of them: wide forms,
/// dashes, and the sign that HTML reads in `&note`.
fn without_look_alikes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        match c {
            '\u{ff01}'..='\u{ff5e}' => plain.extend(u32::from(c).checked_sub(WIDE).and_then(char::from_u32)),
            '‐' | '‑' | '‒' | '–' | '−' => plain.push('-'),
            '¬' => plain.push_str("&not"),
            c => plain.push(c),
        }
    }
    plain
}

/// The text without the marks that a mail program writes at the beginning of each line that it quotes. In a field of one line the
/// lines have become spaces; there only a mark before the next part of a link is surely one.
fn without_quote_marks(text: &str) -> String {
    let unmarked = match text.rsplit_once('&') {
        Some((before, last)) => before.split('&').map(without_mark_at_end).chain([last]).collect::<Vec<_>>().join("&"),
        None => text.to_owned(),
    };
    if !unmarked.contains("\n>") {
        return unmarked;
    }
    unmarked.split('\n').map(|line| line.trim_start_matches(['>', ' '])).collect::<Vec<_>>().join("\n")
}

/// A part of a link without a mark of quoting behind it, which stands behind a space.
fn without_mark_at_end(part: &str) -> &str {
    let before = part.trim_end_matches([' ', '>']);
    let mark = part.strip_prefix(before).unwrap_or_default();
    if mark.starts_with(' ') && mark.contains('>') { before } else { part }
}

/// Elements that stand within a word, or break a line.
const WITHIN_WORDS: [&str; 10] = ["wbr", "br", "b", "i", "em", "strong", "u", "mark", "span", "font"];

/// The text without tags of elements that stand within words.
fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let tag = after.split_once('>').filter(|(tag, _)| {
            let tag = tag.replace(['\r', '\n'], "");
            let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
            WITHIN_WORDS.iter().any(|known| known.eq_ignore_ascii_case(name))
        });
        if let Some((tag, after)) = tag {
            if tag.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br")) {
                plain.push('\n');
            }
            // Where a quoted line broke the tag, its own end follows the mark of the line.
            let own_end = after.trim_start_matches(' ').strip_prefix('>').filter(|_| tag.ends_with('\n'));
            rest = own_end.unwrap_or(after);
        } else {
            plain.push('<');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// The longest code between its two marks.
const LONGEST_CODE: usize = 8;

/// The text with the codes between two marks read, such as `&amp;`. A code that is not known stays.
fn coded(text: &str, from: char, to: char, read: impl Fn(&str) -> Option<char>) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(from) {
        plain.push_str(before);
        let code = after.split_once(to).filter(|(code, _)| code.len() <= LONGEST_CODE);
        if let Some((c, after)) = code.and_then(|(code, after)| Some((read(code)?, after))) {
            plain.push(c);
            rest = after;
        } else {
            plain.push(from);
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

/// The character that a code of HTML stands for.
fn entity(code: &str) -> Option<char> {
    const NAMED: [(&str, char); 11] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("num", '#'),
        ("equals", '='),
        ("period", '.'),
        ("lowbar", '_'),
        ("semi", ';'),
    ];
    if let Some(number) = code.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let number = hexadecimal.map_or_else(|| number.parse().ok(), |digits| u32::from_str_radix(digits, 16).ok());
        return number.and_then(char::from_u32);
    }
    NAMED.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(code)).map(|(_, c)| c)
}

/// The text without the codes of scripts and of markup with backslashes: `\u0026`, and `\&` in Markdown or LaTeX.
fn without_script_codes(text: &str) -> String {
    let mut pieces = text.split('\\');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let code = piece.strip_prefix(['u', 'U']).and_then(|code| Some((code.get(..4)?, code.get(4..)?)));
        let code = code.and_then(|(digits, rest)| Some((u32::from_str_radix(digits, 16).ok()?, rest)));
        if let Some((c, rest)) = code.and_then(|(number, rest)| Some((char::from_u32(number)?, rest))) {
            plain.push(c);
            plain.push_str(rest);
        } else {
            // A code that a line break stands in is read once its line is joined to the next.
            if piece.starts_with(['u', 'U', '\r', '\n']) {
                plain.push('\\');
            }
            plain.push_str(piece);
        }
    }
    plain
}

/// The text without quoted-printable codes. A mail that was never decoded writes `=` as `=3D` and ends its lines with
/// `=`.
fn quoted_printable(text: &str) -> String {
    let ends_lines = text.contains("=\n") || text.contains("=\r");
    let has_codes = text.contains("=3D") || text.contains("=3d");
    let has_plain_version = text
        .split('=')
        .zip(text.split('=').skip(1))
        .any(|(before, after)| before.ends_with(['v', 'V']) && after.starts_with(|c: char| c.is_ascii_digit()));
    // In a link that is encoded, also the `=` of its version, no `=` stands for itself.
    if !has_codes && (!ends_lines || has_plain_version) {
        return text.to_owned();
    }
    // Where the line breaks are lost, only the `=` before them is left. Then the version shows that no `=` stands for itself.
    let is_version_coded = ["v=3D", "V=3D", "v=3d", "V=3d"].iter().any(|version| text.contains(version));
    let has_lost_breaks = is_version_coded && !ends_lines;
    let mut pieces = text.split('=');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let coded = piece.strip_prefix("3D").or_else(|| piece.strip_prefix("3d"));
        let is_line_end = piece.starts_with(['\r', '\n']);
        if coded.is_some() || !(is_line_end || has_lost_breaks) {
            plain.push('=');
        }
        let next_line = || piece.trim_start_matches('\r').strip_prefix('\n').unwrap_or(piece).trim_start_matches("> ");
        plain.push_str(coded.unwrap_or_else(|| if is_line_end { next_line() } else { piece }));
    }
    plain
}
