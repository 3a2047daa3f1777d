//! Tests that no PDF, however broken, stops the reader, leads it in circles or costs it more than its length.

#![cfg(feature = "pdf")]

use std::fmt::Write;
use std::fs;
use std::io::Cursor;
use std::time::{Duration, Instant};

use sms_lint::document::pdf;

#[path = "common/drawn.rs"]
mod drawn;
#[path = "common/project.rs"]
mod project;
use drawn::{FONT, file, stream};
use project::project;

/// Far above what the reader needs even without optimisation.
const PATIENCE: Duration = Duration::from_secs(20);

/// Reads a file; its text, or why it was not read.
fn read(name: &str, bytes: &[u8]) -> Result<String, String> {
    let begun = Instant::now();
    let read = pdf::read(&mut Cursor::new(bytes)).map(|read| read.text);
    let needed = begun.elapsed();
    assert!(needed < PATIENCE, "{name} needs {needed:?}");
    read
}

const CATALOG: &str = "<</Type/Catalog/Pages 2 0 R>>";
const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const PAGE: &str = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>/Contents 4 0 R>>";
/// A file of one page that is drawn by `content`; the form X is `form`.
fn page(content: &str, form: &str) -> Vec<u8> {
    file(&[CATALOG, PAGES, PAGE, &stream("", content), FONT, form])
}

#[test]
fn what_is_sound_is_read() {
    let form = stream("/Type/XObject/Subtype/Form", "BT /F 9 Tf 20 50 Td (in a form) Tj ET");
    let read = read("a page", &page("BT /F 12 Tf 20 200 Td (ISO/IEC ) Tj [(20)-20(000) -600 (x)] TJ ET /X Do", &form));
    assert_eq!(read.as_deref(), Ok("ISO/IEC 20000 x\nin a form"));
}

#[test]
fn circles_come_to_an_end() {
    let text = "BT /F 12 Tf 20 200 Td (words) Tj ET";
    let form = stream("/Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>", "/X Do /X Do");
    assert_eq!(read("a form in itself", &page(&format!("{text} /X Do"), &form)).as_deref(), Ok("words"));
    let kids = "<</Type/Pages/Kids[3 0 R 2 0 R 2 0 R]/Count 1>>";
    let read_of = |objects: &[&str]| read("objects in circles", &file(objects));
    let content = stream("", text);
    let circle = read_of(&[CATALOG, kids, PAGE, &content, FONT]).expect("it has a page");
    assert!(circle.starts_with("words") && circle.len() < 1000, "{} bytes", circle.len());
    let parent = PAGE.replace("2 0 R", "3 0 R").replace("/Resources", "/Nothing");
    assert!(read_of(&[CATALOG, PAGES, &parent, &content, FONT]).is_err(), "its parent is itself, and has no fonts");
    assert!(read_of(&[CATALOG, "2 0 R"]).is_err());
    assert!(read_of(&["1 0 R"]).is_err());
    let itself = PAGE.replace("4 0 R", "3 0 R");
    assert!(read_of(&[CATALOG, PAGES, &itself, &content, FONT]).is_err());
}

#[test]
fn large_numbers_cost_nothing() {
    let count = "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>";
    let font = "<</Type/Font/Subtype/Type1/BaseFont/F/FirstChar -9/Widths[99999999999 1e30]>>";
    let wide =
        "<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[0 999999999 1 5 [1 2]]/DW 1e38>>]>>";
    let content = stream("", "BT /F 12 Tf 1e30 0 0 1e30 0 0 Tm (words) Tj 1 0 0 1 20 200 Tm (more) Tj ET");
    for font in [font, wide] {
        // It is enough that it ends.
        let _ = read("large numbers", &file(&[CATALOG, count, PAGE, &content, font]));
    }
    let map = stream("", "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange 1 begincodespacerange <00> <FF>");
    let font = "<</Type/Font/Subtype/TrueType/BaseFont/F/ToUnicode 6 0 R>>";
    let read = read("a table of all codes", &file(&[CATALOG, PAGES, PAGE, &content, font, &map]));
    assert!(read.is_ok_and(|text| text.contains("more")));
}

#[test]
fn nesting_is_bounded() {
    for piece in ["[", "<<", "(", "BT ", "q ", "/A BMC ", "<</A "] {
        let content = format!("BT /F 12 Tf 20 200 Td (words) Tj ET {}", piece.repeat(40_000));
        assert_eq!(read(piece, &page(&content, FONT)).as_deref(), Ok("words"), "{piece}");
    }
    let deep = format!("<</Type/Catalog/Pages {}2 0 R{}>>", "[".repeat(20_000), "]".repeat(20_000));
    assert!(read("a deep catalog", &file(&[&deep, PAGES])).is_err());
}

#[test]
fn broken_files_have_a_reason() {
    let whole = page("BT /F 12 Tf 20 200 Td (words) Tj ET", FONT);
    for end in 0..whole.len() {
        if let Err(reason) = read("a torn file", &whole[..end]) {
            assert!(reason.contains(": ") || reason.contains("; "), "{reason}");
        }
    }
    assert!(read("no file", b"").is_err());
    assert!(read("a word", b"%PDF-1.4").is_err());
}

/// Bytes that look like chance but are the same in every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).expect("it is below a length")
    }
}

const WORDS: &[&[u8]] = &[
    b"/Kids", b"/Length 999999999", b" 0 R", b"<<", b">>", b"[", b"stream\n", b"-1", b"99999999999999999999", b"xref",
    b"/Prev 0",
];

#[test]
fn changed_files_stop_nothing() {
    let folder = project("fixtures");
    let seeds = [
        "documents/pdf/policy-reportlab.pdf",
        "documents/pdf/policy-weasyprint.pdf",
        "cases/pdf-skipped/tree/owned.pdf",
    ]
    .map(|name| fs::read(folder.join(name)).expect("it is there"));
    let mut dice = Dice(88_172_645_463_325_252);
    for round in 0..300 {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=dice.throw(8) {
            let at = dice.throw(bytes.len());
            match dice.throw(4) {
                0 => bytes[at] = u8::try_from(dice.throw(256)).expect("it is below 256"),
                1 => bytes.insert(at, b'0'),
                2 => drop(bytes.splice(at..at, WORDS[dice.throw(WORDS.len())].iter().copied())),
                _ => drop(bytes.drain(at..(at + 9).min(bytes.len()))),
            }
        }
        let _ = read("a changed file", &bytes);
    }
}

/// A page of words, each at the place that its number gives.
fn scattered(count: usize, place: impl Fn(usize) -> String) -> Vec<u8> {
    let mut content = String::from("BT /F 12 Tf 20 280 Td (ISO/IEC TR 20000-9) Tj ET\n");
    for at in 0..count {
        writeln!(content, "BT {} (w{at}) Tj ET", place(at)).expect("a string takes all");
    }
    page(&content, FONT)
}

#[test]
fn words_may_stand_anywhere() {
    const COUNT: usize = 20_000;
    let at = |x: usize, y: usize| format!("/F 9 Tf 1 0 0 1 {x}.{} {y} Tm", x % 10);
    type Place<'a> = &'a dyn Fn(usize) -> String;
    let places: [(&str, Place<'_>); 7] = [
        ("chance", &|word| at(word * 7919 % 293, word * 104_729 % 297)),
        ("one column", &|word| format!("/F 9 Tf 1 0 0 1 20 {:.4} Tm", 290.0 - word as f64 * 0.014)),
        ("one line", &|word| format!("/F 9 Tf 1 0 0 1 {:.4} 90 Tm", word as f64 * 0.014)),
        ("one line of many columns", &|word| format!("/F .001 Tf 1 0 0 1 {:.4} 90 Tm", word as f64 * 0.012)),
        ("a grid", &|word| at(word % 300, 290 - word / 80)),
        ("turned", &|word| format!("/F 9 Tf 0 1 -1 0 {} {} Tm", word % 290, word / 75)),
        ("each in a size of its own", &|word| {
            format!("/F {} Tf 1 0 0 1 20 {:.4} Tm", 10 + word, 290.0 - word as f64 * 0.014)
        }),
    ];
    for (name, place) in places {
        let read = read(name, &scattered(COUNT, place));
        assert!(read.is_ok_and(|text| text.contains("ISO/IEC TR 20000-9")), "{name}");
    }
}

#[test]
fn a_page_of_more_words_than_anybody_reads_is_cut_off_and_said_so() {
    let words = format!("[{}] TJ ", "(a)-9000".repeat(1000));
    let content = format!("BT /F 1 Tf 20 200 Td (ISO/IEC TR 20000-9) Tj {} ET", words.repeat(600));
    let read = pdf::read(&mut Cursor::new(page(&content, FONT))).expect("it is read in part");
    assert!(read.text.starts_with("ISO/IEC TR 20000-9") && read.text.len() < 3_000_000);
    assert_eq!(read.notes, ["page 1 shows more than 500000 words that stand apart, of which only those were read"]);
}
