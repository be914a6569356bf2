"""Questions over real bulletins beside the peer, and how fast every route answers over samples and all real documents.

The bulletins are in ``shared/corpus``, beside the project, and are not copied: the questions of ``questions/la.jsonl``
hold the places of the words that answer, and a digest of these. Both sides hold the bulletins alone. Importing this
loads torch.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant import Answer, Assistant, Question
from benchmarks.answering import ingest_specs, own_settings
from benchmarks.expectations import ROOT, SAMPLES, all_trials
from benchmarks.peer import TOP, load_peer_model, nearest_chunks, peer_index, use_all_processors
from benchmarks.placed import PlacedTrial, placed_trials
from benchmarks.scoring import folded, percentile
from benchmarks.table import percent, table
from index import Library
from ingest import read_spec

CORPUS = ROOT.parent / "shared" / "corpus"
_BULLETINS = CORPUS / "la"


def bulletins_section() -> str:
    """The tables of both; says so where the real documents are not there."""
    if not _BULLETINS.is_dir():
        return "### Real bulletins\n\nNot measured: the documents are not beside the project."
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder), _BULLETINS)
        with Library.open(own_settings(Path(folder))) as library:
            assistant = Assistant(library)
            answered = [(trial, assistant.ask(Question(trial.question))) for trial in placed_trials("la.jsonl")]
    with TemporaryDirectory() as folder:
        ingest_specs(Path(folder), SAMPLES)
        ingest_specs(Path(folder), CORPUS)
        with Library.open(own_settings(Path(folder))) as library:
            latency = _latency(Assistant(library))
            held = len(library.entries())
    return f"### Real bulletins\n\n{_answers(answered)}\n\n#### Latency over {held} classes held\n\n{latency}"


def _answers(answered: Sequence[tuple[PlacedTrial, Answer]]) -> str:
    use_all_processors()
    with peer_index(load_peer_model(), sorted(_BULLETINS.glob("*.txt"))) as index:
        chunks = {trial.id: nearest_chunks(index, trial.question) for trial, _ in answered}
    heads = (
        "kind",
        "asked",
        "right document first",
        "right words cited",
        "peer: document first",
        f"peer: words in {TOP}",
    )
    return table(heads, _rows(answered, chunks))


def _rows(
    answered: Sequence[tuple[PlacedTrial, Answer]], chunks: dict[str, list[tuple[str, str]]]
) -> Iterator[tuple[object, ...]]:
    kinds = dict.fromkeys(trial.kind for trial, _ in answered)
    for kind in (*kinds, "all"):
        of_kind = [(trial, answer) for trial, answer in answered if kind in (trial.kind, "all")]
        words = {trial.id: _words(trial) for trial, _ in of_kind}
        first = sum(bool(a.citations) and a.citations[0].source in t.files for t, a in of_kind)
        cited = sum(_cites(t, a, words[t.id]) for t, a in of_kind)
        peer_first = sum(bool(chunks[t.id]) and chunks[t.id][0][0] in t.files for t, _ in of_kind)
        peer_words = sum(
            any(file in t.files and words[t.id] in folded(text) for file, text in chunks[t.id]) for t, _ in of_kind
        )
        counts = (first, cited, peer_first, peer_words)
        yield (kind, len(of_kind), *(percent(count / len(of_kind)) for count in counts))


def _cites(trial: PlacedTrial, answer: Answer, words: str) -> bool:
    return any(one.source in trial.files and words in folded(one.quote) for one in answer.citations)


def _words(trial: PlacedTrial) -> str:
    """The words that answer, white space folded."""
    place = trial.places[0]
    return folded(place.words(read_spec(_BULLETINS / place.file).source.text))


def _latency(assistant: Assistant) -> str:
    """Milliseconds by route, of questions over the samples and over the bulletins, each asked once before."""
    questions = [
        *(trial.question for trial in all_trials()),
        *(Question(t.question) for t in placed_trials("la.jsonl")),
    ]
    elapsed: defaultdict[str, list[float]] = defaultdict(list)
    for question in questions:
        assistant.ask(question)
        began = time.perf_counter()
        answer = assistant.ask(question)
        elapsed[answer.route.value].append((time.perf_counter() - began) * 1000)
    rows = [(route, len(t), f"{percentile(t, 0.5):.1f}", f"{percentile(t, 0.95):.1f}") for route, t in elapsed.items()]
    return table(("route", "answers", "median, ms", "p95, ms"), sorted(rows))
