"""The source of a citation: a page or a part of one, the pictures of pages that it shows, and the same as JSON."""

import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path

from fastapi import APIRouter, Request, Response

from index import Library, LibraryError, UnknownSpec
from ingest import IngestError
from ingest.errors import NoPicture
from ingest.page_pictures import PICTURED_FORMATS, PagePicture, PagePictures
from ui import contract
from ui.links import digest_of
from ui.routes.openapi import gives
from ui.source.place import SourcePlace, source_place
from ui.source.source_html import page_html, panel_html, place_html, problem_html
from ui.source.source_object import source_object
from ui.words import Words, language_of, words_in

_log = logging.getLogger(__name__)

_NUMBER = re.compile(r"[0-9]{1,9}")
# A quotation runs over two pages at most but for one of a whole document.
_MOST_PAGES = 6
_HEADERS = {"Cache-Control": "private, no-cache", "X-Content-Type-Options": "nosniff"}
# The page is made of what documents say: it may load and run nothing but what is served beside it.
_PAGE_HEADERS = {
    **_HEADERS,
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; script-src 'self'; connect-src 'self'; "
    "style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}


class _Problem(StrEnum):
    """Why a place cannot be shown; its value is the name of the sentence that says so."""

    UNKNOWN = "unknown"
    NO_PLACE = "no_place"
    OUTSIDE = "outside"
    REPLACED = "replaced"
    UNREADABLE = "unreadable"

    @property
    def status(self) -> int:
        """The status of the response."""
        return {_Problem.NO_PLACE: 400, _Problem.UNREADABLE: 500}.get(self, 404)

    def sentence(self, words: Words) -> str:
        """What to say of it."""
        return words.say(f"source.problem.{self.value}")


def source_routes(library: Library) -> APIRouter:
    """The routes under ``/source/`` and ``/api/source/``, and the empty drawer that the page's script fills."""
    pictures = PagePictures()

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        with pictures:
            yield

    router = APIRouter(lifespan=lifespan)

    @router.get("/source-panel", include_in_schema=False)
    def panel(lang: str = "") -> Response:
        return _html(panel_html(words_in(language_of(lang))), 200)

    @router.get("/source/{spec_id}", include_in_schema=False)
    def source(
        spec_id: str, start: str = "", end: str = "", digest: str = "", lang: str = "", part: str = ""
    ) -> Response:
        words = words_in(language_of(lang))
        place = _place(library, spec_id, start, end, digest)
        level = 2 if part else 1
        if isinstance(place, _Problem):
            title, status = words.say("source.problem.title"), place.status
            content = problem_html(place.sentence(words), words, level=level)
        else:
            title, status = place.title, 200
            shown, note = _pictures(place, pictures, words)
            content = place_html(place, shown, words, level=level, note=note)
        return _html(content, status) if part else _html(page_html(title, content, words), status, _PAGE_HEADERS)

    @router.get("/source/{spec_id}/pages/{page}.png", include_in_schema=False)
    def page_picture(spec_id: str, page: str, request: Request) -> Response:
        return _page_picture(library, pictures, spec_id, page, request)

    @router.get("/api/source/{spec_id}", responses=gives("source", 400, 404, 500))
    def cited_source(spec_id: str, start: int, end: int, digest: str = "") -> Response:
        """Show the words at a place of a specification's source, and where they stand on the pictures of its pages.

        `start` and `end` count Unicode code points of the source text. With `digest` (the first twelve digits of the
        quoted words' SHA-256), other words that stand there by now are refused.
        """
        place = _place(library, spec_id, str(start), str(end), digest)
        if isinstance(place, _Problem):
            return _json(contract.error_object(place.sentence(words_in("en"))), place.status)
        return _json(source_object(place), 200)

    return router


def _place(library: Library, spec_id: str, start: str, end: str, digest: str) -> SourcePlace | _Problem:
    """The place that an address names, or why there is none."""
    try:
        held = library.held(spec_id)
        if not (_NUMBER.fullmatch(start) and _NUMBER.fullmatch(end)) or int(start) >= int(end):
            return _Problem.NO_PLACE
        if digest and digest_of(held.spec.source.text[int(start) : int(end)]) != digest:
            return _Problem.REPLACED
        if int(end) > len(held.spec.source.text):
            return _Problem.OUTSIDE
        return source_place(held, library.boxes(spec_id, int(start), int(end)), int(start), int(end))
    except UnknownSpec:
        return _Problem.UNKNOWN
    except LibraryError as error:
        _log.warning("A source cannot be shown: %s", error)
        return _Problem.UNREADABLE


def _pictures(place: SourcePlace, pictures: PagePictures, words: Words) -> tuple[dict[int, PagePicture], str | None]:
    """The pictures of the pages that a place is on; where there should be some and are none, why."""
    source = place.held.spec.source
    shown: dict[int, PagePicture] = {}
    if source.format not in PICTURED_FORMATS or not place.boxes:
        return shown, None
    for page in place.pages[:_MOST_PAGES]:
        try:
            shown[page] = pictures.picture(Path(source.path), source.sha256, source.format, page)
        except IngestError as error:
            _log.info("Page %d of %s is not shown: %s", page, source.path, error)
            if isinstance(error, NoPicture) and error.is_changed:
                return {}, words.say("source.problem.changed")
    return shown, None if shown else words.say("source.problem.undrawn")


def _page_picture(library: Library, pictures: PagePictures, spec_id: str, page: str, request: Request) -> Response:
    try:
        source = library.held(spec_id).spec.source
        if not _NUMBER.fullmatch(page) or source.format not in PICTURED_FORMATS:
            return _no_picture("There is no such page to show.")
        picture = pictures.picture(Path(source.path), source.sha256, source.format, int(page))
    except UnknownSpec:
        return _no_picture("No specification is held under this address.")
    except LibraryError as error:
        _log.warning("A page cannot be shown: %s", error)
        return _no_picture("The library cannot be read just now.", 500)
    except IngestError as error:
        changed = isinstance(error, NoPicture) and error.is_changed
        return _no_picture("The file has changed since it was read." if changed else "The page cannot be shown.")
    tag = f'"{source.sha256}-{page}"'
    headers = {**_HEADERS, "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(picture.png, media_type="image/png", headers=headers)


def _no_picture(sentence: str, status: int = 404) -> Response:
    return Response(sentence, status_code=status, media_type="text/plain; charset=utf-8", headers=_HEADERS)


def _html(content: str, status: int, headers: dict[str, str] = _HEADERS) -> Response:
    # A file's name that is no UTF-8 carries lone surrogates, which cannot be sent.
    return Response(content.encode("utf-8", "replace"), status, headers, media_type="text/html; charset=utf-8")


def _json(content: contract.JsonObject, status: int) -> Response:
    return Response(contract.json_bytes(content), status, _HEADERS, media_type="application/json")
