"""What an HTML document consists of for its reader: blocks within blocks, and words."""

import operator
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


@dataclass(frozen=True, slots=True)
class Words:
    """Words on the line that they are met on; their white space is folded unless they are preformatted.

    What is linked and has no text is the beginning of a link, or a control.
    """

    text: str
    is_bold: bool = False
    is_linked: bool = False
    is_preformatted: bool = False


@dataclass(frozen=True, slots=True)
class Element:
    """A block: what stands before it and what stands behind it is on other lines.

    ``role`` is the one that it states for assistive technology, empty where it states none; ``level`` is that of a
    heading; ``is_unmarked`` a list whose items have no marks. ``letters`` counts the letters in the block, ``linked``
    those of them that belong to links, and ``links`` the links and controls.
    """

    name: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Element | Words", ...]
    role: str
    level: int | None
    is_unmarked: bool
    letters: int
    linked: int
    links: int

    @classmethod
    def of(
        cls,
        name: str,
        attributes: tuple[tuple[str, str], ...],
        children: tuple["Element | Words", ...],
        level: int | None = None,
        is_unmarked: bool = False,
    ) -> "Element":
        """The block with these children."""
        letters = linked = links = 0
        for child in children:
            if isinstance(child, Element):
                letters, linked, links = letters + child.letters, linked + child.linked, links + child.links
            else:
                count = sum(map(len, child.text.split()))
                letters += count
                linked += count if child.is_linked else 0
                links += child.is_linked and not child.text
        role = next((value.lower() for key, value in attributes if key == "role"), "")
        return cls(name, attributes, children, role, level, is_unmarked, letters, linked, links)

    def with_children(self, children: tuple["Element | Words", ...]) -> "Element":
        """The same block with other children."""
        is_same = len(children) == len(self.children) and all(map(operator.is_, children, self.children))
        return self if is_same else Element.of(self.name, self.attributes, children, self.level, self.is_unmarked)

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, or None where it is missing."""
        return next((value for key, value in self.attributes if key == name), None)

    @property
    def blocks(self) -> tuple["Element", ...]:
        """The blocks right below."""
        return tuple(child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator["Element"]:
        """The block itself and all below it, in document order."""
        left = [self]
        while left:
            block = left.pop()
            yield block
            left.extend(reversed(block.blocks))

    def words(self) -> Iterator[Words]:
        """All words in the block, in document order."""
        for child in self.children:
            if isinstance(child, Words):
                yield child
            else:
                yield from child.words()

    def tokens(self) -> frozenset[str]:
        """The plain words that its class and id are made of, in lower case."""
        named = f"{self.attribute('class') or ''} {self.attribute('id') or ''}"
        return frozenset(token.lower() for token in _TOKEN.findall(named))

    def count(self, name: str) -> int:
        """A number that an attribute says, at least 1; 1 where it says none."""
        said = (self.attribute(name) or "").strip()
        return max(int(said), 1) if said.isdecimal() and len(said) < 7 else 1
