"""The words that one paragraph of a Word document shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.readers.symbols import shown_words, symbol
from ingest.readers.word.accepted import MARKED, UNMARKED
from ingest.readers.word.styles import Look, Styles, own_look
from ingest.readers.word.xml import Element

_UNSEEN = re.compile("[\u00ad\u200b\ufeff]")
_BREAKS = re.compile(r"[\t\r\n\f\v\x85\u2028\u2029]+")
_IN_LINE = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
_DRAWN = ("w:drawing", "w:pict", "w:object")
_WATERMARK = "watermark"


@dataclass(frozen=True, slots=True)
class Words:
    """What a paragraph shows: its words, with tabs and line breaks, and the text boxes that hang on it.

    ``is_bold`` and ``is_underlined`` say whether all of the words are.
    """

    text: str
    is_bold: bool
    is_underlined: bool
    text_boxes: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    look: Look


def read_words(paragraph: Element, styles: Styles) -> Words:
    """The words of a paragraph of an accepted tree, without what is hidden and without the codes of fields."""
    reader = _Runs(styles, styles.look(styles.of(paragraph)))
    pieces = [piece for child in paragraph.children for piece in reader.read(child)]
    seen = [piece.look for piece in pieces if piece.text.strip()]
    return Words(
        "".join(piece.text for piece in pieces),
        bool(seen) and all(look.bold for look in seen),
        bool(seen) and all(look.underlined for look in seen),
        tuple(box for child in paragraph.children for box in _text_boxes(child)),
    )


class _Runs:
    """Reads a paragraph's runs in order; knows whether it is within the code of a field, which shows nothing."""

    def __init__(self, styles: Styles, of_paragraph: Look) -> None:
        self._styles = styles
        self._of_paragraph = of_paragraph
        self._in_code: list[bool] = []

    def read(self, child: Element) -> Iterator[_Piece]:
        """The pieces that a child of the paragraph shows."""
        if child.name in ("m:oMath", "m:oMathPara"):
            yield _Piece(_formula(child), self._of_paragraph)
        elif child.name == "w:r":
            look = self._look(child.child("w:rPr"))
            for part in child.children:
                text = self._text(part, look)
                if text and not look.hidden:
                    yield _Piece(text, look)

    def _look(self, properties: Element | None) -> Look:
        style_id = properties.value("w:rStyle") if properties else None
        own = own_look(properties)
        return own.over(self._styles.look(style_id) if style_id else Look()).over(self._of_paragraph)

    def _text(self, part: Element, look: Look) -> str:
        """The words that one part of a run shows."""
        is_shown = not any(self._in_code)
        if part.name == "w:fldChar":
            self._step(part.get("w:fldCharType"))
            return _form_field(part) if is_shown else ""
        if not is_shown:
            return ""
        if part.name == "w:t":
            words = shown_words(_BREAKS.sub(" ", _UNSEEN.sub("", part.text)), look.font)
            return words.upper() if look.capitals else words
        if part.name == "w:sym":
            return symbol(part.get("w:font"), _hexadecimal(part.get("w:char")))
        return _IN_LINE.get(part.name, "")

    def _step(self, kind: str | None) -> None:
        if kind == "begin":
            self._in_code.append(True)
        elif kind == "separate" and self._in_code:
            self._in_code[-1] = False
        elif kind == "end" and self._in_code:
            self._in_code.pop()


def _form_field(begin: Element) -> str:
    """What a form field shows that is not stored as words: the mark of a check box, the choice of a list."""
    box, choice = begin.child("w:ffData", "w:checkBox"), begin.child("w:ffData", "w:ddList")
    if box is not None:
        return MARKED if box.has("w:checked" if box.child("w:checked") else "w:default") else UNMARKED
    if choice is not None:
        entries = [entry.get("w:val") or "" for entry in choice.each("w:listEntry")]
        chosen = choice.value("w:result") or choice.value("w:default") or "0"
        return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
    return ""


def _formula(formula: Element) -> str:
    """The letters of a formula in order, a fraction with a stroke between its parts."""
    if formula.name == "m:t":
        return formula.text
    if formula.name == "m:f":
        parts = (formula.child("m:num"), formula.child("m:den"))
        return "/".join(_formula(part) for part in parts if part is not None)
    return "".join(_formula(child) for child in formula.children)


def _text_boxes(child: Element) -> Iterator[Element]:
    """The text boxes that are drawn in a run, without watermarks."""
    for drawn in child.within(*_DRAWN):
        if not _is_watermark(drawn):
            yield from drawn.within("w:txbxContent")


def _is_watermark(drawn: Element) -> bool:
    names = (drawing.get("name") for drawing in drawn.within("wp:docPr"))
    ids = (shape.get("id") for shape in drawn.within("v:shape"))
    return any(_WATERMARK in (name or "").casefold() for name in (*names, *ids))


def _hexadecimal(code: str | None) -> int:
    try:
        return int(code or "", 16)
    except ValueError:
        return 0
