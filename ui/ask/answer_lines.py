"""An answer's text as HTML: lines become paragraphs, lists and tables, markers links, and codes carry their meaning.

The words of the text stay as they are. What a code means is added for whoever points at it or hears it.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from assistant.answer import Answer, Citation
from assistant.wording import section_name
from ui.ask.answer_beside import Meaning
from ui.ask.answer_table import table_end, table_html
from ui.html import escaped
from ui.links import source_link
from ui.words import Words

_MARKER = re.compile(r"\[(\d{1,4})\]")
_BULLET = re.compile(r"- (?P<said>.*)")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})\. (?P<said>.*)")
_NOTE = re.compile(r"Note \d+: ")
_LEGEND = re.compile(r"\S{1,3} = \S")


def text_html(answer: Answer, meanings: Mapping[int, Sequence[Meaning]], words: Words) -> str:
    """The text of an answer; ``meanings`` are those of the codes in the row of each citation, by its number."""
    citations = {citation.n: citation for citation in answer.citations}

    def shown(segment: str) -> str:
        return _linked(_with_meanings(segment, meanings, words), citations, words)

    lines = escaped(answer.text).split("\n")
    blocks: list[str] = []
    at = 0
    while at < len(lines):
        block, at = _block(lines, at, shown, words)
        blocks.append(block)
    return "".join(blocks)


def citation_says(citation: Citation, words: Words) -> str:
    """A citation in words: its number, class, section and page."""
    place = f"{citation.class_title}, {section_name(citation.section)}"
    if citation.page is not None:
        place = f"{place}, {words.say('ask.page', page=citation.page)}"
    return words.say("ask.citation", n=citation.n, place=place)


def _block(lines: Sequence[str], at: int, shown: Callable[[str], str], words: Words) -> tuple[str, int]:
    """The table, list or paragraph that begins at a line, and where the next one begins."""
    end = table_end(lines, at)
    if end > at:
        return table_html(lines[at:end], shown, words), end
    for pattern, tag in ((_BULLET, "ul"), (_NUMBERED, "ol")):
        items, end = _items(lines, at, pattern)
        if items:
            return f"<{tag}>{''.join(_item(item, shown) for item in items)}</{tag}>", end
    kind = "legend" if _LEGEND.match(lines[at]) else "lead" if lines[at].endswith(":") else "line"
    return (f'<p class="{kind}">{shown(lines[at])}</p>' if lines[at].strip() else ""), at + 1


def _items(lines: Sequence[str], at: int, pattern: re.Pattern[str]) -> tuple[list[list[str]], int]:
    """The items of a list that begins at a line, each with the notes that its row points at, and where it ends."""
    items: list[list[str]] = []
    while at < len(lines):
        if pattern.fullmatch(lines[at]):
            items.append([lines[at]])
        elif items and _NOTE.match(lines[at]):
            items[-1].append(lines[at])
        else:
            break
        at += 1
    return items, at


def _item(lines: Sequence[str], shown: Callable[[str], str]) -> str:
    numbered = _NUMBERED.fullmatch(lines[0])
    bullet = _BULLET.fullmatch(lines[0])
    said = (numbered or bullet or {"said": lines[0]})["said"]
    value = f' value="{numbered["number"]}"' if numbered else ""
    return f"<li{value}>{'<br>'.join(shown(line) for line in (said, *lines[1:]))}</li>"


def _linked(segment: str, citations: Mapping[int, Citation], words: Words) -> str:
    """The segment with each marker that is a citation's as a link to its source."""

    def link(marker: re.Match[str]) -> str:
        citation = citations.get(int(marker[1]))
        if citation is None:
            return marker[0]
        says = citation_says(citation, words)
        return source_link(
            marker[0], citation.spec_id, citation.start, citation.end, words, says=says, quote=citation.quote
        )

    return _MARKER.sub(link, segment)


def _with_meanings(segment: str, meanings: Mapping[int, Sequence[Meaning]], words: Words) -> str:
    """The segment with each decoded word marked up with its meaning, and the meanings in words at the end.

    A meaning that the segment says itself is not said again.
    """
    said: dict[str, None] = {}
    for n in dict.fromkeys(int(marker[1]) for marker in _MARKER.finditer(segment)):
        for meaning in meanings.get(n, ()):
            if _attribute(meaning.meaning).rstrip(". ").casefold() in segment.casefold():
                continue
            segment, changed = _marked_up(segment, meaning, n)
            if changed:
                told = words.say("ask.meaning", word=meaning.word, meaning=meaning.meaning.rstrip(". "))
                said[_attribute(told)] = None
    return f'{segment}<span class="unseen"> ({"; ".join(said)})</span>' if said else segment


def _marked_up(segment: str, meaning: Meaning, n: int) -> tuple[str, int]:
    """The segment with the word that stands before a marker marked up with its meaning, and how many were."""
    word = escaped(meaning.word)
    before_marker = rf"\b{re.escape(word)}(?=(?: \([^\[]*?\))? ?(?:\[\d+\])*\[{n}\])"
    marked_up = f'<abbr title="{_attribute(meaning.meaning)}">{word}</abbr>'
    return re.subn(before_marker, lambda _: marked_up, segment, count=1)


def _attribute(text: str) -> str:
    """Words of a spec that stand beside an answer's own: a number in brackets in them is no marker of the answer."""
    return escaped(text).replace("[", "&#91;")
