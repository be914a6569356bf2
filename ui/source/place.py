"""What stands at a place of a held spec, and what a person needs to know of it: pure, from the spec to values."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.draft import Subject
from index import HeldSpec
from ingest.model import Box, Fact, LegendEntry, Passage, Repair, Section


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """``text[start:end]`` of a held spec, and where it stands.

    ``section`` is the key of the section of the narrowest thing read around the place; ``page`` is the first page,
    where there are pages. ``boxes`` are those of ``Library.boxes``: none where the format has no pictures of pages.
    ``repairs`` are those that touch the words there.
    """

    held: HeldSpec
    start: int
    end: int
    section: str | None
    page: int | None
    boxes: tuple[Box, ...]
    repairs: tuple[Repair, ...]

    @property
    def text(self) -> str:
        """The whole source text."""
        return self.held.spec.source.text

    @property
    def quote(self) -> str:
        """The words at the place."""
        return self.text[self.start : self.end]

    @property
    def title(self) -> str:
        """The class's title; the file's name where it states none."""
        return self.held.spec.title or self.file_name

    @property
    def file_name(self) -> str:
        """The file's name, without its folder."""
        return self.held.spec.source.path.replace("\\", "/").rpartition("/")[2]

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages on whose pictures the words stand, in order; without pictures the page, where there is one."""
        pictured = sorted({box.page for box in self.boxes})
        return tuple(pictured) or ((self.page,) if self.page is not None else ())


def source_place(held: HeldSpec, boxes: Sequence[Box], start: int, end: int) -> SourcePlace:
    """The place ``[start, end)`` of a spec; ``boxes`` are those that ``Library.boxes`` gives for it."""
    section, page = _around(held, start, end)
    return SourcePlace(
        held=held,
        start=start,
        end=end,
        section=section,
        page=min((box.page for box in boxes), default=page),
        boxes=tuple(boxes),
        repairs=_repairs(held, start, end),
    )


def _around(held: HeldSpec, start: int, end: int) -> tuple[str | None, int | None]:
    """The section and the page of the narrowest thing read around a place; a fact before others of the same width."""
    spec = held.spec
    read: Iterable[Fact | LegendEntry | Passage | Section] = (
        *spec.facts,
        *spec.legends,
        *spec.passages,
        *spec.sections,
    )
    containing = [each for each in read if each.start <= start and end <= each.end]
    # A place over several sections is in the first of them.
    touched = [each for each in spec.sections if each.start <= start < each.end]
    narrowest = min(containing or touched, key=lambda each: each.end - each.start, default=None)
    if narrowest is None:
        return None, None
    if isinstance(narrowest, Fact):
        return Subject(held, spec.title or "").row(narrowest).section, narrowest.page
    return narrowest.key if isinstance(narrowest, Section) else narrowest.section, narrowest.page


def _repairs(held: HeldSpec, start: int, end: int) -> tuple[Repair, ...]:
    """The repairs that touch a place, each once, in the order of their places."""
    touching = {repair for repair in _all_repairs(held) if repair.start < end and start < repair.end}
    return tuple(sorted(touching, key=lambda repair: (repair.start, repair.end, repair.rule, repair.after)))


def _all_repairs(held: HeldSpec) -> Iterator[Repair]:
    things: tuple[Fact | LegendEntry | Section, ...] = (*held.spec.facts, *held.spec.legends, *held.spec.sections)
    for read in things:
        yield from read.repairs
