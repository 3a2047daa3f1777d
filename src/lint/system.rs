//! Whether a set of documents is a service management system, so that what it lacks is worth saying.

use std::sync::LazyLock;

use aho_corasick::packed::{Config, MatchKind, Searcher};

use super::survey::{survey, survey_blocks};
use crate::document::{Block, Format};
use crate::finding::Label;
use crate::rule::lexicon::{Lexicon, folded};
use crate::rule::words::{AFFIRMATIONS, BYSTANDERS, INTENTIONS, LATE_INTENTIONS, OFFERS, OTHERS, OURSELVES};
use crate::source::{Coding, SourceFile};
use crate::standard::Citation;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum System {
    /// What the set lacks is looked for if it claims conformity or has a document titled as the system's.
    #[default]
    Auto,
    /// It is a service management system.
    Sms,
    /// It is none.
    None,
    /// It is none, as the configuration says.
    NoneConfigured,
}

/// What shows that a set belongs to a service management system.
#[derive(Clone, Debug)]
pub struct Sign {
    /// True for a claim of conformity, false for a title.
    pub is_claim: bool,
    /// Where it stands.
    pub label: Label,
}

impl Sign {
    /// The order in which signs are preferred: claims first, then by place.
    #[must_use]
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        let key = |one: &Self| (!one.is_claim, one.label.place.clone());
        key(self).cmp(&key(other))
    }
}

/// Whether the set was looked at as a whole, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It was: something in it claims conformity.
    Claimed,
    /// It was: a document is titled as the system's.
    Titled,
    /// It was: somebody asked for it.
    Asked,
    /// It was not: only files were named, and nobody knows the set they belong to.
    FilesOnly,
    /// It was not: nothing shows that it is a service management system.
    NoSign,
    /// It was not: somebody asked for that.
    Declined,
    /// It was not: the configuration says so.
    #[serde(rename = "declined")]
    DeclinedByConfiguration,
}

impl Decision {
    /// True if the set is looked at as a whole.
    #[must_use]
    pub fn is_checked(self) -> bool {
        match self {
            Self::Claimed | Self::Titled | Self::Asked => true,
            Self::FilesOnly | Self::NoSign | Self::Declined | Self::DeclinedByConfiguration => false,
        }
    }

    /// True if all documents of the set were seen, and nobody declined to look for what it lacks.
    #[must_use]
    pub fn knows_set(self) -> bool {
        match self {
            Self::Claimed | Self::Titled | Self::Asked | Self::NoSign => true,
            Self::FilesOnly | Self::Declined | Self::DeclinedByConfiguration => false,
        }
    }

    /// Decides for a set of which a folder is known or not, with the best sign that was seen.
    #[must_use]
    pub fn on(system: System, has_folder: bool, sign: Option<&Sign>) -> Self {
        match (system, has_folder, sign) {
            (System::None, ..) => Self::Declined,
            (System::NoneConfigured, ..) => Self::DeclinedByConfiguration,
            (_, false, _) => Self::FilesOnly,
            (System::Sms, ..) => Self::Asked,
            (System::Auto, _, Some(sign)) if sign.is_claim => Self::Claimed,
            (System::Auto, _, Some(_)) => Self::Titled,
            (System::Auto, _, None) => Self::NoSign,
        }
    }

    /// What was done, as a sentence for the end of the report; nothing if it goes without saying.
    #[must_use]
    pub fn sentence(self) -> Option<&'static str> {
        Some(match self {
            Self::Claimed | Self::Titled | Self::Asked => return None,
            Self::Declined => "What the set lacks was not looked for: --system none.",
            Self::DeclinedByConfiguration => {
                "What the set lacks was not looked for: the configuration says system: none."
            }
            Self::FilesOnly => {
                "What the set lacks was not looked for: only files were named; --root DIR says which set they belong to."
            }
            Self::NoSign => {
                "What the set lacks was not looked for: nothing claims conformity to ISO/IEC 20000-1 or is titled as its \
                 system; --system sms looks for it all the same."
            }
        })
    }
}

/// True if a citation names the requirements for a service management system: conformity to them makes a set one.
#[must_use]
pub fn names_requirements(citation: &Citation) -> bool {
    let reference = &citation.reference;
    let is_family = reference.number == FAMILY && reference.part.is_empty() && !reference.publishers.is_empty();
    citation.standard.map_or(is_family, |one| one.id == REQUIREMENTS)
}

/// True if a sentence says before the standard at `at` that conformity is wanted, not that it is there; behind it in the
/// languages that have the verb there.
#[must_use]
pub fn is_intended(sentence: &str, at: usize) -> bool {
    let mut found = false;
    INTENDED.each(&folded(sentence), |list, range| found |= list == BEHIND || range.start < at);
    found
}

static INTENDED: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(&[INTENTIONS, LATE_INTENTIONS]));

/// The list of what may stand behind the standard.
const BEHIND: usize = 1;

/// True if the sentence of a claim makes it of a supplier, or of nobody yet, rather than of those whose documents these are:
/// whoever offers help with a certificate, teaches or praises it does not say that there is one.
#[must_use]
pub fn speaks_of_others(sentence: &str) -> bool {
    let mut found = [false; 5];
    LEXICON.each(&folded(sentence), |list, _| found[list] = true);
    let [others, bystanders, ourselves, offers, affirmations] = found;
    others || bystanders && !ourselves || offers && !affirmations
}

static LEXICON: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(&[OTHERS, BYSTANDERS, OURSELVES, OFFERS, AFFIRMATIONS]));

/// The standard that holds the requirements.
const REQUIREMENTS: &str = "ISO/IEC 20000-1";

/// The number of its family, by which it is meant where no part is named.
const FAMILY: u32 = 20000;

/// How far into a file the title is looked for, in bytes.
const HEAD: usize = 1024;

/// The same where front matter or a comment stands before it.
const LONG: usize = 8 * HEAD;

/// How far into these bytes the title is looked for: further where what stands before it does not end soon.
fn head_of(bytes: &[u8]) -> usize {
    let ends: &[(&[u8], &[u8])] = &[(b"---", b"\n---"), (b"+++", b"\n+++"), (b"<!--", b"-->")];
    let begun = ends.iter().find(|(begin, _)| bytes.starts_with(begin));
    let near = &bytes[..bytes.len().min(HEAD)];
    let is_long = begun.is_some_and(|(_, end)| memchr::memmem::find(near, end).is_none());
    if is_long { LONG } else { HEAD }
}

/// The same in blocks.
const BLOCKS: usize = 12;

/// Stems of which one stands in every title of a system, in the spellings that titles have.
const STEMS: &[&str] = &[
    "ervice management",
    "ervice Management",
    "ERVICE MANAGEMENT",
    "ervice-management",
    "ervice-Management",
    "ervice_management",
    "ervicemanagement",
    "ERVICEMANAGEMENT",
    "erviceManagement",
    "des services",
    "Des Services",
    "De Servicio",
    "Del Servicio",
    "De Serviço",
    "Dei Servizi",
    "DEI SERVIZI",
    "des Services",
    "DES SERVICES",
    "de servicio",
    "de Servicio",
    "DE SERVICIO",
    "del servicio",
    "del Servicio",
    "DEL SERVICIO",
    "de serviço",
    "de Serviço",
    "DE SERVIÇO",
    "dei servizi",
    "dei Servizi",
    "SMS",
    " sms",
    "sms ",
    "sms-",
    "sms_",
    "Sms",
    "サービスマネジメント",
    "服务管理",
];

static SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(STEMS).build());

/// What every one of the stems has in it: fewer, with beginnings that texts seldom have, so that most heads are passed by in
/// half the steps. The searcher compares eight groups of beginnings at once and gives each pattern in turn to the next
/// group, unless its beginning has one, so the eight beginnings come first.
const SIGNS: &[&str] = &[
    "ice manage",
    "s services",
    "cio",
    "viço",
    "vizi",
    "sms",
    "サービスマネジメント",
    "服务管理",
    "ice Manage",
    "ICE MANAGE",
    "ice-manage",
    "ice-Manage",
    "ice_manage",
    "icemanage",
    "ICEMANAGE",
    "iceManage",
    "s Services",
    "S SERVICES",
    "CIO",
    "VIÇO",
    "VIZI",
    "SMS",
    "Sms",
];

static SIGN_SEARCHER: LazyLock<Option<Searcher>> =
    LazyLock::new(|| Config::new().match_kind(MatchKind::LeftmostFirst).builder().extend(SIGNS).build());

/// How far before and behind the beginning of a sign its stem may reach, in bytes.
const AROUND: (usize, usize) = (12, 32);

/// True if a file whose text begins with `head` may be titled as a service management system's.
fn may_be_titled(path: &str, head: &[u8]) -> bool {
    let name = &path[memchr::memrchr(b'/', path.as_bytes()).map_or(0, |at| at + 1)..];
    is_signed(name.as_bytes()) && has_stem(name.as_bytes()) || has_signed_stem(head)
}

fn has_stem(bytes: &[u8]) -> bool {
    SEARCHER.as_ref().is_none_or(|one| one.find(bytes).is_some())
}

/// The same, in fewer steps for most texts.
fn has_signed_stem(head: &[u8]) -> bool {
    let around = |at: usize| &head[at.saturating_sub(AROUND.0)..head.len().min(at + AROUND.1)];
    SIGN_SEARCHER.as_ref().is_none_or(|one| one.find_iter(head).any(|sign| has_stem(around(sign.start()))))
}

/// True if two letters of which every stem has a pair may stand in a name: names are too short for the searcher.
fn is_signed(name: &[u8]) -> bool {
    let pairs = name.iter().zip(name.get(1..).unwrap_or_default()).map(|(one, next)| [one | 0x20, next | 0x20]);
    // Without an early end the loop is vectorised.
    !name.is_ascii() || pairs.fold(false, |found, pair| found | (pair == *b"rv") | (pair == *b"ms"))
}

/// The title by which a file shows that its set belongs to a service management system; of its path so many bytes stand above
/// the set.
#[must_use]
pub fn sign((path, above): (&str, usize), bytes: &[u8], coding: Coding, format: Format) -> Option<Sign> {
    let head = &bytes[..bytes.len().min(head_of(bytes))];
    if !coding.is_wide() && !may_be_titled(path, head) {
        return None;
    }
    let source = SourceFile::decode(path.into(), head, coding).standing_below(above);
    if coding.is_wide() && !may_be_titled(path, source.text.as_bytes()) {
        return None;
    }
    let facts = survey(&source, format, None);
    facts.is_system.then_some(Sign { is_claim: false, label: facts.title })
}

/// The same for a file of which the text is known already.
#[must_use]
pub fn sign_of_blocks(source: &SourceFile, blocks: &[Block], format: Format) -> Option<Sign> {
    let bytes = source.text.as_bytes();
    let within = head_of(bytes);
    if !may_be_titled(&source.path, &bytes[..bytes.len().min(within)]) {
        return None;
    }
    let most = if within == HEAD { BLOCKS } else { BLOCKS * LONG / HEAD };
    let facts = survey_blocks(source, &blocks[..blocks.len().min(most)], format, None);
    facts.is_system.then_some(Sign { is_claim: false, label: facts.title })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rule::message::capital;
    use crate::rule::words::{SYSTEM_INITIALS, SYSTEM_TITLES};

    proptest! {
        #[test]
        fn stems_are_found_by_their_signs(
            text in "(x{0,40}|[Ss]ervice|SERVICE| |-|_|[Mm]anagement|MANAGEMENT|d?e[ils]? |D?E[ILS]? |[Ss]ervices|[Ss]ervi(cio|ço|zi)|S?MSMS|s?msms|Sms){0,12}",
        ) {
            prop_assert_eq!(has_signed_stem(text.as_bytes()), has_stem(text.as_bytes()));
        }
    }

    #[test]
    fn every_title_of_a_system_has_a_stem_that_is_looked_for() {
        for title in SYSTEM_TITLES.iter().chain(SYSTEM_INITIALS) {
            let title = title.trim_end_matches('*');
            let capitals: Vec<String> = title.split(' ').map(capital).collect();
            let first = capital(title);
            for spelling in [first, capitals.join(" "), title.to_uppercase()] {
                assert!(may_be_titled("a.md", spelling.as_bytes()), "{spelling}");
            }
        }
        for stem in STEMS {
            let sign = SIGNS.iter().find_map(|sign| stem.find(sign)).expect("it has a sign");
            assert!(sign <= AROUND.0 && stem.len() - sign <= AROUND.1, "{stem}");
            assert!(may_be_titled(stem, b""), "{stem}");
        }
        assert!(may_be_titled("docs/service-management-plan.md", b""));
        assert!(!may_be_titled("docs/plan.md", b"# Notes on services"));
    }

    #[test]
    fn a_title_is_found_in_any_coding() {
        let is_titled = |text: &str| {
            let wide: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
            let coding = Coding::detect(&wide).expect("UTF-16");
            assert!(coding.is_wide());
            let narrow = Coding::detect(text.as_bytes()).expect("UTF-8");
            let is_sign = |bytes: &[u8], coding| sign(("a.md", 0), bytes, coding, Format::Markdown).is_some();
            assert_eq!(is_sign(&wide, coding), is_sign(text.as_bytes(), narrow), "{text}");
            is_sign(&wide, coding)
        };
        assert!(is_titled("# Service management policy\n\nIt holds for every service.\n"));
        assert!(!is_titled("# Release policy\n\nIt holds for every service.\n"));
    }

    #[test]
    fn a_claim_of_a_supplier_is_none_of_ours() {
        assert!(speaks_of_others("Suppliers are certified to ISO/IEC 20000-1."));
        assert!(speaks_of_others("The operator of the halls is certified to ISO/IEC 20000-1."));
        assert!(speaks_of_others("AWS is certified to ISO/IEC 20000-1."));
        assert!(speaks_of_others("The tool helps your organisation to become certified to ISO/IEC 20000-1."));
        assert!(!speaks_of_others("We are certified to ISO/IEC 20000-1."));
        assert!(!speaks_of_others("We are a provider of hosting for customers and certified to ISO/IEC 20000-1."));
    }

    #[test]
    fn whoever_offers_a_certificate_claims_none() {
        for offer in [
            "We help companies to get ready for ISO 20000 certification.",
            "Gain trust: achieve ISO/IEC 20000-1 certification with our team.",
            "The benefits of ISO/IEC 20000-1 certification are these:",
            "Brightdesk provides organizations with all they need to keep an ISO 20000-compliant SMS.",
            "ISO 20000 certified within six months",
            "Wir begleiten Betriebe bei der Zertifizierung nach ISO 20000.",
            "Für eine Zertifizierung nach ISO 20000 sind Nachweise nötig.",
            "Nous accompagnons des sociétés vers la certification ISO 20000.",
            "Acompañamos a las empresas hasta la certificación ISO 20000.",
            "La certificación ISO/IEC 20000-1 ofrece ventajas a quien vende servicios.",
            "Preparação para certificação ISO 20000 em oito meses.",
            "Aiutiamo gli enti a ottenere la certificazione ISO 20000.",
            "中小企業のISO20000認証の取得を支援します。",
            "我们帮助客户通过ISO20000认证。",
        ] {
            assert!(speaks_of_others(offer), "{offer}");
        }
        for claim in [
            "We help companies to run their desks and are certified to ISO/IEC 20000-1.",
            "Our ISO/IEC 20000-1 certification demonstrates how we work.",
            "We have been certified to ISO/IEC 20000-1 since 2021 and offer training courses.",
            "Wir begleiten Betriebe bei der Einführung und sind nach ISO 20000 zertifiziert.",
            "Nous sommes certifiés ISO 20000 et accompagnons nos clients.",
            "Ayudamos a las empresas y estamos certificados en ISO 20000.",
            "当社はISO20000認証を取得しており、導入を支援します。",
            "我公司已通过ISO20000认证，为客户提供服务。",
        ] {
            assert!(!speaks_of_others(claim), "{claim}");
        }
    }

    #[test]
    fn what_is_wanted_is_not_claimed() {
        let is_intended = |sentence: &str| is_intended(sentence, sentence.find("ISO").expect("it is cited"));
        for wanted in [
            "We want to be certified to ISO/IEC 20000-1:2018 by 2027.",
            "Our goal is certification to ISO/IEC 20000-1:2018.",
            "We are preparing for certification to ISO/IEC 20000-1:2018.",
            "We are working towards certification to ISO/IEC 20000-1.",
            "We intend to be certified to ISO/IEC 20000-1.",
            "We would like to be certified to ISO/IEC 20000-1.",
            "We have decided to be certified to ISO/IEC 20000-1.",
            "Wir wollen uns 2027 nach ISO/IEC 20000-1:2018 zertifizieren lassen.",
            "Wir streben die Zertifizierung nach ISO/IEC 20000-1:2018 an.",
            "Nous visons la certification ISO/IEC 20000-1:2018.",
            "Nous voulons être certifiés ISO/IEC 20000-1:2018.",
            "Queremos certificarnos en ISO/IEC 20000-1:2018.",
            "Pretendemos obter a certificação ISO/IEC 20000-1:2018.",
            "2027年にISO/IEC 20000-1:2018の認証取得を目指しています。",
            "我们计划于2027年通过ISO/IEC 20000-1:2018认证。",
        ] {
            assert!(is_intended(wanted), "{wanted}");
        }
        for claimed in [
            "We are certified to ISO/IEC 20000-1 and want to be certified to ISO/IEC 27001.",
            "Wir sind nach ISO/IEC 20000-1 zertifiziert und wollen es bleiben.",
            "Our plans for services and our certificate to ISO/IEC 20000-1 are on the web site.",
        ] {
            assert!(!is_intended(claimed), "{claimed}");
        }
    }

    #[test]
    fn only_folders_with_a_sign_are_looked_at_by_themselves() {
        assert_eq!(Decision::on(System::Auto, true, None), Decision::NoSign);
        assert_eq!(Decision::on(System::Sms, true, None), Decision::Asked);
        assert_eq!(Decision::on(System::Sms, false, None), Decision::FilesOnly);
        assert_eq!(Decision::on(System::None, true, None), Decision::Declined);
        assert_eq!(Decision::on(System::NoneConfigured, true, None), Decision::DeclinedByConfiguration);
    }
}
