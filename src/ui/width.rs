//! How wide an element is drawn: charts are laid out in real pixels, so that their text stays the reader's size.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

/// The width of the element in CSS pixels, followed as it changes; `before` until it is drawn.
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
                            width.set(drawn.floor());
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
