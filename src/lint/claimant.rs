//! Who makes a claim of conformity: those whose documents these are, or somebody of whom they tell.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

use super::life::has_blank;
use super::substance::{around, sentence_around};
use crate::document::{Block, Kind};
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{
    ADDRESSING, EXAMPLE_HEADS, EXAMPLE_LEADS, OTHER_HEADS, OTHER_SUBJECTS, OTHER_WHOLE_HEADS, OWN_CLAIM_LEADS,
    OWN_CLAIM_VOIDS, OWN_CLAIMS, OWN_DESKS, OWN_HEADS, OWN_VOICES, WORDINGS,
};

const HEADS: usize = 0;
const WHOLE: usize = 1;
const SHOWN: usize = 2;

/// The longest heading that is looked at, in bytes.
const LINE: usize = 120;

static HEADINGS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OTHER_HEADS, OTHER_WHOLE_HEADS, EXAMPLE_HEADS]));
static VOICES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OWN_VOICES]));
static SUBJECTS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OTHER_SUBJECTS]));
static LEADS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[EXAMPLE_LEADS]));
static QUOTING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[WORDINGS]));

/// A claim where it stands.
pub(super) struct Claim<'a> {
    /// The path of its document, without what stands above the set.
    pub path: &'a str,
    /// The blocks above it.
    pub above: &'a [Block],
    /// The text of its block.
    pub text: &'a str,
    /// Its sentence in the text.
    pub sentence: Range<usize>,
    /// The standard in the text.
    pub standard: &'a Range<usize>,
}

impl Claim<'_> {
    /// True if it is somebody else's, or nobody's: what a document tells of its suppliers, shows as an example, or leaves open.
    pub(super) fn is_of_others(&self) -> bool {
        let sentence = &self.text[self.sentence.clone()];
        let led = self.standard.start.saturating_sub(self.sentence.start).min(sentence.len());
        sentence.get(..led).is_some_and(begins_with_others)
            || has_blank(sentence)
            || self.is_worded()
            || self.is_shown()
            || self.is_below_others() && !has(&VOICES, sentence)
    }

    /// The headings under which it stands, the nearest first.
    fn heads(&self) -> impl Iterator<Item = &str> {
        let mut lowest = u8::MAX;
        let is_open = move |block: &&Block| match block.kind {
            Kind::Heading(level) if level < lowest => {
                lowest = level;
                true
            }
            _ => false,
        };
        self.above.iter().rev().filter(is_open).map(|block| block.prose.text()).filter(|text| text.len() <= LINE)
    }

    /// True if a heading, the file or a folder bears the name of others.
    fn is_below_others(&self) -> bool {
        let steps = self.path.split('/').map(|step| step.rsplit_once('.').map_or(step, |(stem, _)| stem));
        self.heads().chain(steps).any(names_others)
    }

    /// True if it is an example: the heading or the line above says so.
    fn is_shown(&self) -> bool {
        let is_head = |head: &str| whole(head).contains(&SHOWN);
        let lead = self.above.last().map(|block| block.prose.text().trim_end());
        let is_lead =
            |lead: &str| lead.ends_with([':', '：']) && lead.len() <= LINE && has(&LEADS, lead) && !has(&VOICES, lead);
        self.heads().next().is_some_and(is_head) || lead.is_some_and(is_lead)
    }

    /// True if it stands in quotation marks in a sentence that tells how something is to be worded.
    fn is_worded(&self) -> bool {
        let around = sentence_around(self.text, self.standard);
        let before = &self.text[around.start..self.standard.start];
        let behind = &self.text[self.standard.end..around.end];
        let opened = before.rfind(OPENING).filter(|at| before[*at..].contains(char::is_alphabetic));
        let closed = behind.find(CLOSING);
        opened
            .zip(closed)
            .is_some_and(|(open, close)| has(&QUOTING, &before[..open]) || has(&QUOTING, &behind[close..]))
    }
}

const ANYWHERE: usize = 0;
const LEADING: usize = 1;
const VOIDING: usize = 2;

static STATEMENTS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[OWN_CLAIMS, OWN_CLAIM_LEADS, OWN_CLAIM_VOIDS]));

/// What each of the statements has in it, in small letters and in capitals.
const STEMS: &[&str] = &[
    "ertifi", "ERTIFI", "pporting the", "PPORTING THE", "elivered in", "ELIVERED IN", " is audited", " IS AUDITED",
    "tegrated management", "TEGRATED MANAGEMENT", "tegrierte", "TEGRIERTE", "hold iso", "hold ISO", "HOLD ISO",
];

static STEM_SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(STEMS).build());

/// False for most texts, in which none of the statements stands.
fn has_stem(text: &str) -> bool {
    STEM_SEARCHER.as_ref().is_none_or(|searcher| searcher.find(text).is_some())
}

/// True if a raw text may hold a sentence that `states` conformity.
pub(super) fn may_state(text: &str) -> bool {
    if !has_stem(text) {
        return false;
    }
    let mut found = false;
    STATEMENTS.each(&folded(text), |list, _| found |= list != VOIDING);
    found
}

/// True if a sentence states without any of the words that claim it that a system of one's own conforms to a standard: "The SMS
/// supporting the provision of …", "Our certificates: …".
pub(super) fn states(text: &str, standard: &Range<usize>) -> bool {
    if !has_stem(around(text, standard)) {
        return false;
    }
    let whole = sentence_around(text, standard);
    let sentence = &text[whole.clone()];
    let [mut is_stated, mut leads, mut is_void] = [false; 3];
    STATEMENTS.each(&folded(sentence), |list, range| match list {
        ANYWHERE => is_stated = true,
        LEADING => leads |= range.start == 0,
        _ => is_void = true,
    });
    // What such a lead heads are standards, not courses on them.
    let behind = text[standard.end..whole.end].chars().next();
    let ends = || behind.is_none_or(|one| matches!(one, '.' | ',' | ';' | '\n'));
    !is_void && !sentence.contains('?') && (is_stated || leads && ends())
}

/// Marks with which a quotation begins, and those with which it ends.
const OPENING: [char; 5] = ['"', '“', '„', '«', '「'];
const CLOSING: [char; 5] = ['"', '”', '“', '»', '」'];

fn has(lexicon: &Lexicon, text: &str) -> bool {
    let mut found = false;
    lexicon.each(&folded(text), |_, _| found = true);
    found
}

/// The lists of headings of which a phrase is all of one.
fn whole(head: &str) -> Vec<usize> {
    let head = folded(head);
    let head = head.trim_matches(|one: char| !one.is_alphabetic());
    let mut lists = Vec::new();
    HEADINGS.each(head, |list, range| {
        if range == (0..head.len()) {
            lists.push(list);
        }
    });
    lists
}

/// True for a heading or a name that is that of others, and does not only speak to them.
fn names_others(head: &str) -> bool {
    let text = folded(head);
    if OWN_HEADS.iter().any(|word| text.contains(word)) {
        return false;
    }
    let mut found = false;
    HEADINGS.each(&text, |list, range| {
        let is_addressed = || text[..range.start].split_whitespace().any(|word| ADDRESSING.contains(word));
        found |= list == HEADS && !is_addressed();
    });
    found || whole(head).contains(&WHOLE)
}

/// True for what leads to a standard if it begins "Our client Acme is …", "The customer has …"; not for "Our customer service
/// is …", "The customer comes first, and we are …".
fn begins_with_others(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(|one: char| !one.is_alphanumeric());
    let mut end = None;
    SUBJECTS.each(&folded(sentence), |_, range| {
        if range.start == 0 {
            end = end.max(Some(range.end));
        }
    });
    let rest = end.and_then(|end| sentence.get(end..)).unwrap_or_default();
    if rest.contains([';', ':']) || has(&VOICES, rest) {
        return false;
    }
    let next = rest.split_whitespace().next();
    next.is_some_and(|next| !next.contains(['\'', '’', '-']) && !OWN_DESKS.contains(next.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use crate::document::Format;
    use crate::lint::{Settings, examine};
    use crate::rule::words::{OWN_CLAIM_LEADS, OWN_CLAIMS};
    use crate::source::SourceFile;

    fn is_claimed(path: &str, text: &str) -> bool {
        let settings = Settings::on(jiff::civil::date(2026, 11, 22));
        examine(&SourceFile::from_text(path, text), Format::Markdown, settings).sign.is_some_and(|one| one.is_claim)
    }

    #[test]
    fn every_statement_has_a_stem() {
        let parted = |text: &str| text.split("...").any(super::has_stem);
        for statement in OWN_CLAIMS.iter().chain(OWN_CLAIM_LEADS) {
            assert!(parted(statement) && parted(&statement.to_uppercase()), "{statement}");
        }
    }

    #[test]
    fn what_others_claim_is_not_ours() {
        for (path, text) in [
            ("a.md", "# Suppliers\n\nCloudCo is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Suppliers\n\n## CloudCo\n\nCloudCo is certified to ISO/IEC 20000-1:2018."),
            ("suppliers/cloudco.md", "# CloudCo\n\nCloudCo is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Partners\n\n- CloudCo: certified to ISO/IEC 20000-1:2018"),
            ("a.md", "# Vendor due diligence\n\nCloudCo is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Lieferanten\n\nDie CloudCo GmbH ist nach ISO/IEC 20000-1:2018 zertifiziert."),
            ("a.md", "# Case study: Acme\n\nAcme Corp achieved certification to ISO/IEC 20000-1:2018."),
            ("a.md", "# News\n\nAcme Corp achieved certification to ISO/IEC 20000-1:2018 with our help."),
            ("a.md", "# News\n\nOur client Acme is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# News\n\nUnser Kunde Muster AG ist nach ISO/IEC 20000-1:2018 zertifiziert."),
            ("a.md", "# News\n\nNotre client Altéo est certifié ISO/IEC 20000-1:2018."),
            ("a.md", "# News\n\nNuestro cliente Redes está certificado en ISO/IEC 20000-1:2018."),
            ("a.md", "# News\n\nOnze klant Acme is gecertificeerd volgens ISO/IEC 20000-1:2018."),
            ("a.md", "# Style guide\n\nWrite \"certified to ISO/IEC 20000-1:2018\", not \"ISO 20000 certified\"."),
            ("a.md", "# Guide\n\nWrite on your website: \"We are certified to ISO/IEC 20000-1:2018.\""),
            ("a.md", "# Example\n\n> We are certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Claims\n\nFor example:\n\n> We are certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Answers\n\n[Company] is certified to ISO/IEC 20000-1:2018."),
        ] {
            assert!(!is_claimed(path, text), "{path}: {text}");
        }
    }

    #[test]
    fn what_we_claim_is_ours_wherever_it_stands() {
        for (path, text) in [
            ("a.md", "# Suppliers\n\nWe are certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Suppliers\n\n# About\n\nQuay Ltd. is certified to ISO/IEC 20000-1:2018."),
            ("suppliers/us.md", "# Terms\n\nOur company is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# For suppliers\n\nQuay Ltd. is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Supplier policy\n\nQuay Ltd. is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Lieferantenrichtlinie\n\nDie Quay GmbH ist nach ISO/IEC 20000-1:2018 zertifiziert."),
            ("a.md", "# About\n\nThe customer always comes first, and we are certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# About\n\nThe customer can rely on us: Quay is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# About\n\nStandards we meet, for example:\n\nQuay is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# About\n\nOur customer service is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Kunden\n\nWir sind nach ISO/IEC 20000-1:2018 zertifiziert."),
            ("a.md", "# Partner manual\n\nQuay Ltd. is certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# About\n\nThe certificate reads \"The SMS of Quay conforms to ISO/IEC 20000-1:2018\"."),
            ("a.md", "# About\n\nWe are certified to \"ISO/IEC 20000-1:2018\"."),
            ("a.md", "# About\n\nWe hold these [certificates](c.md) and are certified to ISO/IEC 20000-1:2018."),
            ("a.md", "# Examples of our work\n\nWe are certified to ISO/IEC 20000-1:2018."),
        ] {
            assert!(is_claimed(path, text), "{path}: {text}");
        }
    }

    #[test]
    fn quotation_marks_of_any_length_may_stand_before_a_claim() {
        for open in super::OPENING {
            let text = format!("# About\n\nThe {open}SMS” of our company conforms to ISO/IEC 20000-1:2018.\n");
            assert!(is_claimed("a.md", &text), "{text}");
        }
    }

    #[test]
    fn a_claim_needs_none_of_its_words() {
        for text in [
            "The SMS supporting the provision of managed hosting to customers, in accordance with ISO/IEC 20000-1:2018.",
            "Our certificates: ISO 9001, ISO/IEC 20000-1:2018.",
            "Certified since 2019: ISO 9001, ISO/IEC 20000-1, ISO/IEC 27001.",
            "Our company maintains ISO/IEC 20000-1 certification through DNV.",
            "We hold ISO/IEC 20000-1:2018.",
            "This manual describes the integrated management system of Quay according to ISO 9001:2015 and ISO/IEC 20000-1:2018.",
            "Our SMS is audited every year against ISO/IEC 20000-1:2018 by DNV.",
            "Our services are delivered in accordance with ISO/IEC 20000-1:2018.",
        ] {
            assert!(is_claimed("a.md", &format!("# About us\n\n{text}\n")), "{text}");
        }
        for text in [
            "Our certificates until 2019: ISO 9001, ISO/IEC 20000-1:2018.",
            "Our certificates say nothing of services, for which ISO/IEC 20000-1:2018 would be the standard.",
            "We hold ISO/IEC 20000-1 courses every month.",
            "We hold ISO/IEC 20000-1 in high regard.",
            "We maintain no ISO/IEC 20000-1 certification.",
            "We maintain ISO/IEC 20000-1 certification guides for others.",
            "Our SMS is audited by nobody against ISO/IEC 20000-1:2018.",
            "An SMS supporting the provision of services is not an SMS in accordance with ISO/IEC 20000-1:2018.",
            "Are our services delivered in accordance with ISO/IEC 20000-1:2018?",
            "CloudCo, certified since 2019, names ISO/IEC 20000-1:2018 as a goal.",
            "Our SMS is audited against ISO/IEC 20000-1:2018 only if a customer pays for it.",
            "Our auditors read ISO/IEC 20000-1:2018.",
        ] {
            assert!(!is_claimed("a.md", &format!("# About us\n\n{text}\n")), "{text}");
        }
    }
}
