"""Where things stand on a page that is cropped and turned."""

import pytest

from ingest.readers.pdf.frame import frame_of, on_turned_paper, turn_of_line

PAPER, CROP = (-50, 20, 550, 820), (0, 120, 500, 720)
# A box whose left side is 10, and whose bottom is 20, from the lower left corner of what is shown.
BOX = (10, 140, 40, 150)


@pytest.mark.parametrize(("rotation", "shown"), [
    (0, (10, 570, 40, 580)), (90, (20, 10, 30, 40)), (180, (460, 20, 490, 30)), (270, (570, 460, 580, 490)),
])  # fmt: skip
def test_a_box_is_found_on_what_is_shown(rotation: int, shown: tuple[int, int, int, int]) -> None:
    frame = frame_of(PAPER, CROP, rotation)
    assert frame.sides(*on_turned_paper(BOX, PAPER, rotation)) == shown
    assert sorted((frame.width, frame.height)) == [500, 600]


def test_a_crop_that_misses_the_paper_shows_the_paper() -> None:
    frame = frame_of((0, 0, 100, 200), (300, 300, 400, 400), 0)
    assert (frame.left, frame.top, frame.width, frame.height) == (0, 0, 100, 200)


def test_the_area_that_is_shown_counts() -> None:
    assert frame_of((0, 0, 100, 200), (0, 0, 100, 200), 0).area((-50, 150, 50, 500)) == 50 * 50


@pytest.mark.parametrize(
    ("across", "up", "turn"), [(1, 0, 0), (0, 1, 1), (-1, 0, 2), (0, -1, 3), (1, 0.05, 0), (1, 1, None)]
)
def test_a_line_of_writing_says_how_it_is_turned(across: float, up: float, turn: int | None) -> None:
    assert turn_of_line(across, up) == turn


@pytest.mark.parametrize(
    ("size", "is_read"), [(0, False), (0.05, False), (0.5, True), (11, True), (190, True), (210, False)]
)
def test_letters_too_small_to_be_seen_or_too_large_for_the_page_are_left_out(size: float, is_read: bool) -> None:
    frame = frame_of((0, 0, 100, 200), (0, 0, 100, 200), 0)
    assert (frame.letter((40, 100, 60, 100 + size), 0, 40, 100) is not None) == is_read
