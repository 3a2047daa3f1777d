//! The README says what the program does: its table, its commands, its options, its output. What it leads to in `docs/` says
//! nothing that the program does not know, and no link of either leads nowhere.

use std::collections::BTreeSet;
use std::path::Path;

use clap::{CommandFactory, Parser};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser as Markdown, Tag, TagEnd};
use sms_lint::cli::Arguments;
use sms_lint::{page, rule};

#[path = "common/program.rs"]
mod program;

const README: &str = include_str!("../README.md");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn help() -> String {
    Arguments::command().render_long_help().to_string()
}

/// The help of a command and of all below it.
fn helps(command: &mut clap::Command) -> String {
    let own = command.render_long_help().to_string();
    command.get_subcommands_mut().fold(own, |all, below| all + &helps(below))
}

/// Code blocks of a document, each with the word behind its fence.
fn blocks(text: &str) -> Vec<(String, String)> {
    let (mut blocks, mut open) = (Vec::new(), None);
    for event in Markdown::new(text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(word))) => open = Some((word.to_string(), String::new())),
            Event::Text(text) => {
                if let Some((_, block)) = &mut open {
                    block.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The only code block with this word behind its fence.
fn block(word: &str) -> String {
    let mut found: Vec<String> =
        blocks(README).into_iter().filter(|(own, _)| own == word).map(|(_, text)| text).collect();
    assert_eq!(found.len(), 1, "one block of {word}");
    found.remove(0)
}

/// What stands between two comments of the README.
fn between(name: &str) -> &'static str {
    let (_, rest) = README.split_once(&format!("<!-- {name} -->\n")).expect("the README has this part");
    rest.split_once(&format!("<!-- /{name} -->")).expect("the part ends").0
}

#[test]
fn examples_are_those_that_are_checked() {
    for (name, file) in [
        ("workflow", "examples/workflow.yml"),
        ("hooks", "examples/pre-commit-config.yaml"),
        ("wheel", "examples/pre-commit-wheel.yaml"),
    ] {
        let text = std::fs::read_to_string(root().join(file)).expect("the example is part of the project");
        assert_eq!(between(name), format!("```yaml\n{text}```\n"), "{file}");
    }
}

/// Short pieces of code in the running text.
fn code(text: &str) -> Vec<String> {
    let inline = |event| match event {
        Event::Code(code) => Some(code.to_string()),
        _ => None,
    };
    Markdown::new_ext(text, Options::ENABLE_TABLES).filter_map(inline).collect()
}

/// The README and the documents of `docs/`, by their paths, with their texts.
fn documents() -> Vec<(String, String)> {
    let entries = std::fs::read_dir(root().join("docs")).expect("the documents are part of the project").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(".md"));
    names.sort();
    let texts = names.into_iter().map(|name| {
        let path = format!("docs/{name}");
        let text = std::fs::read_to_string(root().join(&path)).expect("the document has just been seen");
        (path, text)
    });
    std::iter::once(("README.md".to_owned(), README.to_owned())).chain(texts).collect()
}

/// Command lines of `sms-lint`, without prompt and remark.
fn commands(text: &str) -> Vec<String> {
    let blocks = blocks(text).into_iter().flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>());
    blocks
        .filter_map(|line| {
            let line = line.strip_prefix("$ ")?;
            let line = line.split(" #").next().unwrap_or(line).trim_end();
            line.starts_with("sms-lint").then(|| line.to_owned())
        })
        .collect()
}

/// Options such as `--format` and `-j` in a text.
fn options(text: &str) -> BTreeSet<String> {
    text.split(|one: char| !one.is_ascii_alphanumeric() && one != '-')
        .filter(|word| {
            let name = word.trim_start_matches('-');
            let dashes = word.len() - name.len();
            let letters = name.starts_with(|one: char| one.is_ascii_alphabetic());
            letters && (dashes == 2 || (dashes == 1 && name.len() == 1))
        })
        .map(str::to_owned)
        .collect()
}

/// Cells of the table below this header, row by row, without the signs of code.
fn rows(header: &str) -> Vec<Vec<String>> {
    let (_, below) =
        README.split_once(&format!("\n{header}\n")).unwrap_or_else(|| panic!("there is a table {header:?}"));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect();
    below.lines().skip(1).take_while(|line| line.starts_with('|')).map(cells).collect()
}

/// Targets of links that lead to files of the project, or to headings of the document itself.
fn relative_links(text: &str) -> Vec<String> {
    let target = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    };
    let own = |target: &String| !target.contains("://") && !target.starts_with("mailto:");
    Markdown::new_ext(text, Options::ENABLE_TABLES).filter_map(target).filter(own).collect()
}

/// The names by which links lead to the headings of a document.
fn headings(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut open: Option<String> = None;
    for event in Markdown::new(text) {
        match event {
            Event::Start(Tag::Heading { .. }) => open = Some(String::new()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(name) = &mut open {
                    name.push_str(&words);
                }
            }
            Event::End(TagEnd::Heading(_)) => names.extend(open.take()),
            _ => {}
        }
    }
    let is_kept = |one: &char| one.is_alphanumeric() || matches!(one, '-' | ' ');
    let name = |words: &String| words.to_lowercase().chars().filter(is_kept).collect::<String>().replace(' ', "-");
    names.iter().map(name).collect()
}

/// True if a link in the document at `path` leads to no file, or to no heading of one.
fn is_dead(path: &str, link: &str) -> bool {
    let (file, heading) = link.split_once('#').unwrap_or((link, ""));
    let own = root().join(path);
    let target = if file.is_empty() { own } else { own.with_file_name("").join(file) };
    let has_heading = || {
        let text = std::fs::read_to_string(&target).expect("a link to a heading leads to a text");
        headings(&text).iter().any(|one| one == heading)
    };
    !target.exists() || !heading.is_empty() && !has_heading()
}

#[test]
fn the_table_of_rules_is_the_programs() {
    let (_, behind) = README.split_once("<!-- rules -->\n").expect("the README marks where its rules begin");
    let (table, _) = behind.split_once("<!-- /rules -->").expect("the README marks where its rules end");
    assert_eq!(table, page::table(rule::set::rules()));
}

#[test]
fn the_block_to_copy_holds_the_two_commands() {
    assert_eq!(block("sh"), "cargo run --release -- fixtures/repositories/legacy\ncargo test\n");
    let manifest = include_str!("../Cargo.toml");
    let needed =
        manifest.lines().find_map(|line| line.strip_prefix("rust-version = \"")).expect("the manifest names a version");
    let needed = format!("Rust {} or newer", needed.trim_end_matches('"'));
    assert!(README.contains(&needed), "the README does not say {needed:?}");
}

#[test]
fn every_relative_link_leads_to_a_file_and_its_heading() {
    let mut dead = Vec::new();
    for (path, text) in documents() {
        let links = relative_links(&text);
        assert!(!links.is_empty(), "{path}");
        dead.extend(links.into_iter().filter(|link| is_dead(&path, link)).map(|link| format!("{path}: {link}")));
    }
    assert!(dead.is_empty(), "{dead:?}");
    assert!(is_dead("docs/design.md", "README.md") && is_dead("README.md", "#nowhere"));
}

#[test]
fn every_document_is_linked() {
    let links = relative_links(README);
    let is_linked = |path: &str| links.iter().any(|link| link.split('#').next() == Some(path));
    let lost: Vec<String> =
        documents().into_iter().map(|(path, _)| path).filter(|path| path != "README.md" && !is_linked(path)).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn every_option_is_in_the_help() {
    let of_cargo = |code: &String| code.starts_with("cargo ");
    let known = options(&helps(&mut Arguments::command()));
    for (path, text) in documents() {
        let mut named: BTreeSet<String> =
            code(&text).iter().filter(|code| !of_cargo(code)).flat_map(|code| options(code)).collect();
        named.extend(commands(&text).iter().flat_map(|command| options(command)));
        assert!(path != "README.md" || named.len() > 4, "{named:?}");
        let unknown: Vec<&String> = named.difference(&known).collect();
        assert!(unknown.is_empty(), "{path}: {unknown:?}");
    }
}

#[test]
fn every_command_line_is_understood() {
    let mut lines: Vec<String> = documents().iter().flat_map(|(_, text)| commands(text)).collect();
    lines.extend(rows("| option | meaning |").iter().map(|row| format!("sms-lint {}", row[0])));
    assert!(lines.len() > 4, "{lines:?}");
    for line in lines {
        if let Err(error) = Arguments::try_parse_from(line.split_whitespace()) {
            panic!("{line}: {error}");
        }
    }
}

#[test]
fn every_command_is_shown() {
    let arguments = Arguments::command();
    let shown = commands(README);
    for command in arguments.get_subcommands().map(clap::Command::get_name).filter(|name| *name != "check") {
        let line = format!("sms-lint {command}");
        assert!(shown.iter().any(|one| *one == line || one.starts_with(&format!("{line} "))), "{line}: {shown:?}");
    }
}

#[test]
fn the_exit_statuses_are_those_of_the_help() {
    let help = help();
    let (_, below) = help.split_once("Exit status:\n").expect("the help lists the exit statuses");
    let lines = below.lines().map(str::trim).take_while(|line| !line.is_empty());
    let split = |line: &str| line.split_once("  ").map(|(status, meaning)| vec![status.to_owned(), meaning.to_owned()]);
    let known: Vec<Vec<String>> = lines.filter_map(split).collect();
    assert!(known.len() > 2, "{known:?}");
    assert_eq!(rows("| exit status | meaning |"), known);
}

#[test]
fn the_table_of_formats_is_the_programs() {
    let (_, behind) = README.split_once("<!-- formats -->\n").expect("the README marks where its formats begin");
    let (table, _) = behind.split_once("<!-- /formats -->").expect("the README marks where its formats end");
    assert_eq!(table, page::formats_table());
}

/// The block shows the command, then parts of what it prints, in order, with `[…]` for what is left out.
#[test]
fn the_output_shown_is_what_the_program_prints() {
    let shown = block("text");
    let (command, parts) = shown.split_once('\n').expect("the block has a command and its output");
    let arguments = command.strip_prefix("$ sms-lint ").expect("the block begins with a command");
    let (_, day) = shown.rsplit_once("Judged as of ").expect("the output ends in the closing line");
    let mut arguments: Vec<&str> = arguments.split_whitespace().collect();
    arguments.extend(["--as-of", &day[..10]]);
    let output = program::run(root(), &arguments);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let printed = String::from_utf8(output.stdout).expect("the report is UTF-8");
    let mut rest = printed.as_str();
    for part in parts.split("[…]\n").filter(|part| !part.is_empty()) {
        let at = rest.find(part).unwrap_or_else(|| {
            panic!("the program does not print, at this place:\n{part}\nbut ends in:\n{}", tail(&printed))
        });
        rest = &rest[at + part.len()..];
    }
    assert!(rest.is_empty(), "the program prints more behind the closing line: {rest}");
}

fn tail(text: &str) -> &str {
    text.trim_end().rsplit('\n').next().unwrap_or_default()
}
