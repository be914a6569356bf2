"""The most or the least of a field: which of the classes that meet the rest have it."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.searching.criteria import Extreme, anything_of
from assistant.searching.held_values import HeldValues
from assistant.searching.matching import Standing, Verdict, comparable, judged
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
        spec_id: _amount(verdict, spec_id, values)
        for spec_id, verdict in known.items()
        if verdict.standing is Standing.MEETS
    }
    in_order = sorted((one for one in amounts.values() if one is not None), reverse=extreme.is_most)
    best = set(in_order[: extreme.places])
    found = {**verdicts, **known}
    for spec_id, amount in amounts.items():
        if amount is None:
            found[spec_id] = replace(known[spec_id], standing=Standing.UNCLEAR)
        elif amount not in best:
            found[spec_id] = Verdict(Standing.FAILS)
        elif verdicts[spec_id].shown:
            found[spec_id] = replace(known[spec_id], shown=(*known[spec_id].shown[:1], *verdicts[spec_id].shown))
    return found


def _amount(verdict: Verdict, spec_id: str, values: HeldValues) -> float | None:
    """What the value that a class is known by compares by."""
    known = next((one for one in verdict.shown if isinstance(one, Fact | Qualification)), None)
    return comparable(known, lambda: values.legends(spec_id)) if known is not None else None
