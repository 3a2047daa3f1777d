//! The cells of a sheet of Excel and the comments on them.

use super::super::super::mark::Role;
use super::super::super::readable::{LINE, Writer};
use super::super::sheet::{Before, LOOKED, Sheet, guess};
use super::super::xml::{Item, Tag, Xml};
use super::read::Book;
use super::string::{Rich, unescaped};

/// Most rows and columns of a sheet.
const ROWS: u32 = 1 << 20;
const COLUMNS: u32 = 1 << 14;

/// Reads the cells of a sheet: its name, the rows of heads that its tables name, and what stands before it.
pub(super) fn read(
    part: &str,
    text: &str,
    (name, mut heads, before): (&str, Vec<u32>, Before),
    book: &Book,
    writer: &mut Writer,
) -> Result<Sheet, String> {
    heads.extend(filter_head(text));
    if heads.is_empty() {
        heads.extend(guessed_head(part, text)?);
    }
    heads.sort_unstable();
    heads.dedup();
    let mut sheet = Sheet::begin(name, heads, before, writer);
    let mut xml = Xml::new(part, text);
    let mut at = (0, 0);
    let mut next_row = 0;
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        match tag.name() {
            "row" => {
                at = (tag.number("r").map_or(next_row, |row: u32| row.saturating_sub(1)).min(ROWS), 0);
                next_row = at.0 + 1;
                writer.separate(LINE);
            }
            "c" => {
                at = tag.attribute("r").and_then(|address| cell(&address)).unwrap_or(at);
                write_cell(&tag, &mut xml, book, writer)?;
                sheet.cell(at.0, at.1, writer);
                at.1 += 1;
            }
            "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter" => {
                let words = page_text(&unescaped(&xml.text()?));
                writer.separate(LINE);
                writer.push(&words);
                sheet.page_text(writer);
            }
            _ => {}
        }
        if writer.is_overfull() {
            break;
        }
    }
    writer.separate(LINE);
    Ok(sheet)
}

/// Writes what a cell shows.
fn write_cell(tag: &Tag<'_>, xml: &mut Xml<'_>, book: &Book, writer: &mut Writer) -> Result<(), String> {
    let style = tag.number("s").unwrap_or(0);
    let kind = tag.attribute("t").unwrap_or_default();
    let struck = book.styles.is_struck(style);
    if struck {
        writer.begin(Role::Struck);
    }
    let depth = xml.depth();
    while let Some(item) = xml.within(depth)? {
        let Item::Start(tag) = item else { continue };
        match tag.name() {
            "is" => Rich::read(xml)?.write(writer),
            "v" => {
                let value = xml.text()?;
                match kind.as_str() {
                    "s" => {
                        if let Some(rich) = value.trim().parse().ok().and_then(|number| book.strings.get(number)) {
                            rich.write(writer);
                        }
                    }
                    "str" | "e" | "inlineStr" => writer.push(&unescaped(&value)),
                    "b" => writer.push(if value.trim() == "0" { "FALSE" } else { "TRUE" }),
                    "d" => writer.push(&value),
                    _ => writer.push(&book.styles.shown(style, &value)),
                }
            }
            _ => {}
        }
    }
    if struck {
        writer.end();
    }
    Ok(())
}

/// Row and column, from 0, of an address such as `B12`.
fn cell(address: &str) -> Option<(u32, u32)> {
    let letters = address.bytes().take_while(u8::is_ascii_alphabetic).count();
    let column =
        |sum: Option<u32>, one: u8| sum?.checked_mul(26)?.checked_add(u32::from(one.to_ascii_uppercase() - b'A') + 1);
    let column = address.bytes().take(letters).fold(Some(0), column)?.checked_sub(1)?;
    let row: u32 = address[letters..].parse().ok()?;
    Some((row.checked_sub(1)?, column)).filter(|(row, column)| *row < ROWS && *column < COLUMNS)
}

/// The row of the heads of a table.
pub(super) fn table_head(part: &str, text: &str) -> Result<Option<u32>, String> {
    let mut xml = Xml::new(part, text);
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        if tag.name() == "table" {
            let has_heads = tag.attribute("headerRowCount").is_none_or(|count| count != "0");
            return Ok(tag.attribute("ref").filter(|_| has_heads).and_then(|range| first_row(&range)));
        }
    }
    Ok(None)
}

/// The first row of a range such as `A5:H99`.
fn first_row(range: &str) -> Option<u32> {
    cell(range.split(':').next()?).map(|(row, _)| row)
}

/// The row above those that are filtered, which stands behind the cells.
fn filter_head(text: &str) -> Option<u32> {
    let at = memchr::memmem::rfind(text.as_bytes(), b"<autoFilter ")?;
    let range = text[at..].split("ref=\"").nth(1)?.split('"').next()?;
    first_row(range)
}

/// The row of heads where no table is named: the last of those that stay in sight, else the one that looks like it.
fn guessed_head(part: &str, text: &str) -> Result<Option<u32>, String> {
    let mut xml = Xml::new(part, text);
    let mut rows: Vec<(u32, usize)> = Vec::new();
    let (mut frozen, mut row) = (None, 0);
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        match tag.name() {
            "pane" if tag.attribute("state").is_some_and(|state| state.starts_with("frozen")) => {
                frozen = tag.number("ySplit").and_then(|rows: u32| rows.checked_sub(1));
            }
            "row" => {
                row = tag.number("r").map_or(row + 1, |row: u32| row).min(ROWS);
                if rows.len() >= LOOKED {
                    break;
                }
            }
            "v" | "is" => match rows.last_mut().filter(|(last, _)| *last + 1 == row) {
                Some((_, cells)) => *cells += 1,
                None => rows.push((row.saturating_sub(1), 1)),
            },
            _ => {}
        }
    }
    let has_heads = |frozen: &u32| rows.iter().any(|(row, cells)| row == frozen && *cells > 1);
    Ok(frozen.filter(has_heads).or_else(|| guess(&rows)))
}

/// Reads the comments on the cells of a sheet, as older and newer programs write them.
pub(super) fn read_comments(part: &str, text: &str, sheet: &mut Sheet, writer: &mut Writer) -> Result<(), String> {
    let mut xml = Xml::new(part, text);
    let mut at = None;
    while let Some(item) = xml.item()? {
        let Item::Start(tag) = item else { continue };
        match tag.name() {
            "comment" | "threadedComment" => at = tag.attribute("ref").and_then(|address| cell(&address)),
            "text" => {
                Rich::read_all(&mut xml)?.write(writer);
                let (row, column) = at.unwrap_or((0, 0));
                sheet.remark(row, column, writer);
            }
            _ => {}
        }
    }
    Ok(())
}

/// What a header or footer shows: codes for fonts, places and numbers left out.
fn page_text(code: &str) -> String {
    let mut text = String::new();
    let mut letters = code.chars().peekable();
    while let Some(one) = letters.next() {
        if one != '&' {
            text.push(one);
            continue;
        }
        match letters.next() {
            Some('&') => text.push('&'),
            Some('"') => drop(letters.by_ref().find(|one| *one == '"')),
            Some('L' | 'C' | 'R') => text.push('\n'),
            Some('0'..='9') => while letters.next_if(char::is_ascii_digit).is_some() {},
            Some('K') => (0..6).for_each(|_| {
                letters.next_if(char::is_ascii_hexdigit);
            }),
            Some(_) | None => {}
        }
    }
    text.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_those_beyond_every_sheet_are_none() {
        assert_eq!(cell("B12"), Some((11, 1)));
        assert_eq!(cell("XFD1048576"), Some((ROWS - 1, COLUMNS - 1)));
        assert_eq!((cell("XFE1"), cell("A0"), cell("12"), cell("ZZZZZZZZZ1")), (None, None, None, None));
        assert_eq!(filter_head("<autoFilter ref=\"A5:H99\"/>"), Some(4));
    }

    #[test]
    fn codes_of_headers_are_left_out() {
        assert_eq!(page_text("&L&\"Arial,Bold\"&12Policy && more&RPage &P of &N&K00FF00"), "Policy & more\nPage  of");
    }
}
