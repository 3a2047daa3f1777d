"""Reads reports with programs of others: SARIF by its schema, JUnit and Checkstyle by an XML parser, OSCAL by trestle.

Arguments: a folder with the reports, one folder for each set of documents, and the schema of SARIF.
"""

import json
import pathlib
import sys
import xml.etree.ElementTree as xml

import jsonschema
from trestle.oscal.assessment_results import AssessmentResults


def read(text):
    return json.loads(text.read_text(encoding="utf-8"))


def main():
    folder, schema = pathlib.Path(sys.argv[1]), read(pathlib.Path(sys.argv[2]))
    validator = jsonschema.validators.validator_for(schema)(schema)
    sets = sorted(path for path in folder.iterdir() if path.is_dir())
    assert len(sets) >= 5, sets
    for path in sets:
        found = len(read(path / "json")["findings"])
        sarif = read(path / "report.sarif")
        errors = [error.message for error in validator.iter_errors(sarif)]
        assert not errors, (path, errors)
        assert len(sarif["runs"][0]["results"]) == found, path
        own = [one for one in read(path / "validation.sarif")["runs"][0]["results"] if one.get("level", "warning") == "error"]
        assert not own, (path, own)
        suites = xml.parse(path / "junit").getroot()
        assert len(suites.findall(".//testcase")) == found + 1, path
        assert len(xml.parse(path / "checkstyle").getroot().findall("./file/error")) == found, path
        results = AssessmentResults.oscal_read(path / "oscal.json")
        assert results is not None and len(results.results[0].observations or []) == found, path
        prints = [one["fingerprint"] for one in read(path / "gitlab")]
        assert len(set(prints)) == len(prints) == found, path
    print(f"{len(sets)} sets of documents, read by others")


main()
