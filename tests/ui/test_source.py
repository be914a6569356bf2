"""The routes that show a source, over a real library."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.testclient import TestClient
from PIL import Image

from index import Library, LibraryError, LibrarySettings
from ingest.model import Fact
from tests.ui.conftest import SAMPLES, check
from tests.ui.sourcing import shown
from ui.routes.exchange import refuse_parameters
from ui.routes.source import source_routes

PDF, TEXT = "bridge-tender.pdf", "custodian.txt"


@dataclass(frozen=True)
class Got:
    """A response."""

    content: bytes
    headers: Mapping[str, str]

    @property
    def text(self) -> str:
        return self.content.decode(errors="replace")

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON is of any shape; the schemas say which
        return json.loads(self.content)


@dataclass
class Site:
    """A server of sources, the library it shows, and the folder that its files are in."""

    client: TestClient
    library: Library
    files: Path

    def spec_id(self, name: str) -> str:
        return next(entry.spec_id for entry in self.library.entries() if entry.path.endswith(name))

    def fact(self, name: str, field: str = "physical_demands.standing") -> Fact:
        facts = self.library.held(self.spec_id(name)).spec.facts
        return next(fact for fact in facts if fact.field == field)

    def path(self, name: str, **further: object) -> str:
        """The address of the row of a fact of a file's spec."""
        fact = self.fact(name)
        return self.at(self.spec_id(name), **{"start": fact.start, "end": fact.end, **further})

    def at(self, spec_id: str, **parameters: object) -> str:
        return f"/source/{spec_id}?{urlencode(parameters)}"

    def get(self, path: str, status: int = 200) -> Got:
        response = self.client.get(path)
        assert response.status_code == status
        got = Got(response.content, response.headers)
        assert str(self.files) not in got.text
        assert "Traceback" not in got.text
        return got


@contextmanager
def serving(folder: Path, *names: str) -> Iterator[Site]:
    """A site over copies of some samples."""
    files = folder / "files"
    files.mkdir()
    for name in names:
        shutil.copy(SAMPLES / name, files)
    # Passages and their vectors have no part in it.
    settings = LibrarySettings(library=folder / "library", embedding_model=str(folder / "none"))
    with Library.open(settings) as library:
        library.ingest([files])
        server = FastAPI(exception_handlers={RequestValidationError: refuse_parameters})
        server.include_router(source_routes(library))
        with TestClient(server) as client:
            yield Site(client, library, files)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site for tests that leave its library and its files as they are."""
    with serving(tmp_path_factory.mktemp("sources"), PDF, TEXT) as site:
        yield site


@pytest.fixture
def own_site(tmp_path: Path) -> Iterator[Site]:
    """A site with one text, for a test to change."""
    with serving(tmp_path, TEXT) as site:
        yield site


def test_a_place_in_a_text_is_a_whole_page_that_needs_no_script(site: Site) -> None:
    response = site.get(site.path(TEXT))
    fact, text = site.fact(TEXT), site.library.held(site.spec_id(TEXT)).spec.source.text
    assert response.text.startswith("<!doctype html>")
    assert shown(response.text).marked == text[fact.start : fact.end]
    assert "default-src 'none'" in response.headers["content-security-policy"]


def test_a_place_in_a_pdf_is_shown_on_the_picture_of_its_page(site: Site) -> None:
    read = shown(site.get(site.path(PDF, part=1)).text)
    assert read.elements[0][0] == "article"
    (image,) = (attributes for tag, attributes in read.elements if tag == "img")
    boxes = site.library.boxes(site.spec_id(PDF), site.fact(PDF).start, site.fact(PDF).end)
    assert image["src"] == f"/source/{site.spec_id(PDF)}/pages/{boxes[0].page}.png"
    picture = site.get(str(image["src"]))
    assert picture.headers["content-type"] == "image/png"
    with Image.open(BytesIO(picture.content)) as opened:
        assert [str(side) for side in opened.size] == [image["width"], image["height"]]
    assert len(read.named("mark")) >= 1


def test_a_picture_that_a_browser_has_is_not_sent_again(site: Site) -> None:
    path = f"/source/{site.spec_id(PDF)}/pages/1.png"
    tag = site.get(path).headers["etag"]
    again = site.client.get(path, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_place_is_had_as_an_object_of_the_contract(site: Site) -> None:
    fact = site.fact(PDF)
    place = site.get(f"/api{site.path(PDF)}").json
    check("source", place)
    assert (place["start"], place["end"]) == (fact.start, fact.end)
    assert place["quote"] == site.library.held(site.spec_id(PDF)).spec.source.text[fact.start : fact.end]
    assert (place["section"], place["page"], place["source"]) == ("physical_demands", fact.page, PDF)
    assert {box["page"] for box in place["boxes"]} == {fact.page}


def test_the_page_is_in_the_language_asked_for(site: Site) -> None:
    assert '<html lang="es">' in site.get(site.path(TEXT, lang="es")).text
    assert "conexión" in site.get("/source-panel?lang=es").text


@pytest.mark.parametrize("part", ["", "1"])
@pytest.mark.parametrize(
    ("parameters", "status", "said"),
    [
        ({}, 400, "does not say which words"),
        ({"start": 3}, 400, "does not say which words"),
        ({"start": "x", "end": "y"}, 400, "does not say which words"),
        ({"start": -4, "end": 4}, 400, "does not say which words"),
        ({"start": 4, "end": 4}, 400, "does not say which words"),
        ({"start": 4, "end": "9" * 5000}, 400, "does not say which words"),
        ({"start": "４", "end": "５"}, 400, "does not say which words"),
        ({"start": 4, "end": 900_000}, 404, "does not reach as far"),
        ({"start": 4, "end": 9, "digest": "00"}, 404, "read again from a changed file"),
    ],
)
def test_a_link_that_means_no_words_says_what_to_do(
    site: Site, parameters: dict[str, object], status: int, said: str, part: str
) -> None:
    response = site.get(site.at(site.spec_id(TEXT), **parameters, part=part), status)
    assert said in response.text
    assert 'href="/?tab=library"' in response.text


@pytest.mark.parametrize("spec_id", ["no-such-spec", "%3Cscript%3E", "..", "%00"])
def test_a_spec_that_is_not_held_is_said_to_be_none(site: Site, spec_id: str) -> None:
    if spec_id != "..":
        assert "No specification is held under this link" in site.get(f"/source/{spec_id}?start=1&end=2", 404).text
    check("batch_error", site.get(f"/api/source/x{spec_id}?start=1&end=2", 404).json)
    site.get(f"/source/x{spec_id}/pages/1.png", 404)


def test_a_spec_that_was_removed_meanwhile_is_said_to_be_gone(own_site: Site) -> None:
    path = own_site.path(TEXT)
    own_site.get(path)
    own_site.library.remove([own_site.spec_id(TEXT)])
    assert "No specification is held under this link" in own_site.get(path, 404).text
    check("batch_error", own_site.get(f"/api{path}", 404).json)


@pytest.mark.parametrize("parameters", [{}, {"start": "x", "end": 3}, {"start": 5, "end": 2}])
def test_an_object_for_no_words_is_an_error_in_one_sentence(site: Site, parameters: dict[str, object]) -> None:
    check("batch_error", site.get("/api" + site.at(site.spec_id(TEXT), **parameters), 400).json)


@pytest.mark.parametrize("page", ["0", "5", "x", "-1", "1.5", "99999999999999999999"])
def test_a_page_that_is_not_there_has_no_picture(site: Site, page: str) -> None:
    assert (
        site.get(f"/source/{site.spec_id(PDF)}/pages/{page}.png", 404).headers["content-type"].startswith("text/plain")
    )
    site.get(f"/source/{site.spec_id(TEXT)}/pages/1.png", 404)


@pytest.mark.parametrize("change", ["changed", "vanished"])
def test_where_the_file_is_not_what_was_read_the_text_is_shown_and_says_so(site: Site, change: str) -> None:
    path = site.path(PDF)
    assert "<img" in site.get(path).text
    file = site.files / PDF
    content = file.read_bytes()
    try:
        if change == "changed":
            file.write_bytes(content + b"\n")
        else:
            file.unlink()
        response = site.get(path)
        site.get(f"/source/{site.spec_id(PDF)}/pages/1.png", 404)
    finally:
        file.write_bytes(content)
    assert "The file has changed or is gone since it was read" in response.text
    assert "<img" not in response.text
    assert shown(response.text).marked == site.get(f"/api{path}").json["quote"]
    assert "<img" in site.get(path).text


def test_a_link_to_a_passage_shows_no_other_words_once_a_changed_file_was_read(own_site: Site) -> None:
    (link,) = shown(own_site.get(own_site.path(TEXT)).text).named("source-link")
    assert shown(own_site.get(str(link["href"])).text).marked != ""
    file = own_site.files / TEXT
    file.write_text("A line that was added.\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    own_site.library.ingest([file])
    assert "read again from a changed file" in own_site.get(str(link["href"]), 404).text


def test_a_library_that_cannot_be_read_is_said_to_be_so_and_no_more(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(spec_id: str) -> None:
        raise LibraryError(f"{site.files} is locked")

    path = site.path(TEXT)
    monkeypatch.setattr(site.library, "held", fail)
    assert "cannot be read just now" in site.get(path, 500).text
    check("batch_error", site.get(f"/api{path}", 500).json)
    site.get(f"/source/{TEXT}/pages/1.png", 500)
