"""Markup made harmless before it is parsed: what makes a parser slow without showing a reader anything is left out.

A parser that builds the tree that browsers build needs time that grows with the square of the depth of its elements and
of the attributes of one tag, and copies every inline element left open into every paragraph after it. Browsers bound
the depth as well.
"""

import re
from collections import Counter

from ingest.errors import UnreadableFile

_MOST_TAGS = 300_000
_DEEPEST = 400
_MOST_LEFT_OPEN = 8
_LONGEST_TAG = 20_000
_RAW = "script|style|noscript|iframe|noembed|noframes|textarea|title|xmp"
_PIECE = re.compile(
    rf"""<!--(?:-?>|.*?--!?>|.*)
    | <(?P<raw>{_RAW})\b[^>]*+>(?:.*?</(?P=raw)\b[^>]*+>|.*)
    | <(?P<close>/?)(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')|=)*+)>?""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_NO_TEXT = frozenset({"noscript", "iframe", "noembed", "noframes"})
_VOID = frozenset("area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split())
# Closed by the next of their kind, so that the elements around them bound their depth.
_CLOSED_BY_NEXT = frozenset("a nobr p li dt dd tr td th thead tbody tfoot colgroup option optgroup rp rt".split())
_FORMATTING = frozenset("b big code em font i s small strike strong tt u".split())
_ENTITY_DECLARATIONS = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>\[]{0,500}\[[^\]]*\]\s*>", re.IGNORECASE)


def harmless(markup: str) -> str:
    """The markup with every letter of its text, without what nobody is shown and without excessive nesting.

    Elements nested too deep, or left open too often, lose their tags and keep their text; a tag of an absurd length
    loses its attributes. Entities that a document declares itself stay undeclared.

    Raises:
        UnreadableFile: there are more tags than any document has.
    """
    if markup.count("<") > _MOST_TAGS:
        raise UnreadableFile(f"it has more than {_MOST_TAGS // 1_000} thousand tags; no class spec does")
    declared = _ENTITY_DECLARATIONS.match(markup)
    body = markup[declared.end() :] if declared else markup
    return _PIECE.sub(_Nesting().kept, body)


class _Nesting:
    """Knows which elements are open, roughly: no shallower than the parser's own tree."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._often: Counter[str] = Counter()
        self._formatting: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()

    def kept(self, piece: re.Match[str]) -> str:
        """What a comment, a raw element or a tag is replaced by."""
        if piece["raw"]:
            return "" if piece["raw"].lower() in _NO_TEXT else piece[0]
        if not piece["name"]:
            return ""
        name = piece["name"].lower()
        tag = piece[0] if len(piece[0]) < _LONGEST_TAG else f"<{piece['close']}{piece['name']}>"
        if name in _VOID or name in _CLOSED_BY_NEXT:
            return tag
        return tag if (self._closes(name) if piece["close"] else self._opens(name)) else self._gap(name)

    def _opens(self, name: str) -> bool:
        """Whether a start tag stays."""
        if name in _FORMATTING:
            fits = self._formatting[name] < _MOST_LEFT_OPEN
            (self._formatting if fits else self._left_out)[name] += 1
            return fits
        if len(self._open) >= _DEEPEST:
            self._left_out[name] += 1
            return False
        self._open.append(name)
        self._often[name] += 1
        return True

    def _closes(self, name: str) -> bool:
        """Whether an end tag stays: that of an element whose start tag was left out goes too."""
        if self._left_out[name]:
            self._left_out[name] -= 1
            return False
        if name in _FORMATTING:
            self._formatting[name] -= self._formatting[name] > 0
        elif self._often[name]:
            self._close_to(name)
        return True

    def _close_to(self, name: str) -> None:
        """Close the innermost element of that name with all in it."""
        closed = ""
        while closed != name:
            closed = self._open.pop()
            self._often[closed] -= 1

    @staticmethod
    def _gap(name: str) -> str:
        """What stands for a tag that was left out: nothing within a word, else a space."""
        return "" if name in _FORMATTING else " "
