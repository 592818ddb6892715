//! What readers do on the built page, and what they then see: from end to end, in a real browser.
//!
//! The tests are in the first group of modules, one for each thing that a reader cares about. The second group holds
//! the words that they are written in: `page` and `driver` speak of what is on the screen, `browser` of hands and eyes.

mod barriers;
mod compare;
mod embed;
mod explanations;
mod exports;
mod hosting;
mod input;
mod keyboard;
mod languages;
mod layout;
mod links;
mod method;
mod notes;
mod offline;
mod one_file;
mod phone;
mod pictures;
mod sensitivity;
mod sharing;

mod browser;
mod driver;
mod engine;
mod fonts;
mod numbers;
mod page;
mod patience;
mod seat;
mod server;
mod webdriver;
