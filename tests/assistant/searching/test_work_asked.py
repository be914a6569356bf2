"""How people ask whose work something is, and what they say of the work itself."""

import pytest

from assistant.searching.work_asked import asks_whose_work, work_in


@pytest.mark.parametrize(
    ("question", "work"),
    [
        ("Who digs the graves?", "digs the graves"),
        ("Which class is in charge of tee times?", "tee times"),
        ("for which job do I have to be able to dive", "dive"),
        ("For which class must I have flown a hundred hours?", "flown a hundred hours"),
        ("there is a leak in the roof, which trade do I call?", "there is a leak in the roof"),
        ("the seats are torn, whose job is that?", "the seats are torn"),
        ("is there a city job where you go on snowshoes", "you go on snowshoes"),
        ("Which inspector checks boilers?", "inspector checks boilers"),
        ("Caller wants to know who mends kites.", "mends kites"),
        ("She likes boats. Who sails them?", "She likes boats. sails them"),
    ],
)
def test_what_is_said_of_any_work_is_taken_out(question: str, work: str) -> None:
    assert asks_whose_work(question)
    assert work_in(question) == work


def test_a_question_that_is_all_frame_stays_as_it_is() -> None:
    assert work_in("Who must it be?") == "Who must it be?"


@pytest.mark.parametrize("question", ["Who do they report to?", "How often does the librarian lift?"])
def test_questions_of_one_class_do_not_ask_whose_work_it_is(question: str) -> None:
    assert not asks_whose_work(question)
