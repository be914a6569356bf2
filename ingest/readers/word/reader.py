"""Word documents (.docx and its macro-enabled and template kinds) as they read with all changes accepted."""

from collections.abc import Iterable, Iterator
from typing import NoReturn

from ingest.errors import UnreadableFile
from ingest.model import Issue
from ingest.norfolk.service import footnote_kinds
from ingest.readers.word.accepted import accept
from ingest.readers.word.blocks import Block
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.package import Package
from ingest.readers.word.running import RunningParts
from ingest.readers.word.story import Story
from ingest.readers.word.styles import Styles
from ingest.readers.word.text import Part, composed
from ingest.readers.word.xml import Element
from ingest.source_text import SourceText

_HEADERS, _FOOTERS = "w:headerReference", "w:footerReference"
_NOTES = {"footnotes": "w:footnote", "endnotes": "w:endnote"}
_RULES = ("separator", "continuationSeparator", "continuationNotice")
# Names of streams in an OLE file, which keeps them in UTF-16.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORD = "WordDocument".encode("utf-16-le")


def read_word(content: bytes) -> SourceText:
    """The document's paragraphs as lines and its table rows as lines of tab-separated cells, in reading order.

    The header of the first section stands before the body, notes and footers after it. Headings have the level of
    their style, or 7 where a short paragraph is bold or underlined throughout. Running text that no reader of a form
    should take for the body's (footers but for the service footnote, headers of later sections) is furniture. There
    are no pages: a Word document has them only when it is printed.

    Raises:
        UnreadableFile: the file is damaged, encrypted, no Word document, too large, or shows no words.
    """
    package = Package(content)
    main_part = package.main_part()
    body = _root(package, main_part).child("w:body")
    if body is None:
        raise UnreadableFile("it is a zip file, but no Word document: its main part has no body")
    parts = {related.kind: related.name for related in package.related(main_part).values()}
    styles = Styles(_optional(package, parts.get("styles")))
    story = Story(styles, Numbering(_optional(package, parts.get("numbering")), styles))
    settings = _optional(package, parts.get("settings"))
    even = settings is not None and settings.has("w:evenAndOddHeaders")
    running = RunningParts(package, main_part, story, differ_on_even_pages=even)
    notes = [block for kind in _NOTES for block in _notes(_optional(package, parts.get(kind)), kind, story)]
    source = composed(_parts(body, story, running, notes), _issues(body))
    if not source.text:
        raise UnreadableFile(_why_empty(package, body))
    return source


def refuse_old_word(content: bytes) -> NoReturn:
    """Say what an OLE file is, which Rolebook does not read.

    Raises:
        UnreadableFile: always.
    """
    if _ENCRYPTED in content:
        raise UnreadableFile("the Word document is protected by a password; save it without one and take it in again")
    if _OLD_WORD in content:
        raise UnreadableFile(
            "this is a Word document in the old .doc format; save it as .docx or PDF and take it in again"
        )
    raise UnreadableFile("this is an old Microsoft Office file and no Word document; save it as PDF or .docx")


def _root(package: Package, part: str) -> Element:
    root = package.tree(part)
    if root is None or root.name != "w:document":
        raise UnreadableFile("it is an Office file, but no Word document")
    accept(root)
    return root


def _optional(package: Package, part: str | None) -> Element | None:
    """The root of a part that a document may do without, or None."""
    root = package.tree(part) if part else None
    if root is not None:
        accept(root)
    return root


def _parts(body: Element, story: Story, running: RunningParts, notes: list[Block]) -> Iterator[Part]:
    """The document from its first header to its last footer."""
    footers: list[Block] = []
    for at, (elements, section) in enumerate(_sections(body)):
        yield Part(tuple(running.blocks(section, _HEADERS)), is_running=at > 0)
        yield Part(tuple(story.blocks(elements)))
        footers += running.blocks(section, _FOOTERS)
    yield Part(tuple(notes))
    for block in footers:
        yield Part((block,), is_running=not any(footnote_kinds(line) for line in block.lines))


def _sections(body: Element) -> Iterator[tuple[list[Element], Element]]:
    """The body's elements section by section, each with the properties of its section."""
    elements: list[Element] = []
    for element in body.children:
        elements.append(element)
        section = element if element.name == "w:sectPr" else element.child("w:pPr", "w:sectPr")
        if section is not None:
            yield elements, section
            elements = []
    if elements:
        yield elements, Element("w:sectPr")


def _notes(root: Element | None, kind: str, story: Story) -> Iterable[Block]:
    """The words of the footnotes or endnotes, without the rules that set them off."""
    notes = root.each(_NOTES[kind]) if root else ()
    return (block for note in notes if note.get("w:type") not in _RULES for block in story.blocks(note.children))


def _issues(body: Element) -> tuple[Issue, ...]:
    """That words stand in an embedded file, which is not read."""
    sentence = "The document embeds a file of another format, which was not read; save it again with Word."
    return (Issue("unread_part", sentence),) if any(body.within("w:altChunk")) else ()


def _why_empty(package: Package, body: Element) -> str:
    if any(body.within("w:altChunk")):
        return "the Word document only embeds a file of another format; save it again with Word and take it in again"
    if package.has_pictures:
        return "the Word document holds pictures and no words; save it as PDF and take it in again"
    return "the Word document is empty"
