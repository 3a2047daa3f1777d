//! What `--stats` tells of a run.

#[path = "common/program.rs"]
mod program;

/// The words of each line of the standard error.
fn told(options: &[&str]) -> (Vec<Vec<String>>, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let put = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("it can be written");
    put("old.md", "It follows ISO/IEC 27001:2013.\n");
    put("plain.md", "Nothing is cited in here.\n");
    put("old.txt", "It follows ISO/IEC 27001:2013.\n");
    put("picture.png", "none");
    put(".hidden.md", "It follows ISO/IEC 27001:2013.\n");
    put("drafts.md", "It follows ISO/IEC 27001:2013.\n");
    put(".ignore", "drafts.md\n");
    let output = program::run(folder.path(), &[&["--as-of", "2026-11-22", "--format", "json"][..], options].concat());
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).expect("it is UTF-8");
    (said.lines().map(|line| line.split_whitespace().map(str::to_owned).collect()).collect(), output.stdout)
}

#[test]
fn what_was_read_and_passed_by_is_told_by_format() {
    let (lines, report) = told(&["--stats"]);
    let row = |name: &[&str]| {
        let found =
            lines.iter().find(|line| line.len() == name.len() + 8 && line.iter().zip(name).all(|(a, b)| a == b));
        found.unwrap_or_else(|| panic!("no row of {name:?}: {lines:?}"))[name.len()..].to_vec()
    };
    // Documents, bytes, how many of them no reader was asked for, and the bytes that readers were given.
    assert_eq!(row(&["Markdown"])[..4], ["2", "57", "1", "31"]);
    assert_eq!(row(&["plain", "text"])[..4], ["1", "31", "0", "31"]);
    assert_eq!(row(&["all"])[..4], ["3", "88", "1", "62"]);
    for phase in ["prepare", "documents", "write"] {
        let took = lines.iter().find(|line| line.len() == 2 && line[0] == phase).map(|line| line[1].parse::<f64>());
        assert!(took.is_some_and(|took| took.is_ok_and(|took| took >= 0.0)), "{phase}: {lines:?}");
    }
    let left =
        lines.iter().find(|line| line.first().is_some_and(|word| word == "Not")).expect("what was not read is told");
    let wanted = "Not read: 2 left out by ignore files or a dot in front, 0 by the configuration, 0 by which sms-lint goes, 2 of other kinds.";
    assert!(left.join(" ").starts_with(wanted), "{left:?}");
    let (lines, without) = told(&[]);
    assert_eq!((lines.len(), without), (0, report), "nothing is told unasked, and the report is the same");
}
