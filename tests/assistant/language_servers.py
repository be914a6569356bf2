"""Real servers on the loopback that speak OpenAI's protocol, well or badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from assistant import LanguageModelSettings

Behaviour = Callable[["Request"], None]


class Request(BaseHTTPRequestHandler):
    """One request to a server, and the ways to answer it."""

    server: "LanguageServer"

    def do_POST(self) -> None:
        """Read the question, note it, and behave as this server does."""
        self.asked: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.received.append(self)
        try:
            self.server.behaviour(self)
        except (BrokenPipeError, ConnectionResetError):
            return  # whoever asked has gone, which some of the tests are about

    def begin(self, status: int = 200, kind: str = "text/event-stream") -> None:
        """Send the status and the headers; the body ends with the connection."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.end_headers()

    def send(self, text: str) -> None:
        """Send some of the body at once."""
        self.wfile.write(text.encode())
        self.wfile.flush()

    def send_piece(self, words: str | None, *, end: str | None = None) -> None:
        """Send one part of the stream."""
        delta = {"role": "assistant", "content": words} if words is not None else {}
        choice = {"index": 0, "delta": delta, "finish_reason": end}
        part = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
        self.send(f"data: {json.dumps(part)}\n\n")

    def end(self) -> None:
        """Say that the text has ended."""
        self.send_piece(None, end="stop")
        self.send("data: [DONE]\n\n")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: a test's output is its own."""


class LanguageServer(ThreadingHTTPServer):
    """A server with one behaviour."""

    daemon_threads = True

    def __init__(self, behaviour: Behaviour) -> None:
        """Listen on any free port."""
        super().__init__(("127.0.0.1", 0), Request)
        self.behaviour = behaviour
        self.received: list[Request] = []

    @property
    def url(self) -> str:
        """The address to ask under."""
        return f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[LanguageServer]:
    """A server that behaves so."""
    with LanguageServer(behaviour) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def settings_for(url: str, *, seconds: float = 10.0, first_words_seconds: float = 10.0) -> LanguageModelSettings:
    """Settings that ask a server."""
    return LanguageModelSettings.model_validate(
        {
            "llm_url": url,
            "llm_model": "m",
            "llm_connect_seconds": 0.5,
            "llm_first_words_seconds": first_words_seconds,
            "llm_whole_seconds": seconds,
            "llm_most_tokens": 64,
        }
    )


def writes(*pieces: str) -> Behaviour:
    """Writes the pieces, and ends as the protocol has it."""

    def behave(request: Request) -> None:
        request.begin()
        for piece in pieces:
            request.send_piece(piece)
        request.end()

    return behave


def refuses(request: Request) -> None:
    """Fails before it has begun."""
    request.begin(500, "application/json")
    request.send('{"error": {"message": "out of memory"}}')


def sends_garbage(request: Request) -> None:
    """Sends what is no JSON."""
    request.begin()
    request.send("data: {]\n\ndata: <html>\n\n")


def sends_other_json(request: Request) -> None:
    """Sends JSON that is no answer."""
    request.begin()
    request.send('data: {"choices": [7]}\n\ndata: [DONE]\n\n')


def sends_an_error(request: Request) -> None:
    """Sends an error where the text should go on."""
    request.begin()
    request.send_piece("Reports to ")
    request.send('data: {"error": {"message": "the context is too long", "type": "x", "code": 400}}\n\n')


def sends_a_page(request: Request) -> None:
    """Is no language model's server at all."""
    request.begin(kind="text/html")
    request.send("<html><body>Welcome</body></html>")


def leads_elsewhere(request: Request) -> None:
    """Sends whoever asks to another server."""
    request.send_response(307)
    request.send_header("Location", "http://127.0.0.1:9/v1/chat/completions")
    request.end_headers()


def dies_after(*pieces: str) -> Behaviour:
    """Breaks off after the pieces."""

    def behave(request: Request) -> None:
        request.begin()
        for piece in pieces:
            request.send_piece(piece)

    return behave


def breaks_a_promised_length(request: Request) -> None:
    """Promises more than it sends."""
    request.send_response(200)
    request.send_header("Content-Type", "text/event-stream")
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.send_piece("Reports to the Branch Services Manager [1].")


def says_nothing_for(seconds: float) -> Behaviour:
    """Takes the question and keeps silent."""

    def behave(request: Request) -> None:
        time.sleep(seconds)
        request.begin()
        request.end()

    return behave


def keeps_alive_for(seconds: float) -> Behaviour:
    """Sends signs of life, and no words."""

    def behave(request: Request) -> None:
        request.begin()
        for _ in range(round(seconds / 0.1)):
            request.send(": still here\n\n")
            time.sleep(0.1)

    return behave


def drips(piece: str, seconds: float) -> Behaviour:
    """Writes on and on, a little at a time."""

    def behave(request: Request) -> None:
        request.begin()
        for _ in range(round(seconds / 0.1)):
            request.send_piece(piece)
            time.sleep(0.1)

    return behave


def pieces_of(text: str) -> Sequence[str]:
    """A text as a model sends it, a few letters at a time."""
    return [text[at : at + 5] for at in range(0, len(text), 5)]
