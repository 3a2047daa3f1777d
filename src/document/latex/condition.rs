//! Conditions that never hold: what stands under them is not set.

use std::collections::HashMap;

/// Commands that begin like a condition and are none.
const NONE: &[&str] = &["iff", "ifthenelse", "ifstrempty", "ifstrequal", "ifblank", "ifdefempty", "iftoggle", "ifbool"];

/// Where the text goes on that is set behind each `\\iffalse`, by where that begins: behind its `\\else` or `\\fi`.
#[derive(Debug)]
pub struct Conditions(HashMap<usize, usize>);

/// A condition that is not ended yet.
struct Open {
    start: usize,
    is_false: bool,
    /// Behind its `\\else`.
    other: Option<usize>,
}

impl Conditions {
    /// Finds those of a text in one pass over it.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let (mut from, mut open, mut shown) = (0, Vec::<Open>::new(), HashMap::new());
        while let Some(found) = memchr::memchr2(b'\\', b'%', &text.as_bytes()[from..]) {
            let start = from + found;
            if text.as_bytes()[start] == b'%' {
                let end = memchr::memchr(b'\n', &text.as_bytes()[start..]);
                from = end.map_or(text.len(), |end| start + end + 1);
                continue;
            }
            let rest = &text[start + 1..];
            let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let name = &rest[..length];
            // A sign behind the backslash stands for itself.
            from = start + 1 + length.max(rest.chars().next().map_or(0, char::len_utf8));
            match name {
                "else" => open.iter_mut().next_back().into_iter().for_each(|own| own.other = own.other.or(Some(from))),
                "fi" => {
                    let own = open.pop().filter(|own| own.is_false);
                    shown.extend(own.map(|own| (own.start, own.other.unwrap_or(from))));
                }
                _ if name.starts_with("if") && !NONE.contains(&name) => {
                    open.push(Open { start, is_false: name == "iffalse", other: None });
                }
                _ => {}
            }
        }
        // One that has no end is followed up to its other side.
        let left = open.into_iter().filter(|own| own.is_false);
        shown.extend(left.filter_map(|own| Some((own.start, own.other?))));
        Self(shown)
    }

    /// Where the text goes on behind the `\\iffalse` at `start`; nothing if it has no end.
    #[must_use]
    pub fn shown(&self, start: usize) -> Option<usize> {
        self.0.get(&start).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_never_set_ends_with_its_condition() {
        let of = |text: &'static str| Conditions::of(text).shown(0).map(|at| &text[at..]);
        assert_eq!(of("\\iffalse a \\ifx b \\fi c % \\fi\n \\fi d"), Some(" d"));
        assert_eq!(of("\\iffalse a \\iff \\else b \\fi"), Some(" b \\fi"));
        assert_eq!(of("\\iffalse a \\\\fi \\% \\fi b"), Some(" b"));
        assert_eq!(of("\\iffalse a \\else b"), Some(" b"));
        assert_eq!(of("\\iffalse a"), None);
        let text = "\\iffalse \\iffalse a \\fi b";
        assert_eq!(Conditions::of(text).shown(9).map(|at| &text[at..]), Some(" b"));
    }
}
