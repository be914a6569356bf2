"""Tables as HTML that stay tables to a screen reader where a narrow screen lays their rows out as blocks."""

from collections.abc import Iterable, Sequence

from ui.html import escaped


def table_html(name: str, heads: Iterable[str], bodies: Iterable[str], kind: str) -> str:
    """A table: its name, which is read out, the heads of its columns, and its bodies of rows, which are HTML."""
    columns = "".join(f'<th role="columnheader" scope="col">{escaped(head)}</th>' for head in heads)
    rows = "".join(f'<tbody role="rowgroup">{body}</tbody>' for body in bodies)
    return (
        f'<table role="table" class="{kind}"><caption class="unseen">{escaped(name)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>{rows}</table>'
    )


def row_html(label: str, cells: Sequence[str], *, heads: Sequence[str] = (), kind: str = "") -> str:
    """A row: its label and its cells, all HTML; ``heads`` are said in each cell where the heads are out of sight."""
    named = [f' data-head="{escaped(head)}"' if head else "" for head in heads or [""] * len(cells)]
    said = "".join(f'<td role="cell"{head}>{cell}</td>' for cell, head in zip(cells, named, strict=True))
    return f'<tr role="row" class="{kind}"><th role="rowheader" scope="row">{label}</th>{said}</tr>'


def group_html(name: str, columns: int) -> str:
    """A row that names the rows below it."""
    named = f'<th role="rowheader" scope="rowgroup" colspan="{columns}">{escaped(name)}</th>'
    return f'<tr role="row" class="group">{named}</tr>'
