"""What a library says of the samples that show how specs stand to each other."""

from index import Library, SpecEntry


def _entry(library: Library, file: str) -> SpecEntry:
    return next(entry for entry in library.entries() if entry.path.endswith(f"/{file}") and entry.place is None)


def _codes(entry: SpecEntry) -> list[str]:
    return [issue.code for issue in entry.issues]


def test_of_two_revisions_the_newer_answers_and_the_older_is_held(samples_library: Library) -> None:
    older = _entry(samples_library, "greenhouse-grower-2004.txt")
    newer = _entry(samples_library, "greenhouse-grower-2018.pdf")
    assert samples_library.resolve("Greenhouse Grower").spec_id == newer.spec_id
    assert samples_library.resolve(older.spec_id).spec_id == older.spec_id
    assert ("superseded" in _codes(older), "older_revision" in _codes(newer)) == (True, True)


def test_a_code_that_two_classes_share_is_an_issue_of_both(samples_library: Library) -> None:
    named = {"museum-registrar.txt": "Planetarium Lecturer", "planetarium-lecturer.docx": "Museum Registrar"}
    for file, other in named.items():
        (issue,) = (each for each in _entry(samples_library, file).issues if each.code == "shared_code")
        assert issue.message == f"Code 003310 is also the code of {other}."


def test_the_classes_of_a_series_are_held_beside_their_document(samples_library: Library) -> None:
    document = _entry(samples_library, "soil-surveyor-series.html")
    assert [member.title for member in document.members] == [
        "Soil Surveyor (Trainee)", "Soil Surveyor", "Senior Soil Surveyor",
    ]  # fmt: skip
    assert samples_library.resolve("Senior Soil Surveyor").series == document.spec_id
