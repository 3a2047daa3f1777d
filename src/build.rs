//! Checks every file of `rules/` and writes it as tables of constants, so that start-up parses no YAML.

#[path = "standard/context/bucket.rs"]
mod bucket;
#[path = "build/catalogue.rs"]
mod catalogue;
#[path = "build/element.rs"]
mod element;
#[path = "build/clause.rs"]
mod clause;
#[path = "build/claim.rs"]
mod claim;
#[path = "build/code.rs"]
mod code;
#[path = "build/date.rs"]
mod date;
#[path = "build/emit.rs"]
mod emit;
#[path = "build/file.rs"]
mod file;
#[path = "build/history.rs"]
mod history;
#[path = "build/lint.rs"]
mod lint;
#[path = "standard/context/scope.rs"]
mod scope;
#[path = "rule/shape.rs"]
mod shape;
#[path = "build/words.rs"]
mod words;

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/build");
    println!("cargo::rerun-if-changed=src/rule/shape.rs");
    println!("cargo::rerun-if-changed=src/standard/context/bucket.rs");
    println!("cargo::rerun-if-changed=src/standard/context/scope.rs");
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    if let Err(fault) = write(Path::new(&out)) {
        eprintln!("\n{fault}\n");
        std::process::exit(1);
    }
}

/// Writes one file of constants for each folder of `rules/`.
fn write(out: &Path) -> Result<(), file::Fault> {
    let rules = Path::new("rules");
    let [cues, words_of_history] = history::tables(&rules.join("history"))?;
    let lists = words::Lists::read(&rules.join("words"))?;
    if let Some(fault) = lists.unused() {
        return Err(fault);
    }
    let tables = [
        ("catalogue.rs", catalogue::table(&rules.join("standards"))?),
        ("clauses.rs", clause::table(&rules.join("standards/clauses"))?),
        ("claims.rs", claim::table(&rules.join("claims"))?),
        ("history.rs", cues),
        ("context_words.rs", lists.table("context")?),
        ("designation_words.rs", lists.table("designations")?),
        ("history_words.rs", words_of_history),
        ("kept_words.rs", lists.table("kept")?),
        ("lints.rs", lint::table(&rules.join("lints"))?),
        ("number_words.rs", lists.table("numbers")?),
        ("words.rs", lists.table("")?),
    ];
    for (name, text) in tables {
        let path = out.join(name);
        std::fs::write(&path, text).map_err(|error| file::Fault::new(&path, &error))?;
    }
    Ok(())
}
