//! What is published beside the page, made from the files that Trunk built: versioned addresses, the service worker, the
//! one file, the style sheet of many files, the notes' printed tables as plain pages, the pictures that chats show of a link, what
//! hosts are told of all of it, and the bill of materials. It runs at build and never in a browser.

pub mod addresses;
pub mod bill;
pub mod hosts;
pub mod pictures;
pub mod policy;
pub mod publish;
pub mod styles;
pub mod tables;
