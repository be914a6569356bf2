"""Tables and shares as Markdown."""

from collections.abc import Iterable, Sequence


def table(titles: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    heads = list(titles)
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def percent(share: float) -> str:
    """A share as a percentage with one decimal place."""
    return f"{100 * share:.1f} %"
