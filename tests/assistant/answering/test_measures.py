"""Questions of yes or no about how much."""

import pytest

from assistant import Assistant, Outcome, Question
from assistant.answering.shares import share_asked


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Are two years of court work sufficient for Court Clerk II?", "No. "),
        ("would 4 yrs do for the museum registrar", "Yes. "),
        ("Do six months of experience suffice for the Bridge Tender?", "Yes. "),
        ("is an associates enough for museum registrar", "No. "),
        ("is a ged enough for zookeeper", "Yes. "),
        ("would i have to lift over 50 lb as greenhouse grower", "No. "),
        ("Does the Forensic Photographer lift 40 pounds?", "Yes. "),
        ("Is 60 pounds the most a Forensic Photographer would be lifting?", "No. "),
        ("is court clerk 1 sitting all day", "No. "),
        ("Does the Librarian sit for more than two thirds of the day?", "No. "),
        ("Is the Cemetery Sexton walking for most of the day?", "Yes. "),
        ("Does the Police Dispatcher stand more than half the shift?", "No. "),
        ("Does the Museum Registrar handle a budget larger than $50,000?", "Yes. "),
    ],
)
def test_an_amount_is_compared_with_what_the_spec_says(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.startswith(said), answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Is a high school diploma enough for the Traffic Signal Mechanic?",  # and two years of trade school
        "would 3 yrs do for a court clerk ii",  # one of them as Court Clerk I
        "Would three years as a cook do for Museum Registrar?",
        "Does the Librarian walk more than half of the time?",  # from a third to two thirds
        "Does the Harbor Deckhand lift 90 pounds?",  # stores to 75, strength to 100
        "Does the Zookeeper often lift 60 pounds?",
    ],
)
def test_what_the_amounts_leave_open_is_shown_without_a_verdict(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(Question(question))
    assert answer.outcome is Outcome.ANSWERED
    assert not answer.text.startswith(("Yes", "No")), answer.text


@pytest.mark.parametrize(
    ("question", "meaning", "said"),
    [
        ("more than half of the day", "2/3 or more of the time.", True),
        ("more than half of the day", "From $1/3$ to $2/3$ of the time.", None),
        ("less than a third of the time", "Less than 1 hour per week.", True),
        ("over 75% of the shift", "From 40% to 75% of the shift.", False),
        ("half the time", "Never occurs.", False),
    ],
)
def test_a_share_of_the_time_is_judged_by_the_legend(question: str, meaning: str, said: bool | None) -> None:
    asked = share_asked(question)
    assert asked is not None
    assert asked.is_met(None, meaning) is said


def test_how_often_is_no_share_of_the_time() -> None:
    assert share_asked("is it done every day") is None


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("does the ballot logistics coordinator pay over 20 an hour", "Yes. "),
        ("Does the Ballot Logistics Coordinator make at least $21 an hour?", "Yes. "),
        ("Does the Ballot Logistics Coordinator earn more than $30 per hour?", "No. "),
        ("is the ballot logistics coordinator paid under 28 bucks an hour", "Yes. "),
    ],
)
def test_a_limit_of_pay_is_compared_with_the_range_that_is_stated(
    assistant: Assistant, question: str, said: str
) -> None:
    answer = assistant.ask(Question(question))
    assert answer.text.startswith(said), answer.text
    assert [citation.quote for citation in answer.citations] == ["Salary: $21.40 - $27.95 Hourly"]


@pytest.mark.parametrize(
    "question",
    [
        "Does the Ballot Logistics Coordinator pay more than $25 an hour?",  # within the range
        "Does the Ballot Logistics Coordinator pay over $50,000 a year?",  # the range is hourly
        "Doesn't the Ballot Logistics Coordinator pay over $20 an hour?",
    ],
)
def test_pay_that_the_range_leaves_open_has_no_verdict(assistant: Assistant, question: str) -> None:
    assert not assistant.ask(Question(question)).text.startswith(("Yes", "No"))
