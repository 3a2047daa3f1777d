//! Reads a file that is no text and examines what its reader makes of it.

use std::fs::File;
use std::io::BufReader;

use super::cost::{Clock, Cost};
use super::document::examine_read;
use super::repository::Collected;
use super::settings::{Purpose, Settings};
use super::survey::survey_blocks;
use super::system;
use crate::document::{Container, Format};
use crate::finding::Note;
use crate::source::Position;

/// Examines a file, which reports show as `shown`.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn examine(
    file: File,
    container: Container,
    shown: &str,
    settings: Settings,
    out: &mut Collected,
) -> Result<(), String> {
    let mut clock = Clock::start(settings.is_measured);
    let mut readable = container.read(&mut BufReader::new(file))?;
    let at = Position { byte: 0, line: 1, column: 1 };
    for reason in std::mem::take(&mut readable.notes) {
        out.note(Note { path: shown.to_owned(), at, reason });
    }
    let (source, document) = readable.into_source(shown);
    let source = source.standing_below(settings.above);
    out.costs().add(Cost { reading: clock.lap(), ..Cost::default() });
    let format = Format::Container(container);
    match settings.purpose {
        Purpose::Survey => out.survey(survey_blocks(&source, &document.blocks, format, Some(settings.as_of))),
        Purpose::Findings => {
            out.sign(system::sign_of_blocks(&source, &document.blocks, format));
            out.add(examine_read(&source, &document, format, settings));
        }
        Purpose::Inventory | Purpose::Transition => out.add(examine_read(&source, &document, format, settings)),
    }
    Ok(())
}
