//! Lints a text that lies in no file.

use sms_lint::{Error, Options, lint_text};

fn main() -> Result<(), Error> {
    let text = "Cloud services follow ISO/IEC TR 20000-9:2015.\nRisks are treated as ISO/IEC 27001 asks.\n";
    let options = Options::new().as_of("2026-11-22")?;
    for finding in lint_text("policy.md", text, &options)?.findings() {
        println!(
            "line {}, column {}: {} [{}]",
            finding.start.line, finding.start.column, finding.message, finding.rule
        );
    }
    Ok(())
}
