"""The files of answers and comparisons, downloaded from a server over a real library."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from fastapi import FastAPI
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from pdfplumber import open as open_pdf

from assistant import Assistant, Question
from index import Library, LibrarySettings
from ui.routes.downloads import MOST_QUESTIONS, download_routes

LIFTS = "How often does the Custodian lift?"
FOLLOW_UP = "And how often does it climb?"


@pytest.fixture(scope="module")
def library(library_folder: Path) -> Iterator[Library]:
    with Library.open(LibrarySettings(library=library_folder)) as library:
        yield library


@pytest.fixture(scope="module")
def client(library: Library) -> TestClient:
    server = FastAPI()
    server.include_router(download_routes(library))
    return TestClient(server)


@pytest.fixture(scope="module")
def ids(library: Library) -> dict[str, str]:
    return {entry.title or "": entry.spec_id for entry in library.entries()}


def compared(ids: dict[str, str], *titles: str) -> dict[str, list[str]]:
    return {"compare": [ids[title] for title in titles]}


@pytest.mark.parametrize("ending", ["md", "docx", "pdf"])
def test_an_answer_is_the_one_that_is_given_on_the_page(client: TestClient, library: Library, ending: str) -> None:
    reply = client.get(f"/download/answer.{ending}", params={"ask": LIFTS})
    assert reply.status_code == 200
    assert reply.headers["content-disposition"] == (
        f'attachment; filename="rolebook-how-often-does-the-custodian-lift.{ending}"'
    )
    assert reply.headers["x-content-type-options"] == "nosniff"
    answer = Assistant(library).ask(Question(LIFTS))
    said = text_of(reply.content, ending)
    assert answer.citations
    for shown in (LIFTS, answer.text, *(citation.quote for citation in answer.citations)):
        assert "".join(shown.split()) in "".join(said.split())


def text_of(content: bytes, ending: str) -> str:
    if ending == "docx":
        return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
    if ending == "pdf":
        with open_pdf(io.BytesIO(content)) as document:
            return "\n".join(page.extract_text() for page in document.pages)
    return re.sub(r"\\(\W)", r"\1", content.decode())


def test_a_conversation_is_asked_again_and_its_last_answer_written(client: TestClient) -> None:
    said = client.get("/download/answer.md", params={"ask": [LIFTS, FOLLOW_UP]}).text
    assert said.index("Asked before") < said.index(LIFTS) < said.index(FOLLOW_UP)
    assert "Class: Custodian" in said
    assert "Climbing" in said


def test_the_classes_chosen_are_what_is_asked_about(client: TestClient, ids: dict[str, str]) -> None:
    question = "How often is there lifting?"
    chosen = {"ask": question, "class": ids["Librarian"], "lang": "es"}
    said = client.get("/download/answer.md", params=chosen).text
    assert "Clase: Librarian" in said
    assert "Clase: Custodian" not in said


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({}, "names no question"),
        ({"ask": " "}, "empty"),
        ({"ask": "x" * 2001}, "2001"),
        ({"ask": ["Who?"] * (MOST_QUESTIONS + 1)}, f"at most {MOST_QUESTIONS}"),
        ({"lang": "es"}, "no trae ninguna pregunta"),
    ],
    ids=["none", "empty", "long", "many", "in Spanish"],
)
def test_what_cannot_be_asked_is_refused_in_words(
    client: TestClient, parameters: dict[str, str | list[str]], said: str
) -> None:
    reply = client.get("/download/answer.pdf", params=parameters)
    assert reply.status_code == 400
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert said in reply.text


def test_a_comparison_is_a_workbook_of_rows_and_classes(client: TestClient, ids: dict[str, str]) -> None:
    reply = client.get("/download/comparison.xlsx", params=compared(ids, "Librarian", "Custodian"))
    assert 'filename="rolebook-comparison-librarian-custodian.xlsx"' in reply.headers["content-disposition"]
    rows = list(load_workbook(io.BytesIO(reply.content))["Comparison"].iter_rows(values_only=True))
    (lifting,) = (row for row in rows if row[1] == "Lifting")
    assert str(lifting[2]).startswith("Occasionally (O)")
    assert str(lifting[3]).startswith("Frequently (F)")
    assert lifting[4] == "differs"
    assert "same" in {row[4] for row in rows}


def test_only_some_sections_and_only_differences(client: TestClient, ids: dict[str, str]) -> None:
    chosen = compared(ids, "Librarian", "Custodian") | {"section": ["physical_demands"], "only": ["differences"]}
    reply = client.get("/download/comparison.xlsx", params=chosen)
    rows = list(load_workbook(io.BytesIO(reply.content))["Comparison"].iter_rows(min_row=2, values_only=True))
    assert {row[0] for row in rows} == {"Physical demands"}
    assert {row[4] for row in rows} == {"differs"}


def test_a_comparison_is_a_pdf_in_the_language_asked_for(client: TestClient, ids: dict[str, str]) -> None:
    titles = ("Librarian", "Custodian", "Firefighter", "Zookeeper", "Senior Soil Surveyor")
    reply = client.get("/download/comparison.pdf", params=compared(ids, *titles) | {"lang": ["es"]})
    assert reply.headers["content-type"] == "application/pdf"
    with open_pdf(io.BytesIO(reply.content)) as document:
        assert document.pages[0].extract_text().startswith("Comparación: Librarian")


@pytest.mark.parametrize(
    ("titles", "more", "status", "said"),
    [
        (("Librarian",), {}, 400, "names 1"),
        ((), {}, 400, "names 0"),
        (("Librarian", "Librarian"), {}, 400, "each one once"),
        (("Librarian", "Custodian", "Firefighter", "Zookeeper", "Hydrographer", "Park Ranger"), {}, 400, "names 6"),
        (("Librarian", "Custodian"), {"section": ["favourite_colours"]}, 404, "favourite_colours"),
    ],
    ids=["one", "none", "twice", "six", "no such section"],
)
def test_what_cannot_be_compared_is_refused_in_words(
    client: TestClient, ids: dict[str, str], titles: tuple[str, ...], more: dict[str, list[str]], status: int, said: str
) -> None:
    reply = client.get("/download/comparison.xlsx", params=compared(ids, *titles) | more)
    assert reply.status_code == status
    assert said in reply.text


def test_a_spec_that_is_not_held_is_named(client: TestClient, ids: dict[str, str]) -> None:
    reply = client.get("/download/comparison.pdf", params={"compare": [ids["Librarian"], "<b>astronaut"]})
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "text/plain; charset=utf-8"
    assert "<b>astronaut" in reply.text


@pytest.mark.parametrize("path", ["answer.exe", "answer.xlsx", "comparison.md", "answer", ".."])
def test_there_is_no_other_file(client: TestClient, path: str) -> None:
    assert client.get(f"/download/{path}", params={"ask": LIFTS}).status_code == 404
