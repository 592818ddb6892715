//! The width of an element in units of the reader's text size, so that charts have room for their words at any text
//! size.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, window};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

/// The current width of the element, in sixteenths of the root's text size; `initial` until the element is drawn.
#[hook]
pub(crate) fn use_width(element: &NodeRef, initial: f64) -> f64 {
    let width = use_state_eq(|| initial);
    {
        let width = width.clone();
        use_effect_with(element.clone(), move |element| {
            let element = element.cast::<Element>();
            let measure = {
                let element = element.clone();
                Closure::<dyn Fn()>::new(move || {
                    if let Some(element) = &element {
                        let pixels = element.get_bounding_client_rect().width();
                        if pixels > 0.0 {
                            width.set((pixels / text_scale()).floor());
                        }
                    }
                })
            };
            let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(element)) = (&observer, &element) {
                observer.observe(element);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(measure);
            }
        });
    }
    *width
}

/// The height of the window, in sixteenths of the root's text size; 0 where it has none.
pub(crate) fn window_height() -> f64 {
    let pixels = window().and_then(|window| window.inner_height().ok()?.as_f64());
    pixels.unwrap_or_default() / text_scale()
}

/// The reader's text size divided by 16 CSS pixels.
fn text_scale() -> f64 {
    let size = window().and_then(|window| {
        let root = window.document()?.document_element()?;
        window.get_computed_style(&root).ok()??.get_property_value("font-size").ok()
    });
    // The browser reads the number before "px". Rust's own reader of binary numbers would add 15 kilobytes to the page.
    let pixels = size.map(|size| js_sys::parse_float(&size));
    pixels.filter(|pixels| *pixels > 0.0).map_or(1.0, |pixels| pixels / 16.0)
}
