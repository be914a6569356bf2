"""How certain it is that a sentence answers a question about its class: a logistic measure, fitted to questions.

``benchmarks/calibrate.py`` fits it: to sentences that answer, and to the best of those that are left when they are
taken away. Above 0 a sentence more likely answers than not.
"""

import re
from dataclasses import astuple, dataclass

_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundred|half|daily|weekly|monthly|every|each|once|twice|always|annually)\b",
    re.IGNORECASE,
)
_LIST_MARK = re.compile(r"(?:^|(?<=: ))\(?\d{1,2}[.)]")
_DIGITS = re.compile(r"\d+")
_ASKS_FOR_A_NUMBER = re.compile(
    r"\bhow (?:many|much|long|fast|far|big|large|old|often|quick|quickly|soon|heavy|high|tall|deep|close)\b|"
    r"\bwhat (?:percent|percentage|time)\b|\bwhen\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a sentence: how the reranker reads it, what of the question it has, and how it stands out.

    ``of_class`` is the logit with the class named on both sides, ``of_anyone`` with it on neither: that the class is
    the right one makes any sentence of its spec look relevant. ``words`` is the share of the question's words that it
    has, ``lead`` how far it is ahead of those well behind it;
    the last two are 1 for yes and 0 for no.
    """

    of_class: float
    of_anyone: float
    words: float
    lead: float
    lacks_number: float
    is_row: float


# Written by benchmarks/calibrate.py, in the order of the signs, after the constant.
CONSTANT = -1.86
WEIGHTS = Signs(of_class=-0.048, of_anyone=0.152, words=0.378, lead=0.287, lacks_number=-0.905, is_row=-2.168)


def certainty(signs: Signs) -> float:
    """The logit of the probability that a sentence answers."""
    weighed = zip(astuple(WEIGHTS), astuple(signs), strict=True)
    return round(CONSTANT + sum(float(weight * value) for weight, value in weighed), 3)


def lacks_number(question: str, said: str) -> bool:
    """Whether a question asks for a quantity or a time, or says a number, and what is said has none, or not that."""
    text = _LIST_MARK.sub("", said)
    if not set(_DIGITS.findall(question)) <= set(_DIGITS.findall(text)):
        return True
    return bool(_ASKS_FOR_A_NUMBER.search(question)) and not _NUMBER.search(text)
