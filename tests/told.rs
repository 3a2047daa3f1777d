//! Tests of what tells of the past in few words: what was reached in a year, up to when a certificate was valid, what came of
//! a standard, lists of editions. Each has a twin that tells of use.

#[path = "common/examined.rs"]
mod examined;
use examined::examined;

/// How many old editions and standards a text uses, and how many it remembers.
fn told(path: &str, text: &str) -> (usize, usize) {
    let report = examined(path, text);
    let is_old = |rule: &str| ["superseded-edition", "withdrawn-standard", "renumbered-control"].contains(&rule);
    (report.findings.iter().filter(|one| is_old(one.rule)).count(), report.acknowledged.len())
}

/// Checks that texts are remembered and others used.
#[track_caller]
fn tells(path: &str, history: &[&str], used: &[&str]) {
    for text in history {
        let (found, remembered) = told(path, text);
        assert!(found == 0 && remembered > 0, "is no history: {text}");
    }
    for text in used {
        let (found, remembered) = told(path, text);
        assert!(found > 0 && remembered == 0, "is history: {text}");
    }
}

#[test]
fn what_was_reached_in_a_year_is_history_if_it_no_longer_holds() {
    tells(
        "a.md",
        &[
            "本单位于2012年通过了ISO9001:2008质量体系认证。\n",
            "2010 yılında TSE'den TS EN ISO 9001:2008 Belgesini almıştır.\n",
            "当社は2020年12月にISO/IEC 27001:2013の認証を取得しました。\n",
            "В 2010 году компания получила сертификат ISO 9001:2008.\n",
            "W 2010 roku firma uzyskała certyfikat ISO 9001:2008.\n",
            "V roce 2010 společnost získala certifikát ISO 9001:2008.\n",
            "År 2010 erhöll företaget certifikat enligt ISO 9001:2008.\n",
        ],
        &[
            "公司自2012年通过了ISO9001:2008质量体系认证。",
            "公司于2012年通过了ISO9001:2008质量体系认证，并严格按照该体系运行。",
            "公司于2012年通过了ISO9001:2008质量体系认证。证书目前有效。",
            "公司于2012年起通过了ISO9001:2008质量体系认证。",
            "公司于2012年通过了ISO9001:2008认证，有效期至2028年。",
            "公司将于2027年通过ISO9001:2008认证。",
            "公司从2012年开始取得了ISO9001:2008认证。",
            "2012年以来，公司通过了ISO9001:2008认证。",
            "公司已通过ISO9001:2008国际质量体系认证。",
            "公司于2012年通过了ISO9001:2008认证，体系一直保持运行。",
            "公司于2012年通过了ISO9001:2008认证，是本行业领先企业。",
            "2010 yılından beri TS EN ISO 9001:2008 belgesine sahiptir.",
            "2010 yılında TS EN ISO 9001:2008 belgesini almıştır ve belge halen geçerlidir.",
            "2010 yılında TS EN ISO 9001:2008 belgesini almıştır. Belge geçerlidir.",
            "2027 yılında TS EN ISO 9001:2008 belgesini alacaktır.",
            "2010 yılında kurulan firmamız ISO 9001:2008 standardına göre çalışmaktadır.",
            "2010 yılında alınan ISO 9001:2008 belgesi ile hizmet vermektedir.",
            "当社は2020年12月からISO/IEC 27001:2013の認証を取得しています。",
            "当社は2020年12月にISO/IEC 27001:2013の認証を取得しました。認証は現在も有効です。",
            "当社は2020年12月にISO/IEC 27001:2013の認証を取得し、維持しています。",
            "当社は2020年以降ISO/IEC 27001:2013の認証を取得しています。",
            "当社はISO/IEC 27001:2013の認証を取得しました。",
            "当社は2027年12月にISO/IEC 27001:2013の認証を取得した。",
            "当社は2020年に設立され、ISO/IEC 27001:2013の認証を取得しました。",
            "当社は2020年版のISO/IEC 27001:2013に基づき運用しています。",
            "С 2010 года компания имеет сертификат ISO 9001:2008.",
            "В 2010 году компания получила сертификат ISO 9001:2008, который действует по сей день.",
            "В 2010 году компания получила сертификат ISO 9001:2008. Сертификат действует.",
            "В 2010 году компания получила требование соответствовать ISO 9001:2008.",
            "В 2027 году компания получила сертификат ISO 9001:2008.",
            "Компания получила сертификат ISO 9001:2008.",
            "В 2010 году компания внедрила ISO 9001:2008 и работает по нему.",
            "В 2010 году компания получила сертификат ISO 9001:2008 и поддерживает его.",
            "Компания, основанная в 2010 году, получила сертификат ISO 9001:2008.",
            "Od 2010 roku firma posiada certyfikat ISO 9001:2008.",
            "W 2010 roku firma uzyskała certyfikat ISO 9001:2008, który jest ważny.",
            "W 2010 roku firma uzyskała certyfikat ISO 9001:2008. Certyfikat jest nadal ważny.",
            "W 2010 roku firma uzyskała certyfikat ISO 9001:2008 i go utrzymuje.",
            "W 2010 roku firma wdrożyła ISO 9001:2008.",
            "W 2028 roku firma uzyskała certyfikat ISO 9001:2008.",
            "V roce 2010 společnost získala certifikát ISO 9001:2008, který platí dodnes.",
            "V roce 2010 společnost získala certifikát ISO 9001:2008. Certifikát je platný.",
            "Od roku 2010 má společnost certifikát ISO 9001:2008.",
            "År 2010 erhöll företaget certifikat enligt ISO 9001:2008. Certifikatet gäller fortfarande.",
            "Sedan 2010 har företaget certifikat enligt ISO 9001:2008.",
            "År 2010 grundades företaget, som är certifierat enligt ISO 9001:2008.",
            "År 2010 erhöll företaget certifikat enligt ISO 9001:2008, och det gäller.",
            "I 2010 modtog virksomheden certifikat efter ISO 9001:2008. Det gælder stadig.",
            "I 2010 mottok bedriften sertifikat etter ISO 9001:2008, som gjelder.",
            "У 2010 році компанія отримала сертифікат ISO 9001:2008. Він чинний.",
        ],
    );
}

#[test]
fn a_day_up_to_which_it_was_valid_is_history_once_it_has_passed() {
    tells(
        "a.md",
        &[
            "ISO/IEC 27001:2013 certificate, valid until 2019-05-31.\n",
            "ISO/IEC 27001:2013 (valid until 2019-05-31).\n",
            "Certyfikat ISO/IEC 27001:2013, ważny do 31.05.2019.\n",
            "Сертификат ISO/IEC 27001:2013, действителен до 31.05.2019.\n",
        ],
        &[
            "Сертификат ISO/IEC 27001:2013, действителен до 31.05.2027.",
            "Сертификат ISO/IEC 27001:2013 действителен.",
            "Certyfikat ISO/IEC 27001:2013, ważny do 31.05.2028.",
            "Certifikát ISO/IEC 27001:2013, platný do 31.05.2028.",
            "ISO/IEC 27001:2013 valid to 31/05/2028.",
            "ISO/IEC 27001:2013 certificate, valid until 2028-05-31.",
            "ISO/IEC 27001:2013 (valid until 2028-05-31).",
            "We use ISO/IEC 27001:2013 (valid until 2019-05-31).",
            "ISO/IEC 27001:2013 certificate, valid until 2019-05-31, then renewed.",
            "ISO/IEC 27001:2013 certificate, valid until 2019-05-31. It was renewed until 2028.",
            "The supplier is certified to ISO/IEC 27001:2013 (valid until 2019-05-31).",
            "ISO/IEC 27001:2013 is valid for systems built until 2019.",
            "ISO/IEC 27001:2013 valid for all sites opened until 2019.",
            "Exceptions to ISO/IEC 27001:2013 are valid until revoked.",
            "ISO/IEC 27001:2013 certificates valid until 2027-10-31.",
            "| Standard | Validity |\n|---|---|\n| ISO/IEC 27001:2013 | 2016-06-01 - 2028-05-31 |",
            "| Standard | Validity |\n|---|---|\n| ISO/IEC 27001:2013 | 3 years |",
            "| Standard | Validity |\n|---|---|\n| ISO/IEC 27001:2013 | since 2016-06-01 |",
            "| Standard | Validity |\n|---|---|\n| ISO/IEC 27001:2013 | 2016-06-01 |",
            "ISO/IEC 27001:2013证书，有效期至2028年5月31日。",
            "ISO/IEC 27001:2013認証（有効期限2028年5月31日）",
            "Belge ISO/IEC 27001:2013, 31.05.2028 tarihine kadar geçerli.",
        ],
    );
    tells(
        "a.json",
        &[r#"[{"name": "ISO/IEC 27001:2013", "有效期": "2016-08-01 至 2019-07-31"}]"#],
        &[r#"[{"name": "ISO/IEC 27001:2013", "有效期": "2016-08-01 至 2028-07-31"}]"#],
    );
}

#[test]
fn a_withdrawal_is_history_once_its_day_has_passed() {
    tells(
        "a.md",
        &["ISO 27001:2013 certificates will be withdrawn on 31 October 2025.\n"],
        &[
            "ISO 27001:2013 certificates will be withdrawn on 31 October 2027.",
            "ISO 27001:2013 certificates will not be withdrawn on 31 October 2025.",
            "ISO 27001:2013 certificates will be withdrawn.",
            "Under ISO 27001:2013, access will be withdrawn on 31 October 2025.",
            "If ISO 27001:2013 will be withdrawn on 31 October 2025, we follow it until then.",
            "ISO 27001:2013 badges will be withdrawn on request.",
            "ISO 27001:2013 will be withdrawn in 2030.",
        ],
    );
}

#[test]
fn a_withdrawn_standard_is_history_where_its_heir_comes_from_it() {
    tells(
        "a.md",
        &[
            "La serie ISO/IEC 20000 proviene de la adopción de la serie BS 15000.\n",
            "La ISO/IEC 20000 nació de BS 15000.\n",
            "ISO/IEC 20000 was derived from BS 15000.\n",
            "BS 15000 (British Standards) → ISO/IEC 20000.\n",
            "BS 15000 became ISO/IEC 20000.\n",
        ],
        &[
            "Our controls were derived from ISO/IEC 27002:2013.",
            "Our procedures stem from BS 15000.",
            "Our ISO/IEC 20000 system was derived from BS 15000.",
            "ISO/IEC 20000 processes of the bank were derived from BS 15000.",
            "ISO/IEC 20000 audits follow BS 15000.",
            "We follow BS 15000 and ISO/IEC 20000.",
            "BS 15000/ISO 20000/ITIL",
            "La política proviene de BS 15000.",
            "Nuestra política ISO/IEC 20000 proviene de BS 15000.",
            "Unser ISO/IEC 20000 Handbuch entstand aus BS 15000.",
            "Notre système ISO/IEC 20000 est issue de BS 15000.",
            "The policy was derived from ISO/IEC 27001:2013.",
            "ISO/IEC 27001:2022 and our manual are derived from ISO/IEC 27001:2013.",
            "ISO/IEC 27701 was derived from ISO/IEC 27001:2013.",
            "ISO/IEC 20000 was derived from BS 15000, the standard we are certified to.",
            "BS 15000 became ISO/IEC 20000; we still work to BS 15000.",
        ],
    );
}

#[test]
fn editions_told_of_side_by_side_are_history() {
    tells(
        "a.md",
        &[
            "| Version | Structure | Controls |\n|---|---|---|\n| 27001:2005 | 11 Domains | 133 controls |\n| 27001:2013 | 14 Domains | 114 controls |\n| 27001:2022 | 4 Themes | 93 controls |\n",
            "### ISO 9001 Revision Timeline\n\n- **ISO 9001:1987** — first edition.\n- **ISO 9001:2000** — major revision.\n",
            "### Historical Example\n\n- **ISO 9001:1987** — first edition.\n- **ISO 9001:2000** — major revision.\n",
        ],
        &[
            "Suppliers must meet ISO/IEC 27001:2013, since revised by ISO/IEC 27001:2022.",
            "The procedure was subsequently revised as ISO/IEC 27001:2013 demands.",
            "The policy was later revised as ISO/IEC 27001:2013 requires it.",
            "La política ha sido revisada y ampliada por la norma ISO/IEC 27002:2013.",
            "La política fue revisada y ampliada según ISO/IEC 27002:2013.",
            "| Version | Controls | Status |\n|---|---|---|\n| ISO 27001:2013 | 114 controls | implemented |\n| ISO 27001:2022 | 93 controls | planned |",
            "| Framework | Controls |\n|---|---|\n| ISO 27001:2013 | 114 controls |\n| ISO 27001:2022 | 93 controls |",
            "| Version | Certificates |\n|---|---|\n| ISO 27001:2013 | 12 certificates |\n| ISO 27001:2022 | 2 certificates |",
            "| Version | Controls |\n|---|---|\n| ISO 27001:2013 | 114 controls |",
            "| Version | Sites | Controls |\n|---|---|---|\n| ISO 27001:2013 | Paris uses it | 114 controls |\n| ISO 27001:2022 | none | 93 controls |",
            "| Version | Status | Controls |\n|---|---|---|\n| ISO 27001:2013 | ✅ | 114 controls |\n| ISO 27001:2022 |  | 93 controls |",
            "## Timeline\n\n- ISO 27001:2013 - first audit in spring.\n- ISO 27001:2013 - recertification.",
            "## Timeline\n\n- ISO 27001:2013 — revision of the policy.",
            "## Timeline\n\n- ISO 27001:2013 — new version of our manual.",
            "## Timeline\n\n- ISO 27001:2013 — we publish the first edition in 2028.",
            "## Timeline\n\n- ISO 27001:2013 — audit by March 2027.",
            "## Timeline\n\n- All suppliers follow ISO 27001:2013 — first edition.",
            "## Project timeline\n\n- ISO 27001:2013 — first version of the manual.",
            "## Timeline\n\nWe are certified to ISO 27001:2013.",
            "## Timeline\n\n- ISO 27001:2013 — first revision of our ISMS.",
            "## Roadmap\n\n- **ISO 9001:2008** — major revision.",
            "## Timeline\n\n- ISO 27001:2013: must be met.",
        ],
    );
}

#[test]
fn data_tell_of_the_past() {
    tells(
        "a.json",
        &[
            r#"{"a": {"triggers": ["ISO 27001:2013", "ISO/IEC 27001:2013"], "note": "Superseded by ISO/IEC 27001:2022."}, "b": {"triggers": ["ISO 9001:2008"], "note": "Superseded by ISO 9001:2026."}}"#,
            r#"{"a": {"name": "ISO 27001:2013", "status": "withdrawn"}}"#,
        ],
        &[
            r#"[{"year":"2013","title":"ISO 27001:2013 Information security"},{"year":"2018","title":"A book"}]"#,
            r#"[{"year":"2021","title":"ISO 27001:2013 certified"},{"year":"2022","title":"ISO 9001:2015 certified"}]"#,
            r#"[{"year":"2010","title":"ISO 9001:2008 certificate"},{"year":"2011","title":"ISO 27001:2005 certificate"}]"#,
            r#"{"certificates":[{"year":"2021","text":"ISO 27001:2013 certified"},{"year":"2022","text":"x"}]}"#,
            r#"[{"year":"2021","text":"ISO 27001:2013 certified","status":"active"},{"year":"2022","text":"x"}]"#,
            r#"[{"year":"2021","text":"Certified to ISO 27001:2013 since then"},{"year":"2022","text":"x"}]"#,
            r#"[{"year":"2028","text":"Certified to ISO 27001:2013"},{"year":"2029","text":"x"}]"#,
            r#"[{"date":"2020-03-01","description":"Vendor certified to ISO 27001:2013"},{"date":"2020-03-02","description":"x"}]"#,
            r#"[{"year":"2021","text":"ISO 27001:2013 certified until 2028"},{"year":"2022","text":"x"}]"#,
            r#"[{"year":"2021","events":"We follow ISO 27001:2013"},{"year":"2022","events":"x"}]"#,
            r#"{"a":{"name":"ISO 27001:2013","status":"in force"}}"#,
            r#"{"a":{"name":"ISO 27001:2013"},"b":{"name":"Old","status":"withdrawn"}}"#,
            r#"{"a":{"name":"ISO 27001:2013","status":"not withdrawn"}}"#,
            r#"{"a":{"replaced_by":"ISO 27001:2013","status":"withdrawn"}}"#,
            r#"{"a":{"name":"ISO 27001:2013","note":"Superseded documents are archived."}}"#,
            r#"{"a":{"name":"ISO 27001:2013","status":"Superseded but still in use"}}"#,
            r#"{"a":{"name":"ISO 27001:2013","note":"Withdrawn badges are destroyed"}}"#,
            r#"{"a":{"name":"ISO 27001:2013","inner":{"status":"withdrawn"}}}"#,
        ],
    );
    tells(
        "a.yaml",
        &[
            "a:\n  name: ISO 27001:2013\n  status: superseded\n",
            r#"timeline:
  - year: "Декабрь 2011"
    description: Аудит на соответствие ISO 9001:2008.
  - year: "Декабрь 2013"
    description: Смена собственников.
"#,
            "- year: '2022'\n  events:\n    - ISO/IEC 27001:2013 certified\n- year: '2021'\n  events: [Founded]\n",
            "- {year: '2001', text: 'ISO 9001:1994 certified'}\n- {year: '2000', text: 'Laboratory founded'}\n",
            "company_history:\n  - year: 2010\n    title: ISO 9001:2008 certificate\n  - year: 2012\n    title: Best product\n",
        ],
        &[
            "a:\n  name: ISO 27001:2013\n  reviewer: x\n\nb:\n  status: superseded",
            "site:\n  note: replaced by Bradford as head office\n  certified_to: ISO/IEC 27001:2013",
            "owner:\n  status: retired\n  qualification: ISO/IEC 27001:2013",
            "policy:\n  status: active\n  note: Superseded by version 4 from 2027\n  standard: ISO/IEC 27001:2013",
            "risk_history:\n  - year: 2010\n    title: We follow ISO 9001:2008\n  - year: 2012\n    title: x",
            "certification_history:\n  - year: 2010\n    title: ISO 9001:2008 certificate\n  - year: 2012\n    title: x",
            "company_history:\n  - year: 2029\n    title: ISO 9001:2008 certificate\n  - year: 2030\n    title: x",
            "- year: '2022'\n  events:\n    - ISO/IEC 27001:2013 is required\n- year: '2021'\n  events: [Founded]",
            "- year: '2029'\n  events:\n    - ISO/IEC 27001:2013 certified\n- year: '2030'\n  events: [Founded]",
        ],
    );
}

#[test]
fn objects_say_of_their_standard_that_it_is_over() {
    tells(
        "a.yaml",
        &[
            "- framework: ISO 27001:2013\n  deprecated: true",
            "- name: ISO/IEC 27001:2013\n  deprecated: true",
            "- id: a1\n  name: ISO/IEC 27001:2013\n  deprecated: true",
            "name: ISO/IEC 27001:2013\nstatus: withdrawn",
            "- question: Is ISO 27001:2013 still valid?\n  answer: No, it was withdrawn on 31 October 2025.",
            "source_framework: ISO 27001:2013\ntarget_framework: ISO 27001:2022",
            "old: ISO 27001:2013\nnew: ISO 27001:2022",
            "mapping:\n  from: ISO 27001:2013\n  to: ISO 27001:2022",
            "from: ISO 27001:2013\nto: ISO 27001:2022",
            "question: Are ISO 27001:2013 certificates still valid?\nanswer: No. They expired.",
            "before: ISO 27001:2013\nafter: ISO 27001:2022",
        ],
        &[
            "- framework: ISO 27001:2013\n  deprecated: false",
            "- id: a1\n  name: ISO/IEC 27001:2013\n  deprecated: false",
            "name: ISO/IEC 27001:2013 policy\nstatus: withdrawn",
            "title: ISO/IEC 27001:2013 ISMS manual\nstatus: obsolete",
            "name: ISO/IEC 27001:2013\nstatus: active",
            "framework: ISO/IEC 27001:2013\nstatus: withdrawn",
            "- control: Backup\n  framework: ISO 27001:2013\n  isActive: false",
            "name: ISO/IEC 27001:2013\nnext:\n  status: withdrawn",
            "name: ISO/IEC 27001:2013\nstatus: active\n---\nname: ISO 9001:2015\nstatus: withdrawn",
            "question: Are ISO 27001:2013 certificates still valid?\nrequired: No",
            "question: Are all controls of ISO 27001:2013 still effective?\nanswer: No. Two failed.",
            "question: Do you follow ISO 27001:2013?\nanswer: No problem, we do.",
            "before: ISO 27001:2013\nafter: ISO 9001:2015",
            "audit:\n  from: ISO 27001:2013\n  to: ISO 27001:2022",
            "deadline:\n  before: ISO 27001:2013\n  after: ISO 27001:2022",
            "mapping:\n  from: ISO 27001:2013 clause 4\n  to: ISO 27001:2022 clause 10",
            "designation: ISO/IEC 27001:2013\nstatus: replaced by POL-2",
            "current_framework: ISO 27001:2013\ntarget_framework: ISO 27001:2022",
        ],
    );
    tells(
        "a.json",
        &[
            r#"[{"name":"ISO/IEC 27001:2013","deprecated":true}]"#,
            r#"[{"id":"a1","name":"ISO/IEC 27001:2013","status":"withdrawn"}]"#,
            r#"{"name":"ISO/IEC 27001:2013","status":"withdrawn"}"#,
            r#"{"question":"Are ISO 27001:2013 certificates still valid?","answer":"No. They expired on 31 October 2025."}"#,
            r#"{"frameworks":[{"name":"ISO/IEC 27001:2013","status":"withdrawn"}]}"#,
            r#"{"standard":{"name":"ISO/IEC 27001:2013","status":"withdrawn"}}"#,
            r#"{"standard":{"name":"ISO/IEC 27001:2013","deprecated":true}}"#,
        ],
        &[
            r#"{"question":"Are you certified to ISO 27001:2013?","answer":"Yes."}"#,
            r#"{"question":"Are ISO 27001:2013 certificates still valid?","answer":"Yes, until 2029."}"#,
            r#"{"question":"Are ISO 27001:2013 certificates still valid?","owner":"No one"}"#,
        ],
    );
}

#[test]
fn lines_that_begin_with_a_year_tell_of_the_past() {
    tells(
        "a.html",
        &["<p>2011</p><p>Certified to ISO 9001:2008</p><p>2010</p><p>Founded</p>\n"],
        &[
            "<p>2028</p><p>Certified to ISO 9001:2008</p>",
            "<p><b>AÑO 2008</b> Todo el personal cumple ISO 9001:2008.</p>",
        ],
    );
    tells(
        "a.md",
        &[
            "- Año 2008: Certificación ISO 9001:2008.\n- Año 2010: Nueva sede.\n",
            "- **2008** Certified to ISO 9001:2008.\n- **2010** New site.\n",
            "### 2011\n\nCertified to ISO 9001:2008.\n\n### 2010\n\nFounded.\n",
        ],
        &[
            "- **2013** edition of ISO/IEC 27001:2013 applies.",
            "- 2013 ISO/IEC 27001:2013 controls apply.",
            "- 2013 Requirements of ISO/IEC 27001:2013 apply.",
            "- 2028 Certified to ISO 9001:2008.",
            "- 2015 Certified to ISO 9001:2008 since then.",
            "- Año 2028: Certificación ISO 9001:2008.",
            "- 2014 Certified to ISO/IEC 27001:2013 (certificate valid)",
            "- 2014 Certified to ISO/IEC 27001:2013, currently under surveillance",
            "2015 Certified laboratories must meet ISO 9001:2008",
            "1500 Certified ISO 9001:2015 fasteners",
            "Year 2020: all suppliers shall comply with ISO/IEC 27001:2013",
            "Jahr 2019: Alle Lieferanten müssen ISO/IEC 27001:2013 erfüllen",
            "Année 2014 : les fournisseurs doivent respecter ISO/IEC 27001:2013",
            "2018 → adopted policy; all services follow ISO/IEC 27001:2013",
            "### 2020\n\n- Certified to ISO/IEC 27001:2013, in force",
            "- Year 2028: Certified to ISO 9001:2008.",
            "- Año ISO 9001:2008",
            "2013 → ISO/IEC 27001:2013 Annex A",
            "2013 → required by ISO/IEC 27001:2013",
            "2028 → adopted as ISO/IEC 27001:2013",
            "2015 → we are certified to ISO 9001:2008 and it is adopted",
            "### 2011\n\nWe are certified to ISO 9001:2008.",
            "### 2028\n\nCertified to ISO 9001:2008.",
            "### 2011\n\nCertified to ISO 9001:2008 since then and valid until 2028.",
            "### 2011\n\nCompanies certified to ISO 9001:2008 apply.",
            "### 2011\n\nAll staff must follow ISO 9001:2008.",
            "### Contract 2011\n\nCertified to ISO 9001:2008.",
        ],
    );
    tells(
        "a.txt",
        &[
            "2000 → adopted as ISO/IEC 17799:2000\n",
            "2000 → adopted as ISO/IEC 17799:2000\n\n2001 → founded\n",
            "2015: first certification to ISO 27001:2013\n",
        ],
        &[
            "2030: first certification to ISO 27001:2013",
            "27001: first certification to ISO 27001:2013",
            "2015: certification to ISO 27001:2013 is required",
            "2015: certification to ISO 27001:2013 is valid",
            "2015: we adopted ISO 27001:2013",
            "2025: we follow ISO 27001:2013",
            "Goal: first certification to ISO 27001:2013",
        ],
    );
}

#[test]
fn keys_of_the_year_of_an_adoption_stand_beside_the_newer_edition() {
    tells(
        "a.yaml",
        &["references:\n  iso27001-2017:\n  - 14.2.6\n  iso27001-2022:\n  - 8.31\n"],
        &[
            "references:\n  iso27001-2017:\n  - 14.2.6\n  other:\n  - 8.31",
            "iso27001-2017: A.9.4.2 must be implemented\niso27001-2022: A.5.7 may be implemented",
            "references:\n  iso27001-2017:\n  - A.9.4.2",
        ],
    );
}

#[test]
fn what_took_the_place_of_something_is_used() {
    tells(
        "a.md",
        &[],
        &[
            "El antiguo proveedor fue sustituido por uno certificado en ISO/IEC 27001:2013.",
            "The old supplier was replaced by one certified to ISO/IEC 27001:2013.",
            "The former vendor was replaced by a vendor certified to ISO/IEC 27001:2013.",
            "Compared with ISO 22301, ISO/IEC 27001:2013 is wider.",
            "Compared to COBIT and ISO 22301, ISO/IEC 27001:2013 is wider.",
            "Par rapport à ISO 22301, ISO/IEC 27001:2013 est plus large.",
            "En comparación con ISO 22301, ISO/IEC 27001:2013 es más amplia.",
        ],
    );
}

#[test]
fn a_period_is_over_with_its_end() {
    tells(
        "a.md",
        &[
            "2019-2022: ISO 22301:2012",
            "01.05.2019 – 30.04.2022: ISO 22301:2012",
            "01.05.2023 – 30.04.2026: ISO 22301:2012",
            "12 May 2016 - We hereby announce that we are certified to ISO 22301:2012.",
            "ISO 22301:2012, Business continuity (withdrawn)",
        ],
        &[
            "2025-2028: ISO 22301:2012",
            "01.05.2025 – 30.04.2028: ISO 22301:2012",
            "2025-05-01 – 2028-04-30: ISO 22301:2012",
            "2019 – today: ISO 22301:2012",
            "3 June 2026 - We hereby declare that our plans follow ISO 22301:2012.",
        ],
    );
}

#[test]
fn an_object_names_what_took_the_place_of_its_standard() {
    tells(
        "a.yaml",
        &["standard: ISO 22301:2012\nreplaced_by: ISO 22301:2019\n"],
        &[
            "standard: ISO 22301:2012\nreplaced_by: P-17\n",
            "standard: ISO 22301:2012\nreplaced_by: ISO 9001:2015\n",
            "standard: ISO 22301:2012\nowner: IT\nstatus: withdrawn\n",
        ],
    );
}
