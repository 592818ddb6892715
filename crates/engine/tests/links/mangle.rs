//! What happens to a link between two people: what programs and people do to an address, and what they put around it.

use engine::markup::escaped;

/// The address of the page in these tests.
pub(crate) const PAGE: &str = "https://eksempel.dk/indsats/";

/// One thing that happens to a link.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mangling {
    /// What happens.
    pub(crate) name: &'static str,
    /// Whether it happens to an address. Otherwise something is put around it, or happens to any text.
    pub(crate) is_to_address: bool,
    /// The text afterwards.
    pub(crate) of: fn(&str) -> String,
}

const fn to_address(name: &'static str, of: fn(&str) -> String) -> Mangling {
    Mangling { name, is_to_address: true, of }
}

const fn around(name: &'static str, of: fn(&str) -> String) -> Mangling {
    Mangling { name, is_to_address: false, of }
}

/// Everything that happens to links.
pub(crate) const MANGLINGS: &[Mangling] = &[
    to_address("nothing", str::to_owned),
    to_address("a tail in the query", |text| text.replacen('#', "?utm_source=nyhedsbrev&utm_medium=mail#", 1)),
    to_address("a tail of a mailer", |text| format!("{text}?utm_source=nyhedsbrev&utm_medium=mail")),
    to_address("a tail of a network", |text| format!("{text}&fbclid=IwAR0x_y-z1")),
    to_address("a tail of a search engine", |text| format!("{text}&gclid=Cj0K&_gl=1*abc*_ga*MTIz")),
    to_address("tails of other mailers", |text| {
        format!("{text}&mc_cid=1a2b&mc_eid=UNIQID&_hsenc=p2ANqtz-8&_hsmi=12&igshid=abc=")
    }),
    to_address("a tail in between", |text| text.replacen("#v=1&", "#v=1&utm_source=x&", 1)),
    to_address("a text fragment", |text| format!("{text}:~:text=tjent%20hjem")),
    to_address("a text fragment of its own", |text| format!("{text}#:~:text=tjent%20hjem,-2021")),
    to_address("Safe Links", |text| {
        let url = encoded(text);
        format!(
            "https://eur01.safelinks.protection.outlook.com/?url={url}&data=05%7C02%7C%7Cab1&sdata=x%2By%3D&reserved=0"
        )
    }),
    to_address("Proofpoint 1", |text| {
        format!("https://urldefense.proofpoint.com/v1/url?u={}&k=a%3D&r=b", encoded(text))
    }),
    to_address("Proofpoint 2", |text| {
        let url = encoded(text).replace('-', "%2D").replace('_', "%5F").replace("%2F", "_").replace('%', "-");
        format!("https://urldefense.proofpoint.com/v2/url?u={url}&d=DwMFaQ&c=ab_c&r=d-e&m=f&s=g&e=")
    }),
    to_address("Proofpoint 3", |text| {
        let codes = ["", "Iw", "IyM", "IyMj"][text.matches('#').count()];
        format!("https://urldefense.com/v3/__{}__;{codes}!!Ab1-c!xyz$", text.replace('#', "*"))
    }),
    to_address("Google", |text| {
        format!("https://www.google.com/url?q={}&sa=D&source=editors&ust=17&usg=AOv", encoded(text))
    }),
    to_address("Facebook", |text| format!("https://l.facebook.com/l.php?u={}&h=AT0x", encoded(text))),
    to_address("LinkedIn", |text| {
        format!("https://www.linkedin.com/redir/redirect?url={}&urlhash=aB&trk=x", encoded(text))
    }),
    to_address("Slack's redirect", |text| format!("https://slack-redir.net/link?url={}&v=3", encoded(text))),
    to_address("Cisco", |text| format!("https://secure-web.cisco.com/1aB-c/{}", encoded(text))),
    to_address("Sophos", |text| format!("https://eu1.protection.sophos.com/?d=eksempel.dk&u={}&i=NjE", base64(text))),
    to_address("encoded once more", encoded),
    to_address("its # encoded", |text| text.replace('#', "%23")),
    to_address("its # encoded twice", |text| text.replace('#', "%2523")),
    to_address("a wide #", |text| text.replace('#', "＃")),
    to_address("another # before it", |text| text.replace('#', "#!#")),
    to_address("; for &", |text| text.replace('&', ";")),
    to_address("&amp; for &", |text| text.replace('&', "&amp;")),
    to_address("&amp;amp; for &", |text| text.replace('&', "&amp;amp;")),
    to_address("codes of a script", |text| text.replace('&', "\\u0026").replace('=', "\\u003d")),
    to_address("a sign read in &note", |text| text.replace("&note", "¬e")),
    to_address("a backslash before signs", |text| text.replace('&', "\\&").replace('#', "\\#").replace('_', "\\_")),
    to_address("hyphens that do not break", |text| text.replace('-', "\u{2011}")),
    to_address("dashes", |text| text.replace('-', "–")),
    around("capital letters", str::to_uppercase),
    around("angle brackets", |text| format!("<{text}>")),
    around("a pipe", |text| format!("<{text}|regnestykket>")),
    around("brackets", |text| format!("({text})")),
    around("typographic quotes", |text| format!("”{text}”")),
    around("guillemets and a full stop", |text| format!("»{text}«.")),
    around("stars", |text| format!("*{text}*")),
    around("underscores", |text| format!("_{text}_")),
    around("a full stop", |text| format!("{text}.")),
    around("a closing bracket", |text| format!("{text}).")),
    around("a sentence", |text| format!("Se mit regnestykke: {text} – hvad siger du? Mvh Per")),
    around("a sentence that ends with it", |text| format!("Tallene står her: {text}.\nDe er fra 2018.")),
    around("a signature", |text| format!("{text}\n\nMed venlig hilsen\nPer Hansen, tlf. 33 66 33 66")),
    around("a sign of quoting", |text| format!("> {text}\n> Mvh Per")),
    around("Markdown", |text| format!("[regnestykket]({text})")),
    around("a link of HTML", |text| {
        format!("<p>Se <a href=\"{}\" target=\"_blank\">regnestykket</a></p>", escaped(text))
    }),
    around("HTML that shows the link", |text| format!("<a href=\"{0}\">{0}</a>", escaped(text))),
    around("a quotation of HTML", |text| escaped(&format!("<a href=\"{}\">regnestykket</a>", escaped(text)))),
    around("an iframe", |text| {
        format!(
            "<iframe src=\"{}\" title=\"Regnestykket\" width=\"100%\" height=\"640\" style=\"border:0\"></iframe>",
            escaped(text)
        )
    }),
    around("a formula", |text| format!("=HYPERLINK(\"{text}\";\"Regnestykket\")")),
    around("lines", |text| broken(text, 60, "\n")),
    around("lines of Windows", |text| broken(text, 76, "\r\n")),
    around("quoted lines", |text| format!("> {}", broken(text, 70, "\n> "))),
    around("quoted lines in a field of one line", |text| format!("> {}", text.replacen('&', " > &", 2))),
    around("elements that may break", |text| text.replace('&', "&<wbr>")),
    around("spaces behind &", |text| text.replace('&', "& ")),
    around("spaces before &", |text| text.replace('&', " &")),
    around("a soft hyphen", |text| broken(text, 9, "\u{ad}")),
    around("spaces without width", |text| broken(text, 11, "\u{200b}")),
    around("a mail that was never decoded", |text| broken(text, 60, "\0").replace('=', "=3D").replace('\0', "=\r\n")),
];

/// The text with everything in per cent codes but letters, digits and what no encoder touches.
pub(crate) fn encoded(text: &str) -> String {
    let code = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(code).collect()
}

/// The text with this after every so many characters.
fn broken(text: &str, width: usize, with: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(width).map(|line| line.iter().collect::<String>()).collect::<Vec<_>>().join(with)
}

fn base64(text: &str) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bits: Vec<u8> = text.bytes().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let letter = |six: &[u8]| {
        let value = (0..6).fold(0, |value, bit| value << 1 | usize::from(six.get(bit).copied().unwrap_or(0)));
        char::from(LETTERS[value])
    };
    bits.chunks(6).map(letter).collect()
}
