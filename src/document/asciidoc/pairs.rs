//! Marks of emphasis: where the one that closes stands, in time linear in the text.

/// Kinds of marks: each sign alone and doubled, and the tripled plus.
const KINDS: usize = 14;

/// The signs that stand in pairs.
const SIGNS: &[u8] = b"*_`#+^~";

/// What is known of the marks of one text.
#[derive(Debug)]
pub struct Pairs {
    /// For each kind, up to where the pair reaches that is open.
    open: [usize; KINDS + 1],
    /// True for kinds of which no further closing mark stands in the text.
    none: [bool; KINDS + 1],
}

impl Pairs {
    /// Knows nothing yet.
    pub fn new() -> Self {
        Self { open: [0; KINDS + 1], none: [false; KINDS + 1] }
    }

    /// The length of the mark at `at` and where the one begins that closes it.
    pub fn find(&mut self, text: &str, at: usize) -> Option<(usize, usize)> {
        let sign = text.as_bytes()[at];
        let run = text[at..].bytes().take(3).take_while(|byte| *byte == sign).count();
        if sign == b'+' && run >= 3 {
            return self.search(text, at, 3);
        }
        if run >= 2 && !matches!(sign, b'^' | b'~') {
            return self.search(text, at, 2).or_else(|| self.search(text, at, 1));
        }
        self.search(text, at, 1)
    }

    fn search(&mut self, text: &str, at: usize, length: usize) -> Option<(usize, usize)> {
        let bytes = text.as_bytes();
        let sign = SIGNS.iter().position(|sign| *sign == bytes[at])?;
        let kind = if length == 3 { KINDS } else { 2 * sign + length - 1 };
        if self.none[kind] || at < self.open[kind] || (length == 1 && !opens(text, at)) {
            return None;
        }
        let tight = matches!(bytes[at], b'^' | b'~');
        let mut from = at + length + 1;
        while from + length <= bytes.len() {
            let Some(found) = memchr::memchr(bytes[at], &bytes[from..]) else { break };
            let close = from + found;
            let run = bytes[close..].iter().take(length).take_while(|byte| **byte == bytes[at]).count();
            if tight && bytes[at..close].iter().any(u8::is_ascii_whitespace) {
                return None;
            }
            if run >= length && (length > 1 || closes(text, close)) {
                self.open[kind] = close + length;
                return Some((length, close));
            }
            from = close + run;
        }
        self.none[kind] = true;
        None
    }
}

/// True if the single mark at `at` may open: no word before it, no blank behind it.
fn opens(text: &str, at: usize) -> bool {
    if matches!(text.as_bytes()[at], b'^' | b'~') {
        return true;
    }
    let before = text[..at].chars().next_back();
    let behind = text[at + 1..].chars().next();
    !before.is_some_and(|one| is_word(one) || matches!(one, ';' | ':' | '}'))
        && behind.is_some_and(|one| !one.is_whitespace())
}

/// True if the single mark at `at` may close: no blank before it, no word behind it.
fn closes(text: &str, at: usize) -> bool {
    if matches!(text.as_bytes()[at], b'^' | b'~') {
        return true;
    }
    let before = text[..at].chars().next_back();
    before.is_some_and(|one| !one.is_whitespace()) && !text[at + 1..].chars().next().is_some_and(is_word)
}

fn is_word(one: char) -> bool {
    one.is_alphanumeric() || one == '_'
}
