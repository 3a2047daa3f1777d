//! How much work is done for one file. All of it is counted, so that the same file ends at the same place everywhere.

/// Largest file that is read, in bytes.
pub(super) const FILE: usize = 256 << 20;

/// Most bytes that one stream may become.
pub(super) const STREAM: usize = 64 << 20;

/// Most pages that are read.
pub(super) const PAGES: usize = 20_000;

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
}

impl Default for Budget {
    fn default() -> Self {
        Self { bytes: 1 << 30, steps: 50_000_000, characters: 40_000_000 }
    }
}

impl Budget {
    /// True if a part of it is used up.
    pub(super) fn is_spent(&self) -> bool {
        self.bytes == 0 || self.steps == 0 || self.characters == 0
    }
}
