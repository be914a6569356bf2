"""The cells that ruled lines enclose where they cross: the one module that uses the library that finds tables."""

from collections.abc import Sequence
from typing import Any

from ingest.readers.pdf.frame import Sides
from ingest.readers.pdf.rules import TOUCHING, Rule

_MOST_RULES = 1500
# A page of a table has some hundred crossings. Finding its cells takes the square of them: two seconds for so many.
_MOST_CROSSINGS = 3000


def merged(rules: Sequence[Rule]) -> list[Rule]:
    """The rules with those that go on each other as one; none where there are far more than tables have."""
    from pdfplumber.table import merge_edges

    edges = merge_edges([_edge(rule) for rule in rules], TOUCHING, TOUCHING, TOUCHING, TOUCHING)
    long = [edge for edge in edges if max(edge["width"], edge["height"]) > TOUCHING]
    if len(long) > _MOST_RULES:
        return []
    return [
        Rule(True, float(edge["x0"]), float(edge["top"]), float(edge["bottom"]))
        if edge["orientation"] == "v"
        else Rule(False, float(edge["top"]), float(edge["x0"]), float(edge["x1"]))
        for edge in long
    ]


def ruled_cells(rules: Sequence[Rule]) -> list[list[Sides]]:
    """The cells that merged rules enclose, in groups that touch; none where far more cross than in tables."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells

    crossings = edges_to_intersections([_edge(rule) for rule in rules], TOUCHING, TOUCHING)
    if len(crossings) > _MOST_CROSSINGS:
        return []
    groups = cells_to_tables(intersections_to_cells(crossings))
    return [[(float(a), float(b), float(c), float(d)) for a, b, c, d in group] for group in groups]


def _edge(rule: Rule) -> dict[str, Any]:
    """The rule the way the library's table finder takes it."""
    length = rule.end - rule.start
    if rule.is_upright:
        return {"orientation": "v", "object_type": "line_edge", "x0": rule.at, "x1": rule.at, "top": rule.start,
                "bottom": rule.end, "doctop": rule.start, "width": 0.0, "height": length}  # fmt: skip
    return {"orientation": "h", "object_type": "line_edge", "x0": rule.start, "x1": rule.end, "top": rule.at,
            "bottom": rule.at, "doctop": rule.at, "width": length, "height": 0.0}  # fmt: skip
