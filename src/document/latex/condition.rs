//! Conditions that never hold: what stands under them is not set.

/// Commands that begin like a condition and are none.
const NONE: &[&str] = &["iff", "ifthenelse", "ifstrempty", "ifstrequal", "ifblank", "ifdefempty", "iftoggle", "ifbool"];

/// Where the text goes on that is set behind `\\iffalse`, which ends at `at`: behind its `\\else` or `\\fi`, or there if it has none.
pub fn shown(text: &str, at: usize) -> usize {
    let (mut from, mut depth) = (at, 0_usize);
    while let Some(found) = memchr::memchr2(b'\\', b'%', &text.as_bytes()[from..]) {
        let sign = from + found;
        if text.as_bytes()[sign] == b'%' {
            let end = memchr::memchr(b'\n', &text.as_bytes()[sign..]);
            from = end.map_or(text.len(), |end| sign + end + 1);
            continue;
        }
        let rest = &text[sign + 1..];
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let name = &rest[..length];
        // A sign behind the backslash stands for itself.
        from = sign + 1 + length.max(rest.chars().next().map_or(0, char::len_utf8));
        match name {
            "fi" | "else" if depth == 0 => return from,
            "fi" => depth -= 1,
            _ if name.starts_with("if") && !NONE.contains(&name) => depth += 1,
            _ => {}
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_never_set_ends_with_its_condition() {
        let of = |text: &'static str| &text[shown(text, 0)..];
        assert_eq!(of(" a \\ifx b \\fi c % \\fi\n \\fi d"), " d");
        assert_eq!(of(" a \\iff \\else b \\fi"), " b \\fi");
        assert_eq!(of(" a \\\\fi \\% \\fi b"), " b");
        assert_eq!(of(" a"), " a");
    }
}
