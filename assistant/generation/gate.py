"""The gate before a sentence of a language model is shown: it says nothing but what the words that it cites say.

A sentence passes if it cites a passage that was given; is plain words, with no mark-up, address or letter that the
passage does not have; names no class but the one it cites; quotes exactly; and lies beside the cited words (see
``generation_alignment``) so that every code, number, unit, licence, negation, duty, permission, bound and frequency in
it stands there, in the same order, no qualifier of what it uses is left out, what is done to somebody is not said to be
done by them, and ``LEAST_SUPPORT`` of its words stand there.
``benchmarks/verify.py`` checks answers from outside and shares no code with it.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.draft import Evidence
from assistant.generation.alignment import Alignment, aligned
from assistant.generation.gate_words import Kind, judging_words
from assistant.generation.prompt import NumberedPassage
from assistant.generation.sentences import WrittenSentence
from assistant.understanding.words import stems, words_of

# Of the words of a sentence that need support, so many must stand in the cited words: one in ten may be its own.
LEAST_SUPPORT = 0.9
# Fewer words say nothing that could be cited.
_LEAST_WORDS = 2
_MARKUP = re.compile(r"[<>{}|`*#~^\\\\_=\[\]]|\$\$|\bhttps?\b|\bwww\.|://|\S@\S|\b[\w-]+\.(?:com|org|net|gov|edu|io)\b")
_TYPOGRAPHY = frozenset("“”‘’–—…")
_QUOTATION = re.compile(r"“([^“”]*)”")
_STRAIGHT = re.compile(r'"([^"]*)"')
_NUMBER = re.compile(r"\$?\s?\d+(?:[.,:/-]\d+)*(?:\s?%)?")
_AGENCY = re.compile(r"\s*\([^()]*\)$")
_NAME = re.compile(r"(?<!^)(?<![.!?:“\"] )\b[A-Z][\w'’-]*")


class Fault(StrEnum):
    """Why a sentence is not shown."""

    UNCITED = "it cites no passage"
    UNKNOWN_CITATION = "it cites a passage that was not given"
    UNFINISHED = "it has no end"
    REPEATED = "it was said before"
    QUESTION = "it asks"
    MARKUP = "it has mark-up, an address or letters that the passage does not have"
    QUOTATION = "it quotes what the passage does not say"
    CLASS_NAME = "it names another class, or not its own where several are spoken of"
    NAME = "it names what the passage does not name"
    NUMBER = "a number is not in the passage"
    CODE = "a code or an abbreviation is not in the passage"
    NEGATION = "a negation was put in or left out"
    MODALITY = "a duty or a permission was put in or left out"
    DIRECTION = "who does it to whom was turned round"
    ALTERNATIVE = "an alternative was put in or left out"
    BOUND = "a bound was put in or left out"
    FREQUENCY = "how often or how strongly is not in the passage"
    WEIGHTY = "a unit, a licence or a degree is not in the passage"
    JOINED = "it joins what the passage keeps apart"
    UNSUPPORTED = "too few of its words are in the passage"
    UNVERIFIED = "the answer's own check does not pass it"


_OF_KIND = {kind: Fault[kind.name] for kind in Kind}


@dataclass(frozen=True, slots=True)
class Kept:
    """A sentence that passed, and the evidence that it is of."""

    words: str
    evidence: tuple[Evidence, ...]


def judged(written: WrittenSentence, passages: Sequence[NumberedPassage], titles: Collection[str]) -> Kept | Fault:
    """The sentence as it may be shown, or why it may not.

    Args:
        written: the sentence.
        passages: the passages that were given.
        titles: the titles of all classes held.
    """
    if not written.cites:
        return Fault.UNCITED
    given = {passage.number: passage for passage in passages}
    if not set(written.cites) <= set(given):
        return Fault.UNKNOWN_CITATION
    if not written.is_whole:
        return Fault.UNFINISHED
    cited = [given[number] for number in written.cites]
    words = _STRAIGHT.sub(r"“\1”", written.words)
    leaves_open = len({passage.title for passage in passages}) > 1 and not _names_all(words, cited)
    if leaves_open:
        return Fault.CLASS_NAME
    fault = _fault_of_form(words, cited) or _fault_of_names(words, cited, titles)
    if fault is not None:
        return fault
    lying = aligned(_without_titles(words, {one.title for one in cited}), *_texts(cited))
    return _fault_of_content(words, cited, lying) or Kept(words, _used(cited, lying))


def _fault_of_form(words: str, cited: Sequence[NumberedPassage]) -> Fault | None:
    """What is wrong with the sentence whatever it says."""
    if words.rstrip("”").endswith("?"):
        return Fault.QUESTION
    known = _TYPOGRAPHY.union(*(one.text for one in cited), *(one.title for one in cited))
    strange = any(not (letter.isascii() and letter.isprintable()) and letter not in known for letter in words)
    if strange or _MARKUP.search(words):
        return Fault.MARKUP
    quotes = [one.text for one in cited]
    quotations = _QUOTATION.findall(words)
    is_open = any(mark in _QUOTATION.sub("", words) for mark in '“”"')
    if is_open or not all(any(quotation.rstrip(".,;") in quote for quote in quotes) for quotation in quotations):
        return Fault.QUOTATION
    return None


def _fault_of_names(words: str, cited: Sequence[NumberedPassage], titles: Collection[str]) -> Fault | None:
    """A class or anything else with a name of its own that the cited words do not name."""
    own = {one.title for one in cited}
    quotes = " ".join(one.text for one in cited)
    rest = _without_titles(words, own)
    for title in _longest_first(titles):
        named = _title_pattern(title)
        if named.search(rest):
            if not named.search(quotes):
                return Fault.CLASS_NAME
            rest = named.sub(" ", rest)
    known = stems(f"{quotes} {' '.join(own)} {_labels(cited)}")
    if any(stem not in known for match in _NAME.finditer(rest) for stem in stems(match[0])):
        return Fault.NAME
    return None


def _names_all(words: str, cited: Sequence[NumberedPassage]) -> bool:
    """Whether the sentence names the class of everything that it cites."""
    names = ((one.title, _AGENCY.sub("", one.title)) for one in cited)
    return all(any(_title_pattern(name).search(words) for name in either) for either in names)


def _fault_of_content(words: str, cited: Sequence[NumberedPassage], lying: Alignment) -> Fault | None:
    """What the sentence says and its cited words do not, or say otherwise."""
    quotes = " ".join(one.text for one in cited)
    in_words = (judging_words().numbers.get(word.text) for word in words_of(quotes))
    shown = {*(_compact(number) for number in _NUMBER.findall(quotes)), *in_words}
    titles = " ".join(one.title for one in cited)
    if any(_compact(number) not in shown and number.strip() not in titles for number in _NUMBER.findall(words)):
        return Fault.NUMBER
    changed = lying.added() or lying.lost()
    if changed is not None:
        return _OF_KIND[changed]
    if len(lying.pairs) < _LEAST_WORDS or lying.support < LEAST_SUPPORT:
        return Fault.UNSUPPORTED
    return Fault.JOINED if lying.is_joined() else None


def _texts(cited: Sequence[NumberedPassage]) -> tuple[list[str], frozenset[str]]:
    """The cited texts, and the stems that need no support beside them."""
    free = stems(f"{' '.join(one.title for one in cited)} {_labels(cited)}")
    return [one.text for one in cited], frozenset(free)


def _labels(cited: Sequence[NumberedPassage]) -> str:
    return " ".join(one.section for one in cited)


def _used(cited: Sequence[NumberedPassage], lying: Alignment) -> tuple[Evidence, ...]:
    """The evidence that the sentence has words of."""
    texts = {lying.cited[place].source for _, place in lying.pairs}
    return tuple(one.evidence for at, one in enumerate(cited) if at in texts)


def _without_titles(words: str, titles: Collection[str]) -> str:
    for title in _longest_first(titles):
        words = _title_pattern(title).sub(" ", words)
    return words


def _longest_first(titles: Collection[str]) -> list[str]:
    """The titles, and those with an agency in brackets without it too."""
    names = {*titles, *(_AGENCY.sub("", title) for title in titles)}
    return sorted(names, key=lambda name: (-len(name), name))


def _title_pattern(title: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(title)}s?(?!\w)", re.IGNORECASE)


def _compact(number: str) -> str:
    return "".join(number.split())
