"""Every fact and passage of every format is quoted exactly: its place holds its words, and no other row's."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest

from index import token_counter
from ingest.arrangement import settled, with_pages
from ingest.formats import SUFFIXES, extracted, format_of
from ingest.model import ClassSpec, Fact, Status
from ingest.source_text import Page
from ingest.spec import class_specs
from tests.generation.document import Document, document_of
from tests.generation.formats_html import as_html
from tests.generation.formats_pdf import as_pdf
from tests.generation.formats_scan import as_pictures
from tests.generation.formats_word import as_docx
from tests.generation.layouts import LAYOUTS, printed_layout
from tests.generation.specs import SpecValues
from tests.generation.wording import varied_values
from tests.ingest.places import is_coded, letters, misplaced
from tests.ingest.reading import SAMPLES

_COUNT_TOKENS = token_counter()
_FILES = sorted(path for path in SAMPLES.iterdir() if path.suffix in SUFFIXES and path.stem.islower())
_SEEDS = range(4)
_layouts = pytest.mark.parametrize("layout", LAYOUTS)


@dataclass(frozen=True)
class Read:
    """A document as it was read: its specs, and the pages of its text."""

    specs: tuple[ClassSpec, ...]
    pages: tuple[Page, ...]

    @property
    def misplaced(self) -> list[str]:
        assert _COUNT_TOKENS is not None
        return [said for spec in self.specs for said in misplaced(spec, self.pages, _COUNT_TOKENS)]


def _read(content: bytes, suffix: str) -> Read:
    assert _COUNT_TOKENS is not None
    file_format = format_of(content, suffix)
    source = replace(extracted(content, file_format), format=file_format)
    specs = class_specs(source, f"written{suffix}", "", None, _COUNT_TOKENS)
    return Read(specs, settled(with_pages(source)).pages)


def _second_page(document: Document, random: Random) -> bytes:
    return as_pictures(as_pdf(document, random, ruled=True), random, dpi=200, askew=0.4)[1]


@dataclass(frozen=True)
class Shape:
    """A format: the suffix of its files, how one is written, and which specs are."""

    suffix: str
    written: Callable[[Document, Random], bytes]
    seeds: range = range(2)


_SHAPES = {
    "html": Shape(".html", as_html),
    "ugly html": Shape(".html", partial(as_html, ugly=True), _SEEDS),
    "docx": Shape(".docx", as_docx, _SEEDS),
    "ruled pdf": Shape(".pdf", partial(as_pdf, ruled=True)),
    "unruled pdf": Shape(".pdf", partial(as_pdf, ruled=False)),
    "scan": Shape(".png", _second_page, range(1)),
}
_shapes = pytest.mark.parametrize("shape", _SHAPES)


@cache
def _read_shapes(shape: str) -> tuple[tuple[SpecValues, Read], ...]:
    """The specs written in a format, each as it was read back."""
    found = []
    for seed in _SHAPES[shape].seeds:
        values = varied_values(Random(seed))
        content = _SHAPES[shape].written(document_of(values), Random(seed))
        found.append((values, _read(content, _SHAPES[shape].suffix)))
    return tuple(found)


@cache
def _read_layout(layout: str, seed: int, dirty: bool) -> Read:
    printed = printed_layout(layout, seed, dirty=dirty)
    return _read(printed.text.encode(), LAYOUTS[layout].suffix)


@_layouts
@pytest.mark.parametrize("dirty", [False, True], ids=["clean", "dirty"])
def test_every_place_in_a_text_holds_its_words(layout: str, dirty: bool) -> None:
    assert [said for seed in _SEEDS for said in _read_layout(layout, seed, dirty).misplaced] == []


@_shapes
def test_every_place_in_a_file_of_another_format_holds_its_words(shape: str) -> None:
    assert [said for _, read in _read_shapes(shape) for said in read.misplaced] == []


@pytest.mark.parametrize("path", _FILES, ids=lambda path: str(path.name))
def test_every_place_in_a_sample_holds_its_words(path: Path) -> None:
    assert _read(path.read_bytes(), path.suffix).misplaced == []


def _cells(values: SpecValues) -> dict[str, str]:
    """What each row of the demands says, as one, by its field."""
    tables = (("physical_demands", values.demands), ("non_physical_demands", values.non_physical))
    said = {f"{section}.{row.key}": row for section, rows in tables for row in rows}
    return {field: f"{row.label} {row.code} {row.description}" for field, row in said.items()}


def _quoted_beyond(spec: ClassSpec, rows: dict[str, str]) -> list[str]:
    """The rows whose quote begins or ends with a word that is not theirs."""
    found = []
    for fact in spec.facts:
        if fact.field in rows:
            said, quote = letters(rows[fact.field]), spec.source.text[fact.start : fact.end].split()
            if letters(quote[0]) not in said or letters(quote[-1]) not in said:
                found.append(f"{fact.field}: {' '.join(quote)}")
    return found


def _labels_beside(spec: ClassSpec, rows: dict[str, str]) -> list[str]:
    """The rows of physical demands whose quote says the label of another row of them."""
    facts = {fact.field: spec.source.text[fact.start : fact.end] for fact in spec.facts if fact.field in rows}
    return [
        f"{field} quotes {other}"
        for field, quote in facts.items()
        for other in ("Standing", "Walking", "Sitting", "Kneeling", "Hearing")
        if other in quote and not field.endswith(other.lower())
    ]


@_layouts
def test_a_row_of_a_text_is_quoted_and_no_more(layout: str) -> None:
    for seed in _SEEDS:
        suited = LAYOUTS[layout].suited(varied_values(Random(seed)))
        for spec in _read_layout(layout, seed, False).specs:
            assert _quoted_beyond(spec, _cells(suited)) == []
            assert _labels_beside(spec, _cells(suited)) == []


@_shapes
def test_a_row_of_another_format_is_quoted_and_no_more(shape: str) -> None:
    for values, read in _read_shapes(shape):
        assert _quoted_beyond(read.specs[0], _cells(values)) == []
        assert _labels_beside(read.specs[0], _cells(values)) == []


def _code_cells(values: SpecValues) -> dict[str, str]:
    tables = (
        ("physical_demands", values.demands), ("non_physical_demands", values.non_physical),
        ("health_and_safety", values.health), ("environmental_factors", values.environment),
    )  # fmt: skip
    return {f"{section}.{row.key}": row.code for section, rows in tables for row in rows}


@_shapes
def test_the_cell_of_a_code_is_the_code_alone(shape: str) -> None:
    for values, read in _read_shapes(shape):
        codes = _code_cells(values)
        cells = {fact.field: fact.raw for fact in read.specs[0].facts if fact.field in codes}
        assert cells == {field: code for field, code in codes.items() if field in cells}
        assert len(cells) > (5 if shape == "scan" else 30)


def _blank_facts(spec: ClassSpec) -> list[Fact]:
    return [fact for fact in spec.facts if fact.status is Status.BLANK and is_coded(fact.field)]


@_layouts
def test_a_blank_cell_has_no_width_and_lies_in_its_row(layout: str) -> None:
    blank = [fact for seed in _SEEDS for spec in _read_layout(layout, seed, True).specs for fact in _blank_facts(spec)]
    assert blank
    assert all(fact.start <= fact.raw_start == fact.raw_end <= fact.end for fact in blank)
