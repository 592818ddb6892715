#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hostile::scenario_file(&String::from_utf8_lossy(bytes)));
