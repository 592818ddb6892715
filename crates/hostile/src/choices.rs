//! Choices that bytes make, so that whoever changes a byte changes a choice.

use std::borrow::Cow;

use rust_decimal::Decimal;

/// Bytes from which choices are taken, one after the other. Where there are none left, each choice is the first one, and each text empty.
pub struct Choices<'b>(&'b [u8]);

impl<'b> Choices<'b> {
    /// Choices from these bytes.
    pub const fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// Whether all bytes are used.
    pub const fn is_at_end(&self) -> bool {
        self.0.is_empty()
    }

    /// The next byte.
    pub fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// The number of the next two bytes.
    pub fn number(&mut self) -> u16 {
        u16::from_le_bytes([self.byte(), self.byte()])
    }

    /// Any number below this one, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        if end > 256 { usize::from(self.number()) % end } else { usize::from(self.byte()) % end }
    }

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    /// Whether something is so.
    pub fn is(&mut self) -> bool {
        self.byte() % 2 == 1
    }

    /// A share of 1: often an end, and often a round one.
    pub fn share(&mut self) -> Decimal {
        match self.byte() {
            0..64 => Decimal::ZERO,
            64..128 => Decimal::ONE,
            128..192 => Decimal::from(self.byte()) / Decimal::from(255),
            192..224 => Decimal::new(i64::from(self.number()), 9),
            _ => Decimal::from(u32::from(self.number()) << 16 | u32::from(self.number())) / Decimal::from(u32::MAX),
        }
    }

    /// A text of at most 255 bytes.
    pub fn text(&mut self) -> Cow<'b, str> {
        let length = usize::from(self.byte()).min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text)
    }

    /// All that is left, as a text.
    pub fn rest(self) -> Cow<'b, str> {
        String::from_utf8_lossy(self.0)
    }
}
