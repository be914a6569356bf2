"""What an element's name, attributes and own style make of its words; style sheets are not followed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.readers.html.sight import Sight, is_out_of_sight, sight_of

_BOLD = {"b": True, "strong": True, "th": True}
_PREFORMATTED = frozenset({"pre", "listing", "plaintext", "textarea", "xmp"})
# Classes by which common style sheets hide words from all but screen readers.
_UNSEEN = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "element-invisible"})
_BLOCK_DISPLAYS = frozenset({"block", "flex", "grid", "list-item", "table", "flow-root"})
_BOLD_WEIGHT = re.compile(r"\b(?:bold|bolder|[6-9]00|1000)\b")
_WEIGHT = re.compile(r"\b(?:bold|bolder|normal|lighter|[1-9]00|1000)\b")
_BLACK_ON_WHITE = Sight()
_COMMENT = re.compile(r"/\*.{0,200}?\*/")
_FIRST_FONT = re.compile(r"""["']?(wingdings(?: [23])?|webdings|symbol)\b""")


@dataclass(frozen=True, slots=True)
class Style:
    """How an element is shown; the first five are inherited.

    ``font`` is that of symbols, where the words are in one. ``is_block`` is None where the element's name decides;
    ``is_tab`` what Word writes for a tab; ``is_unmarked`` a list whose items have no marks. ``is_out_of_sight`` says
    that the element is there and nobody sees it; ``sight`` how the words right in it are seen.
    """

    is_bold: bool = False
    is_linked: bool = False
    is_preformatted: bool = False
    font: str | None = None
    sight: Sight = _BLACK_ON_WHITE
    is_block: bool | None = None
    is_hidden: bool = False
    is_tab: bool = False
    is_unmarked: bool = False
    is_out_of_sight: bool = False


def style_of(name: str, attributes: Mapping[str, str], inherited: Style) -> Style:
    """The style of an element of that name inside of something of the inherited style."""
    declared = _declarations(attributes["style"]) if attributes.get("style") else {}
    style = Style(
        is_bold=_BOLD.get(name, inherited.is_bold),
        is_linked=inherited.is_linked or name == "button" or (name == "a" and "href" in attributes),
        is_preformatted=inherited.is_preformatted or name in _PREFORMATTED,
        font=inherited.font,
        sight=sight_of(name, attributes, declared, inherited.sight),
        is_hidden=_is_hidden(name, attributes),
    )
    if name == "font" and "face" in attributes:
        style = replace(style, font=_symbol_font(attributes["face"]))
    return _with_declarations(style, declared) if declared else style


def _is_hidden(name: str, attributes: Mapping[str, str]) -> bool:
    if attributes.get("hidden", "until-found").lower() != "until-found":
        return True
    if name == "dialog" and "open" not in attributes:
        return True
    return "class" in attributes and not _UNSEEN.isdisjoint(attributes["class"].split())


def _with_declarations(style: Style, declared: Mapping[str, str]) -> Style:
    """The style changed by the declarations of a style attribute."""
    display, white_space = declared.get("display", ""), declared.get("white-space", "")
    font = declared.get("font-family") or declared.get("font", "")
    weight = _WEIGHT.search(declared.get("font-weight") or declared.get("font", ""))
    hides = display == "none" or declared.get("visibility") in ("hidden", "collapse")
    return replace(
        style,
        is_bold=bool(_BOLD_WEIGHT.match(weight[0])) if weight else style.is_bold,
        is_preformatted=white_space.startswith("pre") if white_space else style.is_preformatted,
        font=_symbol_font(font) if font else style.font,
        is_block=True if display in _BLOCK_DISPLAYS else False if display == "inline" else None,
        is_hidden=style.is_hidden or hides,
        is_tab="mso-tab-count" in declared,
        is_out_of_sight=is_out_of_sight(declared),
        is_unmarked="none" in declared.get("list-style-type", declared.get("list-style", "")).split(),
    )


def _declarations(written: str) -> dict[str, str]:
    """The properties and values of a style attribute, in lower case; of two declarations the later one counts."""
    plain = _COMMENT.sub("", written.lower())
    pairs = (declaration.partition(":") for declaration in plain.split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, _, value in pairs}


def _symbol_font(font: str) -> str | None:
    match = _FIRST_FONT.search(font.lower())
    return match[1] if match else None
