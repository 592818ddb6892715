//! Saves a scenario as a file (XLSX, CSV, JSON) or a comparison of two (XLSX, CSV), every number of the notes (CSV), and opens a saved scenario.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback, Html, Properties, function_component, html, use_state};

use crate::ui::bringing::opener::Opener;
use crate::ui::browser::address;
use crate::ui::browser::today::today;
use crate::ui::context::use_page;
use crate::ui::handing_on::save::download_bytes;
use crate::ui::programs::exports::Exports;
use crate::ui::state::State;
use engine::compare::Pair;
use engine::link;
use engine::notes::Library;
use model::language::Language;
use model::scenario::Scenario;
use words::{ExportLabels, Words};

/// A file format that a scenario can be saved in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Xlsx,
    /// With the marks that the Excel of a language expects.
    Csv(Language),
    Json,
}

impl Kind {
    /// Every kind. The Excel of the reader's language comes first.
    const fn all(language: Language) -> [Self; 4] {
        let other = match language {
            Language::Danish => Language::English,
            Language::English => Language::Danish,
        };
        [Self::Xlsx, Self::Csv(language), Self::Csv(other), Self::Json]
    }

    /// The id of the kind.
    const fn id(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv(Language::Danish) => "csv_da",
            Self::Csv(Language::English) => "csv_en",
            Self::Json => "json",
        }
    }

    /// The extension of the file name.
    const fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv(_) => "csv",
            Self::Json => "json",
        }
    }

    /// What the name of the file says beside what it is of; empty where the ending says enough.
    const fn file_suffix(self, labels: &ExportLabels) -> &'static str {
        match self {
            Self::Xlsx | Self::Json => "",
            Self::Csv(Language::Danish) => labels.danish_excel_file,
            Self::Csv(Language::English) => labels.english_excel_file,
        }
    }

    const fn media_type(self) -> &'static str {
        match self {
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv(_) => "text/csv;charset=utf-8",
            Self::Json => "application/json",
        }
    }

    const fn label(self, labels: &ExportLabels) -> &'static str {
        match self {
            Self::Xlsx => labels.save_xlsx,
            Self::Csv(Language::Danish) => labels.save_csv_danish,
            Self::Csv(Language::English) => labels.save_csv_english,
            Self::Json => labels.save_json,
        }
    }
}

/// What a file is about.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum About {
    /// The scenario that the screen shows.
    Scenario(Scenario<'static>),
    /// One of two scenarios on the screen. The text tells its buttons from those of the other.
    OneOfTwo(Scenario<'static>, &'static str),
    /// The comparison of two scenarios.
    Comparison(Pair<Scenario<'static>>),
    /// Every number of the notes.
    AllNotes,
}

impl About {
    /// The kinds of file that there are.
    fn kinds(&self, language: Language) -> Vec<Kind> {
        let is_written = |kind: &Kind| match self {
            Self::Scenario(_) | Self::OneOfTwo(..) => true,
            // A comparison is nothing that the page opens again: its link does that.
            Self::Comparison(_) => *kind != Kind::Json,
            Self::AllNotes => matches!(kind, Kind::Csv(_)),
        };
        Kind::all(language).into_iter().filter(is_written).collect()
    }

    /// The name of the exports module's function that writes such a file.
    fn maker(&self, kind: Kind) -> String {
        match self {
            Self::Scenario(_) | Self::OneOfTwo(..) => kind.id().to_owned(),
            Self::Comparison(_) => format!("comparison_{}", kind.id()),
            Self::AllNotes => format!("notes_{}", kind.id()),
        }
    }

    /// What a file is called, before its title and its day.
    fn file_of(&self, labels: &ExportLabels) -> String {
        let id = |scenario: &Scenario<'static>| scenario.note().variant.id.clone();
        match self {
            Self::Scenario(scenario) | Self::OneOfTwo(scenario, _) => id(scenario),
            Self::Comparison(Pair { left, right }) if left.note() == right.note() => id(left),
            Self::Comparison(Pair { left, right }) => format!("{}-{}", id(left), id(right)),
            Self::AllNotes => labels.all_notes_file.to_owned(),
        }
    }

    /// What ends the id of a button.
    fn suffix(&self) -> String {
        match self {
            Self::Scenario(_) => String::new(),
            Self::OneOfTwo(_, side) => format!("-{side}"),
            Self::Comparison(_) => "-both".to_owned(),
            Self::AllNotes => "-notes".to_owned(),
        }
    }

    /// What a button saves, where others on the screen save something else in the same format.
    fn label(&self, words: Words) -> Option<String> {
        match self {
            Self::Scenario(_) | Self::AllNotes => None,
            Self::OneOfTwo(scenario, _) => Some(words.scenario_name(scenario)),
            Self::Comparison(_) => Some(words.labels().comparison.both.to_owned()),
        }
    }
}

/// The progress of saving the last file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Progress {
    None,
    Preparing,
    Saved(String),
    Failed,
}

/// The buttons that save the scenario as a file, and the one that opens a file. `link` leads to the page that shows the scenario.
pub(crate) fn export(state: &State, link: &str, words: Words) -> Html {
    let labels = &words.labels().export;
    let (scenario, link) = (state.scenario().clone(), link.to_owned());
    html! {
        <section class="export screen-only" aria-labelledby="export-title">
            <h2 id="export-title">{ labels.title }</h2>
            <p class="help">{ labels.help }</p>
            <FileButtons about={About::Scenario(scenario)} {link} />
            <Opener opened={state.file.clone()} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FileButtonsProps {
    pub(crate) about: About,
    /// The link to the page that shows it, without the `#`.
    pub(crate) link: AttrValue,
}

/// The buttons that save a file, one for each kind, and what has become of it.
#[function_component]
pub(crate) fn FileButtons(props: &FileButtonsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().export;
    let (library, language) = (page.library, page.language.code());
    let progress = use_state(|| Progress::None);
    let buttons = props.about.kinds(words.language()).into_iter().map(|kind| {
        let progress = progress.clone();
        let (of, link, address) = (props.about.file_of(labels), props.link.clone(), address::canonical(&props.link));
        let maker = props.about.maker(kind);
        let on_save = Callback::from(move |_| {
            if *progress == Progress::Preparing {
                return;
            }
            progress.set(Progress::Preparing);
            // The day on which it is saved: the page may have been open since yesterday.
            let day = today();
            let name = link::file_name(&of, &link, labels.changed, day);
            let suffix = Some(kind.file_suffix(labels)).filter(|suffix| !suffix.is_empty());
            let name = [Some(name.as_str()), suffix].into_iter().flatten().collect::<Vec<_>>().join("-");
            let name = format!("{name}.{}", kind.ending());
            let (progress, address, maker) = (progress.clone(), address.clone(), maker.clone());
            spawn_local(async move {
                let saved = save((kind, &maker), &address, &day.iso(), (library, language), &name).await;
                progress.set(if saved.is_ok() { Progress::Saved(name) } else { Progress::Failed });
            });
        });
        let id = format!("save-{}{}", kind.id().replace('_', "-"), props.about.suffix());
        let label = props.about.label(words).map(|about| format!("{}: {about}", kind.label(labels)));
        html! { <button key={kind.id()} type="button" {id} aria-label={label} onclick={on_save}>{ kind.label(labels) }</button> }
    });
    let message = match &*progress {
        Progress::None => String::new(),
        Progress::Preparing => labels.preparing.to_owned(),
        Progress::Saved(name) => format!("{}: {name}", labels.saved),
        Progress::Failed => labels.failed.to_owned(),
    };
    let class = if *progress == Progress::Failed { "message problem" } else { "message" };
    html! {
        <>
            <p class="save">{ for buttons }</p>
            <p {class} role="status">{ message }</p>
        </>
    }
}

async fn save(
    (kind, maker): (Kind, &str),
    address: &str,
    day: &str,
    (library, language): (&Library, &str),
    name: &str,
) -> Result<(), JsValue> {
    let content = Exports::load(library).await?.write(maker, address, day, language)?;
    download_bytes(&content, kind.media_type(), name)
}
