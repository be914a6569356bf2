from tests.ingest.qualifications.reading import of_kind, of_row, of_section


def test_each_certificate_of_a_row_is_one() -> None:
    found = of_row("certifications", "First aid card; notary public commission within six months; good health.")
    assert [(each.kind, each.amount) for each in found] == [("certification", None), ("certification", 6.0)]


def test_the_time_to_get_one_of_two_certificates_is_that_of_neither() -> None:
    (found,) = of_row("certifications", "Registration in this state, or in another with ours within six months.")
    assert found.amount is None


def test_what_only_some_need_is_not_required() -> None:
    (found,) = of_row("certifications", "A food handler's card is required of staff who cook.")
    assert not found.is_required


def test_a_row_that_says_none_asks_for_none() -> None:
    assert of_row("certifications", "None required at appointment.") == ()
    assert of_row("certifications", "Must pass a background check.") == ()


def test_in_a_section_a_certificate_is_asked_for_by_words_that_demand_it() -> None:
    asked = of_section("Possession of a valid nursing license.\nKeeps the birth certificates of the county.")
    (found,) = of_kind(asked, "certification")
    assert (found.is_required, found.accepts_equivalent) == (True, False)
    assert of_kind(of_section("Possession of a valid nursing license.", "duties", "Duties"), "certification") == []


def test_a_certificate_that_is_one_of_two_ways_is_marked_so() -> None:
    words = "1. Possession of a valid teaching credential; or\n2. Two years of experience as a teacher."
    (found,) = of_kind(of_section(words), "certification")
    assert found.accepts_equivalent
