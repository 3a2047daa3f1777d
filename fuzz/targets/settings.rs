//! What people write for sms-lint: configurations, rules, baselines, comments; the first byte says which.

#![no_main]

use std::path::Path;

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use sms_lint::config::Config;
use sms_lint::document::Format;
use sms_lint::document::format::FORMATS;
use sms_lint::error::Error;
use sms_lint::lint::{Collected, Decision, Settings, examine};
use sms_lint::report::mistake::drawn;
use sms_lint::rule::own;
use sms_lint::source::SourceFile;
use sms_lint::suppress::baseline::{self, merged, store};
use sms_lint::suppress::{Means, judge};
use sms_lint::yaml;

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(rest);
    let source = || SourceFile::from_text("a.yaml", &text);
    match first % 5 {
        0 => match Config::of_text(source()) {
            Ok(config) => configured(&config),
            Err(error) => shown(&error),
        },
        1 => drop(own::load(&source(), 0)),
        2 => match baseline::of_source(Path::new("a.json"), source()) {
            Ok(read) => drop(merged(read.entries.iter().map(|entry| entry.row.clone()))),
            Err(error) => shown(&error),
        },
        3 => drop(yaml::parse(&text)),
        _ => {
            let (settings, text) = text.split_once("\n---\n").unwrap_or(("", &text));
            let Ok(config) = Config::of_text(SourceFile::from_text("sms-lint.yaml", settings)) else { return };
            judged(&config, text, FORMATS[usize::from(*first) / 5 % FORMATS.len()].format);
        }
    }
});

fn shown(error: &Error) {
    if let Error::Mistakes(all) = error {
        assert!(!drawn(all).is_empty());
    }
}

/// What is in force, written down, is a configuration that says the same.
fn configured(config: &Config) {
    let written = yaml::write(&config.keys).expect("it can be written");
    let again = Config::of_text(SourceFile::from_text("a.yaml", &written)).expect("it is a configuration");
    assert_eq!(yaml::write(&again.keys).expect("it can be written"), written);
    for (_, pattern) in config.patterns() {
        let _ = pattern.matches("policies/cloud hosting.md");
    }
}

/// Nothing that is found gets lost: it is open, suppressed, known or history.
fn judged(config: &Config, text: &str, format: Format) {
    if format.container().is_some() {
        return;
    }
    let settings = Settings::on(date(2026, 11, 22));
    let collected = || {
        let mut collected = Collected::default();
        collected.add(examine(&SourceFile::from_text("a.md", text), format, settings));
        collected
    };
    let means = |baseline, is_off| Means { is_off, ..Means::of(config, baseline) };
    let bare = judge(collected(), settings, Decision::Declined, means(None, true)).report;
    let judged = judge(collected(), settings, Decision::Declined, means(None, false)).report;
    let count = judged.findings.len() + judged.suppressed.len() + judged.acknowledged.len();
    assert!(count >= bare.findings.len(), "{count} of {}", bare.findings.len());
    let folder = tempfile::tempdir().expect("a folder can be made");
    let file = folder.path().join("a.json");
    let rows = baseline::rows(bare.findings.iter(), &file);
    store(&file, &rows).expect("it can be written");
    let known = baseline::read(&file, "a.json").expect("what was written is read");
    let after = judge(collected(), settings, Decision::Declined, means(Some(&known), false)).report;
    assert!(after.findings.iter().all(|one| !bare.findings.contains(one)), "all are known");
}
