//! Makes text harmless where a report goes: each channel obeys other characters.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde::Serialize;

use super::scrub::{is_obeyed, one_line, visible};
use crate::walk::name;

/// Writes a value as JSON over several lines.
pub(crate) fn pretty(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut shown = Shown::new(out);
    serde_json::to_writer_pretty(&mut shown, value)?;
    shown.finish()
}

/// Writes a value as JSON on one line.
pub(super) fn line(value: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    let mut shown = Shown::new(out);
    serde_json::to_writer(&mut shown, value)?;
    shown.finish()
}

/// Passes JSON on with what a terminal, a browser or a runner obeys as escapes, which mean the same.
struct Shown<'a> {
    out: &'a mut dyn Write,
    /// What was written and not yet passed on: whole characters, because strings arrive in pieces of them.
    held: Vec<u8>,
}

/// Bytes that are passed on at a time; JSON arrives in pieces of a few.
const HELD: usize = 32 << 10;

impl<'a> Shown<'a> {
    fn new(out: &'a mut dyn Write) -> Self {
        Self { out, held: Vec::with_capacity(HELD + HELD / 4) }
    }

    fn pass(&mut self) -> io::Result<()> {
        let mut passed = 0;
        if let Ok(text) = std::str::from_utf8(&self.held) {
            for (at, one) in obeyed(text) {
                self.out.write_all(&self.held[passed..at])?;
                for unit in one.encode_utf16(&mut [0; 2]) {
                    write!(self.out, "\\u{unit:04x}")?;
                }
                passed = at + one.len_utf8();
            }
        }
        self.out.write_all(&self.held[passed..])?;
        self.held.clear();
        Ok(())
    }

    /// Passes the rest on and ends the line.
    fn finish(mut self) -> io::Result<()> {
        self.held.push(b'\n');
        self.pass()
    }
}

impl Write for Shown<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.held.extend_from_slice(bytes);
        if self.held.len() > HELD {
            self.pass()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass()?;
        self.out.flush()
    }
}

/// What begins a command of a runner wherever in a line it stands.
pub(super) const COMMAND: &str = "##[";

/// The characters of JSON that it need not escape and that are better not shown; below 0x7F they are only the sign that
/// begins a command, because JSON has escaped all others but the line ends between fields.
fn obeyed(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    let may_be = |byte: &u8| *byte >= 0x7F || *byte == b'#';
    // Without an early end the loop over a stretch is vectorised, and most of them hold nothing.
    let is_suspect = move |stretch: &[u8]| stretch.iter().fold(false, |found, byte| found | may_be(byte));
    let stretches = bytes.chunks(STRETCH).enumerate().filter(move |(_, stretch)| is_suspect(stretch));
    let places = stretches.flat_map(|(count, stretch)| (0..stretch.len()).map(move |at| count * STRETCH + at));
    places.filter(move |at| may_be(&bytes[*at]) && text.is_char_boundary(*at)).filter_map(|at| {
        let one = text[at..].chars().next()?;
        let is_obeyed = if one == '#' { text[at..].starts_with(COMMAND) } else { is_obeyed(one) };
        is_obeyed.then_some((at, one))
    })
}

/// Bytes that are looked at together.
const STRETCH: usize = 64;

/// A path as a relative reference of RFC 3986: what is not unreserved is percent-encoded, step by step.
#[must_use]
pub(super) fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    // A first step with a colon is taken for a scheme, two slashes for a host.
    let path = path.trim_start_matches('/');
    for byte in name::bytes(path) {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// The text of a workflow command.
#[must_use]
pub(super) fn command_text(text: &str) -> String {
    one_line(text).replace('%', "%25")
}

/// A property of a workflow command.
#[must_use]
pub(super) fn command_property(text: &str) -> String {
    command_text(text).replace(':', "%3A").replace(',', "%2C")
}

/// A field of a CSV row, in quotes if it holds a comma, a quote or a line end. What a spreadsheet would take for a formula
/// gets an apostrophe before it, which spreadsheets take for "text follows"; so does what a runner would take for a command.
#[must_use]
pub(super) fn field(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    let bare = shown.trim_start_matches([' ', '\t', '\n', '"']);
    let is_formula = bare.starts_with(['=', '+', '-', '@', '\u{FF1D}', '\u{FF0B}', '\u{FF0D}', '\u{FF20}']);
    let shown = if is_formula { Cow::Owned(format!("'{shown}")) } else { shown };
    let shown = if shown.contains("::") || shown.contains(COMMAND) { Cow::Owned(quiet(&shown)) } else { shown };
    if shown.contains([',', '"', '\n', '\t', ';']) {
        return Cow::Owned(format!("\"{}\"", shown.replace('"', "\"\"")));
    }
    shown
}

/// Text in which a runner obeys no line: it looks for colons at the head of one, and for its sign anywhere.
fn quiet(text: &str) -> String {
    let line = |line: &str| if line.trim_start().starts_with("::") { format!("'{line}") } else { line.to_owned() };
    text.split_inclusive('\n').map(line).collect::<String>().replace(COMMAND, "## [")
}

/// Text between tags or in quotes of XML 1.0, on one line, without the characters that XML has no way to write.
#[must_use]
pub(super) fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let legal = legal(text);
    for (at, one) in legal.char_indices() {
        match one {
            '#' if legal[at..].starts_with(COMMAND) => out.push_str("&#35;"),
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            one => out.push(one),
        }
    }
    out
}

/// Text on one line in which no character is illegal in XML 1.0: control characters are shown, non-characters replaced.
#[must_use]
pub(super) fn legal(text: &str) -> String {
    one_line(text).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// Text on one line of GitHub-flavoured Markdown, also in a cell of a table, that stays the text it is.
#[must_use]
pub(super) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let shown = one_line(text);
    for (at, one) in shown.char_indices() {
        match one {
            ':' if begins_markup(&shown[at + 1..]) => out.push_str("\\:"),
            // At the head of a line it begins a list.
            '+' if at > 0 => out.push('+'),
            '.' if out.get(out.len().saturating_sub(3)..).is_some_and(|end| end.eq_ignore_ascii_case("www")) => {
                out.push_str("\\.");
            }
            // A backslash does not keep a dollar sign from beginning a formula.
            '$' => out.push_str("&#36;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '+' | '|' | '&' | '~' | '@' => {
                out.extend(['\\', one]);
            }
            one => out.push(one),
        }
    }
    out
}

/// True if Markdown takes a colon before a text for more than a colon: an address is made a link wherever it stands, and a
/// name between two colons a picture. Of numbers, as those of lines, only two are such names. Two colons together may begin a
/// command of a runner.
fn begins_markup(behind: &str) -> bool {
    let is_of_name = |one: char| one.is_ascii_alphanumeric() || matches!(one, '_' | '+' | '-');
    let end = behind.find(|one: char| !is_of_name(one)).unwrap_or(behind.len());
    let (name, rest) = behind.split_at(end);
    let is_number = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
    behind.starts_with('/') || rest.starts_with(':') && (!is_number || matches!(name, "100" | "1234"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_means_the_same_and_holds_nothing_that_is_obeyed() {
        let text = "##[error]a\u{1b}[31m \u{202e}b\u{9b}c\u{e0041}d \u{7f} é 監 \"\\\n";
        let mut printed = Vec::new();
        line(&text, &mut printed).expect("a list of bytes takes all");
        let printed = String::from_utf8(printed).expect("it is UTF-8");
        assert!(!printed.trim_end().chars().any(is_obeyed) && !printed.contains(COMMAND), "{printed}");
        assert_eq!(serde_json::from_str::<String>(&printed).expect("it is JSON"), text);
    }

    #[test]
    fn paths_become_references() {
        assert_eq!(uri("a b/ü#1?.md"), "a%20b/%C3%BC%231%3F.md");
        assert_eq!(uri("javascript:alert(1).md"), "javascript%3Aalert%281%29.md");
        assert_eq!(uri("../100%/a\\b.md"), "../100%25/a%5Cb.md");
        assert_eq!(uri("//host/a.md"), "host/a.md");
        assert_eq!(uri("a\u{10FFFF}b.md"), "a%FFb.md");
    }

    #[test]
    fn fields_are_quoted_where_they_must() {
        assert_eq!(field("ISO 9001"), "ISO 9001");
        assert_eq!(field("a,b"), "\"a,b\"");
        assert_eq!(field("\"replaces\" stands\nbefore it"), "\"\"\"replaces\"\" stands\nbefore it\"");
        assert_eq!(field("\u{1b}[31m"), "\u{241b}[31m");
        assert_eq!((&*field("::error::a"), &*field("a ##[error]b")), ("'::error::a", "a ## [error]b"));
        assert_eq!(field("a\n ::error::b"), "\"a\n' ::error::b\"");
    }

    #[test]
    fn spreadsheets_compute_nothing() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\"=1", "\t=1", "\n=1", "\u{FF1D}1", "\r=1"] {
            let printed = field(text);
            assert!(printed.trim_start_matches('"').starts_with('\''), "{text:?}: {printed}");
        }
    }

    #[test]
    fn xml_holds_only_what_it_may() {
        assert_eq!(
            xml("<a b=\"c\">'&\u{0}\u{b}\u{fffe}\u{1b}]]>"),
            "&lt;a b=&quot;c&quot;&gt;&apos;&amp;\u{2400}\u{240b}\u{fffd}\u{241b}]]&gt;"
        );
    }

    #[test]
    fn markdown_stays_text() {
        assert_eq!(
            markdown("[a](b)|<i>`c`\n$d$ https://e www.f"),
            "\\[a\\](b)\\|\\<i\\>\\`c\\` &#36;d&#36; https\\://e www\\.f"
        );
        assert_eq!(markdown("a.md:10:3: A.5.1:2013, why! C++ 1: 2"), "a.md:10:3: A.5.1:2013, why! C++ 1: 2");
        assert_eq!(markdown(":smile: a.md:100:3 a::b +1"), "\\:smile: a.md\\:100:3 a\\::b +1");
        assert_eq!(markdown("+ one"), "\\+ one");
    }

    #[test]
    fn commands_end_where_they_should() {
        assert_eq!(command_text("100%\r\n::set-output name=a::b"), "100%25 ::set-output name=a::b");
        assert_eq!(command_property("a:b,c%0A\n::error::"), "a%3Ab%2Cc%250A %3A%3Aerror%3A%3A");
    }
}
