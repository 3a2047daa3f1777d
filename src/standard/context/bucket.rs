//! What the build script must know as well of words and cues: the groups they are sorted into, so that one is found by
//! looking at few others, and scripts without spaces.

/// How many bytes of a cue decide to which group it belongs.
pub const START: usize = 3;

/// The group of a word, before it is cut to the number of groups.
#[must_use]
pub fn of_word(word: &[u8]) -> u32 {
    let mixed =
        word.iter().fold(word.len() as u32, |mixed, byte| mixed.wrapping_mul(31).wrapping_add(u32::from(*byte)));
    mixed.wrapping_mul(0x9E37_79B1) >> 16
}

/// The group of what a text begins with; a shorter text stands for itself.
#[must_use]
pub fn of_start(text: &[u8]) -> u32 {
    let byte = |at: usize| text.get(at).copied().map_or(0, u32::from);
    ((byte(0) << 16) | (byte(1) << 8) | byte(2)).wrapping_mul(0x9E37_79B1) >> 16
}

/// True for a character of a script that is written without spaces.
#[must_use]
pub fn is_joined_script(one: char) -> bool {
    matches!(one, '\u{3005}' | '\u{3040}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}
