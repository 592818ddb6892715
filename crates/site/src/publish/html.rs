//! The little HTML that publishing needs to understand: tags and addresses in pages that the build itself wrote.

/// The attributes that contain addresses of files.
const ADDRESS_ATTRIBUTES: [&str; 2] = ["href", "src"];

/// The page with the addresses of these files changed to addresses in `folder`.
pub(super) fn with_folder(page: &str, names: &[&str], folder: &str) -> String {
    let mut page = page.to_owned();
    for name in names {
        for attribute in ADDRESS_ATTRIBUTES {
            for prefix in ["", "./"] {
                let new_address = format!("{attribute}=\"{folder}/{name}\"");
                page = page.replace(&format!("{attribute}=\"{prefix}{name}\""), &new_address);
            }
        }
    }
    page
}

/// The page for a folder that `up` leads out of: addresses of files beside it lead there.
pub(super) fn below(page: &str, up: &str) -> String {
    let mut page = page.to_owned();
    if !up.is_empty() {
        for attribute in ADDRESS_ATTRIBUTES {
            let start = format!(" {attribute}=\"");
            let mut parts = page.split(&start);
            let mut moved = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                let address = part.split('"').next().unwrap_or_default();
                let is_beside = !address.starts_with('#') && !address.contains(':');
                moved.push_str(&start);
                moved.push_str(if is_beside { up } else { "" });
                moved.push_str(part);
            }
            page = moved;
        }
    }
    page
}

/// The names of the files that a page refers to. Addresses within the page (`#…`), `data:` addresses and addresses on
/// other hosts are left out.
pub(super) fn references(page: &str) -> Vec<String> {
    let mut names = Vec::new();
    for attribute in ADDRESS_ATTRIBUTES {
        for rest in page.split(&format!(" {attribute}=\"")).skip(1) {
            let address = rest.split('"').next().unwrap_or_default();
            let name = address.split(['?', '#']).next().unwrap_or_default();
            let name = name.strip_prefix("./").unwrap_or(name);
            if !name.is_empty() && !name.contains(':') {
                names.push(name.to_owned());
            }
        }
    }
    names
}

/// The page with each start tag of this name replaced by what `replace` returns for it. A tag without attributes is
/// kept.
pub(super) fn with_tags(page: &str, name: &str, replace: impl Fn(&str) -> String) -> String {
    let opening = format!("<{name} ");
    let mut html = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(&opening) {
        html.push_str(before);
        let Some((attributes, after_tag)) = after.split_once('>') else {
            html.push_str(&opening);
            rest = after;
            break;
        };
        html.push_str(&replace(&format!("{opening}{attributes}>")));
        rest = after_tag;
    }
    html.push_str(rest);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_these_files_get_the_folder_and_others_stay() {
        let page =
            r##"<link href="./a.css"><script src="a.js"></script><a href="b.html"></a><a href="#a.js">a.js</a>"##;
        let expected =
            r##"<link href="v/a.css"><script src="v/a.js"></script><a href="b.html"></a><a href="#a.js">a.js</a>"##;
        assert_eq!(with_folder(page, &["a.css", "a.js"], "v"), expected);
    }

    #[test]
    fn in_a_folder_a_page_finds_what_lies_beside_it_elsewhere() {
        let page = r##"<a href="a.html"></a><script src="v/a.js"></script><a href="#b"></a><a href="https://a.b/">"##;
        let expected =
            r##"<a href="../a.html"></a><script src="../v/a.js"></script><a href="#b"></a><a href="https://a.b/">"##;
        assert_eq!(below(page, "../"), expected);
        assert_eq!(below(page, ""), page);
    }

    #[test]
    fn references_are_files_beside_the_page_and_nothing_else() {
        let page = r##"<a href="./b.html?x#y"></a><a href="#z"></a><a href="./"></a><img src="data:,"><a href="https://a.b/">"##;
        assert_eq!(references(page), ["b.html"]);
    }

    #[test]
    fn every_tag_is_replaced_once_and_an_unfinished_one_stays() {
        let page = "a<link x>b<link y>c<linked z>d<link";
        assert_eq!(with_tags(page, "link", |tag| format!("[{}]", tag.len())), "a[8]b[8]c<linked z>d<link");
        assert_eq!(with_tags("<link x", "link", |_| String::new()), "<link x");
    }
}
