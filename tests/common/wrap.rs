//! Breaks the lines of paragraphs, list items and quotations anew, and leaves the structure of a document alone.

use sms_lint::document::Format;

const COLUMNS: usize = 40;

/// The text with lines of at most forty columns where its words allow; formats in which line ends mean something else
/// stay as they are.
pub fn at_forty(text: &str, format: Format) -> String {
    if !matches!(format, Format::Markdown | Format::Plain) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut group: Vec<&str> = Vec::new();
    let mut fenced = false;
    let front = format == Format::Markdown && text.starts_with("---\n");
    let body = text.strip_prefix("---\n").filter(|_| front).and_then(|rest| Some(rest.find("\n---\n")? + 9));
    let (head, body) = text.split_at(body.unwrap_or(0));
    out += head;
    for line in body.split_inclusive('\n') {
        let fence = line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        if line.trim().is_empty() || fence || fenced {
            out += &wrapped(&std::mem::take(&mut group), format);
            out += line;
            fenced ^= fence;
        } else {
            group.push(line);
        }
    }
    out + &wrapped(&group, format)
}

/// Neighbouring lines broken anew, if they are text that may be: one paragraph, one quotation, or items of a list.
fn wrapped(lines: &[&str], format: Format) -> String {
    let is_text = |line: &&str| line.starts_with(is_plain) && !has_break(line);
    let is_quote =
        |line: &&str| line.strip_prefix("> ").is_some_and(|rest| rest.starts_with(is_plain)) && !has_break(line);
    let is_item =
        |line: &&str| line.strip_prefix("- ").is_some_and(|rest| rest.starts_with(is_plain)) && !has_break(line);
    let goes_on =
        |line: &&str| line.strip_prefix("  ").is_some_and(|rest| rest.starts_with(is_plain)) && !has_break(line);
    if lines.iter().all(is_text) && may_wrap(lines, format) {
        filled(lines.iter().copied(), "", "")
    } else if format == Format::Markdown && lines.iter().all(is_quote) {
        filled(lines.iter().map(|line| &line[2..]), "> ", "> ")
    } else if lines.first().is_some_and(is_item) && lines.iter().all(|line| is_item(line) || goes_on(line)) {
        let items = lines.chunk_by(|_, next| goes_on(next));
        items.map(|item| filled(item.iter().map(|line| &line[2..]), "- ", "  ")).collect()
    } else {
        lines.concat()
    }
}

/// A line of plain text that stands alone and ends no sentence is a heading.
fn may_wrap(lines: &[&str], format: Format) -> bool {
    let ends = |line: &&str| line.trim_end().ends_with(['.', ',', ';', '!', '?', '。', '；']);
    format == Format::Markdown || lines.len() > 1 || lines.first().is_some_and(ends)
}

/// True for what a paragraph may begin with; other signs may begin something else.
fn is_plain(one: char) -> bool {
    one.is_alphabetic() || matches!(one, '"' | '(' | '„' | '«' | '“')
}

/// True for a line that ends in a hard break, or that may be a row of a table or the line under a heading.
fn has_break(line: &str) -> bool {
    let line = line.trim_end_matches('\n');
    line.ends_with("  ") || line.ends_with('\\') || line.contains('|') || line.contains("<!--")
}

/// Words in lines, the first with `first` at its head, the others with `further`.
fn filled<'a>(lines: impl Iterator<Item = &'a str>, first: &str, further: &str) -> String {
    let mut out = first.to_owned();
    let mut column = first.len();
    for word in lines.flat_map(|line| line.split([' ', '\n'])).filter(|word| !word.is_empty()) {
        let width = word.chars().count();
        if column > first.len() {
            let breaks = column + 1 + width > COLUMNS && word.starts_with(is_plain);
            let gap = if breaks { format!("\n{further}") } else { " ".to_owned() };
            column = if breaks { further.len() } else { column + 1 };
            out += &gap;
        }
        out += word;
        column += width;
    }
    out + "\n"
}
