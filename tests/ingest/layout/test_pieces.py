"""Lines as pieces that stand apart."""

import pytest

from ingest.layout.pieces import line_start, parted, pieces_of
from ingest.source_text import Line, lines


def _said(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in pieces_of(text, lines(text)[-1])]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Standing   F  Counter, desk", ["Standing", "F", "Counter, desk"]), ("Standing\tF", ["Standing", "F"]),
        ("Standing ........ F", ["Standing", "F"]), ("Standing . . . . . F", ["Standing", "F"]),
        ("Standing\xa0\xa0F", ["Standing", "F"]), ("and so on... more", ["and so on... more"]),
    ],
)  # fmt: skip
def test_wide_gaps_and_leaders_part_pieces(line: str, said: list[str]) -> None:
    assert _said(line) == said


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\f"])
def test_places_across_a_line_count_from_its_start_whatever_ended_the_one_above(end: str) -> None:
    text = f"above{end}   Standing"
    assert pieces_of(text, lines(text)[-1])[0].left == 3


def test_the_rest_of_a_line_still_counts_from_the_line_s_start() -> None:
    text = "one\nHEADING: words"
    assert line_start(text, Line(text.index("words"), len(text), None)) == 4


def test_a_piece_is_parted_at_a_single_space() -> None:
    text = "Fire Hazards N"
    before, behind = parted(pieces_of(text, lines(text)[0])[0], text.index("N"))
    assert (before.right, behind.left) == (12, 13)
