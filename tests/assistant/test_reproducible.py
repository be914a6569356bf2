"""The same files and question give the same answer, whatever the order of ingest (contract, section 3)."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from assistant import Answer, Assistant, Question
from index import Library, LibrarySettings
from tests.assistant.conftest import SAMPLES

_ASKED = Path(__file__).resolve().parents[2] / "benchmarks" / "questions" / "development"
QUESTIONS = (_ASKED / "samples.jsonl", _ASKED / "search.jsonl")


def _answers(assistant: Assistant) -> Iterator[Answer]:
    for line in (line for file in QUESTIONS for line in file.read_text(encoding="utf-8").splitlines()):
        asked = json.loads(line)
        answer = assistant.ask(Question(asked["question"], classes=tuple(asked.get("classes", ()))))
        yield replace(answer, elapsed_ms=0.0)


def test_the_order_of_ingest_leaves_no_trace_in_any_answer(assistant: Assistant, tmp_path: Path) -> None:
    with Library.open(LibrarySettings(library=tmp_path)) as library:
        for path in sorted(SAMPLES.glob("*.*"), reverse=True):
            if path.stem != "README":
                library.ingest([path])
        # One spec is taken out and comes back last.
        first = library.entries()[0]
        library.remove([first.spec_id])
        library.ingest([Path(first.path)])
        assert library.doctor().clean
        assert list(_answers(Assistant(library))) == list(_answers(assistant))
