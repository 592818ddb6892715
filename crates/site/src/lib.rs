//! What is published beside the page, made from the files that Trunk built: versioned addresses, the service worker, the
//! one file, the style sheet of many files, the notes' printed tables as plain pages, and the pictures that chats show of a link. It runs at build and never in a browser.

pub mod addresses;
pub mod pictures;
pub mod publish;
pub mod styles;
pub mod tables;
