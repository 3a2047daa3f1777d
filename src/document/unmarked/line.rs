//! How lines of Markdown begin.

/// True if a line that goes on or begins a paragraph can begin no other block.
pub(super) fn begins_words(line: &str) -> bool {
    let bytes = line.as_bytes();
    let at = |index: usize| bytes.get(index).copied().unwrap_or(b' ');
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    match at(0) {
        b'(' | b'"' | b'\'' | b'[' => true,
        b'0'..=b'9' => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            digits < bytes.len() && !(matches!(at(digits), b'.' | b')') && matches!(at(digits + 1), b' ' | b'\t'))
        }
        sign @ (b'*' | b'_') => is_word(at(1)) || (at(1) == sign && is_word(at(2))),
        b'`' => !bytes.starts_with(b"```"),
        b'!' => at(1) == b'[',
        byte => byte.is_ascii_alphabetic() || !byte.is_ascii(),
    }
}

/// True if a line can only go on the paragraph above it.
pub(super) fn goes_on(line: &str) -> bool {
    begins_words(line.trim_start_matches(' '))
}

/// True if the words of an item begin a paragraph, and no box to be ticked stands before them.
pub(super) fn begins_item(words: &str) -> bool {
    begins_words(words) && !(words.starts_with('[') && words.as_bytes().get(2) == Some(&b']'))
}

/// The sign of the marker with which a line begins, and its length with the blank behind it.
pub(super) fn marker(line: &str) -> Option<(u8, usize)> {
    let bytes = line.as_bytes();
    match bytes {
        [sign @ (b'-' | b'*'), b' ', ..] => Some((*sign, 2)),
        [b'0'..=b'9', ..] => {
            let digits = bytes.iter().take_while(|byte| byte.is_ascii_digit()).count();
            (digits <= 9 && bytes[digits..].starts_with(b". ")).then_some((b'.', digits + 2))
        }
        _ => None,
    }
}

/// Length of a marker of any kind with which words begin.
pub(super) fn any_marker(words: &str) -> Option<usize> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let is_sign = match words.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') => digits == 0,
        Some(b'.' | b')') => (1..=9).contains(&digits),
        _ => false,
    };
    (is_sign && words.as_bytes().get(digits + 1) == Some(&b' ')).then_some(digits + 2)
}

/// True if a line begins a listing.
pub(super) fn is_fence(line: &str) -> bool {
    line.starts_with("~~~") || (line.starts_with("```") && !line.trim_start_matches('`').contains('`'))
}

/// True for a line that is nothing but one of the signs, at least three of it.
pub(super) fn is_rule(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.len() > 2 && matches!(bytes[0], b'-' | b'*' | b'_') && bytes.iter().all(|byte| *byte == bytes[0])
}
