"""The answer in one word to a comparison that asks for one."""

import pytest

from assistant.answering.verdicts import amount, leader
from assistant.draft import Evidence
from assistant.holdings import Holdings
from tests.assistant.verifying import Asking

LIFTING = "physical_demands.lifting"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does the Ferry Mate lift more than the Quarry Inspector?", "Yes."),
        ("Does the Quarry Inspector lift more than the Ferry Mate?", "No."),
        ("Does the Quarry Inspector lift less than the Ferry Mate?", "Yes."),
        ("Is the lifting of the Ferry Mate the same as that of the Quarry Inspector?", "No."),
        ("Is the sitting of the Ferry Mate the same as that of the Quarry Inspector?", "Yes."),
        ("Does lifting differ between the Ferry Mate and the Quarry Inspector?", "Yes."),
        ("Does sitting differ between the Ferry Mate and the Quarry Inspector?", "No."),
        ("Do both the Ferry Mate and the Quarry Inspector climb?", "Yes."),
        ("Do both the Ferry Mate and the Lamp Tender climb?", "No."),
        ("Does either the Ferry Mate or the Lamp Tender climb?", "Yes."),
    ],
)
def test_yes_or_no_stands_before_the_table(town: Asking, question: str, said: str) -> None:
    first, *table = town(question).text.splitlines()
    assert first == said
    assert all(line.startswith("|") for line in table)


@pytest.mark.parametrize(
    "question",
    [
        "Does the Ferry Mate lift more than the Kennel Aide?",
        "Does the Ferry Mate lift more than the Bell Founder?",
        "Is the lifting of the Ferry Mate the same as that of the Kennel Aide?",
        "Does lifting differ between the Ferry Mate and the Kennel Aide?",
    ],
)
def test_what_one_spec_does_not_tell_is_neither_yes_nor_no(town: Asking, question: str) -> None:
    assert town(question).text.startswith("| |")


def test_which_of_two_has_more_is_named_with_its_row(town: Asking) -> None:
    answer = town("Who lifts more often, the Quarry Inspector or the Ferry Mate?")
    assert answer.text.startswith("More: Ferry Mate [1]\n| |")
    assert answer.citations[0].quote == "Lifting\tF"
    least = town("Who lifts less often, the Quarry Inspector or the Ferry Mate?")
    assert least.text.startswith("Less: Quarry Inspector [1]\n| |")


def test_nobody_has_more_where_all_say_the_same_or_one_does_not_tell(town: Asking) -> None:
    holdings = Holdings(town.library)
    first, second, unread = (
        holdings.subject(town.library.resolve(title).spec_id)
        for title in ("Mosaic Restorer I", "Mosaic Restorer II", "Kennel Aide")
    )
    assert leader("which lifts more?", [first, second], [LIFTING]) == ("None of them: they say the same.",)
    assert leader("which lifts more?", [first, unread], [LIFTING]) is None
    named = leader("which climbs more?", [first, second], ["physical_demands.climbing"])
    assert named is not None
    assert [piece for piece in named if isinstance(piece, str)] == ["More: ", "Mosaic Restorer II "]
    assert isinstance(named[-1], Evidence)


def test_amounts_compare_years_levels_dates_and_places_of_a_scale(town: Asking) -> None:
    holdings = Holdings(town.library)
    mate = holdings.subject(town.library.resolve("Ferry Mate").spec_id)
    assert amount(mate, "class_requirements.experience") == 4
    assert amount(mate, "class_requirements.education") == 3
    assert amount(mate, LIFTING) == 3
    assert amount(mate, "revised") == 20160600
    assert amount(mate, "department") is None
