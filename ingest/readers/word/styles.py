"""What a Word document's styles say of the paragraphs and words that they are given to."""

import re
from dataclasses import dataclass, fields

from ingest.readers.word.xml import Element, is_on

_HEADING_NAME = re.compile(r"heading (?P<level>[1-9])|(?P<title>title)")
_BODY_LEVEL = 9
_MOST_STEPS = 30


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, as far as it matters to reading them; None where nothing is said."""

    bold: bool | None = None
    underlined: bool | None = None
    hidden: bool | None = None
    capitals: bool | None = None
    font: str | None = None

    def over(self, below: "Look") -> "Look":
        """This look, and where it says nothing that below it."""
        pairs = {field.name: (getattr(self, field.name), getattr(below, field.name)) for field in fields(self)}
        return Look(**{name: own if own is not None else other for name, (own, other) in pairs.items()})


@dataclass(frozen=True, slots=True)
class ListPlace:
    """Which list a paragraph is an item of, and on which level; None where nothing is said."""

    list_id: str | None
    level: int | None


_NO_LOOK = Look()


class Styles:
    """The styles of one document."""

    def __init__(self, root: Element | None) -> None:
        """Take the styles part, or None where the document has none."""
        styles = list(root.each("w:style")) if root else []
        self._by_id = {style.get("w:styleId") or "": style for style in styles}
        self._looks: dict[str, Look] = {}
        paragraphs = (style for style in styles if style.get("w:type") == "paragraph")
        default = next((style for style in paragraphs if style.get("w:default") in ("1", "true")), None)
        self._default = (default.get("w:styleId") or "") if default else ""

    def of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        return paragraph.value("w:pPr", "w:pStyle") or self._default

    def look(self, style_id: str) -> Look:
        """How words in a style look."""
        if style_id not in self._looks:
            look = _NO_LOOK
            for style in self._chain(style_id):
                look = look.over(own_look(style.child("w:rPr")))
            self._looks[style_id] = look
        return self._looks[style_id]

    def heading_level(self, style_id: str) -> int | None:
        """The level of headings in a style, 1 the highest, or None where it is no heading's."""
        for style in self._chain(style_id):
            outline = style.value("w:pPr", "w:outlineLvl")
            if outline is not None:
                return outline_level(outline)
            name = _HEADING_NAME.fullmatch((style.value("w:name") or "").casefold())
            if name is not None:
                return int(name["level"] or 1)
        return None

    def list_place(self, style_id: str) -> tuple[str | None, ListPlace]:
        """Which of a style and those it is based on makes its paragraphs items of a list, and of which."""
        for style in self._chain(style_id):
            place = own_list_place(style.child("w:pPr"))
            if place.list_id is not None:
                return style.get("w:styleId"), place
        return None, ListPlace(None, None)

    def _chain(self, style_id: str) -> list[Element]:
        """The style and those that it is based on, nearest first."""
        chain: list[Element] = []
        style = self._by_id.get(style_id)
        while style is not None and len(chain) < _MOST_STEPS:
            chain.append(style)
            style = self._by_id.get(style.value("w:basedOn") or "")
        return chain


def own_look(properties: Element | None) -> Look:
    """What the properties of words themselves say of their look."""
    if properties is None:
        return _NO_LOOK
    said = {child.name: child for child in properties.children}
    fonts = said.get("w:rFonts")
    return Look(
        bold=is_on(said["w:b"]) if "w:b" in said else None,
        underlined=is_on(said["w:u"]) if "w:u" in said else None,
        hidden=is_on(said["w:vanish"]) if "w:vanish" in said else None,
        capitals=is_on(said["w:caps"]) if "w:caps" in said else None,
        font=(fonts.get("w:ascii") or fonts.get("w:hAnsi")) if fonts else None,
    )


def own_list_place(properties: Element | None) -> ListPlace:
    """What a paragraph's own properties say of its place in a list."""
    numbered = properties.child("w:numPr") if properties else None
    if numbered is None:
        return ListPlace(None, None)
    level = numbered.value("w:ilvl") or ""
    return ListPlace(numbered.value("w:numId"), int(level) if level.isdecimal() else None)


def outline_level(outline: str) -> int | None:
    """The heading level of an outline level: 0 is the highest there and 1 here; the ninth is that of text."""
    return int(outline) + 1 if outline.isdecimal() and int(outline) < _BODY_LEVEL else None
