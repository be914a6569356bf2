"""Turning a page, and the way back to how it is shown."""

import pytest

from ingest.readers.page.words import PageWords
from ingest.readers.pdf.rules import Rule
from ingest.readers.pdf.turn import Turn


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_a_box_comes_back_to_where_it_is_shown(quarters: int) -> None:
    turn = Turn(quarters, 600, 800)
    turned = PageWords(1, *turn.size, (), (), turn.straightening)
    assert turned.shown(*turn.sides(60, 80, 120, 200)) == pytest.approx((0.1, 0.1, 0.2, 0.25))


@pytest.mark.parametrize(("quarters", "turned"), [
    (0, Rule(False, 80, 60, 120)), (1, Rule(True, 720, 60, 120)),
    (2, Rule(False, 720, 480, 540)), (3, Rule(True, 80, 480, 540)),
])  # fmt: skip
def test_a_level_rule_becomes_upright_with_its_page(quarters: int, turned: Rule) -> None:
    assert Turn(quarters, 600, 800).rule(Rule(False, 80, 60, 120)) == turned
