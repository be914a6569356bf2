"""Reading back the HTML in which a source is shown."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Shown(HTMLParser):
    """What HTML says: its text, the text in its marks, and each element with its attributes, in order."""

    text: str = ""
    marked: str = ""
    elements: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    _depth: int = 0

    def __post_init__(self) -> None:
        """Begin with nothing read."""
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._depth += tag == "mark"

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag == "mark"

    def handle_data(self, data: str) -> None:
        self.text += data
        self.marked += data if self._depth else ""

    def named(self, name: str) -> list[dict[str, str | None]]:
        """The attributes of the elements of a class."""
        return [attributes for _, attributes in self.elements if name in (attributes.get("class") or "").split()]


def shown(html: str) -> Shown:
    """What HTML says."""
    parser = Shown()
    parser.feed(html)
    parser.close()
    return parser
