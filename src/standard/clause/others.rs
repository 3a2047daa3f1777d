//! Other collections of requirements by their names: what stands under the name of one is none of Annex A.

use std::collections::HashMap;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::body;
use super::lexicon::{BESIDE_COLLECTIONS, LAWS, NAMED_COLLECTIONS};
use super::mention::Near;
use super::words::{self, Word};

/// What kind of collection a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Numbered controls.
    Controls,
    /// A law or a rule with articles: a chapter on it may name controls of Annex A.
    Law,
}

/// A name, word by word as written.
struct Name {
    words: Vec<&'static str>,
    kind: Kind,
}

/// The names by the first of their words, in small letters.
static NAMES: LazyLock<HashMap<String, Vec<Name>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<Name>> = HashMap::new();
    for (list, kind) in [(NAMED_COLLECTIONS, Kind::Controls), (LAWS, Kind::Law)] {
        for name in list {
            let words: Vec<&str> = name.split(' ').collect();
            names.entry(words[0].to_lowercase()).or_default().push(Name { words, kind });
        }
    }
    names
});

/// What a text says of other collections.
struct Said {
    /// A collection of controls is named.
    controls: bool,
    /// A law is named.
    law: bool,
    /// Nothing but names, versions and small words stands in it.
    is_sole: bool,
}

/// Reads a text, whose names may be in small letters, as keys and values of data have them.
fn said(text: &str, any_case: bool) -> Said {
    let words: Vec<&str> = text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_same = |own: &str, name: &str| own == name || (any_case && own.eq_ignore_ascii_case(name));
    let mut found = Said { controls: false, law: false, is_sole: true };
    let mut at = 0;
    while at < words.len() {
        let lower = words[at].to_lowercase();
        let is_here = |one: &&Name| {
            let own = words.get(at..at + one.words.len()).unwrap_or_default();
            !own.is_empty() && one.words.iter().zip(own).all(|(name, own)| is_same(own, name))
        };
        if let Some(name) = NAMES.get(&lower).and_then(|all| all.iter().find(is_here)) {
            found.controls |= name.kind == Kind::Controls;
            found.law |= name.kind == Kind::Law;
            at += name.words.len();
            continue;
        }
        if let Some(length) = body::length(&words[at..]) {
            found.controls = true;
            at += length;
            continue;
        }
        // "CC6" is a number of its own, "v8" none.
        let digits = lower.strip_prefix(['v', 'r']).unwrap_or(&lower);
        let is_version = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let is_part = matches!(words::class(&lower), Some(Word::Part(_)));
        found.is_sole &= is_version || is_part || BESIDE_COLLECTIONS.contains(lower.as_str());
        at += 1;
    }
    found.is_sole &= found.controls || found.law;
    found
}

/// What a heading says: one that names a collection of controls and nothing else claims all that stands below it.
pub(super) fn in_heading(text: &str) -> Near {
    let said = said(text, false);
    if said.controls { Near::Other { wholly: said.is_sole } } else { Near::Nobody }
}

/// True if a heading names other collections or laws and nothing else.
pub(super) fn is_sole(text: &str) -> bool {
    said(text, false).is_sole
}

/// What the head of a column or the key of an entry says, which claims all that it heads.
pub(super) fn in_label(text: &str, is_key: bool) -> Near {
    let said = said(text, is_key);
    if said.controls || said.law { Near::Other { wholly: true } } else { Near::Nobody }
}

/// What a cell or a value says, which claims its neighbours if it holds nothing but the name.
pub(super) fn in_value(text: &str, is_data: bool) -> Near {
    let claims = |said: Said| said.controls && said.is_sole;
    if text.len() <= LONGEST && claims(said(text, is_data)) { Near::Other { wholly: true } } else { Near::Nobody }
}

/// What a line says below which others stand: "CIS controls:".
pub(super) fn in_line(text: &str) -> Near {
    let text = text.trim();
    if text.len() > LONGEST {
        return Near::Nobody;
    }
    let said = said(text, false);
    let leads = text.ends_with([':', '：']);
    if said.controls && (leads || said.is_sole) { Near::Other { wholly: said.is_sole } } else { Near::Nobody }
}

/// The longest text, in bytes, that is looked at for a name alone.
const LONGEST: usize = 80;

/// Keys of data whose values may be names that are not listed here.
const KEYS: &[&str] = &["framework:", "framework\"", "framework =", "standard:", "standard\"", "standard ="];

static SEARCHER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let first = NAMES.keys().map(String::as_str).chain(KEYS.iter().copied());
    AhoCorasick::builder().ascii_case_insensitive(true).build(first).ok()
});

/// Where names may stand, ascending, so that no reader passes them by.
pub(super) fn places(text: &str) -> Vec<usize> {
    SEARCHER.iter().flat_map(|searcher| searcher.find_iter(text)).map(|found| found.start()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_claim_what_stands_under_them() {
        let wholly = Near::Other { wholly: true };
        for text in
            ["CIS", "CIS Controls v8", "SCuBA baseline", "NIST SP 800-53 Rev. 5", "SOC 2 criteria", "PCI DSS 4.0"]
        {
            assert_eq!((in_heading(text), in_value(text, false)), (wholly, wholly), "{text}");
        }
        for text in ["NEN 7510", "UNE 71502", "GB/T 22239-2019", "DIN SPEC 27076 controls", "BS 10008:2020"] {
            assert_eq!((in_heading(text), in_value(text, false)), (wholly, wholly), "{text}");
        }
        for text in ["DIN 27001", "BS 7799", "AS 2013", "DIN EN ISO 9001", "EN 1", "in 10008", "NEN"] {
            assert_eq!((in_heading(text), in_value(text, false)), (Near::Nobody, Near::Nobody), "{text}");
        }
        assert_eq!(in_heading("How we use NIST"), Near::Other { wholly: false });
        for text in ["Access", "SOC reviews", "Cisco", "csf", "GDPR", "Our precision", "Essential services"] {
            assert_eq!(in_heading(text), Near::Nobody, "{text}");
        }
        assert_eq!(in_label("GDPR article", false), wholly);
        assert_eq!((in_label("nist csf", true), in_value("cis", true)), (wholly, wholly));
        assert_eq!((in_value("CIS 5.1", false), in_value("CIS says so", false)), (wholly, Near::Nobody));
        assert_eq!(
            (in_line("CIS controls:"), in_line("As SOC 2 auditors ask:")),
            (wholly, Near::Other { wholly: false })
        );
        assert_eq!(in_line("We know SOC 2 and more."), Near::Nobody);
    }
}
