//! Finds citations of withdrawn and superseded standards in the documents of a management system.
//!
//! The rooms stand in the order in which they may use one another: each looks up only, and `tests/floor_plan.rs`
//! says when one looks down. What standards exist and what is a fault is data, in `rules/`.
//!
//! ```
//! use sms_lint::document::Format;
//! use sms_lint::lint::{Settings, examine};
//! use sms_lint::source::SourceFile;
//!
//! let source = SourceFile::from_text("policy.md", "Cloud services follow ISO/IEC TR 20000-9.");
//! let examined = examine(&source, Format::Markdown, Settings::on(jiff::civil::date(2026, 11, 22)));
//! assert_eq!(examined.findings[0].rule, "withdrawn-standard");
//! ```

pub mod error;
pub mod source;
pub mod yaml;
pub mod document;
pub mod standard;
pub mod finding;
pub mod comment;
pub mod pattern;
pub mod rule;
pub mod config;
pub mod lint;
pub mod suppress;
pub mod example;
pub mod walk;
pub mod git;
pub mod fix;
pub mod origin;
pub mod report;
pub mod page;
pub mod cli;
pub mod run;
