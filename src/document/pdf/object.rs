//! Looking things up among the objects of a file; what is missing or of another kind is nothing.

use lopdf::{Dictionary, Document, Object, Stream};

use super::budget::{Budget, STREAM};
use super::matrix::Matrix;

/// An entry of a dictionary, references followed.
pub(super) fn get<'a>(file: &'a Document, dictionary: &'a Dictionary, key: &str) -> Option<&'a Object> {
    resolve(file, dictionary.get(key.as_bytes()).ok()?)
}

/// What an object is, references followed.
pub(super) fn resolve<'a>(file: &'a Document, object: &'a Object) -> Option<&'a Object> {
    file.dereference(object).ok().map(|(_, object)| object)
}

/// An entry that is a dictionary, or a stream that has one.
pub(super) fn dictionary<'a>(file: &'a Document, from: &'a Dictionary, key: &str) -> Option<&'a Dictionary> {
    as_dictionary(get(file, from, key)?)
}

/// The dictionary of an object, or of the stream that it is.
pub(super) fn as_dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// An entry that is an array.
pub(super) fn array<'a>(file: &'a Document, from: &'a Dictionary, key: &str) -> Option<&'a [Object]> {
    get(file, from, key)?.as_array().ok().map(Vec::as_slice)
}

/// An entry that is a name.
pub(super) fn name<'a>(file: &'a Document, from: &'a Dictionary, key: &str) -> Option<&'a [u8]> {
    get(file, from, key)?.as_name().ok()
}

/// An entry that is a number.
pub(super) fn number(file: &Document, from: &Dictionary, key: &str) -> Option<f64> {
    real(get(file, from, key)?)
}

/// The number that an object is, if it is a finite one.
pub(super) fn real(object: &Object) -> Option<f64> {
    object.as_float().ok().map(f64::from).filter(|number| number.is_finite())
}

/// An entry that is an array of numbers; others in it count as zero.
pub(super) fn numbers(file: &Document, from: &Dictionary, key: &str) -> Option<Vec<f64>> {
    let all = array(file, from, key)?;
    Some(all.iter().map(|one| resolve(file, one).and_then(real).unwrap_or(0.0)).collect())
}

/// An entry that is a transformation.
pub(super) fn matrix(file: &Document, from: &Dictionary, key: &str) -> Option<Matrix> {
    numbers(file, from, key)?.try_into().ok().map(Matrix)
}

/// An entry that is a text for people.
pub(super) fn text(file: &Document, from: &Dictionary, key: &str) -> Option<String> {
    let text = lopdf::decode_text_string(get(file, from, key)?).ok()?;
    let text = text.trim_matches(|one: char| one.is_whitespace() || one == '\0');
    (!text.is_empty()).then(|| text.to_owned())
}

/// The bytes that a stream stands for; nothing if they cannot be had or are too many.
pub(super) fn bytes(stream: &Stream, budget: &mut Budget) -> Option<Vec<u8>> {
    let limit = budget.bytes.min(STREAM);
    let is_plain = stream.filters().is_ok_and(|filters| filters.is_empty()) || stream.dict.get(b"Filter").is_err();
    let bytes = if is_plain {
        (stream.content.len() <= limit).then(|| stream.content.clone())
    } else {
        stream.decompressed_content_with_limit(limit).ok()
    };
    // A stream that becomes too much has cost as much as it may.
    budget.bytes -= bytes.as_ref().map_or(limit, Vec::len).min(budget.bytes);
    bytes
}
