//! Tests of what single documents tell of the set that they belong to.

mod doubts;
pub(super) mod judgement;
mod matters;
mod sentences;
mod voids;

use super::*;

#[test]
fn texts_that_say_that_they_are_not_written_keep_nothing() {
    let stubs = [
        "# Access control policy\n\nWe do not have an access control policy at the moment. The auditor wrote that down in May, and the \
         head of operations was asked to find somebody who writes one until the end of the year.\n",
        "# Security incident response plan\n\nNobody has written this plan so far. Whoever wants to may speak to the head of \
         operations, who has brought a template from somewhere else and is glad of help.\n",
        "# Leitlinie zur Informationssicherheit\n\nSie wird derzeit von der Leitung erarbeitet und liegt wohl im Herbst vor. Bis \
         dahin wenden sich alle Mitarbeitenden mit ihren Fragen an das Büro oder an den Betriebsrat.\n",
        "# Política de seguridad de la información\n\nEste documento todavía no se ha escrito. La dirección pidió un borrador para \
         el otoño; hasta entonces todo el personal puede preguntar en la oficina de la empresa.\n",
        "# 信息安全方针\n\n本文件还没有写。总经理要求行政部在秋季之前提交初稿，并征求各部门员工和供应商的意见。在此之前请联系行政部。\n",
    ];
    for text in stubs {
        let evidence = survey(&SourceFile::from_text("a.md", text), Format::Markdown, None).evidence;
        let standings: Vec<&Standing> = evidence.iter().map(|one| &one.standing).collect();
        assert!(
            !standings.is_empty() && standings.iter().all(|one| **one == Standing::Unwritten),
            "{text}{standings:?}"
        );
    }
}
