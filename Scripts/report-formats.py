"""Reads the reports of tare lint and tare diff with the readers that others wrote for their formats: SARIF 2.1.0 as the
models made from its schema, JUnit with junitparser, GitLab's and Reviewdog's by the members their documentation asks for,
the JSON of tare diff by its published schema, its CSV and its page with the readers of Python.

    report-formats.py TARE PATH...
"""

import csv
import json
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from pathlib import Path

from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from sarif_pydantic import Sarif


def main(tare, paths):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = [f"--report={form}:{folder / form}" for form in ("sarif", "junit", "gitlab", "rdjson", "json")]
        lint = [tare, "lint", "--no-cache", "--select", "ALL", "--model", "gpt-5.4", "--quiet", *reports, "--", *paths]
        # A file that cannot be read is a finding as well, so every exit code will do.
        subprocess.run(lint, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        findings = json.loads((folder / "json").read_text())
        run = Sarif.model_validate(json.loads((folder / "sarif").read_text())).runs[0]
        check("SARIF", len(run.results), len(findings))
        tests = JUnitXml.fromfile(str(folder / "junit"))
        check("JUnit", tests.failures + tests.errors, len(findings))
        check("GitLab", gitlab(json.loads((folder / "gitlab").read_text())), len(findings))
        check("rdjson", rdjson(json.loads((folder / "rdjson").read_text())), len(findings))
        print(f"{len(findings)} findings in SARIF, JUnit, GitLab's and Reviewdog's format")


def gitlab(issues):
    """docs.gitlab.com: what an entry of a Code Quality report must have."""
    severities = {"info", "minor", "major", "critical", "blocker"}
    for issue in issues:
        assert isinstance(issue["description"], str) and isinstance(issue["check_name"], str)
        assert issue["severity"] in severities and not issue["location"]["path"].startswith("./")
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues), "a fingerprint comes twice"
    return len(issues)


def rdjson(result):
    """Reviewdog's DiagnosticResult: positions from 1, an end behind its start, suggestions with a range and a text."""
    for diagnostic in result["diagnostics"]:
        assert diagnostic["message"] and diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}
        ranges = [diagnostic["location"].get("range")] + [fix["range"] for fix in diagnostic.get("suggestions", [])]
        for span in filter(None, ranges):
            start, end = span["start"], span.get("end", span["start"])
            assert start["line"] >= 1 and start.get("column", 1) >= 1
            assert (end["line"], end.get("column", 1)) >= (start["line"], start.get("column", 1))
        assert all(isinstance(fix["text"], str) for fix in diagnostic.get("suggestions", []))
    return len(result["diagnostics"])


def savings(tare, paths):
    """Prompts and the same with every third line gone, as tare diff reports on them."""
    with tempfile.TemporaryDirectory() as name:
        before, after = Path(name) / "before", Path(name) / "after"
        for path in filter(Path.is_dir, map(Path, paths)):
            shutil.copytree(path, before / path.name)
        shutil.copytree(before, after)
        for prompt in after.rglob("*.md"):
            lines = prompt.read_text().splitlines(keepends=True)
            prompt.write_text("".join(line for number, line in enumerate(lines) if number < 8 or number % 3))
        folder = Path(name)
        reports = [f"--report={form}:{folder / form}" for form in ("json", "junit", "csv", "html")]
        diff = [tare, "diff", before, after, "--model", "gpt-5.4", "--requests-per-month", "1000", *reports]
        subprocess.run(diff, stdout=subprocess.DEVNULL, check=True)
        report = json.loads((folder / "json").read_text())
        schema = json.loads((Path(__file__).parent.parent / "Documentation/tare-diff.schema.json").read_text())
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema).validate(report)
        changed = len(report["prompts"])
        check("JUnit", JUnitXml.fromfile(str(folder / "junit")).tests, changed)
        with open(folder / "csv", newline="") as file:
            check("CSV", [row["path"] for row in csv.DictReader(file)], [prompt["path"] for prompt in report["prompts"]])
        page = xml.etree.ElementTree.parse(folder / "html")
        check("HTML", len(page.findall(".//{*}desc")), len(page.findall(".//{*}svg")))
        print(f"{changed} changed prompts in the published schema, JUnit, CSV and a page")


def check(form, found, expected):
    if found != expected:
        sys.exit(f"{form}: found {found}, expected {expected}")


if len(sys.argv) < 3:
    sys.exit(__doc__)
main(sys.argv[1], sys.argv[2:])
savings(sys.argv[1], sys.argv[2:])
