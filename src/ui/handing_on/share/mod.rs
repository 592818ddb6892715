//! Sharing what is on the page: the link, the sender's own title for it, the share sheet, mail, a QR code, and a text
//! to cite.

mod qr;
pub(super) mod sheet;
pub(crate) mod title;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use yew::{AttrValue, Html, html};

use crate::ui::browser::address;
use crate::ui::browser::today::today;
use crate::ui::context::Context;
use crate::ui::handing_on::copy::Copy;
use crate::ui::handing_on::share::qr::Code;
use crate::ui::handing_on::share::sheet::sheet;
use crate::ui::handing_on::share::title::TitleField;
use crate::ui::state::State;
use words::{Phrase, Reading, Words};

/// The id of the disclosure with the other ways to share.
pub(super) const MORE: &str = "share-more";

/// The button that copies the permanent link, which comes without the `#`, and below it a disclosure with the other ways to
/// share. `sentence` is what the page answers.
pub(crate) fn share(state: &State, link: &str, sentence: &Phrase, page: &Context) -> Html {
    let words = page.words();
    let labels = words.labels();
    let (title, note) = (&state.page.title, state.note());
    let subject = subject(state, words);
    let address = AttrValue::from(address::to_copy(link));
    let permanent = address::canonical(link);
    let done = if address::is_shared() { labels.sharing.link_copied } else { labels.elsewhere.link_copied_here };
    let text = sentence.text();
    let reading = Reading {
        link: &permanent,
        day: today(),
        version: env!("CARGO_PKG_VERSION"),
        is_changed: state.scenario().differs(),
    };
    let citation = AttrValue::from(words.frozen(sentence, note, reading));
    html! {
        <div class="sharing">
            <TitleField title={title.clone()} on_action={page.on_action.clone()} />
            <Copy text={address.clone()} label={labels.sharing.copy_link} {done} by_hand={labels.sharing.link_by_hand} />
            <details class="share-more" id={MORE}>
                <summary>{ labels.sharing.share_more }</summary>
                <div>
                    // A link that opens only on the reader's machine is of no use to anyone else.
                    if address::is_shared() {
                        <p class="ways">
                            <a class="mail" href={mailto(&subject, &text, &address)}>{ labels.sharing.by_mail }</a>
                            { sheet(subject.clone(), text, address.clone(), words) }
                        </p>
                    }
                </div>
                <h3>{ labels.sharing.cite }</h3>
                <p class="citation-text" data-part="frozen">{ citation.clone() }</p>
                <Copy
                    text={citation} label={labels.method_screen.copy_answer} done={labels.method_screen.text_copied}
                    by_hand={labels.method_screen.text_by_hand}
                />
                <div>
                    if address::is_shared() {
                        <Code {address} {subject} link={link.to_owned()} {note} />
                    }
                </div>
            </details>
        </div>
    }
}

/// What a message about the link is called: the sender's title, or the site with its note.
pub(super) fn subject(state: &State, words: Words) -> String {
    match &state.page.title {
        Some(title) => title.words().to_owned(),
        None => format!("{}: {}", words.labels().shell.site, words.note_name(state.note())),
    }
}

/// The `mailto:` address of a new mail with the text and the address in its body.
fn mailto(subject: &str, text: &str, address: &str) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    format!("mailto:?subject={}&body={}", encoded(subject), encoded(&format!("{text}\r\n\r\n{address}\r\n")))
}
