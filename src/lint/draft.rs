//! Whether a document is only a draft: its title, its status, its folder or its first words say so. Nobody has put it in force.

use std::sync::LazyLock;

use super::plan::DRAFT;
use super::title::{Promise, plain, whole_lists};
use crate::document::{Block, Kind};
use crate::rule::facts::Form;
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{APPROVALS, DRAFT_NOTES, DRAFTS, STATUS_LABELS};

/// How many blocks at the start of a document tell its status.
const HEAD: usize = 24;

/// How many blocks of text tell that it is a draft.
const TEXTS: usize = 2;

/// The longest label with its status, in bytes.
const LINE: usize = 80;

/// Places in `LABELS`.
const STATUS: usize = 0;
const DRAFTED: usize = 1;

static LABELS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[STATUS_LABELS, DRAFTS]));
static APPROVED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[APPROVALS]));
static NOTES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[DRAFT_NOTES]));

/// Words that make a title that of a draft where it begins with one, or ends with one of the first few.
const MARKS: &[&str] = &["draft", "entwurf", "borrador", "bozza", "rascunho", "brouillon", "ドラフト", "草案", "草稿"];
const LEADS: &[&str] =
    &["concept informatie", "concept beleid", "projet de politique", "projet de charte", "minuta de"];

/// Folders of drafts, in small letters.
const FOLDERS: &[&str] = &[
    "draft", "drafts", "_drafts", "entwurf", "entwürfe", "brouillons", "borradores", "bozze", "rascunhos", "concepten",
    "草案", "ドラフト", "草稿",
];

/// True for a document that is only a draft.
pub(super) fn is_draft(path: &str, blocks: &[Block], promises: &[Promise]) -> bool {
    let is_marked = |one: &Promise| match (one.form, one.block) {
        (Form::Title, Some(at)) => is_title_of_draft(blocks[at].prose.text()),
        (Form::Name, _) => is_title_of_draft(stem(path)),
        _ => false,
    };
    let is_folder = |folder: &str| FOLDERS.contains(&folder.to_lowercase().as_str());
    promises.iter().any(is_marked) || path.rsplit('/').skip(1).any(is_folder) || says_draft(blocks)
}

/// The name of a file without its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// True for "Draft: Access control policy", "Policy (draft)", "Leitlinie - Entwurf".
fn is_title_of_draft(title: &str) -> bool {
    let words = plain(&title.replace('_', " "));
    let follows = |rest: &str| !rest.starts_with(|one: char| one.is_alphanumeric() && one.is_ascii());
    let begins = |mark: &&str| words.strip_prefix(*mark).is_some_and(follows);
    let ends = |mark: &&str| words.strip_suffix(*mark).is_some_and(|rest| rest.ends_with([' ', '(', '[']));
    let in_brackets = title.trim_end_matches([')', ']', ' ']).rsplit(['(', '[', '–', '—']).next();
    MARKS.iter().any(|mark| begins(mark) || ends(mark))
        || LEADS.iter().any(|lead| words.starts_with(lead))
        || in_brackets.is_some_and(|last| last.len() + 1 < title.len() && is_value(last))
}

/// True if a status at the start says so and none that the document is in force, or a line or a sentence says so.
fn says_draft(blocks: &[Block]) -> bool {
    let head = || blocks.iter().enumerate().take(HEAD);
    let statuses: Vec<&str> = head().flat_map(|(at, _)| statuses(blocks, at)).collect();
    if statuses.iter().any(|value| !is_value(value) && is_approved(value)) {
        return false;
    }
    let is_text = |one: &Block| matches!(one.kind, Kind::Text | Kind::Note | Kind::Heading(_));
    let is_mark = |one: &Block| {
        let words = plain(one.prose.text());
        is_text(one) && MARKS.contains(&words.as_str())
    };
    let texts = head().map(|(_, one)| one).filter(|one| matches!(one.kind, Kind::Text | Kind::Note)).take(TEXTS);
    let mut is_noted = false;
    texts.for_each(|one| NOTES.each(&folded(one.prose.text()), |_, _| is_noted = true));
    is_noted || statuses.iter().any(|value| is_value(value)) || head().any(|(_, one)| is_mark(one))
}

/// The statuses that a block gives: "Status: draft", "Version: 2 | Status: draft", a row of a table; "draft: true" is one.
fn statuses(blocks: &[Block], at: usize) -> Vec<&str> {
    let text = blocks[at].prose.text();
    if let Kind::Cell(cell) = blocks[at].kind {
        let before = at.checked_sub(1).map(|before| &blocks[before]);
        let in_row =
            |one: &&Block| matches!(one.kind, Kind::Cell(other) if (other.table, other.row) == (cell.table, cell.row));
        let is_status = before.filter(in_row).is_some_and(|one| begins_with(one.prose.text(), STATUS));
        return if cell.column == 1 && is_status { vec![text] } else { Vec::new() };
    }
    text.lines().flat_map(parts).filter_map(status).collect()
}

/// The parts of a line of several labels; what stands between bars without a label is a choice.
fn parts(line: &str) -> Vec<&str> {
    let parts: Vec<&str> = line.split(['|', '·', '•']).collect();
    if parts.iter().all(|one| one.contains([':', '：'])) { parts } else { vec![line] }
}

fn status(line: &str) -> Option<&str> {
    let (label, value) = Some(line).filter(|line| line.len() <= LINE)?.split_once([':', '：', '='])?;
    if begins_with(label, STATUS) {
        return Some(value);
    }
    (value.trim() == "true" && begins_with(label, DRAFTED) && is_value(label)).then_some(label)
}

fn begins_with(label: &str, list: usize) -> bool {
    let label = folded(label);
    let mut found = false;
    LABELS.each(label.trim_matches(|one: char| !one.is_alphanumeric()), |one, range| {
        found |= one == list && range.start == 0;
    });
    found
}

/// True for "draft", "Draft v0.3", "Entwurf (zur Prüfung)"; not for a choice of several.
fn is_value(value: &str) -> bool {
    let first = value.split([',', ';', '(', '–', '—']).next().unwrap_or(value);
    let first = first.trim_matches(|one: char| !one.is_alphanumeric());
    let is_number = |word: &str| word.trim_start_matches(['v', 'V']).starts_with(|one: char| one.is_ascii_digit());
    let words = first.split_whitespace().take_while(|word| !is_number(word) && !word.eq_ignore_ascii_case("version"));
    let words: Vec<&str> = words.collect();
    whole_lists(&words.join(" ")).contains(&DRAFT)
}

/// True for a status that says that a document is in force.
fn is_approved(value: &str) -> bool {
    let value = folded(value);
    let mut found = false;
    APPROVED.each(value.trim_matches(|one: char| !one.is_alphanumeric()), |_, range| found |= range.start == 0);
    found
}

#[cfg(test)]
mod tests {
    use crate::document::Format;
    use crate::lint::survey::survey;
    use crate::rule::check::element;
    use crate::rule::facts::Standing;
    use crate::source::SourceFile;

    const BODY: &str = "This policy holds for everybody who works here, for all sites and all systems. The board protects the information of \
                        our customers and answers questions about it.";

    fn standing(path: &str, head: &str) -> Option<Standing> {
        let text = format!("{head}\n\n{BODY}\n");
        let facts = survey(&SourceFile::from_text(path, &text), Format::Markdown);
        facts.evidence.iter().map(|one| one.standing).min()
    }

    #[test]
    fn what_a_document_calls_a_draft_is_one() {
        for head in [
            "---\nstatus: draft\n---\n\n# Information Security Policy",
            "---\ndraft: true\n---\n\n# Information Security Policy",
            "# Information Security Policy\n\nStatus: Draft",
            "# Information Security Policy\n\n- **Owner:** CISO\n- **Status:** Draft v0.3",
            "# Information Security Policy\n\nOwner: CISO | Version: 0.2 | Status: draft",
            "# Information Security Policy\n\n| Owner | CISO |\n|---|---|\n| Status | Draft for review |",
            "# Information Security Policy\n\nDRAFT",
            "# Information Security Policy (draft)",
            "# Draft: Information Security Policy",
            "# [DRAFT] Information Security Policy",
            "# Information Security Policy - DRAFT",
            "# Information Security Policy\n\nThis is a draft and is not in force.",
            "# Information Security Policy\n\nStatus: pending approval",
            "# Informationssicherheitsleitlinie\n\nStatus: Entwurf",
            "# Politique de sécurité de l'information\n\nStatut : brouillon",
            "# Política de seguridad de la información\n\nEstado: borrador",
            "# Politica per la sicurezza delle informazioni\n\nStato: bozza",
            "# Informatiebeveiligingsbeleid\n\nStatus: concept",
            "# Política de segurança da informação\n\nSituação: rascunho",
            "# 情報セキュリティ方針\n\nステータス：ドラフト",
            "# 信息安全方针\n\n状态：草稿",
        ] {
            assert_eq!(standing("docs/a.md", head), Some(Standing::Draft), "{head}");
        }
        assert_eq!(standing("drafts/a.md", "# Information Security Policy"), Some(Standing::Draft));
        assert_eq!(standing("docs/policy_draft.md", "# Information Security Policy"), Some(Standing::Draft));
    }

    #[test]
    fn a_draft_is_said_to_be_one() {
        let text = format!("# Information Security Policy\n\nStatus: Draft\n\n{BODY}\n");
        let facts = [survey(&SourceFile::from_text("docs/a.md", &text), Format::Markdown)];
        let closest = facts[0].evidence.first().map(|one| one.element).and_then(|at| element::closest(&facts, at));
        assert!(closest.is_some_and(|(_, one)| element::why_not(one).starts_with("it is marked as a draft")));
        assert!(facts[0].parts.is_empty(), "a draft lends no part");
    }

    #[test]
    fn what_only_speaks_of_drafts_is_none() {
        for head in [
            "# Information Security Policy",
            "# Information Security Policy\n\nStatus: Approved",
            "# Information Security Policy\n\nStatus: approved (the draft was reviewed in May)",
            "# Information Security Policy\n\n| Status | Approved |\n|---|---|\n| Owner | CISO |\n\nStatus: draft",
            "# Information Security Policy\n\n| Version | Date | Remark |\n|---|---|---|\n| 0.1 | May | Draft |\n| 1.0 | June | Approved |",
            "# Information Security Policy\n\n| Version | Status |\n|---|---|\n| 0.9 | Draft |\n| 1.0 | Approved |",
            "# Information Security Policy\n\n- 0.1 Draft by the CISO\n- 1.0 Approved by the board",
            "# Information Security Policy\n\nVersion 0.1: first draft",
            "# Information Security Policy\n\nStatus: Draft | Review | Approved",
            "---\ndraft: false\n---\n\n# Information Security Policy",
            "# Information Security Policy\n\nStatus: in force since May",
            "# Information Security Policy\n\nDrafted by: Jane Roe",
            "# Information Security Policy\n\nDraft policies are reviewed by the board before they hold.",
            "# Information Security Policy\n\nThe first draft was written by Jane Roe.",
            "# Information Security Policy\n\nState: Bavaria",
            "# Informationssicherheitsleitlinie\n\nStatus: freigegeben",
            "# Politique de sécurité de l'information\n\nStatut : approuvée\n\nProjet : SMSI",
            "# Informatiebeveiligingsbeleid\n\nStatus: vastgesteld",
        ] {
            assert_eq!(standing("docs/a.md", head), Some(Standing::Kept), "{head}");
        }
        assert_eq!(standing("docs/drafting/a.md", "# Information Security Policy"), Some(Standing::Kept));
    }
}
