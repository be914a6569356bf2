"""The sentence that answers, within a class that is known."""

from pathlib import Path

import pytest

from assistant import Assistant, Outcome, Question, Reason, Route
from assistant.answering.candidates import clauses_of
from assistant.answering.certainty import Signs, certainty, lacks_number
from assistant.answering.question_forms import forms_of
from assistant.holdings import Holdings
from assistant.understanding.understand import understand
from index import Library, LibrarySettings


def _quotes(assistant: Assistant, question: str, *classes: str) -> str:
    answer = assistant.ask(Question(question, classes=classes))
    assert answer.outcome is Outcome.ANSWERED, answer.text
    return " ".join(" ".join(citation.quote.split()) for citation in answer.citations)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How big is the cash drawer a Court Clerk I looks after?", "a cash drawer of $300"),
        ("How fast must a police dispatcher type?", "keyboard forty words a minute"),
        ("do bridge tenders work by themselves", "Tenders work alone in eight-hour shifts"),
        ("What shots does a zookeeper need before starting?", "Tetanus and rabies inoculations"),
        ("What personal characteristics does the Soil Surveyor Series call for?", "Willingness to work away from home"),
    ],
)
def test_any_sentence_of_a_class_may_answer(assistant: Assistant, question: str, words: str) -> None:
    assert words in _quotes(assistant, question)


@pytest.mark.parametrize(
    "question",
    [
        "Who replaces the museum registrar when she is ill?",
        "how long is the cemetery sexton's lunch break",
        "How many weeks of vacation does a firefighter get?",
        "Is the bridge tender's house heated?",
        "What colour is the custodian's uniform?",
    ],
)
def test_what_no_sentence_says_is_said_to_be_unsaid(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(Question(question))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)


def test_only_the_questions_of_a_message_are_put_to_sentences(assistant: Assistant) -> None:
    question = "I do not mind hard work, I want to know what I get into. Do custodians have to clean toilets?"
    assert "disinfects restrooms" in _quotes(assistant, question)


def test_a_question_of_a_selected_class_is_put_with_its_title(library: Library) -> None:
    holdings = Holdings(library)
    question = Question("what time does this job start", classes=("Zookeeper",))
    query = understand(question, holdings.entries, holdings.own_fields)
    forms = forms_of(query, holdings.subjects(query.classes.entries))
    assert forms.of_class == "what time does the Zookeeper start"
    assert forms.of_anyone == "what time does they start"


def test_a_class_that_is_named_is_called_by_its_title_and_slips_are_corrected(library: Library) -> None:
    holdings = Holdings(library)
    query = understand(Question("do park rangrs climb falen trees"), holdings.entries, holdings.own_fields)
    forms = forms_of(query, holdings.subjects(query.classes.entries))
    assert forms.of_class == "do Park Ranger climb fallen trees"
    assert forms.of_anyone == "do they climb fallen trees"


def test_a_table_joined_by_dots_is_one_sentence(tmp_path: Path) -> None:
    weights = "Examination Weights: Test . . . . . . . . . . . . . Qualifying\nInterview . . . . . . . . . . . . . 100%"
    path = tmp_path / "diver.txt"
    path.write_text(f"HARBOR DIVER\n\nDUTIES\n\nDives.\n\nSELECTION PROCESS\n\n{weights}\n")
    settings = LibrarySettings(library=tmp_path / "library", embedding_model=str(tmp_path / "none"))
    with Library.open(settings) as held:
        held.ingest([path])
        holdings = Holdings(held)
        said = [one.said for one in clauses_of(holdings.subjects(holdings.classes)[0])]
    assert "SELECTION PROCESS: Examination Weights: Test Qualifying Interview 100%" in said


def test_a_sentence_that_stands_out_is_more_certain_and_a_coded_row_less() -> None:
    plain = Signs(of_class=5.0, of_anyone=-2.0, words=0.5, lead=4.0, lacks_number=0.0, is_row=0.0)
    ahead = Signs(of_class=5.0, of_anyone=-2.0, words=0.5, lead=8.0, lacks_number=0.0, is_row=0.0)
    row = Signs(of_class=5.0, of_anyone=-2.0, words=0.5, lead=4.0, lacks_number=0.0, is_row=1.0)
    assert certainty(row) < certainty(plain) < certainty(ahead)


def test_a_number_that_is_asked_for_or_said_must_be_there() -> None:
    assert lacks_number("how fast must they type", "Types letters.")
    assert not lacks_number("how fast must they type", "Types forty words a minute.")
    assert lacks_number("how many work there", "2. Applicants work there.")
    assert lacks_number("note 2", "Note 1: Cave-in.")
    assert not lacks_number("do they type", "Types letters.")


@pytest.mark.parametrize(
    ("question", "words", "route"),
    [
        (
            "How long can a snow emergency shift be for the Equipment Operator II?",
            "up to sixteen hours",
            "passages",
        ),
        ("how long must a Park Ranger have worked", "One season as a ranger", "lookup"),
        ("How often does the Zookeeper face physical danger?", "Physical Danger or Abuse", "lookup"),
    ],
)
def test_what_is_asked_beyond_a_field_is_answered_where_a_sentence_says_it(
    assistant: Assistant, question: str, words: str, route: str
) -> None:
    answer = assistant.ask(Question(question))
    assert answer.route is Route(route)
    assert words in _quotes(assistant, question)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which division do hydrographers prepare reports of runoff for?", "for the Flood Control Division"),
        ("which department does the soil surveyor map for?", "Positions are found in the Department of Lands"),
    ],
)
def test_what_a_form_without_rows_has_no_place_for_may_stand_in_a_sentence(
    assistant: Assistant, question: str, words: str
) -> None:
    assert words in _quotes(assistant, question)


def test_what_no_sentence_surely_says_of_a_field_that_is_missing_stays_unsaid(assistant: Assistant) -> None:
    answer = assistant.ask(Question("what department is the hydrographer in"))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)


def test_beneath_that_a_class_does_not_say_stands_what_comes_nearest(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Does the Forensic Photographer retouch the pictures?"))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)
    assert "so that the pictures stand up in court" in answer.citations[0].quote
    assert not answer.values
