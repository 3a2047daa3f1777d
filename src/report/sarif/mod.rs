//! SARIF 2.1.0 as code scanning takes it.

mod model;
mod rule;
mod write;

pub use write::write;
