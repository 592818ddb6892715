//! The page embedded in another page: the part that an address asks for, and the element that the other page contains.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

use engine::iframe::Embed;
use engine::link;
use proptest::prelude::*;
use testing::{LIBRARY, any_scenario};

#[test]
fn a_query_asks_for_the_chart_the_calculator_or_the_page_itself() {
    for query in ["", "?", "?from=a-letter", "?embedded=chart", "?x=embed", "?chart"] {
        assert_eq!(Embed::of_query(query), None, "{query}");
    }
    for query in ["?embed", "embed", "?embed=", "?embed=calculator", "?from=x&embed", "?embed=something-later"] {
        assert_eq!(Embed::of_query(query), Some(Embed::Calculator), "{query}");
    }
    for query in ["?embed=chart", "?from=x&embed=chart", "?embed=chart&from=x"] {
        assert_eq!(Embed::of_query(query), Some(Embed::Chart), "{query}");
    }
}

/// The value of an attribute, read as a browser reads it.
fn attribute(element: &str, name: &str) -> String {
    let (_, after) = element.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("{element} has a {name}"));
    let value = after.split('"').next().unwrap();
    value.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

proptest! {
    #[test]
    fn the_element_leads_to_the_very_scenario(scenario in any_scenario(), title in "\\PC*") {
        const PAGE: &str = "https://example.org/indsatsregner/";
        let link = link::print(&scenario.0);
        for embed in Embed::ALL {
            let element = embed.element(PAGE, &link, &title);
            let address = attribute(&element, "src");
            let (query, behind) = address.strip_prefix(PAGE).unwrap().split_once('#').unwrap();
            prop_assert_eq!(Embed::of_query(query), Some(embed));
            prop_assert_eq!(behind, link.as_str());
            prop_assert_eq!(attribute(&element, "title"), title.clone());
            let pasted = link::open(&LIBRARY, &link::mended(&LIBRARY, &element)).unwrap();
            prop_assert_eq!(&pasted.own.scenario, &scenario.0, "pasted as a link");
            prop_assert_eq!(element.matches("<iframe").count(), 1, "{} is one frame", element);
            prop_assert_eq!(element.matches('<').count(), 4, "{} is a frame and a script", element);
        }
    }
}
