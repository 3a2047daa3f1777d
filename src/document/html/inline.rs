//! What a tag in a line means: struck text, marks of footnotes, line ends, images; and entities.

use super::super::map::Prose;
use super::tag;
use crate::source::Span;

/// Elements whose content is struck out.
pub(super) const STRUCK: &[&str] = &["del", "s", "strike"];

/// Longest mark of a footnote, with its tags, in bytes.
const NOTE: usize = 300;

/// True for a tag that begins struck text, false for one that ends it, nothing for another.
#[must_use]
pub fn strikes(tag: &str) -> Option<bool> {
    STRUCK.iter().any(|one| one.eq_ignore_ascii_case(tag::name(tag))).then(|| !tag.starts_with("</"))
}

/// Length of the mark of a footnote that a text begins with: `<sup>1</sup>`, also as a link or in brackets.
#[must_use]
pub fn footnote_mark(text: &str) -> Option<usize> {
    let own = text.get(..2).filter(|one| matches!(*one, "<s" | "<S" | "<a" | "<A")).map(|_| tag::name(text))?;
    let (close, is_named) = if own.eq_ignore_ascii_case("sup") {
        ("</sup", false)
    } else if own.eq_ignore_ascii_case("a") && names_note(&text[..tag::end(text)]) {
        ("</a", true)
    } else {
        return None;
    };
    let mut words = String::new();
    let mut at = tag::end(text);
    while at < text.len().min(NOTE) {
        let rest = &text[at..];
        if rest.get(..close.len()).is_some_and(|one| one.eq_ignore_ascii_case(close)) {
            let number = words.trim().trim_matches(['[', ']', '(', ')']);
            let digits = !number.is_empty() && number.len() <= 3 && number.bytes().all(|byte| byte.is_ascii_digit());
            return (is_named || digits).then(|| at + tag::end(rest));
        }
        at += match rest.chars().next()? {
            '<' => tag::end(rest),
            one => {
                words.push(one);
                one.len_utf8()
            }
        };
    }
    None
}

/// True if a link says that it leads to a footnote.
fn names_note(tag: &str) -> bool {
    ["role", "epub:type"].iter().any(|name| tag::value(tag, name).contains("noteref"))
        || tag::value(tag, "class").split_ascii_whitespace().any(|class| class.starts_with("footnote-ref"))
}

/// True if an element says that it holds footnotes.
pub(super) fn holds_notes(tag: &str) -> bool {
    ["class", "id", "role"].iter().any(|name| {
        let mut words = tag::value(tag, name).split_ascii_whitespace();
        words.any(|word| {
            ["footnote", "endnote", "doc-footnote", "doc-endnote"].iter().any(|head| word.starts_with(head))
        })
    })
}

/// True for a tag that ends a line.
#[must_use]
pub fn is_line_break(tag: &str) -> bool {
    tag::name(tag).eq_ignore_ascii_case("br")
}

/// Appends the alternative text of an image, or its title where it has none, a word of its own.
pub fn push_alternative(tag: &str, start: usize, prose: &mut Prose) {
    if !["img", "area"].iter().any(|one| one.eq_ignore_ascii_case(tag::name(tag))) {
        return;
    }
    let text = |name| tag::attribute(tag, name).filter(|value| !value.is_empty());
    if let Some(value) = text("alt").or_else(|| text("title")) {
        if !prose.ends_blank() {
            prose.push_as(' ', Span::new(start + value.start, start + value.start));
        }
        push_value(&tag[value.clone()], start + value.start, prose);
        prose.push_as(' ', Span::new(start + value.end, start + value.end));
    }
}

/// Appends the value of an attribute.
pub(super) fn push_value(text: &str, source: usize, prose: &mut Prose) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let plain = memchr::memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        if plain > 0 {
            prose.push_collapsed(&rest[..plain], source + at);
            at += plain;
        } else {
            at += push_entity(rest, source + at, prose);
        }
    }
}

/// Longest entity, in bytes.
const ENTITY: usize = 34;

/// Appends the character that an entity stands for; gives the length of what was read.
pub fn push_entity(text: &str, source: usize, prose: &mut Prose) -> usize {
    let body = text.bytes().skip(1).take(ENTITY);
    let name = 1 + body.take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    let end = name + usize::from(text.as_bytes().get(name) == Some(&b';'));
    let plain = htmlize::unescape(&text[..end]);
    if plain != text[..end] {
        prose.push_for(&plain, Span::new(source, source + end));
        return end;
    }
    prose.push("&", source);
    1
}
