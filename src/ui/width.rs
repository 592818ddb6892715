//! How wide an element is drawn, measured by the reader's text size: so charts have room for their words at any size.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver, window};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

/// The width of the element in sixteenths of the root's text size, followed as it changes; `before` until it is drawn.
#[hook]
pub(super) fn use_width(element: &NodeRef, before: f64) -> f64 {
    let width = use_state_eq(|| before);
    {
        let width = width.clone();
        use_effect_with(element.clone(), move |element| {
            let element = element.cast::<Element>();
            let measure = {
                let element = element.clone();
                Closure::<dyn Fn()>::new(move || {
                    if let Some(element) = &element {
                        let drawn = element.get_bounding_client_rect().width();
                        if drawn > 0.0 {
                            width.set((drawn / text_scale()).floor());
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

/// How much larger the reader's text is than 16 CSS pixels.
fn text_scale() -> f64 {
    let size = window().and_then(|window| {
        let root = window.document()?.document_element()?;
        window.get_computed_style(&root).ok()??.get_property_value("font-size").ok()
    });
    let pixels = size.and_then(|size| size.trim_end_matches("px").parse::<f64>().ok());
    pixels.filter(|pixels| *pixels > 0.0).map_or(1.0, |pixels| pixels / 16.0)
}
