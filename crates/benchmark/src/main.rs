//! Measures the engine natively, and prints each measurement as a line of JSON: what was measured, and the nanoseconds of one run in
//! each sample.

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    if let Err(sentence) = native::measure() {
        eprintln!("{sentence}");
        std::process::exit(1);
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use api::library::library;
    use benchmark::business_case::BusinessCase;
    use benchmark::growth::{self, Size};
    use benchmark::maps::Map;
    use benchmark::samples::samples;
    use model::note::{Document, Year};
    use serde_json::{Value, json};

    /// How many lines, years or drivers the notes have, of which the time is to grow no faster.
    const SIZES: [Year; 4] = [1, 10, 100, 1_000];

    /// How many there are of what does not grow.
    const OTHERWISE: Year = 10;

    /// Prints every measurement.
    pub(crate) fn measure() -> Result<(), String> {
        business_case()?;
        maps()?;
        for size in SIZES {
            grown(size, "lines", sized(size, OTHERWISE, OTHERWISE))?;
            grown(size, "years", sized(OTHERWISE, size, OTHERWISE))?;
            grown(size, "drivers", sized(OTHERWISE, OTHERWISE, size))?;
            grown(size, "all three", sized(size, size, size))?;
        }
        Ok(())
    }

    fn sized(lines: Year, years: Year, drivers: Year) -> Size {
        Size { lines: lines.into(), years, drivers: drivers.into() }
    }

    fn print(measurement: &Value) {
        println!("{measurement}");
    }

    fn business_case() -> Result<(), String> {
        let mut case = BusinessCase::load().map_err(|failure| failure.sentence)?;
        let (net, payback) = case.results().map_err(|failure| failure.sentence)?;
        print(&json!({ "what": "results", "net": net, "payback": payback }));
        let times = samples(|times| {
            case.change_and_read(times).map(|sum| {
                std::hint::black_box(sum);
            })
        });
        print(&json!({ "what": "change and read", "nanoseconds": times.map_err(|failure| failure.sentence)? }));
        let times = samples(|times| {
            case.compute_everything(times).map(|sum| {
                std::hint::black_box(sum);
            })
        });
        print(&json!({ "what": "compute everything", "nanoseconds": times.map_err(|failure| failure.sentence)? }));
        Ok(())
    }

    fn maps() -> Result<(), String> {
        for map in Map::all(library()) {
            let times = samples(|times| {
                map.compute(times).map(|sum| {
                    std::hint::black_box(sum);
                })
            });
            let times = times.map_err(|error| format!("the map of {} has no outcome: {error:?}", map.name))?;
            print(&json!({ "what": "map", "of": map.name, "nanoseconds": times }));
        }
        Ok(())
    }

    fn grown(size: Year, by: &str, sized: Size) -> Result<(), String> {
        let document: Document = growth::document(sized);
        let note = document.notes().next().ok_or("the made note has no variant")?;
        let failed = |error| format!("the made note has no outcome: {error:?}");
        let times = samples(|times| growth::evaluate_all(note, times)).map_err(failed)?;
        print(&json!({ "what": "evaluate", "by": by, "size": size, "nanoseconds": times }));
        let mut focus = growth::focus(note).map_err(failed)?;
        let times = samples(|times| growth::change_and_read(&mut focus, times)).map_err(failed)?;
        print(&json!({ "what": "change and read", "by": by, "size": size, "nanoseconds": times }));
        Ok(())
    }
}
