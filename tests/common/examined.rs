//! Examines a text as the document that its path says it is.

use std::path::Path;

use sms_lint::document::Format;
use sms_lint::lint::{Examined, examine};
use sms_lint::source::SourceFile;

#[path = "settings.rs"]
pub mod settings;

/// What is found in a text by itself.
pub fn examined(path: &str, text: &str) -> Examined {
    let format = Format::of(Path::new(path)).expect("the ending is read");
    examine(&SourceFile::from_text(path, text), format, settings::settings())
}
