//! Styles, as far as they say what a paragraph is and what is shown.

use std::collections::HashMap;

/// Styles that a style may rest on, one after the other.
const CHAIN: usize = 20;

/// The deepest level of a heading.
pub const DEEPEST: u8 = 6;

/// Names of styles, in small letters, that listings have.
const CODE: &[&str] =
    &["code", "source code", "html code", "html preformatted", "preformatted text", "macro text", "macro"];

/// What a style, or a paragraph or run itself, says.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Level of a heading; 0 says that it is none.
    pub heading: Option<u8>,
    /// Whether it is an item of a list.
    pub item: Option<bool>,
    /// Whether it is struck out.
    pub struck: Option<bool>,
    /// Whether it is not shown.
    pub hidden: Option<bool>,
    /// True if it is code.
    pub code: bool,
}

impl Look {
    /// What this says, and where it says nothing, the other.
    #[must_use]
    pub fn over(self, other: &Self) -> Self {
        Self {
            heading: self.heading.or(other.heading),
            item: self.item.or(other.item),
            struck: self.struck.or(other.struck),
            hidden: self.hidden.or(other.hidden),
            code: self.code || other.code,
        }
    }

    /// Takes in what the name of a style says; programs keep the names of their own in every language.
    pub fn note_name(&mut self, name: &str) {
        let name = name.to_lowercase();
        self.code |= CODE.contains(&name.as_str()) || name.starts_with("verbatim");
        if name == "title" {
            self.heading = Some(1);
        } else if let Some(level) = name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok()) {
            self.heading = Some(if level <= DEEPEST { level } else { 0 });
        }
    }
}

/// The styles by their ids, each with that of the one it rests on.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, (Look, Option<String>)>);

impl Styles {
    /// Adds a style.
    pub fn add(&mut self, id: String, look: Look, base: Option<String>) {
        self.0.insert(id, (look, base));
    }

    /// What a style says, with those it rests on, and over them what is said without it.
    #[must_use]
    pub fn look(&self, id: Option<&str>, own: Look) -> Look {
        let mut look = own;
        let mut id = id;
        for _ in 0..CHAIN {
            let Some((style, base)) = id.and_then(|id| self.0.get(id)) else { break };
            look = look.over(style);
            id = base.as_deref();
        }
        look
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_say_what_those_they_rest_on_say_and_circles_end() {
        let mut styles = Styles::default();
        let mut base = Look { struck: Some(true), ..Look::default() };
        base.note_name("Heading 2");
        styles.add("a".into(), base, Some("b".into()));
        styles.add("b".into(), Look { hidden: Some(true), ..Look::default() }, Some("a".into()));
        let look = styles.look(Some("b"), Look { struck: Some(false), ..Look::default() });
        assert_eq!((look.heading, look.hidden, look.struck), (Some(2), Some(true), Some(false)));
    }
}
