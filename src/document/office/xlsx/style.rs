//! The formats of cells: how numbers are shown, and what is struck out.

use std::collections::HashMap;

use super::super::xml::{Item, Xml};
use super::format::Format;

/// The formats by the numbers that cells refer to.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// For each number, the format of numbers and whether text is struck out.
    cells: Vec<(Format, bool)>,
    /// True if days are counted from 1904.
    pub from_1904: bool,
}

impl Styles {
    pub fn read(&mut self, text: &str) -> Result<(), String> {
        let mut xml = Xml::new("xl/styles.xml", text);
        let mut codes: HashMap<u32, String> = HashMap::new();
        let mut struck: Vec<bool> = Vec::new();
        // Fonts and formats also stand in lists that cells do not refer to.
        let mut list = String::new();
        while let Some(item) = xml.item()? {
            let Item::Start(tag) = item else { continue };
            if xml.depth() == 2 {
                tag.name().clone_into(&mut list);
                continue;
            }
            match (list.as_str(), tag.name()) {
                ("numFmts", "numFmt") => {
                    if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.attribute("formatCode")) {
                        codes.insert(id, code);
                    }
                }
                ("fonts", "font") => struck.push(false),
                ("fonts", "strike") => struck.last_mut().into_iter().for_each(|last| *last = tag.is_on()),
                ("cellXfs", "xf") => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    let format = codes.get(&id).map_or_else(|| Format::built_in(id), |code| Format::of(code));
                    let font: usize = tag.number("fontId").unwrap_or(0);
                    self.cells.push((format, struck.get(font).copied().unwrap_or(false)));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// True if cells of this format are struck out.
    pub fn is_struck(&self, style: usize) -> bool {
        self.cells.get(style).is_some_and(|(_, struck)| *struck)
    }

    /// A number as cells of this format show it.
    pub fn shown(&self, style: usize, value: &str) -> String {
        let Ok(number) = value.trim().parse::<f64>() else { return value.to_owned() };
        self.cells.get(style).map_or(&Format::General, |(format, _)| format).shown(number, self.from_1904)
    }
}
