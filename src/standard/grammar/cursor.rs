//! A place in the prose that moves forward over what it recognises.

/// Reads a text from left to right; copying it is a way to look ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    /// True if a dot and a digit follow, so that what was read is no year or part but the head of a version or of the number of a
    /// clause: `2013.1`, `-1/9.7.3`.
    pub(super) fn goes_deeper(&self) -> bool {
        let bytes = self.text.as_bytes();
        bytes.get(self.at) == Some(&b'.') && bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit)
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn peek_char(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Moves over one byte if it is `byte`.
    pub(super) fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Moves over the first of `bytes` that stands here and gives it.
    pub(super) fn eat_any(&mut self, bytes: &[u8]) -> Option<u8> {
        let found = self.peek().filter(|byte| bytes.contains(byte))?;
        self.at += 1;
        Some(found)
    }

    /// Moves over blanks and line ends, and over the entity of a blank, and tells if there were any.
    pub(super) fn spaces(&mut self) -> bool {
        let from = self.at;
        loop {
            match self.peek() {
                Some(b' ' | b'\n') => self.at += 1,
                Some(b'&') if self.rest().starts_with("&nbsp;") => self.at += "&nbsp;".len(),
                _ => return self.at > from,
            }
        }
    }

    /// Moves over the backslash by which some formats escape a sign between words: `ISO\_27001`.
    pub(super) fn escape(&mut self) {
        if self.peek() == Some(b'\\') && ["\\_", "\\-", "\\/"].iter().any(|escaped| self.rest().starts_with(escaped)) {
            self.at += 1;
        }
    }

    /// True if a hyphen, or a colon with a digit behind it, ties what follows to the number before: "2013:5".
    pub(super) fn is_tied(&self) -> bool {
        let rest = self.rest();
        rest.starts_with('-')
            || rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(|one: char| one.is_ascii_digit()))
    }

    /// Moves over ASCII digits and gives them.
    pub(super) fn digits(&mut self) -> &'a str {
        let from = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        &self.text[from..self.at]
    }

    /// Moves over letters of any script that spaces part and gives them.
    pub(super) fn word(&mut self) -> &'a str {
        let rest = self.rest();
        let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let end = match rest.as_bytes().get(plain) {
            Some(next) if !next.is_ascii() => rest.find(|one: char| !is_letter(one)).unwrap_or(rest.len()),
            _ => plain,
        };
        self.at += end;
        &rest[..end]
    }

    /// Moves over `words` in any case if they end at the end of a word.
    pub(super) fn eat_words(&mut self, words: &str) -> bool {
        let found = self.has_letters(words);
        let ends = || !self.text[self.at + words.len()..].starts_with(is_letter);
        if found && ends() {
            self.at += words.len();
            return true;
        }
        false
    }

    /// Moves over `letters` in any case, whatever follows.
    pub(super) fn eat_letters(&mut self, letters: &str) -> bool {
        let found = self.has_letters(letters);
        self.at += if found { letters.len() } else { 0 };
        found
    }

    /// True if `letters` follow, in any case. Mostly the first one tells that they do not.
    fn has_letters(&self, letters: &str) -> bool {
        let may = self.peek().zip(letters.bytes().next()).is_none_or(|(have, one)| have.eq_ignore_ascii_case(&one));
        may && self.rest().get(..letters.len()).is_some_and(|have| have.eq_ignore_ascii_case(letters))
    }

    /// True if what was read is only the beginning of a word or of a number with a decimal.
    pub(super) fn goes_on(&self) -> bool {
        let mut rest = self.rest().chars();
        let next = rest.next();
        next.is_some_and(|one| one.is_alphanumeric() && !is_ideographic(one))
            || next == Some('%')
            || (next == Some('.') && rest.next().is_some_and(|one| one.is_ascii_digit()))
    }

    /// Moves over a year, 1940 to 2039, that no further digit follows.
    pub(super) fn year(&mut self) -> Option<u16> {
        let mut ahead = *self;
        let year = plausible_year(ahead.digits())?;
        *self = ahead;
        Some(year)
    }
}

/// The year that four digits say, from 1940 to 2039.
pub(super) fn plausible_year(digits: &str) -> Option<u16> {
    let year: u16 = (digits.len() == 4).then(|| digits.parse().ok())??;
    (1940..2040).contains(&year).then_some(year)
}

/// True for a digit above or below the line.
pub(super) fn is_small_digit(one: char) -> bool {
    matches!(one, '²' | '³' | '¹' | '⁰'..='⁹' | '₀'..='₉')
}

/// True for a letter of a script that writes words with spaces between them.
pub(super) fn is_letter(one: char) -> bool {
    one.is_ascii_alphabetic() || (one.is_alphabetic() && !is_ideographic(one))
}

/// True for scripts without spaces, where a designation may touch the words around it.
#[must_use]
pub fn is_ideographic(one: char) -> bool {
    matches!(one, '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}
