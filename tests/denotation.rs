//! Tests what designations denote in adoptions, in sentences and where they are written carelessly, and that what only
//! looks like one is left alone.

use sms_lint::standard::grammar::urn;

#[path = "common/reading.rs"]
mod reading;
use reading::{cited, denote, leaves, reads, whole};

#[test]
fn papers_of_committees_are_left_alone() {
    leaves(
        "ISO/TC 176/SC 2 N1342; ISO/IEC JTC 1/SC 40 N 211; ISO TC 292 N 75; ISO/TC 262/WG 6 N312; \
         ISO/TMB/JTCG 20 N360",
    );
}

#[test]
fn other_documents_are_left_alone() {
    leaves(
        "IECQ OD 20000:2018; IECQ OD 27001:2022; IECEE 27001:2013; BS CECC 27001:2005; IECQ 270010:1996; \
         ISO/IEC 20000-HBK:2019; IEEE P12207/D3, May 2016",
    );
}

#[test]
fn names_of_resources_are_read_where_they_are_asked_for() {
    for (name, normal) in [
        ("urn:iso:std:iso:22301", "ISO 22301"),
        ("urn:iso:std:iso-iec:20000:-9", "ISO/IEC 20000-9"),
        ("URN:ISO:STD:ISO-IEC:TS:20000:-11:stage-60.60:ed-1:en", "ISO/IEC TS 20000-11(en)"),
        ("urn:iso:std:iso-iec:tr:20000:-12:stage-95.99", "ISO/IEC TR 20000-12"),
        ("iso:std:iso-iec:27001:ed-3:v1:en", "ISO/IEC 27001(en)"),
        ("urn:iso:std:iso:9001:ed-5:v1:en:sec:4.2", "ISO 9001(en)"),
        ("urn:iso:std:iso:guide:73", "ISO Guide 73"),
        ("urn:iso:std:iso:iwa:26", "IWA 26"),
        ("urn:iso:std:iec:62443:-2-1:stage-90.92", "IEC 62443-2-1"),
        ("urn:iso:std:iso:105:-x12:en,fr", "ISO 105-X12(en,fr)"),
        ("urn:iso:std:iso-iec:27000:stage-40.20:ed-6", "ISO/IEC DIS 27000"),
        ("urn:iso:std:iso-iec:15944:ser", "ISO/IEC 15944 (all parts)"),
        ("urn:iso:std:iso:14001:amd:2024:v1", "ISO 14001/Amd 1:2024"),
        ("urn:iso:std:iso:14001:ed-3:amd:1:v1:en", "ISO 14001/Amd 1(en)"),
        ("urn:iso:std:iso-iec:14496:-3:amd:2013:v4:cor:2015:v1", "ISO/IEC 14496-3/Amd 4:2013/Cor 1:2015"),
        ("urn:iso:std:iso:8601:-2:ed-1:stage-draft:amd:2025:v1", "ISO 8601-2/draft Amd 1:2025"),
    ] {
        assert_eq!(urn::read(name).map(|one| one.to_string()).as_deref(), Some(normal), "{name}");
        leaves(&format!("See {name} for it.; {name}"));
    }
    for other in [
        "urn:iso:std:iso", "urn:iso:std:din:9001", "urn:iso:std:iso:9001x", "urn:iso:std:iso:9001:stage-x",
        "urn:iso:std:iso:9001:-", "urn:iso:std:iso:9001:amd", "urn:iso:std:iso:9001:other", "urn:iso:std:iso:9001:",
        "urn:isbn:9001", "ISO 9001",
    ] {
        assert_eq!(urn::read(other), None, "{other}");
    }
}

#[test]
fn parts_drafts_and_editions_are_read_wherever_they_are_written() {
    denote(&[
        ("See 27001/27002:2013 for it.", &["ISO/IEC 27001", "ISO/IEC 27002:2013"]),
        ("See ISO/IEC 20000:2012 Part 2.", &["ISO/IEC 20000-2:2012"]),
        ("See ISO/IEC TR 20000:2015, Part 9.", &["ISO/IEC TR 20000-9:2015"]),
        ("See ISO/IEC TR 20000-9¹ for it.", &["ISO/IEC 20000-9"]),
        ("Voir CEI/ISO 27001:2013.", &["ISO/IEC 27001:2013"]),
        ("См. МЭК/ИСО 27001:2013.", &["ISO/IEC 27001:2013"]),
        ("the 2013 and 2022 editions of ISO/IEC 27001", &["ISO/IEC 27001:2013", "ISO/IEC 27001:2022"]),
        ("the 2011/2018 editions of ISO/IEC 20000-1", &["ISO/IEC 20000-1:2011", "ISO/IEC 20000-1:2018"]),
        ("in 2013 the edition of 2022", &[]),
        ("ISO/IEC 27001, 2013 and 2022 editions, apply", &["ISO/IEC 27001:2013", "ISO/IEC 27001:2022"]),
        ("ISO/IEC 27001, 2013 and 2022 were good years", &["ISO/IEC 27001"]),
        ("ISO/IEC 20000 (2015) Part 9", &["ISO/IEC TR 20000-9:2015"]),
        ("BS15000-1 and BS15000", &["BS 15000-1", "BS 15000"]),
        ("the ISO/IEC 20000 family (parts 1 and 9)", &["ISO/IEC 20000-1", "ISO/IEC 20000-9"]),
        ("ISO/IEC 20000 series, Parts 1, 2 and 9", &["ISO/IEC 20000-1", "ISO/IEC 20000-2", "ISO/IEC 20000-9"]),
        ("ISO/IEC 20000, especially Part 9", &["ISO/IEC 20000-9"]),
        ("ISO/IEC 20000 (in particular part 9)", &["ISO/IEC 20000-9"]),
        ("ISO/IEC 20000, Part 4 of our training", &["ISO/IEC 20000"]),
        ("ISO/IEC 27001 (the 2013 edition)", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 in its 2013 edition", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 in the 2013 version", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001: the 2013 edition applies", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 (version: 2013)", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 (published 2013)", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 published in 2013", &["ISO/IEC 27001"]),
        ("ISO/IEC 27001 dated 2013", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 (2nd edition, 2013-10-01)", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 (Ed. 2, 2013)", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 Edition 2 (2013)", &["ISO/IEC 27001:2013"]),
        ("ISO 27001v2013", &["ISO/IEC 27001:2013"]),
        ("Policy on ISO/IEC 27001, version 2, 2013", &["ISO/IEC 27001"]),
        ("Policy on ISO/IEC 27001\nVersion: 2013", &["ISO/IEC 27001"]),
        ("ISO/IEC 27001 (published 2013 audits aside)", &["ISO/IEC 27001"]),
        ("Standard: ISO/IEC 27001, Edition: 2013", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 (Stand 2013)", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 (2013년판)", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001 in our 2013 audit", &["ISO/IEC 27001"]),
        ("ISO/IEC 27001 published by us in 2013", &["ISO/IEC 27001"]),
        ("Slide: ISO/IEC 20000 Part 1 of 4", &["ISO/IEC 20000-1"]),
        ("Certified to ISO/27001:2013 and ISO/9001:2008.", &["ISO/IEC 27001:2013", "ISO 9001:2008"]),
        ("See ISO/27001 and ISO/2022.", &[]),
        ("See /ISO/27001:2013/ and iso/27001:2013.", &[]),
        ("Branch iso27001-2013 and docs/ISO/27001:2013, ISO/27001:2013-slim.", &[]),
        ("ISO 27001:2013EN and ISO 9001:2000JIS", &["ISO/IEC 27001:2013", "ISO 9001:2000"]),
        ("ISO 27001:2013XX and ISO 27001:2013ENABLE", &["ISO/IEC 27001", "ISO/IEC 27001"]),
        ("JIS Q 9001:2000JIS Q 14001:2004", &["ISO 9001:2000", "ISO 14001:2004"]),
        ("ISO 27001'in 2013 sürümü geçerlidir", &["ISO/IEC 27001:2013"]),
        ("ISO 27001’nin 2022 sürümü", &["ISO/IEC 27001:2022"]),
        ("ISO 9001'in 2008 yılında", &["ISO 9001"]),
        ("ISO/IEC 27001, the 2013 edition of our handbook", &["ISO/IEC 27001"]),
        ("BS15000A", &[]),
        ("ISO/IEC 20000 Parts 4 to 9", &["ISO/IEC 20000-4", "ISO/IEC 20000-9"]),
        ("ISO/IEC 20000-1 to -9 apply", &["ISO/IEC 20000-1", "ISO/IEC 20000-9"]),
        ("ISO/IEC 20000, Teile 1–4", &["ISO/IEC 20000-1", "ISO/IEC 20000-4"]),
        ("ISO/IEC 20000-1 to 9 sites", &["ISO/IEC 20000-1"]),
        ("ISO/IEC 20000 第1部、第7部", &["ISO/IEC 20000-1", "ISO/IEC 20000-7"]),
    ]);
    let stage = |text: &str| cited(text).1.first().and_then(|one| one.reference.stage.as_ref().map(|one| one.name));
    for text in [
        "The ISO 9001:2014 DIS is out.",
        "See ISO 9001:2014 (DIS).",
        "the draft ISO 9001:2014",
        "the Draft International Standard ISO 9001:2014",
    ] {
        assert_eq!(stage(text), Some("DIS"), "{text}");
    }
    assert_eq!(stage("ISO 9001:2015, the draft"), None);
    assert_eq!(stage("our draft ISO 9001:2015 manual"), None);
    for text in ["Гост Р ИСО/МЭК 27001-2021", "гост р исо/мэк 27001-2021", "ГОСТ Р МЭК/ИСО 27001-2021"]
    {
        let adoption = cited(text).1.remove(0).adoption.map(|one| one.designation);
        assert_eq!(adoption.as_deref(), Some("GOST R ISO/IEC 27001-2021"), "{text}");
    }
    leaves("docs/27001/27002:2013; a27001/27002:2013");
}

#[test]
fn adoptions_denote_what_they_adopt() {
    denote(&[
        ("NS-EN ISO/IEC 27001:2017", &["ISO/IEC 27001:2013"]),
        ("DS/EN ISO/IEC 27002:2017", &["ISO/IEC 27002:2013"]),
        ("DIN EN ISO/IEC 27001:2017-06", &["ISO/IEC 27001:2013"]),
        ("DIN EN ISO/IEC 27001 (2017-06)", &["ISO/IEC 27001:2013"]),
        ("DIN EN ISO/IEC 27001: 2017-06", &["ISO/IEC 27001:2013"]),
        ("ISO/IEC 27001: 2013-06", &["ISO/IEC 27001"]),
        ("DIN EN ISO/IEC 27001, Ausgabe 2017-06", &["ISO/IEC 27001:2013"]),
        ("PN-EN ISO 9001:2009-05", &["ISO 9001"]),
        ("BS EN ISO/IEC 27001:2023 and its annex", &["ISO/IEC 27001:2022"]),
        ("BS ISO/IEC 20000-1:2011", &["ISO/IEC 20000-1:2011"]),
        ("JIS Q 27002:2014", &["ISO/IEC 27002:2013"]),
        ("IEEE Std 20000-1-2013", &["ISO/IEC 20000-1:2011"]),
        ("IEEE STD 20000-1-2013", &["ISO/IEC 20000-1:2011"]),
        ("SNI ISO/IEC 20000-9:2016", &["ISO/IEC TR 20000-9:2015"]),
        ("CSA ISO/IEC TR 20000-7:20", &["ISO/IEC TR 20000-7:2019"]),
        ("EN ISO 22301", &["ISO 22301"]),
        ("NF EN ISO/IEC 27001 de mai 2017", &["ISO/IEC 27001"]),
        ("Certificat NF EN ISO 9001 de novembre 2008", &["ISO 9001"]),
        ("ISO 9001 de septembre 2015", &["ISO 9001"]),
        ("NEN-ISO/IEC 27001:2017 en 27002:2017", &["ISO/IEC 27001:2013", "ISO/IEC 27002:2013"]),
        ("NEN-ISO/IEC 27001:2017 and 27002", &["ISO/IEC 27001:2013", "ISO/IEC 27002"]),
        ("NEN-ISO/IEC 27002:2017", &["ISO/IEC 27002"]),
    ]);
    reads(&[
        ("DIN EN ISO/IEC 27001:2024-01, A1:2024-11", "DIN EN ISO/IEC 27001:2024 + Amd 1:2024"),
        ("PD ISO/IEC GUIDE 51:2014", "PD ISO/IEC Guide 51:2014"),
        ("BS ISO/IEC/IEEE 15288:2015", "BS ISO/IEC/IEEE 15288:2015"),
    ]);
    for (text, prefix) in [
        ("NTE INEN-ISO/IEC 27001:2022", "NTE INEN"),
        ("ÖVE/ÖNORM EN ISO/IEC 27001:2017", "ÖNORM EN"),
        ("OVE EN ISO 9001", "OVE EN"),
    ] {
        assert_eq!(whole(text).prefix, prefix, "{text}");
    }
    let csa = whole("CSA ISO/IEC TR 20000-5:15 (R2019)");
    assert_eq!((csa.prefix.as_str(), csa.year.map(|year| year.value)), ("CSA", Some(2015)));
}

#[test]
fn designations_in_sentences() {
    denote(&[
        ("Controls from ISO/IEC 27002:2013 for suppliers", &["ISO/IEC 27002:2013"]),
        ("Mapping of ISO 22301 to ISO 31000 in practice", &["ISO 22301", "ISO 31000"]),
        ("Continuity - ISO 22301:2012 exercises", &["ISO 22301:2012"]),
        (
            "certified to ISO 9001:2008, ISO 22301:2012, and ISO 27001:2005",
            &["ISO 9001:2008", "ISO 22301:2012", "ISO/IEC 27001:2005"],
        ),
        ("The guideline 20000-12 is out of date", &["ISO/IEC 20000-12"]),
        ("code 20000-12", &[]),
    ]);
}

#[test]
fn sloppy_designations() {
    denote(&[
        ("ISO22301-2012", &["ISO 22301:2012"]),
        ("ISO27002:2013", &["ISO/IEC 27002:2013"]),
        ("ISO 27002 (2013)", &["ISO/IEC 27002:2013"]),
        ("ISO/IEC 27002 : 2013", &["ISO/IEC 27002:2013"]),
        ("ISO 27002/2013", &["ISO/IEC 27002:2013"]),
        ("ISO 27002:2013/2022", &["ISO/IEC 27002:2013", "ISO/IEC 27002:2022"]),
        ("norma ISO 22301:2012/2019", &["ISO 22301:2012", "ISO 22301:2019"]),
        ("ISO\u{2011}22301\u{2011}aligned", &["ISO 22301"]),
        ("ISO/IEC 20000\u{2011}based", &["ISO/IEC 20000"]),
        ("ISO22301-krav", &["ISO 22301"]),
        ("ISO 27001-A.12", &["ISO/IEC 27001"]),
        ("ISO27002-2013_12.4", &["ISO/IEC 27002:2013"]),
        ("ISO 9001/20000-1/27001", &["ISO 9001", "ISO/IEC 20000-1", "ISO/IEC 27001"]),
        ("ISO9001/20000 and ISO 9001 – 20000", &["ISO 9001", "ISO/IEC 20000", "ISO 9001"]),
        ("ISO/IEC 27001:201340", &["ISO/IEC 27001:2013"]),
        ("ISO 9001.2008 and ISO 9001;2008", &["ISO 9001:2008", "ISO 9001:2008"]),
        ("ISO 9001. 2015 was its year; ISO 9001.2015.1", &["ISO 9001", "ISO 9001"]),
        ("ISO 9001.2015 employees; ISO-9001.2008 was closed", &["ISO 9001", "ISO 9001"]),
        ("ISO Certified 9001:2008", &["ISO 9001:2008"]),
        ("ISO 27.001:2013, ABNT NBR ISO 9.001:2008", &["ISO/IEC 27001:2013", "ISO 9001:2008"]),
        ("ISO 27.001, ISO 27.0012 and ISO 5.001", &["ISO/IEC 27001"]),
        (
            "International Organization for Standardization. (2013). ISO/IEC 27001: Requirements.",
            &["ISO/IEC 27001:2013"],
        ),
        ("ISO/IEC (2018). ISO/IEC 27005: Risks", &["ISO/IEC 27005:2018"]),
        ("ISO/IEC. (2018). ISO/IEC 27001:2013", &["ISO/IEC 27001:2013"]),
        ("Our plan (2013). ISO/IEC 27001 came later (2013). ISO 9001", &["ISO/IEC 27001", "ISO 9001"]),
        ("triple ISO (9001:2015, 45001:2018)", &["ISO 9001:2015", "ISO 45001:2018"]),
        ("ISO (9001), ISO certified in 2015 and ISO certified 9001", &[]),
        ("İSO 9001-2008, TS EN İSO 9001:2015", &["ISO 9001:2008", "ISO 9001:2015"]),
        ("ISO/IEC 20000-7:2019", &["ISO/IEC TR 20000-7:2019"]),
        ("ISO 27002 (2013) — Clause 9.2", &["ISO/IEC 27002:2013"]),
        ("ISO/IEC 27001, 2013; ISO 22301, 2012, Titel", &["ISO/IEC 27001:2013", "ISO 22301:2012"]),
        ("ISO/IEC 27001 Ed. 2013, ISO 22301 Ed 2", &["ISO/IEC 27001:2013", "ISO 22301"]),
        ("ISO 27001, 2013 was a good year; ISO 27001, 2014.", &["ISO/IEC 27001", "ISO/IEC 27001"]),
        ("ISO/IEC 20000-1 and parts 4 and 7", &["ISO/IEC 20000-1", "ISO/IEC 20000-4", "ISO/IEC 20000-7"]),
        ("ISO/IEC 20000-1 and part 4 and 7 others", &["ISO/IEC 20000-1", "ISO/IEC 20000-4"]),
        ("ISO/IEC 27001(:2013)", &["ISO/IEC 27001:2013"]),
        ("ISO 9001 selon la version 2008", &["ISO 9001:2008"]),
        ("ISO 9001 selon la version 2008 de notre manuel", &["ISO 9001"]),
        ("ISO 9001 selon la version 2008 du manuel", &["ISO 9001"]),
        ("ISO 27001 nach Version 2013 des Handbuchs", &["ISO/IEC 27001"]),
        ("ISO 9001 gemäß der Fassung 2008", &["ISO 9001:2008"]),
        ("(ISO 27001-\u{2010}2013), ISO 27001---2013", &["ISO/IEC 27001:2013", "ISO/IEC 27001"]),
        ("ISO 27001--2013 in review", &["ISO/IEC 27001"]),
        ("Lead auditor ISO 9001 | 2008", &["ISO 9001"]),
        ("Certificates | ISO 9001 | 2008", &["ISO 9001"]),
        ("ISO 9001 | 2008 | 2011", &["ISO 9001"]),
        ("ISO 9001, 2008 : AB09202098040", &["ISO 9001:2008"]),
        ("ISO 9001, 2008 : 982832", &["ISO 9001"]),
        ("ISO 9001, 2008: IMG0815", &["ISO 9001"]),
        ("Pictures: ISO 9001, 2008 : DSC08152", &["ISO 9001"]),
        ("ISO 9001, 2008: first audit", &["ISO 9001"]),
        ("GB T 22080-2016, GBT 22080-2016", &["ISO/IEC 27001:2013", "ISO/IEC 27001:2013"]),
        ("5 GB T 22080", &["ISO/IEC 27001"]),
        ("ISO 22301, ISO 27001 und ISO 20000", &["ISO 22301", "ISO/IEC 27001", "ISO/IEC 20000"]),
    ]);
    // The words and signs for an edition belong to the designation.
    for text in ["ISO 27001 — 2013 edition", "ISO27001:2013版", "ISO/IEC 27001 2013年版", "ISO 27001-2013 edition"]
    {
        assert!(whole(text).to_string().ends_with("27001:2013"), "{text}");
    }
}
