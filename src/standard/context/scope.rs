//! Where the words of a cue must stand: what `where` in a file of `rules/history/` may say. The build script reads it as
//! well.

use serde::Deserialize;

/// Where a cue stands, seen from the citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Before it, with nothing but fillers between; a cue of several parts may also stand around it.
    Before,
    /// Behind it as what is said of it.
    After,
    /// A word for being out of force: before it ("the withdrawn …"), behind it ("… was withdrawn"), in a cell of its
    /// row or as the header of its column.
    State,
    /// Anywhere in a sentence that names an older and a newer edition side by side.
    Transition,
    /// Between an older and a newer edition, with nothing else but fillers: "to", "versus".
    Joint,
    /// The heading above is made of these words, begins or ends with them.
    Heading,
    /// The heading above is made of these words, and what stands under it begins with a version or a date.
    Entries,
    /// The heading above is made of these words, and what stands under it is no sentence but an entry of a list.
    Listing,
    /// The header of the table's column, or of its row, is made of these words.
    Column,
    /// The header of a column of versions: with a column of changes it makes the table a change log.
    Versions,
    /// The header of a column of dates or changes.
    Changes,
    /// The header of a column of events: with a column of dates it makes the table a chronicle.
    Events,
    /// Says that what the verb behind it tells is over, or behind the citation that it is: "no longer".
    Past,
    /// Stands before or behind a date: "until". Once that has passed, what was so until then is over.
    Until,
    /// The same at the head of a clause only: "before".
    Then,
    /// At the head of a clause: what that tells was so once. "In earlier drafts".
    Once,
    /// A time that is over if the verb of its clause stands in the past: "at that time".
    Frame,
    /// A time that is over, counted from today, if the verb of its clause stands in the past and tells of no making:
    /// "years ago".
    Ago,
    /// Says that what it stands before was so earlier, if the verb behind that stands in the past: "the previous plan".
    Bygone,
    /// The same for a word that describes a noun, if that is one for a document, a certificate, an audit or an
    /// organisation: "the old policy", but not "old laptops".
    Former,
    /// At the head of a clause that tells when something was: "when". With a year that has passed, and the verb of the
    /// sentence in the past, the clause is over, even if it tells of making.
    Story,
    /// Says that an edition took in what follows. History if that is an amendment or a corrigendum.
    Absorbed,
    /// Says behind a verb in the past that what it tells holds to this day: "ever since".
    Lasting,
    /// The header of a column of dates after which the rest of the row is over: "valid until".
    Expiry,
    /// The header of a column of periods: "validity". Once the last day of one has passed, the rest of the row is over.
    Validity,
    /// The heading above is made of these words and the designation of a standard, and what stands under it begins with an
    /// edition and tells of it as one: "timeline".
    Succession,
    /// Says that a standard came from the one that is named behind it and that it took the place of: "derived from".
    Origin,
    /// Says that something must be done: "required to". With a word of moving, and a newer edition or a day that has passed,
    /// those who have the citation must leave it.
    Duty,
    /// Stands before or behind the day by which that must be done: "by".
    Deadline,
    /// Says that what stands before it ends: "will no longer be valid". History where that are all certificates.
    Ending,
    /// Names a mention of the citation, or its time: "references to", "the transition period of". History if a word of
    /// removal stands in the sentence.
    Mention,
    /// A verb of naming or using before the citation. History if it is denied: "do not" and "cite".
    Naming,
    /// Says that a mention is taken away or a time is over: "deleted", "ended".
    Removal,
    /// Grants what follows, so that a state in the same clause decides nothing: "although".
    Concession,
    /// Parts two clauses of which the second sets something against the first: "but".
    Contrast,
    /// Says that what follows has not come about: "if", "until the".
    Pending,
    /// Says that the change of which the sentence tells has not come: "not yet".
    NotYet,
    /// The words show real use of the citation behind them and overrule all others of the sentence.
    UseBefore,
    /// The words show real use of the citation before them and overrule all others of the sentence.
    UseAfter,
    /// The same where the citation is their subject, with nothing between but an aside: "must be followed".
    UseOf,
}

impl Scope {
    /// True for a cue that is compared with whole headings and cells, not looked for in sentences.
    #[must_use]
    pub fn is_label(self) -> bool {
        let of_heading = matches!(self, Self::Heading | Self::Entries | Self::Listing | Self::Succession);
        let of_table = matches!(self, Self::Column | Self::Versions | Self::Changes | Self::Events);
        of_heading || of_table || matches!(self, Self::Expiry | Self::Validity)
    }

    /// True if headings, cells or keys are compared with the cue as a whole. Most cues stand in sentences only.
    pub fn is_of_labels(self) -> bool {
        self.is_label() || matches!(self, Self::State | Self::Before)
    }
}
