//! Reads short texts as a document would be read.

use jiff::civil::{Date, date};
use sms_lint::document::Format;
use sms_lint::lint::citations::citations;
use sms_lint::standard::Citation;
use sms_lint::standard::citation::standard_name;
use sms_lint::standard::grammar::Reference;

const TODAY: Date = date(2026, 11, 22);

/// The citations of a text, with the text as the parser has it.
pub fn cited(text: &str) -> (String, Vec<Citation>) {
    let document = Format::Plain.read(text, None);
    let [block] = document.blocks.as_slice() else { panic!("{text:?} is one paragraph") };
    (block.prose.text().trim().to_owned(), citations(block, TODAY))
}

/// The one reference that a text is from its first to its last character.
#[track_caller]
pub fn whole(text: &str) -> Reference {
    let (prose, mut found) = cited(text);
    let normal: Vec<String> = found.iter().map(|one| one.reference.to_string()).collect();
    assert_eq!(normal.len(), 1, "{text:?} is one designation, not {normal:?}");
    let reference = found.remove(0).reference;
    assert_eq!(&prose[reference.range.clone()], prose, "{text:?} is read as a whole");
    reference
}

/// Checks texts and their normal forms, each of which is its own normal form.
#[track_caller]
pub fn reads(cases: &[(&str, &str)]) {
    for (text, normal) in cases {
        assert_eq!(whole(text).to_string(), *normal, "{text:?}");
        assert_eq!(whole(normal).to_string(), *normal, "the normal form of {text:?} is stable");
    }
}

/// Checks that texts, parted by semicolons, hold no citation.
#[track_caller]
pub fn leaves(texts: &str) {
    for text in texts.split("; ") {
        let found: Vec<String> = cited(text).1.iter().map(|one| one.reference.to_string()).collect();
        assert!(found.is_empty(), "{text:?} is read as {found:?}");
    }
}

/// Checks what the citations of texts denote: the edition, or the standard of an undated citation.
#[track_caller]
pub fn denote(cases: &[(&str, &[&str])]) {
    for (text, wanted) in cases {
        let of = |one: &Citation| if one.edition.is_some() { one.designation() } else { standard_name(one) };
        let found: Vec<String> = cited(text).1.iter().map(of).collect();
        assert_eq!(found, *wanted, "{text:?}");
    }
}
