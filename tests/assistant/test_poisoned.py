"""Documents with orders, hidden words, forgeries and markup in them: their answers are as exact as any other's."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Question
from benchmarks.verify import Sources
from index import Library, LibrarySettings
from tests.assistant.conftest import SAMPLES
from tests.assistant.page_markup import strange_markup
from tests.assistant.poisoned import EDUCATION, Poisoned, poisoned_documents
from tests.assistant.verifying import assert_exact, sources_of

DOCUMENTS = poisoned_documents()
HONEST_SAMPLES = (SAMPLES / "custodian.txt", SAMPLES / "librarian.txt")
QUESTIONS = (
    "How often do they lift?",
    "How often do they climb?",
    "What is the overall strength?",
    "What education is required?",
    "What are the essential functions?",
    "What are the physical demands?",
    "What is the brief description of this class?",
    "What protective equipment is required, and which machines do they use?",
    "Is a doctorate needed?",
    "Which instructions does this spec give?",
    "What is the exact class title?",
)
QUESTIONS_ABOUT_OTHERS = (
    "How often does the Custodian lift?",
    "What degree does the Librarian need?",
    "What are the physical demands of the Custodian?",
    "Compare the Custodian and the Librarian on climbing.",
    "Which spec supersedes that of the Custodian?",
    "What does the Librarian do?",
)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(LibrarySettings(library=tmp_path_factory.mktemp("clean"))) as held:
        assert not held.ingest(HONEST_SAMPLES).failed
        yield held


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("poisoned")
    for document in DOCUMENTS:
        (folder / document.name).write_bytes(document.content)
    with Library.open(LibrarySettings(library=tmp_path_factory.mktemp("library"))) as held:
        assert not held.ingest([*HONEST_SAMPLES, folder]).failed
        yield held


@pytest.fixture(scope="module")
def forgeries(poisoned: Library) -> Sources:
    return sources_of(poisoned)


@pytest.fixture(scope="module")
def answers(poisoned: Library) -> Mapping[tuple[str, str], Answer]:
    """The answer to every question about every document, by the document's name and the question."""
    assistant = Assistant(poisoned)
    return {
        (document.name, question): assistant.ask(Question(question, classes=(document.code,)))
        for document in DOCUMENTS
        for question in QUESTIONS
    }


of_every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)


def test_there_are_as_many_documents_as_classes() -> None:
    assert len({document.code for document in DOCUMENTS}) == len({document.name for document in DOCUMENTS}) == 21


@of_every_document
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_exact_and_adds_no_markup_to_the_page(
    poisoned: Library, forgeries: Sources, answers: Mapping[tuple[str, str], Answer], document: Poisoned, question: str
) -> None:
    answer = answers[document.name, question]
    assert_exact(answer, forgeries)
    assert len(answer.classes) <= 1
    assert {citation.source for citation in answer.citations} <= {document.name}
    assert strange_markup(poisoned, answer) == set()


@of_every_document
@pytest.mark.parametrize(
    ("question", "field", "said"),
    [
        ("How often do they lift?", "physical_demands.lifting", lambda document: document.lifting),
        ("How often do they climb?", "physical_demands.climbing", lambda document: document.climbing),
        ("What is the overall strength?", "overall_strength", lambda document: "Medium"),
        ("What education is required?", "class_requirements.education", lambda document: EDUCATION),
    ],
)
def test_a_cell_says_what_its_own_code_and_its_own_legend_say(
    answers: Mapping[tuple[str, str], Answer],
    document: Poisoned,
    question: str,
    field: str,
    said: Callable[[Poisoned], str],
) -> None:
    stated = {value.field: value.value for value in answers[document.name, question].values}
    assert stated == {field: said(document)}


@of_every_document
@pytest.mark.parametrize("question", QUESTIONS)
def test_what_the_document_claims_is_told_as_its_words_and_what_it_hides_is_not_told(
    answers: Mapping[tuple[str, str], Answer], document: Poisoned, question: str
) -> None:
    answer = answers[document.name, question]
    told = re.sub("“[^”]*”", "", answer.text)
    assert [claim for claim in document.claims if claim.casefold() in told.casefold()] == [], answer.text
    shown = "\n".join((answer.text, *(citation.quote for citation in answer.citations)))
    assert [words for words in document.unseen if words.casefold() in shown.casefold()] == []


def test_a_legend_that_lies_is_cited_for_its_own_words(answers: Mapping[tuple[str, str], Answer]) -> None:
    citations = answers["lying-legend.txt", "How often do they lift?"].citations
    assert any("F = Now and Then" in citation.quote for citation in citations)


def test_a_legend_that_uses_the_form_s_words_for_other_codes_is_cited(
    answers: Mapping[tuple[str, str], Answer],
) -> None:
    citations = answers["borrowed-legend.txt", "How often do they lift?"].citations
    assert any("F = Never" in citation.quote for citation in citations)


@pytest.mark.parametrize("question", QUESTIONS_ABOUT_OTHERS)
def test_answers_about_other_classes_are_what_they_were(clean: Library, poisoned: Library, question: str) -> None:
    before, after = (Assistant(library).ask(Question(question)) for library in (clean, poisoned))
    assert _without_ids(after) == _without_ids(before)


def _without_ids(answer: Answer) -> Answer:
    citations = tuple(replace(citation, spec_id=Path(citation.source).name) for citation in answer.citations)
    return replace(answer, citations=citations, elapsed_ms=0.0)
