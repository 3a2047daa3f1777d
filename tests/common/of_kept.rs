//! Sentences in which what follows words of history takes the citation up again: it is used all the same.

use super::Kind;

pub const KINDS: &[Kind] = &[
    Kind {
        name: "what goes on is used",
        texts: &[
            (
                "ISO/IEC 27001:2013 was withdrawn in October 2022. Despite that we continue to comply with it.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("ISO 22301:2012 has been superseded. Our plans are still based on it.", &["ISO 22301:2012"], &[]),
            ("ISO 22301:2012 has been superseded; we follow it all the same.", &["ISO 22301:2012"], &[]),
            ("ISO/IEC TR 20000-9 was withdrawn. It still applies.", &["ISO/IEC TR 20000-9"], &[]),
            ("ISO/IEC 27001:2013 was withdrawn. Our rules are based on it.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 was withdrawn. We keep using it.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC TR 20000-9 was withdrawn, and our cloud manual is based on it.", &["ISO/IEC TR 20000-9"], &[]),
            (
                "ISO/IEC 27001:2013 was replaced by ISO/IEC 27001:2022. We still follow the old edition.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("ISO 9001:2008 was withdrawn. Still, it is binding for this contract.", &["ISO 9001:2008"], &[]),
            (
                "Die ISO/IEC 27001:2013 wurde zurückgezogen. Unser ISMS beruht weiterhin darauf.",
                &["ISO/IEC 27001:2013"],
                &[],
            ),
            ("Die ISO 9001:2008 wurde ersetzt, gilt für diesen Vertrag aber weiter.", &["ISO 9001:2008"], &[]),
            ("La norme ISO 22301:2012 a été remplacée. Nous continuons à la suivre.", &["ISO 22301:2012"], &[]),
            ("La norma ISO 22301:2012 fue sustituida. Seguimos aplicándola.", &["ISO 22301:2012"], &[]),
            ("La norma ISO/IEC 27001:2013 è stata ritirata. Continuiamo ad applicarla.", &["ISO/IEC 27001:2013"], &[]),
            ("A norma ISO/IEC 27001:2013 foi cancelada. Continuamos a aplicá-la.", &["ISO/IEC 27001:2013"], &[]),
            ("ISO/IEC 27001:2013 is ingetrokken. Wij volgen hem nog steeds.", &["ISO/IEC 27001:2013"], &[]),
            ("Norma ISO/IEC 27001:2013 została wycofana. Nadal ją stosujemy.", &["ISO/IEC 27001:2013"], &[]),
            ("Norma ISO 22301:2012 została wycofana, ale nadal ją stosujemy.", &["ISO 22301:2012"], &[]),
            ("Стандарт ISO/IEC 27001:2013 отменён. Мы по-прежнему его применяем.", &["ISO/IEC 27001:2013"], &[]),
            ("Стандарт ISO 22301:2012 отменён, но мы продолжаем его применять.", &["ISO 22301:2012"], &[]),
            ("ISO 22301:2012は廃止された。当社は引き続きこれを適用する。", &["ISO 22301:2012"], &[]),
            ("ISO 22301:2012已作废。我司仍然执行该标准。", &["ISO 22301:2012"], &[]),
        ],
    },
    Kind {
        name: "what goes on says nothing of use, or speaks of something else",
        texts: &[
            ("ISO/IEC 27001:2013 was withdrawn in 2022. We no longer follow it.", &[], &["ISO/IEC 27001:2013"]),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. It is still available for purchase.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. It still explains the terms well.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("ISO/IEC 27001:2013 was withdrawn in 2022. We still use it as a reference.", &[], &["ISO/IEC 27001:2013"]),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. We still followed it until 2024.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. Until 31 October 2025 we continue to apply it.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was replaced by ISO/IEC 27001:2022. We still follow it.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. We now follow the 2022 edition, and our ISMS is based on it.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. Many organisations still use it.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("ISO/IEC 27001:2013 was withdrawn in 2022. Do we still follow it?", &[], &["ISO/IEC 27001:2013"]),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. If we still follow it, we must change.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. We still receive questions about how it applies.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("ISO/IEC 27001:2013 was withdrawn in 2022. Our ISMS was based on it.", &[], &["ISO/IEC 27001:2013"]),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. The new edition remains the basis of our work.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. We must stop using the 2013 edition.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Die ISO/IEC 27001:2013 wurde zurückgezogen. Wir wenden jetzt weiterhin die neue Ausgabe an.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Die ISO/IEC 27001:2013 wurde zurückgezogen. Sie ist weiterhin beim Verlag erhältlich.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            ("La norme ISO/IEC 27001:2013 a été annulée. Nous ne l'appliquons plus.", &[], &["ISO/IEC 27001:2013"]),
            ("La norma ISO/IEC 27001:2013 fue retirada. Ya no la aplicamos.", &[], &["ISO/IEC 27001:2013"]),
            ("La norma ISO/IEC 27001:2013 è stata ritirata. Non la applichiamo più.", &[], &["ISO/IEC 27001:2013"]),
            ("A norma ISO/IEC 27001:2013 foi cancelada. Já não a aplicamos.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 is ingetrokken. Wij gebruiken hem niet meer.", &[], &["ISO/IEC 27001:2013"]),
            ("Norma ISO/IEC 27001:2013 została wycofana. Nie stosujemy jej już.", &[], &["ISO/IEC 27001:2013"]),
            ("Стандарт ISO/IEC 27001:2013 отменён. Мы его больше не применяем.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013は廃止された。当社はこれを適用していない。", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013已作废。我司不再执行该标准。", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 was withdrawn in 2022. We shred all forms based on it.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 was withdrawn in 2022. We refuse to work to it.", &[], &["ISO/IEC 27001:2013"]),
            ("ISO/IEC 27001:2013 was withdrawn in 2022. We used to apply it.", &[], &["ISO/IEC 27001:2013"]),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. Our lease goes on, it still applies.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "ISO/IEC 27001:2013 was withdrawn in 2022. We retire the tools relying on it.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
            (
                "Die ISO/IEC 27001:2013 wurde ersetzt. Wir klären, welche unserer Vorlagen sie noch verwenden.",
                &[],
                &["ISO/IEC 27001:2013"],
            ),
        ],
    },
];
