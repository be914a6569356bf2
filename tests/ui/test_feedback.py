"""Feedback in its file, and the route that takes it."""

import json
import multiprocessing
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.ui.conftest import check
from ui.feedback import FILE_NAME, Feedback, FeedbackError, FeedbackFile, FeedbackFull
from ui.routes.feedback import Pace, feedback_routes

DOWN = Feedback("How often?", "down", ("custodian-1",), "wrong_value", "It says O.\nNot F.\u2028<b>", "Frequently [1].")
UP = Feedback("Who?", "up")
SENT = {"question": "How often?", "verdict": "up"}
HEADERS = {"Origin": "http://testserver"}


def client(folder: Path, pace: Pace | None = None, most_bytes: int = 100_000) -> TestClient:
    server = FastAPI()
    server.include_router(feedback_routes(FeedbackFile(folder, most_bytes=most_bytes), pace))
    return TestClient(server)


def test_what_was_added_is_read_again_the_oldest_first(tmp_path: Path) -> None:
    time = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    file = FeedbackFile(tmp_path, now=lambda: time)
    added = (file.add(DOWN), file.add(UP))
    assert FeedbackFile(tmp_path).all() == added
    assert [(kept.feedback, kept.time) for kept in added] == [(DOWN, time), (UP, time)]
    assert added[0].id != added[1].id


def test_the_file_is_one_line_of_json_each_and_its_owners_alone(tmp_path: Path) -> None:
    FeedbackFile(tmp_path).add(DOWN)
    (line,) = (tmp_path / FILE_NAME).read_bytes().splitlines()
    check("feedback_kept", json.loads(line))
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


def test_before_the_first_there_is_none_and_nothing_to_erase(tmp_path: Path) -> None:
    assert FeedbackFile(tmp_path).all() == ()
    assert FeedbackFile(tmp_path).erase("0" * 32) is False
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize("torn", [b'{"schema_version":1,"id":"0f', b"\x00\xff{", b"[]", b'{"schema_version":2}'])
def test_a_torn_line_is_passed_over_and_harms_no_other(tmp_path: Path, torn: bytes) -> None:
    file = FeedbackFile(tmp_path)
    before = file.add(UP)
    with (tmp_path / FILE_NAME).open("ab") as held:
        held.write(torn)
    after = file.add(DOWN)
    assert file.all() == (before, after)


def test_erased_feedback_is_gone_from_the_disk_and_the_rest_stays(tmp_path: Path) -> None:
    file = FeedbackFile(tmp_path)
    first, second, third = file.add(UP), file.add(DOWN), file.add(UP)
    assert file.erase(second.id) is True
    assert file.all() == (first, third)
    assert "wrong_value" not in "".join(path.read_text() for path in tmp_path.iterdir())
    assert file.erase(second.id) is False


def test_threads_lose_nothing(tmp_path: Path) -> None:
    file = FeedbackFile(tmp_path)
    threads = [threading.Thread(target=lambda: [file.add(DOWN) for _ in range(10)]) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({kept.id for kept in file.all()}) == 60


def _add_ten(folder: Path) -> None:
    file = FeedbackFile(folder)
    for _ in range(10):
        file.add(DOWN)


def test_processes_that_add_and_erase_at_once_lose_nothing(tmp_path: Path) -> None:
    file = FeedbackFile(tmp_path)
    old = [file.add(UP) for _ in range(10)]
    spawned = multiprocessing.get_context("spawn")
    processes = [spawned.Process(target=_add_ten, args=(tmp_path,)) for _ in range(2)]
    for process in processes:
        process.start()
    for kept in old:
        assert file.erase(kept.id)
    for process in processes:
        process.join()
    assert [kept.feedback for kept in file.all()] == [DOWN] * 20


def test_a_full_file_takes_no_more_until_some_is_erased(tmp_path: Path) -> None:
    file = FeedbackFile(tmp_path, most_bytes=600)
    first, *_ = file.add(UP), file.add(UP)
    with pytest.raises(FeedbackFull, match="erased"):
        file.add(DOWN)
    assert len(file.all()) == 2
    file.erase(first.id)
    file.add(DOWN)
    assert (tmp_path / FILE_NAME).stat().st_size <= 600


def test_a_folder_that_is_not_there_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FeedbackError, match="cannot be written"):
        FeedbackFile(tmp_path / "file").add(UP)


def test_what_is_sent_is_kept_and_given_back(tmp_path: Path) -> None:
    sent = {
        "question": "How often?",
        "classes": ["custodian-1"],
        "verdict": "down",
        "reason": "missing",
        "comment": "The row is lacking.",
        "answer_text": "Rarely [1].",
    }
    check("feedback", sent)
    reply = client(tmp_path).post("/api/feedback", json=sent, headers=HEADERS)
    assert reply.status_code == 200
    check("feedback_kept", reply.json())
    (kept,) = FeedbackFile(tmp_path).all()
    assert kept.id == reply.json()["id"]
    expected = Feedback("How often?", "down", ("custodian-1",), "missing", "The row is lacking.", "Rarely [1].")
    assert kept.feedback == expected


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"", 400, "not JSON"),
        (b"[]", 400, "not a JSON object"),
        (b'{"verdict":"up"}', 400, "no question"),
        (b'{"question":"  ","verdict":"up"}', 400, "question"),
        (b'{"question":"Who?","verdict":"maybe"}', 400, "verdict"),
        (b'{"question":"Who?","verdict":"up","reason":"bad mood"}', 400, "reason"),
        (b'{"question":"Who?","verdict":"up","comment":"' + b"x" * 4001 + b'"}', 400, "comment"),
        (b'{"question":"Who?","verdict":"up","classes":' + json.dumps(["x"] * 101).encode() + b"}", 400, "classes"),
        (b'{"question":"Who?","verdict":"up","note":"' + b"x" * 300_000 + b'"}', 413, "longer than"),
    ],
)
def test_what_is_no_feedback_is_refused_in_words(tmp_path: Path, body: bytes, status: int, said: str) -> None:
    reply = client(tmp_path).post("/api/feedback", content=body, headers={"Content-Type": "application/json"})
    assert reply.status_code == status
    check("batch_error", reply.json())
    assert said in reply.json()["error"]
    assert FeedbackFile(tmp_path).all() == ()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        (HEADERS, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://testserver.evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[testserver"}, 403),
        ({"Origin": "http://testserver:80"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Content-Type": "text/plain"}, 415),
    ],
)
def test_only_rolebooks_own_page_and_programs_may_send(tmp_path: Path, headers: dict[str, str], status: int) -> None:
    sending: dict[str, Any] = {"headers": {"Content-Type": "application/json"} | headers, "content": json.dumps(SENT)}
    assert client(tmp_path).post("/api/feedback", **sending).status_code == status
    assert len(FeedbackFile(tmp_path).all()) == (status == 200)


def test_too_much_at_once_is_refused_and_later_taken_again(tmp_path: Path) -> None:
    now = 0.0
    sender = client(tmp_path, Pace(2, 60.0, lambda: now))
    assert [sender.post("/api/feedback", json=SENT).status_code for _ in range(3)] == [200, 200, 429]
    now = 60.0
    assert sender.post("/api/feedback", json=SENT).status_code == 200


def test_a_full_file_is_said_in_words(tmp_path: Path) -> None:
    reply = client(tmp_path, most_bytes=10).post("/api/feedback", json=SENT)
    assert reply.status_code == 507
    assert "Library tab" in reply.json()["error"]
