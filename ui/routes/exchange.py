"""What routes share: bodies taken in up to a bound, and the contract's objects and errors given back."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError

from assistant.errors import QuestionError
from index import AmbiguousSpec, UnknownSpec
from ingest.errors import RolebookError
from ui import contract
from ui.json_line import MAXIMUM_LINE_BYTES, InvalidLine

_MOST_RECEIVED_BYTES = 16 * MAXIMUM_LINE_BYTES


class _Numbered(Protocol):
    @property
    def id(self) -> str | None: ...


Asked = TypeVar("Asked", bound=_Numbered)


async def bounded_body(request: Request) -> bytes:
    """The request's body; of one over the limit only its beginning, enough to be refused.

    What is somewhat too long is read to its end all the same, because who is still sending does not hear the refusal.
    """
    body = bytearray()
    received = 0
    async for chunk in request.stream():
        received += len(chunk)
        if len(body) <= MAXIMUM_LINE_BYTES:
            body += chunk
        if received > _MOST_RECEIVED_BYTES:
            break
    return bytes(body)


def answered(body: bytes, read: Callable[[bytes], Asked], answer: Callable[[Asked], contract.JsonObject]) -> Response:
    """What ``answer`` makes of the line that the body is, or an error with the line's id."""
    try:
        asked = read(body)
    except InvalidLine as error:
        return json_response(contract.error_object(str(error), error.line_id), status=400)
    return given(lambda: answer(asked), asked.id)


def given(make: Callable[[], contract.JsonObject], line_id: str | None = None) -> Response:
    """What ``make`` gives, or its error: 404 where no such spec is held, 400 where the request is wrong, else 500."""
    try:
        return json_response(make())
    except UnknownSpec as error:
        sentence, status = str(error), 404
    except (QuestionError, AmbiguousSpec) as error:
        sentence, status = str(error), 400
    except RolebookError as error:
        sentence, status = str(error), 500
    return json_response(contract.error_object(sentence, line_id), status)


async def refuse_parameters(_: Request, error: Exception) -> Response:
    """A 400 in the contract's words where FastAPI found a parameter of the address to be wrong."""
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return json_response(contract.error_object(f"{first['loc'][-1]} is not right: {first['msg']}."), status=400)


def json_response(content: contract.JsonObject, status: int = 200) -> Response:
    """The object as JSON."""
    return Response(contract.json_bytes(content), status_code=status, media_type="application/json")
