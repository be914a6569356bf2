"""The footnote that says whether the positions are in the classified service (contract, ``service``)."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from ingest.folding import allowed_errors, repairs_between, skeleton
from ingest.model import Fact, Issue, Status
from ingest.source_text import Line

_SERVICE_WORDS = {skeleton(words): words for words in ("Unclassified Service", "Classified Service")}
_OPENING_LETTERS = 2 * len("Unclassified Service")
# The two kinds differ by two letters, so a misread one is told from the other only where it is that much nearer.
_LETTERS_APART = 2


def footnote_kinds(line: str) -> tuple[str, ...]:
    """The words of the service footnotes that a line may begin with: none if it is no such line, two if in doubt.

    With a letter misread it is a footnote only where a bracket follows the words.
    """
    return _kinds(line.lstrip(" \t\xa0\ufeff")[:_OPENING_LETTERS])


@lru_cache(maxsize=4096)
def _kinds(opening: str) -> tuple[str, ...]:
    """The words that the first letters of a line may be; remembered, because every line is asked several times."""
    begins = skeleton(opening)
    exact = tuple(words for bare, words in _SERVICE_WORDS.items() if begins.startswith(bare))
    before, bracket, _ = opening.partition("(")
    if exact or not bracket:
        return exact
    printed = skeleton(before)
    errors = {words: DamerauLevenshtein.distance(printed, bare) for bare, words in _SERVICE_WORDS.items()}
    near = {words: count for words, count in errors.items() if count <= allowed_errors(len(printed))}
    return tuple(words for words, count in near.items() if count < min(errors.values()) + _LETTERS_APART)


def read_service(text: str, footnotes: Sequence[tuple[Line, ...]]) -> tuple[tuple[Fact, ...], tuple[Issue, ...]]:
    """``service``, quoting the first footnote that says it; illegible, with an issue, if none does or two differ."""
    if not footnotes:
        return (), ()
    kinds = [footnote_kinds(text[note[0].start : note[0].end]) for note in footnotes]
    said = {kind for kind in kinds if len(kind) == 1}
    note, kind = next(((note, kind) for note, kind in zip(footnotes, kinds, strict=True) if kind in said),
                      (footnotes[0], kinds[0]))  # fmt: skip
    fact = _service(text, note, kind[0])
    if len(said) == 1:
        return (fact,), ()
    unread = Fact("service", Status.ILLEGIBLE, fact.raw, None, None, fact.page, fact.start, fact.end, fact.raw_start,
                  fact.raw_end)  # fmt: skip
    if said:
        issue = Issue("conflicting_footnotes", "Its pages say both classified and unclassified service.", fact.start,
                      fact.end)  # fmt: skip
    else:
        issue = Issue("illegible", f"The service “{fact.raw}” cannot be read.", fact.raw_start, fact.raw_end)
    return (unread,), (issue,)


def _service(text: str, note: tuple[Line, ...], words: str) -> Fact:
    """The fact that a footnote states, which begins with the words."""
    first = text[note[0].start : note[0].end]
    start = note[0].start + len(first) - len(first.lstrip(" \t\xa0\ufeff"))
    end = note[-1].start + len(text[note[-1].start : note[-1].end].rstrip())
    raw_end = _end_of(text, start, note[0].end, words)
    return Fact(
        "service", Status.READ, text[start:raw_end], words.partition(" ")[0].lower(), None, note[0].page, start, end,
        start, raw_end, None, repairs_between(text, start, raw_end, words),
    )  # fmt: skip


def _end_of(text: str, start: int, limit: int, words: str) -> int:
    """Where the words that begin at ``start`` end, however they are split; misread ones end before the bracket."""
    wanted = skeleton(words)
    if not skeleton(text[start:limit]).startswith(wanted):
        return start + len(text[start:limit].partition("(")[0].rstrip())
    end = start
    while len(skeleton(text[start:end])) < len(wanted):
        end += 1
    return end
