//! Attributes: names that stand for a text.

use std::collections::HashMap;

/// Longest text, in bytes, that is put in the place of a name.
const VALUE: usize = 300;

/// Names that need no definition, with what they stand for.
const BUILT_IN: &[(&str, &str)] = &[
    ("amp", "&"),
    ("apos", "'"),
    ("asterisk", "*"),
    ("backslash", "\\"),
    ("backtick", "`"),
    ("blank", ""),
    ("brvbar", "¦"),
    ("caret", "^"),
    ("cpp", "C++"),
    ("deg", "°"),
    ("empty", ""),
    ("endsb", "]"),
    ("gt", ">"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("nbsp", "\u{A0}"),
    ("plus", "+"),
    ("quot", "\""),
    ("rdquo", "”"),
    ("rsquo", "’"),
    ("sp", " "),
    ("startsb", "["),
    ("tilde", "~"),
    ("two-colons", "::"),
    ("two-semicolons", ";;"),
    ("vbar", "|"),
    ("wj", "\u{2060}"),
    ("zwsp", "\u{200B}"),
];

/// The names that a document has defined so far, and how much may still be put in their places.
#[derive(Debug)]
pub struct Names {
    defined: HashMap<String, String>,
    left: usize,
}

impl Names {
    /// No names yet; what is put in for all of them together is bounded by the size of the document, in bytes.
    pub fn new(size: usize) -> Self {
        Self { defined: HashMap::new(), left: size + (1 << 16) }
    }

    /// Defines a name.
    pub fn define(&mut self, name: &str, text: &str) {
        if text.len() <= VALUE {
            self.defined.insert(name.to_ascii_lowercase(), text.trim().to_owned());
        }
    }

    /// Takes a definition back.
    pub fn forget(&mut self, name: &str) {
        self.defined.remove(&name.to_ascii_lowercase());
    }

    /// True if the condition `a`, `a,b` or `a+b` holds: a name, one of them or all of them are defined.
    pub fn holds(&self, condition: &str) -> bool {
        let is_defined = |name: &str| self.defined.contains_key(&name.trim().to_ascii_lowercase());
        condition.split(',').any(|all| all.split('+').all(is_defined))
    }

    /// What a name stands for, and true if the document defines it.
    pub fn get(&mut self, name: &str) -> Option<(String, bool)> {
        let name = name.to_ascii_lowercase();
        if let Some(text) = self.defined.get(&name) {
            self.left = self.left.checked_sub(text.len())?;
            return Some((text.clone(), true));
        }
        BUILT_IN.iter().find(|(known, _)| *known == name).map(|(_, text)| ((*text).to_owned(), false))
    }
}
