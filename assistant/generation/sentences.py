"""Cuts what a language model writes into sentences while it comes, each with the numbers that it cites."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.sentences import sentences

_MARKER = re.compile(r"\s*\[\s*(?:passages?\s+)?(\d{1,3}(?:\s*,\s*\d{1,3})*)\s*\]", re.IGNORECASE)
# "… staff. [1]": the marker belongs to the sentence before it.
_MARKER_BEHIND = re.compile(r"([.!?])((?:\s*\[\s*(?:passages?\s+)?\d{1,3}(?:\s*,\s*\d{1,3})*\s*\])+)", re.IGNORECASE)
_MARKER_BEGUN = re.compile(r"\s*(?:\[[^\]]{0,16})?$")
_LIST_SIGN = re.compile(r"^(?:[-*•]\s+|\d{1,2}[.)]\s+)")
_THOUGHT_BEGUN = "<think>"
_THOUGHT = re.compile(r"<think>.*?</think>", re.DOTALL)
_ENDED = re.compile(r"[.!?]['\"”’)]?$")


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """One sentence as it was written, without its markers: ``cites`` are their numbers, ``is_whole`` its end seen."""

    words: str
    cites: tuple[int, ...]
    is_whole: bool = True


def written_sentences(pieces: Iterable[str]) -> Iterator[WrittenSentence]:
    """The sentences of a text that comes in pieces, each as soon as it is certain where it ends.

    What a model thinks aloud between ``<think>`` marks is none of its answer.
    """
    rest = ""
    for piece in pieces:
        certain, rest = _cut(rest + piece)
        yield from certain
    last, rest = _cut(rest + "\n")
    yield from last


def _cut(text: str) -> tuple[list[WrittenSentence], str]:
    """The sentences that more text can no longer change, and the text behind them."""
    text = _THOUGHT.sub("", text)
    if _THOUGHT_BEGUN in text:
        return [], text
    text = _MARKER_BEHIND.sub(lambda match: f"{match[2]}{match[1]}", text)
    found: list[WrittenSentence] = []
    cut_at = line_at = 0
    for line in text.splitlines(keepends=True):
        is_last = line_at + len(line) == len(text) and not line.endswith("\n")
        for _, end in sentences(text, line_at, line_at + len(line)):
            if is_last and _MARKER_BEGUN.match(text[end:]):
                return found, text[cut_at:]
            found.append(_sentence(text[cut_at:end]))
            cut_at = end
        line_at += len(line)
    return found, text[cut_at:]


def _sentence(text: str) -> WrittenSentence:
    cites = [int(number) for match in _MARKER.finditer(text) for number in match[1].split(",")]
    words = " ".join(_LIST_SIGN.sub("", _MARKER.sub("", text).strip()).split())
    return WrittenSentence(
        words, tuple(dict.fromkeys(cites)), bool(_ENDED.search(words)) or text.rstrip().endswith("]")
    )
