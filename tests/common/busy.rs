//! Time that a thread has worked, which other programs do not add to.

use std::time::{Duration, Instant};

/// A clock for the work of one thread.
pub struct Clock {
    begun: Option<Duration>,
    /// For systems that do not tell how long a thread has worked.
    wall: Instant,
}

impl Clock {
    pub fn start() -> Self {
        Self { begun: worked(), wall: Instant::now() }
    }

    /// How long the thread that started the clock, and asks it, has worked since.
    pub fn worked(&self) -> Duration {
        worked().zip(self.begun).map_or_else(|| self.wall.elapsed(), |(now, begun)| now.saturating_sub(begun))
    }
}

/// How long this thread has worked, as Linux counts: in hundredths of a second, the 14th and 15th of its figures.
fn worked() -> Option<Duration> {
    let figures = std::fs::read_to_string("/proc/thread-self/stat").ok()?;
    // The name of the thread, in brackets, may hold blanks.
    let (_, figures) = figures.rsplit_once(") ")?;
    let ticks: u64 = figures.split(' ').skip(11).take(2).filter_map(|one| one.parse::<u64>().ok()).sum();
    Some(Duration::from_millis(10 * ticks))
}
