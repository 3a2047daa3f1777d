#!/usr/bin/env python3
"""usage: markup.py FOLDER

Fills FOLDER with documents of every markup format that other packages ship, each with what an independent reader makes
of it in NAME.words: every word a person sees, one a line. tests/oracles_markup.rs compares them with the readers of the
program. Needs asciidoctor, pandoc, git-doc and other packages of Debian, docutils and html5lib of PyPI, and node with the
parser of MDX; markup beside this file installs them. The documents belong to others and are not kept.
"""
import glob, gzip, io, os, re, subprocess, sys, tarfile

import docutils.core, docutils.nodes, html5lib

UNSEEN = {"script", "style", "template", "noscript", "iframe", "datalist", "annotation", "noembed", "noframes"}
INLINE = set("a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label map mark nobr output q rp rt "
             "ruby s samp small span strike strong sub sup svg time tt u var wbr input object text tspan g path math mi mo "
             "mn mrow mstyle semantics mtext msup msub mfrac".split())

def words(text):
    return re.findall(r"\w+", re.sub("[\u00ad\u200b-\u200f\u2060]", "", text))

def is_note_mark(node):
    """The number of a footnote, which belongs to no word."""
    text = "".join(node.itertext()).strip().strip("[]()")
    classes = node.get("class") or ""
    return (node.tag == "sup" and text.isdigit() and len(text) <= 3) or \
        (node.tag == "a" and ("noteref" in (node.get("role") or "") or "footnote-ref" in classes))

def html_text(source):
    """What a browser shows, with title and metadata."""
    out = []
    def walk(node):
        if not isinstance(node.tag, str) or node.tag in UNSEEN: return
        note = is_note_mark(node)
        apart = node.tag not in INLINE
        if apart: out.append(" ")
        if node.tag == "br": out.append("\n")
        if node.tag in ("img", "area") and node.get("alt"): out.append(node.get("alt") + " ")
        if node.tag == "meta" and (node.get("name") or node.get("property")) and node.get("content"):
            out.append(" " + node.get("content") + " ")
        if not note: out.append(node.text or "")
        for child in node:
            if not note: walk(child)
            if not note: out.append(child.tail or "")
        if apart: out.append(" ")
    walk(html5lib.parse(source, namespaceHTMLElements=False))
    return "".join(out)

def asciidoc_text(path):
    """As asciidoctor shows it: its HTML without what it adds."""
    run = ["asciidoctor", "-q", "-S", "secure", "-a", "nofooter", "-a", "sectanchors!", "-a", "toc!", "-a", "sectnums!", "-a", "icons!",
           "-a", "last-update-label!", "-a", "table-caption!", "-a", "figure-caption!", "-a", "example-caption!",
           "-a", "stylesheet!", "-a", "source-highlighter!", "-a", "webfonts!", "-a", "version-label=", "-o", "-", "-"]
    # A file that is included is named, as the program does it.
    source = re.sub(r"^include::([^\[\n]*)\[[^\n]*$", r"\n\1\n", open(path, encoding="utf-8").read(), flags=re.M)
    source = re.sub(r"^:[\w-]+-caption:.*\n", "", source, flags=re.M)
    # What stands under a condition is read, whether it holds or not.
    source = re.sub(r"^(?:ifn?def|ifeval|endif)::[^\[\n]*\[[^\n]*\]\n", "", source, flags=re.M)
    page = subprocess.run(run, input=source.encode(), capture_output=True, check=True).stdout.decode()
    page = re.sub(r'<meta name=[^>]*>|<title>.*?</title>', "", page, flags=re.S)
    return html_text(re.sub(r'<div class="details">.*?</div>', "", page, flags=re.S))

def rst_text(path):
    """As docutils shows it."""
    settings = {"report_level": 5, "halt_level": 5, "file_insertion_enabled": False, "docinfo_xform": False,
                "smart_quotes": False, "input_encoding": "utf-8", "warning_stream": io.StringIO(), "syntax_highlight": "none"}
    source = re.sub(r"^( *)\.\. include:: (\S+).*$(?:\n\1 +:.*$)*", r"\1\n\1\2\n", open(path, encoding="utf-8").read(), flags=re.M)
    tree = docutils.core.publish_doctree(source, source_path=path, settings_overrides=settings)
    if any(tree.findall(docutils.nodes.problematic)): raise ValueError("it holds what docutils does not know")
    if len(list(tree.findall(docutils.nodes.math))) > 50: raise ValueError("it is on formulas")
    out = []
    unseen = (docutils.nodes.comment, docutils.nodes.system_message,
              docutils.nodes.footnote_reference, docutils.nodes.label, docutils.nodes.raw, docutils.nodes.pending, docutils.nodes.generated)
    def walk(node):
        if isinstance(node, docutils.nodes.Text): return out.append(node.astext().replace("\0", ""))
        if isinstance(node, docutils.nodes.raw) and "html" in node.get("format"): return out.append(" " + html_text(node.astext()) + " ")
        if isinstance(node, unseen):
            if isinstance(node, docutils.nodes.label) and isinstance(node.parent, docutils.nodes.citation): out.append(node.astext() + " ")
            return
        if isinstance(node, docutils.nodes.topic) and "contents" in node["classes"]: return
        if isinstance(node, docutils.nodes.image): out.append(" " + node.get("alt", "") + " ")
        inline = isinstance(node, docutils.nodes.Inline)
        for child in node.children: walk(child)
        if not inline: out.append(" ")
    walk(tree)
    return "".join(out)

def pandoc_text(kind):
    def text(path):
        page = subprocess.run(["pandoc", "-f", kind, "-t", "html", "--wrap=none", "-s", path],
                              capture_output=True, check=True).stdout.decode()
        body = page[page.index("<body"):]
        return html_text(body)
    return text

def mdx_text(path):
    here = os.path.dirname(os.path.abspath(__file__))
    run = ["node", os.path.join(here, "mdx.mjs"), path]
    return subprocess.run(run, cwd=os.path.join(sys.argv[1], "mdx"), capture_output=True, check=True).stdout.decode()

def collect(folder):
    """Pairs of a name and its bytes, for each format: name of the folder of the format, ending, reader."""
    def files(pattern, limit):
        found = sorted(filter(os.path.isfile, glob.glob(pattern, recursive=True)))
        step = max(1, len(found) // limit)
        return found[::step][:limit]
    def plain(path):
        return gzip.open(path).read() if path.endswith(".gz") else open(path, "rb").read()
    here = os.path.dirname(os.path.abspath(__file__))
    fixtures = os.path.join(here, "..", "..", "fixtures", "documents")
    # Only of packages that the script beside this one installs: what else is there differs between machines.
    html = files("/usr/share/doc/git/html/*.html", 42)
    adoc = files("/usr/share/doc/git/html/git-*.txt", 40) + files("/usr/share/doc/git/html/howto/*.txt", 12) + \
        files("/usr/share/doc/git/html/technical/*.txt", 12) + files("/usr/share/doc/asciidoctor/README*.adoc.gz", 6)
    for path in html: yield "html", path, plain(path)
    for path in adoc: yield "adoc", path, plain(path)
    with tarfile.open(glob.glob(os.path.join(folder, "download", "docutils-*.tar.gz"))[0]) as archive:
        names = sorted(name for name in archive.getnames() if re.search(r"/(docs/.*|README|FAQ|HISTORY)\.(txt|rst)$", name))
        for name in names[:60]: yield "rst", name, archive.extractfile(name).read()
        # Few packages ship LaTeX, so pandoc makes some: what it makes of other documents is read again.
        for name in names[3:63:4]:
            made = subprocess.run(["pandoc", "-f", "rst", "-t", "latex", "-s"], input=archive.extractfile(name).read(), capture_output=True)
            if made.returncode == 0: yield "tex", name, made.stdout
    found = glob.glob(os.path.join(folder, "download", "x-*", "**", "*.org*"), recursive=True)
    for path in sorted(path for path in found if re.search(r"org(\.gz)?$", path) and os.path.isfile(path)): yield "org", path, plain(path)
    found = sorted(glob.glob(os.path.join(folder, "download", "x-nodejs-doc", "**", "*.md*"), recursive=True))
    # Pandoc repeats a footnote at each mark that leads to it.
    repeats = lambda source: re.search(rb"(\[\^\w+\])(?!:).*\1(?!:)", source, re.S)
    for path in found[::3][:24]:
        if not repeats(plain(path)): yield "md", path, plain(path)
    for path in files(os.path.join(folder, "mdx", "package", "**", "*.mdx"), 60): yield "mdx", path, plain(path)
    for path in sorted(glob.glob(os.path.join(fixtures, "*", "policy*"))):
        kind = {"xhtml": "html"}.get(path.rsplit(".", 1)[1], path.rsplit(".", 1)[1])
        if kind in READERS: yield kind, path, plain(path)

READERS = {"html": None, "adoc": asciidoc_text, "rst": rst_text, "org": pandoc_text("org"), "tex": pandoc_text("latex"),
           "md": pandoc_text("gfm"), "mdx": mdx_text}

def main(folder):
    counts = {}
    for kind, path, source in collect(folder):
        number = counts[kind] = counts.get(kind, 0) + 1
        stem = re.sub(r"\W+", "-", os.path.basename(path).rsplit(".", 1)[0] if not path.endswith(".gz") else os.path.basename(path))
        name = os.path.join(folder, f"{kind}-{number:03}-{stem}.{kind}")
        try: text = source.decode()
        except UnicodeDecodeError: continue
        open(name, "w", encoding="utf-8", newline="").write(text)
        try: seen = html_text(source) if kind == "html" else READERS[kind](name)
        except Exception as error:
            print(f"{path}: {str(error).splitlines()[:1]}", file=sys.stderr)
            os.remove(name); counts[kind] -= 1
            continue
        open(name + ".words", "w", encoding="utf-8").write("\n".join(words(seen)) + "\n")
    print(", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))

main(sys.argv[1])
