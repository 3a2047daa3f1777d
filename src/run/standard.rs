//! `sms-lint standard DESIGNATION`.

use std::io::{self, Write};

use super::check::today;
use super::{Outcome, print, print_for_people};
use crate::cli::{PageFormat, Standard};
use crate::error::Error;
use crate::page::standard as page;
use crate::standard::inquiry::{self, Miss};

/// Prints what the catalogue knows of a standard.
///
/// # Errors
/// `Error::Designation` if the text is none, `Error::Standard` if the catalogue does not hold it.
pub fn run(arguments: &Standard, out: &mut dyn Write) -> Result<Outcome, Error> {
    let on = arguments.as_of.unwrap_or_else(today);
    let text = || arguments.designation.clone();
    let inquiry = inquiry::ask(&arguments.designation, on).map_err(|miss| match miss {
        Miss::NoDesignation => Error::Designation { text: text() },
        Miss::Unlisted(normal, near) => Error::Standard { text: text(), normal, near },
    })?;
    match arguments.format {
        PageFormat::Human => print_for_people(out, &page::human(&inquiry, on)),
        PageFormat::Json => {
            print(out, &page::json(&inquiry, on).map_err(|error| Error::Write(io::Error::from(error)))?)
        }
    }
}
