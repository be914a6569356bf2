"""What is chosen on the Compare tab, and how an address says it."""

from collections.abc import Iterable
from dataclasses import dataclass

_ONLY = ("only", "differences")


@dataclass(frozen=True, slots=True)
class Choice:
    """The specs to compare by id, the keys of the sections (all if there are none), and whether only what differs."""

    specs: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    only_differences: bool = False

    def parameters(self) -> list[tuple[str, str]]:
        """The choice as the parameters of an address: of the tab's own, and of the files made of a comparison."""
        compared = [("compare", spec_id) for spec_id in self.specs]
        return [*compared, *(("section", key) for key in self.sections), *([_ONLY] if self.only_differences else [])]


def choice_of(parameters: Iterable[tuple[str, str]]) -> Choice:
    """The choice that the parameters of an address make; each spec and section once."""
    said = list(dict.fromkeys(parameters))
    specs = tuple(value for name, value in said if name == "compare")
    return Choice(specs, tuple(value for name, value in said if name == "section"), _ONLY in said)
