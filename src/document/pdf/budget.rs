//! How much work is done for one file. All of it is counted, so that the same file ends at the same place everywhere.

/// Largest file that is read, in bytes.
pub(super) const FILE: usize = 256 << 20;

/// Most bytes that one stream may become.
pub(super) const STREAM: usize = 64 << 20;

/// Most pages that are read.
pub(super) const PAGES: usize = 20_000;

/// Most words of a page that stand apart from one another, or differ in looks.
pub(super) const PIECES: usize = 500_000;

/// How deep forms may stand in forms.
pub(super) const DEPTH: usize = 16;

/// What may still be done for a file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Budget {
    /// Bytes that streams may still become.
    pub(super) bytes: usize,
    /// Operators that may still be run.
    pub(super) steps: usize,
    /// Characters that may still be shown.
    pub(super) characters: usize,
    /// Words apart from one another that may still be taken.
    pub(super) pieces: usize,
    /// How often two blocks of lines may still be compared to put them in order; once it is used up, the order of drawing stands.
    pub(super) comparisons: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { bytes: 1 << 30, steps: 50_000_000, characters: 40_000_000, pieces: 2_000_000, comparisons: 1 << 30 }
    }
}

impl Budget {
    /// True if a part of it is used up.
    pub(super) fn is_spent(&self) -> bool {
        self.bytes == 0 || self.steps == 0 || self.characters == 0 || self.pieces == 0
    }
}
