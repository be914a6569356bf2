"""How the library stands, for staff: how much it holds, whether vectors are ready, what an examination finds."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from index import DoctorReport, Library, VectorsState
from ingest import READER_VERSION
from ui.html import escaped, paragraph
from ui.words import Words

_MEGABYTE = 1_000_000
_MOST_DIFFERENCES = 100


@dataclass(frozen=True, slots=True)
class Health:
    """What the library holds (documents, specs with the classes of series, passages) and the bytes it takes."""

    documents: int
    specs: int
    passages: int
    vectors: VectorsState
    disk: int
    outdated: int


def health_of(library: Library) -> Health:
    """How a library stands now; loads neither the model nor the vector store."""
    entries = library.entries()
    readings = library.readings()
    return Health(
        documents=len(readings),
        specs=len(entries),
        passages=library.passage_count(),
        vectors=library.vectors_state(),
        disk=_bytes_in(library.folder),
        outdated=len(outdated(library)),
    )


def outdated(library: Library) -> list[str]:
    """The ids of the documents that an older version of the reader has read."""
    readings = library.readings()
    return sorted(spec_id for spec_id, reading in readings.items() if reading.reader_version < READER_VERSION)


def _bytes_in(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat(follow_symlinks=False).st_size if not path.is_dir() else 0
        except FileNotFoundError:  # it was there a moment ago
            continue
    return total


def health_html(health: Health, words: Words) -> str:
    """How the library stands, and a button that has it examined."""
    state = {
        "ready": words.say("library.health.ready"),
        "pending": words.say("library.health.pending"),
        "absent": words.say("library.health.absent"),
        "unavailable": words.say("library.health.unavailable"),
    }[health.vectors]
    rows = (
        (words.say("library.health.documents"), str(health.documents)),
        (words.say("library.health.specs"), str(health.specs)),
        (words.say("library.health.passages"), str(health.passages)),
        (words.say("library.health.vectors"), state),
        (words.say("library.health.outdated"), str(health.outdated)),
        (words.say("library.health.disk"), f"{health.disk / _MEGABYTE:.1f} MB"),
        (words.say("library.health.version"), f"{version('rolebook')} · {READER_VERSION}"),
    )
    listed = "".join(f"<div><dt>{escaped(name)}</dt><dd>{escaped(value)}</dd></div>" for name, value in rows)
    again = words.count("library.health.again", health.outdated)
    catch_up = f'<button type="button" data-do="catch-up">{escaped(again)}</button>' if health.outdated else ""
    return (
        f'<dl class="facts">{listed}</dl><div class="buttons">{catch_up}'
        f'<button type="button" data-do="examine">{escaped(words.say("library.health.examine"))}</button></div>'
        '<div data-part="examination"></div>'
    )


def examination_html(report: DoctorReport, words: Words) -> str:
    """What an examination found, each thing in its own words."""
    found = [each.message for each in (*report.differences, *report.issues)]
    if not found:
        return paragraph("good", words.say("library.health.clean"))
    listed = "".join(f"<li>{escaped(message)}</li>" for message in found[:_MOST_DIFFERENCES])
    more = len(found) - _MOST_DIFFERENCES
    rest = paragraph("hint", words.count("library.health.more", more)) if more > 0 else ""
    advice = paragraph("hint", words.say("library.health.repair")) if report.differences else ""
    said = paragraph("problem", words.count("library.health.found", len(found)))
    return f"{said}<ul>{listed}</ul>{rest}{advice}"
