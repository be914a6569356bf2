"""Class specs made by hand, small and of every shape that the stores must keep."""

from dataclasses import replace
from hashlib import sha256

from ingest.model import (
    ClassSpec,
    Fact,
    Form,
    Issue,
    LegendEntry,
    Member,
    Passage,
    Repair,
    Section,
    Source,
    Status,
)

TEXT = (
    "Class Title: Lamplighter\r\n\r\nDuties\r\nLights the lamps.\r\n"
    "Standing\tF\tAt lamps\r\nWalking\tO\tBetween lamps\r\n"
)


def lamplighter(path: str = "/specs/lamplighter.txt", **changes: object) -> ClassSpec:
    """A spec with every kind of part, changed as asked."""
    repair = Repair("look-alike", "0", "O", TEXT.index("\tO\t") + 1, TEXT.index("\tO\t") + 2)
    spec = ClassSpec(
        source=Source(path, sha256(path.encode()).hexdigest(), "txt", "utf-8", TEXT),
        form=Form.NORFOLK,
        agency="Harbor City",
        code="L-1",
        title="Lamplighter",
        department="Light",
        service="classified",
        adopted="May 2001",
        revised=None,
        revision="2001-05",
        members=(Member("Lamplighter", "L-1", 0), Member("Lamplighter II", None, 1)),
        sections=(Section("physical_demands", "Duties", 1, *_place("Duties"), repairs=(repair,)),),
        legends=(LegendEntry("physical_demands", "F", "Frequently", None, None, 0, 5, repairs=(repair,)),),
        facts=(
            _row("physical_demands.standing", "Standing\tF\tAt lamps", "F", "Frequently", ()),
            _row("physical_demands.walking", "Walking\tO\tBetween lamps", "O", "Occasionally", (repair,)),
            Fact("notes.1", Status.BLANK, "", None, None, None, 5, 5, 5, 5),
        ),
        passages=(_passage("Lights the lamps."), _passage("Standing\tF\tAt lamps\r\nWalking\tO\tBetween lamps")),
        issues=(Issue("no_code", "A code is missing."), Issue("odd_row", "A row is odd.", 3, 7)),
    )
    return replace(spec, **changes)  # type: ignore[arg-type]  # the caller names fields of a ClassSpec


def _place(quote: str) -> tuple[int, int]:
    start = TEXT.index(quote)
    return start, start + len(quote)


def _row(field: str, quote: str, raw: str, value: str, repairs: tuple[Repair, ...]) -> Fact:
    start, end = _place(quote)
    cell = start + quote.index(f"\t{raw}\t") + 1
    words = quote.rsplit("\t", 1)[1]
    return Fact(field, Status.READ, raw, value, words, 1, start, end, cell, cell + 1, None, repairs)


def _passage(quote: str) -> Passage:
    words = " ".join(quote.split())
    return Passage("physical_demands", "Duties", None, *_place(quote), f"Lamplighter | Duties\n{words}")
