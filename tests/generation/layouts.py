"""Every layout of the form as text, each from a seed: the document's text and what a reader must find in it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

from tests.generation.aligned import aligned
from tests.generation.damage import KINDS, TAB_KINDS, Damage, damaged
from tests.generation.document import Document, document_of
from tests.generation.pipes import piped
from tests.generation.reflowed import for_reflowing, reflowed
from tests.generation.specs import ExpectedFact, SpecValues
from tests.generation.tabs import tabbed
from tests.generation.wording import varied_values


def _as_they_are(values: SpecValues) -> SpecValues:
    return values


@dataclass(frozen=True)
class Layout:
    """A way to print the form as text, the values that can be read in it, the suffix of its
    file and the damage that may befall it.
    """

    printed: Callable[[Document, Random], str]
    suited: Callable[[SpecValues], SpecValues] = _as_they_are
    suffix: str = ".txt"
    damage_kinds: tuple[str, ...] = KINDS


LAYOUTS: dict[str, Layout] = {
    "tabs": Layout(tabbed, damage_kinds=TAB_KINDS),
    "aligned": Layout(aligned),
    "aligned-middle": Layout(partial(aligned, middle=True)),
    "reflowed": Layout(reflowed, for_reflowing),
    "reflowed-lines": Layout(partial(reflowed, cells_apart=True), for_reflowing),
    "pipes": Layout(piped, suffix=".md"),
}


@dataclass(frozen=True)
class Printed:
    """A document in a layout, its truth, and what was damaged in it."""

    text: str
    facts: tuple[ExpectedFact, ...]
    damages: tuple[Damage, ...] = ()


def printed_layout(layout: str, seed: int, *, dirty: bool = False) -> Printed:
    """The document of a seed in the layout of that name, damaged or not."""
    return printed_in(LAYOUTS[layout], seed, dirty=dirty)


def printed_in(layout: Layout, seed: int, *, dirty: bool = False) -> Printed:
    """The document of a seed in a layout, damaged or not."""
    random = Random(seed)
    document = document_of(layout.suited(varied_values(random)))
    damages: tuple[Damage, ...] = ()
    if dirty:
        document, damages = damaged(document, random, layout.damage_kinds)
    return Printed(layout.printed(document, random), document.facts, damages)
