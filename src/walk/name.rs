//! Names of files as texts that lose nothing: reports name a file by its path, and not every path is UTF-8.

use std::borrow::Cow;
use std::path::{Component, Path, PathBuf};

/// Byte 0 of a name that is no UTF-8; the others follow.
const FIRST: u32 = 0x10_FF00;

/// The first byte of each of them in UTF-8.
#[cfg(unix)]
const LEAD: u8 = 0xF4;

/// A path as text. A byte that is no UTF-8 becomes a character of its own, from U+10FF00 on, and so do the bytes of such a
/// character that stands in a name, so that each text means one name.
#[cfg(unix)]
#[must_use]
pub fn legible(path: &Path) -> Cow<'_, str> {
    use std::os::unix::ffi::OsStrExt;
    // All such characters begin with the same byte.
    let is_plain = |text: &str| memchr::memchr(LEAD, text.as_bytes()).is_none() || !text.contains(is_byte);
    if let Some(text) = path.to_str().filter(|text| is_plain(text)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    for chunk in path.as_os_str().as_bytes().utf8_chunks() {
        for one in chunk.valid().chars() {
            match is_byte(one) {
                true => out.extend(one.encode_utf8(&mut [0; 4]).bytes().map(of_byte)),
                false => out.push(one),
            }
        }
        out.extend(chunk.invalid().iter().copied().map(of_byte));
    }
    Cow::Owned(out)
}

/// A path as text.
#[cfg(not(unix))]
#[must_use]
pub fn legible(path: &Path) -> Cow<'_, str> {
    path.to_string_lossy()
}

/// True for a file that is named as one below the working directory, and whose real place is not: a link in its path leads
/// away. What is named as lying elsewhere is meant to.
#[must_use]
pub fn strays(named: &Path, real: &Path) -> bool {
    is_below_here(named) && std::fs::canonicalize(".").is_ok_and(|here| !real.starts_with(here))
}

/// True for a path that names no place outside of the working directory by itself.
#[must_use]
pub fn is_below_here(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir))
}

/// The bytes of a name that `legible` has made a text of.
pub fn bytes(text: &str) -> impl Iterator<Item = u8> {
    text.chars().flat_map(|one| {
        let mut buffer = [0; 4];
        let length = match u8::try_from(u32::from(one).wrapping_sub(FIRST)) {
            Ok(byte) => {
                buffer[0] = byte;
                1
            }
            Err(_) => one.encode_utf8(&mut buffer).len(),
        };
        buffer.into_iter().take(length)
    })
}

/// The path that `legible` has made a text of.
#[must_use]
pub fn path(text: &str) -> PathBuf {
    if !text.contains(is_byte) {
        return PathBuf::from(text);
    }
    of_bytes(bytes(text).collect())
}

#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
}

fn is_byte(one: char) -> bool {
    u32::from(one) >= FIRST
}

#[cfg(unix)]
fn of_byte(byte: u8) -> char {
    char::from_u32(FIRST + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_lost() {
        let names =
            [&b"a b.md"[..], b"\xFF.md", b"a\xC3\x28/\xF0\x9F.md", "ü/監.md".as_bytes(), "\u{10FFFD}.md".as_bytes()];
        let mut texts: Vec<String> = Vec::new();
        for name in names {
            let file = of_bytes(name.to_vec());
            let text = legible(&file).into_owned();
            assert_eq!((path(&text), bytes(&text).collect::<Vec<u8>>()), (file, name.to_vec()), "{text}");
            assert!(!texts.contains(&text));
            texts.push(text);
        }
        assert_eq!(texts[1], "\u{10FFFF}.md");
    }
}
