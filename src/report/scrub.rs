//! Makes characters visible that a terminal would obey instead of showing.

use std::borrow::Cow;

/// `text` with control characters as their pictures and invisible formatting characters as their numbers.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    // Without an early end the loop is vectorised; nearly all text is plain.
    let plain = text.bytes().fold(true, |plain, byte| plain & matches!(byte, b' '..=b'~' | b'\n'));
    let mut doubts = text.bytes().enumerate().filter(|(_, byte)| may_begin_obeyed(*byte)).map(|(at, _)| at);
    if plain || !doubts.any(|at| text[at..].starts_with(is_obeyed)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for one in text.chars() {
        match one {
            '\r' => {}
            '\u{0}'..='\u{1F}' if is_obeyed(one) => {
                out.push(char::from_u32(0x2400 + u32::from(one)).unwrap_or('\u{FFFD}'));
            }
            '\u{7F}' => out.push('\u{2421}'),
            // A byte of a name that is no UTF-8.
            '\u{10FF00}'..='\u{10FFFF}' => out.push_str(&format!("\\x{:02X}", u32::from(one) & 0xFF)),
            one if is_obeyed(one) => out.push_str(&format!("<U+{:04X}>", u32::from(one))),
            one => out.push(one),
        }
    }
    Cow::Owned(out)
}

/// The same on one line: line ends become blanks.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    let shown = visible(text);
    if memchr::memchr2(b'\n', b'\t', shown.as_bytes()).is_some() {
        return Cow::Owned(shown.replace(['\n', '\t'], " "));
    }
    shown
}

/// True for a character that changes how others are shown rather than being shown.
pub(super) fn is_obeyed(one: char) -> bool {
    match one {
        '\n' | '\t' => false,
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' => true,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => true,
        '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => true,
        '\u{10FF00}'..='\u{10FFFF}' => true,
        _ => false,
    }
}

/// True for a byte with which such a character may begin.
fn may_begin_obeyed(byte: u8) -> bool {
    (byte < b' ' && byte != b'\n' && byte != b'\t') || matches!(byte, 0x7F | 0xC2 | 0xD8 | 0xE2 | 0xEF | 0xF3 | 0xF4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_obeyed_that_begins_with_another_byte() {
        for one in ('\0'..=char::MAX).filter(|one| is_obeyed(*one)) {
            assert!(may_begin_obeyed(one.encode_utf8(&mut [0; 4]).as_bytes()[0]), "{one:?}");
        }
    }

    #[test]
    fn escapes_and_direction_marks_are_shown() {
        assert_eq!(visible("a\u{1b}[31mb\r\n\u{202E}c"), "a\u{241B}[31mb\n<U+202E>c");
        assert!(matches!(visible("plain\ttext\n"), Cow::Borrowed(_)));
        assert_eq!(one_line("a\nb"), "a b");
    }
}
