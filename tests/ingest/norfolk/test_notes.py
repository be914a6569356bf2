"""Footnotes by their numbers."""

import pytest

from ingest.norfolk.notes import before_footnote, read_notes, split_notes
from ingest.source_text import lines
from tests.ingest.reading import read_as


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1) (2)", {"notes.1": ("blank", None), "notes.2": ("blank", None)}),
        ("(3)", {"notes.3": ("blank", None)}),
        ("(1) Noise. (2) Stations.", {"notes.1": ("read", "Noise."), "notes.2": ("read", "Stations.")}),
        ("(1) (2) Stations.", {"notes.1": ("blank", None), "notes.2": ("read", "Stations.")}),
        ("(1) Noise\nof pumps.\n(2)\n", {"notes.1": ("read", "Noise of pumps."), "notes.2": ("blank", None)}),
        ("(1) Noise of three (3) pumps.", {"notes.1": ("read", "Noise of three (3) pumps.")}),
        ("(1) Within two (2) hours.", {"notes.1": ("read", "Within two (2) hours.")}),
        ("(1) Two (2) pumps. (2) Stations.",
         {"notes.1": ("read", "Two (2) pumps."), "notes.2": ("read", "Stations.")}),
    ],
)  # fmt: skip
def test_a_note_runs_to_the_next_one(text: str, expected: dict[str, tuple[str, str | None]]) -> None:
    facts, section = read_notes(text, lines(text, ()))
    assert read_as(facts) == expected
    assert section is not None
    assert (section.start, section.end) == (0, len(text.rstrip()))


def test_no_lines_are_no_notes() -> None:
    assert read_notes("", ()) == ((), None)


def test_notes_begin_at_the_first_line_with_a_number() -> None:
    text = "Shop\tX\nOther (see 2 below)\t\n(1) a\nb"
    table, notes = split_notes(text, lines(text, ()))
    assert [text[line.start : line.end] for line in notes] == ["(1) a", "b"]
    assert len(table) == 2


_FOOTNOTE = "Classified Service (the positions are filled by merit)"


def _notes_and_rest(text: str) -> tuple[list[str], list[str]]:
    """The lines of the notes and those below the footnote, which is none of either."""
    shown = [line for line in lines(text, ()) if text[line.start : line.end] != _FOOTNOTE]
    notes, below = before_footnote(text, shown)
    return [text[line.start : line.end] for line in notes], [text[line.start : line.end] for line in below]


@pytest.mark.parametrize("last", ["(1) (2) (3)", "(3)", "(3) Stations."])
def test_what_stands_below_the_service_footnote_is_no_note(last: str) -> None:
    text = f"{last}\n\n{_FOOTNOTE}\n\nThis spec replaces the one of 1998.\nAsk the office."
    assert _notes_and_rest(text) == ([last], ["This spec replaces the one of 1998.", "Ask the office."])


@pytest.mark.parametrize(("last", "below"), [("(3) Stations and", "pumps."), ("(1) Noise.", "(2) Stations.")])
def test_a_note_goes_on_below_the_service_footnote_in_its_sentence_or_with_the_next(last: str, below: str) -> None:
    assert _notes_and_rest(f"{last}\n\n{_FOOTNOTE}\n\n{below}") == ([last, below], [])
