//! The width of an element in units of the reader's text size, so that charts have room for their words at any text
//! size.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, ResizeObserver};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

use crate::ui::browser::window::window;

/// The current width of the element, in sixteenths of the root's text size; `initial` until the element is drawn.
#[hook]
pub(crate) fn use_width(element: &NodeRef, initial: f64) -> f64 {
    let width = use_state_eq(|| initial);
    {
        let width = width.clone();
        use_resized(element, move |element| {
            let pixels = element.get_bounding_client_rect().width();
            // Whoever sets another text size changes the size of something on the page.
            let text_scale = measure_again().text_scale;
            if pixels > 0.0 {
                width.set((pixels / text_scale).floor());
            }
        });
    }
    *width
}

/// The width of a sheet of paper between its margins, in sixteenths of the text size there, rounded down.
const PAPER: f64 = 780.0;

/// The same, but no wider than a sheet of paper while the page is printed: a chart that is drawn for a wide window would have tiny
/// words on paper.
#[hook]
pub(crate) fn use_width_also_on_paper(element: &NodeRef, initial: f64) -> f64 {
    let width = use_width(element, initial);
    let is_printed = use_state_eq(|| false);
    {
        let is_printed = is_printed.clone();
        use_effect_with((), move |()| {
            let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| is_printed.set(event.type_() == BEFORE_PRINT));
            let listener = || hear.as_ref().unchecked_ref();
            for name in PRINTING {
                let _ = window().map(|window| window.add_event_listener_with_callback(name, listener()));
            }
            move || {
                for name in PRINTING {
                    let _ = window()
                        .map(|window| window.remove_event_listener_with_callback(name, hear.as_ref().unchecked_ref()));
                }
            }
        });
    }
    if *is_printed && width > PAPER { PAPER } else { width }
}

const BEFORE_PRINT: &str = "beforeprint";

/// The events around printing.
const PRINTING: [&str; 2] = [BEFORE_PRINT, "afterprint"];

/// Calls `measure` once the element is drawn, and whenever it or its first child has another size.
#[hook]
pub(crate) fn use_resized(element: &NodeRef, measure: impl Fn(&Element) + 'static) {
    use_effect_with(element.clone(), move |element| {
        let element = element.cast::<Element>();
        let measure = {
            let element = element.clone();
            Closure::<dyn Fn()>::new(move || {
                if let Some(element) = &element {
                    measure(element);
                }
            })
        };
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
            if let Some(child) = element.first_element_child() {
                observer.observe(&child);
            }
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(measure);
        }
    });
}

/// Whether an element that scrolls sideways has more beyond its right edge. Browsers round both widths.
pub(crate) fn has_more_aside(element: &Element) -> bool {
    element.scroll_left().saturating_add(element.client_width()) < element.scroll_width().saturating_sub(1)
}

/// The least width of a page that has the drivers beside the answer, as in `width.css`, in sixteenths of the root's text size.
const WIDE: f64 = 932.0;

/// Whether a page of this width has the drivers beside the answer.
pub(crate) fn is_wide(width: f64) -> bool {
    width >= WIDE
}

/// The width of the window, in sixteenths of the root's text size; 0 where it has none.
pub(crate) fn window_width() -> f64 {
    measures().window_width
}

/// The height of the window, in sixteenths of the root's text size; 0 where it has none.
pub(crate) fn window_height() -> f64 {
    measures().window_height
}

/// The height that the page is laid out for, in sixteenths of the root's text size. Unlike the window's, it stays the same while a
/// phone's address bar comes and goes.
pub(crate) fn page_height() -> f64 {
    measures().page_height
}

/// What is measured of the window. Lengths are in sixteenths of the root's text size.
#[derive(Clone, Copy)]
struct Measures {
    /// The reader's text size divided by 16 CSS pixels.
    text_scale: f64,
    window_width: f64,
    window_height: f64,
    page_height: f64,
}

thread_local! {
    /// What was measured last; `None` once it may have changed.
    static MEASURED: Cell<Option<Measures>> = const { Cell::new(None) };
}

/// What was measured last. To ask the browser while a component renders would have it lay out all that has changed so far, once more
/// than it has to.
fn measures() -> Measures {
    MEASURED.get().unwrap_or_else(measure_again)
}

/// Measures the window at its next use after it has another size, for as long as the page lives.
pub(crate) fn guard_measures() {
    let forget = Closure::<dyn Fn()>::new(|| MEASURED.set(None));
    let Some(window) = window() else { return };
    // Before the components, which render once they hear of it.
    if window.add_event_listener_with_callback_and_bool("resize", forget.as_ref().unchecked_ref(), true).is_ok() {
        forget.forget();
    }
}

fn measure_again() -> Measures {
    let root = window().and_then(|window| window.document()?.document_element());
    let size = window()
        .zip(root.as_ref())
        .and_then(|(window, root)| window.get_computed_style(root).ok()??.get_property_value("font-size").ok());
    // The browser reads the number before "px". Rust's own reader of binary numbers would add 15 kilobytes to the page.
    let pixels = size.map(|size| js_sys::parse_float(&size));
    let text_scale = pixels.filter(|pixels| *pixels > 0.0).map_or(1.0, |pixels| pixels / 16.0);
    let scaled = |pixels: Option<f64>| pixels.unwrap_or_default() / text_scale;
    let measures = Measures {
        text_scale,
        window_width: scaled(window().and_then(|window| window.inner_width().ok()?.as_f64())),
        window_height: scaled(window().and_then(|window| window.inner_height().ok()?.as_f64())),
        page_height: scaled(root.map(|root| f64::from(root.client_height()))),
    };
    MEASURED.set(Some(measures));
    measures
}
