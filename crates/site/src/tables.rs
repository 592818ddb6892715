//! All printed tables as one plain page, for readers whose browser runs no scripts. It comes from the same checked
//! notes as the page itself.
//!
//! Native only: publishing writes the page beside the other files.

use std::fmt::{self, Write};

use engine::markup::escaped;
use engine::notes::Library;
use model::language::Language;
use model::note::{Document, Row, Table};
use words::Words;

use crate::publish::document::links;

/// The files that are published beside the page, one for each language, each with its name.
///
/// # Errors
/// Never returns one, since writing to a `String` cannot fail.
pub fn files(library: &Library) -> Result<Vec<(&'static str, String)>, fmt::Error> {
    let file = |language: Language| {
        let words = words::of(language);
        Ok((words.labels().tables_page.file, page(library, words)?))
    };
    Language::ALL.into_iter().map(file).collect()
}

/// The page of all printed tables in one language.
///
/// # Errors
/// Like [`files`].
pub fn page(library: &Library, words: Words) -> Result<String, fmt::Error> {
    let (labels, own) = (words.labels(), &words.labels().tables_page);
    let mut out = String::new();
    write!(
        out,
        r#"<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title} · {site}</title>
<link rel="icon" href="icons/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="style.css">
</head>
<body>
<header class="top">
<p class="site"><a href="./">{site}</a></p>
<nav class="languages" aria-label="{languages}"><ul>"#,
        code = words.code(),
        title = escaped(own.title),
        site = escaped(labels.shell.site),
        languages = escaped(labels.shell.languages),
    )?;
    for language in Language::ALL {
        let current = if language == words.language() { r#" aria-current="true""# } else { "" };
        write!(
            out,
            r#"<li><a href="{file}" lang="{code}" hreflang="{code}"{current}>{name}</a></li>"#,
            file = words::of(language).labels().tables_page.file,
            code = language.code(),
            name = escaped(words::of(language).head().name),
        )?;
    }
    write!(
        out,
        r#"</ul></nav>
</header>
<main class="printed-tables">
<h1>{}</h1>
<p class="help">{}</p>
"#,
        escaped(own.title),
        escaped(own.help)
    )?;
    out.push_str(&links(library.notes(), words, ""));
    out.push_str(&sections(library.documents(), words)?);
    write!(
        out,
        r#"</main>
<footer><p><a href="./">{}</a></p><p>{}</p></footer>
</body>
</html>
"#,
        escaped(own.to_calculator),
        escaped(&words.foot(env!("CARGO_PKG_VERSION")))
    )?;
    Ok(out)
}

/// One section for each document: a heading, then its tables.
///
/// # Errors
/// Like [`files`].
pub fn sections(documents: &[Document], words: Words) -> Result<String, fmt::Error> {
    let mut out = String::new();
    for document in documents {
        section(&mut out, document, words)?;
    }
    Ok(out)
}

fn section(out: &mut String, document: &Document, words: Words) -> fmt::Result {
    let id = escaped(&document.id);
    write!(
        out,
        r#"<section id="{id}" aria-labelledby="{id}-title">
<h2 id="{id}-title">{title}</h2>
<p class="note-line">{budget} {year} · {prices}</p>
"#,
        title = escaped(&words.document(document)),
        budget = escaped(words.labels().method_screen.budget),
        year = document.budget,
        prices = escaped(&words.prices(document)),
    )?;
    for at in &document.tables {
        table(out, document, at, words)?;
    }
    out.write_str("</section>\n")
}

fn table(out: &mut String, document: &Document, table: &Table, words: Words) -> fmt::Result {
    let labels = words.labels();
    let id = format!("{}-{}", document.id, table.id);
    let has_totals = table.rows.iter().any(|row| document.total(table, row).is_some());
    write!(
        out,
        r#"<div class="scroll" role="region" aria-labelledby="{id}" tabindex="0"><table>
<caption id="{id}" lang="da">{place}: {title}</caption>
<thead><tr><th scope="col">{row}</th>"#,
        id = escaped(&id),
        place = escaped(&table.place),
        title = escaped(&table.title),
        row = escaped(labels.tables_page.row),
    )?;
    for year in &table.years {
        write!(out, r#"<th scope="col">{year}</th>"#)?;
    }
    if has_totals {
        write!(out, r#"<th scope="col">{}</th>"#, escaped(labels.figures.in_all))?;
    }
    out.write_str("</tr></thead>\n<tbody>\n")?;
    for row in &table.rows {
        let is_sum = !row.parts.is_empty();
        write!(out, "<tr{}>", if is_sum { r#" class="total""# } else { "" })?;
        write!(out, r#"<th scope="row"><span lang="da">{}</span>"#, escaped(&row.label))?;
        write!(out, r#"<span class="area">{}</span></th>"#, escaped(&carried(row, words)))?;
        let years = table.years.iter().map(|year| document.cell(table, row, *year));
        let total = has_totals.then(|| document.total(table, row));
        for cell in years.chain(total) {
            let amount = cell.map(|cell| words.locale().cell(cell)).unwrap_or_default();
            let mark = if row.lost && cell.is_some() { "*" } else { "" };
            write!(out, "<td>{}{mark}</td>", escaped(&amount))?;
        }
        out.write_str("</tr>\n")?;
    }
    out.write_str("</tbody></table></div>\n")?;
    if table.rows.iter().any(|row| row.lost) {
        writeln!(out, "<p class=\"help\">{}</p>", escaped(labels.tables_page.lost))?;
    }
    Ok(())
}

/// The steering area, the committee and the appropriation that a row names.
fn carried(row: &Row, words: Words) -> String {
    let area = row.area.as_ref().map(|area| words.area(area).to_owned());
    let committee = row.committee.map(|committee| words.committee(committee).to_owned());
    let appropriation =
        row.appropriation.as_ref().map(|number| format!("{} {number}", words.labels().table.appropriation));
    [area, committee, appropriation].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
