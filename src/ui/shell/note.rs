//! What stands around every screen about a note: its title, the links between its parts, and those to the other notes.

use yew::{Html, KeyboardEvent, html};

use crate::ui::browser::held::{held, name_in_document};
use crate::ui::browser::one_stop::go_along;
use crate::ui::parts::hyphenated::hyphenated;
use crate::ui::pieces::Arrival;
use crate::ui::shell::router::{Shown, spec};
use crate::ui::state::State;
use engine::link::{Page, Screen};
use model::evaluate::Perspective;
use model::note::Note;
use words::Words;

/// The shown part of a note, in its frame.
pub(super) fn note(shown: &Shown<'_>) -> Html {
    let state = shown.state;
    let words = shown.page.words();
    let spec = spec(state.page.screen);
    // Another note is a fresh start, but for a view that outlives it.
    let key = if spec.outlives_note { state.page.screen.id() } else { &state.note().variant.id };
    html! {
        <article key={key.to_owned()}>
            { heading(shown) }
            <div class="note-bar" role="toolbar" aria-label={words.labels().note.note_bar} onkeydown={|event: KeyboardEvent| go_along(&event)}>
                { parts(state, words) }
                { contradictions(shown) }
                { short_ways(shown, spec.has_opener) }
            </div>
            { shown.view() }
            { aims(shown, spec.view.is_none()) }
            { other_notes(state, words) }
        </article>
    }
}

/// The title of the note, and what it says about its decision and its risk.
fn heading(shown: &Shown<'_>) -> Html {
    let (state, words) = (shown.state, shown.page.words());
    let labels = words.labels();
    let note = state.note();
    let code = words.code();
    let (proposal, scope) = words.note_line_parts(note);
    let title = match state.page.perspective(note.variant) {
        // Whole notes are compared.
        effort @ Perspective::Effort(_) if state.page.screen != Screen::Compare => {
            words.perspective(effort, note.variant)
        }
        _ => note.document.title.get(code).0,
    };
    html! {
        <div class="title" data-part="title">
            <h1 tabindex="-1">{ hyphenated(title, words.code()) }</h1>
            <p class="note-line">{ proposal }<span class="scope">{ ", " }{ scope.clone() }</span></p>
            // In an element that takes no room where there is nothing to say.
            <span>
                if let Some(file) = state.library().files().iter().find(|file| file.document == note.document.id) {
                    <span class="note-line" data-part="own">{ words.own_note_line(&file.name) }</span>
                }
            </span>
            <details class="about-note">
                <summary>{ labels.note.about_note }</summary>
            <dl class="about">
                // On a phone the line above has no room for it.
                <div class="scope"><dt>{ labels.note.scope }</dt><dd>{ scope }{ "." }</dd></div>
                if let Some(decision) = &note.document.decision {
                    <div><dt>{ labels.note.decision }</dt><dd>{ decision.get(code).0 }{ "." }</dd></div>
                }
                if let Some(risk) = &note.document.risk {
                    <div><dt>{ labels.note.risk }</dt><dd>{ risk.get(code).0 }{ "." }</dd></div>
                }
                <div class="read-by">
                    if let Some(read_by) = note.document.read_by {
                        <><dt>{ labels.note.text_read }</dt><dd>{ words.read_by(read_by) }</dd></>
                    }
                </div>
            </dl>
            </details>
        </div>
    }
}

/// The link to what disagrees with the note.
fn contradictions(shown: &Shown<'_>) -> Html {
    let link = match (shown.below, shown.screens) {
        (Arrival::Here(below), _) => (below.contradictions)(shown.state, shown.page),
        (_, Arrival::Here(screens)) => (screens.contradictions)(shown.state, shown.page),
        _ => return held("contradictions").unwrap_or_else(|| html! { <p class="contradictions"></p> }),
    };
    let held = name_in_document("contradictions");
    html! { <p class="contradictions" data-part="contradictions" data-held={held}>{ link }</p> }
}

/// The short ways to what readers take with them, where the screen has it.
fn short_ways(shown: &Shown<'_>, are_shown: bool) -> Html {
    match shown.below {
        Arrival::Here(below) if are_shown => {
            let held = name_in_document("short-ways");
            html! { <div data-held={held}>{ (below.short_ways)(shown.state, shown.link, shown.page) }</div> }
        }
        _ => held("short-ways").filter(|_| are_shown).unwrap_or_else(|| html! { <div></div> }),
    }
}

/// The targets and results of the note, where the screen has them.
fn aims(shown: &Shown<'_>, are_shown: bool) -> Html {
    match shown.below {
        Arrival::Here(below) if are_shown => {
            let held = name_in_document("aims");
            html! { <div key="aims" class="aims-of-note" data-held={held}>{ (below.aims)(shown.state, shown.page) }</div> }
        }
        _ => {
            held("aims").filter(|_| are_shown).unwrap_or_else(|| html! { <div key="aims" class="aims-of-note"></div> })
        }
    }
}

/// Links between the parts of a note. They keep the reader's changes.
fn parts(state: &State, words: Words) -> Html {
    let labels = words.labels();
    let items = Screen::ALL.into_iter().filter(|screen| screen.is_about_a_note()).map(|screen| {
        let name = (spec(screen).name)(labels);
        let page = Page { screen, question: None, ..state.page.clone() };
        let current = (state.page.screen == screen).then_some("page");
        html! { <li key={name}><a href={format!("#{}", page.link(state.scenario()))} aria-current={current}>{ name }</a></li> }
    });
    html! { <nav class="parts-of-note" aria-label={labels.note.parts_of_note}><ul>{ for items }</ul></nav> }
}

/// Links to the other notes. They keep the reader's changes.
fn other_notes(state: &State, words: Words) -> Html {
    let shown = state.note();
    let page = Page::of(Screen::Note, words.choice());
    let link_to = |note: Note<'static>, name: String| {
        let link = page.link_for(state.scenario(), note);
        html! { <a data-note={note.variant.id.clone()} href={format!("#{link}")}>{ name }</a> }
    };
    let mut papers: Vec<Vec<Note<'static>>> = Vec::new();
    for note in state.library().notes().filter(|note| note.variant.id != shown.variant.id) {
        match papers.iter_mut().find(|paper| paper.first().is_some_and(|first| first.is_sibling_of(note))) {
            Some(paper) => paper.push(note),
            None => papers.push(vec![note]),
        }
    }
    let others = papers.into_iter().filter_map(|paper| {
        let first = paper.first().copied()?;
        let rest = paper.iter().skip(1);
        Some(html! {
            <li key={first.variant.id.clone()}>
                { link_to(first, words.note_name(first)) }
                { for rest.map(|note| html! { <>{ "\u{a0}· " }{ link_to(*note, words.variant_in_short(*note)) }</> }) }
            </li>
        })
    });
    html! {
        <nav class="others" aria-labelledby="others-title">
            <h2 id="others-title">{ words.labels().note.other_notes }</h2>
            <ul>
                { for others }
                <li key="own"><a href={format!("#{}", Page::of(Screen::OwnNote, words.choice()).link(state.scenario()))}>{ words.labels().screens.own_note }</a></li>
            </ul>
        </nav>
    }
}
