//! Readers of data: keys, values and comments, each with its exact place.
//!
//! A key with one value is one block, in which the key is marked; a key with more below it is their heading; objects
//! that stand in a list are the rows of a table whose heads are their keys. Broken data loses nothing: it is read as far
//! as it can be made out, and the document says where it breaks the rules.

mod builder;
pub(super) mod csv;
mod entry;
mod escape;
mod flat;
pub(super) mod json;
mod loose;
mod piece;
mod remark;
mod row;
#[cfg(test)]
mod tests;
pub(super) mod toml;
mod value;
mod window;
pub(super) mod yaml;

pub(super) use escape::hides_letters;
pub use window::Kept;
