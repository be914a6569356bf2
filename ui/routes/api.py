"""The HTTP API: questions, comparisons and the specs held, in the contract's words."""

from functools import partial

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from assistant import Assistant, Question
from index import Library
from ui import contract
from ui.compare.line import Comparison, read_comparison_line
from ui.question_line import read_question_line
from ui.routes.exchange import answered, bounded_body, given
from ui.routes.openapi import gives, takes


def api_routes(library: Library, assistant: Assistant) -> APIRouter:
    """``POST /api/ask`` and ``/api/compare``; ``GET /api/specs``, ``/api/specs/{spec}`` and ``/api/health``."""
    routes = APIRouter(prefix="/api")

    @routes.post("/ask", openapi_extra=takes("question"), responses=gives("answer", 400, 500))
    async def ask(request: Request) -> Response:
        """Ask one question about class specifications.

        The answer is exact and cites the words of the specification that say so, or says plainly why there is none.
        """
        body = await bounded_body(request)
        return await run_in_threadpool(answered, body, read_question_line, partial(_answer, assistant))

    @routes.post("/compare", openapi_extra=takes("comparison"), responses=gives("answer", 400, 404, 500))
    async def compare(request: Request) -> Response:
        """Compare two to five class specifications side by side.

        Without `sections`, the answer has every row in which they differ.
        """
        body = await bounded_body(request)
        return await run_in_threadpool(answered, body, read_comparison_line, partial(_compare, library, assistant))

    @routes.get("/specs", responses=gives("list", 500))
    def list_specs() -> Response:
        """List the class specifications held, each with its id."""
        return given(lambda: contract.list_object(library.entries()))

    # A title may have a slash in it.
    @routes.get("/specs/{spec:path}", responses=gives("show", 400, 404, 500))
    def show_spec(spec: str) -> Response:
        """Show one class specification, structured: every section and value, each with its place in the source text.

        `spec` is an id, a class code or a title; a code or title means its newest revision.
        """
        return given(lambda: contract.show_object(library.held(library.resolve(spec).spec_id)))

    @routes.get("/health", responses=gives("health", 500))
    def health() -> Response:
        """Say that the server answers, how much it holds, and whether it finds passages by meaning."""
        return given(lambda: _health(library))

    return routes


def _answer(assistant: Assistant, question: Question) -> contract.JsonObject:
    return contract.answer_object(assistant.ask(question))


def _compare(library: Library, assistant: Assistant, comparison: Comparison) -> contract.JsonObject:
    entries = [library.resolve(spec) for spec in comparison.specs]
    answer = assistant.compare(entries, comparison.sections)
    return contract.answer_object(answer) | {"id": comparison.id}


def _health(library: Library) -> contract.JsonObject:
    return contract.health_object(len(library.entries()), library.passage_count(), library.vectors_state())
