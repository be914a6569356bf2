"""The same class specs written in every shape: the facts of each are those of the sample, whatever its format."""

import json
from functools import cache
from pathlib import Path

import pytest

from ingest import read_spec
from ingest.model import ClassSpec
from tests.generation.comparing import Difference, Outcome, compare_facts
from tests.generation.specs import ExpectedFact
from tests.ingest.reading import GOLDEN, ROOT

_SHAPES = ROOT / "tests" / "shapes"
_FILES = sorted(path for path in _SHAPES.glob("*/*.*") if path.stem != "scan")
_SCANS = sorted(_SHAPES.glob("*/scan.*"))
# Of a scan so many values are equal; the rest is said to be illegible.
_LEGIBLE = 0.97


@cache
def _read(path: Path) -> ClassSpec:
    return read_spec(path)


def _expected(path: Path) -> tuple[ExpectedFact, ...]:
    """The facts of the sample that a file is one shape of, as they are written down for it."""
    facts = json.loads((GOLDEN / f"{path.parent.name}.json").read_text(encoding="utf-8"))["facts"]
    return tuple(
        ExpectedFact(field, said["status"], "", said["value"], said.get("description") or None, said.get("iso"))
        for field, said in facts.items()
    )


def _differences(path: Path) -> tuple[Difference, ...]:
    return compare_facts(_expected(path), _read(path).facts)


def _named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", _FILES, ids=_named)
def test_the_facts_are_the_same_in_every_shape(path: Path) -> None:
    assert [each.said for each in _differences(path)] == []


@pytest.mark.parametrize("path", _SCANS, ids=_named)
def test_every_value_of_a_scan_is_the_same_or_said_to_be_illegible(path: Path) -> None:
    differences = _differences(path)
    assert [each.said for each in differences if each.outcome is not Outcome.ILLEGIBLE] == []
    assert len(differences) <= (1 - _LEGIBLE) * len(_expected(path))


@pytest.mark.parametrize("path", [*_FILES, *_SCANS], ids=_named)
def test_every_fact_is_found_where_it_says(path: Path) -> None:
    spec = _read(path)
    assert [fact.field for fact in spec.facts if spec.source.text[fact.raw_start : fact.raw_end] != fact.raw] == []
