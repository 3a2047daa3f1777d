//! The styles of a document of Word, as far as they say what a paragraph is and what is shown.

use std::collections::HashMap;

use super::super::xml::{Item, Tag, Xml};

/// Styles that a style may rest on, one after the other.
const CHAIN: usize = 20;

/// Level above which an outline level is no heading.
const DEEPEST: u8 = 6;

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
    fn over(self, other: &Self) -> Self {
        Self {
            heading: self.heading.or(other.heading),
            item: self.item.or(other.item),
            struck: self.struck.or(other.struck),
            hidden: self.hidden.or(other.hidden),
            code: self.code || other.code,
        }
    }

    /// Takes in what an element of the properties of a paragraph or run says.
    pub fn note(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "outlineLvl" => {
                let level: Option<u8> = tag.number("val");
                self.heading = level.map(|level| if level < DEEPEST { level + 1 } else { 0 });
            }
            // The list of number 0 is none.
            "numId" => self.item = Some(tag.attribute("val").is_none_or(|id| id != "0")),
            "strike" | "dstrike" => self.struck = Some(tag.is_on() || (self.struck == Some(true))),
            "vanish" => self.hidden = Some(tag.is_on()),
            _ => {}
        }
    }

    fn note_name(&mut self, name: &str) {
        let name = name.to_lowercase();
        self.code |= CODE.contains(&name.as_str()) || name.starts_with("verbatim");
        if name == "title" {
            self.heading = Some(1);
        } else if let Some(level) = name.strip_prefix("heading ").and_then(|level| level.trim().parse().ok()) {
            self.heading = Some(if level <= DEEPEST { level } else { 0 });
        }
    }
}

/// The styles by their ids.
#[derive(Debug, Default)]
pub struct Styles(HashMap<String, (Look, Option<String>)>);

impl Styles {
    /// Reads the part that defines them.
    ///
    /// # Errors
    /// A reason if it is no XML.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut xml = Xml::new("word/styles.xml", text);
        let mut styles = HashMap::new();
        while let Some(item) = xml.item()? {
            let Item::Start(tag) = item else { continue };
            let Some(id) = tag.attribute("styleId").filter(|_| tag.name() == "style") else { continue };
            let (mut look, mut base) = (Look::default(), None);
            let depth = xml.depth();
            while let Some(item) = xml.within(depth)? {
                let Item::Start(tag) = item else { continue };
                match tag.name() {
                    "name" if xml.depth() == depth + 1 => look.note_name(&tag.attribute("val").unwrap_or_default()),
                    "basedOn" => base = tag.attribute("val"),
                    _ => look.note(&tag),
                }
            }
            styles.insert(id, (look, base));
        }
        Ok(Self(styles))
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
