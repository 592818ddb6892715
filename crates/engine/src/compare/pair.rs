//! The same thing for two scenarios.

/// The same thing for both scenarios.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pair<T> {
    /// For the scenario on the left: the reader's own.
    pub left: T,
    /// For the scenario on the right: the other, which it is compared with.
    pub right: T,
}

impl<T> Pair<T> {
    /// Applies a function to both.
    pub fn map<U>(self, function: impl Fn(T) -> U) -> Pair<U> {
        Pair { left: function(self.left), right: function(self.right) }
    }

    /// References to both.
    pub const fn as_ref(&self) -> Pair<&T> {
        Pair { left: &self.left, right: &self.right }
    }

    /// The pair with left and right swapped.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { left: self.right, right: self.left }
    }

    /// The result of a function of both.
    pub fn join<U>(self, join: impl FnOnce(T, T) -> U) -> U {
        join(self.left, self.right)
    }
}

impl<T> Pair<Option<T>> {
    /// The left one if there is one, otherwise the right one.
    pub fn either(self) -> Option<T> {
        self.left.or(self.right)
    }

    /// Both; `None` if one is missing.
    pub fn both(self) -> Option<Pair<T>> {
        Some(Pair { left: self.left?, right: self.right? })
    }
}

impl<T: PartialEq> Pair<T> {
    /// Whether left and right differ.
    pub fn differs(&self) -> bool {
        self.left != self.right
    }
}
