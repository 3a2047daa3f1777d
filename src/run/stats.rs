//! `--stats`: what a run cost.

use std::time::Duration;

use super::tell;
use crate::lint::{Clock, Collected, Costs};
use crate::page;
use crate::walk::{Passed, Walk};

/// What is measured of a run, if it is wanted.
#[derive(Debug)]
pub(super) struct Stats {
    is_wanted: bool,
    clock: Clock,
    costs: Costs,
    phases: Vec<(&'static str, Duration)>,
}

impl Stats {
    /// Begins to measure.
    pub fn new(is_wanted: bool) -> Self {
        Self { is_wanted, clock: Clock::start(is_wanted), costs: Costs::default(), phases: Vec::new() }
    }

    /// Ends a phase; one that comes again, as with `--fix`, is added to itself.
    pub fn end(&mut self, phase: &'static str) {
        let took = self.clock.lap();
        match self.phases.iter_mut().find(|(name, _)| *name == phase) {
            Some((_, before)) => *before += took,
            None => self.phases.push((phase, took)),
        }
    }

    /// Takes over what the documents cost.
    pub fn take(&mut self, collected: &mut Collected) {
        self.costs.merge(std::mem::take(collected.costs()));
    }

    /// Says it on the standard error, with what was walked but not read.
    pub fn tell(&self, walk: &Walk) {
        if !self.is_wanted {
            return;
        }
        let mut text = Vec::new();
        // A list of bytes takes all.
        let _ = page::costs(&self.costs, &self.phases, &mut text);
        let Passed { ignored, left_out, own, other } = walk.passed();
        // Those that are read are found without the filters as well.
        let ignored = ignored.saturating_sub(walk.documents().len());
        tell(format_args!(
            "\n{}\n\nNot read: {ignored} left out by ignore files or a dot in front, {left_out} by the configuration, \
             {own} by which sms-lint goes, {other} of other kinds. The times of formats are those of all threads together.",
            String::from_utf8_lossy(&text).trim_end()
        ));
    }
}
