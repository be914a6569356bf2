"""Damage of the seed document's kinds, done to the texts of a document before it is printed in any layout.

What a cell means never changes: a reader may fail to read a damaged cell, but must not read another value from it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from tests.generation.dirt import with_look_alikes, with_markup, with_misread_letter, with_stray_tab, with_zero
from tests.generation.document import (
    Document,
    Element,
    Heading,
    Levels,
    Pairs,
    Paragraph,
    Role,
    Table,
    Text,
    TextLine,
)
from tests.generation.specs import (
    DEMANDS,
    ENVIRONMENT,
    EXTRA_ROWS,
    HEALTH,
    LOCATIONS,
    NON_PHYSICAL,
    REQUIREMENTS,
    STRENGTHS,
)

_Change = Callable[[str, Random], str | None]
_LABELS = {
    label.partition(" (")[0]
    for labels in (DEMANDS, ENVIRONMENT, HEALTH, LOCATIONS, NON_PHYSICAL, REQUIREMENTS, STRENGTHS)
    for label in labels.values()
} | {label for _, label in EXTRA_ROWS.values()}
_MOJIBAKE = (("'", "â€™"), ("é", "Ã©"))
_MONTH = re.compile(r"[A-Z][a-z]+")


def _only_misread(text: str, random: Random) -> str | None:
    """A letter misread that leaves no doubt which label is meant: "Yalking" may be Talking or Walking."""
    misread = with_misread_letter(text, random)
    if misread is None:
        return None
    near = [label for label in {*_LABELS, text} if _differing(label, misread) <= 1]
    return misread if near == [text] else None


def _differing(one: str, other: str) -> int:
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return max(len(one), len(other)) - same


def _split(text: str, random: Random) -> str | None:
    """A space inside a word, or a second one between two."""
    inside = [at for at in range(1, len(text)) if text[at - 1].isalnum() and text[at].isalnum()]
    between = [at for at, letter in enumerate(text) if letter == " "]
    places = random.choice((inside, between)) or inside
    if not places:
        return None
    at = random.choice(places)
    return f"{text[:at]} {text[at:]}"


def _doubled(text: str, random: Random) -> str | None:
    """Every letter twice, as where bold print was made by printing twice."""
    return "".join(letter * (1 if letter == " " else 2) for letter in text)


def _stray_marks(text: str, random: Random) -> str | None:
    return f"{text} <<"


def _mojibake(text: str, random: Random) -> str | None:
    broken = text
    for meant, said in _MOJIBAKE:
        broken = broken.replace(meant, said)
    return broken if broken != text else None


def _month_marked(text: str, random: Random) -> str | None:
    month = _MONTH.search(text)
    return text.replace(month[0], f"<u>{month[0]}</u>", 1) if month else None


_CHANGES: dict[str, tuple[_Change, tuple[Role, ...]]] = {
    "markup": (with_markup, (Role.HEADING, Role.LABEL)),
    "month_markup": (_month_marked, (Role.DATE,)),
    "look_alike": (with_look_alikes, (Role.HEADING, Role.LABEL, Role.CODE)),
    "digit_for_letter": (with_zero, (Role.CODE,)),
    "misread_letter": (_only_misread, (Role.HEADING, Role.LABEL)),
    "split_word": (_split, (Role.HEADING, Role.LABEL)),
    "stray_tab": (with_stray_tab, (Role.HEADING, Role.LABEL, Role.DATE)),
    "doubled": (_doubled, (Role.HEADING, Role.NAME)),
    "stray_marks": (_stray_marks, (Role.HEADING,)),
    "mojibake": (_mojibake, (Role.PROSE,)),
}
# A tab only damages what tabs hold together, and there nothing but a tab splits a word.
KINDS = tuple(kind for kind in _CHANGES if kind != "stray_tab")
TAB_KINDS = tuple(kind for kind in _CHANGES if kind != "split_word")


@dataclass(frozen=True)
class Damage:
    """One thing done to a text: its kind, and what the text said before and after."""

    kind: str
    before: str
    after: str


def damaged(document: Document, random: Random, kinds: tuple[str, ...]) -> tuple[Document, tuple[Damage, ...]]:
    """The document with one to twelve of its texts damaged, none twice, and what was done."""
    texts: list[Text] = []
    _mapped(document, texts)
    done: dict[int, Damage] = {}
    for _ in range(random.randint(1, 12)):
        kind = random.choice(kinds)
        change, roles = _CHANGES[kind]
        places = [at for at, text in enumerate(texts) if text.role in roles and text.words and at not in done]
        if not places:
            continue
        at = random.choice(places)
        after = _changed(texts[at], change, random)
        if after is not None:
            done[at] = Damage(kind, texts[at].words, after)
    return _mapped(document, [], {at: damage.after for at, damage in done.items()}), tuple(done.values())


def _changed(text: Text, change: _Change, random: Random) -> str | None:
    """The text's words changed; of a label only those before its bracket."""
    words, bracket, rest = text.words.partition(" (") if text.role is Role.LABEL else (text.words, "", "")
    after = change(words, random)
    return None if after is None else after + bracket + rest


def _mapped(document: Document, seen: list[Text], changed: dict[int, str] | None = None) -> Document:
    """The document with the words of some texts changed, by their number; all texts are appended to ``seen``."""

    def each(text: Text) -> Text:
        number = len(seen)
        seen.append(text)
        return replace(text, words=changed[number]) if changed and number in changed else text

    return replace(document, elements=tuple(_element(element, each) for element in document.elements))


def _element(element: Element, each: Callable[[Text], Text]) -> Element:
    match element:
        case TextLine() | Paragraph() | Heading():
            return replace(element, words=each(element.words))
        case Pairs():
            return Pairs(tuple((each(label), each(value)) for label, value in element.pairs))
        case Table():
            heads = tuple(each(head) for head in element.heads)
            return Table(element.section, heads, tuple(tuple(each(cell) for cell in row) for row in element.rows))
        case Levels():
            return Levels(tuple(each(level) for level in element.levels), element.marked)
        case _:
            return element
