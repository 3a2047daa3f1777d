//! What the codes of simple fonts show: the encodings that have a name, and characters by the names of their signs.

use std::sync::LazyLock;

use lopdf::{Dictionary, Document, Object};

/// What each of the codes of a simple font shows; nothing for those that are not known.
pub(super) type Table = Vec<String>;

/// The encoding of a name, if it is one of those that PDF defines.
pub(super) fn named(name: &[u8]) -> Option<&'static Table> {
    static STANDARD: LazyLock<Table> = LazyLock::new(|| table("StandardEncoding"));
    static WINDOWS: LazyLock<Table> = LazyLock::new(|| table("WinAnsiEncoding"));
    static MACINTOSH: LazyLock<Table> = LazyLock::new(|| table("MacRomanEncoding"));
    static EXPERT: LazyLock<Table> = LazyLock::new(|| table("MacExpertEncoding"));
    match name {
        b"StandardEncoding" => Some(&STANDARD),
        b"WinAnsiEncoding" => Some(&WINDOWS),
        b"MacRomanEncoding" => Some(&MACINTOSH),
        b"MacExpertEncoding" => Some(&EXPERT),
        _ => None,
    }
}

fn table(name: &str) -> Table {
    let font = font(Object::Name(name.into()));
    (0..=255).map(|code| shown(&font, code)).collect()
}

/// A font that has an encoding and nothing else: through it the tables of the library are asked.
fn font(encoding: Object) -> Dictionary {
    let mut font = Dictionary::new();
    font.set("Type", Object::Name(b"Font".to_vec()));
    font.set("Encoding", encoding);
    font
}

fn shown(font: &Dictionary, code: u8) -> String {
    let none = Document::new();
    let text = font.get_font_encoding(&none).and_then(|encoding| encoding.bytes_to_string(&[code]));
    text.map(|text| plain(&text)).unwrap_or_default()
}

/// Appends what the sign of a name shows, such as `eacute`, `uni20AC` or `f_i.alt`; false if it is not known.
pub(super) fn of_sign(name: &[u8], out: &mut String) -> bool {
    let before = out.len();
    let name = String::from_utf8_lossy(name);
    let stem = name.split('.').next().unwrap_or_default();
    for part in stem.split('_').filter(|part| !part.is_empty()) {
        match by_number(part) {
            Some(text) => out.push_str(&text),
            None => out.push_str(&listed(part)),
        }
    }
    out.len() > before
}

/// Takes the encoding that a font of Type 1 has in itself: `dup 12 /fi put`, in what of it is text.
pub(super) fn take_built_in(program: &[u8], table: &mut Table) {
    /// Where the text of such a font ends at the latest.
    const TEXT: usize = 1 << 16;
    let text = &program[..program.len().min(TEXT)];
    let text = &text[..memchr::memmem::find(text, b"eexec").unwrap_or(text.len())];
    let Some(start) = memchr::memmem::find(text, b"/Encoding") else { return };
    let words: Vec<&[u8]> =
        text[start..].split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).take(4096).collect();
    for entry in words.windows(4) {
        let [b"dup", code, [b'/', name @ ..], b"put"] = entry else { continue };
        let code = std::str::from_utf8(code).ok().and_then(|code| code.parse::<usize>().ok());
        if let Some(shown) = code.and_then(|code| table.get_mut(code)) {
            shown.clear();
            of_sign(name, shown);
        }
    }
}

/// What a sign of a name such as `a65` shows, which is its code and not more: bitmap fonts of TeX name signs so.
pub(super) fn by_code(name: &[u8], code: usize) -> Option<char> {
    let digits = name.iter().position(u8::is_ascii_digit)?;
    let is_code = std::str::from_utf8(&name[digits..]).ok()?.parse() == Ok(code);
    let character = u8::try_from(code).ok().filter(u8::is_ascii_graphic)?;
    is_code.then(|| char::from(character))
}

/// What a name that is the number of a character shows.
fn by_number(name: &str) -> Option<String> {
    let is_hex = |digits: &str| digits.bytes().all(|one| one.is_ascii_digit() || (b'A'..=b'F').contains(&one));
    if let Some(digits) =
        name.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.len() % 4 == 0 && is_hex(digits))
    {
        let units = digits
            .as_bytes()
            .chunks(4)
            .filter_map(|four| u16::from_str_radix(std::str::from_utf8(four).ok()?, 16).ok());
        return Some(plain(&char::decode_utf16(units).filter_map(Result::ok).collect::<String>()));
    }
    let digits = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()) && is_hex(digits))?;
    let character = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    Some(plain(character.encode_utf8(&mut [0; 4])))
}

/// What a name of the Adobe Glyph List shows.
fn listed(name: &str) -> String {
    let mut differences = Dictionary::new();
    differences.set("Differences", vec![Object::Integer(0), Object::Name(name.into())]);
    shown(&font(Object::Dictionary(differences)), 0)
}

/// Text with ligatures written out.
pub(super) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{FB00}' => out.push_str("ff"),
            '\u{FB01}' => out.push_str("fi"),
            '\u{FB02}' => out.push_str("fl"),
            '\u{FB03}' => out.push_str("ffi"),
            '\u{FB04}' => out.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => out.push_str("st"),
            // A line end or a form feed in a table of a font is a blank.
            other if other.is_control() => out.push(' '),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(name: &str) -> Option<String> {
        let mut out = String::new();
        of_sign(name.as_bytes(), &mut out).then_some(out)
    }

    #[test]
    fn signs_are_known_by_their_names() {
        assert_eq!(sign("eacute").as_deref(), Some("é"));
        assert_eq!((sign("ffi").as_deref(), sign("f_i.alt").as_deref()), (Some("ffi"), Some("fi")));
        assert_eq!((sign("uni20AC").as_deref(), sign("u1F600").as_deref()), (Some("€"), Some("\u{1F600}")));
        assert_eq!((sign(".notdef"), sign("g42"), sign("uniXYZW")), (None, None, None));
    }

    #[test]
    fn fonts_may_have_an_encoding_in_themselves() {
        let mut table = vec![String::new(); 256];
        take_built_in(
            b"%!PS\n/Encoding 256 array\ndup 12 /fi put\ndup 999 /a put\nreadonly def\neexec dup 1 /b put",
            &mut table,
        );
        assert_eq!((table[12].as_str(), table[1].as_str()), ("fi", ""));
    }

    #[test]
    fn names_that_are_codes_show_those_of_ascii() {
        assert_eq!((by_code(b"a65", 65), by_code(b"a65", 66), by_code(b"a7", 7)), (Some('A'), None, None));
    }

    #[test]
    fn encodings_have_their_own_codes() {
        let code = |name: &str, code: usize| named(name.as_bytes()).map(|table| table[code].as_str());
        assert_eq!(code("WinAnsiEncoding", 0x80), Some("€"));
        assert_eq!(code("MacRomanEncoding", 0x8E), Some("é"));
        assert_eq!((code("StandardEncoding", 0xAE), code("StandardEncoding", 0x41)), (Some("fi"), Some("A")));
        assert_eq!(code("Identity-H", 0), None);
    }
}
