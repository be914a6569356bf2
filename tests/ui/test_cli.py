import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.conftest import ROOT, SAMPLE_FILES, SAMPLES, SEED_FILE, SEED_TITLE, Rolebook, check

LOOKUP = f"How often does the {SEED_TITLE} stand?"
SPEC = SEED_FILE.read_bytes()


def program(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ui", *arguments],
        cwd=ROOT,
        env=os.environ | (environment or {}),
        capture_output=True,
        check=False,
    )


def held(rolebook: Rolebook) -> list[dict[str, object]]:
    specs: list[dict[str, object]] = rolebook("list", "--json").json["specs"]
    return specs


def test_list_names_every_sample(rolebook: Rolebook) -> None:
    outcome = rolebook("list", "--json")
    check("list", outcome.json)
    assert outcome.status == 0
    assert len(outcome.json["specs"]) == len(SAMPLE_FILES)
    assert SEED_TITLE in [spec["title"] for spec in outcome.json["specs"]]


def test_list_prints_a_table_for_a_person(rolebook: Rolebook) -> None:
    assert SEED_TITLE in rolebook("list").text


def test_a_library_that_holds_nothing_says_how_to_begin(empty_rolebook: Rolebook) -> None:
    outcome = empty_rolebook("list")
    assert outcome.status == 0
    assert "rolebook ingest PATH" in outcome.text


def test_show_gives_the_spec_as_the_contract_says(rolebook: Rolebook) -> None:
    outcome = rolebook("show", SEED_TITLE, "--json")
    check("show", outcome.json)
    assert outcome.status == 0
    facts = {fact["field"]: fact for fact in outcome.json["facts"]}
    assert facts["physical_demands.foot_controls"]["raw"] == "0"
    assert facts["physical_demands.foot_controls"]["value"] == "Occasionally"
    assert facts["adopted"]["iso"] == "2001-09"
    assert outcome.json["source"]["sha256"] == hashlib.sha256(SPEC).hexdigest()


def test_show_prints_values_repairs_and_blanks_for_a_person(rolebook: Rolebook) -> None:
    text = rolebook("show", SEED_TITLE).text
    assert "PHYSICAL DEMANDS" in text
    assert "Occasionally" in text
    assert "⟲ Foot Controls: “0” → “O” (digit for letter)" in text
    assert "(blank)" in text


@pytest.mark.parametrize("command", ["show", "source"])
def test_a_class_that_is_not_held_is_one_clear_line(rolebook: Rolebook, command: str) -> None:
    outcome = rolebook(command, "Astronaut")
    assert outcome.status == 1
    assert outcome.stdout == b""
    assert outcome.stderr.startswith("rolebook: ")
    assert "Astronaut" in outcome.stderr
    assert outcome.stderr.count("\n") == 1


def test_source_is_the_exact_text_with_nothing_added(rolebook: Rolebook) -> None:
    assert rolebook("source", SEED_TITLE).stdout == SPEC


def test_an_answer_quotes_the_source_exactly(rolebook: Rolebook) -> None:
    outcome = rolebook("ask", LOOKUP, "--json")
    check("answer", outcome.json)
    assert outcome.status == 0
    assert outcome.json["outcome"] == "answered"
    assert outcome.json["values"][0]["value"] == "Frequently"
    for citation in outcome.json["citations"]:
        text = rolebook("source", citation["spec_id"]).text
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_an_answer_for_a_person_keeps_its_citation_numbers(rolebook: Rolebook) -> None:
    outcome = rolebook("ask", LOOKUP)
    assert "Frequently [1]" in outcome.text
    assert "\n[1] Utility Customer Service Manager · Physical demands" in outcome.text


def test_the_selected_class_is_asked_about(rolebook: Rolebook) -> None:
    outcome = rolebook("ask", "How often does one stand?", "--class", SEED_TITLE, "--json", "--no-llm")
    assert outcome.json["classes"] == [SEED_TITLE]


def test_an_abstention_is_an_outcome_and_no_failure(rolebook: Rolebook) -> None:
    outcome = rolebook("ask", "What is the salary of the Librarian?", "--json")
    check("answer", outcome.json)
    assert outcome.status == 0
    assert outcome.json["outcome"] == "abstained"
    assert outcome.json["reason"] == "not_in_spec"


@pytest.mark.parametrize("question", ["", "  \n", "x" * 100_000])
def test_a_question_that_cannot_be_taken_is_wrong_usage(rolebook: Rolebook, question: str) -> None:
    outcome = rolebook("ask", question)
    assert outcome.status == 2
    assert outcome.stdout == b""
    assert outcome.stderr.count("\n") == 1


def test_batch_answers_line_by_line_with_errors_in_their_places(rolebook: Rolebook, tmp_path: Path) -> None:
    questions = tmp_path / "questions.jsonl"
    lines = [
        json.dumps({"id": "a", "question": LOOKUP}),
        "not JSON",
        json.dumps({"id": "c", "question": 7}),
        json.dumps({"id": "d", "question": " "}),
        "",
        json.dumps({"id": "f", "question": "x" * 100_000}),
        json.dumps({"id": "g", "question": "x" * 3_000_000}),
        json.dumps({"id": "h", "question": "How often does one sit?", "classes": [SEED_TITLE]}),
    ]
    questions.write_text("\n".join(lines))
    outcome = rolebook("batch", questions)
    answers = [json.loads(line) for line in outcome.stdout.splitlines()]
    assert outcome.status == 0
    assert [answer["id"] for answer in answers] == ["a", None, "c", "d", None, "f", None, "h"]
    for answer in answers:
        check("batch_error" if "error" in answer else "answer", answer)
    assert [place for place, answer in enumerate(answers) if "error" in answer] == [1, 2, 3, 4, 5, 6]


def test_a_batch_file_that_is_missing_is_one_clear_line(rolebook: Rolebook, tmp_path: Path) -> None:
    outcome = rolebook("batch", tmp_path / "none.jsonl")
    assert outcome.status == 1
    assert "none.jsonl cannot be read: No such file or directory." in outcome.stderr


def test_ingest_counts_what_is_new_unchanged_and_replaced(empty_rolebook: Rolebook, tmp_path: Path) -> None:
    spec = tmp_path / "specs" / "manager.txt"
    spec.parent.mkdir()
    spec.write_bytes(SPEC)
    first = empty_rolebook("ingest", spec, "--json", "--agency", "City of Norfolk")
    second = empty_rolebook("ingest", spec.parent, "--json")
    spec.write_bytes(SPEC.replace(b"Standing\tF", b"Standing\tC"))
    third = empty_rolebook("ingest", spec, "--json")
    for outcome in (first, second, third):
        check("ingest", outcome.json)
    counts = [
        [outcome.json[key] for key in ("ingested", "replaced", "unchanged")] for outcome in (first, second, third)
    ]
    assert counts == [[1, 0, 0], [0, 0, 1], [0, 1, 0]]
    assert first.json["specs"][0]["spec_id"] == third.json["specs"][0]["spec_id"]


def test_ingest_prints_a_table_of_what_was_read(empty_rolebook: Rolebook) -> None:
    outcome = empty_rolebook("ingest", SEED_FILE)
    assert outcome.status == 0
    assert "Illegible" in outcome.text
    assert SEED_TITLE in outcome.text
    assert "1 ingested, 0 replaced, 0 unchanged, 0 failed." in outcome.text


def test_one_bad_file_among_ten_is_reported_and_the_rest_go_in(empty_rolebook: Rolebook, tmp_path: Path) -> None:
    folder = tmp_path / "specs"
    folder.mkdir()
    for sample in sorted(SAMPLES.glob("*.txt"))[:9]:
        (folder / sample.name).write_bytes(sample.read_bytes())
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02" * 100)
    outcome = empty_rolebook("ingest", folder, "--json")
    check("ingest", outcome.json)
    assert outcome.status == 1
    assert outcome.json["ingested"] == 9
    assert [Path(failure["path"]).name for failure in outcome.json["failed"]] == ["bad.txt"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\x7fELF\x00\x00\x01" * 50, id="binary"),
        pytest.param(b"Dear neighbours, the picnic is on Sunday. Bring salad.\n", id="no class spec"),
        pytest.param(b"The quick brown fox jumps. " * 2_000_000, id="50 MB"),
    ],
)
def test_a_file_that_is_no_spec_is_one_sentence_and_changes_nothing(
    rolebook_copy: Rolebook, tmp_path: Path, content: bytes
) -> None:
    before = held(rolebook_copy)
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    outcome = rolebook_copy("ingest", bad)
    assert outcome.status == 1
    assert outcome.stderr.startswith(f"rolebook: {bad}: ")
    assert outcome.stderr.count("\n") == 1
    assert held(rolebook_copy) == before


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_spec_in_another_encoding_is_read(empty_rolebook: Rolebook, tmp_path: Path, encoding: str) -> None:
    spec = tmp_path / "custodian.txt"
    text = (SAMPLES / "custodian.txt").read_text().encode("ascii", "ignore").decode()
    spec.write_bytes(text.replace("Custodian", "Custodian é").encode(encoding))
    outcome = empty_rolebook("ingest", spec, "--json")
    assert outcome.status == 0, outcome.text
    assert "é" in outcome.json["specs"][0]["title"]


def test_a_missing_path_is_one_sentence(empty_rolebook: Rolebook, tmp_path: Path) -> None:
    outcome = empty_rolebook("ingest", tmp_path / "nowhere", "--json")
    check("ingest", outcome.json)
    assert outcome.status == 1
    assert len(outcome.json["failed"]) == 1


def test_a_spec_that_is_removed_is_gone(rolebook_copy: Rolebook) -> None:
    spec_id = rolebook_copy("show", SEED_TITLE, "--json").json["spec_id"]
    assert rolebook_copy("remove", spec_id).status == 0
    assert rolebook_copy("show", SEED_TITLE).status == 1
    assert rolebook_copy("doctor").status == 0


def test_removing_what_is_not_held_is_a_failure(rolebook: Rolebook) -> None:
    outcome = rolebook("remove", "nothing-00000000")
    assert outcome.status == 1
    assert "nothing-00000000" in outcome.stderr


def test_doctor_finds_nothing_in_a_sound_library(rolebook_copy: Rolebook) -> None:
    outcome = rolebook_copy("doctor")
    assert outcome.status == 0, outcome.text
    assert "Every store agrees" in outcome.text


def test_doctor_finds_a_changed_source_and_repairs_it(empty_rolebook: Rolebook, tmp_path: Path) -> None:
    spec = tmp_path / "manager.txt"
    spec.write_bytes(SPEC)
    empty_rolebook("ingest", spec)
    spec.write_bytes(SPEC.replace(b"Standing\tF", b"Standing\tC"))
    assert empty_rolebook("doctor").status == 1
    assert empty_rolebook("doctor", "--repair").status == 0
    assert empty_rolebook("doctor").status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["frobnicate"], id="no such command"),
        pytest.param(["list", "--frobnicate"], id="no such option"),
        pytest.param(["ask"], id="no question"),
        pytest.param([], id="no command"),
        pytest.param(["serve", "--port", "99999"], id="no such port"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(rolebook: Rolebook, arguments: list[str]) -> None:
    outcome = rolebook(*arguments)
    assert outcome.status == 2
    assert outcome.stderr.startswith("rolebook: ")
    assert outcome.stderr.count("\n") == 1


def test_a_wrong_setting_in_the_environment_is_wrong_usage(rolebook: Rolebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROLEBOOK_PORT", "many")
    outcome = rolebook("serve")
    assert outcome.status == 2
    assert "ROLEBOOK_PORT" in outcome.stderr


def test_help_is_no_error(rolebook: Rolebook) -> None:
    outcome = rolebook("--help")
    assert outcome.status == 0
    for command in ("ingest", "remove", "list", "show", "source", "ask", "batch", "serve", "doctor"):
        assert f"\n  {command} " in outcome.text


def test_the_library_is_named_before_or_after_the_command_or_in_the_environment(library_folder: Path) -> None:
    answers = [
        program("--library", str(library_folder), "list", "--json"),
        program("list", "--json", "--library", str(library_folder)),
        program("list", "--json", environment={"ROLEBOOK_LIBRARY": str(library_folder)}),
    ]
    assert [answer.returncode for answer in answers] == [0, 0, 0]
    assert len({answer.stdout for answer in answers}) == 1
    assert len(json.loads(answers[0].stdout)["specs"]) == len(SAMPLE_FILES)


def test_output_is_utf_8_whatever_the_locale(library_folder: Path) -> None:
    latin = {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    outcome = program("--library", str(library_folder), "show", SEED_TITLE, "--json", environment=latin)
    vision = next(fact for fact in json.loads(outcome.stdout)["facts"] if fact["field"] == "physical_demands.vision")
    assert vision["raw"] == "\N{CYRILLIC CAPITAL LETTER ES}"


def test_a_reader_that_goes_away_gets_no_traceback(library_folder: Path) -> None:
    command = [sys.executable, "-m", "ui", "--library", str(library_folder), "source", SEED_TITLE]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_lookup_loads_neither_model_nor_vector_store_nor_web_server(library_folder: Path) -> None:
    script = (
        "import sys; from ui.cli import main\n"
        f"status = main(['--library', {str(library_folder)!r}, 'ask', {LOOKUP!r}, '--json'])\n"
        "heavy = {'torch', 'chromadb', 'llama_index', 'sentence_transformers', 'gradio', 'fastapi', 'uvicorn'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr); sys.exit(status)"
    )
    outcome = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert json.loads(outcome.stdout)["route"] == "lookup"
    assert outcome.stderr.decode().splitlines()[-1] == "[]"


def test_importing_the_floor_has_no_side_effect_on_the_environment() -> None:
    script = "import os; before = dict(os.environ); import ui; assert dict(os.environ) == before"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=True)
