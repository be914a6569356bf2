"""Random class specs in every text layout, clean and damaged, are read back: nothing wrong, nearly nothing unread.

The full run, with five hundred specs a layout, is ``python -m benchmarks.layouts``.
"""

from functools import cache

import pytest

from ingest.model import ClassSpec
from tests.generation.comparing import Comparison, Outcome, compare
from tests.generation.layouts import LAYOUTS, printed_layout
from tests.generation.reading_back import read_back

_SEEDS = range(40)
# Documents of which a code was once read wrong: in markup among column heads, beside wrapped labels, on a page of one
# row, before a word cut off by the end of a page, under misread heads and headings, behind parted or misread labels.
_ONCE_WRONG = {
    "tabs": (211, 2046),
    "aligned": (73, 152, 158, 319, 390, 420, 488, 2057, 2138, 2139),
    "aligned-middle": (62, 73, 139, 320, 362, 393, 449, 488, 2005, 2008),
    "reflowed": (193, 252, 263, 270, 302, 321, 390, 455, 467, 480, 2138),
    "reflowed-lines": (270, 390, 480),
}
# The least share of values read right, of all the specs of a layout.
_RIGHT = 0.995
_layouts = pytest.mark.parametrize("layout", LAYOUTS)
_clean_or_dirty = pytest.mark.parametrize("dirty", [False, True], ids=["clean", "dirty"])


@cache
def _read(layout: str, dirty: bool) -> tuple[tuple[int, ClassSpec, Comparison], ...]:
    """Each seed's spec as read, against its truth."""
    found = []
    for seed in (*_SEEDS, *_ONCE_WRONG.get(layout, ())):
        printed = printed_layout(layout, seed, dirty=dirty)
        spec = read_back(printed.text.encode(), LAYOUTS[layout].suffix)
        found.append((seed, spec, compare(printed.facts, spec)))
    return tuple(found)


@_layouts
@_clean_or_dirty
def test_nearly_every_value_is_read(layout: str, dirty: bool) -> None:
    read = [comparison for _, _, comparison in _read(layout, dirty)]
    right = sum(comparison.count(Outcome.RIGHT) for comparison in read)
    assert right >= _RIGHT * sum(comparison.facts for comparison in read)


@_layouts
@_clean_or_dirty
def test_no_code_is_read_as_another(layout: str, dirty: bool) -> None:
    wrong = [(seed, each.said) for seed, _, comparison in _read(layout, dirty) for each in comparison.wrong_codes]
    assert wrong == []


@_layouts
@_clean_or_dirty
def test_every_quote_lies_in_the_text_and_holds_its_cell(layout: str, dirty: bool) -> None:
    misquoted = [(seed, field) for seed, _, comparison in _read(layout, dirty) for field in comparison.misquoted]
    assert misquoted == []


@_layouts
def test_the_text_of_a_layout_stays_as_it_is(layout: str) -> None:
    for seed, spec, _ in _read(layout, True):
        assert spec.source.text == printed_layout(layout, seed, dirty=True).text
