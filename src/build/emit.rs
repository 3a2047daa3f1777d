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

/// A slice of string literals.
pub fn texts(values: &[String]) -> String {
    list(values, |value| text(value))
}
