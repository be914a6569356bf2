"""What the command line quotes of a file of any format stands in ``rolebook source`` where it says."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ingest.formats import SUFFIXES
from tests.ui.conftest import ROOT, SAMPLES, Rolebook

_FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in SUFFIXES and path.stem.islower())
_BY_SUFFIX = {path.suffix: path for path in _FILES}
_every_file = pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.name))


def held(rolebook: Rolebook, path: Path) -> dict[str, Any]:
    """The spec that the library holds of a file."""
    (spec,) = (spec for spec in rolebook("list", "--json").json["specs"] if Path(spec["path"]).name == path.name)
    return dict(spec)


@_every_file
def test_every_cell_that_is_shown_stands_in_the_source(rolebook: Rolebook, path: Path) -> None:
    spec_id = held(rolebook, path)["spec_id"]
    shown = rolebook("show", spec_id, "--json").json
    text = rolebook("source", spec_id).text
    assert shown["facts"]
    for fact in shown["facts"]:
        assert text[fact["raw_start"] : fact["raw_end"]] == fact["raw"]
        assert fact["start"] <= fact["raw_start"] <= fact["raw_end"] <= fact["end"] <= len(text)
        for repair in fact["repairs"]:
            assert text[repair["start"] : repair["end"]] == repair["before"]
    for section in shown["sections"]:
        assert text[section["start"] : section["end"]].strip()


@_every_file
def test_an_answer_about_any_file_quotes_its_source(rolebook: Rolebook, path: Path) -> None:
    spec = held(rolebook, path)
    shown = rolebook("show", spec["spec_id"], "--json").json
    standing = next((fact for fact in shown["facts"] if fact["field"] == "physical_demands.standing"), None)
    asked = f"How often does the {spec['title']} stand?" if standing else f"What are the duties of the {spec['title']}?"
    answer = rolebook("ask", asked, "--json", "--no-llm").json
    for citation in answer["citations"]:
        text = rolebook("source", citation["spec_id"]).text
        assert text[citation["start"] : citation["end"]] == citation["quote"]
    newest = rolebook("show", spec["title"], "--json").json["spec_id"] == spec["spec_id"]
    if standing and standing["status"] == "read" and newest:
        assert answer["outcome"] == "answered"
        assert (answer["values"][0]["raw"], answer["values"][0]["value"]) == (standing["raw"], standing["value"])
        cited = answer["citations"][answer["values"][0]["citation"] - 1]
        assert (cited["start"], cited["end"], cited["page"]) == (standing["start"], standing["end"], standing["page"])


@pytest.mark.parametrize("suffix", sorted(_BY_SUFFIX))
def test_the_source_of_any_format_is_printed_as_it_is_quoted(
    rolebook: Rolebook, library_folder: Path, suffix: str
) -> None:
    spec_id = held(rolebook, _BY_SUFFIX[suffix])["spec_id"]
    printed = subprocess.run(
        [sys.executable, "-m", "ui", "--library", str(library_folder), "source", spec_id],
        cwd=ROOT, env=dict(os.environ), capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    for fact in rolebook("show", spec_id, "--json").json["facts"]:
        assert printed[fact["raw_start"] : fact["raw_end"]] == fact["raw"]
