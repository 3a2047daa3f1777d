//! What the build script must know as well of words and cues: the groups they are sorted into, so that one is found by
//! looking at few others, and scripts without spaces.

/// How many bytes of a cue decide to which group it belongs.
pub const START: usize = 3;

/// The group of a word, before it is cut to the number of groups.
#[must_use]
#[inline]
pub fn of_word(word: &[u8]) -> u32 {
    let mixed =
        word.iter().fold(word.len() as u32, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(u32::from(*byte)));
    mixed.wrapping_mul(0x9E37_79B1) >> 16
}

/// How many bytes of a cue are compared at once.
pub const HEAD: usize = size_of::<u64>();

/// The first bytes of a text as a number; a shorter text ends in zeros.
#[must_use]
#[inline]
pub fn head(text: &[u8]) -> u64 {
    match text.first_chunk() {
        Some(all) => u64::from_le_bytes(*all),
        None => text.iter().rev().fold(0, |head, byte| (head << 8) | u64::from(*byte)),
    }
}

/// The bits of the first `length` bytes of a head, of which there are `HEAD`.
#[must_use]
#[inline]
pub fn mask(length: usize) -> u64 {
    u64::MAX >> (u64::BITS as usize - 8 * length.clamp(1, HEAD))
}

/// The bit that stands for the byte of a head that is the first not to count for the group.
#[must_use]
#[inline]
pub fn next(head: u64) -> u32 {
    1 << (head >> (8 * START) & 31)
}

/// The group of what begins with such bytes, of which at most `START` count, before it is cut to the number of groups.
#[must_use]
#[inline]
pub fn of_start(head: u64, length: usize) -> u32 {
    ((head & mask(length.min(START))) as u32).wrapping_mul(0x9E37_79B1) >> 16
}

/// How many bits tell which words cues begin with; a power of two.
pub const WORDS: usize = 1 << 13;

/// How many letters are compared of a word that may go on behind a cue.
pub const OPEN: usize = 4;

/// The bit of the words with such a head.
#[must_use]
#[inline]
pub fn of_begun(head: u64) -> usize {
    (head.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - WORDS.trailing_zeros())) as usize
}

/// True for a character of a script that is written without spaces.
#[must_use]
#[inline]
pub fn is_joined_script(one: char) -> bool {
    matches!(one, '\u{3005}' | '\u{3040}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
