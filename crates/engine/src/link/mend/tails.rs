//! What others add to a link: tails by which mailers, networks and search engines count clicks, and what is left of a wrapper that
//! a program has decoded. None of these is a key of the page or the id of a driver.

/// The beginnings of the names of tails.
const BEGINNINGS: [&str; 14] =
    ["utm_", "mc_", "hsa_", "_hs", "__hs", "pk_", "piwik_", "mtm_", "matomo_", "vero_", "oly_", "ga_", "gad_", "_bta_"];

/// The names of tails.
const NAMES: [&str; 46] = [
    "fbclid",
    "gclid",
    "gclsrc",
    "dclid",
    "gbraid",
    "wbraid",
    "srsltid",
    "msclkid",
    "twclid",
    "ttclid",
    "yclid",
    "ysclid",
    "li_fat_id",
    "igshid",
    "igsh",
    "mibextid",
    "rdt_cid",
    "epik",
    "sccid",
    "mkt_tok",
    "_ga",
    "_gl",
    "_ke",
    "_kx",
    "_openstat",
    "s_cid",
    "cmpid",
    "trk",
    "trkinfo",
    "urlhash",
    "ref",
    "ref_src",
    "ref_url",
    "spm",
    "si",
    // Of the page's own address in an iframe.
    "embed",
    // Of wrappers.
    "data",
    "sdata",
    "reserved",
    "sa",
    "source",
    "ust",
    "usg",
    "ved",
    "cd",
    "opi",
];

/// Whether a part of a link is a tail.
pub(super) fn is_tail(part: &str) -> bool {
    let name = part.split_once('=').map_or(part, |(name, _)| name);
    let begins =
        |beginning: &&str| name.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning));
    part.contains('=') && (BEGINNINGS.iter().any(begins) || NAMES.iter().any(|it| it.eq_ignore_ascii_case(name)))
}
