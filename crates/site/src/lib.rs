//! What is published beside the page, made from the files that Trunk built: versioned addresses, the service worker, the
//! one file, the style sheet of many files, and the notes' printed tables as plain pages. It runs at build and never in a browser.

pub mod publish;
pub mod styles;
pub mod tables;
