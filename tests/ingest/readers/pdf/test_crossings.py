"""Rules enclose cells where they cross, unless far more of them cross than in tables."""

from ingest.readers.pdf.crossings import merged, ruled_cells
from ingest.readers.pdf.rules import Rule


def grid(rows: int, columns: int) -> list[Rule]:
    """The rules of a table of so many rows and columns."""
    level = [Rule(False, 10 * at, 0, 10 * columns) for at in range(rows + 1)]
    return [*level, *(Rule(True, 10 * at, 0, 10 * rows) for at in range(columns + 1))]


def test_the_rules_of_a_table_enclose_its_cells() -> None:
    (cells,) = ruled_cells(merged(grid(30, 20)))
    assert len(cells) == 600


def test_graph_paper_is_no_table() -> None:
    assert ruled_cells(merged(grid(300, 300))) == []
