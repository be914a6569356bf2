"""Identities: a spec is its file's path and its place in a series; passages and vectors are their content."""

import re
import unicodedata
from hashlib import sha256
from pathlib import PurePath

from ingest.model import Passage


def spec_id(path: str) -> str:
    """The identity of the spec read from a resolved path: its file's stem as a slug, and 8 hex digits of the path."""
    folded = unicodedata.normalize("NFKD", PurePath(path).stem).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", folded).strip("-") or "spec"
    return f"{slug}-{_digest(path)[:8]}"


def member_id(document_id: str, place: int) -> str:
    """The identity of the class at a 0-based place of the series that is held as ``document_id``."""
    return f"{document_id}-{place}"


def passage_id(held_as: str, passage: Passage) -> str:
    """The identity of a passage of the spec ``held_as``: 32 hex digits of its place and words."""
    return _digest(held_as, passage.section, str(passage.start), str(passage.end), passage.embedded_text)[:32]


def embedding_id(fingerprint: str, embedded_text: str) -> str:
    """The identity of a text's vector by the model of that fingerprint: 32 hex digits."""
    return _digest(fingerprint, embedded_text)[:32]


def _digest(*parts: str) -> str:
    """Hash parts so that no two different lists of them give the same bytes to hash."""
    return sha256("".join(f"{len(part)}:{part}" for part in parts).encode("utf-8", "surrogatepass")).hexdigest()
