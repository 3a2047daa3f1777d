//! Hashes by which texts are told apart.

use sha2::{Digest, Sha256};

/// The SHA-256 hash, in hexadecimal digits.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
