"""From a file to a class spec: the one place of this floor that touches the disk."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import IngestError, NotAClassSpec, UnreadableFile
from ingest.model import ClassSpec, Fact, Form, Issue, Source, Status
from ingest.norfolk import Reading, read_norfolk
from ingest.passages import CountTokens, estimated_tokens, passages
from ingest.source_text import decode, footers, lines
from ingest.titles import display_title

# Raised whenever the same bytes may be read differently, so that a library knows to read them again.
READER_VERSION = 1
FORMATS = {".txt": "txt", ".md": "md"}
MOST_BYTES = 5_000_000
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or path that could not be read, and why, in one sentence."""

    path: str
    error: str


def find_files(paths: Iterable[Path]) -> tuple[tuple[Path, ...], tuple[Failure, ...]]:
    """The files to read, resolved, once each and in order of their paths; folders are searched through.

    In a folder only files of a supported format count; a file named itself is always taken, to be read or refused.
    """
    files: set[Path] = set()
    failures: list[Failure] = []
    for path in paths:
        if path.is_dir():
            inside = {
                found.resolve() for found in path.rglob("*") if found.suffix.lower() in FORMATS and found.is_file()
            }
            files |= {found for found in inside if not _is_about_the_folder(found)}
        elif path.exists():
            files.add(path.resolve())
        else:
            failures.append(Failure(str(path), "there is no such file or folder"))
    return tuple(sorted(files)), tuple(failures)


def read_spec(path: Path, *, agency: str | None = None, count_tokens: CountTokens | None = None) -> ClassSpec:
    """The class spec that a file holds.

    Args:
        path: the file; its resolved path becomes part of the spec's source.
        agency: whose spec it is where the document does not say so itself.
        count_tokens: the length of a text for the embedding model; estimated where no model is at hand.

    Raises:
        UnreadableFile: the file is missing, too large, empty, of no supported format, or no text.
        NotAClassSpec: it is text, and in no form that Rolebook knows.
    """
    content, file_format = _content(path)
    text, encoding = decode(content)
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise UnreadableFile("the file is empty")
    ends = footers(text)
    reading = read_norfolk(text, lines(text, ends), ends)
    if reading is None:
        raise NotAClassSpec(
            "it is text, but not a class specification: fewer than three of the form's headings are in it"
        )
    digest = hashlib.sha256(content).hexdigest()
    source = Source(str(path.resolve()), digest, file_format, encoding, text)
    return _spec(source, reading, agency, count_tokens or estimated_tokens)


def _content(path: Path) -> tuple[bytes, str]:
    """The file's bytes and format, refused before reading where that can be."""
    file_format = FORMATS.get(path.suffix.lower())
    if file_format is None:
        known = " and ".join(FORMATS)
        raise UnreadableFile(f"files of the kind “{path.suffix or path.name}” are not read; {known} files are")
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableFile(
                f"the file has {size / _MEGABYTE:.1f} MB; a class spec has at most {MOST_BYTES // _MEGABYTE} MB"
            )
        return path.read_bytes(), file_format
    except OSError as error:
        raise UnreadableFile(f"the file cannot be opened: {error.strerror}") from error


def _spec(source: Source, reading: Reading, agency: str | None, count_tokens: CountTokens) -> ClassSpec:
    values = {fact.field: fact for fact in reading.facts if fact.status is Status.READ}
    title = _value(values, "title")
    shown = display_title(title) if title else None
    stated = _value(values, "agency")
    return ClassSpec(
        source=source,
        form=Form.NORFOLK,
        agency=display_title(stated) if stated else agency,
        code=_value(values, "code"),
        title=shown,
        department=_value(values, "department"),
        service=_value(values, "service"),
        adopted=_value(values, "adopted"),
        revised=_value(values, "revised"),
        revision=_revision(values),
        members=(),
        sections=reading.sections,
        legends=reading.legends,
        facts=reading.facts,
        passages=passages(source.text, shown, reading.stretches, count_tokens),
        issues=(*reading.issues, *_about_the_whole(values)),
    )


def _value(values: dict[str, Fact], field: str) -> str | None:
    return values[field].value if field in values else None


def _revision(values: dict[str, Fact]) -> str | None:
    """The latest date of revision, else of adoption, in ISO form (contract, section 2)."""
    dated = values.get("revised") or values.get("adopted")
    return max(dated.iso.split("; ")) if dated and dated.iso else None


def _about_the_whole(values: dict[str, Fact]) -> tuple[Issue, ...]:
    if "title" in values:
        return ()
    return (Issue("no_title", "The document does not say the title of its class."),)


def _is_about_the_folder(path: Path) -> bool:
    """Whether a file tells people about its folder, as a README does, and is not offered as a spec."""
    return path.stem.upper() == "README"


__all__ = ["Failure", "IngestError", "find_files", "read_spec"]
