#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| hostile::table(&String::from_utf8_lossy(bytes)));
