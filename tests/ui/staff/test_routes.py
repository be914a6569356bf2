import logging
import re
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from fastapi.testclient import TestClient

from index import Library
from ingest import READER_VERSION
from tests.ui.staff.conftest import HOST, ORIGIN, PASSWORD, PATIENCE_S, SPEC, finished, send, served
from ui.feedback import Feedback
from ui.routes.staff import staff_routes
from ui.staff import Desk, open_desk
from ui.staff.sign_in import FAILURES_AN_ADDRESS
from ui.staff.uploads import MOST_BYTES_A_FILE

WAYS_IN = {("GET", "/staff/tab"), ("POST", "/staff/sign-in")}
WHAT_IS_ASKED = {"spec": "x", "batch": "x", "name": "x.txt", "feedback": "x"}


def routes(desk: Desk) -> list[tuple[str, str]]:
    """The method and path of every route of the staff."""
    server = FastAPI()
    server.include_router(staff_routes(desk))
    found = [
        (method, context.path)
        for context in iter_route_contexts(server.routes)
        for method in (context.methods or ())
        if (context.path or "").startswith("/staff")
    ]
    return [(method, path) for method, path in found if path is not None]


def error(response: object) -> str:
    said: str = response.json()["error"]  # type: ignore[attr-defined]  # a response of the test's client
    return said


def wait_for(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def incoming(library: Library) -> list[Path]:
    folder = library.folder / "incoming"
    return list(folder.iterdir()) if folder.exists() else []


def test_every_route_but_the_ways_in_is_refused_without_a_session(desk: Desk, visitor: TestClient) -> None:
    found = set(routes(desk))
    assert len(found) >= 12
    assert found >= WAYS_IN
    for method, path in found - WAYS_IN:
        response = visitor.request(method, path, params=WHAT_IS_ASKED)
        assert (path, response.status_code) == (path, 401)
        assert error(response) == "Sign in first: your session has ended, or there was none."


def test_every_route_is_refused_where_no_password_is_set_and_others_can_reach_the_server(library: Library) -> None:
    desk = open_desk(library, None, "0.0.0.0")
    with served(desk, host="127.0.0.1", address="127.0.0.1") as client:
        for method, path in set(routes(desk)) - {("GET", "/staff/tab")}:
            origin = {"Origin": "http://127.0.0.1"}
            response = client.request(method, path, params=WHAT_IS_ASKED, headers=origin)
            assert (path, response.status_code) == (path, 403)
        assert "ROLEBOOK_ADMIN_PASSWORD" in client.get("/staff/tab").text


@pytest.mark.parametrize("origin", [None, "null", "http://elsewhere.example", f"http://{HOST}:8080"])
def test_nothing_is_changed_for_a_page_of_another_server(
    desk: Desk, staff: TestClient, library: Library, origin: str | None
) -> None:
    del staff.headers["Origin"]
    for method, path in routes(desk):
        if method != "GET":
            headers = {} if origin is None else {"Origin": origin}
            response = staff.request(method, path, params=WHAT_IS_ASKED, headers=headers)
            assert (path, response.status_code) == (path, 403)
            assert "not sent by this page" in error(response)
    assert staff.get("/staff/held").status_code == 200


def test_a_visitor_sees_a_form_and_staff_see_the_desk(desk: Desk, visitor: TestClient) -> None:
    form = visitor.get("/staff/tab")
    assert "Staff password" in form.text
    assert "Firefighter" not in form.text
    assert "Contraseña del personal" in visitor.get("/staff/tab", params={"lang": "es"}).text
    visitor.post("/staff/sign-in", json={"password": PASSWORD})
    assert "data-desk" in visitor.get("/staff/tab").text
    assert form.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_the_session_is_in_a_cookie_that_no_script_and_no_other_site_gets(desk: Desk, scheme: str) -> None:
    with served(desk) as client:
        response = client.post(
            f"{scheme}://{HOST}/staff/sign-in",
            json={"password": PASSWORD},
            headers={"Origin": f"{scheme}://{HOST}"},
        )
    cookie = response.headers["set-cookie"]
    flags = {part.strip().lower() for part in cookie.split(";")[1:]}
    assert flags >= {"httponly", "samesite=strict", "path=/staff", "max-age=28800"}
    assert ("secure" in flags) == (scheme == "https")
    assert re.fullmatch(r"rolebook_staff=[\w-]{43}", cookie.split(";")[0])
    assert PASSWORD not in response.text + str(response.headers)


def test_a_session_that_was_left_opens_nothing(staff: TestClient) -> None:
    token = staff.cookies["rolebook_staff"]
    assert staff.post("/staff/sign-out").status_code == 200
    assert "rolebook_staff" not in staff.cookies
    staff.cookies.set("rolebook_staff", token)
    assert staff.get("/staff/held").status_code == 401


def test_wrong_passwords_are_refused_and_then_locked(visitor: TestClient) -> None:
    responses = [visitor.post("/staff/sign-in", json={"password": "x"}) for _ in range(FAILURES_AN_ADDRESS)]
    assert [response.status_code for response in responses] == [403] * (FAILURES_AN_ADDRESS - 1) + [429]
    assert error(responses[0]) == "That is not the password. 4 more tries, then this is locked for 15 minutes."
    assert error(responses[-1]) == "Too many wrong passwords. Try again in 15 minutes."
    assert visitor.post("/staff/sign-in", json={"password": PASSWORD}).status_code == 429


@pytest.mark.parametrize("body", [b"", b"password=x", b"[]", b'{"password": 1}', b'{"password": "' + b"x" * 2_000_000])
def test_what_is_no_password_is_refused_in_a_sentence_that_repeats_none_of_it(visitor: TestClient, body: bytes) -> None:
    response = visitor.post("/staff/sign-in", content=body)
    assert response.status_code == 400
    assert error(response).startswith("The password did not arrive")


@pytest.fixture
def here(library: Library) -> Iterator[TestClient]:
    """Whoever sits at a machine that serves itself alone, and has set no password."""
    with served(open_desk(library, None, "127.0.0.1"), host="127.0.0.1:7860", address="127.0.0.1") as client:
        client.headers["Origin"] = "http://127.0.0.1:7860"
        yield client


def test_without_a_password_whoever_sits_at_the_machine_may_do_everything(here: TestClient) -> None:
    assert "only this computer can reach this page" in here.get("/staff/tab").text
    assert "Firefighter" in here.get("/staff/held").text
    assert send(here, "custodian.txt") == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-For": "192.0.2.1"},
        {"Forwarded": "for=192.0.2.1"},
        {"Host": "rebound.example:7860", "Origin": "http://rebound.example:7860"},
    ],
)
def test_without_a_password_nobody_gets_in_by_way_of_a_proxy_or_another_name(
    here: TestClient, headers: dict[str, str]
) -> None:
    assert here.get("/staff/held", headers=headers).status_code == 403
    assert here.post("/staff/removal", params={"spec": "x"}, headers=headers).status_code == 403
    assert "by way of another server" in here.get("/staff/tab", headers=headers).text


def test_files_that_are_sent_are_read_and_held(desk: Desk, staff: TestClient) -> None:
    assert send(staff, "clerks/custodian.txt") == 200
    finished(desk.work)
    shown = staff.get("/staff/held", params={"asked": "custodian clerks"}).text
    assert "1 of 3 documents" in shown
    assert "clerks/custodian.txt" in shown
    assert "custodian.txt" in staff.get("/staff/work").text
    assert "Custodian" not in staff.get("/staff/held", params={"asked": "firefighter"}).text


def test_an_agency_is_given_to_files_that_name_none(desk: Desk, staff: TestClient, library: Library) -> None:
    asked = {"name": "custodian.txt", "batch": "one", "agency": " City of Lamps "}
    assert staff.post("/staff/files", params=asked, content=SPEC).status_code == 200
    finished(desk.work)
    assert library.resolve("Custodian").agency == "City of Lamps"


@pytest.mark.parametrize(
    "name", ["../../../outside.txt", "/etc/outside.txt", "..\\outside.txt", "\0/\u202eoutside.txt"]
)
def test_a_hostile_name_stays_within_the_folder_of_files(
    desk: Desk, staff: TestClient, library: Library, tmp_path: Path, name: str
) -> None:
    assert send(staff, name) == 200
    finished(desk.work)
    (path,) = [path for path in tmp_path.rglob("*outside*") if path.is_file()]
    assert path.is_relative_to(library.folder / "files")
    assert library.resolve("Custodian").path == str(path)


def test_a_file_that_is_too_large_or_empty_leaves_nothing(
    staff: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert send(staff, "empty.txt", b"") == 400
    headers = {"Content-Length": str(MOST_BYTES_A_FILE)}
    response = staff.post("/staff/files", params=WHAT_IS_ASKED, content=b"x", headers=headers)
    assert (response.status_code, error(response)) == (413, "It is too large: a file may have at most 50 MB.")
    monkeypatch.setattr("ui.routes.staff.MOST_BYTES_A_FILE", 1_000)
    response = staff.post("/staff/files", params=WHAT_IS_ASKED, content=iter([b"x" * 600] * 3))
    assert response.status_code == 413
    assert incoming(library) == []


def test_half_a_file_leaves_nothing(library: Library, caplog: pytest.LogCaptureFixture) -> None:
    desk = open_desk(library, None, "127.0.0.1")
    server = FastAPI()
    server.include_router(staff_routes(desk))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        serving = uvicorn.Server(uvicorn.Config(server, log_config=None))
        thread = Thread(target=serving.run, args=([listening],))
        thread.start()
        with socket.create_connection(("127.0.0.1", port)) as sender:
            place = f"127.0.0.1:{port}"
            head = f"POST /staff/files?name=x&batch=x HTTP/1.1\r\nHost: {place}\r\nOrigin: http://{place}\r\n"
            sender.sendall(f"{head}Content-Length: {len(SPEC)}\r\n\r\n".encode() + SPEC[:100])
            wait_for(lambda: len(incoming(library)) == 1)
        wait_for(lambda: incoming(library) == [])
        serving.should_exit = True
        thread.join()
    assert desk.work.overview().pieces == ()
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_a_full_disk_is_said_in_words(staff: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.staff.uploads.FilesFolder.has_room_for", lambda *_: False)
    response = staff.post("/staff/files", params=WHAT_IS_ASKED, content=SPEC)
    assert (response.status_code, error(response)) == (507, "The disk of the server is full: nothing of it was kept.")


def test_a_spec_is_replaced_by_another_file_and_keeps_its_id(desk: Desk, staff: TestClient, library: Library) -> None:
    send(staff, "custodian.txt")
    finished(desk.work)
    spec_id = library.resolve("Custodian").spec_id
    revised = SPEC.replace(b"Custodian", b"Lamp Keeper")
    asked = {"spec": spec_id, "batch": "two"}
    assert staff.post("/staff/replacement", params=asked, content=revised).status_code == 200
    finished(desk.work)
    assert library.resolve("Lamp Keeper").spec_id == spec_id


def test_a_spec_added_on_the_server_itself_is_not_overwritten(staff: TestClient, library: Library) -> None:
    entry = library.resolve("Firefighter")
    before = Path(entry.path).read_bytes()
    response = staff.post("/staff/replacement", params={"spec": entry.spec_id, "batch": "x"}, content=SPEC)
    assert response.status_code == 409
    assert "outside the folder of added files" in error(response)
    assert Path(entry.path).read_bytes() == before


def test_a_removed_spec_goes_out_with_its_added_file_and_no_other(
    desk: Desk, staff: TestClient, library: Library
) -> None:
    send(staff, "custodian.txt")
    finished(desk.work)
    added, outside = library.resolve("Custodian"), library.resolve("Firefighter")
    for entry in (added, outside):
        response = staff.post("/staff/removal", params={"spec": entry.spec_id})
        assert response.json()["said"] == f"{entry.title} has been removed."
    assert [entry.title for entry in library.entries()] == ["Librarian"]
    assert (Path(added.path).exists(), Path(outside.path).exists()) == (False, True)


def test_what_somebody_else_has_removed_is_said_and_nothing_more_happens(staff: TestClient, library: Library) -> None:
    spec_id = library.resolve("Firefighter").spec_id
    library.remove([spec_id])
    for path in ("removal", "reading", "replacement"):
        response = staff.post(f"/staff/{path}", params={"spec": spec_id, "batch": "x"}, content=SPEC)
        assert response.status_code == 404
        assert error(response) == "It is no longer held: somebody has removed it meanwhile."
    assert [entry.title for entry in library.entries()] == ["Librarian"]
    assert incoming(library) == []


def test_a_vanished_file_is_shown_and_reading_it_again_says_so(desk: Desk, staff: TestClient, library: Library) -> None:
    entry = library.resolve("Librarian")
    Path(entry.path).unlink()
    assert "The file is no longer there" in staff.get("/staff/held").text
    staff.post("/staff/reading", params={"spec": entry.spec_id, "batch": "one"})
    finished(desk.work)
    assert "the file cannot be opened: No such file or directory" in staff.get("/staff/work").text


def test_words_of_a_spec_and_of_a_file_name_are_shown_as_words(desk: Desk, staff: TestClient) -> None:
    send(staff, "<img src=x onerror=alert(1)>.txt", SPEC.replace(b"Custodian", b"<script>alert(1)</script>"))
    send(staff, "<b>no spec</b>.txt", b"Nothing.")
    finished(desk.work)
    for part in ("held", "work", "health", "feedback"):
        assert not re.search(r"<(img|script|b)\b", staff.get(f"/staff/{part}").text)


def test_health_and_an_examination_say_how_the_library_stands(staff: TestClient, library: Library) -> None:
    assert re.search(r"Documents held</dt><dd>2</dd>", staff.get("/staff/health").text)
    Path(library.resolve("Librarian").path).write_bytes(SPEC)
    assert "has changed since it was read" in staff.post("/staff/examination").text


def test_what_an_older_reader_has_read_is_counted_and_read_again(
    desk: Desk, staff: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.ingestion.READER_VERSION", READER_VERSION - 1)
    library.read_again([library.resolve("Librarian").spec_id])
    monkeypatch.undo()
    assert "Read it again with this version" in staff.get("/staff/health").text
    assert staff.post("/staff/reading/outdated", params={"batch": "one"}).json()["said"].startswith("1 document")
    assert [outcome.name for outcome in finished(desk.work).pieces[0].outcomes] == ["librarian.txt"]
    assert "Read it again" not in staff.get("/staff/health").text


def test_feedback_is_shown_and_erased_once(desk: Desk, staff: TestClient) -> None:
    kept = desk.feedback.add(Feedback("<b>Who</b> lifts?", "down", ("Custodian",), "wrong_value", "It is 50 pounds."))
    shown = staff.get("/staff/feedback").text
    assert "&lt;b&gt;Who&lt;/b&gt; lifts?" in shown
    assert "It is 50 pounds." in shown
    erasing = [staff.post("/staff/feedback/erasure", params={"feedback": kept.id}) for _ in range(2)]
    assert [response.status_code for response in erasing] == [200, 404]
    assert desk.feedback.all() == ()


def test_what_is_not_there_and_parameters_that_are_missing_are_no_error_of_the_server(staff: TestClient) -> None:
    assert staff.get("/staff/nothing").status_code == 404
    assert staff.post("/staff/removal", headers=ORIGIN).status_code == 422
    assert staff.get("/staff/held", params={"first": "-5"}).status_code == 200
    assert staff.get("/staff/held", params={"first": "99999"}).status_code == 200
