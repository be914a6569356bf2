"""Names of files that others send, made into names that are safe to have on a disk."""

import re
import unicodedata
from hashlib import sha256
from pathlib import PurePosixPath

# File systems take 255 bytes; what is added to a name must fit as well.
_MOST_BYTES = 150
_MOST_FOLDERS = 6
_MOST_SUFFIX = 10
_DIGITS = 8
# Windows refuses these as a file's stem, whatever its suffix.
_RESERVED = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
_SIGNS = re.compile(r'[<>:"|?*]')


def safe_path(name: str) -> PurePosixPath:
    """A relative path for a file that was sent under a name, with the folders that the name has.

    No part leads upwards, is hidden, reserved or too long, and none holds what cannot be seen or turns words round. The
    same name always gives the same path. Where a part had to be changed, a few digits of the name sent keep apart what
    would otherwise become one.
    """
    parts = [part for part in re.split(r"[/\\]", name) if part not in ("", ".", "..")]
    *folders, file = parts or [""]
    kept = [_safe_part(folder, "folder") for folder in folders[-_MOST_FOLDERS:]]
    return PurePosixPath(*kept, _safe_part(file, "file"))


def _safe_part(part: str, instead: str) -> str:
    normal = unicodedata.normalize("NFC", part)
    kinds = [(letter, unicodedata.category(letter)[0]) for letter in normal]
    seen = "".join(" " if kind == "Z" else letter for letter, kind in kinds if kind != "C")
    safe = _SIGNS.sub("_", seen).lstrip(". ~").rstrip(". ")
    stem, dot, suffix = safe.rpartition(".")
    if not dot or len(suffix) > _MOST_SUFFIX:
        stem, suffix = safe, ""
    if stem.split(".")[0].strip().lower() in _RESERVED:
        stem = f"_{stem}"
    ending = f".{suffix}" if suffix else ""
    short = (_cut(stem) or instead) + ending
    return short if short == normal else f"{_cut(stem) or instead}-{_digits(part)}{ending}"


def _cut(stem: str) -> str:
    return stem.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip(". ")


def _digits(part: str) -> str:
    return sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
