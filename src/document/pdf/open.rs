//! Opens a file: its objects, whether a password is needed, and its pages.

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::budget::{FILE, STREAM};
use super::matrix::Matrix;
use super::object::{as_dictionary, dictionary, number, numbers};

/// Opens a file.
///
/// # Errors
/// Why it cannot be read, as a report words it.
pub(super) fn open(bytes: &[u8]) -> Result<Document, String> {
    if bytes.len() > FILE {
        return Err(format!("larger than {} MiB, up to which PDF is read", FILE >> 20));
    }
    // Files may begin with other bytes, such as the headers of a mail.
    const HEAD: usize = 1024;
    if memchr::memmem::find(&bytes[..bytes.len().min(HEAD)], b"%PDF-").is_none() {
        return Err("not a PDF: it does not begin as one".into());
    }
    let options = LoadOptions { max_decompressed_size: Some(STREAM), ..LoadOptions::default() };
    let file = match Document::load_mem_with_options(bytes, options) {
        Ok(file) => file,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => return Err(ENCRYPTED.into()),
        Err(_) => return Err("damaged: its objects cannot be found; open it and save it anew".into()),
    };
    // The library tries the empty password by itself; what is encrypted still has not been opened by it.
    if file.is_encrypted() {
        return Err(ENCRYPTED.into());
    }
    Ok(file)
}

const ENCRYPTED: &str = "encrypted: it opens with a password only; save it without one to have it read";

/// A page: what describes it, with what it inherits.
pub(super) struct Page<'a> {
    /// Its dictionary.
    pub(super) dictionary: &'a Dictionary,
    /// What its content may use.
    pub(super) resources: Option<&'a Dictionary>,
    /// What is shown of it: left, bottom, right and top.
    pub(super) frame: [f64; 4],
    /// What turns it upright.
    pub(super) upright: Matrix,
}

/// How many parents a page may inherit from.
const PARENTS: usize = 64;

impl<'a> Page<'a> {
    /// The page of an object; nothing if it is none.
    pub(super) fn of(file: &'a Document, id: ObjectId) -> Option<Self> {
        let own = file.get_dictionary(id).ok()?;
        let line = || std::iter::successors(Some(own), |one| dictionary(file, one, "Parent")).take(PARENTS);
        let resources = line().find_map(|one| dictionary(file, one, "Resources"));
        let found = |key: &str| line().find_map(|one| numbers(file, one, key)?.try_into().ok());
        let [left, bottom, right, top] =
            found("CropBox").or_else(|| found("MediaBox")).unwrap_or([0.0, 0.0, 612.0, 792.0]);
        let frame = [left.min(right), bottom.min(top), left.max(right), bottom.max(top)];
        let turn = line().find_map(|one| number(file, one, "Rotate")).unwrap_or(0.0).rem_euclid(360.0) as u32;
        let upright = match turn {
            90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            180 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            270 => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
            _ => Matrix::IDENTITY,
        };
        let (one, other) = (upright.point(frame[0], frame[1]), upright.point(frame[2], frame[3]));
        let frame = [one.0.min(other.0), one.1.min(other.1), one.0.max(other.0), one.1.max(other.1)];
        Some(Self { dictionary: own, resources, frame, upright })
    }
}

/// The streams that draw a page.
pub(super) fn contents<'a>(file: &'a Document, page: &'a Dictionary) -> Vec<&'a lopdf::Stream> {
    let of = |object: &'a Object| match file.dereference(object) {
        Ok((_, Object::Stream(stream))) => Some(stream),
        _ => None,
    };
    match page.get(b"Contents").ok().and_then(|one| file.dereference(one).ok()) {
        Some((_, Object::Array(all))) => all.iter().filter_map(of).collect(),
        Some((_, object)) => of(object).into_iter().collect(),
        None => Vec::new(),
    }
}

/// The document information.
pub(super) fn information(file: &Document) -> Option<&Dictionary> {
    file.trailer.get(b"Info").ok().and_then(|one| file.dereference(one).ok()).and_then(|(_, one)| as_dictionary(one))
}
