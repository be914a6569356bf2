"""The clauses of a requirement, and how they are joined: as alternatives, together, or just one after another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.sentences import sentences


class Joined(StrEnum):
    """How a clause is joined to the one before it."""

    NEXT = "next"
    AND = "and"
    OR = "or"
    # "Either I ... Or II ...": whole patterns of clauses to choose from.
    FIRST_PATTERN = "first pattern"
    OTHER_PATTERN = "other pattern"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause at its place, with the place of the sentence and the number of the item that it is of.

    An item is a paragraph, with what it counts by letters; the clauses of one belong closer together than items do.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    joined: Joined
    item: int
    is_preferred: bool = False


_ROMAN = r"(?:IV|VI{0,3}|I{1,3}|V)"
_JOINT = re.compile(
    rf"""
      (?P<first_pattern>\b(?:and\s*)?Either\s+I\b(?!\w) | \b(?:and\s*)?Either\s+I(?=[A-Z][a-z]))
    | (?P<other_pattern>\b(?:Or|OR)\s+{_ROMAN}(?=\s|[A-Z][a-z]|[:.]|$))
    | (?:(?<=[;.:])|^)[ \t\n]*(?P<lead>and/or|[Aa]nd|[Oo]r|AND|OR)(?=\s*(?:\n|\d{{1,2}}[.)]\s|[A-Z]|\(?[a-z][.)]\s|$))
    | (?<=[,)\]])[ \t\n]*(?P<last>and/or|and|or|AND|OR)(?=\s*(?:\n|\d{{1,2}}[.)]\s|$))
    | (?<=;)\s*(?P<after>and/or|and|or)\b
    | (?<=\s)(?P<loud>AND/OR|AND|OR)(?=\s)
    | (?P<next>;)(?!\s*(?:and|or|AND|OR)\b)
    """,
    re.VERBOSE | re.MULTILINE,
)
# What begins a line and only counts it.
_ITEM_MARK = re.compile(r"\s*(?:(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|[•·▪◦*o-])\s+)?")
# Items counted by letters say more of the clause above them: where the work was done, or in what.
_LETTERED = re.compile(r"\s*\(?[a-z][.)]\s")
_PREFERRED_HEAD = re.compile(
    r"[^\w\n]*(?:[\w']+\s+){0,3}?(?:preferred|preferences?|desirable|desired|ideal)\b[^.;\n]{0,60}", re.IGNORECASE
)
_REQUIRED_HEAD = re.compile(
    r"[^\w\n]*(?:[\w']+\s+){0,3}?(?:minimum|required|requirements?|necessary|mandatory|must have|education"
    r"|experience|licen[sc]es?)\b"
    r"[^.;\n]{0,60}",
    re.IGNORECASE,
)
_HEAD_WORDS = 8
_HEAD_LETTERS = 160
_YEARS = re.compile(r"\d\s+year")
# A paragraph as long as this is no requirement, and takes long to take apart.
_MOST_LETTERS = 10_000
_GAP = 40
_ENDS_WITHIN = re.compile(r"[.!?;][\"')\]]*\s+\S")
_SAYS_MORE = re.compile(r"\s*(?:with|including|plus|preferably|which|of which|at least)\b", re.IGNORECASE)
# A line as long as this that does not end a sentence goes on in the next one.
_FULL_LINE = 60


def clauses(
    text: str, start: int, end: int, *, is_preferred: bool = False, about: re.Pattern[str] | None = None
) -> tuple[Clause, ...]:
    """The clauses of ``text[start:end]`` in order; those below a heading such as "Preferred" are marked so.

    Args:
        text: the whole text.
        start: where the stretch to be read begins.
        end: and where it ends.
        is_preferred: whether the stretch itself stands below such a heading.
        about: which words a paragraph has to have; the others are passed over.
    """
    found: list[Clause] = []
    joined, item = Joined.NEXT, -1
    preferred = is_preferred
    for low, high in _paragraphs(text, start, end):
        line = text[low:high].strip()
        if len(line) <= _HEAD_LETTERS and len(line.split()) <= _HEAD_WORDS and not _YEARS.search(line):
            preferred = is_preferred or (bool(_PREFERRED_HEAD.fullmatch(line)) or
                                         (preferred and not _REQUIRED_HEAD.fullmatch(line)))  # fmt: skip
        if high - low > _MOST_LETTERS or (about is not None and not about.search(text, low, high)):
            continue
        is_lettered = bool(found) and bool(_LETTERED.match(text, low, high))
        joined, item = (Joined.NEXT, item) if is_lettered else (joined, item + 1)
        for sentence, piece_start, piece_end, how in _pieces(text, low, high):
            joined = how if how is not Joined.NEXT else joined
            if any(map(str.isalnum, text[piece_start:piece_end])):
                found.append(Clause(piece_start, piece_end, sentence, joined, item, preferred))
                joined = Joined.NEXT
    return _listed(text, found)


def _listed(text: str, found: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses of a list "A; B; or C" all joined as its last one is."""
    listed: list[Clause] = []
    for clause, following in zip(reversed(found), [None, *reversed(found)], strict=False):
        last = listed[-1].joined if listed else Joined.NEXT
        goes_on = following is not None and ";" in text[clause.end - 1 : following.start]
        placed = clause
        if goes_on and last in {Joined.AND, Joined.OR} and clause.joined is Joined.NEXT and _follows_one(text, clause):
            placed = replace(clause, joined=last)
        listed.append(placed)
    return tuple(reversed(listed))


def _follows_one(text: str, clause: Clause) -> bool:
    """Whether a semicolon stands before a clause that is one of its own: "; with courses in ..." is none."""
    if _SAYS_MORE.match(text, clause.start, clause.end):
        return False
    return text[max(clause.start - _GAP, 0) : clause.start].rstrip().endswith(";")


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of lines that go on in each other: the next one begins small, or this one is full and unended."""
    held: tuple[int, int] | None = None
    for line in re.finditer(r"[^\n]+", text[start:end]):
        low, high = start + line.start(), start + line.end()
        words = line[0].strip()
        if not words:
            continue
        if held is not None and _goes_on(text[held[0] : held[1]].rstrip(), words, text[held[1] : low]):
            held = (held[0], high)
            continue
        if held is not None:
            yield held
        held = (low, high)
    if held is not None:
        yield held


def _goes_on(before: str, words: str, gap: str) -> bool:
    if gap.count("\n") > 1:
        return False
    last_line = before.rsplit("\n", 1)[-1]
    ended = before.endswith((".", ";", ":", "!", "?"))
    small = words[0].islower() and not re.match(r"(?:and|or)\b|[a-z][.)]\s|o\s", words)
    return not ended and (small or (before.endswith(",") and len(last_line) >= _FULL_LINE))


def _pieces(text: str, low: int, high: int) -> Iterator[tuple[tuple[int, int], int, int, Joined]]:
    """The pieces of a paragraph between its joints, each with its sentence and how it is joined to what is before."""
    for start, end in _whole_sentences(text, low, high):
        joints = list(_JOINT.finditer(text, start, end))
        ends = [*(joint.start() for joint in joints if _ends_a_sentence(text, joint)), end]
        at, joined, begun = start, Joined.NEXT, start
        for joint in joints:
            yield (begun, next(each for each in ends if each >= joint.start())), at, joint.start(), joined
            at, joined = joint.end(), _kind(joint)
            begun = at if _ends_a_sentence(text, joint) else begun
        yield (begun, end), at, end, joined


def _ends_a_sentence(text: str, joint: re.Match[str]) -> bool:
    """Whether a joint stands between two sentences: "... work. and Education: ...", "Either I"."""
    between = text[max(joint.start() - 1, 0) : joint.start()]
    return _kind(joint) in {Joined.FIRST_PATTERN, Joined.OTHER_PATTERN} or between == "."


def _whole_sentences(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph behind the mark that counts it; a semicolon ends none."""
    mark = _ITEM_MARK.match(text, low, high)
    low = mark.end() if mark else low
    if not _ENDS_WITHIN.search(text, low, high):
        yield low, low + len(text[low:high].rstrip())
        return
    held: tuple[int, int] | None = None
    for start, end in sentences(text, low, high):
        if held is not None and text[held[1] - 1] != ";":
            yield held
            held = None
        held = (held[0] if held else start, end)
    if held is not None:
        yield held


def _kind(joint: re.Match[str]) -> Joined:
    if joint.lastgroup in {"first_pattern", "other_pattern"}:
        return Joined.FIRST_PATTERN if joint.lastgroup == "first_pattern" else Joined.OTHER_PATTERN
    if joint.lastgroup == "next":
        return Joined.NEXT
    return Joined.OR if "or" in joint[joint.lastgroup or 0].lower() else Joined.AND
