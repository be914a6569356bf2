"""The most or the least of a field: which of the classes that meet the rest have it."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.criteria import Extreme, anything_of
from assistant.matching import HeldValues, Standing, Verdict, amount_of, judged
from assistant.scales import place_of
from ingest.model import Fact, Qualification


def extreme_of(extreme: Extreme, verdicts: Mapping[str, Verdict], values: HeldValues) -> dict[str, Verdict]:
    """The verdicts, in which of the classes that met the rest only those with the most or the least still do."""
    anything = anything_of(extreme.field)
    if anything is None:
        return dict(verdicts)
    known = {
        spec_id: judged(anything, spec_id, values)
        for spec_id, verdict in verdicts.items()
        if verdict.standing is Standing.MEETS
    }
    amounts = {
        spec_id: _amount(verdict.shown[0], spec_id, values)
        for spec_id, verdict in known.items()
        if verdict.standing is Standing.MEETS
    }
    best = (max if extreme.is_most else min)(amounts.values(), default=None)
    found = {**verdicts, **known}
    for spec_id, amount in amounts.items():
        if amount != best:
            found[spec_id] = Verdict(Standing.FAILS)
        elif verdicts[spec_id].shown:
            found[spec_id] = replace(known[spec_id], shown=(*known[spec_id].shown[:1], *verdicts[spec_id].shown))
    return found


def _amount(shown: object, spec_id: str, values: HeldValues) -> float | str:
    """What a value compares by: its place on the scale, its amount, or its date."""
    if isinstance(shown, Qualification):
        return amount_of(shown) if shown.is_required else 0.0
    if isinstance(shown, Fact) and shown.iso:
        return _latest(shown.iso)
    if isinstance(shown, Fact):
        place = place_of(shown)
        return float(place if place is not None else place_of(shown, values.legends(spec_id)) or 0)
    raise TypeError(f"{shown!r} is no value that compares.")


def _latest(iso: str) -> str:
    """The latest of the dates of a fact."""
    return max(part.strip() for part in iso.split(";"))
