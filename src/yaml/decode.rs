//! Nodes to types: a deserializer that goes on after a mistake, so that all of them are told at once.

use std::collections::HashSet;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::at::{AT, MANY, TEXT};
use super::fault::Fault;
use super::node::{Key, Node, Value};
use super::words::{expected, instead};
use crate::source::Span;

/// How many mistakes of one file are told at once.
const MANY_FAULTS: usize = 25;

/// Reads a node as a type. `file` is the number that places get.
///
/// # Errors
/// Every mistake, in the order of the text; entries at fault are left out while the rest is read.
pub fn decode<T: DeserializeOwned>(node: &Node, file: u32) -> Result<T, Vec<Fault>> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut passed: HashSet<Span> = HashSet::new();
    loop {
        match T::deserialize(Reader { node, passed: &passed, file }) {
            Ok(value) if faults.is_empty() => return Ok(value),
            Ok(_) => break,
            Err(error) => {
                let (fault, entry) = error.settle(node.head());
                let is_told = fault.is_missing && !faults.is_empty() && has_passed(node, &passed, entry);
                if !is_told {
                    faults.push(fault);
                }
                let is_new = entry.is_some_and(|entry| passed.insert(entry));
                if !is_new || faults.len() == MANY_FAULTS {
                    break;
                }
            }
        }
    }
    faults.sort_by_key(|one| one.span);
    Err(faults)
}

/// True if something inside the entry was already passed by.
fn has_passed(node: &Node, passed: &HashSet<Span>, entry: Option<Span>) -> bool {
    fn find(node: &Node, at: Span) -> Option<&Node> {
        match &node.value {
            Value::List(all) => all.iter().find_map(|one| if id(one) == at { Some(one) } else { find(one, at) }),
            Value::Map(all) => all.iter().find_map(|(key, one)| if key.span == at { Some(one) } else { find(one, at) }),
            Value::Null | Value::Bool(..) | Value::Number(_) | Value::Text(_) => None,
        }
    }
    let inside = entry.map_or(Some(node), |at| find(node, at));
    let any = |node: &Node| match &node.value {
        Value::Map(all) => all.iter().any(|(key, _)| passed.contains(&key.span)),
        Value::List(all) => all.iter().any(|one| passed.contains(&id(one))),
        Value::Null | Value::Bool(..) | Value::Number(_) | Value::Text(_) => false,
    };
    inside.is_some_and(any)
}

/// By what an element of a list is known: an empty span behind its beginning, which no key has.
fn id(node: &Node) -> Span {
    let start = node.head().start;
    Span::new(start, start)
}

/// A mistake before its place is known.
#[derive(Debug)]
pub(super) struct Wrong {
    message: String,
    help: String,
    span: Option<Span>,
    /// The entry that is left out when the rest is read.
    entry: Option<Span>,
    is_missing: bool,
    /// True if the value itself is of another kind than it must be.
    is_of_kind: bool,
}

/// What structs of the files are written as.
const KEYS: &str = "keys with values";

impl Wrong {
    fn new(message: String, help: String) -> Self {
        Self { message, help, span: None, entry: None, is_missing: false, is_of_kind: false }
    }

    /// Fills in the place, unless something deeper did.
    fn at(mut self, span: Span, entry: Span) -> Self {
        self.span.get_or_insert(span);
        self.entry.get_or_insert(entry);
        self
    }

    /// Fills in the place alone: what is left out is decided further out.
    fn placed(mut self, span: Span) -> Self {
        self.span.get_or_insert(span);
        self
    }

    fn settle(self, root: Span) -> (Fault, Option<Span>) {
        let fault = Fault {
            span: self.span.unwrap_or(root),
            message: self.message,
            label: String::new(),
            help: self.help,
            is_missing: self.is_missing,
        };
        (fault, self.entry)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    /// Behind a line end stands what to do.
    fn custom<T: fmt::Display>(words: T) -> Self {
        let words = words.to_string();
        let (message, help) = words.split_once('\n').unwrap_or((&words, ""));
        Self::new(message.to_owned(), help.to_owned())
    }

    fn invalid_type(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        let found = match found {
            Unexpected::Unit | Unexpected::Option => "nothing".to_owned(),
            Unexpected::Bool(value) => format!("{value}"),
            Unexpected::Str(value) => format!("the text {value:?}"),
            Unexpected::Unsigned(value) => format!("the number {value}"),
            Unexpected::Signed(value) => format!("the number {value}"),
            // A whole number that is written with a point or an exponent is none for whoever asks for one.
            Unexpected::Float(value) => format!("the number {value:?}"),
            Unexpected::Seq => "a list".into(),
            Unexpected::Map => KEYS.into(),
            other => other.to_string(),
        };
        let wanted = expected(&wanted.to_string());
        let be = |words: &str| if words == KEYS { "are" } else { "is" };
        let stand = if found == KEYS { "stand" } else { "stands" };
        let message = format!("{wanted} {} expected here, and {found} {stand} here", be(&wanted));
        Self { is_of_kind: true, ..Self::new(message, format!("Write {wanted}.")) }
    }

    fn invalid_value(found: Unexpected<'_>, wanted: &dyn Expected) -> Self {
        Self::invalid_type(found, wanted)
    }

    fn unknown_variant(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(format!("{word:?} is no value for this"), instead(word, known, "values"))
    }

    fn unknown_field(word: &str, known: &'static [&'static str]) -> Self {
        Self::new(format!("there is no key {word:?}"), instead(word, known, "keys here"))
    }

    fn missing_field(word: &'static str) -> Self {
        let mut wrong = Self::new(format!("the key {word} is missing"), format!("Add {word}."));
        wrong.is_missing = true;
        wrong
    }
}

#[derive(Clone, Copy)]
struct Reader<'a> {
    node: &'a Node,
    passed: &'a HashSet<Span>,
    file: u32,
}

impl<'a> Reader<'a> {
    fn of(self, node: &'a Node) -> Self {
        Self { node, ..self }
    }

    fn list(self, all: &'a [Node]) -> List<'a> {
        List { reader: self, rest: all.iter() }
    }

    fn map(self, all: &'a [(Key, Node)]) -> Map<'a> {
        Map { reader: self, rest: all.iter(), value: None }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.node.value {
            Value::Text(text) | Value::Number(text) => visitor.visit_str(text),
            Value::Bool(value, _) => visitor.visit_str(if *value { "true" } else { "false" }),
            Value::Null | Value::List(_) | Value::Map(_) => self.deserialize_any(visitor),
        }
    }

    /// A text that is one: not a number or a truth value that may stand for a text elsewhere.
    fn strict_text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        let (what, written) = match &self.node.value {
            Value::Text(_) | Value::Null | Value::List(_) | Value::Map(_) => return self.deserialize_any(visitor),
            Value::Number(text) => ("the number ", text.clone()),
            Value::Bool(_, text) => ("", text.clone()),
        };
        let message = format!("a text is expected here, and {what}{written} stands here");
        let help = format!("If it is meant as a text, put it into quotation marks: {written:?}.");
        Err(Wrong { is_of_kind: true, ..Wrong::new(message, help) })
    }

    /// What stands here, as it is told where something else is expected.
    fn found(&self) -> Unexpected<'_> {
        match &self.node.value {
            Value::Null => Unexpected::Unit,
            Value::Bool(value, _) => Unexpected::Bool(*value),
            Value::Number(text) => match (text.parse(), text.parse(), text.parse()) {
                (Ok(number), ..) => Unexpected::Unsigned(number),
                (_, Ok(number), _) => Unexpected::Signed(number),
                (_, _, Ok(number)) => Unexpected::Float(number),
                _ => Unexpected::Str(text),
            },
            Value::Text(text) => Unexpected::Str(text),
            Value::List(_) => Unexpected::Seq,
            Value::Map(_) => Unexpected::Map,
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Wrong;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value, _) => visitor.visit_bool(*value),
            Value::Number(text) => match (text.parse::<u64>(), text.parse::<i64>(), text.parse::<f64>()) {
                (Ok(number), ..) => visitor.visit_u64(number),
                (_, Ok(number), _) => visitor.visit_i64(number),
                (_, _, Ok(number)) => visitor.visit_f64(number),
                _ => visitor.visit_str(text),
            },
            Value::Text(text) => visitor.visit_str(text),
            Value::List(all) => visitor.visit_seq(self.list(all)),
            Value::Map(all) => visitor.visit_map(self.map(all)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.text(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        self.text(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.node.value {
            Value::Null => visitor.visit_none(),
            Value::Bool(..) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => {
                visitor.visit_some(self)
            }
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, Wrong> {
        match name {
            TEXT => self.strict_text(visitor),
            AT => visitor.visit_seq(Place { reader: self, stage: 0 }),
            MANY => match &self.node.value {
                Value::List(all) => visitor.visit_seq(self.list(all)),
                Value::Null => visitor.visit_unit(),
                Value::Bool(..) | Value::Number(_) | Value::Text(_) | Value::Map(_) => {
                    visitor.visit_seq(self.list(std::slice::from_ref(self.node)))
                }
            },
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let Value::Map(all) = &self.node.value else {
            // A list of the values in the order of the keys would be taken for them.
            let wrong = <Wrong as de::Error>::invalid_type(self.found(), &KEYS);
            let help = format!("The keys here are {}.", fields.join(", "));
            return Err(Wrong { help, ..wrong });
        };
        let is_unknown =
            |(key, _): &&(Key, Node)| !fields.contains(&key.text.as_str()) && !self.passed.contains(&key.span);
        if let Some((key, _)) = all.iter().find(is_unknown) {
            return Err(<Wrong as de::Error>::unknown_field(&key.text, fields).at(key.span, key.span));
        }
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        known: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        match &self.node.value {
            Value::Text(text) | Value::Number(text) | Value::Bool(_, text) => {
                visitor.visit_enum(StrDeserializer::new(text))
            }
            Value::Map(all) => match all.as_slice() {
                [(key, _)] if !known.contains(&key.text.as_str()) => {
                    Err(<Wrong as de::Error>::unknown_field(&key.text, known).placed(key.span))
                }
                [(key, value)] => visitor.visit_enum(Variant { reader: self.of(value), key }),
                _ => Err(Wrong::new(
                    format!("exactly one key is expected here, and {} stand here", all.len()),
                    format!("The keys are {}.", known.join(", ")),
                )),
            },
            Value::Null | Value::List(_) => Err(Wrong::new(
                format!("{} is no value for this", self.node.kind()),
                format!("Write one of these: {}.", known.join(", ")),
            )),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

struct List<'a> {
    reader: Reader<'a>,
    rest: std::slice::Iter<'a, Node>,
}

impl<'de> SeqAccess<'de> for List<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let Some(node) = self.rest.by_ref().find(|one| !self.reader.passed.contains(&id(one))) else {
            return Ok(None);
        };
        seed.deserialize(self.reader.of(node)).map(Some).map_err(|wrong| wrong.at(node.head(), id(node)))
    }
}

struct Map<'a> {
    reader: Reader<'a>,
    rest: std::slice::Iter<'a, (Key, Node)>,
    value: Option<&'a (Key, Node)>,
}

impl<'de> MapAccess<'de> for Map<'_> {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Wrong> {
        self.value = self.rest.by_ref().find(|(key, _)| !self.reader.passed.contains(&key.span));
        let Some((key, _)) = self.value else { return Ok(None) };
        let node = Node { span: key.span, value: Value::Text(key.text.clone()) };
        seed.deserialize(self.reader.of(&node)).map(Some).map_err(|wrong| wrong.at(key.span, key.span))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let (key, node) = self.value.take().expect("a value is asked for only behind its key");
        // Nothing stands at the place of a value that is left out.
        let is_nothing = node.value == Value::Null;
        let is_map = matches!(node.value, Value::Map(_));
        let span = |wrong: &Wrong| if is_nothing || is_map && !wrong.is_of_kind { key.span } else { node.head() };
        seed.deserialize(self.reader.of(node)).map_err(|wrong| {
            let span = span(&wrong);
            wrong.at(span, key.span)
        })
    }
}

/// The place of a node, then the node.
struct Place<'a> {
    reader: Reader<'a>,
    stage: u8,
}

impl<'de> SeqAccess<'de> for Place<'_> {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Wrong> {
        let span = self.reader.node.head();
        self.stage += 1;
        match self.stage {
            1 => seed.deserialize(self.reader.file.into_deserializer()).map(Some),
            2 => seed.deserialize(span.start.into_deserializer()).map(Some),
            3 => seed.deserialize(span.end.into_deserializer()).map(Some),
            4 => seed.deserialize(self.reader).map(Some),
            _ => Ok(None),
        }
    }
}

/// The one key of a map, which says what its value is.
struct Variant<'a> {
    reader: Reader<'a>,
    key: &'a Key,
}

impl<'a, 'de> EnumAccess<'de> for Variant<'a> {
    type Error = Wrong;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Wrong> {
        let name = seed.deserialize(StrDeserializer::<Wrong>::new(&self.key.text))?;
        Ok((name, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        Err(<Wrong as de::Error>::custom("this word takes no value").placed(self.key.span))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Wrong> {
        let span = if self.reader.node.value == Value::Null { self.key.span } else { self.reader.node.head() };
        seed.deserialize(self.reader).map_err(|wrong| wrong.placed(span))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Wrong> {
        self.reader.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Wrong> {
        self.reader.deserialize_struct("", fields, visitor)
    }
}
