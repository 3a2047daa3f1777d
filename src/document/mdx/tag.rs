//! Tags of components: names, attributes, and expressions among them.

use std::collections::HashMap;
use std::ops::Range;

/// Attributes of components that are shown as text.
pub(super) const SHOWN: &[&str] =
    &["caption", "content", "description", "header", "heading", "label", "subtitle", "summary", "text", "title"];

/// A tag as it is written.
pub(super) struct Tag<'a> {
    pub name: &'a str,
    /// Names and values of the attributes that are plain texts.
    pub attributes: Vec<(&'a str, Range<usize>)>,
    pub end: usize,
    pub closing: bool,
    pub alone: bool,
}

/// The tags of a text, and its braces.
pub(super) struct Tags<'a> {
    text: &'a str,
    /// Where each brace and bracket closes.
    closings: HashMap<usize, usize>,
    /// True once a tag was found that nothing closes.
    none: bool,
}

impl<'a> Tags<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, closings: closings(text), none: false }
    }

    /// Where the brace or bracket at `at` closes.
    pub fn closing(&self, at: usize) -> Option<usize> {
        self.closings.get(&at).copied()
    }

    /// Reads the tag at `at`; nothing if what stands there is none.
    pub fn read(&mut self, at: usize) -> Option<Tag<'a>> {
        if self.none {
            return None;
        }
        let bytes = self.text.as_bytes();
        let closing = bytes.get(at + 1) == Some(&b'/');
        let from = at + 1 + usize::from(closing);
        let name = self.word(from, |byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        let named = name.bytes().next().is_none_or(|byte| byte.is_ascii_alphabetic() || byte == b'_');
        let mut tag = Tag { name, attributes: Vec::new(), end: from + name.len(), closing, alone: false };
        if !named {
            return None;
        }
        loop {
            let blank = self.word(tag.end, |byte| byte.is_ascii_whitespace());
            tag.end += blank.len();
            match bytes.get(tag.end) {
                Some(b'>') => {
                    tag.end += 1;
                    return Some(tag);
                }
                Some(b'/') if bytes.get(tag.end + 1) == Some(&b'>') => {
                    (tag.end, tag.alone) = (tag.end + 2, true);
                    return Some(tag);
                }
                Some(b'{') => tag.end = self.closings.get(&tag.end)? + 1,
                Some(_) if !blank.is_empty() && !tag.name.is_empty() => self.attribute(&mut tag)?,
                Some(_) => return None,
                None => {
                    self.none = true;
                    return None;
                }
            }
        }
    }

    /// Reads an attribute of a tag.
    fn attribute(&mut self, tag: &mut Tag<'a>) -> Option<()> {
        let bytes = self.text.as_bytes();
        let name = self.word(tag.end, |byte| byte.is_ascii_alphanumeric() || b"_$:.-".contains(&byte));
        if name.is_empty() {
            return None;
        }
        tag.end += name.len();
        if bytes.get(tag.end) != Some(&b'=') {
            return Some(());
        }
        tag.end += 1;
        match bytes.get(tag.end)? {
            quote @ (b'"' | b'\'') => {
                let start = tag.end + 1;
                let Some(length) = memchr::memchr(*quote, &bytes[start..]) else {
                    self.none = true;
                    return None;
                };
                tag.attributes.push((name, start..start + length));
                tag.end = start + length + 1;
            }
            b'{' => {
                let close = *self.closings.get(&tag.end)?;
                let inner = self.text[tag.end + 1..close].trim();
                let start = tag.end + 1 + self.text[tag.end + 1..close].find(inner).unwrap_or(0);
                let quoted = inner.len() > 1 && inner.starts_with(['"', '\'', '`']) && inner.ends_with(&inner[..1]);
                if quoted && !SHOWN.contains(&name) {
                    tag.end = close + 1;
                    return Some(());
                }
                if quoted {
                    tag.attributes.push((name, start + 1..start + inner.len() - 1));
                }
                tag.end = close + 1;
            }
            _ => return None,
        }
        Some(())
    }

    /// The bytes from `from` that are all `wanted`, as ASCII.
    fn word(&self, from: usize, wanted: fn(u8) -> bool) -> &'a str {
        let bytes = self.text.as_bytes().get(from..).unwrap_or_default();
        let length = bytes.iter().take_while(|byte| wanted(**byte)).count();
        &self.text[from.min(self.text.len())..(from + length).min(self.text.len())]
    }
}

/// Where each brace and round bracket that is closed closes.
fn closings(text: &str) -> HashMap<usize, usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut found = HashMap::new();
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' | b'(' => open.push(at),
            b'}' | b')' => {
                let mark = if byte == b'}' { b'{' } else { b'(' };
                // A bracket that nothing closes must not hide the braces around it.
                if open.last().is_some_and(|last| text.as_bytes()[*last] != mark) && mark == b'{' {
                    while open.last().is_some_and(|last| text.as_bytes()[*last] == b'(') {
                        open.pop();
                    }
                }
                if open.last().is_some_and(|last| text.as_bytes()[*last] == mark)
                    && let Some(from) = open.pop()
                {
                    found.insert(from, at);
                }
            }
            _ => {}
        }
    }
    found
}
