"""What holds for every class spec: random ones as forms print them, the same ones damaged, and no spec at all."""

import hashlib
import re
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, note, settings
from hypothesis import strategies as st

from index import token_counter
from ingest import IngestError, read_spec
from ingest.form import SECTIONS
from ingest.model import ClassSpec, Fact, Repair
from tests.generation.dirt import Damage, dirtied, encoded
from tests.generation.printing import Kind, PrintedLine, paged, printed
from tests.generation.specs import ExpectedFact, random_values
from tests.ingest.reading import SAMPLES, SHORT_FORM

_COUNT_TOKENS = token_counter()
# What the embedding model reads.
_MOST_TOKENS = 256
_checked = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
_NOTE_NUMBER = re.compile(r"\(\d\)")
_seeds = st.integers(min_value=0, max_value=2**32 - 1)
_FORM_WORDS = [
    *(heading for section in SECTIONS for heading in section.headings),
    *(label for section in SECTIONS for field in section.fields for label in field.labels),
    "C", "F", "O", "0", "S", "VH", "X", "[X]", "(1)", "(2)", "C = Constantly", "W = Several", "Adopted:", "June 1998",
    "Page 1 of 2 Pages", "Classified Service (x)", "\t", "\t", "\t", "\n", "\n", "\n\n", ":", " ", "<u>", "1", "2", "ß",
    "CLASSIFICATION SPECIFICATION",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


def _read(folder: Path, content: bytes) -> ClassSpec:
    path = folder / "generated.txt"
    path.write_bytes(content)
    return read_spec(path, count_tokens=_COUNT_TOKENS)


def _read_or_refused(folder: Path, content: bytes) -> ClassSpec | None:
    """The spec, or None where the bytes are refused with a sentence; anything else is raised."""
    try:
        return _read(folder, content)
    except IngestError as error:
        return None if str(error) else pytest.fail("refused without a word")


def _clean(seed: int) -> tuple[PrintedLine, ...]:
    random = Random(seed)
    values = random_values(random)
    return paged(printed(values, random), values.service, random)


def _dirty(seed: int) -> tuple[tuple[PrintedLine, ...], tuple[Damage, ...]]:
    random = Random(seed)
    values = random_values(random)
    lines, damages = dirtied(printed(values, random), random)
    return paged(lines, values.service, random, within_facts=True), damages


def _dirty_bytes(seed: int, lines: tuple[PrintedLine, ...]) -> bytes:
    random = Random(seed)
    return encoded(lines, line_end=random.choice(("\n", "\r\n")), mark=random.random() < 0.3)


def _as_expected(fact: Fact) -> ExpectedFact:
    return ExpectedFact(fact.field, fact.status.value, fact.raw, fact.value, fact.description, fact.iso, fact.page)


@_checked
@given(seed=_seeds)
def test_every_value_of_a_clean_spec_is_read_and_nothing_else(folder: Path, seed: int) -> None:
    lines = _clean(seed)
    expected = [fact for line in lines for fact in line.facts]
    spec = _read(folder, encoded(lines))
    by_field = sorted((_as_expected(fact) for fact in spec.facts), key=lambda fact: fact.field)
    assert by_field == sorted(expected, key=lambda fact: fact.field)


@_checked
@given(seed=_seeds)
def test_a_damaged_spec_never_states_another_value(folder: Path, seed: int) -> None:
    lines, damages = _dirty(seed)
    for damage in damages:
        note(repr(damage))
    expected = {fact.field: fact for line in lines for fact in line.facts}
    spec = _read(folder, _dirty_bytes(seed, lines))
    assert not [field for field, times in Counter(fact.field for fact in spec.facts).items() if times > 1]
    for fact in spec.facts:
        truth = expected.get(fact.field)
        if truth is None:
            told = [issue for issue in spec.issues if issue.start is not None and issue.start <= fact.start]
            assert told, f"{fact.field} is no field of this spec and no issue says so"
        elif fact.status != "illegible":
            said = (fact.status.value, fact.value, fact.iso, fact.page)
            assert (fact.field, said) == (fact.field, (truth.status, truth.value, truth.iso, truth.page))
    missing = expected.keys() - {fact.field for fact in spec.facts}
    assert not missing or spec.issues, f"{missing} are not read and no issue says so"


@_checked
@given(seed=_seeds)
def test_no_damage_costs_more_than_one_value(folder: Path, seed: int) -> None:
    lines, damages = _dirty(seed)
    expected = {fact.field for line in lines for fact in line.facts if fact.status == "read"}
    spec = _read(folder, _dirty_bytes(seed, lines))
    unread = expected - {fact.field for fact in spec.facts if fact.status == "read"}
    assert len(unread) <= len(damages)


def _said(line: str) -> str:
    """The line with the numbers of notes as white space: a note that is blank says nothing."""
    return _NOTE_NUMBER.sub("   ", line)


def _repairs(spec: ClassSpec) -> list[Repair]:
    found = [repair for section in spec.sections for repair in section.repairs]
    found += [repair for entry in spec.legends for repair in entry.repairs]
    return found + [repair for fact in spec.facts for repair in fact.repairs]


def _check_places(spec: ClassSpec) -> None:
    text = spec.source.text
    for fact in spec.facts:
        assert text[fact.raw_start : fact.raw_end] == fact.raw
        assert 0 <= fact.start <= fact.raw_start <= fact.raw_end <= fact.end <= len(text)
        assert (fact.value is not None) <= (fact.status == "read")
    places = [(section.start, section.end) for section in spec.sections]
    places += [(entry.start, entry.end) for entry in spec.legends]
    places += [(passage.start, passage.end) for passage in spec.passages]
    assert all(0 <= start < end <= len(text) for start, end in places)
    for repair in _repairs(spec):
        assert 0 <= repair.start <= repair.end <= len(text)
        assert text[repair.start : repair.end] == repair.before
        assert repair.before != repair.after
    for issue in spec.issues:
        if issue.start is not None and issue.end is not None:
            assert 0 <= issue.start <= issue.end <= len(text)


def _check_passages(spec: ClassSpec) -> None:
    assert _COUNT_TOKENS is not None
    for passage in spec.passages:
        inside = [
            section
            for section in spec.sections
            if section.key == passage.section and section.start <= passage.start and passage.end <= section.end
        ]
        assert inside, spec.source.text[passage.start : passage.end]
        assert _COUNT_TOKENS(passage.embedded_text) <= _MOST_TOKENS
        assert passage.embedded_text.partition("\n")[2].strip()  # fmt: skip


@_checked
@given(seed=_seeds, is_dirty=st.booleans())
def test_every_place_lies_in_the_text_and_says_what_it_quotes(folder: Path, seed: int, is_dirty: bool) -> None:
    content = _dirty_bytes(seed, _dirty(seed)[0]) if is_dirty else encoded(_clean(seed))
    spec = _read(folder, content)
    assert spec.source.text.encode() == content
    assert spec.source.sha256 == hashlib.sha256(content).hexdigest()
    _check_places(spec)
    _check_passages(spec)


@_checked
@given(seed=_seeds, is_dirty=st.booleans())
def test_every_line_that_says_something_is_in_a_passage(folder: Path, seed: int, is_dirty: bool) -> None:
    lines = _dirty(seed)[0] if is_dirty else _clean(seed)
    spec = _read(folder, encoded(lines))
    covered = {at for passage in spec.passages for at in range(passage.start, passage.end)}
    start, footnotes = 0, 0
    for line in lines:
        footnotes += line.kind is Kind.FOOTNOTE
        is_said = line.kind is Kind.BODY or (line.kind is Kind.FOOTNOTE and footnotes == 1)
        # A rule of dashes says nothing.
        is_said = is_said and any(character.isalnum() for character in line.text)
        letters = {start + at for at, character in enumerate(_said(line.text)) if not character.isspace()}
        assert not is_said or letters <= covered, line.text
        start += len(line.text) + 1


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*-*.*")), ids=lambda path: str(path.stem))
def test_places_and_passages_of_the_samples_hold(path: Path) -> None:
    spec = read_spec(path, count_tokens=_COUNT_TOKENS)
    _check_places(spec)
    _check_passages(spec)


@_checked
@given(content=st.binary(max_size=3000))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"\x81")
def test_bytes_of_any_kind_are_a_spec_or_one_clear_error(folder: Path, content: bytes) -> None:
    spec = _read_or_refused(folder, content)
    if spec is not None:
        _check_places(spec)


@_checked
@given(words=st.lists(st.sampled_from(_FORM_WORDS) | st.text(max_size=12), max_size=150))
@example(["Straße: 1\n"])
@example(["Class Title: ", "Chief " * 300, "\n"])
def test_words_of_the_form_in_any_order_are_a_spec_or_one_clear_error(folder: Path, words: list[str]) -> None:
    content = ("".join(words) + "\n" + SHORT_FORM + "".join(words)).encode(errors="replace")
    spec = _read_or_refused(folder, content)
    if spec is not None:
        _check_places(spec)
        _check_passages(spec)
