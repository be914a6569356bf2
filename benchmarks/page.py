"""A page of documentation, part of which a command writes."""

from collections.abc import Iterable

_END = "<!-- end -->"
_HEADING = "### "


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


def generated(document: str, command: str) -> str:
    """What stands between the two markers of a command.

    Raises:
        ValueError: a marker is missing.
    """
    replaced(document, "", command)
    return document.partition(f"<!-- What follows is written by {command} -->")[2].partition(_END)[0].strip()


def with_sections(text: str, sections: Iterable[str]) -> str:
    """The text with each section in the place of the one that has the same heading, else at the end."""
    first, *others = ("\n" + text).split("\n" + _HEADING)
    held = {section.partition("\n")[0]: section for section in others}
    for section in sections:
        body = section.strip().removeprefix(_HEADING)
        held[body.partition("\n")[0]] = body
    return "\n\n".join([first.strip(), *(_HEADING + section.strip() for section in held.values())]).strip()
