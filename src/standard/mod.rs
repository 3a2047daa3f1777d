//! standard: which standards exist, where they are cited, what is claimed of them, and whether a mention
//! is only history.

pub mod catalogue;
pub mod citation;
pub mod clause;
pub mod claim;
pub mod context;
pub mod grammar;
pub mod inquiry;
pub mod model;
mod national;
pub mod status;

pub use citation::{Citation, cite};
pub use model::{Adoption, Edition, EditionRef, Standard, Supplement};
pub use status::{Status, Verdict};
