"""The parts of a Word file as trees: parsed without entities, without fetching anything, within bounds.

``python-docx`` is not used for reading: it opens no file that has a relationship to a missing part, none of the
macro-enabled, template and "strict" kinds, and follows a chain of relationships until Python's stack is full.
"""

from collections.abc import Iterator
from xml.parsers import expat

from ingest.errors import UnreadableFile

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
# The names of both dialects of the format get the same prefixes.
_PREFIXES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w:",
    f"{_STRICT}/wordprocessingml/main": "w:",
    f"{_OFFICE}/officeDocument/2006/relationships": "r:",
    f"{_STRICT}/officeDocument/relationships": "r:",
    f"{_OFFICE}/officeDocument/2006/math": "m:",
    f"{_STRICT}/officeDocument/math": "m:",
    f"{_OFFICE}/drawingml/2006/wordprocessingDrawing": "wp:",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp:",
    f"{_OFFICE}/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
    "urn:schemas-microsoft-com:vml": "v:",
}
_WITH_WORDS = frozenset({"w:t", "m:t"})
# Marks of editing sessions: most of all attributes, and nobody reads them.
_UNREAD = ("w:rsid", "w14:")
_MOST_DEPTH = 200
_MOST_ELEMENTS = 500_000
_MOST_NAMES = 10_000
_NO_ATTRIBUTES: dict[str, str] = {}


class Element:
    """One element: its name with the usual prefix of its namespace, its attributes, what it holds.

    ``text`` is kept only of elements that hold words of the document.
    """

    __slots__ = ("attributes", "children", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str] = _NO_ATTRIBUTES, text: str = "") -> None:
        """Make an element that holds no others yet."""
        self.name = name
        self.attributes = attributes
        self.children: list[Element] = []
        self.text = text

    def get(self, attribute: str) -> str | None:
        """The value of an attribute, or None where the element does not have it."""
        return self.attributes.get(attribute)

    def child(self, *path: str) -> "Element | None":
        """The first child of that name, or what a path of such steps leads to; None where a step leads nowhere."""
        found: Element | None = self
        for name in path:
            found = next((child for child in found.children if child.name == name), None) if found else None
        return found

    def value(self, *path: str) -> str | None:
        """The ``w:val`` of the element that a path leads to, or None."""
        found = self.child(*path)
        return found.get("w:val") if found else None

    def has(self, *path: str) -> bool:
        """Whether a path leads to a property that is switched on."""
        found = self.child(*path)
        return found is not None and is_on(found)

    def each(self, name: str) -> Iterator["Element"]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)

    def within(self, *names: str) -> Iterator["Element"]:
        """The elements of those names at any depth, in document order; not those inside one of them."""
        for child in self.children:
            if child.name in names:
                yield child
            elif child.children:
                yield from child.within(*names)


def is_on(switch: Element) -> bool:
    """Whether a property that is present is switched on, as it is where it says nothing."""
    return (switch.get("w:val") or switch.get("w14:val")) not in ("0", "false", "off", "none")


def parse(content: bytes, part: str) -> Element:
    """The root of a part.

    Raises:
        UnreadableFile: it is no XML, declares a document type, nests deeper or holds more than any document does.
    """
    builder = _Builder(part)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse_document_type
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UnreadableFile(f"the Word file is damaged: its part {part} is no XML") from error
    return builder.root


class _Builder:
    """Puts a tree together from a parser's events."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._names: dict[str, str] = {}
        self._count = 0
        self._open = [Element("")]

    @property
    def root(self) -> Element:
        """The document element."""
        return self._open[0].children[0]

    def refuse_document_type(self, name: str, system: str | None, public: str | None, has_subset: bool) -> None:
        raise UnreadableFile(f"its part {self._part} declares a document type or entities, which no Word file does")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) > _MOST_DEPTH or self._count > _MOST_ELEMENTS:
            raise self._too_large()
        named = {self._named(key): value for key, value in attributes.items()} if attributes else _NO_ATTRIBUTES
        kept = {key: value for key, value in named.items() if not key.startswith(_UNREAD) or key == "w14:val"}
        element = Element(self._named(name), kept or _NO_ATTRIBUTES)
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, name: str) -> None:
        self._open.pop()

    def characters(self, text: str) -> None:
        if self._open[-1].name in _WITH_WORDS:
            self._open[-1].text += text

    def _too_large(self) -> UnreadableFile:
        return UnreadableFile(f"its part {self._part} holds more or nests deeper than that of any Word document")

    def _named(self, name: str) -> str:
        """A name with its prefix; in a namespace without one, the bare name."""
        known = self._names.get(name)
        if known is None:
            if len(self._names) > _MOST_NAMES:
                raise self._too_large()
            namespace, _, local = name.rpartition(" ")
            known = self._names[name] = _PREFIXES.get(namespace, "") + local
        return known
