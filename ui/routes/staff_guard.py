"""How the routes of staff are guarded: who asks is seen before anything is read, and errors become sentences."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from index import LibraryError
from ui import contract
from ui.feedback import FeedbackError
from ui.library_html import closed_words
from ui.routes.exchange import json_response
from ui.staff import Desk
from ui.staff.door import COOKIE, Asking, Standing, is_of_this_page
from ui.words import Words, language_of, words_in

_log = logging.getLogger(__name__)

_CHANGES_NOTHING = frozenset({"GET", "HEAD"})

_Handle = Callable[[Request], Coroutine[Any, Any, Response]]


class Refusal(Exception):
    """Why something is not done, in one sentence, and the status that says so too."""

    def __init__(self, sentence: str, status: int) -> None:
        """The sentence for whoever asked, and the status."""
        super().__init__(sentence)
        self.status = status


def guarded_route(desk: Desk, *, lets_strangers_in: bool = False) -> type[APIRoute]:
    """The routes of a desk as they are handled: first it is seen who asks, and nothing is read before."""

    class GuardedRoute(APIRoute):
        def get_route_handler(self) -> _Handle:
            handle = super().get_route_handler()

            async def guarded(request: Request) -> Response:
                try:
                    _admit(desk, request, lets_strangers_in=lets_strangers_in)
                    response = await handle(request)
                except Refusal as refusal:
                    response = json_response(contract.error_object(str(refusal)), refusal.status)
                except (LibraryError, FeedbackError, OSError) as error:
                    _log.warning("Staff could not be served: %s", error)
                    sentence = words_of(request).say("library.failed")
                    response = json_response(contract.error_object(sentence), 500)
                response.headers.update({"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"})
                return response

            return guarded

    return GuardedRoute


def _admit(desk: Desk, request: Request, *, lets_strangers_in: bool) -> None:
    """Let a request through that may do what it asks.

    Raises:
        Refusal: it may not.
    """
    words = words_of(request)
    if request.method not in _CHANGES_NOTHING and not is_of_this_page(request.headers):
        raise Refusal(words.say("library.other_page"), 403)
    standing = desk.door.standing(asking_of(request))
    if lets_strangers_in or standing.is_staff:
        return
    if standing is Standing.STRANGER:
        raise Refusal(words.say("library.sign_in_first"), 401)
    raise Refusal(closed_words(standing, words), 403)


def asking_of(request: Request) -> Asking:
    """Where a request comes from, as it says itself."""
    address = request.client.host if request.client else ""
    return Asking(address, request.cookies.get(COOKIE), request.headers)


def words_of(request: Request) -> Words:
    """The page's words in the language that a request asks for."""
    return words_in(language_of(request.query_params.get("lang")))
