"""Turning a page whose words stand sideways, and the way back to how it is shown."""

from dataclasses import dataclass, replace

from ingest.readers.page.words import Straightening
from ingest.readers.pdf.frame import Sides
from ingest.readers.pdf.letters import Letter
from ingest.readers.pdf.rules import Rule


@dataclass(frozen=True, slots=True)
class Turn:
    """Quarter turns clockwise of a page of that width and height, as it is shown."""

    quarters: int
    width: float
    height: float

    def sides(self, left: float, top: float, right: float, bottom: float) -> Sides:
        """A box of the page once it is turned."""
        match self.quarters:
            case 1:
                return self.height - bottom, left, self.height - top, right
            case 2:
                return self.width - right, self.height - bottom, self.width - left, self.height - top
            case 3:
                return top, self.width - right, bottom, self.width - left
            case _:
                return left, top, right, bottom

    def letter(self, letter: Letter) -> Letter:
        """A letter once the page is turned."""
        left, top, right, bottom = self.sides(letter.left, letter.top, letter.right, letter.bottom)
        return replace(letter, left=left, top=top, right=right, bottom=bottom)

    def rule(self, rule: Rule) -> Rule:
        """A rule once the page is turned."""
        across, down = (rule.at, rule.at), (rule.start, rule.end)
        (left, right), (top, bottom) = (across, down) if rule.is_upright else (down, across)
        left, top, right, bottom = self.sides(left, top, right, bottom)
        if rule.is_upright == (self.quarters % 2 == 0):
            return Rule(True, left, top, bottom)
        return Rule(False, top, left, right)

    @property
    def size(self) -> tuple[float, float]:
        """The width and height of the page once it is turned."""
        return (self.width, self.height) if self.quarters % 2 == 0 else (self.height, self.width)

    @property
    def straightening(self) -> Straightening | None:
        """How the turned page lies on the page as it is shown."""
        match self.quarters:
            case 1:
                return Straightening(self.width, self.height, (0, 1, 0), (-1, 0, self.height))
            case 2:
                return Straightening(self.width, self.height, (-1, 0, self.width), (0, -1, self.height))
            case 3:
                return Straightening(self.width, self.height, (0, -1, self.width), (1, 0, 0))
            case _:
                return None
