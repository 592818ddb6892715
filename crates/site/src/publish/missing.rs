//! The page that static hosts show for an address that leads nowhere. Its script takes readers on who meant a scenario: programs write
//! the `#` of a link as `%23`, and the host then looks for a file of that name.

use engine::markup::escaped;
use model::language::Language;
use words::Labels;

use super::entry::paragraphs;

/// The page. It names files relative to the folder that the page is published in, where such links lead.
pub(super) fn page() -> String {
    let language = Language::default();
    let labels = words::of(language).labels();
    let reason = |labels: &Labels| {
        format!("{} <a href=\"./\">{}</a>.", escaped(labels.entry.missing), escaped(labels.entry.to_page))
    };
    format!(
        r#"<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>{site}</title>
<link rel="icon" href="icons/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="style.css">
<script defer src="start.js" data-for="missing"></script>
</head>
<body>
<main>
<h1>{site}</h1>
{paragraphs}
</main>
</body>
</html>
"#,
        code = language.code(),
        site = escaped(labels.shell.site),
        paragraphs = paragraphs("", &Language::ALL, reason),
    )
}
