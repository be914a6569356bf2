"""The measurements as Markdown tables. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean, median
from typing import TYPE_CHECKING

from benchmarks.answering import Answering
from benchmarks.retrieval import Retrieved
from benchmarks.scoring import percentile, tallies
from benchmarks.table import percent, table

if TYPE_CHECKING:  # they load torch and Chroma
    from benchmarks.ingesting import Comparison, Ingested, Precision
    from benchmarks.reach import Reach


def accuracy(heading: str, answering: Answering) -> str:
    """Right answers by kind under a heading, and whether every citation is valid."""
    rows = [
        (tally.kind, tally.asked, tally.right, percent(tally.right / tally.asked), tally.lacking, tally.excessive)
        for tally in tallies(answering.trials)
    ]
    titles = ("kind", "asked", "right", "accuracy", "not answered, should have been", "answered, should not have been")
    citations = sum(len(trial.answer.citations) for trial in answering.trials)
    return "\n".join(
        (
            f"### {heading}\n",
            table(titles, rows),
            f"\nbenchmarks/verify.py checked {len(answering.trials)} answers with {citations} citations: "
            f"{len(answering.failures)} failures.",
        )
    )


def failed(answering: Answering) -> str:
    """Each wrong answer and each failure of verification, a line each."""
    wrong = [
        f"{trial.trial.id} ({trial.trial.kind}) {trial.trial.question.text}\n    {'; '.join(trial.faults)}"
        f"\n    {trial.answer.route}: {' / '.join(trial.answer.text.splitlines())}"
        for trial in answering.trials
        if trial.faults
    ]
    return "\n".join((*wrong, *(f"{each.answer_id} {each.rule}: {each.what}" for each in answering.failures)))


def latency(answering: Answering, whole_process_s: Sequence[float]) -> str:
    """How long an answer takes, by route."""
    rows = [
        (route, len(times), f"{percentile(times, 0.5):.1f}", f"{percentile(times, 0.95):.1f}")
        for route, times in sorted(answering.elapsed_ms.items())
    ]
    return "\n".join(
        (
            "### Time to answer\n",
            table(("route", "questions", "p50, ms", "p95, ms"), rows),
            "\nIn process, after every question had been asked once. The first search by meaning, which imports torch "
            f"and Chroma and loads the model, took {answering.first_dense_s:.1f} s and is not among them. "
            "`rolebook ask --no-llm --json` with a lookup, from start to exit: "
            f"{median(whole_process_s):.2f} s (median of {len(whole_process_s)}).",
        )
    )


def retrieval(found: Sequence[Retrieved]) -> str:
    """What the peer retrieves, beside Rolebook's answers to the same questions."""
    kinds = dict.fromkeys(each.kind for each in found)
    rows = [_retrieval_row(kind, [each for each in found if each.kind == kind]) for kind in kinds]
    titles = (
        "kind",
        "asked",
        "peer: the class's document is first",
        "peer: the words that answer are in its top 5",
        "Rolebook: the answer is right",
    )
    return "\n".join(
        (
            "### The same questions through the peer\n",
            table(titles, [*rows, _retrieval_row("all", found)]),
            "\nThe peer has no language model here and so no answers, and it cannot abstain: what is counted is "
            "whether the words that an answer needs (the row of each expected value, each expected quote) stand in "
            f"the five chunks that it would hand to one: {mean(each.words_retrieved for each in found):.0f} words a "
            f"question, where Rolebook quotes {mean(each.words_cited for each in found):.0f}. What is selected on the "
            "page is put behind the question in brackets.",
        )
    )


def ingest(comparison: Comparison) -> str:
    """Documents per second, by turns with the peer, and where the time goes."""
    n = comparison.documents
    peer_rate = n / median(comparison.peer)
    rows: list[tuple[object, ...]] = [("peer, float32", f"{peer_rate:.1f}", "1", _rates(n, comparison.peer))]
    for precision, ingested in comparison.rolebook.items():
        times = [each.seconds for each in ingested]
        rate = n / median(times)
        rows.append((f"Rolebook, {precision}", f"{rate:.1f}", f"{rate / peer_rate:.2f}", _rates(n, times)))
    titles = ("", "documents per second, median", "ratio of medians", "round by round")
    reading = (
        f"Reading alone takes {1000 * median(comparison.reading) / n:.0f} ms a document in a process that has started; "
        "the share above is what an ingest waits for its reading process, the start of it included."
    )
    heading = f"### Ingest of {n} documents\n"
    return "\n".join((heading, table(titles, rows), "", _parts(comparison.rolebook), "", reading))


def reach(rolebook: Sequence[Reach], peer: Sequence[Reach]) -> str:
    """How much of the documents is embedded."""
    rows = [
        (name, f"{mean(r.texts for r in of):.1f}", f"{mean(r.tokens for r in of):.0f}", *_unread(of))
        for name, of in (("peer", peer), ("Rolebook", rolebook))
    ]
    titles = ("", "texts a document", "tokens a document", "words in no vector, mean", "least", "most")
    return "\n".join(
        (
            "### How much of a document is embedded\n",
            table(titles, rows),
            f"\nMeans over the {len(rolebook)} samples. The model reads 256 tokens of a text; the peer's chunks of 512 "
            "(counted by another tokenizer) lose the rest in silence. What no vector of Rolebook's has are headings as "
            "printed (every text begins with its section's heading instead), page footers, and the service footnote "
            "where a page repeats it.",
        )
    )


def _retrieval_row(kind: str, found: Sequence[Retrieved]) -> tuple[object, ...]:
    counts = (
        sum(each.is_class_first for each in found),
        sum(each.has_words for each in found),
        sum(each.is_answered_right for each in found),
    )
    return (kind, len(found), *(f"{count} ({percent(count / len(found))})" for count in counts))


def _parts(rolebook: dict[Precision, list[Ingested]]) -> str:
    """The share of each part of an ingest, the median of all rounds."""
    names = list(dict.fromkeys(name for rounds in rolebook.values() for each in rounds for name in each.parts))
    rows: list[tuple[object, ...]] = []
    for precision, rounds in rolebook.items():
        shares = [median(each.parts[name] / each.seconds for each in rounds) for name in names]
        rest = median(1 - sum(each.parts.values()) / each.seconds for each in rounds)
        rows.append((f"Rolebook, {precision}", *(percent(share) for share in (*shares, rest))))
    return table(("share of the time", *names, "the rest"), rows)


def _rates(documents: int, times: Sequence[float]) -> str:
    return ", ".join(f"{documents / seconds:.1f}" for seconds in times)


def _unread(reached: Sequence[Reach]) -> tuple[str, str, str]:
    shares = [each.unread for each in reached]
    return percent(mean(shares)), percent(min(shares)), percent(max(shares))
