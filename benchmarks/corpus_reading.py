"""Reads every real document beside the checkout, where they are there: what is read of each source, and what is not.

python -m benchmarks.corpus_reading

Prints the table that ``benchmarks.run`` writes, and below it each fact of the checked samples that is read wrongly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus_checked import CORPUS, Stated, checked_samples, differences, stated_by
from benchmarks.table import percent, table
from index.tokens import tokenizer_file
from ingest import IngestError, ReadingProcess, find_files

_UNNAMED = ("header", "other")
_FIELDS = ("title", "code", "adopted", "revised", "open_date")


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that was not read: its path in the corpus, the reason, and whether it is empty."""

    path: str
    reason: str
    is_empty: bool

    @property
    def source(self) -> str:
        """The folder of the corpus that it is in."""
        return Path(self.path).parts[0]


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What was read of one document: its path in the corpus, its facts, and whether a section has a key of its own."""

    path: str
    stated: Stated
    has_keyed_section: bool

    @property
    def source(self) -> str:
        """The folder of the corpus that it is in."""
        return Path(self.path).parts[0]


@dataclass(frozen=True, slots=True)
class CorpusReading:
    """All that was read and all that was not, in the order of the paths."""

    read: tuple[ReadDocument, ...]
    failed: tuple[Failed, ...]


@dataclass(frozen=True, slots=True)
class CheckedSample:
    """A sample that was looked up by hand: how many documents, and what is wrong, by path."""

    name: str
    documents: int
    wrong: Mapping[str, Sequence[str]]


def read_corpus() -> CorpusReading | None:
    """Everything in the corpus, read in the reading process as an ingest reads it; None where there is no corpus."""
    if not CORPUS.is_dir():
        return None
    read: list[ReadDocument] = []
    failed: list[Failed] = []
    with ReadingProcess(tokenizer_file()) as reading:
        for file in find_files([CORPUS])[0]:
            path = file.relative_to(CORPUS.resolve()).as_posix()
            try:
                specs = reading.read(file)
            except IngestError as error:
                failed.append(Failed(path, str(error), not file.read_bytes().strip()))
                continue
            keyed = any(section.key not in _UNNAMED for section in specs[0].sections)
            read.append(ReadDocument(path, stated_by(specs), keyed))
    return CorpusReading(tuple(read), tuple(failed))


def checked(reading: CorpusReading) -> tuple[CheckedSample, ...]:
    """The checked samples, compared with what was read."""
    stated = {document.path: document.stated for document in reading.read}
    samples = []
    for name, sample in checked_samples().items():
        wrong = {
            path: differences(said, stated[path]) if path in stated else ["not read"] for path, said in sample.items()
        }
        samples.append(CheckedSample(name, len(sample), {path: lines for path, lines in wrong.items() if lines}))
    return tuple(samples)


def corpus_section(reading: CorpusReading | None) -> str:
    """The section of the page about the real documents."""
    if reading is None:
        return "### Real documents\n\nThe folder shared/corpus is not beside the checkout: nothing was read."
    return "\n\n".join(
        ("### Real documents", _counts(reading), _refused(reading), _keyless(reading), _shares(checked(reading)))
    )


def _counts(reading: CorpusReading) -> str:
    sources = sorted({each.source for each in reading.read} | {each.source for each in reading.failed})
    rows = []
    for source in (*sources, "all"):
        read = [each for each in reading.read if source in (each.source, "all")]
        failed = [each for each in reading.failed if source in (each.source, "all")]
        members = sum(len(each.stated.members) for each in read)
        facts = [sum(getattr(each.stated, field) is not None for each in read) for field in _FIELDS]
        keyed = sum(each.has_keyed_section for each in read)
        rows.append((source, len(read) + len(failed), len(read), len(failed), members, *facts, keyed))
    titles = ("source", "files", "read", "not read", "members of series", *_FIELDS, "with a section of a known kind")
    return table((title.replace("_", " ") for title in titles), rows)


def _refused(reading: CorpusReading) -> str:
    if not reading.failed:
        return "Every file was read."
    lines = (f"- {each.path}{' (empty)' if each.is_empty else ''}: {each.reason}" for each in reading.failed)
    return "Not read:\n\n" + "\n".join(lines)


def _keyless(reading: CorpusReading) -> str:
    without = [each.path for each in reading.read if not each.has_keyed_section]
    return "Without a section of a known kind: " + (", ".join(without) if without else "none") + "."


def _shares(samples: Sequence[CheckedSample]) -> str:
    rows = [
        (each.name, each.documents, each.documents - len(each.wrong), percent(1 - len(each.wrong) / each.documents))
        for each in samples
    ]
    return table(("sample checked by hand", "documents", "all facts right", "share"), rows)


def main() -> None:
    """Read, and print the section and what is wrong."""
    reading = read_corpus()
    print(corpus_section(reading))
    for sample in checked(reading) if reading else ():
        for path, lines in sample.wrong.items():
            print(f"{sample.name}: {path}: {'; '.join(lines)}")


if __name__ == "__main__":
    main()
