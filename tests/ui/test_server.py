import json
import socket
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from http.client import HTTPConnection
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.ui.conftest import SAMPLE_FILES, SEED_TITLE, Rolebook, check
from ui.json_line import MAXIMUM_LINE_BYTES

LOOKUP = {"id": "q1", "question": f"How often does the {SEED_TITLE} stand?"}


def fetch(url: str, body: bytes | None = None, headers: Mapping[str, str] | None = None) -> tuple[int, bytes]:
    """The status and body of one request; a body makes it a POST."""
    try:
        with urlopen(Request(url, body, dict(headers or {}))) as response:
            return response.status, response.read()
    except HTTPError as error:
        with error:
            return error.code, error.read()


def test_a_question_line_gets_an_answer(address: str) -> None:
    status, body = fetch(f"{address}/api/ask", json.dumps(LOOKUP).encode())
    answer = json.loads(body)
    check("answer", answer)
    assert status == 200
    assert answer["id"] == "q1"
    assert answer["text"].startswith("Frequently [1]")


def test_the_server_and_the_command_line_give_the_same_answer(address: str, rolebook: Rolebook) -> None:
    served = json.loads(fetch(f"{address}/api/ask", json.dumps(LOOKUP).encode())[1])
    printed = rolebook("ask", LOOKUP["question"], "--json").json
    for answer in (served, printed):
        del answer["elapsed_ms"], answer["id"]
    assert served == printed


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not JSON",
        b"[]",
        b"{}",
        b'{"question": " "}',
        b'{"question": "x", "classes": "Custodian"}',
        json.dumps({"question": "x" * 100_000}).encode(),
        b'{"question": "' + b"x" * (4 * MAXIMUM_LINE_BYTES),
    ],
)
def test_what_is_no_question_line_is_refused_in_one_sentence(address: str, body: bytes) -> None:
    status, content = fetch(f"{address}/api/ask", body)
    assert status == 400
    check("batch_error", json.loads(content))


def test_many_questions_at_once_get_the_answers_they_get_alone(address: str) -> None:
    questions = [f"How often does the {SEED_TITLE} {verb}?" for verb in ("stand", "sit", "walk", "kneel", "crawl")]

    def text(question: str) -> str:
        answer: dict[str, str] = json.loads(fetch(f"{address}/api/ask", json.dumps({"question": question}).encode())[1])
        return answer["text"]

    alone = [text(question) for question in questions]
    with ThreadPoolExecutor(max_workers=8) as pool:
        assert list(pool.map(text, questions * 8)) == alone * 8


def test_a_connection_is_still_there_when_a_client_comes_back_to_it(address: str) -> None:
    with closing(HTTPConnection(urlsplit(address).netloc)) as connection:
        for pause in (0, 6):
            time.sleep(pause)
            connection.request("POST", "/api/ask", json.dumps(LOOKUP))
            with connection.getresponse() as response:
                assert json.loads(response.read())["id"] == "q1"


def test_health_says_what_is_held(address: str) -> None:
    status, body = fetch(f"{address}/api/health")
    health = json.loads(body)
    check("health", health)
    assert status == 200
    # One of the samples is a series of three classes, each of them a spec of its own.
    assert health["specs"] == len(SAMPLE_FILES) + 3
    assert health["passages"] > 100
    assert health["vectors"] in {"ready", "pending"}


@pytest.mark.parametrize(
    "path",
    ["/redoc", "/es/docs", "/gradio_api/file=/etc/hostname", "/gradio_api/proxy=https://example.org"],
)
def test_a_route_that_would_read_files_or_call_other_hosts_is_closed(address: str, path: str) -> None:
    assert fetch(address + path)[0] == 404


def test_nothing_can_be_uploaded(address: str) -> None:
    assert fetch(f"{address}/gradio_api/upload", b"x")[0] == 404


def test_the_page_answers_to_no_public_api(address: str) -> None:
    named = json.loads(fetch(f"{address}/gradio_api/info")[1])
    assert named == {"named_endpoints": {}, "unnamed_endpoints": {}}


def test_a_port_that_is_taken_is_one_clear_line(rolebook: Rolebook) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = rolebook("serve", "--port", str(port))
    assert outcome.status == 1
    assert outcome.stderr == f"rolebook: Cannot serve at 127.0.0.1 port {port}: Address already in use.\n"
