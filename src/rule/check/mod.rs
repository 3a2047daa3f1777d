//! The kinds of check, one file each. A check finds; the rule speaks.

pub mod amendment;
pub mod element;
pub mod clause;
pub mod editions;
pub mod guidance;
pub mod setting;
pub mod status;
pub mod suppression;

pub use setting::SettingFault;

use super::message::Values;

/// What a check found: named values for the rule's words; no words of its own, no severity.
#[derive(Clone, Debug, Default)]
pub struct Hit {
    /// Values for the holes of the rule's wordings.
    pub values: Values,
    /// Circumstances for which a rule may lower its severity.
    pub circumstances: Vec<&'static str>,
    /// Designations of what took the place of what is cited.
    pub successors: Vec<String>,
    /// Number of the page on iso.org that says so.
    pub page: Option<u32>,
}
