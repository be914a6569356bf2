"""What the samples ask for, against what was written down from reading them."""

import json
from functools import cache

import pytest

from ingest import read_specs
from ingest.model import ClassSpec, Qualification
from tests.ingest.reading import GOLDEN, SAMPLES

_WRITTEN = json.loads((GOLDEN / "qualifications.json").read_text(encoding="utf-8"))
_FILES = {path.stem: path for path in sorted(SAMPLES.iterdir()) if path.stem != "README"}
_NAMES = ("kind", "level", "amount", "is_required", "accepts_equivalent")


@cache
def _specs(name: str) -> tuple[ClassSpec, ...]:
    return read_specs(_FILES[name])


def _quote(spec: ClassSpec, each: Qualification) -> str:
    return " ".join(spec.source.text[each.start : each.end].split())


def _read(spec: ClassSpec) -> list[dict[str, object]]:
    return [
        {name: getattr(each, name) for name in _NAMES} | {"quote": _quote(spec, each)} for each in spec.qualifications
    ]


def _sorted(entries: list[dict[str, object]]) -> list[str]:
    return sorted(json.dumps(each, sort_keys=True) for each in entries)


def test_every_sample_is_written_down() -> None:
    assert set(_WRITTEN) == set(_FILES)


@pytest.mark.parametrize("name", _FILES)
def test_a_sample_asks_for_what_is_written_down(name: str) -> None:
    for spec in _specs(name):
        expected = (
            [] if spec.members else [each for each in _WRITTEN[name] if each.get("class", spec.title) == spec.title]
        )
        said = [{key: value for key, value in each.items() if key != "class"} for each in expected]
        assert _sorted(_read(spec)) == _sorted(said)


@pytest.mark.parametrize("name", _FILES)
def test_every_qualification_quotes_a_sentence_with_the_words_that_decided(name: str) -> None:
    for spec in _specs(name):
        text = spec.source.text
        for each in spec.qualifications:
            assert 0 <= each.start <= each.raw_start < each.raw_end <= each.end <= len(text)
            assert text[each.start : each.end] == text[each.start : each.end].strip() != ""
            assert each.field in {fact.field for fact in spec.facts} | {section.key for section in spec.sections}


def test_a_class_has_at_most_one_required_education_and_one_required_experience() -> None:
    for name in _FILES:
        for spec in _specs(name):
            required = [each.kind for each in spec.qualifications if each.is_required]
            assert sum(kind == "education" for kind in required) <= 1
            assert sum(kind == "experience" for kind in required) <= 1
