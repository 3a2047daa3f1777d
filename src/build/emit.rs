//! Rust source text of constants.

use std::fmt::Write;

/// `Some(value)` or `None`, with the value as `show` writes it.
pub fn option<T>(value: Option<&T>, show: impl Fn(&T) -> String) -> String {
    value.map_or_else(|| "None".into(), |value| format!("Some({})", show(value)))
}

/// A string literal.
pub fn text(value: &str) -> String {
    format!("{value:?}")
}

/// A slice of what `show` writes for each value.
pub fn list<T>(values: &[T], show: impl Fn(&T) -> String) -> String {
    let mut out = String::from("&[");
    for value in values {
        let _ = write!(out, "{},", show(value));
    }
    out.push(']');
    out
}

/// Words or phrases as a `List`.
pub fn phrases(values: &[String]) -> String {
    let mut written = String::new();
    for value in values {
        // None is so long that its length would be no character, and a `List` counts others.
        let length = u32::try_from(value.len()).ok().filter(|length| *length < 0xD800).and_then(char::from_u32);
        written.push(length.expect("a phrase is short"));
        written += value;
    }
    format!("List::written({written:?})")
}

/// A slice of string literals.
pub fn texts(values: &[String]) -> String {
    list(values, |value| text(value))
}
