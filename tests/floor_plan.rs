//! Tests that rooms look up only: a file of `src/` uses only rooms that `src/lib.rs` declares above its own.

use std::fs;
use std::path::{Path, PathBuf};

#[path = "common/project.rs"]
mod project;
use project::project;

/// The rooms in the order of their `mod` lines.
fn floors(lib: &str) -> Vec<&str> {
    let name = |line| str::strip_prefix(line, "pub mod ").or_else(|| line.strip_prefix("mod "))?.strip_suffix(';');
    lib.lines().filter_map(name).collect()
}

/// The room of a file of `src/`: that of its folder or, beside the folders, its own.
fn room(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The rooms that a text names by `crate::…`, each with its line, in order.
fn named(text: &str) -> Vec<(usize, String)> {
    let code: String = text.lines().map(|line| line.split("//").next().unwrap_or_default().to_owned() + "\n").collect();
    let mut found = Vec::new();
    for (at, root) in code.match_indices("crate::") {
        if code[..at].ends_with(|one: char| one.is_alphanumeric() || matches!(one, '_' | ':' | '$')) {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        let rest = code[at + root.len()..].trim_start();
        let rooms = match rest.strip_prefix('{') {
            Some(group) => heads(group),
            None => vec![word(rest)],
        };
        found.extend(rooms.into_iter().map(|room| (line, room.to_owned())));
    }
    found
}

/// The first word of each path in a group, up to the brace that closes it.
fn heads(group: &str) -> Vec<&str> {
    let mut heads = vec![word(group.trim_start())];
    let mut depth = 0;
    for (at, one) in group.char_indices() {
        match one {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(word(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

fn word(text: &str) -> &str {
    let end = text.find(|one: char| !one.is_alphanumeric() && one != '_').unwrap_or(text.len());
    &text[..end]
}

/// The places where a file uses a room below its own.
fn looks_down(floors: &[&str], file: &str, text: &str) -> Vec<String> {
    let floor = |room: &str| floors.iter().position(|one| *one == room);
    let Some(own) = floor(room(file)) else { return vec![format!("{file} is in no room of src/lib.rs")] };
    let below = named(text).into_iter().filter(|(_, room)| floor(room).is_some_and(|other| other > own));
    below.map(|(line, room)| format!("{file}:{line} uses {room}, which is below {}", floors[own])).collect()
}

/// The files below a folder, with the path from `src/`.
fn files(folder: &Path, prefix: &str) -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("src is part of the project").flatten() {
        let (path, name) = (entry.path(), format!("{prefix}{}", entry.file_name().to_string_lossy()));
        if path.is_dir() {
            found.extend(files(&path, &format!("{name}/")));
        } else if name.ends_with(".rs") {
            found.push((name, path));
        }
    }
    found.sort();
    found
}

#[test]
fn rooms_look_up_only() {
    let source = project("src");
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lib = read(&source.join("lib.rs"));
    let floors = floors(&lib);
    assert!(floors.len() > 8, "the rooms of src/lib.rs were not found: {floors:?}");
    let outside = |name: &str| matches!(name, "lib.rs" | "main.rs" | "build.rs") || name.starts_with("build/");
    let mut failures = Vec::new();
    let mut rooms = Vec::new();
    let files = files(&source, "");
    for (name, path) in files.iter().filter(|(name, _)| !outside(name)) {
        failures.extend(looks_down(&floors, name, &read(path)));
        rooms.push(room(name));
    }
    failures.extend(floors.iter().filter(|floor| !rooms.contains(floor)).map(|floor| format!("{floor} has no file")));
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[test]
fn planted_violations_are_seen() {
    let floors = floors("//! Doc.\n\npub mod source;\npub mod lint;\nmod report;\npub mod cli;\n");
    assert_eq!(floors, ["source", "lint", "report", "cli"]);
    let planted = [
        ("source.rs", "use crate::lint;\n"),
        ("source.rs", "use crate::lint::Report;\n"),
        ("source.rs", "use crate::{cli, source};\n"),
        ("lint/read.rs", "use crate::{source::{Span, Place}, report::{self, json}};\n"),
        ("lint/read.rs", "use crate::{\n    source::{\n        Span,\n    },\n    cli::Check,\n};\n"),
        ("lint.rs", "pub use crate::report::Look;\n"),
        ("lint/deep/er.rs", "fn f() -> crate::cli::Check { todo!() }\n"),
        ("report/mod.rs", "fn f() { let _ = (1, crate::cli::day()); }\n"),
    ];
    for (file, text) in planted {
        let seen = looks_down(&floors, file, text);
        assert_eq!(seen.len(), 1, "{file}: {text}{seen:?}");
    }
    assert_eq!(
        looks_down(&floors, "source.rs", "\nuse crate::lint;\n"),
        ["source.rs:2 uses lint, which is below source"]
    );
    assert_eq!(looks_down(&floors, "attic/a.rs", ""), ["attic/a.rs is in no room of src/lib.rs"]);
}

#[test]
fn what_is_allowed_is_not_seen() {
    let floors = ["source", "lint", "report", "cli"];
    let allowed = [
        ("report/json.rs", "use crate::source::Span;\nuse crate::{lint::Report, report};\nuse crate::report::Look;\n"),
        ("source.rs", "//! See [`crate::cli`].\nfn f() {} // crate::lint is below\n"),
        ("source.rs", "use other_crate::lint;\nuse ignore::{Walk, crates::cli};\npub(crate) fn f() {}\n"),
        ("lint/read.rs", "use crate::source::{Span, lint_of};\nuse super::report;\n"),
    ];
    for (file, text) in allowed {
        assert_eq!(looks_down(&floors, file, text), [""; 0], "{text}");
    }
}

#[test]
fn the_design_lists_the_rooms_in_their_order() {
    let (_, table) = include_str!("../docs/design.md")
        .split_once("| room | what it is for |\n|---|---|\n")
        .expect("the design has a table of the rooms");
    let listed: Vec<&str> = table.lines().map_while(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert_eq!(listed, floors(include_str!("../src/lib.rs")));
}
