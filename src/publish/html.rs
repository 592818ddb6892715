//! What this step has to know of HTML: tags and addresses in pages that the build itself wrote.

/// The attributes that name files.
const ADDRESSES: [&str; 2] = ["href", "src"];

/// The page with every address of these files led into the folder.
pub(super) fn readdressed(page: &str, names: &[&str], folder: &str) -> String {
    let mut page = page.to_owned();
    for name in names {
        for attribute in ADDRESSES {
            for here in ["", "./"] {
                let to = format!("{attribute}=\"{folder}/{name}\"");
                page = page.replace(&format!("{attribute}=\"{here}{name}\""), &to);
            }
        }
    }
    page
}

/// The files that a page names, without what only stands in it (`#…`, `data:`) or elsewhere.
pub(super) fn references(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in ADDRESSES {
        for after in page.split(&format!(" {attribute}=\"")).skip(1) {
            let address = after.split('"').next().unwrap_or_default();
            let file = address.split(['?', '#']).next().unwrap_or_default();
            let file = file.strip_prefix("./").unwrap_or(file);
            if !file.is_empty() && !file.contains(':') {
                found.push(file.to_owned());
            }
        }
    }
    found
}

/// The page with each tag of this name replaced.
pub(super) fn with_tags(page: &str, name: &str, replace: impl Fn(&str) -> String) -> String {
    let opening = format!("<{name} ");
    let mut out = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(&opening) {
        out.push_str(before);
        let Some((attributes, behind)) = after.split_once('>') else {
            out.push_str(&opening);
            rest = after;
            break;
        };
        out.push_str(&replace(&format!("{opening}{attributes}>")));
        rest = behind;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_led_into_the_folder_and_others_are_left() {
        let page =
            r##"<link href="./a.css"><script src="a.js"></script><a href="b.html"></a><a href="#a.js">a.js</a>"##;
        let expected =
            r##"<link href="v/a.css"><script src="v/a.js"></script><a href="b.html"></a><a href="#a.js">a.js</a>"##;
        assert_eq!(readdressed(page, &["a.css", "a.js"], "v"), expected);
    }

    #[test]
    fn a_page_names_files_and_not_what_stands_in_it() {
        let page = r##"<a href="./b.html?x#y"></a><a href="#z"></a><a href="./"></a><img src="data:,"><a href="https://a.b/">"##;
        assert_eq!(references(page), ["b.html"]);
    }

    #[test]
    fn every_tag_is_replaced_once_and_an_unfinished_one_is_left() {
        let page = "a<link x>b<link y>c<linked z>d<link";
        assert_eq!(with_tags(page, "link", |tag| format!("[{}]", tag.len())), "a[8]b[8]c<linked z>d<link");
        assert_eq!(with_tags("<link x", "link", |_| String::new()), "<link x");
    }
}
