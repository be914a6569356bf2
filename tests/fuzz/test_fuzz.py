"""No document, however spoilt, breaks a reader: a sample of ``benchmarks.fuzz``, and what once failed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import ReadingProcess
from tests.fuzz.mutation import spoilt
from tests.fuzz.outcomes import Outcome, outcome_of
from tests.fuzz.seeds import seeds

ONCE_FAILED = sorted(path for path in (Path(__file__).parent / "once_failed").iterdir() if path.suffix != ".md")
QUICK = ("txt", "html", "docx", "pdf")
WANTED = (Outcome.READ, Outcome.REFUSED)


@pytest.fixture(scope="module")
def reading() -> Iterator[ReadingProcess]:
    with ReadingProcess() as process:
        yield process


def test_the_documents_that_are_spoilt_are_read_while_they_are_whole(reading: ReadingProcess, tmp_path: Path) -> None:
    for number, seed in enumerate(seeds()):
        path = tmp_path / f"{number}.{seed.format}"
        path.write_bytes(seed.content)
        if seed.format in QUICK:
            outcome, why = outcome_of(reading, path)
            assert outcome in WANTED, (number, seed.format, why)


@pytest.mark.parametrize("kind", QUICK)
def test_a_sample_of_spoilt_documents_is_read_or_refused(reading: ReadingProcess, tmp_path: Path, kind: str) -> None:
    for number in range(40):
        path = tmp_path / f"{number}.{kind}"
        path.write_bytes(spoilt(number, (kind,)).content)
        outcome, why = outcome_of(reading, path)
        assert outcome in WANTED, (number, why)


@pytest.mark.parametrize("path", ONCE_FAILED, ids=lambda path: path.name)
def test_what_once_failed_is_read_or_refused(reading: ReadingProcess, path: Path) -> None:
    outcome, why = outcome_of(reading, path)
    assert outcome in WANTED, why


def test_the_same_number_gives_the_same_document() -> None:
    assert [spoilt(number) for number in range(20)] == [spoilt(number) for number in range(20)]
