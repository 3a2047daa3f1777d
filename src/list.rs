//! Lists of words and phrases, each in one text.

/// Words or phrases in the order of a file of `rules/`, as the build script writes them: in one text, each behind the number of
/// its bytes, which is written as a character. Every address in a table costs time whenever the program starts, and this has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List {
    text: &'static str,
    /// A bit for the first byte and the length of each phrase: most words that are looked for have another.
    heads: u64,
}

impl List {
    /// A list that is written so.
    #[must_use]
    pub const fn written(text: &'static str) -> Self {
        let (mut heads, mut left) = (0, text.as_bytes());
        while let Some((width, length)) = head(left) {
            let (phrase, rest) = left.split_at(width).1.split_at(length);
            heads |= bit(phrase);
            left = rest;
        }
        Self { text, heads }
    }

    /// A list of these, for as long as the program runs. What is too long for anybody to write is left out.
    #[must_use]
    pub fn keep<T: AsRef<str>>(phrases: impl IntoIterator<Item = T>) -> Self {
        let mut text = String::new();
        for phrase in phrases {
            let phrase = phrase.as_ref();
            if let Some(length) = character(phrase.len()) {
                text.push(length);
                text.push_str(phrase);
            }
        }
        Self::written(text.leak())
    }

    /// Each of them, in order.
    #[must_use]
    pub const fn iter(self) -> Phrases {
        Phrases(self)
    }

    /// The first of them, and the others.
    #[must_use]
    #[inline]
    pub const fn split_first(self) -> Option<(&'static str, Self)> {
        let Some((width, length)) = head(self.text.as_bytes()) else { return None };
        let (phrase, rest) = self.text.split_at(width).1.split_at(length);
        Some((phrase, Self { text: rest, heads: self.heads }))
    }

    /// True if this is one of them.
    #[must_use]
    #[inline]
    pub fn contains(self, wanted: &str) -> bool {
        self.heads & bit(wanted.as_bytes()) != 0 && self.has(|phrase| phrase == wanted.as_bytes())
    }

    /// True if this is one of them but for the case of letters of ASCII.
    #[must_use]
    pub fn contains_in_any_case(self, wanted: &str) -> bool {
        self.has(|phrase| phrase.eq_ignore_ascii_case(wanted.as_bytes()))
    }

    #[inline]
    fn has(self, fits: impl Fn(&[u8]) -> bool) -> bool {
        let mut left = self.text.as_bytes();
        while let Some((width, length)) = head(left) {
            let (phrase, rest) = left[width..].split_at(length);
            if fits(phrase) {
                return true;
            }
            left = rest;
        }
        false
    }

    /// True if there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.text.is_empty()
    }
}

impl IntoIterator for List {
    type Item = &'static str;
    type IntoIter = Phrases;

    fn into_iter(self) -> Phrases {
        self.iter()
    }
}

/// The phrases of a list that are left.
#[derive(Clone, Debug)]
pub struct Phrases(List);

impl Iterator for Phrases {
    type Item = &'static str;

    #[inline]
    fn next(&mut self) -> Option<&'static str> {
        let (phrase, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(phrase)
    }
}

/// Numbers from here on are no characters, for as many as these.
const GAP: (u32, u32) = (0xD800, 0x0800);

/// The character for a number of bytes.
fn character(bytes: usize) -> Option<char> {
    let number = u32::try_from(bytes).ok()?;
    char::from_u32(if number < GAP.0 { number } else { number.checked_add(GAP.1)? })
}

/// The bit of a phrase among those of the first bytes and lengths.
#[inline]
const fn bit(phrase: &[u8]) -> u64 {
    let first = if let [first, ..] = *phrase { first as usize } else { 0 };
    1 << ((first + 5 * phrase.len()) % u64::BITS as usize)
}

/// How many bytes of a text its first character takes, and the number of bytes that it stands for.
#[inline]
const fn head(text: &[u8]) -> Option<(usize, usize)> {
    match *text {
        [a, ..] if a < 0x80 => Some((1, a as usize)),
        _ => long_head(text),
    }
}

/// The same for a phrase that is longer than most.
const fn long_head(text: &[u8]) -> Option<(usize, usize)> {
    let (width, number) = match *text {
        [a, b, ..] if a < 0xE0 => (2, (a as u32 & 0x1F) << 6 | low(b)),
        [a, b, c, ..] if a < 0xF0 => (3, (a as u32 & 0x0F) << 12 | low(b) << 6 | low(c)),
        [a, b, c, d, ..] => (4, (a as u32 & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d)),
        // The end: no text ends within a character.
        _ => return None,
    };
    Some((width, (if number < GAP.0 { number } else { number - GAP.1 }) as usize))
}

/// What a byte behind the first adds to the number of a character.
const fn low(byte: u8) -> u32 {
    byte as u32 & 0x3F
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_holds_what_was_put_in() {
        let long = "word ".repeat(20_000);
        let all = ["one", "", "zwei wörter", &long, "last"];
        let list = List::keep(all);
        assert!(list.iter().eq(all) && !list.is_empty());
        assert!(all.iter().all(|one| list.contains(one)) && !list.contains("two"));
        assert!(list.contains_in_any_case("LAST") && !list.contains_in_any_case("ONES"));
        assert!(List::default().is_empty() && List::default().iter().next().is_none());
        for length in [0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xF7FF, 0xF800, 0x10_F7FF] {
            let written = format!("{}rest", character(length).expect("it is short enough"));
            assert_eq!(head(written.as_bytes()), Some((written.len() - "rest".len(), length)));
        }
        assert_eq!((character(0x10_F800), head(b"")), (None, None));
    }
}
