//! Lists of words and phrases, each in one text.

/// Words or phrases in the order of a file of `rules/`, as the build script writes them: in one text, each behind the number of
/// its bytes, which is written as a character. Every address in a table costs time whenever the program starts, and this has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct List(&'static str);

impl List {
    /// A list that is written so.
    #[must_use]
    pub const fn written(text: &'static str) -> Self {
        Self(text)
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
        Self(text.leak())
    }

    /// Each of them, in order.
    #[must_use]
    pub const fn iter(self) -> Phrases {
        Phrases(self)
    }

    /// The first of them, and the others.
    #[must_use]
    pub const fn split_first(self) -> Option<(&'static str, Self)> {
        let Some((length, rest)) = first_character(self.0) else { return None };
        let (phrase, rest) = rest.split_at(bytes(length));
        Some((phrase, Self(rest)))
    }

    /// True if this is one of them.
    #[must_use]
    pub fn contains(self, wanted: &str) -> bool {
        self.iter().any(|phrase| phrase == wanted)
    }

    /// True if there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0.is_empty()
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

/// The number of bytes that the number of a character stands for.
const fn bytes(number: u32) -> usize {
    (if number < GAP.0 { number } else { number - GAP.1 }) as usize
}

/// The number of the first character of a text, and the rest of it.
const fn first_character(text: &str) -> Option<(u32, &str)> {
    let (number, width) = match *text.as_bytes() {
        [] => return None,
        [a, ..] if a < 0x80 => (a as u32, 1),
        [a, b, ..] if a < 0xE0 => ((a as u32 & 0x1F) << 6 | low(b), 2),
        [a, b, c, ..] if a < 0xF0 => ((a as u32 & 0x0F) << 12 | low(b) << 6 | low(c), 3),
        [a, b, c, d, ..] => ((a as u32 & 0x07) << 18 | low(b) << 12 | low(c) << 6 | low(d), 4),
        // No text ends within a character.
        _ => return None,
    };
    Some((number, text.split_at(width).1))
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
        assert!(List::default().is_empty() && List::default().iter().next().is_none());
        for length in [0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xF7FF, 0xF800, 0x10_F7FF] {
            let written = format!("{}rest", character(length).expect("it is short enough"));
            assert_eq!(first_character(&written).map(|(number, rest)| (bytes(number), rest)), Some((length, "rest")));
        }
        assert_eq!((character(0x10_F800), first_character("")), (None, None));
    }
}
