//! Lints a folder: a line for each finding, and status 1 if the run fails.

use std::error::Error;
use std::process::ExitCode;

use sms_lint::{Options, lint_paths};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("name a folder")?;
    let report = lint_paths(&[folder], &Options::new().as_of("2026-11-22")?)?;
    for finding in report.findings() {
        println!("{}:{}: {} [{}]", finding.path, finding.start.line, finding.message, finding.rule);
    }
    for skipped in report.skipped() {
        eprintln!("{} was not read: {}", skipped.path, skipped.reason);
    }
    println!("{} documents checked", report.documents());
    Ok(if report.fails() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
