"""Finding headings in whatever style a document has them (contract, "Other cities' and states' specs")."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.folding import folded
from ingest.form import SMALL_WORDS
from ingest.generic.agencies import LABELS, OTHER_LABELS
from ingest.generic.boilerplate import is_notice
from ingest.generic.heading_forms import ALTERNATIVE
from ingest.generic.heading_keys import HeadingName, heading_name
from ingest.generic.printed_lines import EDGES, PrintedLines, is_no_heading
from ingest.source_text import Heading

CAPITALS_LEVEL = 3
COLON_LEVEL = 4
RUN_IN_LEVEL = 9
_BOLD_LEVEL = 7
_MOST_LETTERS = 90
_MOST_MARKED_WORDS = 18
_MOST_WORDS = 9
_MOST_RUN_IN_WORDS = 6
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_RUN_IN = re.compile(r"(?P<head>[A-Z][^:.;\t]{2,120}?)\s?:[\s\xa0]+(?=\S)")
_RUNS_ON = re.compile(r"(?:\b(?:and|or|of|for|the|to)|[,/&-])$", re.IGNORECASE)
_ALTERNATIVE = re.compile(ALTERNATIVE, re.IGNORECASE)
# A questionnaire's first question: nothing in it is of the section above it.
_FIRST_QUESTION = "01"
# A line of capitals with one of these is a sentence, not a heading.
_SENTENCE_WORDS = frozenset(
    "IS ARE WAS WERE WILL MUST SHALL MAY CAN BE BEEN HAS HAVE DOES DO NOT SHOULD PLEASE CLICK SEE OPEN SUBJECT".split()
)
_LABEL_WORDS = frozenset(label for labels in LABELS.values() for label in labels) | frozenset(OTHER_LABELS)


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading: its place and words, the lines that it takes, and how it ranks.

    ``content_start`` is where the text on the heading's own line begins, where it has one. An ``alternative`` is one
    way of several to meet what the section asks for ("Either I", "Or II"), and no section of its own.
    """

    first_line: int
    last_line: int
    start: int
    end: int
    words: str
    name: HeadingName
    level: int
    is_marked: bool = False
    content_start: int | None = None

    @property
    def is_alternative(self) -> bool:
        """Whether it only counts the ways to meet what its section asks for."""
        return _ALTERNATIVE.fullmatch(re.sub(r"[^\w ]+", " ", self.words).strip()) is not None


def find_headings(page: PrintedLines, marked: tuple[Heading, ...], skipped: frozenset[int]) -> tuple[HeadingLine, ...]:
    """The headings of a document in order, without those on the skipped lines.

    Two lines that are one heading broken in half are one heading.
    """
    found: list[HeadingLine] = []
    by_line = _by_line(page, marked)
    for at in range(len(page)):
        if at in skipped or (found and at <= found[-1].last_line):
            continue
        heading = _heading(page, at, by_line.get(at))
        if heading is not None and not is_notice(page.words[at]):
            found.append(heading)
    return tuple(_whole(page, found))


def _by_line(page: PrintedLines, marked: tuple[Heading, ...]) -> dict[int, int]:
    """The level of each line that the format makes a heading."""
    starts = [line.end for line in page.lines]
    levels: dict[int, int] = {}
    for heading in marked:
        at = bisect_left(starts, heading.start + 1)
        while at < len(page) and page.lines[at].start < heading.end:
            levels.setdefault(at, heading.level)
            at += 1
    return levels


def _heading(page: PrintedLines, at: int, marked_level: int | None) -> HeadingLine | None:
    words = page.words[at]
    if words == _FIRST_QUESTION and page.is_alone(at):
        return HeadingLine(at, at, *page.place(at), "", heading_name(""), CAPITALS_LEVEL)
    if not words:
        return None
    if marked_level is not None and not is_no_heading(words):
        marked = _marked(page, at, marked_level)
        if marked is not None:
            return marked
    if len(words) <= _MOST_LETTERS:
        decorated = _decorated(page, at)
        if decorated is not None:
            return decorated
        if is_no_heading(words):
            return None
        plain = _plain(page, at)
        if plain is not None:
            return plain
    return _run_in(page, at)


def _marked(page: PrintedLines, at: int, level: int) -> HeadingLine | None:
    """A line that the format makes a heading; bold letters alone make none of a sentence."""
    words = page.words[at]
    count = len(words.split())
    if count > _MOST_MARKED_WORDS or (level >= _BOLD_LEVEL and not _is_bold_heading(words)):
        return None
    return replace(_line(page, at, *page.place(at), level), is_marked=True)


def _is_bold_heading(words: str) -> bool:
    if _is_label(words.rstrip(":").strip()):
        return False
    return len(words.split()) <= _MOST_WORDS and words[0].isupper() and words[-1] not in ".,;!?"


def _decorated(page: PrintedLines, at: int) -> HeadingLine | None:
    frame = page.decoration(at)
    if frame is not None:
        words = page.text[frame.start : frame.end]
        if len(words.split()) <= _MOST_WORDS and words[-1] not in ".,;!?" and "$" not in words:
            return _line(page, at, frame.start, frame.end, frame.level)
    underlined = page.is_underlined(at)
    if underlined and not is_no_heading(page.words[at]):
        return replace(_line(page, at, *page.place(at), underlined), last_line=at + 1)
    numbered = page.numbered(at)
    if numbered is not None:
        words = page.text[slice(*numbered)]
        name = heading_name(words.rstrip(" :"))
        if (name.is_known or words.isupper()) and not _is_sentence(words) and words[-1] not in ".,;!?":
            return _line(page, at, *numbered, CAPITALS_LEVEL)
    return None


def _plain(page: PrintedLines, at: int) -> HeadingLine | None:
    """A line that is a heading by its letters, its colon or its words alone."""
    words = page.words[at]
    if not words[0].isupper() or words[-1] in ".,;!?" or _is_label(words.rstrip(" :")):
        return None
    bare = words.rstrip(" :")
    name = heading_name(bare)
    has_colon = words.endswith(":")
    if bare.isupper() and _is_capital_heading(page, at, is_known=name.is_known):
        return _line(page, at, *page.place(at), CAPITALS_LEVEL)
    if name.is_known and page.follows_an_end(at) and (has_colon or not name.needs_a_mark or page.is_alone(at)):
        return _line(page, at, *page.place(at), COLON_LEVEL)
    if has_colon and page.follows_an_end(at) and _is_title_case(bare):
        return _line(page, at, *page.place(at), COLON_LEVEL)
    return None


def _is_capital_heading(page: PrintedLines, at: int, *, is_known: bool) -> bool:
    """Whether a line of capitals is a heading, and no sentence, slogan, address or part of a longer text."""
    words = page.words[at]
    if is_known:
        return page.follows_an_end(at)
    below = page.words[at + 1] if at + 1 < len(page) and not page.is_set_off(at + 1) else ""
    above = page.words[at - 1] if at and not page.is_set_off(at) else ""
    if any(words.isupper() and not heading_name(words.rstrip(" :")).is_known for words in (above, below)):
        return False
    letters = sum(character.isalpha() for character in words)
    return (
        page.follows_an_end(at)
        and letters >= 4
        and letters * 10 >= len(words) * 7
        and words[0].isalpha()
        and not _is_sentence(words)
        and not words.startswith(("AN ", "A ", "ON ", "FOR ", "OR ", "BY ", "AND "))
    )


def _is_sentence(words: str) -> bool:
    found = words.upper().replace(":", " ").split()
    return len(found) > _MOST_WORDS or any(word in _SENTENCE_WORDS for word in found)


def _is_title_case(words: str) -> bool:
    found = _WORD.findall(words)
    if not found or len(found) > _MOST_RUN_IN_WORDS or any(character.isdigit() for character in words):
        return False
    return all(word[0].isupper() for word in found if word.casefold() not in SMALL_WORDS)


def _is_label(words: str) -> bool:
    """Whether words are the label of a header fact or of what else a posting's header says."""
    return " ".join(words.casefold().replace(".", "").split()) in _LABEL_WORDS and not heading_name(words).is_known


def run_in_head(page: PrintedLines, at: int) -> tuple[int, int] | None:
    """The place of the words before the colon with which a line begins, where text follows it."""
    start, end = page.place(at)
    match = _RUN_IN.match(page.text, start, end)
    return match.span("head") if match else None


def _run_in(page: PrintedLines, at: int) -> HeadingLine | None:
    """A known heading with its text behind it on the same line: "Education: A high school diploma"."""
    start, end = page.place(at)
    match = _RUN_IN.match(page.text, start, end)
    if match is None or len(match["head"].split()) > _MOST_RUN_IN_WORDS:
        return None
    head = match["head"].strip(EDGES)
    name = heading_name(head)
    if not name.is_known or name.key == "other":
        return None
    if not page.follows_an_end(at) or is_no_heading(head):
        return None
    return replace(_line(page, at, start, start + len(head), RUN_IN_LEVEL), content_start=match.end())


def _line(page: PrintedLines, at: int, start: int, end: int, level: int) -> HeadingLine:
    words = folded(page.text[start:end]).strip(EDGES + ":*_#=")
    return HeadingLine(at, at, start, end, words, heading_name(words), level)


def _whole(page: PrintedLines, found: list[HeadingLine]) -> Iterator[HeadingLine]:
    """The headings, two halves of one made whole: both together are known, and the first alone is not or runs on."""
    at = 0
    while at < len(found):
        heading = found[at]
        following = found[at + 1] if at + 1 < len(found) else None
        joined = _joined(heading, following)
        if joined is not None:
            yield joined
            at += 2
            continue
        yield heading
        at += 1


def _joined(first: HeadingLine, second: HeadingLine | None) -> HeadingLine | None:
    if second is None or second.first_line != first.last_line + 1 or first.content_start is not None:
        return None
    if second.content_start is not None or second.is_alternative:
        return None
    if first.name.is_known and not _RUNS_ON.search(first.words):
        return None
    words = f"{first.words} {second.words}"
    name = heading_name(words)
    if not name.is_known or name.key == "other":
        return None
    return replace(first, last_line=second.last_line, end=second.end, words=words, name=name, content_start=None)
