#!/usr/bin/env python3
"""usage: pdf.py FOLDER

Fills FOLDER with PDF documents that other packages ship, each with what pdftotext makes of it in NAME.words: its words in the
order in which it has them, one a line. tests/oracles_pdf.rs compares them with the reader of the program. pdf beside this file
fetches the packages. The documents belong to others and are not kept.
"""
import glob, gzip, os, re, subprocess, sys, unicodedata

# Documents of pypdf that hold running text in a Latin script.
SAMPLES = ("crazyones", "pdflatex-outline", "GeoBase_NHNC1_Data_Model_UML_EN", "Seige_of_Vicksburg_Sample_OCR", "SF424_page2",
           "outline-without-title", "attachment")

def words(text):
    text = unicodedata.normalize("NFKC", text).replace("\f", "\n")
    text = re.sub("[-\u00ad\u2010]\n\\s*", "", text)
    return re.findall(r"\w+", re.sub("[\u00ad\u200b-\u200f\u2060]", "", text))

def main(folder):
    download = os.path.join(folder, "download")
    found = [path for path in glob.glob(os.path.join(download, "**", "*.pdf*"), recursive=True)
             if os.path.isfile(path) and not os.path.islink(path) and os.path.getsize(path) < 900_000]
    found = [path for path in found if "/x-" in path or os.path.basename(path)[:-4] in SAMPLES]
    here = os.path.dirname(os.path.abspath(__file__))
    found += glob.glob(os.path.join(here, "..", "..", "fixtures", "documents", "pdf", "*.pdf"))
    for path in sorted(found):
        if "/examples/" in path: continue
        source = gzip.open(path).read() if path.endswith(".gz") else open(path, "rb").read()
        name = os.path.join(folder, os.path.basename(path).split(".pdf")[0] + ".pdf")
        open(name, "wb").write(source)
        seen = subprocess.run(["pdftotext", "-enc", "UTF-8", name, "-"], capture_output=True, check=True).stdout.decode()
        open(name + ".words", "w", encoding="utf-8").write("".join(word + "\n" for word in words(seen)))

if __name__ == "__main__":
    main(sys.argv[1])
