"""The samples that are plain text, and a larger corpus of them: each as it is, and the same under other titles."""

from pathlib import Path

from ingest import find_files, read_spec
from ingest.model import ClassSpec, Status

# Each makes one more copy of every sample. A title stands in front of every embedded text, so no two are the same.
DIVISIONS = ("", "Airport ", "Harbor ", "Parks ", "Transit ")
_TEXT_SUFFIXES = (".txt", ".md")


def text_files(samples: Path) -> list[Path]:
    """The samples that any reader of text can read; the peer has no other readers."""
    return [file for file in find_files([samples])[0] if file.suffix in _TEXT_SUFFIXES]


def write_corpus(samples: Path, folder: Path) -> list[Path]:
    """Write the text samples, as UTF-8, once for each division into a folder; returns the files, sorted."""
    written: list[Path] = []
    for file in text_files(samples):
        spec = read_spec(file)
        for division in DIVISIONS:
            copy = folder / f"{division.lower().replace(' ', '-')}{file.name}"
            copy.write_text(retitled(spec, division), encoding="utf-8", newline="")
            written.append(copy)
    return sorted(written)


def retitled(spec: ClassSpec, division: str) -> str:
    """The source text of a spec with a division in front of its title, where it states one."""
    text = spec.source.text
    title = next((fact for fact in spec.facts if fact.field == "title" and fact.status is Status.READ), None)
    return text if title is None else text[: title.raw_start] + division + text[title.raw_start :]
