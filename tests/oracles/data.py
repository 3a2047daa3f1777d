#!/usr/bin/env python3
"""usage: data.py FOLDER

Fills FOLDER with YAML, JSON, TOML and CSV that other packages ship, each with what an independent reader makes of it in
NAME.values: one JSON object with the keys, the values and the comments. tests/oracles_data.rs compares them with the
readers of the program. Needs PyYAML; data beside this file brings it and the packages. The documents belong to others
and are not kept.
"""
import csv, glob, io, json, os, re, sys, tarfile, tomllib

import yaml

MOST = 40  # documents of a format
LARGEST = 300_000  # bytes of a document

def walk(node, keys, values):
    """Keys and scalars of plain data, in order."""
    if isinstance(node, dict):
        for key, value in node.items():
            keys.append(str(key))
            walk(value, keys, values)
    elif isinstance(node, list):
        for value in node: walk(value, keys, values)
    elif isinstance(node, str): values.append(node)

def of_json(text):
    keys, values = [], []
    walk(json.loads(text), keys, values)
    return keys, values, []

def of_toml(text):
    keys, values = [], []
    walk(tomllib.loads(text), keys, values)
    # A header repeats the keys above it, and tables of one array repeat theirs: the parser has each once.
    headers = re.findall(r"^\s*\[\[?([^\]]*)\]\]?", text, re.M)
    return keys, values, comments(text) + headers

def of_yaml(text):
    """Keys and scalars as they are written; what an alias stands for is read once."""
    keys, values = [], []
    def node(one):
        if isinstance(one, yaml.MappingNode):
            for key, value in one.value:
                (keys.append(key.value) if isinstance(key, yaml.ScalarNode) else node(key))
                node(value)
        elif isinstance(one, yaml.SequenceNode):
            for value in one.value: node(value)
        elif id(one) not in seen:
            seen.add(id(one))
            values.append(one.value)
    seen = set()
    for document in yaml.compose_all(text, Loader=yaml.SafeLoader):
        if document is not None: node(document)
    return keys, values, comments(text)

def of_csv(text):
    return [], [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row], []

def comments(text):
    """What stands behind a sign of comments; more than comments, so that no word of theirs seems invented."""
    return [line.split("#", 1)[1] for line in text.splitlines() if "#" in line]

READERS = {"json": of_json, "toml": of_toml, "yaml": of_yaml, "yml": of_yaml, "csv": of_csv}

def documents(packages):
    """Files of the packages, then those of the crates that the program is built of."""
    for package in sorted(glob.glob(os.path.join(packages, "*.tar.gz"))):
        with tarfile.open(package) as archive:
            for member in sorted(archive.getmembers(), key=lambda one: one.name):
                if member.isfile() and member.size < LARGEST:
                    yield member.name, archive.extractfile(member)
    home = os.environ.get("CARGO_HOME", os.path.expanduser("~/.cargo"))
    for ending in ("toml", "json", "yml", "csv"):
        for path in sorted(glob.glob(f"{home}/registry/src/*/*/**/*.{ending}", recursive=True)):
            if os.path.getsize(path) < LARGEST: yield path, open(path, "rb")

def main(folder):
    counts = {}
    for name, file in documents(folder):
        ending = name.rsplit(".", 1)[-1].lower()
        if ending not in READERS or counts.get(ending, 0) >= MOST: continue
        try:
            with file: text = file.read().decode("utf-8-sig")
            keys, values, extra = READERS[ending](text)
        except (UnicodeDecodeError, ValueError, yaml.YAMLError, csv.Error):
            continue  # what the independent reader cannot read compares with nothing
        if len(values) < 3: continue
        counts[ending] = counts.get(ending, 0) + 1
        path = os.path.join(folder, f"{counts[ending]:03}-{os.path.basename(name)}")
        with open(path, "w", encoding="utf-8", newline="") as out: out.write(text)
        with open(path + ".values", "w", encoding="utf-8") as out:
            json.dump({"keys": keys, "values": values, "comments": extra}, out)
    print(" ".join(f"{ending}: {count}" for ending, count in sorted(counts.items())))

main(sys.argv[1])
