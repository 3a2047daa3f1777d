//! Where a person finds what is in a file.

use std::sync::Arc;

/// Where a person finds a byte: line and column are 1-based, the column counts Unicode code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Offset in the file as it is on disk, in bytes, the byte order mark included.
    pub byte: u64,
    /// Line, from 1; a line ends at a line feed.
    pub line: u32,
    /// Column in code points, from 1.
    pub column: u32,
}

/// A stretch of one file. Windows of large files are gone when a report is written, so a place keeps its positions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Path as reports show it: relative, with forward slashes.
    pub path: Arc<str>,
    /// First character.
    pub start: Position,
    /// One past the last character.
    pub end: Position,
    /// How a person finds it where lines do not tell: `page 3`, `Sheet1!B12`, `paragraph 14, "4 Hosting"`.
    pub location: Option<Arc<str>>,
}

impl Place {
    /// The first bytes of the path as numbers, which sort as paths do if they differ: paths lie far apart in memory, and
    /// most places can be sorted without a look at them.
    #[must_use]
    pub fn head(&self) -> [u128; 2] {
        const HALF: usize = size_of::<u128>();
        let mut bytes = [0; 2 * HALF];
        let length = self.path.len().min(bytes.len());
        bytes[..length].copy_from_slice(&self.path.as_bytes()[..length]);
        let half = |at: usize| u128::from_be_bytes(std::array::from_fn(|byte| bytes[at + byte]));
        [half(0), half(HALF)]
    }

    /// Where it is in its file: line and column, or how a person finds it where lines do not tell.
    #[must_use]
    pub fn within(&self) -> String {
        match &self.location {
            Some(location) => location.to_string(),
            None => format!("{}:{}", self.start.line, self.start.column),
        }
    }

    /// The same behind the path.
    #[must_use]
    pub fn shown(&self) -> String {
        format!("{}{}{}", self.path, if self.location.is_some() { ", " } else { ":" }, self.within())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_sort_by_their_heads(
            paths in proptest::array::uniform2("[a\0\u{1}é]{0,2}(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)?[a\0b\u{ff}]{0,4}"),
            bytes in proptest::array::uniform2(0..2_u64),
            lines in proptest::array::uniform2(0..2_u32),
        ) {
            let [a, b] = [0, 1].map(|at| {
                let start = Position { byte: bytes[at], line: lines[at], column: 1 };
                Place { path: paths[at].as_str().into(), start, end: start, location: None }
            });
            prop_assert_eq!((a.head(), &a).cmp(&(b.head(), &b)), a.cmp(&b));
        }
    }
}
