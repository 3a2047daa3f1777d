//! Runs documents given as text through the library.

use std::path::Path;

use jiff::civil::Date;
use sms_lint::config::{Config, NAMES, absolute};
use sms_lint::document::Format;
use sms_lint::lint::{Collected, Decision, Report, Settings, examine};
use sms_lint::source::SourceFile;
use sms_lint::suppress::{Means, baseline, judge};

/// The report on documents given by path and text, each for itself; a configuration and a baseline among them are in force.
pub fn report(files: &[(&str, &str)], on: Date) -> Report {
    let mut collected = Collected::default();
    let (mut config, mut baseline) = (Config::none(), None);
    for (path, text) in files {
        let format = Format::of(Path::new(path)).expect("the ending of the path is one that is read");
        let source = SourceFile::from_text(path, text);
        if *path == baseline::NAME {
            baseline = Some(baseline::of_source(Path::new(path), source).expect("it is a baseline"));
            continue;
        }
        if *path == NAMES[0] {
            config = Config::of_text(source).expect("it is a configuration");
            config.folder = absolute(Path::new("."));
            continue;
        }
        collected.add(examine(&source, format, Settings::on(on)));
    }
    let means = Means::of(&config, baseline.as_ref());
    judge(collected, Settings::on(on), Decision::Declined, means).report
}
