"""The borders between the columns of a table, by which the cells of its rows are counted."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import Protocol


class Spanning(Protocol):
    """A cell that reaches over a grid's columns, from one border to another."""

    @property
    def start(self) -> int:
        """The number of the border that it begins at."""

    @property
    def end(self) -> int:
        """The number of the border that it ends at."""


def shared_borders(rows: Sequence[Sequence[Spanning]]) -> list[set[int]]:
    """For each row the borders by which its columns are counted: its own, where a row beside it has the same.

    A row of its own kind, such as a head above two columns each, shares the borders of a finer row beside it.
    """
    own = [{border for place in row for border in (place.start, place.end)} for row in rows]
    shared = list(own)
    several = [at for at, row in enumerate(rows) if len(row) > 1]
    for before, at, after in zip([None, *several], several, [*several[1:], None], strict=False):
        beside = [own[other] for other in (after, before) if other is not None]
        if own[at] not in beside:
            shared[at] = next((borders for borders in beside if own[at] < borders), own[at])
    return shared


def columns_spanned(row: Sequence[Spanning], borders: Collection[int]) -> list[int]:
    """How many columns each cell of a row fills, at least one; a cell that is alone in its row fills one."""
    if len(row) == 1:
        return [1]
    ordered = sorted(borders)
    return [max(bisect_right(ordered, place.end) - bisect_right(ordered, place.start), 1) for place in row]
