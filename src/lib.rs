//! Finds citations of withdrawn and superseded standards in the documents of a management system.
//!
//! [`lint_text`] checks a text, [`lint_paths`] folders and files as the command does; both give a [`Report`] with its findings,
//! which it also writes in every [`Format`]. The repository of the project has a program for each in
//! `examples/`.
//!
//! ```
//! use sms_lint::{Options, lint_text};
//!
//! let options = Options::new().as_of("2026-11-22")?;
//! let report = lint_text("policy.md", "Risks are treated as ISO/IEC 27001:2013 asks.", &options)?;
//! assert_eq!(report.findings()[0].message, "ISO/IEC 27001:2013 is superseded by ISO/IEC 27001:2022");
//! # Ok::<(), sms_lint::Error>(())
//! ```
//!
//! A finding is no evidence of conformity or nonconformity to any standard. sms-lint is not affiliated with or endorsed by ISO
//! or IEC.

// The rooms stand in the order in which they may use one another: each looks up only, and `tests/floor_plan.rs` says when one
// looks down. What standards exist and what is a fault is data, in `rules/`. The rooms that are public are so for the program and
// its tests; they may change with any release and are not in the documentation.

#[doc(hidden)]
pub mod error;
#[doc(hidden)]
pub mod source;
#[doc(hidden)]
pub mod yaml;
mod year;
mod list;
#[doc(hidden)]
pub mod document;
#[doc(hidden)]
pub mod standard;
#[doc(hidden)]
pub mod finding;
mod comment;
mod pattern;
#[doc(hidden)]
pub mod rule;
#[doc(hidden)]
pub mod config;
#[doc(hidden)]
pub mod lint;
#[doc(hidden)]
pub mod suppress;
#[doc(hidden)]
pub mod example;
mod walk;
mod git;
#[doc(hidden)]
pub mod fix;
#[doc(hidden)]
pub mod origin;
#[doc(hidden)]
pub mod report;
#[doc(hidden)]
pub mod page;
#[doc(hidden)]
pub mod cli;
#[doc(hidden)]
pub mod run;
mod facade;

pub use facade::{Error, Finding, Format, Options, Position, Report, Severity, Skipped, lint_paths, lint_text};
