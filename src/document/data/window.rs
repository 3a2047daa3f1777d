//! What one window of a large file of data leaves to the next: the keys that are open where it ends.

use super::super::mark::Marks;
use super::super::model::{Block, Kind};
use super::builder::{Builder, Frame};
use super::csv::Sheet;
use super::entry::words;

/// The lists and maps that are open at the end of a window, and what else the next one must know.
#[derive(Debug, Default)]
pub struct Kept {
    pub(super) frames: Vec<Above>,
    /// The quote of a string that goes on.
    pub(super) quote: Option<u8>,
    /// True for the last window of a file, or for a file that is read whole.
    pub is_last: bool,
    /// True for a file that is read whole. A window may begin or end where its format would be broken.
    pub(super) is_whole: bool,
    /// The heads of a table, and how many rows it had so far.
    pub(super) sheet: Option<Sheet>,
}

/// A list or map that is open.
#[derive(Debug)]
pub(super) struct Above {
    is_list: bool,
    column: usize,
    level: u8,
    heading: Option<Block>,
}

impl Kept {
    /// For a file that is read whole.
    #[must_use]
    pub fn whole() -> Self {
        Self { is_last: true, is_whole: true, ..Self::default() }
    }

    /// The keys above the next window as headings, and the heads of its table.
    #[must_use]
    pub fn blocks(&self) -> Vec<Block> {
        let heads = self.sheet.iter().flat_map(|sheet| sheet.heads.iter());
        self.frames.iter().filter_map(|above| above.heading.as_ref()).chain(heads).cloned().collect()
    }

    /// Opens what was open where the last window ended.
    pub(super) fn restore(&mut self, builder: &mut Builder<'_>) {
        for above in self.frames.drain(..) {
            if let Some(Kind::Key(level)) = above.heading.as_ref().map(|block| block.kind) {
                builder.note(level, true);
            }
            builder.frames.push(Frame::kept(above.is_list, above.column, above.level, above.heading));
        }
    }

    /// Takes down what is open.
    pub(super) fn keep(&mut self, builder: &Builder<'_>) {
        self.frames = builder.frames.iter().map(Above::of).collect();
    }
}

impl Above {
    fn of(frame: &Frame<'_>) -> Self {
        let heading = frame.heading.as_ref().map(|key| Block {
            kind: Kind::Key(frame.level.saturating_sub(1).max(1)),
            prose: words(key),
            marks: Marks::default(),
        });
        let Frame { is_list, column, level, .. } = *frame;
        Self { is_list, column, level, heading: heading.or_else(|| frame.above.clone()) }
    }
}
