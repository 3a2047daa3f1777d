//! Fonts: what the codes in a string show, and how wide that is.

use std::collections::HashMap;

use encoding_rs::Encoding;
use lopdf::{Dictionary, Document, Object};

use super::budget::Budget;
use super::cmap::CMap;
use super::encoding::{self, Table, plain};
use super::object::{array, as_dictionary, bytes, dictionary, get, name, number, numbers, real, resolve};
use super::width::Core;

/// A font of a page.
#[derive(Debug)]
pub(super) struct Font {
    codes: Codes,
    /// True if its signs stand below one another.
    pub(super) is_vertical: bool,
    /// True if it is heavier than text is.
    pub(super) is_bold: bool,
    /// True if all its signs are equally wide.
    pub(super) is_fixed: bool,
}

#[derive(Debug)]
enum Codes {
    /// Codes of one byte, each with what it shows and how wide that is.
    Simple(Table, Vec<f64>),
    /// Codes of several bytes.
    Composite(Composite),
}

#[derive(Debug)]
struct Composite {
    unicode: CMap,
    /// How long codes are, and what they show if they are written in an encoding that is known.
    form: Form,
    widths: HashMap<u32, f64>,
    other: f64,
}

#[derive(Debug)]
enum Form {
    /// Two bytes each.
    Pairs,
    /// As a table of the font declares them.
    Declared(CMap),
    /// UTF-16.
    Wide,
    /// An encoding of East Asia.
    Eastern(&'static Encoding),
}

/// What a code shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign<'a> {
    /// Its characters; empty if they are not known.
    pub(super) text: &'a str,
    /// How far the next sign stands, in parts of the size.
    pub(super) width: f64,
    /// True for the code of one byte that word spacing is added to.
    pub(super) is_blank: bool,
}

impl Font {
    /// Reads a font.
    pub(super) fn read(file: &Document, font: &Dictionary, budget: &mut Budget) -> Self {
        let inner = array(file, font, "DescendantFonts").and_then(|all| as_dictionary(resolve(file, all.first()?)?));
        let described = inner.unwrap_or(font);
        let descriptor = dictionary(file, described, "FontDescriptor");
        let look = Look::of(file, described, descriptor);
        let unicode = get(file, font, "ToUnicode").and_then(|object| object.as_stream().ok());
        let unicode =
            unicode.and_then(|stream| bytes(stream, budget)).map(|bytes| CMap::parse(&bytes)).unwrap_or_default();
        let is_composite = name(file, font, "Subtype") == Some(b"Type0");
        let encoding = get(file, font, "Encoding");
        let is_vertical =
            is_composite && encoding.and_then(|one| one.as_name().ok()).is_some_and(|name| name.ends_with(b"-V"));
        let codes = if is_composite {
            Codes::Composite(Composite::read(file, encoding, inner, (unicode, budget)))
        } else {
            let program = descriptor.and_then(|descriptor| get(file, descriptor, "FontFile")?.as_stream().ok());
            let program = program.and_then(|stream| bytes(stream, budget)).unwrap_or_default();
            simple(file, font, &unicode, (&look, &program))
        };
        Self { codes, is_vertical, is_bold: look.is_bold, is_fixed: look.is_fixed }
    }

    /// Tells each of the signs that a string shows.
    pub(super) fn each(&self, string: &[u8], mut tell: impl FnMut(Sign<'_>)) {
        match &self.codes {
            Codes::Simple(table, widths) => {
                for byte in string {
                    let at = usize::from(*byte);
                    tell(Sign { text: &table[at], width: widths[at], is_blank: *byte == b' ' });
                }
            }
            Codes::Composite(composite) => composite.each(string, tell),
        }
    }
}

/// What a font looks like, by its name and description.
struct Look {
    name: String,
    is_bold: bool,
    is_fixed: bool,
    is_symbol: bool,
    missing: f64,
}

impl Look {
    fn of(file: &Document, font: &Dictionary, descriptor: Option<&Dictionary>) -> Self {
        let own = name(file, font, "BaseFont").unwrap_or_default();
        let name = String::from_utf8_lossy(own).to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        let of = |key| descriptor.and_then(|descriptor| number(file, descriptor, key));
        let flags = of("Flags").unwrap_or(0.0) as u32;
        Self {
            is_bold: has(&["bold", "black", "heavy", "demi", "cmbx", "sfbx"])
                || of("FontWeight").is_some_and(|weight| weight >= 600.0),
            is_fixed: has(&["courier", "mono", "typewriter", "cmtt", "sftt", "consol"]) || flags & 1 != 0,
            is_symbol: has(&["symbol", "dingbat", "wingding"]),
            missing: of("MissingWidth").unwrap_or(0.0) / 1000.0,
            name,
        }
    }
}

/// The codes of a simple font.
fn simple(file: &Document, font: &Dictionary, unicode: &CMap, (look, program): (&Look, &[u8])) -> Codes {
    let mut table = simple_table(file, font, look, program);
    for (code, shown) in table.iter_mut().enumerate() {
        let mut text = String::new();
        let code = u32::try_from(code).unwrap_or(0);
        if unicode.show(code, 1, &mut text) || unicode.show(code, 2, &mut text) {
            *shown = plain(&text);
        }
    }
    let widths = simple_widths(file, font, &table, look);
    Codes::Simple(table, widths)
}

/// What the encoding of a simple font says.
fn simple_table(file: &Document, font: &Dictionary, look: &Look, program: &[u8]) -> Table {
    let encoding = get(file, font, "Encoding");
    let base = match encoding {
        Some(Object::Name(name)) => encoding::named(name),
        Some(Object::Dictionary(own)) => name(file, own, "BaseEncoding").and_then(encoding::named),
        _ => None,
    };
    let is_named_by_signs = name(file, font, "Subtype") == Some(b"Type3") || look.is_symbol;
    let mut table = match base {
        Some(base) => base.clone(),
        None if is_named_by_signs => vec![String::new(); 256],
        None => encoding::named(b"StandardEncoding").cloned().unwrap_or_default(),
    };
    if base.is_none() {
        encoding::take_built_in(program, &mut table);
    }
    let differences = encoding.and_then(as_dictionary).and_then(|own| array(file, own, "Differences"));
    let mut code = 0;
    for one in differences.unwrap_or_default().iter().take(2048) {
        match resolve(file, one) {
            Some(Object::Integer(next)) => code = usize::try_from(*next).unwrap_or(256),
            Some(Object::Name(sign)) => {
                if let Some(shown) = table.get_mut(code) {
                    shown.clear();
                    if !encoding::of_sign(sign, shown) {
                        shown.extend(encoding::by_code(sign, code));
                    }
                }
                code += 1;
            }
            _ => {}
        }
    }
    table
}

/// How wide the codes of a simple font are.
fn simple_widths(file: &Document, font: &Dictionary, table: &Table, look: &Look) -> Vec<f64> {
    let first = number(file, font, "FirstChar").unwrap_or(0.0) as usize;
    let Some(listed) = numbers(file, font, "Widths") else {
        let core = Core::like(&look.name, look.is_bold, look.is_fixed);
        return table.iter().map(|shown| shown.chars().map(|one| core.width(one)).sum()).collect();
    };
    // The signs of such a font are drawn in a space of their own.
    let drawn = name(file, font, "Subtype") == Some(b"Type3");
    let scale = if drawn {
        numbers(file, font, "FontMatrix").and_then(|all| all.first().copied()).unwrap_or(0.001)
    } else {
        0.001
    };
    let width =
        |code: usize| code.checked_sub(first).and_then(|at| listed.get(at)).map_or(look.missing, |width| width * scale);
    (0..256).map(width).collect()
}

impl Composite {
    fn read(file: &Document, encoding: Option<&Object>, inner: Option<&Dictionary>, rest: (CMap, &mut Budget)) -> Self {
        let (unicode, budget) = rest;
        let form = match encoding {
            Some(Object::Stream(stream)) => {
                let map = bytes(stream, budget).map(|bytes| CMap::parse(&bytes)).unwrap_or_default();
                if map.has_lengths() { Form::Declared(map) } else { Form::Pairs }
            }
            Some(Object::Name(name)) => named_form(name),
            _ => Form::Pairs,
        };
        let other = inner.and_then(|inner| number(file, inner, "DW")).unwrap_or(1000.0) / 1000.0;
        let widths =
            inner.and_then(|inner| array(file, inner, "W")).map(|list| listed_widths(file, list)).unwrap_or_default();
        Self { unicode, form, widths, other }
    }

    fn each(&self, string: &[u8], mut tell: impl FnMut(Sign<'_>)) {
        let mut rest = string;
        let mut text = String::new();
        while !rest.is_empty() {
            let (code, length) = self.split(rest);
            text.clear();
            if !self.unicode.show(code, length, &mut text) {
                self.form.show(&rest[..length], &mut text);
            }
            let shown = if is_clean(&text) { None } else { Some(plain(&text)) };
            let width = self.widths.get(&code).copied().unwrap_or(self.other);
            tell(Sign { text: shown.as_deref().unwrap_or(&text), width, is_blank: length == 1 && code == 32 });
            rest = &rest[length..];
        }
    }

    /// The first code of a string that is not empty, and its length.
    fn split(&self, string: &[u8]) -> (u32, usize) {
        let pair = || match string {
            [high, low, ..] => (u32::from(*high) << 8 | u32::from(*low), 2),
            _ => (string.first().copied().map_or(0, u32::from), 1),
        };
        match &self.form {
            Form::Pairs | Form::Wide => pair(),
            Form::Declared(map) => map.split(string).unwrap_or_else(pair),
            Form::Eastern(_) => {
                if string[0] < 0x81 || (0xA0..0xA1).contains(&string[0]) {
                    (u32::from(string[0]), 1)
                } else {
                    pair()
                }
            }
        }
    }
}

impl Form {
    /// Appends what a code shows by itself, if its encoding is known.
    fn show(&self, code: &[u8], out: &mut String) {
        match self {
            Self::Wide => out.push_str(&encoding_rs::UTF_16BE.decode_without_bom_handling(code).0),
            Self::Eastern(encoding) => out.push_str(&encoding.decode_without_bom_handling(code).0),
            Self::Pairs | Self::Declared(_) => {}
        }
    }
}

/// What a table that has a name says of codes.
fn named_form(name: &[u8]) -> Form {
    let name = String::from_utf8_lossy(name);
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["UCS2", "UTF16"]) {
        Form::Wide
    } else if has(&["RKSJ"]) {
        Form::Eastern(encoding_rs::SHIFT_JIS)
    } else if has(&["GBK", "GB-EUC", "GBpc", "GBKp"]) {
        Form::Eastern(encoding_rs::GBK)
    } else if has(&["B5", "ETen", "HKscs"]) {
        Form::Eastern(encoding_rs::BIG5)
    } else if has(&["KSC"]) {
        Form::Eastern(encoding_rs::EUC_KR)
    } else if has(&["EUC"]) {
        Form::Eastern(encoding_rs::EUC_JP)
    } else {
        Form::Pairs
    }
}

/// Widths by code: `first [width …]` or `first last width`.
fn listed_widths(file: &Document, list: &[Object]) -> HashMap<u32, f64> {
    const MOST: usize = 70_000;
    let mut widths = HashMap::new();
    let mut at = 0;
    while at + 1 < list.len() && widths.len() < MOST {
        let number = |at: usize| list.get(at).and_then(|one| real(resolve(file, one)?));
        let first = number(at).unwrap_or(0.0) as u32;
        if let Some(Object::Array(each)) = resolve(file, &list[at + 1]) {
            let width = |one: &Object| resolve(file, one).and_then(real).unwrap_or(0.0) / 1000.0;
            widths.extend((first..).zip(each.iter().take(MOST).map(width)));
            at += 2;
        } else {
            let (last, width) = (number(at + 1).unwrap_or(0.0) as u32, number(at + 2).unwrap_or(0.0) / 1000.0);
            widths.extend((first..=last).take(MOST).map(|code| (code, width)));
            at += 3;
        }
    }
    widths
}

/// True if a text needs no change to be shown.
fn is_clean(text: &str) -> bool {
    !text.chars().any(|one| one.is_control() || ('\u{FB00}'..='\u{FB06}').contains(&one))
}
