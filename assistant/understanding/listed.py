"""Whether two things that a question names stand in one list: "reading, writing and math"."""

import re
from collections.abc import Sequence

from assistant.understanding.words import Word

_JOINED = re.compile(
    r"['’]?s?\s*(?:[,;/&+]|\b(?:and|or|n|plus|then|along with|as well as)\b)"
    r"(?:[\s,&]|\b(?:and|or|n|plus|then|also|the|its|their|his|her|any|an?|of|what|which|when|where|how|did|does|do|"
    r"is|are|was|were|it|they)\b)*",
    re.IGNORECASE,
)


def are_joined(question: str, one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether nothing but a comma, an "and" and small words stand between two phrases of a question."""
    first, second = sorted((one, other), key=lambda words: words[0].start)
    return _JOINED.fullmatch(question[first[-1].end : second[0].start]) is not None
