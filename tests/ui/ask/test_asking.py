"""The Ask tab's questions over the samples: what is answered, asked again, asked back, and suggested."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.answer import Outcome, Question
from index import Library, LibrarySettings
from ui.ask.asked_about import asked_about, candidates_of
from ui.ask.asking import Asking
from ui.ask.conversation import Kept, KeptExchange
from ui.words import words_in

LIFTS = "How often does the Custodian lift?"


@pytest.fixture
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(LibrarySettings(library=library_folder)) as opened:
        yield opened


@pytest.fixture
def asking(library: Library) -> Asking:
    return Asking(library, Assistant(library), words_in("en"))


def answered(asking: Asking, question: str, *before: KeptExchange, classes: tuple[str, ...] = ()) -> str:
    *_, html = asking.answer(question, Kept(key="k1", classes=list(classes), exchanges=list(before)))
    return html


def text_in(html: str) -> str:
    return unescape(re.findall(r'data-text="([^"]*)"', html)[-1])


def test_what_is_kept_is_asked_again_to_the_same_answers(asking: Asking) -> None:
    first = answered(asking, LIFTS)
    kept = KeptExchange(question=LIFTS, text=text_in(first))
    second = answered(asking, "And sitting?", kept)
    again = asking.again([KeptExchange(question=LIFTS), KeptExchange(question="And sitting?")])
    texts = [unescape(text) for text in re.findall(r'data-text="([^"]*)"', again)]
    assert texts == [text_in(first), text_in(second)]
    assert "Sitting" in texts[1]


def test_a_link_to_a_follow_up_asks_what_it_follows_and_to_another_question_only_that(asking: Asking) -> None:
    kept = KeptExchange(question=LIFTS, text=text_in(answered(asking, LIFTS)))
    assert 'data-link="/?ask=How+often+does+the+Custodian+lift%3F&amp;ask=And+sitting%3F"' in answered(
        asking, "And sitting?", kept
    )
    assert 'data-link="/?ask=Where+does+the+Librarian+work%3F"' in answered(
        asking, "Where does the Librarian work?", kept
    )


def test_a_code_has_the_meaning_that_its_spec_gives_it(asking: Asking) -> None:
    html = answered(asking, "What are the physical demands of the Custodian?")
    assert '<abbr title="Up to 1/3 of the time.">Occasionally</abbr>' in html


@pytest.mark.parametrize("question", ["", "  \n"])
def test_an_empty_question_is_asked_for_and_adds_nothing(asking: Asking, question: str) -> None:
    assert 'data-notice="k1">Please write a question first.' in answered(asking, question)


def test_a_question_that_is_too_long_is_refused_in_one_sentence_and_not_sent_back(asking: Asking) -> None:
    html = answered(asking, "x" * 100_000)
    assert "The question has 100,000 characters; please ask it in at most 2,000." in html
    assert len(html) < 2_000


@pytest.mark.parametrize(
    "question", ["What education does the Court Clerk need?", "How often does the Astronaut Clerk lift?"]
)
def test_each_class_that_may_be_meant_answers_the_same_question(
    library: Library, asking: Asking, question: str
) -> None:
    quick = Assistant(library)
    answer = quick.ask(Question(question))
    assert answer.outcome is not Outcome.ANSWERED
    candidates = candidates_of(answer, library)
    assert [candidate.label for candidate in candidates] == ["Court Clerk I", "Court Clerk II"]
    for candidate in candidates:
        assert f'data-about="{candidate.spec_id}"' in answered(asking, question)
        asked = asked_about(Question(question), candidate.spec_id, quick, library)
        assert asked is not None
        found = quick.ask(asked)
        assert found.classes == (candidate.label,)
        assert {citation.spec_id for citation in found.citations} == {candidate.spec_id}


def test_a_title_that_two_agencies_hold_is_asked_back_and_either_can_be_chosen(tmp_path: Path) -> None:
    sample = (Path(__file__).parents[3] / "samples" / "custodian.txt").read_text()
    with Library.open(LibrarySettings(library=tmp_path / "library")) as library:
        for agency in ("City of Hampton", "City of Norfolk"):
            file = tmp_path / agency / "custodian.txt"
            file.parent.mkdir()
            file.write_text(sample.replace("Waste bags", f"Bags of the {agency}"))
            library.ingest([file], agency=agency)
        quick = Assistant(library)
        candidates = candidates_of(quick.ask(Question(LIFTS)), library)
        assert [one.label for one in candidates] == ["Custodian (City of Hampton)", "Custodian (City of Norfolk)"]
        for candidate, agency in zip(candidates, ("City of Hampton", "City of Norfolk"), strict=True):
            asked = asked_about(Question(LIFTS), candidate.spec_id, quick, library)
            assert asked is not None
            assert f"Bags of the {agency}" in quick.ask(asked).text


def test_a_class_that_is_held_no_longer_cannot_be_asked_about(library: Library, asking: Asking) -> None:
    assert asked_about(Question(LIFTS), "gone", Assistant(library), library) is None
    assert ["cannot tell this class" in html for html in asking.answer_about(LIFTS, "gone", Kept())] == [True]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_suggestion_and_every_example_is_answered(library: Library, language: str) -> None:
    asking = Asking(library, Assistant(library), words_in("es" if language == "es" else "en"))
    suggested = asking.suggestions(Kept(exchanges=[KeptExchange(question=LIFTS)]))
    examples = asking.suggestions(Kept())
    questions = [unescape(question) for question in re.findall(r'data-ask="([^"]*)"', suggested + examples)]
    assert len(questions) >= 6
    outcomes = {question: Assistant(library).ask(Question(question)).outcome for question in questions}
    assert outcomes == dict.fromkeys(questions, Outcome.ANSWERED)


@pytest.mark.parametrize(
    ("question", "step"),
    [
        ("What is the pay of the Custodian?", "Open the class spec: Custodian"),
        ("Can I be a Firefighter with a bad back?", "Only the human resources office can decide this"),
        ("Who won the world cup?", "Ask about a class of jobs"),
        ("How often does the Plumber lift?", "Look through all classes held"),
    ],
)
def test_an_abstention_says_what_to_do_next(asking: Asking, question: str, step: str) -> None:
    html = answered(asking, question)
    assert 'class="answer abstained"' in html
    assert step in html
