"""HTML: the document of a page as a browser shows it, in lines and rows."""

from ingest.errors import UnreadableFile
from ingest.model import Issue
from ingest.readers.html.content import document
from ingest.readers.html.encoding import decoded
from ingest.readers.html.text import written
from ingest.readers.html.tree import Shown, tree
from ingest.source_text import SourceText

_MOST_LETTERS = 5_000_000


def read_html(content: bytes) -> SourceText:
    """The text of the page's document, empty where it shows none, with its headings.

    Every block is on a line of its own; paragraphs, headings, lists and tables have an empty line between them. White
    space is folded as a browser folds it, and a space that does not break becomes a space, so that words are quoted as
    they read; three or more in a row stay, because they set words apart. The rows of a table are lines with a tab
    between each two cells, white space within a cell folded; a cell over several columns leaves the others blank, one
    over several rows stands in its first. Items of lists have the number or bullet that they are shown with, marked
    boxes are ☒ and empty ones ☐. What is hidden, drawn or run is left out, and so is what belongs to the site around
    the document, and what an element's own style keeps out of sight, which is an issue.

    Headings are those of the format with their level, and at level 7 the short lines, and cells alone in their row,
    that are bold throughout.

    Raises:
        UnreadableFile: its text has more than five million letters, or more tags or table cells than any document.
    """
    markup, encoding = decoded(content)
    shown = tree(markup)
    text = written(document(shown.body))
    if len(text.text) > _MOST_LETTERS:
        raise UnreadableFile(f"its text has more than {_MOST_LETTERS // 1_000_000} million letters")
    return SourceText(text.text, "html", encoding, headings=text.headings, issues=_issues(shown))


def _issues(shown: Shown) -> tuple[Issue, ...]:
    letters = shown.letters_out_of_sight
    sentence = f"The page keeps text out of sight by its style ({letters} letters); it was left out."
    return (Issue("hidden_text", sentence, None, None),) if letters else ()
