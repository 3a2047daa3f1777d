#!/usr/bin/env python3
"""usage: office.py FOLDER

Fills FOLDER with office files that other packages ship, each with what an independent reader makes of it in NAME.words: the
words a person sees, one a line. tests/oracles_office.rs compares them with the readers of the program. Word is read by pandoc,
slides by python-pptx, workbooks by openpyxl, OpenDocument by odfpy; NAME.least has what pandoc sees of an OpenDocument text,
from which it leaves much out. office beside this file installs them. The files belong to others and are not kept.
"""
import contextlib, glob, io, json, os, re, subprocess, sys, tarfile, warnings

import docx, lxml.etree, odf.opendocument, odf.teletype, openpyxl, pptx

warnings.simplefilter("ignore")

def words(text):
    return re.findall(r"\w+", re.sub("[\u00ad\u200b-\u200f\u2060]", "", text))

def pandoc(kind):
    def read(path):
        run = ["pandoc", "-f", kind, "-t", "json", path]
        tree = json.loads(subprocess.run(run, capture_output=True, check=True).stdout)
        out = []
        def walk(node):
            if isinstance(node, list):
                for one in node: walk(one)
                return
            if not isinstance(node, dict): return
            if "t" not in node:
                for one in node.values(): walk(one); out.append(" ")
                return
            kind, content = node["t"], node.get("c")
            inline = kind in ("Str", "Emph", "Strong", "Strikeout", "Superscript", "Subscript", "Underline", "SmallCaps", "Span", "Link", "Quoted")
            if not inline: out.append(" ")
            if kind in ("Str", "MetaString"): out.append(content)
            elif kind in ("Code", "CodeBlock", "Math", "RawInline", "RawBlock"): out.append(content[1])
            elif content is not None: walk(content)
            if not inline: out.append(" ")
        walk(tree["meta"]); walk(tree["blocks"])
        return "".join(out)
    return read

CHART, DRAWING = (f"http://schemas.openxmlformats.org/drawingml/2006/{name}" for name in ("chart", "main"))
DRAWN = ".//c:strCache//c:v|.//c:multiLvlStrCache//c:v|.//c:strLit//c:v|.//a:t"

def word(path):
    """What pandoc sees, without hidden words, which it shows."""
    document = docx.Document(path)
    for run in document.element.xpath("//w:r[w:rPr/w:vanish]"): run.getparent().remove(run)
    shown = path + ".shown"
    document.save(shown)
    seen = [pandoc("docx")(shown)]
    os.remove(shown)
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.rsplit("/", 1)[1] in ("chart", "diagramData"):
            part = lxml.etree.fromstring(relation.target_part.blob)
            seen.extend(node.text or "" for node in part.xpath(DRAWN, namespaces={"c": CHART, "a": DRAWING}))
    return "\n".join(seen)

def slides(path):
    out = []
    def shape(one):
        properties = one._element.xpath("./*/p:cNvPr")
        if properties and properties[0].get("descr"): out.append(properties[0].get("descr"))
        if one.shape_type == 6:
            for inner in one.shapes: shape(inner)
        if one.has_text_frame: out.append("\n".join(text(paragraph) for paragraph in one.text_frame.paragraphs))
        if getattr(one, "has_table", False) and one.has_table:
            for row in one.table.rows:
                for cell in row.cells: out.append("\n".join(text(paragraph) for paragraph in cell.text_frame.paragraphs))
        if getattr(one, "has_chart", False) and one.has_chart:
            part = one.chart.part._element
            out.extend(node.text or "" for node in part.xpath(DRAWN))
    def text(paragraph):
        return "".join("\n" if node.tag.endswith("}br") else node.text or "" for node in paragraph._p.xpath(".//a:t|.//a:br"))
    for slide in pptx.Presentation(path).slides:
        for one in slide.shapes: shape(one)
        if slide.has_notes_slide:
            for one in slide.notes_slide.placeholders:
                if one.placeholder_format.type == 2: shape(one)
            for one in slide.notes_slide.shapes:
                if not one.is_placeholder: shape(one)
    return "\n".join(out)

def workbook(path):
    book = openpyxl.load_workbook(path, data_only=True)
    out = []
    for sheet in book.worksheets:
        out.append(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (str, bool)): out.append(str(cell.value))
                if cell.comment: out.append(cell.comment.text)
    out.extend(sheet.title for sheet in book.chartsheets)
    return "\n".join(out)

APART = {"note", "annotation", "frame", "custom-shape", "text-box", "rect", "line", "ellipse", "g", "polygon", "caption",
         "connector", "control", "path", "regular-polygon", "polyline", "circle", "text-box"}

def opendocument(path):
    """Paragraphs as odfpy has them, alternative texts, footers, names of sheets, objects, and what stands on pages of sheets and slides."""
    out = []
    unseen = {"tracked-changes", "forms", "binary-data", "scripts", "event-listeners", "note-citation", "covered-table-cell"}
    def local(node): return node.qname[1]
    def inner(node):
        """Text of a paragraph without that of paragraphs in it, which follow."""
        text = ""
        for child in node.childNodes:
            if child.nodeType in (3, 4): text += child.data
            elif child.nodeType != 1 or local(child) in unseen: continue
            elif local(child) == "s": text += " " * int(child.getAttribute("c") or 1)
            elif local(child) in ("tab", "line-break"): text += "\n"
            elif local(child) in APART: walk(child)
            else: text += inner(child)
        return text
    def walk(node):
        if node.nodeType != 1 or local(node) in unseen: return
        if local(node) in ("p", "h"): return out.append(inner(node))
        if local(node) in ("title", "desc") and "svg" in node.qname[0]: return out.append(odf.teletype.extractText(node))
        if local(node) in ("footer-decl", "header-decl"): return out.append(odf.teletype.extractText(node))
        if local(node) == "table" and local(node.parentNode) == "spreadsheet": out.append(node.getAttribute("name") or "")
        for child in node.childNodes: walk(child)
    # What it cannot read it prints.
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()): document = odf.opendocument.load(path)
    walk(document.body)
    kind = SAME.get(path.rsplit(".", 1)[1], path.rsplit(".", 1)[1])
    def said(node, wanted): return next((value for (_, name), value in (node.attributes or {}).items() if name == wanted), None)
    def inside(node): return [child for child in node.childNodes if child.nodeType == 1]
    used = {said(node, "master-page-name") for node in elements(document.body, "page")}
    pages = list(elements(document.masterstyles, "master-page"))
    if kind == "ods":
        unseen |= {"sheet-name", "page-number", "page-count", "date", "time", "file-name"}
        whole, seen = out, []
        for page in pages:
            for node in inside(page):
                if re.match("(header|footer)(-left|-first)?$", local(node)) and said(node, "display") != "false":
                    out = []
                    for child in node.childNodes: walk(child)
                    if (local(node)[:6], out) not in seen: whole.extend(out)
                    seen.append((local(node)[:6], out))
        out = whole
        unseen |= {"table"}
    if kind == "odp":
        for page in pages:
            if said(page, "name") in used:
                for node in inside(page):
                    if local(node) != "notes" and said(node, "class") is None: walk(node)
    for one in document.childobjects: walk(one.body)
    return "\n".join(out)

def elements(node, name):
    """All elements of a local name below another, itself among them."""
    if node.nodeType != 1: return
    if node.qname[1] == name: yield node
    for child in node.childNodes: yield from elements(child, name)

READERS = {"docx": word, "odt": opendocument, "pptx": slides, "xlsx": workbook, "odp": opendocument, "ods": opendocument}
SAME = {"ott": "odt", "otp": "odp", "ots": "ods"}

def collect(folder):
    """Names and bytes of the files that packages hold."""
    download = os.path.join(folder, "download")
    for archive in sorted(glob.glob(os.path.join(download, "*.tar.gz"))):
        with tarfile.open(archive) as files:
            for name in sorted(files.getnames()):
                if re.search(r"\.(docx|pptx|xlsx|odt|odp|ods)$", name): yield name, files.extractfile(name).read()
    for path in sorted(glob.glob(os.path.join(download, "x-*", "**", "*.*"), recursive=True)):
        if re.search(r"\.(docx|pptx|xlsx|odt|odp|ods|ott|otp|ots)$", path) and os.path.isfile(path): yield path, open(path, "rb").read()
    fixtures = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "fixtures", "documents")
    for path in sorted(glob.glob(os.path.join(fixtures, "*", "policy*"))):
        if re.search(r"\.(docx|pptx|xlsx|odt|odp|ods)$", path): yield path, open(path, "rb").read()

def main(folder):
    counts = {}
    for path, source in collect(folder):
        ending = path.rsplit(".", 1)[1]
        kind = SAME.get(ending, ending)
        number = counts[kind] = counts.get(kind, 0) + 1
        stem = re.sub(r"\W+", "-", os.path.basename(path).rsplit(".", 1)[0])
        name = os.path.join(folder, f"{kind}-{number:03}-{stem}.{kind}")
        open(name, "wb").write(source)
        try:
            seen = READERS[kind](name)
            least = pandoc("odt")(name) if kind == "odt" else ""
        except Exception as error:
            print(f"{path}: {type(error).__name__} {str(error).splitlines()[:1]}", file=sys.stderr)
            os.remove(name); counts[kind] -= 1
            continue
        for what, text in (("words", seen), ("least", least)):
            open(f"{name}.{what}", "w", encoding="utf-8").write("\n".join(words(text)) + "\n")
    print(", ".join(f"{count} {kind}" for kind, count in sorted(counts.items())))

main(sys.argv[1])
