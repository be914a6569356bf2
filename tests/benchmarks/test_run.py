"""The pure parts of the benchmark: what counts as right, and how it is counted and written down."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant import Answer, Citation, Outcome, Question, Reason, Route, Value
from benchmarks.corpus import DIVISIONS, write_corpus
from benchmarks.coverage import joined, unread_share
from benchmarks.expectations import SAMPLES, Expectation, Trial, all_trials
from benchmarks.page import generated, replaced, with_sections
from benchmarks.scoring import faults, percentile, scored, tallies
from ingest import read_spec

MANAGER = "Utility Customer Service Manager"
QUESTION = Question("How often does the manager stand?", id="t1")
RIGHT = Answer(
    question=QUESTION,
    outcome=Outcome.ANSWERED,
    route=Route.LOOKUP,
    text="Frequently [1]",
    classes=(MANAGER,),
    values=(Value(MANAGER, "physical_demands.standing", "F", "Frequently", 1),),
    citations=(
        Citation(1, "id", MANAGER, "physical_demands", "Standing\tF\tCopier, fax machine", "manager.txt", None, 0, 31),
    ),
)
ABSTAINED = replace(
    RIGHT, outcome=Outcome.ABSTAINED, route=Route.NONE, reason=Reason.NOT_IN_SPEC, values=(), citations=()
)
EXPECTED = Expectation.model_validate(
    {
        "outcome": "answered",
        "classes": [MANAGER],
        "values": [{"field": "physical_demands.standing", "value": "Frequently"}],
        "quote": ["Standing F Copier"],
    }
)
ABSTENTION = Expectation(outcome=Outcome.ABSTAINED, reason=Reason.NOT_IN_SPEC)


def test_an_answer_with_all_that_is_expected_is_right() -> None:
    assert faults(RIGHT, EXPECTED) == ()


def test_values_that_nobody_expected_do_no_harm() -> None:
    more = (*RIGHT.values, Value(MANAGER, "physical_demands.sitting", "F", "Frequently", 1))
    assert faults(replace(RIGHT, values=more), EXPECTED) == ()


def test_an_unmarked_box_is_expected_as_null() -> None:
    unmarked = Expectation.model_validate(
        {"outcome": "answered", "values": [{"field": "work_location.shop", "value": None}]}
    )
    assert faults(RIGHT, unmarked)
    assert faults(replace(RIGHT, values=(Value(MANAGER, "work_location.shop", "", None, 1),)), unmarked) == ()


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (replace(RIGHT, classes=("Librarian",)), "Librarian"),
        (replace(RIGHT, classes=(MANAGER, "Librarian")), "Librarian"),
        (replace(RIGHT, values=(replace(RIGHT.values[0], value="Rarely"),)), "physical_demands.standing"),
        (replace(RIGHT, citations=(replace(RIGHT.citations[0], quote="Sitting\tF"),)), "Standing F Copier"),
        (replace(RIGHT, outcome=Outcome.CLARIFY), "clarify"),
    ],
    ids=["another class", "a class too many", "another value", "another quote", "another outcome"],
)
def test_an_answer_that_differs_is_wrong_and_the_fault_names_what_differs(answer: Answer, named: str) -> None:
    (fault,) = faults(answer, EXPECTED)
    assert named in fault


def test_an_abstention_for_another_reason_is_wrong() -> None:
    assert faults(ABSTAINED, ABSTENTION) == ()
    assert faults(replace(ABSTAINED, reason=Reason.BLANK_IN_SPEC), ABSTENTION)


def test_missing_answers_and_answers_too_many_are_counted_by_kind_and_in_all() -> None:
    lookup, not_stated = Trial(QUESTION, "lookup", EXPECTED), Trial(QUESTION, "not_stated", ABSTENTION)
    trials = [
        scored(lookup, RIGHT),
        scored(lookup, ABSTAINED),
        scored(not_stated, RIGHT),
        scored(not_stated, ABSTAINED),
    ]
    counted = [(each.kind, each.asked, each.right, each.lacking, each.excessive) for each in tallies(trials)]
    assert counted == [("lookup", 2, 1, 1, 0), ("not_stated", 2, 1, 0, 1), ("all", 4, 2, 1, 1)]


def test_a_percentile_is_a_measurement_at_its_nearest_rank() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile(list(range(1, 21)), 0.95) == 19
    assert percentile([7.0], 0.95) == 7.0


def test_a_word_counts_as_read_only_where_all_of_it_was_read() -> None:
    text = "one two three four"
    assert unread_share(text, [(0, 7)]) == 0.5
    assert unread_share(text, [(0, 6)]) == 0.75
    assert unread_share(text, [(8, 18), (0, 8)]) == 0
    assert unread_share(text, []) == 1


def test_stretches_that_touch_are_one() -> None:
    assert joined([(5, 9), (0, 3), (3, 4), (6, 7)]) == [(0, 4), (5, 9)]


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    page = "# Title\n<!-- What follows is written by make it -->\nold\n<!-- end -->\nfoot\n"
    once = replaced(page, "new", "make it")
    assert once == "# Title\n<!-- What follows is written by make it -->\n\nnew\n\n<!-- end -->\nfoot\n"
    assert replaced(replaced(page, "other", "make it"), "new", "make it") == once


def test_a_section_measured_alone_takes_the_place_of_the_one_with_its_heading() -> None:
    text = "On a machine.\n\n### One\n\nold\n\n### Two\n\nkept"
    written = with_sections(text, ["### One\n\nnew\n", "### Three\n\nadded"])
    assert written == "On a machine.\n\n### One\n\nnew\n\n### Two\n\nkept\n\n### Three\n\nadded"


def test_what_a_command_wrote_is_found_between_its_markers() -> None:
    page = "# Title\n<!-- What follows is written by make it -->\n\nold\n\n<!-- end -->\nfoot\n"
    assert generated(page, "make it") == "old"


def test_a_page_without_markers_for_the_command_is_refused() -> None:
    with pytest.raises(ValueError, match="marker"):
        replaced("# Title\n", "new", "make it")
    with pytest.raises(ValueError, match="marker"):
        replaced("<!-- What follows is written by make it -->\n<!-- end -->\n", "new", "make another")


def test_every_copy_in_the_corpus_is_of_a_class_of_its_own_and_reads_as_its_sample(tmp_path: Path) -> None:
    files = write_corpus(SAMPLES, tmp_path)
    specs = [read_spec(file) for file in files]
    assert len({spec.title for spec in specs}) == len(specs)
    texts = [passage.embedded_text for spec in specs for passage in spec.passages]
    assert len(set(texts)) == len(texts)
    assert len({len(spec.facts) for spec in specs if (spec.title or "").endswith("Librarian")}) == 1
    assert len(files) % len(DIVISIONS) == 0


def test_every_question_of_the_benchmark_reads_and_has_an_id_of_its_own() -> None:
    ids = [trial.question.id for trial in all_trials()]
    assert None not in ids
    assert len(set(ids)) == len(ids)
