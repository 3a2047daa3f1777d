//! What a configuration tells of elements is told to the whole program, so that these calls have a program of their own.

use std::fs;

use sms_lint::{Options, lint_paths};

fn options() -> Options {
    Options::new().as_of("2026-11-22").expect("it is a day")
}

#[test]
fn two_configurations_of_elements_are_not_mixed() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let configured = |name: &str| {
        let own = folder.path().join(name);
        let titles = format!("elements:\n  synonyms:\n    information-security-policy: [{name}]\n");
        fs::create_dir(&own).expect("a temporary folder can be made");
        fs::write(own.join("sms-lint.yaml"), titles).expect("a temporary file can be written");
        fs::write(own.join("a.md"), "Text.\n").expect("a temporary file can be written");
        own
    };
    let (one, other) = (configured("Charter of protection"), configured("Charter of secrets"));
    lint_paths(&["fixtures/repositories/clean"], &options()).expect("it can be checked");
    lint_paths(&[&one], &options().isolated()).expect("nothing is told of elements");
    lint_paths(&[&one], &options()).expect("nothing was told before");
    lint_paths(&[&one], &options()).expect("it tells the same");
    for (path, options) in [(&other, options()), (&one, options().isolated())] {
        let error = lint_paths(&[path], &options).expect_err("another one is in force");
        assert!(error.to_string().contains("elements"), "{error}");
    }
}
