//! Lists: items, fields, options, definitions.

use super::super::model::Kind;
use super::line::{self, Line};
use super::reader::{Context, Reader};

/// Reads the entry of a list that `lines` begin with; gives how many were read.
pub(super) fn read<'a>(reader: &mut Reader<'a>, lines: &[Line<'a>], context: Context) -> Option<usize> {
    let own = lines[0];
    if let Some(words) = line::item(own.text).filter(|_| is_item(lines)) {
        let least = if words < own.text.len() { own.text[..words].chars().count() } else { 1 };
        let end = 1 + line::block(&lines[1..], least);
        let inner = below(own.after(words), &lines[1..end], least);
        reader.body(&inner, context.inside(Kind::Item));
        return Some(end);
    }
    if let Some((name, body)) = line::field(own.text) {
        let end = 1 + line::block(&lines[1..], 1);
        if is_head(reader) {
            let mut entry = line::dedented(&lines[..end]);
            entry[0] = own.after(1);
            reader.paragraph(&entry, Kind::Metadata);
        } else {
            reader
                .paragraph(&[Line { text: &own.text[name.clone()], at: own.at + name.start, indent: 0 }], context.kind);
            let inner = below(own.after(body), &lines[1..end], 1);
            reader.body(&inner, context.inside(context.kind));
        }
        return Some(end);
    }
    let next = lines.get(1).filter(|line| !line.is_blank() && line.indent > 0);
    if let Some(words) = line::option(own.text).filter(|words| *words < own.text.len() || next.is_some()) {
        let end = 1 + line::block(&lines[1..], 1);
        reader.listing(&[Line { text: own.text[..words].trim_end(), ..own }], context);
        let inner = below(own.after(words), &lines[1..end], 1);
        reader.body(&inner, context.inside(context.kind));
        return Some(end);
    }
    next?;
    if own.text.ends_with("::") {
        return None;
    }
    let end = 1 + line::block(&lines[1..], 1);
    reader.paragraph(&[own], context.kind);
    reader.body(&line::dedented(&lines[1..end]), context.inside(context.kind));
    Some(end)
}

/// A line and those below it, which are indented by at least `least`, as a block of their own.
pub(super) fn below<'a>(first: Line<'a>, lines: &[Line<'a>], least: usize) -> Vec<Line<'a>> {
    let shared = lines.iter().filter(|line| !line.is_blank()).map(|line| line.indent).min().unwrap_or(least);
    let mut inner = vec![Line { indent: 0, ..first }];
    let shift = if first.is_blank() || least == 1 { shared } else { least };
    inner.extend(lines.iter().map(|line| Line { indent: line.indent.saturating_sub(shift), ..*line }));
    inner
}

/// True unless a number begins a line of running text: "A. Miller said" with a line below that is not indented.
fn is_item(lines: &[Line<'_>]) -> bool {
    let bullet = lines[0].text.starts_with(|one: char| !one.is_ascii_alphanumeric() && !"(#".contains(one));
    bullet || lines.get(1).is_none_or(|next| next.is_blank() || next.indent > 0 || line::item(next.text).is_some())
}

/// True while the document has nothing but titles and what it says of itself.
fn is_head(reader: &Reader<'_>) -> bool {
    reader.blocks.len() < 64
        && reader.blocks.iter().all(|block| matches!(block.kind, Kind::Metadata | Kind::Heading(_)))
}
