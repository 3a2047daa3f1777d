//! Whether a document is only a draft: its title, its status, its folder or its first words say so. Nobody has put it in force.

use std::sync::LazyLock;

use super::plan::DRAFT;
use super::substance::sentence_around;
use super::title::{Promise, plain, whole_lists, without_key};
use crate::document::{Block, Cell, Kind};
use crate::rule::facts::Form;
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{
    APPROVALS, DRAFT_FOLDERS, DRAFT_LEADS, DRAFT_MARKS, DRAFT_NOTES, DRAFTS, ROW_THINGS, STAGES, STATUS_LABELS,
    VERSION_LABELS,
};
use crate::year;

/// How many blocks at the start of a document tell its status.
const HEAD: usize = 24;

/// How many blocks below the title tell that it is a draft.
const TEXTS: usize = 2;

/// The longest label with its status, in bytes.
const LINE: usize = 80;

/// Places in `LABELS`.
const STATUS: usize = 0;
const DRAFTED: usize = 1;
const STAGE: usize = 2;
const VERSION: usize = 3;

static LABELS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[STATUS_LABELS, DRAFTS, STAGES, VERSION_LABELS]));
static APPROVED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[APPROVALS]));
static NOTES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[DRAFT_NOTES]));

/// True for a document that is only a draft; no name and no title outweighs a status that says that it is in force.
pub(super) fn is_draft(path: &str, blocks: &[Block], promises: &[Promise]) -> bool {
    let statuses: Vec<&str> = (0..blocks.len().min(HEAD)).flat_map(|at| statuses(blocks, at)).collect();
    if statuses.iter().any(|value| !is_value(value) && is_approved(value)) {
        return false;
    }
    let is_marked = |one: &Promise| match (one.form, one.block) {
        (Form::Title, Some(at)) => is_title_of_draft(blocks[at].prose.text()),
        (Form::Name, _) => is_name_of_draft(stem(path)),
        _ => false,
    };
    let folder = path.rsplit('/').nth(1);
    let is_folder = folder.is_some_and(|one| DRAFT_FOLDERS.contains(one.to_lowercase().as_str()));
    let is_status = statuses.iter().any(|value| is_value(value));
    is_status || is_folder || promises.iter().any(is_marked) || says_draft(blocks, promises) || is_version(blocks)
}

/// The name of a file without its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// True for "policy_draft", "draft-policy"; not for "policy-final-supersedes-draft".
fn is_name_of_draft(name: &str) -> bool {
    let words = plain(&name.replace(['_', '-'], " "));
    let follows = |rest: &str| !rest.starts_with(|one: char| one.is_alphanumeric() && one.is_ascii());
    let begins = |mark: &str| words.strip_prefix(mark).is_some_and(follows);
    let ends = |mark: &str| words.strip_suffix(mark).is_some_and(|rest| rest.ends_with([' ', '(', '[']));
    DRAFT_MARKS.iter().any(|mark| begins(mark) || ends(mark)) && !has_approval(&words)
}

/// True for "Draft: Access control policy", "Policy (draft)", "Leitlinie - Entwurf"; not for "Draft beer policy" and
/// "Policy (final, supersedes draft)".
fn is_title_of_draft(title: &str) -> bool {
    let words = plain(title);
    let raw = without_key(title).trim().to_lowercase();
    let ends_mark =
        |rest: &str| [":", "：", "]", ")", "】", "）", " - ", " – ", " — "].iter().any(|one| rest.starts_with(one));
    let begins = |mark: &str| raw.trim_start_matches(OPEN).strip_prefix(mark).is_some_and(ends_mark);
    let end = raw.trim_end_matches([')', ']', '）', '】', ' ']);
    let is_behind =
        |before: &str| before.ends_with(OPEN) || [" - ", " – ", " — "].iter().any(|one| before.ends_with(one));
    let ends = |mark: &str| end.strip_suffix(mark).is_some_and(is_behind);
    let last = end.rsplit(['(', '[', '–', '—']).next().filter(|last| last.len() < end.len());
    DRAFT_MARKS.iter().any(|mark| words == mark || begins(mark) || ends(mark))
        || is_value(without_key(title))
        || DRAFT_LEADS.iter().any(|lead| words.starts_with(lead))
        || last.is_some_and(|last| is_value(last) && !has_approval(last))
        || is_capital(without_key(title).trim())
}

/// True for "DRAFT Information Security Policy"; a title all in capitals tells nothing.
fn is_capital(title: &str) -> bool {
    let rest = DRAFT_MARKS.iter().find_map(|mark| {
        let capitals = mark.to_uppercase();
        title.strip_prefix(&capitals).filter(|rest| capitals != mark && rest.starts_with(' '))
    });
    rest.is_some_and(|rest| rest.contains(char::is_lowercase) && !has_approval(rest))
}

/// Brackets in which a title may say that it is that of a draft.
const OPEN: [char; 4] = ['(', '[', '（', '【'];

/// True if a line or a sentence directly below the title says so.
fn says_draft(blocks: &[Block], promises: &[Promise]) -> bool {
    let is_title = |at: usize| promises.iter().any(|one| one.form == Form::Title && one.block == Some(at));
    let is_below = |(at, one): &(usize, &Block)| {
        !matches!(one.kind, Kind::Metadata | Kind::Key(_)) && !is_title(*at) && !one.prose.is_empty()
    };
    let is_text = |one: &&Block| matches!(one.kind, Kind::Text | Kind::Note);
    let below = || blocks.iter().enumerate().take(HEAD).filter(is_below);
    let first = || below().map(|(_, one)| one).take(TEXTS).filter(is_text);
    let is_line =
        |text: &str| text.len() <= LINE && whole_lists(text.trim_end().trim_end_matches('.')).contains(&DRAFT);
    let is_mark = |one: &Block| {
        let text = one.prose.text();
        DRAFT_MARKS.contains(plain(text).as_str()) || is_line(text) || is_banner(text)
    };
    let is_settled = |(_, one): (usize, &Block)| {
        let text = one.prose.text();
        text.contains(['☐', '☑', '☒', '□']) || is_approved(text) || is_day(text)
    };
    first().any(|one| is_noted(one.prose.text())) || first().any(is_mark) && !below().any(is_settled)
}

/// True for "DRAFT – for internal review only": a word in capitals, and what it means for readers.
fn is_banner(line: &str) -> bool {
    let line = line.trim_start_matches(|one: char| !one.is_alphanumeric());
    let rest = DRAFT_MARKS.iter().find_map(|mark| line.strip_prefix(&mark.to_uppercase()));
    let rest = rest.filter(|_| line.len() <= LINE && !line.contains('\n')).map(|rest| rest.trim_start_matches(' '));
    let said = rest.and_then(|rest| rest.strip_prefix(['-', '–', '—', ':', '!', '.', '：']));
    let is_said = |said: &str| {
        let said = said.trim();
        is_value(said) || said.starts_with(char::is_alphabetic) && !has_approval(said)
    };
    said.is_some_and(is_said)
}

/// True for a short line with a year: what stands above it is an entry of the history.
fn is_day(line: &str) -> bool {
    let is_year = |run: &str| run.starts_with("20") && year::is_written(run);
    line.len() <= LINE / 2 && line.split(|one: char| !one.is_ascii_digit()).any(is_year)
}

/// True if a sentence begins with a phrase that says so, and ends with it or goes on with "and": "This is a draft and …"; not
/// for "This is a draft no longer".
fn is_noted(text: &str) -> bool {
    let mut found = false;
    NOTES.each(&folded(text), |_, range| {
        let Some(behind) = text.get(range.end..) else { return };
        let ends = |one: char| matches!(one, '.' | ',' | ';' | '!' | '–' | '—' | '(') || !one.is_ascii();
        let begins =
            text.get(sentence_around(text, &range).start..range.start).is_some_and(|one| one.trim().is_empty());
        let behind = behind.trim_start();
        found |=
            begins && (behind.is_empty() || behind.starts_with(ends) || AND.iter().any(|one| behind.starts_with(one)));
    });
    found
}

/// Words with which a sentence goes on that has said all of what it says before.
const AND: &[&str] = &["and ", "und ", "et ", "y ", "e ", "en "];

/// The statuses that a block gives: "Status: draft", "Version: 2 | Status: draft", a row of a table; "draft: true" is one.
fn statuses(blocks: &[Block], at: usize) -> Vec<&str> {
    let text = blocks[at].prose.text();
    if let Kind::Cell(cell) = blocks[at].kind {
        let before = at.checked_sub(1).map(|before| &blocks[before]);
        let in_row =
            |one: &&Block| matches!(one.kind, Kind::Cell(other) if (other.table, other.row) == (cell.table, cell.row));
        let is_status = before.filter(in_row).is_some_and(|one| is_label(one.prose.text(), STATUS));
        let is_last = !blocks.get(at + 1).is_some_and(|one| in_row(&one));
        let is_given = cell.column == 1 && is_status && is_last || is_below_status(blocks, at, cell);
        return if is_given { vec![text] } else { Vec::new() };
    }
    text.lines().flat_map(parts).filter_map(status).collect()
}

/// True for a cell below "Status" in a table that has one row beside its head, and no column for what that row is about.
fn is_below_status(blocks: &[Block], at: usize, cell: Cell) -> bool {
    let in_table = |one: &&Block| matches!(one.kind, Kind::Cell(other) if other.table == cell.table);
    let is_head = |one: &Block| matches!(one.kind, Kind::Cell(other) if other.row == 0 && other.column == cell.column);
    let heads = || blocks[..at].iter().rev().take_while(in_table);
    let is_thing = |one: &Block| {
        let head = one.prose.text().trim().to_lowercase();
        matches!(one.kind, Kind::Cell(other) if other.row == 0) && ROW_THINGS.contains(head.as_str())
    };
    let mut later = blocks[at..].iter().take_while(in_table);
    cell.row == 1
        && later.all(|one| matches!(one.kind, Kind::Cell(other) if other.row == 1))
        && heads().any(|one| is_head(one) && is_label(one.prose.text(), STATUS))
        && !heads().any(is_thing)
}

/// True if each line that gives a version says of it that it is a draft, and none below the title is settled: "Version: 0.9
/// (draft)".
fn is_version(blocks: &[Block]) -> bool {
    let head = || blocks.iter().take(HEAD).filter(|one| !matches!(one.kind, Kind::Cell(_))).map(|one| one.prose.text());
    let value = |line: &'_ str| {
        let (label, value) = line.split_once([':', '：', '=']).filter(|_| line.len() <= LINE)?;
        is_label(label, VERSION).then(|| value.trim().to_owned())
    };
    let versions: Vec<String> = head().flat_map(str::lines).flat_map(parts).filter_map(value).collect();
    let is_drafted = |value: &String| {
        let words = value.trim_start_matches(|one: char| !one.is_alphabetic() || matches!(one, 'v' | 'V'));
        let is_numbered = value.trim_start_matches(['v', 'V']).starts_with(|one: char| one.is_ascii_digit());
        is_numbered && DRAFT_MARKS.contains(words.trim_end_matches([')', ']', ' ']).to_lowercase().as_str())
    };
    !versions.is_empty() && versions.iter().all(is_drafted) && !head().flat_map(str::lines).any(is_approved)
}

/// The parts of a line of several labels; what stands between bars without a label is a choice.
fn parts(line: &str) -> Vec<&str> {
    let parts: Vec<&str> = line.split(['|', '·', '•']).collect();
    if parts.iter().all(|one| one.contains([':', '：'])) { parts } else { vec![line] }
}

fn status(line: &str) -> Option<&str> {
    let line = Some(line).filter(|line| line.len() <= LINE)?;
    let (label, value) = line.split_once([':', '：', '='])?;
    if is_label(label, STATUS) || is_label(label, STAGE) {
        return Some(value);
    }
    if let Some(value) = late_status(line) {
        return Some(value);
    }
    (value.trim() == "true" && is_label(label, DRAFTED) && is_value(label)).then_some(label)
}

/// The status that a line gives behind what it says of the version: "Version 0.3, Status: Draft".
fn late_status(line: &str) -> Option<&str> {
    let is_parted =
        |before: &str| before.trim_end().ends_with(|one: char| matches!(one, ',' | ';') || one.is_ascii_digit());
    line.match_indices([':', '：']).find_map(|(at, colon)| {
        let (before, label) = line[..at].rsplit_once(' ')?;
        let value = &line[at + colon.len()..];
        let first = value.split_whitespace().next().filter(|_| value.contains([':', '：']));
        (is_label(label, STATUS) && is_parted(before)).then_some(first.unwrap_or(value))
    })
}

/// True if a phrase of the list is all of a label.
fn is_label(label: &str, list: usize) -> bool {
    let label = folded(label);
    let label = label.trim_matches(|one: char| !one.is_alphanumeric());
    let mut found = false;
    LABELS.each(label, |one, range| found |= one == list && range == (0..label.len()));
    found
}

/// True for "draft", "Draft v0.3", "Entwurf (zur Prüfung)"; not for a choice of several.
fn is_value(value: &str) -> bool {
    let first = value.split([',', ';', '(', '–', '—']).next().unwrap_or(value);
    // Behind a hyphen a choice may stand.
    let first =
        first.split_once(" - ").filter(|(_, rest)| is_value(rest) || !has_approval(rest)).map_or(first, |one| one.0);
    let first = first.trim_matches(|one: char| !one.is_alphanumeric());
    let is_number = |word: &str| word.trim_start_matches(['v', 'V']).starts_with(|one: char| one.is_ascii_digit());
    let words = first.split_whitespace().take_while(|word| !is_number(word) && !word.eq_ignore_ascii_case("version"));
    let words: Vec<&str> = words.collect();
    let words = words.join(" ");
    whole_lists(&words).contains(&DRAFT)
}

/// True for a status that says that a document is in force.
fn is_approved(value: &str) -> bool {
    let value = folded(value);
    let mut found = false;
    APPROVED.each(value.trim_matches(|one: char| !one.is_alphanumeric()), |_, range| found |= range.start == 0);
    found
}

/// True for words of which one says that something is in force.
fn has_approval(words: &str) -> bool {
    let mut found = false;
    APPROVED.each(&folded(words), |_, _| found = true);
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
        let facts = survey(&SourceFile::from_text(path, &text), Format::Markdown, None);
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
            "# Information Security Policy\n\nStatus: DRAFT – not yet approved",
            "# Information Security Policy\n\nStatus: Draft - pending approval",
            "# Information Security Policy\n\nStatus: Draft - for the board to read",
            "# Information Security Policy\n\n> **DRAFT** – for internal review only",
            "# Information Security Policy\n\n⚠️ DRAFT – do not distribute",
            "# Information Security Policy\n\nDRAFT: not approved",
            "# DRAFT Information Security Policy",
            "# Information Security Policy\n\nVersion: 0.9 (draft)",
            "# Information Security Policy\n\nVersion: v0.9-draft",
            "# Information Security Policy\n\n**Version:** 0.3 **Status:** Draft",
            "# Information Security Policy\n\n**Version:** 0.3 **Status:** Draft **Owner:** CISO",
            "# Information Security Policy\n\nVersion 0.3, Status: Draft",
            "# Information Security Policy\n\n| Owner | Status | Version |\n|---|---|---|\n| CISO | Draft | 0.3 |",
            "---\napproval_status: draft\n---\n\n# Information Security Policy",
            "---\nstage: draft\n---\n\n# Information Security Policy",
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
        let facts = [survey(&SourceFile::from_text("docs/a.md", &text), Format::Markdown, None)];
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
            "# Information Security Policy\n\nStatus\n\n☐ Draft\n\n☒ Approved",
            "# Information Security Policy\n\nDraft\n\n2 November, J. Roe\n\nApproved\n\n3 March, board",
            "# Informationssicherheitsleitlinie\n\nEntwurf\n\nJ. Roth, Mai 2025\n\nFreigabe\n\nLeitung, März 2026",
            "# Information Security Policy\n\n## Labels\n\n### Draft\n\nOnly the authors have access.",
            "# Information Security Policy\n\nThis is a draft no longer: the board approved it on 3 March.",
            "# Information Security Policy\n\nThis document has not been approved for release outside the company.",
            "# Information Security Policy\n\nUnless the footer says \"this is a draft\", this document is binding.",
            "# Information Security Policy\n\nStatus of Annex B: draft",
            "# Information Security Policy\n\n| Status | Draft | Approved |\n|---|---|---|\n| Date | May | June |",
            "# Information Security Policy (final, supersedes draft)",
            "# Information Security Policy\n\nStatus: Draft - Review - Approved",
            "# Information Security Policy\n\nStatus: Draft – approved on 3 March",
            "# Information Security Policy\n\nDRAFT – superseded by this approved text",
            "# Information Security Policy\n\nDRAFT 0.1 2023-01-01",
            "# Information Security Policy\n\nDRAFT – J. Roe\n\n2 November 2025\n\nFINAL – Board",
            "# DRAFT BEER AND INFORMATION SECURITY POLICY",
            "# Information Security Policy\n\nVersion: 0.9 (draft)\n\nVersion: 1.0 (approved)",
            "# Information Security Policy\n\nVersion: 1.1 (draft of 1.0 revised)",
            "# Information Security Policy\n\nVersion: 2.0, previous status: Draft",
            "# Information Security Policy\n\nPrevious status: Draft",
            "# Information Security Policy\n\nAnnex B status: Draft",
            "# Information Security Policy\n\n| Version | Status | Date |\n|---|---|---|\n| 0.1 | Draft | May |\n| 1.0 | Final | June |",
            "# Information Security Policy\n\n| Annex | Status |\n|---|---|\n| A | Final |\n| B | Draft |",
            "# Information Security Policy\n\nStatus: In review (v1.0 remains in force)",
            "# Information Security Policy\n\nStatus: In review\n\nVersion: 2.0",
            "# Information Security Policy\n\n| Document | Status |\n|---|---|\n| Next version | Draft |",
            "# Information Security Policy\n\nStatus: approved, in review",
            "# Information Security Policy\n\nStatus: under review",
            "# Draft beer and information security policy",
            "# Informationssicherheitsleitlinie\n\nÄnderungen, die noch nicht in Kraft sind, stehen im Anhang.",
        ] {
            assert_eq!(standing("docs/a.md", head), Some(Standing::Kept), "{head}");
        }
        let approved = "# Information Security Policy\n\nStatus: Approved on 3 March by the board";
        assert_eq!(standing("docs/policy_draft.md", approved), Some(Standing::Kept));
        assert_eq!(standing("drafts/policy.md", approved), Some(Standing::Kept));
        assert_eq!(standing("drafts/set/policy.md", "# Information Security Policy"), Some(Standing::Kept));
        assert_eq!(standing("docs/drafting/a.md", "# Information Security Policy"), Some(Standing::Kept));
    }
}
