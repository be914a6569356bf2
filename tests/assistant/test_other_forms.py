"""Questions about specs that are not in the home form: headers, prose under headings, series of classes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Answer, Assistant, Outcome, Question, Reason, Route
from benchmarks.verify import check_answer
from index import Library, LibrarySettings
from tests.assistant.conftest import SAMPLES
from tests.assistant.generic_specs import deckhands, harbor_pilot
from tests.index.spec_factory import hold
from ui.contract import answer_object


@pytest.fixture(scope="module")
def harbor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A class of a document of its own, a series of two, and two samples of the home form; found by words alone."""
    folder = tmp_path_factory.mktemp("harbor")
    settings = LibrarySettings(library=folder, embedding_model=str(folder / "missing"))
    with Library.open(settings) as held:
        held.ingest([SAMPLES / "custodian.txt", SAMPLES / "librarian.txt"])
        hold(held, harbor_pilot())
        hold(held, *deckhands())
        yield held


def ask(library: Library, text: str, *classes: str) -> Answer:
    """The answer, made sure that all that it says stands where it says."""
    answer = Assistant(library).ask(Question(text, classes=classes))
    entries = library.entries()
    sources = {entry.spec_id: library.held(entry.spec_id).spec.source.text for entry in entries}
    titles = {entry.spec_id: entry.title or Path(entry.path).name for entry in entries}
    codes = {entry.spec_id: entry.code for entry in entries if entry.code}
    assert check_answer(answer_object(answer), sources, titles=titles, codes=codes, specs_held=len(entries)) == []
    return answer


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


@pytest.mark.parametrize(
    ("question", "field", "value"),
    [
        ("What is the class code of the Harbor Pilot?", "code", "7312"),
        ("what is the salary of the harbor pilot", "salary", "$58,400 to $91,250 a year"),
        ("how much does a harbor pilot get paid", "salary", "$58,400 to $91,250 a year"),
        ("When was the Harbor Pilot spec revised?", "revised", "June 12, 2009"),
        ("open date of the harbor pilot exam", "open_date", "April 26, 2013"),
        ("what is the exact title of class 7312", "title", "Harbor Pilot"),
    ],
)
def test_a_header_is_answered_cell_by_cell(harbor: Library, question: str, field: str, value: str) -> None:
    answer = ask(harbor, question)
    assert (answer.outcome, answer.route) == (Outcome.ANSWERED, Route.LOOKUP)
    assert [(each.field, each.value) for each in answer.values] == [(field, value)]
    assert value in answer.text


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("What are the duties of the Harbor Pilot?", "duties"),
        ("essential functions of a harbor pilot", "duties"),
        ("what does the harbor pilot do", "duties"),
        ("minimum qualifications, harbor pilot", "minimum_qualifications"),
        ("what are the requirements for harbor pilot", "minimum_qualifications"),
        ("what education does the harbor pilot need", "minimum_qualifications"),
        ("how do I apply for harbor pilot", "selection_process"),
        ("What are the working conditions of the Harbor Pilot?", "working_conditions"),
        ("physical demands of the harbor pilot", "physical_demands"),
    ],
)
def test_a_section_is_quoted_whole_in_its_order(harbor: Library, question: str, section: str) -> None:
    answer = ask(harbor, question)
    spec = harbor.held(harbor.resolve("Harbor Pilot").spec_id).spec
    said = [spec.source.text[p.start : p.end] for p in spec.passages if p.section == section]
    assert (answer.outcome, answer.route) == (Outcome.ANSWERED, Route.SECTION)
    assert quotes(answer) == said
    assert all(f"“{quote}”" in answer.text for quote in said)
    assert {citation.section for citation in answer.citations} == {section}


def test_a_row_of_the_home_form_is_answered_by_the_sentence_that_names_it(harbor: Library) -> None:
    answer = ask(harbor, "how often does the harbor pilot climb")
    assert (answer.outcome, answer.route, answer.values) == (Outcome.ANSWERED, Route.PASSAGES, ())
    assert quotes(answer) == ["Persons in this class climb rope ladders in heavy weather."]


@pytest.mark.parametrize("question", ["is there lifting for the harbor pilot", "does the harbor pilot kneel"])
def test_a_row_of_the_home_form_that_nothing_names_is_not_stated_and_not_never(harbor: Library, question: str) -> None:
    answer = ask(harbor, question)
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)
    assert "Never" not in answer.text


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("duties of the Custodian", "essential_functions"),
        ("minimum qualifications of the Custodian", "class_requirements"),
        ("knowledge, skills and abilities of the Custodian", "class_requirements"),
        ("definition of the Custodian", "brief_description"),
    ],
)
def test_the_home_form_answers_for_what_other_forms_call_otherwise(
    harbor: Library, question: str, section: str
) -> None:
    answer = ask(harbor, question)
    assert (answer.outcome, answer.route) == (Outcome.ANSWERED, Route.SECTION)
    assert {value.field.partition(".")[0] for value in answer.values} == {section}


def test_two_forms_are_asked_in_one_question(harbor: Library) -> None:
    answer = ask(harbor, "duties of the Custodian and the Harbor Pilot")
    assert answer.classes == ("Custodian", "Harbor Pilot")
    assert {citation.section for citation in answer.citations} >= {"essential_functions", "duties"}


def test_what_one_of_two_specs_does_not_state_is_said(harbor: Library) -> None:
    answer = ask(harbor, "selection process of the Custodian and the Harbor Pilot")
    assert "The class spec of Custodian does not state the selection process." in answer.text


def test_the_salary_that_no_spec_of_the_home_form_has_is_still_not_in_it(harbor: Library) -> None:
    answer = ask(harbor, "what is the salary of the custodian")
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, Reason.NOT_IN_SPEC)


@pytest.mark.parametrize("name", ["Leading Deckhand", "class 8102"])
def test_a_class_of_a_series_is_asked_for_by_its_own_title_or_code(harbor: Library, name: str) -> None:
    answer = ask(harbor, f"duties of the {name}")
    assert answer.classes == ("Leading Deckhand",)
    assert quotes(answer) == ["Leads a watch of deckhands."]


def test_the_exact_title_of_a_member_is_not_asked_back(harbor: Library) -> None:
    assert ask(harbor, "what does the deckhand do").classes == ("Deckhand",)


def test_the_title_of_a_series_means_its_document(harbor: Library) -> None:
    answer = ask(harbor, "definition of the Deckhand Series")
    assert answer.classes == ("Deckhand Series",)
    assert quotes(answer) == ["Deckhands work the lines of harbor craft."]


def test_a_series_is_no_class_beside_its_members(harbor: Library) -> None:
    answer = ask(harbor, "What are the duties?")
    assert set(answer.classes) == {"Custodian", "Librarian", "Harbor Pilot", "Deckhand", "Leading Deckhand"}
    assert not any("Series" in example for example in Assistant(harbor).examples())


def test_a_series_of_its_member_s_title_leaves_the_question_to_the_member(tmp_path: Path) -> None:
    with Library.open(LibrarySettings(library=tmp_path)) as library:
        document = hold(library, *deckhands(series="Deckhand"))
        (answer,) = (ask(library, "what are the duties of the deckhand"),)
        assert {citation.spec_id for citation in answer.citations} == {f"{document}-0"}
        chosen = ask(library, "what is the definition", document)
        assert {citation.spec_id for citation in chosen.citations} == {document}


def test_undated_specs_of_one_class_are_told_apart_by_the_names_of_their_files(tmp_path: Path) -> None:
    with Library.open(LibrarySettings(library=tmp_path)) as library:
        for name in ("pilot 7312 061215", "pilot 7313 083118"):
            hold(library, harbor_pilot(f"/specs/{name}.txt"))
        answer = Assistant(library).ask(Question("salary of the harbor pilot"))
    assert (answer.outcome, answer.classes) == (Outcome.CLARIFY, ("Harbor Pilot",))
    assert "pilot 7312 061215.txt, pilot 7313 083118.txt" in answer.text


def test_a_code_that_two_classes_share_is_asked_back_and_their_titles_are_not(tmp_path: Path) -> None:
    with Library.open(LibrarySettings(library=tmp_path)) as library:
        hold(library, harbor_pilot())
        hold(library, replace(harbor_pilot("/specs/other.txt", "Bridge Tender"), revision="2020"))
        answer = ask(library, "what are the duties of class 7312")
        assert (answer.outcome, set(answer.classes)) == (Outcome.CLARIFY, {"Harbor Pilot", "Bridge Tender"})
        assert ask(library, "duties of the harbor pilot").classes == ("Harbor Pilot",)


def test_every_sentence_that_asks_for_a_certificate_is_shown_wherever_it_stands(tmp_path: Path) -> None:
    sections = (
        ("minimum_qualifications", "REQUIREMENTS", ("Two years as mate.",)),
        ("special_requirements", "LICENSE", ("A valid driver's license is required.",)),
        ("other", "PROCESS NOTES", ("A Certificate of Competency is required.", "Copies of certificates are kept.")),
    )
    with Library.open(LibrarySettings(library=tmp_path, embedding_model=str(tmp_path / "missing"))) as held:
        hold(held, harbor_pilot(sections=sections))
        answer = ask(held, "What certificate does a Harbor Pilot have to have?")
    assert quotes(answer) == ["A valid driver's license is required.", "A Certificate of Competency is required."]
