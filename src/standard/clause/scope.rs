//! Which stretch of a listing goes together: what stands between the same braces, or below the same item.

use std::ops::Range;

/// The stretches of `text` that hold `at`, the innermost first: between braces, and items of a list by their indents.
pub(super) fn around(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut found = braces(text, at);
    if found.is_empty() {
        found.extend(item(text, at));
    }
    found.sort_by_key(Range::len);
    found
}

/// True if `at` stands between braces of its own inside `scope` that do not hold `own`.
pub(super) fn is_apart(text: &str, scope: &Range<usize>, at: usize, own: usize) -> bool {
    let (from, to) = if at < own { (at, own) } else { (own, at) };
    let (mut depth, mut closed) = (0_usize, 0_usize);
    for byte in &text.as_bytes()[from.max(scope.start)..to.min(scope.end)] {
        match byte {
            b'{' => depth += 1,
            b'}' if depth > 0 => depth -= 1,
            b'}' => closed += 1,
            _ => {}
        }
    }
    // Going forward from the number, what opens holds the other; going back, what closes held it.
    if at < own { closed > 0 } else { depth > 0 }
}

/// The pairs of braces around `at`, the innermost first.
fn braces(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut inner = at..at;
    while let Some(outer) = pair_around(text.as_bytes(), &inner).filter(|_| found.len() < MOST) {
        inner = outer.clone();
        found.push(outer);
    }
    found
}

/// The pair of braces right outside a stretch.
fn pair_around(bytes: &[u8], inner: &Range<usize>) -> Option<Range<usize>> {
    let open = unmatched(bytes[..inner.start].iter().rev(), b'{', b'}')?;
    let close = unmatched(bytes[inner.end..].iter(), b'}', b'{')?;
    Some(inner.start - 1 - open..inner.end + close + 1)
}

/// Most pairs of braces that are looked at.
const MOST: usize = 8;

/// Most bytes that are looked at for a brace, or for the mark of an item.
const REACH: usize = 64 << 10;

/// How far away the first `wanted` byte is that no `other` one on the way answers.
fn unmatched<'a>(bytes: impl Iterator<Item = &'a u8>, wanted: u8, other: u8) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in bytes.take(REACH).enumerate() {
        if *byte == other {
            depth += 1;
        } else if *byte == wanted {
            match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(at),
            }
        }
    }
    None
}

/// The item of a list around `at`: from the line with its mark to the next line that stands no deeper than the mark.
fn item(text: &str, at: usize) -> Option<Range<usize>> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let line_start = |at: usize| text[..at].rfind('\n').map_or(0, |end| end + 1);
    let mut start = line_start(at);
    let mut least = indent(&text[start..]) + 1;
    loop {
        let line = text[start..].lines().next().unwrap_or_default();
        if line.trim_start().starts_with("- ") && indent(line) < least {
            break;
        }
        if !line.trim().is_empty() {
            least = least.min(indent(line) + 1);
        }
        start = line_start(start.checked_sub(1).filter(|end| at - end <= REACH)?);
    }
    let own = indent(text[start..].lines().next().unwrap_or_default());
    let mut end = start;
    for (number, line) in text[start..].split_inclusive('\n').enumerate() {
        if (number > 0 && !line.trim().is_empty() && indent(line) <= own) || end > at + REACH {
            break;
        }
        end += line.len();
    }
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scopes<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
        let at = text.find(word).expect("it is there");
        around(text, at).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn braces_hold_what_goes_together() {
        let text = "[{a: 1, b: {c: X}}, {d: Y}]";
        assert_eq!(scopes(text, "X"), ["{c: X}", "{a: 1, b: {c: X}}"]);
        assert_eq!(scopes(text, "Y"), ["{d: Y}"]);
        let whole = 0..text.len();
        let at = |word: &str| text.find(word).expect("it is there");
        assert!(is_apart(text, &whole, at("X"), at("Y")) && is_apart(text, &whole, at("Y"), at("X")));
        assert!(!is_apart(text, &whole, at("a:"), at("X")), "what holds the number is not apart from it");
    }

    #[test]
    fn items_hold_what_stands_below_them() {
        let text = "list:\n  - id: X\n    of: A\n  - id: Y\n    of:\n      - Z\nend: B\n";
        assert_eq!(scopes(text, "X"), ["  - id: X\n    of: A\n"]);
        assert_eq!(scopes(text, "A"), ["  - id: X\n    of: A\n"]);
        assert_eq!(scopes(text, "Z"), ["      - Z\n"]);
        assert!(scopes(text, "B").is_empty() || !scopes(text, "B")[0].contains('X'));
    }
}
