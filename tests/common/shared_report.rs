//! One report with a bit of everything, which every writer prints; and the same of documents that mean harm.

use std::sync::Arc;

use jiff::civil::{Date, date};
use sms_lint::finding::{
    Acknowledged, Cited, Edit, Finding, Fix, Label, Note, Related, Relation, Safety, Severity, Skipped, Statement,
    Suppressed, Suppressor,
};
use sms_lint::lint::{Decision, Report, Summary};
use sms_lint::origin::Origin;
use sms_lint::report::{Dossier, Head};
use sms_lint::rule::Selection;
use sms_lint::source::{Excerpt, Place, Position, Span};

const DAY: Date = date(2026, 11, 22);

/// Texts that a writer must not pass on as they are.
pub struct Texts<'a> {
    /// Path of the first document.
    pub path: &'a str,
    /// What stands in it before, at and behind the place, on one line.
    pub line: [&'a str; 3],
    /// Words of somebody who suppressed a finding.
    pub because: &'a str,
    /// What a message quotes.
    pub quoted: &'a str,
}

/// A plain document.
pub const PLAIN: Texts<'static> = Texts {
    path: "policies/cloud hosting.md",
    line: ["Cloud services follow ", "ISO/IEC TR 20000-9:2015", ", as agreed."],
    because: "the contract of 2019 names it",
    quoted: "Cloud hosting",
};

/// Texts made of everything that some channel obeys.
pub const HOSTILE: Texts<'static> = Texts {
    path: "=cmd|' /C calc'!A0,b:c%0A::error::x<img src=x onerror=alert(1)>\u{202e}\u{1b}[31m&\"'`|](http:).md",
    line: [
        "\u{1b}]0;owned\u{7}<script>alert(1)</script> ",
        "ISO/IEC TR 20000-9\u{202e}<img src=x onerror=alert(2)>]]>--><!--\u{0}\u{b}\u{fffe}",
        "\n::set-output name=x::y\n##[error]z",
    ],
    because: "\"><svg/onload=alert(3)>\n@SUM(1)|`**[x](javascript:alert(4))**\u{9b}31m",
    quoted: "</title></style></script><script>alert(5)</script>\r\n::stop-commands::x ${{ github.token }} %0A|{{7*7}}",
};

fn position(byte: u64, line: u32, column: u32) -> Position {
    Position { byte, line, column }
}

fn place(path: &str, line: u32, columns: (u32, u32), location: Option<&str>) -> Place {
    let byte = u64::from(line) * 80;
    let start = position(byte + u64::from(columns.0), line, columns.0);
    let end = position(byte + u64::from(columns.1), line, columns.1);
    Place { path: path.into(), start, end, location: location.map(Arc::from) }
}

fn label(texts: &Texts<'_>, place: Place) -> Arc<Label> {
    let [before, text, behind] = texts.line;
    let start = before.len();
    Arc::new(Label {
        excerpt: Excerpt {
            line: place.start.line,
            text: format!("{before}{text}{behind}"),
            span: Span::new(start, start + text.len()),
        },
        text: text.into(),
        place,
    })
}

fn said(message: &str, help: &str, cited: Option<Cited>) -> Arc<Statement> {
    Arc::new(Statement {
        message: message.into(),
        label: "no edition is in force".into(),
        help: help.into(),
        url: "https://www.iso.org/standard/67681.html".into(),
        cited,
    })
}

fn cited(standard: &str, edition: &str, status: &'static str) -> Cited {
    Cited {
        standard: standard.into(),
        edition: Some(edition.into()),
        clause: None,
        status,
        adoption: None,
        successors: Vec::new(),
    }
}

fn withdrawn(texts: &Texts<'_>) -> Finding {
    let at = place(texts.path, 12, (23, 46), None);
    let edit = Edit { place: at.clone(), was: texts.line[1].into(), text: "ISO/IEC TS 22237-30:2022".into() };
    let message = "ISO/IEC TR 20000-9:2015 is withdrawn";
    Finding {
        rule: "withdrawn-standard",
        severity: Severity::Error,
        said: said(message, "Leave it out.", Some(cited("ISO/IEC 20000-9", "2015", "withdrawn"))),
        primary: label(texts, at),
        related: vec![Related {
            relation: Relation::Again,
            place: place("b.md", 3, (1, 9), None),
            words: format!("also below {:?}", texts.quoted).into(),
        }],
        fix: Some(Fix { safety: Safety::Unsafe, words: "Cite another".into(), edits: vec![edit] }),
        sentence: Some(7),
    }
}

/// A finding in a document that has pages instead of lines, of a rule that cites nothing.
fn incomplete(texts: &Texts<'_>) -> Finding {
    let location = format!("page 3, {:?}", texts.quoted);
    let message = format!("{:?} leaves out communication", texts.quoted);
    Finding {
        rule: "incomplete-information-security-policy",
        severity: Severity::Warning,
        said: said(&message, "Add it, or say where it is written.", None),
        primary: label(texts, place("policies/security.pdf", 40, (1, 14), Some(&location))),
        related: Vec::new(),
        fix: None,
        sentence: None,
    }
}

fn amendment(texts: &Texts<'_>) -> Finding {
    let help = "Add the amendment.";
    Finding {
        rule: "missing-amendment",
        severity: Severity::Advice,
        said: said("Amd 1:2024 is left out", help, Some(cited("ISO/IEC 27001", "2022", "in-force"))),
        primary: label(texts, place("registers/suppliers.md", 7, (1, 19), None)),
        related: Vec::new(),
        fix: None,
        sentence: Some(9),
    }
}

/// The report of documents that hold such texts.
pub fn dossier(texts: &Texts<'_>) -> Dossier {
    let suppressed = Suppressed {
        finding: Finding { primary: label(texts, place("c.md", 5, (2, 25), None)), ..withdrawn(texts) },
        by: Suppressor::Comment,
        because: texts.because.into(),
        until: Some(date(2027, 6, 30)),
        at: place("c.md", 4, (1, 40), None),
    };
    let old = Finding { primary: label(texts, place("d.md", 9, (1, 24), None)), ..withdrawn(texts) };
    let mut report = Report {
        as_of: DAY,
        findings: vec![withdrawn(texts), incomplete(texts), amendment(texts)],
        acknowledged: vec![Acknowledged { finding: old.clone(), because: "it stands in a change log".into() }],
        suppressed: vec![suppressed],
        known: vec![Finding { primary: label(texts, place("e.md", 2, (1, 24), None)), ..old }],
        skipped: vec![Skipped::new("z/photo.md", "binary: a zero byte stands near its start")],
        notes: vec![Note { path: "y.yaml".into(), at: position(14, 2, 3), reason: "a key is missing".into() }],
        summary: Summary { documents: 6, ..Summary::default() },
        decision: Decision::Asked,
        selection: Selection::ALL,
    };
    report.count();
    let origin =
        Origin { commit: "0123456789abcdef0123456789abcdef01234567".into(), dirty: Some(true), root: "/r".into() };
    let head = Head {
        origin: Some(origin),
        here: "/r/sub".into(),
        configuration: format!("sha256:{}", "0".repeat(64)),
        with_suppressed: false,
        limit: Some(Severity::Error),
    };
    Dossier { report, head, coverage: None, inventory: None, unchecked: None }
}
