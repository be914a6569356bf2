"""The footnote that says whether the positions are in the classified service (contract, ``service``)."""

from collections.abc import Sequence

from ingest.folding import repairs_between, skeleton
from ingest.model import Fact, Issue, Status
from ingest.sectioning import SERVICE_WORDS
from ingest.source_text import Line


def read_service(text: str, footnotes: Sequence[tuple[Line, ...]]) -> tuple[tuple[Fact, ...], tuple[Issue, ...]]:
    """``service``, quoting the first page's footnote; illegible, with an issue, if two pages say different things."""
    if not footnotes:
        return (), ()
    said = {_service(text, note) for note in footnotes}
    first = footnotes[0]
    words = _service(text, first)
    start = (
        first[0].start + len(text[first[0].start : first[0].end]) - len(text[first[0].start : first[0].end].lstrip())
    )
    end = first[-1].start + len(text[first[-1].start : first[-1].end].rstrip())
    raw_end = _end_of(text, start, words)
    fact = Fact(
        "service", Status.READ, text[start:raw_end], words.partition(" ")[0].lower(), None, first[0].page, start, end,
        start, raw_end, None, repairs_between(text, start, raw_end, words),
    )  # fmt: skip
    if len(said) == 1:
        return (fact,), ()
    unread = Fact("service", Status.ILLEGIBLE, fact.raw, None, None, fact.page, start, end, start, raw_end)
    issue = Issue("conflicting_footnotes", "Its pages say both classified and unclassified service.", start, end)
    return (unread,), (issue,)


def _service(text: str, footnote: tuple[Line, ...]) -> str:
    """Which of the two footnotes it is, by the words that it begins with."""
    begins = skeleton(text[footnote[0].start : footnote[0].end])
    return next(words for words in SERVICE_WORDS if begins.startswith(skeleton(words)))


def _end_of(text: str, start: int, words: str) -> int:
    """Where the words that begin at ``start`` end, however they are split."""
    wanted, end = len(skeleton(words)), start
    while len(skeleton(text[start:end])) < wanted:
        end += 1
    return end
