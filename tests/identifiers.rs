//! Tests that designations are read to their normal form however people and catalogues write them: one test for each
//! kind of spelling.

use jiff::civil::date;
use sms_lint::standard::cite;
use sms_lint::standard::grammar::Written;

#[path = "common/reading.rs"]
mod reading;
use reading::{cited, denote, leaves, reads, whole};

/// Checks designations in normal form, parted by semicolons.
#[track_caller]
fn keeps(texts: &str) {
    for text in texts.split("; ") {
        assert_eq!(whole(text).to_string(), text);
    }
}

#[test]
fn plain_designations() {
    keeps(
        "ISO 5; ISO 22301:2019; ISO 3166-2:2020; ISO/IEC 20000-10; ISO/IEC 27035-1:2023; ISO 105-X12; \
         ISO 105-B02:2014; ISO/IEC 29110-4-1; ISO/IEC/IEEE 12207; ISO/IEEE 11073-10207:2019; ISO/SAE 21434:2021; \
         ISO/ASTM 52900:2021; IEC 62443-2-1:2010; IEC 80601-2-13",
    );
    reads(&[("IEEE/ISO/IEC 8802-3-2021", "ISO/IEC/IEEE 8802-3:2021"), ("IEC/ISO 31010:2009", "ISO/IEC 31010:2009")]);
}

#[test]
fn types_of_documents() {
    keeps(
        "ISO/TR 22100:2015; ISO/IEC TR 20000-12:2016; ISO/IEC TS 20000-14:2023; ISO/TS 22317:2021; \
         ISO/PAS 5112:2022; ISO/TTA 4:2002; ISO/IEC ISP 10609-2:1993; IWA 26:2017; ISO/R 639:1967; \
         ISO/DATA 7:1979; ISO Guide 83:2011; ISO/IEC Guide 21",
    );
    reads(&[
        ("ISO Technical Report 22100:2015", "ISO/TR 22100:2015"),
        ("ISO/IEC Technical Specification 20000-11", "ISO/IEC TS 20000-11"),
    ]);
    leaves("ISO R 639; ISO data 7");
}

#[test]
fn designations_without_a_year() {
    keeps("ISO/IEC 27002; ISO/TS 22318; IWA 31; ISO/IEC TR 20000-9");
    reads(&[
        ("ISO 24624:—", "ISO 24624:--"),
        ("ISO 24624:--", "ISO 24624:--"),
        ("ISO 24624-2:— (all parts)", "ISO 24624-2:-- (all parts)"),
    ]);
    let (_, found) = cited("ISO 9001:--2 and ISO 9001:--yes");
    assert!(found.iter().all(|one| !one.reference.unpublished), "a dash before a word says nothing of a year");
}

#[test]
fn all_parts() {
    keeps(
        "ISO 14064 (all parts); ISO 14064-1 (all parts); ISO/IEC 20000:2018 (all parts); ISO/TS 80004 (all parts); \
         ISO/IEC FDIS 15944 (all parts); ISO 6789:2017(E/F) (all parts); ISO/IEC Guide 98/Suppl 2:2011 (all parts)",
    );
    reads(&[("ISO/IEC 14496:2012/FDAmd 2 ED3 (all parts)", "ISO/IEC 14496:2012/FDAM 2 (all parts)")]);
    let parts = whole("ISO/IEC 20000 (all parts)");
    assert!(parts.all_parts && parts.part.is_empty() && parts.year.is_none());
}

#[test]
fn stages_of_drafts() {
    keeps(
        "ISO/PWI 53800; ISO/NP 23220-4; ISO/AWI 42010; ISO/WD 37009.2; ISO/IEC WD TS 27115; ISO/IEC CD 27000.3; \
         ISO/IEC CD TR 27024; ISO/IEC FCD 19770; ISO/DP 7498; ISO/DIS 22300.2; ISO/IEC DTR 27550; \
         ISO/IEC/IEEE DTS 24748-9:2022(en); ISO/SAE DPAS 22736; ISO/FDIS 31030; ISO/IEC FDTR 29119-11; \
         ISO/PRF TS 22393; ISO/PRF 22366:2021; WD IWA 41; PRF IWA 33-2",
    );
    reads(&[
        ("ISO/NWIP 23220-4", "ISO/NP 23220-4"),
        ("ISO/IEC preCD 27090", "ISO/IEC PreCD 27090"),
        ("ISO/CD2 22336", "ISO/CD 22336.2"),
        ("ISO/IEC CD 27017-CD3", "ISO/IEC CD 27017.3"),
        ("ISO/IEC PDTR 20943-6", "ISO/IEC CD TR 20943-6"),
        ("ISO/IEC PDTS 27100", "ISO/IEC CD TS 27100"),
        ("ISO/IEC DIS TR 20000-4", "ISO/IEC DTR 20000-4"),
        ("ISO/IEC FDIS TS 27110", "ISO/IEC FDTS 27110"),
        ("ISO/IEC DIS ISP 12062-2", "ISO/IEC DISP 12062-2"),
        ("ISO DGUIDE 82", "ISO/DGuide 82"),
        ("ISO/IEC FD GUIDE 51", "ISO/IEC FDGuide 51"),
        ("FprISO 20601", "ISO/PRF 20601"),
        ("FprISO/IEC 19896-1", "ISO/IEC PRF 19896-1"),
        ("WD/ISO 10303-242", "ISO/WD 10303-242"),
        ("FDIS/ISO/IEC 27001", "ISO/IEC FDIS 27001"),
        ("ISO/WD IWA 41", "WD IWA 41"),
        ("ISO/IWA 27:2017(en)", "IWA 27:2017(en)"),
    ]);
    // A disc holds the image of a file system.
    assert_eq!(whole("ISO 9660").to_string(), cited("write a CD/ISO 9660").1[0].reference.to_string());
}

#[test]
fn amendments() {
    keeps(
        "ISO/IEC 27013:2021/Amd 1:2024; ISO 14001:2015/Amd 1:2024; ISO/IEC 27006:2015/DAM 2; \
         ISO 22313:2020/DAmd 1; ISO 13528:2015/PWI Amd 2; ISO 8601-2:2019/WD Amd 1; ISO/IEC 8824-1:2021/CD Amd 1; \
         ISO 7101/NP Amd 1.3; ISO 20400:2017/CD Amd 2.2:2025; ISO/IEC FDIS 14888-3/AWI Amd 1; ISO/IEC 13888/WD Amd",
    );
    reads(&[
        ("ISO 22301:2019/AMD 1:2024", "ISO 22301:2019/Amd 1:2024"),
        ("ISO/IEC 27019:2017/PDAM 2", "ISO/IEC 27019:2017/CD Amd 2"),
        ("ISO/IEC 14496-12:2015/FPDAM 3(en)", "ISO/IEC 14496-12:2015/DAM 3(en)"),
        ("ISO 11135:2014/FDAmd 1", "ISO 11135:2014/FDAM 1"),
        ("ISO 11135:2014/DIS Amd 1", "ISO 11135:2014/DAM 1"),
        ("ISO 10993-7:2008/Amd.1:2019(E)", "ISO 10993-7:2008/Amd 1:2019(E)"),
        ("ISO 10993-7:2008/Amd. 1:2019", "ISO 10993-7:2008/Amd 1:2019"),
        ("ISO/IEC 8802-3:2017/Amd11-2020", "ISO/IEC 8802-3:2017/Amd 11:2020"),
    ]);
}

#[test]
fn editions_with_their_amendments() {
    reads(&[
        ("ISO 22301:2019+AMD1:2024", "ISO 22301:2019 + Amd 1:2024"),
        ("ISO 22301:2019+A1:2024", "ISO 22301:2019 + Amd 1:2024"),
        ("ISO 22301:2019, Amendment 1:2024", "ISO 22301:2019 + Amd 1:2024"),
        ("ISO 22301:2019 including Amd 1:2024", "ISO 22301:2019 + Amd 1:2024"),
        ("ISO 22301:2019 — Amendment 1:2024", "ISO 22301:2019/Amd 1:2024"),
    ]);
    // What only Europe amends or corrects is no part of what ISO published.
    reads(&[
        ("EN ISO 13485:2016+AC:2018", "EN ISO 13485:2016"),
        ("EN ISO 13485:2016+A11:2021", "EN ISO 13485:2016"),
        ("EN ISO 9001:2015+A1:2024", "EN ISO 9001:2015 + Amd 1:2024"),
    ]);
    for text in ["ISO/IEC 20000-1:2018 am 1. März", "ISO/IEC 20000-1:2018, add 2 checks", "ISO 9001:2015 — ext 3"] {
        let (_, found) = cited(text);
        assert!(found.len() == 1 && found[0].reference.supplements.is_empty(), "{text:?} names no supplement");
    }
}

#[test]
fn corrigenda_and_chains_of_supplements() {
    keeps(
        "ISO/IEC 27005:2011/Cor 1:2012; ISO 19011/Cor 1:2012; ISO/IEC 27037:2012/CD Cor 2; \
         ISO 10303-203:2011/NP Cor 3; ISO/TR 22100-1:2015/FDCOR 2; ISO/IEC 27033-1:2015/DCOR 1; \
         ISO/IEC 14496-3:2009/Amd 4:2013/Cor 1:2015; ISO/IEC Guide 98-3:2008/Suppl 2:2011/Cor 1:2013; \
         ISO/IEC Guide 98-3/NP Suppl 3; ISO Guide 98:1993/DSuppl 2.4; ISO 2553:1984/Suppl:1986; \
         ISO 1302:1978/Ext 2:1980; ISO/R 1101:1969/Add 1:1974; ISO/DIS 2768-1/DAD 3",
    );
    reads(&[
        ("ISO 9001:2008/COR 1:2009", "ISO 9001:2008/Cor 1:2009"),
        ("ISO 9001:2008/Cor.1:2009(F)", "ISO 9001:2008/Cor 1:2009(F)"),
        ("ISO 9001:2008 + Corrigendum 1:2009", "ISO 9001:2008 + Cor 1:2009"),
        ("ISO 14644-1:2015/DIS Cor 2", "ISO 14644-1:2015/DCOR 2"),
        ("ISO 14644-1:2015/FDCor 1", "ISO 14644-1:2015/FDCOR 1"),
        ("ISO 14644-1:2015/FCOR 1.2:2020", "ISO 14644-1:2015/FDCOR 1.2:2020"),
        ("ISO/IEC 9075-2:1999/pDCOR.3", "ISO/IEC 9075-2:1999/CD Cor 3"),
        ("ISO/IEC Guide 98-3/Suppl.2:2011", "ISO/IEC Guide 98-3/Suppl 2:2011"),
        ("ISO/R 286-1962 — Addendum 2", "ISO/R 286:1962/Add 2"),
        ("ISO/R 286:1962/ADD 2:1965", "ISO/R 286:1962/Add 2:1965"),
    ]);
}

#[test]
fn languages() {
    keeps(
        "ISO 37001:2016(en); ISO 37001:2016(E); ISO/DIS 37301(fr); ISO/DIS 37301.2(F); ISO 3166-3:2013(en,fr); \
         ISO 1087:2019(en,fr,other); ISO/IEC 2382-18:1999(E/F); ISO/IEC Guide 2:1996(E/F/R); \
         ISO/TS 22317:2015(ar); ISO/PAS 22399:2007(es); ISO/TTA 3:2001(R); ISO 14001:2015/Amd 1:2024(fr)",
    );
    reads(&[("NEN-EN-ISO/IEC 27002:2017 (nl)", "NEN EN ISO/IEC 27002:2017(nl)")]);
    assert_eq!(whole("ISO/IEC 2382-18:1999(E/F)").languages, "E/F");
    let (_, found) = cited("ISO 37001:2016 (is) and ISO 22301 (as amended)");
    assert!(found.iter().all(|one| one.reference.languages.is_empty()), "a word in brackets is no language");
}

#[test]
fn french_designations() {
    keeps(
        "ISO/CEI 27001:2013(fr); ISO/CEI DIS 27000; ISO/CEI 17000:2004/Cor 1:2007(F); Guide ISO/CEI 51:2014; \
         Guide ISO 73; Guide ISO/IEC 98",
    );
    reads(&[
        ("GUIDE ISO/CEI 2:2004(F)", "Guide ISO/CEI 2:2004(F)"),
        ("guide ISO 73:2009", "ISO Guide 73:2009"),
        ("Guía ISO/IEC 51:2014", "ISO/IEC Guide 51:2014"),
    ]);
    assert_eq!(whole("ISO/CEI 27001").publishers, "ISO/IEC", "it is the same standard");
    denote(&[("ISO/CEI 27001:2013", &["ISO/IEC 27001:2013"]), ("le guide ISO 27001", &["ISO/IEC 27001"])]);
}

#[test]
fn russian_designations() {
    reads(&[
        ("ИСО 22301", "ISO 22301"),
        ("ИСО 14064-1:2018", "ISO 14064-1:2018"),
        ("ИСО/МЭК 27001:2013", "ISO/IEC 27001:2013"),
        ("ИСО/МЭК ТО 20000-4:2010", "ISO/IEC TR 20000-4:2010"),
        ("ИСО/ТС 22317", "ISO/TS 22317"),
        ("ИСО/ПМС 2768/2", "ISO/DIS 2768-2"),
        ("ИСО/ОПМС 31000:2018(R)", "ISO/FDIS 31000:2018(R)"),
        ("Руководство ИСО 73", "ISO Guide 73"),
        ("Руководства ИСО/МЭК 51", "ISO/IEC Guide 51"),
    ]);
}

#[test]
fn numbers_of_editions_say_nothing() {
    reads(&[
        ("ISO 22300 Ed.3", "ISO 22300"),
        ("ISO 22300:2021 Ed 3", "ISO 22300:2021"),
        ("ISO 22300:2021 Ed", "ISO 22300:2021"),
        ("ISO/IEC 30134-2 ED1", "ISO/IEC 30134-2"),
        ("ISO 13009:2015/Amd 1:2024 ED1(en)", "ISO 13009:2015/Amd 1:2024(en)"),
    ]);
}

#[test]
fn signs_between_the_pieces() {
    reads(&[
        ("ISO/TR 22100-2013", "ISO/TR 22100:2013"),
        ("ISO/R 639-1967", "ISO/R 639:1967"),
        ("ISO/R 286/1-1962", "ISO/R 286-1:1962"),
        ("ISO/R 468/II-1966", "ISO/R 468-2:1966"),
        ("ISO/R 527/IX", "ISO/R 527-9"),
        ("ISO 31/11-1978", "ISO 31-11:1978"),
        ("ISO 105/Z", "ISO 105/Z"),
        ("ISO/TR22100:2013", "ISO/TR 22100:2013"),
        ("ISO TS 22317", "ISO/TS 22317"),
        ("ISO/IEC/TR 20000-4", "ISO/IEC TR 20000-4"),
        ("ISO/TS 10303- 1806:2014", "ISO/TS 10303-1806:2014"),
        ("ISO/IEC 27035\u{2011}2:2023", "ISO/IEC 27035-2:2023"),
        ("ISO/IEC 27035\u{2010}2:2023", "ISO/IEC 27035-2:2023"),
        ("ISO/IEC/IEEE 8802-15.4:2018(E)", "ISO/IEC/IEEE 8802-15:2018(E)"),
        ("ISO/TR 21965.3", "ISO/TR 21965"),
        ("ISO/GUIDE 35:2017", "ISO Guide 35:2017"),
    ]);
    // A clause, a decimal and the letters of something else are no parts.
    denote(&[("ISO 9001-8.2.1", &["ISO 9001"]), ("ISO 14001/B", &["ISO 14001"]), ("ISO 22300/A-team", &["ISO 22300"])]);
    leaves("ISO 17716.2; ISO/TR 17716.25");
}

#[test]
fn designations_with_a_twin() {
    keeps(
        "ISO 707 | IDF 50; ISO 8968-1:2014 | IDF 20-1:2014; ISO/TS 15495:2010 | IDF/RM 230:2010; \
         ISO/DIS 23319 | IDF 250",
    );
    reads(&[("ISO 707|IDF 50", "ISO 707 | IDF 50")]);
    let (_, found) = cited("ISO 22301 | IDFA 2 and ISO 22313 | 27001");
    assert!(found.iter().all(|one| one.reference.twin.is_empty()) && found.len() == 3);
}

#[test]
fn directives() {
    keeps(
        "ISO/IEC DIR 1; ISO/IEC DIR 2:2018; ISO/IEC DIR 2 ISO:2001; ISO/IEC JTC 1 DIR:2007; ISO/IEC DIR IEC SUP; \
         ISO/IEC DIR 1 ISO SUP:2024; ISO/IEC DIR 1 ISO SUP Edition 12; ISO/IEC DIR JTC 1 SUP:2024; \
         ISO/IEC DIR 1:2024 + IEC SUP:2024",
    );
    reads(&[
        ("ISO/IEC Directives Part 2", "ISO/IEC DIR 2"),
        ("ISO/IEC Directives, Part 2:2018", "ISO/IEC DIR 2:2018"),
        ("ISO/IEC directives, part 1", "ISO/IEC DIR 1"),
        ("ISO/IEC Directives, IEC Supplement:2024", "ISO/IEC DIR IEC SUP:2024"),
        ("ISO/IEC Directives, Part 1 — Consolidated JTC 1 Supplement", "ISO/IEC DIR 1 JTC 1 SUP"),
        ("ISO/IEC Directives, Part 1:2024 + IEC Supplement:2024", "ISO/IEC DIR 1:2024 + IEC SUP:2024"),
        ("ISO/IEC DIR 1 + IEC SUP:2018-05", "ISO/IEC DIR 1 + IEC SUP:2018"),
    ]);
    denote(&[("ISO/IEC DIR 2 ISO 22301:2012", &["ISO/IEC DIR 2", "ISO 22301:2012"])]);
    leaves("the ISO/IEC Directives of 2018; ISO/IEC directives 2 times; ISO directory 1; ISO DIR 2");
}

#[test]
fn the_name_that_iso_gives_a_document() {
    for (text, wanted) in [
        ("ISO27001-2013", "ISO/IEC 27001:2013"),
        ("ISO 27002 (2013)", "ISO/IEC 27002:2013"),
        ("ISO/IEC 9001:2015", "ISO 9001:2015"),
        ("ISO/IEC 20000-4:2010", "ISO/IEC TR 20000-4:2010"),
        ("ISO 20000:2011", "ISO/IEC 20000-1:2011"),
        ("ISO 20000", "ISO/IEC 20000"),
        ("ISO/CEI 27001:2013(fr)", "ISO/CEI 27001:2013(fr)"),
        ("ISO 27001:2013/DAM 1", "ISO/IEC 27001:2013/DAM 1"),
        ("BS EN ISO/IEC 27001:2017", "ISO/IEC 27001:2013"),
        ("DIN EN ISO/IEC 27001:2024-01, A1:2024-11", "ISO/IEC 27001:2022 + Amd 1:2024"),
        ("JIS Q 20000-2:2013", "ISO/IEC 20000-2:2012"),
        ("UNE-EN ISO 22301", "ISO 22301"),
        ("BS ISO 15489-1:2016", "ISO 15489-1:2016"),
        // Of these years the catalogue does not know which edition of ISO they adopt.
        ("NF EN ISO/IEC 27001:2019", "NF EN ISO/IEC 27001:2019"),
        ("EN ISO 13485:2012", "EN ISO 13485:2012"),
        ("ISO 27001:2023", "ISO/IEC 27001:2023"),
    ] {
        let citation = cite(whole(text), date(2026, 11, 22));
        assert_eq!(citation.normal(), wanted, "{text}");
    }
}

#[test]
fn the_pieces_of_a_designation() {
    let one = whole("BS ISO/IEC CD TR 20000-10.2:2013/Amd 1:2014/CD Cor 2(en,fr)");
    let stage = one.stage.as_ref().map(|stage| (stage.name, stage.iteration.as_str()));
    assert_eq!(one.undated(), "BS ISO/IEC 20000-10");
    assert_eq!((one.prefix.as_str(), &*one.publishers), ("BS", "ISO/IEC"));
    assert_eq!((one.kind, one.number, one.part.as_str()), (Some("TR"), 20000, "10"));
    assert_eq!((stage, one.year.map(|year| year.value)), (Some(("CD", "2")), Some(2013)));
    assert_eq!((one.languages.as_str(), one.all_parts), ("en,fr", false));
    let written = |kind: &str, number: &str, year| Written {
        kind: kind.to_owned(),
        number: number.to_owned(),
        year,
        beside: false,
    };
    assert_eq!(one.supplements, [written("Amd", "1", Some(2014)), written("CD Cor", "2", None)]);

    let draft = whole("ISO/IEC DTR 20000-4");
    assert_eq!((draft.stage.map(|stage| stage.name), draft.kind), (Some("DIS"), Some("TR")));
    let directive = whole("ISO/IEC Directives, Part 1 -- Consolidated ISO Supplement");
    assert_eq!((directive.number, directive.part.as_str()), (1, "ISO SUP"));
}
