//! Reads documents for commands that list something: by the configuration of their paths, like a check.

use std::io::{self, Write};

use jiff::civil::Date;

use super::check::unread;
use super::progress::Progress;
use super::{Outcome, finish, setup};
use crate::cli::Reading;
use crate::error::Error;
use crate::lint::{Collected, Purpose, Settings};

/// Reads documents for a purpose, makes a list of what they tell and lets `write` write it to `out`; says of what was not read.
///
/// # Errors
/// Every mistake in the configuration; `Error::Path` if a named path is not there, `Error::Write` if the list cannot be written.
pub(super) fn list<T>(
    reading: &Reading,
    (purpose, of): (Purpose, fn(Collected, Date) -> T),
    out: &mut dyn Write,
    write: impl FnOnce(&T, &mut dyn Write) -> io::Result<()>,
) -> Result<(T, Outcome), Error> {
    let arguments = reading.clone().check();
    let config = setup::config(&arguments)?;
    setup::tell(&config);
    let walk = setup::walk(&arguments, &config, &arguments.paths)?;
    let as_of = setup::as_of(&arguments, &config);
    let progress = Progress::new(true);
    let mut collected = walk.run(Settings { purpose, ..Settings::on(as_of) }, &|| progress.tick());
    progress.done();
    collected.skipped.sort();
    let (documents, skipped) = (collected.documents, collected.skipped.clone());
    let list = of(collected, as_of);
    finish(write(&list, out).and_then(|()| out.flush()))?;
    let outcome = unread(documents, &skipped, &walk).unwrap_or(Outcome::Clean);
    Ok((list, outcome))
}
