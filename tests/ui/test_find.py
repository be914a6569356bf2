"""Classes found by filters over HTTP, and what the Find tab shows of them, over an invented town."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from index import Library, LibrarySettings
from tests.assistant.town import CURRENT_TITLES, SPECS, printed, write_specs
from tests.ui.conftest import check
from ui.routes.find import find_routes

LIFTING = "physical_demands.lifting"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("town")
    write_specs(folder)
    hostile = replace(SPECS["bell-founder"], title='Bell Keeper & "x" <script', code="100066")
    (folder / "hostile.txt").write_text(printed(hostile), encoding="utf-8")
    settings = LibrarySettings(library=tmp_path_factory.mktemp("library"), embedding_model=str(folder / "none"))
    with Library.open(settings) as held:
        assert not held.ingest([folder]).failed
        yield held


@pytest.fixture(scope="module")
def client(library: Library) -> TestClient:
    server = FastAPI()
    server.include_router(find_routes(library))
    return TestClient(server)


def found(client: TestClient, **filters: str) -> Any:  # noqa: ANN401 - JSON is of any shape; the schema says which
    given = client.post("/api/find", json={"filters": filters})
    assert given.status_code == 200
    check("find", given.json())
    return given.json()


def view(client: TestClient, **parameters: str) -> str:
    given = client.get("/find", params=parameters)
    assert given.status_code == 200
    return given.text


def column(html: str, place: int) -> list[str]:
    """The words of one column of the table."""
    rows = re.findall(r"<tr>(.*?)</tr>", html)[1:]
    cells = [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in rows]
    return [unescape(re.sub(r"<[^>]+>", "", row[place])) for row in cells]


def option(html: str, field: str, wanted: str) -> str:
    select = re.search(rf'<select id="[^"]+" name="{re.escape(field)}">(.*?)</select>', html)
    assert select is not None
    said = re.search(rf'<option value="{wanted}"(?: selected)?>(.*?)</option>', select[1])
    assert said is not None
    return said[1]


def test_classes_are_found_with_the_exact_rows_that_show_it(client: TestClient, library: Library) -> None:
    given = found(client, **{LIFTING: "at_least_frequently", "driver_licence": "needed"})
    (mate,) = given["found"]
    assert (given["held"], mate["class"]) == (len(CURRENT_TITLES) + 1, "Ferry Mate")
    assert {value["field"]: value["value"] for value in mate["values"]} == {
        LIFTING: "Frequently",
        "class_requirements.certifications": "Valid Commercial Driver's License (CDL) Class B.",
    }
    text = library.held(mate["spec_id"]).spec.source.text
    assert [text[one["start"] : one["end"]] for one in mate["citations"]] == [one["quote"] for one in mate["citations"]]


def test_classes_of_which_it_cannot_be_told_are_apart_each_with_why(client: TestClient) -> None:
    why = {one["class"]: one["why"] for one in found(client, **{LIFTING: "at_least_frequently"})["undecided"]}
    assert (why["Kennel Aide"], why["Lamp Tender"], why["Bell Founder"]) == ("illegible", "blank", "not_stated")


def test_words_of_the_text_are_found_with_the_sentence_that_has_them(client: TestClient) -> None:
    (class_,) = found(client, text="mortar")["found"]
    assert (class_["class"], class_["values"]) == ("Mosaic Restorer I", [])
    assert "Mixes lime mortar." in class_["citations"][0]["quote"]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"filters": {"lifting": "never"}}, "There is no filter “lifting” with the value “never”"),
        ({"filters": {LIFTING: 3}}, f"filters.{LIFTING} is not right"),
        ({}, "The line has no filters."),
    ],
)
def test_what_is_no_filter_is_refused_in_one_sentence(
    client: TestClient, body: dict[str, object], sentence: str
) -> None:
    given = client.post("/api/find", json=body)
    check("batch_error", given.json())
    assert given.status_code == 400
    assert sentence.lower() in given.json()["error"].lower()


def test_the_tab_says_how_many_match_and_names_those_that_could_not_be_read(client: TestClient) -> None:
    html = view(client, **{LIFTING: "at_least_occasionally"})
    assert "3 of 9 specs held match. 2 specs could not be read for this. 2 specs do not state it." in html
    untold = html[html.index('data-untold="unread"') :]
    assert "Kennel Aide</a>: cannot be read for certain" in untold
    assert "Lamp Tender</a>: left blank" in untold
    assert column(html, 1) == ["Archive Clerk", "Ferry Mate", "Quarry Inspector"]
    assert column(html, 2) == ["Lifting: Sometimes", "Lifting: Frequently", "Lifting: Occasionally"]


def test_each_option_says_how_many_would_match_with_it(client: TestClient) -> None:
    html = view(client, **{"work_location.outdoors": "marked"})
    assert option(html, LIFTING, "at_least_occasionally") == "At least occasionally (2)"
    assert option(html, LIFTING, "at_least_frequently") == "At least frequently (1)"
    assert option(html, "department", "Public Safety") == "Public Safety (1)"


def test_a_value_links_to_its_place_and_a_title_to_its_spec(client: TestClient, library: Library) -> None:
    html = view(client, commercial_licence="needed")
    mate = library.resolve("Ferry Mate")
    text = library.held(mate.spec_id).spec.source.text
    places = re.findall(rf'href="/source/{mate.spec_id}\?start=(\d+)&amp;end=(\d+)"', html)
    start, end = map(int, places[0])
    assert text[start:end] == "Valid Commercial Driver's License (CDL) Class B."
    assert f'<a href="/?tab=spec&amp;spec={mate.spec_id}">Ferry Mate</a>' in html


def test_rows_are_sorted_by_a_column_both_ways_and_those_without_its_value_come_last(client: TestClient) -> None:
    up, down = (column(view(client, sort=sort), 2) for sort in ("strength", "-strength"))
    assert up == ["Sedentary", *["Light"] * 5, "Medium", "Heavy", "left blank"]
    assert down == ["Heavy", "Medium", *["Light"] * 5, "Sedentary", "left blank"]
    assert 'aria-sort="descending"' in view(client, sort="-strength")


def test_where_nothing_matches_the_tab_says_what_to_take_back(client: TestClient) -> None:
    html = unescape(view(client, **{LIFTING: "at_least_occasionally", "work_location.warehouse": "marked"}))
    assert "No class meets all of this." in html
    assert html.index("Without “Warehouse: Marked”: 3 matches") < html.index(
        "Without “Lifting: At least occasionally”: 0 matches"
    )


def test_what_an_address_asks_for_and_is_no_filter_is_said(client: TestClient) -> None:
    html = unescape(view(client, colour="red", sort="weight", tab="find", lang="en", **{LIFTING: "never"}))
    assert "This address asks for colour “red”, which is no filter here." in html
    assert "This address asks for sort “weight”, which is no filter here." in html
    assert html.count("which is no filter here") == 2


def test_what_a_spec_or_an_address_says_is_never_markup(client: TestClient) -> None:
    html = view(client, text="<script>alert(1)</script>", department="<b>x</b>", **{"<i>": "<u>"})
    assert re.findall(r"<(?:script|b|i|u|img)\b", html + view(client)) == []
    assert "Bell Keeper &amp; &quot;x&quot; &lt;script</a>" in view(client)


def test_the_tab_speaks_spanish_and_leaves_the_specs_words_as_they_are(client: TestClient) -> None:
    html = view(client, lang="es", overall_strength="at_most_sedentary")
    assert "1 de 9 especificaciones cumple." in html
    assert option(html, LIFTING, "at_least_rarely").startswith("Como mínimo: rara vez")
    assert ">Sedentary</a>" in html
    assert 'href="/es/?tab=spec' in html
