//! Saves a chart as an SVG or PNG picture, with its title, source and link.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, Path2d, Url};
use yew::{Callback, Html, MouseEvent, html};

use crate::ui::browser::address;
use crate::ui::browser::today::today;
use crate::ui::browser::window::window;
use crate::ui::handing_on::copy_picture::CopyPicture;
use charts::marks::svg::{self, Caption, FONT, HALO, SIZE};
use charts::marks::{Drawing, Mark, path, rect_path, size};
use engine::answer;
use engine::computed::Computed;
use engine::link;
use model::evaluate::Perspective;
use words::Words;

/// How long a download's blob is kept, in milliseconds.
const BLOB_LIFETIME: u32 = 60_000;

/// The width of a chart in saved pictures, whatever the reader's window.
pub(crate) const SAVED_WIDTH: f64 = 720.0;

/// How many pixels of a saved PNG stand for one unit of the drawing.
const PNG_SCALE: f64 = 2.0;

/// A chart that can be saved.
#[derive(PartialEq)]
pub(crate) struct Picture {
    /// What the file is of. The rest of its name follows from the link.
    pub(crate) name: String,
    /// What the buttons call it: the name of the chart.
    pub(crate) chart: String,
    /// The title in the picture.
    pub(crate) title: String,
    /// The lines below the title in the picture. Empty ones are left out.
    pub(crate) subtitles: Vec<String>,
    /// The source line in the picture.
    pub(crate) source: String,
    /// The link to the page that shows the chart, without the `#`.
    pub(crate) link: String,
    pub(crate) drawing: Drawing,
}

impl Picture {
    /// The name of the file, without its ending.
    fn file_name(&self, words: Words) -> String {
        link::file_name(&self.name, &self.link, words.labels().export.changed, today())
    }

    /// The drawing with its title, source and link around it.
    fn with_caption(&self, words: Words) -> Drawing {
        let sharing = &words.labels().sharing;
        let from = if link::is_of_own_note(&self.link) { sharing.own_figures } else { sharing.figures_from };
        let source = format!("{from}: {} · {}", self.source, words.foot(env!("CARGO_PKG_VERSION")));
        let notes = vec![source, address::canonical(&self.link)];
        let of_sender = link::title_of(&self.link);
        let of_sender = of_sender.map(|title| format!("{}: {}", words.labels().shell.sender_title, title.words()));
        let subtitles = of_sender.into_iter().chain(self.subtitles.iter().cloned()).collect();
        svg::with_caption(self.drawing.clone(), &Caption { title: self.title.clone(), subtitles, notes })
    }

    /// The picture as the `data:` address of a PNG.
    fn png_address(&self, words: Words) -> Result<String, JsValue> {
        png_address(&self.with_caption(words))
    }
}

/// What stands above the chart in a picture of a calculation: the answer as its title, then what the reader changed, and what the
/// chart shows.
pub(crate) fn above(
    now: &Computed<'_>,
    baseline: &Computed<'_>,
    perspective: Perspective,
    chart: &str,
    words: Words,
) -> (String, Vec<String>) {
    let changed = answer::difference(now, baseline, perspective).map(|facts| words.changed_from_note(&facts));
    let title = words.answer(&answer::answer(now, perspective)).text();
    (title, vec![changed.unwrap_or_default(), chart.to_owned()])
}

/// The buttons that save and copy a chart.
pub(crate) fn save(picture: Picture, words: Words) -> Html {
    let labels = words.labels();
    let picture = Rc::new(picture);
    let on_svg = {
        let picture = picture.clone();
        Callback::from(move |_: MouseEvent| {
            let text = svg::file(&picture.with_caption(words), &picture.title);
            let content = js_sys::encode_uri_component(&text);
            let address = format!("data:image/svg+xml;charset=utf-8,{}", String::from(content));
            download(&address, &format!("{}.svg", picture.file_name(words)));
        })
    };
    let on_png = {
        let picture = picture.clone();
        Callback::from(move |_: MouseEvent| {
            // A browser without a canvas cannot make a PNG. The button for the SVG saves the same picture.
            if let Ok(address) = picture.png_address(words) {
                download(&address, &format!("{}.png", picture.file_name(words)));
            }
        })
    };
    let make = {
        let picture = picture.clone();
        Callback::from(move |()| picture.png_address(words).ok())
    };
    html! {
        <p class="save">
            <button type="button" class="quiet" onclick={on_svg} aria-label={format!("{}: {}", labels.sharing.save_svg, picture.chart)}>{ labels.sharing.save_svg }</button>
            <button type="button" class="quiet" onclick={on_png} aria-label={format!("{}: {}", labels.sharing.save_png, picture.chart)}>{ labels.sharing.save_png }</button>
            <CopyPicture chart={picture.chart.clone()} {make} />
        </p>
    }
}

/// Lets the browser save bytes as a file.
pub(crate) fn download_bytes(content: &Uint8Array, media_type: &str, name: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(content), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    download(&address, name);
    // Browsers read the blob some time after the click, so it is released only later.
    Timeout::new(BLOB_LIFETIME, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// Lets the browser save the content of an address as a file.
fn download(address: &str, name: &str) {
    let document = window().and_then(|window| window.document());
    let anchor = document.and_then(|document| document.create_element("a").ok());
    if let Some(anchor) = anchor.and_then(|anchor| anchor.dyn_into::<HtmlAnchorElement>().ok()) {
        anchor.set_href(address);
        anchor.set_download(name);
        anchor.click();
    }
}

/// Paints the drawing on a canvas, and returns it as the `data:` address of a PNG.
fn png_address(drawing: &Drawing) -> Result<String, JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(pixels(drawing.width));
    canvas.set_height(pixels(drawing.height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.scale(PNG_SCALE, PNG_SCALE)?;
    for mark in &drawing.marks {
        paint_mark(&context, mark)?;
    }
    canvas.to_data_url_with_type("image/png")
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a drawing is some hundred pixels wide")]
fn pixels(size: f64) -> u32 {
    (size * PNG_SCALE).ceil().max(1.0) as u32
}

fn paint_mark(context: &CanvasRenderingContext2d, mark: &Mark) -> Result<(), JsValue> {
    let (paint, shape) = match mark {
        Mark::Line { paint, from, to } => (paint, Path2d::new_with_path_string(&path(&[*from, *to]))?),
        Mark::Path { paint, points } => (paint, Path2d::new_with_path_string(&path(points))?),
        Mark::Area { paint, rects } => (paint, Path2d::new_with_path_string(&rect_path(rects))?),
        Mark::Rect { paint, at, size } => {
            let shape = Path2d::new()?;
            shape.rect(at.0, at.1, size.0, size.1);
            (paint, shape)
        }
        Mark::Circle { paint, at, radius } => {
            let shape = Path2d::new()?;
            shape.arc(at.0, at.1, *radius, 0.0, std::f64::consts::TAU)?;
            (paint, shape)
        }
        Mark::Text { paint, at, anchor, words } => {
            let style = paint.style();
            context.set_font(&format!("{} {}px {FONT}", if style.bold { "600" } else { "400" }, size(SIZE)));
            context.set_text_align(anchor.name_on_canvas());
            context.set_fill_style_str(style.fill.unwrap_or("#000000"));
            context.set_line_dash(&Array::new())?;
            context.set_line_join("round");
            context.set_line_width(HALO.1);
            context.set_stroke_style_str(HALO.0);
            context.stroke_text(words, at.0, at.1)?;
            return context.fill_text(words, at.0, at.1);
        }
        Mark::Link(link) => return link.marks.iter().try_for_each(|mark| paint_mark(context, mark)),
    };
    let style = paint.style();
    if let Some(fill) = style.fill {
        context.set_fill_style_str(fill);
        context.fill_with_path_2d(&shape);
    }
    if let Some(stroke) = style.stroke {
        let dashes = style.dash.map_or_else(Array::new, |(dash, gap)| Array::of2(&dash.into(), &gap.into()));
        context.set_line_dash(&dashes)?;
        context.set_line_width(style.width);
        context.set_stroke_style_str(stroke);
        context.stroke_with_path(&shape);
    }
    Ok(())
}
