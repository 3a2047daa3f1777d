//! Links, images, footnotes and other macros in a line, by the word that they begin with.

use std::collections::HashMap;
use std::ops::Range;

use super::super::mark::Role;
use super::inline::Inline;

/// Longest text between the signs of a reference, in bytes.
const LONGEST: usize = 300;

/// Beginnings of addresses.
const SCHEMES: &[&str] = &["https://", "http://", "ftp://", "ftps://", "file://", "irc://", "mailto:"];

/// What becomes of a macro `name:target[text]`.
#[derive(Clone, Copy)]
enum Use {
    /// Its text is shown, else its target as an address.
    Link,
    /// Its text is shown.
    Text,
    /// Its text up to a comma is shown.
    First,
    /// Its target and its text are shown.
    Both,
    /// Its text is a footnote.
    Note,
    /// Its text is HTML.
    Markup,
    /// Nothing is shown.
    Nothing,
}

const MACROS: &[(&str, Use)] = &[
    ("link:", Use::Link),
    ("xref:", Use::Link),
    ("image:", Use::First),
    ("footnote:", Use::Note),
    ("footnoteref:", Use::Note),
    ("pass:", Use::Markup),
    ("kbd:", Use::Text),
    ("btn:", Use::Text),
    ("menu:", Use::Both),
    ("stem:", Use::Text),
    ("asciimath:", Use::Text),
    ("latexmath:", Use::Text),
    ("icon:", Use::Nothing),
    ("anchor:", Use::Nothing),
    ("indexterm:", Use::Nothing),
    ("indexterm2:", Use::Text),
];

/// True if a text begins with a macro or an address.
pub fn is_macro(text: &str) -> bool {
    let starts = |head: &str| text.starts_with(head);
    SCHEMES.iter().any(|head| starts(head)) || MACROS.iter().any(|(head, _)| starts(head))
}

/// Takes a word, and what it begins; gives the length of what was read.
pub fn word(inline: &mut Inline<'_>, at: usize) -> usize {
    let rest = &inline.text[at..];
    let end = rest.find(|one: char| !one.is_alphanumeric()).unwrap_or(rest.len());
    let behind = &rest[end..];
    if !behind.starts_with(':') {
        return end;
    }
    if SCHEMES.iter().any(|head| rest.starts_with(head)) {
        return address(inline, at);
    }
    let known = MACROS.iter().find(|(head, _)| rest.starts_with(head));
    known.and_then(|(head, of)| take(inline, at, head.len(), *of)).unwrap_or(end)
}

/// An address, alone or with the text of a link behind it.
fn address(inline: &mut Inline<'_>, at: usize) -> usize {
    let end = target_end(inline.text, at) - at;
    let range = at..at + end;
    let shown = inline.brackets_at(at + end).filter(|inner| !is_blank(inline.text, inner));
    if let Some(inner) = shown {
        show(inline, range.start, inner)
    } else {
        // Blanks between brackets may be longer than a byte.
        if let Some(inner) = inline.brackets_at(at + end) {
            inline.edits.leave_out(at + end..inner.end + 1);
        }
        let bare = inline.text[range.clone()].trim_end_matches(['.', ',', ';', ':', ')', '!', '?']).len();
        inline.edits.mark(range.start..range.start + bare.max(1), Role::Address);
        end
    }
}

/// Where an address that goes on at `at` ends.
pub fn target_end(text: &str, at: usize) -> usize {
    text[at..].find(|one: char| one.is_whitespace() || "<>[]\"".contains(one)).map_or(text.len(), |end| at + end)
}

fn is_blank(text: &str, range: &Range<usize>) -> bool {
    text[range.clone()].trim().is_empty()
}

/// Longest target of a macro, in characters.
const TARGET: usize = 4096;

fn take(inline: &mut Inline<'_>, at: usize, head: usize, of: Use) -> Option<usize> {
    let rest = &inline.text[at + head..];
    let ends = |(_, one): &(usize, char)| one.is_whitespace() || *one == '[';
    let (target, _) = rest.char_indices().take(TARGET).find(ends).filter(|(_, end)| *end == '[')?;
    let open = at + head + target;
    let inner = inline.brackets_at(open)?;
    let whole = at..inner.end + 1;
    match of {
        Use::Link if is_blank(inline.text, &inner) => {
            inline.edits.leave_out(at..at + head);
            inline.edits.leave_out(open..whole.end);
            inline.edits.mark(at + head..open, Role::Address);
            return Some(whole.len());
        }
        Use::First => {
            let first = inline.text[inner.clone()].find(',').map_or(inner.end, |comma| inner.start + comma);
            inline.edits.leave_out(first..inner.end);
            return Some(show(inline, at, inner));
        }
        Use::Link | Use::Text => return Some(show(inline, at, inner)),
        Use::Both => {
            inline.edits.leave_out(at..at + head);
            inline.edits.put(open..open + 1, " ");
            inline.edits.leave_out(inner.end..inner.end + 1);
            return Some(head);
        }
        Use::Note => {
            inline.notes.push(inner);
            inline.edits.leave_out(whole.clone());
        }
        Use::Markup => {
            inline.markup(inner.clone());
            inline.edits.unwrap(whole.clone(), inner);
        }
        Use::Nothing => inline.edits.leave_out(whole.clone()),
    }
    Some(whole.len())
}

/// Shows the text in the brackets of a macro that begins at `at`; what stands in it is read on.
pub fn show(inline: &mut Inline<'_>, at: usize, inner: Range<usize>) -> usize {
    let words = label(inline.text, inner.clone());
    inline.edits.leave_out(at..words.start);
    inline.edits.leave_out(words.end..inner.end + 1);
    words.start - at
}

/// The words of a link among its attributes: `"ISO, the body",window=_blank` or `ISO^`.
fn label(text: &str, inner: Range<usize>) -> Range<usize> {
    let own = &text[inner.clone()];
    if let Some(end) = own.strip_prefix('"').and_then(|rest| rest.find('"')) {
        return inner.start + 1..inner.start + 1 + end;
    }
    let is_attribute = |at: &usize| {
        let name = own[at + 1..].trim_start();
        let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
        length > 0 && name[length..].starts_with('=')
    };
    let end = memchr::memchr_iter(b',', own.as_bytes()).find(is_attribute).unwrap_or(own.len());
    inner.start..inner.start + own[..end].trim_end_matches('^').len()
}

/// How deep brackets may stand in brackets; each is looked through for itself.
const DEPTH: usize = 32;

/// Where each bracket that is closed closes, unless it stands too deep in others.
pub fn closings(text: &str) -> HashMap<usize, usize> {
    let mut open = Vec::new();
    let mut closings = HashMap::new();
    for at in memchr::memchr2_iter(b'[', b']', text.as_bytes()) {
        let escaped = at > 0 && text.as_bytes()[at - 1] == b'\\';
        if escaped {
            // What is escaped inside another closes its own, but is none to those who ask.
            if text.as_bytes()[at] == b']' && open.len() > 1 {
                open.pop();
            }
        } else if text.as_bytes()[at] == b'[' {
            open.push(at);
        } else if let Some(from) = open.pop()
            && open.len() < DEPTH
        {
            closings.insert(from, at);
        }
    }
    closings
}

/// `[[anchor]]`, `[[[entry]]]` of a bibliography, and the role before a mark: `[.lead]#words#`.
pub fn brackets(inline: &mut Inline<'_>, at: usize) -> Option<usize> {
    let text = inline.text;
    let inner = inline.brackets_at(at)?;
    let whole = at..inner.end + 1;
    let body = &text[inner.clone()];
    if body.starts_with("[[") && body.ends_with("]]") {
        let shown = body.find(',').map_or(2, |comma| comma + 1);
        inline.edits.leave_out(at + 1..inner.start + shown);
        inline.edits.leave_out(inner.end - 2..inner.end);
        return Some(shown + 1);
    }
    if body.starts_with('[') && body.ends_with(']') {
        let name = body.as_bytes().get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
        return name.then(|| {
            inline.edits.leave_out(whole.clone());
            whole.len()
        });
    }
    let mark = *text.as_bytes().get(whole.end).filter(|byte| b"#*_`".contains(byte))?;
    let free = !text[..at].ends_with(char::is_alphanumeric);
    let is_role = !body.is_empty() && !body.contains(['\n', '[']);
    let end = text[whole.end + 1..].bytes().take(LONGEST).position(|byte| byte == mark)?;
    if !free || !is_role {
        return None;
    }
    if body.contains("line-through") || body.contains("strike") {
        let from = whole.end + text[whole.end..].bytes().take_while(|byte| *byte == mark).count();
        let to = memchr::memchr(mark, &text.as_bytes()[from..]).map_or(whole.end + end, |found| from + found);
        inline.edits.mark(from..to, Role::Struck);
    }
    inline.edits.leave_out(whole.clone());
    // The mark behind may open now, as if a blank stood before it.
    Some(whole.len())
}

/// `<<target,words>>`, `((shown))`, `(((not shown)))`, `(C)`.
pub fn reference(inline: &mut Inline<'_>, at: usize) -> Option<usize> {
    let rest = &inline.text[at..];
    for (sign, shown) in [("(C)", "©"), ("(R)", "®"), ("(TM)", "™")] {
        if rest.starts_with(sign) {
            inline.edits.put(at..at + sign.len(), shown);
            return Some(sign.len());
        }
    }
    let reach = rest.len().min(LONGEST);
    let closed = |open: &str, close: &str| {
        let body = rest.strip_prefix(open)?.as_bytes();
        let end = memchr::memmem::find(&body[..reach.saturating_sub(open.len())], close.as_bytes())?;
        Some(at + open.len()..at + open.len() + end)
    };
    if let Some(inner) = closed("<<", ">>") {
        let body = &inline.text[inner.clone()];
        let whole = at..inner.end + 2;
        if let Some(comma) = body.find(',') {
            inline.edits.leave_out(at..inner.start + comma + 1);
            inline.edits.leave_out(inner.end..whole.end);
            return Some(2 + comma + 1);
        }
        inline.edits.unwrap(whole.clone(), inner.clone());
        inline.edits.mark(inner, Role::Address);
        return Some(whole.len());
    }
    if let Some(inner) = closed("(((", ")))") {
        inline.edits.leave_out(at..inner.end + 3);
        return Some(inner.len() + 6);
    }
    let inner = closed("((", "))")?;
    inline.edits.unwrap(at..inner.end + 2, inner);
    Some(2)
}
