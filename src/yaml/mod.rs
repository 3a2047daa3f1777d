//! yaml: text to nodes that know where they stand, and from nodes to types, with every mistake at its place.
//!
//! Knows nothing of what the files are for. `node` alone names the YAML crate.

mod at;
mod decode;
mod fault;
mod node;
mod words;
mod written;

pub use at::{At, Many, Mark, Table, Text};
pub use decode::decode;
pub use fault::{Fault, closest, nearest};
pub use node::{Key, Node, Value, parse, write};
pub use written::written;
