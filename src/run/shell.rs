//! `sms-lint completions` and `sms-lint man`: what a shell and a manual are told of the program.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use super::{Outcome, finish, print};
use crate::cli::Arguments;
use crate::error::Error;

/// Prints the script by which a shell completes commands, options and their values.
///
/// # Errors
/// `Error::Write` if it cannot be written.
pub fn completions(shell: Shell, out: &mut dyn Write) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    generate(shell, &mut Arguments::command(), "sms-lint", &mut script);
    print(out, &String::from_utf8_lossy(&script))
}

/// Prints the page of the manual.
///
/// # Errors
/// `Error::Write` if it cannot be written.
pub fn man(out: &mut dyn Write) -> Result<Outcome, Error> {
    let mut page = Vec::new();
    finish(Man::new(Arguments::command()).render(&mut page))?;
    print(out, &String::from_utf8_lossy(&page))
}
