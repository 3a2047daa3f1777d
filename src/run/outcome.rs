//! How a run ends, and the exit status that follows from it.

/// How a run ended; the exit status follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing as grave as asked for.
    Clean,
    /// Something was found.
    Found,
    /// The run could not be done.
    Failed,
    /// No document was checked: the folders held none, or none of those that were named can be read.
    Empty,
}

impl Outcome {
    /// The exit status.
    #[must_use]
    pub fn status(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Found => 1,
            Self::Failed => 2,
            Self::Empty => 3,
        }
    }
}
