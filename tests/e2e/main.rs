//! End-to-end tests: what readers do on the built page in a real browser, and what they see.
//!
//! The first group of modules holds the tests, one module for each thing that a reader cares about. The second group
//! holds the vocabulary of the tests: `page` and `driver` are about what is on the screen, `find` about how it is found there,
//! `browser` about what a reader does.

#![allow(clippy::restriction, reason = "a panic is how a test fails")]

mod barriers;
mod calculator;
mod certainty;
mod compare;
mod documents;
mod dragging;
mod embed;
mod explanations;
mod exports;
mod foreign;
mod front;
mod hosting;
mod input;
mod jumps;
mod keyboard;
mod languages;
mod layout;
mod links;
mod loading;
mod method;
mod monkey;
mod moving;
mod notes;
mod offline;
mod one_file;
mod own_news;
mod own_notes;
mod phone;
mod pictures;
mod redraws;
mod sensitivity;
mod sharing;
mod stopped;
mod touch;
mod writing;

mod browser;
mod display;
mod driver;
mod engine;
mod find;
mod first_screen;
mod fonts;
mod numbers;
mod page;
mod patience;
mod running;
mod seat;
mod server;
mod traps;
mod webdriver;
mod whole;
