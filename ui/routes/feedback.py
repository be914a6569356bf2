"""``POST /api/feedback``: what a person says of an answer, if they send it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import Field

from ui import contract
from ui.feedback import Complaint, Feedback, FeedbackError, FeedbackFile, FeedbackFull, Verdict, kept_object
from ui.json_line import InvalidLine, Line, read_line
from ui.routes.exchange import bounded_body, json_response
from ui.routes.openapi import gives, takes
from ui.staff.door import is_of_this_page

_MOST_BYTES = 256 * 1024
_MOST_A_MINUTE = 30
_SECONDS = 60.0
_SAME_SITE = (None, "same-origin", "none")


class _FeedbackLine(Line):
    question: Annotated[str, Field(pattern=r"\S", max_length=2_000)]
    verdict: Verdict
    classes: Annotated[list[Annotated[str, Field(max_length=300)]], Field(default_factory=list, max_length=100)]
    reason: Complaint | None = None
    comment: Annotated[str, Field(max_length=4_000)] = ""
    answer_text: Annotated[str, Field(max_length=100_000)] = ""


class Pace:
    """At most so many in so many seconds; threads may share it."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives the time in seconds."""
        self._most = most
        self._seconds = seconds
        self._clock = clock
        self._taken: deque[float] = deque()
        self._busy = threading.Lock()

    def take(self) -> bool:
        """Whether there is room for one more now, which is then taken."""
        with self._busy:
            now = self._clock()
            while self._taken and self._taken[0] <= now - self._seconds:
                self._taken.popleft()
            if len(self._taken) >= self._most:
                return False
            self._taken.append(now)
            return True


def feedback_routes(feedback: FeedbackFile, pace: Pace | None = None) -> APIRouter:
    """``POST /api/feedback``; of all people together ``pace`` lets so many through, by default 30 a minute."""
    routes = APIRouter(prefix="/api")
    pace = pace or Pace(_MOST_A_MINUTE, _SECONDS)

    @routes.post("/feedback", openapi_extra=takes("feedback"), responses=gives("feedback_kept", 400, 500))
    async def send_feedback(request: Request) -> Response:
        """Say what you think of an answer.

        It is kept in the library's folder until somebody erases it on the page; nothing else is kept.
        """
        if not _is_same_site(request):
            return _refused("Feedback is taken from Rolebook's own page, not from another site.", 403)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _refused("Feedback is sent as application/json.", 415)
        body = await bounded_body(request)
        if len(body) > _MOST_BYTES:
            return _refused(f"The feedback is longer than {_MOST_BYTES} bytes.", 413)
        return await run_in_threadpool(_kept, body, feedback, pace)

    return routes


def _kept(body: bytes, file: FeedbackFile, pace: Pace) -> Response:
    try:
        line = read_line(body, _FeedbackLine)
    except InvalidLine as error:
        return _refused(str(error), 400)
    if not pace.take():
        return _refused("There is too much feedback at once; please send it again in a minute.", 429)
    said = Feedback(line.question, line.verdict, tuple(line.classes), line.reason, line.comment, line.answer_text)
    try:
        return json_response(kept_object(file.add(said)))
    except FeedbackFull as error:
        return _refused(str(error), 507)
    except FeedbackError as error:
        return _refused(str(error), 500)


def _is_same_site(request: Request) -> bool:
    """Whether the request comes from a page of this server, or from no page at all.

    A browser names the page's origin with every POST. Programs that are no browser send neither header.
    """
    if "origin" not in request.headers:
        return request.headers.get("sec-fetch-site") in _SAME_SITE
    return is_of_this_page(request.headers)


def _refused(sentence: str, status: int) -> Response:
    return json_response(contract.error_object(sentence), status)
