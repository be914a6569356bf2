"""An HTML document as a tree of its blocks and their words, as a browser would show them.

The only module that uses the parser (lexbor, by selectolax): it builds the tree that browsers build from any bytes.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from ingest.readers.html.blocks import Element, Words
from ingest.readers.html.markup import harmless
from ingest.readers.html.sight import Sight
from ingest.readers.html.style import Style, style_of
from ingest.readers.symbols import shown_words

# Deeper blocks are shown one after the other, so that nothing that walks the tree gets too deep.
_DEEPEST = 100
_HEADING = re.compile(r"h([1-6])")
_HEADING_WITHOUT_LEVEL = 2
_WHITE_SPACE = re.compile(r"[ \t\n\r\f]+")
# Letters that show nothing: marks of direction and of places to break a word, and control characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]"
)
_OTHER_SPACES = re.compile("[\x0b\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_BLOCKS = frozenset(
    """address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup p plaintext pre search
    section summary table tbody td textarea tfoot th thead tr ul xmp""".split()
)
# Blocks that mean something with nothing in them.
_MEANT_EMPTY = frozenset({"br", "hr", "li", "td", "th", "tr"})
# Their own display does not make words of these parts of a table.
_TABLE = frozenset({"table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "br"})
# A cell keeps its place whether or not its words are seen.
_CELLS = frozenset({"td", "th"})
_NEVER_SHOWN = frozenset(
    """applet audio canvas col colgroup datalist embed head iframe img link map meta noembed noframes noscript rp
    script style svg template title video""".split()
)
_STYLE_SHEETS = "style, link[rel~=stylesheet i]"
_BOXES = frozenset({"checkbox", "radio"})
_INPUTS_WITHOUT_WORDS = frozenset("hidden submit button reset image file password range color".split())


@dataclass(frozen=True, slots=True)
class Shown:
    """What a browser shows of a document, in document order, and how many letters a style keeps out of sight."""

    body: Element
    letters_out_of_sight: int


def tree(markup: str) -> Shown:
    """The body of a document; empty where it shows nothing."""
    # Without events the parser does not copy a chosen option each time that it is added to.
    parsed = LexborHTMLParser(harmless(markup), options=LexborDocumentOptions.WO_EVENTS)
    builder = _Builder(parsed.body, has_sheets=parsed.css_first(_STYLE_SHEETS) is not None)
    return Shown(builder.root, builder.letters_out_of_sight)


class _Block:
    """A block that is being built."""

    def __init__(
        self, name: str, attributes: dict[str, str], level: int | None = None, is_unmarked: bool = False
    ) -> None:
        self._name = name
        self._attributes = tuple(attributes.items())
        self._level = level
        self._is_unmarked = is_unmarked
        self.children: list[Element | Words] = []

    @property
    def is_at_line_start(self) -> bool:
        """Whether what is added next begins a line."""
        return not self.children or isinstance(self.children[-1], Element)

    @property
    def is_nothing(self) -> bool:
        """Whether it shows nothing and its place means nothing."""
        return not self.children and self._name not in _MEANT_EMPTY

    def built(self) -> Element:
        return Element.of(self._name, self._attributes, tuple(self.children), self._level, self._is_unmarked)


_PARTING = _Block("div", {}).built()


class _Builder:
    """Builds the tree without recursion: a document may nest its elements as deep as it likes."""

    def __init__(self, body: LexborNode | None, *, has_sheets: bool) -> None:
        self.letters_out_of_sight = 0
        self._open = [_Block("body", {})]
        # What is being looked at: the nodes left in an element with the style they inherit, and what to do after them.
        self._left: list[tuple[Iterator[LexborNode], Style, Callable[[], None] | None]] = []
        if body is not None:
            around = Style(sight=Sight.of_page(has_sheets=has_sheets))
            # What hides the whole page does so until a script shows it.
            self._into(body, Style(sight=style_of("body", _attributes(body), around).sight), None)
        while self._left:
            nodes, style, then = self._left[-1]
            node = next(nodes, None)
            if node is not None:
                self._visit(node, style)
                continue
            self._left.pop()
            if then is not None:
                then()
        self.root = self._open[0].built()

    def _visit(self, node: LexborNode, inherited: Style) -> None:
        """Take a node; what is in it comes next."""
        name = node.tag or "-other"
        if name == "-text":
            self._add(node.text_content or "", inherited)
        elif not name.startswith("-") and name not in _NEVER_SHOWN:
            attributes = _attributes(node)
            style = style_of(name, attributes, inherited)
            if style.is_out_of_sight and not style.is_hidden:
                self.letters_out_of_sight += _letters(node.text())
                if name in _CELLS:
                    self._open[-1].children.append(_Block(name, attributes).built())
            elif not style.is_hidden:
                self._enter(node, name, attributes, style)

    def _enter(self, node: LexborNode, name: str, attributes: dict[str, str], style: Style) -> None:
        """Take an element that is shown."""
        level = _level(name, attributes)
        is_block = name in _BLOCKS if style.is_block is None or name in _TABLE else style.is_block
        if name == "input":
            self._add_input(attributes, style)
        elif name == "select":
            self._control(f" {_chosen(node)} ", style)
        elif style.is_tab:
            self._open[-1].children.append(Words("\t", is_preformatted=True))
        elif is_block or level is not None:
            self._begin(node, _Block(name, attributes, level, style.is_unmarked), style)
        else:
            if style.is_linked and name in ("a", "button"):
                self._open[-1].children.append(Words("", is_linked=True))
            if name == "q":
                self._add("“", style)
            self._into(node, style, partial(self._add, "”", style) if name == "q" else None)

    def _begin(self, node: LexborNode, block: _Block, style: Style) -> None:
        """Open a block for everything in a node; too deep a one only parts what is before and behind it."""
        if len(self._open) > _DEEPEST:
            self._part()
            self._into(node, style, self._part)
        else:
            self._open.append(block)
            self._into(node, style, self._end)

    def _end(self) -> None:
        block = self._open.pop()
        if not block.is_nothing:
            self._open[-1].children.append(block.built())
        else:
            self._part()

    def _part(self) -> None:
        if not self._open[-1].is_at_line_start:
            self._open[-1].children.append(_PARTING)

    def _into(self, node: LexborNode, style: Style, then: Callable[[], None] | None) -> None:
        """Take everything in a node next, and then do that."""
        self._left.append((node.iter(include_text=True), style, then))

    def _add(self, text: str, style: Style) -> None:
        """Add words as they are shown, line ends of a preformatted text kept."""
        seen = _UNSEEN.sub("", text if style.is_preformatted else _WHITE_SPACE.sub(" ", text))
        if style.is_preformatted:
            seen = seen.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
        if style.sight.conceals:
            self.letters_out_of_sight += _letters(seen)
            return
        shown = shown_words(_OTHER_SPACES.sub("\xa0", seen), style.font)
        if shown and not (shown == " " and self._open[-1].is_at_line_start and not style.is_preformatted):
            self._open[-1].children.append(Words(shown, style.is_bold, style.is_linked, style.is_preformatted))

    def _add_input(self, attributes: dict[str, str], style: Style) -> None:
        kind = attributes.get("type", "text").lower()
        if kind in _BOXES:
            self._add(" ☒ " if "checked" in attributes else " ☐ ", style)
        elif kind != "hidden":
            self._control("" if kind in _INPUTS_WITHOUT_WORDS else f" {attributes.get('value', '')} ", style)

    def _control(self, text: str, style: Style) -> None:
        """Add what was entered in a control, which counts as a link."""
        self._open[-1].children.append(Words("", is_linked=True))
        self._add(text, style)


def _attributes(node: LexborNode) -> dict[str, str]:
    return {key: value or "" for key, value in node.attributes.items()}


def _letters(text: str) -> int:
    return sum(map(len, text.split()))


def _level(name: str, attributes: dict[str, str]) -> int | None:
    """The level of a heading, or None for everything else."""
    heading = _HEADING.fullmatch(name)
    if attributes.get("role") == "heading":
        said = attributes.get("aria-level", "")
        level = int(said) if said.isdecimal() and len(said) < 3 else 0
        return level or (int(heading[1]) if heading else _HEADING_WITHOUT_LEVEL)
    return int(heading[1]) if heading and attributes.get("role") not in ("presentation", "none") else None


def _chosen(select: LexborNode) -> str:
    """The options of a select that are chosen; a list to choose one from shows its first where none is."""
    options = select.css("option")
    chosen = [option for option in options if "selected" in option.attributes]
    if not chosen and "multiple" not in select.attributes:
        chosen = options[:1]
    return " ".join(option.text() for option in chosen)
