//! Every reader; the first byte says which. What is read must lie in the text, and findings where they say.

#![no_main]

use std::io::{Cursor, Write};

use jiff::civil::date;
use libfuzzer_sys::fuzz_target;
use sms_lint::document::format::FORMATS;
use sms_lint::document::{Container, Document, Format};
use sms_lint::lint::{Purpose, Settings, examine};
use sms_lint::source::{Coding, SourceFile};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Parts of office files, each alone in a package: bytes that are changed seldom leave a package sound.
const PARTS: &[(Container, &str)] = &[
    (Container::Docx, "word/document.xml"),
    (Container::Odt, "content.xml"),
    (Container::Odp, "content.xml"),
    (Container::Ods, "content.xml"),
    (Container::Pptx, "ppt/presentation.xml"),
    (Container::Xlsx, "xl/workbook.xml"),
];

/// What parts the texts of several parts of one package.
const NEXT: &[u8] = b"<?part ";

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let at = usize::from(*first);
    if let Some(row) = FORMATS.get(at) {
        match row.format.container() {
            Some(container) => contained(container, rest),
            None => text(row.format, rest),
        }
    } else if let Some((container, name)) = PARTS.get(at - FORMATS.len()) {
        contained(*container, &package(name, rest));
    }
});

fn text(format: Format, bytes: &[u8]) {
    let Ok(coding) = Coding::detect(bytes) else { return };
    let source = SourceFile::decode("a".into(), bytes, coding);
    lies_in(&format.read(&source.text, None), &source.text);
    for purpose in [Purpose::Findings, Purpose::Inventory, Purpose::Transition] {
        let examined = examine(&source, format, Settings { purpose, ..Settings::on(date(2026, 11, 22)) });
        for finding in examined.findings {
            let place = &finding.primary.place;
            let range = place.start.byte as usize..place.end.byte as usize;
            assert_eq!(*coding.settle(bytes).encode(&finding.primary.text), bytes[range], "{place:?}");
        }
    }
}

fn contained(container: Container, bytes: &[u8]) {
    if let Ok(readable) = container.read(&mut Cursor::new(bytes)) {
        let (source, document) = readable.into_source("a");
        lies_in(&document, &source.text);
        let settings = Settings::on(date(2026, 11, 22));
        let _ = sms_lint::lint::document::examine_read(&source, &document, Format::Container(container), settings);
    }
}

fn lies_in(document: &Document, text: &str) {
    for block in &document.blocks {
        let prose = block.prose.text();
        for (at, one) in prose.char_indices() {
            let span = block.prose.source_span(at, at + one.len_utf8());
            assert!(text.get(span.start..span.end).is_some(), "{span:?}");
        }
        assert!(block.marks.iter().all(|mark| prose.get(mark.range.clone()).is_some()));
    }
}

/// A package with a main part, and others behind marks that name them: `<?part word/comments.xml?>`.
fn package(main: &str, bytes: &[u8]) -> Vec<u8> {
    let mut made = ZipWriter::new(Cursor::new(Vec::new()));
    let mut rest = bytes;
    let mut name = main.to_owned();
    loop {
        let next = rest.windows(NEXT.len()).position(|one| one == NEXT);
        let _ = made.start_file(name, SimpleFileOptions::default());
        let _ = made.write_all(&rest[..next.unwrap_or(rest.len())]);
        let Some(next) = next else { break };
        rest = &rest[next + NEXT.len()..];
        let Some(end) = rest.windows(2).position(|one| one == b"?>") else { break };
        name = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 2..];
    }
    made.finish().map(Cursor::into_inner).unwrap_or_default()
}
