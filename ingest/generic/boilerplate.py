"""What says nothing of a class: notices that an agency prints on every posting, and the furniture of a site."""

import re
from functools import lru_cache

from ingest.generic.agencies import NOTICES, SITE_WORDS

_NOTICES = tuple((needed, re.compile(pattern)) for needed, pattern in NOTICES)
# A longer paragraph says more than its notice.
_MOST_WORDS = 150


@lru_cache(maxsize=4096)
def is_notice(paragraph: str) -> bool:
    """Whether a paragraph is an agency's notice to everybody, or a button or link of its site."""
    plain = " ".join(paragraph.casefold().split())
    if plain.strip(" .:|>»!") in SITE_WORDS:
        return True
    said = any([pattern.search(plain) for needed, pattern in _NOTICES if needed in plain])
    return said and len(plain.split()) <= _MOST_WORDS
