//! Tests that a list of words takes in others, and that what is wrong with that ends the build.

use std::fs;

#[path = "../src/build/code.rs"]
mod code;
#[expect(dead_code, reason = "only lists are read here")]
#[path = "../src/build/element.rs"]
mod element;
#[expect(dead_code, reason = "only lists are read here")]
#[path = "../src/build/emit.rs"]
mod emit;
#[path = "../src/build/file.rs"]
mod file;
#[path = "../src/build/words.rs"]
mod words;

use words::Lists;

/// What becomes of some lists, each with its path and text: the constants of the folder `numbers`, or what is wrong.
fn table(files: &[(&str, &str)]) -> Result<String, String> {
    let root = tempfile::tempdir().expect("a folder can be made");
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder can be made");
        fs::write(path, format!("about: Words.\n{text}\n")).expect("a file can be written");
    }
    let lists = Lists::read(root.path()).map_err(|fault| fault.to_string())?;
    let all = lists.table("numbers").map_err(|fault| fault.to_string())?;
    lists.unused().map_or(Ok(all), |fault| Err(fault.to_string()))
}

#[test]
fn a_list_has_the_words_of_those_that_it_takes_in() {
    let files = [
        ("numbers/b.yaml", "with: [a, shared/deep]\nwords:\n  en: [lamp]"),
        ("numbers/a.yaml", "words:\n  en: [Desk]\n  de: [tisch]"),
        ("shared/deep.yaml", "with: [shared/deeper]"),
        ("shared/deeper.yaml", "words:\n  en: [chair]"),
    ];
    let all = table(&files).expect("nothing is wrong");
    assert!(all.contains(r#"A: List = List::written("\u{4}desk\u{5}tisch");"#), "{all}");
    assert!(all.contains(r#"B: List = List::written("\u{5}chair\u{4}desk\u{4}lamp\u{5}tisch");"#), "{all}");
    assert!(!all.contains("DEEP"), "{all}");
}

#[test]
fn words_that_are_taken_in_keep_their_language_and_their_capitals() {
    let files = [
        ("numbers/a.yaml", "by-language: true\nwith: [shared/s]\nwords:\n  en: [lamp]"),
        ("numbers/b.yaml", "capitals: true\nwith: [shared/s]"),
        ("shared/s.yaml", "words:\n  en: [SOC]\n  de: [Tisch]"),
    ];
    let all = table(&files).expect("nothing is wrong");
    assert!(
        all.contains(r#"&[("de", List::written("\u{5}tisch")), ("en", List::written("\u{4}lamp\u{3}soc"))]"#),
        "{all}"
    );
    assert!(all.contains(r#"B: List = List::written("\u{3}SOC\u{5}Tisch");"#), "{all}");
}

#[test]
fn what_is_wrong_with_lists_that_take_in_others_is_told() {
    let own = ("numbers/a.yaml", "with: [b]\nwords:\n  en: [lamp]");
    for (files, wanted) in [
        (vec![own], "there is no list \"b\""),
        (vec![own, ("numbers/b.yaml", "words:\n  en: [lamp]")], "\"lamp\" stands in \"numbers/b\" as well"),
        (vec![own, ("numbers/b.yaml", "with: [a]")], "takes in itself"),
        (vec![("shared/s.yaml", "words:\n  en: [lamp]")], "no list takes it in"),
    ] {
        let fault = table(&files).expect_err(wanted);
        assert!(fault.contains(wanted), "{fault}");
    }
    let same = [own, ("numbers/b.yaml", "words:\n  de: [lamp]")];
    assert!(table(&same).is_ok(), "a word may be one of several languages");
}
