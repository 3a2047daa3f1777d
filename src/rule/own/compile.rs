//! From checks as they are written to checks that can be looked for.

use jiff::civil::Date;
use regex::Regex;

use super::document::folded;
use super::kind::{Citation, Element, Key, Kind, Looks, Phrase, Term};
use super::words::{Compiled, pattern, words};
use super::written::{self, Check};
use crate::pattern::Pattern;
use crate::source::{SourceFile, Span};
use crate::standard::inquiry;
use crate::yaml::{At, Fault, Many};

/// Memory that the expressions of all rules may take together, in bytes.
pub const BUDGET: usize = 128 << 20;

/// Memory that a byte of a pattern for paths takes at most, in bytes.
const PER_SIGN: usize = 200;

/// Compiles the check of a rule in the file `source`, and tells how much memory its expressions take; what is wrong is
/// added to `faults`.
pub(super) fn compile(check: Check, source: &SourceFile, faults: &mut Vec<Fault>) -> Option<(Kind, usize)> {
    let mut compiler = Compiler { source, faults, size: 0 };
    let kind = match check {
        Check::Phrase(one) => compiler.phrase(one),
        Check::Metadata(one) => compiler.metadata(one),
        Check::Consistent(one) => compiler.consistent(one),
        Check::Citation(one) => compiler.citation(one),
        Check::Element(one) => compiler.element(one),
    };
    compiler.faults.is_empty().then_some((kind, compiler.size))
}

/// What is said of the expression or the rule with which there is no memory left.
#[must_use]
pub fn too_large(span: Span) -> Fault {
    let words = format!("up to here the expressions take more than {} MiB of memory", BUDGET >> 20);
    Fault::new(
        span,
        words,
        "Say the same with fewer or shorter ones: counts such as {20} of classes such as \\w are large.",
    )
}

struct Compiler<'a> {
    source: &'a SourceFile<'a>,
    faults: &'a mut Vec<Fault>,
    size: usize,
}

impl Compiler<'_> {
    fn keep<T>(&mut self, result: Result<T, Fault>) -> Option<T> {
        result.map_err(|fault| self.faults.push(fault)).ok()
    }

    /// Compiles an expression, unless those before it take all the memory that there is for them.
    fn expression(&mut self, text: &At<String>, compile: impl Fn() -> Result<Compiled, Fault>) -> Option<Regex> {
        if self.size > BUDGET {
            return None;
        }
        let Compiled { regex, size } = self.keep(compile())?;
        self.size += size;
        if self.size > BUDGET {
            self.faults.push(too_large(text.mark.span));
        }
        Some(regex)
    }

    fn words(&mut self, all: &[At<String>], exact: bool) -> Vec<Regex> {
        all.iter().filter_map(|one| self.expression(one, || words(one, exact))).collect()
    }

    fn kind(&mut self, files: Many<Pattern>, titles: &[At<String>], looks: Looks) -> Kind {
        self.size += files.iter().map(Pattern::weight).sum::<usize>() * PER_SIGN;
        Kind { files: files.0, titles: self.words(titles, false), looks }
    }

    fn phrase(&mut self, one: written::Phrase) -> Kind {
        let mut any = self.words(&one.words, one.exact_case);
        let source = self.source;
        any.extend(
            one.patterns.iter().filter_map(|text| self.expression(text, || pattern(text, one.exact_case, source))),
        );
        let unless = self.words(&one.unless, false);
        let looks = Looks::Phrase(Phrase { any, unless, code: one.code });
        self.kind(one.files, &one.titles, looks)
    }

    fn metadata(&mut self, one: written::Metadata) -> Kind {
        let source = self.source;
        let keys = one.keys.0.into_iter().map(|key| Key {
            names: key.key.iter().map(|name| folded(name)).collect(),
            name: key.key.first().map(|name| name.value.clone()).unwrap_or_default(),
            optional: key.optional,
            date: key.date,
            matches: key.matches.as_ref().and_then(|text| self.expression(text, || pattern(text, true, source))),
            one_of: key.one_of.iter().map(|value| value.value.clone()).collect(),
        });
        let looks = Looks::Metadata(keys.collect());
        self.kind(one.files, &one.titles, looks)
    }

    fn consistent(&mut self, one: written::Consistent) -> Kind {
        let terms = one.terms.iter().map(|names| Term {
            names: names
                .iter()
                .filter_map(|name| Some((name.value.clone(), self.expression(name, || words(name, false))?)))
                .collect(),
            first: one.first,
        });
        let looks = Looks::Consistent(terms.collect());
        self.kind(one.files, &one.titles, looks)
    }

    fn citation(&mut self, one: written::Citation) -> Kind {
        let ask = |text: &At<String>| {
            inquiry::ask(text, Date::MAX).map(|found| found.citation).map_err(|_| {
                let help = "Write one designation, such as ISO/IEC 27001:2013; sms-lint standard shows what is known.";
                Fault::new(text.mark.span, format!("the catalogue knows no standard {:?}", text.value), help)
            })
        };
        let of = one.of.iter().filter_map(|text| self.keep(ask(text))).collect();
        let looks = Looks::Citation(Citation { of, dated: one.dated });
        self.kind(one.files, &one.titles, looks)
    }

    fn element(&mut self, one: written::Element) -> Kind {
        let titles = self.words(&one.titles, false);
        let looks = Looks::Element(Element { name: one.name.value, titles });
        self.kind(one.files, &[], looks)
    }
}
