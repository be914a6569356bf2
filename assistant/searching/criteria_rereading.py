"""Words that name a field elsewhere and say something else in a search: "outside the police department"."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.searching.criteria import OTHER_REQUIREMENTS
from assistant.searching.criteria_words import PAPERS
from assistant.searching.scales import scale_of
from assistant.understanding.hits import FieldHit
from assistant.understanding.words import Word

_OUTDOORS = "work_location.outdoors"
_OUT = frozenset({"outside", "outwith"})
_CANNOT = frozenset({"cant", "cannot"})
# "I can't stand noise": what follows must not be. "I can't stand for long" is about standing.
_BEAR = frozenset({"stand", "bear", "take", "handle", "tolerate"})
_AVERSE = frozenset({"hate", "hates", "dislike", "dislikes", "despise", "despises", "loathe", "loathes"})
_DENIAL = "without"
_IDLE = frozenset({"of", "any", "the", "a", "an", "our", "all", "to", "too", "much", "lots"})


def reread(words: Sequence[Word], hits: Sequence[FieldHit]) -> tuple[tuple[Word, ...], tuple[FieldHit, ...]]:
    """The words and the hits of a question: a denial in place of each word that only says what must not be.

    A row that a paper is about is none of the hits.

    Args:
        words: the words.
        hits: what they name, departments and agencies among it.
    """
    found, kept = list(words), list(hits)
    for hit in hits:
        first, last = hit.places[0], hit.places[-1]
        is_out = hit.target == _OUTDOORS and words[first].text in _OUT and _leads_to(words, hits, last, _is_place)
        is_unbearable = words[last].text in _BEAR and last > 0 and words[last - 1].text in _CANNOT
        if _names_a_paper(words, hits, hit):
            kept.remove(hit)
        elif is_out or (is_unbearable and _leads_to(words, hits, last, _is_field)):
            kept.remove(hit)
            found[first] = replace(words[first], text=_DENIAL, stem=_DENIAL, singular=_DENIAL)
    for at, word in enumerate(words):
        if word.text in _AVERSE and _leads_to(words, kept, at, _is_field):
            found[at] = replace(word, text=_DENIAL, stem=_DENIAL, singular=_DENIAL)
    return tuple(found), tuple(kept)


def _names_a_paper(words: Sequence[Word], hits: Sequence[FieldHit], hit: FieldHit) -> bool:
    """Whether a coded row only says of what a test or a certificate is: "a hearing test", "a typing certificate"."""
    after = hit.places[-1] + 1
    if hit.target is None or scale_of(hit.target) is None or after >= len(words):
        return False
    return words[after].text in PAPERS or any(one.target == OTHER_REQUIREMENTS and after in one.places for one in hits)


def _leads_to(words: Sequence[Word], hits: Sequence[FieldHit], last: int, is_meant: Callable[[FieldHit], bool]) -> bool:
    """Whether only small words stand between a place and the next hit, which is of the kind meant."""
    following = min((hit for hit in hits if hit.places[0] > last), key=lambda hit: hit.places[0], default=None)
    if following is None or not is_meant(following):
        return False
    between = words[last + 1 : following.places[0]]
    return all(word.text in _IDLE for word in between)


def _is_place(hit: FieldHit) -> bool:
    return hit.target in ("department", "agency")


def _is_field(hit: FieldHit) -> bool:
    return hit.target is not None and not _is_place(hit)
