//! The package around the parts of an office file: a zip archive, of which nothing is believed that is not seen.
//!
//! Every bound is one of bytes or counts, so that the same file gives the same on every machine; together they bound the
//! time as well.

use std::collections::BTreeMap;
use std::io::{Read, SeekFrom};

use zip::read::{Config, ZipFileEntry, ZipReadOptions};
use zip::result::ZipError;
use zip::unstable::read::ZipIterable;

use super::super::container::Input;

/// Most entries of a package.
const ENTRIES: usize = 10_000;

/// Most bytes of one part, unpacked, and of all parts that are read.
const PART: u64 = 128 << 20;
const PARTS: u64 = 256 << 20;

/// A part of more than so many bytes may be so many times as large as it is packed.
const SMALL: u64 = 8 << 20;
const RATIO: u64 = 500;

/// Longest name of a part, in bytes.
const NAME: usize = 1024;

/// How far into a file the mark of encryption is looked for, in bytes.
const MARKED: u64 = 64 << 20;

/// A package that is open.
pub struct Package<'a> {
    input: &'a mut dyn Input,
    /// The parts by their names in small letters.
    entries: BTreeMap<String, ZipFileEntry<'static>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a package.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open(input: &'a mut dyn Input) -> Result<Self, String> {
        let mut head = [0; 8];
        let length = fill(input, &mut head)?;
        if let Some(reason) = other_kind(&head[..length], input) {
            return Err(reason);
        }
        let damaged =
            |_: ZipError| String::from("damaged: its list of parts cannot be read, as if its end were missing");
        let mut archive = ZipIterable::try_new(&mut *input, Config::default()).map_err(damaged)?;
        if archive.len() > ENTRIES {
            return Err(format!("it has more than {ENTRIES} parts"));
        }
        let mut entries = BTreeMap::new();
        for entry in archive.files().map_err(damaged)? {
            let entry = entry.map_err(damaged)?;
            let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/").to_ascii_lowercase();
            if name.len() <= NAME {
                entries.entry(name).or_insert(entry);
            }
        }
        Ok(Self { input, entries, left: PARTS })
    }

    /// True if there is a part of this name that has not been read.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.entries.contains_key(&name.to_ascii_lowercase())
    }

    /// The names, in small letters, that begin so and have not been read, sorted as numbers in them count.
    #[must_use]
    pub fn names(&self, begin: &str) -> Vec<String> {
        let begin = begin.to_ascii_lowercase();
        let all = self.entries.keys().filter(|name| name.starts_with(&begin) && name.ends_with(".xml"));
        let mut names: Vec<String> = all.cloned().collect();
        names.sort_by_key(|name| (number(name), name.clone()));
        names
    }

    /// Reads a part, which is gone then; nothing if there is none.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, String> {
        let Some(entry) = self.entries.remove(&name.to_ascii_lowercase()) else { return Ok(None) };
        if entry.encrypted() {
            return Err(PROTECTED.into());
        }
        let packed = entry.compressed_size();
        let limit = PART.min(self.left).min(SMALL.max(packed.saturating_mul(RATIO)));
        let mut input = &mut *self.input;
        let unpacked = entry.with_reader(&mut input, ZipReadOptions::new()).map_err(|error| fault(name, &error))?;
        let mut bytes = Vec::new();
        unpacked
            .take(limit + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| format!("damaged: its part {name} cannot be unpacked"))?;
        if bytes.len() as u64 > limit {
            return Err(format!("its part {name} is larger than a document needs: more than {} MiB", limit >> 20));
        }
        self.left -= bytes.len() as u64;
        Ok(Some(decoded(bytes)))
    }

    /// Reads a part that must be there.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn needed(&mut self, name: &str) -> Result<String, String> {
        self.part(name)?.ok_or_else(|| format!("damaged: its part {name} is missing"))
    }
}

/// What is said of files that a password protects.
pub const PROTECTED: &str = "protected by a password; save it without one to have it read";

fn fault(name: &str, error: &ZipError) -> String {
    match error {
        ZipError::CompressionMethodNotSupported(_) => format!("its part {name} is packed in a way that is not read"),
        _ => format!("damaged: its part {name} cannot be unpacked"),
    }
}

fn fill(input: &mut dyn Input, head: &mut [u8]) -> Result<usize, String> {
    let mut length = 0;
    while length < head.len() {
        match input.read(&mut head[length..]) {
            Ok(0) => break,
            Ok(count) => length += count,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.to_string()),
        }
    }
    Ok(length)
}

/// What a file is instead of a package, by its first bytes.
fn other_kind(head: &[u8], input: &mut dyn Input) -> Option<String> {
    if head.is_empty() {
        return Some("damaged: it is empty".into());
    }
    if head.starts_with(COMPOUND) {
        return Some(if is_encrypted(input) { PROTECTED.into() } else { OLD.into() });
    }
    (!head.starts_with(b"PK")).then(|| "damaged: it does not begin like a file of its kind".into())
}

/// How files begin that Office 97 wrote, and packages that are encrypted.
pub const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const OLD: &str = "in the format of Office 97 in spite of its name; save it again in the format that its name promises";

/// True if a compound file holds an encrypted package.
fn is_encrypted(input: &mut dyn Input) -> bool {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bytes = Vec::new();
    let read = input.seek(SeekFrom::Start(0)).and_then(|_| input.take(MARKED).read_to_end(&mut bytes));
    read.is_ok() && memchr::memmem::find(&bytes, &mark).is_some()
}

/// The text of a part, which is in UTF-8 unless it begins otherwise.
fn decoded(bytes: Vec<u8>) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(&bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0.into_owned();
    }
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The last number in a name: parts are numbered.
fn number(name: &str) -> u64 {
    let stem = name.strip_suffix(".xml").unwrap_or(name);
    let digits = stem.len() - stem.trim_end_matches(|one: char| one.is_ascii_digit()).len();
    stem[stem.len() - digits..].parse().unwrap_or(0)
}
