//! How each format writes its comments.

use std::ops::Range;

use crate::document::Format;

/// How a comment is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// From one sign to another.
    Between(&'static str, &'static str),
    /// From a sign at the head of a line to its end.
    Line(&'static str),
    /// From a sign at the head of a line to the end of the lines that stand further in below it.
    Hanging(&'static str),
    /// From a sign to the end of the line.
    Behind(char),
    /// The same with a sign that stands alone or behind a blank, as one right behind a word belongs to that.
    Apart(char),
    /// As YAML or TOML writes it in front matter, and nowhere else.
    FrontMatter,
}

const HTML: Style = Style::Between("<!--", "-->");
const BRACES: Style = Style::Between("{/*", "*/");
const STARS: Style = Style::Between("/*", "*/");

/// The ways in which a format writes comments; none if it has none.
pub(super) fn styles(format: Format) -> &'static [Style] {
    match format {
        Format::Markdown => &[HTML, Style::FrontMatter],
        Format::Mdx => &[HTML, BRACES, Style::FrontMatter],
        Format::Html => &[HTML],
        Format::AsciiDoc => &[Style::Line("//")],
        Format::Rst => &[Style::Hanging("..")],
        Format::Org => &[Style::Line("#")],
        Format::Latex => &[Style::Behind('%')],
        Format::Yaml => &[Style::Apart('#')],
        Format::Toml => &[Style::Behind('#')],
        Format::Json | Format::JsonLines => &[Style::Behind('/'), STARS],
        Format::Plain | Format::Csv | Format::Tsv | Format::Container(_) => &[],
    }
}

impl Style {
    /// The comment whose words begin at `at`, with its signs, and where its words end; nothing if there is none.
    pub fn comment(self, text: &str, at: usize) -> Option<(Range<usize>, usize)> {
        let line_end =
            |from: usize| memchr::memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |end| from + end);
        match self {
            Self::Between(begin, end) => {
                let start = text[..at].trim_end().strip_suffix(begin)?.len();
                let words_end = at + text[at..].find(end)?;
                Some((start..words_end + end.len(), words_end))
            }
            Self::Line(sign) => {
                let start = begun(text, text[..at].trim_end_matches(is_blank).strip_suffix(sign)?.len())?;
                Some((start..line_end(at), line_end(at)))
            }
            Self::Hanging(sign) => {
                let before = text[..at].trim_end_matches(is_blank);
                // The words may begin in the line below.
                let head = before.strip_suffix('\n').map_or(before, |head| head.trim_end_matches(is_blank));
                let start = begun(text, head.strip_suffix(sign)?.len())?;
                let is_in = head.len() == before.len() || indent(text, at) > indent(text, start);
                let mut end = line_end(at);
                while end < text.len() && goes_on(&text[end + 1..], indent(text, start)) {
                    end = line_end(end + 1);
                }
                is_in.then_some((start..end, end))
            }
            Self::Behind(sign) | Self::Apart(sign) => {
                let before = text[..at].trim_end_matches(is_blank);
                let head = before.trim_end_matches(sign);
                let start = head.len();
                let is_apart = matches!(self, Self::Behind(_)) || head.is_empty() || head.ends_with([' ', '\t', '\n']);
                let is_escaped = (head.len() - head.trim_end_matches('\\').len()) % 2 == 1;
                let is_begun = before.len() - start >= if sign == '/' { 2 } else { 1 };
                (is_apart && !is_escaped && is_begun).then(|| (start..line_end(at), line_end(at)))
            }
            Self::FrontMatter => {
                let inside = front_matter(text)?.contains(&at);
                let style = if text.starts_with('+') { Self::Behind('#') } else { Self::Apart('#') };
                inside.then(|| style.comment(text, at)).flatten()
            }
        }
    }
}

/// True for what parts signs and words in a line.
fn is_blank(one: char) -> bool {
    one.is_whitespace() && one != '\n'
}

/// The place, if only blanks stand before it in its line.
fn begun(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].trim_end_matches([' ', '\t']);
    (before.is_empty() || before.ends_with('\n')).then_some(at)
}

/// How far in the line of a place stands, if only blanks stand before it.
fn indent(text: &str, at: usize) -> usize {
    at - text[..at].trim_end_matches([' ', '\t']).len()
}

/// True if the first line of a text has words and stands further in.
fn goes_on(text: &str, than: usize) -> bool {
    let line = text.split('\n').next().unwrap_or_default();
    !line.trim().is_empty() && line.len() - line.trim_start_matches([' ', '\t']).len() > than
}

/// The lines between the fences at the head of a text.
fn front_matter(text: &str) -> Option<Range<usize>> {
    let first = text.split_inclusive('\n').next().filter(|line| matches!(line.trim_end(), "---" | "+++"))?;
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        // Three dots end a document of YAML as well.
        if line.trim_end() == first.trim_end() || (first.starts_with('-') && line.trim_end() == "...") {
            return Some(first.len()..at);
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(format: Format, text: &str) -> Option<&str> {
        let at = text.find("sms-lint:").expect("there");
        let found = styles(format).iter().find_map(|style| style.comment(text, at));
        found.map(|(range, end)| {
            assert!(range.start < at && at < end && end <= range.end);
            &text[range]
        })
    }

    #[test]
    fn each_format_has_its_own_signs() {
        for (format, text, comment) in [
            (Format::Markdown, "a <!-- sms-lint: x --> b", "<!-- sms-lint: x -->"),
            (Format::Markdown, "---\nk: v # sms-lint: x\n---\n", "# sms-lint: x"),
            (Format::Mdx, "{/* sms-lint: x */}", "{/* sms-lint: x */"),
            (Format::Html, "<!--\n sms-lint: x\n-->", "<!--\n sms-lint: x\n-->"),
            (Format::AsciiDoc, "a\n// sms-lint: x\nb", "// sms-lint: x"),
            (Format::Rst, "  .. sms-lint: x\n", ".. sms-lint: x"),
            (Format::Rst, "..\n   sms-lint: x\n   y\n\n   z\n", "..\n   sms-lint: x\n   y"),
            (Format::Rst, ".. sms-lint: x\n   y\nz\n", ".. sms-lint: x\n   y"),
            (Format::Org, "# sms-lint: x", "# sms-lint: x"),
            (Format::Latex, "text %% sms-lint: x", "%% sms-lint: x"),
            (Format::Latex, "a & b \\\\% sms-lint: x", "% sms-lint: x"),
            (Format::Toml, "k = 'v'# sms-lint: x", "# sms-lint: x"),
            (Format::Markdown, "---\nk: v # sms-lint: x\n...\n", "# sms-lint: x"),
            (Format::Yaml, "k: v # sms-lint: x", "# sms-lint: x"),
            (Format::Json, "{} // sms-lint: x", "// sms-lint: x"),
            (Format::Json, "{} /* sms-lint: x */", "/* sms-lint: x */"),
        ] {
            assert_eq!(found(format, text), Some(comment), "{format:?}");
        }
    }

    #[test]
    fn other_signs_begin_no_comment() {
        for (format, text) in [
            (Format::Markdown, "# sms-lint: x"),
            (Format::Markdown, "<!-- say sms-lint: x -->"),
            (Format::Markdown, "<!-- sms-lint: x"),
            (Format::AsciiDoc, "a // sms-lint: x"),
            (Format::Rst, "a .. sms-lint: x"),
            (Format::Rst, "..\nsms-lint: x"),
            (Format::Rst, "..\n\n   sms-lint: x"),
            (Format::Latex, "5 \\% sms-lint: x"),
            (Format::Yaml, "k: v# sms-lint: x"),
            (Format::Json, "/ sms-lint: x"),
            (Format::Plain, "# sms-lint: x"),
            (Format::Csv, "# sms-lint: x"),
        ] {
            assert_eq!(found(format, text), None, "{format:?} {text}");
        }
    }
}
