//! The texts that the cells of a workbook share.

use std::ops::Range;

use super::super::super::model::Role;
use super::super::super::readable::{TEXT, Writer};
use super::super::xml::{Item, Xml};

/// A text with the stretches of it that are struck out.
#[derive(Debug, Default)]
pub(super) struct Rich {
    text: String,
    struck: Vec<Range<usize>>,
}

impl Rich {
    /// Reads the text of the element that began last, without readings of characters.
    pub fn read(xml: &mut Xml<'_>) -> Result<Self, String> {
        let mut rich = Self::default();
        let depth = xml.depth();
        let mut struck = false;
        let mut in_text = 0;
        while let Some(item) = xml.within(depth)? {
            match item {
                Item::Start(tag) => match tag.name() {
                    "rPh" => drop(xml.skip()?),
                    "r" => struck = false,
                    "strike" => struck = tag.is_on(),
                    "t" => in_text = xml.depth(),
                    _ => {}
                },
                Item::Text(text) if in_text == xml.depth() => {
                    let start = rich.text.len();
                    rich.text.push_str(&text);
                    if struck {
                        rich.struck.push(start..rich.text.len());
                    }
                }
                Item::End if xml.depth() < in_text => in_text = 0,
                Item::Text(_) | Item::End => {}
            }
        }
        Ok(rich)
    }

    /// Reads a comment: its text stands in elements, or as it is.
    pub fn read_all(xml: &mut Xml<'_>) -> Result<Self, String> {
        let mut ahead = xml.ahead();
        let rich = Self::read(&mut ahead)?;
        let text = xml.text()?;
        Ok(if rich.text.is_empty() { Self { text, struck: Vec::new() } } else { rich })
    }

    pub fn write(&self, writer: &mut Writer) {
        let mut at = 0;
        for range in &self.struck {
            writer.push(&self.text[at..range.start]);
            writer.begin(Role::Struck);
            writer.push(&self.text[range.clone()]);
            writer.end();
            at = range.end;
        }
        writer.push(&self.text[at..]);
    }
}

/// The texts by their numbers.
#[derive(Debug, Default)]
pub(super) struct Strings(Vec<Rich>);

impl Strings {
    pub fn read(&mut self, text: &str) -> Result<(), String> {
        let mut xml = Xml::new("xl/sharedStrings.xml", text);
        let mut size = 0;
        while let Some(item) = xml.item()? {
            if let Item::Start(tag) = item
                && tag.name() == "si"
            {
                let rich = Rich::read(&mut xml)?;
                size += rich.text.len();
                if size > TEXT {
                    return Err(format!("it holds more than {} MiB of text", TEXT >> 20));
                }
                self.0.push(rich);
            }
        }
        Ok(())
    }

    pub fn get(&self, number: usize) -> Option<&Rich> {
        self.0.get(number)
    }
}
