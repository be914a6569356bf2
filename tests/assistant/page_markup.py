"""What a browser makes of an answer on the page: whether all of its markup is the page's own."""

from html.parser import HTMLParser

from assistant import Answer
from index import Library
from ui.ask.answer_beside import beside
from ui.ask.conversation import Exchange, exchange_html
from ui.source.place import source_place
from ui.source.source_html import place_html
from ui.words import words_in

# What the page itself is made of: any other element or attribute came out of a question or a document.
ELEMENTS = frozenset(
    """
    a abbr article button dd details div dl dt fieldset form h2 h3 input label legend li mark ol p path q span summary
    svg table tbody td textarea th thead tr ul
    """.split()
)
ATTRIBUTES = frozenset(
    """
    aria-expanded aria-hidden aria-label class d data-about data-ask data-classes data-copied data-copy data-link
    data-question data-source data-text data-uncopied data-verdict download fill height hidden href id maxlength name
    open role rows scope stroke stroke-linejoin stroke-width tabindex title type value viewbox width
    """.split()
)
ADDRESSES = ("/?", "/source/", "/download/")


class PageMarkup(HTMLParser):
    """The elements of a page, the names of their attributes, and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.targets: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.targets |= {value or "" for name, value in attrs if name in ("href", "src", "action")}


def page_markup(library: Library, answer: Answer) -> PageMarkup:
    """An answer on the page, and the source that each of its citations opens."""
    words = words_in("en")
    shown = exchange_html(Exchange(answer.question.text, answer), beside(answer, library), words)
    for one in answer.citations:
        boxes = library.boxes(one.spec_id, one.start, one.end)
        shown += place_html(source_place(library.held(one.spec_id), boxes, one.start, one.end), {}, words, level=2)
    return PageMarkup(shown)


def strange_markup(library: Library, answer: Answer) -> set[str]:
    """The elements, attributes and links of an answer's page that the page does not write itself."""
    markup = page_markup(library, answer)
    links = {target for target in markup.targets if not target.startswith(ADDRESSES)}
    return (markup.elements - ELEMENTS) | (markup.attributes - ATTRIBUTES) | links
