"""What people ask over the samples, from the question to the answer."""

from pathlib import Path

import pytest

from assistant import Assistant, Outcome, Question, QuestionError, Reason, Route, Turn
from index import Library, LibrarySettings, without_own_series

SEED = "Utility Customer Service Manager"


def test_a_cell_is_answered_with_its_row_and_its_legend(assistant: Assistant) -> None:
    answer = assistant.ask(Question(f"How often does the {SEED} stand?", id="q1"))
    assert (answer.outcome, answer.route) == (Outcome.ANSWERED, Route.LOOKUP)
    assert answer.text.startswith("Frequently [1]: from 1/3 to 2/3 of the time [2]")
    row, legend = answer.citations
    assert row.quote == "Standing\tF\tCopier, fax machine, presentations, managing customer service center"
    assert (row.start, row.end, row.page, row.section) == (6424, 6503, None, "physical_demands")
    assert legend.quote.startswith("C = Continuously\tF = Frequently")
    (value,) = answer.values
    assert (value.field, value.raw, value.value, value.citation) == ("physical_demands.standing", "F", "Frequently", 1)


def test_a_repaired_code_says_what_the_source_prints(assistant: Assistant) -> None:
    answer = assistant.ask(Question(f"How often does the {SEED} use foot controls?"))
    assert answer.text.startswith("Occasionally [1] (printed “0”)")
    assert answer.values[0].raw == "0"


def test_a_whole_section_gives_every_row_with_its_own_citation(assistant: Assistant) -> None:
    answer = assistant.ask(Question(f"What are the physical demands of the {SEED}?"))
    assert answer.route == Route.SECTION
    assert len(answer.values) == 21
    assert len({value.citation for value in answer.values}) == 21


def test_environmental_factors_as_a_whole_are_both_columns(assistant: Assistant) -> None:
    answer = assistant.ask(Question(f"environmental factors, {SEED}"))
    sections = {value.field.partition(".")[0] for value in answer.values}
    assert sections == {"health_and_safety", "environmental_factors"}


def test_prose_is_answered_with_the_sentence_that_says_it(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Does the custodian have to shovel snow?"))
    assert answer.route == Route.PASSAGES
    assert any("Shovels snow" in citation.quote for citation in answer.citations)


def test_an_own_legend_decodes_and_is_cited(assistant: Assistant) -> None:
    answer = assistant.ask(Question("How often does the police dispatcher sit?"))
    assert answer.values[0].value == "Constantly"
    assert any("C = Constantly" in citation.quote for citation in answer.citations)


def test_a_box_that_is_not_marked_is_said_so_with_those_that_are(assistant: Assistant) -> None:
    answer = assistant.ask(Question("Does the Accountant II ever work in a warehouse?"))
    assert answer.outcome == Outcome.ANSWERED
    assert "not marked" in answer.text
    assert {(value.field, value.value) for value in answer.values} == {
        ("work_location.warehouse", None),
        ("work_location.office", "X"),
    }


def test_other_see_1_below_brings_its_note(assistant: Assistant) -> None:
    answer = assistant.ask(Question("What is the 'other' health and safety exposure for the firefighter?"))
    assert {value.field for value in answer.values} == {"health_and_safety.other", "notes.1"}


def test_a_row_and_the_note_that_it_points_at_are_shown_once(assistant: Assistant) -> None:
    answer = assistant.ask(Question("What is the 'other' health and safety exposure for the firefighter, note 1?"))
    assert [value.field for value in answer.values] == ["health_and_safety.other", "notes.1"]
    assert answer.text.count("Note 1") == 1


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (f"When was the {SEED} spec revised?", Reason.BLANK_IN_SPEC),
        ("how often do parking enforcement officers kneel", Reason.ILLEGIBLE),
        ("What budget responsibility does the Equipment Operator II have?", Reason.NOT_IN_SPEC),
        ("whats the salary for firefighter", Reason.NOT_IN_SPEC),
        ("whats the requirements for lifeguard", Reason.NO_SUCH_CLASS),
        ("What are the essential functions of Accountant III?", Reason.NO_SUCH_CLASS),
        ("Duties of the Assistant Librarian", Reason.NO_SUCH_CLASS),
        ("class code 999999, what is it?", Reason.NO_SUCH_CLASS),
        ("tell me a joke", Reason.OUT_OF_SCOPE),
    ],
)
def test_what_cannot_be_answered_is_said_with_its_reason(assistant: Assistant, question: str, reason: Reason) -> None:
    answer = assistant.ask(Question(question))
    assert (answer.outcome, answer.reason) == (Outcome.ABSTAINED, reason)


def test_a_blank_cell_is_cited_and_not_answered(assistant: Assistant) -> None:
    answer = assistant.ask(Question(f"When was the {SEED} spec revised?"))
    assert [value.value for value in answer.values] == [None]
    assert answer.citations[0].quote == "Revi\tsed:"


def test_fitness_is_not_judged_and_the_demands_are_shown(assistant: Assistant) -> None:
    answer = assistant.ask(Question("i have a bad back, can i be a firefighter?"))
    assert answer.reason == Reason.PERSON_JUDGEMENT
    assert {"physical_demands.lifting", "physical_demands.bending"} <= {value.field for value in answer.values}
    assert any("accommodation" in citation.quote for citation in answer.citations)


@pytest.mark.parametrize("question", ["How often does the accountant lift?", "what does an accountant need"])
def test_a_title_without_its_level_is_asked_back(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(Question(question))
    assert (answer.outcome, set(answer.classes)) == (Outcome.CLARIFY, {"Accountant I", "Accountant II"})


def test_a_level_is_never_filled_in_even_where_only_one_is_held(assistant: Assistant) -> None:
    answer = assistant.ask(Question("do i need a cdl for the equipment operator job"))
    assert (answer.outcome, answer.classes) == (Outcome.CLARIFY, ("Equipment Operator II",))


def test_no_class_at_all_is_asked_back_with_all_that_are_held(assistant: Assistant, library: Library) -> None:
    answer = assistant.ask(Question("What are the physical demands?"))
    assert answer.outcome == Outcome.CLARIFY
    classes = without_own_series(entry for entry in library.entries() if entry.current)
    assert len(answer.classes) == len(classes)


def test_the_question_beats_the_selection_which_beats_the_history(assistant: Assistant) -> None:
    history = (Turn("user", "How often does the librarian climb?"),)
    asked = "How often do they climb?"
    assert assistant.ask(Question(asked, history=history)).classes == ("Librarian",)
    assert assistant.ask(Question(asked, classes=("Custodian",), history=history)).classes == ("Custodian",)
    named = Question("How often does the Firefighter climb?", classes=("Custodian",), history=history)
    assert assistant.ask(named).classes == ("Firefighter",)


def test_an_empty_or_endless_question_is_refused_in_one_sentence(assistant: Assistant) -> None:
    for question in ("", " \n", "a" * 100_000):
        with pytest.raises(QuestionError) as refused:
            assistant.ask(Question(question))
        assert "\n" not in str(refused.value)


def test_the_only_class_held_is_meant_without_being_named(
    library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    seed = next(entry for entry in library.entries() if entry.title == SEED)
    with Library.open(LibrarySettings(library=tmp_path_factory.mktemp("one"))) as one:
        copy = tmp_path_factory.mktemp("spec") / "seed.txt"
        copy.write_bytes(library.held(seed.spec_id).spec.source.text.encode())
        one.ingest([copy])
        answer = Assistant(one).ask(Question("What are the physical demands?"))
    assert answer.classes == (SEED,)


def test_an_empty_library_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Library.open(LibrarySettings(library=tmp_path_factory.mktemp("none"))) as empty:
        answer = Assistant(empty).ask(Question("What are the physical demands?"))
    assert answer.outcome == Outcome.ABSTAINED


def test_without_a_model_prose_is_found_by_its_words(
    library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("no model")
    with Library.open(LibrarySettings(library=folder, embedding_model=str(folder / "missing"))) as lexical_only:
        lexical_only.ingest([Path(entry.path) for entry in library.entries()])
        answer = Assistant(lexical_only).ask(Question("When does the custodian shovel snow?"))
        lookup = Assistant(lexical_only).ask(Question(f"How often does the {SEED} stand?"))
    assert any("Shovels snow" in citation.quote for citation in answer.citations)
    assert answer.remark
    assert lookup.route == Route.LOOKUP


def test_specs_of_one_class_that_no_date_orders_are_asked_back(tmp_path: Path) -> None:
    form = "Class Title: Clerk\n\nESSENTIAL FUNCTIONS:\n\n1\tL\t{}\n\nCLASS REQUIREMENTS:\n\nNON-PHYSICAL DEMANDS:\n\n"
    for name, function in (("one.txt", "Files."), ("two.txt", "Types.")):
        (tmp_path / name).write_text(form.format(function), encoding="utf-8")
    with Library.open(LibrarySettings(library=tmp_path / "library")) as library:
        library.ingest([tmp_path / "one.txt", tmp_path / "two.txt"])
        answer = Assistant(library).ask(Question("What does the Clerk do?"))
    assert (answer.outcome, answer.classes) == (Outcome.CLARIFY, ("Clerk",))
    assert "one.txt, two.txt" in answer.text
