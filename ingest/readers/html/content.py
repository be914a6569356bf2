"""Which blocks of a page are the document, and which belong to the site around it."""

import re
from collections.abc import Callable, Iterator

from ingest.readers.html.blocks import Element, Words
from ingest.readers.html.tables import is_data

# What is never a part of the document: by its element, its role, or a word in its class or id.
_SITE_ROLES = frozenset({"navigation", "search", "menu", "menubar"})
_SITE_TOKENS = frozenset(
    """breadcrumb breadcrumbs consent cookie cookies crumb crumbs menu nav navbar navigation pager pagination share
    sharethis sidebar skip skiplink topnav""".split()
)
# Beside such a word, one in a class or id is about the page's content: "content-with-sidebar", "no-menu".
_CONTENT_TOKENS = frozenset({"content", "with", "has", "no", "without", "wrap"})
_NAMED_BLOCKS = frozenset({"div", "section", "ul", "ol", "p", "aside", "header", "footer", "form", "dialog"})
# What stands beside the document, and belongs to the site where it leads elsewhere.
_BESIDE_NAMES = frozenset({"header", "footer", "aside"})
_BESIDE_ROLES = frozenset({"banner", "contentinfo", "complementary"})
_BESIDE_TOKENS = frozenset({"header", "footer", "masthead"})
_MAIN = frozenset({"main", "article"})
_LISTS = frozenset({"ul", "ol", "menu", "dir", "div"})
_SKIP_LINK = re.compile(r"\s*(?:skip|jump) (?:to\b|nav)", re.IGNORECASE)
_FEWEST_LINKS = 3
_NEARLY_ALL = 0.9
# The main element is believed where it holds so much of the words; the whole page is kept where less is left.
_MOST = 2 / 3
_LEAST = 1 / 4
_HALF = 1 / 2


def document(body: Element) -> Element:
    """The body without what belongs to the site: navigation, banners, lists of links, what stands beside the document.

    Words are measured without those of links. If less than a quarter of them would be left, the whole body is the
    document. A block that holds a table of data, a heading of the first level or most of the words is never taken for
    a part of the site by its name alone; the page's only heading of the first level stays wherever it stands.
    """
    own = _without_site(body, _words(body))
    main = _main_blocks(own)
    if main:
        own = _without_what_leads_elsewhere(own, frozenset(map(id, main)))
    if not any(block.level == 1 for block in own.walk()):
        titles = tuple(block for block in body.walk() if block.level == 1 and not block.linked)
        own = own.with_children((*titles, *own.children))
    return own if own.letters and _words(own) >= _words(body) * _LEAST else body


def _words(block: Element) -> int:
    return block.letters - block.linked


def _without_site(block: Element, total: int, is_inside: bool = False) -> Element:
    """The block without what is a part of the site; ``total`` counts the page's words."""
    is_inside = is_inside or _is_main(block) or block.name == "section"
    return _filtered(
        block,
        lambda child: None if _is_site(child, total, is_inside) else _without_site(child, total, is_inside),
        lambda words: not (words.is_linked and _SKIP_LINK.match(words.text)),
    )


def _without_what_leads_elsewhere(block: Element, main: frozenset[int]) -> Element:
    """The block, which holds a main block, without what stands beside the main blocks and has links or controls."""

    def kept(child: Element) -> Element | None:
        if id(child) in main:
            return child
        if any(id(below) in main for below in child.walk()):
            return _without_what_leads_elsewhere(child, main)
        return child if not child.links or _holds_table(child) else None

    return _filtered(block, kept, lambda words: not words.is_linked)


def _filtered(block: Element, kept: Callable[[Element], Element | None], stays: Callable[[Words], bool]) -> Element:
    """The block with the words that stay, and with each block below as it is kept."""
    children: list[Element | Words] = []
    for child in block.children:
        left = kept(child) if isinstance(child, Element) else child if stays(child) else None
        if left is not None:
            children.append(left)
    return block.with_children(tuple(children))


def _main_blocks(own: Element) -> tuple[Element, ...]:
    """The main elements, or else the articles, that hold most of the words; none where there are none such."""
    for is_one in (_is_main_element, _is_main):
        found = tuple(_outermost(own, is_one))
        if found and sum(map(_words, found)) >= _words(own) * _MOST:
            return found
    return ()


def _outermost(block: Element, is_one: Callable[[Element], bool]) -> Iterator[Element]:
    for child in block.blocks:
        if is_one(child):
            yield child
        else:
            yield from _outermost(child, is_one)


def _is_main_element(block: Element) -> bool:
    return block.name == "main" or block.role == "main"


def _is_main(block: Element) -> bool:
    return block.name in _MAIN or block.role in _MAIN


def _is_site(block: Element, total: int, is_inside: bool) -> bool:
    """Whether a block belongs to the site; ``is_inside`` where it stands in the main element, an article or section."""
    if block.name == "nav" or block.role in _SITE_ROLES:
        return True
    tokens = block.tokens() if block.name in _NAMED_BLOCKS else frozenset()
    if tokens & _SITE_TOKENS and not ("skip" not in tokens and tokens & _CONTENT_TOKENS):
        return not _holds_document(block, total)
    if is_inside or not block.links:
        return False
    if block.name in _BESIDE_NAMES or block.role in _BESIDE_ROLES or tokens & _BESIDE_TOKENS:
        return not _holds_table(block) and _words(block) <= total * _HALF
    return block.name in _LISTS and _is_link_list(block)


def _holds_document(block: Element, total: int) -> bool:
    """Whether a block holds what only a document has, or most of the page's words."""
    if total and _words(block) > total * _HALF:
        return True
    return _holds_table(block) or any(below.level == 1 or _is_main(below) for below in block.walk())


def _holds_table(block: Element) -> bool:
    return any(below.name == "table" and is_data(below) for below in block.walk())


def _is_link_list(block: Element) -> bool:
    """Whether nearly all of a block's words are those of several links, and no table and no heading is among them."""
    if block.links < _FEWEST_LINKS or block.linked < block.letters * _NEARLY_ALL:
        return False
    return not any(below.name == "table" or below.level is not None for below in block.walk())
