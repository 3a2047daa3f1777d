//! Tests that nothing is read by going as deep as it is nested: a stack that overflows cannot be caught.

use std::path::Path;
use std::thread::{Builder, Scope, ScopedJoinHandle};
use std::time::Duration;

use sms_lint::config::Config;
use sms_lint::document::Format;
use sms_lint::lint::examine;
use sms_lint::rule;
use sms_lint::source::SourceFile;
use sms_lint::suppress::baseline;

#[path = "common/busy.rs"]
mod busy;
#[path = "common/settings.rs"]
mod settings;
use busy::Clock;
use settings::settings;

/// How deep things are nested.
const DEPTH: usize = 100_000;

/// The stack that threads have unless another is asked for; the walk asks for none.
const STACK: usize = 2 << 20;

/// What is nested in itself: what opens it, and what closes it.
const NESTED: &[(Format, &[(&str, &str)])] = &[
    (
        Format::Markdown,
        &[
            ("> ", ""),
            ("- ", ""),
            ("1. ", ""),
            (">- ", ""),
            ("[", "]"),
            ("[", "](a)"),
            ("![", "](a)"),
            ("*a ", " a*"),
            ("**a ", " a**"),
            ("_a ", " a_"),
            ("~~a ", " a~~"),
            ("<div>", "</div>"),
            ("<b>", "</b>"),
            ("(", ")"),
            ("[^a", "]"),
            ("\"", "\""),
            ("<!--", "-->"),
            ("<table><tr><td>", "</td></tr></table>"),
        ],
    ),
    (Format::Mdx, &[("<A>", "</A>"), ("{", "}"), ("<A b={", "}/>"), ("{`${", "}`}"), ("> ", ""), ("[", "]")]),
    (
        Format::Html,
        &[
            ("<div>", "</div>"),
            ("<ul><li>", "</li></ul>"),
            ("<b>", "</b>"),
            ("<table><tr><td>", "</td></tr></table>"),
            ("<script>", "</script>"),
            ("<!--", "-->"),
            ("<blockquote>", "</blockquote>"),
            ("<template>", "</template>"),
            ("<svg>", "</svg>"),
            ("<select><option>", "</option></select>"),
        ],
    ),
    (
        Format::AsciiDoc,
        &[
            ("====\n", "====\n"),
            ("--\n", "--\n"),
            ("|===\na|\n", "|===\n"),
            ("footnote:[", "]"),
            ("{", "}"),
            ("[", "]"),
            ("*a ", " a*"),
            ("((", "))"),
            ("* ", ""),
            ("ifdef::a[]\n", "endif::[]\n"),
            ("link:a[", "]"),
            ("a:: ", ""),
            ("[quote]\n____\n", "____\n"),
        ],
    ),
    (
        Format::Rst,
        &[
            ("* ", ""),
            ("| ", ""),
            (".. note:: ", ""),
            ("*a ", " a*"),
            ("|a ", " a|"),
            ("`", "`_"),
            ("1. ", ""),
            (":a: ", ""),
            (".. ", ""),
            (".. |a| replace:: ", ""),
            ("[", "]_"),
            ("- ", ""),
        ],
    ),
    (
        Format::Org,
        &[
            ("* ", ""),
            ("- ", ""),
            ("#+begin_quote\n", "#+end_quote\n"),
            ("[[", "]]"),
            ("[[a][", "]]"),
            ("[fn::", "]"),
            ("{{{", "}}}"),
            ("*a ", " a*"),
            ("| ", ""),
            (":a:\n", ":end:\n"),
            ("<<", ">>"),
        ],
    ),
    (
        Format::Latex,
        &[
            ("{", "}"),
            ("\\footnote{", "}"),
            ("\\begin{itemize}\\item ", "\\end{itemize}"),
            ("\\a[", "]"),
            ("\\begin{tabular}{l}", "\\end{tabular}"),
            ("\\newcommand{\\a}{", "}"),
            ("$", "$"),
            ("\\[", "\\]"),
            ("\\section{", "}"),
            ("\\textbf{\\emph{", "}}"),
            ("\\begin{comment}", "\\end{comment}"),
        ],
    ),
    (Format::Plain, &[("- ", ""), ("> ", ""), ("(", ")"), ("\"", "\"")]),
    (
        Format::Yaml,
        &[
            ("[", "]"),
            ("{a: ", "}"),
            ("- ", ""),
            ("? ", ""),
            ("[{a: [", "]}]"),
            ("!a ", ""),
            ("&a [", "]"),
            ("\"", "\""),
            ("- |\n ", ""),
        ],
    ),
    (Format::Json, &[("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[", "]}]"), ("/*", "*/"), ("(", ")")]),
    (Format::JsonLines, &[("[", "]"), ("{\"a\":", "}")]),
    (Format::Toml, &[("a = [", "]\n"), ("[a", "]\n"), ("a = {b = ", "}"), ("[", "]"), ("a.", "= 1")]),
    (Format::Csv, &[("\"", "\""), (",", ""), ("\"\"", "\n")]),
    (Format::Tsv, &[("\t", ""), ("\"", "\"")]),
];

/// Far above what any of these needs without optimisation, far below what one needs that goes back over and over.
const PATIENCE: Duration = Duration::from_secs(40);

fn nested(opens: &str, closes: &str) -> String {
    format!("a: ISO/IEC 27001:2013\n\n{}ISO/IEC 27001:2013{}\n", opens.repeat(DEPTH), closes.repeat(DEPTH))
}

/// Lines each of which stands deeper than the one before; there are fewer, because their blanks add up.
fn indented(opens: &str) -> String {
    (0..2_000).map(|depth| format!("{}{opens}\n", "  ".repeat(depth))).collect()
}

fn examined(format: Format, text: &str, opens: &str) {
    let clock = Clock::start();
    let examined = examine(&SourceFile::from_text("deep", text), format, settings());
    assert!(examined.findings.len() <= 3, "{format:?} {opens:?}: {} findings", examined.findings.len());
    let needed = clock.worked();
    assert!(needed < PATIENCE, "{format:?} {opens:?} needs {needed:?}");
}

/// Runs on a stack as threads of the walk have it.
fn on_a_small_stack<'a>(scope: &'a Scope<'a, '_>, work: impl FnOnce() + Send + 'a) -> ScopedJoinHandle<'a, ()> {
    Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("a thread can be had")
}

#[test]
fn texts_are_read_however_deep_they_are_nested() {
    std::thread::scope(|scope| {
        for (format, pairs) in NESTED {
            on_a_small_stack(scope, move || {
                for (opens, closes) in *pairs {
                    examined(*format, &nested(opens, closes), opens);
                    if closes.is_empty() {
                        examined(*format, &indented(opens), opens);
                    } else {
                        examined(*format, &nested(opens, ""), opens);
                    }
                }
            });
        }
    });
}

/// What is read as YAML besides documents: a configuration, and a rule file; and as JSON: a baseline.
#[test]
fn settings_are_refused_that_are_nested_without_end() {
    let pairs = [("[", "]"), ("{a: ", "}"), ("{\"a\":", "}"), ("- ", ""), ("? ", ""), ("&a [", "]")];
    for (opens, closes) in pairs {
        for key in ["extends: ", "ignore: ", "files: ", "check: ", "{\"version\": 1, \"findings\": [", ""] {
            let text = format!("{key}{}a{}\n", opens.repeat(DEPTH), closes.repeat(DEPTH));
            let source = || SourceFile::from_text("deep.yaml", &text);
            std::thread::scope(|scope| {
                on_a_small_stack(scope, || {
                    assert!(Config::of_text(source()).is_err(), "{key}{opens}");
                    assert!(rule::own::load(&source(), 0).is_err(), "{key}{opens}");
                    assert!(baseline::of_source(Path::new("deep.json"), source()).is_err(), "{key}{opens}");
                });
            });
        }
    }
}
