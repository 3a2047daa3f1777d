//! A bar on the terminal for runs that take longer than a second.

use std::io::IsTerminal;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};

/// How long a run may take before it shows that it goes on.
const PATIENCE: Duration = Duration::from_secs(1);

/// How many documents pass between two looks at the clock.
const STRIDE: u64 = 64;

/// Counts documents and shows the count once the run takes long.
#[derive(Debug)]
pub struct Progress {
    began: Option<Instant>,
    count: AtomicU64,
    bar: OnceLock<ProgressBar>,
}

impl Progress {
    /// Shows something only if the error stream is a terminal and `wanted`.
    #[must_use]
    pub fn new(wanted: bool) -> Self {
        let shown = wanted && std::io::stderr().is_terminal();
        Self { began: shown.then(Instant::now), count: AtomicU64::new(0), bar: OnceLock::new() }
    }

    /// One more document was examined.
    pub fn tick(&self) {
        let Some(began) = self.began else { return };
        let count = self.count.fetch_add(1, Ordering::Relaxed) + 1;
        if count.is_multiple_of(STRIDE) && began.elapsed() > PATIENCE {
            let bar = self.bar.get_or_init(|| {
                let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
                bar.set_message("documents");
                bar
            });
            bar.set_position(count);
        }
    }

    /// Takes the bar away.
    pub fn done(&self) {
        if let Some(bar) = self.bar.get() {
            bar.finish_and_clear();
        }
    }
}
