//! Text to nodes. The only file that names the YAML crate.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{Location, Spanned};

use super::fault::Fault;
use crate::source::{Span, floor};

/// A value with its place in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Where it stands; for a list or a map where it begins.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node is. Numbers are kept as they are written, because `8.10` may be the number of a clause.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing, or `null`.
    Null,
    /// `true` or `false`, or another word that YAML takes for one of them, as it is written.
    Bool(bool, String),
    /// A number without quotation marks.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in their order.
    Map(Vec<(Key, Node)>),
}

/// A key of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub text: String,
}

/// How many nodes a text may have: a hundred thousand entries of `allow` have fewer than a million.
const NODES: usize = 2_000_000;

/// How deep values may stand in values. They are read by going as deep, on a stack that threads have little of.
const DEPTH: usize = 48;

/// Reads a text of one YAML document. A text without a value is an empty map.
///
/// # Errors
/// The first place at which the text is no YAML.
pub fn parse(text: &str) -> Result<Node, Fault> {
    let is_remark = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    if text.lines().all(is_remark) {
        return Ok(Node { span: Span::new(0, 0), value: Value::Map(Vec::new()) });
    }
    let budget = serde_yaml::budget! { max_nodes: NODES, max_events: 2 * NODES, max_depth: DEPTH };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(text, serde_yaml::options! { budget: budget }) {
        Ok(read) => Ok(node(read, text)),
        Err(error) => Err(fault(&error, text)),
    }
}

/// Writes a value as YAML.
///
/// # Errors
/// Why it cannot be written.
pub fn write<T: serde::Serialize>(value: &T) -> Result<String, String> {
    serde_yaml::to_string(value).map_err(|error| error.to_string())
}

fn fault(error: &serde_yaml::Error, text: &str) -> Fault {
    let plain = error.without_snippet();
    let span = plain.location().map_or(Span::new(0, 0), |at| span(&at, text));
    let (message, help) = told(plain);
    Fault { span, message, label: "here reading stopped".into(), help: help.into(), is_missing: false }
}

/// What the YAML crate says, in words for those who write files, with what to do.
fn told(error: &serde_yaml::Error) -> (String, &'static str) {
    use serde_yaml::Error as Told;
    let usual = "Check indentation, colons and quotation marks on this line and the one above it.";
    let (words, help) = match error {
        Told::MultipleDocuments { .. } => {
            ("a second document begins here".into(), "Keep one document in the file; three hyphens begin another.")
        }
        Told::DuplicateMappingKey { key, .. } => {
            let key = key.as_ref().map(|key| format!(" {key:?}")).unwrap_or_default();
            return (format!("the key{key} stands here for the second time"), "Keep one of them.");
        }
        Told::NullIntoString { .. } => {
            ("a key is nothing".into(), "Give the value a key, or put the key into quotation marks.")
        }
        Told::Unexpected { .. } => ("a key must be a text".into(), usual),
        Told::UnknownAnchor { .. } => (
            "nothing above has the name that this alias has".into(),
            "A value that begins with a star, such as a pattern for paths, stands in quotation marks.",
        ),
        Told::RecursiveReferencesRequireWeakTypes { .. } => (
            "an alias stands inside of the value that it stands for".into(),
            "Write the value out there, or take the alias out.",
        ),
        Told::Budget { .. }
        | Told::AliasReplayLimitExceeded { .. }
        | Told::AliasExpansionLimitExceeded { .. }
        | Told::AliasReplayStackDepthExceeded { .. } => (
            "it holds more values, or more values in values, than are read".into(),
            "Divide it, and use fewer aliases.",
        ),
        Told::UnsupportedTag { .. }
        | Told::TaggedScalarCannotDeserializeIntoString { .. }
        | Told::InvalidBinaryBase64 { .. }
        | Told::BinaryNotUtf8 { .. } => ("no value with such a tag is read".into(), "Leave out the tag."),
        Told::Eof { .. } => ("it ends where a value is expected".into(), usual),
        Told::ExternalMessage { msg, .. } | Told::Message { msg, .. } => (msg.clone(), usual),
        // What is left cannot come of text alone, or says nothing to those who write it.
        _ => return ("this is no YAML that can be read".into(), usual),
    };
    (format!("this is no YAML that can be read: {words}"), help)
}

/// The bytes at a location, at least one where there is one.
fn span(at: &Location, text: &str) -> Span {
    let of_line = || {
        let number = |from: u64| usize::try_from(from).unwrap_or(1).max(1) - 1;
        let start: usize = text.split_inclusive('\n').take(number(at.line())).map(str::len).sum();
        let line = text[start..].lines().next().unwrap_or_default();
        start + line.char_indices().nth(number(at.column())).map_or(line.len(), |(at, _)| at)
    };
    let start = at.span().byte_offset().and_then(|start| usize::try_from(start).ok()).unwrap_or_else(of_line);
    let length = at.span().byte_len().and_then(|length| usize::try_from(length).ok()).unwrap_or_default();
    let start = floor(text, start);
    let end = floor(text, start + length);
    let kept = text[start..end].trim_end().len();
    Span::new(start, start + kept)
}

fn node(read: Spanned<Raw>, text: &str) -> Node {
    let at = span(&read.referenced, text);
    let written = || {
        let own = span(&read.defined, text);
        text[own.start..own.end].to_owned()
    };
    let value = match read.value {
        Raw::Null => Value::Null,
        Raw::Bool(value) => Value::Bool(value, written()),
        Raw::Number => Value::Number(written()),
        Raw::Text(value) => Value::Text(value),
        Raw::List(all) => Value::List(all.into_iter().map(|one| node(one, text)).collect()),
        Raw::Map(all) => Value::Map(
            all.into_iter()
                .map(|(key, value)| (Key { span: span(&key.referenced, text), text: key.value }, node(value, text)))
                .collect(),
        ),
    };
    Node { span: at, value }
}

/// What the YAML crate gives.
enum Raw {
    Null,
    Bool(bool),
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Raw;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Raw, D::Error> {
        Raw::deserialize(from)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Raw, A::Error> {
        let mut all = Vec::new();
        while let Some(one) = from.next_element()? {
            all.push(one);
        }
        Ok(Raw::List(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Raw, A::Error> {
        let mut all = Vec::new();
        while let Some(entry) = from.next_entry()? {
            all.push(entry);
        }
        Ok(Raw::Map(all))
    }
}

impl Node {
    /// The text to point at for the whole node: a scalar itself, of a list or a map its first entry.
    #[must_use]
    pub fn head(&self) -> Span {
        match &self.value {
            Value::Null | Value::Bool(..) | Value::Number(_) | Value::Text(_) => self.span,
            Value::List(all) => all.first().map_or(self.span, Self::head),
            Value::Map(all) => all.first().map_or(self.span, |(key, value)| {
                let is_scalar = !matches!(value.value, Value::List(_) | Value::Map(_));
                let end = if is_scalar { value.span.end.max(key.span.end) } else { key.span.end };
                Span::new(key.span.start, end)
            }),
        }
    }

    /// What it is, in words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(..) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Map(_) => "keys with values",
        }
    }

    /// The value under a key of a map.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(all) => all.iter().find(|(one, _)| one.text == key).map(|(_, value)| value),
            Value::Null | Value::Bool(..) | Value::Number(_) | Value::Text(_) | Value::List(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_know_where_they_stand() {
        let text = "# ü\nlist:\n  - a\n  - 8.10 # a clause\nname: \"x y\"\nempty:\nyes: true\n";
        let node = parse(text).expect("this is YAML");
        let at = |node: &Node| text[node.span.start..node.span.end].to_owned();
        let Value::List(all) = &node.get("list").expect("the key is there").value else { panic!("a list") };
        assert_eq!((at(&all[0]), at(&all[1])), ("a".into(), "8.10".into()));
        assert_eq!(all[1].value, Value::Number("8.10".into()));
        let name = node.get("name").expect("the key is there");
        assert_eq!((at(name), &name.value), ("\"x y\"".into(), &Value::Text("x y".into())));
        assert_eq!(node.get("empty").map(|one| &one.value), Some(&Value::Null));
        assert_eq!(node.get("yes").map(|one| &one.value), Some(&Value::Bool(true, "true".into())));
        let head = node.head();
        assert_eq!(&text[head.start..head.end], "list");
    }

    #[test]
    fn what_is_no_yaml_is_told_at_its_place() {
        let fault = parse("a: 1\nb: [1\nc: 2\n").expect_err("a bracket is open");
        assert!(fault.span.start >= 5, "{fault:?}");
        let twice = parse("a: 1\na: 2\n").expect_err("a key stands twice");
        assert_eq!(twice.span.start, 5, "{twice:?}");
        assert_eq!(parse("# nothing\n").map(|node| node.value), Ok(Value::Map(Vec::new())));
    }
}
