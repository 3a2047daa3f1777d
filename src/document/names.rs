//! Names that stand for a text in the same document.

use std::collections::HashMap;

/// Longest text, in bytes, that is put in the place of a name.
const VALUE: usize = 300;

/// How much may be put in the places of names, in bytes, however small the document is.
const LEAST: usize = 1 << 16;

/// The names that a document has defined, and how much may still be put in their places.
#[derive(Debug, Default)]
pub struct Names {
    defined: HashMap<String, String>,
    left: usize,
}

impl Names {
    /// No names yet; what is put in for all of them together is bounded by the size of the document, in bytes.
    #[must_use]
    pub fn new(size: usize) -> Self {
        Self { defined: HashMap::new(), left: size + LEAST }
    }

    /// Defines a name; a text that is long is no name's.
    pub fn define(&mut self, name: &str, text: &str) {
        if text.len() <= VALUE {
            self.defined.insert(key(name), text.trim().to_owned());
        }
    }

    /// Takes a definition back.
    pub fn forget(&mut self, name: &str) {
        self.defined.remove(&key(name));
    }

    /// True if a name is defined.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.defined.contains_key(&key(name))
    }

    /// What a name stands for.
    pub fn get(&mut self, name: &str) -> Option<String> {
        let text = self.defined.get(&key(name))?;
        self.left = self.left.checked_sub(text.len())?;
        Some(text.clone())
    }
}

/// Names are the same in small and capital letters and with more blanks.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<&str>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_in_is_bounded() {
        let mut names = Names::new(0);
        names.define("A  b", &"x".repeat(VALUE));
        names.define("long", &"x".repeat(VALUE + 1));
        assert!(names.has("a B") && !names.has("long"));
        let count = std::iter::from_fn(|| names.get("a b")).count();
        assert_eq!(count, LEAST / VALUE);
        names.forget("a b");
        assert!(!names.has("a b"));
    }
}
