//! The escapes of JSON, of TOML and of YAML between double quotes: one set holds them all.

/// What an escape stands for, and its length in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Escape {
    /// The character; nothing for a line end that is to be joined.
    pub character: Option<char>,
    /// Bytes of the source, the backslash included.
    pub length: usize,
}

/// Reads the escape that `text` begins with; a backslash that begins none stands for itself.
pub(super) fn read(text: &str) -> Escape {
    let sign = text[1..].chars().next();
    let plain = |character| Escape { character: Some(character), length: 2 };
    match sign {
        Some('n') => plain('\n'),
        Some('t' | 'b' | 'f' | 'v' | 'r' | 'e' | 'a' | '0' | '_' | ' ' | '\t') => plain(' '),
        Some('N' | 'L' | 'P') => plain('\n'),
        Some(one @ ('"' | '\\' | '/' | '\'')) => plain(one),
        Some('x') => by_number(text, 2),
        Some('u') => surrogates(text).unwrap_or_else(|| by_number(text, 4)),
        Some('U') => by_number(text, 8),
        Some('\n' | '\r') => {
            let rest = text[1..].trim_start_matches([' ', '\t', '\r', '\n']);
            Escape { character: None, length: text.len() - rest.len() }
        }
        _ => Escape { character: Some('\\'), length: 1 },
    }
}

/// True if text between quotes may hold letters that are written as numbers.
pub(in super::super) fn hides_letters(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b'\\', bytes).any(|at| matches!(bytes.get(at + 1), Some(b'u' | b'U' | b'x')))
}

fn number(text: &str, digits: usize) -> Option<u32> {
    let digits = text.get(2..2 + digits).filter(|all| all.bytes().all(|one| one.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

fn by_number(text: &str, digits: usize) -> Escape {
    match number(text, digits) {
        Some(value) => {
            let character = char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER);
            Escape { character: Some(if character.is_control() { ' ' } else { character }), length: 2 + digits }
        }
        None => Escape { character: Some('\\'), length: 1 },
    }
}

/// Two escapes that stand for one character: `\ud83d\ude00`.
fn surrogates(text: &str) -> Option<Escape> {
    const LENGTH: usize = "\\ud83d".len();
    let high = number(text, 4).filter(|one| (0xD800..0xDC00).contains(one))?;
    let rest = text.get(LENGTH..).filter(|rest| rest.starts_with("\\u"))?;
    let low = number(rest, 4).filter(|one| (0xDC00..0xE000).contains(one))?;
    let character = char::from_u32(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
    Some(Escape { character, length: 2 * LENGTH })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_all_three_formats_are_read() {
        let read_all = |text: &str| {
            let escape = read(text);
            (escape.character, escape.length)
        };
        assert_eq!(read_all("\\n."), (Some('\n'), 2));
        assert_eq!(read_all("\\/."), (Some('/'), 2));
        assert_eq!(read_all("\\u00e9."), (Some('é'), 6));
        assert_eq!(read_all("\\x41."), (Some('A'), 4));
        assert_eq!(read_all("\\U0001F600."), (Some('😀'), 10));
        assert_eq!(read_all("\\ud83d\\ude00."), (Some('😀'), 12));
        assert_eq!(read_all("\\\n   b"), (None, 5));
    }

    #[test]
    fn what_is_no_escape_stands_for_itself() {
        for text in ["\\", "\\q", "\\u00g9", "\\x4", "\\é"] {
            assert_eq!(read(text), Escape { character: Some('\\'), length: 1 }, "{text}");
        }
        assert_eq!(read("\\ud83d.").character, Some(char::REPLACEMENT_CHARACTER));
    }
}
