import pytest

from assistant.searching.scales import TOP, place_of, place_word, scale_of
from ingest.form import CODE_WORDS, CodeKind
from ingest.model import Fact, LegendEntry, Status

_IN_FORM_ORDER = ("C", "F", "O", "R", "N")


def _fact(field: str, value: str | None, status: Status = Status.READ) -> Fact:
    return Fact(field, status, "?", value, None, None, 0, 1, 0, 1)


def _legend(codes: tuple[str, ...], words: tuple[str, ...]) -> list[LegendEntry]:
    return [
        LegendEntry("physical_demands", code, word, None, None, 0, 1) for code, word in zip(codes, words, strict=True)
    ]


@pytest.mark.parametrize(
    ("field", "scale"),
    [
        ("overall_strength", CodeKind.STRENGTH),
        ("essential_functions.4.strength", CodeKind.STRENGTH),
        ("essential_functions.4", None),
        ("physical_demands.twisting", CodeKind.FREQUENCY),
        ("physical_demands.swimming", CodeKind.FREQUENCY),
        ("health_and_safety.explosives", CodeKind.EXPOSURE),
        ("work_location.office", None),
        ("title", None),
        ("salary", None),
    ],
)
def test_a_field_stands_on_the_scale_of_its_section(field: str, scale: CodeKind | None) -> None:
    assert scale_of(field) is scale


@pytest.mark.parametrize(
    ("scale", "lowest", "highest"),
    [
        (CodeKind.STRENGTH, "Sedentary", "Very Heavy"),
        (CodeKind.FREQUENCY, "Never", "Continuously"),
        (CodeKind.EXPOSURE, "Never", "Daily"),
    ],
)
def test_a_scale_runs_from_its_lowest_place_to_its_highest(scale: CodeKind, lowest: str, highest: str) -> None:
    assert (place_word(scale, 0), place_word(scale, TOP)) == (lowest, highest)
    assert len({place_word(scale, place) for place in range(TOP + 1)}) == len(CODE_WORDS[scale])


@pytest.mark.parametrize(
    ("field", "value", "place"),
    [
        ("physical_demands.twisting", "Never", 0),
        ("physical_demands.twisting", "rarely", 1),
        ("physical_demands.twisting", "Constantly", 4),
        ("physical_demands.twisting", "Several Times Per Week", None),
        ("health_and_safety.explosives", "Several Times Per Week", 3),
        ("overall_strength", "Very Heavy", 4),
        ("overall_strength", "Daily", None),
        ("title", "Heavy", None),
    ],
)
def test_a_value_has_the_place_of_its_word_on_its_own_scale(field: str, value: str, place: int | None) -> None:
    assert place_of(_fact(field, value)) == place


@pytest.mark.parametrize("status", [Status.BLANK, Status.ILLEGIBLE])
def test_what_is_not_read_has_no_place(status: Status) -> None:
    assert place_of(_fact("physical_demands.twisting", None, status)) is None


def test_a_word_of_the_documents_own_has_the_place_of_its_code() -> None:
    legend = _legend(_IN_FORM_ORDER, ("Ceaselessly", "Plenty", "Some", "Little", "Nil"))
    fact = _fact("physical_demands.twisting", "Plenty")
    assert place_of(fact, legend) == 3
    assert place_of(fact, legend[::-1]) == 3


@pytest.mark.parametrize("codes", [("C", "O", "F", "R", "N"), ("1", "2", "3", "4", "5"), ("C", "F", "O", "R", "X")])
def test_a_legend_that_keeps_no_order_of_the_form_gives_no_place(codes: tuple[str, ...]) -> None:
    legend = _legend(codes, ("Ceaselessly", "Plenty", "Some", "Little", "Nil"))
    assert place_of(_fact("physical_demands.twisting", "Plenty"), legend) is None


def test_a_word_that_no_legend_has_has_no_place() -> None:
    legend = _legend(_IN_FORM_ORDER, ("Ceaselessly", "Plenty", "Some", "Little", "Nil"))
    assert place_of(_fact("physical_demands.twisting", "Galore"), legend) is None


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (("Every Call", "Weekly", "Monthly", "A Few Times a Year", "Not Present"), 1),
        (("Not Present", "A Few Times a Year", "Monthly", "Weekly", "Every Call"), 1),
        (("Weekly", "Every Call", "Monthly", "A Few Times a Year", "Not Present"), None),
        (("Every Call", "Weekly", "A Few Times a Year", "Not Present"), None),
        (("Every Call", "Often Enough", "Monthly", "A Few Times a Year", "Hardly"), None),
    ],
)
def test_a_word_of_the_documents_own_has_its_place_among_those_that_are_known(
    words: tuple[str, ...], place: int | None
) -> None:
    legend = [LegendEntry("health_and_safety", word[:2], word, None, None, 0, 1) for word in words]
    assert place_of(_fact("health_and_safety.explosives", "A Few Times a Year"), legend) == place
