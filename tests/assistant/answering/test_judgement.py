"""Questions about a person's fitness: the demands are shown, the judgement is not made."""

import pytest

from assistant import Assistant, Question, Reason


@pytest.mark.parametrize("title", ["Harbor Deckhand", "Museum Registrar", "Zookeeper"])
def test_the_sentence_on_accommodation_is_cited_whole_however_its_lines_are_cut(
    assistant: Assistant, title: str
) -> None:
    answer = assistant.ask(Question(f"I have a bad knee, can I be a {title}?"))
    assert answer.reason == Reason.PERSON_JUDGEMENT
    quotes = [" ".join(citation.quote.split()) for citation in answer.citations]
    assert any(quote.startswith("This is a description") and quote.endswith("accommodation.") for quote in quotes)


def test_what_the_work_is_like_is_answered(assistant: Assistant) -> None:
    answer = assistant.ask(Question("am i going to be on my knees a lot as a cemetery sexton"))
    assert [value.value for value in answer.values] == ["Frequently"]


def test_each_job_of_a_department_is_shown_with_what_is_asked_of_all(assistant: Assistant) -> None:
    answer = assistant.ask(Question("What licences do the police jobs ask for?"))
    assert answer.classes == ("Forensic Photographer", "Parking Enforcement Officer", "Police Dispatcher")
