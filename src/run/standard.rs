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
    let inquiry = inquiry::ask(&arguments.designation, on).map_err(|miss| missed(&arguments.designation, miss))?;
    match arguments.format {
        PageFormat::Human => print_for_people(out, &page::human(&inquiry, on)),
        PageFormat::Json => {
            print(out, &page::json(&inquiry, on).map_err(|error| Error::Write(io::Error::from(error)))?)
        }
    }
}

/// What is told of a text that names nothing in the catalogue.
pub(super) fn missed(text: &str, miss: Miss) -> Error {
    match miss {
        Miss::NoDesignation if is_foreign(text) => {
            Error::Standard { text: text.to_owned(), normal: text.to_owned(), near: Vec::new() }
        }
        Miss::NoDesignation => Error::Designation { text: text.to_owned() },
        Miss::Unlisted(normal, near) => Error::Standard { text: text.to_owned(), normal, near },
    }
}

/// True for what is written as one designation, of a publisher that the catalogue holds nothing of: words in capitals and a
/// number, such as "NIST SP 800-53".
fn is_foreign(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let is_number = |word: &str| {
        let is_part = |sign: char| sign.is_ascii_digit() || "-:./".contains(sign);
        word.starts_with(|sign: char| sign.is_ascii_digit()) && word.chars().all(is_part)
    };
    let is_publisher = |word: &str| word.chars().all(|sign| sign.is_ascii_uppercase() || sign == '/');
    words.next_back().is_some_and(is_number) && words.clone().next().is_some() && words.all(is_publisher)
}
