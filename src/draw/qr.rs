//! A link as a QR code, for slides and posters.

use qrcodegen::{QrCode, QrCodeEcc};

use super::count;
use crate::chart::{Drawing, Mark, Paint, Rect};

/// Modules of nothing around the code: scanners want four.
const QUIET: i32 = 4;

/// The code of a text, so wide and high; `None` for more than a code can hold, some 2.000 characters.
#[must_use]
pub fn qr(text: &str, side: f64) -> Option<Drawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let across = usize::try_from(code.size().saturating_add(QUIET.saturating_mul(2))).ok()?;
    let module = side / count(across);
    let place = |at: i32| usize::try_from(at.saturating_add(QUIET)).map_or(0.0, |at| count(at) * module);
    let mut rects: Vec<Rect> = Vec::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // Modules in a row are one rectangle: no hairlines between them.
            let run = (x..code.size()).take_while(|at| code.get_module(*at, y)).count();
            if run > 0 {
                rects.push(((place(x), place(y)), (count(run) * module, module)));
            }
            x = x.saturating_add(i32::try_from(run.max(1)).ok()?);
        }
    }
    let ground = Mark::Rect { paint: Paint::CodeGround, at: (0.0, 0.0), size: (side, side) };
    Some(Drawing { width: side, height: side, marks: vec![ground, Mark::Area { paint: Paint::Code, rects }] })
}
