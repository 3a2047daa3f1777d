//! What a line of AsciiDoc is, seen alone.

use std::ops::Range;

/// A line that begins and ends a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fence {
    /// `----` and ```` ``` ````: a listing.
    Listing,
    /// `....`: a literal text.
    Literal,
    /// `////`: a comment.
    Comment,
    /// `++++`: HTML.
    Pass,
    /// `====`, `****`, `____`, `--`: blocks inside.
    Holder,
    /// `|===`: a table, with what parts its cells.
    Table(u8),
}

/// The fence that a line is.
pub fn fence(line: &str) -> Option<Fence> {
    let first = *line.as_bytes().first()?;
    if line.len() == 4 && line.ends_with("===") && matches!(first, b'|' | b',' | b':' | b'!') {
        return Some(Fence::Table(first));
    }
    if line == "--" {
        return Some(Fence::Holder);
    }
    if line.starts_with("```") && !line[3..].contains('`') {
        return Some(Fence::Listing);
    }
    if line.len() < 4 || line.bytes().any(|byte| byte != first) {
        return None;
    }
    match first {
        b'-' => Some(Fence::Listing),
        b'.' => Some(Fence::Literal),
        b'/' => Some(Fence::Comment),
        b'+' => Some(Fence::Pass),
        b'=' | b'*' | b'_' => Some(Fence::Holder),
        _ => None,
    }
}

/// The level of a section title, 1 the highest, and where its words begin.
pub fn title(line: &str) -> Option<(u8, usize)> {
    let mark = *line.as_bytes().first().filter(|byte| matches!(byte, b'=' | b'#'))?;
    let level = line.bytes().take_while(|byte| *byte == mark).count();
    let words = line[level..].trim_start();
    let apart = words.len() < line.len() - level;
    (level <= 6 && apart && !words.is_empty()).then(|| (u8::try_from(level).unwrap_or(6), line.len() - words.len()))
}

/// The level of a title that is underlined by `under`.
pub fn underlined(line: &str, under: &str) -> Option<u8> {
    let first = under.chars().next()?;
    let level = "=-~^+".find(first)?;
    let length = line.chars().count();
    let fits = length.abs_diff(under.len()) < 2 && under.len() > 1;
    let is_title = !line.starts_with(['.', ' ', '\t']) && line.contains(char::is_alphanumeric);
    (fits && is_title && under.chars().all(|one| one == first)).then(|| u8::try_from(level + 1).unwrap_or(5))
}

/// A line that defines a name or takes it back: the name and the range of what it stands for.
pub fn entry(line: &str) -> Option<(&str, Range<usize>)> {
    let rest = line.strip_prefix(':')?;
    let end = rest.find(':')?;
    let name = &rest[..end];
    let value = &rest[end + 1..];
    let word = name.trim_start_matches('!').trim_end_matches('!');
    let is_name = word.starts_with(|one: char| one.is_alphanumeric() || one == '_')
        && word.chars().all(|one| one.is_alphanumeric() || "_- ".contains(one));
    let apart = value.is_empty() || value.starts_with([' ', '\t']);
    (is_name && apart).then(|| (name, line.len() - value.trim_start().len()..line.len()))
}

/// True for a line of attributes of the block that follows: `[source,ruby]`, `[[anchor]]`.
pub fn is_attributes(line: &str) -> bool {
    let Some(inner) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) else { return false };
    let closed = !inner.starts_with('[') || inner.ends_with(']');
    inner.is_empty() || (closed && inner.starts_with(|one: char| one.is_alphabetic() || "_{,.#\"'%[".contains(one)))
}

/// Where the words of a list item begin, if the line begins one.
pub fn item(line: &str) -> Option<usize> {
    let rest = line.trim_start();
    let mark = rest.find([' ', '\t'])?;
    let sign = &rest[..mark];
    let same = |one: char, most: usize| sign.len() <= most && sign.chars().all(|other| other == one);
    let number = || sign.strip_suffix('.').is_some_and(|body| body.bytes().all(|byte| byte.is_ascii_digit()));
    let letter = || sign.len() == 2 && sign.ends_with('.') && sign.as_bytes()[0].is_ascii_alphabetic();
    let roman = || sign.strip_suffix(')').is_some_and(|body| body.bytes().all(|byte| b"ivxIVX".contains(&byte)));
    let callout = || {
        let body = sign.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
        body.is_some_and(|body| body == "." || !body.is_empty() && body.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_mark =
        sign == "-" || sign == "•" || same('*', 5) || same('.', 5) || number() || letter() || roman() || callout();
    let words = rest[mark..].trim_start();
    (is_mark && sign != ")" && !words.is_empty()).then(|| line.len() - words.len())
}

/// The term of a description list and where its description begins, if the line begins with one: `term:: words`.
pub fn term(line: &str) -> Option<(Range<usize>, usize)> {
    let start = line.len() - line.trim_start().len();
    let mut from = start;
    while let Some(found) = memchr::memchr2(b':', b';', &line.as_bytes()[from..]) {
        let at = from + found;
        let sign = line.as_bytes()[at];
        let count = line[at..].bytes().take_while(|byte| *byte == sign).count();
        let behind = &line[at + count..];
        let is_mark = (sign == b':' && (2..=4).contains(&count)) || (sign == b';' && count == 2);
        if is_mark && at > start && (behind.is_empty() || behind.starts_with([' ', '\t'])) {
            return Some((start..at, line.len() - behind.trim_start().len()));
        }
        from = at + count;
    }
    None
}

/// The name, target and text of a macro that fills a line: `image::plan.png[Plan]`.
pub fn block_macro(line: &str) -> Option<(&str, Range<usize>, Range<usize>)> {
    let name_end = line.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    if name_end == 0 || !line[name_end..].starts_with("::") || !line.ends_with(']') {
        return None;
    }
    let open = name_end + 2 + line[name_end + 2..].find('[')?;
    let target = &line[name_end + 2..open];
    (!target.starts_with(' ')).then(|| (&line[..name_end], name_end + 2..open, open + 1..line.len() - 1))
}

/// The value of an attribute among those in a part of a line: `plan.png,title="The plan"`.
pub fn named(line: &str, inner: Range<usize>, wanted: &str) -> Option<Range<usize>> {
    let own = &line[inner.clone()];
    let (mut at, mut quoted) = (0, false);
    for (end, one) in own.char_indices().chain([(own.len(), ',')]) {
        quoted ^= one == '"';
        if one != ',' || (quoted && end < own.len()) {
            continue;
        }
        let part = &own[at..end];
        let value = part.trim_start().strip_prefix(wanted).and_then(|rest| rest.trim_start().strip_prefix('='));
        if let Some(value) = value {
            let start = inner.start + end - value.len();
            let words = value.trim().trim_matches(['"', '\'']).trim();
            let from = start + value.find(words).unwrap_or(0);
            return (!words.is_empty()).then(|| from..from + words.len());
        }
        at = end + 1;
    }
    None
}

/// True for a line that parts sections or pages.
pub fn is_rule(line: &str) -> bool {
    matches!(line, "'''" | "<<<" | "---" | "- - -" | "***" | "* * *")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        assert_eq!(
            (fence("----"), fence("--"), fence("|==="), fence("---")),
            (Some(Fence::Listing), Some(Fence::Holder), Some(Fence::Table(b'|')), None)
        );
        assert_eq!(
            (title("== A"), title("==A"), title("# B"), title("======= C")),
            (Some((2, 3)), None, Some((1, 2)), None)
        );
        assert_eq!((underlined("Name", "----"), underlined("Name", "======")), (Some(2), None));
        assert_eq!(entry(":iso: ISO 9001"), Some(("iso", 6..14)));
        assert_eq!((entry(":!toc:"), entry("::"), entry(": a: b")), (Some(("!toc", 6..6)), None, None));
        assert_eq!(
            (item("* a"), item("  ... b"), item("12. c"), item("<1> d"), item("*a*")),
            (Some(2), Some(6), Some(4), Some(4), None)
        );
        assert_eq!((item("ISO 9001"), item(") x"), item("- ")), (None, None, None));
        assert_eq!((term("A::B:: c"), term("C;;"), term("a::b")), (Some((0..4, 7)), Some((0..1, 3)), None));
        assert_eq!(block_macro("image::a.png[B]"), Some(("image", 7..12, 13..14)));
        let line = "image::a.png[B, title=\"C, d\",width=3]";
        assert_eq!(named(line, 13..line.len() - 1, "title").map(|range| &line[range]), Some("C, d"));
        assert_eq!((named("[subtitle=x]", 1..11, "title"), named("[title=]", 1..7, "title")), (None, None));
        assert!(is_attributes("[source,ruby]") && is_attributes("[[a]]") && !is_attributes("[1]"));
    }
}
