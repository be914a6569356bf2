"""A document that describes several classes, on the command line."""

from pathlib import Path

import pytest

from tests.ui.conftest import Rolebook, check, rolebook_at

SERIES = """Lamp Keeper Series

Port of Alder Specification

Class Titles and Codes

Schem Code\tClass Code\tClass
LK10\t4410\tLamp Keeper
LK20\t4411\tSenior Lamp Keeper

Definition of Series

Lamp keepers clean, fill and light the lamps of the harbor, and keep the book of what each of them burns in a year.

Definition of Levels

Lamp Keeper

This is the first level. Under close supervision, keepers look after the lamps of one pier.

Senior Lamp Keeper

This is the second level. Senior keepers look after all the lamps of a basin and train new keepers.

Minimum Qualifications

Lamp Keeper

Education: Equivalent to completion of the eighth grade.

Senior Lamp Keeper

Experience: Two years as a Lamp Keeper of the port.
"""


@pytest.fixture
def series(tmp_path: Path) -> Path:
    file = tmp_path / "lamp-keepers.txt"
    file.write_bytes(SERIES.encode())
    return file


@pytest.fixture
def rolebook(tmp_path: Path) -> Rolebook:
    return rolebook_at(tmp_path / "library")


def test_a_series_is_one_document_with_its_classes(rolebook: Rolebook, series: Path) -> None:
    ingested = rolebook("ingest", series, "--json").json
    check("ingest", ingested)
    assert ingested["ingested"] == 1
    (document,) = ingested["specs"]
    assert (document["title"], document["code"], document["form"]) == ("Lamp Keeper Series", None, "generic")
    members = [(member["title"], member["code"], member["place"]) for member in document["members"]]
    assert members == [("Lamp Keeper", "4410", 0), ("Senior Lamp Keeper", "4411", 1)]
    listed = rolebook("list", "--json").json
    check("list", listed)
    assert listed["specs"] == ingested["specs"]


@pytest.mark.parametrize("name", ["4411", "senior lamp keeper"])
def test_a_class_of_a_series_is_shown_by_its_own_title_and_code(rolebook: Rolebook, series: Path, name: str) -> None:
    (document,) = rolebook("ingest", series, "--json").json["specs"]
    shown = rolebook("show", name, "--json").json
    check("show", shown)
    assert shown["spec_id"] == document["members"][1]["spec_id"]
    assert shown["series"] == {"spec_id": document["spec_id"], "title": "Lamp Keeper Series"}
    assert rolebook("source", name).stdout == SERIES.encode()


def test_the_title_of_a_series_shows_its_document(rolebook: Rolebook, series: Path) -> None:
    (document,) = rolebook("ingest", series, "--json").json["specs"]
    shown = rolebook("show", "Lamp Keeper Series", "--json").json
    check("show", shown)
    assert (shown["spec_id"], shown["members"]) == (document["spec_id"], document["members"])
    assert "series" not in shown


def test_the_tables_for_people_show_a_series_with_its_classes(rolebook: Rolebook, series: Path) -> None:
    assert "Lamp Keeper Series (series of 2)" in rolebook("ingest", series).text
    below = rolebook("list").text.partition("Lamp Keeper Series")[2]
    assert "  Senior Lamp Keeper" in below


def test_an_answer_about_a_class_of_a_series_quotes_the_document_exactly(rolebook: Rolebook, series: Path) -> None:
    rolebook("ingest", series, "--json")
    answer = rolebook("ask", "What are the minimum qualifications of the Senior Lamp Keeper?", "--json").json
    check("answer", answer)
    assert answer["classes"] == ["Senior Lamp Keeper"]
    quotes = [citation["quote"] for citation in answer["citations"]]
    assert any("Two years as a Lamp Keeper" in quote for quote in quotes)
    assert not any("eighth grade" in quote for quote in quotes)
    for citation in answer["citations"]:
        assert SERIES[citation["start"] : citation["end"]] == citation["quote"]


def test_a_series_goes_out_whole_and_not_class_by_class(rolebook: Rolebook, series: Path) -> None:
    (document,) = rolebook("ingest", series, "--json").json["specs"]
    refused = rolebook("remove", document["members"][0]["spec_id"])
    assert refused.status == 1
    assert f"remove “{document['spec_id']}”" in refused.stderr
    assert rolebook("remove", document["spec_id"]).status == 0
    assert rolebook("list", "--json").json["specs"] == []
    assert rolebook("doctor").status == 0


def test_a_series_that_is_changed_keeps_its_ids_and_loses_the_class_it_no_longer_has(
    rolebook: Rolebook, series: Path
) -> None:
    (before,) = rolebook("ingest", series, "--json").json["specs"]
    row = "LK20\t4411\tSenior Lamp Keeper\n"
    series.write_bytes(SERIES.replace(row, row + "LK30\t4412\tHead Lamp Keeper\n").encode())
    (longer,) = rolebook("ingest", series, "--json").json["specs"]
    assert longer["members"][:2] == before["members"]
    series.write_bytes(SERIES.encode())
    (again,) = rolebook("ingest", series, "--json").json["specs"]
    assert again["members"] == before["members"]
    assert rolebook("show", "4412").status == 1
