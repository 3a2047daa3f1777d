//! Tables from the codes in strings to characters (`ToUnicode`), and of how long codes are.

/// Most entries of one table.
const ENTRIES: usize = 200_000;

/// A table of codes.
#[derive(Clone, Debug, Default)]
pub(super) struct CMap {
    /// Lengths of codes in bytes with the first and the last code of that length.
    spaces: Vec<(usize, u32, u32)>,
    /// Codes with what they show, ascending by length and first code.
    ranges: Vec<Range>,
}

#[derive(Clone, Debug)]
struct Range {
    length: usize,
    first: u32,
    last: u32,
    shown: Shown,
}

#[derive(Clone, Debug)]
enum Shown {
    /// For the first code; the last unit grows with the code.
    Counting(Vec<u16>),
    /// One for each code.
    Each(Vec<Vec<u16>>),
}

/// A word of the language of these tables.
#[derive(Debug, PartialEq)]
enum Token<'a> {
    Code(Vec<u8>),
    Open,
    Close,
    Word(&'a [u8]),
}

impl CMap {
    /// Reads a table; what is broken in it is passed by.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut tokens = Tokens { bytes, at: 0 };
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(b"begincodespacerange") => map.read_spaces(&mut tokens),
                Token::Word(b"beginbfchar") => map.read_characters(&mut tokens),
                Token::Word(b"beginbfrange") => map.read_ranges(&mut tokens),
                _ => {}
            }
        }
        // The order is kept among equals: of two entries for a code the later one holds.
        map.ranges.sort_by_key(|range| (range.length, range.first));
        map
    }

    fn read_spaces(&mut self, tokens: &mut Tokens<'_>) {
        while let Some(Token::Code(first)) = tokens.next() {
            let Some(Token::Code(last)) = tokens.next() else { return };
            if self.spaces.len() < ENTRIES {
                self.spaces.push((first.len().min(4), number(&first), number(&last)));
            }
        }
    }

    fn read_characters(&mut self, tokens: &mut Tokens<'_>) {
        while let Some(Token::Code(code)) = tokens.next() {
            let Some(Token::Code(shown)) = tokens.next() else { return };
            let at = number(&code);
            self.push(Range { length: code.len(), first: at, last: at, shown: Shown::Counting(units(&shown)) });
        }
    }

    fn read_ranges(&mut self, tokens: &mut Tokens<'_>) {
        while let Some(Token::Code(first)) = tokens.next() {
            let Some(Token::Code(last)) = tokens.next() else { return };
            let shown = match tokens.next() {
                Some(Token::Code(shown)) => Shown::Counting(units(&shown)),
                Some(Token::Open) => Shown::Each(tokens.list()),
                _ => return,
            };
            self.push(Range { length: first.len(), first: number(&first), last: number(&last), shown });
        }
    }

    fn push(&mut self, range: Range) {
        if self.ranges.len() < ENTRIES && range.last >= range.first {
            self.ranges.push(range);
        }
    }

    /// The first code of `bytes` and its length, by the lengths that the table declares.
    pub(super) fn split(&self, bytes: &[u8]) -> Option<(u32, usize)> {
        let fits = |length: usize| {
            let code = number(bytes.get(..length)?);
            let holds = |first: u32, last: u32| {
                (0..length).all(|at| {
                    let byte = |number: u32| (number >> (8 * at)) & 0xFF;
                    (byte(first)..=byte(last)).contains(&byte(code))
                })
            };
            let found = self.spaces.iter().any(|(own, first, last)| *own == length && holds(*first, *last));
            found.then_some((code, length))
        };
        (1..=4).find_map(fits)
    }

    /// True if it declares how long codes are.
    pub(super) fn has_lengths(&self) -> bool {
        !self.spaces.is_empty()
    }

    /// Appends what a code shows; false if it is not said.
    pub(super) fn show(&self, code: u32, length: usize, out: &mut String) -> bool {
        let after = self.ranges.partition_point(|range| (range.length, range.first) <= (length, code));
        // Ranges may overlap, so one that begins earlier may hold the code too.
        let near = &self.ranges[after.saturating_sub(8)..after];
        let Some(range) = near.iter().rev().find(|range| range.length == length && range.last >= code) else {
            return false;
        };
        let by = code - range.first;
        match &range.shown {
            Shown::Counting(units) => write(units, by, out),
            Shown::Each(all) => all.get(by as usize).is_some_and(|units| write(units, 0, out)),
        }
    }
}

/// Appends UTF-16 whose last unit is `by` higher; false if there is nothing of use in it.
fn write(units: &[u16], by: u32, out: &mut String) -> bool {
    let before = out.len();
    let last = units.len().saturating_sub(1);
    let raised = units
        .iter()
        .enumerate()
        .map(|(at, unit)| if at == last { unit.wrapping_add(u16::try_from(by & 0xFFFF).unwrap_or(0)) } else { *unit });
    let known = |one: &char| *one != '\0' && *one != char::REPLACEMENT_CHARACTER;
    out.extend(char::decode_utf16(raised).filter_map(Result::ok).filter(known));
    out.len() > before
}

/// The number that bytes are, the highest first; of more than four the last four.
fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| (number << 8) | u32::from(*byte))
}

/// The units of a text in UTF-16; a single byte is one unit.
fn units(bytes: &[u8]) -> Vec<u16> {
    if let [byte] = bytes {
        return vec![u16::from(*byte)];
    }
    bytes.chunks_exact(2).take(64).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect()
}

struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.bytes.get(self.at..)?;
            let first = *rest.first()?;
            match first {
                b'%' => self.at += rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len()),
                b'<' if rest.get(1) != Some(&b'<') => return Some(self.code(rest)),
                b'[' | b']' => {
                    self.at += 1;
                    return Some(if first == b'[' { Token::Open } else { Token::Close });
                }
                _ if is_word(first) => {
                    let length = rest.iter().position(|byte| !is_word(*byte)).unwrap_or(rest.len());
                    self.at += length;
                    return Some(Token::Word(&rest[..length]));
                }
                _ => self.at += 1,
            }
        }
    }

    fn code(&mut self, rest: &[u8]) -> Token<'a> {
        let end = rest.iter().position(|byte| *byte == b'>').unwrap_or(rest.len());
        self.at += (end + 1).min(rest.len());
        let digits: Vec<u8> =
            rest[1..end].iter().filter_map(|byte| char::from(*byte).to_digit(16)).map(as_byte).collect();
        Token::Code(digits.chunks(2).map(|pair| pair[0] << 4 | pair.get(1).copied().unwrap_or(0)).collect())
    }

    /// The codes up to the end of a list.
    fn list(&mut self) -> Vec<Vec<u16>> {
        let mut all = Vec::new();
        while let Some(Token::Code(code)) = self.next() {
            if all.len() < ENTRIES {
                all.push(units(&code));
            }
        }
        all
    }
}

fn as_byte(digit: u32) -> u8 {
    u8::try_from(digit).unwrap_or(0)
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'+')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(map: &CMap, code: u32, length: usize) -> Option<String> {
        let mut out = String::new();
        map.show(code, length, &mut out).then_some(out)
    }

    #[test]
    fn characters_ranges_and_lists_are_read() {
        let map = CMap::parse(
            b"/CIDInit /ProcSet findresource begin % a comment <41>\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
            2 beginbfchar <0003> <0020> <0005> <00660066> endbfchar\n\
            2 beginbfrange <0010><0012><0041> <0020> <0021> [<0078> <D83DDE00>] endbfrange",
        );
        assert_eq!(shown(&map, 3, 2).as_deref(), Some(" "));
        assert_eq!(shown(&map, 5, 2).as_deref(), Some("ff"));
        assert_eq!(shown(&map, 0x12, 2).as_deref(), Some("C"));
        assert_eq!(shown(&map, 0x21, 2).as_deref(), Some("\u{1F600}"));
        assert_eq!((shown(&map, 0x13, 2), shown(&map, 3, 1), shown(&map, 0x22, 2)), (None, None, None));
        assert_eq!(map.split(&[0, 3, 9]), Some((3, 2)));
        assert_eq!(map.split(&[0]), None);
    }

    #[test]
    fn a_table_of_all_codes_costs_nothing() {
        let map = CMap::parse(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert_eq!(map.ranges.len(), 1);
        assert_eq!(shown(&map, 0x1_0001, 4).as_deref(), Some("B"));
    }

    #[test]
    fn broken_tables_give_what_is_whole_in_them() {
        let map = CMap::parse(b"beginbfchar <01> <0041> <02> endbfchar beginbfrange <09> <03> <0041> <05> [<0042> <");
        assert_eq!(shown(&map, 1, 1).as_deref(), Some("A"));
        assert_eq!(shown(&map, 5, 1), None);
    }
}
