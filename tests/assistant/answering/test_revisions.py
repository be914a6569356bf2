"""Revisions of one class: what changed, and what an earlier one says."""

from assistant import Outcome, Reason, Route
from tests.assistant.verifying import Asking


def test_everything_that_changed_is_shown_with_a_column_for_each_revision(town: Asking) -> None:
    answer = town("What has changed in the Ferry Mate spec?")
    assert answer.route == Route.COMPARE
    assert [(value.field, value.value) for value in answer.values] == [
        ("revised", "June 2007"),
        ("revised", "June 2016"),
        ("overall_strength", "Very Heavy"),
        ("overall_strength", "Heavy"),
        ("physical_demands.lifting", "Continuously"),
        ("physical_demands.lifting", "Frequently"),
        ("physical_demands.kneeling", "Never"),
        ("physical_demands.kneeling", "Occasionally"),
        ("physical_demands.climbing", "Never"),
        ("physical_demands.climbing", "Continuously"),
    ]


def test_both_documents_are_cited(town: Asking) -> None:
    answer = town("What has changed in the Ferry Mate spec?")
    assert {citation.source for citation in answer.citations} == {"ferry-mate.txt", "ferry-mate-old.txt"}


def test_one_field_is_compared_where_one_is_named(town: Asking) -> None:
    answer = town("Has the climbing of the Ferry Mate changed?")
    assert answer.text.startswith("Yes.\n")
    assert {value.field for value in answer.values} == {"physical_demands.climbing"}
    assert town("Has the sitting of the Ferry Mate changed?").text.startswith("No.\n")


def test_an_earlier_revision_is_looked_up_by_its_year(town: Asking) -> None:
    answer = town("How often did the Ferry Mate lift in the 2007 version?")
    assert [value.value for value in answer.values] == ["Continuously"]
    assert {citation.source for citation in answer.citations} == {"ferry-mate-old.txt"}


def test_an_earlier_revision_is_looked_up_by_a_year_it_was_before(town: Asking) -> None:
    answer = town("What was the overall strength of the Ferry Mate before 2012?")
    assert [value.value for value in answer.values] == ["Very Heavy"]


def test_an_earlier_revision_is_looked_up_as_the_old_one(town: Asking) -> None:
    answer = town("How often did the Ferry Mate climb in the previous version?")
    assert [value.value for value in answer.values] == ["Never"]


def test_whether_it_went_up_is_said_of_the_newest(town: Asking) -> None:
    assert town("Is the Ferry Mate's overall strength higher now than in 2007?").text.startswith("No.\n")


def test_a_class_with_one_revision_has_no_changes_that_are_known(town: Asking) -> None:
    answer = town("What has changed for the Quarry Inspector?")
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)
    assert "no other revision of it is held" in answer.text


def test_without_a_revision_named_the_newest_answers(town: Asking) -> None:
    answer = town("How often does the Ferry Mate lift?")
    assert {citation.source for citation in answer.citations} == {"ferry-mate.txt"}


def test_what_no_row_is_named_for_is_looked_for_in_the_prose_of_each_revision(town: Asking) -> None:
    answer = town("Who does the Ferry Mate sell tickets to in the old version vs now?")
    assert [value.value for value in answer.values] == ["Sells tickets.", "Sells tickets."]
    assert {citation.source for citation in answer.citations} == {"ferry-mate.txt", "ferry-mate-old.txt"}


def test_whether_it_is_still_so_and_whether_it_used_to_be_less_is_said(town: Asking) -> None:
    assert town("Is the climbing of the Ferry Mate still what it was in 2007?").text.startswith("No.\n")
    assert town("did the ferry mate climb less than now").text.startswith("Yes.\n")


def test_what_was_said_before_the_only_revision_held_is_not_known(town: Asking) -> None:
    answer = town("What did the Quarry Inspector spec say before the 2012 revision?")
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)
