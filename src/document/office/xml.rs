//! XML as the readers of office files want it: elements by their local names, texts with references resolved.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Elements inside elements that are still read.
const DEPTH: usize = 500;

/// What stands next in a part.
#[derive(Debug)]
pub enum Item<'a> {
    /// An element begins. Each that begins also ends, empty ones too.
    Start(Tag<'a>),
    /// The element that began last ends.
    End,
    /// A text, or a piece of one.
    Text(Cow<'a, str>),
}

/// The tag that begins an element.
#[derive(Debug)]
pub struct Tag<'a>(BytesStart<'a>);

impl<'a> Tag<'a> {
    /// The name without its prefix.
    #[must_use]
    pub fn name(&self) -> &str {
        local(self.0.name().0)
    }

    /// The value of an attribute by its name without its prefix.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let found = all.with_checks(false).flatten().find(|one| local(one.key.0) == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The id by which the element refers to another part.
    #[must_use]
    pub fn relation(&self) -> Option<String> {
        let mut all = self.0.attributes();
        let is_relation = |key: &str| key.contains(':') && local(key) == "id";
        let found = all.with_checks(false).flatten().find(|one| is_relation(one.key.0))?;
        Some(found.value.into_owned())
    }

    /// The value of an attribute that is a number.
    #[must_use]
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// True unless the attribute `val` says that what the element switches on is off.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// The name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// A part while it is read.
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    source: &'a str,
    name: &'a str,
    depth: usize,
}

impl<'a> Xml<'a> {
    /// Reads `source`, the text of the part `name`.
    #[must_use]
    pub fn new(name: &'a str, source: &'a str) -> Self {
        let mut reader = Reader::from_str(source);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, source, name, depth: 0 }
    }

    /// What stands next; nothing at the end.
    ///
    /// # Errors
    /// A reason if it is no XML.
    pub fn item(&mut self) -> Result<Option<Item<'a>>, String> {
        loop {
            let event = self.reader.read_event().map_err(|_| self.damaged())?;
            return Ok(Some(match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEPTH {
                        return Err(format!("its part {} is nested deeper than {DEPTH} elements", self.name));
                    }
                    Item::Start(Tag(start))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Item::End
                }
                Event::Text(text) => Item::Text(text.xml10_content().into_owned().into()),
                Event::CData(text) => Item::Text(text.xml10_content().into_owned().into()),
                Event::GeneralRef(reference) => Item::Text(match reference.resolve_char_ref() {
                    Ok(Some(one)) => String::from(one).into(),
                    Ok(None) | Err(_) => match resolve_predefined_entity(&reference) {
                        Some(text) => text.into(),
                        None => format!("&{};", &*reference).into(),
                    },
                }),
                Event::Eof if self.depth > 0 => return Err(self.damaged()),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }

    fn damaged(&self) -> String {
        format!("damaged: its part {} is no valid XML", self.name)
    }

    /// Passes by the rest of the element that began last; gives what stands in it.
    ///
    /// # Errors
    /// A reason if it is no XML.
    pub fn skip(&mut self) -> Result<&'a str, String> {
        let start = self.reader.buffer_position();
        let mut end = start;
        let above = self.depth;
        while self.depth >= above {
            end = self.reader.buffer_position();
            if self.item()?.is_none() {
                break;
            }
        }
        let range = usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0);
        Ok(self.source.get(range).unwrap_or_default())
    }

    /// How many elements are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// What stands next in the element that began when so many were open, itself among them; nothing behind its end.
    ///
    /// # Errors
    /// A reason if it is no XML.
    pub fn within(&mut self, depth: usize) -> Result<Option<Item<'a>>, String> {
        let item = self.item()?;
        Ok(item.filter(|_| self.depth >= depth))
    }

    /// A reader that goes ahead from here, to the end of the element that began last.
    #[must_use]
    pub fn ahead(&self) -> Self {
        let at = usize::try_from(self.reader.buffer_position()).unwrap_or(0);
        let mut ahead = Self::new(self.name, self.source.get(at..).unwrap_or_default());
        ahead.reader.config_mut().allow_unmatched_ends = true;
        ahead.depth = 1;
        ahead
    }

    /// True behind the end of the element that was the last to begin when it went ahead.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        self.depth == 0
    }

    /// All text in the rest of the element that began last.
    ///
    /// # Errors
    /// A reason if it is no XML.
    pub fn text(&mut self) -> Result<String, String> {
        let mut text = String::new();
        let depth = self.depth;
        while let Some(item) = self.within(depth)? {
            if let Item::Text(piece) = item {
                text.push_str(&piece);
            }
        }
        Ok(text)
    }
}
