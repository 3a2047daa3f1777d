//! Where a text may be changed without breaking what it stands in.

use std::cell::OnceCell;
use std::ops::Range;

use crate::document::{Block, Format, Kind, Role};
use crate::rule::words::ID_KEYS;
use crate::source::{SourceFile, Span, ceiling, floor};

/// A stretch of the prose of a block.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub block: &'a Block,
    pub range: &'a Range<usize>,
}

/// The text in which stretches stand.
pub(super) struct Written<'a> {
    pub source: &'a SourceFile<'a>,
    pub format: Format,
    /// Whether it links to its headings or terms by their words, once it was asked.
    links: OnceCell<bool>,
}

impl<'a> Written<'a> {
    pub fn new(source: &'a SourceFile<'a>, format: Format) -> Self {
        Self { source, format, links: OnceCell::new() }
    }

    /// True if the text links to its headings or terms by their words. All of it is looked at, but once.
    fn links_to_words(&self) -> bool {
        let signs: &[&str] = match self.format {
            Format::Markdown | Format::Mdx => &["](#", "[[#"],
            Format::Org => &["[[*"],
            Format::AsciiDoc => &["<<"],
            Format::Rst => &[":term:"],
            Format::Latex | Format::Plain | Format::Html | Format::Yaml | Format::Json | Format::JsonLines => &[],
            Format::Toml | Format::Csv | Format::Tsv | Format::Container(_) => &[],
        };
        *self.links.get_or_init(|| signs.iter().any(|sign| self.source.text.contains(sign)))
    }
}

impl Stretch<'_> {
    /// What stands there in the text of the file.
    pub fn span(&self) -> Span {
        self.block.prose.source_span(self.range.start, self.range.end)
    }

    /// True if the text of the file has the same characters there: no markup, no escape and no comment stands in it.
    pub fn is_plain(&self, source: &SourceFile) -> bool {
        let span = self.span();
        let (written, read) = (&source.text[span.start..span.end], &self.block.prose.text()[self.range.clone()]);
        let is_same = |(a, b): (char, char)| a == b || !(a.is_alphanumeric() || b.is_alphanumeric());
        written.chars().count() == read.chars().count() && written.chars().zip(read.chars()).all(is_same)
    }

    /// True if it stands in quotation marks with other words: what somebody wrote, or the name of a book.
    pub fn is_quoted(&self) -> bool {
        let text = self.block.prose.text();
        let (before, behind) = (&text[..self.range.start], &text[self.range.end..]);
        let before = &before[ceiling(before, before.len().saturating_sub(NAME))..];
        let behind = &behind[..floor(behind, NAME)];
        let is_open = before.matches('"').count() % 2 == 1 || PAIRS.iter().any(|pair| is_within(before, behind, *pair));
        let (Some(open), Some(close)) = (before.rfind(OPENING), behind.find(CLOSING)) else { return false };
        let has_words = |text: &str| text.contains(char::is_alphabetic);
        is_open && (has_words(&before[open..]) || has_words(&behind[..close]))
    }

    /// True if it is the text of a link to a page elsewhere, in the formats that have most of them.
    pub fn is_linked(&self, written: &Written<'_>) -> bool {
        let (before, behind) = self.around(written.source);
        let target = behind.find(']').and_then(|at| behind[at + 1..].strip_prefix('('));
        let is_page = target.is_some_and(|target| target.starts_with("http"));
        match written.format {
            Format::Markdown | Format::Mdx => is_page && is_within(before, behind, ["[", "]"]),
            Format::Html => is_within(before, behind, ["<a ", "</a>"]),
            _ => false,
        }
    }

    /// True if `span`, which is part of it, may hold `text` instead.
    pub fn may_change(&self, written: &Written<'_>, span: Span, text: &str) -> bool {
        let has = |role| self.block.has_role(self.range, role);
        let is_name =
            matches!(self.block.kind, Kind::Key(_)) || has(Role::Key) || has(Role::Named) || has(Role::Address);
        !is_name
            && !self.block.is_code(self.range)
            && !self.is_drawn(written.format, span, text)
            && !self.is_label(written)
    }

    /// True if the markup draws a frame or a line of the width of the text, which a longer one would break.
    fn is_drawn(&self, format: Format, span: Span, text: &str) -> bool {
        let is_drawn = format == Format::Rst && matches!(self.block.kind, Kind::Cell(_) | Kind::Heading(_));
        is_drawn && text.len() != span.end - span.start
    }

    /// True if it stands in a name by which something else is found: of a link, of an entry, of what a template fills in.
    fn is_label(&self, written: &Written<'_>) -> bool {
        let (before, behind) = self.around(written.source);
        let is_heading = matches!(self.block.kind, Kind::Heading(_));
        let in_template = is_within(before, behind, ["{{", "}}"]);
        let in_code = ["<code>", "<kbd>", "<samp>"].iter().any(|tag| before.ends_with(tag));
        let is_id = self.block.entry().is_some_and(|(key, _)| ID_KEYS.contains(key.to_lowercase().as_str()));
        let is_named = match written.format {
            Format::Markdown | Format::Mdx => {
                (is_within(before, behind, ["[", "]"]) && !is_with_target(behind))
                    || (is_heading && written.links_to_words())
            }
            Format::Org => {
                is_within(before, behind, ["[[", "]]"])
                    || is_within(before, behind, ["{", "}"])
                    || (is_heading && written.links_to_words())
            }
            Format::AsciiDoc => {
                is_within(before, behind, ["<<", ">>"])
                    || before.ends_with([':', '+'])
                    || ["stem:[", "pass:["].iter().any(|name| before.ends_with(name))
                    || (is_heading && written.links_to_words())
            }
            Format::Rst => {
                let is_term = || self.block.prose.text().trim().len() == self.range.len();
                // So far behind the head of a block nobody counts, and nothing is changed.
                before.len() > FAR
                    || (before.matches('`').count() % 2 == 1 && behind.contains('`'))
                    || (is_term() && written.links_to_words())
            }
            Format::Latex => before.ends_with('{') && behind.starts_with('}'),
            Format::Plain | Format::Html | Format::Yaml | Format::Json | Format::JsonLines => false,
            Format::Toml | Format::Csv | Format::Tsv | Format::Container(_) => false,
        };
        in_template || in_code || is_id || is_named
    }

    /// The lines of the block before and behind the stretch.
    fn around<'a>(&self, source: &'a SourceFile) -> (&'a str, &'a str) {
        let (own, block) = (self.span(), self.block.prose.source_span(0, self.block.prose.text().len()));
        let text: &str = &source.text;
        let first = block.start.min(own.start);
        // No line of text is as long as one of data can be.
        let from = ceiling(text, first.saturating_sub(LINE));
        let start = memchr::memrchr(b'\n', &text.as_bytes()[from..first]).map_or(from, |end| from + end + 1);
        // What closes a name may stand behind the last words of the block.
        let last = block.end.max(own.end);
        let to = ceiling(text, last + LINE);
        let end = memchr::memchr(b'\n', &text.as_bytes()[last..to]).map_or(to, |end| last + end);
        (&text[start..own.start], &text[own.end..end])
    }
}

/// How far the line around a block is looked at on either side, in bytes.
const LINE: usize = 1 << 14;

/// How far back back ticks are counted, in bytes.
const FAR: usize = 1 << 16;

/// Quotation marks that come in pairs, and all of them.
const PAIRS: [[&str; 2]; 3] = [["“", "”"], ["„", "“"], ["«", "»"]];
const OPENING: [char; 4] = ['"', '“', '„', '«'];
const CLOSING: [char; 4] = ['"', '”', '“', '»'];

/// The longest name by which something is found, in bytes.
const NAME: usize = 2048;

/// True if a pair of signs stands around.
fn is_within(before: &str, behind: &str, [open, close]: [&str; 2]) -> bool {
    let before = &before[ceiling(before, before.len().saturating_sub(NAME))..];
    if last(before, open).is_none_or(|at| before[at..].contains(close)) {
        return false;
    }
    let behind = &behind[..floor(behind, NAME)];
    behind.find(close).is_some_and(|at| !behind[..at].contains(open))
}

/// Where a sign stands last in a text. Most texts have none, which one look for its first byte tells.
fn last(text: &str, sign: &str) -> Option<usize> {
    let first = *sign.as_bytes().first()?;
    memchr::memrchr_iter(first, text.as_bytes()).find(|at| text.as_bytes()[*at..].starts_with(sign.as_bytes()))
}

/// True if the brackets of Markdown are followed by a target of their own.
fn is_with_target(behind: &str) -> bool {
    behind.find(']').is_some_and(|at| behind[at + 1..].starts_with('('))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_last_sign_is_found_as_from_behind(text in "[\\[<{aé]{0,12}") {
            for sign in ["[", "[[", "{{", "<<", "{"] {
                prop_assert_eq!(last(&text, sign), text.rfind(sign), "{}", sign);
            }
        }
    }

    #[test]
    fn a_pair_of_signs_stands_around() {
        let pair = ["[[", "]]"];
        assert!(is_within("see [[a", "b]] c", pair) && !is_within("see [[a]]", "b]] c", pair));
        assert!(!is_within("see [a", "b]] c", pair) && !is_within("see [[a", "[[b]] c", pair));
    }
}
