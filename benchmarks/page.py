"""A page of documentation, part of which a command writes."""

_END = "<!-- end -->"


def replaced(document: str, generated: str, command: str) -> str:
    """The document with what stands between its two markers replaced; the first names the command that writes it.

    Raises:
        ValueError: a marker is missing.
    """
    begin = f"<!-- What follows is written by {command} -->"
    before, _, rest = document.partition(begin)
    _, end, after = rest.partition(_END)
    if not end:
        raise ValueError(f"The document lacks a marker: {begin} … {_END}")
    return f"{before}{begin}\n\n{generated.strip()}\n\n{_END}{after}"
