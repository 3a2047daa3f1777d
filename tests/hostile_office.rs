//! Tests that no office file, however broken, stops the program or costs it more than its bounds: it is skipped with a reason.

#![cfg(feature = "office")]

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use sms_lint::document::{Format, Readable};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

#[path = "common/project.rs"]
mod project;
use project::project;

/// One policy of each format, and the part that holds its text.
const FILES: &[(&str, &str)] = &[
    ("docx/policy.docx", "word/document.xml"),
    ("odt/policy.odt", "content.xml"),
    ("pptx/policy.pptx", "ppt/slides/slide3.xml"),
    ("odp/policy-libreoffice.odp", "content.xml"),
    ("xlsx/policy-openpyxl.xlsx", "xl/worksheets/sheet1.xml"),
    ("ods/policy-libreoffice.ods", "content.xml"),
];

fn bytes(name: &str) -> Vec<u8> {
    fs::read(project("fixtures/documents").join(name)).expect("it is part of the project")
}

fn read(name: &str, bytes: &[u8]) -> Result<Readable, String> {
    let container = Format::of(Path::new(name)).and_then(Format::container).expect("it is no text");
    container.read(&mut Cursor::new(bytes))
}

fn reason(name: &str, bytes: &[u8]) -> String {
    match read(name, bytes) {
        Ok(readable) => panic!("{name} is read: {} bytes", readable.text.len()),
        Err(reason) => reason,
    }
}

/// The same package with another text in one of its parts.
fn with_part(name: &str, part: &str, text: &dyn Fn(&mut dyn Write)) -> Vec<u8> {
    let mut package = ZipArchive::new(Cursor::new(bytes(name))).expect("it is a package");
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..package.len() {
        let entry = package.by_index_raw(at).expect("it is there");
        if entry.name_raw() != part.as_bytes() {
            made.raw_copy_file(entry).expect("it can be written");
        }
    }
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    made.start_file(part, options).expect("it can be begun");
    text(&mut made);
    made.finish().expect("it can be ended").into_inner()
}

#[test]
fn what_is_no_package_is_told_why() {
    for (name, _) in FILES {
        assert_eq!(reason(name, b""), "damaged: it is empty");
        assert_eq!(reason(name, b"just words"), "damaged: it does not begin like a file of its kind");
        let whole = bytes(name);
        for length in [4, 100, whole.len() / 2, whole.len() - 30] {
            assert!(reason(name, &whole[..length]).contains("its end"), "{name} cut to {length}");
        }
    }
}

#[test]
fn parts_that_are_missing_or_no_xml_are_told() {
    for (name, part) in FILES {
        let broken = with_part(name, part, &|out| out.write_all(b"<a><b></a>").expect("it can be written"));
        assert_eq!(reason(name, &broken), format!("damaged: its part {} is no valid XML", part), "{name}");
        let open = with_part(name, part, &|out| out.write_all(b"<a><b>").expect("it can be written"));
        assert_eq!(reason(name, &open), format!("damaged: its part {} is no valid XML", part), "{name}");
    }
    let mut empty = ZipWriter::new(Cursor::new(Vec::new()));
    empty.start_file("a", SimpleFileOptions::default()).expect("it can be begun");
    let empty = empty.finish().expect("it can be ended").into_inner();
    for (name, _) in FILES {
        assert!(reason(name, &empty).contains("is missing"), "{name}");
    }
}

/// Bytes that are wrong anywhere give a reason or a text, and nothing else.
#[test]
fn no_wrong_byte_stops_a_reader() {
    for (name, _) in FILES {
        let whole = bytes(name);
        let step = whole.len() / 60;
        for at in (0..whole.len()).step_by(step.max(1)) {
            let mut wrong = whole.clone();
            wrong[at] ^= 0x55;
            if let Err(reason) = read(name, &wrong) {
                assert!(!reason.is_empty(), "{name} at {at}");
            }
        }
    }
}

#[test]
fn bombs_are_not_unpacked() {
    let blanks = vec![b' '; 1 << 20];
    let bomb = |out: &mut dyn Write| (0..40).for_each(|_| out.write_all(&blanks).expect("it can be written"));
    for (name, part) in FILES {
        let reason = reason(name, &with_part(name, part, &bomb));
        assert!(reason.contains("larger than a document needs"), "{name}: {reason}");
    }
}

#[test]
fn what_is_nested_without_end_is_not_followed() {
    for (name, part) in FILES {
        let deep = |out: &mut dyn Write| {
            (0..100_000).for_each(|_| out.write_all(b"<p><r><txbxContent><tbl><tr><tc>").expect("it can be written"));
        };
        let reason = reason(name, &with_part(name, part, &deep));
        assert!(reason.contains("nested deeper") || reason.contains("no valid XML"), "{name}: {reason}");
    }
}

#[test]
fn too_many_parts_are_not_listed() {
    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..10_001 {
        many.start_file(format!("{number}"), SimpleFileOptions::default()).expect("it can be begun");
    }
    let many = many.finish().expect("it can be ended").into_inner();
    assert_eq!(reason("a.docx", &many), "it has more than 10000 parts");
}

#[test]
fn entities_stand_for_nothing_that_a_file_defines() {
    let lol = b"<!DOCTYPE a [<!ENTITY a \"ISO/IEC 27001:2013\"><!ENTITY b \"&a;&a;\">]>\
        <w:document xmlns:w='w'><w:body><w:p><w:r><w:t>A &amp; &#66; &b;</w:t></w:r></w:p></w:body></w:document>";
    let file =
        with_part("docx/policy.docx", "word/document.xml", &|out| out.write_all(lol).expect("it can be written"));
    let readable = read("a.docx", &file).expect("it is a document");
    assert!(readable.text.contains("A & B &b;"), "{}", readable.text);
}

#[test]
fn encrypted_and_old_files_are_told() {
    let compound = |mark: &str| {
        let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        bytes.resize(2048, 0);
        bytes.extend(mark.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    for name in ["a.docx", "a.xlsx", "a.pptx"] {
        assert!(reason(name, &compound("EncryptedPackage")).starts_with("protected by a password"));
        assert!(reason(name, &compound("WordDocument")).starts_with("in the format of Office 97"));
    }
    let manifest = |out: &mut dyn Write| {
        let text = b"<manifest:manifest xmlns:manifest='m'><manifest:encryption-data/></manifest:manifest>";
        out.write_all(text).expect("it can be written");
    };
    for (name, _) in FILES.iter().filter(|(name, _)| name.starts_with("od")) {
        assert!(
            reason(name, &with_part(name, "META-INF/manifest.xml", &manifest)).starts_with("protected by a password")
        );
    }
    let flagged = |name: &str| {
        let mut bytes = bytes(name);
        // The flag of encryption in every entry of the list.
        let starts: Vec<usize> = memchr::memmem::find_iter(&bytes, b"PK\x01\x02").collect();
        starts.iter().for_each(|at| bytes[at + 8] |= 1);
        bytes
    };
    for (name, _) in FILES {
        assert!(reason(name, &flagged(name)).starts_with("protected by a password"), "{name}");
    }
}
