//! Saves a scenario as a file (XLSX, CSV, JSON), and opens a saved one.

mod module;
pub(crate) mod opener;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback, Html, Properties, function_component, html, use_state};

use crate::ui::browser::address;
use crate::ui::browser::today::today;
use crate::ui::context::use_page;
use crate::ui::handing_on::export::module::Exports;
use crate::ui::handing_on::export::opener::Opener;
use crate::ui::handing_on::save::download_bytes;
use crate::ui::state::State;
use engine::link;
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

    /// The name of the exports module's function that writes the file.
    const fn maker(self) -> &'static str {
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
            <FileButtons {scenario} {link} />
            <Opener opened={state.file.clone()} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct FileButtonsProps {
    pub(crate) scenario: Scenario<'static>,
    /// The link to the page that shows the scenario, without the `#`.
    pub(crate) link: AttrValue,
    /// What tells the buttons of two scenarios on one screen apart; `None` where there is one.
    #[prop_or_default]
    pub(crate) side: Option<AttrValue>,
}

/// The buttons that save a scenario as a file, and what has become of it.
#[function_component]
pub(crate) fn FileButtons(props: &FileButtonsProps) -> Html {
    let page = use_page();
    let words = page.words();
    let labels = &words.labels().export;
    let language = page.language.code();
    let progress = use_state(|| Progress::None);
    let buttons = Kind::all(page.words().language()).map(|kind| {
        let progress = progress.clone();
        let (address, day) = (address::canonical(&props.link), today());
        let name = link::file_name(&props.scenario.note().variant.id, &props.link, labels.changed, day);
        let name = format!("{name}.{}", kind.ending());
        let on_save = Callback::from(move |_| {
            if *progress == Progress::Preparing {
                return;
            }
            progress.set(Progress::Preparing);
            let (progress, address, name) = (progress.clone(), address.clone(), name.clone());
            spawn_local(async move {
                let saved = save(kind, &address, &day.iso(), language, &name).await;
                progress.set(if saved.is_ok() { Progress::Saved(name) } else { Progress::Failed });
            });
        });
        let side = props.side.as_ref().map(|side| format!("-{side}")).unwrap_or_default();
        let label = props.side.as_ref().map(|_| format!("{}: {}", kind.label(labels), words.scenario_name(&props.scenario)));
        html! { <button key={kind.maker()} type="button" id={format!("save-{}{side}", kind.maker().replace('_', "-"))} aria-label={label} onclick={on_save}>{ kind.label(labels) }</button> }
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

async fn save(kind: Kind, address: &str, day: &str, language: &str, name: &str) -> Result<(), JsValue> {
    let content = Exports::load().await?.write(kind.maker(), address, day, language)?;
    download_bytes(&content, kind.media_type(), name)
}
