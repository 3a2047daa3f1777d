//! Sentences that say a part of an element, told from sentences that only use its words: `sentences.tsv`.

use super::judgement::parts;

const TABLE: &str = include_str!("sentences.tsv");

/// A row of the table.
struct Row {
    element: &'static str,
    language: &'static str,
    part: &'static str,
    is_said: &'static str,
    text: String,
}

fn rows() -> Vec<Row> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [element, language, part, is_said, text] = cells[..] else { panic!("a row has five cells: {line}") };
        Row { element, language, part, is_said, text: text.replace("\\n", "\n") }
    };
    lines.map(row).collect()
}

#[test]
fn what_says_a_part_is_told_from_what_uses_its_words() {
    let (bases, sentences): (Vec<Row>, Vec<Row>) = rows().into_iter().partition(|row| row.part == "-");
    let mut wrong = Vec::new();
    for one in &sentences {
        let is_base = |base: &&Row, language: &str| base.element == one.element && base.language == language;
        let base = bases.iter().find(|base| is_base(base, one.language));
        let base = base.or_else(|| bases.iter().find(|base| is_base(base, "en"))).expect("there is an English text");
        let (title, text) = base.text.split_once('\n').expect("the title stands in a line of its own");
        let found = parts(one.element, &format!("# {title}\n\n{text}\n\n{}\n", one.text)).contains(&one.part);
        if found != (one.is_said == "said") {
            wrong.push(format!("{}: {} is not {}", one.text, one.part, one.is_said));
        }
    }
    assert!(sentences.len() > 200 && wrong.is_empty(), "{}", wrong.join("\n"));
}
