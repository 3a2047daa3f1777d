//! Attributes: names that stand for a text, and conditions on them.

use super::super::names::Names;

/// Names that need no definition, with what they stand for.
const BUILT_IN: &[(&str, &str)] = &[
    ("amp", "&"),
    ("apos", "'"),
    ("asterisk", "*"),
    ("backslash", "\\"),
    ("backtick", "`"),
    ("blank", ""),
    ("brvbar", "¦"),
    ("caret", "^"),
    ("cpp", "C++"),
    ("deg", "°"),
    ("empty", ""),
    ("endsb", "]"),
    ("gt", ">"),
    ("ldquo", "“"),
    ("lsquo", "‘"),
    ("lt", "<"),
    ("nbsp", "\u{A0}"),
    ("plus", "+"),
    ("quot", "\""),
    ("rdquo", "”"),
    ("rsquo", "’"),
    ("sp", " "),
    ("startsb", "["),
    ("tilde", "~"),
    ("two-colons", "::"),
    ("two-semicolons", ";;"),
    ("vbar", "|"),
    ("wj", "\u{2060}"),
    ("zwsp", "\u{200B}"),
];

/// What a name stands for, and true if the document defines it.
pub fn value(names: &mut Names, name: &str) -> Option<(String, bool)> {
    let own = names.get(name).map(|text| (text, true));
    own.or_else(|| {
        let known = BUILT_IN.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        known.map(|(_, text)| ((*text).to_owned(), false))
    })
}

/// True if the condition `a`, `a,b` or `a+b` holds: a name, one of them or all of them are defined.
pub fn holds(names: &Names, condition: &str) -> bool {
    condition.split(',').any(|all| all.split('+').all(|name| names.has(name)))
}
