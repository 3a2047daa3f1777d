//! Runs documents given as text through the library.

use std::path::Path;

use jiff::civil::Date;
use sms_lint::document::Format;
use sms_lint::lint::{Collected, Decision, Report, Settings, examine};
use sms_lint::source::SourceFile;

/// The report on documents given by path and text, each for itself.
pub fn report(files: &[(&str, &str)], on: Date) -> Report {
    let mut collected = Collected::default();
    for (path, text) in files {
        let format = Format::of(Path::new(path)).expect("the ending of the path is one that is read");
        let source = SourceFile::from_text(path, text);
        collected.add(examine(&source, format, Settings::on(on)));
    }
    collected.finish(Settings::on(on), Decision::Declined)
}
