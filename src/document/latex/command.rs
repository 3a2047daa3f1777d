//! What commands do with what stands behind them.

use super::super::mark::Role;

/// What becomes of a command and its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// So many arguments are not shown; those behind them are.
    Hides(usize),
    /// It stands for a text.
    Shows(&'static str),
    /// Its argument is a heading.
    Heading(u8),
    /// Its argument is what the document says of itself.
    Metadata,
    /// Its argument is a block of its own.
    Block,
    /// Its argument is a footnote.
    Note,
    /// Its argument has a role.
    Marks(Role),
    /// Its argument is an address.
    Address,
    /// It ends a paragraph.
    Parts,
    /// It begins an item of a list.
    Item,
    /// It gives a name to a text.
    Defines,
    /// A letter gets a sign above or below.
    Accent(char),
}

const USES: &[(Use, &[&str])] = &[
    (
        Use::Hides(1),
        &[
            "label", "ref", "pageref", "eqref", "autoref", "nameref", "vref", "cref", "Cref", "cite", "citep", "citet",
            "citealp", "citeauthor", "citeyear", "autocite", "parencite", "textcite", "footcite", "nocite",
            "bibliography", "bibliographystyle", "addbibresource", "usepackage", "documentclass", "RequirePackage",
            "includegraphics", "vspace", "hspace", "pagestyle", "thispagestyle", "pagenumbering", "color",
            "hypersetup", "geometry", "lstset", "graphicspath", "newcounter", "newlength", "linespread", "index",
            "glossary", "phantom", "vphantom", "hphantom", "hypertarget", "href", "textcolor", "colorbox", "parbox",
            "raisebox", "cline", "cmidrule", "usetikzlibrary", "setmainfont", "setsansfont", "setmonofont",
            "selectlanguage", "hyphenation", "setcounter", "refstepcounter", "stepcounter", "newif", "bibitem", "gls",
            "glspl", "Gls", "ac", "acs", "acl", "acf", "theoremstyle", "pdfbookmark", "hyperlink", "foreignlanguage",
            "rowcolor", "cellcolor", "columncolor", "usecolortheme", "usetheme", "captionsetup", "newacronym", "acro",
            "DeclareMathOperator", "titleformat", "inputencoding", "ensuremathcommand", "hyperdef", "crefname",
            "lhead", "chead", "rhead", "lfoot", "cfoot", "rfoot", "fancyhead", "fancyfoot", "makeatletter",
            "newenvironment", "newtheorem", "value", "arabic", "roman", "alph",
        ],
    ),
    (
        Use::Hides(2),
        &[
            "multicolumn", "multirow", "setlength", "addtolength", "addtocounter", "rule", "fcolorbox", "colorlet",
            "fontsize", "newglossaryentry", "settowidth", "titlespacing", "counterwithin", "resizebox",
        ],
    ),
    (Use::Hides(3), &["definecolor", "addcontentsline"]),
    (Use::Shows("…"), &["ldots", "dots", "textellipsis"]),
    (Use::Shows("–"), &["textendash"]),
    (Use::Shows("—"), &["textemdash"]),
    (Use::Shows("§"), &["S"]),
    (Use::Shows("©"), &["copyright", "textcopyright"]),
    (Use::Shows("®"), &["textregistered"]),
    (Use::Shows("™"), &["texttrademark"]),
    (Use::Shows("LaTeX"), &["LaTeX"]),
    (Use::Shows("TeX"), &["TeX"]),
    (Use::Shows("/"), &["slash"]),
    (Use::Shows("\\"), &["textbackslash"]),
    (Use::Shows("~"), &["textasciitilde"]),
    (Use::Shows("_"), &["textunderscore"]),
    (Use::Shows("&"), &["textampersand"]),
    (Use::Shows("|"), &["textbar"]),
    (
        Use::Shows(" "),
        &["quad", "qquad", "space", "enspace", "thinspace", "enskip", "hfill", " ", ",", ";", ":", "\n", "\t"],
    ),
    (Use::Shows("ß"), &["ss"]),
    (Use::Shows("ø"), &["o"]),
    (Use::Shows("Ø"), &["O"]),
    (Use::Shows("æ"), &["ae"]),
    (Use::Shows("Æ"), &["AE"]),
    (Use::Shows("å"), &["aa"]),
    (Use::Shows("Å"), &["AA"]),
    (Use::Shows("ł"), &["l"]),
    (Use::Shows("→"), &["rightarrow", "to", "textrightarrow"]),
    (Use::Shows("&"), &["&"]),
    (Use::Shows("%"), &["%"]),
    (Use::Shows("_"), &["_"]),
    (Use::Shows("#"), &["#"]),
    (Use::Shows("$"), &["$"]),
    (Use::Shows("{"), &["{"]),
    (Use::Shows("}"), &["}"]),
    (
        Use::Shows(""),
        &[
            "-", "/", "!", "@", "(", ")", "[", "]", "centering", "noindent", "item@", "protect", "relax", "xspace",
            "hline", "toprule", "midrule", "bottomrule", "endhead", "endfirsthead", "endfoot", "endlastfoot",
            "bfseries", "itshape", "ttfamily",
        ],
    ),
    (Use::Heading(1), &["part"]),
    (Use::Heading(2), &["chapter"]),
    (Use::Heading(3), &["section"]),
    (Use::Heading(4), &["subsection"]),
    (Use::Heading(5), &["subsubsection"]),
    (Use::Heading(6), &["paragraph", "subparagraph"]),
    (Use::Metadata, &["title", "subtitle", "author", "date"]),
    (Use::Block, &["caption", "captionof", "frametitle", "framesubtitle"]),
    (Use::Note, &["footnote", "footnotetext", "thanks", "endnote", "marginpar", "todo"]),
    (Use::Marks(Role::Code), &["texttt", "code", "path", "lstinline"]),
    (Use::Marks(Role::Struck), &["sout", "st", "xout", "cancel"]),
    (Use::Address, &["url", "nolinkurl", "input", "include", "subfile", "import"]),
    (
        Use::Parts,
        &[
            "par", "newpage", "clearpage", "cleardoublepage", "pagebreak", "maketitle", "tableofcontents", "bigskip",
            "medskip", "smallskip", "hrule",
        ],
    ),
    (Use::Item, &["item"]),
    (Use::Defines, &["newcommand", "renewcommand", "providecommand", "def", "DeclareRobustCommand"]),
    (Use::Accent('\u{308}'), &["\""]),
    (Use::Accent('\u{301}'), &["'"]),
    (Use::Accent('\u{300}'), &["`"]),
    (Use::Accent('\u{302}'), &["^"]),
    (Use::Accent('\u{303}'), &["~"]),
    (Use::Accent('\u{304}'), &["="]),
    (Use::Accent('\u{307}'), &["."]),
    (Use::Accent('\u{327}'), &["c"]),
    (Use::Accent('\u{30C}'), &["v"]),
    (Use::Accent('\u{30A}'), &["r"]),
    (Use::Accent('\u{306}'), &["u"]),
    (Use::Accent('\u{30B}'), &["H"]),
];

/// What becomes of the command of this name; nothing if it is not known, and its arguments are text.
pub fn of(name: &str) -> Option<Use> {
    USES.iter().find(|(_, names)| names.contains(&name)).map(|(of, _)| *of)
}

/// What an environment does with what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// Its content is code, as it is written.
    Listing,
    /// Its content is not shown.
    Unread,
    /// It is a table, with so many arguments before its rows.
    Table(usize),
    /// It is a list.
    List,
    /// It is the document.
    Document,
    /// It holds blocks, with so many arguments before them that are not shown.
    Holder(usize),
}

/// What the environment of this name does.
pub fn environment(name: &str) -> Environment {
    match name {
        "verbatim" | "Verbatim" | "lstlisting" | "minted" | "alltt" | "semiverbatim" => Environment::Listing,
        "comment" | "tikzpicture" | "pgfpicture" | "filecontents" | "picture" => Environment::Unread,
        "tabular" | "longtable" | "array" | "supertabular" | "tabu" | "longtabu" | "tblr" | "longtblr" => {
            Environment::Table(1)
        }
        "tabularx" | "tabulary" | "xltabular" => Environment::Table(2),
        "itemize" | "enumerate" | "description" | "compactitem" | "compactenum" | "tasks" | "thebibliography" => {
            Environment::List
        }
        "document" => Environment::Document,
        "minipage" | "multicols" | "adjustbox" | "spacing" | "list" | "turn" => Environment::Holder(1),
        "wrapfigure" | "wraptable" | "textblock" => Environment::Holder(2),
        _ => Environment::Holder(0),
    }
}

/// A letter with a sign above or below it.
pub fn accented(letter: char, sign: char) -> String {
    const COMPOSED: &[(char, &str, &str)] = &[
        ('\u{308}', "aouAOUeiyEI", "äöüÄÖÜëïÿËÏ"),
        ('\u{301}', "aeiouyAEIOUcnszCNSZ", "áéíóúýÁÉÍÓÚćńśźĆŃŚŹ"),
        ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ('\u{303}', "anoANO", "ãñõÃÑÕ"),
        ('\u{327}', "cCsS", "çÇşŞ"),
        ('\u{30C}', "cdenrstzCDENRSTZ", "čďěňřšťžČĎĚŇŘŠŤŽ"),
        ('\u{30A}', "auAU", "åůÅŮ"),
        ('\u{30B}', "ouOU", "őűŐŰ"),
        ('\u{307}', "zZ", "żŻ"),
    ];
    let found = COMPOSED.iter().filter(|(own, ..)| *own == sign).find_map(|(_, plain, composed)| {
        let at = plain.chars().position(|one| one == letter)?;
        composed.chars().nth(at)
    });
    found.map_or_else(|| [letter, sign].iter().collect(), String::from)
}
