"""An answer has the kind of thing that is asked for, or it is none."""

import pytest

from assistant import Assistant, Outcome, Question, Reason
from assistant.answering.answer_kinds import has_kind_asked


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many openings are there?", "Logs every opening, and reports delays of more than ten minutes."),
        ("How many people do they supervise?", "Supervises the maintenance of roads."),
        ("What is the phone number?", "Department\tHarbor"),
        ("How much does the licence cost?", "Valid driver's license."),
        ("What time does the counter close?", "Balances the drawer at closing."),
        ("How fast must they type?", "Ability to type letters."),
        ("What colour is the vest?", "High-visibility vest."),
        ("How long does the test take?", "Must pass a swimming test."),
    ],
)
def test_what_lacks_the_kind_of_thing_asked_for_answers_nothing(question: str, said: str) -> None:
    assert not has_kind_asked(question, said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("How many plants do they pot?", "Sows, pots, and transplants some sixty thousand plants a year."),
        ("How many people do they supervise?", "Directs two seasonal workers."),
        ("How many people does he boss around?", "Leads and trains two to four electricians."),
        ("How many pounds must she lift?", "Feed sacks to 50 lbs."),
        ("How fast must they type?", "Ability to type 45 words a minute."),
        ("How long is the training?", "Graduation from the sixteen-week academy."),
        ("What does the work consist of?", "Opens and closes drawbridges."),
    ],
)
def test_what_has_the_kind_of_thing_asked_for_may_answer(question: str, said: str) -> None:
    assert has_kind_asked(question, said)


def test_a_code_may_say_where_in_other_words_than_a_sentence_does() -> None:
    assert not has_kind_asked("Where is it held?", "a course given")
    assert has_kind_asked("Where is it held?", "Warehouse\tX", is_sentence=False)


@pytest.mark.parametrize(
    "question",
    [
        "how many openings for bridge tender",
        "What is the phone number of the office that employs the Bridge Tender?",
        "how long does the background check for planetarium lecturer take",
        "How long is the exam for Property Appraiser?",
        "What score is needed to pass the hearing test for Police Dispatcher?",
        "How much does the notary commission of the Administrative Assistant cost?",
    ],
)
def test_neither_a_field_nor_a_sentence_answers_that_lacks_what_is_asked_for(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(Question(question))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC), answer.text
