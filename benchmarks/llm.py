"""Asks everything with a real, weak language model behind a real server: ``python -m benchmarks.llm``.

Each question is asked without the model and with it. The facts of both answers must be the same, and what is shown must
pass ``benchmarks.verify``, which shares no code with the program. ``make llm`` keeps the result in
docs/language_model.md.
"""

import argparse
import json
import logging
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import Answer, Assistant, LanguageModelSettings, Question, language_model
from benchmarks import llm_report
from benchmarks.answering import ingest_specs, own_settings
from benchmarks.expectations import QUESTIONS
from benchmarks.local_model import serving_smollm2
from benchmarks.page import replaced
from benchmarks.verify import Failure, check_answer
from index import Library
from index.offline import stay_offline
from ui.contract import answer_object
from ui.question_line import read_question_line

_FUNCTION = re.compile(r"essential_functions\.\d+")
_CLAUSE = re.compile(r"[^,;:.()]+")
_MOST_WORDS_ASKED = 12


@dataclass(frozen=True, slots=True)
class Pair:
    """One question's answers, without the model and with it.

    ``sentences`` are what the model wrote, each with what became of it; ``failures`` what the verifier finds wrong with
    the answer in its words, and ``plain_failures`` with the one without it.
    """

    plain: Answer
    worded: Answer
    sentences: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]
    plain_failures: tuple[Failure, ...]

    @property
    def failures_of_model(self) -> tuple[Failure, ...]:
        """What is wrong only with the answer in the model's words."""
        return tuple(failure for failure in self.failures if failure not in self.plain_failures)

    @property
    def asked_model(self) -> bool:
        """Whether the model was asked: it wrote something, or the remark says why nothing is shown of it."""
        return bool(self.sentences) or self.plain.remark != self.worded.remark

    @property
    def facts_are_equal(self) -> bool:
        """Whether outcome, reason, classes and values are those of the answer without the model."""
        return _facts(self.plain) == _facts(self.worded)


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, print and write; return 1 if what the model adds fails the verifier or any fact differs, else 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.llm", description="Asks with a real language model.")
    parser.add_argument("--count", type=int, help="ask so many questions (default: all)")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="put the result between the markers of this page")
    parser.add_argument("--answers", type=Path, help="keep the answers as JSON lines in this file")
    options = parser.parse_args(arguments)
    stay_offline(model_is_here=True)
    pairs: list[Pair] = []
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder))
        with Library.open(own_settings(Path(folder))) as library, serving_smollm2() as settings:
            asked = islice(questions(library), options.count)
            for pair in ask_both_ways(library, settings, asked):
                pairs.append(pair)
                print(f"{len(pairs)}\t{pair.worded.route.value}\t{pair.worded.question.text}", flush=True)
    result = llm_report.result(pairs)
    print(result)
    if options.answers:
        options.answers.write_text("".join(f"{json.dumps(answer_object(pair.worded))}\n" for pair in pairs))
    if options.write:
        page = replaced(options.write.read_text(encoding="utf-8"), result, "make llm")
        options.write.write_text(page, encoding="utf-8")
    return 1 if any(pair.failures_of_model or not pair.facts_are_equal for pair in pairs) else 0


def questions(library: Library) -> Iterator[Question]:
    """The questions about prose, one for each essential function held, then those of every other kind."""
    lines = [line for file in sorted(QUESTIONS.rglob("*.jsonl")) for line in file.read_bytes().split(b"\n") if line]
    kinds = [(json.loads(line).get("kind"), line) for line in lines]
    yield from (read_question_line(line) for kind, line in kinds if kind == "prose")
    yield from questions_of_functions(library)
    yield from (read_question_line(line) for kind, line in kinds if kind not in ("prose", None))


def questions_of_functions(library: Library) -> Iterator[Question]:
    """Whether it is the class that has the function, of every essential function held."""
    for entry in library.entries():
        for fact in library.held(entry.spec_id).spec.facts:
            clause = _CLAUSE.match(fact.value or "")
            if entry.current and clause and _FUNCTION.fullmatch(fact.field):
                words = clause[0].split()[:_MOST_WORDS_ASKED]
                asked = " ".join([words[0].lower(), *words[1:]])
                yield Question(f"Is it the {entry.title} who {asked}?", id=f"{entry.spec_id}:{fact.field}")


def ask_both_ways(library: Library, settings: LanguageModelSettings, asked: Iterator[Question]) -> Iterator[Pair]:
    """Each question's answers, without the model and with it, judged."""
    entries = library.entries()
    sources = {entry.spec_id: library.held(entry.spec_id).spec.source.text for entry in entries}
    titles = {entry.spec_id: entry.title for entry in entries if entry.title}
    codes = {entry.spec_id: entry.code for entry in entries if entry.code}
    plain, worded = Assistant(library), Assistant(library, language_model(settings))
    for question in asked:
        without = plain.ask(question)
        with _sentences() as sentences:
            answer = worded.ask(question)
        failed, failed_without = (
            tuple(check_answer(answer_object(one), sources, titles, codes)) for one in (answer, without)
        )
        yield Pair(without, answer, tuple(sentences), failed, failed_without)


def _facts(answer: Answer) -> object:
    return answer.outcome, answer.reason, answer.classes, [replace(value, citation=None) for value in answer.values]


@contextmanager
def _sentences() -> Iterator[list[tuple[str, str]]]:
    """What the log says of the model's sentences meanwhile: what became of each, and its words."""
    heard: list[tuple[str, str]] = []

    class Hearing(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if isinstance(record.args, tuple):
                verdict, words = record.args
                heard.append((str(verdict), str(words)))

    log, handler = logging.getLogger("assistant.generation.wording"), Hearing(logging.INFO)
    level = log.level
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        yield heard
    finally:
        log.removeHandler(handler)
        log.setLevel(level)


if __name__ == "__main__":
    sys.exit(main())
