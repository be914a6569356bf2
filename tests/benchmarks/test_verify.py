"""The verifier passes true answers and names the rule that a corrupted one breaks."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.verify import check_answer, main, read_sources
from tests.benchmarks.answers import (
    DISPATCHER,
    MANAGER,
    OWN_STANDING,
    SOURCES,
    TITLES,
    clarify,
    count,
    moved,
    source_text,
    standing,
)
from tests.benchmarks.corrupted_answers import CORRUPTED
from tests.benchmarks.true_answers import TRUE_ANSWERS


def rules(stated: object, specs_held: int | None = None) -> set[str]:
    """Return the rules that an answer breaks."""
    return {failure.rule for failure in check_answer(stated, SOURCES, TITLES, specs_held=specs_held)}


@pytest.mark.parametrize("name", TRUE_ANSWERS)
def test_a_true_answer_passes(name: str) -> None:
    assert check_answer(TRUE_ANSWERS[name], SOURCES, TITLES) == []


@pytest.mark.parametrize("name", CORRUPTED)
def test_a_corrupted_answer_breaks_the_rule_made_for_it(name: str) -> None:
    rule, stated = CORRUPTED[name]
    assert rule in rules(stated)


@pytest.mark.parametrize("name", TRUE_ANSWERS)
def test_without_titles_a_true_answer_passes_too(name: str) -> None:
    assert check_answer(TRUE_ANSWERS[name], SOURCES) == []


@pytest.mark.parametrize("name", [name for name, stated in TRUE_ANSWERS.items() if stated["citations"]])
def test_a_citation_moved_by_one_is_always_found(name: str) -> None:
    citations = TRUE_ANSWERS[name]["citations"]
    assert isinstance(citations, list)
    shifted = TRUE_ANSWERS[name] | {"citations": [moved(citations[0], 1), *citations[1:]]}
    assert "citation-quote" in rules(shifted)


def test_the_number_of_specs_held_may_be_stated() -> None:
    stated = count(f"1 of 90 classes stands frequently: {MANAGER} [1]")
    assert rules(stated, specs_held=90) == set()


def test_the_class_codes_of_candidates_may_be_stated() -> None:
    stated = clarify(f"Which class: {MANAGER} (004410) or {DISPATCHER}?", [MANAGER, DISPATCHER])
    assert check_answer(stated, SOURCES, TITLES, codes={"manager": "004410"}) == []
    assert {failure.rule for failure in check_answer(stated, SOURCES, TITLES)} == {"number"}


def test_a_failure_names_the_answer() -> None:
    (failure,) = check_answer(standing("Frequently [1]."), SOURCES, TITLES)
    assert (failure.answer_id, failure.rule) == ("q1", "citation-unused")


def written(folder: Path, answers: list[object]) -> tuple[str, str]:
    """Write answers and a folder of sources; return both paths."""
    sources = folder / "sources"
    sources.mkdir()
    for spec_id, text in SOURCES.items():
        (sources / f"{spec_id}.txt").write_bytes(text.encode())
    path = folder / "answers.jsonl"
    path.write_text("".join(json.dumps(stated) + "\n" for stated in answers), encoding="utf-8")
    return str(path), str(sources)


def test_the_program_sums_up_and_exits_by_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers, sources = written(tmp_path, [standing(), standing("Frequently [1].", id="q2")])
    assert main([answers, sources]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("\t")[:2] == ["q2", "citation-unused"]
    assert lines[-1] == "2 answers, 4 citations, 1 failures"


def test_the_program_runs_as_a_file_from_anywhere(tmp_path: Path) -> None:
    answers, sources = written(tmp_path, [standing()])
    program = Path(__file__).resolve().parents[2] / "benchmarks" / "verify.py"
    run = subprocess.run(
        [sys.executable, str(program), answers, sources], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (0, "1 answers, 2 citations, 0 failures\n")


def test_sources_keep_byte_order_marks_and_carriage_returns(tmp_path: Path) -> None:
    (tmp_path / "clerk.txt").write_bytes("\ufeffClass Title: Clerk\r\n".encode())
    assert read_sources(tmp_path).texts == {"clerk": "\ufeffClass Title: Clerk\r\n"}


def test_sources_can_be_lines_with_titles_and_codes(tmp_path: Path) -> None:
    path = tmp_path / "sources.jsonl"
    row = {"spec_id": "clerk", "title": "Clerk", "code": None, "text": "Clerk\u2028\u0085\r\n"}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8", newline="")
    sources = read_sources(path)
    assert (sources.texts, sources.titles, sources.codes) == ({"clerk": row["text"]}, {"clerk": "Clerk"}, {})


@pytest.mark.parametrize("line", ["{", '{"spec_id": "clerk"}', "[]"])
def test_sources_that_cannot_be_read_are_wrong_usage(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers, _ = written(tmp_path, [standing()])
    path = tmp_path / "sources.jsonl"
    path.write_text(line, encoding="utf-8")
    assert main([answers, str(path)]) == 2
    assert "line 1" in capsys.readouterr().err


def test_a_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    assert main([str(tmp_path / "none.jsonl"), str(tmp_path)]) == 2


def test_the_samples_hold_what_these_answers_quote() -> None:
    assert OWN_STANDING.split("\t")[1] == "O"
    assert source_text("utility-customer-service-manager") == SOURCES["manager"]
