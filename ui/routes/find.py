"""Classes found by filters: for other programs, and for the Find tab."""

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from assistant import Finder
from assistant.searching.find import find as find_classes
from index import Library
from ui.contract import JsonObject
from ui.find.found_html import read_view, view_html
from ui.find.found_object import find_object
from ui.find.line import Wanted, read_find_line
from ui.routes.exchange import answered, bounded_body
from ui.routes.openapi import gives, takes
from ui.words import language_of, words_in


def find_routes(library: Library) -> APIRouter:
    """``POST /api/find``, and ``GET /find`` for what the Find tab shows."""
    routes = APIRouter()
    finder = Finder(library)

    def found(wanted: Wanted) -> JsonObject:
        catalogue = finder.catalogue()
        return find_object(find_classes(catalogue, wanted.filters), catalogue.answer)

    @routes.post("/api/find", openapi_extra=takes("filters"), responses=gives("find", 400, 500))
    async def find(request: Request) -> Response:
        """Find class specifications by filters over what they state.

        Every specification that meets all the filters is in `found`, with the cells that show it; those of which it
        cannot be told are in `undecided`.
        """
        body = await bounded_body(request)
        return await run_in_threadpool(answered, body, read_find_line, found)

    @routes.get("/find")
    def view(request: Request) -> HTMLResponse:
        words = words_in(language_of(request.query_params.get("lang")))
        wanted = read_view(request.query_params.multi_items())
        return HTMLResponse(view_html(wanted, finder.find(wanted.filters), words))

    return routes
