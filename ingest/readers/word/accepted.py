"""A Word tree as it reads with every tracked change accepted: what is shown stays, what only wraps it goes."""

from ingest.readers.word.xml import Element, is_on

_GONE = frozenset(
    "w:del w:moveFrom w:rPrChange w:pPrChange w:tblPrChange w:trPrChange w:tcPrChange w:sectPrChange w:instrText "
    "w:delInstrText w:delText w:rt w:rubyPr w:sdtPr w:sdtEndPr w:smartTagPr w:customXmlPr".split()
)
_WRAPPERS = frozenset(
    "w:ins w:moveTo w:smartTag w:customXml w:hyperlink w:fldSimple w:dir w:bdo w:sdtContent w:ruby w:rubyBase".split()
)
_BLOCKS = frozenset({"w:p", "w:tbl", "w:tr", "w:tc"})
_ROW_IS_GONE = ("w:del", "w:hidden")
MARKED = "☒"
UNMARKED = "☐"


def accept(element: Element) -> None:
    """Leave in an element, at every depth, only what the accepted document shows, without wrappers around it.

    Of alternatives the first that holds words stays, of a content control its content, of a check box its mark; a
    control that only prompts ("Click here to enter text") is empty.
    """
    kept: list[Element] = []
    unended: list[Element] = []
    for child in element.children:
        has_no_end = child.name == "w:p" and _end_is_deleted(child)
        shown = _shown(child)
        if has_no_end:
            unended += shown
            continue
        blocks = [block for block in shown if block.name in _BLOCKS]
        if blocks and blocks[0].name == "w:p":
            blocks[0].children = [*(run for above in unended for run in _runs(above)), *blocks[0].children]
        elif blocks:
            kept += unended
        unended = [] if blocks else unended
        kept += shown
    element.children = [*kept, *unended]


def _shown(child: Element) -> list[Element]:
    """What stands in the place of a child."""
    if child.name in _GONE or (child.name == "w:tr" and any(child.has("w:trPr", name) for name in _ROW_IS_GONE)):
        return []
    if child.name == "w:sdt":
        return _control(child)
    if child.name == "mc:AlternateContent":
        return _alternative(child)
    accept(child)
    return child.children if child.name in _WRAPPERS else [child]


def _control(control: Element) -> list[Element]:
    content = control.child("w:sdtContent")
    properties = control.child("w:sdtPr")
    if content is None:
        return []
    shown = _shown(content)
    if properties is None:
        return shown
    box = properties.child("w14:checkbox")
    if box is not None and not any(child.name in _BLOCKS for child in shown):
        checked = box.child("w14:checked")
        return [_run(MARKED if checked is not None and is_on(checked) else UNMARKED)]
    if properties.has("w:showingPlcHdr"):
        for words in content.within("w:t"):
            words.text = ""
    return shown


def _alternative(alternatives: Element) -> list[Element]:
    for choice in alternatives.children:
        accept(choice)
        if any(words.text for words in choice.within("w:t")):
            return choice.children
    return []


def _end_is_deleted(paragraph: Element) -> bool:
    """Whether a tracked change joins a paragraph to the one below it."""
    mark = paragraph.child("w:pPr", "w:rPr")
    return mark is not None and (mark.child("w:del") is not None or mark.child("w:moveFrom") is not None)


def _runs(paragraph: Element) -> list[Element]:
    return [child for child in paragraph.children if child.name != "w:pPr"]


def _run(words: str) -> Element:
    run = Element("w:r")
    run.children.append(Element("w:t", text=words))
    return run
