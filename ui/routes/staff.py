"""The routes under ``/staff``: parts of the Library tab, and everything that changes the library.

Each is refused without a session, but for the two that lead in; each that changes something also unless a page of this
very server sends it. They give HTML to be shown, or JSON with a sentence that says what was done or why it was not.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from index import SpecEntry, UnknownSpec
from ui import contract
from ui.json_line import InvalidLine, Line, read_line
from ui.library_html import closed_html, closed_words, desk_html, refused_words, sign_in_html
from ui.routes.exchange import bounded_body, json_response
from ui.routes.staff_guard import Refusal, asking_of, guarded_route, words_of
from ui.staff import Desk
from ui.staff.door import COOKIE, Standing
from ui.staff.feedback_html import feedback_html
from ui.staff.file_names import safe_path
from ui.staff.health import examination_html, health_html, health_of, outdated
from ui.staff.held_html import HeldDocument, held_html
from ui.staff.sign_in import SECONDS_A_SESSION, Entered, LockedOut
from ui.staff.uploads import MOST_BYTES_A_FILE, Arrived
from ui.staff.work_html import work_html
from ui.words import Words

_LONGEST_AGENCY = 200
_LONGEST_BATCH = 64
_MEGABYTE = 1_000_000


class _PasswordLine(Line):
    """What the form for signing in sends."""

    password: str


def staff_routes(desk: Desk) -> APIRouter:
    """The routes under ``/staff`` of a desk; its work begins and ends with the server."""

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        await run_in_threadpool(desk.work.start)
        yield
        await run_in_threadpool(desk.work.stop)

    router = APIRouter(prefix="/staff", lifespan=lifespan, include_in_schema=False)
    router.include_router(_way_in(desk))
    router.include_router(_looking(desk))
    router.include_router(_adding(desk))
    router.include_router(_changing(desk))
    router.include_router(_leaving(desk))
    return router


def _way_in(desk: Desk) -> APIRouter:
    """What a stranger may ask for: what is to be seen of the tab, and to be let in."""
    router = APIRouter(route_class=guarded_route(desk, lets_strangers_in=True))

    @router.get("/tab")
    def tab(request: Request) -> Response:
        standing, words = desk.door.standing(asking_of(request)), words_of(request)
        if standing.is_staff:
            return _html(desk_html(standing, words))
        return _html(sign_in_html(words) if standing is Standing.STRANGER else closed_html(standing, words))

    @router.post("/sign-in")
    async def sign_in(request: Request) -> Response:
        words = words_of(request)
        if desk.door.sign_in is None:
            raise Refusal(closed_words(desk.door.standing(asking_of(request)), words), 403)
        try:
            given = read_line(await bounded_body(request), _PasswordLine).password
        except InvalidLine as error:
            raise Refusal(words.say("library.sign_in.unread"), 400) from error
        entered = await run_in_threadpool(desk.door.sign_in.enter, given, asking_of(request).address)
        if not isinstance(entered, Entered):
            raise Refusal(refused_words(entered, words), 429 if isinstance(entered, LockedOut) else 403)
        response = _said(words.say("library.signed_in"))
        is_secure = request.url.scheme == "https"
        response.set_cookie(
            COOKIE, entered.token, SECONDS_A_SESSION, path="/staff", secure=is_secure, httponly=True, samesite="strict"
        )
        return response

    return router


def _looking(desk: Desk) -> APIRouter:
    router = APIRouter(route_class=guarded_route(desk))

    @router.get("/work")
    def work(request: Request) -> Response:
        return _html(work_html(desk.work.overview(), words_of(request)))

    @router.get("/held")
    def held(request: Request, asked: str = "", first: int = 0) -> Response:
        return _html(held_html(_documents(desk), asked, max(0, first), words_of(request)))

    @router.get("/health")
    def health(request: Request) -> Response:
        return _html(health_html(health_of(desk.library), words_of(request)))

    @router.get("/feedback")
    def feedback(request: Request) -> Response:
        return _html(feedback_html(desk.feedback.all(), words_of(request)))

    @router.post("/examination")
    def examination(request: Request) -> Response:
        return _html(examination_html(desk.library.doctor(), words_of(request)))

    return router


def _adding(desk: Desk) -> APIRouter:
    router = APIRouter(route_class=guarded_route(desk))

    @router.post("/files")
    async def add(request: Request, name: str, batch: str, agency: str = "") -> Response:
        waiting = await _received(request, desk)
        arrived = Arrived(waiting, safe_path(name))
        desk.work.add(batch[:_LONGEST_BATCH], arrived, agency.strip()[:_LONGEST_AGENCY] or None)
        return _said(words_of(request).say("library.arrived", name=arrived.name))

    @router.post("/replacement")
    async def replace(request: Request, spec: str, batch: str) -> Response:
        entry = await run_in_threadpool(_document, desk, spec, words_of(request))
        name = desk.files.name_within(entry.path)
        if name is None:
            raise Refusal(words_of(request).say("library.not_added"), 409)
        arrived = Arrived(await _received(request, desk), name)
        desk.work.add(batch[:_LONGEST_BATCH], arrived, None)
        return _said(words_of(request).say("library.arrived", name=arrived.name))

    return router


def _changing(desk: Desk) -> APIRouter:
    router = APIRouter(route_class=guarded_route(desk))

    @router.post("/reading")
    def read_again(request: Request, spec: str, batch: str) -> Response:
        entry = _document(desk, spec, words_of(request))
        desk.work.read_again(batch[:_LONGEST_BATCH], [spec])
        return _said(words_of(request).say("library.will_be_read", name=desk.work.name(entry.path)))

    @router.post("/reading/outdated")
    def read_outdated_again(request: Request, batch: str) -> Response:
        spec_ids = outdated(desk.library)
        desk.work.read_again(batch[:_LONGEST_BATCH], spec_ids)
        return _said(words_of(request).count("library.will_all_be_read", len(spec_ids)))

    @router.post("/removal")
    def remove(request: Request, spec: str) -> Response:
        words = words_of(request)
        entry = _document(desk, spec, words)
        try:
            desk.library.remove([spec])
            desk.files.erase(entry.path)
        except UnknownSpec as error:
            raise Refusal(words.say("library.gone"), 404) from error
        return _said(words.say("library.removed", title=entry.title or desk.work.name(entry.path)))

    @router.post("/feedback/erasure")
    def erase_feedback(request: Request, feedback: str) -> Response:
        words = words_of(request)
        if not desk.feedback.erase(feedback):
            raise Refusal(words.say("library.feedback.gone"), 404)
        return _said(words.say("library.feedback.erased"))

    return router


def _leaving(desk: Desk) -> APIRouter:
    router = APIRouter(route_class=guarded_route(desk))

    @router.post("/sign-out")
    def sign_out(request: Request) -> Response:
        if desk.door.sign_in is not None:
            desk.door.sign_in.leave(asking_of(request).token)
        response = _said(words_of(request).say("library.signed_out"))
        response.delete_cookie(COOKIE, path="/staff", httponly=True, samesite="strict")
        return response

    return router


def _html(content: str) -> Response:
    return Response(content, media_type="text/html")


def _said(sentence: str) -> Response:
    return json_response({"schema_version": contract.SCHEMA_VERSION, "said": sentence})


def _documents(desk: Desk) -> list[HeldDocument]:
    """The documents held, in the library's order; the classes of a series are in theirs."""
    readings = desk.library.readings()
    return [
        HeldDocument(
            entry,
            readings.get(entry.spec_id),
            desk.work.name(entry.path),
            is_added=desk.files.name_within(entry.path) is not None,
            is_there=Path(entry.path).exists(),
        )
        for entry in desk.library.entries()
        if entry.series is None
    ]


def _document(desk: Desk, spec_id: str, words: Words) -> SpecEntry:
    """The document held under an id.

    Raises:
        Refusal: it is held no longer.
    """
    held = (entry for entry in desk.library.entries() if entry.spec_id == spec_id and entry.series is None)
    if (entry := next(held, None)) is None:
        raise Refusal(words.say("library.gone"), 404)
    return entry


async def _received(request: Request, desk: Desk) -> Path:
    """The file that a request brings, written down as it comes; of one that does not come whole nothing is left.

    Raises:
        Refusal: it is too large or empty, the disk has no room for it, or who sent it went away.
    """
    words = words_of(request)
    declared = request.headers.get("content-length", "")
    _check_size(int(declared) if declared.isdecimal() else 0, words)
    if not await run_in_threadpool(desk.files.has_room_for, int(declared) if declared.isdecimal() else 0):
        raise Refusal(words.say("library.no_room"), 507)
    file, path = await run_in_threadpool(desk.files.begin)
    received = 0
    is_whole = False
    try:
        with file:
            async for chunk in request.stream():
                received += len(chunk)
                _check_size(received, words)
                await run_in_threadpool(file.write, chunk)
        if not received:
            raise Refusal(words.say("library.empty"), 400)
        is_whole = True
    except ClientDisconnect as error:
        raise Refusal(words.say("library.unsent"), 400) from error
    finally:
        if not is_whole:
            path.unlink(missing_ok=True)
    return path


def _check_size(size: int, words: Words) -> None:
    if size >= MOST_BYTES_A_FILE:
        raise Refusal(words.say("library.too_large", most=MOST_BYTES_A_FILE // _MEGABYTE), 413)
