//! Reads documents for commands that list something: by the configuration of their paths, like a check.

use jiff::civil::Date;

use super::progress::Progress;
use super::setup;
use crate::cli::Reading;
use crate::error::Error;
use crate::lint::{Collected, Purpose, Settings};
use crate::walk::Walk;

/// What was read.
pub(super) struct Read {
    pub walk: Walk,
    pub as_of: Date,
    pub collected: Collected,
}

/// Reads documents for a purpose.
///
/// # Errors
/// Every mistake in the configuration; `Error::Path` if a named path cannot be read.
pub(super) fn read(reading: &Reading, purpose: Purpose) -> Result<Read, Error> {
    let arguments = reading.clone().check();
    let config = setup::config(&arguments)?;
    setup::tell(&config);
    let walk = setup::walk(&arguments, &config, &arguments.paths)?;
    let as_of = setup::as_of(&arguments, &config);
    let progress = Progress::new(true);
    let collected = walk.run(Settings { purpose, ..Settings::on(as_of) }, &|| progress.tick());
    progress.done();
    Ok(Read { walk, as_of, collected })
}
