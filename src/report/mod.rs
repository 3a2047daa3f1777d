//! report: from a `Report` to bytes, one writer a format.

pub mod human;
pub mod json;
pub mod mistake;
pub mod scrub;

pub use human::Look;
