//! The texts that the cells of a workbook share.

use std::ops::Range;

use super::super::super::mark::Role;
use super::super::super::readable::{TEXT, Writer};
use super::super::xml::{Item, Xml};

/// A text whose signs may be written by their numbers: `_x000D_`.
pub(super) fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let (mut shown, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("_x") {
        let number = rest.get(at + 2..at + 6).filter(|four| four.bytes().all(|one| one.is_ascii_hexdigit()));
        let unit = number.and_then(|four| u16::from_str_radix(four, 16).ok());
        let Some(unit) = unit.filter(|_| rest[at + 6..].starts_with('_')) else {
            flush(&mut units, &mut shown);
            shown.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };
        if at > 0 {
            flush(&mut units, &mut shown);
            shown.push_str(&rest[..at]);
        }
        units.push(unit);
        rest = &rest[at + 7..];
    }
    flush(&mut units, &mut shown);
    shown + rest
}

/// Appends signs that were given by their numbers, line ends as one kind and other controls as blanks.
fn flush(units: &mut Vec<u16>, shown: &mut String) {
    let signs = char::decode_utf16(units.drain(..)).map(|one| one.unwrap_or(char::REPLACEMENT_CHARACTER));
    shown.extend(signs.map(|one| match one {
        '\r' => '\n',
        '\n' | '\t' => one,
        _ if one.is_control() => ' ',
        _ => one,
    }));
}

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
                    rich.text.push_str(&unescaped(&text));
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
        let plain = || Self { text: unescaped(&text), struck: Vec::new() };
        Ok(if rich.text.is_empty() { plain() } else { rich })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_may_be_written_by_their_numbers() {
        assert_eq!(unescaped("ISO/IEC_x0020_27001_x003A_2013"), "ISO/IEC 27001:2013");
        assert_eq!(unescaped("a_x000D__x0009_b_x005F_x0041_"), "a\n\tb_x0041_");
        assert_eq!(unescaped("_xD83D__xDE00_ _xD83D_"), "\u{1F600} \u{FFFD}");
        assert_eq!(unescaped("my_xylophone _x12 _x00é_ _x0041"), "my_xylophone _x12 _x00é_ _x0041");
    }
}
