"""The documents and folders of the zoo: how each is made, what the program says of it and with which status it ends."""

import io
import os
import pathlib
import socket
import stat
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Callable

FIXTURES = pathlib.Path(__file__).resolve().parents[2] / "fixtures" / "documents"
CITATION = "ISO/IEC TR 20000-4"
DEPTH = 100_000
MIB = 1 << 20
# What packages and pages of hostile files have beside the part that means harm.
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


@dataclass
class Case:
    """A case: what it makes, what is said in the reason or the error (nothing: it is read), the status, what is found."""

    name: str
    make: Callable = None
    says: str = None
    status: int = 1
    arguments: list = field(default_factory=list)
    finds: list = field(default_factory=list)
    act: Callable = None
    about: str = ""
    # Seconds that it may take, if that is less than any run may.
    within: float = None

    def outcome(self):
        if self.about:
            return self.about
        return "is read" if self.says is None else f"{'error' if self.status == 2 else 'skipped'}: {self.says}"


def written(name, data):
    """Makes a file of bytes or a text, or of what a function gives, where it is too large to be kept."""
    def make(folder):
        own = data() if callable(data) else data
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(own if isinstance(own, bytes) else own.encode())
    return make


def sparse(name, head, size):
    def make(folder):
        with open(folder / name, "wb") as file:
            file.write(head)
            file.truncate(size)
    return make


def packed(name, parts):
    """Makes an office file: one of the fixtures with other parts; a part may be a text or pieces of one."""
    def make(folder):
        kind = name.rsplit(".", 1)[1]
        model = sorted((FIXTURES / kind).iterdir())[0]
        with zipfile.ZipFile(model) as old, zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.namelist():
                if entry not in parts:
                    new.writestr(entry, old.read(entry))
            for entry, pieces in parts.items():
                with new.open(entry, "w", force_zip64=True) as out:
                    pieces = pieces() if callable(pieces) else pieces
                    for piece in [pieces] if isinstance(pieces, (bytes, str)) else pieces:
                        out.write(piece.encode() if isinstance(piece, str) else piece)
    return make


def many(size, piece=b" " * MIB):
    return (piece for _ in range(size // len(piece)))


def overlapping(folder):
    """Ten thousand entries of a package that all stand for the same bytes, each of which unpacks to a gigabyte."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join(packer.compress(b" " * MIB) for _ in range(64)) + packer.flush()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    head = b"PK\3\4" + bytes([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]) + b"\0" * 4
    head += len(data).to_bytes(4, "little") + (1 << 30).to_bytes(4, "little") + b"\1\0\0\0a"
    body, entries = head + data, b""
    for number in range(9_000):
        name = f"word/{number}.xml".encode() if number else b"word/document.xml"
        entries += b"PK\1\2" + bytes([20, 0, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0]) + b"\0" * 4
        entries += len(data).to_bytes(4, "little") + (1 << 30).to_bytes(4, "little")
        entries += len(name).to_bytes(2, "little") + b"\0" * 16 + name
    end = b"PK\5\6\0\0\0\0" + (9_000).to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little")
    (folder / "a.docx").write_bytes(body + entries + end + len(body).to_bytes(4, "little") + b"\0\0")


def pdf(objects, trailer=""):
    """A PDF of objects, numbered from 1, the first of which is the catalog."""
    file, table = b"%PDF-1.5\n", f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n"
    for number, one in enumerate(objects, 1):
        table += f"{len(file):010} 00000 n \n"
        file += f"{number} 0 obj".encode() + (one if isinstance(one, bytes) else one.encode()) + b"\nendobj\n"
    tail = f"{table}trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{len(file)}\n%%EOF\n"
    return file + tail.encode()


def stream(data, entries=""):
    return f"<<{entries}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def flate(data, times=1):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


CATALOG, PAGES = "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>"
FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
WORDS = f"BT /F 12 Tf 20 200 Td ({CITATION}) Tj ET ".encode()


def drawn(content):
    return pdf([CATALOG, PAGES, PAGE, content, FONT])


def pages():
    """PDF that leads in circles, goes deep, or becomes large."""
    def bomb(data, times=1):
        filters = "/FlateDecode" * times
        return lambda: drawn(stream(flate(data(), times), f"/Filter[{filters}]"))
    def compressed():
        objects = b"".join(b"%d 0 " % number for number in range(10, 200_000))
        one = stream(flate(objects + b"1 " * 200_000), "/Type/ObjStm/N 200000/First 1400000/Filter/FlateDecode")
        return pdf([CATALOG, PAGES, PAGE, stream(WORDS), FONT, one])
    # A column of half a million words, each a line, and words anywhere.
    def crowd():
        words = (b"BT /F 9 Tf 1 0 0 1 20 %.5f Tm (w%d) Tj ET\n" % (290 - at / 2000, at) for at in range(499_000))
        return WORDS + b"".join(words)
    def scattered():
        words = (b"BT /F 9 Tf 1 0 0 1 %d %d Tm (w%d) Tj ET\n" % (at * 7919 % 293, at * 104_729 % 297, at) for at in range(800_000))
        return WORDS + b"".join(words)
    wide = f"{'[' * DEPTH}{']' * DEPTH}"
    tree = [CATALOG, f"<</Type/Pages/Kids[{' '.join(['3 0 R'] * 2000)}]/Count 2>>",
            f"<</Type/Pages/Kids[{' '.join(['4 0 R'] * 2000)}]/Count 2>>",
            f"<</Type/Pages/Kids[{' '.join(['5 0 R'] * 2000)}]/Count 2>>", PAGE.replace("4 0 R", "6 0 R"), stream(WORDS)]
    loop = pdf([CATALOG, PAGES, PAGE, stream(WORDS), FONT])
    start = loop.rindex(b"startxref\n") + 10
    loop = loop.replace(b"/Root", b"/Prev " + loop[start:loop.index(b"\n", start)] + b"/Root")
    yield Case("pdf: page tree in a circle", written("a.pdf", pdf([CATALOG, "<</Type/Pages/Kids[2 0 R]/Count 9>>"])), "")
    yield Case("pdf: page tree of 8 billion pages", written("a.pdf", pdf(tree)), None)
    yield Case("pdf: list of objects before itself", written("a.pdf", loop), None, finds=[CITATION])
    yield Case("pdf: cut off", written("a.pdf", drawn(stream(WORDS))[:200]), "")
    yield Case("pdf: stream of 400 MiB", written("a.pdf", bomb(lambda: b" " * (400 * MIB))), "")
    yield Case("pdf: stream packed three times", written("a.pdf", bomb(lambda: b" " * (200 * MIB), 3)), "")
    yield Case("pdf: 30 million operators", written("a.pdf", bomb(lambda: b"q Q " * (15 * MIB))), "")
    yield Case("pdf: a million texts on one spot", written("a.pdf", bomb(lambda: WORDS + b"BT /F 12 Tf 20 100 Td (a) Tj ET " * MIB)), None)
    yield Case("pdf: 500,000 lines on a page", written("a.pdf", bomb(crowd)), None, finds=[CITATION], within=15)
    yield Case("pdf: 800,000 scattered words", written("a.pdf", bomb(scattered)), "more than 500000 words", finds=[CITATION], within=15)
    yield Case("pdf: a step of 30 million values", written("a.pdf", bomb(lambda: WORDS + b"[" + b"0 " * (30 * MIB) + b"] TJ")),
               "cannot be unpacked in full", finds=[CITATION], within=15)
    yield Case("pdf: arrays 100,000 deep", written("a.pdf", pdf([f"<</Type/Catalog/Pages {wide}>>", PAGES])), "")
    yield Case("pdf: 200,000 objects in one", written("a.pdf", compressed), None, finds=[CITATION])
    yield Case("pdf: sparse, 1 GB", sparse("a.pdf", b"%PDF-1.4\n", 1 << 30), "larger than")


def packages():
    body = "<w:document xmlns:w='w'><w:body>%s</w:body></w:document>"
    lol = "<!DOCTYPE a [<!ENTITY a0 'ISO'>" + "".join(
        f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(30)) + "]>"
    yield Case("zip: 4 GB in one part", packed("a.docx", {"word/document.xml": lambda: many(4 << 30)}), "larger than a document")
    yield Case("zip: 100 MB a part, 40 parts", packed("a.pptx", {
        f"ppt/slides/slide{n}.xml": lambda: many(100 * MIB) for n in range(1, 41)}), "larger than a document")
    yield Case("zip: parts over one another", overlapping, "")
    yield Case("zip: a package in a package", packed("a.docx", {
        "word/document.xml": body % f"<w:p><w:r><w:t>{CITATION}</w:t></w:r></w:p>",
        "word/embeddings/a.docx": (FIXTURES / "docx/policy.docx").read_bytes()}), None, finds=[CITATION])
    yield Case("xml: entities in entities", packed("a.docx", {
        "word/document.xml": lol + body % "<w:p><w:r><w:t>&a30;</w:t></w:r></w:p>"}), None)
    yield Case("xml: file of the machine as entity", packed("a.docx", {
        "word/document.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
        + body % "<w:p><w:r><w:t>&b;</w:t></w:r></w:p>"}), None)
    yield Case("xml: attribute of 100 MB", packed("a.odt", {
        "content.xml": ["<a b='", *["x" * MIB] * 100, "'/>"]}), "")
    yield Case("xml: elements 100,000 deep", packed("a.odt", {"content.xml": "<a>" * DEPTH}), "")
    yield Case("xlsx: a cell on the last row", packed("a.xlsx", {"xl/worksheets/sheet1.xml":
        "<worksheet><sheetData><row r='1048576'><c r='XFD1048576' t='inlineStr'><is><t>a</t></is></c></row>"
        "</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells></worksheet>"}), None)
    yield Case("ods: a row repeated a billion times", packed("a.ods", {"content.xml":
        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x'><office:body><office:spreadsheet>"
        "<table:table table:name='a'><table:table-row table:number-rows-repeated='1000000000'><table:table-cell "
        f"table:number-columns-repeated='1000000000'><text:p>{CITATION}</text:p></table:table-cell></table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"}), None, finds=[CITATION])
    yield Case("docx: sparse, 1 GB", sparse("a.docx", b"PK\3\4", 1 << 30), "damaged")


def texts():
    def line(before="", behind=""):
        return lambda: f"{before}{CITATION} {'words of a line that never ends ' * (50 * MIB // 32)}{behind}"
    aliases = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n + 1}: &a{n + 1} [{','.join([f'*a{n}'] * 10)}]\n" for n in range(30)) + f"b: {CITATION}\n"
    wide = f"Policies follow {CITATION} in all their parts.\n"
    yield Case("text: sparse, 1 GB", sparse("a.md", b"", 1 << 30), "binary")
    yield Case("text: sparse behind words, 1 GB", sparse("a.md", b"words " * 500, 1 << 30), None)
    yield Case("text: sparse JSON, 1 GB", sparse("a.json", b'{"a": "words words words"}' + b" " * 2000, 1 << 30), None)
    yield Case("text: sparse UTF-16, 1 GB", sparse("a.txt", "\ufeffwords ".encode("utf-16-le"), 1 << 30), "larger than")
    for name in ("a.md", "a.txt", "a.html", "a.rst", "a.adoc", "a.org", "a.tex", "a.csv"):
        yield Case(f"text: a line of 50 MB, {name[2:]}", written(name, line()), None, finds=[CITATION])
    yield Case("text: a value of 50 MB, json", written("a.json", line('{"a": "', '"}')), None, finds=[CITATION])
    yield Case("text: a value of 50 MB, yaml", written("a.yaml", line("a: ")), None, finds=[CITATION])
    claims = "term 1 clause 8.7.3 of ISO/IEC 20000-1\n" * 60_000
    yield Case("text: 60,000 claims in a paragraph", written("a.md", claims.encode()), None, within=10)
    row = "|" + "A.9.4.1|" * 20_000 + "\n"
    table = "|" + "ISO/IEC 27001:2013|" * 20_000 + "\n|" + "-|" * 20_000 + "\n" + row
    yield Case("text: a table of 20,000 columns with numbers", written("a.md", table.encode()), None, within=10)
    yield Case("text: not UTF-8", written("a.md", b"\xff\xc0\x80\xed\xa0\x80 " + wide.encode() + b"\xf8\x88"), None,
               finds=[CITATION])
    yield Case("text: UTF-16 without a mark", written("a.txt", wide.encode("utf-16-le")), None, finds=[CITATION])
    yield Case("text: half of UTF-16", written("a.txt", wide.encode("utf-16")[:-1]), None, finds=[CITATION])
    yield Case("text: UTF-32", written("a.txt", wide.encode("utf-32")), "UTF-32")
    yield Case("text: zero bytes", written("a.md", b"words\0" + wide.encode()), "binary")
    yield Case("text: zero bytes far behind", written("a.md", b"words " * 400 + b"\0" * 9 + wide.encode()), None,
               finds=[CITATION])
    yield Case("yaml: aliases of aliases", written("a.yaml", aliases), None, finds=[CITATION])
    for name, piece in (("md", "> "), ("md", "- "), ("md", "["), ("md", "**a "), ("html", "<div>"), ("html", "<table><tr><td>"),
                        ("yaml", "["), ("yaml", "- "), ("json", "["), ("json", '{"a":'), ("rst", "* "), ("rst", ".. note:: "),
                        ("adoc", "link:a["), ("adoc", "====\n"), ("org", "[[a]["), ("org", "* "), ("tex", "\\footnote{"),
                        ("tex", "\\begin{a}"), ("mdx", "<A>"), ("mdx", "{"), ("toml", "[")):
        is_markup = name not in ("json", "yaml", "toml")
        text = f"It follows {CITATION}.\n\n" if is_markup else ""
        yield Case(f"nested: {piece.strip()} in {name}", written(f"a.{name}", text + piece * DEPTH + "\n"), None,
                   finds=[CITATION] if is_markup else [])


def settings():
    """Configurations, rules and baselines: each is refused with an error that says why."""
    def configured(name, text, says, arguments=()):
        return Case(name, written("sms-lint.yaml", text), says, 2, list(arguments))
    bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{n + 1}: &a{n + 1} [{','.join([f'*a{n}'] * 10)}]\n" for n in range(30))
    yield configured("configuration: aliases of aliases", bomb, "sms-lint.yaml")
    yield configured("configuration: lists 100,000 deep", "ignore: " + "[" * DEPTH, "sms-lint.yaml")
    yield configured("configuration: includes a file", "ignore: !include /etc/passwd\n", "sms-lint.yaml")
    yield configured("configuration: extends what is outside", "extends: ../../../../../../../etc/passwd\n", "outside")
    yield configured("configuration: rules that are outside", "rules: /etc\n", "sms-lint.yaml")
    def excluding(patterns):
        return f"files: {{exclude: [{', '.join(patterns)}]}}\n"
    yield Case("configuration: pattern of patterns", written("sms-lint.yaml", excluding(["'" + "{a,b}" * 800 + "'"])), None)
    yield configured("configuration: a long pattern", excluding(["a" + "?" * 100_000]), "longer than")
    yield configured("configuration: long patterns", excluding(f"{n}{'?' * 4000}" for n in range(900)), "longer than")
    yield configured("configuration: 64,000 names", excluding(f"x{n}" for n in range(64_000)), "more than 16000 patterns")
    yield Case("configuration: 16,000 names", written("sms-lint.yaml", excluding(f"x{n}" for n in range(16_000))), None)
    many = ", ".join(rf"'\w{{20}}q{n}'" for n in range(4000))
    rule = f"id: big-rule\nsummary: a\nseverity: warning\ncheck: {{phrase: {{patterns: [{many}]}}}}\nmessage: {{text: [a]}}\n"
    yield Case("rule: 4,000 large expressions", lambda folder: (written("sms-lint.yaml", "rules: rule.yaml\n")(folder),
               written("rule.yaml", rule)(folder)), "more than 128 MiB of memory", 2)
    yield Case("configuration: 1 GB, sparse", sparse("sms-lint.yaml", b"# words\n", 1 << 30), "larger than", 2)
    yield Case("configuration: a link to the outside", lambda folder: os.symlink("/etc/passwd", folder / "sms-lint.yaml"),
               "outside", 2)
    yield Case("baseline: a link to the outside",
               lambda folder: os.symlink("/etc/passwd", folder / "sms-lint-baseline.json"), "a link", 2)
    yield Case("baseline: a pipe", lambda folder: os.mkfifo(folder / "sms-lint-baseline.json"), "neither a file nor a folder", 2)
    yield Case("baseline: lists 100,000 deep", written("sms-lint-baseline.json", "[" * DEPTH), "baseline", 2)


def names():
    """Paths that mean harm, and files that are none."""
    odd = ["a\nb.md", "\x1b]0;x\x07\x1b[31m.md", "a%0A::set-output name=x::y.md", "::stop-commands::x.md", "\u202egnp.md",
           "-rf.md", "=1+1.md", "<img src=x onerror=alert(1)>.md", "$(touch owned).md", "a" * 250 + ".md"]
    def strange(folder):
        for name in odd:
            (folder / name).write_text(f"It follows {CITATION}.\n")
        with open(os.fsencode(folder) + b"/\xff\xfe.md", "w", encoding="utf-8") as file:
            file.write(f"It follows {CITATION}.\n")
    def links(folder):
        os.symlink("/etc/passwd", folder / "passwd.md")
        os.symlink("/etc", folder / "etc")
        os.symlink(".", folder / "loop")
        os.symlink("nowhere", folder / "nowhere.md")
        os.symlink("circle.md", folder / "circle.md")
    def pipe(folder):
        os.mkfifo(folder / "a.md")
    def plug(folder):
        here = os.getcwd()
        os.chdir(folder)
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("a.md")
        os.chdir(here)
    def device(folder):
        os.mknod(folder / "a.md", 0o666 | stat.S_IFCHR, os.makedev(1, 5))
    def deep(folder):
        here = os.getcwd()
        os.chdir(folder)
        for _ in range(1_500):
            os.mkdir("d")
            os.chdir("d")
        pathlib.Path("a.md").write_text(f"It follows {CITATION}.\n")
        os.chdir(here)
    yield Case("names: controls, commands, markup", strange, None, finds=[CITATION])
    yield Case("links: out of the tree, loops", links, "a link")
    yield Case("a pipe that nobody writes to", pipe, "neither a file nor a folder")
    def ignored(make):
        def put(folder):
            (folder / "inner").mkdir()
            make(folder / "inner" / ".gitignore")
        return put
    def nested(folder):
        for _ in range(8):
            (folder / ".ignore").write_text("".join(f"{number}*[a-z]\n" for number in range(80_000)))
            folder = folder / "inner"
            folder.mkdir()
    yield Case("ignore file: a pipe", ignored(os.mkfifo), "is not entered")
    yield Case("ignore file: a link without an end", ignored(lambda file: os.symlink("/dev/zero", file)), "is not entered")
    yield Case("ignore file: 5 MB", ignored(lambda file: file.write_text("*.a[b-c]\n" * 600_000)), "is not entered")
    yield Case("ignore files: 1 MB in one another", nested, "is not entered")
    yield Case("a socket", plug, "neither a file nor a folder")
    if os.geteuid() == 0:
        yield Case("a device without an end", device, "neither a file nor a folder")
    yield Case("folders 1,500 deep", deep, None, finds=[CITATION])


def documents():
    return [*pages(), *packages(), *texts(), *settings(), *names()]


def faults():
    import faults as all_of_them
    return all_of_them.faults()
