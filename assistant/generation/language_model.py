"""The one adapter to a language model: any server that speaks OpenAI's protocol, through llama-index.

llama-index and openai take over a second to import, so they are imported when the model is first asked, and the path
of a lookup never gets there.
"""

import queue
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, Protocol

from assistant.errors import LanguageModelError
from assistant.settings import LanguageModelSettings

if TYPE_CHECKING:
    import httpx
    from llama_index.llms.openai_like import OpenAILike

# A server that does not keep to the limit of tokens is not read further than they can be long.
_MOST_LETTERS_A_TOKEN = 12
# What a server without a key is sent in its place: the library would else look for one of another service.
_NO_KEY = "none"
# Whom else the environment would have the library name to the server.
_FOREIGN_HEADERS = ("openai-organization", "openai-project")


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a language model."""

    role: Literal["system", "user", "assistant"]
    content: str


class LanguageModel(Protocol):
    """What writes text."""

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """What the model writes to the messages, piece by piece as it comes.

        Raises:
            LanguageModelError: while reading, where the text cannot be had whole.
        """
        ...


class ServedLanguageModel:
    """The language model of a server; threads may share it."""

    def __init__(self, settings: LanguageModelSettings) -> None:
        """Nothing is connected or imported yet; the settings name a server and a model."""
        self._settings = settings

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        """What the model writes to the messages, piece by piece as it comes (see ``LanguageModel``)."""
        pieces: queue.SimpleQueue[str | LanguageModelError | None] = queue.SimpleQueue()
        client = _http_client(self._settings)
        server = _server(self._settings, client)
        # Only a thread can be left waiting: no timeout of the library covers everything that a server may do.
        reading = threading.Thread(
            target=_read, args=(server, client, tuple(messages), pieces), name="language model", daemon=True
        )
        try:
            reading.start()
            yield from self._in_time(pieces)
        finally:
            client.close()

    def _in_time(self, pieces: "queue.SimpleQueue[str | LanguageModelError | None]") -> Iterator[str]:
        settings = self._settings
        end = time.monotonic() + settings.llm_whole_seconds
        patience = settings.llm_connect_seconds + settings.llm_first_words_seconds
        letters = 0
        while letters < settings.llm_most_tokens * _MOST_LETTERS_A_TOKEN:
            try:
                piece = pieces.get(timeout=max(0.0, min(patience, end - time.monotonic())))
            except queue.Empty:
                raise LanguageModelError("The language model took too long.") from None
            if isinstance(piece, LanguageModelError):
                raise piece
            if piece is None:
                return
            if piece:
                yield piece
                letters += len(piece)
                patience = settings.llm_first_words_seconds


def language_model(settings: LanguageModelSettings) -> LanguageModel | None:
    """The language model that the settings name, or None where they name none."""
    return ServedLanguageModel(settings) if settings.llm_url is not None else None


def load_libraries() -> None:
    """Import what asking takes, before threads do: of two that import llama-index at once, one may get half of it."""
    import llama_index.llms.openai_like  # noqa: F401 - loaded, not used


def _http_client(settings: LanguageModelSettings) -> "httpx.Client":
    """A client for one question: what is sent goes to the server that was named, and to no other."""
    import httpx

    def name_nobody_else(request: httpx.Request) -> None:
        for header in _FOREIGN_HEADERS:
            request.headers.pop(header, None)

    waiting = httpx.Timeout(settings.llm_first_words_seconds, connect=settings.llm_connect_seconds)
    return httpx.Client(timeout=waiting, follow_redirects=False, event_hooks={"request": [name_nobody_else]})


def _server(settings: LanguageModelSettings, client: "httpx.Client") -> "OpenAILike":
    from llama_index.llms.openai_like import OpenAILike

    # By name and value: what the class declares to a type checker leaves out the client.
    arguments: dict[str, Any] = {
        "model": settings.llm_model,
        "api_base": str(settings.llm_url),
        "api_key": settings.llm_key.get_secret_value() if settings.llm_key else _NO_KEY,
        "is_chat_model": True,
        "temperature": 0.0,
        "max_tokens": settings.llm_most_tokens,
        "max_retries": 0,
        "http_client": client,
    }
    return OpenAILike(**arguments)


def _read(
    server: "OpenAILike",
    client: "httpx.Client",
    messages: Sequence[Message],
    pieces: "queue.SimpleQueue[str | LanguageModelError | None]",
) -> None:
    """Put what the server sends into the queue, and last the error that ended it or None."""
    last: LanguageModelError | None = LanguageModelError("The language model broke off.")
    try:
        for piece in _chat(server, client, messages):
            pieces.put(piece)
        last = None
    except LanguageModelError as error:
        last = error
    finally:
        pieces.put(last)


def _chat(server: "OpenAILike", client: "httpx.Client", messages: Sequence[Message]) -> Iterator[str]:
    """The pieces of the text; every error of the libraries becomes one of ours here."""
    import httpx
    import openai
    from llama_index.core.base.llms.types import ChatMessage

    finished = False
    try:
        asked = [ChatMessage(role=message.role, content=message.content) for message in messages]
        # The timeout of each step stays the client's own: llama-index would replace it with one for all of them.
        for answer in server.stream_chat(asked, timeout=client.timeout):
            yield answer.delta or ""
            finished = finished or _is_finished(answer.raw)
    except openai.APIStatusError as error:
        raise LanguageModelError(f"The language model's server refused (HTTP status {error.status_code}).") from error
    except openai.APITimeoutError as error:
        raise LanguageModelError("The language model took too long.") from error
    except openai.APIConnectionError as error:
        raise LanguageModelError("The language model's server cannot be reached.") from error
    except (openai.OpenAIError, httpx.HTTPError, httpx.StreamError) as error:
        raise LanguageModelError("The language model broke off.") from error
    # A server may send JSON of any shape: the libraries take its members for granted.
    except (ValueError, TypeError, AttributeError, KeyError, IndexError) as error:
        raise LanguageModelError("The language model's server sent what is no answer.") from error
    if not finished:
        raise LanguageModelError("The language model broke off.")


def _is_finished(chunk: object) -> bool:
    """Whether a part of the stream says that the text ends with it: a connection that ends may just have been lost."""
    choices = getattr(chunk, "choices", None) or [None]
    return getattr(choices[0], "finish_reason", None) is not None
