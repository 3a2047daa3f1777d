//! What begins with `..`: directives, footnotes, targets, substitutions, comments.

use super::super::html;
use super::super::mark::Role;
use super::super::model::Kind;
use super::super::names::Names;
use super::super::passage::Edits;
use super::inline;
use super::line::{self, Line};
use super::list;
use super::reader::{Context, Reader, joined};
use super::table;

/// Directives whose content is code.
const LISTINGS: &[&str] = &[
    "code", "code-block", "sourcecode", "doctest", "testcode", "testoutput", "testsetup", "testcleanup", "prompt",
    "math", "graphviz", "digraph", "graph", "uml", "plantuml", "mermaid", "productionlist", "highlight-code",
];

/// Directives that show nothing of what stands in them.
const UNSEEN: &[&str] = &[
    "contents",
    "sectnum",
    "section-numbering",
    "highlight",
    "highlightlang",
    "index",
    "default-role",
    "role",
    "tabularcolumns",
    "currentmodule",
    "py:currentmodule",
    "module",
    "default-domain",
    "target-notes",
    "sectionauthor",
    "codeauthor",
    "restructuredtext-test-directive",
    "header-rows",
    "autosummary",
    "tocdepth",
];

/// Directives whose argument is no text.
const BARE: &[&str] =
    &["class", "rst-class", "container", "only", "ifconfig", "cssclass", "compound", "parsed-literal"];

/// A directive: its name, what stands behind it, its options and its content.
pub(super) struct Directive<'a> {
    pub argument: Vec<Line<'a>>,
    pub options: Vec<Line<'a>>,
    pub content: Vec<Line<'a>>,
}

impl<'a> Directive<'a> {
    /// The value of an option.
    pub fn option(&self, name: &str) -> Option<Line<'a>> {
        self.options.iter().find_map(|line| {
            let (own, value) = line::field(line.text)?;
            (line.text[own] == *name).then(|| line.after(value))
        })
    }
}

/// Reads what begins with `..` at the head of the lines.
pub(super) fn explicit<'a>(reader: &mut Reader<'a>, lines: &[Line<'a>], context: Context) {
    let own = lines[0].after(2);
    let text = own.text;
    if let Some((label, words)) = label(text) {
        let number = label.starts_with(['#', '*']) || label.bytes().all(|byte| byte.is_ascii_digit());
        if !number {
            reader.paragraph(&[Line { text: label, at: own.at + 1, indent: 0 }], context.kind);
        }
        let inner = list::below(own.after(words), &lines[1..], 1);
        reader.body(&inner, context.inside(Kind::Note));
    } else if let Some((_, rest)) = substitution(text) {
        let rest = own.after(rest);
        if let Some((name, body)) = name(rest.text) {
            defined(reader, name, &list::below(rest.after(body), &lines[1..], 1), context);
        }
    } else if let Some((name, body)) = name(text).filter(|_| !text.starts_with('_')) {
        let directive = parts(&list::below(own.after(body), &lines[1..], 1));
        run(reader, name, directive, context);
    }
}

/// The label of a footnote or citation and where its words begin.
fn label(text: &str) -> Option<(&str, usize)> {
    let (label, rest) = text.strip_prefix('[')?.split_once(']')?;
    let fits = !label.is_empty() && label.chars().all(|one| one.is_alphanumeric() || "#*-_.:+".contains(one));
    (fits && (rest.is_empty() || rest.starts_with(' '))).then(|| (label, text.len() - rest.trim_start().len()))
}

/// The name in `|name| replace:: words` and where its directive begins.
fn substitution(text: &str) -> Option<(&str, usize)> {
    let (name, rest) = text.strip_prefix('|')?.split_once("| ")?;
    (!name.trim().is_empty()).then(|| (name, text.len() - rest.trim_start().len()))
}

/// The name of a directive and where what follows it begins.
fn name(text: &str) -> Option<(&str, usize)> {
    let end = text.find("::")?;
    let name = text[..end].trim_end();
    let behind = &text[end + 2..];
    let fits = name.starts_with(|one: char| one.is_alphanumeric())
        && name.chars().all(|one| one.is_alphanumeric() || "-_+.:".contains(one))
        && (behind.is_empty() || behind.starts_with([' ', '\t']));
    fits.then(|| (name, text.len() - behind.trim_start().len()))
}

/// Notes what names stand for, wherever they are defined: they may be used before.
pub(super) fn define_names(lines: &[Line<'_>], names: &mut Names) {
    for (at, line) in lines.iter().enumerate() {
        let Some(rest) = line.text.strip_prefix(".. ") else { continue };
        let Some((own, body)) = substitution(rest) else { continue };
        let further: Vec<Line<'_>> =
            lines[at + 1..].iter().take_while(|next| !next.is_blank() && next.indent > line.indent).copied().collect();
        let Some((kind, words)) = name(&rest[body..]) else { continue };
        let mut all = vec![line.after(3 + body + words)];
        all.extend(further);
        let passage = joined(&all);
        match kind {
            "replace" => names.define(own, &inline::plain(&passage, &mut Names::default())),
            "unicode" => names.define(own, &characters(passage.text())),
            _ => {}
        }
    }
}

/// The text that codes of characters stand for: `0xA9 U+2014 words`.
fn characters(text: &str) -> String {
    let text = text.split(".. ").next().unwrap_or_default();
    let one = |word: &str| {
        let code = ["0x", "x", "\\x", "U+", "u+", "\\u"].iter().find_map(|head| word.strip_prefix(head));
        let number = code.map_or_else(|| word.parse().ok(), |code| u32::from_str_radix(code, 16).ok());
        let found = number.and_then(char::from_u32);
        found.map_or_else(|| word.to_owned(), String::from)
    };
    text.split_whitespace().map(one).collect::<Vec<String>>().join("")
}

/// What a name stands for is read where it is defined.
fn defined<'a>(reader: &mut Reader<'a>, kind: &str, lines: &[Line<'a>], context: Context) {
    match kind {
        "replace" => reader.paragraph(lines, context.inside(Kind::Metadata).kind),
        "image" => run(reader, kind, parts(lines), context),
        _ => {}
    }
}

/// Parts what stands behind the name of a directive.
fn parts<'a>(lines: &[Line<'a>]) -> Directive<'a> {
    let head = lines.iter().enumerate().position(|(at, line)| line.is_blank() && at > 0).unwrap_or(lines.len());
    let head =
        if lines.first().is_some_and(Line::is_blank) && lines.get(1).is_some_and(Line::is_blank) { 1 } else { head };
    let options = lines[..head].iter().position(|line| line::field(line.text).is_some()).unwrap_or(head);
    let argument = lines[..options].iter().filter(|line| !line.is_blank()).copied().collect();
    Directive { argument, options: lines[options..head].to_vec(), content: lines[head..].to_vec() }
}

fn run<'a>(reader: &mut Reader<'a>, name: &str, directive: Directive<'a>, context: Context) {
    for shown in ["caption", "title", "subtitle", "alt"] {
        if let Some(words) = directive.option(shown) {
            reader.paragraph(&[words], context.kind);
        }
    }
    let inner = context.inside(context.kind);
    let whole = || directive.argument.iter().chain(&directive.content).copied().collect::<Vec<Line<'a>>>();
    match name {
        _ if UNSEEN.contains(&name) => {}
        "toctree" => {
            directive.content.iter().filter_map(titled).for_each(|title| reader.paragraph(&[title], Kind::Item))
        }
        _ if LISTINGS.contains(&name) => reader.listing(&directive.content, context),
        "math" => reader.listing(&whole(), context),
        "parsed-literal" => reader.paragraph(&whole(), context.inside(Kind::Code).kind),
        _ if BARE.contains(&name) => reader.body(&directive.content, inner),
        "raw" => raw(reader, &directive),
        "include" | "literalinclude" | "image" => address(reader, &directive.argument, name != "image", context),
        "figure" => reader.body(&directive.content, inner),
        "meta" => {
            whole().iter().chain(&directive.options).for_each(|line| reader.paragraph(&[line.after(1)], Kind::Metadata))
        }
        "title" => reader.paragraph(&directive.argument, Kind::Metadata),
        "list-table" | "flat-table" => table::of_list(reader, &directive, context),
        "csv-table" => table::of_values(reader, &directive, context),
        _ => {
            reader.paragraph(&directive.argument, context.kind);
            reader.body(&directive.content, inner);
        }
    }
}

/// The title that a table of contents gives to a document: `Title <document>`.
fn titled<'a>(entry: &Line<'a>) -> Option<Line<'a>> {
    let (title, _) = entry.text.trim_end().strip_suffix('>')?.rsplit_once('<')?;
    Some(Line::new(title.trim_end(), entry.at)).filter(|title| !title.is_blank())
}

/// A file that is shown here is named, not read.
fn address<'a>(reader: &mut Reader<'a>, lines: &[Line<'a>], named: bool, context: Context) {
    let passage = joined(lines);
    let mut edits = Edits::default();
    edits.mark(0..passage.text().len(), Role::Address);
    if named {
        passage.write(context.kind, edits, &mut reader.blocks);
    }
}

/// What is passed on as it is: HTML is read as such.
fn raw(reader: &mut Reader<'_>, directive: &Directive<'_>) {
    let is_html = directive.argument.iter().any(|line| line.text.contains("html"));
    let words = || directive.content.iter().filter(|line| !line.is_blank());
    if let (true, Some(first), Some(last)) = (is_html, words().next(), words().next_back()) {
        let text = &reader.source[first.at..last.at + last.text.len()];
        html::read_into(text, first.at, &mut reader.tables, &mut reader.blocks);
    }
}
