import math

import pytest

from assistant.answer import Question
from assistant.searching.criteria import AllOf, AnyOf, Boxed, Coded, Criterion, Dated, Mentioned, Qualified, Worded
from assistant.understanding.explanation import described, explained
from assistant.understanding.understand import understand
from ingest.model import QualificationKind
from tests.assistant.entries import entry

HELD = (entry("Otter Keeper"), entry("Boat Pilot"))
TWISTS = Coded("physical_demands.twisting", 1, 4)
OUTDOORS = Boxed("work_location.outdoors")
_ABOVE_2, _BELOW_2 = math.nextafter(2.0, math.inf), math.nextafter(2.0, 0.0)


def _explained(text: str) -> tuple[str, ...]:
    return explained(understand(Question(text), HELD, lambda entries: ()))


def _years(low: float, high: float) -> Qualified:
    return Qualified(QualificationKind.EXPERIENCE, low, high)


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        (TWISTS, "Twisting: more than Never"),
        (Coded("physical_demands.twisting", 0, 0), "Twisting: Never"),
        (Coded("physical_demands.twisting", 1, 3), "Twisting: Rarely to Frequently"),
        (OUTDOORS, "Outdoors: marked"),
        (Boxed("work_location.outdoors", False), "Outdoors: not marked"),
        (Dated("revised", 2018, 9999), "Revised: 2018 or later"),
        (Dated("revised", 0, 2018), "Revised: 2018 or earlier"),
        (Dated("revised", 2018, 2018), "Revised: 2018"),
        (Dated("revised", 1990, 2018), "Revised: 1990 to 2018"),
        (Dated("revised", 0, 9999), "Revised: any"),
        (_years(6, math.inf), "experience: 6 or more years"),
        (_years(1.5, 1.5), "experience: 1.5 years"),
        (_years(2, 6), "experience: 2 to 6 years"),
        (_years(_ABOVE_2, math.inf), "experience: more than 2 years"),
        (_years(0, _BELOW_2), "experience: less than 2 years"),
        (_years(math.nextafter(0.0, 1.0), math.inf), "experience: more than 0 years"),
        (Qualified(QualificationKind.EDUCATION, 4, 6), "education: bachelor to doctorate"),
        (Qualified(QualificationKind.COMMERCIAL_LICENCE, 1, math.inf, "B"), "commercial licence class B: required"),
        (Qualified(QualificationKind.RESIDENCY, 0, 0), "residency: not required"),
        (Worded("department", ("harbor", "patrol")), "Department: says harbor patrol"),
        (Worded("department", ("harbor",), False), "Department: not: says harbor"),
        (Worded("department", (), False), "Department: not: says something"),
        (Mentioned(("otter",), "otters"), "some sentence with “otters”"),
        (Mentioned(("otter",), "otters", False), "no sentence with “otters”"),
        (AllOf((TWISTS, OUTDOORS)), "Twisting: more than Never and Outdoors: marked"),
        (
            AllOf((TWISTS, AnyOf((TWISTS, OUTDOORS)))),
            "Twisting: more than Never and (Twisting: more than Never or Outdoors: marked)",
        ),
    ],
)
def test_a_criterion_is_described_as_people_would_say_it(criterion: Criterion, words: str) -> None:
    assert described(criterion) == words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("how often does the otter keeper twist", "what is done: lookup"),
        (
            "how often does the otter keeper twist",
            "classes: Otter Keeper (named in the question, by “otter”, “keeper”)",
        ),
        ("how often does the otter keeper twist", "fields: Twisting (by “twist”)"),
        ("does the otter keeper twist often", "what is done: lookup, as yes or no"),
        ("does the otter keeper twist often", "yes is: Twisting: Frequently to Continuously"),
        ("otter keeper salary", "a topic that class specs do not have: pay"),
        ("what does VH mean for the otter keeper", "a code or word to define: VH"),
        ("which jobs twist", "each class must have: Twisting: more than Never"),
        ("which jobs twist", "classes: - (none is named)"),
        ("which job has the most noise", "of these the most: Noise and Vibration"),
        ("which job has the least noise", "of these the least: Noise and Vibration"),
        ("how many jobs twist", "their number is asked for"),
        ("which jobs twist wild otters", "not taken up: wild, otters"),
        (
            "which jobs twist with otters",
            "each class must have: Twisting: more than Never and some sentence with “otters”",
        ),
        ("how often does an astronaut twist", "a class is named that is not held"),
    ],
)
def test_what_was_understood_is_told_line_by_line(text: str, line: str) -> None:
    assert line in _explained(text)


def test_what_was_not_understood_is_not_told() -> None:
    assert not any(line.startswith(("fields", "yes is", "each class", "not taken up")) for line in _explained("hello"))
