//! A link as a QR code, for slides and posters.

use qrcodegen::{QrCode, QrCodeEcc};

use super::float;
use crate::marks::{Drawing, Mark, Paint, Rect};

/// The width of the empty border, in modules. Scanners need four.
const QUIET_ZONE: i32 = 4;

/// The QR code of a text, as a square with this side. `None` where the text is too long for a code, which holds some
/// 2.000 characters.
#[must_use]
pub fn qr(text: &str, side: f64) -> Option<Drawing> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let modules_across = usize::try_from(code.size().saturating_add(QUIET_ZONE.saturating_mul(2))).ok()?;
    let module_side = side / float(modules_across);
    let coordinate = |module: i32| {
        usize::try_from(module.saturating_add(QUIET_ZONE)).map_or(0.0, |module| float(module) * module_side)
    };
    let mut rects: Vec<Rect> = Vec::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            // Adjacent dark modules become one rectangle, so that no hairlines appear between them.
            let run = (x..code.size()).take_while(|column| code.get_module(*column, y)).count();
            if run > 0 {
                rects.push(((coordinate(x), coordinate(y)), (float(run) * module_side, module_side)));
            }
            x = x.saturating_add(i32::try_from(run.max(1)).ok()?);
        }
    }
    let background = Mark::Rect { paint: Paint::CodeGround, at: (0.0, 0.0), size: (side, side) };
    Some(Drawing { width: side, height: side, marks: vec![background, Mark::Area { paint: Paint::Code, rects }] })
}
