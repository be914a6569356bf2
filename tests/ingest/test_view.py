"""A view of a text, and the way from it back to the places of the source."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.view import Run, View, ViewBuilder

SOURCE = "Standing  F  copier\nWalking   O  field"
_checked = settings(max_examples=150, deadline=None, derandomize=True)
Shown = tuple[int, int] | None


@dataclass(frozen=True)
class Piece:
    """One call of a builder: words for a stretch, ``as_it_stands``, or put in where there is none."""

    words: str
    stretch: Shown
    as_it_stands: bool = False

    @property
    def shown(self) -> list[Shown]:
        """For each of its characters the stretch of the source that it shows."""
        if self.stretch is None or not self.as_it_stands:
            return [self.stretch] * len(self.words)
        return [(at, at + 1) for at in range(*self.stretch)]


def pieces_of(source: str) -> st.SearchStrategy[list[Piece]]:
    ends = st.integers(0, len(source))
    stretches = st.tuples(ends, ends).map(lambda pair: (min(pair), max(pair)))
    words = st.text("ab \t", max_size=5)
    as_it_stands = stretches.map(lambda stretch: Piece(source[slice(*stretch)], stretch, True))
    other = st.builds(Piece, words, stretches.filter(lambda stretch: stretch[0] < stretch[1]))
    return st.lists(as_it_stands | other | st.builds(Piece, words, st.none()), max_size=9)


def built(source: str, pieces: Iterable[Piece]) -> View:
    builder = ViewBuilder(source)
    for piece in pieces:
        if piece.stretch is None:
            builder.put_in(piece.words)
        elif piece.as_it_stands:
            builder.show(*piece.stretch)
        else:
            builder.show_as(piece.words, *piece.stretch)
    return builder.view()


def hull(shown: Iterable[Shown]) -> Shown:
    stretches = [stretch for stretch in shown if stretch is not None]
    return (min(start for start, _ in stretches), max(end for _, end in stretches)) if stretches else None


def expected_place(shown: Sequence[Shown], start: int, end: int) -> tuple[int, int]:
    found = hull(shown[start:end])
    if found is not None:
        return found
    before = next((stretch[1] for stretch in reversed(shown[:start]) if stretch), None)
    first = next((stretch[0] for stretch in shown if stretch), 0)
    at = first if before is None else before
    return at, at


@_checked
@given(pieces=pieces_of(SOURCE), data=st.data())
def test_a_place_is_the_least_that_covers_all_that_is_shown(pieces: list[Piece], data: st.DataObject) -> None:
    view = built(SOURCE, pieces)
    shown = [stretch for piece in pieces for stretch in piece.shown]
    assert view.text == "".join(piece.words for piece in pieces)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    assert view.place(start, end) == expected_place(shown, start, end)


@_checked
@given(pieces=pieces_of(SOURCE), data=st.data())
def test_a_stretch_of_the_source_is_found_wherever_it_is_shown(pieces: list[Piece], data: st.DataObject) -> None:
    view = built(SOURCE, pieces)
    shown = [stretch for piece in pieces for stretch in piece.shown]
    start = data.draw(st.integers(0, len(SOURCE)))
    end = data.draw(st.integers(start, len(SOURCE)))
    found = view.of_source(start, end)
    assert list(found) == sorted(found)
    at = [position for place in found for position in range(*place)]
    assert at == [n for n, stretch in enumerate(shown) if stretch and max(stretch[0], start) < min(stretch[1], end)]


@_checked
@given(pieces=pieces_of(SOURCE), data=st.data())
def test_a_view_of_a_view_knows_the_places_in_the_first_source(pieces: list[Piece], data: st.DataObject) -> None:
    lower = built(SOURCE, pieces)
    above = data.draw(pieces_of(lower.text))
    upper = built(lower.text, above)
    through = upper.through(lower)
    assert through.text == upper.text
    below = [stretch for piece in pieces for stretch in piece.shown]
    shown = [hull(below[slice(*stretch)]) if stretch else None for piece in above for stretch in piece.shown]
    start = data.draw(st.integers(0, len(upper.text)))
    end = data.draw(st.integers(start, len(upper.text)))
    assert through.place(start, end) == expected_place(shown, start, end)


@_checked
@given(pieces=pieces_of(SOURCE), data=st.data())
def test_letters_shown_as_they_stand_keep_their_places_one_by_one(pieces: list[Piece], data: st.DataObject) -> None:
    view = built(SOURCE, pieces)
    start = 0
    for piece in pieces:
        if piece.as_it_stands and piece.words:
            at = data.draw(st.integers(0, len(piece.words) - 1))
            place = view.place(start + at, start + at + 1)
            assert SOURCE[slice(*place)] == piece.words[at]
            assert (start + at, start + at + 1) in {
                (first, first + 1) for found in view.of_source(*place) for first in range(*found)
            }
        start += len(piece.words)


def test_stretches_that_follow_each_other_are_one() -> None:
    builder = ViewBuilder(SOURCE)
    builder.show(0, 8)
    builder.show(8, 12)
    assert builder.view().runs == (Run(0, 12, 0, 12),)
    builder.show(0, 8)
    assert len(builder.view().runs) == 2
    assert builder.length == 20


def test_only_the_text_itself_is_its_source() -> None:
    assert View.of(SOURCE).is_source
    assert View.of("").is_source
    assert built(SOURCE, [Piece(SOURCE[:9], (0, 9), True), Piece(SOURCE[9:], (9, len(SOURCE)), True)]).is_source
    spaces = Piece("  ", (8, 10))
    rest = Piece(SOURCE[10:], (10, len(SOURCE)), True)
    assert not built(SOURCE, [Piece(SOURCE[:8], (0, 8), True), spaces, rest]).is_source
    assert not built(SOURCE, [Piece(SOURCE[1:], (1, len(SOURCE)), True)]).is_source


def test_words_of_the_same_length_stand_for_a_stretch_as_a_whole() -> None:
    view = built("<<b>>Clerk", [Piece("     ", (0, 5)), Piece("Clerk", (5, 10), True)])
    assert view.place(1, 2) == (0, 5)
    assert view.of_source(0, 1) == ((0, 5),)


def test_a_blank_cell_stands_behind_what_is_shown_before_it() -> None:
    builder = ViewBuilder(SOURCE)
    builder.show_joined([(20, 27), (30, 31)], by="\t")
    builder.put_in("\t\n")
    builder.show(0, 8)
    view = builder.view()
    assert view.text == "Walking\tO\t\nStanding"
    assert view.place(10, 10) == (31, 31)
    assert view.place(11, 11) == (31, 31)
    assert view.place(0, 0) == (20, 20)


def test_a_view_of_nothing_is_at_the_beginning() -> None:
    assert ViewBuilder(SOURCE).view().place(0, 0) == (0, 0)
    assert built(SOURCE, [Piece("\n", None)]).place(0, 1) == (0, 0)
