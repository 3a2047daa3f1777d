//! How the bytes of a file become text, and text bytes.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Why a file was not read as text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// A zero byte near the start and no UTF-16 byte order mark.
    Binary,
    /// A byte order mark for UTF-32, which no reader here decodes.
    Utf32,
    /// A compound file, in which Office 97 keeps its documents.
    Compound,
}

impl Unreadable {
    /// The reason as the report words it.
    #[must_use]
    pub fn reason(self) -> &'static str {
        match self {
            Self::Binary => "binary: a zero byte stands near its start",
            Self::Utf32 => "encoded in UTF-32, which is not read; save it as UTF-8",
            Self::Compound => "in a format of Office 97, which is not read; save it as .docx, .xlsx or .pptx",
        }
    }
}

/// How the bytes of a file become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coding {
    pub(super) encoding: &'static Encoding,
    pub(super) mark: usize,
}

/// How many bytes at the start of a file decide whether it is binary.
const HEAD: usize = 1024;

impl Coding {
    /// Looks at the first bytes of a file.
    ///
    /// # Errors
    /// `Unreadable` if they are no text.
    pub fn detect(head: &[u8]) -> Result<Self, Unreadable> {
        if head.starts_with(&[0xFF, 0xFE, 0, 0]) || head.starts_with(&[0, 0, 0xFE, 0xFF]) {
            return Err(Unreadable::Utf32);
        }
        if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return Err(Unreadable::Compound);
        }
        if let Some((encoding, mark)) = Encoding::for_bom(head) {
            return Ok(Self { encoding, mark });
        }
        let head = &head[..head.len().min(HEAD)];
        if memchr::memchr(0, head).is_some() {
            return wide_without_mark(head).ok_or(Unreadable::Binary);
        }
        Ok(Self { encoding: UTF_8, mark: 0 })
    }

    /// True if the file must be decoded before bytes of ASCII words can be looked for in it.
    #[must_use]
    pub fn is_wide(self) -> bool {
        self.encoding != UTF_8
    }

    /// Length of the byte order mark, in bytes.
    #[must_use]
    pub fn mark_len(self) -> usize {
        self.mark
    }

    /// The coding that fits `bytes`: UTF-8 if they are valid, else Windows-1252, the superset of Latin-1.
    #[must_use]
    pub fn settle(self, bytes: &[u8]) -> Self {
        if self.encoding == UTF_8 && simdutf8::basic::from_utf8(bytes).is_err() {
            return Self { encoding: WINDOWS_1252, ..self };
        }
        self
    }
}

impl Coding {
    /// The text of a whole file, without its byte order mark.
    #[must_use]
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        self.encoding.decode_without_bom_handling(&bytes[self.mark.min(bytes.len())..]).0
    }

    /// A text as it stands in the file, without a byte order mark.
    #[must_use]
    pub fn encode(self, text: &str) -> Cow<'_, [u8]> {
        // What encodes for the web writes no UTF-16.
        if self.encoding == UTF_16LE {
            return text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>().into();
        }
        if self.encoding == UTF_16BE {
            return text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>().into();
        }
        self.encoding.encode(text).0
    }
}

/// UTF-16 that says nothing of itself: every second byte of a text in a Latin script is zero.
fn wide_without_mark(head: &[u8]) -> Option<Coding> {
    let pairs = head.len() / 2;
    let zeros = |at: usize| head.chunks_exact(2).filter(|pair| pair[at] == 0).count();
    let (high, low) = (zeros(1), zeros(0));
    let mostly = |zero: usize, other: usize| pairs >= 8 && zero * 10 >= pairs * 9 && other == 0;
    if mostly(high, low) {
        Some(Coding { encoding: UTF_16LE, mark: 0 })
    } else if mostly(low, high) {
        Some(Coding { encoding: UTF_16BE, mark: 0 })
    } else {
        None
    }
}
